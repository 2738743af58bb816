//! Which facts of a facility rest on a guess, and between which values each may plausibly lie.

use serde::Deserialize;
use serde_json::Value;

use super::document::Document;

/// The table of facts that a survey can settle.
const TABLE: &str = include_str!("../../templates/survey.yaml");

/// One fact that was not measured.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFact {
    /// Its path in the facility: `halls.barn.slab_kg_per_m2`.
    pub path: String,
    /// The value in the file; nothing where it is not given.
    pub value: Option<Value>,
    /// What the file says of how it was assumed; nothing where it is not given.
    pub assumed: Option<String>,
    /// Where it may plausibly lie, with who can settle it; nothing where no range can be said.
    pub range: Option<PlausibleRange>,
}

/// Where a fact may plausibly lie.
#[derive(Clone, Debug, PartialEq)]
pub struct PlausibleRange {
    /// Its low or unfavorable end, as `--set` takes it.
    pub low: String,
    /// The other end.
    pub high: String,
    /// Who can settle it, and from what.
    pub who: String,
    /// Where the range comes from.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    path: String,
    low: End,
    high: End,
    absent: Option<Ends>,
    who: String,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ends {
    low: End,
    high: End,
}

/// One end of a range, from the value in the file or of its own.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
struct End {
    times: Option<f64>,
    plus: Option<f64>,
    is: Option<Value>,
}

impl End {
    fn of(&self, value: Option<&Value>) -> Option<String> {
        let shown = |number: f64| ((number * 1e6).round() / 1e6).to_string();
        let number = value.and_then(Value::as_f64);
        match self {
            End { is: Some(Value::String(text)), .. } => Some(text.clone()),
            End { is: Some(other), .. } => Some(other.to_string()),
            End { times: Some(factor), .. } => Some(shown(number? * factor)),
            End { plus, .. } => Some(shown(number? + plus.unwrap_or(0.0))),
        }
    }
}

/// The facts of a facility that are assumed, or optional and not given: those with a plausible range in the order of the table,
/// then the others.
pub fn open_facts(facility: &Document) -> Vec<OpenFact> {
    let table: Vec<Row> = serde_yaml::from_str(TABLE).expect("the built-in table of facts is valid");
    let assumed = facility.value().get("assumed").and_then(Value::as_object);
    let assumed: Vec<(&String, &Value)> = assumed.into_iter().flatten().collect();
    let ranged = table.iter().flat_map(|row| {
        let given = assumed
            .iter()
            .filter(|(path, _)| matches(&row.path, path))
            .map(|(path, why)| given(facility, row, path, why));
        given.chain(absent(facility, row)).collect::<Vec<_>>()
    });
    let rest = assumed.iter().filter(|(path, _)| !table.iter().any(|row| matches(&row.path, path)));
    let rest = rest.map(|(path, why)| OpenFact {
        path: (*path).clone(),
        value: at(facility, path).cloned(),
        assumed: why.as_str().map(str::to_owned),
        range: None,
    });
    ranged.chain(rest).collect()
}

fn given(facility: &Document, row: &Row, path: &str, why: &Value) -> OpenFact {
    let value = at(facility, path).cloned();
    let range = range(row, &row.low, &row.high, value.as_ref());
    OpenFact { path: path.to_owned(), value, assumed: why.as_str().map(str::to_owned), range }
}

/// The paths of a row that the file could have and has not: in the file itself, or in each element of a list.
fn absent(facility: &Document, row: &Row) -> Vec<OpenFact> {
    let Some(ends) = &row.absent else { return Vec::new() };
    let paths = match row.path.split_once(".*.") {
        None => vec![row.path.clone()],
        Some((list, key)) => {
            let length = facility.value().get(list).and_then(Value::as_array).map_or(0, Vec::len);
            (0..length).map(|i| format!("{}.{key}", facility.path(&format!("/{list}/{i}")))).collect()
        }
    };
    let missing = paths.into_iter().filter(|path| at(facility, path).is_none());
    let fact = |path| OpenFact { path, value: None, assumed: None, range: range(row, &ends.low, &ends.high, None) };
    missing.map(fact).collect()
}

fn range(row: &Row, low: &End, high: &End, value: Option<&Value>) -> Option<PlausibleRange> {
    Some(PlausibleRange {
        low: low.of(value)?,
        high: high.of(value)?,
        who: row.who.clone(),
        source: row.source.clone(),
    })
}

fn at<'a>(facility: &'a Document, path: &str) -> Option<&'a Value> {
    facility.value().pointer(facility.pointer(path)?)
}

/// Whether a path is one of a row's: `*` stands for one part.
fn matches(pattern: &str, path: &str) -> bool {
    let (wanted, parts): (Vec<&str>, Vec<&str>) = (pattern.split('.').collect(), path.split('.').collect());
    wanted.len() == parts.len() && wanted.iter().zip(&parts).all(|(wanted, part)| *wanted == "*" || wanted == part)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::SourceText;

    #[test]
    fn assumed_and_absent_facts_are_open_and_others_are_not() {
        let text = "elevation_m: 100\nutility: {firm_mw: 10}\nhalls: [{id: barn, slab_kg_per_m2: 900}, {id: shed}]\n\
                    land: {yard_m2: 5}\nassumed: {utility.firm_mw: a guess, name: a guess}\n";
        let (document, _) = Document::parse(&Arc::new(SourceText::new("f.yaml", text))).unwrap();
        let facts = open_facts(&document);
        let paths: Vec<&str> = facts.iter().map(|fact| fact.path.as_str()).collect();
        assert_eq!(paths, ["utility.firm_mw", "utility.fault_level_mva", "halls.shed.slab_kg_per_m2", "name"]);
        let ends = |i: usize| facts[i].range.as_ref().map(|range| (range.low.as_str(), range.high.as_str()));
        assert_eq!((ends(0), ends(2), ends(3)), (Some(("8", "12")), Some(("500", "2500")), None));
    }
}
