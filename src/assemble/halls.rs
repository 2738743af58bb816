//! The converted halls with their dates.

use jiff::civil::Date;

use crate::domain::plan::HallPlan;
use crate::domain::range::cents;
use crate::requirements::HallLoad;
use crate::schedule::HallDates;

use super::Findings;

/// Every converted hall, in file order.
pub fn halls(findings: &Findings) -> Vec<HallPlan> {
    findings
        .loads
        .iter()
        .filter_map(|load| Some(hall(findings, load, findings.schedule.halls.get(&load.hall)?)))
        .collect()
}

/// The latest start of the tasks that stop the hall's miners.
fn latest_stop(findings: &Findings, hall: &str) -> Option<Date> {
    let activities = &findings.site.catalog.activities;
    let stops = |id: &str| activities.iter().any(|activity| activity.id == id && activity.stops_mining);
    let tasks = findings.schedule.tasks.iter();
    tasks.filter(|task| task.place.hall() == Some(hall) && stops(&task.activity)).map(|task| task.late_start).min()
}

fn hall(findings: &Findings, load: &HallLoad, dates: &HallDates) -> HallPlan {
    let site = findings.site;
    let mining_mw = site.hall(&load.place()).map_or(0.0, |hall| hall.mining_mw);
    let lost = site.mining.as_ref().zip(dates.mining_stops).map(|(mining, stops)| {
        let days = stops.until(dates.ready).map_or(0, |span| span.get_days());
        cents(mining.margin_usd_per_mwh * mining_mw * 24.0 * f64::from(days))
    });
    HallPlan {
        id: load.hall.clone(),
        racks: load.racks,
        it_mw: load.it_kw / 1000.0,
        sized_by: load.sized_by.clone(),
        low_voltage_v: site.low_voltage_v(&load.place()),
        mining_mw,
        mining_stops: dates.mining_stops,
        mining_latest_stop: dates.mining_stops.and_then(|_| latest_stop(findings, &load.hall)),
        ready: dates.ready,
        ready_low: dates.ready_low,
        ready_high: dates.ready_high,
        mining_margin_lost_usd: lost,
        live_early: findings.choice.live_early.get(&load.hall).into_iter().flatten().cloned().collect(),
        driving_chain: dates.driving_chain.clone(),
    }
}
