//! Constants of formulas.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;
use crate::input::schema::parameter_ids;
use crate::input::suggest::list;

/// Every constant has a row in one of the catalogs.
pub fn all_there(inputs: &Inputs) -> Vec<Diagnostic> {
    let rows = inputs.catalogs.iter().flat_map(|catalog| &catalog.data.parameters);
    let given: BTreeSet<_> = rows.map(|parameter| parameter.id).collect();
    let known = parameter_ids();
    let missing: Vec<&str> = known.iter().filter(|(_, id)| !given.contains(id)).map(|(name, _)| &**name).collect();
    let message = format!("no catalog gives the parameters {}", list(&missing));
    match missing.is_empty() {
        true => Vec::new(),
        false => vec![Diagnostic::error(Code::MissingParameter, message)],
    }
}
