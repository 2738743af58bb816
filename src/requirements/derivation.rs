//! A formula on its way to a demand: inputs with their origins, source. The amount is what the formula gives.

use crate::domain::plan::FormulaInput;
use crate::domain::{Place, Service, formula};
use crate::input::catalog::ParameterId;
use crate::requirements::{Demand, HallLoad};
use crate::validate::Site;

/// A formula with the inputs and the source that it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Derivation {
    formula: String,
    drawn_by: String,
    inputs: Vec<FormulaInput>,
    source: String,
}

impl Derivation {
    /// The formula, `Q = n * p`, in the names of its inputs.
    pub fn new(formula: &str) -> Derivation {
        Derivation { formula: formula.to_owned(), drawn_by: String::new(), inputs: Vec::new(), source: String::new() }
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

    /// Adds one input for each hall, and their sum to the formula.
    pub fn sum_of_halls(
        mut self,
        loads: &[HallLoad],
        symbol: &str,
        unit: &str,
        service: Service,
        value: impl Fn(&HallLoad) -> f64,
    ) -> Derivation {
        let name = |load: &HallLoad| format!("{symbol}_{}", load.hall);
        let sum: Vec<String> = loads.iter().map(name).collect();
        self.formula = self.formula.replace("SUM", &format!("({})", sum.join(" + ")));
        loads.iter().fold(self, |derivation, load| {
            let origin = format!("requirement {}.{service}, fixed part", load.hall);
            derivation.input(&name(load), value(load), unit, origin)
        })
    }

    /// Says what the equipment that is chosen draws on top.
    pub fn drawn_by(mut self, what: &str) -> Derivation {
        self.drawn_by = what.to_owned();
        self
    }

    /// Names the publication or clause behind the formula.
    pub fn source(mut self, source: &str) -> Derivation {
        self.source = source.to_owned();
        self
    }

    /// What the formula gives.
    pub fn amount(&self) -> f64 {
        formula::evaluate(&self.formula, &self.inputs)
            .unwrap_or_else(|error| panic!("the formula {} can be evaluated: {error}", self.formula))
    }

    /// The demand this derivation is for.
    pub fn demand(self, service: Service, place: Place) -> Demand {
        Demand {
            service,
            place,
            amount: self.amount(),
            formula: self.formula,
            drawn_by: self.drawn_by,
            inputs: self.inputs,
            source: self.source,
        }
    }
}

/// As many as the hall has racks.
pub fn by_rack(load: &HallLoad, source: &str) -> Derivation {
    Derivation::new("n").input("n", load.racks.into(), "racks", load.origin.clone()).source(source)
}

/// The name of a parameter as catalogs write it.
fn parameter_name(id: ParameterId) -> String {
    match serde_json::to_value(id) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("a parameter id is written as a string"),
    }
}
