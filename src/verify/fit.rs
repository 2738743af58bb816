//! Fewer racks than asked for: allowed for the most IT power alone, and told as they are.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::Objective;
use crate::domain::clash::Ask;
use crate::domain::fit::{Fit, Stop};
use crate::domain::plan::Plan;
use crate::requirements::racks_asked;
use crate::validate::Site;

/// The site that the plan is for: with the racks that it says fit where it may leave some out, never with more than asked.
pub fn fitting(site: &Site, plan: &Plan) -> Site {
    if site.objective() != Objective::Mw || plan.fit.is_none() {
        return site.clone();
    }
    let racks = racks_asked(site).into_iter().map(|ask| {
        let fitting = planned(plan, &ask.hall).min(ask.racks);
        (ask.hall, fitting)
    });
    site.with_racks(&racks.collect())
}

fn planned(plan: &Plan, hall: &str) -> u32 {
    plan.halls.iter().find(|planned| planned.id == hall).map_or(0, |planned| planned.racks)
}

/// What fits is told of every hall that asks for racks, by the strategy that came to most, with what stops one more.
pub fn told(facts: &Facts, report: &mut Report) {
    let Some(fit) = &facts.plan.fit else { return };
    let most_power = facts.site.objective() == Objective::Mw;
    report.expect(most_power, "fit", || {
        "racks may be left out for the objective `mw` alone, which is not asked for".to_owned()
    });
    let asks = racks_asked(facts.site);
    let asked = fit.halls.iter().map(|hall| (&hall.hall, hall.racks_asked, &hall.origin));
    let same = asked.eq(asks.iter().map(|ask| (&ask.hall, ask.racks, &ask.origin)));
    report.expect(same, "fit", || "the racks asked for are not those of the files".to_owned());
    for hall in &fit.halls {
        let planned = planned(facts.plan, &hall.hall);
        report.expect(hall.racks == planned && planned <= hall.racks_asked, &hall.hall, || {
            format!("{} of {} racks are told; {planned} are planned", hall.racks, hall.racks_asked)
        });
    }
    let best = fit.strategies.iter().map(|strategy| strategy.racks).max();
    report.expect(best == Some(fit.racks()), "fit", || format!("the best strategy comes to {} racks", said(&best)));
    stops(fit, report);
}

/// Every hall that is not full has one stop; where nothing fits any more, with a conflict over one rack more than planned.
fn stops(fit: &Fit, report: &mut Report) {
    let racks: BTreeMap<&str, u32> = fit.halls.iter().map(|hall| (hall.hall.as_str(), hall.racks)).collect();
    let not_full = fit.halls.iter().filter(|hall| hall.racks < hall.racks_asked).map(|hall| hall.hall.as_str());
    let stopped: Vec<&str> = fit.stops.iter().flat_map(|stop| &stop.halls).map(String::as_str).collect();
    let once = stopped.iter().copied().collect::<BTreeSet<_>>() == not_full.collect() && stopped.len() <= racks.len();
    report.expect(once, "fit", || format!("{} are stopped, which are not those with racks left out", said(&stopped)));
    for stop in &fit.stops {
        let explained = !fit.maximal || !stop.clashes.is_empty();
        report.expect(explained, "fit", || format!("nothing stops one more rack in {}", said(&stop.halls)));
        let over = stop.clashes.iter().flat_map(|clash| &clash.asks).all(|ask| one_more(stop, &racks, ask));
        report.expect(over, "fit", || format!("what stops {} is not over one rack more", said(&stop.halls)));
    }
}

/// The first of the halls of a stop has one rack more, all others have theirs.
fn one_more(stop: &Stop, racks: &BTreeMap<&str, u32>, ask: &Ask) -> bool {
    let more = u32::from(stop.halls.first() == Some(&ask.hall));
    racks.get(ask.hall.as_str()).is_some_and(|&planned| ask.racks == planned + more)
}
