//! Equipment that was on order before the plan: what becomes of it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::{OrderDecision, Plan};
use crate::report::style::{Style, args};

/// One order.
#[derive(JsonSchema, Serialize)]
pub struct OnOrderRow {
    id: String,
    what: String,
    place: String,
    arrives: String,
    remaining: String,
    used: String,
    reason: String,
}

/// All orders, in file order.
pub fn rows(plan: &Plan, style: &Style) -> Vec<OnOrderRow> {
    plan.on_order.iter().map(|order| row(order, style)).collect()
}

fn row(order: &OrderDecision, style: &Style) -> OnOrderRow {
    let used = args!["used" => style.amount(order.used), "count" => order.count.to_string()];
    OnOrderRow {
        id: order.id.clone(),
        what: style.recorded(&format!("{} x {}", order.count, order.item)),
        place: style.place(&order.place),
        arrives: style.date(order.arrives),
        remaining: match order.remaining_usd {
            None => style.word("on-order-not-known"),
            Some(0.0) => style.word("on-order-paid"),
            Some(remaining) => style.usd(remaining),
        },
        used: style.say("on-order-used", used),
        reason: order.reason.clone(),
    }
}
