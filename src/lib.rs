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
use gap::AssetUse;
use jiff::civil::Date;
use optimize::{Choice, Conflict, NoChoice};
use requirements::{Conditions, Demand, HallLoad};
use schedule::Schedule;
use validate::Site;
use verify::Finding;

pub use optimize::Effort;

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
pub fn plan(site: &Site, effort: Effort) -> Result<Plan, Unplannable> {
    Prepared::new(site)?.plan(effort)
}

/// A site with all that is known before anything is chosen: what is needed, every way to supply it, and the work.
#[derive(Clone, Debug)]
pub struct Prepared<'a> {
    /// The validated inputs.
    pub site: &'a Site,
    /// Each requirement's bank with its candidates. Taking candidates away asks what the plan would be without them.
    pub banks: Vec<banks::Bank>,
    conditions: Conditions,
    loads: Vec<HallLoad>,
    demands: Vec<Demand>,
    ledger: Vec<AssetUse>,
    network: graph::Network,
}

impl<'a> Prepared<'a> {
    /// The stages up to the graph.
    ///
    /// # Errors
    /// No hall to convert, or activities that wait for each other.
    pub fn new(site: &'a Site) -> Result<Prepared<'a>, Unplannable> {
        let loads = requirements::hall_loads(site);
        if loads.is_empty() {
            return Err(Unplannable::NothingToConvert);
        }
        let conditions = Conditions::of(site);
        let demands = requirements::requirements(site, &loads);
        let ledger = gap::ledger(site, &conditions, &loads);
        let mut banks = banks::banks(site, &conditions, &demands, &ledger);
        let network = graph::network(site, &banks)?;
        let deliveries = graph::Bounds::new(site, &network, &banks).deliveries();
        banks::drop_later(&mut banks, &deliveries);
        Ok(Prepared { site, banks, conditions, loads, demands, ledger, network })
    }

    /// All work that may have to be done, before anything is chosen or dated.
    pub fn network(&self) -> &graph::Network {
        &self.network
    }

    /// The stages from the choice on.
    ///
    /// # Errors
    /// [`Unplannable`], with all conflicts where no plan is possible.
    pub fn plan(&self, effort: Effort) -> Result<Plan, Unplannable> {
        let (choice, schedule) = self.choose(effort)?;
        let plan = assemble::assemble(&Findings {
            site: self.site,
            conditions: &self.conditions,
            loads: &self.loads,
            demands: &self.demands,
            ledger: &self.ledger,
            banks: &self.banks,
            choice: &choice,
            schedule: &schedule,
        });
        let wrong = verify::verify(self.site, &plan);
        if wrong.is_empty() { Ok(plan) } else { Err(Unplannable::DoesNotHold(wrong)) }
    }

    /// The model as text in the LP format, so that it can be solved elsewhere: see [`optimize::lp`].
    pub fn model(&self) -> String {
        optimize::lp(self.site, &self.banks, &self.network, &self.deadline_weeks())
    }

    /// What is chosen and when it happens, without the studies: what-ifs need no more. Where holidays, which the model does
    /// not know, carry a hall past its deadline, the model's deadline is drawn in by as much and the choice made again.
    ///
    /// # Errors
    /// As [`Prepared::plan`].
    pub fn choose(&self, effort: Effort) -> Result<(Choice, Schedule), Unplannable> {
        let site = self.site;
        let mut deadlines = self.deadline_weeks();
        for _ in 0..MOST_ROUNDS {
            let choice = optimize::optimize(site, &self.banks, &self.network, &deadlines, effort)?;
            let schedule = schedule::schedule(site, &self.network.as_chosen(&choice.chosen), &choice.chosen);
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

    /// Weeks by which halls must be ready, the deadline's own day worked; empty where there is none.
    fn deadline_weeks(&self) -> BTreeMap<String, f64> {
        let halls = self.loads.iter().map(|load| load.hall.clone());
        let weeks = |limit: Date| optimize::weeks_between(self.site.start_date, limit) + 1.0 / 7.0;
        match self.site.target.ready_date {
            Some(limit) => halls.map(|hall| (hall, weeks(limit))).collect(),
            None => BTreeMap::new(),
        }
    }
}

/// Runs of the optimizer before a deadline that holidays keep out of reach is given up.
const MOST_ROUNDS: usize = 8;

/// Halls that are ready after the deadline, with the weeks by which they are.
fn late(site: &Site, schedule: &Schedule) -> Vec<(String, f64)> {
    let Some(limit) = site.target.ready_date else { return Vec::new() };
    let over = schedule.halls.iter().filter(|(_, dates)| dates.ready > limit);
    over.map(|(hall, dates)| (hall.clone(), optimize::weeks_between(limit, dates.ready))).collect()
}
