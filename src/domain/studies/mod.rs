//! Studies: what follows from a plan once it is chosen, for the engineers who sign it. Nothing here is decided; everything is
//! written down so that it can be read, checked and drawn.

pub mod scope;
pub mod cooling;
pub mod energy;

use serde::{Deserialize, Serialize};

pub use scope::{CostScope, ScopeStudy};
pub use cooling::CoolingStudy;
pub use energy::EnergyStudy;

/// All studies of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Studies {
    /// What the capex holds, step by step.
    pub scope: ScopeStudy,
    /// Heat rejection and the loops of each hall.
    pub cooling: CoolingStudy,
    /// Power and water on the design day and over a year.
    pub energy: EnergyStudy,
}
