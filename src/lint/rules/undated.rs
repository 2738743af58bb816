//! Without a date nobody knows whether a source still holds.

use super::stale::year;
use crate::domain::format::plural;
use crate::input::catalog::{Confidence, Source};
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    shelf
        .catalog
        .sources
        .values()
        .filter(|source| year(&source.date).is_none())
        .filter_map(|s| doubt(shelf, s))
        .collect()
}

fn doubt(shelf: &Shelf, source: &Source) -> Option<Doubt> {
    let trusted = shelf.figures.iter().filter(|figure| figure.confidence != Confidence::Estimate);
    let count = trusted.filter(|figure| figure.sources.contains(&source.id)).count();
    let message =
        || format!("has no date ({}), and {} beyond an estimate name it", source.date, plural(count as f64, "figure"));
    (count > 0).then(|| Doubt::new(format!("sources.{}", source.id), message()))
}
