//! What both pictures show: nodes by place and phase, and the links between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Place;
use crate::domain::format::weeks;
use crate::domain::plan::{BankPlan, Plan, Task};
use crate::report::facts::{phase_label, takes_time};

/// The heading under which upgrades stand.
const UPGRADES: &str = "Upgrades";

/// Nodes by place and group, and their links.
pub struct Picture {
    /// Site first, then the halls of the plan.
    pub places: Vec<(String, Vec<Group>)>,
    /// Links between nodes, each once, in order.
    pub links: BTreeSet<Link>,
}

/// The upgrades or the tasks of one phase in one place.
pub struct Group {
    /// The heading.
    pub title: String,
    /// Never empty.
    pub nodes: Vec<Node>,
}

/// A task or an upgrade.
pub struct Node {
    /// Letters, digits and underscores, unique in the picture.
    pub id: String,
    /// What to print, by line.
    pub lines: Vec<String>,
    /// How to draw it.
    pub look: Look,
}

/// How a node is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A task with float.
    Task,
    /// A task without float.
    Critical,
    /// A point in time.
    Milestone,
    /// What is built.
    Upgrade,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Id of the earlier node.
    pub from: String,
    /// Id of the later node.
    pub to: String,
    /// Kind and lag, where it is not plain finish to start.
    pub label: String,
    /// Whether it is a draw or the way from an upgrade to its work, not an order in time.
    pub dotted: bool,
}

impl Picture {
    /// Tasks and upgrades of a plan. Points in time between tasks are left out where that makes the picture smaller.
    pub fn of(plan: &Plan) -> Picture {
        let tasks = Network::of(plan).without_points();
        let upgrades: Vec<&BankPlan> = plan.banks.iter().filter(|bank| !bank.chosen.parts.is_empty()).collect();
        let mut links = tasks.links();
        links.extend(to_work(&upgrades, &tasks));
        links.extend(draws(&upgrades));
        let places = std::iter::once(Place::Site).chain(plan.halls.iter().map(|hall| Place::Hall(hall.id.clone())));
        let groups = places.map(|place| (title(&place), groups(&place, &upgrades, &tasks)));
        Picture { places: groups.filter(|(_, groups)| !groups.is_empty()).collect(), links }
    }
}

/// Tasks by their position in the plan, with their links by id.
struct Network<'a> {
    tasks: Vec<&'a Task>,
    links: BTreeMap<(&'a str, &'a str), String>,
    ends: BTreeSet<&'a str>,
}

impl<'a> Network<'a> {
    fn of(plan: &'a Plan) -> Network<'a> {
        let links = plan.tasks.iter().flat_map(|task| {
            task.after
                .iter()
                .map(move |link| ((link.task.as_str(), task.id.as_str()), label(&link.kind, link.lag_weeks)))
        });
        let ends = plan.halls.iter().filter_map(|hall| hall.driving_chain.last().map(String::as_str));
        Network { tasks: plan.tasks.iter().collect(), links: links.collect(), ends: ends.collect() }
    }

    /// Bridges tasks that take no time, unless they end a hall or join so many links that bridging adds some.
    fn without_points(mut self) -> Network<'a> {
        for task in self.tasks.clone().into_iter().filter(|task| !takes_time(task)) {
            let id = task.id.as_str();
            let before: Vec<(&str, String)> = self.ending_at(id);
            let after: Vec<(&str, String)> = self.starting_at(id);
            if self.ends.contains(id) || before.len() * after.len() > before.len() + after.len() {
                continue;
            }
            self.links.retain(|(from, to), _| *from != id && *to != id);
            self.tasks.retain(|task| task.id != id);
            for (from, first) in &before {
                for (to, second) in &after {
                    self.links.entry((from, to)).or_insert_with(|| joined(first, second));
                }
            }
        }
        self
    }

    fn ending_at(&self, id: &str) -> Vec<(&'a str, String)> {
        self.links.iter().filter(|((_, to), _)| *to == id).map(|((from, _), label)| (*from, label.clone())).collect()
    }

    fn starting_at(&self, id: &str) -> Vec<(&'a str, String)> {
        self.links.iter().filter(|((from, _), _)| *from == id).map(|((_, to), label)| (*to, label.clone())).collect()
    }

    fn links(&self) -> BTreeSet<Link> {
        let link = |((from, to), label): (&(&str, &str), &String)| Link {
            from: node_id("task", from),
            to: node_id("task", to),
            label: label.clone(),
            dotted: false,
        };
        self.links.iter().map(link).collect()
    }
}

fn label(kind: &str, lag_weeks: f64) -> String {
    match (kind, lag_weeks > 0.0) {
        ("FS", false) => String::new(),
        ("FS", true) => format!("+{}", weeks(lag_weeks)),
        (kind, false) => kind.to_owned(),
        (kind, true) => format!("{kind} +{}", weeks(lag_weeks)),
    }
}

fn joined(first: &str, second: &str) -> String {
    [first, second].into_iter().filter(|label| !label.is_empty()).collect::<Vec<_>>().join(", ")
}

/// From each upgrade to the first of its tasks.
fn to_work(upgrades: &[&BankPlan], tasks: &Network) -> Vec<Link> {
    let first = |bank: &BankPlan| {
        let own = tasks.tasks.iter().filter(|task| task.bank.as_deref() == Some(bank.id.as_str()));
        own.min_by_key(|task| task.start).map(|task| Link {
            from: node_id("bank", &bank.id),
            to: node_id("task", &task.id),
            label: String::new(),
            dotted: true,
        })
    };
    upgrades.iter().filter_map(|bank| first(bank)).collect()
}

/// From each upgrade to the upgrades it draws on.
fn draws(upgrades: &[&BankPlan]) -> Vec<Link> {
    let ids: BTreeMap<_, _> = upgrades.iter().map(|bank| ((bank.service, &bank.place), &bank.id)).collect();
    let all = upgrades.iter().flat_map(|bank| bank.chosen.draws.iter().map(move |draw| (bank, draw)));
    all.filter_map(|(bank, draw)| {
        Some(Link {
            from: node_id("bank", &bank.id),
            to: node_id("bank", ids.get(&(draw.service, &draw.place))?),
            label: "draws".to_owned(),
            dotted: true,
        })
    })
    .collect()
}

fn title(place: &Place) -> String {
    place.hall().map_or_else(|| "Site".to_owned(), |hall| format!("Hall {hall}"))
}

/// Upgrades first, then phases in the order of their first task.
fn groups(place: &Place, upgrades: &[&BankPlan], tasks: &Network) -> Vec<Group> {
    let built = upgrades.iter().filter(|bank| bank.place == *place).map(|bank| (UPGRADES.to_owned(), upgrade(bank)));
    let work = tasks.tasks.iter().filter(|task| task.place == *place);
    let work = work.map(|task| (phase_label(&task.phase), node(task)));
    let mut groups: Vec<Group> = Vec::new();
    for (title, node) in built.chain(work) {
        match groups.iter_mut().find(|group| group.title == title) {
            Some(group) => group.nodes.push(node),
            None => groups.push(Group { title, nodes: vec![node] }),
        }
    }
    groups
}

fn upgrade(bank: &BankPlan) -> Node {
    Node {
        id: node_id("bank", &bank.id),
        lines: vec![bank.service.info().label.to_owned(), bank.chosen.label.clone()],
        look: Look::Upgrade,
    }
}

fn node(task: &Task) -> Node {
    let (look, dates) = match takes_time(task) {
        false => (Look::Milestone, task.start.to_string()),
        true if task.critical => (Look::Critical, dates(task)),
        true => (Look::Task, dates(task)),
    };
    Node { id: node_id("task", &task.id), lines: vec![task.name.clone(), dates], look }
}

fn dates(task: &Task) -> String {
    format!("{} to {}", task.start, task.finish)
}

/// Letters, digits and underscores only. What is replaced is written as its code, so that different ids stay different.
fn node_id(kind: &str, id: &str) -> String {
    let mut out = format!("{kind}_");
    for letter in id.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' => out.push(letter),
            '_' => out.push_str("__"),
            other => out.push_str(&format!("_u{:x}_", u32::from(other))),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn has(picture: &Picture, from: &str, to: &str) -> bool {
        picture.links.iter().any(|link| link.from == node_id("task", from) && link.to == node_id("task", to))
    }

    #[test]
    fn points_in_time_are_bridged_and_ready_stays() {
        let plan = sample::plan();
        let picture = Picture::of(&plan);
        assert!(plan.tasks.iter().any(|task| task.id == "A06" && !takes_time(task)));
        let ids: Vec<&str> = picture
            .places
            .iter()
            .flat_map(|(_, groups)| groups)
            .flat_map(|group| &group.nodes)
            .map(|node| node.id.as_str())
            .collect();
        assert!(!ids.contains(&node_id("task", "A06").as_str()));
        assert!(ids.contains(&node_id("task", "barn_a.A48").as_str()));
        assert!(has(&picture, "A05", "A09"));
    }

    #[test]
    fn a_bridge_keeps_the_order() {
        let mut plan = sample::plan();
        let direct = plan.tasks.iter_mut().find(|task| task.id == "A09").unwrap();
        direct.after.retain(|link| link.task == "A06");
        assert!(has(&Picture::of(&plan), "A05", "A09"));
    }

    #[test]
    fn every_link_ends_at_a_node() {
        let picture = Picture::of(&sample::plan());
        let ids: BTreeSet<&String> = picture
            .places
            .iter()
            .flat_map(|(_, groups)| groups)
            .flat_map(|group| &group.nodes)
            .map(|node| &node.id)
            .collect();
        assert!(picture.links.iter().all(|link| ids.contains(&link.from) && ids.contains(&link.to)));
    }

    #[test]
    fn ids_stay_different() {
        assert_eq!(node_id("task", "barn_a.A16"), "task_barn__a_u2e_A16");
        assert_ne!(node_id("task", "a.b"), node_id("task", "a_b"));
        assert_eq!(node_id("task", "a b\""), "task_a_u20_b_u22_");
    }
}
