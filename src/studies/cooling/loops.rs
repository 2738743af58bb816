//! Hydraulics of the loops: flows, heads, pumps, pipes, fillings.

use crate::domain::plan::BankPlan;
use crate::domain::studies::cooling::{
    BufferDuty, CduDuty, Expansion, LoopFill, PipeChoice, TechnologyLoop, WaterLoop,
};
use crate::domain::{Service, Total};
use crate::input::catalog::{Coolant, Item, ParameterId as P};
use crate::physics::hydraulics::{
    expansion_m3, glycol_m3, inside_diameter_mm, pump_power_kw, standard_pipe, velocity_m_per_s, warming_k_per_s,
};
use crate::physics::thermal::{cdu_share, coolant_flow_lpm};
use crate::requirements::conditions::CHILLED_WATER_C;
use crate::requirements::cooling::{
    cold_buffer_m3_per_kw, facility_head_kpa, technology_head_kpa, warm_buffer_m3_per_kw, warm_restart_minutes,
    winter_c,
};
use crate::requirements::rack_flow::fluid;
use crate::requirements::{HallLoad, RackFlow};
use crate::studies::Basis;
use crate::studies::equipment::{carrying_units, drawn_kw, item};
use crate::validate::Site;

/// Temperature at which loops are filled, C.
const FILLING_C: f64 = 20.0;

/// The coolant loop of a hall; nothing where no heat goes to a coolant.
pub fn technology(basis: &Basis, load: &HallLoad) -> Option<TechnologyLoop> {
    let (site, rack) = (basis.site, &basis.site.target.rack);
    let bank = of(basis, load, Service::LiquidCooling).filter(|_| load.liquid_kw > 0.0)?;
    let (cdu, coolant, flow) = (item(site, bank)?, site.coolant(), RackFlow::of(site));
    let fluid = fluid(coolant, rack.coolant_supply_c);
    let (flow_lpm, head_kpa) = (flow.lpm * f64::from(load.racks), technology_head_kpa(site));
    let volume_m3 = of(basis, load, Service::CoolantFill).map_or(0.0, |bank| bank.required);
    let warming = warming_k_per_s(load.liquid_kw, volume_m3, fluid.volumetric_heat_capacity_kj_per_m3_k());
    let duty = duty(site, bank, cdu, load.liquid_kw, flow_lpm)?;
    Some(TechnologyLoop {
        coolant: coolant.id.clone(),
        density_kg_per_m3: fluid.density_kg_per_m3,
        heat_capacity_kj_per_kg_k: fluid.heat_capacity_kj_per_kg_k,
        viscosity_mpa_s: fluid.viscosity_mpa_s,
        supply_c: rack.coolant_supply_c,
        return_c: flow.return_c,
        heat_kw: load.liquid_kw,
        rack_lpm: flow.lpm,
        flow_lpm,
        rack_drop_kpa: flow.pressure_drop_kpa,
        head_kpa,
        pump_kw: pump_kw(site, flow_lpm, head_kpa),
        pump_at_rated_head_kw: pump_kw(site, flow_lpm, duty.head_kpa),
        catalog_kw: drawn_kw(bank),
        cdu: duty,
        header: pipe(site, flow_lpm),
        branch: pipe(site, flow.lpm),
        volume_m3,
        seconds_to_limit: (rack.max_coolant_supply_c - rack.coolant_supply_c) / warming,
        expansion: expansion(coolant, volume_m3, flow.return_c),
    })
}

fn of<'a>(basis: &Basis<'a>, load: &HallLoad, service: Service) -> Option<&'a BankPlan> {
    basis.bank(&load.place(), service)
}

fn duty(site: &Site, bank: &BankPlan, cdu: &Item, heat_kw: f64, flow_lpm: f64) -> Option<CduDuty> {
    let carrying = carrying_units(bank);
    let share = cdu_share(site.parameter(P::CduApproachK), cdu.approach_k.as_ref()?.value);
    Some(CduDuty {
        item: cdu.id.clone(),
        units: bank.chosen.units,
        carrying,
        heat_kw: heat_kw / carrying,
        heat_limit_kw: cdu.capacity.as_ref()?.value * share,
        flow_lpm: flow_lpm / carrying,
        flow_limit_lpm: cdu.flow_lpm.as_ref()?.value,
        head_kpa: cdu.head_kpa.as_ref()?.value,
    })
}

fn pump_kw(site: &Site, flow_lpm: f64, head_kpa: f64) -> f64 {
    pump_power_kw(flow_lpm, head_kpa, site.parameter(P::PumpEfficiencyPct) / 100.0)
}

/// The smallest standard pipe at the design velocity; several where none is wide enough.
fn pipe(site: &Site, flow_lpm: f64) -> PipeChoice {
    let most_m_per_s = site.parameter(P::PipeVelocityMPerS);
    let choice = |pipes: u32| {
        let flow_lpm = flow_lpm / f64::from(pipes);
        let pipe = standard_pipe(inside_diameter_mm(flow_lpm, most_m_per_s))?;
        let velocity_m_per_s = velocity_m_per_s(flow_lpm, pipe.inside_mm);
        Some(PipeChoice { pipes, dn: pipe.dn, inside_mm: pipe.inside_mm, flow_lpm, velocity_m_per_s })
    };
    (1..).find_map(choice).expect("a flow divided often enough fits the widest pipe")
}

/// Growth of a filling up to a temperature, within its coolant's table.
fn expansion(coolant: &Coolant, volume_m3: f64, warmest_c: f64) -> Expansion {
    let ends = (coolant.rows[0].celsius, coolant.rows[coolant.rows.len() - 1].celsius);
    let (from_c, to_c) = (FILLING_C.clamp(ends.0, ends.1), warmest_c.clamp(ends.0, ends.1));
    let density = |celsius| fluid(coolant, celsius).density_kg_per_m3;
    Expansion { from_c, to_c, volume_m3: expansion_m3(volume_m3, density(from_c), density(to_c)) }
}

/// The warm facility-water loop; nothing where no heat goes to a coolant.
pub fn warm(basis: &Basis, load: &HallLoad) -> Option<WaterLoop> {
    let bank = of(basis, load, Service::HeatRejection).filter(|_| load.liquid_kw > 0.0)?;
    Some(water_loop(basis, load, bank.required, basis.conditions.facility_water_c, Service::FacilityWater))
}

/// The loop between chillers and the air side.
pub fn cold(basis: &Basis, load: &HallLoad) -> WaterLoop {
    let heat_kw = of(basis, load, Service::ChilledWater).map_or(0.0, |bank| bank.required);
    water_loop(basis, load, heat_kw, CHILLED_WATER_C, Service::ChilledCirculation)
}

/// A loop with the pumps of a service.
fn water_loop(basis: &Basis, load: &HallLoad, heat_kw: f64, supply_c: f64, pumps: Service) -> WaterLoop {
    let (site, coolant) = (basis.site, filling(basis, load));
    let pumps = of(basis, load, pumps);
    let (rise_k, head_kpa) = (site.parameter(P::FacilityWaterRiseK), facility_head_kpa(site, supply_c));
    let flow_lpm = coolant_flow_lpm(heat_kw, fluid(coolant, supply_c).volumetric_heat_capacity_kj_per_m3_k(), rise_k);
    WaterLoop {
        coolant: coolant.id.clone(),
        heat_kw,
        supply_c,
        rise_k,
        flow_lpm,
        head_kpa,
        pump_kw: pump_kw(site, flow_lpm, head_kpa),
        catalog_kw: pumps.map_or(0.0, drawn_kw),
        main: pipe(site, flow_lpm),
    }
}

/// What the facility loops are filled with, as far as the catalogs know it; else water.
fn filling<'a>(basis: &Basis<'a>, load: &HallLoad) -> &'a Coolant {
    let fill = of(basis, load, Service::FacilityFill).and_then(|bank| item(basis.site, bank));
    let id = fill.and_then(|item| item.coolant.as_deref()).unwrap_or("water");
    &basis.site.catalog.coolants[id]
}

/// The filling of both facility loops.
pub fn fill(basis: &Basis, load: &HallLoad) -> LoopFill {
    let (site, coolant) = (basis.site, filling(basis, load));
    let bank = of(basis, load, Service::FacilityFill);
    let (item, volume_m3) = (bank.and_then(|bank| item(site, bank)), bank.map_or(0.0, |bank| bank.required));
    let known = item.is_some_and(|item| item.coolant.is_some());
    let antifreeze_pct = known.then_some(coolant.antifreeze_pct);
    let warmest_c = basis.conditions.facility_water_c + site.parameter(P::FacilityWaterRiseK);
    LoopFill {
        item: item.map(|item| item.id.clone()),
        volume_m3,
        antifreeze_pct,
        antifreeze_m3: antifreeze_pct.map(|pct| glycol_m3(volume_m3, pct)),
        freeze_c: item.and_then(|item| Some(item.freeze_c.as_ref()?.value)),
        winter_c: winter_c(site),
        expansion: expansion(coolant, volume_m3, warmest_c),
    }
}

/// The tanks against the minutes asked for, each loop by its own heat.
pub fn buffer(basis: &Basis, load: &HallLoad) -> Option<BufferDuty> {
    let site = basis.site;
    let of_service = |service| of(basis, load, service).filter(|bank| bank.required > 0.0);
    let (warm, cold) = (of_service(Service::ThermalBuffer), of_service(Service::ChilledBuffer));
    let sum = |of: fn(&BankPlan) -> f64| warm.into_iter().chain(cold).map(of).total();
    let bridged = |minutes: f64, tanks: Option<&BankPlan>, heat: Service, m3_per_kw: f64| {
        let heat_kw = of_service(heat).map(|bank| bank.required);
        tanks.zip(heat_kw).map_or(minutes, |(tanks, kw)| minutes * tanks.chosen.usable / (kw * m3_per_kw))
    };
    let rejection = of_service(Service::HeatRejection).and_then(|bank| item(site, bank));
    let (fans, compressors) = (site.parameter(P::CoolerRestartMinutes), site.parameter(P::ChillerRestartMinutes));
    (warm.is_some() || cold.is_some()).then(|| BufferDuty {
        needed_m3: sum(|bank| bank.required),
        chosen_m3: sum(|bank| bank.chosen.usable),
        warm_minutes_needed: warm_restart_minutes(site, rejection),
        warm_minutes: bridged(fans, warm, Service::HeatRejection, warm_buffer_m3_per_kw(site)),
        cold_minutes_needed: compressors,
        cold_minutes: bridged(compressors, cold, Service::ChilledWater, cold_buffer_m3_per_kw(site)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Request;
    use crate::validate::load;

    fn barn() -> Site {
        load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid").0
    }

    #[test]
    fn pipes_are_those_of_a_published_loop() {
        // nVent lays DN100 for 925 L/min at 2 m/s.
        let main = pipe(&barn(), 925.0);
        assert_eq!((main.pipes, main.dn), (1, 100));
        assert!(main.velocity_m_per_s <= 2.0);
    }

    #[test]
    fn flows_beyond_the_widest_pipe_are_shared() {
        let main = pipe(&barn(), 200_000.0);
        assert_eq!((main.pipes, main.flow_lpm), (2, 100_000.0));
        assert_eq!(pipe(&barn(), 0.0).velocity_m_per_s, 0.0);
    }

    #[test]
    fn water_grows_as_steam_tables_say() {
        // 998.2 to 988.0 kg/m3: 1.03 %.
        let growth = expansion(&barn().catalog.coolants["water"], 100.0, 50.0);
        assert!((growth.volume_m3 - 1.03).abs() < 0.01, "{growth:?}");
    }
}
