//! Milestones, and the chain of tasks that drives each hall.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::gantt::gantt;
use super::schedule_quality::QualityView;
use crate::domain::format::{date_span, list, weeks};
use crate::domain::plan::{HallPlan, Plan, Task};
use crate::report::facts::{dated_orders, driving_tasks, held_until};

/// The section on the schedule.
#[derive(Serialize)]
pub struct ScheduleView {
    gantt: Option<String>,
    milestones: Vec<Milestone>,
    chains: Vec<Chain>,
    quality: Option<QualityView>,
}

#[derive(Serialize)]
struct Milestone {
    date: String,
    what: String,
}

#[derive(Serialize)]
struct Chain {
    halls: String,
    steps: Vec<String>,
}

impl ScheduleView {
    /// Prepares the section.
    pub fn of(plan: &Plan) -> ScheduleView {
        ScheduleView {
            gantt: gantt(plan),
            milestones: milestones(plan),
            chains: chains(plan),
            quality: QualityView::of(plan),
        }
    }
}

fn milestones(plan: &Plan) -> Vec<Milestone> {
    let mut dates: Vec<(Date, String)> = vec![(plan.site.start_date, "project starts".to_owned())];
    dates.extend(
        dated_orders(plan)
            .first()
            .map(|(date, order)| (*date, format!("last day for the first order: {}", order.first().description))),
    );
    let last =
        |phase: &str| plan.tasks.iter().filter(|t| t.phase == phase && t.weeks.high > 0.0).map(|t| t.finish).max();
    dates.extend(last("permit").map(|date| (date, "last approval given".to_owned())));
    dates.extend(last("utility").map(|date| (date, "utility's work done".to_owned())));
    let delivered = plan.tasks.iter().filter(|task| task.is_lead).map(|task| task.finish).max();
    dates.extend(delivered.map(|date| (date, "last equipment on site".to_owned())));
    let tested = plan.tasks.iter().filter(|task| task.phase == "commission").map(|task| task.start).min();
    dates.extend(tested.map(|date| (date, "commissioning starts".to_owned())));
    dates.extend(stops(plan).into_iter().map(|(date, halls)| (date, format!("miners of {} stop", list(&halls)))));
    dates.extend(plan.halls.iter().map(|hall| (hall.ready, ready(hall))));
    dates.sort();
    dates.into_iter().map(|(date, what)| Milestone { date: date.to_string(), what }).collect()
}

/// Days on which miners stop, each with its halls.
fn stops(plan: &Plan) -> BTreeMap<Date, Vec<String>> {
    let mut stops: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for hall in &plan.halls {
        if let Some(date) = hall.mining_stops {
            stops.entry(date).or_default().push(hall.id.clone());
        }
    }
    stops
}

fn ready(hall: &HallPlan) -> String {
    format!("{} ready for service ({})", hall.id, date_span(hall.ready_low, hall.ready_high))
}

/// The driving chains; halls with the same steps share one.
fn chains(plan: &Plan) -> Vec<Chain> {
    let mut chains: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for hall in &plan.halls {
        let steps: Vec<String> = driving_tasks(plan, hall).into_iter().map(step).collect();
        match chains.iter_mut().find(|(_, known)| *known == steps) {
            Some((halls, _)) => halls.push(hall.id.clone()),
            None => chains.push((vec![hall.id.clone()], steps)),
        }
    }
    let chains = chains.into_iter().filter(|(_, steps)| !steps.is_empty());
    chains.map(|(halls, steps)| Chain { halls: list(&halls), steps }).collect()
}

fn step(task: &Task) -> String {
    let held = held_until(task).map_or_else(String::new, |day| format!(", which may not start before {day}"));
    format!("{} to {} ({}): {}{held}", task.start, task.finish, weeks(task.weeks.likely), task.name)
}
