//! Fault levels: what transformers can feed into a fault, and what boards can interrupt.

use super::facts::Facts;
use super::report::Report;
use crate::domain::Service;
use crate::domain::plan::BankPlan;
use crate::physics::electrical::fault_current_ka;

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
    }
}

fn claimed(report: &mut Report, bank: &BankPlan, what: &str, claimed: Option<f64>, found: Option<f64>) {
    match (claimed, found) {
        (Some(claimed), Some(found)) => report.equal(&bank.id, what, claimed, found),
        (None, None) => {}
        _ => report.wrong(&bank.id, format!("{what} is {claimed:?} and should be {found:?}")),
    }
}

/// Greatest fault current behind the transformers of a bank whose impedance is known, kA.
fn fault_ka(facts: &Facts, bank: &BankPlan) -> Option<f64> {
    if bank.service != Service::Transformation {
        return None;
    }
    let kept = assets(facts, bank).filter_map(|asset| Some((asset.nameplate, asset.impedance_pct?)));
    let new = facts
        .item(&bank.chosen)
        .and_then(|item| Some((item.capacity.as_ref()?.value, item.impedance_pct.as_ref()?.value)));
    let (volts, source_mva) = (facts.low_voltage_v(&bank.place), facts.site.utility.fault_level_mva);
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
