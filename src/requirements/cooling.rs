//! Cooling: from the cold plate to the outdoor air.

use crate::domain::Service;
use crate::input::catalog::ParameterId as P;
use crate::physics::thermal::coolant_flow_lpm;
use crate::requirements::derivation::by_rack;
use crate::requirements::{Derivation, HallLoad, HallRule, SiteRule};
use crate::validate::Site;

/// The rules of the halls.
pub const HALL: &[(Service, HallRule)] = &[
    (Service::LiquidCooling, liquid_cooling),
    (Service::TechnologyWater, technology_water),
    (Service::RackBranches, rack_branches),
    (Service::CoolantFill, coolant_fill),
    (Service::AirCooling, air_cooling),
    (Service::ChilledWater, chilled_water),
    (Service::FacilityWater, facility_water),
    (Service::FacilityPiping, facility_piping),
    (Service::WaterTreatment, water_treatment),
    (Service::HeatRejection, heat_rejection),
];

/// The rules of the site.
pub const SITE: &[(Service, SiteRule)] = &[(Service::MakeUpWater, make_up_water)];

/// Flow that the racks need for each kW of liquid heat, L/min.
pub fn lpm_per_kw(site: &Site) -> f64 {
    let rack = &site.target.rack;
    let rise_k = rack.coolant_return_c - rack.coolant_supply_c;
    coolant_flow_lpm(1.0, site.parameter(P::CoolantHeatCapacityKjPerM3K), rise_k)
}

fn liquid_heat(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    let rack = &site.target.rack;
    Derivation::new(load.liquid_kw, formula)
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("p", rack.power_kw, "kW", site.origin("target", "rack.power_kw"))
        .input("f", rack.liquid_share_pct, "%", site.origin("target", "rack.liquid_share_pct"))
}

fn liquid_cooling(site: &Site, load: &HallLoad) -> Derivation {
    let rack = &site.target.rack;
    liquid_heat(site, load, "Q = n p f, at the flow V = Q 60 / (rho c (T_return - T_supply))")
        .input("T_supply", rack.coolant_supply_c, "C", site.origin("target", "rack.coolant_supply_c"))
        .input("T_return", rack.coolant_return_c, "C", site.origin("target", "rack.coolant_return_c"))
        .parameter(site, "rho c", P::CoolantHeatCapacityKjPerM3K, "kJ/(m3 K)")
        .input("V", load.liquid_kw * lpm_per_kw(site), "L/min", "this formula")
        .source("heat balance Q = m c dT; a CDU must pass both its heat and its flow limit")
}

fn technology_water(site: &Site, load: &HallLoad) -> Derivation {
    liquid_heat(site, load, "Q = n p f").source("headers are priced by the liquid heat they carry")
}

fn rack_branches(_: &Site, load: &HallLoad) -> Derivation {
    by_rack(load, "one branch, hose set and leak detection for each rack")
}

fn coolant_fill(site: &Site, load: &HallLoad) -> Derivation {
    let liters = load.liquid_kw * site.parameter(P::CoolantVolumeLPerKw);
    Derivation::new(liters / 1000.0, "V = Q v / 1000")
        .input("Q", load.liquid_kw, "kW", format!("requirement {}.liquid_cooling", load.hall))
        .parameter(site, "v", P::CoolantVolumeLPerKw, "L/kW")
        .source("technology loop volume by heat")
}

/// Heat to the hall's air that does not depend on what is bought: racks, network, house. kW.
fn air_heat_kw(site: &Site, load: &HallLoad) -> f64 {
    load.air_kw + load.network_kw + load.it_kw * site.parameter(P::HouseLoadPct) / 100.0
}

fn air_heat(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    let rack = &site.target.rack;
    Derivation::new(air_heat_kw(site, load), formula)
        .input("P_it", load.it_kw, "kW", format!("requirement {}.rack_power", load.hall))
        .input("f", rack.liquid_share_pct, "%", site.origin("target", "rack.liquid_share_pct"))
        .input("s", site.target.network_share_pct, "%", site.origin("target", "network_share_pct"))
        .parameter(site, "h", P::HouseLoadPct, "%")
}

fn air_cooling(site: &Site, load: &HallLoad) -> Derivation {
    air_heat(site, load, "Q = P_it (1 - f + s + h), plus UPS losses")
        .source("what the coolant does not take, with network, storage and electrical rooms, ends in the air")
}

fn chilled_water(site: &Site, load: &HallLoad) -> Derivation {
    air_heat(site, load, "Q = P_it (1 - f + s + h), plus UPS losses and fan power")
        .source("fan walls need water colder than the warm loop can give on the design day")
}

fn facility_water(site: &Site, load: &HallLoad) -> Derivation {
    liquid_heat(site, load, "Q = n p f, plus CDU pump heat").source("warm facility-water loop at 10 K rise")
}

fn facility_piping(site: &Site, load: &HallLoad) -> Derivation {
    let heat = load.liquid_kw + air_heat_kw(site, load);
    Derivation::new(heat, "Q = Q_liquid + Q_air")
        .input("Q_liquid", load.liquid_kw, "kW", format!("requirement {}.liquid_cooling", load.hall))
        .input("Q_air", air_heat_kw(site, load), "kW", format!("requirement {}.air_cooling, fixed part", load.hall))
        .source("mains of the warm and the cold loop, priced by the heat they carry")
}

fn water_treatment(_: &Site, _: &HallLoad) -> Derivation {
    Derivation::new(3.0, "technology loop, warm facility loop, cold facility loop")
        .source("each closed loop has its own filtration, dosing, expansion and degassing")
}

fn heat_rejection(site: &Site, load: &HallLoad) -> Derivation {
    liquid_heat(site, load, "Q = n p f, plus pump heat, at the design day")
        .input("T_db", site.climate.design_dry_bulb_c, "C", site.origin("facility", "climate.design_dry_bulb_c"))
        .input("T_wb", site.climate.design_wet_bulb_c, "C", site.origin("facility", "climate.design_wet_bulb_c"))
        .source("steady state on the design day; no credit for storage")
}

fn make_up_water(_: &Site, _: &[HallLoad]) -> Option<Derivation> {
    Some(
        Derivation::new(0.0, "only what evaporative plant draws")
            .source("evaporation and blow-down on the design day, from the catalog's rating"),
    )
}
