//! Prices and lead times move within years, ratings within a decade. Estimates have no date to grow old from.

use super::OWN_ESTIMATE;
use crate::input::catalog::{Confidence, ParameterId};
use crate::lint::{Doubt, Figure, Shelf};

/// Figures of the market: what things and work cost, and how long they take.
const MARKET: &[&str] =
    &["cost_usd", "pct", "lead_weeks", "install_weeks", "duration_weeks", "premium_pct", "lead_saved_pct"];

/// Years before the catalogs' price level after which a figure of the market is old.
const MARKET_YEARS: f64 = 3.0;

/// Years after which a rating or a constant is old.
const RATING_YEARS: f64 = 10.0;

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    shelf
        .figures
        .iter()
        .filter(|figure| figure.confidence != Confidence::Estimate)
        .filter_map(|f| doubt(shelf, f))
        .collect()
}

fn doubt(shelf: &Shelf, figure: &Figure) -> Option<Doubt> {
    let years = if MARKET.contains(&figure.name()) { MARKET_YEARS } else { RATING_YEARS };
    let published = figure.sources.iter().filter(|source| *source != OWN_ESTIMATE);
    let newest = published.filter_map(|id| year(&shelf.catalog.sources.get(id)?.date)).max()?;
    let price_level = shelf.catalog.parameters[&ParameterId::PriceLevelYear].value;
    let message = || format!("its newest source is of {newest}, more than {years} years before the price level");
    (f64::from(newest) < price_level - years).then(|| Doubt::new(&figure.path, message()))
}

/// The year of a source's date; nothing where it has none.
pub(super) fn year(date: &str) -> Option<i16> {
    date.split('-').next()?.parse().ok()
}
