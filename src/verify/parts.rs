//! What a choice takes: the item in its units and the ground it stands on, a route's works, the utility's steps.

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use super::{fiber, moves, on_order};
use crate::domain::Service;
use crate::domain::plan::BankPlan;
use crate::input::catalog::{FootprintIn, Item};
use crate::input::facility::FiberKind;
use crate::validate::SiteRoute;

/// Relative difference of quantities that is noise.
const NOISE: f64 = 1e-9;

/// Every bank's parts against what its choice takes.
pub fn quantities(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let claimed = sorted(bank.chosen.parts.iter().map(|part| (part.item.clone(), part.quantity)).collect());
        let taken = sorted(taken(facts, bank));
        report.expect(same(&claimed, &taken), &bank.id, || {
            format!("its parts are {} and should be {}", said(&claimed), said(&taken))
        });
        if bank.service == Service::GridImport {
            let added = bank.chosen.units * bank.chosen.unit_capacity;
            report.equal(&bank.id, "the power added, MW,", added, steps(facts, bank).map(|step| step.added_mw).sum());
        }
    }
}

type Quantities = Vec<(String, f64)>;

fn sorted(mut parts: Quantities) -> Quantities {
    parts.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    parts
}

fn same(a: &Quantities, b: &Quantities) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= b.abs() * NOISE;
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && near(a.1, b.1))
}

fn taken(facts: &Facts, bank: &BankPlan) -> Quantities {
    match bank.service {
        Service::GridImport => steps(facts, bank).map(|step| (format!("utility.increases.{}", step.id), 1.0)).collect(),
        Service::FiberRoutes => fiber::chosen(facts, bank).into_iter().flat_map(|route| works(facts, route)).collect(),
        _ => units_and_ground(facts, bank),
    }
}

/// The utility's priced steps that a bank buys, each once.
pub fn steps<'a>(facts: &Facts<'a>, bank: &'a BankPlan) -> impl Iterator<Item = &'a crate::input::facility::Increase> {
    let bought = |id: &str| bank.chosen.parts.iter().any(|part| part.item == format!("utility.increases.{id}"));
    let priced = facts.site.utility.increases.iter().filter(|step| step.cost_usd.is_some());
    priced.filter(move |step| bought(&step.id))
}

/// Strands leased over what exists, construction of the rest, crossings and amplifiers.
fn works(facts: &Facts, route: &SiteRoute) -> Quantities {
    let mut works = Vec::new();
    let leased_km = if route.fiber == FiberKind::Dark { route.length_km - route.build_km } else { 0.0 };
    let strands = f64::from(facts.site.target.fiber.strands_per_route);
    let builds = |item: &&Item| item.build_method.is_some() && item.build_method == route.build_method;
    let built = facts.site.catalog.items_for(Service::FiberRoutes).find(builds);
    works.push(("dark_fiber_iru".to_owned(), leased_km * strands));
    works.push((built.map_or_else(|| "construction".to_owned(), |item| item.id.clone()), route.build_km));
    works.push(("railroad_crossing".to_owned(), route.railroad_crossings.into()));
    works.push(("inline_amplifier_site".to_owned(), route.amplifiers.into()));
    works.retain(|(_, quantity)| *quantity > 0.0);
    works
}

/// The item in its units, the moves, and the preparation of the ground they take outdoors.
fn units_and_ground(facts: &Facts, bank: &BankPlan) -> Quantities {
    let chosen = &bank.chosen;
    let works = moves::works(facts, chosen).into_iter();
    let mut parts: Quantities = works.map(|(work, units)| (work.id.clone(), units)).collect();
    let mut yard_m2 = moves::footprint_m2(facts, chosen, FootprintIn::Yard);
    if let Some(item) = facts.item(chosen) {
        let new = chosen.units - on_order::of_bank(bank);
        let on_order = chosen.ordered.iter().map(|ordered| ordered.units);
        parts.extend(on_order.chain([new]).filter(|units| *units > 0.0).map(|units| (item.id.clone(), units)));
        let outdoors = item.footprint_in == Some(FootprintIn::Yard);
        let footprint = item.footprint_m2.as_ref().filter(|_| outdoors);
        yard_m2 += footprint.map_or(0.0, |figure| figure.value) * chosen.units;
    }
    let preparation = facts.site.catalog.items_for(Service::Yard).find(|item| item.cost_usd.is_some());
    parts.extend(preparation.filter(|_| yard_m2 > 0.0).map(|item| (item.id.clone(), yard_m2)));
    parts
}
