//! Mining beside the conversion.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Basis;
use crate::domain::calendar::day_number;
use crate::domain::format::list;
use crate::domain::plan::HallPlan;
use crate::domain::range::cents;
use crate::domain::studies::MiningStudy;
use crate::domain::studies::mining::{AfterConversion, BridgePower, MiningPhase};
use crate::domain::{Place, Service, Total};
use crate::requirements::bank_id;

/// Hours of a year.
const HOURS_PER_YEAR: f64 = 8760.0;

/// Days of a week.
const DAYS_PER_WEEK: f64 = 7.0;

/// What keeps hashing until the last hall is ready, what it earns, and what can hash afterwards.
pub fn study(basis: &Basis) -> MiningStudy {
    let supplies = supplies(basis);
    let mines = basis.site.halls.iter().any(|hall| hall.mining_mw > 0.0);
    let phases = if mines { phases(basis, &supplies) } else { Vec::new() };
    let curtailed_mwh = curtailed_mwh(&phases, basis.halls.iter().map(|hall| hall.ready).max());
    let curtailed_usd = basis.site.mining.as_ref().map(|mining| mining.margin_usd_per_mwh * curtailed_mwh);
    MiningStudy {
        phases,
        curtailed_mwh,
        curtailed_usd: curtailed_usd.map(cents),
        earned_usd: earned_usd(basis).zip(curtailed_usd).map(|(earned, curtailed)| cents(earned - curtailed)),
        lost_usd: basis.halls.iter().map(|hall| hall.mining_margin_lost_usd).sum::<Option<f64>>().map(cents),
        after: after(basis, &supplies),
        bridge: bridge(basis, &supplies),
    }
}

/// Power that comes on a day.
struct Supply {
    service: Service,
    mw: f64,
    from: Date,
}

/// The utility's step and the engines on site, where they are bought, each from the day its last task ends.
fn supplies(basis: &Basis) -> Vec<Supply> {
    let supply = |service| {
        let bank = basis.bank(&Place::Site, service).filter(|bank| bank.chosen.units > 0.0)?;
        let tasks = basis.tasks.iter().filter(|task| task.bank.as_ref() == Some(&bank.id));
        let firm: f64 = bank.chosen.kept.iter().map(|kept| kept.unit_capacity).total();
        Some(Supply { service, mw: bank.chosen.usable - firm, from: tasks.map(|task| task.finish).max()? })
    };
    [Service::GridImport, Service::OnSitePower].into_iter().filter_map(supply).collect()
}

/// Power that may be drawn on a day: all that the utility gives, what may be curtailed with it, and what has come.
fn supply_mw(basis: &Basis, supplies: &[Supply], day: Date) -> f64 {
    let come = supplies.iter().filter(|supply| supply.from <= day);
    basis.site.utility.firm_mw + come.map(|supply| supply.mw).total()
}

/// Draw of all data halls on the design day, MW.
fn draw_mw(basis: &Basis) -> f64 {
    let id = bank_id(&Place::Site, Service::GridImport);
    basis.requirements.iter().find(|requirement| requirement.id == id).map_or(0.0, |requirement| requirement.amount)
}

fn phases(basis: &Basis, supplies: &[Supply]) -> Vec<MiningPhase> {
    let it_mw: f64 = basis.halls.iter().map(|hall| hall.it_mw).total();
    let phase = |(from, events)| {
        let ready = basis.halls.iter().filter(|hall| hall.ready <= from);
        let data_mw: f64 = ready.map(|hall| hall.it_mw).total();
        let draw_mw = draw_mw(basis) * data_mw / it_mw.max(f64::MIN_POSITIVE);
        let (miners_mw, supply_mw) = (miners_mw(basis, from), supply_mw(basis, supplies, from));
        let left_mw = supply_mw - draw_mw;
        let mining_mw = miners_mw.min(left_mw.max(0.0));
        let (given_up_mw, headroom_mw) = (miners_mw - mining_mw, left_mw - mining_mw);
        MiningPhase { from, events, mining_mw, given_up_mw, data_mw, draw_mw, supply_mw, headroom_mw }
    };
    events(basis, supplies).into_iter().map(phase).collect()
}

/// What changes, by date.
fn events(basis: &Basis, supplies: &[Supply]) -> BTreeMap<Date, Vec<String>> {
    let mut events = BTreeMap::from([(basis.site.start_date, vec!["project starts".to_owned()])]);
    let mut add = |day: Date, what: String| events.entry(day).or_default().push(what);
    let stops = by_day(basis, |hall| hall.mining_stops);
    stops.into_iter().for_each(|(day, halls)| add(day, format!("mining stops in {}", list(&halls))));
    let ready = by_day(basis, |hall| Some(hall.ready));
    ready.into_iter().for_each(|(day, halls)| add(day, format!("{} ready", list(&halls))));
    for hall in basis.site.halls.iter().filter(|hall| hall.mining_mw > 0.0) {
        let left = hall.mining_ends.filter(|day| *day > basis.site.start_date);
        left.into_iter().for_each(|day| add(day, format!("miners leave {}", hall.id)));
    }
    for supply in supplies {
        let what = if supply.service == Service::GridImport { "utility's step connected" } else { "engines built" };
        add(supply.from, what.to_owned());
    }
    events
}

/// Ids of the halls by a day of theirs.
fn by_day(basis: &Basis, day: fn(&HallPlan) -> Option<Date>) -> BTreeMap<Date, Vec<String>> {
    let mut halls: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    for hall in basis.halls {
        day(hall).into_iter().for_each(|day| halls.entry(day).or_default().push(hall.id.clone()));
    }
    halls
}

/// The day a hall's miners stop, of all halls of the site, by its conversion or because they leave; nothing where they go on.
fn stops(basis: &Basis) -> impl Iterator<Item = (f64, Option<Date>)> {
    let stop = |id: &String| basis.halls.iter().find(|hall| hall.id == *id).and_then(|hall| hall.mining_stops);
    basis.site.halls.iter().map(move |hall| (hall.mining_mw, stop(&hall.id).or(hall.mining_ends)))
}

/// Miners whose halls have not stopped on a day, MW.
fn miners_mw(basis: &Basis, day: Date) -> f64 {
    stops(basis).filter(|(_, stop)| stop.is_none_or(|stop| day < stop)).map(|(mw, _)| mw).total()
}

/// Margin from the start to each hall's stop, or to the last ready date, USD, were there power for all miners.
fn earned_usd(basis: &Basis) -> Option<f64> {
    let margin = basis.site.mining.as_ref()?.margin_usd_per_mwh;
    let last = basis.halls.iter().map(|hall| hall.ready).max()?;
    let start = day_number(basis.site.start_date);
    let days = |stop: Option<Date>| (day_number(stop.unwrap_or(last)) - start).clamp(0, day_number(last) - start);
    Some(stops(basis).map(|(mw, stop)| margin_usd(margin, mw, 24.0 * days(stop) as f64)).total())
}

/// Energy that miners give up from phase to phase until a day, MWh.
fn curtailed_mwh(phases: &[MiningPhase], until: Option<Date>) -> f64 {
    let Some(until) = until else { return 0.0 };
    let ends = phases.iter().skip(1).map(|phase| phase.from).chain([until]);
    let spans = phases.iter().zip(ends).map(|(phase, end)| {
        let days = (day_number(end.min(until)) - day_number(phase.from)).max(0);
        phase.given_up_mw * 24.0 * days as f64
    });
    spans.total()
}

fn margin_usd(usd_per_mwh: f64, mw: f64, hours: f64) -> f64 {
    usd_per_mwh * mw * hours
}

fn after(basis: &Basis, supplies: &[Supply]) -> AfterConversion {
    let supply_mw = supply_mw(basis, supplies, Date::MAX);
    let (draw_mw, miners_mw) = (draw_mw(basis), miners_mw(basis, Date::MAX));
    let headroom_mw = (supply_mw - draw_mw).max(0.0);
    let hashing_mw = headroom_mw.min(miners_mw);
    let unused_mw = headroom_mw - hashing_mw;
    let margin = basis.site.mining.as_ref().map(|mining| mining.margin_usd_per_mwh);
    let yearly = |mw: f64| margin.map(|margin| cents(margin_usd(margin, mw, HOURS_PER_YEAR)));
    AfterConversion {
        supply_mw,
        draw_mw,
        miners_mw,
        hashing_mw,
        unused_mw,
        hashing_usd_per_year: yearly(hashing_mw),
        unused_usd_per_year: yearly(unused_mw),
    }
}

/// Engines are a bridge where the utility's step comes after them.
fn bridge(basis: &Basis, supplies: &[Supply]) -> Option<BridgePower> {
    let of = |service| supplies.iter().find(|supply| supply.service == service);
    let (engines, step) = (of(Service::OnSitePower), of(Service::GridImport).map(|step| step.from));
    let weeks = |from: Date, to: Date| (day_number(to) - day_number(from)) as f64 / DAYS_PER_WEEK;
    Some(BridgePower {
        gas_mw: basis.site.utility.gas_mw?,
        engines_mw: engines.map_or(0.0, |engines| engines.mw),
        engines_built: engines.map(|engines| engines.from),
        step_connected: step,
        weeks: engines.zip(step).filter(|(engines, step)| engines.from < *step).map(|(e, step)| weeks(e.from, step)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_megawatt_at_25_usd_earns_219_000_usd_a_year() {
        assert_eq!(margin_usd(25.0, 1.0, HOURS_PER_YEAR), 219_000.0);
    }
}
