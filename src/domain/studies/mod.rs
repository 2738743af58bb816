//! Studies: what follows from a plan once it is chosen, for the engineers who sign it. Nothing here is decided; everything is
//! written down so that it can be read, checked and drawn.

pub mod cooling;
pub mod energy;
pub mod scope;

use serde::{Deserialize, Serialize};

pub use cooling::CoolingStudy;
pub use energy::EnergyStudy;
pub use scope::{CostScope, ScopeStudy};

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
