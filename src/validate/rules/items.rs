//! Items of the catalogs.

use crate::diagnostic::{Code, Diagnostic};
use crate::domain::Service;
use crate::input::Inputs;
use crate::input::catalog::Item;
use crate::input::facility::AssetKind;

/// An item says how much it supplies. What a fiber route is made of is bought as the route needs it, and supplies the
/// route; a move is counted by the units moved.
pub fn capacity(inputs: &Inputs) -> Vec<Diagnostic> {
    let needless = |item: &Item| item.service == Service::FiberRoutes || item.relocates.is_some();
    let unknown = |item: &Item| item.capacity.is_none() && item.amps.is_none() && !needless(item);
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
    let unrated = |item: &Item| {
        item.service == Service::HeatRejection && item.relocates.is_none() && item.heat_rejection.is_none()
    };
    each(inputs, unrated, "heat_rejection", |item| {
        (
            format!("at which temperatures does the capacity of `{}` hold?", item.id),
            "give `heat_rejection` with its principle and rating point".to_owned(),
        )
    })
}

/// A window of voltages goes up.
pub fn voltage_window(inputs: &Inputs) -> Vec<Diagnostic> {
    let falls = |item: &Item| item.voltage_window_kv.is_some_and(|window| window.low > window.high);
    each_of(inputs, falls, "voltage_window_kv", Code::Contradiction, |item| {
        (format!("the window of voltages of `{}` ends below where it begins", item.id), "exchange the two".to_owned())
    })
}

/// A move is one of equipment that can serve a data hall, and is counted to the service which that equipment supplies.
pub fn relocation(inputs: &Inputs) -> Vec<Diagnostic> {
    let misplaced = |item: &Item| item.relocates.is_some_and(|kind| kind.service() != Some(item.service));
    each_of(inputs, misplaced, "relocates", Code::Contradiction, |item| {
        let service = item.relocates.and_then(AssetKind::service);
        let help = match service {
            Some(service) => format!("give `service: {service}`"),
            None => "no data hall can use such equipment, so that nothing is gained by moving it".to_owned(),
        };
        (format!("`{}` does not move what supplies `{}`", item.id, item.service), help)
    })
}

/// Message and help for each item that the rule applies to, at a key that it lacks.
fn each(
    inputs: &Inputs,
    applies: impl Fn(&Item) -> bool,
    key: &str,
    say: impl Fn(&Item) -> (String, String),
) -> Vec<Diagnostic> {
    each_of(inputs, applies, key, Code::MissingRating, say)
}

fn each_of(
    inputs: &Inputs,
    applies: impl Fn(&Item) -> bool,
    key: &str,
    code: Code,
    say: impl Fn(&Item) -> (String, String),
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, item) in catalog.data.items.iter().enumerate().filter(|(_, item)| applies(item)) {
            let (message, help) = say(item);
            let place = catalog.document.locate(&format!("/items/{index}/{key}"));
            let service = catalog.document.locate(&format!("/items/{index}/service"));
            found.push(Diagnostic::error(code, message).at(place, "").and(service, "").help(help));
        }
    }
    found
}
