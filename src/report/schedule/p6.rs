//! Primavera P6's XML (PMXML).
//!
//! Lags are hours of the 24-hour calendar, so that they are elapsed days. P6 has no deadlines: an end that later tasks do not
//! press is held by the constraint "finish on or before", which moves latest dates alone.

use super::msproject::{HOURS, calendar_name, requirement};
use super::network::{Activity, Ends, Link, Network, ScheduleError, evening, morning};
use super::outline::{Content, Outline, Row};
use super::xml::Xml;
use crate::domain::TaskCalendar;
use crate::domain::plan::{Plan, WorkCalendar};

/// The oldest release that reads the file; later ones do too.
const NAMESPACE: &str = "http://xmlns.oracle.com/Primavera/P6/V18.8/API/BusinessObjects";

const PROJECT: u8 = 1;

const HOURS_PER_DAY: i64 = 8;

/// Most characters of an activity's id and of a project's.
const ID_LENGTH: usize = 40;

/// Most characters of an activity's name.
const NAME_LENGTH: usize = 120;

/// Fields of ours by their number.
const FIELDS: [(u8, &str); 3] = [(1, "Task id"), (2, "Bank"), (3, "Requirement")];

const WEEK: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The plan for Primavera P6.
///
/// # Errors
/// When the plan's tasks, links and calendars do not fit together.
pub fn schedule_p6(plan: &Plan) -> Result<String, ScheduleError> {
    let network = Network::of(plan)?;
    let outline = Outline::of(&network);
    Ok(Xml::document("APIBusinessObjects", NAMESPACE, |xml| {
        FIELDS.iter().for_each(|field| define(xml, *field));
        plan.calendars.iter().for_each(|own| calendar(xml, own));
        xml.group("Project", |xml| project(xml, &network, &outline));
    }))
}

fn define(xml: &mut Xml, (id, title): (u8, &str)) {
    xml.group("UDFType", |xml| {
        xml.text("DataType", "Text");
        xml.text("ObjectId", id);
        xml.text("SubjectArea", "Activity");
        xml.text("Title", title);
    });
}

fn object_id(kind: TaskCalendar) -> u8 {
    match kind {
        TaskCalendar::Worked => 1,
        TaskCalendar::Outdoors => 2,
        TaskCalendar::Elapsed => 3,
    }
}

fn calendar(xml: &mut Xml, own: &WorkCalendar) {
    let week = HOURS_PER_DAY * i64::from(own.workdays_per_week);
    xml.group("Calendar", |xml| {
        xml.text("HoursPerDay", HOURS_PER_DAY);
        xml.text("HoursPerMonth", 4 * week);
        xml.text("HoursPerWeek", week);
        xml.text("HoursPerYear", 52 * week);
        xml.text("IsDefault", u8::from(own.kind == TaskCalendar::Worked));
        xml.text("IsPersonal", 0);
        xml.text("Name", calendar_name(own.kind));
        xml.text("ObjectId", object_id(own.kind));
        xml.text("Type", "Global");
        xml.group("StandardWorkWeek", |xml| {
            let days = WEEK.iter().enumerate();
            days.for_each(|(i, day)| week_day(xml, day, i < usize::from(own.workdays_per_week)));
        });
        xml.group("HolidayOrExceptions", |xml| {
            for day in own.closed.iter().flat_map(|span| span.days()) {
                xml.group("HolidayOrException", |xml| xml.text("Date", format!("{day}T00:00:00")));
            }
        });
    });
}

fn week_day(xml: &mut Xml, day: &str, works: bool) {
    xml.group("StandardWorkHours", |xml| {
        xml.text("DayOfWeek", day);
        for (from, to) in HOURS.iter().filter(|_| works) {
            xml.group("WorkTime", |xml| {
                xml.text("Start", from);
                // P6 counts the last minute in.
                xml.text("Finish", last_minute(to));
            });
        }
    });
}

/// `11:59:00` for `12:00:00`.
fn last_minute(hour: &str) -> String {
    let hour: u8 = hour[..2].parse().expect("working hours are whole hours");
    format!("{:02}:59:00", hour - 1)
}

fn project(xml: &mut Xml, network: &Network, outline: &Outline) {
    let plan = network.plan;
    xml.text("ActivityDefaultCalendarObjectId", object_id(TaskCalendar::Worked));
    xml.text("CriticalActivityFloatLimit", 0);
    xml.text("CriticalActivityPathType", "Critical Float");
    xml.text("DataDate", morning(network.start));
    xml.text("FinishDate", evening(network.finish));
    xml.text("Id", project_id(plan));
    xml.text("Name", cut(&plan.site.facility, NAME_LENGTH));
    xml.text("ObjectId", PROJECT);
    xml.text("PlannedStartDate", morning(network.start));
    xml.text("StartDate", morning(network.start));
    xml.text("Status", "Active");
    xml.text("WBSCodeSeparator", ".");
    outline.rows.iter().for_each(|row| heading(xml, outline, row));
    outline.rows.iter().for_each(|row| activity(xml, network, outline, row));
    let mut links = 0;
    for row in &outline.rows {
        let Content::Activity(index) = row.content else { continue };
        for link in &network.activities[index].links {
            links += 1;
            relationship(xml, outline, row, link, links);
        }
    }
    xml.group("ScheduleOptions", |xml| {
        xml.text("CalculateFloatBasedOnFinishDate", 1);
        xml.text("ComputeTotalFloatType", "Smallest of Start Float and Finish Float");
        xml.text("MakeOpenEndedActivitiesCritical", 0);
        xml.text("OutOfSequenceScheduleType", "Retained Logic");
        xml.text("ProjectObjectId", PROJECT);
        xml.text("RelationshipLagCalendar", "24 Hour Calendar");
        xml.text("StartToStartLagCalculationType", 1);
    });
}

/// Letters and digits of the facility's name.
fn project_id(plan: &Plan) -> String {
    let words = plan.site.facility.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.map(str::to_uppercase).collect::<Vec<_>>().join("-");
    if id.is_empty() { "RETROFIT".to_owned() } else { cut(&id, ID_LENGTH) }
}

fn cut(text: &str, length: usize) -> String {
    text.chars().take(length).collect()
}

fn heading(xml: &mut Xml, outline: &Outline, row: &Row) {
    let Content::Heading { name, .. } = &row.content else { return };
    xml.group("WBS", |xml| {
        xml.text("Code", row.wbs.rsplit('.').next().unwrap_or(&row.wbs));
        xml.text("Name", name);
        xml.text("ObjectId", row.number);
        if let Some(parent) = parent(outline, row) {
            xml.text("ParentObjectId", parent);
        }
        xml.text("ProjectObjectId", PROJECT);
        xml.text("SequenceNumber", row.number);
        xml.text("Status", "Active");
    });
}

/// The number of the heading over a row.
fn parent(outline: &Outline, row: &Row) -> Option<usize> {
    let above = outline.rows[..row.number - 1].iter().rev();
    above.filter(|above| above.level < row.level).map(|above| above.number).next()
}

fn activity(xml: &mut Xml, network: &Network, outline: &Outline, row: &Row) {
    let Content::Activity(index) = row.content else { return };
    let it = &network.activities[index];
    xml.group("Activity", |xml| {
        xml.text("ActualDuration", 0);
        xml.text("AtCompletionDuration", it.days * HOURS_PER_DAY);
        xml.text("CalendarObjectId", object_id(it.calendar));
        xml.text("DurationPercentComplete", 0);
        xml.text("DurationType", "Fixed Duration and Units/Time");
        xml.text("FinishDate", it.finish_of(it.planned));
        xml.text("Id", activity_id(it, row));
        xml.text("Name", cut(&it.name, NAME_LENGTH));
        xml.text("ObjectId", row.number);
        xml.text("PercentComplete", 0);
        xml.text("PercentCompleteType", "Duration");
        xml.text("PlannedDuration", it.days * HOURS_PER_DAY);
        xml.text("PlannedFinishDate", it.finish_of(it.planned));
        xml.text("PlannedStartDate", it.start_of(it.planned));
        constraints(xml, it);
        xml.text("ProjectObjectId", PROJECT);
        xml.text("RemainingDuration", it.days * HOURS_PER_DAY);
        xml.text("RemainingEarlyFinishDate", it.finish_of(it.planned));
        xml.text("RemainingEarlyStartDate", it.start_of(it.planned));
        xml.text("RemainingLateFinishDate", it.finish_of(it.late));
        xml.text("RemainingLateStartDate", it.start_of(it.late));
        xml.text("StartDate", it.start_of(it.planned));
        xml.text("Status", "Not Started");
        xml.text("Type", if it.is_milestone() { "Finish Milestone" } else { "Task Dependent" });
        if let Some(parent) = parent(outline, row) {
            xml.text("WBSObjectId", parent);
        }
        fields(xml, network.plan, it);
    });
}

/// The task's id, which stays from plan to plan; where it is too long, its activity and the row's number.
fn activity_id(it: &Activity, row: &Row) -> String {
    match it.task {
        Some(task) if it.id.len() > ID_LENGTH => format!("{}-{}", task.activity, row.number),
        _ => cut(&it.id, ID_LENGTH),
    }
}

/// The first limit is the primary constraint, the second the secondary.
fn constraints(xml: &mut Xml, it: &Activity) {
    let start = it.not_before.map(|boundary| ("Start On or After", morning(boundary)));
    let finish = it.deadline.map(|boundary| ("Finish On or Before", evening(boundary)));
    for (rank, (kind, date)) in ["Primary", "Secondary"].iter().zip(start.into_iter().chain(finish)) {
        xml.text(&format!("{rank}ConstraintDate"), date);
        xml.text(&format!("{rank}ConstraintType"), kind);
    }
}

fn fields(xml: &mut Xml, plan: &Plan, it: &Activity) {
    let bank = it.task.and_then(|task| task.bank.clone()).unwrap_or_default();
    let values = [it.id.clone(), bank.clone(), requirement(plan, &bank)];
    for ((id, _), value) in FIELDS.into_iter().zip(values).filter(|(_, value)| !value.is_empty()) {
        xml.group("UDF", |xml| {
            xml.text("TypeObjectId", id);
            xml.text("TextValue", value);
        });
    }
}

fn relationship(xml: &mut Xml, outline: &Outline, row: &Row, link: &Link, id: usize) {
    xml.group("Relationship", |xml| {
        xml.text("Lag", link.lag_days * 24);
        xml.text("ObjectId", id);
        xml.text("PredecessorActivityObjectId", outline.number(link.earlier));
        xml.text("PredecessorProjectObjectId", PROJECT);
        xml.text("SuccessorActivityObjectId", row.number);
        xml.text("SuccessorProjectObjectId", PROJECT);
        xml.text("Type", kind(link.kind));
    });
}

fn kind(ends: Ends) -> &'static str {
    match ends {
        Ends::FinishStart => "Finish to Start",
        Ends::StartStart => "Start to Start",
        Ends::FinishFinish => "Finish to Finish",
        Ends::StartFinish => "Start to Finish",
    }
}
