//! What the plan takes for granted, and how far its figures may be off.

use schemars::JsonSchema;
use serde::Serialize;

use super::approvals::{delays, delays_a_hall};
use crate::domain::format::weeks_between;
use crate::domain::plan::{Assumption, Plan, PriceStatus};
use crate::report::facts::{dated_orders, last_hall};
use crate::report::style::{Style, args};

/// Services in the table of spreads.
const WIDEST: usize = 5;

/// The section on risks and assumptions.
#[derive(JsonSchema, Serialize)]
pub struct RisksView {
    assumptions: Vec<Assumption>,
    warnings: Vec<String>,
    capex_spread: String,
    ready_spread: Option<String>,
    widest: Vec<SpreadRow>,
    top: Vec<String>,
}

#[derive(JsonSchema, Serialize)]
struct SpreadRow {
    service: String,
    span: String,
    above: String,
}

impl RisksView {
    /// Prepares the section; `to_settle` counts the findings of the studies.
    pub fn of(plan: &Plan, style: &Style, to_settle: Option<String>) -> RisksView {
        let top = top(plan, style, to_settle);
        RisksView {
            assumptions: plan.assumptions.iter().map(|assumption| assumed(assumption, style)).collect(),
            warnings: plan.warnings.iter().map(|warning| style.recorded(warning)).collect(),
            capex_spread: capex_spread(plan, style),
            ready_spread: ready_spread(plan, style),
            widest: widest(plan, style),
            top,
        }
    }
}

/// The risks that a board should know, as sentences; the widest first.
fn top(plan: &Plan, style: &Style, to_settle: Option<String>) -> Vec<String> {
    let spread = style.say("risks-top-capex", args!["spread" => capex_spread(plan, style)]);
    let ready = ready_spread(plan, style).map(|spread| style.say("risks-top-ready", args!["spread" => spread]));
    let findings = to_settle.map(|findings| style.say("risks-top-findings", args!["findings" => findings]));
    let told = [Some(spread), widest_told(plan, style), ready];
    let others = [overdue(plan, style), permits(plan, style), unpriced(plan, style), estimates(plan, style), findings];
    told.into_iter().flatten().chain(delays(plan, style)).chain(others.into_iter().flatten()).collect()
}

fn widest_told(plan: &Plan, style: &Style) -> Option<String> {
    let rows = widest(plan, style).into_iter().take(3);
    let told = |row: SpreadRow| style.say("risks-top-service", args!["service" => row.service, "span" => row.span]);
    let services: Vec<String> = rows.map(told).collect();
    (!services.is_empty()).then(|| style.say("risks-top-widest", args!["services" => style.list(&services)]))
}

/// What is assumed, with what it is about: a subject of the planner's own, or a place in a file, which stays as it is.
fn assumed(assumption: &Assumption, style: &Style) -> Assumption {
    let subject = style.find(&format!("about-{}", assumption.about.replace(' ', "-")), &args![]);
    Assumption { about: subject.unwrap_or_else(|| assumption.about.clone()), text: assumption.text.clone() }
}

fn overdue(plan: &Plan, style: &Style) -> Option<String> {
    let count = dated_orders(plan).iter().filter(|(date, _)| *date < plan.as_of).count();
    (count > 0).then(|| style.say("risks-top-overdue", args!["orders" => style.count("order", count as f64)]))
}

/// Permits with a harder path that no hall is known to be late for.
fn permits(plan: &Plan, style: &Style) -> Option<String> {
    let harder =
        plan.studies.approvals.permits.iter().filter(|permit| permit.harder.is_some() && !delays_a_hall(permit));
    let names: Vec<String> = harder.map(|permit| style.named("permit", permit.permit)).collect();
    (!names.is_empty()).then(|| style.say("risks-top-permits", args!["permits" => style.list(&names)]))
}

fn unpriced(plan: &Plan, style: &Style) -> Option<String> {
    let lines = plan.capex.lines_unpriced;
    (lines > 0).then(|| style.say("risks-top-unpriced", args!["lines" => style.count("line", lines as f64)]))
}

/// How much of the direct cost rests on estimates.
fn estimates(plan: &Plan, style: &Style) -> Option<String> {
    let estimated = plan.bom.iter().filter(|line| line.price_status == PriceStatus::Estimate);
    let likely: f64 = estimated.filter_map(|line| line.amount).map(|range| range.likely).sum();
    let share = 100.0 * likely / plan.capex.direct.likely;
    (likely > 0.0).then(|| style.say("risks-top-estimates", args!["share" => style.percent(share)]))
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
