//! The ledger of what is on order: what the plan takes of it, and what may be done with the rest.

use crate::domain::Total;
use crate::domain::format::amount;
use crate::domain::plan::OrderDecision;
use crate::validate::SiteOrder;

use super::Findings;

/// Every order, in file order.
pub fn decisions(findings: &Findings) -> Vec<OrderDecision> {
    findings.site.orders.iter().map(|order| decision(findings, order)).collect()
}

fn decision(findings: &Findings, order: &SiteOrder) -> OrderDecision {
    let takers: Vec<(&str, f64, f64)> =
        findings.banks.iter().filter_map(|bank| takes(findings, &bank.id, order)).collect();
    let used: f64 = takers.iter().map(|(_, units, _)| units).total();
    OrderDecision {
        id: order.id.clone(),
        item: order.item.clone(),
        count: order.count,
        place: order.place.clone(),
        arrives: order.arrives,
        remaining_usd: order.remaining_usd,
        used,
        reason: reason(order, &takers, used),
    }
}

/// The bank, the units that it takes of an order, and those that it orders besides.
fn takes<'a>(findings: &'a Findings, bank: &'a str, order: &SiteOrder) -> Option<(&'a str, f64, f64)> {
    let chosen = &findings.choice.chosen[bank];
    let taken = chosen.ordered.iter().find(|ordered| ordered.order == order.id)?;
    Some((bank, taken.units, chosen.units_to_order()))
}

fn reason(order: &SiteOrder, takers: &[(&str, f64, f64)], used: f64) -> String {
    if takers.is_empty() {
        return "the plan is better without it; it could be sold or cancelled, and what remains to be paid is not in the capex"
            .to_owned();
    }
    let told = takers.iter().map(|(bank, units, besides)| match *besides > 0.0 {
        true => format!(
            "{} in {bank}, with {} to be ordered besides: it is installed when the later of both is there",
            amount(*units),
            amount(*besides)
        ),
        false => format!("{} in {bank}", amount(*units)),
    });
    let rest = f64::from(order.count) - used;
    let rest = if rest > 0.0 { format!("; {} could be sold or cancelled", amount(rest)) } else { String::new() };
    format!("{}{rest}", told.collect::<Vec<_>>().join(", "))
}
