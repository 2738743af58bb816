//! Halls: size, dates, what mining loses.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::report::Report;
use super::span::{Span, calendar, days, earliest, floor, planned};
use super::words::said;
use crate::domain::Range;
use crate::domain::calendar::{date_of, day_number};
use crate::domain::plan::{HallPlan, Task};

/// Racks, IT power and mining power of every converted hall.
pub fn loads(facts: &Facts, report: &mut Report) {
    let (planned, loads) = (&facts.plan.halls, &facts.loads);
    let same = planned.iter().map(|hall| &hall.id).eq(loads.iter().map(|load| &load.hall));
    report.expect(same, "halls", || "are not those to be converted".to_owned());
    for load in loads {
        let Some(hall) = planned.iter().find(|hall| hall.id == load.hall) else { continue };
        report.expect(hall.racks == load.racks, &hall.id, || {
            format!("{} racks and should be {}", hall.racks, load.racks)
        });
        report.expect(hall.sized_by == load.sized_by, &hall.id, || {
            format!("is sized by `{}` and should be by `{}`", hall.sized_by, load.sized_by)
        });
        let it_mw = f64::from(load.racks) * facts.site.target.rack.power_kw / 1000.0;
        report.equal(&hall.id, "IT power, MW,", hall.it_mw, it_mw);
        let volts = facts.site.low_voltage_v(&load.place());
        report.equal(&hall.id, "the voltage of its boards, V,", hall.low_voltage_v, volts);
        let mining_mw = facts.hall(&load.place()).map_or(0.0, |hall| hall.mining_mw);
        report.equal(&hall.id, "mining power, MW,", hall.mining_mw, mining_mw);
    }
}

/// The tasks of the catalog's activities with a property that are done for a hall, or for the site and so for it too.
fn tasks_of<'a>(facts: &Facts<'a>, hall: &str, is: fn(&crate::input::catalog::Activity) -> bool) -> Vec<&'a Task> {
    let activity = |id: &str| facts.site.catalog.activities.iter().any(|activity| activity.id == id && is(activity));
    let serves = |task: &&Task| task.place.hall().is_none_or(|id| id == hall) && activity(&task.activity);
    facts.plan.tasks.iter().filter(serves).collect()
}

/// Ready on the last day of the last task that makes the hall ready.
pub fn ready(facts: &Facts, report: &mut Report) {
    for hall in &facts.plan.halls {
        let finish = tasks_of(facts, &hall.id, |activity| activity.makes_ready).iter().map(|task| task.finish).max();
        report.expect(finish == Some(hall.ready), &hall.id, || {
            format!("ready on {}; its task finishes {}", hall.ready, said(&finish))
        });
    }
}

/// The network dated forward at low durations, and at high ones with orders and the stop of mining not before their planned days.
pub fn range(facts: &Facts, report: &mut Report) {
    let low = forward(facts, |weeks| weeks.low, |_| i64::MIN);
    let is_held = |task: &Task| task.is_lead || stops_mining(facts, task);
    let held = |task: &Task| if is_held(task) { day_number(task.start) } else { i64::MIN };
    let high = forward(facts, |weeks| weeks.high, held);
    for hall in &facts.plan.halls {
        for (which, claimed, spans) in [("low", hall.ready_low, &low), ("high", hall.ready_high, &high)] {
            let tasks = tasks_of(facts, &hall.id, |activity| activity.makes_ready);
            let last = tasks.iter().filter_map(|task| spans.get(task.id.as_str())).map(Span::last_day).max();
            let holds = last == Some(day_number(claimed));
            report.expect(holds, &hall.id, || {
                format!("ready_{which} is {claimed} and should be {}", said(&last.map(date_of)))
            });
        }
        let ordered = hall.ready_low <= hall.ready && hall.ready <= hall.ready_high;
        report.expect(ordered, &hall.id, || "its ready dates are not in order".to_owned());
    }
}

fn stops_mining(facts: &Facts, task: &Task) -> bool {
    facts.site.catalog.activities.iter().any(|activity| activity.id == task.activity && activity.stops_mining)
}

/// Earliest spans, none before its day of `held`, by pushing every task behind its predecessors until none moves; a circle is given up
/// after as many rounds as there are tasks.
fn forward<'a>(facts: &Facts<'a>, point: fn(Range) -> f64, held: impl Fn(&Task) -> i64) -> BTreeMap<&'a str, Span> {
    let lasts = |task: &Task| days(facts, task, point);
    let floor = |task: &Task| floor(facts, task, lasts(task)).max(held(task));
    let span =
        |task: &Task, start: i64| Span { start, finish: calendar(facts, task, lasts(task)).finish(start, lasts(task)) };
    let mut spans: BTreeMap<&str, Span> = facts.tasks.iter().map(|(id, task)| (*id, span(task, floor(task)))).collect();
    for _ in 0..facts.tasks.len() {
        let mut moved = false;
        for task in &facts.plan.tasks {
            let start = earliest_start(facts, task, lasts(task), &spans).max(floor(task));
            if start > spans[task.id.as_str()].start {
                spans.insert(&task.id, span(task, start));
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    spans
}

fn earliest_start(facts: &Facts, task: &Task, days: i64, spans: &BTreeMap<&str, Span>) -> i64 {
    let bounds =
        task.after.iter().filter_map(|link| earliest(facts, task, days, link, *spans.get(link.task.as_str())?));
    bounds.fold(i64::MIN, i64::max)
}

/// The target's date.
pub fn deadline(facts: &Facts, report: &mut Report) {
    let Some(limit) = facts.site.target.ready_date else { return };
    for hall in &facts.plan.halls {
        report.expect(hall.ready <= limit, &hall.id, || format!("ready on {}, after {limit}", hall.ready));
    }
}

/// From a task that nothing drives, each linked to the next, to the task that makes the hall ready.
pub fn chain(facts: &Facts, report: &mut Report) {
    for hall in &facts.plan.halls {
        let tasks: Vec<Option<&&Task>> = hall.driving_chain.iter().map(|id| facts.tasks.get(id.as_str())).collect();
        let Some(tasks) = tasks.into_iter().collect::<Option<Vec<_>>>() else {
            report.wrong(&hall.id, "its chain names what is no task");
            continue;
        };
        let starts = tasks.first().is_some_and(|task| task.driven_by.is_none());
        report.expect(starts, &hall.id, || "its chain starts with a task that another drives".to_owned());
        ends_ready(facts, hall, tasks.last().copied().copied(), report);
        for pair in tasks.windows(2) {
            let linked = pair[1].after.iter().any(|link| link.task == pair[0].id);
            let drives = pair[1].driven_by.as_ref().is_none_or(|driver| *driver == pair[0].id);
            report.expect(linked && drives, &hall.id, || format!("{} does not drive {}", pair[0].id, pair[1].id));
        }
    }
}

fn ends_ready(facts: &Facts, hall: &HallPlan, last: Option<&Task>, report: &mut Report) {
    let ready = tasks_of(facts, &hall.id, |activity| activity.makes_ready);
    let ends = last.is_some_and(|last| last.finish == hall.ready && ready.iter().any(|task| task.id == last.id));
    report.expect(ends, &hall.id, || "its chain does not end with what makes it ready".to_owned());
}

/// Days from the first stop to ready, at the hall's mining power and margin.
pub fn mining(facts: &Facts, report: &mut Report) {
    for hall in &facts.plan.halls {
        let stops = tasks_of(facts, &hall.id, |activity| activity.stops_mining);
        let first =
            stops.iter().map(|task| planned(facts, task).start).min().map(date_of).filter(|_| hall.mining_mw > 0.0);
        report.expect(hall.mining_stops == first, &hall.id, || {
            format!("mining stops on {} and should on {}", said(&hall.mining_stops), said(&first))
        });
        let latest = first.and_then(|_| stops.iter().map(|task| task.late_start).min());
        report.expect(hall.mining_latest_stop == latest, &hall.id, || {
            format!("mining could stop on {} and should on {}", said(&hall.mining_latest_stop), said(&latest))
        });
        let days = first.map(|first| day_number(hall.ready) - day_number(first));
        let lost = facts.site.mining.as_ref().zip(days);
        let lost = lost.map(|(mining, days)| mining.margin_usd_per_mwh * hall.mining_mw * 24.0 * days as f64);
        match (hall.mining_margin_lost_usd, lost) {
            (Some(claimed), Some(lost)) => {
                report.money(&hall.id, "the margin lost", Range::exact(claimed), Range::exact(lost), 0.01)
            }
            (None, None) => {}
            (claimed, lost) => {
                report.wrong(&hall.id, format!("the margin lost is {} and should be {}", said(&claimed), said(&lost)))
            }
        }
    }
}
