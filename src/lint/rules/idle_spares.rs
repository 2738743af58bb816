//! A rule of spares that goes with no item recommends nothing.

use crate::input::catalog::SpareRule;
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let idle = |rule: &&SpareRule| !shelf.catalog.items.values().any(|item| rule.goes_with(item));
    let idle = shelf.catalog.spares.iter().filter(idle);
    idle.map(|rule| Doubt::new(format!("spares.{}", rule.id), "it goes with no item of the catalogs")).collect()
}
