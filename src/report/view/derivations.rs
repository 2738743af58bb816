//! How each requirement came about: formula, inputs with their origins, source.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::format::{amount, figure};
use crate::domain::formula::substituted;
use crate::domain::plan::{FormulaInput, Plan, Requirement};
use crate::report::style::{Style, args};

/// The derivation of one requirement, or of equal ones in several halls.
#[derive(JsonSchema, Serialize)]
pub struct DerivationView {
    /// Ids, as a list for a heading.
    pub ids: String,
    /// What is needed.
    pub service: String,
    /// The formula of the fixed part.
    pub formula: String,
    /// The same with the numbers of the inputs, and what it gives; nothing where it names none.
    pub numbers: Option<String>,
    /// What equipment draws on top, in words.
    pub drawn_by: Option<String>,
    /// The formula's inputs.
    pub inputs: Vec<InputRow>,
    /// Publication or file.
    pub source: String,
    /// `9,156 fixed + 84 drawn by other equipment = 9,240 kW`.
    pub sum: String,
    /// What assets supply and what is missing, with the unit.
    pub gap: String,
}

/// One input of a formula.
#[derive(JsonSchema, Serialize)]
pub struct InputRow {
    /// Its name in the formula.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Where it was read.
    pub origin: String,
}

impl DerivationView {
    /// The derivation of the first requirement, which holds for the others too.
    pub fn of(group: &[&Requirement], style: &Style) -> DerivationView {
        let requirement = group[0];
        let ids: Vec<String> = group.iter().map(|requirement| requirement.id.clone()).collect();
        DerivationView {
            ids: style.list(&ids),
            service: style.service(requirement.service),
            formula: style.as_recorded(&product_signs(&requirement.formula)),
            numbers: numbers(requirement).map(|numbers| style.as_recorded(&numbers)),
            drawn_by: Some(requirement.drawn_by.clone()).filter(|words| !words.is_empty()),
            inputs: requirement.inputs.iter().map(|input| input_row(input, style)).collect(),
            source: requirement.source.clone(),
            sum: sum(requirement, style),
            gap: gap(requirement, style),
        }
    }
}

/// All derivations, in the order of the services; requirements that differ in place and origins only share one.
pub fn of(plan: &Plan, style: &Style) -> Vec<DerivationView> {
    let mut requirements: Vec<&Requirement> = plan.requirements.iter().filter(|r| r.amount > 0.0).collect();
    requirements.sort_by_key(|requirement| requirement.service);
    let mut groups: Vec<Vec<&Requirement>> = Vec::new();
    for requirement in requirements {
        match groups.iter_mut().find(|group| same(group[0], requirement)) {
            Some(group) => group.push(requirement),
            None => groups.push(vec![requirement]),
        }
    }
    groups.iter().map(|group| DerivationView::of(group, style)).collect()
}

fn same(a: &Requirement, b: &Requirement) -> bool {
    let numbers = |r: &Requirement| [r.fixed, r.drawn, r.from_assets, r.gap];
    let inputs =
        |r: &Requirement| r.inputs.iter().map(|i| (i.name.clone(), i.value, i.unit.clone())).collect::<Vec<_>>();
    a.service == b.service
        && numbers(a) == numbers(b)
        && (&a.formula, &a.source) == (&b.formula, &b.source)
        && inputs(a) == inputs(b)
}

/// Inputs stay in the units that the formula is written in.
fn input_row(input: &FormulaInput, style: &Style) -> InputRow {
    InputRow {
        name: input.name.clone(),
        value: style.figure(input.value),
        unit: style.name_of_unit(&input.unit),
        origin: input.origin.clone(),
    }
}

fn numbers(requirement: &Requirement) -> Option<String> {
    let used = substituted(&requirement.formula, &requirement.inputs, |input| figure(input.value).replace(',', ""));
    let unit = requirement.service.info().unit;
    let result = format!("{} = {} {unit}", product_signs(&used), amount(requirement.fixed));
    (requirement.inputs.iter().any(|input| requirement.formula.contains(&input.name))).then_some(result)
}

/// Formulas are written with `*`, which Markdown takes for emphasis.
fn product_signs(formula: &str) -> String {
    formula.replace(" * ", " x ")
}

fn sum(requirement: &Requirement, style: &Style) -> String {
    let unit = requirement.service.info().unit;
    let sum = style.quantity(requirement.amount, unit);
    if requirement.drawn == 0.0 {
        return sum;
    }
    let [fixed, drawn] = [requirement.fixed, requirement.drawn].map(|value| style.amount_in(value, unit));
    style.say("derivation-parts", args!["fixed" => fixed, "drawn" => drawn, "sum" => sum])
}

fn gap(requirement: &Requirement, style: &Style) -> String {
    let unit = requirement.service.info().unit;
    let [assets, missing] = [requirement.from_assets, requirement.gap].map(|value| style.quantity(value, unit));
    style.say("derivation-gap", args!["assets" => assets, "missing" => missing])
}
