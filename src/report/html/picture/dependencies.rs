//! What waits for what: delivery and work of the trades by place, and the activities of each place folded below.

use std::collections::BTreeMap;

use super::Figure;
use super::lanes::{Group, by_lane, groups_by_work, lane, lane_name};
use super::layered::{Link, Links, Node, drawn, telling};
use super::svg::Svg;
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
    let titles: Vec<String> = groups.iter().map(|group| group.title.clone()).collect();
    let (nodes, links) = trades(plan, &groups, style);
    let small = overview(plan);
    let details = groups.iter().map(|group| inside(plan, &small, group, style)).collect();
    let svg = drawn(&titles, &nodes, &links, style);
    let (title, caption) = (style.word("picture-dependencies-title"), style.word("picture-dependencies-caption"));
    Some(Figure { title, description: described(&nodes, &links, style), caption, svg, details })
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
fn inside(plan: &Plan, small: &Plan, group: &Group, style: &Style) -> (String, String, Svg) {
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
    let titles: Vec<String> = lanes.iter().map(|(lane, _)| lane_name(*lane, style)).collect();
    let figures = args!["place" => group.title.as_str(), "figure" => nodes.len().to_string()];
    let heading = style.say("picture-dependencies-inside", figures);
    (heading, described(&nodes, &links, style), drawn(&titles, &nodes, &links, style))
}

/// The id of a task's activity in its place, as the overview has it.
fn merged_id(task: &Task) -> String {
    format!("{}.{}", task.place, task.activity)
}

/// `Power waits for Design and approvals, Building; ...`
fn described(nodes: &[Node], links: &Links, style: &Style) -> String {
    let name = |key: &str| nodes.iter().find(|node| node.key == key).map(|node| node.label.clone());
    let told = |node: &Node| {
        let before: Vec<String> =
            links.keys().filter(|(_, to)| *to == node.key).filter_map(|(from, _)| name(from)).collect();
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
