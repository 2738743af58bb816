//! What a template may name at each place, from the schema of the report's view.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use crate::report::view::ReportView;

/// The shape of the view that templates are filled from.
pub struct Fields {
    root: Value,
}

/// A place in the view: its schema, or nothing where anything goes.
pub type Node<'a> = Option<&'a Value>;

impl Fields {
    /// The fields of a report.
    pub fn of_report() -> Fields {
        let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        Fields { root: generator.into_root_schema_for::<ReportView>().to_value() }
    }

    /// The whole view.
    pub fn root(&self) -> Node<'_> {
        Some(&self.root)
    }

    /// The schema that a node stands for: references followed, `null` left out.
    fn plain<'a>(&'a self, node: &'a Value) -> &'a Value {
        if let Some(name) = node.get("$ref").and_then(Value::as_str) {
            return self.root.pointer(name.trim_start_matches('#')).map_or(node, |target| self.plain(target));
        }
        let choices = node.get("anyOf").and_then(Value::as_array);
        let not_null = choices.into_iter().flatten().find(|choice| choice.get("type") != Some(&Value::from("null")));
        not_null.map_or(node, |choice| self.plain(choice))
    }

    /// Names of the fields at a node; none for a text or a number.
    pub fn names<'a>(&'a self, node: &'a Value) -> Vec<&'a str> {
        let properties = self.plain(node).get("properties").and_then(Value::as_object);
        properties.into_iter().flatten().map(|(name, _)| name.as_str()).collect()
    }

    /// The field of a node.
    pub fn field<'a>(&'a self, node: &'a Value, name: &str) -> Option<&'a Value> {
        let plain = self.plain(node);
        match name.parse::<usize>() {
            Ok(_) => plain.get("items"),
            Err(_) => plain.get("properties")?.get(name),
        }
    }

    /// What each element of a list is; nothing where the node is no list.
    pub fn element<'a>(&'a self, node: &'a Value) -> Option<&'a Value> {
        self.plain(node).get("items")
    }
}
