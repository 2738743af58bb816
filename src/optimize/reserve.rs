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
use petgraph::visit::EdgeRef;

use super::Problem;
use super::columns::Columns;
use super::sequence::{gap, weeks_between};
use crate::domain::plan::CandidatePlan;
use crate::graph::{Reserved, TaskEdge, duration_weeks};
use crate::input::catalog::LinkKind;

/// A link with the tasks that it ties.
type Tied = (NodeIndex, NodeIndex, TaskEdge);

/// The links of the graph that a reservation waives: theirs are the rows here.
pub fn waived(problem: &Problem) -> BTreeSet<EdgeIndex> {
    problem.network.reserved.iter().flat_map(|reserved| reserved.waived.iter().copied()).collect()
}

/// The rows of all links that hang on a reservation.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let reserved = &problem.network.reserved;
    let reserved: Vec<&Reserved> = reserved.iter().filter(|it| !columns.shared.contains(&it.task.index())).collect();
    if reserved.is_empty() {
        return Vec::new();
    }
    let ends = Ends::new(problem);
    reserved.into_iter().flat_map(|it| rows_of(problem, columns, &ends, it)).collect()
}

fn rows_of(problem: &Problem, columns: &Columns, ends: &Ends, reserved: &Reserved) -> Vec<Constraint> {
    let (waived, instead) = (waived_links(problem, reserved), instead_links(reserved));
    let taken = taken(problem, columns, reserved.task);
    let row = |link: &Tied, give: f64, given: Expression| constraint!(gap(problem, columns, *link) + give * given >= link.2.lag_weeks);
    let mut rows: Vec<Constraint> = Vec::new();
    for link in &waived {
        rows.push(row(link, ends.give(problem, link, &instead, true), taken.clone()));
    }
    for link in instead.iter().filter(|_| can_be_taken(problem, reserved.task)) {
        rows.push(row(link, ends.give(problem, link, &waived, false), 1.0 - taken.clone()));
    }
    rows
}

fn waived_links(problem: &Problem, reserved: &Reserved) -> Vec<Tied> {
    let graph = &problem.network.graph;
    let from = |&edge: &EdgeIndex| graph.edge_endpoints(edge).map(|(from, _)| (from, reserved.task, graph[edge]));
    reserved.waived.iter().filter_map(from).collect()
}

fn instead_links(reserved: &Reserved) -> Vec<Tied> {
    reserved.instead.iter().map(|&(from, link)| (from, reserved.task, link)).collect()
}

/// `r[j]`.
fn taken(problem: &Problem, columns: &Columns, task: NodeIndex) -> Expression {
    let Some(bank) = bank(problem, task) else { return Expression::from(0.0) };
    let candidates = columns.build[bank].iter().zip(&problem.banks[bank].candidates);
    candidates.filter(|(_, candidate)| candidate.mode.slot_reserved).map(|((x, _), _)| Expression::from(*x)).sum()
}

fn can_be_taken(problem: &Problem, task: NodeIndex) -> bool {
    candidates(problem, task).iter().any(|candidate| candidate.mode.slot_reserved)
}

fn bank(problem: &Problem, task: NodeIndex) -> Option<usize> {
    let id = problem.network.graph[task].bank.as_ref()?;
    problem.banks.iter().position(|bank| bank.id == *id)
}

fn candidates<'a>(problem: &Problem<'a>, task: NodeIndex) -> &'a [CandidatePlan] {
    bank(problem, task).map(|bank| problem.banks[bank].candidates.as_slice()).unwrap_or_default()
}

/// Bounds on the tasks' dates, weeks, by the index of their nodes.
struct Ends {
    /// Shortest and longest duration of each task.
    weeks: Vec<(f64, f64)>,
    /// Starts that suffice whatever is chosen.
    latest: Vec<f64>,
    /// Starts below which none is, whatever is chosen and reserved.
    earliest: Vec<f64>,
}

impl Ends {
    fn new(problem: &Problem) -> Ends {
        let graph = &problem.network.graph;
        let weeks: Vec<(f64, f64)> = graph.node_indices().map(|task| span(problem, task, |_| true)).collect();
        let waived = waived(problem);
        let tied = |edge: &dyn Fn(EdgeIndex) -> bool| -> Vec<Tied> {
            let kept = graph.edge_references().filter(|it| edge(it.id()));
            kept.map(|it| (it.source(), it.target(), *it.weight())).collect()
        };
        let instead = problem.network.reserved.iter().flat_map(instead_links);
        let all: Vec<Tied> = tied(&|_| true).into_iter().chain(instead).collect();
        let firm = tied(&|edge| !waived.contains(&edge));
        let (short, long) = (|(short, _): (f64, f64)| short, |(_, long): (f64, f64)| long);
        let latest = starts(problem, &all, &weeks, long, short);
        let earliest = starts(problem, &firm, &weeks, short, long);
        Ends { weeks, latest, earliest }
    }

    /// By how much a link must give where it does not hold (a waived one where the slot is reserved, one that holds instead
    /// where it is not), `others` being the links that hold then.
    fn give(&self, problem: &Problem, link: &Tied, others: &[Tied], reserved: bool) -> f64 {
        let (from, to, edge) = *link;
        let (short, long) = span(problem, to, |candidate| candidate.mode.slot_reserved == reserved);
        let of_link = |&(from, _, edge): &Tied| {
            end_of(edge.kind, self.earliest[from.index()], self.weeks[from.index()].0) + edge.lag_weeks
                - if ties_finish(edge.kind) { long } else { 0.0 }
        };
        let start = others.iter().map(of_link).fold(self.earliest[to.index()], f64::max);
        let earliest = start + if ties_finish(edge.kind) { short } else { 0.0 };
        let latest = end_of(edge.kind, self.latest[from.index()], self.weeks[from.index()].1);
        (latest + edge.lag_weeks - earliest).max(0.0)
    }
}

/// The shortest and the longest duration of a task among some of its bank's candidates.
fn span(problem: &Problem, task: NodeIndex, of: impl Fn(&CandidatePlan) -> bool) -> (f64, f64) {
    let node = &problem.network.graph[task];
    if bank(problem, task).is_none() {
        let weeks = duration_weeks(node, None).likely;
        return (weeks, weeks);
    }
    let weeks = candidates(problem, task).iter().filter(|it| of(it)).map(|it| duration_weeks(node, Some(it)).likely);
    weeks.fold((f64::INFINITY, 0.0), |(short, long): (f64, f64), weeks| (short.min(weeks), long.max(weeks)))
}

/// The start of each task as early as the links let it be: `from` is the duration with which a task's finish is reckoned,
/// `to` the one with which a start follows from a finish that a link demands.
fn starts(
    problem: &Problem,
    links: &[Tied],
    weeks: &[(f64, f64)],
    from: fn((f64, f64)) -> f64,
    to: fn((f64, f64)) -> f64,
) -> Vec<f64> {
    let graph = &problem.network.graph;
    let mut starts = vec![0.0; graph.node_count()];
    for &task in &problem.network.order {
        let free = graph[task].not_before.map_or(0.0, |date| weeks_between(problem.site.start_date, date));
        let demanded = links.iter().filter(|(_, later, _)| *later == task).map(|&(earlier, _, edge)| {
            end_of(edge.kind, starts[earlier.index()], from(weeks[earlier.index()])) + edge.lag_weeks
                - if ties_finish(edge.kind) { to(weeks[task.index()]) } else { 0.0 }
        });
        starts[task.index()] = demanded.fold(free, f64::max);
    }
    starts
}

/// The end of the earlier task that a link ties.
fn end_of(kind: LinkKind, start: f64, weeks: f64) -> f64 {
    match kind {
        LinkKind::FinishStart | LinkKind::FinishFinish => start + weeks,
        LinkKind::StartStart | LinkKind::StartFinish => start,
    }
}

/// Whether a link ties the finish of the later task.
fn ties_finish(kind: LinkKind) -> bool {
    matches!(kind, LinkKind::FinishFinish | LinkKind::StartFinish)
}
