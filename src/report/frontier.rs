//! A frontier that was walked before (`retrofit frontier --format json`), read back to stand in the report of the same plan.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, SourceText};
use crate::domain::plan::{InputFile, Plan};

/// What the key `schema` of a frontier holds.
pub const FRONTIER_SCHEMA: &str = "retrofit/frontier/1";

const HELP: &str =
    "`retrofit frontier FACILITY --format json` writes one; of the facility, target and catalogs of the plan";

/// The least capex by the date on which the last hall is ready.
#[derive(Clone, Debug, Deserialize)]
pub struct FrontierFile {
    facility: String,
    target: String,
    inputs: Vec<InputFile>,
    /// From the cheapest to the earliest.
    pub points: Vec<FrontierRow>,
    /// Why there are no more.
    pub end: FrontierEnd,
    /// Weeks between deadlines that were asked for.
    pub step_weeks: f64,
}

/// A plan that none beats in both money and date.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(expecting = "an object with date and capex of a point")]
pub struct FrontierPoint {
    /// Day on which the last hall is ready.
    #[serde(rename = "last_ready")]
    pub ready: Date,
    /// Capex with soft costs, likely, USD.
    pub total_usd: f64,
    /// Whether it is proved that no plan is cheaper as early.
    pub proved: bool,
}

/// A point with the way to it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(expecting = "an object with date and capex of a point")]
pub struct FrontierRow {
    /// The plan in short.
    #[serde(flatten)]
    pub point: FrontierPoint,
    /// What it takes beyond the point before it.
    pub step: Option<FrontierStep>,
}

/// From one point to the next earlier one.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(expecting = "an object with what an earlier date costs, or null")]
pub struct FrontierStep {
    /// What it costs more, soft costs included, USD.
    pub more_usd: f64,
    /// Days by which the last hall is ready earlier.
    pub days_gained: i32,
    /// What a week that is gained costs, USD.
    pub usd_per_week: f64,
}

/// Why a walk ended.
#[derive(Clone, Debug, Deserialize)]
#[serde(expecting = "an object with the kind of the end")]
pub struct FrontierEnd {
    /// What is known beyond the last point.
    pub kind: FrontierEndKind,
}

/// What is known beyond the last point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FrontierEndKind {
    /// No plan is earlier.
    Earliest,
    /// The last is the earliest; between it and the point before may be more.
    Capped,
    /// The solver gave no answer.
    Unknown,
}

/// Reads a frontier of the inputs that a plan was made from.
///
/// # Errors
/// What is wrong and where: no JSON, no frontier, or one of another facility, target or version of a file.
pub fn read_frontier(source: SourceText, plan: &Plan) -> Result<FrontierFile, Diagnostics> {
    let source = Arc::new(source);
    check_schema(&source)?;
    let frontier: FrontierFile = serde_json::from_str(source.text()).map_err(|error| malformed(&source, &error))?;
    if frontier.points.is_empty() {
        return Err(wrong(&source, "points", "the frontier has no point".to_owned()));
    }
    let names =
        [("facility", &frontier.facility, &plan.site.facility), ("target", &frontier.target, &plan.site.target)];
    for (key, written, planned) in names {
        if written != planned {
            return Err(wrong(&source, key, format!("the frontier is of another {key}: the plan is of `{planned}`")));
        }
    }
    match differing(&frontier.inputs, &plan.inputs) {
        Some(file) => {
            let message = format!("the frontier was walked with another {} `{}` than the plan", file.role, file.name);
            Err(wrong(&source, "inputs", message))
        }
        None => Ok(frontier),
    }
}

/// An unreadable file is told by its place, one of another kind by its key.
fn check_schema(source: &Arc<SourceText>) -> Result<(), Diagnostics> {
    let written: Value = serde_json::from_str(source.text()).map_err(|error| malformed(source, &error))?;
    let Value::Object(frontier) = written else {
        let message = "not a frontier: it is an object, with its keys between braces".to_owned();
        return Err(wrong(source, "schema", message));
    };
    match frontier.get("schema").and_then(Value::as_str) {
        Some(FRONTIER_SCHEMA) => Ok(()),
        Some(other) => Err(wrong(source, "schema", format!("`{other}` is no frontier: it begins `{FRONTIER_SCHEMA}`"))),
        None => Err(wrong(source, "schema", format!("a frontier names its schema, `{FRONTIER_SCHEMA}`"))),
    }
}

/// The first file that only one of both was made from.
fn differing<'a>(one: &'a [InputFile], other: &'a [InputFile]) -> Option<&'a InputFile> {
    let only = |these: &'a [InputFile], those: &[InputFile]| these.iter().find(|file| !those.contains(file));
    only(one, other).or_else(|| only(other, one))
}

fn malformed(source: &Arc<SourceText>, error: &serde_json::Error) -> Diagnostics {
    let line = error.line().saturating_sub(1);
    let before: usize = source.text().split_inclusive('\n').take(line).map(str::len).sum();
    let at = before + error.column().saturating_sub(1);
    // The place follows as file, line and column.
    let text = error.to_string();
    let cause = text.split(" at line ").next().unwrap_or_default();
    let message = format!("not a frontier: {cause}");
    Diagnostic::error(Code::WrongFileKind, message).at(Location::new(source, at..at + 1), "").help(HELP).into()
}

/// A mistake at a key; at the begin of the file where the key is not there.
fn wrong(source: &Arc<SourceText>, key: &str, message: String) -> Diagnostics {
    let written = format!("\"{key}\"");
    let start = source.text().find(&written);
    let span = start.map_or(0..1, |start| start..start + written.len());
    Diagnostic::error(Code::WrongFileKind, message).at(Location::new(source, span), "").help(HELP).into()
}

/// A frontier of one point of a plan's inputs.
#[cfg(test)]
pub fn sample(plan: &Plan) -> FrontierFile {
    let text = tests::frontier_of(plan).to_string();
    read_frontier(SourceText::new("frontier.json", text), plan).expect("it is of the plan's inputs")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use serde_json::json;

    pub fn frontier_of(plan: &Plan) -> Value {
        json!({
            "schema": FRONTIER_SCHEMA,
            "facility": plan.site.facility,
            "target": plan.site.target,
            "inputs": plan.inputs,
            "points": [{ "last_ready": "2029-05-18", "total_usd": 1e8, "proved": true, "step": null }],
            "end": { "kind": "earliest", "conflicts": [] },
            "step_weeks": 1.0,
        })
    }

    fn read(text: &str, plan: &Plan) -> Result<FrontierFile, String> {
        let told = |found: Diagnostics| {
            let found = found.iter().next().expect("one mistake");
            let place = found.primary.as_ref().map(|label| label.location.to_string()).unwrap_or_default();
            format!("{place}: {}", found.message)
        };
        read_frontier(SourceText::new("f.json", text), plan).map_err(told)
    }

    #[test]
    fn a_frontier_of_the_same_files_is_read() {
        let plan = sample::plan();
        let text = serde_json::to_string_pretty(&frontier_of(&plan)).unwrap();
        assert_eq!(read(&text, &plan).unwrap().points.len(), 1);
    }

    #[test]
    fn what_is_no_frontier_is_told_with_its_place() {
        let plan = sample::plan();
        let cases = [
            ("{\n  \"schema\": oh\n}", "f.json:2:13: not a frontier: expected"),
            ("[]", "f.json:1:1: not a frontier: it is an object, with its keys between braces"),
            ("", "f.json:1:1: not a frontier: EOF while parsing a value"),
            ("{}", "f.json:1:1: a frontier names its schema"),
            ("{\n \"schema\": \"retrofit/plan/5\"}", "f.json:2:2: `retrofit/plan/5` is no frontier"),
            ("{\n \"schema\": \"retrofit/frontier/1\"}", "f.json:2:33: not a frontier: missing field"),
        ];
        for (text, expected) in cases {
            let told = read(text, &plan).unwrap_err();
            assert!(told.starts_with(expected), "{told}");
        }
    }

    #[test]
    fn a_frontier_of_something_else_is_refused() {
        let plan = sample::plan();
        let told = |key: &str, value: Value| {
            let mut frontier = frontier_of(&plan);
            frontier[key] = value;
            read(&serde_json::to_string_pretty(&frontier).unwrap(), &plan).unwrap_err()
        };
        assert!(told("facility", json!("x")).contains("the frontier is of another facility: the plan is of `"));
        assert!(told("target", json!("x")).contains("the frontier is of another target"));
        assert!(told("inputs", json!([])).contains("the frontier was walked with another facility `"));
        assert!(told("points", json!([])).contains("the frontier has no point"));
        for (key, value) in [("points", json!([3])), ("end", json!(3)), ("step_weeks", json!([]))] {
            let told = told(key, value);
            assert!(told.contains("not a frontier: invalid type") && !told.contains("struct"), "{told}");
        }
    }
}
