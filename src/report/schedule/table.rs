//! The schedule as CSV, one activity a row, for spreadsheets and for programs that import tables.

use super::msproject::{calendar_name, requirement};
use super::network::{Activity, Link, Network, ScheduleError};
use super::outline::{Content, Outline, Row};
use crate::domain::calendar::date_of;
use crate::domain::plan::Plan;
use crate::report::cell_text::text;

const HEADER: [&str; 22] = [
    "number",
    "wbs",
    "id",
    "name",
    "place",
    "bank",
    "requirement",
    "calendar",
    "duration_days",
    "start",
    "finish",
    "early_start",
    "early_finish",
    "late_start",
    "late_finish",
    "total_float_days",
    "free_float_days",
    "critical",
    "milestone",
    "not_before",
    "deadline",
    "predecessors",
];

/// The schedule as CSV. Durations and floats are days of the row's calendar; predecessors are numbers of rows in MS
/// Project's notation, with lags in elapsed days: `12FS,14SS+21ed`.
///
/// # Errors
/// When the plan's tasks, links and calendars do not fit together.
pub fn schedule_csv(plan: &Plan) -> Result<String, ScheduleError> {
    let network = Network::of(plan)?;
    let outline = Outline::of(&network);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).expect("a vector takes every record");
    for row in &outline.rows {
        if let Content::Activity(index) = row.content {
            let record = record(&network, &outline, row, &network.activities[index]);
            writer.write_record(record).expect("every row has the header's columns");
        }
    }
    Ok(String::from_utf8(writer.into_inner().expect("a vector can be flushed")).expect("cells are text"))
}

fn record(network: &Network, outline: &Outline, row: &Row, it: &Activity) -> [String; 22] {
    let bank = it.task.and_then(|task| task.bank.clone()).unwrap_or_default();
    let [start, finish, late_start, late_finish] =
        [it.first_day(it.planned), it.last_day(it.planned), it.first_day(it.late), it.last_day(it.late)]
            .map(|date| date.to_string());
    [
        row.number.to_string(),
        row.wbs.clone(),
        text(&it.id),
        text(&it.name),
        text(&it.place.to_string()),
        text(&bank),
        text(&requirement(network.plan, &bank)),
        calendar_name(it.calendar).to_owned(),
        it.days.to_string(),
        start.clone(),
        finish.clone(),
        start,
        finish,
        late_start,
        late_finish,
        it.total_float.to_string(),
        it.free_float.to_string(),
        yes(it.is_critical()),
        yes(it.is_milestone()),
        it.not_before.map_or_else(String::new, |boundary| date_of(boundary).to_string()),
        it.deadline.map_or_else(String::new, |boundary| date_of(boundary - 1).to_string()),
        it.links.iter().map(|link| predecessor(outline, link)).collect::<Vec<_>>().join(","),
    ]
}

fn yes(holds: bool) -> String {
    if holds { "Y" } else { "N" }.to_owned()
}

fn predecessor(outline: &Outline, link: &Link) -> String {
    let lag = if link.lag_days == 0 { String::new() } else { format!("{:+}ed", link.lag_days) };
    format!("{}{}{lag}", outline.number(link.earlier), link.kind.letters())
}
