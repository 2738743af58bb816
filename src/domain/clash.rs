//! What stands against each other where not all that is asked can be had.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{Place, Service};

/// Requirements and limits that cannot all be met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clash {
    /// Halls whose racks are part of the conflict; none where it is not the number of racks that conflicts.
    pub asks: Vec<Ask>,
    /// What cannot be met together with these racks.
    pub limits: Vec<Limit>,
    /// Whether solves have shown of every part that all the others can be met without it.
    pub irreducible: bool,
}

/// Racks that are asked for in one hall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// The hall.
    pub hall: String,
    /// Racks.
    pub racks: u32,
    /// File, line and path that they go back to.
    pub origin: String,
}

/// One limit of a conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// What is not met, and by how much at the least while the conflict's other limits are kept.
    pub shortfall: Shortfall,
    /// File, line and path of what sets it.
    pub origins: Vec<String>,
}

/// By how much a limit is missed. Several places are alike: each misses it by as much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shortfall {
    /// A service falls short, in its unit.
    Supply {
        /// The service.
        service: Service,
        /// Where.
        places: Vec<Place>,
        /// What can be brought.
        available: f64,
        /// What is missing.
        short: f64,
    },
    /// Nothing can supply a service.
    Nothing {
        /// The service.
        service: Service,
        /// Where.
        places: Vec<Place>,
        /// What was dropped, and why.
        reasons: Vec<String>,
    },
    /// No number of units that is offered goes round the low-voltage boards.
    Blocks {
        /// The service.
        service: Service,
        /// Where.
        places: Vec<Place>,
    },
    /// Low-voltage boards do not interrupt the fault level behind the transformers of their hall.
    FaultLevel {
        /// Where.
        places: Vec<Place>,
    },
    /// Several places need the same equipment of the mine, and nothing else serves them.
    Taken {
        /// The asset, or `orders.` with the order.
        asset: String,
        /// Units that are lacking.
        lacking: f64,
    },
    /// Halls are ready after the day asked for.
    Deadline {
        /// The halls.
        places: Vec<Place>,
        /// The day asked for.
        date: Date,
        /// By how many elapsed weeks, holidays not counted.
        weeks: f64,
    },
    /// The least plan costs more than may be spent, soft costs included.
    Budget {
        /// What may be spent, USD.
        budget_usd: f64,
        /// By how much it is exceeded, USD.
        short_usd: f64,
        /// What is known of the cost that exceeds it.
        #[serde(default)]
        least: Least,
    },
}

/// What is known of a cost that is more than the budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Least {
    /// The least at which all else is met, proved by a solve without the budget.
    Proved,
    /// That of the cheapest plan that such a solve found before it ended.
    Found,
    /// The least where what stands in other conflicts is let go: with that mended it may be more.
    #[default]
    Beside,
}

impl Shortfall {
    /// Where; nothing for what is the whole plan's: the budget, and equipment that several places need.
    pub fn places(&self) -> &[Place] {
        match self {
            Shortfall::Supply { places, .. }
            | Shortfall::Nothing { places, .. }
            | Shortfall::Blocks { places, .. }
            | Shortfall::FaultLevel { places }
            | Shortfall::Deadline { places, .. } => places,
            Shortfall::Budget { .. } | Shortfall::Taken { .. } => &[],
        }
    }

    /// The same shortfall elsewhere.
    pub fn at(&self, elsewhere: Vec<Place>) -> Shortfall {
        let mut moved = self.clone();
        match &mut moved {
            Shortfall::Supply { places, .. }
            | Shortfall::Nothing { places, .. }
            | Shortfall::Blocks { places, .. }
            | Shortfall::FaultLevel { places }
            | Shortfall::Deadline { places, .. } => *places = elsewhere,
            Shortfall::Budget { .. } | Shortfall::Taken { .. } => {}
        }
        moved
    }
}
