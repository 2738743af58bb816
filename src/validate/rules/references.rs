//! Every name refers to something.

use serde_json::Value;

use super::walk;
use crate::diagnostic::{Code, Diagnostic, Location, MOST_FINDINGS};
use crate::input::suggest::{did_you_mean, nearest};
use crate::input::{Document, Inputs};

/// A name that may be referred to, and where it is given.
type Known<'a> = Vec<(&'a str, Location)>;

/// The hall of an asset exists.
pub fn halls_of_assets(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, halls) = (&inputs.facility.document, halls(inputs));
    let named = inputs.facility.data.assets.iter().enumerate();
    let named = named.filter_map(|(i, asset)| Some((format!("/assets/{i}/hall"), asset.hall.as_deref()?)));
    let found = named.filter_map(|(pointer, hall)| unknown("hall", hall, document.locate(&pointer), &halls));
    found.take(MOST_FINDINGS).collect()
}

/// The hall and the item of an order exist.
pub fn names_of_orders(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, halls, items) = (&inputs.facility.document, halls(inputs), entries(inputs, "/items"));
    let orders = inputs.facility.data.orders.iter().enumerate();
    let found = orders.flat_map(|(i, order)| {
        let at = |key: &str| document.locate(&format!("/orders/{i}/{key}"));
        let hall = order.hall.as_ref().and_then(|hall| unknown("hall", hall, at("hall"), &halls));
        hall.into_iter().chain(unknown("item", &order.item, at("item"), &items))
    });
    found.take(MOST_FINDINGS).collect()
}

/// The halls that the target names exist.
pub fn halls_of_the_target(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, halls) = (&inputs.target.document, halls(inputs));
    let named = inputs.target.data.halls.iter().enumerate();
    let named = named.map(|(i, asked)| (document.locate(&format!("/halls/{i}/hall")), &asked.hall));
    let found = named.filter_map(|(location, hall)| unknown("hall", hall, location, &halls));
    found.take(MOST_FINDINGS).collect()
}

/// The activities that links name exist in one of the catalogs.
pub fn links_of_activities(inputs: &Inputs) -> Vec<Diagnostic> {
    let activities = entries(inputs, "/activities");
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (i, activity) in catalog.data.activities.iter().enumerate() {
            let instead = activity.reserve.as_ref().map(|reservation| ("reserve/after", &reservation.after));
            for (list, links) in [("after", &activity.after)].into_iter().chain(instead) {
                for (j, link) in links.iter().enumerate() {
                    let location = catalog.document.locate(&format!("/activities/{i}/{list}/{j}/activity"));
                    found.extend(unknown("activity", &link.activity, location, &activities));
                }
            }
        }
    }
    found
}

/// The coolants and the climate zone that the files name exist in one of the catalogs.
pub fn coolants_and_climate(inputs: &Inputs) -> Vec<Diagnostic> {
    let coolants = entries(inputs, "/coolants");
    let rack = &inputs.target.data.rack;
    let table = rack.flow_table.as_ref().map(|table| ("/rack/flow_table/coolant", &table.coolant));
    let named = [("/rack/coolant", &rack.coolant)].into_iter().chain(table);
    let document = &inputs.target.document;
    let mut found: Vec<Diagnostic> =
        named.filter_map(|(pointer, id)| unknown("coolant", id, document.locate(pointer), &coolants)).collect();
    let climate = &inputs.facility.data.climate;
    let zones = inputs.catalogs.iter().flat_map(|catalog| &catalog.data.climates);
    if let Some(zone) = climate.zone.as_ref().filter(|_| climate.bins.is_empty()) {
        let known: Vec<&str> = zones.map(|table| table.zone.as_str()).collect();
        if !known.contains(&zone.as_str()) {
            let message = format!("no catalog has a year for the climate zone `{zone}`");
            found.push(
                Diagnostic::error(Code::UnknownReference, message)
                    .at(inputs.facility.document.locate("/climate/zone"), "")
                    .help(format!("give `bins`, or one of {}", known.join(", "))),
            );
        }
    }
    found
}

/// The coolants that items are exist in one of the catalogs.
pub fn coolants_of_items(inputs: &Inputs) -> Vec<Diagnostic> {
    let coolants = entries(inputs, "/coolants");
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        let named = catalog.data.items.iter().enumerate();
        let named = named.filter_map(|(i, item)| Some((format!("/items/{i}/coolant"), item.coolant.as_deref()?)));
        found.extend(
            named.filter_map(|(pointer, id)| unknown("coolant", id, catalog.document.locate(&pointer), &coolants)),
        );
    }
    found
}

/// The sources that figures of catalogs name exist in one of the catalogs.
pub fn sources_of_figures(inputs: &Inputs) -> Vec<Diagnostic> {
    let sources = entries(inputs, "/sources");
    let mut found = Vec::new();
    for document in inputs.catalogs.iter().map(|catalog| &catalog.document) {
        walk(document, &mut |pointer, value| {
            let id = value.as_str().filter(|_| is_source(pointer));
            found.extend(id.and_then(|id| unknown("source", id, document.locate(pointer), &sources)));
        });
    }
    found
}

/// An element of a list `sources` that stands in a figure: `/items/3/cost_usd/sources/0`.
fn is_source(pointer: &str) -> bool {
    pointer.rsplit_once('/').is_some_and(|(list, _)| list.ends_with("/sources") && list != "/sources")
}

fn halls(inputs: &Inputs) -> Known<'_> {
    let at = |i: usize| inputs.facility.document.locate(&format!("/halls/{i}/id"));
    inputs.facility.data.halls.iter().enumerate().map(|(i, hall)| (hall.id.as_str(), at(i))).collect()
}

fn entries<'a>(inputs: &'a Inputs, list: &str) -> Known<'a> {
    inputs.catalogs.iter().flat_map(|catalog| entries_of(&catalog.document, list)).collect()
}

fn entries_of<'a>(document: &'a Document, list: &str) -> Known<'a> {
    let elements = document.value().pointer(list).and_then(Value::as_array).into_iter().flatten().enumerate();
    elements
        .filter_map(|(i, element)| Some((element.get("id")?.as_str()?, document.locate(&format!("{list}/{i}/id")))))
        .collect()
}

fn unknown(what: &str, name: &str, location: Location, known: &Known<'_>) -> Option<Diagnostic> {
    if known.iter().any(|(id, _)| *id == name) {
        return None;
    }
    let ids = || known.iter().map(|(id, _)| *id);
    let found = Diagnostic::error(Code::UnknownReference, format!("there is no {what} `{name}`"))
        .at(location, "")
        .help(did_you_mean(name, ids()));
    let meant = nearest(name, ids()).and_then(|meant| known.iter().find(|(id, _)| *id == meant));
    Some(match meant {
        Some((_, place)) => found.and(place.clone(), "perhaps this one"),
        None => found,
    })
}
