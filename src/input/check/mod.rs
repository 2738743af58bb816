//! The shape of a file against its JSON Schema: each error as a diagnostic, with the repair that lets the rest be checked.

mod keys;
mod repair;
mod values;

use jsonschema::Validator;
use jsonschema::error::{ValidationError, ValidationErrorKind};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::document::Document;
use super::schema::{self, FileKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, MOST_FINDINGS};
use crate::domain::Policy;
use repair::{Repair, sample};

/// One error of shape.
struct Finding {
    diagnostic: Diagnostic,
    repair: Repair,
}

/// What a finding is made from.
struct Context<'a> {
    document: &'a Document,
    schema: &'a Value,
    /// The value at fault.
    pointer: &'a str,
    /// The schema of that value.
    expected: &'a Value,
}

/// Reads a document as its type, reporting every error of its shape.
///
/// Values at fault are replaced, so that the rules of validation can be applied to the others; what the replaced values
/// bring about is not to be reported again. The value is missing where the file is of another kind.
pub(super) fn read<T: DeserializeOwned>(document: &mut Document, kind: FileKind) -> (Option<T>, Diagnostics) {
    if let Some(wrong) = wrong_kind(document, kind) {
        return (None, wrong.into());
    }
    let schema = schema::checked_schema(kind);
    let findings = findings(document, &schema);
    let repaired = repair::apply(document.value().clone(), findings.iter().map(|finding| &finding.repair));
    for part in findings.iter().flat_map(|finding| finding.repair.parts()) {
        document.mark_stand_in(part);
    }
    let mut diagnostics: Diagnostics = findings.into_iter().map(|finding| finding.diagnostic).collect();
    match serde_json::from_value(repaired) {
        Ok(data) => (Some(data), diagnostics),
        Err(error) => {
            // Whatever the schema does not say about a type is still reported, if without its place.
            if !diagnostics.has_errors() {
                let message = format!("cannot be read as a {}: {error}", kind.role());
                diagnostics.push(Diagnostic::error(Code::WrongType, message).at(document.locate(""), ""));
            }
            (None, diagnostics)
        }
    }
}

/// A file of another kind is one mistake, not a hundred unknown keys.
fn wrong_kind(document: &Document, kind: FileKind) -> Option<Diagnostic> {
    let expected = kind.schema_id();
    let written = document.value().get("schema")?.as_str()?;
    if written == expected || !written.starts_with("retrofit/") {
        return None;
    }
    let message = format!("this is `{written}`, but a {} file (`{expected}`) is expected here", kind.role());
    Some(
        Diagnostic::error(Code::WrongFileKind, message).at(document.locate("/schema"), "kind and version of this file"),
    )
}

fn findings(document: &Document, schema: &Value) -> Vec<Finding> {
    let validator = validator(schema);
    let errors: Vec<ValidationError<'_>> = validator.iter_errors(document.value()).take(MOST_FINDINGS).collect();
    let mut findings: Vec<Finding> = Vec::new();
    for error in &errors {
        findings.extend(unknown_keys(document, schema, error));
    }
    for error in &errors {
        if let Some(finding) = value_finding(document, schema, error) {
            // A missing key that stands there under another name, and a second error of one value, are the same mistake.
            if !findings.iter().any(|known| known.repair.settles(&finding.repair)) {
                findings.push(finding);
            }
        }
    }
    findings
}

fn validator(schema: &Value) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .with_format(schema::POLICY_FORMAT, |text| text.parse::<Policy>().is_ok())
        .build(schema)
        .expect("the schemas of the types are valid")
}

fn context<'a>(document: &'a Document, schema: &'a Value, error: &'a ValidationError<'_>) -> Context<'a> {
    let keyword = error.schema_path().as_str();
    let around = keyword.rsplit_once('/').map_or("", |(around, _)| around);
    let expected = schema.pointer(around).unwrap_or(&Value::Null);
    Context { document, schema, pointer: error.instance_path().as_str(), expected }
}

fn unknown_keys(document: &Document, schema: &Value, error: &ValidationError<'_>) -> Vec<Finding> {
    let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() else { return Vec::new() };
    let context = context(document, schema, error);
    unexpected.iter().take(MOST_FINDINGS).map(|key| keys::unknown(&context, key)).collect()
}

fn value_finding(document: &Document, schema: &Value, error: &ValidationError<'_>) -> Option<Finding> {
    let context = context(document, schema, error);
    let value = error.instance();
    let diagnostic = match error.kind() {
        ValidationErrorKind::AdditionalProperties { .. } => return None,
        ValidationErrorKind::Required { property: Value::String(key) } => return Some(keys::missing(&context, key)),
        ValidationErrorKind::Type { .. } => values::wrong_type(&context, value),
        ValidationErrorKind::Minimum { .. } | ValidationErrorKind::Maximum { .. } => {
            values::out_of_range(&context, value)
        }
        ValidationErrorKind::Enum { .. } => values::unknown_value(&context, value),
        ValidationErrorKind::Pattern { .. } => values::bad_format(&context, value),
        ValidationErrorKind::Format { format } if format == "date" => values::bad_date(&context, value),
        ValidationErrorKind::Format { .. } => values::bad_policy(&context, value),
        ValidationErrorKind::MinItems { .. } => values::too_short(&context),
        _ => Diagnostic::error(Code::WrongType, error.to_string()).at(document.locate(context.pointer), ""),
    };
    // A name in a bad form is still the name that the rest of the file refers to.
    let is_name =
        matches!(error.kind(), ValidationErrorKind::Pattern { .. }) && context.expected.get("format").is_none();
    let stand_in = if is_name { value.clone().into_owned() } else { sample(schema, context.expected) };
    let repair = Repair::Replace { pointer: context.pointer.to_owned(), value: stand_in };
    Some(Finding { diagnostic, repair })
}

impl Context<'_> {
    /// The path of the value in backticks; for the root, the file.
    fn name(&self) -> String {
        match self.document.path(self.pointer) {
            path if path.is_empty() => "the file".into(),
            path => format!("`{path}`"),
        }
    }

    /// The last key of the path to the value.
    fn key(&self) -> &str {
        self.pointer.rsplit('/').find(|key| key.parse::<usize>().is_err()).unwrap_or("")
    }
}
