//! The scope bridge.

use super::Basis;
use crate::domain::range::cents;
use crate::domain::studies::{CostScope, ScopeStudy, scope::ScopeStep};
use crate::domain::{Place, Range, Service, Total};

/// Direct costs by the scope of their service, soft costs by the scope the catalogs give them.
pub fn study(basis: &Basis) -> ScopeStudy {
    let loads = basis.loads;
    let bank = basis.bank(&Place::Site, Service::GridImport);
    let racks: u32 = loads.iter().map(|load| load.racks).sum();
    ScopeStudy {
        headline: CostScope::Tenant,
        utility_mw: bank.map_or(0.0, |bank| bank.chosen.usable),
        gross_mw: bank.map_or(0.0, |bank| bank.required),
        critical_it_mw: loads.iter().map(|load| load.critical_kw() / 1000.0).total(),
        steps: steps(basis),
        tenant_racks: basis.site.target.rack.price_usd.map(|price| Range::from(price) * f64::from(racks)),
    }
}

fn steps(basis: &Basis) -> Vec<ScopeStep> {
    let mut cumulative = Range::ZERO;
    let step = |scope: CostScope| {
        let amount = amount(basis, scope);
        cumulative = (cumulative + amount).map(cents);
        ScopeStep { scope, amount, cumulative }
    };
    CostScope::ALL.into_iter().map(step).collect()
}

fn amount(basis: &Basis, scope: CostScope) -> Range {
    let lines = basis.bom.iter().filter(|line| CostScope::of(line.service) == scope).filter_map(|line| line.amount);
    let of_scope = |id: &String| basis.site.catalog.soft_costs.iter().any(|cost| cost.id == *id && cost.scope == scope);
    let soft = basis.capex.soft.iter().filter(|line| of_scope(&line.id)).map(|line| line.amount);
    lines.chain(soft).sum::<Range>().map(cents)
}
