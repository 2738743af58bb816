//! The calendars of a plan: what other schedulers need to reckon its dates again.

use jiff::civil::Date;

use crate::domain::TaskCalendar;
use crate::domain::plan::{ClosedSpan, Task, WorkCalendar};
use crate::validate::Site;

/// Whole years after the plan's last date for which holidays are recorded.
const YEARS_AFTER: i16 = 5;

/// The calendar of each kind, from the year in which the project starts to some years after its latest date.
pub fn calendars(site: &Site, tasks: &[Task]) -> Vec<WorkCalendar> {
    let last = tasks.iter().map(|task| task.late_finish).max().unwrap_or(site.start_date);
    let from = Date::constant(site.start_date.year(), 1, 1);
    let until = Date::constant(last.year().saturating_add(YEARS_AFTER).min(Date::MAX.year()), 12, 31);
    let one = |kind: TaskCalendar| {
        let calendar = site.calendar_of(kind);
        let spans = calendar.closed_spans(from, until).into_iter();
        let closed = spans.map(|(from, to)| ClosedSpan { from, to }).collect();
        WorkCalendar { kind, workdays_per_week: calendar.workdays_per_week(), from, until, closed }
    };
    [TaskCalendar::Worked, TaskCalendar::Outdoors, TaskCalendar::Elapsed].map(one).into()
}
