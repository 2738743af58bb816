//! What the bill of materials says of its items, against the catalogs as they are written.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::Supply;
use crate::domain::bought::{BoughtItem, OtherItem};
use crate::input::catalog::{CostIncludes, Item, ParameterId as P};

/// Each item of the bill once, with its name, figures, substitutes, and who buys it.
pub fn items(facts: &Facts, report: &mut Report) {
    let catalog = &facts.site.catalog.items;
    let named: BTreeSet<&str> = facts.plan.bom.iter().map(|line| line.item.as_str()).collect();
    let due: Vec<&str> = named.into_iter().filter(|id| catalog.contains_key(*id)).collect();
    let told: Vec<&str> = facts.plan.bought.iter().map(|item| item.id.as_str()).collect();
    report.expect(told == due, "bought", || format!("tells of {} and should tell of {}", said(&told), said(&due)));
    for told in &facts.plan.bought {
        if let Some(item) = catalog.get(&told.id) {
            one(facts, told, item, report);
        }
    }
    let others = facts.plan.banks.iter().flat_map(|bank| &bank.alternatives).filter_map(|other| other.item.as_ref());
    let due: BTreeMap<&String, &Item> = others.filter_map(|id| Some((id, catalog.get(id)?))).collect();
    let told = &facts.plan.other_items;
    let as_written = |(id, item): (&String, &OtherItem)| {
        due.get(id).is_some_and(|due| (&item.name, &item.masterformat) == (&due.name, &due.masterformat))
    };
    report.expect(told.len() == due.len() && told.iter().all(as_written), "other_items", || {
        format!("tells of {} and should tell of {}", said(told), said(&due.keys().collect::<Vec<_>>()))
    });
}

fn one(facts: &Facts, told: &BoughtItem, item: &Item, report: &mut Report) {
    report.expect(told.name == item.name && told.note == item.note, &told.id, || {
        "is not named as in the catalogs".to_owned()
    });
    let written = serde_json::to_value(item).unwrap_or_default();
    let figures = written.as_object().map_or(0, |fields| fields.values().filter(|field| is_figure(field)).count());
    let same = told.figures.iter().all(|figure| written[&figure.field]["value"].as_f64() == Some(figure.value));
    report.expect(same && told.figures.len() == figures, &told.id, || {
        "its figures are not those of the catalogs".to_owned()
    });
    let substitutes: Vec<&String> = told.substitutes.iter().map(|other| &other.id).collect();
    report.expect(substitutes.iter().copied().eq(&item.substitutes), &told.id, || {
        format!("may be replaced by {} and not by {}", said(&item.substitutes), said(&substitutes))
    });
    let supply = supply(facts, item);
    report.expect(told.supply == supply, &told.id, || {
        format!("is {} and should be {}", told.supply.label(), supply.label())
    });
}

/// One number with its evidence; three-point figures have no `value`.
fn is_figure(field: &Value) -> bool {
    field.get("value").is_some()
}

fn supply(facts: &Facts, item: &Item) -> Supply {
    match (item.supply, item.cost_includes) {
        (Some(said), _) => said,
        (None, CostIncludes::Installation) => Supply::ContractorContractor,
        (None, _) if item.lead_weeks.likely < facts.site.parameter(P::OwnerSupplyLeadWeeks) => {
            Supply::ContractorContractor
        }
        _ => Supply::OwnerContractor,
    }
}
