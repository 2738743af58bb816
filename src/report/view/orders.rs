//! Long-lead orders, and how well the bill of materials is priced.

use jiff::civil::Date;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::format::{list, plural, weeks};
use crate::domain::plan::{BomLine, Plan, PriceStatus};
use crate::report::facts::{LONG_LEAD_WEEKS, Order, first_window_end, is_long_lead, orders};

/// One long-lead order.
#[derive(Clone, Serialize, PartialEq)]
pub struct OrderRow {
    what: String,
    lead: String,
    order_by: String,
    order_planned: String,
    need_by: String,
    flag: &'static str,
}

/// How the lines of the bill of materials are priced.
#[derive(Serialize)]
pub struct BomView {
    lines: String,
    priced: usize,
    estimated: usize,
    unpriced: usize,
    unpriced_items: Option<String>,
    long_lead_from: String,
}

impl BomView {
    /// Counts the lines.
    pub fn of(plan: &Plan) -> BomView {
        BomView {
            lines: plural(plan.bom.len() as f64, "line"),
            priced: plan.capex.lines_priced,
            estimated: plan.capex.lines_estimated,
            unpriced: plan.capex.lines_unpriced,
            unpriced_items: unpriced_items(plan),
            long_lead_from: weeks(LONG_LEAD_WEEKS),
        }
    }
}

fn unpriced_items(plan: &Plan) -> Option<String> {
    let unpriced = plan.bom.iter().filter(|line| line.price_status == PriceStatus::Unpriced);
    let mut items: Vec<String> = unpriced.map(|line| format!("{} ({})", line.description, line.place)).collect();
    items.dedup();
    (!items.is_empty()).then(|| list(&items))
}

/// Orders with a long lead time, the most urgent first; equal ones of several halls in one row.
pub fn long_lead(plan: &Plan) -> Vec<Placed<OrderRow>> {
    let orders = orders(plan).into_iter().filter(|order| is_long_lead(order.first()));
    by_place(orders.map(|order| (order.first().place.clone(), row(plan, &order))))
}

fn row(plan: &Plan, order: &Order) -> OrderRow {
    let day = |date: Option<Date>| date.map_or_else(|| "-".to_owned(), |day| day.to_string());
    let line = order.first();
    OrderRow {
        what: format!("{}{}", order.what(), if slot_reserved(plan, line) { ", slot reserved" } else { "" }),
        lead: weeks(line.lead_weeks),
        order_by: day(line.order_by),
        order_planned: day(line.order_planned),
        need_by: day(line.need_by),
        flag: flag(plan, line),
    }
}

/// Whether the order holds a slot that was reserved; its planned date is then the reservation's.
fn slot_reserved(plan: &Plan, line: &BomLine) -> bool {
    let bank = plan.banks.iter().find(|bank| bank.id == line.bank);
    bank.is_some_and(|bank| bank.chosen.mode.slot_reserved && bank.chosen.item.as_ref() == Some(&line.item))
}

fn flag(plan: &Plan, line: &BomLine) -> &'static str {
    match line.order_by {
        Some(date) if date < plan.as_of => "overdue",
        Some(date) if date <= first_window_end(plan) => "first 4 weeks",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn short_leads_are_left_out_and_urgent_orders_flagged() {
        let mut plan = sample::plan();
        assert!(plan.bom.iter().any(|line| line.lead_weeks < LONG_LEAD_WEEKS));
        plan.bom[0].order_by = Some(plan.as_of.yesterday().unwrap());
        assert!(!long_lead(&plan).iter().any(|placed| placed.row.what.contains("slot reserved")));
        plan.banks.iter_mut().for_each(|bank| bank.chosen.mode.slot_reserved = true);
        let rows = long_lead(&plan);
        assert!(rows.iter().any(|placed| placed.row.what.ends_with("slot reserved")));
        assert_eq!(rows[0].row.flag, "overdue");
        assert!(rows.iter().all(|placed| !placed.row.what.contains("Slab overlay")));
    }
}
