//! Stand-ins for values at fault, so that one mistake does not hide the others.

use serde_json::{Map, Value};

use crate::input::Document;

/// How a value is changed so that the file has the shape of its type.
#[derive(Debug)]
pub(super) enum Repair {
    /// A value gives way to a stand-in.
    Replace { pointer: String, value: Value },
    /// A key that is not there gets a stand-in.
    Insert { pointer: String, value: Value },
    /// A key gets the name that was meant; where none or several may have been meant, it is dropped.
    Rename { map: String, from: String, meant: Vec<String> },
}

impl Repair {
    /// The parts whose values are not what the file says afterwards.
    pub fn parts(&self) -> Vec<String> {
        match self {
            Repair::Replace { pointer, .. } | Repair::Insert { pointer, .. } => vec![pointer.clone()],
            Repair::Rename { map, meant, .. } => meant.iter().map(|key| Document::child(map, key)).collect(),
        }
    }

    /// True when the other repair is not needed after this one.
    pub fn settles(&self, other: &Repair) -> bool {
        match (self, other) {
            (Repair::Rename { .. }, Repair::Insert { pointer, .. }) => self.parts().contains(pointer),
            (Repair::Replace { pointer, .. }, Repair::Replace { pointer: second, .. }) => pointer == second,
            _ => false,
        }
    }
}

/// Applies repairs: keys are renamed last, because pointers name them as written.
pub(super) fn apply<'a>(mut value: Value, repairs: impl Iterator<Item = &'a Repair> + Clone) -> Value {
    for repair in repairs.clone() {
        match repair {
            Repair::Replace { pointer, value: stand_in } => {
                if let Some(place) = value.pointer_mut(pointer) {
                    *place = stand_in.clone();
                }
            }
            Repair::Insert { pointer, value: stand_in } => insert(&mut value, pointer, stand_in),
            Repair::Rename { .. } => {}
        }
    }
    for repair in repairs {
        if let Repair::Rename { map, from, meant } = repair {
            rename(&mut value, map, from, meant);
        }
    }
    value
}

fn insert(value: &mut Value, pointer: &str, stand_in: &Value) {
    let Some((around, key)) = pointer.rsplit_once('/') else { return };
    if let Some(Value::Object(map)) = value.pointer_mut(around) {
        map.entry(key).or_insert_with(|| stand_in.clone());
    }
}

fn rename(value: &mut Value, map: &str, from: &str, meant: &[String]) {
    let Some(Value::Object(map)) = value.pointer_mut(map) else { return };
    let Some(moved) = map.remove(from) else { return };
    if let [to] = meant {
        map.entry(to.as_str()).or_insert(moved);
    }
}

/// The simplest value that a schema admits.
pub(super) fn sample(root: &Value, schema: &Value) -> Value {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return sample(root, root.pointer(reference.trim_start_matches('#')).unwrap_or(&Value::Null));
    }
    if let Some(first) = schema.get("enum").and_then(|values| values.get(0)) {
        return first.clone();
    }
    match schema.get("type").and_then(Value::as_str) {
        Some("number" | "integer") => schema.get("minimum").cloned().unwrap_or(Value::from(1)),
        Some("boolean") => Value::Bool(true),
        Some("string") => Value::from(sample_text(schema)),
        Some("array") => Value::Array(Vec::new()),
        Some("object") => sample_map(root, schema),
        _ => Value::Null,
    }
}

fn sample_text(schema: &Value) -> &'static str {
    match (schema.get("format").and_then(Value::as_str), schema.get("pattern")) {
        (Some("date"), _) => "2000-01-01",
        (_, Some(_)) => "N",
        _ => "",
    }
}

fn sample_map(root: &Value, schema: &Value) -> Value {
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let map: Map<String, Value> =
        required.map(|key| (key.to_owned(), sample(root, &schema["properties"][key]))).collect();
    Value::Object(map)
}
