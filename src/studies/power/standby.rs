//! Generators with their fuel, and the swings of the load.

use super::{Basis, capacities, item, units};
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::{LoadSwing, StandbyPlant};
use crate::domain::{Place, Service, Total};
use crate::input::catalog::{ConnectsAt, ParameterId as P};
use crate::physics::standby::fuel_l;
use crate::requirements::HallLoad;

/// The generators of a hall, where it has any.
pub fn plant(basis: &Basis, load: &HallLoad) -> Option<StandbyPlant> {
    let (site, place) = (basis.site, load.place());
    let bank = basis.bank(&place, Service::StandbyPower).filter(|bank| units(bank) > 0)?;
    let (item, sets_kw) = (item(site, bank), capacities(bank));
    let burn_l_per_h = fuel_l(bank.required, 1.0, site.parameter(P::FuelLPerKwh));
    let tanks = basis.bank(&place, Service::Fuel).map(capacities).unwrap_or_default();
    let filled_l = basis.bank(&place, Service::FuelFill).map_or(0.0, |bank| bank.chosen.usable);
    let (held_l, kept_l) = (tanks.iter().total(), without_largest(&tanks));
    let hours = |liters: f64| if burn_l_per_h > 0.0 { liters / burn_l_per_h } else { 0.0 };
    Some(StandbyPlant {
        sets: units(bank),
        on_medium_voltage: item.and_then(|item| item.connects_at).map(|at| at == ConnectsAt::MediumVoltage),
        step_up_from_kv: step_up_from_kv(basis, bank),
        policy: bank.policy,
        required_kw: bank.required,
        installed_kw: sets_kw.iter().total(),
        largest_out_kw: without_largest(&sets_kw),
        site_share_pct: item.and_then(|item| Some(100.0 * bank.chosen.unit_capacity / item.capacity.as_ref()?.value)),
        burn_l_per_h,
        tanks: tanks.len() as u32,
        hours_full: hours(kept_l),
        hours_filled: hours(if held_l > 0.0 { filled_l.min(held_l) * kept_l / held_l } else { 0.0 }),
        hours_asked: site.target.fuel_hours,
    })
}

fn without_largest(units: &[f64]) -> f64 {
    units.iter().total() - units.iter().copied().fold(0.0, f64::max)
}

/// Voltages of sets that the site's medium-voltage bus is not among, kV.
fn step_up_from_kv(basis: &Basis, bank: &BankPlan) -> Vec<f64> {
    let on_bus = |item: &&crate::input::catalog::Item| item.connects_at == Some(ConnectsAt::MediumVoltage);
    let foreign =
        item(basis.site, bank).filter(on_bus).filter(|item| !item.made_for_kv(basis.conditions.medium_voltage_kv));
    foreign.map_or_else(Vec::new, |item| item.voltages_kv.clone())
}

/// Swings of all racks together: a training step moves them at the same moment.
pub fn swing(basis: &Basis) -> LoadSwing {
    let (target, racks_kw) = (&basis.site.target, basis.loads.iter().map(|load| load.it_kw).total());
    let smoothing_pct = target.rack.smoothing_pct;
    let storage = basis.bank(&Place::Site, Service::LoadSmoothing);
    LoadSwing {
        racks_mw: racks_kw / 1000.0,
        swing_pct: target.load_swing_pct,
        smoothing_pct,
        swing_mw: racks_kw / 1000.0 * target.load_swing_pct / 100.0 * (1.0 - smoothing_pct / 100.0),
        storage_mw: storage.map_or(0.0, |bank| bank.chosen.usable),
        limit_mw: basis.site.utility.swing_limit_mw,
    }
}
