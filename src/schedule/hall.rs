//! The dates of each hall, read off the dates of its tasks.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::HallDates;
use super::pass::Dates;
use super::work::Span;
use crate::domain::calendar::date_of;
use crate::graph::{Network, TaskNode};
use crate::validate::Site;

/// The dates of every hall that some task makes ready; `low` and `high` are the early dates at those durations.
pub fn halls(
    site: &Site,
    network: &Network,
    dates: &Dates,
    low: &[Span],
    high: &[Span],
) -> BTreeMap<String, HallDates> {
    let ids: BTreeSet<&str> = network.graph.node_weights().filter_map(|task| task.place.hall()).collect();
    let hall = |id: &str| {
        let ready = ready_task(network, id, &dates.planned)?;
        Some(HallDates {
            mining_stops: mining_stops(site, network, id, &dates.planned),
            ready: last_day(ready, &dates.planned),
            ready_low: last_day(ready_task(network, id, low)?, low),
            ready_high: last_day(ready_task(network, id, high)?, high),
            driving_chain: driving_chain(network, ready, &dates.drivers),
        })
    };
    ids.into_iter().filter_map(|id| Some((id.to_owned(), hall(id)?))).collect()
}

/// The task that makes the hall ready: of several, one that finishes last.
fn ready_task(network: &Network, hall: &str, spans: &[Span]) -> Option<NodeIndex> {
    let tasks = tasks_for(network, hall).filter(|&node| network.graph[node].makes_ready);
    tasks.max_by_key(|node| spans[node.index()].finish)
}

/// The start of the first task that stops the hall's miners, where it has any.
fn mining_stops(site: &Site, network: &Network, hall: &str, planned: &[Span]) -> Option<Date> {
    site.halls.iter().find(|it| it.id == hall && it.mining_mw > 0.0)?;
    let tasks = tasks_for(network, hall).filter(|&node| network.graph[node].stops_mining);
    tasks.map(|node| planned[node.index()].start).min().map(date_of)
}

/// The tasks that are done for the hall, or for the site and so for it too.
fn tasks_for<'a>(network: &'a Network, hall: &'a str) -> impl Iterator<Item = NodeIndex> + 'a {
    let serves = move |task: &TaskNode| task.place.hall().is_none_or(|id| id == hall);
    network.order.iter().copied().filter(move |&node| serves(&network.graph[node]))
}

fn last_day(task: NodeIndex, spans: &[Span]) -> Date {
    date_of(spans[task.index()].last_day())
}

/// The tasks that drive the last one, first to last.
fn driving_chain(network: &Network, last: NodeIndex, drivers: &[Option<NodeIndex>]) -> Vec<String> {
    let chain = std::iter::successors(Some(last), |node| drivers[node.index()]);
    let mut ids: Vec<String> = chain.map(|node| network.graph[node].id.clone()).collect();
    ids.reverse();
    ids
}
