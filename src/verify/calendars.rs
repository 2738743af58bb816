//! The calendars that the plan records, day by day.

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::TaskCalendar;
use crate::domain::calendar::{date_of, day_number};
use crate::domain::plan::WorkCalendar;

/// Each kind has one calendar, which reaches over all dates and works on the days on which the site does.
pub fn calendars(facts: &Facts, report: &mut Report) {
    for kind in [TaskCalendar::Worked, TaskCalendar::Outdoors, TaskCalendar::Elapsed] {
        let subject = format!("calendar {}", said(&kind));
        let own: Vec<&WorkCalendar> = facts.plan.calendars.iter().filter(|calendar| calendar.kind == kind).collect();
        let [calendar] = own[..] else {
            report.wrong(&subject, format!("is recorded {} times", own.len()));
            continue;
        };
        let tasks = facts.plan.tasks.iter();
        let reaches = tasks.clone().all(|task| calendar.from <= task.start && task.late_finish <= calendar.until);
        report.expect(reaches, &subject, || "does not reach over the dates of all tasks".to_owned());
        if let Some(day) = first_difference(facts, calendar) {
            report.wrong(&subject, format!("differs from the facility's on {}", date_of(day)));
        }
    }
}

/// The first day on which the recorded calendar works and the site does not, or the other way.
fn first_difference(facts: &Facts, calendar: &WorkCalendar) -> Option<i64> {
    let site = facts.site.calendar_of(calendar.kind);
    let works = |day: i64| {
        let in_week = day.rem_euclid(7) < i64::from(calendar.workdays_per_week);
        in_week && !calendar.closed.iter().any(|span| (span.from..=span.to).contains(&date_of(day)))
    };
    (day_number(calendar.from)..=day_number(calendar.until)).find(|&day| works(day) != site.works_on(day))
}
