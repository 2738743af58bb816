//! Prices, derived again from the catalog's figures.

use super::facts::Facts;
use super::on_order;
use super::report::{HALF_CENT, Report};
use super::words::said;
use crate::domain::plan::{CandidatePlan, Part, PriceStatus};
use crate::domain::{Mode, Range};
use crate::input::catalog::{Confidence, CostIncludes, Item, ParameterId as P};

/// The unit price of every part of every bank, how it is known, and where from.
pub fn units(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        for part in &bank.chosen.parts {
            let subject = format!("{}: {}", bank.id, part.item);
            match priced(facts, &bank.chosen, part) {
                None => report.wrong(&subject, "neither the catalogs nor the utility offer it"),
                Some(Priced { price, status, confidence, sources, unit }) => {
                    let graded = part.price_status == status && part.price_confidence == confidence;
                    let told = graded && part.sources == sources && part.unit == unit;
                    report.expect(told, &subject, || {
                        "its unit, price status, confidence or sources are not the catalog's".to_owned()
                    });
                    price_parts(facts, &bank.chosen, part, &subject, report);
                    price_split(facts, &bank.chosen, part, &subject, report);
                    match (part.unit_price, price) {
                        (Some(claimed), Some(price)) => {
                            report.money(&subject, "the unit price", claimed, price, HALF_CENT)
                        }
                        (None, None) => {}
                        (claimed, price) => report.wrong(
                            &subject,
                            format!("the unit price, USD, is {} and should be {}", said(&claimed), said(&price)),
                        ),
                    }
                }
            }
        }
    }
}

/// What the catalog has, and what time adds to it.
fn price_parts(facts: &Facts, candidate: &CandidatePlan, part: &Part, subject: &str, report: &mut Report) {
    let item = facts.site.catalog.items.get(&part.item).filter(|_| part.order.is_none());
    let base = item.and_then(|item| Some((item, item.cost_usd.as_ref()?.range().likely)));
    match (part.price_parts, base) {
        (None, None) => {}
        (Some(claimed), Some((item, base))) => {
            let paid = [expedite_usd, reserve_usd, two_shifts_usd];
            let time = paid.map(|premium| premium(facts, item, mode_of(candidate, item), base)).into_iter().sum();
            report.equal(subject, "the catalog's price", claimed.base_usd, base);
            report.money(subject, "what time costs", Range::exact(claimed.time_usd), Range::exact(time), HALF_CENT);
        }
        _ => report.wrong(subject, "the parts of its price are missing, or are not the catalog's"),
    }
}

/// Goods and installation add up to the unit price, and the goods are the equipment with the premiums for its delivery, or what
/// remains to be paid for it. What is priced in place is not split.
fn price_split(facts: &Facts, candidate: &CandidatePlan, part: &Part, subject: &str, report: &mut Report) {
    match (part.price_split, goods(facts, candidate, part).filter(|_| part.unit_price.is_some())) {
        (None, None) => {}
        (Some(split), Some(goods)) => {
            let sum = split.goods + split.installation;
            report.money(subject, "the price of the goods", split.goods, goods, HALF_CENT);
            report.money(subject, "goods and installation", sum, part.unit_price.unwrap_or_default(), HALF_CENT);
        }
        _ => report.wrong(subject, "goods and installation are told apart where they are not, or not where they are"),
    }
}

/// One delivered, without any work on it, USD; nothing where the catalogs price it in place.
fn goods(facts: &Facts, candidate: &CandidatePlan, part: &Part) -> Option<Range> {
    let item = facts.site.catalog.items.get(&part.item)?;
    match (item.cost_includes, &part.order) {
        (CostIncludes::Installation, _) => None,
        (CostIncludes::Delivery, Some(order)) => on_order::remaining_usd(facts, order).map(Range::exact),
        (CostIncludes::Delivery, None) => {
            let mode = mode_of(candidate, item);
            let sooner = |base| expedite_usd(facts, item, mode, base) + reserve_usd(facts, item, mode, base);
            Some(item.cost_usd.as_ref()?.range().map(|base| base + sooner(base)))
        }
    }
}

/// How time is bought for an item: parts beside a candidate's own item are bought in the usual time.
fn mode_of(candidate: &CandidatePlan, item: &Item) -> Mode {
    if candidate.item.as_ref() == Some(&item.id) { candidate.mode } else { Mode::default() }
}

/// The sum of quantity times unit price, each line to the cent.
pub fn costs(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let parts = &bank.chosen.parts;
        let line = |part: &Part| part.unit_price.map(|price| price.map(|usd| to_the_cent(usd * part.quantity)));
        let sum: Range = parts.iter().filter_map(line).sum();
        report.money(&bank.id, "the cost", bank.chosen.cost, sum, HALF_CENT);
    }
}

/// Money as whole cents, half away from zero; what is a half to fifteen figures is one.
pub fn to_the_cent(usd: f64) -> f64 {
    let scaled = usd * 100.0;
    let next = scaled.trunc() + scaled.signum();
    let is_half = (scaled - (scaled.trunc() + 0.5 * scaled.signum())).abs() <= scaled.abs() * 1e-15;
    (if is_half { next } else { scaled.round() }) / 100.0
}

struct Priced {
    price: Option<Range>,
    status: PriceStatus,
    confidence: Option<Confidence>,
    sources: Vec<String>,
    unit: String,
}

fn priced(facts: &Facts, candidate: &CandidatePlan, part: &Part) -> Option<Priced> {
    if let Some(id) = part.item.strip_prefix("utility.increases.") {
        let step = facts.site.utility.increases.iter().find(|step| step.id == id)?;
        let price = step.cost_usd.map(Range::from);
        return Some(Priced {
            price,
            status: PriceStatus::Published,
            confidence: None,
            sources: vec![],
            unit: "step".to_owned(),
        });
    }
    let item = facts.site.catalog.items.get(&part.item)?;
    let mode = mode_of(candidate, item);
    let on_order = part.order.as_ref().map(|order| on_order::unit_price(facts, item, order, mode));
    let price = on_order.unwrap_or_else(|| unit_price(facts, item, mode));
    let unpriced = price.is_none();
    // Of what is on order and priced in place, nothing rests on the catalogs.
    let own = part.order.is_some() && (unpriced || item.cost_includes == CostIncludes::Installation);
    let cost = item.cost_usd.as_ref().filter(|_| !own);
    let confidence = cost.map(|cost| cost.confidence);
    Some(Priced {
        price,
        status: match confidence {
            _ if unpriced => PriceStatus::Unpriced,
            None => PriceStatus::Published,
            Some(Confidence::Estimate) => PriceStatus::Estimate,
            Some(_) => PriceStatus::Published,
        },
        confidence,
        sources: cost.map(|cost| cost.sources.clone()).unwrap_or_default(),
        unit: item.unit.clone(),
    })
}

/// Equipment, work at the region's cost, the premiums on the equipment and that on the labor: each summed for itself.
fn unit_price(facts: &Facts, item: &Item, mode: Mode) -> Option<Range> {
    let price = |base: f64| {
        let equipment = if item.cost_includes == CostIncludes::Delivery { base } else { 0.0 };
        let premiums = [expedite_usd, reserve_usd, two_shifts_usd].map(|premium| premium(facts, item, mode, base));
        equipment + work_usd(facts, item, base) + premiums.into_iter().sum::<f64>()
    };
    Some(item.cost_usd.as_ref()?.range().map(price))
}

/// Work in place at the region's cost, USD, of a base price.
fn work_usd(facts: &Facts, item: &Item, base: f64) -> f64 {
    let work = match item.cost_includes {
        CostIncludes::Installation => base,
        CostIncludes::Delivery => base * facts.site.parameter(P::InstallationPct) / 100.0,
    };
    work * facts.site.regional_cost_index
}

/// What faster delivery adds to a base price, USD.
pub fn expedite_usd(_: &Facts, item: &Item, mode: Mode, base: f64) -> f64 {
    let paid = item.expedite.as_ref().filter(|_| mode.expedited);
    paid.map_or(0.0, |expedite| base * expedite.premium_pct.value / 100.0)
}

/// What a reserved slot adds to a base price, USD.
pub fn reserve_usd(_: &Facts, item: &Item, mode: Mode, base: f64) -> f64 {
    let paid = item.reserve.as_ref().filter(|_| mode.slot_reserved);
    paid.map_or(0.0, |reserve| base * reserve.premium_pct.value / 100.0)
}

/// What two shifts add to a base price, USD: half of the hours cost the differential more, and the same work takes more hours.
pub fn two_shifts_usd(facts: &Facts, item: &Item, mode: Mode, base: f64) -> f64 {
    if !mode.two_shifts {
        return 0.0;
    }
    let pct = |parameter| facts.site.parameter(parameter);
    let labor = work_usd(facts, item, base) * pct(P::LaborSharePct) / 100.0;
    let (first, second) = (labor / 2.0, labor / 2.0 * (100.0 + pct(P::ShiftDifferentialPct)) / 100.0);
    (first + second) * 100.0 / (100.0 - pct(P::ShiftProductivityLossPct)) - labor
}
