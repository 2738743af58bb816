//! How each requirement came about: formula, inputs with their origins, source.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::format::{amount, figure, list};
use crate::domain::formula::substituted;
use crate::domain::plan::{Plan, Requirement};

/// The derivation of one requirement, or of equal ones in several halls.
#[derive(JsonSchema, Serialize)]
pub struct DerivationView {
    /// Ids, as a list for a heading.
    pub ids: String,
    /// What is needed.
    pub service: &'static str,
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
    pub fn of(group: &[&Requirement]) -> DerivationView {
        let requirement = group[0];
        let ids: Vec<String> = group.iter().map(|requirement| requirement.id.clone()).collect();
        DerivationView {
            ids: list(&ids),
            service: requirement.service.info().label,
            formula: product_signs(&requirement.formula),
            numbers: numbers(requirement),
            drawn_by: Some(requirement.drawn_by.clone()).filter(|words| !words.is_empty()),
            inputs: requirement.inputs.iter().map(input).collect(),
            source: requirement.source.clone(),
            sum: sum(requirement),
            gap: gap(requirement),
        }
    }
}

/// All derivations, in the order of the services; requirements that differ in place and origins only share one.
pub fn of(plan: &Plan) -> Vec<DerivationView> {
    let mut requirements: Vec<&Requirement> = plan.requirements.iter().filter(|r| r.amount > 0.0).collect();
    requirements.sort_by_key(|requirement| requirement.service);
    let mut groups: Vec<Vec<&Requirement>> = Vec::new();
    for requirement in requirements {
        match groups.iter_mut().find(|group| same(group[0], requirement)) {
            Some(group) => group.push(requirement),
            None => groups.push(vec![requirement]),
        }
    }
    groups.iter().map(|group| DerivationView::of(group)).collect()
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

fn input(input: &crate::domain::plan::FormulaInput) -> InputRow {
    InputRow {
        name: input.name.clone(),
        value: figure(input.value),
        unit: input.unit.clone(),
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

fn sum(requirement: &Requirement) -> String {
    let unit = requirement.service.info().unit;
    if requirement.drawn == 0.0 {
        return format!("{} {unit}", amount(requirement.amount));
    }
    let [fixed, drawn, sum] = [requirement.fixed, requirement.drawn, requirement.amount].map(amount);
    format!("{fixed} fixed + {drawn} drawn by other equipment = {sum} {unit}")
}

fn gap(requirement: &Requirement) -> String {
    let unit = requirement.service.info().unit;
    format!("assets supply {} {unit}, missing {} {unit}", amount(requirement.from_assets), amount(requirement.gap))
}
