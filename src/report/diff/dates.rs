//! The change of each hall's date, by the tasks that drive it before and after.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::Pair;
use crate::domain::plan::{HallPlan, Plan};
use crate::report::facts::driving_tasks;

/// The name of what stands before the first task of a chain: the project's start, and the wait for the first task.
const START: &str = "start";

/// How the date of a hall changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HallChange {
    /// Id in the facility.
    pub hall: String,
    /// Racks; nothing where the plan does not convert it.
    pub racks: Pair<Option<u32>>,
    /// Ready for service, at likely durations.
    pub ready: Pair<Option<Date>>,
    /// Days later; nothing where only one plan converts it.
    pub days: Option<i32>,
    /// Whose days changed in the driving chain; they add up to `days`.
    pub drivers: Vec<DriverChange>,
    /// The driving chain, first to last, by names of tasks.
    pub chain: Pair<Vec<String>>,
}

/// How many days a task adds to the driving chain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DriverChange {
    /// The task's id; `start` for the project's start and the wait for the first task.
    pub task: String,
    /// What is done.
    pub name: String,
    /// Days, from its start to that of the next task of the chain; nothing where it does not drive the date.
    pub days: Pair<Option<i32>>,
}

impl DriverChange {
    /// Days by which it makes the hall later.
    pub fn later(&self) -> i32 {
        self.days.after.unwrap_or(0) - self.days.before.unwrap_or(0)
    }
}

/// Each hall of either plan: those of the first, then those that only the second converts.
pub fn halls(plans: Pair<&Plan>) -> Vec<HallChange> {
    let known = |hall: &&HallPlan| plans.before.halls.iter().all(|old| old.id != hall.id);
    let new = plans.after.halls.iter().filter(known);
    plans.before.halls.iter().chain(new).map(|hall| change(plans, &hall.id)).collect()
}

fn change(plans: Pair<&Plan>, id: &str) -> HallChange {
    let halls = Pair::of(plans, |plan| plan.halls.iter().find(|hall| hall.id == id));
    let both = halls.before.zip(halls.after);
    let names = |plan: &Plan, hall: Option<&HallPlan>| -> Vec<String> {
        hall.map_or_else(Vec::new, |hall| driving_tasks(plan, hall).iter().map(|task| task.name.clone()).collect())
    };
    HallChange {
        hall: id.to_owned(),
        racks: Pair { before: halls.before.map(|hall| hall.racks), after: halls.after.map(|hall| hall.racks) },
        ready: Pair { before: halls.before.map(|hall| hall.ready), after: halls.after.map(|hall| hall.ready) },
        days: both.map(|(before, after)| (after.ready - before.ready).get_days()),
        drivers: both.map_or_else(Vec::new, |(before, after)| drivers(plans, before, after)),
        chain: Pair { before: names(plans.before, halls.before), after: names(plans.after, halls.after) },
    }
}

/// What the chains do not share, largest first.
fn drivers(plans: Pair<&Plan>, before: &HallPlan, after: &HallPlan) -> Vec<DriverChange> {
    // The start counts from the same day in both plans.
    let origin = plans.before.site.start_date.min(plans.after.site.start_date);
    let mut all: BTreeMap<String, DriverChange> = BTreeMap::new();
    let chains = Pair { before: spans(plans.before, before, origin), after: spans(plans.after, after, origin) };
    for (id, name, days) in chains.before {
        all.insert(id.clone(), DriverChange { task: id, name, days: Pair { before: Some(days), after: None } });
    }
    for (id, name, days) in chains.after {
        let new = DriverChange { task: id.clone(), name, days: Pair { before: None, after: None } };
        all.entry(id).or_insert(new).days.after = Some(days);
    }
    let mut changed: Vec<DriverChange> = all.into_values().filter(|driver| driver.later() != 0).collect();
    changed.sort_by_key(|driver| std::cmp::Reverse(driver.later().abs()));
    changed
}

/// Id, name and days of each part of a hall's chain, from the origin to its date: together they are the whole time.
fn spans(plan: &Plan, hall: &HallPlan, origin: Date) -> Vec<(String, String, i32)> {
    let tasks = driving_tasks(plan, hall);
    let first = tasks.first().map_or(hall.ready, |task| task.start);
    let begin = (
        START.to_owned(),
        "Wait from the start of the project to the first task of the chain".to_owned(),
        days(origin, first),
    );
    let end = |i: usize| tasks.get(i + 1).map_or(hall.ready, |next| next.start);
    let span = |(i, task): (usize, &&crate::domain::plan::Task)| {
        (task.id.clone(), task.name.clone(), days(task.start, end(i)))
    };
    std::iter::once(begin).chain(tasks.iter().enumerate().map(span)).collect()
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
