//! Plans the conversion of bitcoin mines into AI data centers: what is missing, what can be re-used, what to buy, when to
//! order it, when each hall is ready, what it costs.
//!
//! [`plan`] calls the stages in order. Each is a pure function of the earlier ones; `src/README.md` is the map.

pub mod assemble;
pub mod banks;
pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod explore;
pub mod fit;
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
use domain::Objective;
use domain::fit::Fit;
use domain::plan::Plan;
use gap::AssetUse;
use optimize::{Choice, Clash, Conflict, NoChoice, Party};
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
    /// The time limit of a run passed before any plan was found: whether there is one is not known.
    #[error("no plan was found within {seconds} s, the time limit of each run of the solver; there may be one")]
    OutOfTime {
        /// The limit of each run.
        seconds: f64,
    },
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
            NoChoice::OutOfTime { seconds } => Unplannable::OutOfTime { seconds },
            NoChoice::Solver(words) => Unplannable::Solver(words),
        }
    }
}

/// The pipeline: from a validated site to a plan.
///
/// # Errors
/// [`Unplannable`], with all conflicts where no plan is possible.
pub fn plan(site: &Site, effort: Effort) -> Result<Plan, Unplannable> {
    match site.objective() {
        Objective::Mw => fit::most_mw(site, effort),
        _ => Prepared::new(site)?.plan(effort),
    }
}

/// A site with all that is known before anything is chosen: what is needed, every way to supply it, and the work.
#[derive(Clone, Debug)]
pub struct Prepared<'a> {
    /// The validated inputs.
    pub site: &'a Site,
    /// Each requirement's bank with its candidates.
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
        let banks = banks::banks(site, &conditions, &demands, &ledger, &|_, _| true);
        let (banks, network) = networked(site, banks)?;
        Ok(Prepared { site, banks, conditions, loads, demands, ledger, network })
    }

    /// The same with only those candidates that are admitted, by the bank's id. What others dominated comes back where these are
    /// not admitted, which taking candidates out of `banks` does not bring about.
    ///
    /// # Errors
    /// Activities that wait for each other.
    pub fn admitting(&self, admits: &banks::Admits) -> Result<Prepared<'a>, Unplannable> {
        let banks = banks::banks(self.site, &self.conditions, &self.demands, &self.ledger, admits);
        let (banks, network) = networked(self.site, banks)?;
        Ok(Prepared { banks, network, ..self.clone() })
    }

    /// Halls in which crews may begin where their order is chosen, of equal halls the first; none where it is not.
    pub fn may_begin(&self) -> Vec<String> {
        optimize::may_begin(self.site, &self.banks, &self.network)
    }

    /// The same where crews begin in none of these halls.
    pub fn beginning_elsewhere(&self, halls: &[String]) -> Prepared<'a> {
        let network = graph::Network { not_first: halls.to_vec(), ..self.network.clone() };
        Prepared { network, ..self.clone() }
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
        self.plan_with(effort, None)
    }

    /// The stages from the choice on, with how the site came to its racks.
    ///
    /// # Errors
    /// As [`Prepared::plan`].
    pub fn plan_with(&self, effort: Effort, fit: Option<Fit>) -> Result<Plan, Unplannable> {
        let (choice, schedule) = self.choose(effort)?;
        let mut plan = assemble::assemble(&Findings {
            site: self.site,
            conditions: &self.conditions,
            loads: &self.loads,
            demands: &self.demands,
            ledger: &self.ledger,
            banks: &self.banks,
            choice: &choice,
            schedule: &schedule,
        });
        plan.fit = fit;
        let wrong = verify::verify(self.site, &plan);
        if wrong.is_empty() { Ok(plan) } else { Err(Unplannable::DoesNotHold(wrong)) }
    }

    /// The model as text in the LP format, so that it can be solved elsewhere: see [`optimize::lp`].
    pub fn model(&self) -> String {
        optimize::lp(self.site, &self.banks, &self.network, &self.deadlines())
    }

    /// What is chosen and when it happens, without the studies: what-ifs need no more. Where holidays, which the model does
    /// not know, carry a hall past its deadline, the model's deadline is drawn in to just before that hall's date in the
    /// model, and the choice made again.
    ///
    /// # Errors
    /// As [`Prepared::plan`].
    pub fn choose(&self, effort: Effort) -> Result<(Choice, Schedule), Unplannable> {
        self.settle(effort).map_err(|(error, _)| error.into())
    }

    /// What conflicts where there is no plan: sets of requirements and limits of which none could be left out, as many as
    /// are found within so many runs of the solver; none where there is a plan.
    ///
    /// # Errors
    /// The solver's failure.
    pub fn clashes(&self, effort: Effort, most_runs: usize) -> Result<Vec<Clash>, Unplannable> {
        match self.settle(effort) {
            Ok(_) => Ok(Vec::new()),
            Err((NoChoice::Infeasible(_), deadlines)) => {
                Ok(optimize::clashes(self.site, &self.banks, &self.network, &deadlines, effort, most_runs)?)
            }
            Err((error, _)) => Err(error.into()),
        }
    }

    /// Whether what clashed elsewhere still does here, all else let go; nothing where that is not decided.
    pub fn still_clash(&self, effort: Effort, parties: &[Party]) -> Option<bool> {
        optimize::still_clash(self.site, &self.banks, &self.network, &self.deadlines(), effort, parties)
    }

    /// Weeks from the start to the target's date, by hall; none without a date.
    fn deadlines(&self) -> Deadlines {
        let Some(limit) = self.site.target.ready_date else { return BTreeMap::new() };
        let weeks = optimize::weeks_between(self.site.start_date, limit) + DAY_WEEKS + WEEKEND_WEEKS;
        self.loads.iter().map(|load| (load.hall.clone(), weeks)).collect()
    }

    /// The choice with its dates, or why there is none and the deadlines, as drawn in, that it was asked under.
    fn settle(&self, effort: Effort) -> Result<(Choice, Schedule), (NoChoice, Deadlines)> {
        let site = self.site;
        let mut deadlines = self.deadlines();
        let mut too_late: Option<Choice> = None;
        for _ in 0..MOST_ROUNDS {
            let choice = match optimize::optimize(site, &self.banks, &self.network, &deadlines, effort) {
                Ok(choice) => choice,
                Err(error) => return too_late.and_then(|late| self.earliest(effort, &late)).ok_or((error, deadlines)),
            };
            let schedule = self.dated(site, &choice);
            let late = late(site, &schedule);
            if late.is_empty() {
                return Ok((choice, schedule));
            }
            let ready = self.ready_weeks(&choice);
            too_late.get_or_insert(choice);
            for hall in late {
                let earlier = ready.get(&hall).copied().unwrap_or_default() - LEAST_STEP_WEEKS;
                deadlines.entry(hall).and_modify(|deadline| *deadline = earlier.min(*deadline));
            }
        }
        let words = "no choice was found whose dates on the site's calendar meet the deadline".to_owned();
        too_late.and_then(|late| self.earliest(effort, &late)).ok_or((NoChoice::Solver(words), deadlines))
    }

    fn dated(&self, site: &Site, choice: &Choice) -> Schedule {
        schedule::schedule(site, &self.as_chosen(choice), &choice.chosen)
    }

    fn as_chosen(&self, choice: &Choice) -> graph::Network {
        self.network.as_chosen(&choice.chosen, &choice.live_early, &choice.hall_order)
    }

    /// The earliest choice, where it meets the deadline: one that was drawn in by what another choice was late may shut it
    /// out. It is not proved to be the best; the one that came too late bounds its cost.
    fn earliest(&self, effort: Effort, too_late: &Choice) -> Option<(Choice, Schedule)> {
        let mut site = self.site.clone();
        site.target.objective = Some(Objective::Date);
        let earliest = optimize::optimize(&site, &self.banks, &self.network, &self.deadlines(), effort).ok()?;
        let choice = earliest.bounded_by(too_late);
        let schedule = self.dated(&site, &choice);
        late(&site, &schedule).is_empty().then_some((choice, schedule))
    }

    /// What is chosen where each of these halls is to be ready by so many elapsed weeks from the project's start, whatever
    /// the target's deadline, and when that happens on the site's calendar.
    ///
    /// # Errors
    /// As [`Prepared::plan`].
    pub fn choose_by(
        &self,
        deadline_weeks: &BTreeMap<String, f64>,
        effort: Effort,
    ) -> Result<(Choice, Schedule), Unplannable> {
        let choice = optimize::optimize(self.site, &self.banks, &self.network, deadline_weeks, effort)?;
        let schedule = self.dated(self.site, &choice);
        Ok((choice, schedule))
    }

    /// When each hall is ready with a choice, in elapsed weeks from the project's start, as the optimizer counts.
    pub fn ready_weeks(&self, choice: &Choice) -> BTreeMap<String, f64> {
        optimize::ready_weeks(self.site, &self.as_chosen(choice), &choice.chosen)
    }
}

/// The banks without what is never better once the work around it is known, and that work.
fn networked(site: &Site, mut banks: Vec<banks::Bank>) -> Result<(Vec<banks::Bank>, graph::Network), Unplannable> {
    let network = graph::network(site, &banks)?;
    let deliveries = graph::Bounds::new(site, &network, &banks, true).deliveries();
    banks::drop_later(&mut banks, &deliveries);
    Ok((banks, network))
}

/// Weeks from the project's start by which halls must be ready, by hall.
type Deadlines = BTreeMap<String, f64>;

/// Runs of the optimizer before a deadline that holidays keep out of reach is given up.
const MOST_ROUNDS: usize = 16;

/// A day: a deadline holds to its evening.
const DAY_WEEKS: f64 = 1.0 / 7.0;

/// The least by which a deadline is drawn in, an hour: a plan that is earlier by less is not looked for.
pub const LEAST_STEP_WEEKS: f64 = DAY_WEEKS / 24.0;

/// What the calendar may be ahead of the model: work that ends on a Friday evening fills the model's week to its Sunday.
const WEEKEND_WEEKS: f64 = 2.0 * DAY_WEEKS;

/// Halls that are ready after the deadline.
fn late(site: &Site, schedule: &Schedule) -> Vec<String> {
    let Some(limit) = site.target.ready_date else { return Vec::new() };
    schedule.halls.iter().filter(|(_, dates)| dates.ready > limit).map(|(hall, _)| hall.clone()).collect()
}
