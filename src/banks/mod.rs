//! Banks and their candidates: every admissible way to supply each requirement, computed before the solver.

use crate::domain::plan::{Alternative, CandidatePlan};
use crate::domain::{Place, Policy, Service};

/// All units that together supply one service in one place, and the ways to build it.
#[derive(Clone, Debug)]
pub struct Bank {
    /// `place.service`, as the requirement it supplies.
    pub id: String,
    /// What it supplies.
    pub service: Service,
    /// Where.
    pub place: Place,
    /// The redundancy it is sized for.
    pub policy: Policy,
    /// What it must carry before any draw, in the service's unit.
    pub fixed: f64,
    /// The admissible ways to build it; never empty in a bank that reaches the optimizer.
    pub candidates: Vec<CandidatePlan>,
    /// The ways that were dropped, each with its reason.
    pub rejected: Vec<Alternative>,
}
