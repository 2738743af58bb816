//! A rule of spares under which no item falls recommends nothing.

use crate::input::catalog::SpareRule;
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let falls_under =
        |section: &String| shelf.catalog.items.values().any(|item| item.masterformat.starts_with(section));
    let idle = |rule: &SpareRule| rule.sections.iter().find(|section| !falls_under(section)).cloned();
    let doubts = shelf.catalog.spares.iter().filter_map(|rule| Some((rule, idle(rule)?)));
    doubts
        .map(|(rule, section)| Doubt::new(format!("spares.{}", rule.id), format!("no item is of section {section}")))
        .collect()
}
