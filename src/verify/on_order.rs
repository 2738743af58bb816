//! Equipment on order: what banks take of it, when it is there, what it costs, and what is said of it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::facts::Facts;
use super::price::two_shifts_usd;
use super::reasons;
use super::report::Report;
use crate::domain::plan::{BankPlan, OrderedUnits};
use crate::domain::{Mode, Range};
use crate::input::catalog::{CostIncludes, Item, ParameterId as P};
use crate::validate::SiteOrder;

/// Banks take of orders what was ordered for their place, of their item, no more than they build, and no unit twice; what they
/// pay for as being on order is that.
pub fn taken(facts: &Facts, report: &mut Report) {
    let mut taken: BTreeMap<&str, f64> = BTreeMap::new();
    for bank in &facts.plan.banks {
        for ordered in &bank.chosen.ordered {
            *taken.entry(&ordered.order).or_default() += ordered.units;
            let meant = find(facts, &ordered.order).is_some_and(|order| {
                order.place == bank.place && bank.chosen.item.as_ref() == Some(&order.item) && ordered.units > 0.0
            });
            report.expect(meant, &bank.id, || format!("takes {} of {}", ordered.units, ordered.order));
        }
        report.at_most(&bank.id, "units on order", of_bank(bank), bank.chosen.units);
        let parts = bank.chosen.parts.iter().filter_map(|part| Some((part.order.as_ref()?, part.quantity)));
        let taken = bank.chosen.ordered.iter().map(|ordered| (&ordered.order, ordered.units));
        report.expect(parts.eq(taken), &bank.id, || "its parts on order are not what it takes of orders".to_owned());
    }
    for (id, units) in taken {
        let count = find(facts, id).map_or(0.0, |order| f64::from(order.count));
        report.at_most(id, "units taken of the order", units, count);
    }
}

/// One decision for each order, with the units that banks take.
pub fn decisions(facts: &Facts, report: &mut Report) {
    let told = facts.plan.on_order.iter().map(|decision| &decision.id);
    let all = told.eq(facts.site.orders.iter().map(|order| &order.id));
    report.expect(all, "on_order", || "has not one decision for each order".to_owned());
    for (told, order) in facts.plan.on_order.iter().zip(&facts.site.orders) {
        let same = (&told.item, told.count, &told.place, told.arrives, told.remaining_usd)
            == (&order.item, order.count, &order.place, order.arrives, order.remaining_usd);
        report.expect(same, &told.id, || "is not the facility's order".to_owned());
        let banks = facts.plan.banks.iter().flat_map(|bank| &bank.chosen.ordered);
        let used = banks.filter(|ordered| ordered.order == told.id).map(|ordered| ordered.units);
        reasons::of_order(facts, told, report);
        report.equal(&told.id, "the units used", told.used, used.fold(0.0, |sum, units| sum + units));
    }
}

/// Units of a bank that are on order.
pub fn of_bank(bank: &BankPlan) -> f64 {
    bank.chosen.ordered.iter().map(|ordered| ordered.units).sum()
}

/// The day on which the last of a bank's units on order arrives, where that is after the start of the project.
pub fn arrives(facts: &Facts, bank: &BankPlan) -> Option<Date> {
    let arrival = |ordered: &OrderedUnits| find(facts, &ordered.order).map(|order| order.arrives);
    bank.chosen.ordered.iter().filter_map(arrival).filter(|day| *day > facts.site.start_date).max()
}

/// What remains to be paid for one unit, the installation of what is priced without it, and a second shift's.
pub fn unit_price(facts: &Facts, item: &Item, id: &str, mode: Mode) -> Option<Range> {
    let each = remaining_usd(facts, id)?;
    let hastened = |base: f64| two_shifts_usd(facts, item, mode, base);
    match (item.cost_includes, &item.cost_usd) {
        (CostIncludes::Installation, None) => Some(Range::exact(each)),
        (CostIncludes::Installation, Some(cost)) => Some(cost.range().map(|base| each + hastened(base))),
        (CostIncludes::Delivery, None) => None,
        (CostIncludes::Delivery, Some(cost)) => {
            let work_pct = facts.site.parameter(P::InstallationPct) * facts.site.regional_cost_index;
            Some(cost.range().map(|base| each + base * work_pct / 100.0 + hastened(base)))
        }
    }
}

/// What remains to be paid for one unit of an order, USD.
pub fn remaining_usd(facts: &Facts, id: &str) -> Option<f64> {
    let order = find(facts, id)?;
    Some(order.remaining_usd? / f64::from(order.count))
}

fn find<'a>(facts: &Facts<'a>, id: &str) -> Option<&'a SiteOrder> {
    facts.site.orders.iter().find(|order| order.id == id)
}
