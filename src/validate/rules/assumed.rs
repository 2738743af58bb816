//! What the author marks as assumed.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::suggest::nearest;
use crate::input::{Document, Inputs};

/// Every path under `assumed` names a value of the facility.
pub fn paths(inputs: &Inputs) -> Vec<Diagnostic> {
    let document = &inputs.facility.document;
    let unknown = inputs.facility.data.assumed.keys().filter(|path| document.pointer(path).is_none());
    unknown.map(|path| unknown_path(document, path)).collect()
}

fn unknown_path(document: &Document, path: &str) -> Diagnostic {
    let found = Diagnostic::error(Code::AssumedPath, format!("`{path}` names no value of this file"))
        .at(document.locate_key(&Document::child("/assumed", path)), "");
    let known = document.places().map(|(known, _)| known).filter(|known| !known.starts_with("assumed"));
    let known: Vec<String> = known.collect();
    match nearest(path, known.iter().map(String::as_str)) {
        Some(meant) => found.help(format!("did you mean `{meant}`?")),
        None => found.help("write the path with dots, list elements by their id: `halls.barn.slab_kg_per_m2`"),
    }
}
