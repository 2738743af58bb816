//! What the solver proved, the files the plan was made from, and the sources of its figures.

use serde::Serialize;

use crate::domain::format::{amount, percent, usd};
use crate::domain::plan::{InputFile, Plan, SourceRecord};
use crate::report::summary::proof;

/// The last sections of the report.
#[derive(Serialize)]
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

#[derive(Serialize)]
struct SourceRow {
    id: String,
    title: String,
    url: String,
    date: String,
}

impl EvidenceView {
    /// Prepares the sections.
    pub fn of(plan: &Plan) -> EvidenceView {
        let solution = &plan.solution;
        let [columns, rows, binaries] = [solution.columns, solution.rows, solution.binaries].map(|n| amount(n as f64));
        EvidenceView {
            solver: solution.solver.clone(),
            objective: solution.objective.clone(),
            proof: proof(plan),
            cost: usd(solution.direct_cost_usd),
            bound: usd(solution.bound_usd),
            gap: percent(solution.gap_pct),
            model: format!("{columns} columns ({binaries} binary), {rows} rows"),
            inputs: plan.inputs.clone(),
            sources: plan.sources.iter().map(source).collect(),
        }
    }
}

fn source(source: &SourceRecord) -> SourceRow {
    SourceRow {
        id: source.id.clone(),
        title: source.title.clone(),
        url: source.url.clone().unwrap_or_else(|| "-".to_owned()),
        date: source.date.clone(),
    }
}
