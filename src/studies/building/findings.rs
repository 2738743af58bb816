//! What a structural engineer or a rigger must not miss.

use crate::domain::format::{amount, figure, list};
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
    let measures = [(&hall.tallest, height_m, "high"), (&hall.widest, width_m, "wide")];
    let stuck = measures.iter().filter(|(unit, door_m, _)| unit.size_m > *door_m);
    let stuck: Vec<String> =
        stuck.map(|(unit, _, how)| format!("{} ({} m {how})", unit.name, figure(unit.size_m))).collect();
    (!stuck.is_empty()).then(|| {
        format!(
            "the largest door, {} m wide and {} m high, does not pass {}: open the wall",
            figure(width_m),
            figure(height_m),
            list(&stuck)
        )
    })
}

fn door_unknown(_: &BuildingStudy, hall: &HallBuilding) -> Option<String> {
    let unknown = hall.stands_in == StandsIn::ExistingBuilding && hall.door_m.is_none();
    unknown.then(|| {
        format!(
            "the largest door is not given: survey that it passes {} m of height ({})",
            figure(hall.tallest.size_m),
            hall.tallest.name
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Plan;

    /// The findings of the sample's two barns after a change to the first.
    fn found(change: fn(&mut HallBuilding)) -> Vec<String> {
        let plan: Plan = serde_json::from_str(include_str!("../../../tests/fixtures/plan.json")).expect("a plan");
        let mut study = plan.studies.building;
        change(&mut study.halls[0]);
        of(&study)
    }

    #[test]
    fn equal_halls_are_told_once() {
        let findings = found(|_| {});
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].starts_with("barn_a and barn_b: the floor bears 1,000 kg/m2"));
    }

    #[test]
    fn what_is_wrong_with_a_hall_is_found() {
        let first =
            |change: fn(&mut HallBuilding), words: &str| found(change).iter().any(|finding| finding.contains(words));
        assert!(first(|hall| hall.room = None, "barn_a: 88 racks do not fit in rows into 60 x 30 m"));
        assert!(first(
            |hall| hall.rest_m2 = 900.0,
            "leaves 900 m2 for indoor plant and gray space; 1,000 m2 are planned"
        ));
        assert!(first(|hall| hall.rack_floor_m2 = 300.0, "the rack room takes 304 m2"));
        assert!(first(|hall| hall.annex_m2 = 500.0, "500 m2 of new building"));
        assert!(first(|hall| hall.floor_kg_per_m2 = None, "barn_a: what bears the racks is not known"));
        assert!(first(|hall| hall.door_m = Some((3.0, 2.1)), "does not pass rack (2.3 m high): open the wall"));
        assert!(first(|hall| hall.door_m = Some((1.0, 4.0)), "does not pass UPS block, 2,500 kW (1.2 m wide): open"));
        assert!(first(|hall| hall.door_m = None, "the largest door is not given: survey that it passes 2.3 m"));
    }
}
