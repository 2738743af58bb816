//! Mining: the balance of power on every day that something changes, and the margin day by day.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::calendar::day_number;
use crate::domain::plan::BankPlan;
use crate::domain::studies::mining::{BridgePower, MiningPhase};
use crate::domain::{Place, Range, Service};
use crate::validate::SiteHall;

/// Money that sums of rounded amounts may differ by, USD.
const SLACK_USD: f64 = 0.05;

/// One phase for each day on which something changes, with the power of that day.
pub fn phases(facts: &Facts, report: &mut Report) {
    let claimed = &facts.plan.studies.mining.phases;
    let mines = facts.site.halls.iter().any(|hall| hall.mining_mw > 0.0);
    let days: Vec<Date> = if mines { days(facts).into_iter().collect() } else { Vec::new() };
    let told: Vec<Date> = claimed.iter().map(|phase| phase.from).collect();
    report.expect(told == days, "phases", || format!("start on {} and should start on {}", said(&told), said(&days)));
    for phase in claimed {
        let subject = phase.from.to_string();
        report.expect(!phase.events.is_empty(), &subject, || "nothing changes".to_owned());
        balance(facts, phase, &subject, report);
    }
}

fn days(facts: &Facts) -> BTreeSet<Date> {
    let halls = &facts.plan.halls;
    let stops = halls.iter().filter_map(|hall| hall.mining_stops);
    let supplies = [Service::GridImport, Service::OnSitePower].into_iter().filter_map(|service| comes(facts, service));
    let dates = halls.iter().map(|hall| hall.ready).chain(stops).chain(supplies.map(|(day, _)| day));
    let start = facts.site.start_date;
    let left = facts.site.halls.iter().filter(|hall| hall.mining_mw > 0.0).filter_map(|hall| hall.mining_ends);
    dates.chain(left.filter(|day| *day > start)).chain([start]).collect()
}

/// The bank of a supply for which something is bought.
fn buys<'a>(facts: &Facts<'a>, service: Service) -> Option<&'a BankPlan> {
    facts.bank_of(&Place::Site, service).filter(|bank| bank.chosen.units > 0.0)
}

/// Day on which what is bought of a supply is there, and its MW.
fn comes(facts: &Facts, service: Service) -> Option<(Date, f64)> {
    let bank = buys(facts, service)?;
    let tasks = facts.plan.tasks.iter().filter(|task| task.bank.as_deref() == Some(bank.id.as_str()));
    let mw = match service {
        Service::GridImport => bank.chosen.units * bank.chosen.unit_capacity,
        _ => bank.chosen.usable,
    };
    Some((tasks.map(|task| task.finish).max()?, mw))
}

fn supply_mw(facts: &Facts, day: Date) -> f64 {
    let come = [Service::GridImport, Service::OnSitePower].into_iter().filter_map(|service| comes(facts, service));
    facts.site.utility.firm_mw + come.filter(|(from, _)| *from <= day).map(|(_, mw)| mw).sum::<f64>()
}

/// Draw of a hall on the design day, MW: its part of the site's by rack power.
fn draw_mw(facts: &Facts, hall: &str) -> f64 {
    let site = facts.bank_of(&Place::Site, Service::GridImport).map_or(0.0, |bank| bank.required);
    let racks =
        |wanted: &str| facts.loads.iter().filter(|load| load.hall == wanted).map(|load| load.it_kw).sum::<f64>();
    let all: f64 = facts.loads.iter().map(|load| load.it_kw).sum();
    site * racks(hall) / all.max(f64::MIN_POSITIVE)
}

fn balance(facts: &Facts, phase: &MiningPhase, subject: &str, report: &mut Report) {
    let day = phase.from;
    let ready = || facts.plan.halls.iter().filter(|hall| hall.ready <= day);
    report.equal(subject, "data halls, MW,", phase.data_mw, ready().map(|hall| hall.it_mw).sum());
    report.equal(subject, "their draw, MW,", phase.draw_mw, ready().map(|hall| draw_mw(facts, &hall.id)).sum());
    report.equal(subject, "the supply, MW,", phase.supply_mw, supply_mw(facts, day));
    let left = phase.supply_mw - phase.draw_mw;
    report.at_least(subject, "the headroom, MW,", phase.headroom_mw, 0.0);
    let (miners, mining) = (mining_mw(facts, day), mining_mw(facts, day).min(left).max(0.0));
    report.equal(subject, "mining, MW,", phase.mining_mw, mining);
    report.equal(subject, "given up by miners, MW,", phase.given_up_mw, miners - mining);
    report.equal(subject, "the headroom, MW,", phase.headroom_mw, left - mining);
}

/// Miners that run on a day, MW: all but those of halls that have stopped.
fn mining_mw(facts: &Facts, day: Date) -> f64 {
    let stopped = |id: &str| {
        facts.plan.halls.iter().any(|hall| hall.id == id && hall.mining_stops.is_some_and(|stop| stop <= day))
    };
    let left = |hall: &SiteHall| hall.mining_ends.is_some_and(|end| end <= day);
    facts.site.halls.iter().filter(|hall| !stopped(&hall.id) && !left(hall)).map(|hall| hall.mining_mw).sum()
}

/// Earned day by day; lost as the halls say.
pub fn margin(facts: &Facts, report: &mut Report) {
    let (study, plan) = (&facts.plan.studies.mining, facts.plan);
    let margin = facts.site.mining.as_ref().map(|mining| mining.margin_usd_per_mwh);
    let (drawn, given_up) = energy(facts);
    money(report, "the margin earned", study.earned_usd, margin.zip(drawn).map(|(margin, mwh)| margin * mwh));
    let given_up = given_up.unwrap_or(0.0);
    report.equal("mining", "energy that miners give up, MWh,", study.curtailed_mwh, given_up);
    money(report, "the margin given up", study.curtailed_usd, margin.map(|margin| margin * given_up));
    let lost = plan.halls.iter().map(|hall| hall.mining_margin_lost_usd).sum::<Option<f64>>();
    money(report, "the margin lost", study.lost_usd, lost);
}

/// What miners draw until the last hall is ready, and what they would besides were there power for it, MWh, day by day.
fn energy(facts: &Facts) -> (Option<f64>, Option<f64>) {
    let Some(last) = facts.plan.halls.iter().map(|hall| hall.ready).max() else { return (None, None) };
    let (mut drawn, mut given_up) = (0.0, 0.0);
    for day in 0..day_number(last) - day_number(facts.site.start_date) {
        let today = facts.site.start_date + day.days();
        let ready = facts.plan.halls.iter().filter(|hall| hall.ready <= today);
        let left = supply_mw(facts, today) - ready.map(|hall| draw_mw(facts, &hall.id)).sum::<f64>();
        let miners = mining_mw(facts, today);
        let run = miners.min(left).max(0.0);
        drawn += 24.0 * run;
        given_up += 24.0 * (miners - run);
    }
    (Some(drawn), Some(given_up))
}

fn money(report: &mut Report, what: &str, claimed: Option<f64>, found: Option<f64>) {
    match (claimed, found) {
        (Some(claimed), Some(found)) => {
            report.money("mining", what, Range::exact(claimed), Range::exact(found), SLACK_USD);
        }
        (None, None) => {}
        _ => report.wrong("mining", format!("{what} is {} and should be {}", said(&claimed), said(&found))),
    }
}

/// Supply, draw and miners after the last hall, and what the headroom earns in a year.
pub fn after(facts: &Facts, report: &mut Report) {
    let after = &facts.plan.studies.mining.after;
    let halls = || facts.plan.halls.iter();
    let converted = |id: &str| halls().any(|hall| hall.id == id);
    let stay = |hall: &&SiteHall| !converted(&hall.id) && hall.mining_ends.is_none();
    let miners_mw: f64 = facts.site.halls.iter().filter(stay).map(|hall| hall.mining_mw).sum();
    report.equal("after", "the supply, MW,", after.supply_mw, supply_mw(facts, Date::MAX));
    report.equal("after", "the draw, MW,", after.draw_mw, halls().map(|hall| draw_mw(facts, &hall.id)).sum());
    report.equal("after", "miners left, MW,", after.miners_mw, miners_mw);
    let headroom = (after.supply_mw - after.draw_mw).max(0.0);
    report.equal("after", "miners that the headroom carries, MW,", after.hashing_mw, miners_mw.min(headroom));
    report.equal("after", "the headroom beyond, MW,", after.unused_mw, headroom - after.hashing_mw);
    let margin = facts.site.mining.as_ref().map(|mining| mining.margin_usd_per_mwh);
    let yearly = |mw: f64| margin.map(|margin| margin * 365.0 * 24.0 * mw);
    money(report, "a year of hashing", after.hashing_usd_per_year, yearly(after.hashing_mw));
    money(report, "a year of the headroom beyond", after.unused_usd_per_year, yearly(after.unused_mw));
}

/// Gas, engines, and the time until the utility's step.
pub fn bridge(facts: &Facts, report: &mut Report) {
    let (engines, step) = (comes(facts, Service::OnSitePower), comes(facts, Service::GridImport));
    let (built, connected) = (engines.map(|(day, _)| day), step.map(|(day, _)| day));
    let days = built.zip(connected).map(|(built, connected)| (connected - built).get_days()).filter(|days| *days > 0);
    let expected = facts.site.utility.gas_mw.map(|gas_mw| BridgePower {
        gas_mw,
        engines_mw: engines.map_or(0.0, |(_, mw)| mw),
        engines_built: built,
        step_connected: connected,
        weeks: days.map(|days| f64::from(days) / 7.0),
    });
    let claimed = &facts.plan.studies.mining.bridge;
    report
        .expect(*claimed == expected, "bridge", || format!("is {} and should be {}", said(&claimed), said(&expected)));
}
