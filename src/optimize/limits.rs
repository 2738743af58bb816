//! Limits of the whole plan.
//!
//! Deadline: `ready[h] <= deadline[h]`. Budget: `sum cost[b,c] x[b,c] <= budget / (1 + soft)`, soft costs being a share of
//! the direct cost. Caps, for the later runs: `sum cost[b,c] x[b,c] <= C`, `sum_h ready[h] <= D`.

use std::collections::BTreeMap;

use good_lp::{Constraint, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use super::objective::{dates, direct_cost};

/// The name of the budget among the slacks.
pub const BUDGET: &str = "budget";

/// Deadlines and budget; with `slack`, the weeks or million USD by which each may be exceeded, by hall or [`BUDGET`].
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let mut rows = Vec::new();
    for (hall, &weeks) in problem.deadline_weeks {
        if let Some(&ready) = columns.ready.get(hall) {
            rows.push(match slack.and_then(|slack| slack.get(hall)) {
                Some(&over) => constraint!(ready - over <= weeks),
                None => constraint!(ready <= weeks),
            });
        }
    }
    if let Some(budget) = direct_budget(problem) {
        let cost = direct_cost(problem, columns);
        rows.push(match slack.and_then(|slack| slack.get(BUDGET)) {
            Some(&over) => constraint!(cost - over <= budget),
            None => constraint!(cost <= budget),
        });
    }
    rows
}

/// The part of the budget that is left for the direct cost, million USD.
pub fn direct_budget(problem: &Problem) -> Option<f64> {
    problem.site.target.budget_usd.map(|budget| budget / 1e6 / (1.0 + problem.site.soft_share()))
}

/// No dearer than the least cost found, with a dollar for rounding.
pub fn cost_cap(problem: &Problem, columns: &Columns, least: f64) -> Constraint {
    constraint!(direct_cost(problem, columns) <= least + 1e-6)
}

/// Weeks that sums of dates may be off: the solver takes binaries for whole within a millionth, and lead times multiply that.
const DATE_TOLERANCE: f64 = 1e-3;

/// No later than the earliest dates found, with ten minutes for rounding.
pub fn date_cap(problem: &Problem, columns: &Columns, weeks: f64) -> Constraint {
    constraint!(dates(problem, columns) <= weeks + DATE_TOLERANCE)
}
