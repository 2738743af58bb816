//! The JSON Schema of each kind of file, made from the types.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::brand::Brand;
use super::catalog::{CatalogFile, ParameterId};
use super::facility::Facility;
use super::target::Target;
use crate::domain::{Policy, Service};

/// A kind of input file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// The mine as it stands.
    Facility,
    /// What the tenant needs.
    Target,
    /// What can be bought and must be done.
    Catalog,
    /// How a report reads.
    Brand,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [FileKind; 4] = [FileKind::Facility, FileKind::Target, FileKind::Catalog, FileKind::Brand];

    /// `facility`, `target`, `catalog` or `brand`.
    pub const fn role(self) -> &'static str {
        match self {
            FileKind::Facility => "facility",
            FileKind::Target => "target",
            FileKind::Catalog => "catalog",
            FileKind::Brand => "brand",
        }
    }

    /// What the key `schema` of such a file holds: `retrofit/facility/1`.
    pub fn schema_id(self) -> String {
        format!("retrofit/{}/1", self.role())
    }
}

/// The JSON Schema (draft 2020-12) of a kind of file, for editors and for the check of input.
///
/// An optional key may be left out, but may not be null.
pub fn json_schema(kind: FileKind) -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(without_null));
    let generator = SchemaGenerator::new(settings.with_transform(RecursiveTransform(with_date_format)));
    let schema = match kind {
        FileKind::Facility => root::<Facility>(generator),
        FileKind::Target => root::<Target>(generator),
        FileKind::Catalog => root::<CatalogFile>(generator),
        FileKind::Brand => root::<Brand>(generator),
    };
    schema.to_value()
}

fn root<T: JsonSchema>(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<T>()
}

/// The schema that input is checked against: alternatives of single values become one list, so that a wrong value is
/// one error.
pub(super) fn checked_schema(kind: FileKind) -> Value {
    let mut schema = Schema::try_from(json_schema(kind)).expect("a schema of a type is an object");
    RecursiveTransform(with_plain_enums).transform(&mut schema);
    schema.to_value()
}

fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
    let Some(Value::Array(mut choices)) = schema.remove("anyOf") else { return };
    choices.retain(|choice| choice != &json!({ "type": "null" }));
    match (&choices[..], schema.as_object_mut()) {
        ([Value::Object(only)], Some(object)) => object.extend(only.clone()),
        _ => drop(schema.insert("anyOf".into(), Value::Array(choices))),
    }
}

fn with_date_format(schema: &mut Schema) {
    if schema.get("pattern").is_some_and(|pattern| pattern == super::DATE_PATTERN) {
        schema.insert("format".into(), "date".into());
    }
}

fn with_plain_enums(schema: &mut Schema) {
    if let Some(constant) = schema.remove("const") {
        schema.insert("enum".into(), json!([constant]));
    }
    let Some(Value::Array(choices)) = schema.get("oneOf") else { return };
    let values: Vec<Value> = choices.iter().flat_map(constants).cloned().collect();
    schema.remove("oneOf");
    schema.insert("enum".into(), Value::Array(values));
    schema.insert("type".into(), "string".into());
}

/// The values of one choice: `const`, or already made to `enum`.
fn constants(choice: &Value) -> &[Value] {
    match (choice.get("const"), choice.get("enum")) {
        (Some(one), _) => std::slice::from_ref(one),
        (None, Some(Value::Array(values))) => values,
        _ => &[],
    }
}

/// Every parameter with its name in files.
pub fn parameter_ids() -> Vec<(String, ParameterId)> {
    let schema = schemars::schema_for!(ParameterId).to_value();
    let choices = schema["oneOf"].as_array().into_iter().flatten().flat_map(constants);
    choices
        .map(|name| {
            let id = serde_json::from_value(name.clone()).expect("the schema of a type names its values");
            (name.as_str().expect("parameters are named by text").to_owned(), id)
        })
        .collect()
}

/// The name of the check that a text is a [`Policy`]: its pattern alone admits `7N/2`.
pub(super) const POLICY_FORMAT: &str = "redundancy-policy";

/// The schema of `redundancy`: each service by name, so that an unknown one is an unknown key.
pub(super) fn redundancy(generator: &mut SchemaGenerator) -> Schema {
    let mut policy = generator.subschema_for::<Policy>();
    policy.insert("format".into(), POLICY_FORMAT.into());
    let policy = policy.to_value();
    let services: Map<String, Value> =
        Service::ALL.iter().map(|service| (service.info().id.to_owned(), policy.clone())).collect();
    schemars::json_schema!({ "type": "object", "properties": services, "additionalProperties": false })
}
