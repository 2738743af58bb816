//! A range whose ends lie far apart says that the figure is hardly known. One that begins at zero has no such ratio.

use crate::domain::format::amount;
use crate::lint::{Doubt, Figure, Shelf};

/// Most that the high end may be of the low end.
const MOST: f64 = 8.0;

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    shelf.figures.iter().filter_map(doubt).collect()
}

fn doubt(of: &Figure) -> Option<Doubt> {
    let range = of.range.filter(|range| range.low > 0.0 && range.high > MOST * range.low)?;
    let (low, high) = (amount(range.low), amount(range.high));
    Some(Doubt::new(
        &of.path,
        format!("{low} to {high}: the high end is {} times the low end", amount(range.high / range.low)),
    ))
}
