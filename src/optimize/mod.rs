//! One mixed-integer program for what to build and when.
//!
//! `x[b,c]` is 1 where bank b is built as candidate c (each delivery mode is a candidate of its own), `t[i]` the start of
//! task i in weeks. Each constraint family has its own file with its algebra. Money is in million USD in the model.

mod alike;
mod apart;
mod assets;
mod blocks;
mod choose;
mod clash;
mod columns;
mod curtail;
mod elastic;
mod export;
mod fault;
mod limits;
mod objective;
mod order;
mod phases;
mod program;
mod reserve;
mod sequence;
mod solver;
mod supply;

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Constraint, Expression};

use crate::banks::Bank;
use crate::domain::Objective;
use crate::domain::plan::{CandidatePlan, Proof, Solution};
use crate::graph::Network;
use crate::validate::Site;

use apart::Apart;
pub use blocks::DEALT;
pub use clash::{Clash, Party};
use columns::Columns;
pub use elastic::Conflict;
pub use export::lp;
pub use order::MOST_HALLS;
use program::Program;
pub use sequence::{ready_weeks, weeks_between};
use solver::{Ended, Options};

/// What was decided.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The candidate of each bank, by the bank's id.
    pub chosen: BTreeMap<String, CandidatePlan>,
    /// The banks of the site for whose new part a hall does not wait, by the hall.
    pub live_early: BTreeMap<String, BTreeSet<String>>,
    /// The halls in the order in which crews go through them; empty where that is the file's, or no crew goes from hall to hall.
    pub hall_order: Vec<String>,
    /// How the solver ended.
    pub solution: Solution,
    /// What was minimized as money, USD: the direct cost, or with a value of time the whole of that objective.
    pub money_usd: f64,
    /// No choice has less of that money, whatever its dates within the deadlines, USD; nothing where dates come first.
    pub floor_usd: Option<f64>,
}

impl Choice {
    /// The same for the objective of another choice that had one limit less: no more is known of its cost than the other's
    /// bound.
    pub fn bounded_by(self, other: &Choice) -> Choice {
        let (cost, solution) = (self.solution.direct_cost_usd, &other.solution);
        let bound_usd = solution.bound_usd.min(cost);
        let gap_pct = (cost - bound_usd) / cost.abs().max(f64::MIN_POSITIVE) * 100.0;
        let objective = solution.objective.clone();
        let solution = Solution { objective, proof: Proof::Incumbent, bound_usd, gap_pct, ..self.solution };
        Choice { solution, ..self }
    }
}

/// How far a run of the solver goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Seconds after which its incumbent is taken.
    pub time_limit_seconds: f64,
    /// Gap to the proved bound, percent, at which it may stop.
    pub gap_pct: f64,
}

impl Default for Effort {
    fn default() -> Effort {
        Effort { time_limit_seconds: 120.0, gap_pct: 0.0 }
    }
}

/// Why there is no decision.
#[derive(Debug, thiserror::Error)]
pub enum NoChoice {
    /// No plan meets all requirements and limits: what conflicts, confirmed by a second run.
    #[error("no plan meets all requirements and limits")]
    Infeasible(Vec<Conflict>),
    /// The time limit of a run passed before any plan was found: whether there is one is not known.
    #[error("no plan was found within the time limit")]
    OutOfTime {
        /// The limit of each run.
        seconds: f64,
    },
    /// The solver failed without a plan.
    #[error("the solver ended without a plan: {0}")]
    Solver(String),
}

/// The problem that all families write to.
#[derive(Clone, Copy)]
struct Problem<'a> {
    site: &'a Site,
    banks: &'a [Bank],
    network: &'a Network,
    /// Weeks from the project's start by which halls must be ready, by hall; empty where there is no deadline.
    deadline_weeks: &'a BTreeMap<String, f64>,
    /// Whether banks that are alike are built alike.
    alike: bool,
}

/// Chooses a candidate for every bank, by the site's objective ([`Objective`] says in which order).
///
/// # Errors
/// [`NoChoice`]: a bank that nothing can supply, conflicting limits, or the solver's failure.
pub fn optimize(
    site: &Site,
    banks: &[Bank],
    network: &Network,
    deadline_weeks: &BTreeMap<String, f64>,
    effort: Effort,
) -> Result<Choice, NoChoice> {
    let problem = Problem { site, banks, network, deadline_weeks, alike: true };
    match by_objective(&problem, effort) {
        // Unequal plant in equal halls may fit where equal plant does not.
        Err(NoChoice::Infeasible(_)) if alike::any(&problem) => {
            by_objective(&Problem { alike: false, ..problem }, effort)
        }
        ended => ended,
    }
}

/// Nodes of the solver's tree after which the earliest dates found so far are taken, with their distance from the bound.
const MOST_DATE_NODES: i32 = 200;

fn by_objective(problem: &Problem, effort: Effort) -> Result<Choice, NoChoice> {
    let options = Options { effort, presolve: true, most_nodes: None };
    let dating = Options { most_nodes: Some(MOST_DATE_NODES), ..options };
    if problem.banks.iter().any(|bank| bank.candidates.is_empty()) {
        return Err(NoChoice::Infeasible(elastic::conflicts(problem, &options)?));
    }
    let first = |options, stage| match solve(problem, options, stage)? {
        Some(solved) => Ok(solved),
        None => confirm(problem, options, stage),
    };
    let (least, earliest) = match problem.site.objective() {
        Objective::Value => {
            let best = first(&options, Stage::Money)?;
            return Ok(choice(problem, &best, Some(&best), 0.0));
        }
        Objective::Date => (None, first(&dating, Stage::Dates { cap: f64::INFINITY })?),
        Objective::Capex | Objective::Mw => {
            let least = first(&options, Stage::Money)?;
            let cap = least.cost * (1.0 + problem.site.target.capex_tolerance_pct / 100.0);
            let earliest = solve_again(problem, &dating, Stage::Dates { cap })?
                .ok_or_else(|| NoChoice::Solver("it calls dates at a cost that it found infeasible".to_owned()))?;
            (Some(least), earliest)
        }
    };
    let at_dates = Stage::MoneyAt { weeks: earliest.objective };
    let cheapest = solve_again(problem, &options, at_dates)?;
    let date_gap_weeks = earliest.gap();
    // Where the solver calls dates infeasible that it found itself, the plan of these dates stands, its cost unproved.
    let last = cheapest.unwrap_or_else(|| earliest.costed(least.as_ref()));
    Ok(choice(problem, &last, least.as_ref(), date_gap_weeks))
}

/// A run that an earlier one showed to have a point: called infeasible, it is made again without presolve.
fn solve_again(problem: &Problem, options: &Options, stage: Stage) -> Result<Option<Solved>, NoChoice> {
    match solve(problem, options, stage)? {
        Some(solved) => Ok(Some(solved)),
        None => solve(problem, &Options { presolve: false, ..*options }, stage),
    }
}

/// Sets of requirements and limits that cannot all be met, no two with a part in common; as many as there are, within so
/// many runs of the solver.
///
/// # Errors
/// The solver's failure.
pub fn clashes(
    site: &Site,
    banks: &[Bank],
    network: &Network,
    deadline_weeks: &BTreeMap<String, f64>,
    effort: Effort,
    most_runs: usize,
) -> Result<Vec<Clash>, NoChoice> {
    let problem = Problem { site, banks, network, deadline_weeks, alike: false };
    clash::clashes(&problem, &Options { effort, presolve: true, most_nodes: None }, most_runs)
}

/// Halls in which crews may begin where their order is chosen, of equal halls the first; none where it is not.
pub fn may_begin(site: &Site, banks: &[Bank], network: &Network) -> Vec<String> {
    let problem = Problem { site, banks, network, deadline_weeks: &BTreeMap::new(), alike: true };
    order::may_begin(&problem, &alike::first_alike(&problem))
}

/// Whether these parties of a clash still cannot be met together, all other requirements and limits let go; nothing where
/// the solver ends undecided.
pub fn still_clash(
    site: &Site,
    banks: &[Bank],
    network: &Network,
    deadline_weeks: &BTreeMap<String, f64>,
    effort: Effort,
    parties: &[Party],
) -> Option<bool> {
    let problem = Problem { site, banks, network, deadline_weeks, alike: false };
    let names = parties.iter().map(|party| party.name.clone()).collect();
    clash::stand_against(&problem, &Options { effort, presolve: true, most_nodes: None }, &names)
}

/// What a run minimizes, and what the runs before it fixed.
#[derive(Clone, Copy)]
enum Stage {
    /// Money, with the value of time where there is one.
    Money,
    /// The sum of ready dates, no dearer than this direct cost, million USD; infinite for no cap.
    Dates { cap: f64 },
    /// Money, with ready dates that sum to no more than this, weeks.
    MoneyAt { weeks: f64 },
}

/// A run's incumbent with what the run proved.
struct Solved {
    /// Index of the candidate of each bank.
    picks: Vec<usize>,
    live_early: BTreeMap<String, BTreeSet<String>>,
    hall_order: Vec<String>,
    /// Direct cost of the picks, million USD.
    cost: f64,
    /// Objective and its lower bound.
    objective: f64,
    bound: f64,
    proved: bool,
    columns: usize,
    rows: usize,
    binaries: usize,
}

impl Solved {
    /// The same with its cost as the objective, which only the least cost of all bounds.
    fn costed(self, least: Option<&Solved>) -> Solved {
        Solved { objective: self.cost, bound: least.map_or(0.0, |least| least.bound), proved: false, ..self }
    }

    /// What the objective may still be off from the least; what is left of two sums of the same numbers is noise, not a gap.
    fn gap(&self) -> f64 {
        let gap = self.objective - self.bound;
        if gap <= CLOSED { 0.0 } else { gap }
    }
}

/// Gap that counts as closed: a dollar in million USD, a second in weeks.
const CLOSED: f64 = 1e-6;

/// Columns, objective and rows of a run.
type Model = (Columns, Expression, Vec<Constraint>);

fn model(problem: &Problem, stage: Stage) -> Model {
    let columns = Columns::new(problem, timed(problem, stage));
    let mut rows = families(problem, &columns);
    let objective = match stage {
        Stage::Money => objective::money(problem, &columns),
        Stage::Dates { cap } => {
            rows.extend(cap.is_finite().then(|| limits::cost_cap(problem, &columns, cap)));
            objective::dates(problem, &columns)
        }
        Stage::MoneyAt { weeks } => {
            rows.push(limits::date_cap(problem, &columns, weeks));
            objective::money(problem, &columns)
        }
    };
    (columns, objective, rows)
}

/// One run; `None` where the solver says infeasible.
fn solve(problem: &Problem, options: &Options, stage: Stage) -> Result<Option<Solved>, NoChoice> {
    let model = model(problem, stage);
    let by_halls = model.0.binaries() >= apart::FEWEST && options.presolve && options.most_nodes.is_none();
    let ended = by_halls.then(|| hall_by_hall(problem, options, stage, &model)).flatten();
    let (mut columns, objective, rows) = model;
    let (size, binaries) = ((columns.len(), rows.len()), columns.binaries());
    let ended = match ended {
        Some(ended) => ended,
        None => solver::run(columns.take(), objective, rows, options)?,
    };
    match ended {
        Ended::Infeasible => Ok(None),
        Ended::Solution { values, objective, bound, proved } => {
            let (picks, live_early) = (columns.picks(&values), columns.live_early(&values));
            let hall_order = columns.order.as_ref().map(|order| order.halls(&values)).unwrap_or_default();
            let cost = cost(problem, &picks);
            Ok(Some(Solved {
                picks,
                live_early,
                hall_order,
                cost,
                objective,
                bound,
                proved,
                columns: size.0,
                rows: size.1,
                binaries,
            }))
        }
    }
}

/// The same by way of the halls, each of which has its own columns where it shares them in the model.
fn hall_by_hall(problem: &Problem, options: &Options, stage: Stage, shared: &Model) -> Option<Ended> {
    let own = alike::any(problem).then(|| model(&Problem { alike: false, ..*problem }, stage));
    let own = own.as_ref().unwrap_or(shared);
    let in_numbers = |(columns, objective, rows): &Model| Program::new(columns.variables(), objective, rows);
    let (program, numbers) = in_numbers(own);
    let copies = apart::copies(&shared.0, &own.0);
    let apart = Apart::new(problem, &own.0, program, &numbers);
    apart::run(&in_numbers(shared).0, &apart, &copies, options)
}

/// Whether dates count: money alone is not moved by them.
fn timed(problem: &Problem, stage: Stage) -> bool {
    let money_alone = matches!(stage, Stage::Money) && problem.site.objective() != Objective::Value;
    !(money_alone && problem.deadline_weeks.is_empty())
}

/// All constraint families.
fn families(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let mut rows = choose::rows(problem, columns);
    rows.extend(supply::rows(problem, columns, None));
    rows.extend(fault::rows(problem, columns, None));
    rows.extend(blocks::rows(problem, columns, None));
    rows.extend(assets::rows(problem, columns, None));
    if !columns.start.is_empty() {
        rows.extend(sequence::rows(problem, columns));
        rows.extend(curtail::rows(columns));
    }
    rows.extend(limits::rows(problem, columns, None));
    rows
}

/// A verdict of infeasible counts only when a run without presolve agrees and the elastic model names a conflict.
fn confirm(problem: &Problem, options: &Options, stage: Stage) -> Result<Solved, NoChoice> {
    let plain = Options { presolve: false, most_nodes: None, ..*options };
    if let Some(solved) = solve(problem, &plain, stage)? {
        return Ok(solved);
    }
    let conflicts = elastic::conflicts(problem, options)?;
    if conflicts.is_empty() {
        return Err(NoChoice::Solver("it calls the model infeasible, and no constraint needs to give".to_owned()));
    }
    Err(NoChoice::Infeasible(conflicts))
}

/// Direct cost of a choice, million USD.
fn cost(problem: &Problem, picks: &[usize]) -> f64 {
    problem.banks.iter().zip(picks).map(|(bank, &c)| bank.candidates[c].cost.likely / 1e6).sum()
}

/// The decision of the last run that minimized money, with its proof; `least` is the run that minimized money alone,
/// `date_gap_weeks` what the runs before left open.
fn choice(problem: &Problem, last: &Solved, least: Option<&Solved>, date_gap_weeks: f64) -> Choice {
    let pick = |(bank, &c): (&Bank, &usize)| (bank.id.clone(), bank.candidates[c].clone());
    let gap = last.gap() / last.objective.abs().max(1e-9);
    let direct = cost(problem, &last.picks) * 1e6;
    let closed = last.proved && gap == 0.0 && date_gap_weeks == 0.0;
    let valued = problem.site.objective() == Objective::Value;
    Choice {
        money_usd: if valued { last.objective * 1e6 } else { direct },
        floor_usd: least.map(|run| run.bound * 1e6),
        chosen: problem.banks.iter().zip(&last.picks).map(pick).collect(),
        live_early: last.live_early.clone(),
        hall_order: last.hall_order.clone(),
        solution: Solution {
            solver: solver::NAME.to_owned(),
            objective: problem.site.objective_in_words(),
            proof: if closed { Proof::Optimal } else { Proof::Incumbent },
            direct_cost_usd: direct,
            bound_usd: direct * (1.0 - gap),
            gap_pct: gap * 100.0,
            date_gap_weeks,
            columns: last.columns,
            rows: last.rows,
            binaries: last.binaries,
        },
    }
}
