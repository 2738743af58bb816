//! What the plan takes for granted, and how far its figures may be off.

use serde::Serialize;

use crate::domain::format::{amount, usd, usd_span, weeks, weeks_between};
use crate::domain::plan::{Assumption, Plan};
use crate::report::facts::last_hall;

/// Services in the table of spreads.
const WIDEST: usize = 5;

/// The section on risks and assumptions.
#[derive(Serialize)]
pub struct RisksView {
    assumptions: Vec<Assumption>,
    warnings: Vec<String>,
    capex_spread: String,
    ready_spread: Option<String>,
    widest: Vec<SpreadRow>,
}

#[derive(Serialize)]
struct SpreadRow {
    service: &'static str,
    span: String,
    above: String,
}

impl RisksView {
    /// Prepares the section.
    pub fn of(plan: &Plan) -> RisksView {
        RisksView {
            assumptions: plan.assumptions.clone(),
            warnings: plan.warnings.clone(),
            capex_spread: capex_spread(plan),
            ready_spread: ready_spread(plan),
            widest: widest(plan),
        }
    }
}

fn capex_spread(plan: &Plan) -> String {
    let total = plan.capex.total;
    let change = |end: f64| amount((100.0 * (end / total.likely - 1.0)).abs().round());
    format!("{} (-{} % to +{} % of the likely figure)", usd_span(total), change(total.low), change(total.high))
}

fn ready_spread(plan: &Plan) -> Option<String> {
    let hall = last_hall(plan)?;
    let (early, late) = (weeks_between(hall.ready_low, hall.ready), weeks_between(hall.ready, hall.ready_high));
    Some(format!("{} earlier to {} later than {} for hall {}", weeks(early), weeks(late), hall.ready, hall.id))
}

/// Services whose high end lies furthest above the likely figure.
fn widest(plan: &Plan) -> Vec<SpreadRow> {
    let above = |range: crate::domain::Range| range.high - range.likely;
    let mut costs: Vec<_> = plan.capex.by_service.iter().filter(|cost| above(cost.amount) > 0.0).collect();
    costs.sort_by(|a, b| above(b.amount).total_cmp(&above(a.amount)));
    let row = |cost: &crate::domain::plan::ServiceCost| SpreadRow {
        service: cost.service.info().label,
        span: usd_span(cost.amount),
        above: usd(above(cost.amount)),
    };
    costs.into_iter().take(WIDEST).map(row).collect()
}
