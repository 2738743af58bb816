//! What things cost here: base price, installation, regional index, premiums for time.

use crate::domain::format::amount;
use crate::domain::plan::{Part, PriceParts, PriceSplit, PriceStatus};
use crate::domain::range::cents;
use crate::domain::{Mode, Range};
use crate::input::catalog::{Confidence, CostIncludes, Figure, Item, ParameterId as P};
use crate::physics::labor::two_shift_premium;
use crate::validate::Site;

/// A quantity of an item as a part of a candidate. An item without a price makes a part without one.
pub fn part(site: &Site, item: &Item, quantity: f64, mode: Mode) -> Part {
    let price = unit_price(site, item, mode);
    Part {
        item: item.id.clone(),
        description: item.name.clone(),
        quantity,
        unit: item.unit.clone(),
        lead_weeks: lead(item, mode).likely,
        unit_price: price.as_ref().map(|(price, _)| *price),
        price_basis: price.map_or_else(|| "no price is known".to_owned(), |(_, basis)| basis),
        price_parts: price_parts(site, item, mode),
        price_split: price_split(site, item, mode),
        price_status: status(item),
        price_confidence: item.cost_usd.as_ref().map(|cost| cost.confidence),
        masterformat: item.masterformat.clone(),
        uniformat: item.uniformat.clone(),
        sources: item.cost_usd.as_ref().map(|cost| cost.sources.clone()).unwrap_or_default(),
        order: None,
    }
}

fn price_parts(site: &Site, item: &Item, mode: Mode) -> Option<PriceParts> {
    let base_usd = item.cost_usd.as_ref()?.range().likely;
    let paid = premiums(site, item, mode);
    Some(PriceParts { base_usd, time_usd: cents(base_usd * (paid.expedite + paid.reserve + paid.two_shifts)) })
}

/// Equipment delivered, with premiums for its delivery, apart from work; what is priced in place holds both undivided.
fn price_split(site: &Site, item: &Item, mode: Mode) -> Option<PriceSplit> {
    let base = item.cost_usd.as_ref().filter(|_| item.cost_includes == CostIncludes::Delivery)?.range();
    let paid = premiums(site, item, mode);
    let goods = base.map(|usd| cents(usd * (1.0 + paid.expedite + paid.reserve)));
    unit_price(site, item, mode).map(|(price, _)| PriceSplit::of(price, goods))
}

/// Order to site, weeks; shorter in expedited delivery.
pub fn lead(item: &Item, mode: Mode) -> Range {
    let saved = item.expedite.as_ref().filter(|_| mode.expedited).map_or(0.0, |e| e.lead_saved_pct.value);
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

/// What time costs on top of a price, as shares of the base price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Premiums {
    /// For faster delivery.
    pub expedite: f64,
    /// For a reserved slot.
    pub reserve: f64,
    /// For work in two shifts.
    pub two_shifts: f64,
}

impl Premiums {
    /// Those paid where nothing is ordered any more.
    pub fn of_work(self) -> Premiums {
        Premiums { expedite: 0.0, reserve: 0.0, ..self }
    }
}

/// The premiums of a mode. That of two shifts falls on the labor in the work, at the region's cost.
pub fn premiums(site: &Site, item: &Item, mode: Mode) -> Premiums {
    let pct = |figure: Option<&Figure>, paid: bool| figure.filter(|_| paid).map_or(0.0, |figure| figure.value / 100.0);
    Premiums {
        expedite: pct(item.expedite.as_ref().map(|expedite| &expedite.premium_pct), mode.expedited),
        reserve: pct(item.reserve.as_ref().map(|reserve| &reserve.premium_pct), mode.slot_reserved),
        two_shifts: if mode.two_shifts { work(site, item) * two_shifts_on_work(site) } else { 0.0 },
    }
}

/// Work in place as a share of the base price, at the region's cost.
fn work(site: &Site, item: &Item) -> f64 {
    let share = match item.cost_includes {
        CostIncludes::Delivery => site.parameter(P::InstallationPct) / 100.0,
        CostIncludes::Installation => 1.0,
    };
    share * site.regional_cost_index
}

/// Premium of two shifts as a share of the cost of work.
fn two_shifts_on_work(site: &Site) -> f64 {
    let share = |parameter| site.parameter(parameter) / 100.0;
    share(P::LaborSharePct) * two_shift_premium(share(P::ShiftProductivityLossPct), share(P::ShiftDifferentialPct))
}

/// Price of one unit in place, USD, and how it came about.
///
/// Delivered equipment: `base (1 + installation x region)`. Installed work: `base x region`. To both `base x premiums` is
/// added. The regional index is one of construction, so it moves work and not equipment.
fn unit_price(site: &Site, item: &Item, mode: Mode) -> Option<(Range, String)> {
    let base = item.cost_usd.as_ref()?.range();
    let region = site.regional_cost_index;
    let (delivered, basis) = match item.cost_includes {
        CostIncludes::Delivery => {
            let installation = site.parameter(P::InstallationPct);
            (1.0, format!("delivered + {installation} % installation x {region} regional index"))
        }
        CostIncludes::Installation => (0.0, format!("installed x {region} regional index")),
    };
    let paid = premiums(site, item, mode);
    let factor = delivered + work(site, item) + paid.expedite + paid.reserve + paid.two_shifts;
    Some((base.map(|usd| cents(usd * factor)), basis + &premium_words(site, &paid)))
}

/// `, + 15 % for faster delivery, + 15.5 % of the work for two shifts`.
pub fn premium_words(site: &Site, paid: &Premiums) -> String {
    let pct = |share: f64| amount((share * 1000.0).round() / 10.0);
    let words = [
        (paid.expedite, format!(", + {} % for faster delivery", pct(paid.expedite))),
        (paid.reserve, format!(", + {} % for a reserved slot", pct(paid.reserve))),
        (paid.two_shifts, format!(", + {} % of the work for two shifts", pct(two_shifts_on_work(site)))),
    ];
    words.into_iter().filter(|(share, _)| *share > 0.0).map(|(_, words)| words).collect()
}
