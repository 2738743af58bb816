//! The frontier of capex and ready date as a table, beside the plan of the report.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::Plan;
use crate::report::facts::last_hall;
use crate::report::frontier::{FrontierEndKind, FrontierFile, FrontierRow, FrontierStep};
use crate::report::style::{Style, args};

/// The section on what an earlier date costs.
#[derive(JsonSchema, Serialize)]
pub struct FrontierView {
    /// What the plan of the report costs, and when it is ready.
    this_plan: Option<String>,
    points: Vec<PointRow>,
    /// What is known beyond the last point, and what steps left out.
    notes: Vec<String>,
}

/// One point.
#[derive(JsonSchema, Serialize)]
struct PointRow {
    number: usize,
    ready: String,
    capex: String,
    more: String,
    earlier: String,
    per_week: String,
    proof: String,
}

impl FrontierView {
    /// Prepares the section.
    pub fn of(frontier: &FrontierFile, plan: &Plan, style: &Style) -> FrontierView {
        let own = last_hall(plan).map(|hall| {
            let amount = style.usd(plan.capex.total.likely);
            style.say("frontier-this-plan", args!["amount" => amount, "date" => style.date(hall.ready)])
        });
        let rows = frontier.points.iter().enumerate().map(|(index, point)| row(index, point, style));
        FrontierView { this_plan: own, points: rows.collect(), notes: notes(frontier, style) }
    }
}

fn row(index: usize, row: &FrontierRow, style: &Style) -> PointRow {
    let FrontierRow { point, step } = row;
    let step = |told: &dyn Fn(FrontierStep) -> String| step.map(told).unwrap_or_default();
    PointRow {
        number: index + 1,
        ready: style.date(point.ready),
        capex: style.usd(point.total_usd),
        more: step(&|step| style.usd(step.more_usd)),
        earlier: step(&|step| style.count("day", f64::from(step.days_gained))),
        per_week: step(&|step| style.usd(step.usd_per_week)),
        proof: style.word(if point.proved { "frontier-proved" } else { "frontier-not-proved" }),
    }
}

/// Days in steps below which none is passed over.
const WHOLE_DAYS: f64 = 1.5;

fn notes(frontier: &FrontierFile, style: &Style) -> Vec<String> {
    let end = style.word(match frontier.end.kind {
        FrontierEndKind::Earliest => "frontier-end-earliest",
        FrontierEndKind::Capped => "frontier-end-capped",
        FrontierEndKind::Unknown => "frontier-end-unknown",
    });
    let days = frontier.step_weeks * 7.0;
    let skipped = || style.say("frontier-steps", args!["days" => style.count("day", days.round())]);
    std::iter::once(end).chain((days >= WHOLE_DAYS).then(skipped)).collect()
}
