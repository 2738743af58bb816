//! A source that no figure names proves nothing.

use std::collections::BTreeSet;

use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let named: BTreeSet<&String> = shelf.figures.iter().flat_map(|figure| &figure.sources).collect();
    let unused = shelf.catalog.sources.keys().filter(|id| !named.contains(id));
    unused.map(|id| Doubt::new(format!("sources.{id}"), "no figure names it")).collect()
}
