//! Requirements: what each hall and the site need of every service, each with formula, inputs and source.
//!
//! One rule for each service, in the tables of the trades' files. A rule gives the part of the demand that does not
//! depend on what is bought; what bought equipment draws is added where candidates are known.

pub mod building;
pub mod conditions;
pub mod cooling;
mod derivation;
mod network;
pub mod power;
pub mod rack_flow;
pub mod sizing;

use crate::domain::plan::FormulaInput;
use crate::domain::{Place, Service};
use crate::validate::Site;

pub use conditions::Conditions;
pub use derivation::Derivation;
pub use rack_flow::RackFlow;
pub use sizing::{HallLoad, hall_loads, racks_asked};

/// A demand for one service in one place, before any draw of bought equipment.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// What is needed.
    pub service: Service,
    /// Where.
    pub place: Place,
    /// How much, in the service's unit.
    pub amount: f64,
    /// The formula in the names of its inputs; it can be evaluated.
    pub formula: String,
    /// What the equipment that is chosen draws on top, in words.
    pub drawn_by: String,
    /// Its inputs.
    pub inputs: Vec<FormulaInput>,
    /// What the formula rests on.
    pub source: String,
}

impl Demand {
    /// `place.service`: the id of the requirement and of the bank that supplies it.
    pub fn id(&self) -> String {
        bank_id(&self.place, self.service)
    }
}

/// `place.service`: the id of a requirement and of the bank that supplies it.
pub fn bank_id(place: &Place, service: Service) -> String {
    format!("{place}.{service}")
}

/// A rule for a service that every hall needs.
pub type HallRule = fn(&Site, &HallLoad) -> Derivation;

/// A rule for a service that the site needs once; `None` where it is not needed.
pub type SiteRule = fn(&Site, &[HallLoad]) -> Option<Derivation>;

/// All demands of the site: hall by hall in the order of the services, then the site's.
pub fn requirements(site: &Site, loads: &[HallLoad]) -> Vec<Demand> {
    let hall_rules = [power::HALL, cooling::HALL, building::HALL, network::HALL].concat();
    let site_rules = [power::SITE, cooling::SITE, building::SITE, network::SITE].concat();
    let mut demands = Vec::new();
    for load in loads {
        for &(service, rule) in &hall_rules {
            demands.push(rule(site, load).demand(service, load.place()));
        }
    }
    for &(service, rule) in &site_rules {
        demands.extend(rule(site, loads).map(|derivation| derivation.demand(service, Place::Site)));
    }
    demands.sort_by_key(|demand| (demand.place == Place::Site, position(loads, &demand.place), demand.service));
    demands
}

fn position(loads: &[HallLoad], place: &Place) -> usize {
    loads.iter().position(|load| load.place() == *place).unwrap_or(loads.len())
}
