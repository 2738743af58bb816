//! Capex against the date on which the last hall is ready, from the least cost to the earliest date.
//!
//! The walk is an epsilon constraint: each point is the least cost with all halls ready by a deadline, then the earliest at that
//! cost, and the next deadline is a step before. Where no step is named it is one with which the points asked for reach from end to
//! end, so that points between may be left out; both ends are always there. Deadlines are elapsed weeks, as the optimizer counts;
//! dates are those of the site's calendar, and a point that is no earlier on it than the one before is none.

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
    /// Points after which it ends, both ends among them.
    pub most_points: usize,
    /// Weeks from a point's date to the next deadline; where it is not named, a week or what it takes to reach the earliest end.
    pub step_weeks: Option<f64>,
}

/// The least step that is taken where none is named, weeks.
const LEAST_OWN_STEP_WEEKS: f64 = 1.0;

impl Default for Walk {
    fn default() -> Walk {
        Walk { most_points: 20, step_weeks: None }
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
    /// No plan is ready an hour before the last point: what conflicts, confirmed by the optimizer.
    Earliest(Vec<Conflict>),
    /// As many points as were asked for were found: the last of them is the plan with the earliest sum of ready dates, or one that is
    /// ready as early for less, and what lies between it and the one before was not solved.
    Capped,
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
    /// The step that was taken, weeks: between two points that lie farther apart than this there may be others.
    pub step_weeks: f64,
    /// Problems solved.
    pub solved: usize,
}

/// Walks from the least cost to the earliest date. The target's own deadline, tolerance and value of time are set aside; its
/// budget holds.
///
/// # Errors
/// There is no plan at all.
pub fn frontier(site: &Site, walk: Walk, solver: &mut Solver) -> Result<Frontier, Unplannable> {
    let dated = earliest(site, solver)?;
    let site = hurried(site, Objective::Capex);
    let prepared = Prepared::new(&site)?;
    let first = solver.choose_by(&prepared, &BTreeMap::new())?;
    let span = last_weeks(&prepared, &first) - last_weeks(&prepared, &dated);
    let step_weeks = walk.step_weeks.unwrap_or_else(|| own_step(span, walk.most_points));
    let mut path =
        Path { prepared: &prepared, solver, walk, earliest: last_weeks(&prepared, &dated), found: vec![first] };
    let end = path.walk(step_weeks);
    let points = points(&prepared, path.found);
    Ok(Frontier { points, end, step_weeks, solved: solver.solved })
}

/// The step with which the points reach over a span, one of them being its end; not below a week.
fn own_step(span_weeks: f64, most_points: usize) -> f64 {
    let steps = most_points.saturating_sub(2).max(1) as f64;
    (span_weeks / steps).max(LEAST_OWN_STEP_WEEKS)
}

/// A walk under way.
struct Path<'a, 's> {
    prepared: &'a Prepared<'a>,
    solver: &'s mut Solver,
    walk: Walk,
    /// Weeks to the last hall of the plan with the earliest sum of ready dates.
    earliest: f64,
    /// Never empty; each later one earlier and dearer.
    found: Vec<Outcome>,
}

impl Path<'_, '_> {
    /// Walks in steps, then to the earliest end, and from there by the least step until nothing is earlier.
    fn walk(&mut self, step_weeks: f64) -> End {
        let mut last = self.found[0].clone();
        loop {
            let weeks = last_weeks(self.prepared, &last);
            let at_earliest = weeks - LEAST_STEP_WEEKS <= self.earliest;
            let step = if at_earliest { LEAST_STEP_WEEKS } else { step_weeks };
            let full = self.found.len() + 1 >= self.walk.most_points
                || self.solver.solved >= self.walk.most_points * SOLUTIONS_FOR_A_POINT;
            if full && at_earliest {
                return End::Capped;
            }
            // Nothing but the earliest end is left where a step would go beyond it or no further point may follow.
            let to_earliest = !at_earliest && (full || weeks - step < self.earliest);
            let limit = if to_earliest { self.earliest } else { weeks - step };
            match self.by(limit) {
                Ok(next) => last = next,
                Err(Unplannable::Infeasible(conflicts)) if at_earliest => {
                    return End::Earliest(conflicts);
                }
                Err(why) => return End::Unknown(why.to_string()),
            }
            join(&mut self.found, &last);
        }
    }

    /// The least cost with all halls ready by so many weeks.
    fn by(&mut self, weeks: f64) -> Result<Outcome, Unplannable> {
        let halls = self.prepared.ready_weeks(&self.found[0].choice).into_keys();
        self.solver.choose_by(self.prepared, &halls.map(|hall| (hall, weeks)).collect())
    }
}

/// Weeks by which a plan's last hall is ready.
fn last_weeks(prepared: &Prepared, plan: &Outcome) -> f64 {
    prepared.ready_weeks(&plan.choice).into_values().fold(0.0, f64::max)
}

/// The site with every delivery that could save time, and money compared to the cent.
fn hurried(site: &Site, objective: Objective) -> Site {
    let mut hurried = exact(site);
    hurried.target.objective = Some(objective);
    // That there is a date is enough for faster deliveries; the walk sets its own deadlines.
    hurried.target.ready_date = Some(site.target.ready_date.unwrap_or(site.start_date));
    hurried
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

/// The plan with the earliest sum of ready dates.
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
