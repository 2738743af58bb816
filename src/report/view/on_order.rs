//! Equipment that was on order before the plan: what becomes of it.

use serde::Serialize;

use crate::domain::format::{amount, usd};
use crate::domain::plan::{OrderDecision, Plan};

/// One order.
#[derive(Serialize)]
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
pub fn rows(plan: &Plan) -> Vec<OnOrderRow> {
    plan.on_order.iter().map(row).collect()
}

fn row(order: &OrderDecision) -> OnOrderRow {
    OnOrderRow {
        id: order.id.clone(),
        what: format!("{} x {}", order.count, order.item),
        place: order.place.to_string(),
        arrives: order.arrives.to_string(),
        remaining: match order.remaining_usd {
            None => "not known".to_owned(),
            Some(0.0) => "paid in full".to_owned(),
            Some(remaining) => usd(remaining),
        },
        used: format!("{} of {}", amount(order.used), order.count),
        reason: order.reason.clone(),
    }
}
