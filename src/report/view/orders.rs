//! Long-lead orders, and how well the bill of materials is priced.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::plan::{BomLine, Plan, PriceStatus};
use crate::report::facts::{LONG_LEAD_WEEKS, Order, due, first_window_end, is_long_lead, orders};
use crate::report::style::{Style, args};

/// One long-lead order.
#[derive(Clone, JsonSchema, Serialize, PartialEq)]
pub struct OrderRow {
    what: String,
    service: String,
    system: String,
    amount: String,
    lead: String,
    is_long: bool,
    order_by: String,
    order_planned: String,
    need_by: String,
    flag: String,
}

/// How the lines of the bill of materials are priced.
#[derive(JsonSchema, Serialize)]
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
    pub fn of(plan: &Plan, style: &Style) -> BomView {
        BomView {
            lines: style.count("line", plan.bom.len() as f64),
            priced: plan.capex.lines_priced,
            estimated: plan.capex.lines_estimated,
            unpriced: plan.capex.lines_unpriced,
            unpriced_items: unpriced_items(plan, style),
            long_lead_from: style.weeks(LONG_LEAD_WEEKS),
        }
    }
}

fn unpriced_items(plan: &Plan, style: &Style) -> Option<String> {
    let unpriced = plan.bom.iter().filter(|line| line.price_status == PriceStatus::Unpriced);
    let mut items: Vec<String> = unpriced.map(|line| unpriced_item(line, style)).collect();
    items.dedup();
    (!items.is_empty()).then(|| style.list(&items))
}

fn unpriced_item(line: &BomLine, style: &Style) -> String {
    style.say("bom-item", args!["what" => style.item(line), "place" => style.place(&line.place)])
}

/// All orders that are still to be placed, the most urgent first; equal ones of several halls in one row.
pub fn all(plan: &Plan, style: &Style) -> Vec<Placed<OrderRow>> {
    let open = orders(plan).into_iter().filter(|order| order.first().order.is_none());
    by_place(style, open.map(|order| (order.first().place.clone(), row(plan, &order, style))))
}

/// Orders with a long lead time, the most urgent first; equal ones of several halls in one row.
pub fn long_lead(plan: &Plan, style: &Style) -> Vec<Placed<OrderRow>> {
    let orders = orders(plan).into_iter().filter(|order| is_long_lead(order.first()));
    by_place(style, orders.map(|order| (order.first().place.clone(), row(plan, &order, style))))
}

fn row(plan: &Plan, order: &Order, style: &Style) -> OrderRow {
    let day = |date: Option<Date>| date.map_or_else(|| "-".to_owned(), |day| style.date(day));
    let (line, what) = (order.first(), order.what(style));
    OrderRow {
        what: if slot_reserved(plan, line) { style.say("orders-slot", args!["what" => what]) } else { what },
        service: style.service(line.service),
        system: style.system(line.service.info().system),
        amount: order.likely_usd().map_or_else(|| style.word("not-priced"), |usd| style.usd(usd)),
        lead: style.weeks(line.lead_weeks),
        is_long: is_long_lead(line),
        order_by: day(line.order_by),
        order_planned: day(line.order_planned),
        need_by: day(line.need_by),
        flag: flag(plan, line, style),
    }
}

/// Whether the order holds a slot that was reserved; its planned date is then the reservation's.
fn slot_reserved(plan: &Plan, line: &BomLine) -> bool {
    let bank = plan.banks.iter().find(|bank| bank.id == line.bank);
    bank.is_some_and(|bank| bank.chosen.mode.slot_reserved && bank.chosen.item.as_ref() == Some(&line.item))
}

fn flag(plan: &Plan, line: &BomLine, style: &Style) -> String {
    match (line.order_by, due(line)) {
        (Some(date), _) if date < plan.as_of => style.word("orders-overdue"),
        (_, Some(date)) if date <= first_window_end(plan) => style.word("orders-first-weeks"),
        _ => String::new(),
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
        assert!(!long_lead(&plan, &Style::default()).iter().any(|placed| placed.row.what.contains("slot reserved")));
        plan.banks.iter_mut().for_each(|bank| bank.chosen.mode.slot_reserved = true);
        let rows = long_lead(&plan, &Style::default());
        assert!(rows.iter().any(|placed| placed.row.what.ends_with("slot reserved")));
        assert_eq!(rows[0].row.flag, "overdue");
        assert!(rows.iter().all(|placed| !placed.row.what.contains("Slab overlay")));
    }
}
