//! What the plan would be otherwise: under other deadlines, without what was chosen, with more of what limits it. Nothing is
//! derived from the plan at hand; each answer is the optimizer's on a changed problem, with what it proved.
//!
//! `change` says what differs between two choices, `kind` what counts as the same equipment; then one file a question:
//! `frontier`, `alternatives`, `runner_up` with `flip`, `limit`.

pub mod alternatives;
pub mod change;
pub mod flip;
pub mod frontier;
pub mod kind;
pub mod limit;
pub mod runner_up;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::Objective;
use crate::domain::plan::{CandidatePlan, Proof};
use crate::domain::range::cents;
use crate::optimize::Choice;
use crate::schedule::Schedule;
use crate::validate::Site;
use crate::{Effort, Prepared, Unplannable};

/// The candidate of each bank, by the bank's id.
pub type Chosen = BTreeMap<String, CandidatePlan>;

/// Largest gap to the bound at which a choice is proved, percent.
const CLOSED_PCT: f64 = 1e-4;

/// Money below this is none, USD.
pub const NOTHING_USD: f64 = 1.0;

/// Time below this is none, weeks.
const NO_WEEKS: f64 = 1e-6;

/// What one more solution came to.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// Capex with soft costs, likely, USD.
    pub total_usd: f64,
    /// Day on which each hall is ready, on the site's calendar.
    pub ready: BTreeMap<String, Date>,
    /// The last of them.
    pub last_ready: Date,
    /// Whether no choice is better, by what is minimized.
    pub proved: bool,
    /// What is left to the proved bound, percent.
    pub gap_pct: f64,
    /// Sum of the halls' ready dates as the optimizer counts them, elapsed weeks from the start.
    #[serde(skip)]
    pub date_weeks: f64,
    /// What was chosen.
    #[serde(skip)]
    pub choice: Choice,
}

impl Outcome {
    fn new(prepared: &Prepared, choice: Choice, schedule: &Schedule) -> Outcome {
        let site = prepared.site;
        let ready: BTreeMap<String, Date> =
            schedule.halls.iter().map(|(hall, dates)| (hall.clone(), dates.ready)).collect();
        let to_floor = choice.floor_usd.filter(|_| site.target.capex_tolerance_pct == 0.0);
        let to_floor =
            to_floor.map_or(0.0, |floor| 100.0 * (choice.money_usd - floor) / choice.money_usd.abs().max(1.0));
        let gap_pct = choice.solution.gap_pct.max(to_floor);
        let gap_pct = if gap_pct < CLOSED_PCT { 0.0 } else { gap_pct };
        Outcome {
            total_usd: cents(choice.solution.direct_cost_usd * (1.0 + site.soft_share())),
            last_ready: ready.values().copied().max().unwrap_or(site.start_date),
            proved: choice.solution.proof == Proof::Optimal && gap_pct == 0.0,
            date_weeks: prepared.ready_weeks(&choice).values().sum(),
            ready,
            gap_pct,
            choice,
        }
    }

    /// Days by which its last hall is ready after another's; negative where before.
    pub fn days_after(&self, other: &Outcome) -> i32 {
        (self.last_ready - other.last_ready).get_days()
    }

    /// What it costs more than another, USD.
    pub fn dearer_than(&self, other: &Outcome) -> f64 {
        cents(self.total_usd - other.total_usd)
    }
}

/// Solves again, and counts how often.
pub struct Solver {
    /// How far each run of the solver goes.
    pub effort: Effort,
    /// Problems solved so far.
    pub solved: usize,
}

impl Solver {
    /// A solver that goes so far each time.
    pub fn new(effort: Effort) -> Solver {
        Solver { effort, solved: 0 }
    }

    /// The choice for a site with its own deadline.
    ///
    /// # Errors
    /// As [`Prepared::choose`].
    pub fn choose(&mut self, prepared: &Prepared) -> Result<Outcome, Unplannable> {
        self.solved += 1;
        let (choice, schedule) = prepared.choose(self.effort)?;
        Ok(Outcome::new(prepared, choice, &schedule))
    }

    /// The choice with these halls ready by so many elapsed weeks from the start.
    ///
    /// # Errors
    /// As [`Prepared::choose_by`].
    pub fn choose_by(&mut self, prepared: &Prepared, weeks: &BTreeMap<String, f64>) -> Result<Outcome, Unplannable> {
        self.solved += 1;
        let (choice, schedule) = prepared.choose_by(weeks, self.effort)?;
        Ok(Outcome::new(prepared, choice, &schedule))
    }
}

/// Which of two is better by the site's objective: `Less` for the first.
pub fn better(site: &Site, one: &Outcome, other: &Outcome) -> Ordering {
    let money = one.choice.money_usd - other.choice.money_usd;
    let money = if money.abs() < NOTHING_USD { Ordering::Equal } else { money.total_cmp(&0.0) };
    let weeks = one.date_weeks - other.date_weeks;
    let weeks = if weeks.abs() < NO_WEEKS { Ordering::Equal } else { weeks.total_cmp(&0.0) };
    match site.objective() {
        Objective::Date => weeks.then(money),
        Objective::Capex | Objective::Mw => money.then(weeks),
        Objective::Value => money,
    }
}

/// The site with money compared to the cent: what a tolerance lets differ would hide what is asked.
pub fn exact(site: &Site) -> Site {
    let mut exact = site.clone();
    exact.target.capex_tolerance_pct = 0.0;
    exact
}
