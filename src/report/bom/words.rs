//! What a row says in words: specification, alternates, who supplies it, how far its price can be trusted.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::measure::{is_measured, to_order};
use super::rows::{Bill, Row};
use crate::domain::Place;
use crate::domain::bought::{BoughtItem, SpecFigure};
use crate::domain::format::{amount, figure, usd};
use crate::domain::plan::{Alternative, BankPlan, BomLine, Plan, PriceStatus};
use crate::report::facts::is_of_utility;

/// Alternates that are named; the rest is counted.
const MOST_ALTERNATES: usize = 3;

/// What stands in the place of a price of installation that is in the price of the goods.
pub const INCLUDED: &str = "included";

/// Ratings, redundancy, and what a unit gives here after derating; no prices.
pub fn spec(bill: &Bill, row: &Row) -> String {
    let Some(item) = bill.item(row) else { return String::new() };
    // Of goods by measure, what one of them carries and covers is the measure itself.
    let says = |figure: &&SpecFigure| {
        !(is_measured(&row.first().unit) && matches!(figure.field.as_str(), "capacity" | "footprint_m2"))
    };
    let figures = item.figures.iter().filter(says).map(told);
    let features = item.features.iter().map(|feature| format!("{} {}", feature.name, feature.text));
    distinct(figures.chain(features).chain(duties(bill, row, item))).join("; ")
}

/// What the banks of a row ask of its item, by place where they differ.
fn duties(bill: &Bill, row: &Row, item: &BoughtItem) -> Vec<String> {
    let asked: Vec<(&BankPlan, String)> = bill.banks(row).filter_map(|bank| Some((bank, duty(bank, item)?))).collect();
    let texts = distinct(asked.iter().map(|(_, text)| text.clone()));
    if texts.len() < 2 {
        return texts;
    }
    asked.iter().map(|(bank, text)| format!("{}: {text}", bank.place)).collect()
}

fn told(of: &SpecFigure) -> String {
    format!("{} {} {}", of.name, figure(of.value), of.unit).trim_end().to_owned()
}

/// What the bank asks of its chosen item: `N+1, 1,180 kW each here after derating`.
fn duty(bank: &BankPlan, item: &BoughtItem) -> Option<String> {
    if bank.chosen.item.as_ref() != Some(&item.id) {
        return None;
    }
    let rated = item.figures.iter().find(|figure| figure.field == "capacity").map(|figure| figure.value);
    let here = bank.chosen.unit_capacity;
    let derated = rated.is_none_or(|rated| (rated - here).abs() > 1e-6 * rated) && here > 0.0;
    let unit = bank.service.info().unit;
    let redundancy = bank.service.can_be_redundant().then(|| format!("redundancy {}", bank.policy));
    let each = derated.then(|| format!("{} {unit} each as planned here", amount(here)));
    let all: Vec<String> = redundancy.into_iter().chain(each).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// What a bank is held to: `N+1; 11,945 kW required, 12,500 kW usable`, with what it keeps.
pub fn bank_duty(plan: &Plan, bank: &BankPlan) -> String {
    let unit = bank.service.info().unit;
    let [required, usable] = [bank.required, bank.chosen.usable].map(amount);
    let is_asset = |id: &str| plan.assets.iter().any(|asset| asset.id == id);
    let kept = bank.chosen.kept.iter().filter(|kept| is_asset(&kept.asset));
    let kept: Vec<String> = kept.map(|kept| format!("{} x {}", kept.units, kept.asset)).collect();
    let reused = if kept.is_empty() { String::new() } else { format!("; re-used: {}", kept.join(", ")) };
    let policy = if bank.service.can_be_redundant() { format!("{}; ", bank.policy) } else { String::new() };
    format!("{policy}{required} {unit} required, {usable} {unit} usable{reused}")
}

/// Other items that the row's banks could have been built with, with what they change in cost where one bank is concerned.
pub fn alternates(bill: &Bill, row: &Row) -> String {
    match row.lines.len() {
        1 => listed(bill, row, |bank, other| {
            let more = other.cost_usd.unwrap_or_default() - bank.chosen.cost.likely;
            Some(format!("{} ({})", other.label, difference(more)))
        }),
        _ => alternate_names(bill, row),
    }
}

/// The items alone, for several places and for vendors.
pub fn alternate_names(bill: &Bill, row: &Row) -> String {
    listed(bill, row, |_, other| bill.plan.other_items.get(other.item.as_ref()?).cloned())
}

/// What goes where and by when: `west: 16 by 2028-05-03; middle: 16 by 2029-02-02`.
pub fn lots(row: &Row) -> String {
    let mut lots: Vec<((&Place, Option<Date>), f64)> = Vec::new();
    for line in &row.lines {
        let (lot, quantity) = ((&line.place, line.need_by), to_order(line.quantity, &line.unit));
        match lots.iter_mut().find(|(known, _)| *known == lot) {
            Some((_, sum)) => *sum += quantity,
            None => lots.push((lot, quantity)),
        }
    }
    let by = |day: Option<Date>| day.map(|day| format!(" by {day}")).unwrap_or_default();
    let told = lots.iter().map(|((place, day), quantity)| format!("{place}: {}{}", figure(*quantity), by(*day)));
    told.collect::<Vec<_>>().join("; ")
}

/// What is recommended to be kept in store for the row's item: `3 each: fuses; 1 set: filters`; nothing where no rule concerns it,
/// and where it is on order.
pub fn spares(bill: &Bill, row: &Row) -> String {
    let line = row.first();
    let own = bill.plan.spares.iter().filter(|spare| spare.item == line.item && line.order.is_none());
    own.map(|spare| format!("{} {}: {}", figure(spare.quantity), spare.unit, spare.name)).collect::<Vec<_>>().join("; ")
}

fn difference(usd_more: f64) -> String {
    match usd_more {
        more if more >= 1.0 => format!("+{}", usd(more)),
        more if more <= -1.0 => format!("-{}", usd(-more)),
        _ => "same cost".to_owned(),
    }
}

fn listed(bill: &Bill, row: &Row, told: impl Fn(&BankPlan, &Alternative) -> Option<String>) -> String {
    let substitutes: Vec<&String> =
        bill.item(row).into_iter().flat_map(|item| &item.substitutes).map(|s| &s.id).collect();
    let told = |(bank, other): (&BankPlan, &Alternative)| {
        let drop_in = other.item.as_ref().is_some_and(|item| substitutes.contains(&item));
        Some(told(bank, other)? + if drop_in { ", no change of design" } else { "" })
    };
    let all = distinct(bill.banks(row).flat_map(|bank| admissible(bank, row.first())).filter_map(told));
    match all.len() {
        0 => "none admissible".to_owned(),
        count if count > MOST_ALTERNATES => {
            format!("{}; {} more admissible", all[..MOST_ALTERNATES].join("; "), count - MOST_ALTERNATES)
        }
        _ => all.join("; "),
    }
}

/// Alternatives of the line's bank that carry the load within all limits with another item, the cheapest of each; what goes with
/// an item has none of its own.
fn admissible<'a>(bank: &'a BankPlan, line: &BomLine) -> Vec<(&'a BankPlan, &'a Alternative)> {
    if bank.chosen.item.as_ref().is_some_and(|item| *item != line.item) {
        return Vec::new();
    }
    let fits = |other: &&Alternative| !other.barred && other.cost_usd.is_some() && other.usable.is_some();
    let differs = |other: &&Alternative| match &bank.chosen.item {
        Some(_) => other.item.is_some() && other.item != bank.chosen.item,
        None => other.item.is_none(),
    };
    let mut others: Vec<&Alternative> = bank.alternatives.iter().filter(fits).filter(differs).collect();
    others.sort_by(|a, b| a.cost_usd.unwrap_or_default().total_cmp(&b.cost_usd.unwrap_or_default()));
    let mut seen = BTreeSet::new();
    others.retain(|other| seen.insert(other.item.as_ref().unwrap_or(&other.label)));
    others.into_iter().map(|other| (bank, other)).collect()
}

/// Texts in their order, each once.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}

/// Who furnishes and who installs, and that it is proposed; nothing where the plan does not say.
pub fn supply(bill: &Bill, row: &Row) -> Option<String> {
    let line = row.first();
    match bill.item(row) {
        _ if line.order.is_some() => Some("OFCI, on order".to_owned()),
        _ if is_of_utility(line) => Some("OFOI, by the utility".to_owned()),
        item => item.map(|item| format!("{}, proposed", item.supply.label())),
    }
}

/// How far the price can be trusted: the catalog's word, `offer` for a price of the facility file, nothing where there is none.
pub fn confidence(line: &BomLine) -> Option<&'static str> {
    let offered = line.order.is_some() || is_of_utility(line);
    let offer = (offered && line.price_status != PriceStatus::Unpriced).then_some("offer");
    line.price_confidence.map(|confidence| confidence.label()).or(offer)
}

/// How a line's price holds installation: `apart`, or `included` and not known apart; nothing where there is no price.
pub fn installation(line: &BomLine) -> Option<&'static str> {
    line.unit_price.map(|_| if line.price_split.is_some() { "apart" } else { INCLUDED })
}

/// The name of a price status in files.
pub fn status(status: PriceStatus) -> &'static str {
    match status {
        PriceStatus::Published => "published",
        PriceStatus::Estimate => "estimate",
        PriceStatus::Unpriced => "unpriced",
    }
}

/// Places of a row: `q1, q2`.
pub fn places(row: &Row) -> String {
    distinct(row.lines.iter().map(|line| line.place.to_string())).join(", ")
}

/// Ids of the requirements that a row serves: its banks', and those that they cover besides.
pub fn requirements(bill: &Bill, row: &Row) -> String {
    let covered = bill.banks(row).flat_map(|bank| &bank.chosen.covers);
    let covered = covered.map(|draw| format!("{}.{}", draw.place, draw.service));
    distinct(row.lines.iter().map(|line| line.bank.clone()).chain(covered)).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Supply;
    use crate::domain::bought::{SpecFeature, Substitute};
    use crate::report::sample;

    fn plan() -> Plan {
        let mut plan = sample::plan();
        let line = plan.bom[1].clone();
        plan.bought = vec![BoughtItem {
            id: line.item.clone(),
            name: line.description.clone(),
            figures: vec![SpecFigure { field: "amps".into(), name: "current".into(), value: 1200.0, unit: "A".into() }],
            features: vec![SpecFeature { name: "connection".into(), text: "lugs".into() }],
            substitutes: vec![Substitute { id: "other".into(), name: "Other".into() }],
            supply: Supply::OwnerContractor,
            note: None,
        }];
        plan.other_items =
            [("other", "Other"), ("dear", "Dear")].map(|(id, name)| (id.to_owned(), name.to_owned())).into();
        let bank = plan.banks.iter_mut().find(|bank| bank.id == line.bank).unwrap();
        bank.chosen.item = Some(line.item);
        let other = |item: &str, more: f64, barred: bool| Alternative {
            label: format!("2 x {item}"),
            item: Some(item.to_owned()),
            cost_usd: Some(bank.chosen.cost.likely + more),
            usable: Some(1.0),
            lead_weeks: None,
            barred,
            reason: String::new(),
        };
        bank.alternatives = vec![other("dear", 5e5, false), other("other", 1e5, false), other("hot", 0.0, true)];
        plan
    }

    #[test]
    fn alternates_are_admissible_and_say_what_they_change() {
        let plan = plan();
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().line == 2).unwrap();
        assert_eq!(alternates(&bill, row), "2 x other (+$100 k), no change of design; 2 x dear (+$500 k)");
        assert_eq!(alternate_names(&bill, row), "Other, no change of design; Dear");
    }

    #[test]
    fn lots_say_how_many_go_where_by_when() {
        let mut plan = plan();
        plan.bom[1].need_by = Some(jiff::civil::date(2028, 1, 3));
        plan.bom[1].quantity = 18.0;
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().line == 2).unwrap();
        assert_eq!(lots(row), "site: 18 by 2028-01-03");
    }

    #[test]
    fn without_any_it_is_said() {
        let mut plan = plan();
        plan.banks.iter_mut().for_each(|bank| bank.alternatives.clear());
        let bill = Bill::of(&plan);
        assert!(bill.lines().all(|row| alternates(&bill, row) == "none admissible"));
    }

    #[test]
    fn specification_and_supply_are_the_items() {
        let plan = plan();
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().line == 2).unwrap();
        assert!(spec(&bill, row).starts_with("current 1,200 A; connection lugs"), "{}", spec(&bill, row));
        assert_eq!(supply(&bill, row).unwrap(), "OFCI, proposed");
    }
}
