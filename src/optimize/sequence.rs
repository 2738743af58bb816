//! Tasks follow their predecessors, with durations that are linear in the choice:
//!
//! `FS: t[j] >= t[i] + d[i] + lag`, `SS: t[j] >= t[i] + lag`, `FF: t[j] + d[j] >= t[i] + d[i] + lag`,
//! `SF: t[j] + d[j] >= t[i] + lag`, where `d[i] = sum_c weeks[i,c] x[b(i),c]` for a task of bank b, else a constant.
//!
//! `t[i] >= not before`, and `ready[h] >= t[i] + d[i]` for the task that makes hall h ready. Weeks are elapsed weeks;
//! holidays are the schedule's, which dates the same network on the site's calendar.

use good_lp::{Constraint, Expression, constraint};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::Problem;
use super::columns::Columns;
use crate::graph::duration_weeks;
use crate::input::catalog::LinkKind;

/// One row for each link, release date and ready date.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let graph = &problem.network.graph;
    let start = |node: NodeIndex| columns.start[&node.index()];
    let mut rows: Vec<Constraint> = Vec::new();
    for edge in graph.edge_references() {
        let (from, to) = (edge.source(), edge.target());
        if columns.shared.contains(&from.index()) || columns.shared.contains(&to.index()) {
            continue;
        }
        let lag = edge.weight().lag_weeks;
        let (earlier, later) = match edge.weight().kind {
            LinkKind::FinishStart => (duration(problem, columns, from), Expression::from(0.0)),
            LinkKind::StartStart => (Expression::from(0.0), Expression::from(0.0)),
            LinkKind::FinishFinish => (duration(problem, columns, from), duration(problem, columns, to)),
            LinkKind::StartFinish => (Expression::from(0.0), duration(problem, columns, to)),
        };
        rows.push(constraint!(start(to) + later - start(from) - earlier >= lag));
    }
    for &node in problem.network.order.iter().filter(|node| !columns.shared.contains(&node.index())) {
        let task = &graph[node];
        if let Some(date) = task.not_before {
            let weeks = weeks_between(problem.site.start_date, date);
            rows.push(constraint!(start(node) >= weeks));
        }
        if let Some(ready) = task.place.hall().filter(|_| task.makes_ready).and_then(|hall| columns.ready.get(hall)) {
            rows.push(constraint!(*ready - start(node) - duration(problem, columns, node) >= 0.0));
        }
    }
    rows
}

/// `d[i]`, weeks.
pub fn duration(problem: &Problem, columns: &Columns, node: NodeIndex) -> Expression {
    let task = &problem.network.graph[node];
    let bank = task.bank.as_ref().and_then(|id| problem.banks.iter().position(|bank| bank.id == *id));
    let Some(bank) = bank else { return Expression::from(duration_weeks(task, None).likely) };
    let weeks = |c: usize| duration_weeks(task, Some(&problem.banks[bank].candidates[c])).likely;
    columns.build[bank].iter().enumerate().map(|(c, (x, _))| *x * weeks(c)).sum()
}

/// Elapsed weeks from the project's start to a day; none where it is past.
pub fn weeks_between(start: jiff::civil::Date, day: jiff::civil::Date) -> f64 {
    let days = start.until(day).map_or(0, |span| span.get_days());
    f64::from(days.max(0)) / 7.0
}
