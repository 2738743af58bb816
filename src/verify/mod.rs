//! The plan checked against its inputs: every claim is derived again by plain arithmetic, in another way than it was made.
//!
//! This part knows neither the candidates' making, nor the task network's, nor the solver, nor the schedule: it reads the
//! site and the plan alone. Claims may be conservative (losses are taken at the most that a bank may carry), never the
//! other way. One check is one function and one row of [`CHECKS`].

mod alternatives;
mod approvals;
mod balance;
mod bill;
mod blocks;
mod bought;
mod building;
mod calendars;
mod capacity;
mod capex;
mod connections;
mod cooling;
mod dates;
mod energy;
mod facts;
mod failure;
mod fault;
mod fiber;
mod fit;
mod halls;
mod kept;
mod labels;
mod limits;
mod mining;
mod moves;
mod network;
mod on_order;
mod orders;
mod parts;
mod phases;
mod power;
mod price;
mod rating;
mod reasons;
mod record;
mod report;
mod requirement;
mod scope;
mod span;
mod spares;
mod weeks;
mod words;

pub use fit::fitting;

use crate::domain::plan::Plan;
use crate::validate::Site;
use facts::Facts;
use report::Report;

/// A claim of the plan that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The stable id of the check: `bank.capacity`.
    pub check: &'static str,
    /// What it is about: a requirement, bank, task, hall, line or field.
    pub subject: String,
    /// What is claimed and what was found.
    pub message: String,
}

/// One check.
#[derive(Clone, Copy)]
pub struct Check {
    /// Its stable id.
    pub id: &'static str,
    /// What it holds the plan to.
    pub claim: &'static str,
    run: fn(&Facts, &mut Report),
}

const fn check(id: &'static str, claim: &'static str, run: fn(&Facts, &mut Report)) -> Check {
    Check { id, claim, run }
}

/// All checks, in the order in which their findings come.
pub const CHECKS: &[Check] = &[
    check("plan.record", "schema, inputs, day, site summary and warnings are those of the inputs", record::plan),
    check("plan.sources", "every source that a price names is recorded as the catalogs have it", record::sources),
    check(
        "plan.assumptions",
        "assumptions are the facility's, those of every plan, and those that the choice calls for",
        reasons::assumptions,
    ),
    check("solution.objective", "what was minimized is what is asked for", record::objective),
    check(
        "solution.gap",
        "the gap follows from cost and bound, and only a closed one is called optimal",
        record::solution,
    ),
    check("requirement.bank", "every requirement has one bank, and every bank one requirement", requirement::paired),
    check("requirement.fixed", "fixed demands are those of the formulas", requirement::fixed),
    check("requirement.sum", "an amount is its fixed part and all draws of what was chosen", requirement::sum),
    check("requirement.demand", "no amount is below the balance of the actual loads", requirement::demand),
    check("requirement.gap", "the gap is what the assets leave open", requirement::gap),
    check("bank.policy", "banks are sized for the target's redundancy", capacity::policy),
    check("bank.capacity", "what is left in every failure event carries the requirement", capacity::carries),
    check("bank.usable", "no bank claims more than its worst failure event leaves", capacity::usable),
    check("bank.covers", "a bank supplies others no more than it has", capacity::covers),
    check("bank.unit_capacity", "no new unit is rated above what the site allows", rating::new_units),
    check(
        "bank.kept",
        "what is kept is there or may be moved there, serves the bank's service, and is rated as judged",
        kept::usable,
    ),
    check("bank.label", "labels say what is kept, bought and paid for time", labels::labels),
    check(
        "bank.alternatives",
        "ways not chosen are of the catalogs, in order of cost, and their figures are those of their reasons",
        alternatives::alternatives,
    ),
    check("bank.fault", "boards interrupt the fault current of their hall's transformers", fault::boards),
    check("bank.blocks", "what stands on low-voltage boards goes round them, and their buses bear it", blocks::boards),
    check("bank.weeks", "lead and installation follow from the catalog, the quantity and the crews", weeks::banks),
    check("asset.twice", "nothing is kept twice, in place or moved", kept::once),
    check("asset.decision", "every asset has one decision, as judged and as used", kept::decisions),
    check("order.taken", "banks take of orders what was ordered for them, and no unit twice", on_order::taken),
    check("order.decision", "every order has one decision, as used", on_order::decisions),
    check("fiber.routes", "routes are enough, diverse, dark and within the round-trip limit", fiber::routes),
    check("site.grid", "the balance of loads stays within firm power and the steps bought", limits::grid),
    check("site.water", "water drawn on the design day is available", limits::water),
    check("site.yard", "outdoor plant has ground to stand on", limits::yard),
    check("price.parts", "a bank's parts are what its choice takes, in the quantity it takes", parts::quantities),
    check("price.unit", "unit prices follow from the catalog, the region and the premium, to the cent", price::units),
    check("price.cost", "a candidate's cost is the sum of its parts", price::costs),
    check("bom.lines", "the bill of materials is the parts of all chosen candidates", bill::lines),
    check(
        "bom.amount",
        "amounts are quantity times unit price, to the cent, and none where there is no price",
        bill::amounts,
    ),
    check("bom.bought", "what the bill says of its items is what the catalogs say", bought::items),
    check("bom.spares", "what is recommended to be kept in store follows the catalogs' rules", spares::recommended),
    check("bom.payment", "orders are taken to be paid on the catalogs' terms", spares::payment),
    check("capex.direct", "direct cost is the sum of the bill of materials", capex::direct),
    check("capex.soft", "soft costs are the catalog's shares of the direct cost", capex::soft),
    check("capex.total", "the total is direct and soft costs", capex::total),
    check("capex.service", "services' costs are their lines' sums", capex::by_service),
    check(
        "capex.premiums",
        "premiums are those of what is expedited, reserved and built in two shifts",
        capex::premiums,
    ),
    check("capex.lines", "lines are counted by how their price is known", capex::lines),
    check("capex.budget", "the total is within the budget", capex::budget),
    check(
        "task.expansion",
        "every activity has its task for each hall and bank it applies to, once",
        network::expansion,
    ),
    check("task.links", "tasks are linked as the catalog links their activities", network::links),
    check("task.cycle", "no task waits for itself", network::cycle),
    check("task.weeks", "tasks take as long as their activity or the chosen equipment", network::weeks),
    check("task.calendar", "tasks start and end on working days and last their duration", dates::calendar),
    check("task.calendars", "the plan's calendars work on the days of the facility's", calendars::calendars),
    check("task.start", "no task starts before the project, or before its miners may stop", dates::start),
    check("task.order", "planned dates keep every link and its lag", dates::order),
    check("task.late", "latest dates keep every link, and delay no hall", dates::late),
    check(
        "task.put_off",
        "orders, and the stop of miners that earn, are planned no earlier than need be",
        dates::put_off,
    ),
    check("task.float", "float is the room to the latest dates and to the successors", dates::float),
    check("task.driver", "the driver of a task is a predecessor that sets its start", dates::driver),
    check("hall.load", "halls have the racks and the power of the target", halls::loads),
    check(
        "hall.fit",
        "fewer racks than asked for are planned only for the most IT power, and told as they are",
        fit::told,
    ),
    check(
        "hall.order",
        "crews that cannot work in all halls at once go through every converted hall, once",
        network::order,
    ),
    check("hall.ready", "a hall is ready when the task that makes it ready finishes", halls::ready),
    check("hall.range", "ready dates at low and high durations are the earliest that all links allow", halls::range),
    check("hall.deadline", "halls are ready by the target's date", halls::deadline),
    check("hall.chain", "the driving chain is linked from its first task to ready", halls::chain),
    check(
        "hall.phases",
        "what a bank of the site keeps carries the halls that go live before it has grown, in every failure event",
        phases::capacity,
    ),
    check(
        "hall.mining",
        "mining stops with the first task that stops it, and loses its margin until ready",
        halls::mining,
    ),
    check(
        "studies.scope",
        "every cost is in one step of the scope bridge, and its MW are those of the plan",
        scope::bridge,
    ),
    check("studies.routes", "every route has its round trip, its offer and its verdict", connections::routes),
    check(
        "studies.diversity",
        "chosen routes are set side by side, lit and priced as they are",
        connections::diversity,
    ),
    check("studies.fabric", "links follow from accelerators, cables from the rack rooms", connections::fabric),
    check("studies.clusters", "halls of a cluster are within reach of each other", connections::clusters),
    check(
        "studies.layout",
        "racks, CDUs and aisles stand in their rooms, and these in the rectangle",
        building::layout,
    ),
    check("studies.building", "floors, doors, lifts and areas are those of what was chosen", building::structure),
    check(
        "approvals.sizes",
        "what rules measure follows from requirements, bill of materials and routes",
        approvals::sizes,
    ),
    check("approvals.rules", "every rule of the place has the standing its size gives it", approvals::rules),
    check("approvals.permits", "permits have their tasks' dates and the paths that rules lead to", approvals::permits),
    check("approvals.work", "crews and days lost outdoors are those of the facility", approvals::work),
    check("mining.phases", "power of miners, data halls and supply balances on every day it changes", mining::phases),
    check("mining.margin", "margin is earned and lost day by day, and ties to the halls", mining::margin),
    check("mining.after", "what can hash afterwards is the headroom of the design day", mining::after),
    check("mining.bridge", "engines bridge the time to the utility's step", mining::bridge),
    check("studies.power_balance", "all power from the racks to the grid is accounted for", power::balance),
    check("studies.power_chain", "every node of the one-line carries what its bank must", power::chain),
    check("studies.power_feeds", "busway and whips carry what the racks draw, on both sides and on one", power::feeds),
    check("studies.power_fault", "fault levels follow from transformers, utility and generators", power::levels),
    check("studies.power_blocks", "equipment is dealt to the boards as its counts allow", power::blocks),
    check(
        "studies.power_standby",
        "fuel lasts as long as the tanks hold, and swings are those of the racks",
        power::standby,
    ),
    check(
        "studies.principles",
        "heat rejection is judged as the ratings of the catalogs' items say, and chosen as in the plan",
        cooling::principles,
    ),
    check("studies.pipes", "pipes are the smallest that keep the design velocity", cooling::pipes),
    check(
        "studies.loops",
        "flows carry their heat, pumps make flow and head, CDUs stay within their ratings",
        cooling::loops,
    ),
    check("studies.buffer", "tanks bridge the minutes that their water holds", cooling::buffer),
    check("studies.air", "the air's heat has its sources, and its flow carries it", cooling::air),
    check("studies.pue", "PUE is the grid import over the IT load", energy::design_day),
    check(
        "studies.hours",
        "the year has the site's hours, and compressors run in those too warm for coils",
        energy::hours,
    ),
    check("studies.year", "energy and water of the year follow from its hours", energy::year),
    check("order.dates", "order and need dates are those of the bank's tasks", orders::dates),
];

/// Every claim of the plan that does not hold; none where the plan holds.
pub fn verify(site: &Site, plan: &Plan) -> Vec<Finding> {
    let fitting = fit::fitting(site, plan);
    let facts = Facts::new(&fitting, plan);
    CHECKS
        .iter()
        .flat_map(|check| {
            let mut report = Report::new(check.id);
            (check.run)(&facts, &mut report);
            report.findings
        })
        .collect()
}
