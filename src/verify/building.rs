//! The building study: racks placed again by plain arithmetic, floors, doors, weights.

use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::studies::building::{HallBuilding, Lift, RackRoom, StandsIn};
use crate::domain::{Place, Service};
use crate::input::catalog::{FootprintIn, Item, ParameterId as P};
use crate::requirements::HallLoad;

/// Slack of lengths, m.
const MILLIMETER: f64 = 0.001;

/// Racks, CDUs and aisles stand within their rooms, and these within the rectangle.
pub fn layout(facts: &Facts, report: &mut Report) {
    let told = &facts.plan.studies.building.halls;
    let same = told.iter().map(|hall| &hall.hall).eq(facts.loads.iter().map(|load| &load.hall));
    report.expect(same, "studies.building", || "has not the halls to be converted".to_owned());
    for (hall, load) in told.iter().zip(&facts.loads) {
        let racks = (hall.racks, hall.network_racks) == (load.racks, load.network_racks);
        report.expect(racks, &hall.hall, || "has other racks than its load".to_owned());
        rectangle(facts, hall, load, report);
        for room in [Some(hall.full), hall.room].into_iter().flatten().filter(|room| room.racks() > 0) {
            report.expect(stands(facts, hall, &room), &hall.hall, || {
                format!("its rows do not fit into a room of {}", said(&room))
            });
            report.at_most(&hall.hall, "the length of a room, m,", room.length_m, hall.length_m);
            report.at_most(&hall.hall, "the width of a room, m,", room.width_m, hall.width_m);
        }
        let needed = hall.racks + hall.network_racks;
        let holds = hall.room.map_or(hall.full.racks() < needed, |room| room.racks() >= needed);
        report.expect(holds, &hall.hall, || format!("its room does not hold {needed} racks"));
        report.expect(is_full(facts, hall), &hall.hall, || "more racks fit than are told".to_owned());
        areas(facts, hall, report);
    }
}

/// Neither one more row nor one more rack in each row fits into the full rectangle.
fn is_full(facts: &Facts, hall: &HallBuilding) -> bool {
    let one_more = [
        RackRoom { rows: hall.full.rows + 1, ..hall.full },
        RackRoom { racks_per_row: hall.full.racks_per_row + 1, ..hall.full },
    ];
    !one_more.iter().any(|room| stands(facts, hall, room))
}

/// The rectangle is that of the hall, or as large as the shell that is bought.
fn rectangle(facts: &Facts, hall: &HallBuilding, load: &HallLoad, report: &mut Report) {
    let Some(site_hall) = facts.hall(&load.place()) else { return };
    let bank = facts.bank_of(&load.place(), Service::WhiteSpace);
    let bought_m2 = bank.map_or(0.0, |bank| bank.chosen.units * bank.chosen.unit_capacity);
    let keeps = bank.is_none_or(|bank| !bank.chosen.kept.is_empty());
    let existing = hall.stands_in == StandsIn::ExistingBuilding;
    report.expect(existing == keeps, &hall.hall, || "stands in another building than the plan keeps".to_owned());
    let (area_m2, annex_m2) =
        if keeps { (site_hall.length_m * site_hall.width_m, bought_m2) } else { (bought_m2, 0.0) };
    report.equal(&hall.hall, "its rectangle, m2,", hall.length_m * hall.width_m, area_m2);
    report.equal(&hall.hall, "its annex, m2,", hall.annex_m2, annex_m2);
    let usable = if keeps { facts.site.parameter(P::UsableFloorPct) / 100.0 } else { 1.0 };
    report.equal(&hall.hall, "its usable share", hall.usable_share, usable);
}

/// Whether rows, aisles, CDUs and passages fit into a room with its rows in one direction or the other.
fn stands(facts: &Facts, hall: &HallBuilding, room: &RackRoom) -> bool {
    let (site, rack) = (facts.site, &facts.site.target.rack);
    let wall_m = site.parameter(P::CrossAisleM);
    let [cold_m, hot_m] = [P::ColdAisleM, P::HotAisleM].map(|aisle| site.parameter(aisle));
    let aisles: f64 = (0..=room.rows)
        .map(|place| {
            let aisle_m = if place % 2 == 0 { cold_m } else { hot_m };
            if place == 0 || place == room.rows { aisle_m.max(wall_m) } else { aisle_m }
        })
        .sum();
    let depth_m = f64::from(room.rows) * rack.depth_m + aisles;
    let racks_m = f64::from(room.racks_per_row) * rack.width_m / hall.usable_share;
    let passages_m = f64::from(room.cross_aisles + 2) * wall_m;
    let row_m = racks_m + passages_m + f64::from(room.cdus_per_row) * hall.cdu_m;
    let fits = |long_m: f64, wide_m: f64| row_m <= long_m + MILLIMETER && depth_m <= wide_m + MILLIMETER;
    let runs = f64::from(room.racks_per_row) / f64::from(room.cross_aisles + 1);
    runs <= site.parameter(P::RacksPerRow)
        && room.rows * room.cdus_per_row >= hall.row_cdus
        && (fits(room.length_m, room.width_m) || fits(room.width_m, room.length_m))
}

/// CDUs, and what the rack room leaves of the floor.
fn areas(facts: &Facts, hall: &HallBuilding, report: &mut Report) {
    let place = Place::from(hall.hall.as_str());
    let cdus = facts.bank_of(&place, Service::LiquidCooling);
    let cdu =
        cdus.and_then(|bank| facts.item(&bank.chosen)).filter(|item| item.footprint_in == Some(FootprintIn::Hall));
    let cdu_m2 = cdu.and_then(|item| item.footprint_m2.as_ref()).map_or(0.0, |figure| figure.value);
    let count = cdus.filter(|_| cdu_m2 > 0.0).map_or(0.0, |bank| bank.chosen.units);
    report.equal(&hall.hall, "its CDUs in rows", hall.row_cdus.into(), count);
    let pitch_m = facts.site.target.rack.depth_m
        + (facts.site.parameter(P::ColdAisleM) + facts.site.parameter(P::HotAisleM)) / 2.0;
    report.equal(&hall.hall, "the length of a CDU, m,", hall.cdu_m * pitch_m, cdu_m2);
    let rack_floor_m2 = f64::from(hall.racks + hall.network_racks) * facts.site.target.rack.floor_m2;
    report.equal(&hall.hall, "the rack floor, m2,", hall.rack_floor_m2, rack_floor_m2);
    let required_m2 = facts.bank_of(&place, Service::WhiteSpace).map_or(0.0, |bank| bank.required);
    let others_m2 = required_m2 - rack_floor_m2 - count * cdu_m2;
    report.equal(&hall.hall, "plant and gray space, m2,", hall.plant_and_gray_m2, others_m2);
    let all_m2 = hall.length_m * hall.width_m;
    let room_m2 = hall.room.map_or(all_m2, |room| room.length_m * room.width_m);
    report.equal(&hall.hall, "what is left, m2,", hall.rest_m2, (all_m2 - room_m2) * hall.usable_share + hall.annex_m2);
}

/// Loads, heights, doors, steel, strip-out, yard and lifts.
pub fn structure(facts: &Facts, report: &mut Report) {
    let (site, study) = (facts.site, &facts.plan.studies.building);
    let rack = &site.target.rack;
    let id = "studies.building";
    let mean = rack.weight_kg * site.parameter(P::FloorLoadFactor) / rack.floor_m2;
    report.equal(id, "the mean load, kg/m2,", study.mean_load_kg_per_m2, mean);
    let under = rack.weight_kg / (rack.width_m * rack.depth_m);
    report.equal(id, "the load under a rack, kg/m2,", study.footprint_kg_per_m2, under);
    let height_m = rack.height_m + site.parameter(P::ClearanceAboveRackM);
    report.equal(id, "the clear height, m,", study.clear_height_needed_m, height_m);
    let required = |place: &Place, service| facts.bank_of(place, service).map(|bank| bank.required);
    let yard = facts.bank_of(&Place::Site, Service::Yard);
    report.equal(id, "the yard, m2,", study.yard_needed_m2, yard.map_or(0.0, |bank| bank.required));
    let available: f64 = yard.map_or(0.0, |bank| bank.chosen.kept.iter().map(|kept| kept.capacity()).sum());
    report.equal(id, "the ground, m2,", study.yard_available_m2, available);
    let screen = required(&Place::Site, Service::AcousticScreen);
    report.expect(study.acoustic_screen_m == screen, id, || {
        format!("the screen, m, is {} and should be {}", said(&study.acoustic_screen_m), said(&screen))
    });
    for hall in &study.halls {
        let place = Place::from(hall.hall.as_str());
        let amount = |service| required(&place, service).unwrap_or(0.0);
        report.equal(&hall.hall, "steel, t,", hall.steel_t, amount(Service::StructuralSteel));
        report.equal(&hall.hall, "strip-out, m2,", hall.demolition_m2, amount(Service::Demolition));
        report.expect(hall.floor_kg_per_m2 == bears(facts, &place), &hall.hall, || {
            "its floor bears another load".to_owned()
        });
        openings(facts, hall, report);
    }
    for (told, place) in [(&study.yard_lift, FootprintIn::Yard), (&study.indoor_lift, FootprintIn::Hall)] {
        lift(facts, told.as_ref(), place, report);
    }
}

/// Load that the floor under the racks bears, kg/m2.
fn bears(facts: &Facts, place: &Place) -> Option<f64> {
    let floor = facts.bank_of(place, Service::FloorRating)?;
    if !floor.chosen.kept.is_empty() {
        return facts.hall(place)?.slab_kg_per_m2;
    }
    let white = facts.bank_of(place, Service::WhiteSpace)?;
    let of = |chosen| facts.item(chosen).and_then(|item| item.floor_kg_per_m2.as_ref());
    of(&floor.chosen).or(of(&white.chosen)).map(|figure| figure.value)
}

/// Clear height and door of the building that stays, and nothing larger than the largest told.
fn openings(facts: &Facts, hall: &HallBuilding, report: &mut Report) {
    let place = Place::from(hall.hall.as_str());
    let stays = facts.hall(&place).filter(|_| hall.stands_in == StandsIn::ExistingBuilding);
    let same = hall.clear_height_m == stays.map(|hall| hall.clear_height_m)
        && hall.door_m == stays.and_then(|hall| hall.door_m);
    report.expect(same, &hall.hall, || "its clear height or door is not the facility's".to_owned());
    let rack = &facts.site.target.rack;
    let items: Vec<&Item> =
        units(facts, FootprintIn::Hall).filter(|(at, ..)| **at == place).map(|(.., item)| item).collect();
    let largest =
        |rack_m: f64, size: fn(&Item) -> Option<f64>| items.iter().filter_map(|item| size(item)).fold(rack_m, f64::max);
    let height_m = largest(rack.height_m, |item| Some(item.height_m.as_ref()?.value));
    report.equal(&hall.hall, "the tallest unit, m,", hall.tallest.size_m, height_m);
    let width_m = largest(rack.width_m.min(rack.depth_m), |item| Some(item.width_m.as_ref()?.value));
    report.equal(&hall.hall, "the widest unit, m,", hall.widest.size_m, width_m);
    let unsized_kinds = items.iter().filter(|item| !(item.height_m.is_some() && item.width_m.is_some())).count();
    report.expect(hall.unsized_kinds as usize == unsized_kinds, &hall.hall, || {
        format!("{unsized_kinds} kinds have no size")
    });
}

/// New units that take ground or floor, each with its place and service.
fn units<'a>(facts: &Facts<'a>, place: FootprintIn) -> impl Iterator<Item = (&'a Place, Service, &'a Item)> {
    let items = &facts.site.catalog.items;
    let bought = facts.plan.banks.iter().filter_map(|bank| {
        let item = items.get(bank.chosen.item.as_ref()?)?;
        Some((&bank.place, bank.service, item))
    });
    bought.filter(move |(.., item)| item.footprint_in == Some(place))
}

/// No unit is heavier than the lift that is told, and one is as heavy; a buffer of so many m3 is set without its water.
fn lift(facts: &Facts, told: Option<&Lift>, place: FootprintIn, report: &mut Report) {
    let weights = units(facts, place).filter_map(|(_, service, item)| {
        let full_kg = item.weight_kg.as_ref()?.value;
        let water_m3 = item.capacity.as_ref().map_or(0.0, |figure| figure.value);
        let tank = matches!(service, Service::ThermalBuffer | Service::ChilledBuffer);
        Some(if tank { full_kg - 1000.0 * water_m3 } else { full_kg })
    });
    match (told, weights.reduce(f64::max)) {
        (Some(told), Some(heaviest)) => report.equal("studies.building", "the lift, kg,", told.weight_kg, heaviest),
        (None, None) => {}
        (told, found) => {
            report.wrong("studies.building", format!("the lift is {} and should be {}", said(&told), said(&found)))
        }
    }
}
