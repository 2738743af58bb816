//! Cost by system and service, with the soft costs on top.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::{Capex, Plan};
use crate::domain::{Range, System};
use crate::report::style::{Style, args};

/// The section on cost.
#[derive(JsonSchema, Serialize)]
pub struct CostView {
    systems: Vec<SystemCost>,
    direct: Amounts,
    soft: Vec<SoftRow>,
    soft_sum: Amounts,
    total: Amounts,
    premiums: Option<String>,
}

#[derive(JsonSchema, Serialize)]
struct SystemCost {
    system: String,
    sum: Amounts,
    services: Vec<ServiceRow>,
}

#[derive(JsonSchema, Serialize)]
struct ServiceRow {
    service: String,
    amounts: Amounts,
    share: String,
}

#[derive(JsonSchema, Serialize)]
struct SoftRow {
    name: String,
    pct: String,
    amounts: Amounts,
}

#[derive(JsonSchema, Serialize)]
struct Amounts {
    low: String,
    likely: String,
    high: String,
}

impl Amounts {
    fn of(range: Range, style: &Style) -> Amounts {
        Amounts { low: style.usd(range.low), likely: style.usd(range.likely), high: style.usd(range.high) }
    }
}

impl CostView {
    /// Prepares the section.
    pub fn of(plan: &Plan, style: &Style) -> CostView {
        let capex = &plan.capex;
        let soft = capex.soft.iter().map(|line| SoftRow {
            name: style.entry("soft", &line.id, &line.name),
            pct: style.span(style.percent(line.pct.low), style.percent(line.pct.high)),
            amounts: Amounts::of(line.amount, style),
        });
        CostView {
            systems: systems(plan, style),
            direct: Amounts::of(capex.direct, style),
            soft: soft.collect(),
            soft_sum: Amounts::of(capex.soft.iter().map(|line| line.amount).sum(), style),
            total: Amounts::of(capex.total, style),
            premiums: premiums(capex, style),
        }
    }
}

/// `$3.7 M for faster delivery and $1.1 M for reserved slots`.
fn premiums(capex: &Capex, style: &Style) -> Option<String> {
    let all = [
        (capex.expedite_usd, "cost-premium-delivery"),
        (capex.reserve_usd, "cost-premium-slots"),
        (capex.two_shifts_usd, "cost-premium-shifts"),
    ];
    let told = |(paid, message): &(f64, &str)| style.say(message, args!["amount" => style.usd(*paid)]);
    let paid: Vec<String> = all.iter().filter(|(paid, _)| *paid > 0.0).map(told).collect();
    (!paid.is_empty()).then(|| style.list(&paid))
}

/// Systems in the order of their first service.
fn systems(plan: &Plan, style: &Style) -> Vec<SystemCost> {
    let mut costs: Vec<_> = plan.capex.by_service.iter().filter(|cost| cost.amount.high > 0.0).collect();
    costs.sort_by_key(|cost| cost.service);
    let mut systems: Vec<System> = costs.iter().map(|cost| cost.service.info().system).collect();
    systems.dedup();
    let of_system = |system: System| {
        let costs: Vec<_> = costs.iter().filter(|cost| cost.service.info().system == system).collect();
        SystemCost {
            system: style.system(system),
            sum: Amounts::of(costs.iter().map(|cost| cost.amount).sum(), style),
            services: costs
                .iter()
                .map(|cost| ServiceRow {
                    service: style.service(cost.service),
                    amounts: Amounts::of(cost.amount, style),
                    share: style.percent(100.0 * cost.amount.likely / plan.capex.direct.likely),
                })
                .collect(),
        }
    };
    systems.into_iter().map(of_system).collect()
}
