//! Capex against the date on which the last hall is ready, from the least cost to the earliest date.
//!
//! The walk is an epsilon constraint: each point is the least cost with all halls ready by a deadline, then the earliest at that
//! cost, and the next deadline is an hour (or a step) before. Deadlines are elapsed weeks, as the optimizer counts; dates are those of
//! the site's calendar, and a point that is no earlier on it than the one before is none.

use std::collections::BTreeMap;

use serde::Serialize;

use super::change::{Change, changes};
use super::{NOTHING_USD, Outcome, Solver, exact};
use crate::domain::Objective;
use crate::optimize::Conflict;
use crate::validate::Site;
use crate::{LEAST_STEP_WEEKS, Prepared, Unplannable};

/// How far the walk goes.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    /// Points after which it ends.
    pub most_points: usize,
    /// Weeks from a point's date to the next deadline.
    pub step_weeks: f64,
}

impl Default for Walk {
    fn default() -> Walk {
        Walk { most_points: 20, step_weeks: LEAST_STEP_WEEKS }
    }
}

/// Solutions for each point asked for, beyond which the walk ends: most that fail only repeat a date.
const SOLUTIONS_FOR_A_POINT: usize = 3;

/// A plan that none beats in both money and date.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// The plan in short.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// What it takes beyond the point before it.
    pub step: Option<PointStep>,
}

/// From one point to the next earlier one.
#[derive(Clone, Debug, Serialize)]
pub struct PointStep {
    /// What it costs more, soft costs included, USD.
    pub more_usd: f64,
    /// Days by which the last hall is ready earlier.
    pub days_gained: i32,
    /// What a week that is gained costs, USD.
    pub usd_per_week: f64,
    /// What is built otherwise.
    pub changes: Vec<Change>,
}

/// Why the walk ended.
#[derive(Clone, Debug)]
pub enum End {
    /// No plan is ready a step earlier: what conflicts, confirmed by the optimizer.
    Earliest(Vec<Conflict>),
    /// As many points as were asked for were found; the plan with the earliest sum of ready dates.
    Capped(Box<Outcome>),
    /// The solver ended without an answer.
    Unknown(String),
}

/// All points, least cost first.
#[derive(Clone, Debug)]
pub struct Frontier {
    /// Each later one earlier and dearer.
    pub points: Vec<Point>,
    /// Why there are no more.
    pub end: End,
    /// Problems solved.
    pub solved: usize,
}

/// Walks from the least cost to the earliest date. The target's own deadline, tolerance and value of time are set aside; its
/// budget holds.
///
/// # Errors
/// There is no plan at all.
pub fn frontier(site: &Site, walk: Walk, solver: &mut Solver) -> Result<Frontier, Unplannable> {
    let site = hurried(site, Objective::Capex);
    let prepared = Prepared::new(&site)?;
    let mut last = solver.choose_by(&prepared, &BTreeMap::new())?;
    let mut found = vec![last.clone()];
    let end = loop {
        if found.len() >= walk.most_points || solver.solved >= walk.most_points * SOLUTIONS_FOR_A_POINT {
            break End::Capped(Box::new(earliest(&site, solver)?));
        }
        last = match solver.choose_by(&prepared, &before(&prepared, &last, walk.step_weeks)) {
            Ok(next) => next,
            Err(Unplannable::Infeasible(conflicts)) => break End::Earliest(conflicts),
            Err(why) => break End::Unknown(why.to_string()),
        };
        join(&mut found, &last);
    };
    Ok(Frontier { points: points(&prepared, found), end, solved: solver.solved })
}

/// The site with every delivery that could save time, and money compared to the cent.
fn hurried(site: &Site, objective: Objective) -> Site {
    let mut hurried = exact(site);
    hurried.target.objective = Some(objective);
    // That there is a date is enough for faster deliveries; the walk sets its own deadlines.
    hurried.target.ready_date = Some(site.target.ready_date.unwrap_or(site.start_date));
    hurried
}

/// For each hall, the weeks by which a plan's last hall is ready, less a step.
fn before(prepared: &Prepared, plan: &Outcome, step_weeks: f64) -> BTreeMap<String, f64> {
    let ready = prepared.ready_weeks(&plan.choice);
    let last = ready.values().copied().fold(0.0, f64::max);
    ready.into_keys().map(|hall| (hall, last - step_weeks)).collect()
}

/// Adds a plan where it is earlier, in place of those that are no cheaper.
fn join(found: &mut Vec<Outcome>, next: &Outcome) {
    if found.last().is_some_and(|last| next.last_ready >= last.last_ready) {
        return;
    }
    while found.last().is_some_and(|last| last.total_usd > next.total_usd - NOTHING_USD) {
        found.pop();
    }
    found.push(next.clone());
}

/// The plan with the earliest sum of ready dates, then the least cost.
fn earliest(site: &Site, solver: &mut Solver) -> Result<Outcome, Unplannable> {
    let site = hurried(site, Objective::Date);
    solver.choose_by(&Prepared::new(&site)?, &BTreeMap::new())
}

fn points(prepared: &Prepared, found: Vec<Outcome>) -> Vec<Point> {
    let steps: Vec<PointStep> = found.windows(2).map(|pair| step(prepared, &pair[0], &pair[1])).collect();
    let steps = std::iter::once(None).chain(steps.into_iter().map(Some));
    found.into_iter().zip(steps).map(|(outcome, step)| Point { outcome, step }).collect()
}

fn step(prepared: &Prepared, later: &Outcome, earlier: &Outcome) -> PointStep {
    let (more_usd, days_gained) = (earlier.dearer_than(later), later.days_after(earlier));
    PointStep {
        more_usd,
        days_gained,
        usd_per_week: more_usd * 7.0 / f64::from(days_gained),
        changes: changes(&prepared.banks, &later.choice.chosen, &earlier.choice.chosen),
    }
}
