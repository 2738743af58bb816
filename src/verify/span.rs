//! The days of a task and what its links ask of them, in whole days.

use super::facts::Facts;
use crate::domain::calendar::{day_number, elapsed_days};
use crate::domain::plan::{Task, TaskLink};
use crate::domain::{Calendar, Range, TaskCalendar};
use jiff::civil::Date;

/// A span of days: the boundary before its first day and that after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: i64,
    pub finish: i64,
}

impl Span {
    /// The span of a task that lasts `days`; without any it starts and ends on the same morning.
    pub fn of_dates(start: Date, finish: Date, days: i64) -> Span {
        Span { start: day_number(start), finish: day_number(finish) + i64::from(days > 0) }
    }

    /// The last day, or the start where it lasts none.
    pub fn last_day(&self) -> i64 {
        self.start.max(self.finish - 1)
    }
}

/// The calendar that a task of so many days keeps to; what takes no time may be on any day.
pub fn calendar<'a>(facts: &Facts<'a>, task: &Task, days: i64) -> &'a Calendar {
    facts.site.calendar_of(if days == 0 { TaskCalendar::Elapsed } else { task.calendar })
}

/// Whole days of a task at one point of its duration.
pub fn days(facts: &Facts, task: &Task, point: fn(Range) -> f64) -> i64 {
    facts.site.calendar_of(task.calendar).days(point(task.weeks))
}

/// Days at the likely duration.
pub fn likely_days(facts: &Facts, task: &Task) -> i64 {
    days(facts, task, |weeks| weeks.likely)
}

/// The span as planned.
pub fn planned(facts: &Facts, task: &Task) -> Span {
    Span::of_dates(task.start, task.finish, likely_days(facts, task))
}

/// The latest span.
pub fn late(facts: &Facts, task: &Task) -> Span {
    Span::of_dates(task.late_start, task.late_finish, likely_days(facts, task))
}

/// The boundary that a link sets, and whether it holds for the later task's finish (else its start).
pub fn bound(link: &TaskLink, earlier: Span) -> Option<(i64, bool)> {
    let lag = elapsed_days(link.lag_weeks);
    match link.kind.as_str() {
        "FS" => Some((earlier.finish + lag, false)),
        "SS" => Some((earlier.start + lag, false)),
        "FF" => Some((earlier.finish + lag, true)),
        "SF" => Some((earlier.start + lag, true)),
        _ => None,
    }
}

/// Whether two spans keep a link; one of an unknown kind is never kept.
pub fn keeps(link: &TaskLink, earlier: Span, later: Span) -> bool {
    bound(link, earlier)
        .is_some_and(|(boundary, at_finish)| if at_finish { later.finish } else { later.start } >= boundary)
}

/// The first day on which a task of so many days may start whatever is before it.
pub fn floor(facts: &Facts, task: &Task, days: i64) -> i64 {
    let first = task.not_before.map_or(facts.site.start_date, |day| day.max(facts.site.start_date));
    calendar(facts, task, days).next_working(day_number(first))
}

/// The earliest start of a task that lasts `days` and keeps a link.
pub fn earliest(facts: &Facts, task: &Task, days: i64, link: &TaskLink, earlier: Span) -> Option<i64> {
    let (boundary, at_finish) = bound(link, earlier)?;
    let calendar = calendar(facts, task, days);
    Some(if at_finish { calendar.earliest_start(boundary, days) } else { calendar.next_working(boundary) })
}
