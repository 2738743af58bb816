//! Links that hang on a reserved slot. With `r[j] = sum x[b(j),c]` over the candidates whose slot is reserved, and `end` the
//! start or the finish that a link ties:
//!
//! waived:  `end[j] >= end[i] + lag - W r[j]`,        `W = latest end[i] + lag - earliest end[j] with a reserved slot`
//! instead: `end[j] >= end[i] + lag - M (1 - r[j])`,  `M = latest end[i] + lag - earliest end[j] without one`
//!
//! neither below zero. The latest end of a predecessor is the one that suffices whatever is chosen: all tasks as early as the
//! longest durations let them be. No plan gains by a later one, since what comes before an order does not stop miners. The
//! earliest end is the one that all links allow at the shortest durations. Where what comes before the order hangs on no
//! choice, as for the award of packages at `F` and the notice to proceed at `N`, the two ends are known and the first row is
//! `t[j] >= F - (F - N) r[j]`: as tight as a row can be.

use std::collections::BTreeSet;

use good_lp::{Constraint, Expression, constraint};
use petgraph::graph::{EdgeIndex, NodeIndex};

use super::Problem;
use super::columns::Columns;
use super::sequence::gap;
use crate::graph::{Bounds, Reserved};

/// The links of the graph that a reservation waives: theirs are the rows here.
pub fn waived(problem: &Problem) -> BTreeSet<EdgeIndex> {
    problem.network.reserved.iter().flat_map(|reserved| reserved.waived.iter().copied()).collect()
}

/// The rows of all links that hang on a reservation.
pub fn rows(problem: &Problem, columns: &Columns, bounds: &Bounds) -> Vec<Constraint> {
    let own = problem.network.reserved.iter().filter(|it| !columns.shared.contains(&it.task.index()));
    own.flat_map(|it| rows_of(problem, columns, bounds, it)).collect()
}

fn rows_of(problem: &Problem, columns: &Columns, bounds: &Bounds, reserved: &Reserved) -> Vec<Constraint> {
    let (task, taken) = (reserved.task, taken(problem, columns, reserved.task));
    let give = |before, slot_reserved| {
        let (_, link) = before;
        (bounds.latest(before) - bounds.earliest_end(task, link, slot_reserved)).max(0.0)
    };
    let row = |(from, link), given: Expression| constraint!(gap(problem, columns, (from, task, link)) + given >= 0.0);
    let waived = problem.network.waived(task).into_iter();
    let mut rows: Vec<Constraint> = waived
        .map(|before| match &taken {
            Some(taken) => row(before, give(before, true) * taken.clone()),
            None => row(before, Expression::from(0.0)),
        })
        .collect();
    if let Some(taken) = &taken {
        let instead = reserved.instead.iter();
        rows.extend(instead.map(|&before| row(before, give(before, false) * (1.0 - taken.clone()))));
    }
    rows
}

/// `r[j]`; nothing where no candidate's slot is reserved.
fn taken(problem: &Problem, columns: &Columns, task: NodeIndex) -> Option<Expression> {
    let id = problem.network.graph[task].bank.as_ref()?;
    let bank = problem.banks.iter().position(|bank| bank.id == *id)?;
    let candidates = columns.build[bank].iter().zip(&problem.banks[bank].candidates);
    let reserved = candidates.filter(|(_, candidate)| candidate.mode.slot_reserved);
    reserved.map(|((x, _), _)| Expression::from(*x)).reduce(|sum, x| sum + x)
}
