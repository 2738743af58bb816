//! Values that a key cannot have.

use serde_json::Value;

use super::Context;
use crate::diagnostic::{Code, Diagnostic};
use crate::domain::redundancy::NotAPolicy;
use crate::input::DATE_PATTERN;
use crate::input::suggest::{did_you_mean, list};
use crate::input::units;

/// Text for a number, a list for a map, nothing at all.
pub(super) fn wrong_type(context: &Context<'_>, value: &Value) -> Diagnostic {
    let expected = context.expected.get("type").and_then(Value::as_str).unwrap_or("value");
    let message = format!("{} is {}, but must be {}", context.name(), kind(value), noun(expected));
    let diagnostic = at(context, Code::WrongType, message);
    match help(context.key(), expected, value) {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}

fn kind(value: &Value) -> String {
    match value {
        Value::Null => "empty".into(),
        Value::Bool(flag) => format!("`{flag}`"),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text {text:?}"),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "a map".into(),
    }
}

fn noun(schema_type: &str) -> &str {
    match schema_type {
        "number" => "a number",
        "integer" => "a whole number",
        "string" => "a text",
        "boolean" => "`true` or `false`",
        "array" => "a list",
        "object" => "a map of keys",
        other => other,
    }
}

fn help(key: &str, expected: &str, value: &Value) -> Option<String> {
    match (expected, value) {
        (_, Value::Null) => Some("give a value, or leave the key out if it is optional".into()),
        ("number" | "integer", Value::String(text)) => number_in_text(key, text),
        ("string", Value::Number(number)) => Some(format!("put it in quotes: \"{number}\"")),
        ("string", Value::Bool(flag)) => Some(format!("put it in quotes: \"{flag}\"")),
        ("boolean", Value::String(text)) => match text.to_lowercase().as_str() {
            "yes" | "y" | "on" => Some("write `true`".into()),
            "no" | "n" | "off" => Some("write `false`".into()),
            _ => None,
        },
        ("array", _) => Some("write a list: one line for each element, starting with `- `".into()),
        _ => None,
    }
}

/// `18 MW`, `1,000`, `"18"`: the number that was meant.
fn number_in_text(key: &str, text: &str) -> Option<String> {
    let plain: String = text.trim().trim_start_matches('$').chars().filter(|c| !matches!(c, ',' | '_')).collect();
    let end = plain.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | '+')).unwrap_or(plain.len());
    let number: f64 = plain[..end].parse().ok()?;
    let (written, read) = (units::by_symbol(&plain[end..]), units::split(key).1);
    let unit = read.map_or(String::new(), |unit| format!("; `{key}` is read in {}", unit.symbol));
    match (written, read) {
        (Some(written), Some(read)) if written.suffix != read.suffix => match written.convert(number, read) {
            Some(converted) => Some(format!("write the number alone: {converted}{unit}")),
            None => Some(format!("write the number alone{unit}")),
        },
        _ => Some(format!("write the number alone: {number}{unit}")),
    }
}

/// A number beyond its limits.
pub(super) fn out_of_range(context: &Context<'_>, value: &Value) -> Diagnostic {
    let limit = |name| context.expected.get(name).map(Value::to_string);
    let limits = match (limit("minimum"), limit("maximum")) {
        (Some(low), Some(high)) => format!("from {low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "possible".into(),
    };
    let message = format!("{} is {value}, but must be {limits}", context.name());
    let diagnostic = at(context, Code::OutOfRange, message);
    match units::split(context.key()).1 {
        Some(unit) => diagnostic.help(format!("the value is read in {}", unit.symbol)),
        None => diagnostic,
    }
}

/// A name that is not in the list.
pub(super) fn unknown_value(context: &Context<'_>, value: &Value) -> Diagnostic {
    let known: Vec<&str> = context
        .expected
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let diagnostic = |written: &str| at(context, Code::UnknownValue, format!("{} cannot be {written}", context.name()));
    match value.as_str() {
        Some(text) => diagnostic(&format!("`{text}`")).help(did_you_mean(text, known)),
        None => diagnostic(&kind(value)).help(format!("known are {}", list(&known))),
    }
}

/// A text that does not match its pattern.
pub(super) fn bad_format(context: &Context<'_>, value: &Value) -> Diagnostic {
    match context.expected.get("pattern").and_then(Value::as_str) {
        Some(DATE_PATTERN) => form(context, value, "a date is written YYYY-MM-DD"),
        Some(r"^[a-z][a-z0-9_]*$") => {
            form(context, value, "use lower-case letters, digits and underscores, a letter first")
        }
        // The pattern of redundancy is the only other one.
        _ => bad_policy(context, value),
    }
}

/// A text that is no redundancy policy.
pub(super) fn bad_policy(context: &Context<'_>, value: &Value) -> Diagnostic {
    form(context, value, &NotAPolicy.to_string())
}

fn form(context: &Context<'_>, value: &Value, help: &str) -> Diagnostic {
    at(context, Code::BadFormat, format!("{} has not the form that is needed: {value}", context.name())).help(help)
}

/// A text in the form of a date that is no day.
pub(super) fn bad_date(context: &Context<'_>, value: &Value) -> Diagnostic {
    at(context, Code::BadDate, format!("{} is not a day of the calendar: {value}", context.name()))
}

/// A list with too few elements.
pub(super) fn too_short(context: &Context<'_>) -> Diagnostic {
    let least = context.expected.get("minItems").and_then(Value::as_u64).unwrap_or(1);
    at(context, Code::TooShortList, format!("{} needs at least {least} element", context.name()))
}

fn at(context: &Context<'_>, code: Code, message: String) -> Diagnostic {
    Diagnostic::error(code, message).at(context.document.locate(context.pointer), "")
}
