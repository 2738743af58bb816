//! Activities expanded into tasks, and the links between them.

use std::collections::BTreeMap;

use petgraph::graph::{DiGraph, NodeIndex};

use super::{Crewed, Network, TaskDuration, TaskEdge, TaskNode, crews, moves_from, order, phases, reserve};
use crate::banks::Bank;
use crate::domain::{Place, Range};
use crate::input::catalog::{Activity, ActivityPer, DurationOf, LinkKind};
use crate::validate::Site;

/// Tasks of all activities, which come predecessors first, with their links.
pub fn expand(site: &Site, banks: &[Bank], activities: &[&Activity]) -> Network {
    let mut graph = DiGraph::new();
    let mut tasks: BTreeMap<&str, Vec<NodeIndex>> = BTreeMap::new();
    let mut crewed: Vec<Crewed> = Vec::new();
    let halls: Vec<String> = converted_halls(site, banks).filter_map(|place| Some(place.hall()?.to_owned())).collect();
    for activity in activities {
        let nodes: Vec<_> = subjects(site, banks, activity)
            .into_iter()
            .map(|subject| graph.add_node(task(site, banks, activity, &subject)))
            .collect();
        link(&mut graph, activity, &nodes, &tasks);
        let shared = Crewed::of(&graph, site, &halls, activity, &nodes);
        crews::share(&mut graph, shared.as_slice(), &halls);
        crewed.extend(shared);
        tasks.insert(&activity.id, nodes);
    }
    link_moves(&mut graph, banks);
    let mut network = Network {
        graph,
        order: Vec::new(),
        reserved: Vec::new(),
        phased: Vec::new(),
        crewed: Vec::new(),
        not_first: Vec::new(),
    };
    let reserved = |activity: &&Activity| reserve::reserved(&network, activity, &tasks[activity.id.as_str()]);
    network.reserved = activities.iter().flat_map(reserved).collect();
    network.phased = phases::phased(&network, banks);
    network.order = order::tasks(&network);
    if crews::any_order_is_free_of_circles(&network) {
        network.crewed = crewed;
    }
    network
}

/// Nothing is installed elsewhere before the miners that it served stand.
fn link_moves(graph: &mut DiGraph<TaskNode, TaskEdge>, banks: &[Bank]) {
    let tie = TaskEdge { kind: LinkKind::FinishStart, lag_weeks: 0.0, for_move: true, for_crews: false };
    let stops: Vec<NodeIndex> = graph.node_indices().filter(|&node| graph[node].stops_mining).collect();
    for bank in banks.iter().filter(|bank| bank.candidates.iter().any(|c| c.moved().next().is_some())) {
        let installs = |&node: &NodeIndex| {
            graph[node].bank.as_ref() == Some(&bank.id) && graph[node].duration == TaskDuration::Install
        };
        let installs: Vec<NodeIndex> = graph.node_indices().filter(installs).collect();
        for &stop in &stops {
            if bank.candidates.iter().any(|candidate| moves_from(&graph[stop], candidate)) {
                for &install in &installs {
                    graph.add_edge(stop, install, tie);
                }
            }
        }
    }
}

/// What one task of an activity is done for.
struct Subject<'a> {
    place: Place,
    bank: Option<&'a Bank>,
}

fn subjects<'a>(site: &Site, banks: &'a [Bank], activity: &Activity) -> Vec<Subject<'a>> {
    let place = |place| Subject { place, bank: None };
    match activity.per {
        ActivityPer::Site => vec![place(Place::Site)],
        ActivityPer::Hall => converted_halls(site, banks).map(place).collect(),
        ActivityPer::Bank => banks
            .iter()
            .filter(|bank| activity.services.contains(&bank.service))
            .map(|bank| Subject { place: bank.place.clone(), bank: Some(bank) })
            .collect(),
    }
}

/// The halls that have a bank of their own, in file order.
fn converted_halls(site: &Site, banks: &[Bank]) -> impl Iterator<Item = Place> {
    site.halls.iter().map(|hall| hall.place()).filter(|place| banks.iter().any(|bank| bank.place == *place))
}

fn task(site: &Site, banks: &[Bank], activity: &Activity, subject: &Subject) -> TaskNode {
    let idle = idle(site, banks, activity, &subject.place);
    TaskNode {
        id: id(activity, subject),
        activity: activity.id.clone(),
        name: name(activity, subject.bank, idle),
        phase: activity.phase,
        place: subject.place.clone(),
        bank: subject.bank.map(|bank| bank.id.clone()),
        duration: if idle.is_some() { TaskDuration::Weeks(Range::ZERO) } else { duration(site, activity) },
        calendar: activity.calendar,
        at_once: activity.at_once,
        stops_mining: activity.stops_mining,
        makes_ready: activity.makes_ready,
        not_before: if activity.stops_mining { mining_may_stop(site, &subject.place) } else { None },
    }
}

fn id(activity: &Activity, subject: &Subject) -> String {
    match (subject.bank, &subject.place) {
        (Some(bank), _) => format!("{}.{}", bank.id, activity.id),
        (None, Place::Hall(hall)) => format!("{hall}.{}", activity.id),
        (None, Place::Site) => activity.id.clone(),
    }
}

fn name(activity: &Activity, bank: Option<&Bank>, idle: Option<&str>) -> String {
    let service = bank.map(|bank| format!(" - {}", bank.service.info().label)).unwrap_or_default();
    let idle = idle.map(|why| format!(" ({why})")).unwrap_or_default();
    format!("{}{service}{idle}", activity.name)
}

/// Why the task takes no time, where it takes none whatever is chosen.
fn idle(site: &Site, banks: &[Bank], activity: &Activity, place: &Place) -> Option<&'static str> {
    let held = activity.permit.is_some_and(|permit| site.permits_held.contains(&permit));
    let required = activity.only_for.is_none_or(|service| {
        banks.iter().any(|bank| bank.service == service && bank.most > 0.0 && meet(&bank.place, place))
    });
    match (held, required) {
        (true, _) => Some("held"),
        (false, false) => Some("not needed"),
        (false, true) => None,
    }
}

fn duration(site: &Site, activity: &Activity) -> TaskDuration {
    match activity.duration_of {
        Some(DurationOf::Lead) => TaskDuration::Lead,
        Some(DurationOf::Install) => TaskDuration::Install,
        None => TaskDuration::Weeks(site.approval_weeks(activity)),
    }
}

/// The day from which the miners of a hall may be stopped; for the site, those of all halls that are converted.
fn mining_may_stop(site: &Site, place: &Place) -> Option<jiff::civil::Date> {
    site.convertible_halls().filter(|hall| meet(&hall.place(), place)).filter_map(|hall| hall.mining_may_stop).max()
}

/// Ties the tasks of one activity to those of the activities it waits for.
fn link(
    graph: &mut DiGraph<TaskNode, TaskEdge>,
    activity: &Activity,
    nodes: &[NodeIndex],
    tasks: &BTreeMap<&str, Vec<NodeIndex>>,
) {
    for &node in nodes {
        for link in &activity.after {
            let edge = TaskEdge { kind: link.link, lag_weeks: link.lag_weeks, for_move: false, for_crews: false };
            for earlier in counterparts(graph, &tasks[link.activity.as_str()], node) {
                graph.add_edge(earlier, node, edge);
            }
        }
    }
}

/// The tasks of an earlier activity that a task waits for: that of its bank, else all that share its hall or are the site's; no
/// installation waits for the goods of other banks.
fn counterparts(graph: &DiGraph<TaskNode, TaskEdge>, earlier: &[NodeIndex], task: NodeIndex) -> Vec<NodeIndex> {
    let task = &graph[task];
    let of_the_bank = earlier.iter().find(|&&node| task.bank.is_some() && graph[node].bank == task.bank);
    match of_the_bank {
        Some(&node) => vec![node],
        None => {
            let goods =
                |node: NodeIndex| task.duration == TaskDuration::Install && graph[node].duration == TaskDuration::Lead;
            earlier.iter().copied().filter(|&node| meet(&graph[node].place, &task.place) && !goods(node)).collect()
        }
    }
}

/// Whether work in one place concerns the other: the same hall, or the site.
fn meet(a: &Place, b: &Place) -> bool {
    a == b || *a == Place::Site || *b == Place::Site
}
