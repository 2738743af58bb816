//! Ranges.

use serde_json::Value;

use super::walk;
use crate::diagnostic::{Code, Diagnostic};
use crate::domain::Range;
use crate::input::{Document, Inputs};

/// Low is at most likely, and likely at most high, wherever the three stand together.
pub fn ranges(inputs: &Inputs) -> Vec<Diagnostic> {
    let documents = [&inputs.facility.document, &inputs.target.document];
    let catalogs = inputs.catalogs.iter().map(|catalog| &catalog.document);
    documents.into_iter().chain(catalogs).flat_map(ranges_of).collect()
}

/// Weeks beyond which a duration is a mistake: twenty years.
const MOST_WEEKS: f64 = 1040.0;

/// Durations and lead times are of a length that a project can have.
pub fn long_weeks(inputs: &Inputs) -> Vec<Diagnostic> {
    let catalogs = inputs.catalogs.iter().map(|catalog| &catalog.document);
    [&inputs.facility.document].into_iter().chain(catalogs).flat_map(long_weeks_of).collect()
}

fn long_weeks_of(document: &Document) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    walk(document, &mut |pointer, value| {
        let long = pointer.ends_with("_weeks") && range(value).is_some_and(|range| range.high > MOST_WEEKS);
        if long {
            let message = format!("`{}` goes beyond {MOST_WEEKS} weeks", document.path(pointer));
            let place = document.locate(&format!("{pointer}/high"));
            found.push(
                Diagnostic::error(Code::OutOfRange, message).at(place, "").help("give weeks, not days or dollars"),
            );
        }
    });
    found
}

fn ranges_of(document: &Document) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    walk(document, &mut |pointer, value| {
        if range(value).is_some_and(|range| !range.is_ordered()) {
            found.push(disorder(document, pointer));
        }
    });
    found
}

fn range(value: &Value) -> Option<Range> {
    let number = |key: &str| value.get(key)?.as_f64();
    Some(Range { low: number("low")?, likely: number("likely")?, high: number("high")? })
}

fn disorder(document: &Document, pointer: &str) -> Diagnostic {
    let at = |key: &str| document.locate(&format!("{pointer}/{key}"));
    let message = format!("the points of `{}` are not in order", document.path(pointer));
    Diagnostic::error(Code::BadOrder, message)
        .at(at("likely"), "")
        .and(at("low"), "")
        .and(at("high"), "")
        .help("low <= likely <= high")
}
