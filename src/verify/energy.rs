//! The energy study: the design day against the grid import, the year against its bins.

use super::facts::Facts;
use super::report::Report;
use crate::domain::Service;
use crate::domain::studies::cooling::HeatRejectionPrinciple;
use crate::domain::studies::energy::{EnergyYear, PlantYear};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::ClimateBin;
use crate::requirements::conditions::CHILLED_WATER_C;

/// Uses are those of the grid import, and PUE is their sum over the IT load.
pub fn design_day(facts: &Facts, report: &mut Report) {
    let study = &facts.plan.studies.energy;
    let it_kw: f64 = facts.loads.iter().map(|load| load.it_kw + load.network_kw).sum();
    let import_kw = facts.bank("site.grid_import").map_or(0.0, |bank| bank.required * 1000.0);
    let uses_kw: f64 = study.uses.iter().map(|used| used.design_kw).sum();
    report.equal("studies.energy", "IT load, MW,", study.it_mw, it_kw / 1000.0);
    report.equal("studies.energy", "all uses, kW,", uses_kw, import_kw);
    report.equal("studies.energy", "PUE on the design day", study.design_pue, import_kw / it_kw);
    let it_uses = study.uses.iter().filter(|used| used.used_for.is_it()).map(|used| used.design_kw);
    report.equal("studies.energy", "uses of IT, kW,", it_uses.sum(), it_kw);
}

/// There is a year where the site has one, with its bins, and no machine runs longer.
pub fn hours(facts: &Facts, report: &mut Report) {
    let (study, site) = (&facts.plan.studies.energy, &facts.site.year);
    report.expect(study.year.is_some() == site.is_some(), "studies.energy", || "has a year, or lacks it".to_owned());
    let (Some(year), Some(site)) = (&study.year, site) else { return };
    let claimed = year.bins.iter().map(|bin| (bin.dry_bulb_c, bin.hours));
    let same = claimed.eq(site.bins.iter().map(|bin| (bin.dry_bulb_c, bin.hours)));
    report.expect(same && year.origin == site.origin, "studies.energy", || "its bins are not the site's".to_owned());
    report.equal("studies.energy", "hours of the year", year.bins.iter().map(|bin| bin.hours).sum(), 8760.0);
    for plant in &year.plants {
        report.at_most(&plant.plant, "wet hours", plant.wet_hours, 8760.0);
        let least_c = leaving_c(facts, plant) - facts.site.parameter(P::FreeCoolingApproachK);
        let too_warm = |bin: &&ClimateBin| bin.dry_bulb_c + facts.site.parameter(P::RecirculationK) > least_c;
        let hours: f64 = site.bins.iter().filter(too_warm).map(|bin| bin.hours).sum();
        let chiller = plant.principle == HeatRejectionPrinciple::Chiller;
        report.equal(&plant.plant, "hours of compressors", plant.compressor_hours, if chiller { hours } else { 0.0 });
    }
}

fn leaving_c(facts: &Facts, plant: &PlantYear) -> f64 {
    if plant.service == Service::ChilledWater { CHILLED_WATER_C } else { facts.conditions.facility_water_c }
}

/// Energy and water of the year are those of its bins and plants.
pub fn year(facts: &Facts, report: &mut Report) {
    let study = &facts.plan.studies.energy;
    let Some(year) = &study.year else { return };
    let (it_kw, factor) = (study.it_mw * 1000.0, facts.site.parameter(P::LoadFactorPct) / 100.0);
    let plants_kw: f64 = year.plants.iter().map(|plant| plant.mean_kw).sum();
    report.equal("studies.energy", "mean of the plants, kW,", plants_kw, mean(year, |bin| bin.plant_kw));
    let mean_kw: f64 = study.uses.iter().filter_map(|used| used.mean_kw).sum();
    report.equal("studies.energy", "PUE of the year", year.pue, mean_kw / it_kw);
    report.equal("studies.energy", "mean of the bins' PUE", mean(year, |bin| bin.pue), year.pue);
    report.at_most("studies.energy", "PUE of the year", year.pue, study.design_pue);
    report.equal("studies.energy", "IT energy, MWh,", year.it_mwh, study.it_mw * 8760.0 * factor);
    report.equal("studies.energy", "energy of the site, MWh,", year.site_mwh, mean_kw / 1000.0 * 8760.0 * factor);
    let water_m3: f64 = year.plants.iter().map(|plant| plant.water_m3).sum();
    report.equal("studies.energy", "water, m3,", year.water_m3, water_m3);
    report.equal(
        "studies.energy",
        "water of the bins, m3,",
        mean(year, |bin| bin.water_l_per_h) * 8.76 * factor,
        water_m3,
    );
    report.equal("studies.energy", "WUE, L/kWh,", year.wue_l_per_kwh, water_m3 / year.it_mwh);
    for plant in &year.plants {
        of_plant(facts, year, plant, report);
    }
}

fn mean(year: &EnergyYear, value: fn(&crate::domain::studies::energy::EnergyBin) -> f64) -> f64 {
    year.bins.iter().map(|bin| bin.hours * value(bin)).sum::<f64>() / 8760.0
}

/// Coolers and towers are run through the year again; chillers are held to what they draw on the design day.
fn of_plant(facts: &Facts, year: &EnergyYear, plant: &PlantYear, report: &mut Report) {
    let bank = facts.bank_of(&plant.place, plant.service);
    let of_bank = year.plants.iter().filter(|other| (&other.place, other.service) == (&plant.place, plant.service));
    let (heat_kw, drawn_kw) = of_bank.fold((0.0, 0.0), |sum, other| (sum.0 + other.heat_kw, sum.1 + other.design_kw));
    let draws = bank.map_or(&[][..], |bank| &bank.chosen.draws);
    let import_mw: f64 = draws.iter().filter(|draw| draw.service == Service::GridImport).map(|draw| draw.amount).sum();
    report.equal(&plant.plant, "heat, kW,", heat_kw, bank.map_or(0.0, |bank| bank.required));
    report.equal(&plant.plant, "power on the design day, kW,", drawn_kw, import_mw * 1000.0);
    report.at_most(&plant.plant, "mean power, kW,", plant.mean_kw, plant.design_kw);
    report.at_least(&plant.plant, "mean power, kW,", plant.mean_kw, 0.0);
    if plant.principle != HeatRejectionPrinciple::Chiller {
        let (mean_kw, wet_hours, water_m3) = again(facts, plant);
        report.equal(&plant.plant, "mean power, kW,", plant.mean_kw, mean_kw);
        report.equal(&plant.plant, "wet hours", plant.wet_hours, wet_hours);
        report.equal(&plant.plant, "water, m3,", plant.water_m3, water_m3);
    }
}

/// Mean power (kW), wet hours and water (m3) of coolers and towers.
fn again(facts: &Facts, plant: &PlantYear) -> (f64, f64, f64) {
    let parameter = |id| facts.site.parameter(id);
    let (leaving_c, recirculation_k) = (leaving_c(facts, plant), parameter(P::RecirculationK));
    let (cycles, pads) = (parameter(P::CyclesOfConcentration), parameter(P::AdiabaticEffectivenessPct) / 100.0);
    let design_c = facts.conditions.air_c(plant.principle);
    let (mut kwh, mut wet_hours, mut vapor_kwh) = (0.0, 0.0, 0.0);
    for bin in facts.site.year.iter().flat_map(|year| &year.bins) {
        let (dry_c, wet_c) = (bin.dry_bulb_c + recirculation_k, bin.wet_bulb_c + recirculation_k);
        let cooled_k = pads * (dry_c - wet_c);
        let dry_tower_k = (leaving_c - design_c) * 100.0 / parameter(P::TowerDryPct);
        let (wet, air_c, design_k) = match plant.principle {
            HeatRejectionPrinciple::Evaporative if leaving_c - dry_c >= dry_tower_k => (false, dry_c, dry_tower_k),
            HeatRejectionPrinciple::Evaporative => (true, wet_c, leaving_c - design_c),
            HeatRejectionPrinciple::Adiabatic if dry_c > design_c => (true, dry_c - cooled_k, leaving_c - design_c),
            _ => (false, dry_c, leaving_c - design_c),
        };
        let needed = if leaving_c > air_c { design_k / (leaving_c - air_c) } else { 1.0 };
        let flow = needed.min(1.0);
        kwh += bin.hours * plant.design_kw * (flow * flow * flow).max(parameter(P::FanFloorPct) / 100.0);
        let vapor_kw = match plant.principle {
            HeatRejectionPrinciple::Evaporative => plant.heat_kw,
            _ => plant.heat_kw * cooled_k * flow / parameter(P::AdiabaticAirRiseK),
        };
        if wet && vapor_kw > 0.0 {
            wet_hours += bin.hours;
            vapor_kwh += bin.hours * vapor_kw;
        }
    }
    let water_l = vapor_kwh * 3600.0 / 2430.0 * cycles / (cycles - 1.0);
    (kwh / 8760.0, wet_hours, water_l / 1000.0 * parameter(P::LoadFactorPct) / 100.0)
}
