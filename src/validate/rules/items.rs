//! Items of the catalogs.

use crate::diagnostic::{Code, Diagnostic};
use crate::domain::Service;
use crate::input::Inputs;
use crate::input::catalog::Item;

/// An item says how much it supplies. What a fiber route is made of is bought as the route needs it, and supplies the route.
pub fn capacity(inputs: &Inputs) -> Vec<Diagnostic> {
    let unknown = |item: &Item| item.capacity.is_none() && item.amps.is_none() && item.service != Service::FiberRoutes;
    each(inputs, unknown, "capacity", |item| {
        let unit = item.service.info().unit;
        (
            format!("how much `{}` does one `{}` supply?", item.service, item.id),
            format!("give `capacity` in {unit}, or `amps` for switchgear, boards and busway"),
        )
    })
}

/// Capacities and currents are above zero.
pub fn positive(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, item) in catalog.data.items.iter().enumerate() {
            for (key, figure) in [("capacity", &item.capacity), ("amps", &item.amps), ("flow_lpm", &item.flow_lpm)] {
                if let Some(figure) = figure.as_ref().filter(|figure| figure.value <= 0.0) {
                    let place = catalog.document.locate(&format!("/items/{index}/{key}/value"));
                    let message = format!("`{key}` of `{}` is {}", item.id, figure.value);
                    found.push(Diagnostic::error(Code::OutOfRange, message).at(place, "").help("give a value above 0"));
                }
            }
        }
    }
    found
}

/// Heat rejection is computed from its rating point.
pub fn heat_rejection(inputs: &Inputs) -> Vec<Diagnostic> {
    let unrated = |item: &Item| item.service == Service::HeatRejection && item.heat_rejection.is_none();
    each(inputs, unrated, "heat_rejection", |item| {
        (
            format!("at which temperatures does the capacity of `{}` hold?", item.id),
            "give `heat_rejection` with its principle and rating point".to_owned(),
        )
    })
}

/// Message and help for each item that the rule applies to, at a key that it lacks.
fn each(
    inputs: &Inputs,
    applies: impl Fn(&Item) -> bool,
    key: &str,
    say: impl Fn(&Item) -> (String, String),
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, item) in catalog.data.items.iter().enumerate().filter(|(_, item)| applies(item)) {
            let (message, help) = say(item);
            let place = catalog.document.locate(&format!("/items/{index}/{key}"));
            let service = catalog.document.locate(&format!("/items/{index}/service"));
            found.push(Diagnostic::error(Code::MissingRating, message).at(place, "").and(service, "").help(help));
        }
    }
    found
}
