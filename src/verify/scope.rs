//! The scope bridge against the capex and the loads.

use super::facts::Facts;
use super::report::{HALF_CENT, Report};
use crate::domain::Range;
use crate::domain::studies::CostScope;

/// Every cost is in one step, steps add up, and the MW are those of the loads and the connection.
pub fn bridge(facts: &Facts, report: &mut Report) {
    let (plan, study) = (facts.plan, &facts.plan.studies.scope);
    let scopes: Vec<CostScope> = study.steps.iter().map(|step| step.scope).collect();
    report.expect(scopes == CostScope::ALL, "studies.scope", || "has not one step for each scope".to_owned());
    let mut sum = Range::ZERO;
    for step in &study.steps {
        sum = sum + step.amount;
        report.money("studies.scope", &format!("the sum to {}", step.scope.label()), step.cumulative, sum, HALF_CENT);
    }
    // Each step is rounded to the cent by itself.
    report.money("studies.scope", "the last step", sum, plan.capex.total, 6.0 * HALF_CENT);
    let shell: Range = lines_of(facts, CostScope::Shell);
    let claimed = study.steps.first().map_or(Range::ZERO, |step| step.amount);
    report.money("studies.scope", "the shell", claimed, shell, HALF_CENT);
    let it_kw: f64 = facts.loads.iter().map(|load| load.it_kw + load.network_kw).sum();
    report.equal("studies.scope", "critical IT, MW,", study.critical_it_mw, it_kw / 1000.0);
    let grid = facts.bank("site.grid_import");
    report.equal("studies.scope", "gross power, MW,", study.gross_mw, grid.map_or(0.0, |bank| bank.required));
    report.equal("studies.scope", "utility power, MW,", study.utility_mw, grid.map_or(0.0, |bank| bank.chosen.usable));
    let racks: f64 = facts.loads.iter().map(|load| f64::from(load.racks)).sum();
    let price = facts.site.target.rack.price_usd.map(|price| Range::from(price) * racks);
    report.expect(study.tenant_racks == price, "studies.scope", || "the tenant's racks have another price".to_owned());
}

fn lines_of(facts: &Facts, scope: CostScope) -> Range {
    let lines = facts.plan.bom.iter().filter(|line| CostScope::of(line.service) == scope);
    let costs = facts.site.catalog.soft_costs.iter().filter(|cost| cost.scope == scope);
    let soft = costs.filter_map(|cost| facts.plan.capex.soft.iter().find(|line| line.id == cost.id));
    lines.filter_map(|line| line.amount).chain(soft.map(|line| line.amount)).sum()
}
