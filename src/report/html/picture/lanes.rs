//! Tasks by place and by trade, halls with the same work together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::plan::{Plan, Task};
use crate::domain::{Place, System};
use crate::report::facts::{follows_ready, takes_time};
use crate::report::style::{Style, args};

/// Messages that name the trades, in the order of the pictures.
const LANES: [&str; 9] = [
    "picture-lane-design",
    "picture-lane-purchase",
    "system-power",
    "system-cooling",
    "system-building",
    "system-network",
    "system-controls",
    "trade-commissioning",
    "lane-after-ready",
];
const PLANT: usize = 2;
const BUILDING: usize = 4;
const NETWORK: usize = 5;
const CONTROLS: usize = 6;
const COMMISSIONING: usize = 7;
const AFTER_READY: usize = 8;

/// The site, or halls whose work is the same on the same days.
#[derive(Clone)]
pub struct Group<'a> {
    /// Its name for people.
    pub title: String,
    /// The places in it; the first stands for all.
    pub places: Vec<Place>,
    /// The work in the first of them, by start, without what takes no time.
    pub tasks: Vec<&'a Task>,
}

/// Site and halls that have work, halls with the same work on the same days together.
pub fn groups<'a>(plan: &'a Plan, style: &Style) -> Vec<Group<'a>> {
    groups_by(plan, style, |tasks| tasks.iter().map(|task| (task.name.clone(), dates(task))).collect::<Vec<_>>())
}

/// Site and halls that have work, halls with the same work together, whenever it is done.
pub fn groups_by_work<'a>(plan: &'a Plan, style: &Style) -> Vec<Group<'a>> {
    groups_by(plan, style, |tasks| {
        let mut names: Vec<String> = tasks.iter().map(|task| task.name.clone()).collect();
        names.sort();
        names
    })
}

fn groups_by<'a, K: PartialEq>(plan: &'a Plan, style: &Style, key: impl Fn(&[&Task]) -> K) -> Vec<Group<'a>> {
    let places = std::iter::once(Place::Site).chain(plan.halls.iter().map(|hall| Place::Hall(hall.id.clone())));
    let mut groups: Vec<Group> = Vec::new();
    for place in places {
        let tasks = work(plan, &place);
        let same = |group: &&mut Group| group.places[0] != Place::Site && key(&group.tasks) == key(&tasks);
        match groups.iter_mut().find(same) {
            Some(group) => group.places.push(place),
            None => groups.push(Group { title: String::new(), places: vec![place], tasks }),
        }
    }
    groups.retain(|group| !group.tasks.is_empty());
    groups.iter_mut().for_each(|group| group.title = title(&group.places, style));
    groups
}

/// The work of a place by start.
fn work<'a>(plan: &'a Plan, place: &Place) -> Vec<&'a Task> {
    let mut tasks: Vec<&Task> = plan.tasks.iter().filter(|task| task.place == *place && takes_time(task)).collect();
    tasks.sort_by_key(|task| (task.start, task.finish));
    tasks
}

fn dates(task: &Task) -> (Date, Date, Date, bool) {
    (task.start, task.finish, task.late_finish, task.critical)
}

/// What a trade is called.
pub fn lane_name(lane: usize, style: &Style) -> String {
    style.word(LANES[lane])
}

fn title(places: &[Place], style: &Style) -> String {
    let halls: Vec<String> = places.iter().filter_map(Place::hall).map(str::to_owned).collect();
    match halls.len() {
        0 => style.word("gantt-site"),
        1 => style.say("gantt-hall", args!["hall" => halls[0].as_str()]),
        _ => style.say("picture-halls-each", args!["halls" => style.list(&halls)]),
    }
}

/// The lane of a task, by its bank's system, else by its phase; plant of no bank by the system of the work that it waits for.
pub fn lane(plan: &Plan, task: &Task) -> usize {
    if let Some(system) = bank_system(plan, task) {
        return PLANT + system as usize;
    }
    match task.phase.as_str() {
        "front_end" | "design" | "permit" => 0,
        "procure" | "utility" => 1,
        "mep" => PLANT + system_before(plan, task).map_or(0, |system| system as usize),
        "network" => NETWORK,
        "controls" => CONTROLS,
        "commission" | "handover" if follows_ready(plan, task) => AFTER_READY,
        "commission" | "handover" => COMMISSIONING,
        _ => BUILDING,
    }
}

fn bank_system(plan: &Plan, task: &Task) -> Option<System> {
    let id = task.bank.as_ref()?;
    plan.banks.iter().find(|bank| bank.id == *id).map(|bank| bank.service.info().system)
}

/// The system of most of the banks' work that a task waits for, directly or behind other tasks without a bank.
fn system_before(plan: &Plan, task: &Task) -> Option<System> {
    let mut counts: BTreeMap<System, usize> = BTreeMap::new();
    let mut open = vec![task];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(at) = open.pop() {
        for before in at.after.iter().filter_map(|link| plan.tasks.iter().find(|other| other.id == link.task)) {
            match bank_system(plan, before) {
                Some(system) => *counts.entry(system).or_default() += 1,
                None if before.phase == task.phase && !seen.contains(&before.id.as_str()) => {
                    seen.push(&before.id);
                    open.push(before);
                }
                None => (),
            }
        }
    }
    counts.into_iter().min_by_key(|(system, count)| (Reverse(*count), *system)).map(|(system, _)| system)
}

/// Tasks of a group by lane, lanes without any left out.
pub fn by_lane<'a>(plan: &Plan, tasks: &[&'a Task]) -> Vec<(usize, Vec<&'a Task>)> {
    let mut lanes: BTreeMap<usize, Vec<&Task>> = BTreeMap::new();
    tasks.iter().for_each(|task| lanes.entry(lane(plan, task)).or_default().push(task));
    lanes.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::TaskLink;
    use crate::report::sample;

    #[test]
    fn halls_with_the_same_work_are_one_group() {
        let mut plan = sample::plan();
        let groups = |plan: &Plan| groups(plan, &Style::default()).len();
        let groups_before = groups(&plan);
        let all = super::groups(&plan, &Style::default());
        let all: usize = all.iter().map(|group| group.tasks.len() * group.places.len()).sum();
        assert_eq!(all, plan.tasks.iter().filter(|task| takes_time(task)).count());
        let place = Place::Hall(plan.halls[1].id.clone());
        let task = plan.tasks.iter_mut().find(|task| task.place == place && takes_time(task)).unwrap();
        task.finish = task.finish.tomorrow().unwrap();
        assert!(groups(&plan) >= groups_before);
        assert_eq!(groups(&plan), 3);
    }

    #[test]
    fn work_is_filed_under_the_system_it_serves() {
        let plan = sample::plan();
        for task in &plan.tasks {
            if let Some(bank) = task.bank.as_ref().and_then(|id| plan.banks.iter().find(|bank| bank.id == *id)) {
                assert_eq!(lane(&plan, task), PLANT + bank.service.info().system as usize, "{}", task.id);
            }
        }
        // What no bank does, such as the flushing of a loop, is filed with the work that it waits for.
        let systems: Vec<usize> = plan
            .tasks
            .iter()
            .filter(|task| task.bank.is_some())
            .map(|work| {
                let after = vec![TaskLink { task: work.id.clone(), kind: "FS".to_owned(), lag_weeks: 0.0 }];
                let flush = Task { id: "flush".to_owned(), bank: None, phase: "mep".to_owned(), after, ..work.clone() };
                assert_eq!(lane(&plan, &flush), lane(&plan, work), "{}", work.id);
                lane(&plan, work)
            })
            .collect();
        assert!(systems.iter().any(|system| *system != systems[0]), "of more than one system");
    }

    #[test]
    fn every_task_has_a_lane() {
        let plan = sample::plan();
        let tasks: Vec<&Task> = plan.tasks.iter().collect();
        let lanes = by_lane(&plan, &tasks);
        assert_eq!(lanes.iter().map(|(_, tasks)| tasks.len()).sum::<usize>(), tasks.len());
    }
}
