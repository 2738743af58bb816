//! Requirements: their banks, their fixed part, their sum, and the gap that assets leave.

use super::facts::Facts;
use super::failure::{least_left, units_of};
use super::kept::endowment;
use super::report::Report;
use crate::domain::Service;
use crate::domain::formula::evaluate;
use crate::domain::plan::{KeptAsset, Requirement};
use crate::gap::Verdict;
use crate::requirements::bank_id;

/// One bank for each requirement, one requirement for each bank, both of the service and place in their id.
pub fn paired(facts: &Facts, report: &mut Report) {
    let plan = facts.plan;
    for requirement in &plan.requirements {
        let id = &requirement.id;
        let banks = plan.banks.iter().filter(|bank| bank.id == *id).count();
        report.expect(banks == 1, id, || format!("{banks} banks supply it"));
        report.expect(*id == bank_id(&requirement.place, requirement.service), id, || {
            "is of another place or service".to_owned()
        });
    }
    for bank in &plan.banks {
        let id = &bank.id;
        let requirements = plan.requirements.iter().filter(|requirement| requirement.id == *id).count();
        report.expect(requirements == 1, id, || format!("it supplies {requirements} requirements"));
        report.expect(*id == bank_id(&bank.place, bank.service), id, || "is of another place or service".to_owned());
    }
}

/// Every demand of the inputs with its amount and derivation, and no other.
pub fn fixed(facts: &Facts, report: &mut Report) {
    let of = |id: &str| facts.plan.requirements.iter().find(|requirement| requirement.id == id);
    for demand in &facts.demands {
        let id = demand.id();
        let Some(requirement) = of(&id) else {
            report.wrong(&id, "is demanded and not in the plan");
            continue;
        };
        report.equal(&id, "the fixed part", requirement.fixed, demand.amount);
        let derivation = requirement.formula == demand.formula && requirement.inputs == demand.inputs;
        report.expect(derivation, &id, || "its formula or inputs are not those of the demand".to_owned());
        let told = (&requirement.drawn_by, &requirement.source) == (&demand.drawn_by, &demand.source);
        report.expect(told, &id, || "its source, or what draws on it, is not that of the demand".to_owned());
        match evaluate(&requirement.formula, &requirement.inputs) {
            Ok(value) => report.equal(&id, "what its formula gives", requirement.fixed, value),
            Err(error) => report.wrong(&id, format!("its formula cannot be evaluated: {error}")),
        }
    }
    for requirement in &facts.plan.requirements {
        let demanded = facts.demands.iter().any(|demand| demand.id() == requirement.id);
        report.expect(demanded, &requirement.id, || "nothing demands it".to_owned());
    }
}

/// Fixed part and draws, and the bank's copy of them.
pub fn sum(facts: &Facts, report: &mut Report) {
    for requirement in &facts.plan.requirements {
        let id = &requirement.id;
        report.equal(id, "the part drawn", requirement.drawn, facts.drawn(id));
        report.equal(id, "the amount", requirement.amount, requirement.fixed + requirement.drawn);
        if let Some(bank) = facts.bank(id) {
            report.equal(id, "what the bank must carry", bank.required, requirement.amount);
            report.equal(id, "what others supply", bank.supplied_by_others, facts.covered(id));
        }
    }
}

/// No amount is below what the loads that run demand.
pub fn demand(facts: &Facts, report: &mut Report) {
    for requirement in &facts.plan.requirements {
        if let Some(&least) = facts.balance.get(&requirement.id) {
            report.at_least(&requirement.id, "the amount", requirement.amount, least);
        }
    }
}

/// What assets and the site itself carry with the policy's failures taken, and what is missing.
pub fn gap(facts: &Facts, report: &mut Report) {
    for requirement in &facts.plan.requirements {
        let id = &requirement.id;
        report.equal(id, "what assets supply", requirement.from_assets, from_assets(facts, requirement));
        let missing = (requirement.amount - requirement.from_assets).max(0.0);
        report.equal(id, "the gap", requirement.gap, missing);
    }
}

fn from_assets(facts: &Facts, requirement: &Requirement) -> f64 {
    let (place, service) = (&requirement.place, requirement.service);
    let serving = facts.ledger.iter().filter(|asset| asset.service == Some(service) && asset.place == *place);
    let mut kept: Vec<KeptAsset> = serving
        .filter_map(|asset| match asset.verdict {
            Verdict::Usable { per_unit, .. } => Some(KeptAsset::in_place(asset.asset.clone(), asset.count, per_unit)),
            _ => None,
        })
        .collect();
    if let Some(Ok((asset, unit_capacity))) = endowment(facts, place, service) {
        kept.push(KeptAsset::in_place(asset, 1, unit_capacity));
    }
    match service {
        Service::GridImport => kept.iter().map(|kept| kept.unit_capacity).sum(),
        _ => least_left(&units_of(&kept, 0.0, 0.0), facts.policy(service)),
    }
}
