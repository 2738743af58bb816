//! What the plan takes for granted, and how far its figures may be off.

use serde::Serialize;

use crate::domain::format::weeks_between;
use crate::domain::plan::{Assumption, Plan};
use crate::report::facts::last_hall;
use crate::report::style::{Style, args};

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
    service: String,
    span: String,
    above: String,
}

impl RisksView {
    /// Prepares the section.
    pub fn of(plan: &Plan, style: &Style) -> RisksView {
        RisksView {
            assumptions: plan.assumptions.clone(),
            warnings: plan.warnings.clone(),
            capex_spread: capex_spread(plan, style),
            ready_spread: ready_spread(plan, style),
            widest: widest(plan, style),
        }
    }
}

fn capex_spread(plan: &Plan, style: &Style) -> String {
    let total = plan.capex.total;
    let change = |end: f64| style.amount((100.0 * (end / total.likely - 1.0)).abs().round());
    let (below, above) = (change(total.low), change(total.high));
    style.say("risks-capex-spread", args!["span" => style.usd_span(total), "below" => below, "above" => above])
}

fn ready_spread(plan: &Plan, style: &Style) -> Option<String> {
    let hall = last_hall(plan)?;
    let (early, late) = (weeks_between(hall.ready_low, hall.ready), weeks_between(hall.ready, hall.ready_high));
    let told = args![
        "early" => style.weeks(early),
        "late" => style.weeks(late),
        "date" => style.date(hall.ready),
        "hall" => hall.id.as_str(),
    ];
    Some(style.say("risks-ready-spread", told))
}

/// Services whose high end lies furthest above the likely figure.
fn widest(plan: &Plan, style: &Style) -> Vec<SpreadRow> {
    let above = |range: crate::domain::Range| range.high - range.likely;
    let mut costs: Vec<_> = plan.capex.by_service.iter().filter(|cost| above(cost.amount) > 0.0).collect();
    costs.sort_by(|a, b| above(b.amount).total_cmp(&above(a.amount)));
    let row = |cost: &crate::domain::plan::ServiceCost| SpreadRow {
        service: style.service(cost.service),
        span: style.usd_span(cost.amount),
        above: style.usd(above(cost.amount)),
    };
    costs.into_iter().take(WIDEST).map(row).collect()
}
