//! Cooling: from the cold plate to the outdoor air.

use crate::domain::Service;
use crate::input::catalog::{Coolant, HeatRejectionPrinciple, Item, ParameterId as P};
use crate::physics::hydraulics::pressure_drop_of_fluid_share;
use crate::requirements::conditions::{CHILLED_WATER_C, warm_water_c};
use crate::requirements::derivation::by_rack;
use crate::requirements::rack_flow::{RackFlow, fluid};
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
    (Service::ChilledCirculation, chilled_circulation),
    (Service::FacilityPiping, facility_piping),
    (Service::FacilityFill, facility_fill),
    (Service::ThermalBuffer, thermal_buffer),
    (Service::ChilledBuffer, chilled_buffer),
    (Service::WaterTreatment, water_treatment),
    (Service::HeatRejection, heat_rejection),
];

/// The rules of the site.
pub const SITE: &[(Service, SiteRule)] = &[(Service::MakeUpWater, make_up_water)];

/// Flow that the racks need for each kW of liquid heat, L/min; nothing where no heat goes to the coolant.
pub fn lpm_per_kw(site: &Site) -> f64 {
    let rack = &site.target.rack;
    match rack.power_kw * rack.liquid_share_pct / 100.0 {
        0.0 => 0.0,
        heat_kw => RackFlow::of(site).lpm / heat_kw,
    }
}

/// Head that a CDU must leave for racks, branches and headers, kPa; a rack whose drop is not published counts nothing,
/// and the report says so.
pub fn technology_head_kpa(site: &Site) -> f64 {
    RackFlow::of(site).pressure_drop_kpa.unwrap_or(0.0) + site.parameter(P::TechnologyLoopKpa)
}

/// Coldest winter the facility loops must bear, C: the facility's, else its coldest bin, else the catalogs' guess.
pub fn winter_c(site: &Site) -> f64 {
    let coldest = || {
        let bins = &site.year.as_ref()?.bins;
        bins.iter().map(|bin| bin.dry_bulb_c).reduce(f64::min)
    };
    site.climate.extreme_low_c.or_else(coldest).unwrap_or_else(|| site.parameter(P::UnknownWinterC))
}

/// The fill of the facility loops with no more antifreeze than the winter asks for; nothing where none is priced and stays liquid.
pub fn facility_fill_item(site: &Site) -> Option<&Item> {
    let fills = site.catalog.items_for(Service::FacilityFill).filter(|item| item.cost_usd.is_some());
    let freezes_c = |item: &&Item| item.freeze_c.as_ref().map_or(f64::INFINITY, |figure| figure.value);
    let liquid = fills.filter(|item| freezes_c(item) <= winter_c(site));
    liquid.max_by(|a, b| freezes_c(a).total_cmp(&freezes_c(b)))
}

/// Pressure that the fill of the facility loops loses in pipes, over that of water, at the temperature of a loop.
fn facility_pipe_share(site: &Site, celsius: f64) -> f64 {
    let water = fluid(&site.catalog.coolants["water"], celsius);
    let fill = facility_fill_item(site).and_then(|item| site.catalog.coolants.get(item.coolant.as_ref()?));
    fill.map(|fill| fluid(fill, celsius)).map_or(1.0, |fill| {
        pressure_drop_of_fluid_share(
            fill.density_kg_per_m3 / water.density_kg_per_m3,
            fill.viscosity_mpa_s / water.viscosity_mpa_s,
        )
    })
}

/// Head that the pumps of a facility loop must leave with its fill at the temperature of its supply, kPa.
pub fn facility_head_kpa(site: &Site, celsius: f64) -> f64 {
    let (loop_kpa, pipe_kpa) = (site.parameter(P::FacilityLoopKpa), site.parameter(P::FacilityPipeKpa));
    loop_kpa + pipe_kpa * (facility_pipe_share(site, celsius) - 1.0)
}

/// The head of a loop with what it comes from.
fn with_head(site: &Site, derivation: Derivation, celsius: f64) -> Derivation {
    let fill = facility_fill_item(site).map_or("water", |item| item.coolant.as_deref().unwrap_or("water"));
    derivation
        .parameter(site, "H_w", P::FacilityLoopKpa, "kPa")
        .parameter(site, "H_p", P::FacilityPipeKpa, "kPa")
        .input(
            "k",
            facility_pipe_share(site, celsius),
            "",
            format!("(rho / rho_w)^0.75 (mu / mu_w)^0.25 of {fill} at {celsius} C"),
        )
        .input("H", facility_head_kpa(site, celsius), "kPa", "head of the pumps: H_w + H_p (k - 1)")
}

/// Heat that the facility loops' fill carries for that of water at the same flow and rise.
pub fn facility_fill_share(site: &Site) -> f64 {
    let carries =
        |coolant: &Coolant| fluid(coolant, site.target.rack.coolant_supply_c).volumetric_heat_capacity_kj_per_m3_k();
    let fill = facility_fill_item(site).and_then(|item| site.catalog.coolants.get(item.coolant.as_ref()?));
    fill.map_or(1.0, |fill| carries(fill) / carries(&site.catalog.coolants["water"]))
}

fn liquid_heat(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    let rack = &site.target.rack;
    Derivation::new(formula)
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("p", rack.power_kw, "kW", site.origin("target", "rack.power_kw"))
        .input("f", rack.liquid_share_pct, "%", site.origin("target", "rack.liquid_share_pct"))
}

fn liquid_cooling(site: &Site, load: &HallLoad) -> Derivation {
    let flow = RackFlow::of(site);
    let (coolant, rack) = (site.coolant(), &site.target.rack);
    let from = if rack.flow_table.is_some() { "rack.flow_table" } else { "rack.coolant_return_c" };
    liquid_heat(site, load, "Q = n * p * f / 100")
        .input("V_rack", flow.lpm, "L/min", site.origin("target", from))
        .input("T_supply", rack.coolant_supply_c, "C", site.origin("target", "rack.coolant_supply_c"))
        .input("T_return", flow.return_c, "C", "heat balance over the rack at that flow")
        .input(
            "rho_c",
            fluid(coolant, rack.coolant_supply_c).volumetric_heat_capacity_kj_per_m3_k(),
            "kJ/(m3 K)",
            format!("catalog coolant {} ({})", coolant.id, coolant.sources.join(", ")),
        )
        .input("dp", technology_head_kpa(site), "kPa", "racks by their table, and the loop outside")
        .source("heat balance Q = m c dT; a CDU must pass its heat, its flow and its head")
}

fn technology_water(site: &Site, load: &HallLoad) -> Derivation {
    liquid_heat(site, load, "Q = n * p * f / 100").source("headers are priced by the liquid heat they carry")
}

fn rack_branches(site: &Site, load: &HallLoad) -> Derivation {
    if site.target.rack.liquid_share_pct == 0.0 {
        return Derivation::new("n").input("n", 0.0, "racks", "no heat goes to a coolant").source("air-cooled racks");
    }
    by_rack(load, "one branch, hose set and leak detection for each rack")
}

fn coolant_fill(site: &Site, load: &HallLoad) -> Derivation {
    liquid_heat(site, load, "V = n * p * f / 100 * v / 1000")
        .parameter(site, "v", P::CoolantVolumeLPerKw, "L/kW")
        .source("technology loop volume by heat")
}

fn air_heat(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    liquid_heat(site, load, formula)
        .input("s", site.target.network_share_pct, "%", site.origin("target", "network_share_pct"))
        .parameter(site, "h", P::HouseLoadPct, "%")
}

fn air_cooling(site: &Site, load: &HallLoad) -> Derivation {
    air_heat(site, load, "Q = n * p * (100 - f + s + h) / 100")
        .drawn_by("losses of busway, UPS, boards and transformers indoors")
        .source("what the coolant does not take, with network, storage and electrical rooms, ends in the air")
}

fn chilled_water(site: &Site, load: &HallLoad) -> Derivation {
    air_heat(site, load, "Q = n * p * (100 - f + s + h) / 100")
        .drawn_by("losses indoors and fan power")
        .source("fan walls need water colder than the warm loop can give on the design day")
}

fn facility_water(site: &Site, load: &HallLoad) -> Derivation {
    with_head(site, liquid_heat(site, load, "Q = n * p * f / 100"), warm_water_c(site))
        .drawn_by("heat of CDU pumps")
        .source("pumps of the warm loop at its design rise; head by Darcy-Weisbach with the friction of Blasius (1913)")
}

fn chilled_circulation(site: &Site, load: &HallLoad) -> Derivation {
    with_head(site, air_heat(site, load, "Q = n * p * (100 - f + s + h) / 100"), CHILLED_WATER_C)
        .drawn_by("losses indoors and fan power")
        .source(
            "pumps of the chilled loop at its design rise; head by Darcy-Weisbach with the friction of Blasius (1913)",
        )
}

fn facility_piping(site: &Site, load: &HallLoad) -> Derivation {
    air_heat(site, load, "Q = n * p * (100 + s + h) / 100")
        .source("mains of the warm and the cold loop, priced by the heat they carry")
}

fn facility_fill(site: &Site, load: &HallLoad) -> Derivation {
    air_heat(site, load, "V = n * p * (100 + s + h) / 100 * v / 1000")
        .parameter(site, "v", P::FacilityVolumeLPerKw, "L/kW")
        .input("T_winter", winter_c(site), "C", "facility, climate; else the coldest bin, else a catalog parameter")
        .drawn_by("the volume of buffer tanks")
        .source("volume of mains, coils and exchangers by heat; antifreeze where the winter asks for it")
}

/// Water that holds a heat within its rise for the minutes of a restart, m3 for each kW.
fn buffer_m3_per_kw(site: &Site, minutes: f64, rise_k: f64) -> f64 {
    let water = &site.catalog.coolants["water"];
    let of_water = fluid(water, site.target.rack.coolant_supply_c).volumetric_heat_capacity_kj_per_m3_k();
    minutes * 60.0 / rise_k / (of_water * facility_fill_share(site))
}

/// The rise that the racks' coolant has left, K; at least one.
fn coolant_rise_left_k(site: &Site) -> f64 {
    (site.target.rack.max_coolant_supply_c - site.target.rack.coolant_supply_c).max(1.0)
}

/// Warm water for each kW of heat rejection, m3: until coolers run again on generators the coolant warms up to its limit.
pub fn warm_buffer_m3_per_kw(site: &Site) -> f64 {
    buffer_m3_per_kw(site, site.parameter(P::CoolerRestartMinutes), coolant_rise_left_k(site))
}

/// Minutes until plant of the warm loop carries full heat again on generators.
pub fn warm_restart_minutes(site: &Site, item: Option<&Item>) -> f64 {
    let principle = item.and_then(|item| item.heat_rejection.as_ref()).map(|rating| rating.principle);
    let compressors = principle == Some(HeatRejectionPrinciple::Chiller);
    site.parameter(if compressors { P::ChillerRestartMinutes } else { P::CoolerRestartMinutes })
}

/// Warm water for each kW beyond that of coolers, m3, where chillers reject the heat: compressors start later than fans.
pub fn chiller_buffer_m3_per_kw(site: &Site, item: &Item) -> f64 {
    let longer = warm_restart_minutes(site, Some(item)) - site.parameter(P::CoolerRestartMinutes);
    buffer_m3_per_kw(site, longer.max(0.0), coolant_rise_left_k(site))
}

/// Chilled water for each kW of the air side, m3, until chillers run again on generators.
pub fn cold_buffer_m3_per_kw(site: &Site) -> f64 {
    buffer_m3_per_kw(site, site.parameter(P::ChillerRestartMinutes), site.parameter(P::ChilledWaterRiseLimitK))
}

fn buffer(site: &Site, derivation: Derivation, m3_per_kw: f64) -> Derivation {
    let fill = facility_fill_item(site).map_or("water", |item| item.coolant.as_deref().unwrap_or("water"));
    derivation
        .input("v", m3_per_kw, "m3/kW", format!("t 60 / (rho c dT) of {fill}"))
        .drawn_by("the same for what is drawn on the loop, and the longer restart of chillers where they take the heat")
        .source("V = Q t / (rho c dT); pumps run on UPS, coolers and chillers restart on generators")
}

fn thermal_buffer(site: &Site, load: &HallLoad) -> Derivation {
    let derivation =
        liquid_heat(site, load, "V = n * p * f / 100 * v").parameter(site, "t", P::CoolerRestartMinutes, "min").input(
            "dT",
            coolant_rise_left_k(site),
            "K",
            "warmest coolant that the rack accepts less its supply, 1 K at least",
        );
    buffer(site, derivation, warm_buffer_m3_per_kw(site))
}

fn chilled_buffer(site: &Site, load: &HallLoad) -> Derivation {
    let derivation = air_heat(site, load, "V = n * p * (100 - f + s + h) / 100 * v")
        .parameter(site, "t", P::ChillerRestartMinutes, "min")
        .parameter(site, "dT", P::ChilledWaterRiseLimitK, "K");
    buffer(site, derivation, cold_buffer_m3_per_kw(site))
}

fn water_treatment(site: &Site, _: &HallLoad) -> Derivation {
    let loops = if site.target.rack.liquid_share_pct == 0.0 { 1.0 } else { 3.0 };
    Derivation::new("n")
        .input("n", loops, "loops", "technology loop, warm facility loop, cold facility loop, as there are")
        .source("each closed loop has its own filtration, dosing, expansion and degassing")
}

fn heat_rejection(site: &Site, load: &HallLoad) -> Derivation {
    let evaporation = site.climate.evaporation_wet_bulb_c.is_some();
    let wet_bulb = if evaporation { "climate.evaporation_wet_bulb_c" } else { "climate.design_wet_bulb_c" };
    liquid_heat(site, load, "Q = n * p * f / 100")
        .input("T_db", site.climate.design_dry_bulb_c, "C", site.origin("facility", "climate.design_dry_bulb_c"))
        .input("T_wb", site.climate.wet_plant_bulb_c(), "C", site.origin("facility", wet_bulb))
        .drawn_by("heat of CDU and facility-water pumps")
        .source("steady state on the design day; no credit for storage")
}

fn make_up_water(_: &Site, _: &[HallLoad]) -> Option<Derivation> {
    Some(
        Derivation::new("V = 0")
            .drawn_by("evaporation and blow-down of evaporative plant on the design day")
            .source("the catalog's rating of the plant"),
    )
}
