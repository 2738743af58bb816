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
    pub candidates: Vec<Candidate>,
    /// The ways that were dropped, each with its reason.
    pub rejected: Vec<Alternative>,
}

/// One way to build a bank: kept assets plus new units of one item, in normal or expedited delivery.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What the plan will say of it if it is chosen.
    pub plan: CandidatePlan,
    /// Banks (by id) whose whole requirement it supplies besides its own: a new shell brings floor and envelope.
    pub covers: Vec<String>,
}
