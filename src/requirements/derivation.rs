//! A formula on its way to a demand: amount, inputs with their origins, source.

use crate::domain::plan::FormulaInput;
use crate::domain::{Place, Service};
use crate::input::catalog::ParameterId;
use crate::requirements::{Demand, HallLoad};
use crate::validate::Site;

/// An amount with the formula, the inputs and the source that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    amount: f64,
    formula: String,
    inputs: Vec<FormulaInput>,
    source: String,
}

impl Derivation {
    /// An amount and the formula that gave it.
    pub fn new(amount: f64, formula: &str) -> Derivation {
        Derivation { amount, formula: formula.to_owned(), inputs: Vec::new(), source: String::new() }
    }

    /// Adds an input: its name in the formula, value, unit and origin.
    pub fn input(mut self, name: &str, value: f64, unit: &str, origin: impl Into<String>) -> Derivation {
        self.inputs.push(FormulaInput { name: name.to_owned(), value, unit: unit.to_owned(), origin: origin.into() });
        self
    }

    /// Adds an input that is a constant of the catalogs.
    pub fn parameter(self, site: &Site, name: &str, id: ParameterId, unit: &str) -> Derivation {
        let row = &site.catalog.parameters[&id];
        let origin = format!("catalog parameter {} ({})", parameter_name(id), row.sources.join(", "));
        self.input(name, row.value, unit, origin)
    }

    /// Names the publication or clause behind the formula.
    pub fn source(mut self, source: &str) -> Derivation {
        self.source = source.to_owned();
        self
    }

    /// The demand this derivation is for.
    pub fn demand(self, service: Service, place: Place) -> Demand {
        Demand { service, place, amount: self.amount, formula: self.formula, inputs: self.inputs, source: self.source }
    }
}

/// As many as the hall has racks.
pub fn by_rack(load: &HallLoad, source: &str) -> Derivation {
    Derivation::new(load.racks.into(), "n").input("n", load.racks.into(), "racks", load.origin.clone()).source(source)
}

/// The name of a parameter as catalogs write it.
fn parameter_name(id: ParameterId) -> String {
    match serde_json::to_value(id) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("a parameter id is written as a string"),
    }
}
