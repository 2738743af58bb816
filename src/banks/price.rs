//! What things cost here: base price, installation, regional index, premium for faster delivery.

use crate::domain::Range;
use crate::domain::plan::{Part, PriceStatus};
use crate::domain::range::cents;
use crate::input::catalog::{Confidence, CostIncludes, Item, ParameterId as P};
use crate::validate::Site;

/// A quantity of an item as a part of a candidate. An item without a price makes a part without one.
pub fn part(site: &Site, item: &Item, quantity: f64, expedited: bool) -> Part {
    let price = unit_price(site, item, expedited);
    Part {
        item: item.id.clone(),
        description: item.name.clone(),
        quantity,
        unit: item.unit.clone(),
        lead_weeks: lead(item, expedited).likely,
        unit_price: price.as_ref().map(|(price, _)| *price),
        price_basis: price.map_or_else(|| "no price is known".to_owned(), |(_, basis)| basis),
        price_status: status(item),
        masterformat: item.masterformat.clone(),
        uniformat: item.uniformat.clone(),
        sources: item.cost_usd.as_ref().map(|cost| cost.sources.clone()).unwrap_or_default(),
        order: None,
    }
}

/// Order to site, weeks; shorter in expedited delivery.
pub fn lead(item: &Item, expedited: bool) -> Range {
    let saved = item.expedite.as_ref().filter(|_| expedited).map_or(0.0, |e| e.lead_saved_pct.value);
    item.lead_weeks.range() * (1.0 - saved / 100.0)
}

/// The direct cost of parts, USD, each line rounded to the cent; parts without a price are not in it.
pub fn cost(parts: &[Part]) -> Range {
    parts.iter().filter_map(Part::amount).sum()
}

fn status(item: &Item) -> PriceStatus {
    match &item.cost_usd {
        None => PriceStatus::Unpriced,
        Some(cost) if cost.confidence == Confidence::Estimate => PriceStatus::Estimate,
        Some(_) => PriceStatus::Published,
    }
}

/// Price of one unit in place, USD, and how it came about.
///
/// Delivered equipment: `base (1 + installation x region) + base x premium`. Installed work: `base x region + base x premium`.
/// The regional index is one of construction, so it moves work and not equipment.
fn unit_price(site: &Site, item: &Item, expedited: bool) -> Option<(Range, String)> {
    let base = item.cost_usd.as_ref()?.range();
    let region = site.regional_cost_index;
    let premium = item.expedite.as_ref().filter(|_| expedited).map_or(0.0, |e| e.premium_pct.value);
    let (factor, work) = match item.cost_includes {
        CostIncludes::Delivery => {
            let installation = site.parameter(P::InstallationPct);
            (
                1.0 + installation / 100.0 * region,
                format!("delivered + {installation} % installation x {region} regional index"),
            )
        }
        CostIncludes::Installation => (region, format!("installed x {region} regional index")),
    };
    let basis = if premium > 0.0 { format!("{work}, + {premium} % for faster delivery") } else { work };
    Some((base.map(|usd| cents(usd * (factor + premium / 100.0))), basis))
}
