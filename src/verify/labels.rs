//! Labels: what was chosen, and what was not, says what it is made of.

use super::facts::Facts;
use super::report::Report;
use super::{fiber, parts};
use crate::domain::format::amount;
use crate::domain::plan::{BankPlan, KeptAsset};
use crate::domain::{Place, Service};
use crate::input::catalog::{DurationOf, Item};

/// The label of every bank says what is kept, what is bought, and how time is bought.
pub fn labels(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let label = match bank.service {
            Service::GridImport => of_grid(facts, bank),
            Service::FiberRoutes => of_routes(facts, bank),
            _ => of_plant(facts, bank),
        };
        report.expect(bank.chosen.label == label, &bank.id, || {
            format!("is called `{}` and should be called `{label}`", bank.chosen.label)
        });
    }
}

fn of_grid(facts: &Facts, bank: &BankPlan) -> String {
    let utility = &facts.site.utility;
    let steps = parts::steps(facts, bank).map(|step| format!(" + {} MW by {}", step.added_mw, step.id));
    format!("{} MW firm{}", utility.firm_mw - utility.curtailable_mw, steps.collect::<String>())
}

fn of_routes(facts: &Facts, bank: &BankPlan) -> String {
    let routes = fiber::chosen(facts, bank).into_iter();
    let told = routes.map(|route| format!("{} ({:.2} ms)", route.id, fiber::round_trip_ms(facts, route)));
    told.collect::<Vec<_>>().join(" + ")
}

fn of_plant(facts: &Facts, bank: &BankPlan) -> String {
    let mut all: Vec<String> = bank.chosen.kept.iter().map(|kept| of_kept(facts, kept)).collect();
    all.extend(facts.item(&bank.chosen).map(|item| of_item(facts, bank, item)));
    if all.is_empty() { "nothing".to_owned() } else { all.join(" + ") }
}

fn of_kept(facts: &Facts, kept: &KeptAsset) -> String {
    let (units, asset) = (kept.units, &kept.asset);
    let all = facts.site.assets.iter().find(|it| it.id == *asset).is_none_or(|it| units >= it.count);
    match &kept.moved_from {
        Some(Place::Site) => format!("{units} x {asset} moved from the yard"),
        Some(Place::Hall(hall)) => format!("{units} x {asset} moved from {hall}"),
        None if all => format!("existing {asset}"),
        None => format!("{units} of existing {asset}"),
    }
}

fn of_item(facts: &Facts, bank: &BankPlan, item: &Item) -> String {
    let ordered: f64 = bank.chosen.ordered.iter().map(|ordered| ordered.units).sum();
    let of = if item.is_measured() { format!("{} of", item.unit) } else { "x".to_owned() };
    let on_order = if ordered > 0.0 { format!(", {} of them on order", amount(ordered)) } else { String::new() };
    format!("{} {of} {}{on_order}{}", amount(bank.chosen.units), item.name, time_bought(facts, bank))
}

fn time_bought(facts: &Facts, bank: &BankPlan) -> String {
    let lead = facts.activity(bank.service, DurationOf::Lead).and_then(|lead| lead.reserve.as_ref());
    let when = lead.map(|reservation| reservation.when.as_str()).unwrap_or_default();
    let mode = bank.chosen.mode;
    let ways = [
        (mode.expedited, ", expedited".to_owned()),
        (mode.slot_reserved, format!(", slot reserved {when}")),
        (mode.two_shifts, ", in two shifts".to_owned()),
    ];
    ways.into_iter().filter(|(taken, _)| *taken).map(|(_, words)| words).collect()
}
