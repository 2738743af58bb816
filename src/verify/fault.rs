//! Fault levels: what transformers can feed into a fault, and what boards can interrupt.

use super::facts::Facts;
use super::rating::made_for;
use super::report::Report;
use super::words::said;
use crate::domain::Service;
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::FaultPoint;
use crate::gap::Verdict;
use crate::physics::electrical::fault_current_ka;
use crate::requirements::HallLoad;

/// In every hall, the weakest board interrupts what the strongest transformer feeds.
pub fn boards(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let (fault, rating) = (fault_ka(facts, bank), interrupting_ka(facts, bank));
        claimed(report, bank, "the fault current", bank.chosen.fault_current_ka, fault);
        claimed(report, bank, "the interrupting rating", bank.chosen.interrupting_rating_ka, rating);
    }
    for load in &facts.loads {
        let transformers = facts.bank_of(&load.place(), Service::Transformation);
        let boards = facts.bank_of(&load.place(), Service::LowVoltagePower);
        let fault = transformers.and_then(|bank| fault_ka(facts, bank));
        let rating = boards.and_then(|bank| interrupting_ka(facts, bank));
        if let (Some(fault), Some(rating)) = (fault, rating) {
            report.at_most(&load.hall, "the fault current behind the boards, kA,", fault, rating);
        }
        if let (Some(studied), Some(fault)) = (studied_ka(facts, load), fault) {
            report.at_most(&load.hall, "the fault current that the study has of the utility, kA,", studied, fault);
        }
    }
}

/// What the study lets the utility feed into a fault on the boards of a hall, kA.
fn studied_ka(facts: &Facts, load: &HallLoad) -> Option<f64> {
    let hall = facts.plan.studies.power.halls.iter().find(|hall| hall.hall == load.hall)?;
    hall.fault_levels.iter().find(|level| level.point == FaultPoint::LvBoard)?.utility_ka
}

fn claimed(report: &mut Report, bank: &BankPlan, what: &str, claimed: Option<f64>, found: Option<f64>) {
    match (claimed, found) {
        (Some(claimed), Some(found)) => report.equal(&bank.id, what, claimed, found),
        (None, None) => {}
        _ => report.wrong(&bank.id, format!("{what} is {} and should be {}", said(&claimed), said(&found))),
    }
}

/// What feeds the transformers of the halls at most, MVA: of all main transformers that can be kept or bought the one that
/// leaves most of the utility's fault level; all of it where there is none between, or one of them is not known.
fn strongest_source_mva(facts: &Facts) -> Option<f64> {
    let (site, bus_kv) = (facts.site, facts.conditions.medium_voltage_kv);
    let utility_mva = site.utility.fault_level_mva;
    let between = facts.demands.iter().any(|demand| demand.service == Service::HighVoltageTransformation);
    let kept = facts.ledger.iter().filter(|used| used.service == Some(Service::HighVoltageTransformation));
    let kept = kept.filter(|used| matches!(used.verdict, Verdict::Usable { .. })).map(|used| &used.asset);
    let kept = kept.filter_map(|id| site.assets.iter().find(|asset| asset.id == *id));
    let kept = kept.map(|asset| (asset.nameplate, asset.impedance_pct));
    let bought = site.catalog.items.values().filter(|item| {
        item.serves(Service::HighVoltageTransformation) && made_for(item, site.utility.voltage_kv).is_ok()
    });
    let bought =
        bought.filter_map(|item| Some((item.capacity.as_ref()?.value, item.impedance_pct.as_ref().map(|z| z.value))));
    let mut most: Option<f64> = None;
    for (kva, impedance_pct) in kept.chain(bought).filter(|_| between) {
        let Some(pct) = impedance_pct else { return utility_mva };
        let ka = fault_current_ka(kva, bus_kv * 1000.0, pct, utility_mva);
        let mva = 3f64.sqrt() * bus_kv * ka;
        most = Some(most.map_or(mva, |most| most.max(mva)));
    }
    most.or(utility_mva)
}

/// Greatest fault current behind the transformers of a bank whose impedance is known, whatever feeds them, kA.
fn fault_ka(facts: &Facts, bank: &BankPlan) -> Option<f64> {
    if bank.service != Service::Transformation {
        return None;
    }
    let kept = assets(facts, bank).filter_map(|asset| Some((asset.nameplate, asset.impedance_pct?)));
    let new = facts
        .item(&bank.chosen)
        .and_then(|item| Some((item.capacity.as_ref()?.value, item.impedance_pct.as_ref()?.value)));
    let (volts, source_mva) = (facts.low_voltage_v(&bank.place), strongest_source_mva(facts));
    kept.chain(new).map(|(kva, impedance)| fault_current_ka(kva, volts, impedance, source_mva)).reduce(f64::max)
}

/// Smallest interrupting rating of a bank's boards, kA.
fn interrupting_ka(facts: &Facts, bank: &BankPlan) -> Option<f64> {
    if bank.service != Service::LowVoltagePower {
        return None;
    }
    let kept = assets(facts, bank).filter_map(|asset| asset.interrupting_rating_ka);
    let new = facts.item(&bank.chosen).and_then(|item| Some(item.interrupting_rating_ka.as_ref()?.value));
    kept.chain(new).reduce(f64::min)
}

fn assets<'a>(facts: &'a Facts, bank: &'a BankPlan) -> impl Iterator<Item = &'a crate::validate::SiteAsset> {
    let find = |id: &String| facts.site.assets.iter().find(|asset| asset.id == *id);
    bank.chosen.kept.iter().filter_map(move |kept| find(&kept.asset))
}
