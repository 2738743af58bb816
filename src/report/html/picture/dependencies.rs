//! What waits for what: delivery and work of the trades by place, and the activities of each place folded below.

use std::collections::BTreeMap;

use super::lanes::{Group, by_lane, groups_by_work, lane, lane_name};
use super::layered::{Link, Links, Node, drawn, telling};
use super::svg::Svg;
use super::{Detail, Figure, Listing};
use crate::domain::Place;
use crate::domain::format::sentence;
use crate::domain::plan::{Plan, Task};
use crate::report::facts::takes_time;
use crate::report::graph::overview;
use crate::report::style::{Style, args};

/// The picture; nothing where there is no work.
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let groups = groups_by_work(plan, style);
    if groups.is_empty() {
        return None;
    }
    let small = overview(plan);
    let several = groups.iter().filter(|group| group.places[0] != Place::Site).count() > 1;
    let parts = if several { halls(plan, &groups, style) } else { Vec::new() };
    let insides: Vec<Inside> = groups.iter().map(|group| inside(plan, &small, group, style)).collect();
    let details = parts.into_iter().chain(insides.iter().map(|inside| folded(inside, style))).collect();
    let on_paper = vec![listing(&groups, &insides, style)];
    let (description, svg) = between(plan, &groups, style);
    let (title, caption) = (style.word("picture-dependencies-title"), style.word("picture-dependencies-caption"));
    Some(Figure { title, description, caption, svg, on_screen_only: several, details, on_paper })
}

/// What is drawn between the trades of some groups, in words and as a picture.
fn between(plan: &Plan, groups: &[Group], style: &Style) -> (String, Svg) {
    let titles: Vec<String> = groups.iter().map(|group| group.title.clone()).collect();
    let (nodes, links) = trades(plan, groups, style);
    (described(&nodes, &links, style), drawn(&titles, &nodes, &links, style))
}

/// The same for the site with each hall alone, which has room on a page.
fn halls(plan: &Plan, groups: &[Group], style: &Style) -> Vec<Detail> {
    let (site, halls): (Vec<Group>, Vec<Group>) =
        groups.iter().cloned().partition(|group| group.places[0] == Place::Site);
    let part = |hall: Group| {
        let pair: Vec<Group> = site.iter().cloned().chain([hall]).collect();
        let titles: Vec<String> = pair.iter().map(|group| group.title.clone()).collect();
        let (description, svg) = between(plan, &pair, style);
        Detail { heading: style.list(&titles), description, svg, printed: true }
    };
    halls.into_iter().map(part).collect()
}

/// Deliveries and work of each trade of each group.
fn trades(plan: &Plan, groups: &[Group], style: &Style) -> (Vec<Node>, Links) {
    let mut nodes = Vec::new();
    for (row, group) in groups.iter().enumerate() {
        for (line, (lane, tasks)) in by_lane(plan, &group.tasks).into_iter().enumerate() {
            for delivery in [true, false] {
                let own: Vec<&Task> = tasks.iter().copied().filter(|task| task.is_lead == delivery).collect();
                nodes.extend(trade((row, line), lane, delivery, &own, style));
            }
        }
    }
    let row = |task: &Task| groups.iter().position(|group| group.places[0] == task.place);
    let links = links(plan, |task| row(task).map(|row| trade_key(row, lane(plan, task), task.is_lead)));
    let links = telling(&nodes, &links);
    (nodes, links)
}

fn trade_key(row: usize, lane: usize, delivery: bool) -> String {
    format!("{row}.{lane}.{delivery}")
}

/// One box; nothing without work.
fn trade((row, line): (usize, usize), lane: usize, delivery: bool, tasks: &[&Task], style: &Style) -> Option<Node> {
    let start = tasks.iter().map(|task| task.start).min()?;
    let name = lane_name(lane, style);
    let count = style.count("task", tasks.len() as f64);
    Some(Node {
        key: trade_key(row, lane, delivery),
        label: if delivery { style.say("picture-dependencies-deliveries", args!["trade" => name]) } else { name },
        note: style.say("picture-dependencies-tasks", args!["tasks" => count, "date" => style.date(start)]),
        lane: row,
        line: Some(line),
        start,
        critical: tasks.iter().any(|task| task.critical),
        task: None,
    })
}

/// Links between tasks as links between their boxes; what takes no time is bridged.
fn links(plan: &Plan, key: impl Fn(&Task) -> Option<String>) -> Links {
    let tasks: BTreeMap<&str, &Task> = plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
    let mut links = Links::new();
    for task in plan.tasks.iter().filter(|task| takes_time(task)) {
        let Some(to) = key(task) else { continue };
        for (before, drives) in sources(task, &tasks) {
            if let Some(from) = key(before).filter(|from| *from != to) {
                let link = links.entry((from, to.clone())).or_insert(Link { drives: false, count: 0 });
                link.drives |= drives && in_chain(plan, before) && in_chain(plan, task);
                link.count += 1;
            }
        }
    }
    links
}

fn in_chain(plan: &Plan, task: &Task) -> bool {
    plan.halls.iter().any(|hall| hall.driving_chain.contains(&task.id))
}

/// The tasks that a task waits for, through points in time, and whether they set its start.
fn sources<'a>(task: &'a Task, tasks: &BTreeMap<&str, &'a Task>) -> Vec<(&'a Task, bool)> {
    let mut found: Vec<(&Task, bool)> = Vec::new();
    let mut open: Vec<(&Task, bool)> = vec![(task, true)];
    let mut seen: Vec<(&str, bool)> = Vec::new();
    while let Some((at, drives)) = open.pop() {
        for before in at.after.iter().filter_map(|link| tasks.get(link.task.as_str()).copied()) {
            let drives = drives && at.driven_by.as_deref() == Some(before.id.as_str());
            if takes_time(before) {
                found.push((before, drives));
            } else if !seen.contains(&(&before.id, drives)) {
                seen.push((&before.id, drives));
                open.push((before, drives));
            }
        }
    }
    found
}

/// The activities of one group, a box each, in the lanes of its trades.
struct Inside {
    heading: String,
    /// The trades, by their number in all groups.
    lanes: Vec<usize>,
    nodes: Vec<Node>,
    links: Links,
}

fn inside(plan: &Plan, small: &Plan, group: &Group, style: &Style) -> Inside {
    let place = &group.places[0];
    let lanes = by_lane(plan, &group.tasks);
    let lane_of =
        |merged: &Task| lanes.iter().position(|(_, tasks)| tasks.iter().any(|task| merged_id(task) == merged.id));
    let node = |merged: &Task| {
        let task = group.tasks.iter().find(|task| merged_id(task) == merged.id)?;
        Some(Node {
            key: merged.id.clone(),
            label: sentence(&style.task(merged)),
            note: style.say("picture-dependencies-from", args!["date" => style.date(merged.start)]),
            lane: lane_of(merged)?,
            line: None,
            start: merged.start,
            critical: merged.critical,
            task: Some(task.id.clone()),
        })
    };
    let nodes: Vec<Node> = small.tasks.iter().filter(|task| task.place == *place).filter_map(node).collect();
    let links = telling(&nodes, &links(plan, |task| (task.place == *place).then(|| merged_id(task))));
    let figures = args!["place" => group.title.as_str(), "figure" => nodes.len().to_string()];
    let heading = style.say("picture-dependencies-inside", figures);
    Inside { heading, lanes: lanes.into_iter().map(|(lane, _)| lane).collect(), nodes, links }
}

fn folded(inside: &Inside, style: &Style) -> Detail {
    let Inside { heading, lanes, nodes, links } = inside;
    let titles: Vec<String> = lanes.iter().map(|lane| lane_name(*lane, style)).collect();
    let (description, svg) = (described(nodes, links, style), drawn(&titles, nodes, links, style));
    Detail { heading: heading.clone(), description, svg, printed: false }
}

/// The activities of all places by trade with what they wait for, for paper: what holds for some of the places only names them.
fn listing(groups: &[Group], insides: &[Inside], style: &Style) -> Listing {
    let mut lanes: BTreeMap<usize, Vec<(String, Vec<usize>)>> = BTreeMap::new();
    for (index, inside) in insides.iter().enumerate() {
        let mut nodes: Vec<&Node> = inside.nodes.iter().collect();
        nodes.sort_by_key(|node| (node.start, &node.key));
        for node in nodes {
            let known = lanes.entry(inside.lanes[node.lane]).or_default();
            let told = waiting(inside, node, style);
            match known.iter_mut().find(|(line, _)| *line == told) {
                Some((_, places)) => places.push(index),
                None => known.push((told, vec![index])),
            }
        }
    }
    let halls: Vec<usize> = (0..groups.len()).filter(|index| groups[*index].places[0] != Place::Site).collect();
    let line = |(told, places): (String, Vec<usize>)| {
        if places == halls {
            return told;
        }
        let titles: Vec<String> = places.iter().map(|index| groups[*index].title.clone()).collect();
        style.say("picture-part", args!["what" => style.list(&titles), "figure" => told])
    };
    let parts = lanes.into_iter().map(|(lane, lines)| (lane_name(lane, style), lines.into_iter().map(line).collect()));
    Listing { heading: style.word("picture-dependencies-listing"), parts: parts.collect() }
}

/// An activity and what it waits for.
fn waiting(inside: &Inside, node: &Node, style: &Style) -> String {
    let before = before(&inside.nodes, &inside.links, node);
    let before = if before.is_empty() { "none".to_owned() } else { style.joined(&before) };
    style.say("picture-dependencies-line", args!["what" => node.label.as_str(), "before" => before])
}

/// What a box waits for.
fn before(nodes: &[Node], links: &Links, node: &Node) -> Vec<String> {
    let name = |key: &str| nodes.iter().find(|node| node.key == key).map(|node| node.label.clone());
    links.keys().filter(|(_, to)| *to == node.key).filter_map(|(from, _)| name(from)).collect()
}

/// The id of a task's activity in its place, as the overview has it.
fn merged_id(task: &Task) -> String {
    format!("{}.{}", task.place, task.activity)
}

/// `Power waits for Design and approvals, Building; ...`
fn described(nodes: &[Node], links: &Links, style: &Style) -> String {
    let told = |node: &Node| {
        let before = before(nodes, links, node);
        let figures = args!["what" => node.label.as_str(), "before" => style.joined(&before)];
        (!before.is_empty()).then(|| style.say("picture-dependencies-waits", figures))
    };
    style.told(&nodes.iter().filter_map(told).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn every_link_between_trades_ends_at_boxes_and_the_chain_is_shown() {
        let (plan, style) = (sample::plan(), Style::default());
        let (nodes, links) = trades(&plan, &groups_by_work(&plan, &style), &style);
        assert!(links.values().any(|link| link.drives));
        for (from, to) in links.keys() {
            assert!(nodes.iter().any(|node| node.key == *from) && nodes.iter().any(|node| node.key == *to));
        }
    }
}
