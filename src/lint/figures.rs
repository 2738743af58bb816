//! The figures of the catalogs, wherever they stand: each part that has sources and a confidence.

use serde::Serialize;
use serde_json::Value;

use crate::domain::Range;
use crate::input::catalog::Confidence;
use crate::validate::Catalog;

/// A figure with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where it stands: `items.ups.cost_usd`.
    pub path: String,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Its note; empty where there is none.
    pub note: String,
    /// The number, where it is one.
    pub value: Option<f64>,
    /// The three points, where it has them.
    pub range: Option<Range>,
}

impl Figure {
    /// The last part of its path: `cost_usd`; of a parameter its id.
    pub fn name(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path)
    }
}

/// All figures, list by list.
pub fn of(catalog: &Catalog) -> Vec<Figure> {
    let mut found = Vec::new();
    list(&mut found, "items", catalog.items.values(), "id");
    list(&mut found, "activities", &catalog.activities, "id");
    list(&mut found, "soft_costs", &catalog.soft_costs, "id");
    list(&mut found, "parameters", catalog.parameters.values(), "id");
    list(&mut found, "coolants", catalog.coolants.values(), "id");
    list(&mut found, "climates", catalog.climates.values(), "zone");
    list(&mut found, "rules", &catalog.rules, "id");
    list(&mut found, "spares", &catalog.spares, "id");
    found
}

fn list<'a, T: Serialize + 'a>(
    found: &mut Vec<Figure>,
    name: &str,
    entries: impl IntoIterator<Item = &'a T>,
    id: &str,
) {
    for entry in entries {
        let entry = serde_json::to_value(entry).expect("what was read can be written");
        walk(found, &format!("{name}.{}", entry[id].as_str().unwrap_or_default()), &entry);
    }
}

fn walk(found: &mut Vec<Figure>, path: &str, value: &Value) {
    found.extend(figure(path, value));
    for (key, part) in value.as_object().into_iter().flatten() {
        walk(found, &format!("{path}.{key}"), part);
    }
}

fn figure(path: &str, value: &Value) -> Option<Figure> {
    let number = |key: &str| value.get(key).and_then(Value::as_f64);
    let range = || Some(Range { low: number("low")?, likely: number("likely")?, high: number("high")? });
    let sources = value.get("sources")?.as_array()?.iter().filter_map(Value::as_str);
    Some(Figure {
        path: path.to_owned(),
        sources: sources.map(str::to_owned).collect(),
        confidence: serde_json::from_value(value.get("confidence")?.clone()).ok()?,
        note: value.get("note").and_then(Value::as_str).unwrap_or_default().to_owned(),
        value: number("value"),
        range: range(),
    })
}
