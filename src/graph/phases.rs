//! Links from the new part of a bank that grows in phases to the halls that wait for it.

use petgraph::graph::EdgeIndex;
use petgraph::visit::EdgeRef;

use super::Network;
use crate::banks::Bank;
use crate::domain::Place;

/// A hall's link to a task that builds a bank of the site: waived where the hall lives within what the bank keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Phased {
    /// The link in the graph.
    pub link: EdgeIndex,
    /// The bank that grows.
    pub bank: String,
    /// The hall that waits.
    pub hall: String,
}

/// All such links.
pub fn phased(network: &Network, banks: &[Bank]) -> Vec<Phased> {
    let grows = |id: &str| banks.iter().any(|bank| bank.id == id && bank.service.grows_in_phases());
    let of = |(link, from, to): (EdgeIndex, &super::TaskNode, &super::TaskNode)| {
        let bank = from.bank.clone().filter(|bank| from.place == Place::Site && grows(bank))?;
        Some(Phased { link, bank, hall: to.place.hall()?.to_owned() })
    };
    let graph = &network.graph;
    let links = graph.edge_references().map(|edge| (edge.id(), &graph[edge.source()], &graph[edge.target()]));
    links.filter_map(of).collect()
}
