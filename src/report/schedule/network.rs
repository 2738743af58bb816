//! The plan's tasks as other schedulers need them: spans in days, links by number, and the limits behind dates.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::calendar::{Calendar, date_of, day_number, elapsed_days};
use crate::domain::plan::{HallPlan, Plan, Task, TaskLink};
use crate::domain::{Place, TaskCalendar};

/// A plan whose tasks do not fit together, so that no schedule can be written.
#[derive(Debug, thiserror::Error)]
pub enum ScheduleError {
    /// A kind of calendar on which a task passes is missing.
    #[error("task `{task}` passes on a calendar that the plan does not have")]
    NoCalendar {
        /// The task's id.
        task: String,
    },
    /// A link to a task that is not there, or of an unknown kind.
    #[error("task `{task}` has a link `{kind}` to `{to}`, which is no link to a task of the plan")]
    NoLink {
        /// The later task's id.
        task: String,
        /// The kind, as written.
        kind: String,
        /// The earlier task's id, as written.
        to: String,
    },
}

/// All activities, with the span of the whole.
pub struct Network<'a> {
    /// The plan they are of.
    pub plan: &'a Plan,
    /// In the plan's order, then one milestone for each hall.
    pub activities: Vec<Activity<'a>>,
    /// The project's first morning.
    pub start: i64,
    /// The evening of its last day, as a boundary.
    pub finish: i64,
    calendars: BTreeMap<&'static str, Calendar>,
}

/// A task of the plan, or the day on which a hall is ready. Boundaries are numbered as in [`crate::domain::calendar`].
pub struct Activity<'a> {
    /// The task's id, or `barn.ready`.
    pub id: String,
    /// What is done or reached.
    pub name: String,
    /// Hall or site.
    pub place: Place,
    /// The task; nothing for a milestone.
    pub task: Option<&'a Task>,
    /// The days on which it passes; what takes no time may be on any day.
    pub calendar: TaskCalendar,
    /// Days of its calendar.
    pub days: i64,
    /// As planned.
    pub planned: Span,
    /// At the latest.
    pub late: Span,
    /// Days of its calendar by which it may slip without delaying a hall.
    pub total_float: i64,
    /// Days of its calendar by which it may slip without delaying a successor.
    pub free_float: i64,
    /// Links from earlier activities.
    pub links: Vec<Link>,
    /// The boundary before which it does not start, where links alone would let it.
    pub not_before: Option<i64>,
    /// The boundary by which it must finish, where successors alone would let it finish later.
    pub deadline: Option<i64>,
}

/// Where an activity lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The boundary before its first day.
    pub start: i64,
    /// The boundary after its last day.
    pub finish: i64,
}

/// A dependency on an earlier activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its index in [`Network::activities`].
    pub earlier: usize,
    /// The two ends.
    pub kind: Ends,
    /// Calendar days from one end to the other.
    pub lag_days: i64,
}

/// Which ends of two activities a link ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// The later starts after the earlier finishes.
    FinishStart,
    /// The later starts after the earlier starts.
    StartStart,
    /// The later finishes after the earlier finishes.
    FinishFinish,
    /// The later finishes after the earlier starts.
    StartFinish,
}

impl Ends {
    const ALL: [Ends; 4] = [Ends::FinishStart, Ends::StartStart, Ends::FinishFinish, Ends::StartFinish];

    /// `FS`, `SS`, `FF` or `SF`.
    pub fn letters(self) -> &'static str {
        match self {
            Ends::FinishStart => "FS",
            Ends::StartStart => "SS",
            Ends::FinishFinish => "FF",
            Ends::StartFinish => "SF",
        }
    }

    fn leaves_start(self) -> bool {
        matches!(self, Ends::StartStart | Ends::StartFinish)
    }

    fn holds_finish(self) -> bool {
        matches!(self, Ends::FinishFinish | Ends::StartFinish)
    }
}

impl<'a> Network<'a> {
    /// The activities of a plan.
    ///
    /// # Errors
    /// When a task names a calendar or an earlier task that the plan does not have.
    pub fn of(plan: &'a Plan) -> Result<Network<'a>, ScheduleError> {
        let calendars = plan.calendars.iter().map(|own| (key(own.kind), own.calendar())).collect();
        let index = plan.tasks.iter().enumerate().map(|(i, task)| (task.id.as_str(), i)).collect();
        let mut network = Network {
            plan,
            activities: Vec::new(),
            start: day_number(plan.site.start_date),
            finish: day_number(plan.site.start_date),
            calendars,
        };
        for task in &plan.tasks {
            let activity = network.activity(task, &index)?;
            network.finish = network.finish.max(activity.planned.finish);
            network.activities.push(activity);
        }
        network.set_limits();
        let ready = plan.halls.iter().filter_map(|hall| network.ready(hall, &index));
        let ready: Vec<Activity> = ready.collect();
        network.activities.extend(ready);
        Ok(network)
    }

    /// The calendar on which an activity passes.
    pub fn calendar(&self, kind: TaskCalendar) -> &Calendar {
        &self.calendars[key(kind)]
    }

    fn activity(&self, task: &'a Task, index: &BTreeMap<&str, usize>) -> Result<Activity<'a>, ScheduleError> {
        let missing = || ScheduleError::NoCalendar { task: task.id.clone() };
        let days = self.calendars.get(key(task.calendar)).ok_or_else(missing)?.days(task.weeks.likely);
        let kind = if days == 0 { TaskCalendar::Elapsed } else { task.calendar };
        let calendar = self.calendars.get(key(kind)).ok_or_else(missing)?;
        let span = |start, finish| Span { start: day_number(start), finish: day_number(finish) + i64::from(days > 0) };
        let (planned, late) = (span(task.start, task.finish), span(task.late_start, task.late_finish));
        Ok(Activity {
            id: task.id.clone(),
            name: self.name(task),
            place: task.place.clone(),
            task: Some(task),
            calendar: kind,
            days,
            planned,
            late,
            total_float: calendar.days_between(planned.start, late.start),
            free_float: calendar.days_between(planned.start, planned.start + task.free_float_days),
            links: task.after.iter().map(|link| numbered(task, link, index)).collect::<Result<_, _>>()?,
            not_before: None,
            deadline: None,
        })
    }

    /// The task's name, behind its place where the work of several places is called the same.
    fn name(&self, task: &Task) -> String {
        let elsewhere = self.plan.tasks.iter().any(|other| other.name == task.name && other.place != task.place);
        if elsewhere { format!("{}: {}", task.place, task.name) } else { task.name.clone() }
    }

    /// The milestone of a hall: the evening of the day on which its last driving task finishes.
    fn ready(&self, hall: &HallPlan, index: &BTreeMap<&str, usize>) -> Option<Activity<'a>> {
        let earlier = *index.get(hall.driving_chain.last()?.as_str())?;
        let boundary = self.activities[earlier].planned.finish;
        let deadline = self.plan.site.ready_date_limit.map_or(boundary, |limit| day_number(limit) + 1);
        let late = deadline.min(self.finish);
        Some(Activity {
            id: format!("{}.ready", hall.id),
            name: format!("{} ready for service", hall.id),
            place: Place::Hall(hall.id.clone()),
            task: None,
            calendar: TaskCalendar::Elapsed,
            days: 0,
            planned: Span { start: boundary, finish: boundary },
            late: Span { start: late, finish: late },
            total_float: late - boundary,
            free_float: late - boundary,
            links: vec![Link { earlier, kind: Ends::FinishStart, lag_days: 0 }],
            not_before: None,
            deadline: Some(deadline),
        })
    }

    /// Finds where dates do not follow from links: tasks held back on purpose, and ends that later tasks do not press.
    fn set_limits(&mut self) {
        let planned: Vec<Span> = self.activities.iter().map(|activity| activity.planned).collect();
        let earliest = self.activities.iter().map(|activity| self.earliest_start(activity, activity.days, &planned));
        let earliest: Vec<i64> = earliest.collect();
        let latest = self.latest_starts();
        for (activity, (earliest, latest)) in self.activities.iter_mut().zip(earliest.into_iter().zip(latest)) {
            activity.not_before = (activity.planned.start > earliest).then_some(activity.planned.start);
            activity.deadline = (activity.late.start < latest).then_some(activity.late.finish);
        }
    }

    /// The spans of all activities when each starts as early as links and limits allow, with `more` days for some.
    ///
    /// Every activity comes after those that it waits for, as plans have them.
    pub fn forward(&self, more: impl Fn(usize) -> i64) -> Vec<Span> {
        let mut spans: Vec<Span> = self.activities.iter().map(|activity| activity.planned).collect();
        for (i, activity) in self.activities.iter().enumerate() {
            let days = activity.days + more(i);
            let start = self.earliest_start(activity, days, &spans).max(activity.not_before.unwrap_or(self.start));
            spans[i] = Span { start, finish: self.calendar(activity.calendar).finish(start, days) };
        }
        spans
    }

    /// The earliest start that the dates of earlier activities and the project's start allow.
    fn earliest_start(&self, activity: &Activity, days: i64, spans: &[Span]) -> i64 {
        let calendar = self.calendar(activity.calendar);
        let start = |link: &Link| {
            let bound = link.leaves(spans[link.earlier]) + link.lag_days;
            match link.kind.holds_finish() {
                true => calendar.earliest_start(bound, days),
                false => calendar.next_working(bound),
            }
        };
        activity.links.iter().map(start).fold(calendar.next_working(self.start), i64::max)
    }

    /// The latest start of each activity that latest dates of later activities and the project's end allow.
    fn latest_starts(&self) -> Vec<i64> {
        let calendar = |i: usize| self.calendar(self.activities[i].calendar);
        let last = |(i, activity): (usize, &Activity)| calendar(i).latest_start(self.finish, activity.days);
        let mut latest: Vec<i64> = self.activities.iter().enumerate().map(last).collect();
        for later in &self.activities {
            for link in &later.links {
                let bound = if link.kind.holds_finish() { later.late.finish } else { later.late.start } - link.lag_days;
                let start = match link.kind.leaves_start() {
                    true => calendar(link.earlier).previous_working(bound),
                    false => calendar(link.earlier).latest_start(bound, self.activities[link.earlier].days),
                };
                latest[link.earlier] = latest[link.earlier].min(start);
            }
        }
        latest
    }
}

impl Link {
    /// The boundary of the earlier activity from which the link counts.
    pub fn leaves(&self, earlier: Span) -> i64 {
        if self.kind.leaves_start() { earlier.start } else { earlier.finish }
    }
}

impl Activity<'_> {
    /// Whether it is a day that is reached, and no work.
    pub fn is_milestone(&self) -> bool {
        self.task.is_none()
    }

    /// Whether it has no float.
    pub fn is_critical(&self) -> bool {
        self.total_float == 0
    }

    /// Its start as day and time: the morning of the day; for a milestone the evening before.
    pub fn start_of(&self, span: Span) -> String {
        if self.is_milestone() { evening(span.start) } else { morning(span.start) }
    }

    /// Its finish as day and time: the evening of the last day; of what takes no time its start.
    pub fn finish_of(&self, span: Span) -> String {
        if self.days == 0 { self.start_of(span) } else { evening(span.finish) }
    }

    /// Its first day; of a milestone the day that it ends.
    pub fn first_day(&self, span: Span) -> Date {
        date_of(span.start - i64::from(self.is_milestone()))
    }

    /// Its last day.
    pub fn last_day(&self, span: Span) -> Date {
        if self.days == 0 { self.first_day(span) } else { date_of(span.finish - 1) }
    }
}

/// Work begins in the morning after a boundary.
pub fn morning(boundary: i64) -> String {
    format!("{}T08:00:00", date_of(boundary))
}

/// Work ends in the evening before a boundary.
pub fn evening(boundary: i64) -> String {
    format!("{}T17:00:00", date_of(boundary - 1))
}

fn numbered(task: &Task, link: &TaskLink, index: &BTreeMap<&str, usize>) -> Result<Link, ScheduleError> {
    let kind = Ends::ALL.into_iter().find(|kind| kind.letters() == link.kind);
    let found = kind.zip(index.get(link.task.as_str()));
    let (kind, &earlier) = found.ok_or_else(|| ScheduleError::NoLink {
        task: task.id.clone(),
        kind: link.kind.clone(),
        to: link.task.clone(),
    })?;
    Ok(Link { earlier, kind, lag_days: elapsed_days(link.lag_weeks) })
}

/// A kind of calendar by its name in files.
fn key(kind: TaskCalendar) -> &'static str {
    match kind {
        TaskCalendar::Worked => "worked",
        TaskCalendar::Outdoors => "outdoors",
        TaskCalendar::Elapsed => "elapsed",
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;

    use super::*;
    use crate::report::sample;

    fn found<'a>(network: &'a Network, id: &str) -> &'a Activity<'a> {
        network.activities.iter().find(|activity| activity.id == id).unwrap()
    }

    #[test]
    fn a_finish_is_shown_on_its_last_day() {
        let plan = sample::plan();
        let network = Network::of(&plan).unwrap();
        let first = found(&network, "A01");
        assert_eq!(first.start_of(first.planned), "2027-01-04T08:00:00");
        assert_eq!(first.finish_of(first.planned), "2027-01-31T17:00:00");
        let nothing = found(&network, "A06");
        assert_eq!(nothing.start_of(nothing.planned), "2027-03-15T08:00:00");
        assert_eq!(nothing.finish_of(nothing.planned), "2027-03-15T08:00:00");
    }

    #[test]
    fn only_what_no_link_explains_is_a_limit() {
        let mut plan = sample::plan();
        let limited = |plan: &Plan| -> Vec<String> {
            let network = Network::of(plan).unwrap();
            let held = network.activities.iter().filter(|it| it.not_before.is_some() || it.deadline.is_some());
            held.map(|it| it.id.clone()).collect()
        };
        assert_eq!(limited(&plan), ["barn_a.A15", "barn_b.A15", "barn_a.ready", "barn_b.ready"]);
        let last = plan.tasks.iter_mut().find(|task| task.id == "barn_a.heat_rejection.A31").unwrap();
        (last.late_start, last.late_finish) = (last.late_start - 7.days(), last.late_finish - 7.days());
        assert!(limited(&plan).contains(&"barn_a.heat_rejection.A31".to_owned()));
    }

    #[test]
    fn tasks_that_do_not_fit_together_are_named() {
        let mut plan = sample::plan();
        plan.tasks[1].after[0].task = "A99".to_owned();
        let why = Network::of(&plan).err().unwrap().to_string();
        assert_eq!(why, "task `A05` has a link `FS` to `A99`, which is no link to a task of the plan");
        plan.calendars.clear();
        let why = Network::of(&plan).err().unwrap().to_string();
        assert_eq!(why, "task `A01` passes on a calendar that the plan does not have");
    }
}
