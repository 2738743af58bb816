//! The power study: the chain from utility to rack, read off the plan's banks.

mod blocks;
mod chain;
mod fault;
mod feeds;
mod standby;
#[cfg(test)]
mod tests;

use super::Basis;
use crate::domain::Total;
use crate::domain::plan::{BankPlan, KeptAsset};
use crate::domain::studies::PowerStudy;
use crate::domain::studies::power::HallPower;
use crate::input::catalog::{Item, ParameterId as P};
use crate::requirements::HallLoad;
use crate::validate::{Site, SiteAsset};

/// The whole study.
pub fn study(basis: &Basis) -> PowerStudy {
    PowerStudy {
        balance: chain::balance(basis),
        nodes: chain::site(basis),
        medium_voltage: fault::medium_voltage(basis),
        halls: basis.loads.iter().map(|load| hall(basis, load)).collect(),
        swing: standby::swing(basis),
    }
}

fn hall(basis: &Basis, load: &HallLoad) -> HallPower {
    HallPower {
        hall: load.hall.clone(),
        nodes: chain::hall(basis, load),
        feeds: feeds::of(basis, load),
        fault_levels: fault::levels(basis, load),
        blocks: blocks::of(basis, load),
        standby: standby::plant(basis, load),
    }
}

/// Units of a bank, kept and new; a quantity that is not whole counts down.
fn units(bank: &BankPlan) -> u32 {
    bank.chosen.kept.iter().map(|kept| kept.units).sum::<u32>() + bank.chosen.units as u32
}

/// Capacity of each unit of a bank, in its service's unit.
fn capacities(bank: &BankPlan) -> Vec<f64> {
    let kept = bank.chosen.kept.iter().flat_map(|kept| vec![kept.unit_capacity; kept.units as usize]);
    kept.chain(vec![bank.chosen.unit_capacity; bank.chosen.units as usize]).collect()
}

/// Capacity of all units, none out.
fn installed(bank: &BankPlan) -> f64 {
    let kept: f64 = bank.chosen.kept.iter().map(KeptAsset::capacity).total();
    kept + bank.chosen.units * bank.chosen.unit_capacity
}

/// The catalog's item of a bank's new units, where it has any.
fn item<'a>(site: &'a Site, bank: &BankPlan) -> Option<&'a Item> {
    bank.chosen.item.as_ref().filter(|_| bank.chosen.units > 0.0).and_then(|id| site.catalog.items.get(id))
}

/// The assets that a bank keeps.
fn kept<'a>(site: &'a Site, bank: &'a BankPlan) -> impl Iterator<Item = &'a SiteAsset> {
    bank.chosen.kept.iter().filter_map(|kept| site.assets.iter().find(|asset| asset.id == kept.asset))
}

/// An amount of a service as active power, kW: boards and transformers are rated in kVA.
fn kw(site: &Site, bank: &BankPlan, amount: f64) -> f64 {
    match bank.service.info().unit {
        "MW" => amount * 1000.0,
        "kVA" => amount * site.parameter(P::PowerFactor),
        _ => amount,
    }
}
