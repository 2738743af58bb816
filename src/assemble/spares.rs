//! What is recommended to be kept in store for the items of the bill of materials.

use std::collections::BTreeMap;

use crate::domain::Total;
use crate::domain::bought::Spare;
use crate::domain::plan::BomLine;
use crate::input::catalog::{Item, SpareRule};
use crate::validate::Site;

/// By item, each rule of the catalogs that goes with it.
pub fn recommended(site: &Site, bom: &[BomLine]) -> Vec<Spare> {
    let mut units: BTreeMap<&String, Vec<f64>> = BTreeMap::new();
    bom.iter().for_each(|line| units.entry(&line.item).or_default().push(line.quantity));
    let bought = units.into_iter().filter_map(|(id, units)| Some((site.catalog.items.get(id)?, units)));
    bought.flat_map(|(item, units)| of_item(site, item, units.into_iter().total())).collect()
}

fn of_item<'a>(site: &'a Site, item: &'a Item, bought: f64) -> impl Iterator<Item = Spare> + 'a {
    let rules = site.catalog.spares.iter().filter(|rule| rule.goes_with(item));
    rules.map(move |rule| spare(rule, item, bought))
}

fn spare(rule: &SpareRule, item: &Item, bought: f64) -> Spare {
    // 0.3 bought over 0.1 is 3, though the quotient in binary is a little more.
    let begun = (bought / rule.one_for - 1e-9).ceil();
    Spare {
        id: rule.id.clone(),
        item: item.id.clone(),
        name: rule.name.clone(),
        quantity: begun.max(rule.at_least.into()),
        unit: rule.unit.clone(),
        bought,
        one_for: rule.one_for,
        at_least: rule.at_least,
        sources: rule.sources.clone(),
        confidence: rule.confidence,
        note: rule.note.clone(),
    }
}
