//! What a plan is best at.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is minimized, first and then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// The least cost; then the earliest dates at that cost, or within the target's tolerance of it; then the least cost at
    /// these dates.
    Capex,
    /// The earliest dates; then the least cost at these dates.
    Date,
    /// Cost, the value of each hall's weeks and the mining margin lost, together.
    Value,
    /// The most IT power within the limits: halls may take fewer racks than asked for, or none. Then as with `capex`.
    Mw,
}

impl Objective {
    /// All, in the order in which they are offered.
    pub const ALL: [Objective; 4] = [Objective::Capex, Objective::Date, Objective::Value, Objective::Mw];

    /// The name in files and arguments.
    pub const fn id(self) -> &'static str {
        match self {
            Objective::Capex => "capex",
            Objective::Date => "date",
            Objective::Value => "value",
            Objective::Mw => "mw",
        }
    }

    /// What is minimized, in order, in words, with the tolerance of the least cost within which dates are looked for, percent.
    pub fn in_words(self, tolerance_pct: f64) -> String {
        match self {
            Objective::Mw => format!("the most racks within the limits, then {}", least_cost(tolerance_pct)),
            Objective::Value => {
                "capex + value of each hall's weeks to ready + mining margin lost while halls are down or miners give way"
                    .to_owned()
            }
            Objective::Date => "the earliest sum of ready dates, then the least direct cost at these dates".to_owned(),
            Objective::Capex => least_cost(tolerance_pct),
        }
    }
}

fn least_cost(tolerance_pct: f64) -> String {
    match tolerance_pct {
        0.0 => "least direct cost, then the earliest sum of ready dates at that cost".to_owned(),
        _ => format!(
            "the earliest dates within {tolerance_pct} % of the least direct cost, then the least cost at these dates"
        ),
    }
}
