//! Links that a reserved slot waives, and those that it takes on instead.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{EdgeIndex, NodeIndex};

use super::{Network, Phased, TaskEdge, TaskNode, crews, lag_weeks, moves_from, not_before, order};
use crate::domain::plan::CandidatePlan;
use crate::input::catalog::Activity;

/// What changes for one lead task where its bank's slot is reserved.
#[derive(Clone, Debug, PartialEq)]
pub struct Reserved {
    /// The lead task.
    pub task: NodeIndex,
    /// Its links in the graph that no longer hold.
    pub waived: Vec<EdgeIndex>,
    /// The links that hold instead, which the graph does not have: the earlier task, and the link.
    pub instead: Vec<(NodeIndex, TaskEdge)>,
}

impl Network {
    /// The network of a choice, by the banks' ids: with the links that reserved slots have instead of those they waive, without
    /// those to banks of the site for which a hall does not wait, with those of moves that are made, and with the days on which
    /// what is installed comes free. Crews go through the halls in `hall_order`, or where it is empty in the file's. Tasks keep their
    /// indices.
    pub fn as_chosen(
        &self,
        chosen: &BTreeMap<String, CandidatePlan>,
        live_early: &BTreeMap<String, BTreeSet<String>>,
        hall_order: &[String],
    ) -> Network {
        let of = |task: &TaskNode| task.bank.as_ref().and_then(|bank| chosen.get(bank));
        let is_reserved =
            |reserved: &&Reserved| of(&self.graph[reserved.task]).is_some_and(|candidate| candidate.mode.slot_reserved);
        let taken: Vec<&Reserved> = self.reserved.iter().filter(is_reserved).collect();
        let slots = taken.iter().flat_map(|reserved| reserved.waived.iter().copied());
        let early = |it: &&Phased| live_early.get(&it.hall).is_some_and(|banks| banks.contains(&it.bank));
        let phases = self.phased.iter().filter(early).map(|phased| phased.link);
        let waived: BTreeSet<EdgeIndex> = slots.chain(phases).collect();
        let reordered = !hall_order.is_empty();
        let holds = |edge: EdgeIndex, link: &TaskEdge| {
            let (from, to) = self.graph.edge_endpoints(edge).expect("the edge is one of the graph");
            let moved = of(&self.graph[to]).is_some_and(|candidate| moves_from(&self.graph[from], candidate));
            let replaced = waived.contains(&edge) || link.for_crews && reordered;
            !replaced && (moved || !link.for_move)
        };
        let lag = |edge: EdgeIndex, link: &TaskEdge| {
            let (from, _) = self.graph.edge_endpoints(edge).expect("the edge is one of the graph");
            lag_weeks(&self.graph[from], link, of(&self.graph[from]))
        };
        let mut graph = self.graph.filter_map(
            |_, task| Some(TaskNode { not_before: not_before(task, of(task)), ..task.clone() }),
            |edge, link| holds(edge, link).then(|| TaskEdge { lag_weeks: lag(edge, link), ..*link }),
        );
        for reserved in taken {
            for &(earlier, link) in &reserved.instead {
                graph.add_edge(earlier, reserved.task, link);
            }
        }
        let mut network = Network {
            graph,
            order: self.order.clone(),
            reserved: vec![],
            phased: vec![],
            crewed: vec![],
            not_first: vec![],
        };
        if reordered {
            crews::share(&mut network.graph, &self.crewed, hall_order);
            network.order = order::tasks(&network);
        }
        network
    }

    /// The links into a task that a reserved slot waives.
    pub fn waived(&self, task: NodeIndex) -> Vec<(NodeIndex, TaskEdge)> {
        self.split(task, true)
    }

    /// The links into a task that hold whether its slot is reserved or not.
    pub fn firm(&self, task: NodeIndex) -> Vec<(NodeIndex, TaskEdge)> {
        self.split(task, false)
    }

    /// The links into a task that hold where its slot is reserved, and only there.
    pub fn instead(&self, task: NodeIndex) -> Vec<(NodeIndex, TaskEdge)> {
        self.reserved_of(task).map(|reserved| reserved.instead.clone()).unwrap_or_default()
    }

    fn reserved_of(&self, task: NodeIndex) -> Option<&Reserved> {
        self.reserved.iter().find(|reserved| reserved.task == task)
    }

    fn split(&self, task: NodeIndex, waived: bool) -> Vec<(NodeIndex, TaskEdge)> {
        let of = self.reserved_of(task);
        let is_waived = |edge: &EdgeIndex| of.is_some_and(|reserved| reserved.waived.contains(edge));
        let edges = self.edges_into(task).into_iter().filter(|(edge, _)| is_waived(edge) == waived);
        edges.map(|(edge, earlier)| (earlier, self.graph[edge])).collect()
    }
}

/// What a reservation changes for the tasks of an activity; nothing for activities without one.
pub fn reserved(network: &Network, activity: &Activity, nodes: &[NodeIndex]) -> Vec<Reserved> {
    let Some(reservation) = &activity.reserve else { return Vec::new() };
    let of = |task: NodeIndex| {
        let waived = |&(edge, earlier): &(EdgeIndex, NodeIndex)| {
            reservation.waives.contains(&network.graph[earlier].activity).then_some(edge)
        };
        let instead = reservation.after.iter().flat_map(|link| {
            let edge = TaskEdge { kind: link.link, lag_weeks: link.lag_weeks, for_move: false, for_crews: false };
            let earlier = network.graph.node_indices();
            earlier.filter(|&node| network.graph[node].activity == link.activity).map(move |node| (node, edge))
        });
        Reserved {
            task,
            waived: network.edges_into(task).iter().filter_map(waived).collect(),
            instead: instead.collect(),
        }
    };
    nodes.iter().map(|&task| of(task)).collect()
}
