//! A plan whose second line has a specification and alternates.

use crate::domain::Supply;
use crate::domain::bought::{BoughtItem, OtherItem, SpecFeature, SpecFigure, Substitute};
use crate::domain::plan::{Alternative, Plan, Quantity};

/// The sample plan; for its fiber there is another item by which no design changes, a dear one that keeps boards, and one that is
/// ruled out.
pub fn plan() -> Plan {
    let mut plan = crate::report::sample::plan();
    let line = plan.bom[1].clone();
    plan.bought = vec![BoughtItem {
        id: line.item.clone(),
        name: line.description.clone(),
        figures: vec![SpecFigure { field: "amps".into(), name: "current".into(), value: 1200.0, unit: "A".into() }],
        features: vec![SpecFeature { name: "connection".into(), text: "lugs".into() }],
        substitutes: vec![Substitute { id: "other".into(), name: "Other".into() }],
        supply: Supply::OwnerContractor,
        note: None,
    }];
    let other = |name: &str| OtherItem { name: name.to_owned(), masterformat: line.masterformat.clone() };
    plan.other_items = ["Other", "Dear", "Third", "Fourth"].map(|name| (name.to_lowercase(), other(name))).into();
    let bank = plan.banks.iter_mut().find(|bank| bank.id == line.bank).expect("the line has its bank");
    let other = |item: &str, units: f64, more: f64, barred: bool| Alternative {
        item: Some(item.to_owned()),
        buys: Some(Quantity { units, unit: line.unit.clone() }),
        cost_usd: Some(bank.chosen.cost.likely + more),
        usable: Some(1.0),
        barred,
        ..Alternative::rejected(&format!("{units} of {item}"), String::new())
    };
    let dear = Alternative { kept: vec!["ducts".to_owned()], ..other("dear", line.quantity, 5e5, false) };
    bank.alternatives = vec![dear, other("other", 20.0, 1e5, false), other("hot", 1.0, 0.0, true)];
    plan
}
