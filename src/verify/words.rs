//! How findings write values: as files do, and in words where there is none.

use serde::Serialize;
use serde_json::Value;

use crate::domain::format::list;

/// A value as files write it: variants by their names, dates and figures as they are, `nothing` for what is not there, the entries
/// of a list one after the other, and the fields of a record with their names.
pub fn said(value: &impl Serialize) -> String {
    serde_json::to_value(value).map_or_else(|_| "nothing that can be written".to_owned(), |value| words(&value))
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(holds) => holds.to_string(),
        Value::Number(number) => number.as_f64().unwrap_or_default().to_string(),
        Value::String(text) => text.clone(),
        Value::Array(entries) if entries.is_empty() => "nothing".to_owned(),
        Value::Array(entries) => list(&entries.iter().map(entry).collect::<Vec<_>>()),
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| format!("{name} {}", words(value));
            fields.iter().map(field).collect::<Vec<_>>().join(", ")
        }
    }
}

/// What belongs together in a list stands side by side: `A05 FS 0`.
fn entry(value: &Value) -> String {
    match value.as_array() {
        Some(parts) => parts.iter().map(words).collect::<Vec<_>>().join(" "),
        None => words(value),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::Range;
    use crate::domain::studies::power::FaultVerdict;

    #[test]
    fn values_read_as_in_files() {
        assert_eq!(said(&Some(date(2028, 1, 1))), "2028-01-01");
        assert_eq!(said(&None::<f64>), "nothing");
        assert_eq!(said(&Vec::<String>::new()), "nothing");
        assert_eq!(said(&FaultVerdict::OpenTransition), "open_transition");
        assert_eq!(said(&[("A05", "FS", 0.0), ("A06", "SS", 1.5)]), "A05 FS 0 and A06 SS 1.5");
        assert_eq!(said(&Range::exact(2.0)), "low 2, likely 2, high 2");
    }
}
