//! Rows of racks, floor, doors, heights and lifts.

mod findings;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::Place;
use crate::domain::plan::Plan;
use crate::domain::studies::BuildingStudy;
use crate::domain::studies::building::{HallBuilding, IndoorUnit, Lift, RackRoom, StandsIn};
use crate::report::style::{Style, UnitSystem, args};

/// The section on the building.
#[derive(JsonSchema, Serialize)]
pub struct BuildingView {
    result: String,
    findings: Vec<String>,
    rooms: Vec<Placed<RoomRow>>,
    structures: Vec<Placed<StructureRow>>,
    loads: String,
    yard: String,
    lifts: Vec<LiftRow>,
    screen: Option<String>,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct RoomRow {
    rectangle: String,
    racks: String,
    fit: String,
    room: String,
    rows: String,
    cdus: u32,
    rest_m2: String,
    plant_and_gray_m2: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct StructureRow {
    floor: String,
    bears: String,
    clear_height: String,
    door: String,
    tallest: UnitCell,
    widest: UnitCell,
    unsized_kinds: u32,
    steel_t: String,
    demolition_m2: String,
}

/// A piece of plant with its size.
#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct UnitCell {
    name: String,
    size: String,
}

/// What the largest crane lifts, in the yard or indoors.
#[derive(JsonSchema, Serialize)]
struct LiftRow {
    what: String,
    unit: String,
}

impl BuildingView {
    /// How many findings the section holds.
    pub fn findings(&self) -> usize {
        self.findings.len()
    }

    /// Prepares the section; nothing where no hall is converted.
    pub fn of(plan: &Plan, style: &Style) -> Option<BuildingView> {
        let study = &plan.studies.building;
        let place = |hall: &HallBuilding| Place::from(hall.hall.as_str());
        let rooms = study.halls.iter().map(|hall| (place(hall), room_row(hall, style)));
        let structures = study.halls.iter().map(|hall| (place(hall), structure_row(hall, style)));
        (!study.halls.is_empty()).then(|| BuildingView {
            result: result(study, style),
            findings: findings::of(study, style),
            rooms: by_place(style, rooms),
            structures: by_place(style, structures),
            loads: loads(study, style),
            yard: yard(study, style),
            lifts: lifts(study, style),
            screen: study.acoustic_screen_m.map(|screen_m| style.quantity(screen_m, "m")),
        })
    }
}

fn result(study: &BuildingStudy, style: &Style) -> String {
    let halls = study.halls.len();
    let fit = study.halls.iter().filter(|hall| hall.room.is_some()).count();
    let message = match (fit, halls) {
        (1, 1) => "building-fits-one",
        (0, 1) => "building-fits-not-one",
        _ if fit == halls => "building-fits",
        _ => "building-fits-some",
    };
    style.say(message, args!["fit" => fit.to_string(), "halls" => halls.to_string()])
}

fn loads(study: &BuildingStudy, style: &Style) -> String {
    let [mean, footprint] =
        [study.mean_load_kg_per_m2, study.footprint_kg_per_m2].map(|load| style.quantity(load, "kg/m2"));
    let height = style.with_unit(measured(study.clear_height_needed_m, style), "m");
    style.say("building-loads", args!["mean" => mean, "footprint" => footprint, "height" => height])
}

fn yard(study: &BuildingStudy, style: &Style) -> String {
    let [taken, available] = [study.yard_needed_m2, study.yard_available_m2].map(|m2| style.quantity(m2, "m2"));
    style.say("building-yard", args!["taken" => taken, "available" => available])
}

/// A measure as it was read where it is told in meters.
fn measured(meters: f64, style: &Style) -> String {
    match style.units() {
        UnitSystem::Si => style.figure(meters),
        UnitSystem::UsCustomary => style.amount_in(meters, "m"),
    }
}

/// `12.6 x 24.1`
fn size(one: String, other: String, style: &Style) -> String {
    style.say("size", args!["one" => one, "other" => other])
}

fn room_row(hall: &HallBuilding, style: &Style) -> RoomRow {
    let meters = |one_m: f64, other_m: f64| size(style.amount_in(one_m, "m"), style.amount_in(other_m, "m"), style);
    let rectangle = meters(hall.length_m, hall.width_m);
    let racks = args!["racks" => hall.racks.to_string(), "network" => hall.network_racks.to_string()];
    let room = |room: &RackRoom| meters(room.length_m, room.width_m);
    let rows = |room: &RackRoom| size(room.rows.to_string(), room.racks_per_row.to_string(), style);
    RoomRow {
        rectangle: match hall.stands_in {
            StandsIn::NewShell => style.say("building-new-shell", args!["size" => rectangle]),
            StandsIn::ExistingBuilding => rectangle,
        },
        racks: style.say("building-racks", racks),
        fit: style.amount(hall.full.racks().into()),
        room: hall.room.as_ref().map_or_else(|| style.word("building-no-room"), room),
        rows: hall.room.as_ref().map_or_else(|| "-".to_owned(), rows),
        cdus: hall.row_cdus,
        rest_m2: style.amount_in(hall.rest_m2, "m2"),
        plant_and_gray_m2: style.amount_in(hall.plant_and_gray_m2, "m2"),
    }
}

fn structure_row(hall: &HallBuilding, style: &Style) -> StructureRow {
    let unknown = || {
        style.word(match hall.stands_in {
            StandsIn::ExistingBuilding => "not-given",
            StandsIn::NewShell => "building-new",
        })
    };
    let door = |(width_m, height_m): (f64, f64)| size(measured(width_m, style), measured(height_m, style), style);
    StructureRow {
        floor: hall.floor.clone(),
        bears: hall.floor_kg_per_m2.map_or_else(|| style.word("not-known"), |load| style.amount_in(load, "kg/m2")),
        clear_height: hall.clear_height_m.map_or_else(unknown, |height_m| measured(height_m, style)),
        door: hall.door_m.map_or_else(unknown, door),
        tallest: unit(&hall.tallest, style),
        widest: unit(&hall.widest, style),
        unsized_kinds: hall.unsized_kinds,
        steel_t: style.amount_in(hall.steel_t, "t"),
        demolition_m2: style.amount_in(hall.demolition_m2, "m2"),
    }
}

fn unit(unit: &IndoorUnit, style: &Style) -> UnitCell {
    UnitCell { name: unit.name.clone(), size: measured(unit.size_m, style) }
}

fn lifts(study: &BuildingStudy, style: &Style) -> Vec<LiftRow> {
    let lift = |lift: &Option<Lift>, id: &str| {
        let lift = lift.as_ref()?;
        let what = style.say(id, args!["weight" => style.quantity(lift.weight_kg / 1000.0, "t")]);
        Some(LiftRow { what, unit: lift.name.clone() })
    };
    let both = [lift(&study.yard_lift, "building-lift-yard"), lift(&study.indoor_lift, "building-lift-indoors")];
    both.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn racks_that_do_not_fit_are_told_first() {
        let mut plan = sample::plan();
        assert_eq!(
            BuildingView::of(&plan, &Style::default()).unwrap().result,
            "All racks fit in rows into their halls."
        );
        plan.studies.building.halls[1].room = None;
        let view = BuildingView::of(&plan, &Style::default()).unwrap();
        assert_eq!(view.result, "Racks fit in rows into 1 of 2 halls.");
        assert_eq!(
            view.rooms.iter().map(|row| row.row.room.as_str()).collect::<Vec<_>>(),
            ["12.6 x 24.1", "does not fit"]
        );
    }

    #[test]
    fn lifts_name_what_is_lifted() {
        let view = BuildingView::of(&sample::plan(), &Style::default()).unwrap();
        assert_eq!(view.lifts[0].what, "crane in the yard for 27 t");
        assert_eq!(view.lifts[0].unit, "Diesel generator set, 3,250 kW");
    }
}
