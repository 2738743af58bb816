//! The banks with what was chosen, and every alternative with its cost and the reason against it.

use std::collections::BTreeSet;

use crate::banks::Bank;
use crate::domain::format::amount;
use crate::domain::plan::{Alternative, BankPlan, CandidatePlan, Requirement};

use super::Findings;
use super::rest::Rest;

/// Every bank, in the order of the requirements.
pub fn banks(findings: &Findings, requirements: &[Requirement]) -> Vec<BankPlan> {
    let rest = Rest::of(findings);
    let banks = findings.banks.iter().zip(requirements);
    banks.map(|(bank, requirement)| plan(&rest, bank, requirement)).collect()
}

fn plan<'a>(rest: &Rest<'a>, bank: &'a Bank, requirement: &Requirement) -> BankPlan {
    let chosen = rest.chosen(bank);
    let supplied_by_others = rest.covered(bank);
    let required = requirement.amount - supplied_by_others;
    let others = runners_up(bank, chosen, required).into_iter().map(|other| told(rest, bank, other, required));
    let mut alternatives: Vec<Alternative> = others.chain(bank.rejected.iter().cloned()).collect();
    // What would carry the load first, cheapest first; then what would not; then what was not admissible.
    alternatives.sort_by(|a, b| rank(a, required).total_cmp(&rank(b, required)));
    BankPlan {
        id: bank.id.clone(),
        service: bank.service,
        place: bank.place.clone(),
        policy: bank.policy,
        required: requirement.amount,
        supplied_by_others,
        chosen: chosen.clone(),
        alternatives,
    }
}

fn rank(alternative: &Alternative, required: f64) -> f64 {
    match (alternative.cost_usd, alternative.usable) {
        (Some(cost), Some(usable)) if carries(usable, required) && !alternative.barred => cost,
        (Some(cost), _) => 1e15 + cost,
        (None, _) => f64::INFINITY,
    }
}

fn carries(usable: f64, required: f64) -> bool {
    usable >= required * (1.0 - 1e-9)
}

/// The ways that were not chosen, one for each combination of kept assets, item and delivery: the cheapest that carries the load,
/// else the cheapest.
fn runners_up<'a>(bank: &'a Bank, chosen: &CandidatePlan, required: f64) -> Vec<&'a CandidatePlan> {
    let kind = |c: &CandidatePlan| {
        let kept: Vec<String> = c.kept.iter().map(|kept| kept.asset.clone()).collect();
        (kept, c.item.clone(), c.parts.iter().map(|part| part.item.clone()).collect::<Vec<_>>(), c.mode)
    };
    let mut seen = BTreeSet::from([kind(chosen)]);
    // Where nothing need be bought, not to buy is no other way.
    let buys = |c: &&CandidatePlan| !(c.parts.is_empty() && chosen.parts.is_empty());
    let mut others: Vec<&CandidatePlan> = bank.candidates.iter().chain(&bank.dropped).filter(buys).collect();
    others.sort_by(|a, b| a.cost.likely.total_cmp(&b.cost.likely));
    let (sufficient, short): (Vec<_>, Vec<_>) = others.into_iter().partition(|c| carries(c.usable, required));
    sufficient.into_iter().chain(short).filter(|c| seen.insert(kind(c))).collect()
}

/// A way with the limit that it would break, else with what speaks against it.
fn told<'a>(rest: &Rest<'a>, bank: &'a Bank, other: &'a CandidatePlan, required: f64) -> Alternative {
    let limit = match carries(other.usable, required) {
        true => rest.limit(bank, other),
        false => Some(shortage(bank, other.usable, required)),
    };
    Alternative::of(other, limit.is_some(), limit.unwrap_or_else(|| rest.reason(bank, other)))
}

fn shortage(bank: &Bank, usable: f64, required: f64) -> String {
    let unit = bank.service.info().unit;
    format!("carries {} {unit} with its failures taken; {} {unit} are needed", amount(usable), amount(required))
}
