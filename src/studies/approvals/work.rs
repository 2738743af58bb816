//! What limits the work: crews and seasons.

use crate::domain::calendar::{date_of, day_number};
use crate::domain::studies::approvals::{CrewLimit, OutdoorStop};
use crate::studies::Basis;

/// Trades that work in so many halls only.
pub fn crews(basis: &Basis) -> Vec<CrewLimit> {
    let limit = |(trade, &halls)| CrewLimit { trade: format!("{trade:?}").to_lowercase(), halls };
    basis.site.crews.iter().map(limit).collect()
}

/// Working days between the project's start and the last hall that are not worked outdoors, in spans.
pub fn outdoor_stops(basis: &Basis) -> Vec<OutdoorStop> {
    let (site, last) = (basis.site, basis.halls.iter().map(|hall| hall.ready).max());
    let days = last.map_or(0..0, |last| day_number(site.start_date)..day_number(last) + 1);
    let mut stops: Vec<OutdoorStop> = Vec::new();
    for day in days.filter(|&day| site.calendar.works_on(day) && !site.outdoor_calendar.works_on(day)) {
        match stops.last_mut().filter(|stop| site.outdoor_calendar.next_working(day_number(stop.last)) > day) {
            Some(stop) => (stop.last, stop.working_days) = (date_of(day), stop.working_days + 1),
            None => stops.push(OutdoorStop { first: date_of(day), last: date_of(day), working_days: 1 }),
        }
    }
    stops
}
