//! Milestones, and the chain of tasks that drives each hall.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::gantt::gantt;
use super::schedule_quality::QualityView;
use crate::domain::plan::{HallPlan, Plan, Task};
use crate::report::facts::{dated_orders, driving_tasks, held_until, takes_time, utility_done};
use crate::report::style::{Style, args};

/// The section on the schedule.
#[derive(JsonSchema, Serialize)]
pub struct ScheduleView {
    gantt: Option<String>,
    milestones: Vec<Milestone>,
    chains: Vec<Chain>,
    quality: Option<QualityView>,
}

#[derive(JsonSchema, Serialize)]
struct Milestone {
    date: String,
    what: String,
}

#[derive(JsonSchema, Serialize)]
struct Chain {
    halls: String,
    steps: Vec<String>,
}

impl ScheduleView {
    /// Prepares the section.
    pub fn of(plan: &Plan, style: &Style) -> ScheduleView {
        ScheduleView {
            gantt: gantt(plan, style),
            milestones: milestones(plan, style),
            chains: chains(plan, style),
            quality: QualityView::of(plan, style),
        }
    }
}

fn milestones(plan: &Plan, style: &Style) -> Vec<Milestone> {
    let mut dates: Vec<(Date, String)> = vec![(plan.site.start_date, style.word("schedule-start"))];
    dates.extend(dated_orders(plan).first().map(|(date, order)| {
        let (what, service) = (style.item(order.first()), style.service(order.first().service));
        (*date, style.say("schedule-first-order", args!["what" => what, "service" => service]))
    }));
    let permits = plan.tasks.iter().filter(|task| task.phase == "permit" && takes_time(task));
    dates.extend(permits.map(|task| task.finish).max().map(|date| (date, style.word("schedule-approvals"))));
    dates.extend(utility_done(plan).map(|date| (date, style.word("schedule-utility"))));
    let delivered = plan.tasks.iter().filter(|task| task.is_lead).map(|task| task.finish).max();
    dates.extend(delivered.map(|date| (date, style.word("schedule-delivered"))));
    let tested = plan.tasks.iter().filter(|task| task.phase == "commission").map(|task| task.start).min();
    dates.extend(tested.map(|date| (date, style.word("schedule-commissioning"))));
    let stop = |halls: Vec<String>| style.say("schedule-miners-stop", args!["halls" => style.list(&halls)]);
    dates.extend(stops(plan).into_iter().map(|(date, halls)| (date, stop(halls))));
    dates.extend(plan.halls.iter().map(|hall| (hall.ready, ready(hall, style))));
    dates.sort();
    dates.into_iter().map(|(date, what)| Milestone { date: style.date(date), what }).collect()
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

fn ready(hall: &HallPlan, style: &Style) -> String {
    let span = style.date_span(hall.ready_low, hall.ready_high);
    style.say("schedule-ready", args!["hall" => hall.id.as_str(), "span" => span])
}

/// The driving chains; halls with the same steps share one.
fn chains(plan: &Plan, style: &Style) -> Vec<Chain> {
    let mut chains: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for hall in &plan.halls {
        let steps: Vec<String> = driving_tasks(plan, hall).into_iter().map(|task| step(task, style)).collect();
        match chains.iter_mut().find(|(_, known)| *known == steps) {
            Some((halls, _)) => halls.push(hall.id.clone()),
            None => chains.push((vec![hall.id.clone()], steps)),
        }
    }
    let chains = chains.into_iter().filter(|(_, steps)| !steps.is_empty());
    chains.map(|(halls, steps)| Chain { halls: style.list(&halls), steps }).collect()
}

fn step(task: &Task, style: &Style) -> String {
    let held = held_until(task).map_or_else(|| "none".to_owned(), |day| style.date(day));
    let told = args![
        "held" => held,
        "start" => style.date(task.start),
        "finish" => style.date(task.finish),
        "weeks" => style.weeks(task.weeks.likely),
        "task" => style.task(task),
    ];
    style.say("schedule-step", told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Range;
    use crate::report::sample;

    /// The day of the milestone, where there is one.
    fn utility(plan: &Plan) -> Option<String> {
        let style = Style::default();
        let told =
            milestones(plan, &style).into_iter().find(|milestone| milestone.what == style.word("schedule-utility"));
        told.map(|milestone| milestone.date)
    }

    #[test]
    fn the_utilitys_work_is_what_is_built_for_the_connection() {
        let mut plan = sample::plan();
        let own = plan.tasks.iter().position(|task| task.bank.as_deref() == Some("site.grid_import")).unwrap();
        let (finish, later) = (plan.tasks[own].finish, plan.tasks[own].finish.tomorrow().unwrap());
        let study = Task { id: "A03".to_owned(), bank: None, finish: later, ..plan.tasks[own].clone() };
        plan.tasks.push(study);
        assert_eq!(utility(&plan), Some(finish.to_string()), "a study of the load is not its work");
        plan.tasks.iter_mut().filter(|task| task.bank.as_deref() == Some("site.grid_import")).for_each(|task| {
            task.weeks = Range::ZERO;
        });
        assert_eq!(utility(&plan), None, "nothing is built");
    }
}
