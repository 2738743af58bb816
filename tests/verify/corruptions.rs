//! Ways to make a sound plan wrong, each with the check that must reject it.

use jiff::ToSpan;
use jiff::civil::date;
use retrofit::domain::TaskCalendar;
use retrofit::domain::fit::{Fit, HallFit};
use retrofit::domain::plan::{
    Alternative, AssetDecision, BankPlan, BomLine, Decision, Draw, KeptAsset, OrderDecision, OrderedUnits, Plan,
    PriceSplit, Proof, Requirement, Task, TaskLink,
};
use retrofit::domain::studies::approvals::{CrewLimit, HarderPath, OutdoorStop, RuleStatus};
use retrofit::domain::studies::building::StandsIn;
use retrofit::domain::studies::cooling::{
    BufferDuty, HeatRejectionPrinciple, PrincipleCheck, TechnologyLoop, WaterLoop,
};
use retrofit::domain::studies::energy::EnergyYear;
use retrofit::domain::studies::mining::BridgePower;
use retrofit::domain::studies::network::{HallSpan, LitCapacity};
use retrofit::domain::studies::power::FaultVerdict;
use retrofit::domain::{ApprovalPath, Objective, Place, Policy, Range, Service, Supply};

/// A change of a plan, and the id of the check that must see it.
pub type Corruption = (&'static str, fn(&mut Plan));

fn bank(plan: &mut Plan, service: Service) -> &mut BankPlan {
    plan.banks.iter_mut().find(|bank| bank.service == service).expect("the plan has the bank")
}

fn requirement(plan: &mut Plan, service: Service) -> &mut Requirement {
    plan.requirements.iter_mut().find(|requirement| requirement.service == service).expect("the plan has it")
}

fn task<'a>(plan: &'a mut Plan, activity: &str) -> &'a mut Task {
    plan.tasks.iter_mut().find(|task| task.activity == activity).expect("the plan has the task")
}

/// The first alternative of any bank that is like this.
fn other(plan: &mut Plan, like: fn(&Alternative) -> bool) -> &mut Alternative {
    plan.banks.iter_mut().flat_map(|bank| &mut bank.alternatives).find(|other| like(other)).expect("the plan has one")
}

fn is_short(other: &Alternative) -> bool {
    other.reason.starts_with("carries")
}

fn is_dearer(other: &Alternative) -> bool {
    other.reason.starts_with("costs") && other.reason.ends_with("more")
}

fn asset(plan: &mut Plan, decision: Decision) -> &mut AssetDecision {
    plan.assets.iter_mut().find(|asset| asset.decision == decision).expect("the plan has the asset")
}

fn line(plan: &mut Plan) -> &mut BomLine {
    plan.bom.iter_mut().find(|line| line.amount.is_some()).expect("the plan has a priced line")
}

fn dearer(price: &mut Option<Range>, usd: f64) {
    *price = price.map(|range| range.map(|end| end + usd));
}

/// Moves a task with its latest dates, so that its float stays what it was.
fn shift(task: &mut Task, days: i64) {
    for day in [&mut task.start, &mut task.finish, &mut task.late_start, &mut task.late_finish] {
        *day += days.days();
    }
}

fn kept(asset: &str, units: u32, unit_capacity: f64) -> KeptAsset {
    KeptAsset::in_place(asset.to_owned(), units, unit_capacity)
}

/// Many units of little capacity: all of them run.
fn swarm(bank: &mut BankPlan, item: &str, units: f64) {
    bank.chosen.item = Some(item.to_owned());
    (bank.chosen.units, bank.chosen.unit_capacity) = (units, 1e-3);
}

/// Takes all draws of a service out of the plan, and its requirement down to the fixed part.
fn forget_draws(plan: &mut Plan, service: Service) {
    plan.banks.iter_mut().for_each(|bank| bank.chosen.draws.retain(|draw| draw.service != service));
    let requirement = requirement(plan, service);
    (requirement.drawn, requirement.amount) = (0.0, requirement.fixed);
    let fixed = requirement.fixed;
    bank(plan, service).required = fixed;
}

fn principle(plan: &mut Plan, principle: HeatRejectionPrinciple) -> &mut PrincipleCheck {
    let checks = &mut plan.studies.cooling.principles;
    checks.iter_mut().find(|check| check.principle == principle).expect("the study has every principle")
}

fn coolant(plan: &mut Plan) -> &mut TechnologyLoop {
    plan.studies.cooling.halls[0].technology.as_mut().expect("the racks are cooled by a coolant")
}

fn warm_loop(plan: &mut Plan) -> &mut WaterLoop {
    plan.studies.cooling.halls[0].warm_loop.as_mut().expect("the coolant is cooled by water")
}

fn buffer(plan: &mut Plan) -> &mut BufferDuty {
    plan.studies.cooling.halls[0].buffer.as_mut().expect("the hall has tanks")
}

fn year(plan: &mut Plan) -> &mut EnergyYear {
    plan.studies.energy.year.as_mut().expect("the barn has a climate zone")
}

/// Lets a hall go live before a bank of the site keeps anything, with the links taken out.
fn live_early(plan: &mut Plan, id: &str) {
    let hall = plan.halls[0].id.clone();
    plan.halls[0].live_early.push(id.to_owned());
    plan.banks.iter_mut().filter(|bank| bank.id == id).for_each(|bank| bank.chosen.kept.clear());
    let built: Vec<String> =
        plan.tasks.iter().filter(|task| task.bank.as_deref() == Some(id)).map(|task| task.id.clone()).collect();
    let of_hall = plan.tasks.iter_mut().filter(|task| task.place.hall() == Some(&hall));
    of_hall.for_each(|task| task.after.retain(|link| !built.contains(&link.task)));
}

/// Miners stop four weeks earlier than they need, in every date that says so.
fn stop_early(plan: &mut Plan) {
    for task in plan.tasks.iter_mut().filter(|task| task.activity == "A15") {
        (task.start, task.finish) = (task.start - 28.days(), task.finish - 28.days());
        (task.total_float_days, task.free_float_days) = (task.total_float_days + 28, task.free_float_days + 28);
    }
    plan.halls.iter_mut().for_each(|hall| hall.mining_stops = hall.mining_stops.map(|day| day - 28.days()));
}

/// An order that waits is placed a week earlier than it need be, in every date that says so.
fn order_early(plan: &mut Plan) {
    let waits = |task: &&mut Task| task.is_lead && task.weeks.likely > 0.0 && task.driven_by.is_none();
    let task = plan.tasks.iter_mut().find(waits).expect("some order is not at once");
    (task.start, task.finish) = (task.start - 7.days(), task.finish - 7.days());
    (task.total_float_days, task.free_float_days) = (task.total_float_days + 7, task.free_float_days + 7);
    let lines = plan.bom.iter_mut().filter(|line| task.bank.as_ref() == Some(&line.bank));
    lines.for_each(|line| line.order_planned = line.order_planned.map(|day| day - 7.days()));
}

/// The corruptions, in the order of the checks.
#[rustfmt::skip]
pub const CORRUPTIONS: &[Corruption] = &[
    ("plan.record", |plan| plan.schema = "retrofit/plan/1".to_owned()),
    ("plan.record", |plan| plan.as_of += 1.day()),
    ("plan.record", |plan| plan.inputs[0].sha256 = "0".repeat(64)),
    ("plan.record", |plan| plan.site.firm_mw += 5.0),
    ("plan.record", |plan| plan.site.temperature_chain[2].celsius -= 1.0),
    ("plan.record", |plan| plan.warnings.push("all is well".to_owned())),
    ("plan.sources", |plan| plan.sources.clear()),
    ("plan.sources", |plan| plan.sources[0].title.push('!')),
    ("plan.assumptions", |plan| drop(plan.assumptions.remove(0))),
    ("plan.assumptions", |plan| plan.assumptions[0].about.push('s')),
    ("plan.assumptions", |plan| plan.assumptions[0].text = "Nothing is assumed.".to_owned()),
    ("solution.objective", |plan| plan.solution.objective = Objective::Date.in_words(0.0)),
    ("solution.gap", |plan| plan.solution.bound_usd /= 2.0),
    ("solution.gap", |plan| plan.solution.direct_cost_usd -= 1.0),
    ("solution.gap", |plan| {
        (plan.solution.proof, plan.solution.gap_pct) = (Proof::Optimal, 50.0);
        plan.solution.bound_usd = plan.solution.direct_cost_usd / 2.0;
    }),
    ("solution.gap", |plan| (plan.solution.proof, plan.solution.date_gap_weeks) = (Proof::Optimal, 3.0)),
    ("requirement.bank", |plan| drop(plan.banks.remove(3))),
    ("requirement.bank", |plan| plan.banks.push(plan.banks[3].clone())),
    ("requirement.bank", |plan| bank(plan, Service::Fuel).service = Service::RideThrough),
    ("requirement.fixed", |plan| drop(plan.requirements.remove(3))),
    ("requirement.fixed", |plan| requirement(plan, Service::RackPower).fixed *= 0.9),
    ("requirement.fixed", |plan| requirement(plan, Service::RackPower).inputs[0].value += 1.0),
    ("requirement.fixed", |plan| requirement(plan, Service::RackPower).source = "hearsay".to_owned()),
    ("requirement.fixed", |plan| requirement(plan, Service::GridImport).drawn_by.clear()),
    ("requirement.sum", |plan| drop(bank(plan, Service::LiquidCooling).chosen.draws.pop())),
    ("requirement.sum", |plan| requirement(plan, Service::CriticalPower).amount *= 0.99),
    ("requirement.sum", |plan| bank(plan, Service::CriticalPower).required *= 0.99),
    ("requirement.sum", |plan| bank(plan, Service::Envelope).supplied_by_others += 1.0),
    ("requirement.demand", |plan| forget_draws(plan, Service::CriticalPower)),
    ("requirement.demand", |plan| forget_draws(plan, Service::HeatRejection)),
    ("requirement.demand", |plan| forget_draws(plan, Service::GridImport)),
    ("requirement.demand", |plan| forget_draws(plan, Service::WhiteSpace)),
    ("requirement.gap", |plan| requirement(plan, Service::Transformation).from_assets += 2500.0),
    ("requirement.gap", |plan| requirement(plan, Service::CriticalPower).gap = 0.0),
    ("bank.policy", |plan| bank(plan, Service::CriticalPower).policy = Policy::NPlus(0)),
    ("bank.capacity", |plan| bank(plan, Service::LiquidCooling).chosen.units -= 1.0),
    ("bank.capacity", |plan| bank(plan, Service::RackPower).chosen.units -= 2.0),
    ("bank.capacity", |plan| bank(plan, Service::HeatRejection).chosen.units -= 1.0),
    ("bank.capacity", |plan| bank(plan, Service::FitOut).chosen.units *= 0.99),
    ("bank.usable", |plan| bank(plan, Service::LiquidCooling).chosen.usable *= 1.01),
    ("bank.covers", |plan| {
        let bank = bank(plan, Service::FitOut);
        let cover = Draw { service: Service::Envelope, place: bank.place.clone(), amount: 1.0 };
        bank.chosen.covers.push(cover);
    }),
    ("bank.unit_capacity", |plan| bank(plan, Service::StandbyPower).chosen.unit_capacity *= 1.01),
    ("bank.unit_capacity", |plan| bank(plan, Service::LiquidCooling).chosen.unit_capacity *= 1.01),
    ("bank.unit_capacity", |plan| bank(plan, Service::CriticalPower).chosen.unit_capacity = f64::NAN),
    ("bank.unit_capacity", |plan| bank(plan, Service::CriticalPower).chosen.units = f64::NAN),
    ("bank.unit_capacity", |plan| bank(plan, Service::CriticalPower).chosen.item = Some("free_lunch".to_owned())),
    ("bank.unit_capacity", |plan| bank(plan, Service::CriticalPower).chosen.item = Some("cdu_1050kw".to_owned())),
    ("bank.unit_capacity", |plan| bank(plan, Service::MediumVoltage).chosen.item = Some("mv_section_38kv_2000a".to_owned())),
    ("bank.kept", |plan| bank(plan, Service::Fuel).chosen.kept.push(kept("tanks", 1, 1e6))),
    ("bank.kept", |plan| bank(plan, Service::AirCooling).chosen.kept.push(kept("exhaust_fans", 130, 100.0))),
    ("bank.kept", |plan| bank(plan, Service::Transformation).chosen.kept = vec![kept("padmounts", 11, 2500.0)]),
    ("bank.kept", |plan| bank(plan, Service::Transformation).chosen.kept = vec![kept("padmounts", 10, 2600.0)]),
    ("bank.kept", |plan| bank(plan, Service::GridImport).chosen.kept[0].unit_capacity += 1.0),
    ("bank.kept", |plan| bank(plan, Service::FloorRating).chosen.kept.push(kept("halls.barn.slab_kg_per_m2", 1, 1e4))),
    ("bank.kept", |plan| bank(plan, Service::Yard).chosen.kept[0].unit_capacity += 1000.0),
    ("bank.label", |plan| bank(plan, Service::RackPower).chosen.label.push('s')),
    ("bank.label", |plan| bank(plan, Service::CriticalPower).chosen.label = "1 x UPS".to_owned()),
    ("bank.label", |plan| bank(plan, Service::FireProtection).chosen.mode.two_shifts ^= true),
    ("bank.label", |plan| bank(plan, Service::GridImport).chosen.label = "50 MW firm".to_owned()),
    ("bank.label", |plan| bank(plan, Service::FiberRoutes).chosen.label = "two routes".to_owned()),
    ("bank.alternatives", |plan| other(plan, |other| other.item.is_some()).item = Some("free_lunch".to_owned())),
    ("bank.alternatives", |plan| other(plan, |other| other.buys.is_some()).buys.as_mut().unwrap().units += 1.0),
    ("bank.alternatives", |plan| other(plan, |other| other.buys.is_some()).buys = None),
    ("bank.alternatives", |plan| other(plan, |other| other.buys.is_some() && !other.kept.is_empty()).kept.clear()),
    ("bank.alternatives", |plan| other(plan, |other| other.item.is_some()).label = "something better".to_owned()),
    ("bank.alternatives", |plan| *other(plan, |other| other.item.is_some()).lead_weeks.as_mut().unwrap() -= 1.0),
    ("bank.alternatives", |plan| other(plan, |other| other.item.is_some()).cost_usd = None),
    ("bank.alternatives", |plan| other(plan, is_short).barred = false),
    ("bank.alternatives", |plan| other(plan, is_short).reason = "carries too little".to_owned()),
    ("bank.alternatives", |plan| {
        let usable = &mut other(plan, is_short).usable;
        *usable = usable.map(|usable| 0.9 * usable.max(1.0));
    }),
    ("bank.alternatives", |plan| *other(plan, is_dearer).cost_usd.as_mut().unwrap() *= 1.5),
    ("bank.alternatives", |plan| other(plan, is_dearer).reason = "costs $1 more".to_owned()),
    ("bank.alternatives", |plan| {
        let banks = plan.banks.iter_mut().find(|bank| bank.alternatives.iter().any(is_dearer));
        banks.expect("the plan has the bank").alternatives.reverse();
    }),
    ("bank.fault", |plan| bank(plan, Service::Transformation).chosen.fault_current_ka = Some(10.0)),
    ("bank.fault", |plan| bank(plan, Service::LowVoltagePower).chosen.interrupting_rating_ka = Some(200.0)),
    ("bank.fault", |plan| {
        bank(plan, Service::Transformation).chosen.item = Some("unit_substation_3500kva".to_owned());
        bank(plan, Service::LowVoltagePower).chosen.kept = vec![kept("fan_aisle_boards", 10, 1.0)];
    }),
    ("bank.blocks", |plan| bank(plan, Service::TransferSwitches).chosen.units += 1.0),
    ("bank.blocks", |plan| bank(plan, Service::StandbyPower).chosen.on_boards = None),
    ("bank.blocks", |plan| bank(plan, Service::CriticalPower).chosen.unit_capacity *= 0.5),
    ("bank.weeks", |plan| bank(plan, Service::CriticalPower).chosen.lead_weeks.likely -= 4.0),
    ("bank.weeks", |plan| bank(plan, Service::HeatRejection).chosen.install_weeks.high -= 1.0),
    ("bank.weeks", |plan| bank(plan, Service::FiberRoutes).chosen.install_weeks.likely -= 1.0),
    ("bank.weeks", |plan| bank(plan, Service::FitOut).chosen.mode.expedited = true),
    ("bank.weeks", |plan| bank(plan, Service::FitOut).chosen.mode.slot_reserved = true),
    ("bank.weeks", |plan| bank(plan, Service::StandbyPower).chosen.mode.two_shifts = true),
    ("bank.weeks", |plan| bank(plan, Service::FireProtection).chosen.mode.two_shifts ^= true),
    ("asset.twice", |plan| {
        let firm = bank(plan, Service::GridImport).chosen.kept[0].clone();
        bank(plan, Service::Yard).chosen.kept.push(firm);
    }),
    ("asset.decision", |plan| drop(plan.assets.pop())),
    ("asset.decision", |plan| plan.assets[3].decision = Decision::Reuse),
    ("asset.decision", |plan| plan.assets[1].usable_per_unit *= 2.0),
    ("asset.decision", |plan| plan.assets[0].kind = "diesel_generator".to_owned()),
    ("asset.decision", |plan| plan.assets[0].rating = "9,000 kVA".to_owned()),
    ("asset.decision", |plan| asset(plan, Decision::Reject).reason = "too old".to_owned()),
    ("asset.decision", |plan| asset(plan, Decision::Reuse).reason = "as new".to_owned()),
    ("order.taken", |plan| {
        let ordered = OrderedUnits { order: "none".to_owned(), units: 1.0 };
        bank(plan, Service::StandbyPower).chosen.ordered.push(ordered);
    }),
    ("order.decision", |plan| plan.on_order.push(OrderDecision {
        id: "none".to_owned(),
        item: "diesel_genset_3000kw".to_owned(),
        count: 1,
        place: Place::Site,
        arrives: plan.as_of,
        remaining_usd: None,
        used: 0.0,
        reason: String::new(),
    })),
    ("fiber.routes", |plan| drop(bank(plan, Service::FiberRoutes).chosen.kept.pop())),
    ("fiber.routes", |plan| bank(plan, Service::FiberRoutes).chosen.kept[1].asset = "fiber_routes.seattle".to_owned()),
    ("fiber.routes", |plan| bank(plan, Service::FiberRoutes).chosen.kept[1].asset = "fiber_routes.quincy".to_owned()),
    ("site.grid", |plan| swarm(bank(plan, Service::ChilledWater), "chiller_air_1500kw", 1e3)),
    ("site.water", |plan| swarm(bank(plan, Service::HeatRejection), "fluid_cooler_2000kw", 1e3)),
    ("site.yard", |plan| swarm(bank(plan, Service::StandbyPower), "diesel_genset_3000kw", 1e3)),
    ("price.parts", |plan| bank(plan, Service::CriticalPower).chosen.parts[0].quantity -= 1.0),
    ("price.parts", |plan| drop(bank(plan, Service::StandbyPower).chosen.parts.pop())),
    ("price.parts", |plan| bank(plan, Service::FiberRoutes).chosen.parts[0].quantity *= 0.5),
    ("price.parts", |plan| {
        let firm = bank(plan, Service::GridImport);
        (firm.chosen.units, firm.chosen.unit_capacity) = (1.0, 6.0);
    }),
    ("price.unit", |plan| dearer(&mut bank(plan, Service::CriticalPower).chosen.parts[0].unit_price, -0.01)),
    ("price.unit", |plan| bank(plan, Service::CriticalPower).chosen.parts[0].unit_price = None),
    ("price.unit", |plan| bank(plan, Service::CriticalPower).chosen.parts[0].sources.clear()),
    ("price.unit", |plan| bank(plan, Service::LowVoltagePower).chosen.mode.slot_reserved ^= true),
    ("price.unit", |plan| bank(plan, Service::LowVoltagePower).chosen.mode.expedited ^= true),
    ("price.unit", |plan| bank(plan, Service::FireProtection).chosen.mode.two_shifts ^= true),
    ("price.cost", |plan| bank(plan, Service::CriticalPower).chosen.cost.likely -= 0.01),
    ("bom.lines", |plan| drop(plan.bom.remove(0))),
    ("bom.lines", |plan| plan.bom.push(plan.bom[0].clone())),
    ("bom.lines", |plan| line(plan).quantity += 1.0),
    ("bom.lines", |plan| line(plan).lead_weeks -= 1.0),
    ("bom.bought", |plan| drop(plan.other_items.pop_first())),
    ("bom.bought", |plan| plan.other_items.values_mut().for_each(|item| item.name.push('!'))),
    ("bom.bought", |plan| drop(plan.bought.remove(0))),
    ("bom.bought", |plan| plan.bought[0].figures[0].value += 1.0),
    ("bom.bought", |plan| drop(plan.bought[0].figures.remove(0))),
    ("bom.bought", |plan| plan.bought[0].supply = Supply::OwnerOwner),
    ("plan.record", |plan| plan.site.elevation_m += 100.0),
    ("plan.record", |plan| plan.site.medium_voltage_kv = 4.16),
    ("plan.record", |plan| plan.site.frequency_hz = 50.0),
    ("hall.load", |plan| plan.halls[0].low_voltage_v = 600.0),
    ("bom.spares", |plan| drop(plan.spares.pop())),
    ("bom.spares", |plan| plan.spares.push(plan.spares[0].clone())),
    ("bom.spares", |plan| plan.spares[0].quantity += 1.0),
    ("bom.spares", |plan| plan.spares[0].bought += 1.0),
    ("bom.spares", |plan| plan.spares[0].name.push('!')),
    ("bom.spares", |plan| plan.spares[0].one_for *= 2.0),
    ("bom.payment", |plan| plan.payment.deposit_pct += 1.0),
    ("bom.payment", |plan| plan.payment.days = 0.0),
    ("price.unit", |plan| bank(plan, Service::CriticalPower).chosen.parts[0].price_confidence = None),
    ("bom.amount", |plan| dearer(&mut line(plan).amount, 0.01)),
    ("price.unit", |plan| bank(plan, Service::CriticalPower).chosen.parts[0].price_parts = None),
    ("price.unit", |plan| {
        let parts = &mut bank(plan, Service::CriticalPower).chosen.parts[0].price_parts;
        parts.as_mut().unwrap().time_usd += 1.0;
    }),
    ("price.unit", |plan| bank(plan, Service::CriticalPower).chosen.parts[0].price_split = None),
    ("price.unit", |plan| {
        let split = bank(plan, Service::CriticalPower).chosen.parts[0].price_split.as_mut().unwrap();
        (split.goods.likely, split.installation.likely) = (split.goods.likely + 1.0, split.installation.likely - 1.0);
    }),
    ("price.unit", |plan| {
        let split = bank(plan, Service::CriticalPower).chosen.parts[0].price_split.as_mut().unwrap();
        split.installation.high += 0.01;
    }),
    ("price.unit", |plan| {
        let part = &mut bank(plan, Service::FireProtection).chosen.parts[0];
        part.price_split = part.unit_price.map(|price| PriceSplit::of(price, Range::ZERO));
    }),
    ("bom.lines", |plan| line(plan).price_split = None),
    ("bom.amount", |plan| line(plan).unit_price = None),
    ("capex.direct", |plan| plan.capex.direct.high -= 0.01),
    ("capex.soft", |plan| drop(plan.capex.soft.pop())),
    ("capex.soft", |plan| plan.capex.soft[0].amount.likely -= 0.01),
    ("capex.soft", |plan| plan.capex.soft[0].name = "Other costs".to_owned()),
    ("capex.total", |plan| plan.capex.total.likely -= 0.01),
    ("capex.total", |plan| plan.capex.million_usd_per_it_mw *= 0.9),
    ("capex.service", |plan| plan.capex.by_service[0].amount.low -= 0.01),
    ("capex.service", |plan| { plan.capex.by_service.pop(); }),
    ("capex.premiums", |plan| plan.capex.expedite_usd += 1000.0),
    ("capex.premiums", |plan| plan.capex.reserve_usd -= 1000.0),
    ("capex.premiums", |plan| plan.capex.two_shifts_usd += 1000.0),
    ("capex.premiums", |plan| bank(plan, Service::LowVoltagePower).chosen.mode.slot_reserved ^= true),
    ("capex.lines", |plan| plan.capex.lines_unpriced += 1),
    ("capex.budget", |plan| plan.capex.total.likely = 2e9),
    ("task.expansion", |plan| drop(plan.tasks.remove(5))),
    ("task.expansion", |plan| plan.tasks.push(plan.tasks[5].clone())),
    ("task.expansion", |plan| task(plan, "A13").calendar = TaskCalendar::Worked),
    ("task.expansion", |plan| task(plan, "A13").id = "A13b".to_owned()),
    ("task.expansion", |plan| plan.tasks[3].name = "Nothing".to_owned()),
    ("task.expansion", |plan| plan.tasks[3].phase = "construction of nothing".to_owned()),
    ("task.links", |plan| drop(task(plan, "A47").after.pop())),
    ("task.links", |plan| task(plan, "A06").after[0].lag_weeks = 0.0),
    ("task.links", |plan| task(plan, "A05").after[0].kind = "SS".to_owned()),
    ("task.links", |plan| bank(plan, Service::LowVoltagePower).chosen.mode.slot_reserved ^= true),
    ("task.links", |plan| {
        let mut tasks = plan.tasks.iter_mut();
        let fuel = tasks.find(|task| task.id == "barn.fuel.A25").expect("the plan has the task");
        fuel.after[0].task = "A01".to_owned();
    }),
    ("task.cycle", |plan| {
        let last = TaskLink { task: task(plan, "A47").id.clone(), kind: "FS".to_owned(), lag_weeks: 0.0 };
        task(plan, "A01").after.push(last);
    }),
    ("task.cycle", |plan| task(plan, "A47").after[0].task = "nowhere".to_owned()),
    ("task.weeks", |plan| task(plan, "A13").weeks.likely -= 4.0),
    ("task.weeks", |plan| task(plan, "A26").weeks.likely -= 4.0),
    ("task.calendar", |plan| { let task = task(plan, "A09"); task.finish -= 1.day(); }),
    ("task.calendar", |plan| { let task = task(plan, "A09"); task.start = date(2027, 1, 9); }),
    ("task.calendar", |plan| { let task = task(plan, "A09"); task.late_finish += 30.days(); }),
    ("task.calendars", |plan| drop(plan.calendars.pop())),
    ("task.calendars", |plan| { plan.calendars[0].closed.pop(); }),
    ("task.calendars", |plan| plan.calendars[0].workdays_per_week = 6),
    ("task.calendars", |plan| plan.calendars[2].until = plan.calendars[2].from),
    ("task.start", |plan| shift(task(plan, "A01"), -7)),
    ("task.start", |plan| task(plan, "A15").not_before = None),
    ("task.order", |plan| shift(task(plan, "A47"), -7)),
    ("task.order", |plan| shift(task(plan, "A32"), -28)),
    ("task.late", |plan| { let task = task(plan, "A47"); (task.late_start, task.late_finish) = (task.start + 7.days(), task.finish + 7.days()); }),
    ("task.late", |plan| { let task = task(plan, "A07"); (task.late_start, task.late_finish) = (task.start + 700.days(), task.finish + 700.days()); }),
    ("task.put_off", stop_early),
    ("task.put_off", order_early),
    ("task.float", |plan| task(plan, "A12").total_float_days += 1),
    ("task.float", |plan| { let task = task(plan, "A12"); task.critical = !task.critical; }),
    ("task.float", |plan| { let task = task(plan, "A12"); task.free_float_days = task.total_float_days + 1; }),
    ("task.float", |plan| { let task = task(plan, "A07"); (task.total_float_days, task.free_float_days) = (700, 700); }),
    ("task.driver", |plan| task(plan, "A47").driven_by = Some("A01".to_owned())),
    ("hall.load", |plan| plan.halls[0].racks += 1),
    ("hall.load", |plan| plan.halls[0].it_mw += 1.0),
    ("hall.load", |plan| plan.halls.clear()),
    ("hall.load", |plan| plan.halls[0].racks -= 1),
    ("hall.load", |plan| plan.halls[0].sized_by = "what the client wants".to_owned()),
    ("hall.fit", |plan| {
        let halls = vec![HallFit { hall: "barn".to_owned(), racks_asked: 90, racks: 90, origin: String::new() }];
        plan.fit = Some(Fit { halls, strategies: Vec::new(), maximal: true, stops: Vec::new(), questions: 1 });
    }),
    ("hall.order", |plan| plan.hall_order = vec!["barn".to_owned()]),
    ("hall.ready", |plan| plan.halls[0].ready -= 1.day()),
    ("hall.range", |plan| plan.halls[0].ready_low -= 1.day()),
    ("hall.range", |plan| plan.halls[0].ready_high = plan.halls[0].ready),
    ("hall.deadline", |plan| plan.halls[0].ready = date(2031, 1, 1)),
    ("hall.chain", |plan| plan.halls[0].driving_chain.clear()),
    ("hall.chain", |plan| drop(plan.halls[0].driving_chain.remove(0))),
    ("hall.chain", |plan| drop(plan.halls[0].driving_chain.remove(2))),
    ("hall.chain", |plan| drop(plan.halls[0].driving_chain.pop())),
    ("task.links", |plan| plan.halls[0].live_early.push("site.medium_voltage".to_owned())),
    ("hall.phases", |plan| plan.halls[0].live_early.push("barn.fuel".to_owned())),
    ("hall.phases", |plan| live_early(plan, "site.medium_voltage")),
    ("hall.mining", |plan| plan.halls[0].mining_stops = Some(plan.halls[0].ready)),
    ("hall.mining", |plan| plan.halls[0].mining_margin_lost_usd = Some(0.0)),
    ("hall.mining", |plan| plan.halls[0].mining_margin_lost_usd = None),
    ("approvals.sizes", |plan| drop(plan.studies.approvals.sizes.pop())),
    ("approvals.sizes", |plan| plan.studies.approvals.sizes[1].value -= 1.0),
    ("approvals.sizes", |plan| plan.studies.approvals.sizes[3].missing = None),
    ("approvals.rules", |plan| drop(plan.studies.approvals.rules.pop())),
    ("approvals.rules", |plan| plan.studies.approvals.rules[0].at_least += 1.0),
    ("approvals.rules", |plan| plan.studies.approvals.rules[0].asks.push('!')),
    ("approvals.rules", |plan| plan.studies.approvals.rules.iter_mut().for_each(|rule| rule.status = RuleStatus::Below)),
    ("approvals.rules", |plan| { let rule = plan.studies.approvals.rules[0].clone(); plan.studies.approvals.rules.push(rule); }),
    ("approvals.rules", |plan| plan.studies.approvals.local_rules = 0),
    ("approvals.rules", |plan| plan.studies.approvals.unchecked.push(plan.studies.approvals.rules[0].id.clone())),
    ("approvals.permits", |plan| drop(plan.studies.approvals.permits.pop())),
    ("approvals.permits", |plan| plan.studies.approvals.permits[0].held = true),
    ("approvals.permits", |plan| plan.studies.approvals.permits[0].finish -= 1.day()),
    ("approvals.permits", |plan| {
        let (path, rules) = (ApprovalPath::Hearing, Vec::new());
        plan.studies.approvals.permits[0].harder = Some(HarderPath { path, rules, weeks: None, delay_weeks: None });
    }),
    ("approvals.work", |plan| plan.studies.approvals.crews.push(CrewLimit { trade: "fire".to_owned(), halls: 1 })),
    ("approvals.work", |plan| {
        let (first, last) = (plan.halls[0].ready, plan.halls[0].ready);
        plan.studies.approvals.outdoor_stops.push(OutdoorStop { first, last, working_days: 1 });
    }),
    ("mining.phases", |plan| drop(plan.studies.mining.phases.remove(1))),
    ("mining.phases", |plan| plan.studies.mining.phases[0].mining_mw -= 1.0),
    ("mining.phases", |plan| { let phase = plan.studies.mining.phases.last_mut().expect("phases"); phase.draw_mw -= 1.0; phase.headroom_mw += 1.0; }),
    ("mining.phases", |plan| plan.studies.mining.phases[0].headroom_mw += 1.0),
    ("mining.phases", |plan| plan.studies.mining.phases[0].given_up_mw += 1.0),
    ("mining.phases", |plan| plan.studies.mining.phases[0].events.clear()),
    ("mining.margin", |plan| plan.studies.mining.earned_usd = plan.studies.mining.earned_usd.map(|usd| usd + 1.0)),
    ("mining.margin", |plan| plan.studies.mining.lost_usd = None),
    ("mining.margin", |plan| plan.studies.mining.curtailed_mwh += 1.0),
    ("mining.margin", |plan| plan.studies.mining.curtailed_usd = Some(1.0)),
    ("mining.after", |plan| plan.studies.mining.after.draw_mw -= 1.0),
    ("mining.after", |plan| plan.studies.mining.after.unused_mw += 1.0),
    ("mining.after", |plan| plan.studies.mining.after.unused_usd_per_year = Some(-1.0)),
    ("mining.bridge", |plan| {
        let bridge = BridgePower { gas_mw: 9.0, engines_mw: 4.5, engines_built: None, step_connected: None, weeks: None };
        plan.studies.mining.bridge = Some(bridge);
    }),
    ("studies.power_balance", |plan| plan.studies.power.balance.plant_kw -= 10.0),
    ("studies.power_balance", |plan| plan.studies.power.balance.house_kw *= 2.0),
    ("studies.power_balance", |plan| plan.studies.power.halls[0].nodes[1].loss_kw = None),
    ("studies.power_chain", |plan| plan.studies.power.nodes[0].amps += 1.0),
    ("studies.power_chain", |plan| plan.studies.power.halls[0].nodes[0].units += 2),
    ("studies.power_chain", |plan| plan.studies.power.halls[0].nodes[1].usable_load_pct = Some(50.0)),
    ("studies.power_chain", |plan| plan.studies.power.halls[0].nodes[2].volts = 480.0),
    ("studies.power_chain", |plan| plan.studies.power.halls.clear()),
    ("studies.power_feeds", |plan| plan.studies.power.halls[0].feeds = None),
    ("studies.power_feeds", |plan| plan.studies.power.halls[0].feeds.as_mut().expect("feeds").racks_per_run += 1),
    ("studies.power_feeds", |plan| plan.studies.power.halls[0].feeds.as_mut().expect("feeds").whip.design_a /= 1.25),
    ("studies.power_fault", |plan| plan.studies.power.medium_voltage = None),
    ("studies.power_fault", |plan| plan.studies.power.halls[0].fault_levels[0].closed_ka = Some(60.0)),
    ("studies.power_fault", |plan| plan.studies.power.halls[0].fault_levels[0].verdict = FaultVerdict::Within),
    ("studies.power_fault", |plan| plan.studies.power.halls[0].fault_levels[2].rating_ka = Some(100.0)),
    ("studies.power_blocks", |plan| plan.studies.power.halls[0].blocks.as_mut().expect("blocks").boards -= 1),
    ("studies.power_blocks", |plan| plan.studies.power.halls[0].blocks.as_mut().expect("blocks").parts[1].least_units += 1),
    ("studies.power_blocks", |plan| plan.studies.power.halls[0].blocks.as_mut().expect("blocks").parts[3].feeds_a = None),
    ("studies.power_standby", |plan| plan.studies.power.halls[0].standby.as_mut().expect("sets").hours_full += 1.0),
    ("studies.power_standby", |plan| plan.studies.power.halls[0].standby.as_mut().expect("sets").largest_out_kw += 1.0),
    ("studies.power_standby", |plan| plan.studies.power.swing.swing_mw += 1.0),
    ("order.dates", |plan| { let line = line(plan); line.order_by = line.need_by; }),
    ("order.dates", |plan| line(plan).order_planned = None),
    ("order.dates", |plan| line(plan).need_by = None),
    ("studies.scope", |plan| plan.studies.scope.steps[0].amount.likely += 1.0),
    ("studies.scope", |plan| plan.studies.scope.steps[2].cumulative.high -= 1.0),
    ("studies.scope", |plan| plan.studies.scope.steps.swap(0, 1)),
    ("studies.scope", |plan| plan.studies.scope.critical_it_mw *= 1.1),
    ("studies.scope", |plan| plan.studies.scope.gross_mw *= 0.9),
    ("studies.scope", |plan| plan.studies.scope.utility_mw *= 2.0),
    ("studies.scope", |plan| plan.studies.scope.tenant_racks = Some(Range::ZERO)),
    ("studies.routes", |plan| plan.studies.network.routes[0].fiber_ms *= 0.9),
    ("studies.routes", |plan| plan.studies.network.routes[1].round_trip_ms -= 0.1),
    ("studies.routes", |plan| plan.studies.network.routes[1].share_of_limit_pct = 99.0),
    ("studies.routes", |plan| plan.studies.network.routes[2].admissible = true),
    ("studies.routes", |plan| plan.studies.network.routes[2].chosen = true),
    ("studies.routes", |plan| plan.studies.network.routes[0].leased_km += 1.0),
    ("studies.routes", |plan| plan.studies.network.routes[0].entrance = Some("gate".to_owned())),
    ("studies.routes", |plan| plan.studies.network.longest_line_of_sight_km += 1.0),
    ("studies.routes", |plan| drop(plan.studies.network.routes.pop())),
    ("studies.diversity", |plan| plan.studies.network.pairs.clear()),
    ("studies.diversity", |plan| plan.studies.network.pairs[0].entrances_differ = Some(true)),
    ("studies.diversity", |plan| plan.studies.network.pairs[0].railroad_crossings = 0),
    ("studies.diversity", |plan| plan.studies.network.builds[0].break_even_strands += 1.0),
    ("studies.diversity", |plan| plan.studies.network.builds[1].lease.high *= 2.0),
    ("studies.diversity", |plan| drop(plan.studies.network.builds.pop())),
    ("studies.diversity", |plan| {
        plan.studies.network.lit = Some(LitCapacity {
            asked_gbps: 400.0, wavelength_gbps: 400.0, wavelengths: 1, pairs: 1, lit_gbps: 400.0,
        });
    }),
    ("studies.fabric", |plan| plan.studies.network.fabrics[0].links_two_tier += 1),
    ("studies.fabric", |plan| plan.studies.network.fabrics[0].joined = None),
    ("studies.fabric", |plan| plan.studies.network.fabrics[0].middle.as_mut().unwrap().length_m -= 1.0),
    ("studies.fabric", |plan| plan.studies.network.fabrics[0].corner = None),
    ("studies.fabric", |plan| plan.studies.network.fabrics[0].middle.as_mut().unwrap().medium = Some("active copper (AEC)".to_owned())),
    ("studies.fabric", |plan| plan.studies.network.meet_me_rooms += 1),
    ("studies.clusters", |plan| plan.studies.network.clusters.clear()),
    ("studies.clusters", |plan| plan.studies.network.clusters[0].it_mw += 1.0),
    ("studies.clusters", |plan| plan.studies.network.unlocated.push("barn".to_owned())),
    ("studies.clusters", |plan| plan.studies.network.reach_m *= 2.0),
    ("studies.clusters", |plan| {
        plan.studies.network.spans.push(HallSpan { one: "barn".to_owned(), other: "barn".to_owned(), distance_m: 1.0 });
    }),
    ("studies.layout", |plan| plan.studies.building.halls.clear()),
    ("studies.layout", |plan| plan.studies.building.halls[0].room = None),
    ("studies.layout", |plan| plan.studies.building.halls[0].full.rows += 1),
    ("studies.layout", |plan| plan.studies.building.halls[0].full.racks_per_row += 1),
    ("studies.layout", |plan| plan.studies.building.halls[0].full.rows -= 1),
    ("studies.layout", |plan| plan.studies.building.halls[0].full.cross_aisles = 0),
    ("studies.layout", |plan| plan.studies.building.halls[0].full.cdus_per_row = 0),
    ("studies.layout", |plan| plan.studies.building.halls[0].stands_in = StandsIn::NewShell),
    ("studies.layout", |plan| plan.studies.building.halls[0].length_m += 1.0),
    ("studies.layout", |plan| plan.studies.building.halls[0].rest_m2 += 1.0),
    ("studies.layout", |plan| plan.studies.building.halls[0].plant_and_gray_m2 -= 1.0),
    ("studies.building", |plan| plan.studies.building.footprint_kg_per_m2 -= 1.0),
    ("studies.building", |plan| plan.studies.building.yard_lift = None),
    ("studies.building", |plan| plan.studies.building.indoor_lift.as_mut().unwrap().weight_kg = 1.0),
    ("studies.building", |plan| plan.studies.building.acoustic_screen_m = Some(10.0)),
    ("studies.building", |plan| plan.studies.building.yard_available_m2 += 1.0),
    ("studies.building", |plan| plan.studies.building.halls[0].floor_kg_per_m2 = None),
    ("studies.building", |plan| plan.studies.building.halls[0].door_m = Some((4.0, 4.0))),
    ("studies.building", |plan| plan.studies.building.halls[0].tallest.size_m = 1.0),
    ("studies.building", |plan| plan.studies.building.halls[0].steel_t = 0.0),
    ("requirement.fixed", |plan| plan.requirements[0].formula = "P = n * p * 2".to_owned()),
    ("studies.principles", |plan| principle(plan, HeatRejectionPrinciple::Dry).share_pct = 50.0),
    ("studies.principles", |plan| principle(plan, HeatRejectionPrinciple::Dry).full_rating_to_c += 1.0),
    ("studies.principles", |plan| principle(plan, HeatRejectionPrinciple::Adiabatic).coldest_water_c -= 1.0),
    ("studies.principles", |plan| principle(plan, HeatRejectionPrinciple::Adiabatic).chosen_in.clear()),
    ("studies.principles", |plan| principle(plan, HeatRejectionPrinciple::Evaporative).water_m3_per_day /= 2.0),
    ("studies.principles", |plan| principle(plan, HeatRejectionPrinciple::Chiller).full_rating_supply_c = Some(40.0)),
    ("studies.principles", |plan| drop(plan.studies.cooling.principles.pop())),
    ("studies.pipes", |plan| coolant(plan).header.velocity_m_per_s *= 0.9),
    ("studies.pipes", |plan| coolant(plan).branch = coolant(plan).header),
    ("studies.pipes", |plan| warm_loop(plan).main.dn = 410),
    ("studies.pipes", |plan| { let main = &mut warm_loop(plan).main; main.pipes = 2; main.flow_lpm /= 2.0; }),
    ("studies.loops", |plan| coolant(plan).flow_lpm *= 0.9),
    ("studies.loops", |plan| coolant(plan).return_c += 1.0),
    ("studies.loops", |plan| coolant(plan).pump_kw *= 0.9),
    ("studies.loops", |plan| coolant(plan).seconds_to_limit *= 2.0),
    ("studies.loops", |plan| coolant(plan).cdu.carrying += 1.0),
    ("studies.loops", |plan| coolant(plan).cdu.flow_limit_lpm /= 2.0),
    ("studies.loops", |plan| warm_loop(plan).flow_lpm *= 0.93),
    ("studies.loops", |plan| { let warm = warm_loop(plan); warm.pump_kw *= 250.0 / warm.head_kpa; warm.head_kpa = 250.0; }),
    ("studies.loops", |plan| warm_loop(plan).coolant = "water".to_owned()),
    ("studies.loops", |plan| plan.studies.cooling.halls[0].cold_loop.heat_kw /= 2.0),
    ("studies.loops", |plan| plan.studies.cooling.halls[0].fill.antifreeze_m3 = Some(0.0)),
    ("studies.loops", |plan| plan.studies.cooling.halls[0].fill.winter_c = -30.0),
    ("studies.loops", |plan| plan.studies.cooling.halls.clear()),
    ("studies.buffer", |plan| plan.studies.cooling.halls[0].buffer = None),
    ("studies.buffer", |plan| buffer(plan).cold_minutes = 5.0),
    ("studies.buffer", |plan| buffer(plan).warm_minutes_needed += 3.5),
    ("studies.buffer", |plan| buffer(plan).chosen_m3 += 10.0),
    ("studies.buffer", |plan| { let buffer = buffer(plan); buffer.warm_minutes *= 1.1; buffer.cold_minutes *= 1.1; }),
    ("studies.air", |plan| plan.studies.cooling.halls[0].air.flow_m3_per_s *= 0.9),
    ("studies.air", |plan| drop(plan.studies.cooling.halls[0].air.sources.pop())),
    ("studies.air", |plan| plan.studies.cooling.halls[0].air.dew_point_c -= 1.0),
    ("studies.pue", |plan| plan.studies.energy.design_pue -= 0.01),
    ("studies.pue", |plan| { plan.studies.energy.uses.pop(); }),
    ("studies.pue", |plan| plan.studies.energy.it_mw *= 1.1),
    ("studies.hours", |plan| plan.studies.energy.year = None),
    ("studies.hours", |plan| year(plan).bins[0].hours += 24.0),
    ("studies.hours", |plan| year(plan).plants[1].compressor_hours = 0.0),
    ("studies.year", |plan| year(plan).pue -= 0.01),
    ("studies.year", |plan| year(plan).site_mwh *= 0.99),
    ("studies.year", |plan| year(plan).wue_l_per_kwh = 0.0),
    ("studies.year", |plan| year(plan).plants[0].mean_kw *= 0.9),
    ("studies.year", |plan| year(plan).plants[0].wet_hours -= 100.0),
    ("studies.year", |plan| year(plan).plants[1].mean_kw = 1e4),
    ("studies.year", |plan| { let year = year(plan); year.plants[0].water_m3 /= 2.0; year.water_m3 /= 2.0; }),
];

/// Corruptions of a plan in which crews go through two halls in another order than the file's.
pub const ORDER_CORRUPTIONS: &[Corruption] = &[
    ("hall.order", |plan| plan.hall_order.truncate(1)),
    ("hall.order", |plan| plan.hall_order[1] = plan.hall_order[0].clone()),
    ("hall.order", |plan| plan.hall_order.push("q3".to_owned())),
    ("task.links", |plan| plan.hall_order.reverse()),
    ("task.links", |plan| plan.hall_order.clear()),
    ("task.links", |plan| {
        let waits = |task: &&mut Task| task.place.hall() == Some("q1") && task.activity == "A16";
        let task = plan.tasks.iter_mut().find(waits).expect("the plan has the task");
        task.after.retain(|link| !link.task.starts_with("q2."));
    }),
];

fn fit(plan: &mut Plan) -> &mut Fit {
    plan.fit.as_mut().expect("the plan says what fits")
}

/// Corruptions of a plan for the most IT power in which fewer racks fit than are asked for.
#[rustfmt::skip]
pub const FIT_CORRUPTIONS: &[Corruption] = &[
    ("hall.load", |plan| plan.halls[0].racks = 1000),
    ("hall.load", |plan| plan.fit = None),
    ("requirement.fixed", |plan| { plan.halls[0].racks -= 1; fit(plan).halls[0].racks -= 1; }),
    ("hall.fit", |plan| plan.halls[0].racks -= 1),
    ("hall.fit", |plan| fit(plan).halls[0].racks += 1),
    ("hall.fit", |plan| { let hall = &mut fit(plan).halls[0]; hall.racks_asked = hall.racks; }),
    ("hall.fit", |plan| fit(plan).halls.clear()),
    ("hall.fit", |plan| fit(plan).halls[0].origin.clear()),
    ("hall.fit", |plan| fit(plan).strategies[0].racks += 1),
    ("hall.fit", |plan| fit(plan).stops.clear()),
    ("hall.fit", |plan| fit(plan).stops[0].clashes.clear()),
    ("hall.fit", |plan| fit(plan).stops[0].clashes[0].asks[0].racks -= 1),
];

/// Ways to make the plan of the containers wrong, whose transformers are left out.
pub const LEFT_OUT_CORRUPTIONS: &[Corruption] = &[
    ("asset.decision", |plan| asset(plan, Decision::NotNeeded).reason = "too old".to_owned()),
    ("asset.decision", |plan| asset(plan, Decision::NotNeeded).reason.push_str(" or more")),
];
