//! Alternates of a row: other items that its banks could have been built with, for an engineer to approve or a vendor to offer.

use std::collections::BTreeSet;

use super::measure::is_measured;
use super::rows::{Bill, Row};
use super::words::distinct;
use crate::domain::format::{amount, usd};
use crate::domain::plan::{Alternative, BankPlan, BomLine, Quantity};

/// Alternates of one bank that are told with what they change; the rest is counted.
const MOST_TOLD: usize = 3;

/// A way with another item, and the bank that it could build.
type Other<'a> = (&'a BankPlan, &'a Alternative);

/// The items that may be taken in a row's place, the cheapest of each bank first; of a single line with what they change in quantity
/// and in the cost of its bank.
pub fn alternates(bill: &Bill, row: &Row) -> String {
    if row.lines.len() > 1 {
        return all_or_none(names(bill, row), "; ");
    }
    // Routes and steps of the utility, which are no items, are called as in the facility.
    let called = |other| name(bill, other).unwrap_or(&other.label);
    let mut told = told(bill, row, |(bank, other)| Some(format!("{}: {}", called(other), change(bank, other))));
    let more = told.len().saturating_sub(MOST_TOLD);
    told.truncate(MOST_TOLD);
    told.extend((more > 0).then(|| format!("{more} more that cost no less")));
    all_or_none(told, "; ")
}

/// The names of all of them, a line each: vendors are shown no cost.
pub fn for_vendors(bill: &Bill, row: &Row) -> String {
    all_or_none(names(bill, row), "\n")
}

fn names(bill: &Bill, row: &Row) -> Vec<String> {
    told(bill, row, |(_, other)| name(bill, other).cloned())
}

fn name<'a>(bill: &'a Bill, other: &Alternative) -> Option<&'a String> {
    Some(&bill.plan.other_items.get(other.item.as_ref()?)?.name)
}

fn all_or_none(told: Vec<String>, between: &str) -> String {
    if told.is_empty() { "none admissible".to_owned() } else { told.join(between) }
}

/// Each alternate once, with what its item's maker may say of it: that no design changes.
fn told<'a>(bill: &'a Bill, row: &'a Row, tell: impl Fn(Other<'a>) -> Option<String>) -> Vec<String> {
    let substitutes: Vec<&String> =
        bill.item(row).into_iter().flat_map(|it| &it.substitutes).map(|it| &it.id).collect();
    let told = |other: Other<'a>| {
        let drop_in = other.1.item.as_ref().is_some_and(|item| substitutes.contains(&item));
        Some(tell(other)? + if drop_in { ", no change of design" } else { "" })
    };
    distinct(bill.banks(row).flat_map(|bank| admissible(bill, bank, row.first())).filter_map(told))
}

/// `10 instead of 12, $33.7 k more`.
fn change(bank: &BankPlan, other: &Alternative) -> String {
    let more = other.cost_usd.unwrap_or_default() - bank.chosen.cost.likely;
    let parts = [quantity(bank, other), re_used(bank, other), Some(difference(more))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `10 instead of 12`, `444 m2 instead of 460 m2`, `same quantity`; nothing where no items are bought.
fn quantity(bank: &BankPlan, other: &Alternative) -> Option<String> {
    let (this, that) = (bank.chosen.buys()?, other.buys.as_ref()?);
    let measured = [&this, that].iter().any(|it| is_measured(&it.unit));
    let told = |it: &Quantity| match measured {
        true => format!("{} {}", amount(it.units), it.unit),
        false => amount(it.units),
    };
    let (this, that) = (told(&this), told(that));
    Some(if this == that { "same quantity".to_owned() } else { format!("{that} instead of {this}") })
}

/// `with boards_a re-used`, of what the chosen way does not keep.
fn re_used(bank: &BankPlan, other: &Alternative) -> Option<String> {
    let kept = |id: &&String| bank.chosen.kept.iter().any(|kept| kept.asset == **id);
    let more: Vec<&str> = other.kept.iter().filter(|id| !kept(id)).map(String::as_str).collect();
    (!more.is_empty()).then(|| format!("with {} re-used", more.join(" and ")))
}

fn difference(usd_more: f64) -> String {
    match usd_more {
        more if more >= 1.0 => format!("{} more", usd(more)),
        more if more <= -1.0 => format!("{} less itself, with other plant or dates", usd(-more)),
        _ => "same cost".to_owned(),
    }
}

/// Alternatives of the line's bank that carry the load within all limits with another item of its section, the cheapest of each: a
/// vendor of another trade's goods is not asked. What goes with an item has none of its own.
fn admissible<'a>(bill: &'a Bill, bank: &'a BankPlan, line: &BomLine) -> Vec<(&'a BankPlan, &'a Alternative)> {
    if bank.chosen.item.as_ref().is_some_and(|item| *item != line.item) {
        return Vec::new();
    }
    let section = |other: &Alternative| Some(&bill.plan.other_items.get(other.item.as_ref()?)?.masterformat);
    let fits = |other: &&Alternative| !other.barred && other.cost_usd.is_some() && other.usable.is_some();
    let differs = |other: &&Alternative| match &bank.chosen.item {
        Some(_) => other.item != bank.chosen.item && section(other) == Some(&line.masterformat),
        None => other.item.is_none(),
    };
    let mut others: Vec<&Alternative> = bank.alternatives.iter().filter(fits).filter(differs).collect();
    others.sort_by(|a, b| a.cost_usd.unwrap_or_default().total_cmp(&b.cost_usd.unwrap_or_default()));
    let mut seen = BTreeSet::new();
    others.retain(|other| seen.insert(other.item.as_ref().unwrap_or(&other.label)));
    others.into_iter().map(|other| (bank, other)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::bom::sample;

    #[test]
    fn alternates_are_admissible_and_say_what_they_change() {
        let plan = sample::plan();
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().line == 2).unwrap();
        let told = "Other: 20 km instead of 18.5 km, $100 k more, no change of design; Dear: same quantity, with ducts re-used, $500 k more";
        assert_eq!(alternates(&bill, row), told);
        assert_eq!(names(&bill, row), ["Other, no change of design", "Dear"]);
    }

    #[test]
    fn what_is_not_told_costs_no_less() {
        let mut plan = sample::plan();
        let bank = plan.bom[1].bank.clone();
        let bank = plan.banks.iter_mut().find(|it| it.id == bank).unwrap();
        let dear = bank.alternatives[0].clone();
        for (item, more) in [("third", 1.0), ("fourth", 2.0)] {
            let cost_usd = dear.cost_usd.map(|usd| usd + more);
            bank.alternatives.push(Alternative { item: Some(item.to_owned()), cost_usd, ..dear.clone() });
        }
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().line == 2).unwrap();
        assert!(alternates(&bill, row).ends_with("; 1 more that cost no less"), "{}", alternates(&bill, row));
        assert_eq!(names(&bill, row).len(), 4, "vendors are told of all");
    }

    #[test]
    fn without_any_it_is_said() {
        let mut plan = sample::plan();
        plan.banks.iter_mut().for_each(|bank| bank.alternatives.clear());
        let bill = Bill::of(&plan);
        assert!(bill.lines().all(|row| alternates(&bill, row) == "none admissible" && names(&bill, row).is_empty()));
    }
}
