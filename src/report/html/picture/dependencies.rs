//! What waits for what: trades by place as boxes with their links, and the tasks of each place folded below.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Figure;
use super::axis::{TIME_HEAD, Time};
use super::lanes::{Group, LANES, groups, lane};
use super::svg::{Svg, wrapped};
use crate::domain::Place;
use crate::domain::format::plural;
use crate::domain::plan::{Plan, Task};
use crate::report::facts::takes_time;
use crate::report::graph::overview;

const TITLE: &str = "What waits for what";
const INSIDE: &str = "Links of";
const CAPTION: &str = "A box stands at its first start; a line leads from what is done to what waits for it. Thick: the chain that drives a hall's \
                       date. Below, the same for the work of each place.";

const WIDTH: f64 = 1080.0;
const BOX: (f64, f64) = (148.0, 38.0);
const PITCH: f64 = 50.0;
const LABELS: f64 = 104.0;
const GAP: f64 = 14.0;
const TOP: f64 = TIME_HEAD + 12.0;

/// A box.
struct Node {
    key: String,
    label: String,
    note: String,
    row: usize,
    start: Date,
    critical: bool,
    task: Option<String>,
}

/// A line between boxes by their keys, and whether it is part of a driving chain.
type Links = BTreeMap<(String, String), bool>;

/// The picture; nothing where there is no work.
pub fn figure(plan: &Plan) -> Option<Figure> {
    let groups = groups(plan);
    let first = plan.tasks.iter().map(|task| task.start).min()?;
    let last = plan.tasks.iter().map(|task| task.finish).max()?;
    let time = Time::of(first, last, (LABELS, WIDTH - BOX.0 / 2.0));
    let titles: Vec<String> = groups.iter().map(|group| group.title.clone()).collect();
    let (nodes, links) = trades(plan, &groups);
    let svg = drawn(&titles, &nodes, &links, time);
    let description = described(&nodes, &links);
    let small = overview(plan);
    let details = groups.iter().map(|group| inside(plan, &small, group, time)).collect();
    Some(Figure { title: TITLE, description, caption: CAPTION.to_owned(), svg, details })
}

/// One box for each trade of each group.
fn trades(plan: &Plan, groups: &[Group]) -> (Vec<Node>, Links) {
    let key_of = |task: &Task| {
        let row = groups.iter().position(|group| group.places[0] == task.place)?;
        Some(format!("{row}.{}", lane(plan, task)))
    };
    let mut nodes: BTreeMap<String, (Node, usize)> = BTreeMap::new();
    for (row, group) in groups.iter().enumerate() {
        for task in &group.tasks {
            let lane = lane(plan, task);
            let key = format!("{row}.{lane}");
            let label = LANES[lane].to_owned();
            let node = Node {
                key: key.clone(),
                label,
                note: String::new(),
                row,
                start: task.start,
                critical: false,
                task: None,
            };
            let (node, count) = nodes.entry(key).or_insert((node, 0));
            node.start = node.start.min(task.start);
            node.critical |= task.critical;
            *count += 1;
        }
    }
    let links = links(plan, |task| key_of(task));
    let noted = |(mut node, count): (Node, usize)| {
        node.note = format!("{}, {}", plural(count as f64, "task"), node.start);
        node
    };
    (nodes.into_values().map(noted).collect(), links)
}

/// Links between tasks as links between their boxes; what takes no time is bridged.
fn links(plan: &Plan, key: impl Fn(&Task) -> Option<String>) -> Links {
    let tasks: BTreeMap<&str, &Task> = plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
    let mut links = Links::new();
    for task in plan.tasks.iter().filter(|task| takes_time(task)) {
        let Some(to) = key(task) else { continue };
        for (before, drives) in sources(task, &tasks) {
            if let Some(from) = key(before).filter(|from| *from != to) {
                *links.entry((from, to.clone())).or_insert(false) |= drives && task.critical && before.critical;
            }
        }
    }
    links
}

/// The tasks that a task waits for, through points in time, and whether they set its start.
fn sources<'a>(task: &'a Task, tasks: &BTreeMap<&str, &'a Task>) -> Vec<(&'a Task, bool)> {
    let mut found: Vec<(&Task, bool)> = Vec::new();
    let mut open: Vec<(&Task, bool)> = vec![(task, true)];
    let mut seen: Vec<&str> = Vec::new();
    while let Some((at, drives)) = open.pop() {
        for before in at.after.iter().filter_map(|link| tasks.get(link.task.as_str()).copied()) {
            let drives = drives && at.driven_by.as_deref() == Some(before.id.as_str());
            if takes_time(before) {
                found.push((before, drives));
            } else if !seen.contains(&before.id.as_str()) || drives {
                seen.push(&before.id);
                open.push((before, drives));
            }
        }
    }
    found
}

/// The work of one group, an activity a box.
fn inside(plan: &Plan, small: &Plan, group: &Group, time: Time) -> (String, String, Svg) {
    let place = &group.places[0];
    let lanes = activity_lanes(plan, place);
    let own = |task: &&Task| task.place == *place && takes_time(task);
    let mut rows: Vec<usize> =
        small.tasks.iter().filter(own).map(|task| lanes.get(&task.id).copied().unwrap_or_default()).collect();
    rows.sort_unstable();
    rows.dedup();
    let row_of = |id: &str| rows.iter().position(|lane| lanes.get(id) == Some(lane)).unwrap_or_default();
    let node = |task: &Task| Node {
        key: task.id.clone(),
        label: task.name.clone(),
        note: String::new(),
        row: row_of(&task.id),
        start: task.start,
        critical: task.critical,
        task: Some(task.id.clone()),
    };
    let mut nodes: Vec<Node> = small.tasks.iter().filter(own).map(node).collect();
    nodes.sort_by_key(|node| (node.row, node.start));
    for node in &mut nodes {
        node.task = plan.tasks.iter().find(|task| same_activity(task, &node.key)).map(|task| task.id.clone());
    }
    let links = links(plan, |task| own(&task).then(|| merged_id(task)));
    let titles: Vec<String> = rows.iter().map(|lane| LANES[*lane].to_owned()).collect();
    let heading = format!(
        "{INSIDE} {}: {}",
        group.title,
        plural(nodes.len() as f64, "activity").replace("activitys", "activities")
    );
    let description = described(&nodes, &links);
    (heading, description, drawn(&titles, &nodes, &links, time))
}

fn same_activity(task: &Task, key: &str) -> bool {
    takes_time(task) && merged_id(task) == key
}

/// The id of a task's activity in its place, as the overview has it.
fn merged_id(task: &Task) -> String {
    format!("{}.{}", task.place, task.activity)
}

/// Lanes of a place's activities, by the merged id.
fn activity_lanes(plan: &Plan, place: &Place) -> BTreeMap<String, usize> {
    let tasks = plan.tasks.iter().filter(|task| task.place == *place);
    tasks.map(|task| (merged_id(task), lane(plan, task))).collect()
}

/// Boxes in lanes, each at its start and below others that it would cover.
fn drawn(titles: &[String], nodes: &[Node], links: &Links, time: Time) -> Svg {
    let mut places: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    let mut lanes: Vec<(f64, f64)> = Vec::new();
    let mut top = TOP;
    for row in 0..titles.len() {
        let mut own: Vec<&Node> = nodes.iter().filter(|node| node.row == row).collect();
        own.sort_by_key(|node| node.start);
        let mut ends: Vec<f64> = Vec::new();
        for node in own {
            let x = time.at(node.start).min(WIDTH - BOX.0 - 4.0);
            let line = ends.iter().position(|end| *end <= x).unwrap_or(ends.len());
            ends.resize(ends.len().max(line + 1), 0.0);
            ends[line] = x + BOX.0 + GAP;
            places.insert(&node.key, (x, top + 8.0 + PITCH * line as f64));
        }
        let height = PITCH * ends.len() as f64 + 6.0;
        lanes.push((top, height));
        top += height + 6.0;
    }
    let mut svg = Svg::new(WIDTH, top + 6.0);
    for ((y, height), title) in lanes.iter().zip(titles) {
        svg.rect("band", (0.0, *y), (WIDTH, *height));
        for (index, line) in wrapped(title, LABELS - 10.0, 4).iter().enumerate() {
            svg.text("strong small", (6.0, y + 18.0 + 14.0 * index as f64), line);
        }
    }
    time.draw(&mut svg, TOP, top);
    draw_links(&mut svg, links, &places);
    for node in nodes {
        draw_node(&mut svg, node, places[node.key.as_str()]);
    }
    svg
}

/// Thin lines first, so that the driving chain lies on top.
fn draw_links(svg: &mut Svg, links: &Links, places: &BTreeMap<&str, (f64, f64)>) {
    for wanted in [false, true] {
        for ((from, to), drives) in links.iter().filter(|(_, drives)| **drives == wanted) {
            if let (Some(from), Some(to)) = (places.get(from.as_str()), places.get(to.as_str())) {
                let class = if *drives { "link critical" } else { "link" };
                svg.curve(class, (from.0 + BOX.0, from.1 + BOX.1 / 2.0), (to.0, to.1 + BOX.1 / 2.0));
            }
        }
    }
}

fn draw_node(svg: &mut Svg, node: &Node, (x, y): (f64, f64)) {
    let hint = format!("{}, {}", node.label, node.start);
    let task = node.task.iter().map(|task| ("data-task", task.as_str())).collect::<Vec<_>>();
    svg.group("", &task, &hint, |svg| {
        svg.rect(if node.critical { "box critical" } else { "box" }, (x, y), BOX);
        let lines = if node.note.is_empty() { 2 } else { 1 };
        for (index, line) in wrapped(&node.label, BOX.0 - 12.0, lines).iter().enumerate() {
            svg.text("small", (x + 7.0, y + 16.0 + 14.0 * index as f64), line);
        }
        svg.text("small soft", (x + 7.0, y + 30.0), &node.note);
    });
}

/// `Power waits for Design and approvals, Building; ...`
fn described(nodes: &[Node], links: &Links) -> String {
    let name = |key: &str| nodes.iter().find(|node| node.key == key).map(|node| node.label.clone());
    let told = |node: &Node| {
        let before: Vec<String> =
            links.keys().filter(|(_, to)| *to == node.key).filter_map(|(from, _)| name(from)).collect();
        (!before.is_empty()).then(|| format!("{} waits for {}", node.label, before.join(", ")))
    };
    nodes.iter().filter_map(told).collect::<Vec<_>>().join("; ") + "."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn every_link_between_trades_ends_at_boxes() {
        let plan = sample::plan();
        let groups = groups(&plan);
        let (nodes, links) = trades(&plan, &groups);
        assert!(links.values().any(|drives| *drives));
        for (from, to) in links.keys() {
            assert!(nodes.iter().any(|node| node.key == *from) && nodes.iter().any(|node| node.key == *to));
        }
    }
}
