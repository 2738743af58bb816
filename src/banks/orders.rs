//! Equipment that is on order: which units of an item a bank need not order any more, from when, and for what price.

use jiff::civil::Date;

use super::Order;
use super::price::{premium_words, premiums};
use crate::domain::format::usd;
use crate::domain::plan::{OrderedUnits, Part, PriceSplit, PriceStatus};
use crate::domain::range::cents;
use crate::domain::{Mode, Range};
use crate::input::catalog::{Confidence, CostIncludes, Item, ParameterId as P};
use crate::validate::{Site, SiteOrder};

/// The orders of an item for the place of a bank, in file order.
pub fn of<'a>(order: &'a Order, item: &'a Item) -> impl Iterator<Item = &'a SiteOrder> {
    let (place, service) = (&order.demand.place, order.demand.service);
    let here = order.site.orders.iter().filter(move |placed| placed.place == *place && placed.item == item.id);
    here.filter(move |_| item.serves(service))
}

/// The ways to come by a number of units: all ordered anew, and with as many as are on order. What has no price in the catalogs
/// is taken from orders alone.
pub fn ways(order: &Order, item: &Item, units: f64) -> Vec<Vec<OrderedUnits>> {
    let mut left = units;
    let mut ordered = Vec::new();
    let mut placed: Vec<&SiteOrder> = of(order, item).collect();
    placed.sort_by_key(|placed| placed.arrives);
    for placed in placed {
        let taken = left.min(f64::from(placed.count));
        if taken > 0.0 {
            ordered.push(OrderedUnits { order: placed.id.clone(), units: taken });
        }
        left -= taken;
    }
    let priced = item.cost_usd.is_some();
    let with_orders = Some(ordered).filter(|ordered| !ordered.is_empty() && (priced || left <= 0.0));
    priced.then(Vec::new).into_iter().chain(with_orders).collect()
}

/// The day on which the last of the units arrives; nothing where all are here when the project starts.
pub fn arrive(site: &Site, ordered: &[OrderedUnits]) -> Option<Date> {
    let arrivals = ordered.iter().filter_map(|units| Some(find(site, &units.order)?.arrives));
    arrivals.filter(|day| *day > site.start_date).max()
}

/// The parts of a bank that are on order.
pub fn parts(site: &Site, item: &Item, ordered: &[OrderedUnits], mode: Mode) -> Vec<Part> {
    let placed = ordered.iter().filter_map(|units| Some((find(site, &units.order)?, units.units)));
    placed.map(|(placed, units)| part(site, item, placed, units, mode)).collect()
}

fn find<'a>(site: &'a Site, id: &str) -> Option<&'a SiteOrder> {
    site.orders.iter().find(|placed| placed.id == id)
}

fn part(site: &Site, item: &Item, placed: &SiteOrder, units: f64, mode: Mode) -> Part {
    let price = unit_price(site, item, placed, mode);
    let estimate = item.cost_usd.as_ref().filter(|_| item.cost_includes == CostIncludes::Delivery);
    let estimated = estimate.is_some_and(|cost| cost.confidence == Confidence::Estimate);
    Part {
        item: item.id.clone(),
        description: format!("{}, on order ({})", item.name, placed.id),
        quantity: units,
        unit: item.unit.clone(),
        lead_weeks: 0.0,
        price_basis: price
            .as_ref()
            .map_or_else(|| "what remains to be paid is not known".to_owned(), |it| it.1.clone()),
        price_parts: None,
        price_split: price.as_ref().and_then(|(price, _)| price_split(item, placed, *price)),
        price_status: match &price {
            None => PriceStatus::Unpriced,
            Some(_) if estimated => PriceStatus::Estimate,
            Some(_) => PriceStatus::Published,
        },
        price_confidence: estimate.filter(|_| price.is_some()).map(|cost| cost.confidence),
        sources: estimate.filter(|_| price.is_some()).map(|cost| cost.sources.clone()).unwrap_or_default(),
        unit_price: price.map(|(price, _)| price),
        masterformat: item.masterformat.clone(),
        uniformat: item.uniformat.clone(),
        order: Some(placed.id.clone()),
    }
}

/// What remains to be paid apart from work; what is priced in place holds both undivided.
fn price_split(item: &Item, placed: &SiteOrder, unit_price: Range) -> Option<PriceSplit> {
    let remaining = placed.remaining_usd.filter(|_| item.cost_includes == CostIncludes::Delivery)?;
    Some(PriceSplit::of(unit_price, Range::exact(remaining / f64::from(placed.count))))
}

/// What remains to be paid for one unit, with the installation that the catalogs' price of a new one asks for and a second
/// shift's premium; how it came about. Nothing where a part of it is not known.
fn unit_price(site: &Site, item: &Item, placed: &SiteOrder, mode: Mode) -> Option<(Range, String)> {
    let remaining = placed.remaining_usd?;
    let each = remaining / f64::from(placed.count);
    let paid = match remaining {
        0.0 => "paid in full".to_owned(),
        _ => format!("{} remain to be paid for {} on order", usd(remaining), placed.count),
    };
    let (installation, region) = (site.parameter(P::InstallationPct), site.regional_cost_index);
    let (work, words) = match item.cost_includes {
        CostIncludes::Installation => (0.0, String::new()),
        CostIncludes::Delivery => (
            installation / 100.0 * region,
            format!(" + {installation} % installation of a new one's price x {region} regional index"),
        ),
    };
    let paid_premiums = premiums(site, item, mode).of_work();
    let words = paid + &words + &premium_words(site, &paid_premiums);
    match &item.cost_usd {
        Some(cost) => {
            let share = work + paid_premiums.two_shifts;
            Some((cost.range().map(|base| each + cents(base * share)), words))
        }
        None => (work == 0.0).then(|| (Range::exact(each), words)),
    }
}
