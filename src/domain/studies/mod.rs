//! Studies: what follows from a plan once it is chosen, for the engineers who sign it. Nothing here is decided; everything is
//! written down so that it can be read, checked and drawn.

pub mod approvals;
pub mod mining;
pub mod scope;

use serde::{Deserialize, Serialize};

pub use approvals::ApprovalStudy;
pub use mining::MiningStudy;
pub use scope::{CostScope, ScopeStudy};

/// All studies of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Studies {
    /// What the capex holds, step by step.
    pub scope: ScopeStudy,
    /// What rules ask, and when permits are due.
    pub approvals: ApprovalStudy,
    /// What keeps hashing, and what it earns.
    pub mining: MiningStudy,
}
