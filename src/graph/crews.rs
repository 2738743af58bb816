//! Crews that go from hall to hall. A trade that can work in k halls at once works in the hall at place p of the halls' order
//! when its work in the hall at place p - k is done: one order for the whole site, that of the file until another is chosen.

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{Network, TaskEdge, TaskNode};
use crate::domain::Place;
use crate::input::catalog::{Activity, LinkKind};
use crate::validate::Site;

/// An activity whose trade can work in fewer halls at once than there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Crewed {
    /// Halls in which the trade can work at once.
    pub crews: usize,
    /// Each hall with the activity's tasks in it, in file order.
    pub halls: Vec<(String, Vec<NodeIndex>)>,
}

/// What a later hall's task waits for.
const WAIT: TaskEdge = TaskEdge { kind: LinkKind::FinishStart, lag_weeks: 0.0, for_move: false, for_crews: true };

impl Crewed {
    /// Its tasks in all halls.
    pub fn tasks(&self) -> impl Iterator<Item = NodeIndex> {
        self.halls.iter().flat_map(|(_, tasks)| tasks.iter().copied())
    }

    /// The tasks of an activity by the hall; nothing where its trade can work in all halls at once.
    pub fn of(
        graph: &DiGraph<TaskNode, TaskEdge>,
        site: &Site,
        halls: &[String],
        activity: &Activity,
        nodes: &[NodeIndex],
    ) -> Option<Crewed> {
        let &crews = activity.trade.as_ref().and_then(|trade| site.crews.get(trade))?;
        let is_in = |hall: &String, node: &NodeIndex| graph[*node].place.hall() == Some(hall);
        let of_hall = |hall: &String| (hall.clone(), nodes.iter().copied().filter(|node| is_in(hall, node)).collect());
        let crewed = Crewed { crews: crews as usize, halls: halls.iter().map(of_hall).collect() };
        let in_halls = nodes.iter().any(|&node| graph[node].place != Place::Site);
        (in_halls && crewed.crews < crewed.halls.len()).then_some(crewed)
    }

    /// The links of an order of the halls: each task waits for all of the hall that is so many places before.
    fn share(&self, graph: &mut DiGraph<TaskNode, TaskEdge>, order: &[&str]) {
        let tasks: BTreeMap<&str, &Vec<NodeIndex>> = self.halls.iter().map(|(hall, of)| (hall.as_str(), of)).collect();
        for (earlier, later) in order.iter().zip(order.iter().skip(self.crews)) {
            for (&before, &after) in tasks[earlier].iter().flat_map(|b| tasks[later].iter().map(move |a| (b, a))) {
                graph.add_edge(before, after, WAIT);
            }
        }
    }
}

/// The links of all crews where they go through the halls in this order.
pub fn share(graph: &mut DiGraph<TaskNode, TaskEdge>, crewed: &[Crewed], order: &[String]) {
    let order: Vec<&str> = order.iter().map(String::as_str).collect();
    crewed.iter().for_each(|crewed| crewed.share(graph, &order));
}

/// Whether all links run from earlier activities to later ones: then no order of the halls closes a circle.
pub fn any_order_is_free_of_circles(network: &Network) -> bool {
    let links = network.graph.edge_references().map(|edge| (edge.source(), edge.target()));
    let instead = network.reserved.iter().flat_map(|it| it.instead.iter().map(|(earlier, _)| (*earlier, it.task)));
    links.chain(instead).all(|(earlier, later)| earlier < later)
}
