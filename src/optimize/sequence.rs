//! Tasks follow their predecessors, with durations that are linear in the choice:
//!
//! `FS: t[j] >= t[i] + d[i] + lag`, `SS: t[j] >= t[i] + lag`, `FF: t[j] + d[j] >= t[i] + d[i] + lag`,
//! `SF: t[j] + d[j] >= t[i] + lag`, where `d[i] = sum_c weeks[i,c] x[b(i),c]` for a task of bank b, else a constant.
//!
//! `t[i] >= not before`, and `ready[h] >= t[i] + d[i]` for the task that makes hall h ready. Weeks are elapsed weeks;
//! holidays are the schedule's, which dates the network of the choice on the site's calendar. Links that a reserved slot waives or
//! takes on are in [`reserve`], those that a hall waives which lives within what a bank keeps in [`phases`].

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, constraint};
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::Problem;
use super::columns::Columns;
use super::{phases, reserve};
use crate::domain::plan::CandidatePlan;
use crate::graph::{Network, TaskEdge, duration_weeks};
use crate::input::catalog::LinkKind;
use crate::validate::Site;

/// One row for each link, release date and ready date.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let graph = &problem.network.graph;
    let start = |node: NodeIndex| columns.start[&node.index()];
    let mut rows = reserve::rows(problem, columns);
    let waived = reserve::waived(problem);
    let phased = phases::waivable(problem, columns);
    rows.extend(phases::rows(problem, columns));
    for edge in graph.edge_references().filter(|edge| !waived.contains(&edge.id()) && !phased.contains_key(&edge.id()))
    {
        let (from, to) = (edge.source(), edge.target());
        if columns.shared.contains(&from.index()) || columns.shared.contains(&to.index()) {
            continue;
        }
        let link = *edge.weight();
        rows.push(constraint!(gap(problem, columns, (from, to, link)) >= link.lag_weeks));
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

/// The weeks between the two ends that a link ties.
pub fn gap(problem: &Problem, columns: &Columns, (from, to, link): (NodeIndex, NodeIndex, TaskEdge)) -> Expression {
    let start = |node: NodeIndex| columns.start[&node.index()];
    let (earlier, later) = match link.kind {
        LinkKind::FinishStart => (duration(problem, columns, from), Expression::from(0.0)),
        LinkKind::StartStart => (Expression::from(0.0), Expression::from(0.0)),
        LinkKind::FinishFinish => (duration(problem, columns, from), duration(problem, columns, to)),
        LinkKind::StartFinish => (Expression::from(0.0), duration(problem, columns, to)),
    };
    start(to) + later - start(from) - earlier
}

/// When each hall is ready with these candidates, by bank, in the elapsed weeks that the rows count: their earliest solution.
pub fn ready_weeks(site: &Site, network: &Network, chosen: &BTreeMap<String, CandidatePlan>) -> BTreeMap<String, f64> {
    let graph = &network.graph;
    let weeks = |node: NodeIndex| {
        let candidate = graph[node].bank.as_ref().and_then(|bank| chosen.get(bank));
        duration_weeks(&graph[node], candidate).likely
    };
    let mut starts = vec![0.0; graph.node_count()];
    let mut ready: BTreeMap<String, f64> = BTreeMap::new();
    for &node in &network.order {
        let task = &graph[node];
        let bounds = network.predecessors(node).into_iter().map(|(earlier, edge)| {
            let start: f64 = starts[earlier.index()];
            edge.lag_weeks
                + match edge.kind {
                    LinkKind::FinishStart => start + weeks(earlier),
                    LinkKind::StartStart => start,
                    LinkKind::FinishFinish => start + weeks(earlier) - weeks(node),
                    LinkKind::StartFinish => start - weeks(node),
                }
        });
        let floor = task.not_before.map_or(0.0, |date| weeks_between(site.start_date, date));
        starts[node.index()] = bounds.fold(floor, f64::max);
        if let Some(hall) = task.place.hall().filter(|_| task.makes_ready) {
            ready.insert(hall.to_owned(), starts[node.index()] + weeks(node));
        }
    }
    ready
}

/// `d[i]`, weeks.
pub fn duration(problem: &Problem, columns: &Columns, node: NodeIndex) -> Expression {
    let task = &problem.network.graph[node];
    let Some(&bank) = columns.bank.get(&node.index()) else {
        return Expression::from(duration_weeks(task, None).likely);
    };
    let weeks = |c: usize| duration_weeks(task, Some(&problem.banks[bank].candidates[c])).likely;
    columns.build[bank].iter().enumerate().map(|(c, (x, _))| *x * weeks(c)).sum()
}

/// Elapsed weeks from the project's start to a day; none where it is past.
pub fn weeks_between(start: jiff::civil::Date, day: jiff::civil::Date) -> f64 {
    let days = start.until(day).map_or(0, |span| span.get_days());
    f64::from(days.max(0)) / 7.0
}
