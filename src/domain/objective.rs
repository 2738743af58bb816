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
}
