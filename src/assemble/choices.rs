//! The banks with what was chosen, and every alternative with its cost and the reason against it.

use std::collections::BTreeSet;

use crate::banks::{Bank, draw_id};
use crate::domain::format::{amount, usd};
use crate::domain::plan::{Alternative, BankPlan, CandidatePlan, Requirement};

use super::Findings;

/// Every bank, in the order of the requirements.
pub fn banks(findings: &Findings, requirements: &[Requirement]) -> Vec<BankPlan> {
    findings.banks.iter().zip(requirements).map(|(bank, requirement)| plan(findings, bank, requirement)).collect()
}

fn plan(findings: &Findings, bank: &Bank, requirement: &Requirement) -> BankPlan {
    let chosen = &findings.choice.chosen[&bank.id];
    let covers = findings.choice.chosen.values().flat_map(|candidate| &candidate.covers);
    let supplied_by_others: f64 = covers.filter(|cover| draw_id(cover) == bank.id).map(|cover| cover.amount).sum();
    let mut alternatives = runners_up(bank, chosen, requirement.amount - supplied_by_others);
    alternatives.extend(bank.rejected.iter().cloned());
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

/// The candidates that were not chosen, cheapest first, one for each combination of kept assets, item and delivery.
fn runners_up(bank: &Bank, chosen: &CandidatePlan, required: f64) -> Vec<Alternative> {
    let kind = |c: &CandidatePlan| {
        let kept: Vec<String> = c.kept.iter().map(|kept| kept.asset.clone()).collect();
        (kept, c.item.clone(), c.parts.iter().map(|part| part.item.clone()).collect::<Vec<_>>(), c.expedited)
    };
    let mut seen = BTreeSet::from([kind(chosen)]);
    let mut others: Vec<&CandidatePlan> = bank.candidates.iter().filter(|c| *c != chosen).collect();
    others.sort_by(|a, b| a.cost.likely.total_cmp(&b.cost.likely));
    let sufficient = others.iter().filter(|c| c.usable >= required);
    let short = others.iter().filter(|c| c.usable < required);
    let distinct = sufficient.chain(short).filter(|c| seen.insert(kind(c)));
    distinct.map(|other| alternative(bank, chosen, other, required)).collect()
}

fn alternative(bank: &Bank, chosen: &CandidatePlan, other: &CandidatePlan, required: f64) -> Alternative {
    Alternative {
        label: other.label.clone(),
        cost_usd: Some(other.cost.likely),
        lead_weeks: Some(other.lead_weeks.likely),
        reason: reason(bank, chosen, other, required),
    }
}

fn reason(bank: &Bank, chosen: &CandidatePlan, other: &CandidatePlan, required: f64) -> String {
    let unit = bank.service.info().unit;
    if other.usable < required * (1.0 - 1e-9) {
        let (carried, needed) = (amount(other.usable), amount(required));
        return format!("carries {carried} {unit} with its failures taken; {needed} {unit} are needed");
    }
    let dearer = other.cost.likely - chosen.cost.likely;
    if dearer >= 1.0 {
        return format!("costs {} more", usd(dearer));
    }
    let less = if dearer > -1.0 { "costs the same".to_owned() } else { format!("costs {} less itself", usd(-dearer)) };
    match more_drawn(chosen, other) {
        Some(what) => format!("{less}, but {what}"),
        None => format!("{less}, but does not fit the rest of the plan (limits, fault level or dates)"),
    }
}

/// The service of which another candidate draws most more than the chosen one, in words.
fn more_drawn(chosen: &CandidatePlan, other: &CandidatePlan) -> Option<String> {
    let drawn = |candidate: &CandidatePlan, id: &str| -> f64 {
        candidate.draws.iter().filter(|draw| draw_id(draw) == id).map(|draw| draw.amount).sum()
    };
    let growth = other.draws.iter().map(|draw| (draw, draw.amount - drawn(chosen, &draw_id(draw))));
    let most = growth
        .filter(|(_, more)| *more > 0.0)
        .max_by(|a, b| relative(a.1, a.0.amount).total_cmp(&relative(b.1, b.0.amount)));
    most.map(|(draw, more)| {
        let info = draw.service.info();
        format!("draws {} {} more of {}", amount(more), info.unit, info.label)
    })
}

fn relative(more: f64, of: f64) -> f64 {
    more / of.abs().max(1e-9)
}
