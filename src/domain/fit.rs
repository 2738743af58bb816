//! How many of the racks asked for fit, and what was shown of it.

use serde::{Deserialize, Serialize};

use crate::domain::clash::Clash;

/// How a plan for the most IT power came to its racks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// Every hall that racks are asked for, in file order; those without a rack are left to mining.
    pub halls: Vec<HallFit>,
    /// What each way of filling the halls came to.
    pub strategies: Vec<Strategy>,
    /// Whether one more rack in any hall was shown to have no plan, each by a solve that a second one confirmed.
    pub maximal: bool,
    /// What stops one more rack, by halls of which the same holds; empty where all racks fit.
    pub stops: Vec<Stop>,
    /// How often it was asked whether there is a plan.
    pub questions: usize,
}

/// Racks of one hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallFit {
    /// The hall.
    pub hall: String,
    /// Racks that the target names, or that the hall is sized for.
    pub racks_asked: u32,
    /// Racks that are planned.
    pub racks: u32,
    /// File, line and path that the racks asked for go back to.
    pub origin: String,
}

/// A way of filling halls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// In words.
    pub name: String,
    /// Racks of the whole site that it came to.
    pub racks: u32,
}

/// What stops one more rack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The halls.
    pub halls: Vec<String>,
    /// What conflicts with one more rack in one of them.
    pub clashes: Vec<Clash>,
}

impl Fit {
    /// Racks asked for.
    pub fn asked(&self) -> u32 {
        self.halls.iter().map(|hall| hall.racks_asked).sum()
    }

    /// Racks planned.
    pub fn racks(&self) -> u32 {
        self.halls.iter().map(|hall| hall.racks).sum()
    }
}
