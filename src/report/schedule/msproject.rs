//! MS Project's XML (MSPDI), scheduled automatically.
//!
//! Lags are elapsed days. What no link stands for is a constraint "start no earlier than" or a deadline: neither holds a
//! date against the network. The planned ready date of a hall is a deadline where the target has none, so that float is
//! measured against it as in the plan.

use super::network::{Activity, Ends, Link, Network, ScheduleError, evening, morning};
use super::outline::{Content, Outline, Row};
use super::xml::Xml;
use crate::domain::TaskCalendar;
use crate::domain::format::amount;
use crate::domain::plan::{Plan, WorkCalendar};

const NAMESPACE: &str = "http://schemas.microsoft.com/project";

const HOURS_PER_DAY: i64 = 8;

/// Tenths of minutes of a working day, in which slack is written.
const SLACK_PER_DAY: i64 = HOURS_PER_DAY * 60 * 10;

/// Tenths of minutes of a calendar day, in which lags are written.
const LAG_PER_DAY: i64 = 24 * 60 * 10;

/// Shown as days.
const FORMAT_DAYS: u8 = 7;

/// Shown as elapsed days.
const FORMAT_ELAPSED_DAYS: u8 = 8;

/// Fields of ours: number of the field, its name in the program, its heading.
const FIELDS: [(u32, &str, &str); 4] = [
    (188_743_731, "Text1", "Task id"),
    (188_743_734, "Text2", "Bank"),
    (188_743_737, "Text3", "Requirement"),
    (188_743_767, "Number1", "Total float, calendar days"),
];

/// The plan for MS Project and for what reads its XML.
///
/// # Errors
/// When the plan's tasks, links and calendars do not fit together.
pub fn schedule_msproject(plan: &Plan) -> Result<String, ScheduleError> {
    let network = Network::of(plan)?;
    let outline = Outline::of(&network);
    Ok(Xml::document("Project", NAMESPACE, |xml| {
        project(xml, &network);
        xml.group("ExtendedAttributes", |xml| FIELDS.iter().for_each(|field| define(xml, *field)));
        xml.group("Calendars", |xml| plan.calendars.iter().for_each(|own| calendar(xml, own)));
        xml.group("Tasks", |xml| outline.rows.iter().for_each(|row| task(xml, &network, &outline, row)));
    }))
}

fn project(xml: &mut Xml, network: &Network) {
    let plan = network.plan;
    xml.text("SaveVersion", 14);
    xml.text("Name", "schedule.xml");
    xml.text("Title", &plan.site.facility);
    xml.text("Subject", &plan.site.target);
    xml.text("CreationDate", format!("{}T08:00:00", plan.as_of));
    xml.text("ScheduleFromStart", 1);
    xml.text("StartDate", morning(network.start));
    xml.text("FinishDate", evening(network.finish));
    xml.text("CriticalSlackLimit", 0);
    xml.text("CalendarUID", uid(TaskCalendar::Worked));
    xml.text("DefaultStartTime", "08:00:00");
    xml.text("DefaultFinishTime", "17:00:00");
    xml.text("MinutesPerDay", HOURS_PER_DAY * 60);
    xml.text("MinutesPerWeek", HOURS_PER_DAY * 60 * workdays(plan));
    xml.text("DaysPerMonth", 4 * workdays(plan));
    xml.text("DefaultTaskType", 1);
    xml.text("DurationFormat", FORMAT_DAYS);
    xml.text("HonorConstraints", 0);
    xml.text("NewTasksEffortDriven", 0);
    xml.text("NewTasksAreManual", 0);
    xml.text("CurrentDate", format!("{}T08:00:00", plan.as_of));
}

fn workdays(plan: &Plan) -> i64 {
    let worked = plan.calendars.iter().find(|own| own.kind == TaskCalendar::Worked);
    worked.map_or(5, |own| i64::from(own.workdays_per_week))
}

fn define(xml: &mut Xml, (id, name, alias): (u32, &str, &str)) {
    xml.group("ExtendedAttribute", |xml| {
        xml.text("FieldID", id);
        xml.text("FieldName", name);
        xml.text("Alias", alias);
    });
}

fn uid(kind: TaskCalendar) -> u8 {
    match kind {
        TaskCalendar::Worked => 1,
        TaskCalendar::Outdoors => 2,
        TaskCalendar::Elapsed => 3,
    }
}

/// What a calendar is called in schedules.
pub fn calendar_name(kind: TaskCalendar) -> &'static str {
    match kind {
        TaskCalendar::Worked => "Site",
        TaskCalendar::Outdoors => "Site outdoors",
        TaskCalendar::Elapsed => "Every day",
    }
}

fn calendar(xml: &mut Xml, own: &WorkCalendar) {
    xml.group("Calendar", |xml| {
        xml.text("UID", uid(own.kind));
        xml.text("Name", calendar_name(own.kind));
        xml.text("IsBaseCalendar", 1);
        xml.text("BaseCalendarUID", -1);
        // Days of the week count from Sunday, 1.
        xml.group("WeekDays", |xml| (1..=7).for_each(|day| week_day(xml, own, day)));
        xml.group("Exceptions", |xml| exceptions(xml, own));
    });
}

fn week_day(xml: &mut Xml, own: &WorkCalendar, day: u8) {
    let from_monday = (day + 5) % 7;
    let works = from_monday < own.workdays_per_week;
    xml.group("WeekDay", |xml| {
        xml.text("DayType", day);
        xml.text("DayWorking", u8::from(works));
        if works {
            xml.group("WorkingTimes", |xml| HOURS.iter().for_each(|hours| working_time(xml, *hours)));
        }
    });
}

/// From morning to evening with an hour's pause.
pub const HOURS: [(&str, &str); 2] = [("08:00:00", "12:00:00"), ("13:00:00", "17:00:00")];

fn working_time(xml: &mut Xml, (from, to): (&str, &str)) {
    xml.group("WorkingTime", |xml| {
        xml.text("FromTime", from);
        xml.text("ToTime", to);
    });
}

fn exceptions(xml: &mut Xml, own: &WorkCalendar) {
    for span in &own.closed {
        xml.group("Exception", |xml| {
            xml.text("EnteredByOccurrences", 0);
            xml.group("TimePeriod", |xml| {
                xml.text("FromDate", format!("{}T00:00:00", span.from));
                xml.text("ToDate", format!("{}T23:59:00", span.to));
            });
            xml.text("Occurrences", span.days().count());
            xml.text("Name", "Not worked");
            xml.text("Type", 1);
            xml.text("DayWorking", 0);
        });
    }
}

fn task(xml: &mut Xml, network: &Network, outline: &Outline, row: &Row) {
    xml.group("Task", |xml| match &row.content {
        Content::Heading { name, activities } => heading(xml, network, row, name, activities),
        Content::Activity(index) => activity(xml, network, outline, row, &network.activities[*index]),
    });
}

fn identity(xml: &mut Xml, row: &Row, name: &str) {
    xml.text("UID", row.number);
    xml.text("ID", row.number);
    xml.text("Name", name);
    xml.text("Active", 1);
    xml.text("Manual", 0);
    // Fixed duration.
    xml.text("Type", 1);
    xml.text("IsNull", 0);
    xml.text("WBS", &row.wbs);
    xml.text("OutlineNumber", &row.wbs);
    xml.text("OutlineLevel", row.level);
    xml.text("Priority", 500);
}

/// A heading spans what is below it, from the first start to the last finish, in days of the site. What takes no time starts and
/// finishes at one moment, be it the morning or the evening of its day.
fn heading(xml: &mut Xml, network: &Network, row: &Row, name: &str, activities: &[usize]) {
    let below = || activities.iter().map(|&i| &network.activities[i]);
    let start = below().map(|it| it.planned.start).min().unwrap_or(network.start);
    let finish = below().map(|it| it.planned.finish).max().unwrap_or(network.start);
    let days = network.calendar(TaskCalendar::Worked).days_between(start, finish);
    identity(xml, row, name);
    // Days and times as they are written sort as they follow each other.
    xml.text("Start", below().map(|it| it.start_of(it.planned)).min().unwrap_or_else(|| morning(start)));
    xml.text("Finish", below().map(|it| it.finish_of(it.planned)).max().unwrap_or_else(|| morning(start)));
    xml.text("Duration", duration(days));
    xml.text("DurationFormat", FORMAT_DAYS);
    xml.text("Milestone", 0);
    xml.text("Summary", 1);
    xml.text("Critical", u8::from(activities.iter().any(|&i| network.activities[i].is_critical())));
}

fn activity(xml: &mut Xml, network: &Network, outline: &Outline, row: &Row, it: &Activity) {
    identity(xml, row, &it.name);
    xml.text("Start", it.start_of(it.planned));
    xml.text("Finish", it.finish_of(it.planned));
    xml.text("Duration", duration(it.days));
    xml.text("DurationFormat", FORMAT_DAYS);
    xml.text("EffortDriven", 0);
    xml.text("Estimated", 0);
    xml.text("Milestone", u8::from(it.is_milestone()));
    xml.text("Summary", 0);
    xml.text("Critical", u8::from(it.is_critical()));
    xml.text("EarlyStart", it.start_of(it.planned));
    xml.text("EarlyFinish", it.finish_of(it.planned));
    xml.text("LateStart", it.start_of(it.late));
    xml.text("LateFinish", it.finish_of(it.late));
    xml.text("FreeSlack", it.free_float * SLACK_PER_DAY);
    xml.text("TotalSlack", it.total_float * SLACK_PER_DAY);
    xml.text("PercentComplete", 0);
    xml.text("ActualDuration", duration(0));
    xml.text("RemainingDuration", duration(it.days));
    // As soon as possible, or not earlier than a day.
    xml.text("ConstraintType", if it.not_before.is_some() { 4 } else { 0 });
    xml.text("CalendarUID", uid(it.calendar));
    if let Some(boundary) = it.not_before {
        xml.text("ConstraintDate", morning(boundary));
    }
    if let Some(boundary) = it.deadline {
        xml.text("Deadline", evening(boundary));
    }
    xml.text("IgnoreResourceCalendar", 1);
    it.links.iter().for_each(|link| predecessor(xml, outline, link));
    fields(xml, network, it);
}

fn predecessor(xml: &mut Xml, outline: &Outline, link: &Link) {
    xml.group("PredecessorLink", |xml| {
        xml.text("PredecessorUID", outline.number(link.earlier));
        xml.text("Type", kind(link.kind));
        xml.text("CrossProject", 0);
        xml.text("LinkLag", link.lag_days * LAG_PER_DAY);
        xml.text("LagFormat", if link.lag_days == 0 { FORMAT_DAYS } else { FORMAT_ELAPSED_DAYS });
    });
}

fn kind(ends: Ends) -> u8 {
    match ends {
        Ends::FinishFinish => 0,
        Ends::FinishStart => 1,
        Ends::StartFinish => 2,
        Ends::StartStart => 3,
    }
}

fn fields(xml: &mut Xml, network: &Network, it: &Activity) {
    let bank = it.task.and_then(|task| task.bank.clone()).unwrap_or_default();
    let float = it.late.start - it.planned.start;
    let values = [it.id.clone(), bank.clone(), requirement(network.plan, &bank), float.to_string()];
    for ((id, _, _), value) in FIELDS.into_iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        xml.group("ExtendedAttribute", |xml| {
            xml.text("FieldID", id);
            xml.text("Value", value);
        });
    }
}

/// What a bank must supply: `Heat rejection: 14,200 kW`; nothing without a bank.
pub fn requirement(plan: &Plan, bank: &str) -> String {
    let found = plan.requirements.iter().find(|requirement| requirement.id == bank);
    found.map_or_else(String::new, |found| {
        let info = found.service.info();
        format!("{}: {} {}", info.label, amount(found.amount), info.unit)
    })
}

fn duration(days: i64) -> String {
    format!("PT{}H0M0S", days * HOURS_PER_DAY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Task;
    use crate::report::sample;

    /// Texts of an element in each task of the file, with whether the task is a summary.
    fn of_tasks(text: &str, element: &str) -> Vec<(bool, String)> {
        let tasks = text.split("<Task>").skip(1);
        let inside = |task: &str, name: &str| {
            let (_, rest) = task.split_once(&format!("<{name}>")).unwrap();
            rest.split_once(&format!("</{name}>")).unwrap().0.to_owned()
        };
        tasks.map(|task| (inside(task, "Summary") == "1", inside(task, element))).collect()
    }

    /// The plan with a task that takes no time alone under its heading, on a Saturday.
    fn with_a_lone_milestone() -> Plan {
        let mut plan = sample::plan();
        let lone = plan.tasks.iter().find(|task| task.id == "A06").unwrap().clone();
        let day = jiff::civil::date(2027, 1, 30);
        let phase = "utility".to_owned();
        let (start, finish) = (day, day);
        plan.tasks.push(Task { id: "A99".to_owned(), phase, start, finish, after: Vec::new(), ..lone });
        plan
    }

    #[test]
    fn a_summary_spans_its_tasks() {
        for plan in [sample::plan(), with_a_lone_milestone()] {
            let text = schedule_msproject(&plan).unwrap();
            let (starts, finishes) = (of_tasks(&text, "Start"), of_tasks(&text, "Finish"));
            assert!(starts.iter().zip(&finishes).all(|(start, finish)| start.1 <= finish.1));
            let first = |tasks: &[(bool, String)], wanted: bool| {
                tasks.iter().filter(|task| task.0 == wanted).map(|task| task.1.clone()).min()
            };
            let last = |tasks: &[(bool, String)], wanted: bool| {
                tasks.iter().filter(|task| task.0 == wanted).map(|task| task.1.clone()).max()
            };
            assert_eq!(first(&starts, true), first(&starts, false));
            assert_eq!(last(&finishes, true), last(&finishes, false));
        }
    }

    #[test]
    fn a_moment_on_a_saturday_is_its_summary() {
        let text = schedule_msproject(&with_a_lone_milestone()).unwrap();
        let saturday = "2027-01-30T08:00:00";
        for element in ["Start", "Finish"] {
            let tasks = of_tasks(&text, element);
            assert!(tasks.contains(&(true, saturday.to_owned())), "no summary has its {element} on that day");
        }
    }
}
