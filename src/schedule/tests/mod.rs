mod cases;
mod laws;
mod reference;

use jiff::civil::{Date, date};

use super::*;
use crate::banks::Bank;
use crate::domain::calendar::{day_number, elapsed_days};
use crate::domain::{Calendar, Service, TaskCalendar};
use crate::graph::fixture::{START, activity, bank, bank_activity, candidate, estimate, link, site};
use crate::graph::network;
use crate::input::catalog::{Activity, ActivityPer, Confidence, DurationOf, Link, LinkKind, Parameter};
use crate::input::facility::Mining;

use ActivityPer::{Bank as PerBank, Hall, Site as SiteWide};
use LinkKind::{FinishFinish, FinishStart, StartFinish, StartStart};

/// The site where a MWh of mining earns a margin, and miners stop this many weeks before they must.
fn earning(site: Site, float_weeks: f64) -> Site {
    let site = with(site, ParameterId::MiningStopFloatWeeks, float_weeks);
    Site { mining: Some(Mining { margin_usd_per_mwh: 20.0 }), ..site }
}

fn with(mut site: Site, id: ParameterId, value: f64) -> Site {
    let row = Parameter { id, value, sources: vec![], confidence: Confidence::Estimate, note: None };
    site.catalog.parameters.insert(row.id, row);
    site
}

/// The site where orders are placed this many weeks before they must.
fn ordering(site: Site, float_weeks: f64) -> Site {
    with(site, ParameterId::OrderFloatWeeks, float_weeks)
}

fn halls() -> Vec<Bank> {
    vec![bank("barn", Service::CriticalPower), bank("shed", Service::CriticalPower)]
}

fn scheduled(site: &Site) -> Schedule {
    schedule(site, &network(site, &halls()).unwrap(), &BTreeMap::new())
}

fn find<'a>(schedule: &'a Schedule, id: &str) -> &'a Task {
    schedule.tasks.iter().find(|task| task.id == id).unwrap()
}

fn dates(schedule: &Schedule, id: &str) -> (Date, Date) {
    let task = find(schedule, id);
    (task.start, task.finish)
}

fn linked(kind: LinkKind, lag_weeks: f64, earlier: &str, activity: Activity) -> Activity {
    Activity { after: vec![link(earlier, kind, lag_weeks)], ..activity }
}

fn ready(activity: Activity) -> Activity {
    Activity { makes_ready: true, ..activity }
}

fn elapsing(activity: Activity) -> Activity {
    Activity { calendar: TaskCalendar::Elapsed, ..activity }
}

fn day(month: i8, day: i8) -> Date {
    date(2027, month, day)
}
