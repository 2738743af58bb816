//! Tasks follow their predecessors, with durations that are linear in the choice:
//!
//! `FS: t[j] >= t[i] + d[i] + lag`, `SS: t[j] >= t[i] + lag`, `FF: t[j] + d[j] >= t[i] + d[i] + lag`,
//! `SF: t[j] + d[j] >= t[i] + lag`, where `d[i] = sum_c weeks[i,c] x[b(i),c]` for a task of bank b, else a constant. A lag behind a task of a bank counts with the candidates alone
//! for which there is such work: `lag = sum_{c: weeks[i,c] > 0} lag x[b(i),c]`.
//!
//! Where a bank may be built from what another place lets go when its miners stop, its installation j waits for the stop i only
//! with these candidates: `t[j] + H (1 - sum_{c moves} x[b(j),c]) >= t[i] + d[i]`, where H is the length of the whole network with
//! the longest choice everywhere ([`Bounds::end`]): nothing needs to start later, so that the row says nothing without a move.
//!
//! `t[i] >= not before`, `t[j] >= sum_c free[c] x[b(j),c]` for the installation of what comes free on a day, and
//! `ready[h] >= t[i] + d[i]` for the task that makes hall h ready. Weeks are elapsed weeks; holidays are the schedule's, which
//! dates the network of the choice on the site's calendar. Links that a reserved slot waives or takes on are in [`reserve`], those
//! that a hall waives which lives within what a bank keeps in [`phases`], those of crews that go from hall to hall in [`order`].

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, constraint};
use petgraph::graph::{EdgeIndex, EdgeReference, NodeIndex};
use petgraph::visit::EdgeRef;

use super::Problem;
use super::columns::Columns;
use super::{order, phases, reserve};
use crate::domain::plan::CandidatePlan;
use crate::graph::{Bounds, Network, TaskDuration, TaskEdge, duration_weeks, lag_weeks, moves_from};
use crate::input::catalog::LinkKind;
use crate::validate::Site;

/// One row for each link, release date and ready date.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let graph = &problem.network.graph;
    let start = |node: NodeIndex| columns.start[&node.index()];
    let bounds = Bounds::new(problem.site, problem.network, problem.banks, columns.order.is_some());
    let mut rows = reserve::rows(problem, columns, &bounds);
    rows.extend(moves(problem, columns, &bounds));
    rows.extend(phases::rows(problem, columns, &bounds));
    rows.extend(order::rows(problem, columns, &bounds));
    let waived = reserve::waived(problem);
    let phased = phases::waivable(problem, columns);
    let of_order = |link: &TaskEdge| link.for_crews && columns.order.is_some();
    let elsewhere = |edge: EdgeIndex, link: &TaskEdge| {
        link.for_move || of_order(link) || waived.contains(&edge) || phased.contains_key(&edge)
    };
    for edge in graph.edge_references().filter(|edge| !elsewhere(edge.id(), edge.weight())) {
        let (from, to) = (edge.source(), edge.target());
        if columns.shared.contains(&from.index()) || columns.shared.contains(&to.index()) {
            continue;
        }
        let link = *edge.weight();
        rows.push(constraint!(gap(problem, columns, (from, to, link)) >= 0.0));
    }
    for &node in problem.network.order.iter().filter(|node| !columns.shared.contains(&node.index())) {
        let task = &graph[node];
        if let Some(date) = task.not_before {
            let weeks = weeks_between(problem.site.start_date, date);
            rows.push(constraint!(start(node) >= weeks));
        }
        rows.extend(free_from(problem, columns, node));
        if let Some(ready) = task.place.hall().filter(|_| task.makes_ready).and_then(|hall| columns.ready.get(hall)) {
            rows.push(constraint!(*ready - start(node) - duration(problem, columns, node) >= 0.0));
        }
    }
    rows
}

/// One row for each stop of mining and each installation that may wait for it.
fn moves(problem: &Problem, columns: &Columns, bounds: &Bounds) -> Vec<Constraint> {
    let graph = &problem.network.graph;
    let horizon = bounds.end();
    let row = |edge: EdgeReference<TaskEdge>| {
        let (stop, install) = (edge.source(), edge.target());
        let &bank = columns.bank.get(&install.index())?;
        let candidates = columns.build[bank].iter().zip(&problem.banks[bank].candidates);
        let moved = candidates.filter(|(_, candidate)| moves_from(&graph[stop], candidate));
        let moved: Expression = moved.map(|((x, _), _)| Expression::from(*x)).sum();
        let start = |node: NodeIndex| columns.start[&node.index()];
        let waits = start(install) - start(stop) - duration(problem, columns, stop);
        Some(constraint!(waits - moved * horizon >= -horizon))
    };
    graph.edge_references().filter(|edge| edge.weight().for_move).filter_map(row).collect()
}

/// No installation before what it takes is free; nothing where no candidate waits for a day.
fn free_from(problem: &Problem, columns: &Columns, node: NodeIndex) -> Option<Constraint> {
    let installs = problem.network.graph[node].duration == TaskDuration::Install;
    let &bank = columns.bank.get(&node.index()).filter(|_| installs)?;
    let candidates = columns.build[bank].iter().zip(&problem.banks[bank].candidates);
    let weeks = |candidate: &CandidatePlan| Some(weeks_between(problem.site.start_date, candidate.not_before?));
    let free: Vec<Expression> = candidates.filter_map(|((x, _), c)| Some(*x * weeks(c)?)).collect();
    let start = columns.start[&node.index()];
    (!free.is_empty()).then(|| constraint!(start - free.into_iter().sum::<Expression>() >= 0.0))
}

/// The weeks between the two ends that a link ties, beyond its lag.
pub fn gap(problem: &Problem, columns: &Columns, (from, to, link): (NodeIndex, NodeIndex, TaskEdge)) -> Expression {
    let start = |node: NodeIndex| columns.start[&node.index()];
    let (earlier, later) = match link.kind {
        LinkKind::FinishStart => (duration(problem, columns, from), Expression::from(0.0)),
        LinkKind::StartStart => (Expression::from(0.0), Expression::from(0.0)),
        LinkKind::FinishFinish => (duration(problem, columns, from), duration(problem, columns, to)),
        LinkKind::StartFinish => (Expression::from(0.0), duration(problem, columns, to)),
    };
    start(to) + later - start(from) - earlier - lag(problem, columns, from, link)
}

/// The lag of a link by the choice for the bank of its earlier task, weeks.
fn lag(problem: &Problem, columns: &Columns, from: NodeIndex, link: TaskEdge) -> Expression {
    let task = &problem.network.graph[from];
    let Some(&bank) = columns.bank.get(&from.index()).filter(|_| link.lag_weeks != 0.0) else {
        return Expression::from(link.lag_weeks);
    };
    let weeks = |c: usize| lag_weeks(task, &link, Some(&problem.banks[bank].candidates[c]));
    columns.build[bank].iter().enumerate().map(|(c, (x, _))| *x * weeks(c)).sum()
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
