//! `plan.json`: the plan written out and read back.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::domain::plan::{PLAN_SCHEMA, Plan};

/// Why a text is not a plan.
#[derive(Debug, thiserror::Error)]
pub enum ParseError {
    /// It is not JSON, or has no `schema`.
    #[error("not a plan: expected the plan.json that `retrofit plan` writes")]
    NotAPlan(#[source] serde_json::Error),
    /// It is a file of another kind or version.
    #[error("schema `{0}` cannot be read: this version reads `{PLAN_SCHEMA}`")]
    OtherSchema(String),
    /// Its fields are not those of the schema it names.
    #[error("the plan does not follow its schema `{PLAN_SCHEMA}`")]
    Malformed(#[source] serde_json::Error),
}

/// The plan as pretty JSON with a trailing newline; equal plans give equal bytes.
pub fn json(plan: &Plan) -> String {
    pretty(plan)
}

/// Reads what [`json()`] wrote.
///
/// # Errors
/// When the text is not JSON, names another schema, or does not follow the schema it names.
pub fn parse(text: &str) -> Result<Plan, ParseError> {
    #[derive(Deserialize)]
    struct Header {
        schema: String,
    }
    let header: Header = serde_json::from_str(text).map_err(ParseError::NotAPlan)?;
    if header.schema != PLAN_SCHEMA {
        return Err(ParseError::OtherSchema(header.schema));
    }
    serde_json::from_str(text).map_err(ParseError::Malformed)
}

/// What is told of a plan in a file of another schema: a header that says of which plan, then the body's fields.
pub(super) fn document(schema: &str, plan: &Plan, body: Value) -> String {
    let head = json!({
        "schema": schema,
        "facility": plan.site.facility,
        "target": plan.site.target,
        "as_of": plan.as_of,
        "version": plan.version,
    });
    let fields = [head, body].into_iter().filter_map(|part| match part {
        Value::Object(fields) => Some(fields),
        _ => None,
    });
    pretty(&fields.flatten().collect::<Map<String, Value>>())
}

/// Any part of a plan as pretty JSON with a trailing newline.
pub(super) fn pretty(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("plans have text keys and finite numbers");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn what_is_written_is_read_back() {
        let text = json(&sample::plan());
        assert!(parse(&text).unwrap() == sample::plan());
        assert!(text.ends_with("\n}\n"));
    }

    #[test]
    fn other_schemas_are_named() {
        let other = parse(r#"{"schema": "retrofit/plan/9"}"#).unwrap_err();
        assert_eq!(other.to_string(), "schema `retrofit/plan/9` cannot be read: this version reads `retrofit/plan/7`");
        assert!(matches!(parse("[]"), Err(ParseError::NotAPlan(_))));
        assert!(matches!(parse(r#"{"schema": "retrofit/plan/7"}"#), Err(ParseError::Malformed(_))));
    }
}
