//! From kept assets and new units to a candidate: price, dates, and what it draws of other services.

use crate::domain::blocks::OnBoards;
use crate::domain::format::amount;
use crate::domain::plan::{CandidatePlan, Draw, KeptAsset, OrderedUnits, Part};
use crate::domain::{Mode, Place, Policy, Range, Service, Total};
use crate::gap::rating::reused_loss;
use crate::input::catalog::{ConnectsAt, DurationOf, Figure, FootprintIn, Item, ParameterId as P};
use crate::input::facility::Permit;
use crate::physics::electrical::{fault_current_ka, full_load_amps, generator_kva};
use crate::physics::labor::two_shift_duration;
use crate::requirements::cooling::chiller_buffer_m3_per_kw;

use super::draws::{Draws, Level, loss_level};
use super::enumerate::covered;
use super::{BLOCK_SERVICES, Order, modes, moves, orders, price, source};

/// Kept assets and new units on their way to a candidate.
pub struct Build<'a> {
    /// What is kept.
    pub kept: Vec<KeptAsset>,
    /// What is bought.
    pub item: Option<&'a Item>,
    /// How much of it.
    pub units: f64,
    /// Usable capacity of one unit here.
    pub unit_capacity: f64,
    /// What of it is on order already.
    pub ordered: Vec<OrderedUnits>,
}

impl Build<'_> {
    /// Units that are still to be ordered.
    pub fn units_to_order(&self) -> f64 {
        self.units - self.ordered.iter().map(|ordered| ordered.units).total()
    }
}

/// The work of moving what is moved: its items with the units of each.
type Moved<'a> = [(&'a Item, f64)];

/// The work that goes with what is built, whatever the mode.
#[derive(Clone, Copy)]
struct Works<'a> {
    moved: &'a Moved<'a>,
    /// How the ground of the yard that the units take is prepared, and how many m2.
    ground: Option<(&'a Item, f64)>,
}

impl<'a> Works<'a> {
    fn all(self) -> impl Iterator<Item = (&'a Item, f64)> {
        self.moved.iter().copied().chain(self.ground)
    }
}

/// The build in every mode that can matter, the one that buys no time first.
pub fn in_modes(order: &Order, build: &Build) -> Vec<CandidatePlan> {
    let moved = moves::relocations(order.site, &build.kept);
    let plain = candidate(order, build, &moved);
    let works = Works { ground: preparation(order, build, &moved), moved: &moved };
    modes::offered(order, build).into_iter().map(|mode| in_mode(order, build, works, &plain, mode)).collect()
}

/// All that does not hang on the mode, in the mode that buys no time.
fn candidate(order: &Order, build: &Build, moved: &Moved) -> CandidatePlan {
    CandidatePlan {
        label: String::new(),
        kept: build.kept.clone(),
        item: build.item.map(|item| item.id.clone()),
        units: build.units,
        ordered: build.ordered.clone(),
        unit_capacity: build.unit_capacity,
        usable: covered(order, &build.kept, build.units, build.unit_capacity),
        fault_current_ka: fault_current(order, build),
        interrupting_rating_ka: interrupting_rating(order, build),
        on_boards: on_boards(order, build),
        mode: Mode::default(),
        cost: Range::ZERO,
        lead_weeks: Range::ZERO,
        install_weeks: Range::ZERO,
        not_before: moves::not_before(order.site, &build.kept).max(orders::arrive(order.site, &build.ordered)),
        draws: draws(order, build, moved),
        covers: covers(order, build),
        parts: Vec::new(),
    }
}

/// A candidate with what its mode decides.
fn in_mode(order: &Order, build: &Build, works: Works, plain: &CandidatePlan, mode: Mode) -> CandidatePlan {
    let parts = parts(order, build, works, mode);
    CandidatePlan {
        label: label(order, build, mode),
        mode,
        cost: price::cost(&parts),
        lead_weeks: lead_weeks(order, build, works, mode),
        install_weeks: install_weeks(order, build, works.moved, mode),
        parts,
        ..plain.clone()
    }
}

/// The longest of what is bought, what is moved, and the ground that they take.
fn lead_weeks(order: &Order, build: &Build, works: Works, mode: Mode) -> Range {
    let new = build.item.map_or(Range::ZERO, |item| lead(order, build, item, mode));
    works.all().map(|(work, _)| work.lead_weeks.range()).fold(new, Range::max)
}

/// What is bought, then what is moved, in one shift.
fn install_weeks(order: &Order, build: &Build, moved: &Moved, mode: Mode) -> Range {
    let new = build.item.map(|item| install(order, item, build.units, mode));
    let moved = moved.iter().map(|(work, units)| install(order, work, *units, Mode::default()));
    new.into_iter().chain(moved).sum()
}

/// Order to site, none where all is on order; engines that run all year wait for their air permit as well.
fn lead(order: &Order, build: &Build, item: &Item, mode: Mode) -> Range {
    let lead = if build.units_to_order() > 0.0 { price::lead(item, mode) } else { Range::ZERO };
    if order.demand.service != Service::OnSitePower {
        return lead;
    }
    let air = order.site.catalog.activities.iter().find(|activity| activity.permit == Some(Permit::Air));
    lead.max(air.map_or(Range::ZERO, |activity| order.site.approval_weeks(activity)))
}

fn label(order: &Order, build: &Build, mode: Mode) -> String {
    let kept: Vec<String> = build.kept.iter().map(|kept| kept_label(order, kept)).collect();
    let new = build.item.map(|item| {
        let hurry = modes::words(order, mode);
        let link = if item.is_measured() { format!("{} of", item.unit) } else { "x".to_owned() };
        let on_order = build.units - build.units_to_order();
        let on_order = if on_order > 0.0 { format!(", {} of them on order", amount(on_order)) } else { String::new() };
        format!("{} {link} {}{on_order}{hurry}", amount(build.units), item.name)
    });
    let all: Vec<String> = kept.into_iter().chain(new).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(" + ") }
}

/// `existing padmounts`, `6 of existing padmounts`, `4 x padmounts moved from north`.
fn kept_label(order: &Order, kept: &KeptAsset) -> String {
    let count = order.site.assets.iter().find(|asset| asset.id == kept.asset).map_or(1, |asset| asset.count);
    match &kept.moved_from {
        Some(place) => format!("{} x {} moved from {}", kept.units, kept.asset, moves::origin(place)),
        None if kept.units < count => format!("{} of existing {}", kept.units, kept.asset),
        None => format!("existing {}", kept.asset),
    }
}

/// The item itself, on order and new, the moves, and the preparation of the ground that they take.
fn parts(order: &Order, build: &Build, works: Works, mode: Mode) -> Vec<Part> {
    let on_order = build.item.map(|item| orders::parts(order.site, item, &build.ordered, mode)).unwrap_or_default();
    let new = build.item.filter(|_| build.units_to_order() > 0.0).map(|item| {
        let main = price::part(order.site, item, build.units_to_order(), mode);
        Part { lead_weeks: lead(order, build, item, mode).likely, ..main }
    });
    let works = works.all().map(|(work, quantity)| price::part(order.site, work, quantity, Mode::default()));
    on_order.into_iter().chain(new).chain(works).collect()
}

/// How the ground of the yard that the units take is prepared, and how many m2.
fn preparation<'a>(order: &Order<'a>, build: &Build, moved: &Moved) -> Option<(&'a Item, f64)> {
    let yard_m2 = footprint_m2(build, moved, FootprintIn::Yard);
    let work = || order.site.catalog.items_for(Service::Yard).find(|item| item.cost_usd.is_some());
    (yard_m2 > 0.0).then(work).flatten().map(|work| (work, yard_m2))
}

/// Ground or floor that new and moved units take, m2; what stays where it is has its own.
fn footprint_m2(build: &Build, moved: &Moved, place: FootprintIn) -> f64 {
    let all = build.item.map(|item| (item, build.units)).into_iter().chain(moved.iter().copied());
    let here = all.filter(|(item, _)| item.footprint_in == Some(place));
    here.filter_map(|(item, units)| Some(item.footprint_m2.as_ref()?.value * units)).fold(0.0, |sum, m2| sum + m2)
}

/// Weeks to install: batches shared among the crews of the activity; crews do not split a single unit.
pub fn install(order: &Order, item: &Item, units: f64, mode: Mode) -> Range {
    let activity = order.site.catalog.activity_for(order.demand.service, DurationOf::Install);
    let crews = activity.and_then(|a| a.crews).unwrap_or(1);
    let rounds = units / item.install_batch / f64::from(crews);
    let weeks = item.install_weeks.range() * if item.install_batch == 1.0 { rounds.ceil() } else { rounds };
    let loss = order.site.parameter(P::ShiftProductivityLossPct) / 100.0;
    weeks * if mode.two_shifts { two_shift_duration(loss) } else { 1.0 }
}

fn draws(order: &Order, build: &Build, moved: &Moved) -> Vec<Draw> {
    let mut draws = Draws::default();
    let place = &order.demand.place;
    losses(order, build, &mut draws);
    running(order, build, &mut draws);
    let indoors = footprint_m2(build, moved, FootprintIn::Hall);
    draws.add(place, Service::WhiteSpace, indoors);
    draws.add(place, Service::Envelope, indoors);
    draws.add(place, Service::FireProtection, indoors);
    draws.add(&Place::Site, Service::Yard, footprint_m2(build, moved, FootprintIn::Yard));
    draws.list()
}

/// Losses of the power chain at the most that the bank may carry, which kept and new units share by their capacity; indoors
/// they heat the air.
fn losses(order: &Order, build: &Build, draws: &mut Draws) {
    let Some(level) = loss_level(order.demand.service) else { return };
    let new_pct = build.item.and_then(|item| item.loss_pct.as_ref()).map_or(0.0, |figure| figure.value);
    let kept_pct = order.site.parameter(reused_loss(order.demand.service));
    let (kept, new) = (kept_capacity(build), build.units * build.unit_capacity);
    let pct = (kept * kept_pct + new * new_pct) / (kept + new).max(f64::MIN_POSITIVE);
    let in_kva = matches!(level, Level::Transformation | Level::MediumVoltage | Level::HighVoltage | Level::Grid);
    let load_kw = order.most * if in_kva { order.site.parameter(P::PowerFactor) } else { 1.0 };
    let loss_kw = load_kw * pct / 100.0;
    draws.electrical(order.site, &order.demand.place, loss_kw, level);
    if level <= Level::Transformation {
        draws.air_heat(order.site, &order.demand.place, loss_kw);
    }
}

/// Power, heat and water of the units that run; the redundant ones stand by.
fn running(order: &Order, build: &Build, draws: &mut Draws) {
    let place = &order.demand.place;
    let value = |figure: Option<&Figure>| figure.map_or(0.0, |figure| figure.value);
    let units = running_units(order, build);
    if let Some(item) = build.item {
        let critical_kw = units * value(item.critical_kw.as_ref());
        let mechanical_kw = units * value(item.mechanical_kw.as_ref());
        draws.electrical(order.site, place, critical_kw, Level::Core);
        draws.electrical(order.site, place, mechanical_kw, Level::LowVoltage);
        shaft_heat(order, critical_kw + mechanical_kw, draws);
        let water = units * value(item.water_m3_per_day.as_ref());
        draws.add(&Place::Site, Service::MakeUpWater, water);
        if order.demand.service == Service::HeatRejection {
            draws.add(place, Service::ThermalBuffer, order.most * chiller_buffer_m3_per_kw(order.site, item));
        }
    }
    if matches!(order.demand.service, Service::ThermalBuffer | Service::ChilledBuffer) {
        draws.add(place, Service::FacilityFill, build.units * build.unit_capacity);
    }
    if order.demand.service == Service::Fuel {
        draws.add(place, Service::FuelFill, kept_capacity(build) + build.units * build.unit_capacity);
    }
    if order.demand.service == Service::HeatRejection && !build.kept.is_empty() {
        let fans_kw = kept_capacity(build) * order.site.parameter(P::ReusedCoolingPowerPct) / 100.0;
        draws.electrical(order.site, place, fans_kw, Level::LowVoltage);
    }
}

fn kept_capacity(build: &Build) -> f64 {
    build.kept.iter().map(KeptAsset::capacity).total()
}

/// New units that carry the most demand beside what is kept, without redundancy.
fn running_units(order: &Order, build: &Build) -> f64 {
    let needed = ((order.most - kept_capacity(build)).max(0.0) / build.unit_capacity.max(f64::MIN_POSITIVE)).ceil();
    match order.policy {
        Policy::NPlus(0) => build.units,
        _ => needed.min(build.units),
    }
}

/// Where the power of pumps and fans ends as heat.
fn shaft_heat(order: &Order, kw: f64, draws: &mut Draws) {
    let (site, place) = (order.site, &order.demand.place);
    match order.demand.service {
        Service::LiquidCooling => {
            draws.add(place, Service::FacilityWater, kw);
            draws.rejected(site, place, kw);
        }
        Service::FacilityWater => draws.rejected(site, place, kw),
        Service::ChilledCirculation => draws.chillers(site, place, kw),
        Service::AirCooling => {
            draws.add(place, Service::ChilledCirculation, kw);
            draws.chillers(site, place, kw);
        }
        _ => {}
    }
}

/// A new shell supplies floor and envelope by its own area, engines the grid's part with their spare unit out; sets on
/// medium voltage change over there, so that their hall needs no switches for what they carry.
fn covers(order: &Order, build: &Build) -> Vec<Draw> {
    let Some(item) = build.item else { return Vec::new() };
    let supplied = covered(order, &[], build.units, build.unit_capacity);
    let draw = |service, amount| Draw { service, place: order.demand.place.clone(), amount };
    let own = item.also_supplies.iter().map(|&service| draw(service, supplied));
    let kva = supplied / order.site.parameter(P::PowerFactor);
    let changes_over = item.service == Service::StandbyPower && item.connects_at == Some(ConnectsAt::MediumVoltage);
    own.chain(changes_over.then(|| draw(Service::TransferSwitches, kva))).collect()
}

/// Greatest fault current behind the transformers of a build, whatever main transformers are chosen, kA.
fn fault_current(order: &Order, build: &Build) -> Option<f64> {
    if order.demand.service != Service::Transformation {
        return None;
    }
    let volts = order.site.low_voltage_v(&order.demand.place);
    let asset = |id: &str| order.site.assets.iter().find(|asset| asset.id == id);
    let kept = build.kept.iter().filter_map(|k| asset(&k.asset)).filter_map(|a| Some((a.nameplate, a.impedance_pct?)));
    let new = build.item.and_then(|item| Some((build.unit_capacity, item.impedance_pct.as_ref()?.value)));
    let source = source::bus_mva(order.site, order.ledger);
    kept.chain(new).map(|(kva, impedance)| fault_current_ka(kva, volts, impedance, source)).reduce(f64::max)
}

/// Smallest fault current that the boards of a build can interrupt, kA.
fn interrupting_rating(order: &Order, build: &Build) -> Option<f64> {
    if order.demand.service != Service::LowVoltagePower {
        return None;
    }
    let asset = |id: &str| order.site.assets.iter().find(|asset| asset.id == id);
    let kept = build.kept.iter().filter_map(|k| asset(&k.asset)?.interrupting_rating_ka);
    let new = build.item.and_then(|item| item.interrupting_rating_ka.as_ref()).map(|figure| figure.value);
    kept.chain(new).reduce(f64::min)
}

/// What stands on the low-voltage boards of the hall, and the boards themselves.
fn on_boards(order: &Order, build: &Build) -> Option<OnBoards> {
    let service = order.demand.service;
    let at_medium_voltage = build.item.is_some_and(|item| item.connects_at == Some(ConnectsAt::MediumVoltage));
    if !BLOCK_SERVICES.contains(&service) || at_medium_voltage {
        return None;
    }
    let amps = |nameplate: f64| board_amps(order, service, nameplate);
    let asset = |id: &str| order.site.assets.iter().find(|asset| asset.id == id);
    let kept = build.kept.iter().filter_map(|k| Some((k.units, k.unit_capacity, amps(asset(&k.asset)?.nameplate))));
    let new = build.item.and_then(|item| {
        let nameplate = item.amps.as_ref().or(item.capacity.as_ref())?.value;
        Some((build.units as u32, build.unit_capacity, amps(nameplate)))
    });
    let worse = |a: f64, b: f64| if service == Service::LowVoltagePower { a.min(b) } else { a.max(b) };
    let all = kept.chain(new).map(|(units, capacity, amps)| OnBoards { units, capacity, amps });
    all.reduce(|a, b| OnBoards {
        units: a.units + b.units,
        capacity: a.capacity.min(b.capacity),
        amps: worse(a.amps, b.amps),
    })
}

/// Current of a unit by its nameplate: amperes for gear, kW at their power factor for sets and UPS.
fn board_amps(order: &Order, service: Service, nameplate: f64) -> f64 {
    let volts = order.site.low_voltage_v(&order.demand.place);
    match service {
        Service::StandbyPower => full_load_amps(generator_kva(nameplate), volts),
        Service::CriticalPower => full_load_amps(nameplate / order.site.parameter(P::PowerFactor), volts),
        _ => nameplate,
    }
}
