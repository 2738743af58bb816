//! The schedule as JSON, for programs that read neither XML nor tables: the activities with what their dates follow from.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Value, json};

use super::network::{Activity, Network, ScheduleError};
use super::outline::{Content, Outline};
use crate::domain::Range;
use crate::domain::calendar::date_of;
use crate::domain::plan::Plan;
use crate::domain::{Place, TaskCalendar};
use crate::report::json::document;

/// The schema that the file names.
const SCHEMA: &str = "retrofit/schedule/1";

/// An activity, or the milestone of a hall.
#[derive(Serialize)]
struct Item<'a> {
    /// Of its row: the same in every format.
    number: usize,
    wbs: &'a str,
    id: &'a str,
    name: &'a str,
    place: &'a Place,
    /// Null for milestones of halls, as is all else that only tasks have.
    phase: Option<&'a str>,
    bank: Option<&'a str>,
    /// As estimated.
    weeks: Option<Range>,
    /// Whether it is a supplier's lead time.
    is_lead: bool,
    is_milestone: bool,
    is_critical: bool,
    /// By its kind in `calendars`; what follows in days is of this calendar.
    calendar: TaskCalendar,
    duration_days: i64,
    start: Date,
    /// Its last day.
    finish: Date,
    late_start: Date,
    late_finish: Date,
    total_float_days: i64,
    free_float_days: i64,
    /// The day before which it does not start, where links alone would let it.
    not_before: Option<Date>,
    /// The last day on which it may finish, where later activities alone would let it finish later.
    deadline: Option<Date>,
    /// The earlier task that sets its start.
    driven_by: Option<&'a str>,
    after: Vec<Tie<'a>>,
}

/// A link from an earlier activity.
#[derive(Serialize)]
struct Tie<'a> {
    id: &'a str,
    /// `FS`, `SS`, `FF` or `SF`.
    kind: &'static str,
    /// Calendar days, whatever calendars both pass on.
    lag_days: i64,
}

/// The schedule as JSON: a header, the calendars, the halls with what drives them, and all activities in the order of the rows
/// of the other formats.
///
/// # Errors
/// When the plan's tasks, links and calendars do not fit together.
pub fn schedule_json(plan: &Plan) -> Result<String, ScheduleError> {
    let network = Network::of(plan)?;
    let outline = Outline::of(&network);
    let item = |row: &super::outline::Row| match row.content {
        Content::Activity(index) => Some(json!(item(&network, row.number, &row.wbs, &network.activities[index]))),
        Content::Heading { .. } => None,
    };
    let halls = plan.halls.iter().map(|hall| {
        let [ready, low, high] = [hall.ready, hall.ready_low, hall.ready_high].map(|day| json!(day));
        json!({ "id": hall.id, "ready": ready, "ready_low": low, "ready_high": high, "driving_chain": hall.driving_chain })
    });
    Ok(document(
        SCHEMA,
        plan,
        json!({
            "start": date_of(network.start),
            "finish": date_of(network.finish - 1),
            "calendars": plan.calendars,
            "halls": halls.collect::<Vec<Value>>(),
            "activities": outline.rows.iter().filter_map(item).collect::<Vec<Value>>(),
        }),
    ))
}

fn item<'a>(network: &'a Network, number: usize, wbs: &'a str, it: &'a Activity) -> Item<'a> {
    let tie = |link: &super::network::Link| Tie {
        id: &network.activities[link.earlier].id,
        kind: link.kind.letters(),
        lag_days: link.lag_days,
    };
    Item {
        number,
        wbs,
        id: &it.id,
        name: &it.name,
        place: &it.place,
        phase: it.task.map(|task| task.phase.as_str()),
        bank: it.task.and_then(|task| task.bank.as_deref()),
        weeks: it.task.map(|task| task.weeks),
        is_lead: it.task.is_some_and(|task| task.is_lead),
        is_milestone: it.is_milestone(),
        is_critical: it.is_critical(),
        calendar: it.calendar,
        duration_days: it.days,
        start: it.first_day(it.planned),
        finish: it.last_day(it.planned),
        late_start: it.first_day(it.late),
        late_finish: it.last_day(it.late),
        total_float_days: it.total_float,
        free_float_days: it.free_float,
        not_before: it.not_before.map(date_of),
        deadline: it.deadline.map(|boundary| date_of(boundary - 1)),
        driven_by: it.task.and_then(|task| task.driven_by.as_deref()),
        after: it.links.iter().map(tie).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{sample, schedule_csv};

    #[test]
    fn the_activities_are_those_of_the_table() {
        let plan = sample::plan();
        let data: Value = serde_json::from_str(&schedule_json(&plan).unwrap()).unwrap();
        let table = schedule_csv(&plan).unwrap();
        let rows: Vec<csv::StringRecord> =
            csv::Reader::from_reader(table.as_bytes()).records().map(Result::unwrap).collect();
        let activities = data["activities"].as_array().unwrap();
        assert_eq!(activities.len(), rows.len());
        for (activity, row) in activities.iter().zip(&rows) {
            let told = ["number", "id", "duration_days", "start", "finish", "late_finish", "total_float_days"];
            let told = told.map(|key| activity[key].to_string().trim_matches('"').to_owned());
            let cells = [0, 2, 8, 9, 10, 14, 15].map(|column| row[column].to_owned());
            assert_eq!(told, cells);
            assert_eq!(activity["is_critical"], (&row[17] == "Y"));
        }
        let linked: usize = activities.iter().map(|activity| activity["after"].as_array().unwrap().len()).sum();
        assert_eq!(
            linked,
            rows.iter().map(|row| row[21].split(',').filter(|link| !link.is_empty()).count()).sum::<usize>()
        );
    }
}
