//! What the bill of materials says of each catalog item that it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Supply;
use crate::domain::bought::{BoughtItem, OtherItem, SpecFeature, SpecFigure, Substitute};
use crate::domain::format::{amount, words};
use crate::domain::plan::{BankPlan, BomLine};
use crate::input::catalog::{ConnectsAt, CostIncludes, Figure, HeatRejectionRating, Item, ParameterId as P};
use crate::validate::Site;

/// One figure of an item: the catalog's field, what it is called, its unit (empty: the service's), where it stands.
type Row = (&'static str, &'static str, &'static str, fn(&Item) -> Option<&Figure>);

/// All figures that an item may have, in the order of a specification.
const FIGURES: &[Row] = &[
    ("capacity", "capacity", "", |item| item.capacity.as_ref()),
    ("amps", "current", "A", |item| item.amps.as_ref()),
    ("interrupting_rating_ka", "interrupting rating", "kA", |item| item.interrupting_rating_ka.as_ref()),
    ("impedance_pct", "impedance", "%", |item| item.impedance_pct.as_ref()),
    ("loss_pct", "losses", "%", |item| item.loss_pct.as_ref()),
    ("subtransient_reactance_pct", "subtransient reactance", "%", |item| item.subtransient_reactance_pct.as_ref()),
    ("nox_g_per_kwh", "nitrogen oxides", "g/kWh", |item| item.nox_g_per_kwh.as_ref()),
    ("flow_lpm", "flow", "L/min", |item| item.flow_lpm.as_ref()),
    ("approach_k", "approach", "K", |item| item.approach_k.as_ref()),
    ("head_kpa", "external head", "kPa", |item| item.head_kpa.as_ref()),
    ("water_drop_kpa", "water pressure drop", "kPa", |item| item.water_drop_kpa.as_ref()),
    ("freeze_c", "freezes at", "C", |item| item.freeze_c.as_ref()),
    ("reach_km", "reach", "km", |item| item.reach_km.as_ref()),
    ("most_accelerators", "accelerators, at most", "", |item| item.most_accelerators.as_ref()),
    ("floor_kg_per_m2", "floor load", "kg/m2", |item| item.floor_kg_per_m2.as_ref()),
    ("critical_kw", "draws on UPS", "kW", |item| item.critical_kw.as_ref()),
    ("mechanical_kw", "draws off UPS", "kW", |item| item.mechanical_kw.as_ref()),
    ("water_m3_per_day", "water on the design day", "m3/day", |item| item.water_m3_per_day.as_ref()),
    ("footprint_m2", "footprint with clearances", "m2", |item| item.footprint_m2.as_ref()),
    ("weight_kg", "operating weight", "kg", |item| item.weight_kg.as_ref()),
    ("height_m", "height", "m", |item| item.height_m.as_ref()),
    ("width_m", "width", "m", |item| item.width_m.as_ref()),
];

/// The items that lines name, by id.
pub fn items(site: &Site, bom: &[BomLine]) -> Vec<BoughtItem> {
    let ids: BTreeSet<&String> = bom.iter().map(|line| &line.item).collect();
    ids.into_iter().filter_map(|id| site.catalog.items.get(id)).map(|item| bought(site, item)).collect()
}

/// The items that ways not chosen would have bought.
pub fn other_items(site: &Site, banks: &[BankPlan]) -> BTreeMap<String, OtherItem> {
    let ids = banks.iter().flat_map(|bank| &bank.alternatives).filter_map(|other| other.item.as_ref());
    let other = |item: &Item| OtherItem { name: item.name.clone(), masterformat: item.masterformat.clone() };
    ids.filter_map(|id| Some((id.clone(), other(site.catalog.items.get(id)?)))).collect()
}

fn bought(site: &Site, item: &Item) -> BoughtItem {
    let name = |id: &String| site.catalog.items.get(id).map(|other| other.name.clone());
    let substitutes = item.substitutes.iter().filter_map(|id| Some(Substitute { id: id.clone(), name: name(id)? }));
    BoughtItem {
        id: item.id.clone(),
        name: item.name.clone(),
        figures: FIGURES.iter().filter_map(|row| figure(item, row)).collect(),
        features: features(item),
        substitutes: substitutes.collect(),
        supply: supply(site, item),
        note: item.note.clone(),
    }
}

fn figure(item: &Item, &(field, name, unit, of): &Row) -> Option<SpecFigure> {
    let unit = if field == "capacity" { item.service.info().unit } else { unit };
    let value = of(item)?.value;
    Some(SpecFigure { field: field.to_owned(), name: name.to_owned(), value, unit: unit.to_owned() })
}

fn features(item: &Item) -> Vec<SpecFeature> {
    let connects = item.connects_at.map(|at| match at {
        ConnectsAt::LowVoltage => "low voltage".to_owned(),
        ConnectsAt::MediumVoltage => "medium voltage".to_owned(),
    });
    let all = [
        ("voltage", voltage(item)),
        ("connects at", connects),
        ("connection", item.connection.clone()),
        ("coolant", item.coolant.as_deref().map(words)),
        ("rating point", item.heat_rejection.as_ref().map(rating_point)),
    ];
    let feature = |(name, text): (&str, Option<String>)| Some(SpecFeature { name: name.to_owned(), text: text? });
    all.into_iter().filter_map(feature).collect()
}

/// `12.47 or 13.8 kV`, `systems of 15 to 27 kV`; nothing where any will do.
fn voltage(item: &Item) -> Option<String> {
    let listed: Vec<String> = item.voltages_kv.iter().map(|kv| amount(*kv)).collect();
    match item.voltage_window_kv {
        Some(window) => Some(format!("systems of {} to {} kV", amount(window.low), amount(window.high))),
        None if listed.is_empty() => None,
        None => Some(format!("{} kV", listed.join(" or "))),
    }
}

fn rating_point(rating: &HeatRejectionRating) -> String {
    let [water, air, most] =
        [&rating.leaving_water_c, &rating.entering_air_c, &rating.max_air_c].map(|f| amount(f.value));
    format!("{}, {water} C leaving water at {air} C entering air, runs up to {most} C", rating.principle.label())
}

/// Long-lead equipment by the owner, all else by the contractor, unless the catalog says otherwise.
fn supply(site: &Site, item: &Item) -> Supply {
    let equipment = item.cost_includes == CostIncludes::Delivery;
    let long_lead = item.lead_weeks.likely >= site.parameter(P::OwnerSupplyLeadWeeks);
    let by_rule = if equipment && long_lead { Supply::OwnerContractor } else { Supply::ContractorContractor };
    item.supply.unwrap_or(by_rule)
}
