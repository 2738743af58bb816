//! How the racks are fed: what one busway run and one whip carry with both sides in service, and with one out.

use super::{Basis, item, units};
use crate::domain::studies::power::{FeedCurrent, RackFeeding};
use crate::domain::{Policy, Service};
use crate::input::catalog::{Item, ParameterId as P};
use crate::physics::electrical::{conductor_amps, line_amps, racks_per_run};
use crate::requirements::HallLoad;

/// Currents at the hall's voltage.
pub fn of(basis: &Basis, load: &HallLoad) -> Option<RackFeeding> {
    let (site, place, rack) = (basis.site, load.place(), &basis.site.target.rack);
    let (busway, whips) = (basis.bank(&place, Service::RackPower)?, basis.bank(&place, Service::RackFeeds)?);
    let (run_a, whip_a) = (item(site, busway).and_then(amps)?, item(site, whips).and_then(amps)?);
    let volts = site.low_voltage_v(&place);
    let share = site.parameter(P::ContinuousLoadPct) / 100.0;
    let rack_amps = |kw: f64| line_amps(kw, volts, site.parameter(P::PowerFactor));
    let racks = racks_per_run(run_a, rack_amps(rack.power_kw), share);
    // Without a second side a run carries its racks at all times.
    let sides = if matches!(busway.policy, Policy::TwoN | Policy::TwoNPlusOne) { 2.0 } else { 1.0 };
    let (feeds, peak_a) = (f64::from(rack.feeds), rack.peak_kw.map(rack_amps));
    let one_side_feeds = (feeds / 2.0).max(1.0);
    let current = |rating_a: f64, normal_a: f64, one_side_a: f64, peak_a: Option<f64>| FeedCurrent {
        rating_a,
        continuous_a: rating_a * share,
        normal_a,
        one_side_a,
        design_a: conductor_amps(one_side_a, 0.0),
        peak_a,
    };
    let (full_a, per_run) = (rack_amps(rack.power_kw), f64::from(racks));
    Some(RackFeeding {
        volts,
        min_volts: rack.min_voltage_v,
        max_volts: rack.max_voltage_v,
        rack_kw: rack.power_kw,
        peak_kw: rack.peak_kw,
        one_side_shelves_kw: rack.shelf_kw.map(|kw| kw * one_side_feeds),
        runs: units(busway),
        racks_per_run: racks,
        run: current(run_a, per_run * full_a / sides, per_run * full_a, peak_a.map(|a| per_run * a)),
        feeds_per_rack: rack.feeds,
        whip: current(whip_a, full_a / feeds, full_a / one_side_feeds, peak_a.map(|a| a / one_side_feeds)),
    })
}

fn amps(item: &Item) -> Option<f64> {
    item.amps.as_ref().map(|figure| figure.value)
}
