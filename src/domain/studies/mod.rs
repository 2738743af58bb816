//! Studies: what follows from a plan once it is chosen, for the engineers who sign it. Nothing here is decided; everything is
//! written down so that it can be read, checked and drawn.

pub mod power;
pub mod scope;

use serde::{Deserialize, Serialize};

pub use power::PowerStudy;
pub use scope::{CostScope, ScopeStudy};

/// All studies of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Studies {
    /// What the capex holds, step by step.
    pub scope: ScopeStudy,
    /// One-line diagram, fault levels, power blocks, standby, load swings.
    pub power: PowerStudy,
}
