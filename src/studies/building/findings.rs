//! What a structural engineer or a rigger must not miss.

use crate::domain::format::{amount, figure};
use crate::domain::studies::BuildingStudy;
use crate::domain::studies::building::{HallBuilding, StandsIn};
use crate::studies::merge::by_hall;

/// What can be wrong with a hall.
const CHECKS: &[fn(&BuildingStudy, &HallBuilding) -> Option<String>] =
    &[layout, rest, rack_floor, annex, point_load, floor_unknown, doors, door_unknown];

/// The findings of all halls, in the order of the checks.
pub fn of(study: &BuildingStudy) -> Vec<String> {
    let of_check = |check: &fn(&BuildingStudy, &HallBuilding) -> Option<String>| {
        by_hall(study.halls.iter().filter_map(|hall| Some((hall.hall.clone(), check(study, hall)?))))
    };
    CHECKS.iter().flat_map(of_check).collect()
}

fn layout(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let racks = hall.racks + hall.network_racks;
    hall.room.is_none().then(|| {
        format!(
            "{racks} racks do not fit in rows into {} x {} m, which hold {}, although the floor suffices by area; the plan \
             counts area only, so ask for another rectangle or fewer racks",
            amount(hall.length_m),
            amount(hall.width_m),
            hall.full.racks()
        )
    })
}

fn rest(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let short = hall.room.is_some() && hall.rest_m2 + 0.5 < hall.plant_and_gray_m2;
    short.then(|| {
        format!(
            "the rack room leaves {} m2 for indoor plant and gray space; {} m2 are planned",
            amount(hall.rest_m2),
            amount(hall.plant_and_gray_m2)
        )
    })
}

fn rack_floor(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let room_m2 = hall.room?.area_m2();
    (room_m2 > hall.rack_floor_m2 && hall.stands_in == StandsIn::ExistingBuilding).then(|| {
        format!(
            "the rack room takes {} m2 of floor, the target's area by rack gives {} m2: floor works are bought for the smaller",
            amount(room_m2),
            amount(hall.rack_floor_m2)
        )
    })
}

fn annex(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    (hall.annex_m2 > 0.0).then(|| {
        format!(
            "{} m2 of new building must stand beside the {} x {} m that are there, for plant and gray space; no site plan was \
             looked at",
            amount(hall.annex_m2),
            amount(hall.length_m),
            amount(hall.width_m)
        )
    })
}

fn point_load(study: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let floor = hall.floor_kg_per_m2.filter(|&floor| floor < study.footprint_kg_per_m2)?;
    Some(format!(
        "the floor bears {} kg/m2: enough for the mean of {} kg/m2, less than the {} kg/m2 under a rack; spread it by frames, \
         and have punching and anchors checked",
        amount(floor),
        amount(study.mean_load_kg_per_m2),
        amount(study.footprint_kg_per_m2)
    ))
}

fn floor_unknown(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    hall.floor_kg_per_m2.is_none().then(|| "what bears the racks is not known: survey the slab".to_owned())
}

fn doors(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let (width_m, height_m) = hall.door_m?;
    let (tall, wide) = (&hall.tallest, &hall.widest);
    (tall.size_m > height_m || wide.size_m > width_m).then(|| {
        format!(
            "the largest door, {} x {} m (width x height), does not pass the tallest unit ({}, {} m) or the widest ({}, {} m): \
             open the wall",
            figure(width_m),
            figure(height_m),
            tall.name,
            figure(tall.size_m),
            wide.name,
            figure(wide.size_m)
        )
    })
}

fn door_unknown(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let unknown = hall.stands_in == StandsIn::ExistingBuilding && hall.door_m.is_none();
    unknown.then(|| {
        format!(
            "the largest door is not given: survey it for {} of {} m height",
            hall.tallest.name,
            figure(hall.tallest.size_m)
        )
    })
}
