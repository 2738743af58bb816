//! Dates of tasks: working days, durations, links, float.

use super::facts::Facts;
use super::report::Report;
use super::span::{Span, calendar as calendar_of, earliest, floor, keeps, late as late_span, likely_days, planned};
use super::words::said;
use super::{moves, network, on_order};
use crate::domain::calendar::{date_of, day_number, elapsed_days};
use crate::domain::plan::{Task, TaskLink};
use crate::input::catalog::ParameterId;

/// Planned and latest dates start on a working day and last the duration.
pub fn calendar(facts: &Facts, report: &mut Report) {
    for task in &facts.plan.tasks {
        lasts(facts, task, "planned", planned(facts, task), report);
        lasts(facts, task, "latest", late_span(facts, task), report);
    }
}

fn lasts(facts: &Facts, task: &Task, which: &str, span: Span, report: &mut Report) {
    let days = likely_days(facts, task);
    let calendar = calendar_of(facts, task, days);
    report.expect(calendar.works_on(span.start), &task.id, || format!("its {which} start is no working day"));
    let lasts = calendar.finish(span.start, days) == span.finish;
    report.expect(lasts, &task.id, || format!("its {which} dates do not span {days} days"));
}

/// Not before the project's first day, nor before the miners of its hall may stop, nor before what it installs is free.
pub fn start(facts: &Facts, report: &mut Report) {
    let site = facts.site;
    for task in &facts.plan.tasks {
        let stops =
            site.catalog.activities.iter().any(|activity| activity.id == task.activity && activity.stops_mining);
        let concerned =
            site.halls.iter().filter(|hall| hall.is_converted() && task.place.hall().is_none_or(|id| id == hall.id));
        let may_stop = concerned.filter_map(|hall| hall.mining_may_stop).max().filter(|_| stops);
        let free = network::installed(facts, task);
        let free = free.and_then(|bank| moves::free_on(facts, bank).max(on_order::arrives(facts, bank)));
        let first = may_stop.max(free);
        report.expect(task.not_before == first, &task.id, || {
            format!(
                "the day before which it may not start is {} and should be {}",
                said(&task.not_before),
                said(&first)
            )
        });
        report.expect(day_number(task.start) >= floor(facts, task, likely_days(facts, task)), &task.id, || {
            format!("starts on {}", task.start)
        });
    }
}

/// Orders, and the stop of miners that earn, keep no more float to their latest day than they need.
pub fn put_off(facts: &Facts, report: &mut Report) {
    for task in &facts.plan.tasks {
        let Some(weeks) = float_weeks(facts, task) else { continue };
        let last = facts.site.calendar.previous_working(day_number(task.late_start) - elapsed_days(weeks));
        let first = calendar_of(facts, task, likely_days(facts, task)).previous_working(last);
        report.expect(day_number(task.start) >= first, &task.id, || {
            format!("starts on {} and need not before {}", task.start, date_of(first))
        });
    }
}

/// The float that a task keeps, weeks; nothing for what is planned as early as may be.
fn float_weeks(facts: &Facts, task: &Task) -> Option<f64> {
    let activity = facts.site.catalog.activities.iter().find(|activity| activity.id == task.activity)?;
    if task.is_lead && !activity.at_once && task.weeks.likely > 0.0 {
        let late_delivery = task.weeks.high - task.weeks.likely;
        return Some(late_delivery.max(facts.site.parameter(ParameterId::OrderFloatWeeks)));
    }
    (activity.stops_mining && facts.site.mining_earns())
        .then(|| facts.site.parameter(ParameterId::MiningStopFloatWeeks))
}

/// Every link between planned dates.
pub fn order(facts: &Facts, report: &mut Report) {
    links_hold(facts, report, planned);
}

/// Every link between latest dates; what makes a hall ready is not late.
pub fn late(facts: &Facts, report: &mut Report) {
    links_hold(facts, report, late_span);
    for task in ready_tasks(facts) {
        let halls = facts.plan.halls.iter().filter(|hall| task.place.hall().is_none_or(|id| id == hall.id));
        for hall in halls {
            let in_time = task.late_finish <= hall.ready;
            report.expect(in_time, &task.id, || {
                format!("may finish on {}, after {} is ready", task.late_finish, hall.id)
            });
        }
    }
}

fn ready_tasks<'a>(facts: &'a Facts) -> impl Iterator<Item = &'a Task> {
    let ready =
        |id: &str| facts.site.catalog.activities.iter().any(|activity| activity.id == id && activity.makes_ready);
    facts.plan.tasks.iter().filter(move |task| ready(&task.activity))
}

fn links_hold(facts: &Facts, report: &mut Report, span: fn(&Facts, &Task) -> Span) {
    for task in &facts.plan.tasks {
        for (link, earlier) in predecessors(facts, task) {
            let holds = keeps(link, span(facts, earlier), span(facts, task));
            report.expect(holds, &task.id, || {
                format!("does not keep {} + {} weeks to {}", link.kind, link.lag_weeks, link.task)
            });
        }
    }
}

fn predecessors<'a>(facts: &'a Facts, task: &'a Task) -> impl Iterator<Item = (&'a TaskLink, &'a Task)> {
    task.after.iter().filter_map(|link| Some((link, *facts.tasks.get(link.task.as_str())?)))
}

/// Total and free float, and what is critical.
pub fn float(facts: &Facts, report: &mut Report) {
    for task in &facts.plan.tasks {
        let (start, late) = (day_number(task.start), day_number(task.late_start));
        let (total, free) = (task.total_float_days, task.free_float_days);
        report.expect(late >= start && task.late_finish >= task.finish, &task.id, || {
            "its latest dates are before its planned".to_owned()
        });
        report.expect(total == late - start, &task.id, || {
            format!("total float is {total} days and should be {}", late - start)
        });
        report.expect(task.critical == (total == 0), &task.id, || {
            format!("critical {} with {total} days", task.critical)
        });
        report.expect((0..=total).contains(&free), &task.id, || format!("free float is {free} of {total} days"));
    }
    for task in &facts.plan.tasks {
        for (link, earlier) in predecessors(facts, task) {
            let slipped = slipped(facts, earlier);
            let holds = keeps(link, slipped, planned(facts, task));
            report.expect(holds, &earlier.id, || format!("slips by its free float into {}", task.id));
        }
    }
}

/// The span of a task that uses up its free float.
fn slipped(facts: &Facts, task: &Task) -> Span {
    let start = day_number(task.start).saturating_add(task.free_float_days.clamp(0, 100_000));
    let days = likely_days(facts, task);
    Span { start, finish: calendar_of(facts, task, days).finish(start, days) }
}

/// The driver is a predecessor whose link allows no earlier start.
pub fn driver(facts: &Facts, report: &mut Report) {
    for task in &facts.plan.tasks {
        let Some(driver) = &task.driven_by else { continue };
        let days = likely_days(facts, task);
        let mut starts = predecessors(facts, task)
            .filter(|(link, _)| link.task == *driver)
            .filter_map(|(link, earlier)| earliest(facts, task, days, link, planned(facts, earlier)));
        let sets = starts.any(|start| start == day_number(task.start));
        report.expect(sets, &task.id, || format!("{driver} does not set its start"));
    }
}
