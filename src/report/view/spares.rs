//! What is recommended to be kept in store.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::bought::Spare;
use crate::domain::plan::{BomLine, Plan};
use crate::report::style::{Style, args};

/// Recommended spares by item.
#[derive(JsonSchema, Serialize)]
pub struct SparesView {
    rows: Vec<SpareRow>,
}

#[derive(JsonSchema, Serialize)]
struct SpareRow {
    item: String,
    bought: String,
    part: String,
    quantity: String,
    rule: String,
    sources: String,
}

impl SparesView {
    /// Prepares the section; nothing where no rule concerns what is bought.
    pub fn of(plan: &Plan, style: &Style) -> Option<SparesView> {
        let rows: Vec<SpareRow> = plan.spares.iter().map(|spare| row(plan, spare, style)).collect();
        (!rows.is_empty()).then_some(SparesView { rows })
    }
}

fn row(plan: &Plan, spare: &Spare, style: &Style) -> SpareRow {
    let line = plan.bom.iter().find(|line| line.item == spare.item);
    let count =
        args!["count" => spare.quantity, "figure" => style.figure(spare.quantity), "unit" => spare.unit.as_str()];
    let confidence = style.named("confidence", spare.confidence);
    SpareRow {
        item: line.map_or_else(|| spare.item.clone(), |line| style.item(line)),
        bought: bought(spare, line, style),
        part: style.entry("spare", &spare.id, &spare.name),
        quantity: style.say("spares-quantity", count),
        rule: rule(spare, style),
        sources: style.say("sourced", args!["sources" => style.joined(&spare.sources), "confidence" => confidence]),
    }
}

/// Pieces as a figure, what is measured with its unit.
fn bought(spare: &Spare, line: Option<&BomLine>, style: &Style) -> String {
    let measured = line.filter(|line| line.unit != "each");
    measured.map_or_else(|| style.figure(spare.bought), |line| style.quantity(spare.bought, &line.unit))
}

/// `one for 10, at least 3`.
fn rule(spare: &Spare, style: &Style) -> String {
    let told = args![
        "each" => style.figure(spare.one_for),
        "least" => spare.at_least.to_string(),
        "has_least" => if spare.at_least > 1 { "yes" } else { "no" }
    ];
    style.say("spares-rule", told)
}
