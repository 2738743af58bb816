//! Price for each unit of capacity, against items of the same service and principle that are sold by the same unit.

use crate::domain::format::amount;
use crate::input::catalog::{CostIncludes, Item};
use crate::lint::siblings::{Outlier, outliers};
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let prices = shelf.catalog.items.values().filter_map(|item| {
        let (basis, size) = size(item)?;
        let installed = item.cost_includes == CostIncludes::Installation;
        let principle = item.heat_rejection.as_ref().map(|rating| rating.principle);
        let kind = (item.service, principle, item.unit.clone(), basis, installed);
        Some((kind, item.id.clone(), item.cost_usd.as_ref()?.likely / size))
    });
    outliers(prices).into_iter().map(doubt).collect()
}

/// What an item is sized by, and how large it is.
fn size(item: &Item) -> Option<(&'static str, f64)> {
    let amps = || item.amps.as_ref().map(|figure| ("amps", figure.value));
    amps().or_else(|| item.capacity.as_ref().map(|figure| ("capacity", figure.value))).filter(|(_, size)| *size > 0.0)
}

fn doubt(Outlier { id, value, median, count }: Outlier) -> Doubt {
    let message = format!(
        "{} USD for each unit of capacity, where the median of {count} items is {}",
        amount(value),
        amount(median)
    );
    Doubt::new(format!("items.{id}.cost_usd"), message)
}
