//! Codes by which buyers sort lines have the form of their standards.

use crate::lint::{Doubt, Shelf};

/// Forms of a MasterFormat section (CSI, 2004 and later): `26 33 53`, `26 33 53.16`. 9 is a digit.
const MASTERFORMAT: &[&str] = &["99 99 99", "99 99 99.99"];

/// Forms of a UniFormat II element (ASTM E1557) of the second and third level: `D50`, `D5010`.
const UNIFORMAT: &[&str] = &["A99", "A9999"];

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let items = shelf.catalog.items.values().flat_map(|item| {
        let path = format!("items.{}", item.id);
        [
            doubt(&path, "masterformat", &item.masterformat, MASTERFORMAT),
            doubt(&path, "uniformat", &item.uniformat, UNIFORMAT),
        ]
    });
    let soft = shelf
        .catalog
        .soft_costs
        .iter()
        .map(|cost| doubt(&format!("soft_costs.{}", cost.id), "masterformat", &cost.masterformat, MASTERFORMAT));
    items.chain(soft).flatten().collect()
}

fn doubt(path: &str, key: &str, code: &str, forms: &[&str]) -> Option<Doubt> {
    let message = || format!("`{code}` is not of the form {}", forms.join(" or "));
    (!forms.contains(&form(code).as_str())).then(|| Doubt::new(format!("{path}.{key}"), message()))
}

/// A code with 9 for each digit and A for each of the elements A to G.
fn form(code: &str) -> String {
    let class = |c: char| match c {
        '0'..='9' => '9',
        'A'..='G' => 'A',
        // Would pass for a class otherwise.
        other => other.to_ascii_lowercase(),
    };
    code.chars().map(class).collect()
}
