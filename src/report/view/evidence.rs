//! What the solver proved, the files the plan was made from, and the sources of its figures.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::{InputFile, Plan, SourceRecord};
use crate::report::style::{Style, args};
use crate::report::summary::proof;

/// The last sections of the report.
#[derive(JsonSchema, Serialize)]
pub struct EvidenceView {
    solver: String,
    objective: String,
    proof: String,
    cost: String,
    bound: String,
    gap: String,
    model: String,
    inputs: Vec<InputFile>,
    sources: Vec<SourceRow>,
}

#[derive(JsonSchema, Serialize)]
struct SourceRow {
    id: String,
    title: String,
    url: String,
    date: String,
}

impl EvidenceView {
    /// Prepares the sections.
    pub fn of(plan: &Plan, style: &Style) -> EvidenceView {
        let solution = &plan.solution;
        let [columns, rows, binaries] =
            [solution.columns, solution.rows, solution.binaries].map(|n| style.amount(n as f64));
        EvidenceView {
            solver: style.recorded(&solution.solver),
            objective: style.recorded(&solution.objective),
            proof: proof(plan, style),
            cost: style.usd(solution.direct_cost_usd),
            bound: style.usd(solution.bound_usd),
            gap: style.percent(solution.gap_pct),
            model: style
                .say("evidence-model-size", args!["columns" => columns, "rows" => rows, "binaries" => binaries]),
            inputs: plan.inputs.clone(),
            sources: plan.sources.iter().map(|record| source(record, style)).collect(),
        }
    }
}

fn source(source: &SourceRecord, style: &Style) -> SourceRow {
    SourceRow {
        id: source.id.clone(),
        title: source.title.clone(),
        url: source.url.clone().unwrap_or_else(|| "-".to_owned()),
        date: style.phrase(&source.date),
    }
}
