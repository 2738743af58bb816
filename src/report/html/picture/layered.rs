//! Boxes in columns by what they wait for and in lanes by what they belong to, with the links that say something new.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::svg::{Svg, widest, wrapped};
use crate::report::style::{Style, args};

/// Width, unless a note needs more, and height of a box.
const BOX: (f64, f64) = (130.0, 48.0);
/// Room beside text in a box, both sides.
const WITHIN: f64 = 10.0;
const ROW: f64 = 58.0;
/// Least room between columns: nine of them are then as wide as a turned page with text of 6.5 points.
const BETWEEN: f64 = 14.0;
/// Room at the sides of all columns.
const SIDE: f64 = 8.0;
/// Height of a lane's title.
const TITLE: f64 = 20.0;
const LEAST_WIDTH: f64 = 1080.0;
const TOP: f64 = 6.0;

/// A box.
pub struct Node {
    /// Its name in links.
    pub key: String,
    /// What it stands for.
    pub label: String,
    /// What stands below that.
    pub note: String,
    /// The lane, by position in the titles.
    pub lane: usize,
    /// Its line in the lane; without it, the next that is free in its column.
    pub line: Option<usize>,
    /// First start of its work.
    pub start: Date,
    /// Whether its work has no float.
    pub critical: bool,
    /// The task that it shows when it is chosen.
    pub task: Option<String>,
}

/// A line between boxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Whether it is part of a chain that drives a hall's date.
    pub drives: bool,
    /// How many links between tasks it stands for.
    pub count: usize,
}

/// Lines by the keys of both boxes.
pub type Links = BTreeMap<(String, String), Link>;

/// The links without circles and without those that follow from others; the driving chain stays whole.
pub fn telling(nodes: &[Node], links: &Links) -> Links {
    let start = |key: &str| nodes.iter().find(|node| node.key == key).map(|node| node.start);
    let mut ordered: Vec<(&(String, String), &Link)> = links.iter().collect();
    ordered.sort_by_key(|((from, to), link)| (!link.drives, Reverse(link.count), start(from) > start(to), start(to)));
    let mut kept = Links::new();
    for (ends, link) in ordered {
        if !reaches(&kept, &ends.1, &ends.0) {
            kept.insert(ends.clone(), *link);
        }
    }
    for ends in kept.keys().cloned().collect::<Vec<_>>() {
        if let Some(link) = kept.remove(&ends).filter(|link| link.drives || !reaches(&kept, &ends.0, &ends.1)) {
            kept.insert(ends, link);
        }
    }
    kept
}

/// Whether links lead from one box to another.
fn reaches(links: &Links, from: &str, to: &str) -> bool {
    let mut open = vec![from];
    let mut seen = BTreeSet::new();
    while let Some(at) = open.pop() {
        if at == to {
            return true;
        }
        if seen.insert(at) {
            let first = (at.to_owned(), String::new());
            open.extend(
                links.range(first..).take_while(|((from, _), _)| from == at).map(|((_, next), _)| next.as_str()),
            );
        }
    }
    false
}

/// The column of each box: one behind the last that it waits for.
fn columns<'a>(nodes: &'a [Node], links: &Links) -> BTreeMap<&'a str, usize> {
    let mut columns: BTreeMap<&str, usize> = nodes.iter().map(|node| (node.key.as_str(), 0)).collect();
    // Without circles, no way has more links than there are boxes.
    for _ in nodes {
        for (from, to) in links.keys() {
            let behind = columns.get(from.as_str()).map_or(0, |column| column + 1);
            if let Some(column) = columns.get_mut(to.as_str()) {
                *column = behind.max(*column);
            }
        }
    }
    columns
}

/// The drawing; `links` have no circles.
pub fn drawn(titles: &[String], nodes: &[Node], links: &Links, style: &Style) -> Svg {
    let columns = columns(nodes, links);
    let most = columns.values().max().copied().unwrap_or_default() as f64;
    let size = (BOX.0.max(widest(nodes.iter().map(|node| &node.note)) + WITHIN), BOX.1);
    let width = LEAST_WIDTH.max(most * (size.0 + BETWEEN) + size.0 + 2.0 * SIDE);
    let pitch = if most > 0.0 { (width - size.0 - 2.0 * SIDE) / most } else { size.0 };
    let (places, lanes, bottom) = placed(titles.len(), nodes, &columns, pitch);
    let mut svg = Svg::new(width, bottom + 4.0, style);
    for ((top, height), title) in lanes.iter().zip(titles) {
        svg.rect("band", (0.0, *top), (width, *height));
        svg.fitted("strong", (SIDE, top + 15.0), title, width - 2.0 * SIDE);
    }
    draw_links(&mut svg, links, &places, size);
    for node in nodes {
        draw_node(&mut svg, node, (places[node.key.as_str()], size), style);
    }
    svg
}

type Corners<'a> = BTreeMap<&'a str, (f64, f64)>;

/// Corners of the boxes, tops and heights of the lanes, and the lower end.
fn placed<'a>(
    lanes: usize,
    nodes: &'a [Node],
    columns: &BTreeMap<&str, usize>,
    pitch: f64,
) -> (Corners<'a>, Vec<(f64, f64)>, f64) {
    let mut corners = Corners::new();
    let mut bands = Vec::new();
    let mut top = TOP;
    for lane in 0..lanes {
        let mut own: Vec<&Node> = nodes.iter().filter(|node| node.lane == lane).collect();
        own.sort_by_key(|node| (node.start, &node.key));
        let mut filled: BTreeMap<usize, usize> = BTreeMap::new();
        for node in own {
            let column = columns[node.key.as_str()];
            let free = filled.entry(column).or_insert(0);
            let line = node.line.unwrap_or(*free);
            *free = (line + 1).max(*free);
            let y = top + TITLE + ROW * line as f64;
            corners.insert(&node.key, (SIDE + pitch * column as f64, y));
        }
        let rows = filled.values().max().copied().unwrap_or(1);
        let height = TITLE + ROW * rows as f64;
        bands.push((top, height));
        top += height + 6.0;
    }
    (corners, bands, top)
}

/// Thin lines first, so that the driving chain lies on top.
fn draw_links(svg: &mut Svg, links: &Links, places: &Corners, size: (f64, f64)) {
    for wanted in [false, true] {
        for ((from, to), link) in links.iter().filter(|(_, link)| link.drives == wanted) {
            if let (Some(from), Some(to)) = (places.get(from.as_str()), places.get(to.as_str())) {
                let class = if link.drives { "link critical" } else { "link" };
                svg.curve(class, (from.0 + size.0, from.1 + size.1 / 2.0), (to.0, to.1 + size.1 / 2.0));
            }
        }
    }
}

fn draw_node(svg: &mut Svg, node: &Node, ((x, y), size): ((f64, f64), (f64, f64)), style: &Style) {
    let task: Vec<(&str, &str)> = node.task.iter().map(|task| ("data-task", task.as_str())).collect();
    let hint = style.say("picture-part", args!["what" => node.label.as_str(), "figure" => node.note.as_str()]);
    svg.group("", &task, &hint, |svg| {
        svg.rect(if node.critical { "box critical" } else { "box" }, (x, y), size);
        for (index, line) in wrapped(&node.label, size.0 - WITHIN, 2).iter().enumerate() {
            svg.text("small", (x + WITHIN / 2.0, y + 14.0 + 13.0 * index as f64), line);
        }
        svg.text("tick", (x + WITHIN / 2.0, y + 42.0), &node.note);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn node(key: &str, day: i8) -> Node {
        Node {
            key: key.to_owned(),
            label: key.to_owned(),
            note: String::new(),
            lane: 0,
            line: None,
            start: date(2027, 1, day),
            critical: false,
            task: None,
        }
    }

    fn links(pairs: &[(&str, &str, bool)]) -> Links {
        let link = |(from, to, drives): &(&str, &str, bool)| {
            (((*from).to_owned(), (*to).to_owned()), Link { drives: *drives, count: 1 })
        };
        pairs.iter().map(link).collect()
    }

    #[test]
    fn what_follows_from_other_links_is_left_out() {
        let nodes = [node("a", 1), node("b", 2), node("c", 3)];
        let all = links(&[("a", "b", false), ("b", "c", false), ("a", "c", false), ("c", "a", false)]);
        assert_eq!(telling(&nodes, &all), links(&[("a", "b", false), ("b", "c", false)]));
        let driving = links(&[("a", "b", false), ("b", "c", false), ("a", "c", true)]);
        assert_eq!(telling(&nodes, &driving).len(), 3);
    }

    #[test]
    fn boxes_stand_behind_what_they_wait_for() {
        let nodes = [node("a", 1), node("b", 2), node("c", 3)];
        let columns = columns(&nodes, &links(&[("a", "c", false), ("a", "b", false), ("b", "c", false)]));
        assert_eq!(columns.values().copied().collect::<Vec<_>>(), [0, 1, 2]);
    }
}
