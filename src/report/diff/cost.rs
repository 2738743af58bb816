//! The change of capex as a bridge: every step has a cause, and all steps add up to the change, to the cent.
//!
//! A line of the bill of materials that both plans have is walked from the old figures to the new ones, one figure at a time; each
//! stop is money to the cent, so that the steps between stops add up whatever was rounded. Likely prices.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Pair;
use super::inputs::same_catalogs;
use crate::domain::Range;
use crate::domain::plan::{BankPlan, BomLine, Plan, SoftLine};
use crate::domain::range::cents;

/// Why money changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// More or fewer of the same item.
    Quantity,
    /// The bank is built otherwise: another item, other re-use, or what comes with it.
    Specification,
    /// The bank is in one of the plans only.
    Scope,
    /// The same item at the same catalog price costs another sum here: installation, regional index, an offer.
    Price,
    /// The catalog has another price, or another share for a soft cost.
    Catalog,
    /// What is paid for time: premiums, and escalation to a later date.
    Schedule,
    /// Soft costs at the same percentage of another direct cost.
    SoftCosts,
}

impl Effect {
    /// All, in the order of reports.
    pub const ALL: [Effect; 7] = [
        Effect::Quantity,
        Effect::Specification,
        Effect::Scope,
        Effect::Price,
        Effect::Catalog,
        Effect::Schedule,
        Effect::SoftCosts,
    ];

    /// What it is called.
    pub const fn label(self) -> &'static str {
        match self {
            Effect::Quantity => "quantity",
            Effect::Specification => "specification",
            Effect::Scope => "scope",
            Effect::Price => "price",
            Effect::Catalog => "catalog",
            Effect::Schedule => "schedule",
            Effect::SoftCosts => "soft costs",
        }
    }
}

/// One step of the bridge.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CostStep {
    /// The bank, or the soft cost's id.
    pub subject: String,
    /// The item; nothing for soft costs.
    pub item: Option<String>,
    /// Why.
    pub effect: Effect,
    /// USD, to the cent; more is positive.
    pub usd: f64,
    /// What changed, in words.
    pub text: String,
}

/// All steps of one effect.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct EffectTotal {
    /// Why.
    pub effect: Effect,
    /// USD, to the cent.
    pub usd: f64,
}

/// How capex changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CostChange {
    /// Direct and soft costs together, USD.
    pub total: Pair<Range>,
    /// Change of the likely total, USD: the sum of all steps.
    pub usd: f64,
    /// The steps by effect; effects that change nothing are left out.
    pub by_effect: Vec<EffectTotal>,
    /// The steps, largest first.
    pub steps: Vec<CostStep>,
    /// Lines without a price in either plan; they are in no sum.
    pub unpriced: Vec<Pair<Option<String>>>,
}

/// The bridge between two plans.
pub fn change(plans: Pair<&Plan>) -> CostChange {
    let mut steps = direct(plans);
    steps.extend(soft(plans));
    steps.retain(|step| step.usd != 0.0);
    steps.sort_by(|a, b| b.usd.abs().total_cmp(&a.usd.abs()));
    let total = Pair::of(plans, |plan| plan.capex.total);
    CostChange {
        usd: cents(total.after.likely - total.before.likely),
        by_effect: by_effect(&steps),
        total,
        steps,
        unpriced: unpriced(plans),
    }
}

fn by_effect(steps: &[CostStep]) -> Vec<EffectTotal> {
    let sum = |effect| steps.iter().filter(|step| step.effect == effect).map(|step| step.usd).sum();
    let totals = Effect::ALL.map(|effect| EffectTotal { effect, usd: cents(sum(effect)) });
    totals.into_iter().filter(|total| total.usd != 0.0).collect()
}

/// A line is the same in both plans if it is the same item of the same bank, from the same order, the nth of its kind.
type Key<'a> = (&'a str, &'a str, Option<&'a str>, usize);

fn keyed(plan: &Plan) -> BTreeMap<Key<'_>, &BomLine> {
    let mut lines = BTreeMap::new();
    for line in &plan.bom {
        let key = |nth| (line.bank.as_str(), line.item.as_str(), line.order.as_deref(), nth);
        let nth = (0..).find(|nth| !lines.contains_key(&key(*nth))).unwrap_or_default();
        lines.insert(key(nth), line);
    }
    lines
}

fn bank<'a>(plan: &'a Plan, id: &str) -> Option<&'a BankPlan> {
    plan.banks.iter().find(|bank| bank.id == id)
}

fn direct(plans: Pair<&Plan>) -> Vec<CostStep> {
    let lines = Pair::of(plans, keyed);
    let keys: BTreeSet<&Key> = lines.before.keys().chain(lines.after.keys()).collect();
    let steps = |key: &Key| {
        let banks = Pair::of(plans, |plan| bank(plan, key.0));
        match (lines.before.get(key), lines.after.get(key)) {
            (Some(before), Some(after)) => walk(before, after, rebuilt(banks)),
            (before, after) => {
                before.into_iter().chain(after).flat_map(|line| alone(line, before.is_none(), banks)).collect()
            }
        }
    };
    keys.into_iter().flat_map(steps).collect()
}

/// Whether a bank of both plans is built with another item.
fn rebuilt(banks: Pair<Option<&BankPlan>>) -> bool {
    match (banks.before, banks.after) {
        (Some(before), Some(after)) => before.chosen.item != after.chosen.item,
        _ => false,
    }
}

/// A line that one plan has alone: what is paid for time in it, and the rest.
fn alone(line: &BomLine, is_new: bool, banks: Pair<Option<&BankPlan>>) -> [CostStep; 2] {
    let sign = if is_new { 1.0 } else { -1.0 };
    let amount = line.amount.map_or(0.0, |amount| amount.likely);
    let time = line.price_parts.map_or(0.0, |parts| cents(parts.time_usd * line.quantity));
    let (effect, text) = match (banks.before, banks.after) {
        (Some(before), Some(after)) => {
            (Effect::Specification, format!("{} -> {}", before.chosen.label, after.chosen.label))
        }
        (None, _) => (Effect::Scope, format!("new: {}", line.description)),
        (_, None) => (Effect::Scope, format!("no longer: {}", line.description)),
    };
    let paid = format!("{} for time with {}", if is_new { "paid" } else { "no longer paid" }, line.item);
    [step(line, effect, sign * (amount - time), text), step(line, Effect::Schedule, sign * time, paid)]
}

fn step(line: &BomLine, effect: Effect, usd: f64, text: String) -> CostStep {
    CostStep { subject: line.bank.clone(), item: Some(line.item.clone()), effect, usd: cents(usd), text }
}

/// From the old figures of a line to its new ones: catalog, price, premiums for time, quantity.
fn walk(before: &BomLine, after: &BomLine, rebuilt: bool) -> Vec<CostStep> {
    let (Some(old), Some(new)) = (likely(before), likely(after)) else { return priced(before, after) };
    let base = Pair { before, after }.map(|line| line.price_parts.map(|parts| parts.base_usd));
    let time = Pair { before, after }.map(|line| line.price_parts.map_or(0.0, |parts| parts.time_usd));
    let work = (old - time.before) * ratio(base);
    let at = |price: f64, quantity: f64| cents(price * quantity);
    let stops = [
        at(old, before.quantity),
        at(work + time.before, before.quantity),
        at(new - time.after + time.before, before.quantity),
        at(new, before.quantity),
        at(new, after.quantity),
    ];
    let quantity = if rebuilt { Effect::Specification } else { Effect::Quantity };
    let effects = [Effect::Catalog, Effect::Price, Effect::Schedule, quantity];
    let texts = [
        figures("catalog price", base.before.unwrap_or(old), base.after.unwrap_or(new)),
        basis(before, after),
        figures("paid for time, each", time.before, time.after),
        figures(&format!("{}, {}", before.description, before.unit), before.quantity, after.quantity),
    ];
    let moves = stops.windows(2).map(|pair| pair[1] - pair[0]);
    moves.zip(effects).zip(texts).map(|((usd, effect), text)| step(after, effect, usd, text)).collect()
}

/// What the catalog's price grew by; 1 where either plan does not say.
fn ratio(base: Pair<Option<f64>>) -> f64 {
    match (base.before, base.after) {
        (Some(before), Some(after)) if before > 0.0 => after / before,
        _ => 1.0,
    }
}

/// A line whose price became known or unknown.
fn priced(before: &BomLine, after: &BomLine) -> Vec<CostStep> {
    let amount = |line: &BomLine| line.amount.map_or(0.0, |amount| amount.likely);
    let text = format!("{} -> {}", before.price_basis, after.price_basis);
    vec![step(after, Effect::Catalog, amount(after) - amount(before), text)]
}

fn likely(line: &BomLine) -> Option<f64> {
    line.unit_price.map(|price| price.likely)
}

fn figures(what: &str, before: f64, after: f64) -> String {
    format!("{what}: {} -> {}", shown(before), shown(after))
}

fn shown(value: f64) -> String {
    crate::domain::format::figure(value)
}

fn basis(before: &BomLine, after: &BomLine) -> String {
    match before.price_basis == after.price_basis {
        true => format!("unit price, {}", after.price_basis),
        false => format!("{} -> {}", before.price_basis, after.price_basis),
    }
}

impl<A> Pair<A> {
    fn map<B>(self, f: impl Fn(A) -> B) -> Pair<B> {
        Pair { before: f(self.before), after: f(self.after) }
    }
}

/// Soft costs: first the old percentages of the new direct cost, then the new percentages. Where the catalogs are the same, only
/// dates move a percentage.
fn soft(plans: Pair<&Plan>) -> Vec<CostStep> {
    let of = |plan: &Plan, id: &str| plan.capex.soft.iter().find(|line| line.id == id).cloned();
    let ids: BTreeSet<&str> =
        [plans.before, plans.after].iter().flat_map(|plan| &plan.capex.soft).map(|s| &*s.id).collect();
    let moved = if same_catalogs(plans) { Effect::Schedule } else { Effect::Catalog };
    let steps = |id: &str| {
        let lines = Pair::of(plans, |plan| of(plan, id));
        let pct = Pair { before: lines.before.as_ref(), after: lines.after.as_ref() }
            .map(|line: Option<&SoftLine>| line.map_or(0.0, |line| line.pct.likely));
        let amount = |line: &Option<SoftLine>| line.as_ref().map_or(0.0, |line| line.amount.likely);
        let halfway = cents(plans.after.capex.direct.likely * pct.before / 100.0);
        let soft = |effect, usd, text| CostStep { subject: id.to_owned(), item: None, effect, usd: cents(usd), text };
        [
            soft(
                Effect::SoftCosts,
                halfway - amount(&lines.before),
                format!("{} % of another direct cost", shown(pct.before)),
            ),
            soft(moved, amount(&lines.after) - halfway, figures("percent of the direct cost", pct.before, pct.after)),
        ]
    };
    ids.into_iter().flat_map(steps).collect()
}

fn unpriced(plans: Pair<&Plan>) -> Vec<Pair<Option<String>>> {
    let lines = Pair::of(plans, keyed);
    let keys: BTreeSet<&Key> = lines.before.keys().chain(lines.after.keys()).collect();
    let shown = |line: Option<&&BomLine>| {
        let line = line.filter(|line| line.amount.is_none())?;
        Some(format!("{}: {} {} {}", line.bank, shown(line.quantity), line.unit, line.description))
    };
    let pairs =
        keys.into_iter().map(|key| Pair { before: shown(lines.before.get(key)), after: shown(lines.after.get(key)) });
    pairs.filter(|pair| pair.before.is_some() || pair.after.is_some()).collect()
}
