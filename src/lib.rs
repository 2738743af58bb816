//! Plans the conversion of bitcoin mines into AI data centers: what is missing, what can be re-used, what to buy, when to
//! order it, when each hall is ready, what it costs.
//!
//! [`plan`] calls the stages in order. Each is a pure function of the earlier ones; `src/README.md` is the map.

pub mod assemble;
pub mod banks;
pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod gap;
pub mod graph;
pub mod input;
pub mod lint;
pub mod optimize;
pub mod physics;
pub mod report;
pub mod requirements;
pub mod schedule;
pub mod studies;
pub mod validate;
pub mod verify;

use std::collections::BTreeMap;

use assemble::Findings;
use domain::plan::Plan;
use jiff::civil::Date;
use optimize::{Conflict, NoChoice};
use schedule::Schedule;
use validate::Site;
use verify::Finding;

/// Settings of a run that are not part of the plan's inputs.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Seconds after which the solver's incumbent is taken.
    pub time_limit_seconds: f64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { time_limit_seconds: 120.0 }
    }
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum Unplannable {
    /// The catalogs' activities wait for each other.
    #[error(transparent)]
    Cycle(#[from] graph::CycleError),
    /// No hall is left to convert.
    #[error("no hall may be converted, or none is large enough for one rack")]
    NothingToConvert,
    /// Requirements and limits conflict.
    #[error("no plan meets all requirements and limits")]
    Infeasible(Vec<Conflict>),
    /// The solver ended without a plan.
    #[error("the solver ended without a plan: {0}")]
    Solver(String),
    /// The plan made wrong claims, which is a mistake of this program.
    #[error("the plan that was made does not hold")]
    DoesNotHold(Vec<Finding>),
}

impl From<NoChoice> for Unplannable {
    fn from(error: NoChoice) -> Unplannable {
        match error {
            NoChoice::Infeasible(conflicts) => Unplannable::Infeasible(conflicts),
            NoChoice::Solver(words) => Unplannable::Solver(words),
        }
    }
}

/// The pipeline: from a validated site to a plan.
///
/// # Errors
/// [`Unplannable`], with all conflicts where no plan is possible.
pub fn plan(site: &Site, settings: Settings) -> Result<Plan, Unplannable> {
    let loads = requirements::hall_loads(site);
    if loads.is_empty() {
        return Err(Unplannable::NothingToConvert);
    }
    let conditions = requirements::Conditions::of(site);
    let demands = requirements::requirements(site, &loads);
    let ledger = gap::ledger(site, &conditions, &loads);
    let banks = banks::banks(site, &conditions, &demands, &ledger);
    let network = graph::network(site, &banks)?;
    let (choice, schedule) = choose_and_date(site, &banks, &network, settings)?;
    let plan = assemble::assemble(&Findings {
        site,
        conditions: &conditions,
        loads: &loads,
        demands: &demands,
        ledger: &ledger,
        banks: &banks,
        choice: &choice,
        schedule: &schedule,
    });
    let wrong = verify::verify(site, &plan);
    if wrong.is_empty() { Ok(plan) } else { Err(Unplannable::DoesNotHold(wrong)) }
}

/// Runs of the optimizer before a deadline that holidays keep out of reach is given up.
const MOST_ROUNDS: usize = 8;

/// Chooses and dates; where holidays, which the model does not know, carry a hall past its deadline, the model's deadline
/// is drawn in by as much and the choice made again.
fn choose_and_date(
    site: &Site,
    banks: &[banks::Bank],
    network: &graph::Network,
    settings: Settings,
) -> Result<(optimize::Choice, Schedule), Unplannable> {
    let halls = banks.iter().filter_map(|bank| bank.place.hall());
    let weeks = |limit: Date| optimize::weeks_between(site.start_date, limit) + 1.0 / 7.0;
    let mut deadlines: BTreeMap<String, f64> = match site.target.ready_date {
        Some(limit) => halls.map(|hall| (hall.to_owned(), weeks(limit))).collect(),
        None => BTreeMap::new(),
    };
    for _ in 0..MOST_ROUNDS {
        let choice = optimize::optimize(site, banks, network, &deadlines, settings.time_limit_seconds)?;
        let schedule = schedule::schedule(site, network, &choice.chosen);
        let late = late(site, &schedule);
        if late.is_empty() {
            return Ok((choice, schedule));
        }
        for (hall, over) in late {
            deadlines.entry(hall).and_modify(|deadline| *deadline -= over);
        }
    }
    Err(Unplannable::Solver("no choice was found whose dates on the site's calendar meet the deadline".to_owned()))
}

/// Halls that are ready after the deadline, with the weeks by which they are.
fn late(site: &Site, schedule: &Schedule) -> Vec<(String, f64)> {
    let Some(limit) = site.target.ready_date else { return Vec::new() };
    let over = schedule.halls.iter().filter(|(_, dates)| dates.ready > limit);
    over.map(|(hall, dates)| (hall.clone(), optimize::weeks_between(limit, dates.ready))).collect()
}
