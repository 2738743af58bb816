//! A plan with one task for each activity and place, and without upgrades: what a person can take in at a glance.

use std::collections::BTreeMap;

use crate::domain::plan::{Plan, Task, TaskLink};

/// The plan with the tasks of one activity in one place as one, from the first start to the last finish.
pub fn overview(plan: &Plan) -> Plan {
    let mut merged: Vec<Task> = Vec::new();
    let ids: BTreeMap<&str, String> = plan.tasks.iter().map(|task| (task.id.as_str(), merged_id(task))).collect();
    for task in &plan.tasks {
        let id = &ids[task.id.as_str()];
        match merged.iter_mut().find(|other| other.id == *id) {
            Some(other) => absorb(other, task),
            None => merged.push(Task {
                id: id.clone(),
                name: plain_name(task),
                bank: None,
                after: Vec::new(),
                ..task.clone()
            }),
        }
        let links = task.after.iter().map(|link| TaskLink { task: ids[link.task.as_str()].clone(), ..link.clone() });
        let into = merged.iter_mut().find(|other| other.id == *id).expect("it was put there above");
        for link in links.filter(|link| link.task != *id) {
            if into.after.iter().all(|known| known.task != link.task) {
                into.after.push(link);
            }
        }
    }
    let mut halls = plan.halls.clone();
    for hall in &mut halls {
        hall.driving_chain = hall.driving_chain.iter().filter_map(|id| ids.get(id.as_str()).cloned()).collect();
    }
    Plan { tasks: merged, banks: Vec::new(), halls, ..plan.clone() }
}

fn merged_id(task: &Task) -> String {
    format!("{}.{}", task.place, task.activity)
}

/// The activity's name, without the service of a bank.
fn plain_name(task: &Task) -> String {
    match (&task.bank, task.name.rsplit_once(" - ")) {
        (Some(_), Some((activity, _))) => activity.to_owned(),
        _ => task.name.clone(),
    }
}

/// Widens a task to hold another; one that takes no time widens nothing.
fn absorb(into: &mut Task, task: &Task) {
    if task.weeks.high == 0.0 {
        return;
    }
    if into.weeks.high == 0.0 {
        (into.start, into.finish, into.critical) = (task.start, task.finish, task.critical);
    }
    into.start = into.start.min(task.start);
    into.finish = into.finish.max(task.finish);
    into.critical |= task.critical;
    into.weeks = into.weeks.max(task.weeks);
}
