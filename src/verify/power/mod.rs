//! The power study against the inputs and the plan's banks, each figure made again by plain arithmetic.

mod blocks;
mod chain;
mod fault;

pub use blocks::{blocks, standby};
pub use chain::{balance, chain, feeds};
pub use fault::levels;

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::HallPower;
use crate::domain::{Place, Service};
use crate::input::catalog::Item;
use crate::requirements::HallLoad;

/// The halls of the study, each with the load it must have; a hall too many or too few is a finding.
fn halls<'a>(facts: &'a Facts, report: &mut Report) -> Vec<(&'a HallLoad, &'a HallPower)> {
    let studied = &facts.plan.studies.power.halls;
    let same = studied.iter().map(|hall| &hall.hall).eq(facts.loads.iter().map(|load| &load.hall));
    report.expect(same, "studies.power", || "has other halls than are converted".to_owned());
    facts.loads.iter().zip(studied).collect()
}

/// What a requirement asks for, in its service's unit.
fn amount(facts: &Facts, place: &Place, service: Service) -> f64 {
    let id = crate::requirements::bank_id(place, service);
    facts
        .plan
        .requirements
        .iter()
        .find(|requirement| requirement.id == id)
        .map_or(0.0, |requirement| requirement.amount)
}

/// Each unit of a bank by itself, with its capacity.
fn each(bank: &BankPlan) -> Vec<f64> {
    let mut all = Vec::new();
    for kept in &bank.chosen.kept {
        (0..kept.units).for_each(|_| all.push(kept.unit_capacity));
    }
    (0..bank.chosen.units as u32).for_each(|_| all.push(bank.chosen.unit_capacity));
    all
}

/// The item of which a bank has new units.
fn new_item<'a>(facts: &Facts<'a>, bank: &BankPlan) -> Option<&'a Item> {
    facts.item(&bank.chosen).filter(|_| bank.chosen.units > 0.0)
}

/// Two figures of which both are known and equal, or neither is known.
fn optional(report: &mut Report, subject: &str, what: &str, claimed: Option<f64>, found: Option<f64>) {
    match (claimed, found) {
        (Some(claimed), Some(found)) => report.equal(subject, what, claimed, found),
        (None, None) => {}
        _ => report.wrong(subject, format!("{what} is {} and should be {}", said(&claimed), said(&found))),
    }
}
