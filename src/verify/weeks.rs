//! Lead and installation of what was chosen.

use super::facts::Facts;
use super::report::Report;
use super::{moves, on_order};
use crate::domain::plan::BankPlan;
use crate::domain::{Range, Service};
use crate::input::catalog::{DurationOf, Estimate, Item};
use crate::input::facility::Permit;

/// Every bank's lead and installation.
pub fn banks(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let chosen = &bank.chosen;
        let can_be_hastened = facts.item(chosen).is_some_and(|item| item.expedite.is_some());
        report.expect(!chosen.expedited || can_be_hastened, &bank.id, || "cannot be expedited".to_owned());
        let (lead, install) = weeks(facts, bank);
        three_points(report, &bank.id, "lead", chosen.lead_weeks, lead);
        three_points(report, &bank.id, "installation", chosen.install_weeks, install);
        let free = moves::free_on(facts, bank).max(on_order::arrives(facts, bank));
        report.expect(chosen.not_before == free, &bank.id, || format!("is free to be installed from {free:?} on"));
    }
}

fn three_points(report: &mut Report, id: &str, what: &str, claimed: Range, found: Range) {
    for (end, claimed, found) in
        [("low", claimed.low, found.low), ("likely", claimed.likely, found.likely), ("high", claimed.high, found.high)]
    {
        report.equal(id, &format!("{what} weeks, {end},"), claimed, found);
    }
}

fn weeks(facts: &Facts, bank: &BankPlan) -> (Range, Range) {
    match (bank.service, facts.item(&bank.chosen)) {
        (Service::GridImport, _) => (of_steps(facts, bank), Range::ZERO),
        (Service::FiberRoutes, _) => of_works(facts, bank),
        (Service::OnSitePower, Some(item)) => (lead(item, bank).max(air_permit(facts)), installed(facts, bank)),
        (_, Some(item)) => (lead(item, bank).max(moving(facts, bank)), installed(facts, bank)),
        (_, None) => (moving(facts, bank), installed(facts, bank)),
    }
}

/// The longest preparation of a move.
fn moving(facts: &Facts, bank: &BankPlan) -> Range {
    moves::works(facts, &bank.chosen).iter().map(|(work, _)| work.lead_weeks.range()).fold(Range::ZERO, Range::max)
}

/// New units, then those that are moved.
fn installed(facts: &Facts, bank: &BankPlan) -> Range {
    let new = facts.item(&bank.chosen).map(|item| install(facts, item, bank.service, bank.chosen.units));
    let moved = moves::works(facts, &bank.chosen);
    new.into_iter().chain(moved.iter().map(|(work, units)| install(facts, work, bank.service, *units))).sum()
}

/// The weeks of the air permit on the path it takes here.
fn air_permit(facts: &Facts) -> Range {
    if facts.site.permits_held.contains(&Permit::Air) {
        return Range::ZERO;
    }
    let activity = facts.site.catalog.activities.iter().find(|activity| activity.permit == Some(Permit::Air));
    let path = facts.site.approval_paths.get(&Permit::Air);
    let estimate = activity.and_then(|a| path.and_then(|path| a.by_path.get(path)).or(a.duration_weeks.as_ref()));
    estimate.map_or(Range::ZERO, Estimate::range)
}

/// The longest of the utility's steps that are bought.
fn of_steps(facts: &Facts, bank: &BankPlan) -> Range {
    let bought = |id: &str| bank.chosen.parts.iter().any(|part| part.item == format!("utility.increases.{id}"));
    let steps = facts.site.utility.increases.iter().filter(|step| bought(&step.id));
    steps.map(|step| Range::from(step.lead_weeks)).fold(Range::ZERO, Range::max)
}

/// The longest permit and the longest work of the routes, which are built beside each other.
fn of_works(facts: &Facts, bank: &BankPlan) -> (Range, Range) {
    let items =
        || bank.chosen.parts.iter().filter_map(|part| Some((facts.site.catalog.items.get(&part.item)?, part.quantity)));
    let lead = items().map(|(item, _)| item.lead_weeks.range()).fold(Range::ZERO, Range::max);
    let install = items().map(|(item, quantity)| item.install_weeks.range() * (quantity / item.install_batch));
    (lead, install.fold(Range::ZERO, Range::max))
}

/// None where nothing is left to order.
fn lead(item: &Item, bank: &BankPlan) -> Range {
    if on_order::of_bank(bank) >= bank.chosen.units {
        return Range::ZERO;
    }
    let hastened = item.expedite.as_ref().filter(|_| bank.chosen.expedited);
    let saved_pct = hastened.map_or(0.0, |expedite| expedite.lead_saved_pct.value);
    item.lead_weeks.range().map(|weeks| weeks - weeks * saved_pct / 100.0)
}

/// Batches shared by the crews of the first activity that installs the service; single units are not shared.
fn install(facts: &Facts, item: &Item, service: Service, units: f64) -> Range {
    let activities = facts.site.catalog.activities.iter();
    let mut installing = activities.filter(|activity| activity.duration_of == Some(DurationOf::Install));
    let activity = installing.find(|activity| activity.services.contains(&service));
    let crews = activity.and_then(|activity| activity.crews).unwrap_or(1);
    let batches_of_a_crew = units / (item.install_batch * f64::from(crews));
    // Noise must not add a unit to a crew's share.
    let rounds = if item.install_batch == 1.0 { (batches_of_a_crew - 1e-9).ceil() } else { batches_of_a_crew };
    item.install_weeks.range().map(|weeks| weeks * rounds)
}
