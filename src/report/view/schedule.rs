//! Milestones, and the chain of tasks that drives each hall.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::gantt::gantt;
use super::schedule_quality::QualityView;
use crate::domain::plan::{HallPlan, Plan, Task};
use crate::report::facts::{dated_orders, driving_link, driving_tasks, held_until, takes_time, utility_done};
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
        let tasks = driving_tasks(plan, hall);
        let before = std::iter::once(None).chain(tasks.iter().copied().map(Some));
        let steps: Vec<String> = before.zip(&tasks).map(|(before, task)| step(before, task, style)).collect();
        match chains.iter_mut().find(|(_, known)| *known == steps) {
            Some((halls, _)) => halls.push(hall.id.clone()),
            None => chains.push((vec![hall.id.clone()], steps)),
        }
    }
    let chains = chains.into_iter().filter(|(_, steps)| !steps.is_empty());
    chains.map(|(halls, steps)| Chain { halls: style.list(&halls), steps }).collect()
}

/// How a task follows the one before in its chain, where it does not simply begin behind its end.
fn follows(before: Option<&Task>, task: &Task, style: &Style) -> Option<String> {
    let link = driving_link(before?, task)?;
    let lag = if link.lag_weeks > 0.0 { style.weeks(link.lag_weeks) } else { "none".to_owned() };
    let id = match link.kind.as_str() {
        "SS" => "schedule-follows-start",
        "FF" => "schedule-ends-after-end",
        "SF" => "schedule-ends-after-start",
        _ if link.lag_weeks > 0.0 => "schedule-follows-end",
        _ => return None,
    };
    Some(style.say(id, args!["lag" => lag]))
}

fn step(before: Option<&Task>, task: &Task, style: &Style) -> String {
    let held = held_until(task).map_or_else(|| "none".to_owned(), |day| style.date(day));
    let told = args![
        "held" => held,
        "start" => style.date(task.start),
        "finish" => style.date(task.finish),
        "weeks" => style.weeks(task.weeks.likely),
        "task" => style.task(task),
    ];
    let step = style.say("schedule-step", told);
    match follows(before, task, style) {
        Some(follows) => style.say("schedule-step-follows", args!["step" => step, "follows" => follows]),
        None => step,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Range;
    use crate::domain::plan::TaskLink;
    use crate::report::sample;

    /// The day of the milestone, where there is one.
    fn utility(plan: &Plan) -> Option<String> {
        let style = Style::default();
        let told =
            milestones(plan, &style).into_iter().find(|milestone| milestone.what == style.word("schedule-utility"));
        told.map(|milestone| milestone.date)
    }

    #[test]
    fn a_step_that_overlaps_the_one_before_says_how_it_hangs_on_it() {
        let (plan, style) = (sample::plan(), Style::default());
        let before = plan.tasks[0].clone();
        let linked = |kind: &str, lag_weeks| {
            let link = TaskLink { task: before.id.clone(), kind: kind.to_owned(), lag_weeks };
            Task { id: "next".to_owned(), after: vec![link], ..before.clone() }
        };
        let told = |kind: &str, lag| follows(Some(&before), &linked(kind, lag), &style);
        assert_eq!(told("FS", 0.0), None);
        assert_eq!(told("FS", 1.0).unwrap(), "1 week after the end of the step before");
        assert_eq!(told("SS", 2.0).unwrap(), "2 weeks after the start of the step before");
        assert_eq!(told("SS", 0.0).unwrap(), "with the start of the step before");
        assert_eq!(told("FF", 1.0).unwrap(), "to end 1 week after the step before at the earliest");
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
