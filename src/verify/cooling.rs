//! The cooling study: principles against the ratings, loops against heat balances, pipes against their velocity.

use super::balance::warm_restart;
use super::facts::Facts;
use super::rating::{facility_head_kpa, outdoors};
use super::report::Report;
use super::words::said;
use crate::domain::studies::cooling::{
    AirSide, BufferDuty, HallCooling, HeatRejectionPrinciple, LoopFill, PipeChoice, PrincipleCheck, TechnologyLoop,
    WaterLoop,
};
use crate::domain::{Place, Service};
use crate::gap::rating::FARTHEST_WATER_K;
use crate::input::catalog::{Coolant, Item, ParameterId as P};
use crate::input::facility::AssetKind;
use crate::physics::air::saturation_kpa;
use crate::physics::hydraulics::PIPES;
use crate::requirements::conditions::CHILLED_WATER_C;
use crate::requirements::cooling::{technology_head_kpa, winter_c};
use crate::requirements::rack_flow::fluid;
use crate::requirements::{HallLoad, RackFlow};

/// Principles are judged as the rating rules judge the catalogs' items, and chosen where the plan has them.
pub fn principles(facts: &Facts, report: &mut Report) {
    let any_liquid = facts.loads.iter().any(|load| load.liquid_kw > 0.0);
    let known = HeatRejectionPrinciple::ALL.into_iter();
    let known = known.filter(|principle| any_liquid && !items(facts, *principle).is_empty());
    let claimed = facts.plan.studies.cooling.principles.iter().map(|check| check.principle);
    report.expect(claimed.eq(known), "studies.cooling", || "has not one row for each principle".to_owned());
    for check in &facts.plan.studies.cooling.principles {
        principle(facts, check, report);
    }
}

fn items<'a>(facts: &Facts<'a>, principle: HeatRejectionPrinciple) -> Vec<&'a Item> {
    let works_by_it = |item: &&Item| item.heat_rejection.as_ref().is_some_and(|rating| rating.principle == principle);
    facts.site.catalog.items_for(Service::HeatRejection).filter(works_by_it).collect()
}

fn principle(facts: &Facts, check: &PrincipleCheck, report: &mut Report) {
    temperatures(facts, check, report);
    shares(facts, check, report);
    let (subject, places) = (check.principle.label(), facts.loads.iter().map(HallLoad::place));
    let chosen: Vec<Place> = places.filter(|place| works(facts, place, check)).collect();
    report.expect(chosen == check.chosen_in, subject, || {
        format!("is chosen in {} and should be in {}", said(&check.chosen_in), said(&chosen))
    });
}

/// Towers stand in the wet bulb; chillers are held to the warmest air and the coldest water of their ratings.
fn temperatures(facts: &Facts, check: &PrincipleCheck, report: &mut Report) {
    let (subject, climate) = (check.principle.label(), &facts.site.climate);
    let air_c = facts.conditions.air_c(check.principle);
    let (coldest_c, room_k) = match check.principle {
        HeatRejectionPrinciple::Chiller => {
            let warmest_air_c = -least(facts, check.principle, |_, air_c| -air_c);
            (least(facts, check.principle, |water_c, _| water_c) - FARTHEST_WATER_K, warmest_air_c - air_c)
        }
        _ => {
            let coldest_c = air_c + least(facts, check.principle, |water_c, air_c| water_c - air_c);
            (coldest_c, facts.conditions.facility_water_c - coldest_c)
        }
    };
    let day_c = match check.principle {
        HeatRejectionPrinciple::Evaporative => climate.evaporation_wet_bulb_c.unwrap_or(climate.design_wet_bulb_c),
        _ => climate.design_dry_bulb_c,
    };
    report.equal(subject, "air, C,", check.air_c, air_c);
    report.equal(subject, "the coldest water, C,", check.coldest_water_c, coldest_c);
    report.equal(subject, "the day of full rating, C,", check.full_rating_to_c, day_c + room_k);
    match (check.principle, check.full_rating_supply_c) {
        (HeatRejectionPrinciple::Chiller, None) => {}
        (HeatRejectionPrinciple::Chiller, Some(_)) | (_, None) => report.wrong(subject, "has a wrong supply"),
        (_, Some(supply_c)) => {
            let needed_c = coldest_c + facts.site.parameter(P::CduApproachK);
            report.equal(subject, "the supply of full rating, C,", supply_c, needed_c);
        }
    }
}

/// The least of a value over the leaving water and entering air (C) of all ratings.
fn least(facts: &Facts, principle: HeatRejectionPrinciple, value: fn(f64, f64) -> f64) -> f64 {
    let items = items(facts, principle).into_iter();
    let ratings = items.filter_map(|item| item.heat_rejection.as_ref());
    ratings.map(|rating| value(rating.leaving_water_c.value, rating.entering_air_c.value)).fold(f64::INFINITY, f64::min)
}

fn shares(facts: &Facts, check: &PrincipleCheck, report: &mut Report) {
    let (subject, rack) = (check.principle.label(), &facts.site.target.rack);
    let at = |supply_c: f64| most(facts, check.principle, supply_c - facts.site.parameter(P::CduApproachK));
    let (planned, warmest) = (at(rack.coolant_supply_c), at(rack.max_coolant_supply_c));
    report.equal(subject, "share of rating, %,", check.share_pct, planned.0);
    report.equal(subject, "share with the warmest coolant, %,", check.share_at_warmest_pct, warmest.0);
    report.equal(subject, "water, m3 a day,", check.water_m3_per_day, planned.1);
    report.equal(subject, "water with the warmest coolant, m3 a day,", check.water_at_warmest_m3_per_day, warmest.1);
    report.expect(check.best_item.is_some() == (planned.0 > 0.0), subject, || "names a wrong item".to_owned());
}

/// The greatest share of rating that an item gives, percent, and the water of the first item that gives it, m3 a day.
fn most(facts: &Facts, principle: HeatRejectionPrinciple, water_c: f64) -> (f64, f64) {
    let mut most = (0.0, 0.0);
    for item in items(facts, principle) {
        let (Some(capacity), Ok(usable)) = (&item.capacity, outdoors(facts, item, water_c)) else { continue };
        let pct = usable / capacity.value * 100.0;
        // Items of one rating point differ by the last digits of their capacity alone.
        if pct > most.0 + 1e-9 {
            most = (pct, water_m3(facts, item, usable));
        }
    }
    most
}

fn water_m3(facts: &Facts, item: &Item, usable_kw: f64) -> f64 {
    let each = item.water_m3_per_day.as_ref().map_or(0.0, |figure| figure.value);
    let banks = facts.loads.iter().filter_map(|load| facts.bank_of(&load.place(), Service::HeatRejection));
    banks.map(|bank| (bank.required / usable_kw - 1e-9).ceil() * each).sum()
}

fn works(facts: &Facts, place: &Place, check: &PrincipleCheck) -> bool {
    let Some(bank) = facts.bank_of(place, Service::HeatRejection) else { return false };
    let new = facts.item(&bank.chosen).and_then(|item| item.heat_rejection.as_ref()).map(|rating| rating.principle);
    let kind = match check.principle {
        HeatRejectionPrinciple::Dry => Some(AssetKind::DryCooler),
        HeatRejectionPrinciple::Evaporative => Some(AssetKind::EvaporativeTower),
        _ => None,
    };
    let is_kept = |id: &str| facts.site.assets.iter().any(|asset| asset.id == id && Some(asset.kind) == kind);
    new == Some(check.principle) && bank.chosen.units > 0.0 || bank.chosen.kept.iter().any(|kept| is_kept(&kept.asset))
}

/// The halls of the study with their loads.
fn halls<'a>(facts: &'a Facts, report: &mut Report) -> Vec<(&'a HallLoad, &'a HallCooling)> {
    let halls = &facts.plan.studies.cooling.halls;
    let same = facts.loads.iter().map(HallLoad::place).eq(halls.iter().map(|hall| hall.place.clone()));
    report.expect(same, "studies.cooling", || "its halls are not those that are converted".to_owned());
    if same { facts.loads.iter().zip(halls).collect() } else { Vec::new() }
}

/// Pipes are the smallest of the standard that keep the design velocity.
pub fn pipes(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        let of_coolant = |tech: &TechnologyLoop| [(tech.header, tech.flow_lpm), (tech.branch, tech.rack_lpm)];
        let of_coolant = hall.technology.iter().flat_map(of_coolant);
        let of_water = hall.warm_loop.iter().chain([&hall.cold_loop]).map(|water| (water.main, water.flow_lpm));
        for (pipe, flow_lpm) in of_coolant.chain(of_water) {
            smallest(facts, &load.hall, &pipe, flow_lpm, report);
        }
    }
}

fn smallest(facts: &Facts, hall: &str, pipe: &PipeChoice, flow_lpm: f64, report: &mut Report) {
    let most = facts.site.parameter(P::PipeVelocityMPerS);
    let velocity =
        |inside_mm: f64, lpm: f64| lpm / 60_000.0 / (std::f64::consts::FRAC_PI_4 * (inside_mm / 1000.0).powi(2));
    report.equal(hall, "flow of its pipes, L/min,", pipe.flow_lpm * f64::from(pipe.pipes), flow_lpm);
    report.equal(hall, "velocity, m/s,", pipe.velocity_m_per_s, velocity(pipe.inside_mm, pipe.flow_lpm));
    report.at_most(hall, "velocity, m/s,", pipe.velocity_m_per_s, most);
    let Some(size) = PIPES.iter().position(|own| own.dn == pipe.dn && own.inside_mm == pipe.inside_mm) else {
        return report.wrong(hall, format!("DN{} is no standard pipe", pipe.dn));
    };
    let too_fast = |smaller: Option<f64>, lpm: f64| smaller.is_none_or(|inside_mm| velocity(inside_mm, lpm) > most);
    let next = size.checked_sub(1).map(|smaller| PIPES[smaller].inside_mm);
    let fewer = (pipe.pipes > 1).then(|| flow_lpm / f64::from(pipe.pipes - 1));
    let widest = PIPES.last().map(|widest| widest.inside_mm);
    let least = too_fast(next, pipe.flow_lpm) && fewer.is_none_or(|lpm| too_fast(widest, lpm));
    report.expect(least, hall, || format!("{} x DN{} is more than the flow needs", pipe.pipes, pipe.dn));
}

/// Flows carry their heat, pumps make flow and head, and CDUs stay within their ratings.
pub fn loops(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        let has_coolant = load.liquid_kw > 0.0;
        let as_needed = hall.technology.is_some() == has_coolant && hall.warm_loop.is_some() == has_coolant;
        report.expect(as_needed, &load.hall, || "has a loop too many or too few".to_owned());
        if let Some(tech) = &hall.technology {
            coolant_loop(facts, load, tech, report);
        }
        let coolant = filling(facts, load);
        let supply_c = facts.conditions.facility_water_c;
        if let Some(water) = &hall.warm_loop {
            water_loop(facts, load, water, (coolant, supply_c, Service::HeatRejection), report);
        }
        water_loop(facts, load, &hall.cold_loop, (coolant, CHILLED_WATER_C, Service::ChilledWater), report);
        filled(facts, load, &hall.fill, report);
    }
}

fn required(facts: &Facts, load: &HallLoad, service: Service) -> f64 {
    facts.bank_of(&load.place(), service).map_or(0.0, |bank| bank.required)
}

fn pump_kw(facts: &Facts, flow_lpm: f64, head_kpa: f64) -> f64 {
    flow_lpm / 60_000.0 * head_kpa * 100.0 / facts.site.parameter(P::PumpEfficiencyPct)
}

fn coolant_loop(facts: &Facts, load: &HallLoad, tech: &TechnologyLoop, report: &mut Report) {
    let (hall, rack, cdu) = (load.hall.as_str(), &facts.site.target.rack, &tech.cdu);
    let carries = tech.density_kg_per_m3 * tech.heat_capacity_kj_per_kg_k;
    let properties = fluid(facts.site.coolant(), rack.coolant_supply_c);
    report.equal(hall, "heat capacity, kJ/(m3 K),", carries, properties.volumetric_heat_capacity_kj_per_m3_k());
    report.equal(hall, "coolant flow, L/min,", tech.flow_lpm, RackFlow::of(facts.site).lpm * f64::from(load.racks));
    let carried_kw = tech.flow_lpm / 60_000.0 * carries * (tech.return_c - tech.supply_c);
    report.equal(hall, "heat of the coolant, kW,", tech.heat_kw, load.liquid_kw);
    report.equal(hall, "heat that the coolant carries, kW,", carried_kw, load.liquid_kw);
    report.equal(hall, "head, kPa,", tech.head_kpa, technology_head_kpa(facts.site));
    report.equal(hall, "pumps, kW,", tech.pump_kw, pump_kw(facts, tech.flow_lpm, tech.head_kpa));
    report.equal(hall, "heat of all CDUs, kW,", cdu.heat_kw * cdu.carrying, load.liquid_kw);
    report.equal(hall, "flow of all CDUs, L/min,", cdu.flow_lpm * cdu.carrying, tech.flow_lpm);
    report.at_most(hall, "heat of a CDU, kW,", cdu.heat_kw, cdu.heat_limit_kw);
    report.at_most(hall, "flow of a CDU, L/min,", cdu.flow_lpm, cdu.flow_limit_lpm);
    report.at_least(hall, "head of a CDU, kPa,", cdu.head_kpa, tech.head_kpa);
    report.at_most(hall, "CDUs that carry,", cdu.carrying, cdu.units);
    report.equal(hall, "coolant, m3,", tech.volume_m3, required(facts, load, Service::CoolantFill));
    let stored_kj = tech.volume_m3 * carries * (rack.max_coolant_supply_c - rack.coolant_supply_c);
    report.equal(hall, "heat until the limit, kJ,", tech.seconds_to_limit * load.liquid_kw, stored_kj);
}

fn water_loop(
    facts: &Facts,
    load: &HallLoad,
    water: &WaterLoop,
    (coolant, supply_c, service): (&Coolant, f64, Service),
    report: &mut Report,
) {
    let hall = load.hall.as_str();
    let carries = fluid(coolant, supply_c).volumetric_heat_capacity_kj_per_m3_k();
    report.expect(water.coolant == coolant.id, hall, || format!("its loops are filled with {}", coolant.id));
    report.equal(hall, "supply, C,", water.supply_c, supply_c);
    report.equal(hall, "rise, K,", water.rise_k, facts.site.parameter(P::FacilityWaterRiseK));
    report.equal(hall, "heat of the water, kW,", water.heat_kw, required(facts, load, service));
    let carried_kw = water.flow_lpm / 60_000.0 * carries * water.rise_k;
    report.equal(hall, "heat that the water carries, kW,", carried_kw, water.heat_kw);
    report.equal(hall, "head, kPa,", water.head_kpa, facility_head_kpa(facts.site, coolant, supply_c));
    report.equal(hall, "pumps, kW,", water.pump_kw, pump_kw(facts, water.flow_lpm, water.head_kpa));
}

fn filling<'a>(facts: &Facts<'a>, load: &HallLoad) -> &'a Coolant {
    let item = facts.bank_of(&load.place(), Service::FacilityFill).and_then(|bank| facts.item(&bank.chosen));
    &facts.site.catalog.coolants[item.and_then(|item| item.coolant.as_deref()).unwrap_or("water")]
}

fn filled(facts: &Facts, load: &HallLoad, fill: &LoopFill, report: &mut Report) {
    let hall = load.hall.as_str();
    report.equal(hall, "filling, m3,", fill.volume_m3, required(facts, load, Service::FacilityFill));
    if let (Some(pct), Some(volume_m3)) = (fill.antifreeze_pct, fill.antifreeze_m3) {
        report.equal(hall, "antifreeze, %,", pct, filling(facts, load).antifreeze_pct);
        report.equal(hall, "antifreeze, m3,", volume_m3, fill.volume_m3 * pct / 100.0);
    }
    report.equal(hall, "winter, C,", fill.winter_c, winter_c(facts.site));
    report.at_most(hall, "freezing point, C,", fill.freeze_c.unwrap_or(f64::NEG_INFINITY), fill.winter_c);
    let density = |celsius| fluid(filling(facts, load), celsius).density_kg_per_m3;
    let grown_m3 = fill.volume_m3 * density(fill.expansion.from_c) / density(fill.expansion.to_c);
    report.equal(hall, "grown filling, m3,", fill.volume_m3 + fill.expansion.volume_m3, grown_m3);
}

/// The minutes that the tanks bridge, from their volume and the heat of their loop.
pub fn buffer(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        let needed_m3 = required(facts, load, Service::ThermalBuffer) + required(facts, load, Service::ChilledBuffer);
        report.expect(hall.buffer.is_some() == (needed_m3 > 0.0), &load.hall, || "has tanks, or lacks them".to_owned());
        let Some(buffer) = &hall.buffer else { continue };
        report.equal(&load.hall, "tanks needed, m3,", buffer.needed_m3, needed_m3);
        let tanks_m3 = |service| facts.bank_of(&load.place(), service).map_or(0.0, |bank| bank.chosen.usable);
        let chosen_m3 = tanks_m3(Service::ThermalBuffer) + tanks_m3(Service::ChilledBuffer);
        report.equal(&load.hall, "tanks, m3,", buffer.chosen_m3, chosen_m3);
        let asked = facts.site.parameter(warm_restart(facts, load));
        report.equal(&load.hall, "minutes of a restart in the warm loop", buffer.warm_minutes_needed, asked);
        bridged(facts, load, buffer, report);
    }
}

fn bridged(facts: &Facts, load: &HallLoad, buffer: &BufferDuty, report: &mut Report) {
    let (site, rack, hall) = (facts.site, &facts.site.target.rack, load.hall.as_str());
    let carries = fluid(filling(facts, load), rack.coolant_supply_c).volumetric_heat_capacity_kj_per_m3_k();
    let warm_k = (rack.max_coolant_supply_c - rack.coolant_supply_c).max(1.0);
    let cold_k = site.parameter(P::ChilledWaterRiseLimitK);
    let loops = [
        (buffer.warm_minutes, Service::HeatRejection, Service::ThermalBuffer, warm_k),
        (buffer.cold_minutes, Service::ChilledWater, Service::ChilledBuffer, cold_k),
    ];
    for (minutes, heat, tanks, rise_k) in loops {
        let heat_kw = required(facts, load, heat);
        if heat_kw > 0.0 {
            let usable_m3 = facts.bank_of(&load.place(), tanks).map_or(0.0, |bank| bank.chosen.usable);
            report.equal(hall, "minutes that the tanks bridge", minutes, usable_m3 * carries * rise_k / heat_kw / 60.0);
        }
    }
}

/// The air's heat has its sources, its flow carries it, and the dew point is that of the room.
pub fn air(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        air_side(facts, load, &hall.air, report);
    }
}

fn air_side(facts: &Facts, load: &HallLoad, air: &AirSide, report: &mut Report) {
    let hall = load.hall.as_str();
    report.equal(hall, "heat of the air, kW,", air.heat_kw, required(facts, load, Service::AirCooling));
    let sources_kw: f64 = air.sources.iter().map(|source| source.heat_kw).sum();
    report.equal(hall, "heat of all sources, kW,", sources_kw, air.heat_kw);
    // Standard atmosphere, dry air; kelvin, kilopascal.
    let pressure_kpa = 101.325 * (1.0 - 2.25577e-5 * facts.site.elevation_m).powf(5.25588);
    report.equal(
        hall,
        "density of the air, kg/m3,",
        air.density_kg_per_m3,
        pressure_kpa / 0.287_055 / (air.room_c + 273.15),
    );
    let carried_kw = air.flow_m3_per_s * air.density_kg_per_m3 * 1.005 * air.rise_k;
    report.equal(hall, "heat that the air carries, kW,", carried_kw, air.heat_kw);
    let vapor_kpa = saturation_kpa(air.room_c) * air.humidity_pct / 100.0;
    report.equal(hall, "vapor at the dew point, kPa,", saturation_kpa(air.dew_point_c), vapor_kpa);
    report.equal(hall, "room, C,", air.room_c, facts.site.parameter(P::RoomAirC));
    report.equal(hall, "humidity, %,", air.humidity_pct, facts.site.parameter(P::RoomHumidityPct));
}
