//! The scope bridge: what a figure per MW holds.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::Plan;
use crate::domain::studies::scope::ScopeStep;
use crate::report::style::Style;

/// The section on scope.
#[derive(JsonSchema, Serialize)]
pub struct ScopeView {
    utility_mw: String,
    gross_mw: String,
    critical_it_mw: String,
    steps: Vec<StepRow>,
    tenant_racks: Option<String>,
}

#[derive(JsonSchema, Serialize)]
struct StepRow {
    scope: String,
    amount: String,
    cumulative: String,
    per_utility_mw: String,
    per_gross_mw: String,
    per_critical_it_mw: String,
}

impl ScopeView {
    /// Prepares the section.
    pub fn of(plan: &Plan, style: &Style) -> ScopeView {
        let study = &plan.studies.scope;
        let per = |step: &ScopeStep, mw: f64| match mw > 0.0 {
            true => style.usd(step.cumulative.likely / mw),
            false => "-".to_owned(),
        };
        let row = |step: &ScopeStep| StepRow {
            scope: style.scope(step.scope),
            amount: style.usd(step.amount.likely),
            cumulative: style.usd(step.cumulative.likely),
            per_utility_mw: per(step, study.utility_mw),
            per_gross_mw: per(step, study.gross_mw),
            per_critical_it_mw: per(step, study.critical_it_mw),
        };
        ScopeView {
            utility_mw: style.amount(study.utility_mw),
            gross_mw: style.amount(study.gross_mw),
            critical_it_mw: style.amount(study.critical_it_mw),
            steps: study.steps.iter().map(row).collect(),
            tenant_racks: study.tenant_racks.map(|range| style.usd_span(range)),
        }
    }
}
