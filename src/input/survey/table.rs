//! The table of facts that a survey can settle: `templates/survey.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::PlausibleRange;

const TABLE: &str = include_str!("../../../templates/survey.yaml");

/// All rows, the likeliest to matter first.
pub(super) fn rows() -> Vec<Row> {
    serde_yaml::from_str(TABLE).expect("the built-in table of facts is valid")
}

/// One fact, of the site or of each element of a list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    pub path: String,
    /// Values that an element must have, by key.
    #[serde(default)]
    pub only: BTreeMap<String, Vec<Value>>,
    /// Elements below which it is not asked.
    #[serde(default)]
    pub least: usize,
    /// Paths any of which stands in for it.
    #[serde(default)]
    pub unless: Vec<String>,
    low: Option<End>,
    high: Option<End>,
    absent: Option<Ends>,
    pub unknown: Option<Unknown>,
    /// What is undecided where it is not given.
    pub leaves: Option<String>,
    pub who: String,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    low: End,
    high: End,
}

/// A value that says that nothing is known, and those that may be found.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Unknown {
    pub value: Value,
    pub among: Vec<String>,
}

/// One end of a range, from the value in the file or beside it, or of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct End {
    of: Option<String>,
    times: Option<f64>,
    plus: Option<f64>,
    is: Option<Value>,
}

impl End {
    fn of(&self, value: Option<&Value>, around: &Value) -> Option<String> {
        let shown = |number: f64| ((number * 1e6).round() / 1e6).to_string();
        let from = self.of.as_ref().map_or(value, |key| around.get(key));
        match (&self.is, from.and_then(Value::as_f64)) {
            (Some(Value::String(text)), _) => Some(text.clone()),
            (Some(other), _) => Some(other.to_string()),
            (None, number) => Some(shown(number? * self.times.unwrap_or(1.0) + self.plus.unwrap_or(0.0))),
        }
    }
}

impl Row {
    /// Whether values that are assumed have a range.
    pub fn has_ends(&self) -> bool {
        self.low.is_some() && self.high.is_some()
    }

    /// Whether the fact is open where it is not given.
    pub fn asks_for_absent(&self) -> bool {
        self.absent.is_some() || self.leaves.is_some()
    }

    /// Around a value of the file, in the part of the file that holds it.
    pub fn around(&self, value: Option<&Value>, part: &Value) -> Option<PlausibleRange> {
        self.range(self.low.as_ref()?, self.high.as_ref()?, value, part)
    }

    /// Of a fact that is not given, in the part of the file that would hold it.
    pub fn of_absent(&self, part: &Value) -> Option<PlausibleRange> {
        let ends = self.absent.as_ref()?;
        self.range(&ends.low, &ends.high, None, part)
    }

    /// The values that may be found where the file says that nothing is known.
    pub fn among(&self, unknown: &Unknown) -> PlausibleRange {
        PlausibleRange { values: unknown.among.clone(), source: self.source.clone() }
    }

    fn range(&self, low: &End, high: &End, value: Option<&Value>, part: &Value) -> Option<PlausibleRange> {
        Some(PlausibleRange { values: vec![low.of(value, part)?, high.of(value, part)?], source: self.source.clone() })
    }

    /// Whether a path is one of this row: `*` stands for one part.
    pub fn matches(&self, path: &str) -> bool {
        let (wanted, parts): (Vec<&str>, Vec<&str>) = (self.path.split('.').collect(), path.split('.').collect());
        wanted.len() == parts.len() && wanted.iter().zip(&parts).all(|(wanted, part)| *wanted == "*" || wanted == part)
    }
}
