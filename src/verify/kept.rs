//! What is kept: existing assets as judged, and what the site itself brings.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::rating::floor_load_kg_per_m2;
use super::report::Report;
use super::words::said;
use super::{moves, reasons};
use crate::domain::plan::{AssetDecision, BankPlan, Decision, KeptAsset};
use crate::domain::{Place, Service};
use crate::gap::{AssetUse, Verdict};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::{EnvelopeKind, HallKind};
use crate::validate::SiteHall;

/// Every kept asset of every bank.
pub fn usable(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        for kept in &bank.chosen.kept {
            match granted(facts, bank, kept) {
                Err(reason) => report.wrong(&bank.id, format!("keeps {}: {reason}", kept.asset)),
                Ok((units, capacity)) => {
                    report.at_most(&bank.id, &format!("units of {}", kept.asset), kept.units.into(), units.into());
                    let what = format!("the unit capacity of {}", kept.asset);
                    report.at_most(&bank.id, &what, kept.unit_capacity, capacity);
                }
            }
        }
    }
}

/// Units and unit capacity of what a bank keeps, or why it cannot.
fn granted(facts: &Facts, bank: &BankPlan, kept: &KeptAsset) -> Result<(u32, f64), String> {
    if let Some(own) = endowment(facts, &bank.place, bank.service) {
        let (name, capacity) = own?;
        if name == kept.asset {
            return Ok((1, capacity));
        }
    }
    if let Some(id) = kept.asset.strip_prefix("fiber_routes.") {
        let exists = bank.service == Service::FiberRoutes && facts.site.fiber_routes.iter().any(|route| route.id == id);
        return if exists { Ok((1, 1.0)) } else { Err("no such route".to_owned()) };
    }
    if let Some(from) = &kept.moved_from {
        return moves::granted(facts, bank, kept, from);
    }
    let asset = facts.ledger.iter().find(|asset| asset.asset == kept.asset).ok_or("the site has no such asset")?;
    if asset.service != Some(bank.service) || asset.place != bank.place {
        return Err("it serves another place or service".to_owned());
    }
    match &asset.verdict {
        Verdict::Usable { per_unit, .. } => Ok((asset.count, *per_unit)),
        Verdict::Rejected { because } => Err(because.clone()),
        Verdict::Untouched => Err("it serves a hall that is not converted".to_owned()),
        Verdict::Movable { .. } => Err("it serves only after a move".to_owned()),
    }
}

/// What the site itself brings to a service in a place: its name in the facility and its amount, or why it does not count.
pub fn endowment(facts: &Facts, place: &Place, service: Service) -> Option<Result<(String, f64), String>> {
    let site = facts.site;
    let of_site = |name: &str, amount: f64| Some(Ok((name.to_owned(), amount)));
    match service {
        Service::GridImport => of_site("utility.firm_mw", site.utility.firm_mw - site.utility.curtailable_mw),
        Service::MakeUpWater => of_site("water.available_m3_per_day", site.water_m3_per_day),
        Service::Yard => of_site("land.yard_m2", yard_m2(facts)),
        Service::WhiteSpace | Service::FloorRating | Service::Envelope => {
            facts.hall(place).map(|hall| of_building(facts, hall, service))
        }
        _ => None,
    }
}

/// Free ground, and that of convertible halls which are no buildings, m2.
pub fn yard_m2(facts: &Facts) -> f64 {
    let cleared = facts.site.halls.iter().filter(|hall| hall.is_converted() && hall.kind != HallKind::Building);
    facts.site.yard_m2 + cleared.map(|hall| hall.length_m * hall.width_m).sum::<f64>()
}

/// The usable floor of a building that is high enough, where it bears the racks and is closed as the service asks.
fn of_building(facts: &Facts, hall: &SiteHall, service: Service) -> Result<(String, f64), String> {
    let site = facts.site;
    let high_enough = hall.clear_height_m >= site.target.rack.height_m + site.parameter(P::ClearanceAboveRackM);
    if hall.kind != HallKind::Building || !high_enough {
        return Err("no building stands there in which racks fit".to_owned());
    }
    let bears = hall.slab_kg_per_m2.is_some_and(|slab| slab >= floor_load_kg_per_m2(site));
    let (path, fit) = match service {
        Service::FloorRating => (".slab_kg_per_m2", bears),
        Service::Envelope => (".envelope", hall.envelope == EnvelopeKind::Insulated),
        _ => ("", true),
    };
    let floor_m2 = hall.length_m * hall.width_m * site.parameter(P::UsableFloorPct) / 100.0;
    if fit { Ok((format!("halls.{}{path}", hall.id), floor_m2)) } else { Err("the hall is not fit for it".to_owned()) }
}

/// No more units are kept, in place or moved, than there are; what is no equipment, once.
pub fn once(facts: &Facts, report: &mut Report) {
    let mut uses: BTreeMap<&str, u32> = BTreeMap::new();
    for kept in facts.plan.banks.iter().flat_map(|bank| &bank.chosen.kept) {
        let total = uses.entry(&kept.asset).or_default();
        *total = total.saturating_add(kept.units);
    }
    for (id, units) in uses {
        let count = facts.site.assets.iter().find(|asset| asset.id == id).map_or(1, |asset| asset.count);
        report.expect(units <= count, id, || format!("{units} units are kept of {count}"));
    }
    for bank in &facts.plan.banks {
        let mut kept: Vec<&str> = bank.chosen.kept.iter().map(|kept| kept.asset.as_str()).collect();
        kept.sort_unstable();
        report.expect(kept.windows(2).all(|pair| pair[0] != pair[1]), &bank.id, || "keeps one asset twice".to_owned());
    }
}

/// One decision for each asset of the facility, and none besides.
pub fn decisions(facts: &Facts, report: &mut Report) {
    for (asset, verdict) in facts.site.assets.iter().zip(&facts.ledger) {
        let mut decisions = facts.plan.assets.iter().filter(|decision| decision.id == asset.id);
        match (decisions.next(), decisions.next()) {
            (Some(decision), None) => decided(facts, decision, verdict, report),
            _ => report.wrong(&asset.id, "has not one decision"),
        }
    }
    for decision in &facts.plan.assets {
        let exists = facts.site.assets.iter().any(|asset| asset.id == decision.id);
        report.expect(exists, &decision.id, || "the site has no such asset".to_owned());
    }
}

fn decided(facts: &Facts, decision: &AssetDecision, verdict: &AssetUse, report: &mut Report) {
    let id = &decision.id;
    let uses = || facts.plan.banks.iter().flat_map(|bank| bank.chosen.kept.iter().map(move |kept| (bank, kept)));
    let moved = uses().find(|(_, kept)| kept.asset == *id && kept.moved_from.is_some());
    let (expected, per_unit) = match (&verdict.verdict, moved) {
        (_, Some((bank, kept))) => {
            let granted = moves::granted(facts, bank, kept, &verdict.place);
            (Decision::Move, granted.map_or(f64::NAN, |(_, capacity)| capacity))
        }
        (Verdict::Usable { per_unit, .. }, None) if uses().any(|(_, kept)| kept.asset == *id) => {
            (Decision::Reuse, *per_unit)
        }
        (Verdict::Usable { per_unit, .. }, None) => (Decision::NotNeeded, *per_unit),
        (Verdict::Movable { .. }, None) => (Decision::NotNeeded, 0.0),
        (Verdict::Rejected { .. }, None) => (Decision::Reject, 0.0),
        (Verdict::Untouched, None) => (Decision::Untouched, 0.0),
    };
    let same = decision.decision == expected;
    report.expect(same, id, || format!("decided {} and should be {}", said(&decision.decision), said(&expected)));
    report.equal(id, "usable per unit", decision.usable_per_unit, per_unit);
    let told =
        decision.count == verdict.count && decision.place == verdict.place && decision.service == verdict.service;
    report.expect(told, id, || "count, place or service is not the facility's".to_owned());
    reasons::of_asset(facts, decision, verdict, report);
}
