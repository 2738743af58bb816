//! All money, summed again from the bill of materials.

use super::facts::Facts;
use super::price;
use super::report::{HALF_CENT, Report};
use crate::domain::plan::{BankPlan, BomLine, PriceStatus};
use crate::domain::{Mode, Range, Service};
use crate::input::catalog::Item;

/// The bill of materials summed.
pub fn direct(facts: &Facts, report: &mut Report) {
    let sum = sum_of(facts, |_| true);
    report.money("direct", "the direct cost", facts.plan.capex.direct, sum, HALF_CENT);
}

fn sum_of(facts: &Facts, of: impl Fn(&BomLine) -> bool) -> Range {
    facts.plan.bom.iter().filter(|line| of(line)).filter_map(|line| line.amount).sum()
}

/// Each share of the catalog, once, on the same end of the direct cost.
pub fn soft(facts: &Facts, report: &mut Report) {
    let (catalog, capex) = (&facts.site.catalog.soft_costs, &facts.plan.capex);
    let same = catalog.len() == capex.soft.len();
    report.expect(same, "soft", || format!("{} of {} soft costs", capex.soft.len(), catalog.len()));
    for cost in catalog {
        let Some(line) = capex.soft.iter().find(|line| line.id == cost.id) else {
            report.wrong(&cost.id, "is not in the plan");
            continue;
        };
        let pct = facts.site.soft_pct(cost);
        report.expect(line.pct == pct && line.name == cost.name, &cost.id, || {
            "its name or share is not the catalog's".to_owned()
        });
        let direct = capex.direct;
        let amount = Range {
            low: direct.low * pct.low / 100.0,
            likely: direct.likely * pct.likely / 100.0,
            high: direct.high * pct.high / 100.0,
        };
        report.money(&cost.id, "the amount", line.amount, amount, HALF_CENT);
    }
}

/// Direct and soft costs, and the total by IT power.
pub fn total(facts: &Facts, report: &mut Report) {
    let capex = &facts.plan.capex;
    let soft: Range = capex.soft.iter().map(|line| line.amount).sum();
    report.money("total", "the total", capex.total, capex.direct + soft, HALF_CENT);
    let it_mw: f64 = facts.loads.iter().map(|load| load.it_kw).sum::<f64>() / 1000.0;
    report.equal("total", "million USD by IT MW", capex.million_usd_per_it_mw, capex.total.likely / 1e6 / it_mw);
}

/// Each service once, none left out that costs anything.
pub fn by_service(facts: &Facts, report: &mut Report) {
    let costs = &facts.plan.capex.by_service;
    for &service in Service::ALL {
        let mut claimed = costs.iter().filter(|cost| cost.service == service);
        let sum = sum_of(facts, |line| line.service == service);
        let (first, second) = (claimed.next(), claimed.next());
        report.expect(second.is_none(), service.info().id, || "is listed twice".to_owned());
        let amount = first.map_or(Range::ZERO, |cost| cost.amount);
        report.money(service.info().id, "the cost", amount, sum, HALF_CENT);
    }
}

/// Each kind of premium, summed over all priced units for which it is paid: what is on order pays for its work alone.
pub fn premiums(facts: &Facts, report: &mut Report) {
    let capex = &facts.plan.capex;
    for (field, claimed, premium, of_work) in [
        ("expedite_usd", capex.expedite_usd, price::expedite_usd as Premium, false),
        ("reserve_usd", capex.reserve_usd, price::reserve_usd, false),
        ("two_shifts_usd", capex.two_shifts_usd, price::two_shifts_usd, true),
    ] {
        let paid = |bank: &BankPlan| {
            let item = facts.item(&bank.chosen)?;
            let base = item.cost_usd.as_ref()?.likely;
            let parts = bank.chosen.parts.iter().filter(|part| part.item == item.id && part.unit_price.is_some());
            let units: f64 = parts.filter(|part| of_work || part.order.is_none()).map(|part| part.quantity).sum();
            Some(premium(facts, item, bank.chosen.mode, base) * units)
        };
        let sum: f64 = facts.plan.banks.iter().filter_map(paid).sum();
        report.money(field, "premiums are", Range::exact(claimed), Range::exact(sum), HALF_CENT);
    }
}

/// What a mode adds to a base price, USD.
type Premium = fn(&Facts, &Item, Mode, f64) -> f64;

/// Lines by the status of their price.
pub fn lines(facts: &Facts, report: &mut Report) {
    let capex = &facts.plan.capex;
    let count = |status| facts.plan.bom.iter().filter(|line| line.price_status == status).count();
    let counted = [
        ("lines_priced", capex.lines_priced, PriceStatus::Published),
        ("lines_estimated", capex.lines_estimated, PriceStatus::Estimate),
        ("lines_unpriced", capex.lines_unpriced, PriceStatus::Unpriced),
    ];
    for (field, claimed, status) in counted {
        report.expect(claimed == count(status), field, || format!("is {claimed} and should be {}", count(status)));
    }
}

/// The likely total within the budget.
pub fn budget(facts: &Facts, report: &mut Report) {
    if let Some(budget) = facts.site.target.budget_usd {
        report.at_most("total", "the total, USD,", facts.plan.capex.total.likely, budget);
    }
}
