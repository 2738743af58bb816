//! The candidates of an ordinary bank: subsets of what is kept, plus n units of one item.

use crate::domain::plan::{Alternative, CandidatePlan, Draw, KeptAsset, Part};
use crate::domain::{Policy, Range, Service, usable_capacity};
use crate::gap::Verdict;
use crate::input::catalog::{DurationOf, FootprintIn, Item, ParameterId as P};
use crate::physics::electrical::fault_current_ka;

use super::draws::{Draws, Level, loss_level};
use super::item::{hall_volts, unit_capacity};
use super::{Order, price};

/// Groups of assets beyond this are not combined with each other: 2^6 subsets are plenty.
const MOST_GROUPS: usize = 6;

/// Unit counts offered for one item and one set of kept assets, from the least demand up.
const MOST_COUNTS: usize = 12;

/// Quantities offered between the least and the most demand for what is bought by measure.
const LEVELS: usize = 4;

/// Units of measure whose quantity need not be whole.
const MEASURES: &[&str] = &["m2", "m3", "MW", "km"];

/// Kept assets and new units on their way to a candidate.
struct Build<'a> {
    kept: Vec<KeptAsset>,
    item: Option<&'a Item>,
    units: f64,
    unit_capacity: f64,
}

/// The candidates of a bank, and items and assets that cannot be used with the reasons.
pub fn candidates(order: &Order) -> (Vec<CandidatePlan>, Vec<Alternative>) {
    let mut rejected = Vec::new();
    let kept_sets = subsets(kept_groups(order, &mut rejected));
    let mut builds: Vec<Build> = Vec::new();
    for kept in &kept_sets {
        if covered(order, kept, 0.0, 0.0) >= order.least || may_be_covered(order.demand.service) {
            builds.push(Build { kept: kept.clone(), item: None, units: 0.0, unit_capacity: 0.0 });
        }
    }
    for item in order.site.catalog.items_for(order.demand.service) {
        if order.demand.service == Service::Yard {
            continue; // Bought with the plant that stands on it.
        }
        match unit_capacity(order, item) {
            Err(reason) => rejected.push(rejection(&item.name, &reason)),
            Ok(unit_capacity) => {
                for kept in &kept_sets {
                    builds.extend(counts(order, kept, item, unit_capacity));
                }
            }
        }
    }
    let candidates = builds.iter().flat_map(|build| deliveries(order, build)).collect();
    (candidates, rejected)
}

/// What all usable assets and the site itself carry under the policy.
pub fn from_assets(order: &Order) -> f64 {
    covered(order, &kept_groups(order, &mut Vec::new()), 0.0, 0.0)
}

fn rejection(label: &str, reason: &str) -> Alternative {
    Alternative { label: label.to_owned(), cost_usd: None, lead_weeks: None, reason: reason.to_owned() }
}

/// Floor and envelope may be left as they are where a new shell brings them.
fn may_be_covered(service: Service) -> bool {
    matches!(service, Service::FloorRating | Service::Envelope)
}

/// What can be kept: the usable assets of the place, and what the site itself brings.
fn kept_groups(order: &Order, rejected: &mut Vec<Alternative>) -> Vec<KeptAsset> {
    let mut groups = Vec::new();
    for asset in order.ledger {
        let serves = asset.service == Some(order.demand.service) && asset.place == order.demand.place;
        match &asset.verdict {
            Verdict::Usable { per_unit, .. } if serves => {
                groups.push(KeptAsset { asset: asset.asset.clone(), units: asset.count, unit_capacity: *per_unit });
            }
            _ => {}
        }
    }
    match super::endowment::endowment(order) {
        Some(Ok(kept)) => groups.push(kept),
        Some(Err(reason)) => rejected.push(rejection("existing", &reason)),
        None => {}
    }
    groups.truncate(MOST_GROUPS);
    groups
}

/// All subsets of the groups, the full one first.
fn subsets(groups: Vec<KeptAsset>) -> Vec<Vec<KeptAsset>> {
    (0..1usize << groups.len())
        .rev()
        .map(|mask| groups.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, g)| g.clone()).collect())
        .collect()
}

/// Capacity under the policy of kept assets with `units` new ones.
fn covered(order: &Order, kept: &[KeptAsset], units: f64, unit_capacity: f64) -> f64 {
    let mut all: Vec<f64> = kept.iter().flat_map(|k| vec![k.unit_capacity; k.units as usize]).collect();
    if units.fract() == 0.0 {
        all.extend(vec![unit_capacity; units as usize]);
    } else {
        all.push(units * unit_capacity);
    }
    usable_capacity(&all, order.policy)
}

/// Builds with the least number of units that carries the least demand, up to the number that carries the most.
fn counts<'a>(order: &Order, kept: &[KeptAsset], item: &'a Item, unit_capacity: f64) -> Vec<Build<'a>> {
    if order.most <= 0.0 || unit_capacity <= 0.0 {
        return Vec::new();
    }
    let quantities = if MEASURES.contains(&item.unit.as_str()) {
        measured(order, kept, unit_capacity)
    } else {
        counted(order, kept, unit_capacity)
    };
    let build = |units| Build { kept: kept.to_vec(), item: Some(item), units, unit_capacity };
    quantities.into_iter().filter(|&units| units > 0.0).map(build).collect()
}

fn counted(order: &Order, kept: &[KeptAsset], unit_capacity: f64) -> Vec<f64> {
    let ceiling = (4.0 * order.most / unit_capacity).ceil() as usize + 8;
    let carries = |n: &usize, demand: f64| covered(order, kept, *n as f64, unit_capacity) >= demand - tolerance(demand);
    let Some(first) = (1..=ceiling).find(|n| carries(n, order.least)) else { return Vec::new() };
    let last = (first..=ceiling).find(|n| carries(n, order.most)).unwrap_or(first);
    (first..=last).take(MOST_COUNTS).map(|n| n as f64).collect()
}

/// Quantities by measure, rounded up to a thousandth of the unit; kept assets count first.
fn measured(order: &Order, kept: &[KeptAsset], unit_capacity: f64) -> Vec<f64> {
    let kept = covered(order, kept, 0.0, 0.0);
    let steps = if order.most - order.least > tolerance(order.most) { LEVELS } else { 1 };
    let step = |k: usize| order.most - (order.most - order.least) * k as f64 / LEVELS as f64;
    (0..steps).map(|k| ((step(k) - kept) / unit_capacity * 1000.0).ceil() / 1000.0).collect()
}

/// Slack for sums of floating-point numbers.
fn tolerance(demand: f64) -> f64 {
    demand.abs() * 1e-9
}

/// The build in normal delivery and, where it can matter, in expedited delivery.
fn deliveries(order: &Order, build: &Build) -> Vec<CandidatePlan> {
    let can_be_hastened = build.item.is_some_and(|item| item.expedite.is_some()) && order.time_has_worth();
    let modes: &[bool] = if can_be_hastened { &[false, true] } else { &[false] };
    modes.iter().map(|&expedited| candidate(order, build, expedited)).collect()
}

fn candidate(order: &Order, build: &Build, expedited: bool) -> CandidatePlan {
    let parts = parts(order, build, expedited);
    CandidatePlan {
        label: label(build, expedited),
        kept: build.kept.clone(),
        item: build.item.map(|item| item.id.clone()),
        units: build.units,
        unit_capacity: build.unit_capacity,
        usable: covered(order, &build.kept, build.units, build.unit_capacity),
        fault_current_ka: fault_current(order, build),
        interrupting_rating_ka: interrupting_rating(order, build),
        expedited,
        cost: price::cost(&parts),
        lead_weeks: build.item.map_or(Range::ZERO, |item| lead(item, expedited)),
        install_weeks: build.item.map_or(Range::ZERO, |item| install(order, item, build.units)),
        draws: draws(order, build),
        covers: covers(order, build),
        parts,
    }
}

fn label(build: &Build, expedited: bool) -> String {
    let kept: Vec<String> = build.kept.iter().map(|k| format!("existing {}", k.asset)).collect();
    let new = build.item.map(|item| {
        let units = if build.units.fract() == 0.0 { format!("{}", build.units) } else { format!("{:.1}", build.units) };
        let hurry = if expedited { ", expedited" } else { "" };
        format!("{units} x {}{hurry}", item.name)
    });
    let all: Vec<String> = kept.into_iter().chain(new).collect();
    if all.is_empty() { "nothing".to_owned() } else { all.join(" + ") }
}

/// The item itself, and the preparation of the ground that it takes.
fn parts(order: &Order, build: &Build, expedited: bool) -> Vec<Part> {
    let Some(item) = build.item else { return Vec::new() };
    let mut parts = vec![price::part(order.site, item, build.units, expedited)];
    let yard_m2 = footprint(item, FootprintIn::Yard) * build.units;
    let preparation = order.site.catalog.items_for(Service::Yard).find(|item| item.cost_usd.is_some());
    if let Some(preparation) = preparation.filter(|_| yard_m2 > 0.0) {
        parts.push(price::part(order.site, preparation, yard_m2, false));
    }
    parts
}

fn footprint(item: &Item, place: FootprintIn) -> f64 {
    let here = item.footprint_in == Some(place);
    item.footprint_m2.as_ref().filter(|_| here).map_or(0.0, |figure| figure.value)
}

fn lead(item: &Item, expedited: bool) -> Range {
    let saved = item.expedite.as_ref().filter(|_| expedited).map_or(0.0, |e| e.lead_saved_pct.value);
    item.lead_weeks.range() * (1.0 - saved / 100.0)
}

/// Weeks to install: batches shared among the crews of the activity; crews do not split a single unit.
fn install(order: &Order, item: &Item, units: f64) -> Range {
    let serves = |a: &&crate::input::catalog::Activity| {
        a.duration_of == Some(DurationOf::Install) && a.services.contains(&order.demand.service)
    };
    let crews = order.site.catalog.activities.iter().find(serves).and_then(|a| a.crews).unwrap_or(1);
    let rounds = units / item.install_batch / f64::from(crews);
    item.install_weeks.range() * if item.install_batch == 1.0 { rounds.ceil() } else { rounds }
}

fn draws(order: &Order, build: &Build) -> Vec<Draw> {
    let mut draws = Draws::default();
    let place = &order.demand.place;
    losses(order, build, &mut draws);
    running(order, build, &mut draws);
    if let Some(item) = build.item {
        let indoors = footprint(item, FootprintIn::Hall) * build.units;
        draws.add(place, Service::WhiteSpace, indoors);
        draws.add(place, Service::Envelope, indoors);
        draws.add(&crate::domain::Place::Site, Service::Yard, footprint(item, FootprintIn::Yard) * build.units);
    }
    draws.list()
}

/// Losses of the power chain, at the most that the bank may carry; indoors they heat the air.
fn losses(order: &Order, build: &Build, draws: &mut Draws) {
    let Some(level) = loss_level(order.demand.service) else { return };
    let new_pct = build.item.and_then(|item| item.loss_pct.as_ref()).map_or(0.0, |figure| figure.value);
    let reused = match order.demand.service {
        Service::HighVoltageTransformation => P::HighVoltageLossPct,
        _ => P::ReusedTransformerLossPct,
    };
    let kept_pct = if build.kept.is_empty() { 0.0 } else { order.site.parameter(reused) };
    let in_kva = matches!(level, Level::Transformation | Level::MediumVoltage | Level::HighVoltage | Level::Grid);
    let load_kw = order.most * if in_kva { order.site.parameter(P::PowerFactor) } else { 1.0 };
    let loss_kw = load_kw * new_pct.max(kept_pct) / 100.0;
    draws.electrical(order.site, &order.demand.place, loss_kw, level);
    if level <= Level::Transformation {
        draws.air_heat(&order.demand.place, loss_kw);
    }
}

/// Power, heat and water of the units that run; the redundant ones stand by.
fn running(order: &Order, build: &Build, draws: &mut Draws) {
    let place = &order.demand.place;
    let value = |figure: Option<&crate::input::catalog::Figure>| figure.map_or(0.0, |figure| figure.value);
    let units = running_units(order, build);
    if let Some(item) = build.item {
        let critical_kw = units * value(item.critical_kw.as_ref());
        let mechanical_kw = units * value(item.mechanical_kw.as_ref());
        draws.electrical(order.site, place, critical_kw, Level::Critical);
        draws.electrical(order.site, place, mechanical_kw, Level::LowVoltage);
        shaft_heat(order.demand.service, place, critical_kw + mechanical_kw, draws);
        let water = units * value(item.water_m3_per_day.as_ref());
        draws.add(&crate::domain::Place::Site, Service::MakeUpWater, water);
    }
    if order.demand.service == Service::HeatRejection && !build.kept.is_empty() {
        let kept_kw: f64 = build.kept.iter().map(|k| f64::from(k.units) * k.unit_capacity).sum();
        let fans_kw = kept_kw * order.site.parameter(P::ReusedCoolingPowerPct) / 100.0;
        draws.electrical(order.site, place, fans_kw, Level::LowVoltage);
    }
}

/// New units that carry the most demand beside what is kept, without redundancy.
fn running_units(order: &Order, build: &Build) -> f64 {
    let kept: f64 = build.kept.iter().map(|k| f64::from(k.units) * k.unit_capacity).sum();
    let needed = ((order.most - kept).max(0.0) / build.unit_capacity.max(f64::MIN_POSITIVE)).ceil();
    match order.policy {
        Policy::NPlus(0) => build.units,
        _ => needed.min(build.units),
    }
}

/// Where the power of pumps and fans ends as heat.
fn shaft_heat(service: Service, place: &crate::domain::Place, kw: f64, draws: &mut Draws) {
    match service {
        Service::LiquidCooling => {
            draws.add(place, Service::FacilityWater, kw);
            draws.add(place, Service::HeatRejection, kw);
        }
        Service::FacilityWater => draws.add(place, Service::HeatRejection, kw),
        Service::AirCooling => draws.add(place, Service::ChilledWater, kw),
        _ => {}
    }
}

/// A new shell supplies floor and envelope by its own area.
fn covers(order: &Order, build: &Build) -> Vec<Draw> {
    let supplied = build.units * build.unit_capacity;
    let services = build.item.map(|item| item.also_supplies.as_slice()).unwrap_or_default();
    services.iter().map(|&service| Draw { service, place: order.demand.place.clone(), amount: supplied }).collect()
}

/// Greatest fault current behind the transformers of a build, kA.
fn fault_current(order: &Order, build: &Build) -> Option<f64> {
    if order.demand.service != Service::Transformation {
        return None;
    }
    let volts = hall_volts(order);
    let asset = |id: &str| order.site.assets.iter().find(|asset| asset.id == id);
    let kept = build.kept.iter().filter_map(|k| asset(&k.asset)).filter_map(|a| Some((a.nameplate, a.impedance_pct?)));
    let new = build.item.and_then(|item| Some((build.unit_capacity, item.impedance_pct.as_ref()?.value)));
    kept.chain(new).map(|(kva, impedance)| fault_current_ka(kva, volts, impedance)).reduce(f64::max)
}

/// Smallest fault current that the boards of a build can interrupt, kA.
fn interrupting_rating(order: &Order, build: &Build) -> Option<f64> {
    if order.demand.service != Service::LowVoltagePower {
        return None;
    }
    let asset = |id: &str| order.site.assets.iter().find(|asset| asset.id == id);
    let kept = build.kept.iter().filter_map(|k| asset(&k.asset)?.interrupting_rating_ka);
    let new = build.item.and_then(|item| item.interrupting_rating_ka.as_ref()).map(|figure| figure.value);
    kept.chain(new).reduce(f64::min)
}
