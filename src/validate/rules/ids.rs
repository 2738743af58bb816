//! Ids name one thing each.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Document, Inputs};

/// Lists whose elements have ids, and the key of the id.
const FACILITY_LISTS: &[(&str, &str)] =
    &[("/assets", "id"), ("/orders", "id"), ("/halls", "id"), ("/fiber_routes", "id"), ("/utility/increases", "id")];
const TARGET_LISTS: &[(&str, &str)] = &[("/halls", "hall")];
const CATALOG_LISTS: &[(&str, &str)] = &[
    ("/sources", "id"),
    ("/items", "id"),
    ("/activities", "id"),
    ("/soft_costs", "id"),
    ("/parameters", "id"),
    ("/rules", "id"),
    ("/spares", "id"),
];

/// No id stands twice in one list of a file.
pub fn duplicates_in_a_file(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut found = duplicates(&[&inputs.facility.document], FACILITY_LISTS);
    found.extend(duplicates(&[&inputs.target.document], TARGET_LISTS));
    found.extend(inputs.catalogs.iter().flat_map(|catalog| duplicates(&[&catalog.document], CATALOG_LISTS)));
    found
}

/// Built-in catalogs do not override each other; those of a user may override them.
pub fn duplicates_of_built_in_entries(inputs: &Inputs) -> Vec<Diagnostic> {
    let built_in: Vec<&Document> =
        inputs.catalogs.iter().filter(|catalog| catalog.built_in).map(|catalog| &catalog.document).collect();
    let within_a_file = |found: &Diagnostic| {
        let mut paths = found.labels().map(|label| label.location.path());
        paths.next() == paths.next()
    };
    duplicates(&built_in, CATALOG_LISTS).into_iter().filter(|found| !within_a_file(found)).collect()
}

/// `site` is the site as a whole.
pub fn reserved_hall_id(inputs: &Inputs) -> Vec<Diagnostic> {
    let document = &inputs.facility.document;
    let reserved = inputs.facility.data.halls.iter().enumerate().filter(|(_, hall)| hall.id == "site");
    reserved
        .map(|(index, _)| {
            Diagnostic::error(Code::ReservedId, "a hall cannot be called `site`")
                .at(document.locate(&format!("/halls/{index}/id")), "")
                .help("`site` means the site as a whole; choose another id")
        })
        .collect()
}

fn duplicates(documents: &[&Document], lists: &[(&str, &str)]) -> Vec<Diagnostic> {
    lists.iter().flat_map(|(list, key)| duplicates_in_list(documents, list, key)).collect()
}

fn duplicates_in_list(documents: &[&Document], list: &str, key: &str) -> Vec<Diagnostic> {
    let mut first = BTreeMap::new();
    let mut found = Vec::new();
    for (document, pointer, id) in documents.iter().flat_map(|document| ids(document, list, key)) {
        let here = document.locate(&pointer);
        match first.get(id) {
            None => drop(first.insert(id, here)),
            Some(earlier) => found.push(
                Diagnostic::error(Code::DuplicateId, format!("`{id}` stands twice among {}", plain(list)))
                    .at(here, "again here")
                    .and(earlier.clone(), "first here"),
            ),
        }
    }
    found
}

fn ids<'a>(document: &'a Document, list: &str, key: &str) -> Vec<(&'a Document, String, &'a str)> {
    let elements = document.value().pointer(list).and_then(Value::as_array).into_iter().flatten().enumerate();
    elements
        .filter_map(|(index, element)| Some((document, format!("{list}/{index}/{key}"), element.get(key)?.as_str()?)))
        .collect()
}

/// `/fiber_routes` as `fiber routes`.
fn plain(list: &str) -> String {
    list.rsplit('/').next().unwrap_or(list).replace('_', " ")
}
