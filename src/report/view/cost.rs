//! Cost by system and service, with the soft costs on top.

use serde::Serialize;

use crate::domain::format::{list, percent, span, usd};
use crate::domain::plan::{Capex, Plan};
use crate::domain::{Range, System};

/// The section on cost.
#[derive(Serialize)]
pub struct CostView {
    systems: Vec<SystemCost>,
    direct: Amounts,
    soft: Vec<SoftRow>,
    total: Amounts,
    premiums: Option<String>,
}

#[derive(Serialize)]
struct SystemCost {
    system: &'static str,
    sum: Amounts,
    services: Vec<ServiceRow>,
}

#[derive(Serialize)]
struct ServiceRow {
    service: &'static str,
    amounts: Amounts,
    share: String,
}

#[derive(Serialize)]
struct SoftRow {
    name: String,
    pct: String,
    amounts: Amounts,
}

#[derive(Serialize)]
struct Amounts {
    low: String,
    likely: String,
    high: String,
}

impl From<Range> for Amounts {
    fn from(range: Range) -> Amounts {
        Amounts { low: usd(range.low), likely: usd(range.likely), high: usd(range.high) }
    }
}

impl CostView {
    /// Prepares the section.
    pub fn of(plan: &Plan) -> CostView {
        let capex = &plan.capex;
        let soft = capex.soft.iter().map(|line| SoftRow {
            name: line.name.clone(),
            pct: span(percent(line.pct.low), percent(line.pct.high)),
            amounts: line.amount.into(),
        });
        CostView {
            systems: systems(plan),
            direct: capex.direct.into(),
            soft: soft.collect(),
            total: capex.total.into(),
            premiums: premiums(capex),
        }
    }
}

/// `$3.7 M for faster delivery and $1.1 M for reserved slots`.
fn premiums(capex: &Capex) -> Option<String> {
    let all = [
        (capex.expedite_usd, "for faster delivery"),
        (capex.reserve_usd, "for reserved slots"),
        (capex.two_shifts_usd, "for work in two shifts"),
    ];
    let paid: Vec<String> =
        all.iter().filter(|(paid, _)| *paid > 0.0).map(|(paid, what)| format!("{} {what}", usd(*paid))).collect();
    (!paid.is_empty()).then(|| list(&paid))
}

/// Systems in the order of their first service.
fn systems(plan: &Plan) -> Vec<SystemCost> {
    let mut costs: Vec<_> = plan.capex.by_service.iter().filter(|cost| cost.amount.high > 0.0).collect();
    costs.sort_by_key(|cost| cost.service);
    let mut systems: Vec<System> = costs.iter().map(|cost| cost.service.info().system).collect();
    systems.dedup();
    let of_system = |system: System| {
        let costs: Vec<_> = costs.iter().filter(|cost| cost.service.info().system == system).collect();
        SystemCost {
            system: system.label(),
            sum: costs.iter().map(|cost| cost.amount).sum::<Range>().into(),
            services: costs
                .iter()
                .map(|cost| ServiceRow {
                    service: cost.service.info().label,
                    amounts: cost.amount.into(),
                    share: percent(100.0 * cost.amount.likely / plan.capex.direct.likely),
                })
                .collect(),
        }
    };
    systems.into_iter().map(of_system).collect()
}
