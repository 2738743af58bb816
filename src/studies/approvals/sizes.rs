//! What rules measure.

use crate::domain::plan::BankPlan;
use crate::domain::studies::approvals::Size;
use crate::domain::{Place, RuleTrigger, Service, Total};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::BuildMethod;
use crate::physics::standby::nox_tons_per_year;
use crate::requirements::bank_id;
use crate::studies::Basis;
use crate::validate::SiteRoute;

/// Hours with which engines are counted that carry load at all times.
const ALL_HOURS: f64 = 8760.0;

/// A short ton, metric tons.
const SHORT_TON_T: f64 = 0.907_184_74;

/// Every size, each with what it lacks.
pub fn sizes(basis: &Basis) -> Vec<Size> {
    let size = |trigger| {
        let (value, missing) = measure(basis, trigger);
        Size { trigger, value, missing }
    };
    RuleTrigger::ALL.into_iter().map(size).collect()
}

fn measure(basis: &Basis, trigger: RuleTrigger) -> (f64, Option<String>) {
    match trigger {
        RuleTrigger::GridMw => (required(basis, Service::GridImport), None),
        RuleTrigger::StandbyMw => (installed(basis, Service::StandbyPower) / 1000.0, None),
        RuleTrigger::NoxTPerYear => nox_t_per_year(basis),
        RuleTrigger::StoredFuelL => {
            (installed(basis, Service::Fuel), Some("the oil of transformers and day tanks".to_owned()))
        }
        RuleTrigger::BatteryKwh => battery_kwh(basis),
        RuleTrigger::DisturbedM2 => (disturbed_m2(basis), None),
        RuleTrigger::WaterM3PerDay => (required(basis, Service::MakeUpWater), None),
        RuleTrigger::FiberBuildKm => (routes(basis).map(|route| route.build_km).total(), None),
        RuleTrigger::FiberAerialKm => (routes(basis).filter(on_poles).map(|route| route.build_km).total(), None),
        RuleTrigger::RailroadCrossings => {
            (routes(basis).map(|route| f64::from(route.railroad_crossings)).total(), None)
        }
        RuleTrigger::Always => (1.0, None),
    }
}

/// What the site needs of a service; nothing where it needs none.
fn required(basis: &Basis, service: Service) -> f64 {
    let id = bank_id(&Place::Site, service);
    basis.requirements.iter().find(|requirement| requirement.id == id).map_or(0.0, |requirement| requirement.amount)
}

fn banks<'a>(basis: &Basis<'a>, service: Service) -> impl Iterator<Item = &'a BankPlan> {
    basis.banks.iter().filter(move |bank| bank.service == service)
}

/// Nameplates of what is kept and bought of a service over all places, spare units with them.
fn installed(basis: &Basis, service: Service) -> f64 {
    banks(basis, service).map(|bank| kept(basis, bank) + bought(basis, bank)).total()
}

fn kept(basis: &Basis, bank: &BankPlan) -> f64 {
    let nameplate = |id: &str| basis.site.assets.iter().find(|asset| asset.id == id).map_or(0.0, |it| it.nameplate);
    bank.chosen.kept.iter().map(|kept| f64::from(kept.units) * nameplate(&kept.asset)).total()
}

fn bought(basis: &Basis, bank: &BankPlan) -> f64 {
    let item = bank.chosen.item.as_ref().and_then(|id| basis.site.catalog.items.get(id));
    item.and_then(|item| item.capacity.as_ref()).map_or(0.0, |capacity| capacity.value * bank.chosen.units)
}

/// Engines at their hours: those on standby at the hours an emergency engine is counted with, those that carry load always
/// at all.
fn nox_t_per_year(basis: &Basis) -> (f64, Option<String>) {
    let emergency = basis.site.parameter(P::EmergencyHoursPerYear);
    let standby = banks(basis, Service::StandbyPower).map(|bank| (bank, 1.0, emergency));
    let always = banks(basis, Service::OnSitePower).map(|bank| (bank, 1000.0, ALL_HOURS));
    let (mut tons, mut missing) = (0.0, Vec::new());
    for (bank, kw_per_unit, hours) in standby.chain(always) {
        let kw = bought(basis, bank) * kw_per_unit;
        let item = bank.chosen.item.as_ref().and_then(|id| basis.site.catalog.items.get(id));
        match item.and_then(|item| item.nox_g_per_kwh.as_ref()) {
            Some(nox) => tons += nox_tons_per_year(kw, hours, nox.value),
            None => missing.extend(item.filter(|_| kw > 0.0).map(|item| item.id.clone())),
        }
        missing.extend(bank.chosen.kept.iter().map(|kept| kept.asset.clone()));
    }
    missing.sort();
    missing.dedup();
    let missing = (!missing.is_empty()).then(|| format!("engines without an emission figure: {}", missing.join(", ")));
    (tons * SHORT_TON_T, missing)
}

fn battery_kwh(basis: &Basis) -> (f64, Option<String>) {
    let smoothed = banks(basis, Service::LoadSmoothing).any(|bank| bank.chosen.units > 0.0);
    let missing = smoothed.then(|| "the energy of load smoothing, which is bought by power".to_owned());
    (installed(basis, Service::RideThrough), missing)
}

/// The yard with new shells on it, and the trenches of cable to the halls.
fn disturbed_m2(basis: &Basis) -> f64 {
    let cable_m: f64 = banks(basis, Service::MediumVoltageCable).map(|bank| bought(basis, bank)).total();
    required(basis, Service::Yard) + cable_m * basis.site.parameter(P::TrenchWidthM)
}

fn on_poles(route: &&SiteRoute) -> bool {
    route.build_method == Some(BuildMethod::Aerial)
}

/// The fiber routes that are used.
fn routes<'a>(basis: &Basis<'a>) -> impl Iterator<Item = &'a SiteRoute> {
    let used: Vec<&str> = banks(basis, Service::FiberRoutes)
        .flat_map(|bank| &bank.chosen.kept)
        .filter_map(|kept| kept.asset.strip_prefix("fiber_routes."))
        .collect();
    basis.site.fiber_routes.iter().filter(move |route| used.contains(&route.id.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Plan;
    use crate::input::Request;
    use crate::requirements::Conditions;
    use crate::validate::load;

    /// What a plan that buys units of an item for a service of the site measures.
    fn measured(service: Service, item: &str, units: f64, trigger: RuleTrigger) -> (f64, Option<String>) {
        let (site, _) = load(&Request::new("examples/container-site/facility.yaml")).expect("the example is valid");
        let text = include_str!("../../../tests/fixtures/plan.json");
        let mut plan: Plan = serde_json::from_str(text).expect("the fixture follows the schema");
        plan.banks.truncate(1);
        let bank = &mut plan.banks[0];
        bank.service = service;
        bank.chosen.kept.clear();
        (bank.chosen.item, bank.chosen.units) = (Some(item.to_owned()), units);
        let basis = Basis {
            site: &site,
            conditions: &Conditions::of(&site),
            loads: &[],
            halls: &plan.halls,
            requirements: &[],
            banks: &plan.banks,
            tasks: &plan.tasks,
            bom: &plan.bom,
            capex: &plan.capex,
        };
        measure(&basis, trigger)
    }

    #[test]
    fn engines_that_carry_load_are_counted_at_all_hours() {
        // Two engines of 4.5 MW at 0.1 g/kWh: 9,000 kW x 8,760 h x 0.1 g = 7,884 kg.
        let (tons, missing) =
            measured(Service::OnSitePower, "on_site_gas_engine_4500kw", 2.0, RuleTrigger::NoxTPerYear);
        assert!((tons - 7.884).abs() < 1e-9 && missing.is_none());
    }

    #[test]
    fn nameplates_count_not_what_the_site_leaves_of_them() {
        let (mw, _) = measured(Service::StandbyPower, "diesel_genset_3000kw", 4.0, RuleTrigger::StandbyMw);
        assert_eq!(mw, 12.0);
        let (liters, missing) = measured(Service::Fuel, "fuel_tank_40000gal", 2.0, RuleTrigger::StoredFuelL);
        assert_eq!(liters, 272_548.0);
        assert!(missing.is_some(), "the oil of transformers is never counted");
    }
}
