//! All money: the bill of materials summed, soft costs on top.

use crate::banks::{Premiums, premiums};
use crate::domain::plan::{BomLine, Capex, PriceStatus, ServiceCost, SoftLine};
use crate::domain::range::cents;
use crate::domain::{Range, Service, Total};
use crate::input::catalog::SoftCost;
use crate::validate::Site;

use super::Findings;

/// The capex of a bill of materials.
pub fn capex(findings: &Findings, bom: &[BomLine]) -> Capex {
    let direct: Range = bom.iter().filter_map(|line| line.amount).sum::<Range>().map(cents);
    let soft: Vec<SoftLine> =
        findings.site.catalog.soft_costs.iter().map(|cost| soft_line(findings.site, cost, direct)).collect();
    let total = (direct + soft.iter().map(|line| line.amount).sum()).map(cents);
    let it_mw: f64 = findings.loads.iter().map(|load| load.it_kw / 1000.0).total();
    let count = |status| bom.iter().filter(|line| line.price_status == status).count();
    Capex {
        direct,
        soft,
        total,
        million_usd_per_it_mw: total.likely / 1e6 / it_mw,
        by_service: by_service(bom),
        expedite_usd: premium(findings, |paid| paid.expedite),
        reserve_usd: premium(findings, |paid| paid.reserve),
        two_shifts_usd: premium(findings, |paid| paid.two_shifts),
        lines_priced: count(PriceStatus::Published),
        lines_estimated: count(PriceStatus::Estimate),
        lines_unpriced: count(PriceStatus::Unpriced),
    }
}

fn soft_line(site: &Site, cost: &SoftCost, direct: Range) -> SoftLine {
    let pct = site.soft_pct(cost);
    let amount = Range {
        low: cents(direct.low * pct.low / 100.0),
        likely: cents(direct.likely * pct.likely / 100.0),
        high: cents(direct.high * pct.high / 100.0),
    };
    SoftLine { id: cost.id.clone(), name: cost.name.clone(), pct, amount }
}

fn by_service(bom: &[BomLine]) -> Vec<ServiceCost> {
    let of = |service: Service| bom.iter().filter(move |line| line.service == service).filter_map(|line| line.amount);
    let cost = |&service: &Service| ServiceCost { service, amount: of(service).sum::<Range>().map(cents) };
    Service::ALL.iter().map(cost).filter(|cost| cost.amount.high > 0.0).collect()
}

/// A premium of all chosen candidates: base price times its share times units, likely. What is on order pays for work alone.
fn premium(findings: &Findings, of: fn(Premiums) -> f64) -> f64 {
    let paid = findings.choice.chosen.values().filter_map(|candidate| {
        let item = findings.site.catalog.items.get(candidate.item.as_ref()?)?;
        let share = |on_order: bool| {
            let paid = premiums(findings.site, item, candidate.mode);
            of(if on_order { paid.of_work() } else { paid })
        };
        let priced = candidate.parts.iter().filter(|part| part.item == item.id && part.unit_price.is_some());
        let base = item.cost_usd.as_ref()?.likely;
        Some(priced.map(|part| base * share(part.order.is_some()) * part.quantity).total())
    });
    cents(paid.sum())
}
