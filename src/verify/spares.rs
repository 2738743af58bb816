//! What is recommended to be kept in store, and how orders are paid, against the catalogs as they are written.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::Total;
use crate::domain::bought::{PaymentTerms, Spare};
use crate::input::catalog::{ParameterId as P, SpareRule};

/// Every rule has its row for each item of the bill that it goes with, and no other row is there.
pub fn recommended(facts: &Facts, report: &mut Report) {
    let rules = &facts.site.catalog.spares;
    let ids: BTreeSet<&String> = facts.plan.bom.iter().map(|line| &line.item).collect();
    let items = ids.into_iter().filter_map(|id| facts.site.catalog.items.get(id));
    let due: BTreeSet<(&str, &str)> = items
        .flat_map(|item| {
            rules.iter().filter(|rule| rule.goes_with(item)).map(|rule| (item.id.as_str(), rule.id.as_str()))
        })
        .collect();
    let told: Vec<(&str, &str)> = facts.plan.spares.iter().map(|it| (it.item.as_str(), it.id.as_str())).collect();
    let set: BTreeSet<(&str, &str)> = told.iter().copied().collect();
    report.expect(told.len() == set.len() && set == due, "spares", || {
        format!("tells of {} and should tell of {}", said(&told), said(&due))
    });
    for told in &facts.plan.spares {
        if let Some(rule) = rules.iter().find(|rule| rule.id == told.id) {
            one(facts, told, rule, report);
        }
    }
}

fn one(facts: &Facts, told: &Spare, rule: &SpareRule, report: &mut Report) {
    let subject = format!("{}.{}", told.item, told.id);
    let lines = facts.plan.bom.iter().filter(|line| line.item == told.item);
    report.equal(&subject, "what is bought of the item", told.bought, lines.map(|line| line.quantity).total());
    let as_written = (&told.name, &told.unit, &told.sources, &told.note, told.confidence)
        == (&rule.name, &rule.unit, &rule.sources, &rule.note, rule.confidence);
    let same_rule = told.one_for == rule.one_for && told.at_least == rule.at_least;
    report.expect(as_written && same_rule, &subject, || "is not what the catalogs say".to_owned());
    let enough = |count: f64| count * rule.one_for >= told.bought - 1e-6 && count >= f64::from(rule.at_least);
    let least = enough(told.quantity) && !enough(told.quantity - 1.0) && told.quantity.fract() == 0.0;
    report
        .expect(least, &subject, || format!("recommends {}, which is not the least that the rule asks", told.quantity));
}

/// The terms that payments are taken to follow are the catalogs'.
pub fn payment(facts: &Facts, report: &mut Report) {
    let due = PaymentTerms {
        deposit_pct: facts.site.parameter(P::DepositPct),
        delivery_pct: facts.site.parameter(P::DeliveryPaymentPct),
        retainage_pct: facts.site.parameter(P::RetainagePct),
        utility_pct: facts.site.parameter(P::UtilityAdvancePct),
        days: facts.site.parameter(P::PaymentDays),
    };
    let told = facts.plan.payment;
    report.expect(told == due, "payment", || format!("terms are {} and should be {}", said(&told), said(&due)));
}
