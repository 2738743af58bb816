//! Activities in an order in which each comes after those it waits for, or the circle that forbids one.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::algo::{astar, toposort};
use petgraph::graph::{DiGraph, NodeIndex};

use super::Network;
use crate::input::catalog::Activity;

/// Activities wait for each other in a circle.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("activities wait for each other: {}", .path.join(" -> "))]
pub struct CycleError {
    /// Ids of the activities, each to be done before the next; the last is the first again.
    pub path: Vec<String>,
}

/// The activities, predecessors first; ties in the order given.
pub fn in_order(activities: &[Activity]) -> Result<Vec<&Activity>, CycleError> {
    let graph = links(activities);
    if let Err(cycle) = toposort(&graph, None) {
        let path = circle(&graph, cycle.node_id());
        return Err(CycleError { path: path.iter().map(|&node| activities[node.index()].id.clone()).collect() });
    }
    let mut placed: Vec<usize> = Vec::new();
    let free = |placed: &[usize], node: usize| {
        !placed.contains(&node)
            && graph.neighbors_directed(NodeIndex::new(node), petgraph::Incoming).all(|p| placed.contains(&p.index()))
    };
    while let Some(next) = (0..activities.len()).find(|&node| free(&placed, node)) {
        placed.push(next);
    }
    Ok(placed.into_iter().map(|node| &activities[node]).collect())
}

/// The tasks, predecessors first, by links of moves and of reserved slots as well; ties by index. No task is left out:
/// activities come in no circle, and moves close none.
pub fn tasks(network: &Network) -> Vec<NodeIndex> {
    let graph = &network.graph;
    let mut after: Vec<Vec<NodeIndex>> = graph.node_indices().map(|node| graph.neighbors(node).collect()).collect();
    for reserved in &network.reserved {
        reserved.instead.iter().for_each(|(earlier, _)| after[earlier.index()].push(reserved.task));
    }
    let mut waits = vec![0; graph.node_count()];
    after.iter().flatten().for_each(|later| waits[later.index()] += 1);
    let mut free: BTreeSet<NodeIndex> = graph.node_indices().filter(|node| waits[node.index()] == 0).collect();
    let mut order = Vec::new();
    while let Some(node) = free.pop_first() {
        order.push(node);
        for later in &after[node.index()] {
            waits[later.index()] -= 1;
            if waits[later.index()] == 0 {
                free.insert(*later);
            }
        }
    }
    order
}

/// An edge from each activity to those that wait for it.
fn links(activities: &[Activity]) -> DiGraph<(), ()> {
    let index: BTreeMap<&str, u32> = (0..).zip(activities).map(|(i, activity)| (activity.id.as_str(), i)).collect();
    let edges = activities.iter().flat_map(|later| {
        let reserved = later.reserve.iter().flat_map(|reservation| &reservation.after);
        later
            .after
            .iter()
            .chain(reserved)
            .map(|link| (index[link.activity.as_str()], index[later.id.as_str()]))
            .collect::<Vec<_>>()
    });
    let mut graph = DiGraph::new();
    for _ in activities {
        graph.add_node(());
    }
    graph.extend_with_edges(edges);
    graph
}

/// A shortest way from a node back to itself, told from the activity that the catalog names first.
fn circle(graph: &DiGraph<(), ()>, node: NodeIndex) -> Vec<NodeIndex> {
    let (_, mut path) = graph
        .neighbors(node)
        .filter_map(|next| astar(graph, next, |n| n == node, |_| 1, |_| 0))
        .min_by_key(|(length, _)| *length)
        .expect("the topological sort found the node in a circle");
    let first = (0..path.len()).min_by_key(|&i| path[i]).expect("the path ends at the node");
    path.rotate_left(first);
    path.push(path[0]);
    path
}
