//! The passes over the network: forward to early dates, backward to late dates, and the shift of what is better done late.
//!
//! All slices hold one entry for each task, at its index in the network's graph.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use super::work::{Bound, Span, Work};
use crate::domain::{Calendar, Place};
use crate::graph::Network;

/// All dates of all tasks.
pub struct Dates {
    /// When each task is planned.
    pub planned: Vec<Span>,
    /// The latest that delays no hall.
    pub late: Vec<Span>,
    /// Days each may slip from its plan without moving a successor's plan.
    pub free_float: Vec<i64>,
    /// The predecessor that sets each early start.
    pub drivers: Vec<Option<NodeIndex>>,
    early: Vec<Span>,
}

impl Dates {
    /// Runs all passes. A task with float days is put off until no more of them are left to its late start, on a day on which
    /// offices work. What stops mining and has none is put off only as far as no other task moves.
    pub fn new(network: &Network, works: &mut [Work], float_days: &[Option<i64>], offices: &Calendar) -> Dates {
        let first = forward(network, works);
        let late = backward(network, works, &limits(network, works, &first));
        put_off(works, &late, float_days, offices);
        let early = forward(network, works);
        let planned = keep_mining(network, works, &early, &late);
        let slack = |(i, work): (usize, &Work)| latest_start(work, &planned, late[i].start) - planned[i].start;
        let free_float = works.iter().enumerate().map(slack).collect();
        let drivers = works.iter().zip(&early).map(|(work, &span)| driver(work, span, &early)).collect();
        Dates { planned, late, free_float, drivers, early }
    }

    /// The predecessor that sets the planned start; nothing where a later successor does.
    pub fn driver_of_plan(&self, task: NodeIndex) -> Option<NodeIndex> {
        let i = task.index();
        self.drivers[i].filter(|_| self.planned[i] == self.early[i])
    }
}

/// The earliest span of each task.
pub fn forward(network: &Network, works: &[Work]) -> Vec<Span> {
    let mut early: Vec<Span> = works.iter().map(|work| work.from(work.floor)).collect();
    for task in &network.order {
        let work = &works[task.index()];
        let starts = work.before.iter().map(|tie| work.earliest(tie.forward(early[tie.other.index()])));
        early[task.index()] = work.from(starts.fold(work.floor, i64::max));
    }
    early
}

/// The latest span of each task that finishes within its limit.
fn backward(network: &Network, works: &[Work], limits: &[i64]) -> Vec<Span> {
    let within = |(work, &limit): (&Work, &i64)| work.from(work.latest(Bound::Finish(limit)));
    let mut late: Vec<Span> = works.iter().zip(limits).map(within).collect();
    for task in network.order.iter().rev() {
        let work = &works[task.index()];
        late[task.index()] = work.from(latest_start(work, &late, late[task.index()].start));
    }
    late
}

/// The latest start, not after `limit`, that leaves all successors where they are.
fn latest_start(work: &Work, spans: &[Span], limit: i64) -> i64 {
    work.after.iter().map(|tie| work.latest(tie.backward(spans[tie.other.index()]))).fold(limit, i64::min)
}

/// The boundary by which each task must finish, whatever its successors allow.
fn limits(network: &Network, works: &[Work], early: &[Span]) -> Vec<i64> {
    let project_end = early.iter().map(|span| span.finish).max().unwrap_or_default();
    let hall_ends = hall_ends(network, early);
    let after_ready = after_ready(network, works);
    let limit = |i: usize| {
        let task = &network.graph[NodeIndex::new(i)];
        match &task.place {
            _ if task.makes_ready => early[i].finish,
            Place::Hall(hall) if after_ready[i] => hall_ends[hall.as_str()],
            _ => project_end,
        }
    };
    (0..works.len()).map(limit).collect()
}

/// The last finish among the tasks of each hall.
fn hall_ends<'a>(network: &'a Network, early: &[Span]) -> BTreeMap<&'a str, i64> {
    let mut ends = BTreeMap::new();
    for (task, span) in network.graph.node_weights().zip(early) {
        if let Some(hall) = task.place.hall() {
            ends.entry(hall).and_modify(|end: &mut i64| *end = span.finish.max(*end)).or_insert(span.finish);
        }
    }
    ends
}

/// Whether each task comes after one that makes a hall ready.
fn after_ready(network: &Network, works: &[Work]) -> Vec<bool> {
    let mut after = vec![false; works.len()];
    for task in &network.order {
        let mut earlier = works[task.index()].before.iter().map(|tie| tie.other);
        after[task.index()] = earlier.any(|other| after[other.index()] || network.graph[other].makes_ready);
    }
    after
}

/// Puts the floor of each task that keeps float its days before its late start, where it is not later already. Late dates keep
/// all links, and all tasks are early enough for them, so that no hall's ready date moves.
fn put_off(works: &mut [Work], late: &[Span], float_days: &[Option<i64>], offices: &Calendar) {
    for ((work, late), days) in works.iter_mut().zip(late).zip(float_days) {
        let Some(days) = days else { continue };
        let floor = work.latest(Bound::Start(offices.previous_working(late.start - days)));
        work.floor = work.floor.max(floor);
    }
}

/// The early dates, with each task that stops mining as late as its successors' plans and its own late start allow.
fn keep_mining(network: &Network, works: &[Work], early: &[Span], late: &[Span]) -> Vec<Span> {
    let mut planned = early.to_vec();
    for task in network.order.iter().rev().filter(|&&task| network.graph[task].stops_mining) {
        let i = task.index();
        planned[i] = works[i].from(latest_start(&works[i], &planned, late[i].start));
    }
    planned
}

/// The predecessor that sets a task's early start: of those that bind, the one with the least room to its bound.
fn driver(work: &Work, span: Span, early: &[Span]) -> Option<NodeIndex> {
    let bounds = work.before.iter().map(|tie| (tie.other, tie.forward(early[tie.other.index()])));
    let binding = bounds.filter(|&(_, bound)| work.earliest(bound) == span.start);
    binding.min_by_key(|&(_, bound)| span.room(bound)).map(|(other, _)| other)
}
