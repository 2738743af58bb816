//! Ways that were not chosen: whether they could have been, and whether their figures are those of their reasons. What they
//! cost is not made again: how many units they would take, only the candidates' making knows.

use super::facts::Facts;
use super::report::Report;
use crate::domain::Service;
use crate::domain::format::{amount, usd};
use crate::domain::plan::{Alternative, BankPlan};
use crate::input::catalog::Item;

/// Relative shortage that is noise.
const NOISE: f64 = 1e-9;

/// Every bank's, one by one and in their order.
pub fn alternatives(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        for other in &bank.alternatives {
            of_catalog(facts, bank, other, report);
            figures(bank, other, report);
        }
        let ranks: Vec<f64> = bank.alternatives.iter().map(|other| rank(bank, other)).collect();
        report.expect(ranks.is_sorted(), &bank.id, || "its alternatives are not in order of their cost".to_owned());
    }
}

/// It buys an item of the catalogs that serves the bank, by its name, in the time that the item takes.
fn of_catalog(facts: &Facts, bank: &BankPlan, other: &Alternative, report: &mut Report) {
    let Some(id) = &other.item else { return };
    let Some(item) = facts.site.catalog.items_for(bank.service).find(|item| item.id == *id) else {
        return report.wrong(&bank.id, format!("{id}, which is not chosen, is no item for its service"));
    };
    report.expect(is_as_called(other, item), &bank.id, || {
        format!("`{}` should say how many of {} it buys, and what it keeps", other.label, item.name)
    });
    let simple = !["moved from", "on order"].iter().any(|words| other.label.contains(words));
    if simple && bank.service != Service::OnSitePower {
        let weeks = lead_weeks(item, other.label.contains(", expedited"));
        let what = format!("the lead of `{}`, weeks,", other.label);
        report.equal(&bank.id, &what, other.lead_weeks.unwrap_or(weeks), weeks);
    }
}

/// Whether it says how many of the item it buys, and which assets it keeps besides, as its label does.
fn is_as_called(other: &Alternative, item: &Item) -> bool {
    let Some(buys) = &other.buys else { return false };
    let of = if item.is_measured() { format!("{} of", item.unit) } else { "x".to_owned() };
    let bought = format!("{} {of} {}", amount(buys.units), item.name);
    let Some((kept, _)) = other.label.split_once(&bought) else { return false };
    let kept: Vec<&str> = kept.split(" + ").filter(|part| !part.is_empty()).collect();
    let names = |part: &str, id: &String| part.split(' ').any(|word| word == id);
    buys.unit == item.unit
        && kept.len() == other.kept.len()
        && kept.iter().zip(&other.kept).all(|(part, id)| names(part, id))
}

fn lead_weeks(item: &Item, expedited: bool) -> f64 {
    let saved_pct = item.expedite.as_ref().filter(|_| expedited).map_or(0.0, |expedite| expedite.lead_saved_pct.value);
    item.lead_weeks.likely - item.lead_weeks.likely * saved_pct / 100.0
}

/// What is too little is barred and says how much is missing; what costs more than the choice says how much.
fn figures(bank: &BankPlan, other: &Alternative, report: &mut Report) {
    let (Some(usable), Some(cost)) = (other.usable, other.cost_usd) else {
        let unpriced = other.usable.is_none() && other.cost_usd.is_none();
        return report.expect(unpriced && other.item.is_none(), &bank.id, || {
            format!("`{}` lacks its cost or its capacity", other.label)
        });
    };
    if usable < required(bank) * (1.0 - NOISE) {
        let unit = bank.service.info().unit;
        let (usable, needed) = (amount(usable), amount(required(bank)));
        let reason = format!("carries {usable} {unit} with its failures taken; {needed} {unit} are needed");
        return report.expect(other.barred && other.reason == reason, &bank.id, || {
            format!("`{}` is left out because it `{}`, and should be because it `{reason}`", other.label, other.reason)
        });
    }
    if !other.barred && other.reason.starts_with("costs") {
        let more = cost - bank.chosen.cost.likely;
        let reason = match more {
            _ if more >= 1.0 => format!("costs {} more", usd(more)),
            _ if more > -1.0 => "costs the same".to_owned(),
            _ => format!("costs {} less itself", usd(-more)),
        };
        let same = if more >= 1.0 { other.reason == reason } else { other.reason.starts_with(&reason) };
        report.expect(same, &bank.id, || {
            format!("`{}`: the reason is `{}` and should be `{reason}`", other.label, other.reason)
        });
    }
}

fn required(bank: &BankPlan) -> f64 {
    bank.required - bank.supplied_by_others
}

/// What could carry the load by its cost, then what could not, then what could not be built.
fn rank(bank: &BankPlan, other: &Alternative) -> f64 {
    let carries = other.usable.is_some_and(|usable| usable >= required(bank) * (1.0 - NOISE));
    match other.cost_usd {
        Some(cost) if carries && !other.barred => cost,
        Some(cost) => 1e15 + cost,
        None => f64::INFINITY,
    }
}
