//! Studies of what was chosen: one file or folder a study, each a pure function of [`Basis`].

mod approvals;
mod building;
mod cooling;
mod energy;
mod equipment;
mod mining;
mod network;
mod power;
mod scope;

pub use approvals::{UncheckedRules, unchecked_rules};

use crate::domain::plan::{BankPlan, BomLine, Capex, HallPlan, Requirement, Task};
use crate::domain::studies::Studies;
use crate::domain::{Place, Service};
use crate::requirements::{Conditions, HallLoad, bank_id};
use crate::validate::Site;

/// What studies are made of: the inputs, and the parts of the plan that they look at.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The validated inputs.
    pub site: &'a Site,
    /// Temperatures and voltages.
    pub conditions: &'a Conditions,
    /// Loads of the converted halls.
    pub loads: &'a [HallLoad],
    /// Converted halls with their dates.
    pub halls: &'a [HallPlan],
    /// Demands with what is drawn on them.
    pub requirements: &'a [Requirement],
    /// What was chosen.
    pub banks: &'a [BankPlan],
    /// All work.
    pub tasks: &'a [Task],
    /// What is bought.
    pub bom: &'a [BomLine],
    /// All money.
    pub capex: &'a Capex,
}

impl<'a> Basis<'a> {
    /// The bank of a service in a place.
    pub fn bank(&self, place: &Place, service: Service) -> Option<&'a BankPlan> {
        let id = bank_id(place, service);
        self.banks.iter().find(|bank| bank.id == id)
    }
}

/// All studies.
pub fn studies(basis: &Basis) -> Studies {
    let building = building::study(basis);
    Studies {
        scope: scope::study(basis),
        network: network::study(basis, &building),
        building,
        approvals: approvals::study(basis),
        mining: mining::study(basis),
        power: power::study(basis),
        cooling: cooling::study(basis),
        energy: energy::study(basis),
    }
}
