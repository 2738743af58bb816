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
