//! The banks with what was chosen, and every alternative with its cost and the reason against it.

use std::collections::{BTreeMap, BTreeSet};

use crate::banks::prune::NO_BETTER;
use crate::banks::{Bank, draw_id, drawn};
use crate::domain::format::{amount, usd};
use crate::domain::plan::{Alternative, BankPlan, CandidatePlan, Requirement};
use crate::domain::{Place, Service, Total};
use crate::requirements::bank_id;

use super::Findings;

/// Every bank, in the order of the requirements.
pub fn banks(findings: &Findings, requirements: &[Requirement]) -> Vec<BankPlan> {
    let whole = Whole::of(findings);
    let banks = findings.banks.iter().zip(requirements);
    banks.map(|(bank, requirement)| plan(findings, &whole, bank, requirement)).collect()
}

/// What all chosen candidates come to, worked out once for all banks.
struct Whole<'a> {
    /// What they supply of other banks' services, by the bank's id.
    covers: BTreeMap<String, f64>,
    /// The limits of the site: each with its bank and what is asked of it.
    limits: Vec<(Service, &'a Bank, f64)>,
}

impl<'a> Whole<'a> {
    fn of(findings: &Findings<'a>) -> Whole<'a> {
        let chosen = || findings.choice.chosen.values();
        let mut covers = BTreeMap::new();
        for cover in chosen().flat_map(|candidate| &candidate.covers) {
            *covers.entry(draw_id(cover)).or_default() += cover.amount;
        }
        let limit = |service| {
            let bank = findings.banks.iter().find(|bank| bank.service == service && bank.place == Place::Site)?;
            let all: f64 = chosen().map(|candidate| drawn(candidate, &Place::Site, service)).total();
            Some((service, bank, bank.fixed + all))
        };
        let limits = [Service::GridImport, Service::MakeUpWater, Service::Yard].into_iter().filter_map(limit).collect();
        Whole { covers, limits }
    }
}

fn plan(findings: &Findings, whole: &Whole, bank: &Bank, requirement: &Requirement) -> BankPlan {
    let chosen = &findings.choice.chosen[&bank.id];
    let supplied_by_others = whole.covers.get(&bank.id).copied().unwrap_or_default();
    let required = requirement.amount - supplied_by_others;
    let dropped = bank.rejected.iter().map(|dropped| with_shortage(bank, dropped, required));
    let mut alternatives: Vec<Alternative> =
        runners_up(findings, whole, bank, chosen, required).into_iter().chain(dropped).collect();
    name_better(findings, bank, chosen, &mut alternatives);
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

/// A dominated candidate that would not have carried the load has that as its reason.
fn with_shortage(bank: &Bank, dropped: &Alternative, required: f64) -> Alternative {
    match dropped.usable {
        Some(usable) if !carries(usable, required) => {
            Alternative { barred: true, reason: shortage(bank, usable, required), ..dropped.clone() }
        }
        _ => dropped.clone(),
    }
}

/// A way as a plan tells of it: label, likely cost, usable capacity.
type Told = (String, Option<f64>, Option<f64>);

/// What beats a way is named by its item where the plan does not tell of it in that number.
fn name_better(findings: &Findings, bank: &Bank, chosen: &CandidatePlan, alternatives: &mut [Alternative]) {
    let chosen = (chosen.label.clone(), Some(chosen.cost.likely), Some(chosen.usable));
    let others = alternatives.iter().map(|other| (other.label.clone(), other.cost_usd, other.usable));
    let told: Vec<Told> = others.chain([chosen]).collect();
    for other in alternatives {
        let item = untold_better(bank, &told, other).and_then(|id| findings.site.catalog.items.get(id));
        if let Some(item) = item {
            other.reason = format!("{NO_BETTER}{}", item.name);
        }
    }
}

/// The item of what beats a way, where the plan does not tell of that and its name alone says enough: one of another number of the
/// same item would not.
fn untold_better<'a>(bank: &'a Bank, told: &[Told], other: &Alternative) -> Option<&'a String> {
    let better = other.reason.strip_prefix(NO_BETTER)?;
    let mut named = told.iter().filter(|(label, ..)| label == better).peekable();
    let reads_alike = named.peek().is_some();
    if named.any(|(_, cost, usable)| *cost <= other.cost_usd && *usable >= other.usable) {
        return None;
    }
    let item = bank.candidates.iter().find(|way| way.label == better)?.item.as_ref();
    item.filter(|item| reads_alike || Some(*item) != other.item.as_ref())
}

fn shortage(bank: &Bank, usable: f64, required: f64) -> String {
    let unit = bank.service.info().unit;
    format!("carries {} {unit} with its failures taken; {} {unit} are needed", amount(usable), amount(required))
}

/// The candidates that were not chosen, one for each combination of kept assets, item and delivery: the cheapest that
/// carries the load, else the cheapest.
fn runners_up(
    findings: &Findings,
    whole: &Whole,
    bank: &Bank,
    chosen: &CandidatePlan,
    required: f64,
) -> Vec<Alternative> {
    let kind = |c: &CandidatePlan| {
        let kept: Vec<String> = c.kept.iter().map(|kept| kept.asset.clone()).collect();
        (kept, c.item.clone(), c.parts.iter().map(|part| part.item.clone()).collect::<Vec<_>>(), c.mode)
    };
    let mut seen = BTreeSet::from([kind(chosen)]);
    let mut others: Vec<&CandidatePlan> = bank.candidates.iter().filter(|c| *c != chosen).collect();
    others.sort_by(|a, b| a.cost.likely.total_cmp(&b.cost.likely));
    let sufficient = others.iter().filter(|c| carries(c.usable, required));
    let short = others.iter().filter(|c| !carries(c.usable, required));
    let distinct = sufficient.chain(short).filter(|c| seen.insert(kind(c)));
    let limit = |other: &CandidatePlan| match carries(other.usable, required) {
        true => fault_limit(findings, bank, other).or_else(|| site_limit(whole, chosen, other)),
        false => Some(shortage(bank, other.usable, required)),
    };
    let told = |other: &CandidatePlan| {
        let limit = limit(other);
        Alternative::of(other, limit.is_some(), limit.unwrap_or_else(|| reason(chosen, other)))
    };
    distinct.map(|other| told(other)).collect()
}

/// Why a candidate that carries the load within all limits was not chosen.
fn reason(chosen: &CandidatePlan, other: &CandidatePlan) -> String {
    let dearer = other.cost.likely - chosen.cost.likely;
    if dearer >= 1.0 {
        return format!("costs {} more", usd(dearer));
    }
    let less = if dearer > -1.0 { "costs the same".to_owned() } else { format!("costs {} less itself", usd(-dearer)) };
    match more_drawn(chosen, other) {
        Some(what) => format!("{less}, but {what}"),
        None => format!("{less}, but does not fit the rest of the plan (dates, or plant that it would need elsewhere)"),
    }
}

/// Boards and transformers that do not go together with what was chosen of the other, in words.
fn fault_limit(findings: &Findings, bank: &Bank, other: &CandidatePlan) -> Option<String> {
    let chosen = |service| findings.choice.chosen.get(&bank_id(&bank.place, service));
    match bank.service {
        Service::LowVoltagePower => {
            let (rated, fault) = (other.interrupting_rating_ka?, chosen(Service::Transformation)?.fault_current_ka?);
            (rated < fault).then(|| format!("interrupts {rated:.1} kA; {fault:.1} kA can flow into a fault"))
        }
        Service::Transformation => {
            let (rated, fault) = (chosen(Service::LowVoltagePower)?.interrupting_rating_ka?, other.fault_current_ka?);
            too_strong(fault, rated)
        }
        _ => None,
    }
}

/// Why transformers cannot stand before boards of such a rating, kA; nothing where they can.
pub fn too_strong(fault_ka: f64, rated_ka: f64) -> Option<String> {
    (rated_ka < fault_ka)
        .then(|| format!("can feed {fault_ka:.1} kA into a fault; the boards of this plan interrupt {rated_ka:.1} kA"))
}

/// A limit of the site that the other candidate would break in the chosen one's place.
fn site_limit(whole: &Whole, chosen: &CandidatePlan, other: &CandidatePlan) -> Option<String> {
    whole.limits.iter().find_map(|&(service, bank, asked)| {
        let of = |candidate: &CandidatePlan| drawn(candidate, &Place::Site, service);
        let needed = asked - of(chosen) + of(other);
        let most = bank.candidates.iter().map(|candidate| candidate.usable).fold(0.0, f64::max);
        let info = service.info();
        (needed > most * (1.0 + 1e-9)).then(|| {
            format!("would need {} {} of {}; {} can be had", amount(needed), info.unit, info.label, amount(most))
        })
    })
}

/// The service of which another candidate draws most more than the chosen one, in words.
fn more_drawn(chosen: &CandidatePlan, other: &CandidatePlan) -> Option<String> {
    let growth = other.draws.iter().map(|draw| (draw, draw.amount - drawn(chosen, &draw.place, draw.service)));
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
