//! Days.

use crate::diagnostic::{Code, Diagnostic};
use crate::domain::Objective;
use crate::domain::calendar::Holiday;
use crate::input::Inputs;

/// Yearly holidays beyond which a calendar is a mistake.
const MOST_HOLIDAYS: usize = 60;

/// Days of a season outdoors beyond which nothing could be built.
const MOST_SEASON_DAYS: usize = 240;

/// The tenant's date comes after the start of the project.
pub fn ready_after_start(inputs: &Inputs) -> Vec<Diagnostic> {
    let (ready, start) = (inputs.target.data.ready_date, inputs.facility.data.start_date);
    let Some(ready) = ready.filter(|ready| *ready <= start) else { return Vec::new() };
    vec![
        Diagnostic::error(Code::Contradiction, format!("{ready} is not after the start of the project, {start}"))
            .at(inputs.target.document.locate("/ready_date"), "ready")
            .and(inputs.facility.document.locate("/start_date"), "start"),
    ]
}

/// Money and time can be weighed only where something says what time is worth.
pub fn value_without_a_week(inputs: &Inputs) -> Vec<Diagnostic> {
    let target = &inputs.target.data;
    let of_halls = target.halls.iter().any(|hall| hall.value_of_week_usd.is_some());
    let asked = inputs.objective.or(target.objective) == Some(Objective::Value);
    if !asked || of_halls || target.value_of_week_usd.is_some() {
        return Vec::new();
    }
    vec![
        Diagnostic::error(Code::MissingChoice, "the objective `value` needs a value of time")
            .at(inputs.target.document.locate("/value_of_week_usd"), "")
            .help("give `value_of_week_usd`, for all halls or for one of them"),
    ]
}

/// Holidays are days.
pub fn holidays(inputs: &Inputs) -> Vec<Diagnostic> {
    let document = &inputs.facility.document;
    let holidays = inputs.facility.data.calendar.holidays.iter().enumerate();
    let bad = holidays.filter(|(_, text)| text.parse::<Holiday>().is_err());
    bad.map(|(index, text)| {
        Diagnostic::error(Code::BadHoliday, format!("`{text}` is not a day"))
            .at(document.locate(&format!("/calendar/holidays/{index}")), "")
            .help("write MM-DD for each year, or YYYY-MM-DD for once; put it in quotes")
    })
    .collect()
}

/// The season in which work outdoors stands still is one, and leaves most of the year.
pub fn outdoor_stop(inputs: &Inputs) -> Vec<Diagnostic> {
    let Some(stop) = &inputs.facility.data.calendar.outdoor_stop else { return Vec::new() };
    let place = inputs.facility.document.locate("/calendar/outdoor_stop");
    let message = match Holiday::season(&stop.from, &stop.to) {
        Err(_) => format!("`{}` to `{}` is no part of a year", stop.from, stop.to),
        Ok(days) if days.len() > MOST_SEASON_DAYS => format!("{} days of each year are closed outdoors", days.len()),
        Ok(_) => return Vec::new(),
    };
    vec![
        Diagnostic::error(Code::BadHoliday, message)
            .at(place, "")
            .help(format!("give `from` and `to` as MM-DD in quotes, at most {MOST_SEASON_DAYS} days")),
    ]
}

/// A project starts in the years that calendars and prices are made for.
pub fn start_year(inputs: &Inputs) -> Vec<Diagnostic> {
    let start = inputs.facility.data.start_date;
    if (2020..=2100).contains(&start.year()) {
        return Vec::new();
    }
    let place = inputs.facility.document.locate("/start_date");
    vec![
        Diagnostic::error(Code::OutOfRange, format!("the project starts on {start}"))
            .at(place, "")
            .help("give a day from 2020 to 2100"),
    ]
}

/// Most days of a year are left to work on.
pub fn working_year(inputs: &Inputs) -> Vec<Diagnostic> {
    let holidays = inputs.facility.data.calendar.holidays.iter();
    let yearly = holidays.filter(|text| matches!(text.parse(), Ok(Holiday::Yearly { .. }))).count();
    if yearly <= MOST_HOLIDAYS {
        return Vec::new();
    }
    let place = inputs.facility.document.locate("/calendar/holidays");
    vec![
        Diagnostic::error(Code::OutOfRange, format!("{yearly} days of each year are holidays"))
            .at(place, "")
            .help(format!("at most {MOST_HOLIDAYS}; a week's free days come with `workdays_per_week`")),
    ]
}
