//! Studies: what follows from a plan once it is chosen, for the engineers who sign it. Nothing here is decided; everything is
//! written down so that it can be read, checked and drawn.

pub mod approvals;
pub mod building;
pub mod cooling;
pub mod energy;
pub mod mining;
pub mod network;
pub mod power;
pub mod scope;

use serde::{Deserialize, Serialize};

pub use approvals::ApprovalStudy;
pub use building::BuildingStudy;
pub use cooling::CoolingStudy;
pub use energy::EnergyStudy;
pub use mining::MiningStudy;
pub use network::NetworkStudy;
pub use power::PowerStudy;
pub use scope::{CostScope, ScopeStudy};

/// All studies of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Studies {
    /// What the capex holds, step by step.
    pub scope: ScopeStudy,
    /// Routes to the world, their diversity, and the fabric inside.
    pub network: NetworkStudy,
    /// Rows of racks in the real rectangle, floor, doors, lifts.
    pub building: BuildingStudy,
    /// What rules ask, and when permits are due.
    pub approvals: ApprovalStudy,
    /// What keeps hashing, and what it earns.
    pub mining: MiningStudy,
    /// One-line diagram, fault levels, power blocks, standby, load swings.
    pub power: PowerStudy,
    /// Heat rejection and the loops of each hall.
    pub cooling: CoolingStudy,
    /// Power and water on the design day and over a year.
    pub energy: EnergyStudy,
}
