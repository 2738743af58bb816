//! What a structural engineer or a rigger must not miss.

use crate::domain::studies::BuildingStudy;
use crate::domain::studies::building::{HallBuilding, IndoorUnit, StandsIn};
use crate::report::style::{Style, args};
use crate::report::view::by_hall;

/// What can be wrong with a hall, in a sentence without its stop.
type Check = fn(&BuildingStudy, &HallBuilding, &Style) -> Option<String>;

const CHECKS: &[Check] = &[layout, rest, rack_floor, annex, point_load, floor_unknown, doors, door_unknown];

/// The findings of all halls, in the order of the checks.
pub fn of(study: &BuildingStudy, style: &Style) -> Vec<String> {
    let of_check = |check: &Check| {
        by_hall(style, study.halls.iter().filter_map(|hall| Some((hall.hall.clone(), check(study, hall, style)?))))
    };
    CHECKS.iter().flat_map(of_check).collect()
}

fn layout(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let figures = args![
        "racks" => (hall.racks + hall.network_racks).to_string(),
        "size" => rectangle(hall, style),
        "fit" => hall.full.racks().to_string(),
    ];
    hall.room.is_none().then(|| style.say("building-layout", figures))
}

fn rectangle(hall: &HallBuilding, style: &Style) -> String {
    let [length, width] = [hall.length_m, hall.width_m].map(|m| style.amount_in(m, "m"));
    style.with_unit(style.say("size", args!["one" => length, "other" => width]), "m")
}

fn rest(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let short = hall.room.is_some() && hall.rest_m2 + 0.5 < hall.plant_and_gray_m2;
    let [left, planned] = [hall.rest_m2, hall.plant_and_gray_m2].map(|m2| style.quantity(m2, "m2"));
    short.then(|| style.say("building-rest", args!["left" => left, "planned" => planned]))
}

fn rack_floor(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let room_m2 = hall.room?.area_m2();
    let larger = room_m2 > hall.rack_floor_m2 && hall.stands_in == StandsIn::ExistingBuilding;
    let [room, floor] = [room_m2, hall.rack_floor_m2].map(|m2| style.quantity(m2, "m2"));
    larger.then(|| style.say("building-rack-floor", args!["room" => room, "floor" => floor]))
}

fn annex(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let figures = args!["annex" => style.quantity(hall.annex_m2, "m2"), "size" => rectangle(hall, style)];
    (hall.annex_m2 > 0.0).then(|| style.say("building-annex", figures))
}

fn point_load(study: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let floor = hall.floor_kg_per_m2.filter(|&floor| floor < study.footprint_kg_per_m2)?;
    let [floor, mean, footprint] =
        [floor, study.mean_load_kg_per_m2, study.footprint_kg_per_m2].map(|load| style.quantity(load, "kg/m2"));
    Some(style.say("building-point-load", args!["floor" => floor, "mean" => mean, "footprint" => footprint]))
}

fn floor_unknown(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    hall.floor_kg_per_m2.is_none().then(|| style.word("building-floor-unknown"))
}

/// A measure as it was read.
fn measure(meters: f64, style: &Style) -> String {
    style.with_unit(super::measured(meters, style), "m")
}

fn doors(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let (width_m, height_m) = hall.door_m?;
    let measures = [(&hall.tallest, height_m, "building-high"), (&hall.widest, width_m, "building-wide")];
    let stuck = measures.iter().filter(|(unit, door_m, _)| unit.size_m > *door_m);
    let named = |(unit, _, id): &(&IndoorUnit, f64, &str)| {
        style.say(id, args!["unit" => style.phrase(&unit.name), "size" => measure(unit.size_m, style)])
    };
    let stuck: Vec<String> = stuck.map(named).collect();
    let figures = args![
        "width" => measure(width_m, style),
        "height" => measure(height_m, style),
        "units" => style.list(&stuck),
    ];
    (!stuck.is_empty()).then(|| style.say("building-doors", figures))
}

fn door_unknown(_: &BuildingStudy, hall: &HallBuilding, style: &Style) -> Option<String> {
    let unknown = hall.stands_in == StandsIn::ExistingBuilding && hall.door_m.is_none();
    let (height, unit) = (measure(hall.tallest.size_m, style), style.phrase(&hall.tallest.name));
    unknown.then(|| style.say("building-door-unknown", args!["height" => height, "unit" => unit]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    /// The findings of the sample's two barns after a change to the first.
    fn found(change: fn(&mut HallBuilding)) -> Vec<String> {
        let mut study = sample::plan().studies.building;
        change(&mut study.halls[0]);
        of(&study, &Style::default())
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
