//! Rows of racks, floor, doors, heights and lifts.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::Place;
use crate::domain::format::{amount, figure};
use crate::domain::plan::Plan;
use crate::domain::studies::BuildingStudy;
use crate::domain::studies::building::{HallBuilding, IndoorUnit, Lift, RackRoom, StandsIn};
use crate::report::style::Style;

/// The section on the building.
#[derive(JsonSchema, Serialize)]
pub struct BuildingView {
    result: String,
    findings: Vec<String>,
    rooms: Vec<Placed<RoomRow>>,
    structures: Vec<Placed<StructureRow>>,
    mean_load: String,
    footprint: String,
    clear_height_needed: String,
    yard: String,
    lifts: String,
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
    tallest: String,
    widest: String,
    unsized_kinds: u32,
    steel_t: String,
    demolition_m2: String,
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
        (!study.halls.is_empty()).then(|| BuildingView {
            result: result(study),
            findings: study.findings.clone(),
            rooms: by_place(style, study.halls.iter().map(|hall| (place(hall), room_row(hall)))),
            structures: by_place(style, study.halls.iter().map(|hall| (place(hall), structure_row(hall)))),
            mean_load: amount(study.mean_load_kg_per_m2),
            footprint: amount(study.footprint_kg_per_m2),
            clear_height_needed: figure(study.clear_height_needed_m),
            yard: format!("{} m2 of {} m2", amount(study.yard_needed_m2), amount(study.yard_available_m2)),
            lifts: lifts(study),
            screen: study.acoustic_screen_m.map(amount),
        })
    }
}

fn result(study: &BuildingStudy) -> String {
    let halls = study.halls.len();
    let fit = study.halls.iter().filter(|hall| hall.room.is_some()).count();
    match (fit, halls) {
        (1, 1) => "All racks fit in rows into the hall.".to_owned(),
        (0, 1) => "The racks do not fit in rows into the hall.".to_owned(),
        _ if fit == halls => "All racks fit in rows into their halls.".to_owned(),
        _ => format!("Racks fit in rows into {fit} of {halls} halls."),
    }
}

fn room_row(hall: &HallBuilding) -> RoomRow {
    let whose = if hall.stands_in == StandsIn::NewShell { "new, " } else { "" };
    let size = |room: &RackRoom| format!("{} x {}", amount(room.length_m), amount(room.width_m));
    let rows = |room: &RackRoom| format!("{} x {}", room.rows, room.racks_per_row);
    RoomRow {
        rectangle: format!("{whose}{} x {}", amount(hall.length_m), amount(hall.width_m)),
        racks: format!("{} + {}", hall.racks, hall.network_racks),
        fit: amount(hall.full.racks().into()),
        room: hall.room.as_ref().map_or("does not fit".to_owned(), size),
        rows: hall.room.as_ref().map_or("-".to_owned(), rows),
        cdus: hall.row_cdus,
        rest_m2: amount(hall.rest_m2),
        plant_and_gray_m2: amount(hall.plant_and_gray_m2),
    }
}

fn structure_row(hall: &HallBuilding) -> StructureRow {
    let existing = hall.stands_in == StandsIn::ExistingBuilding;
    let unknown = if existing { "not given" } else { "new" };
    let door = |(width_m, height_m): (f64, f64)| format!("{} x {}", figure(width_m), figure(height_m));
    StructureRow {
        floor: hall.floor.clone(),
        bears: hall.floor_kg_per_m2.map_or("not known".to_owned(), amount),
        clear_height: hall.clear_height_m.map_or(unknown.to_owned(), figure),
        door: hall.door_m.map_or(unknown.to_owned(), door),
        tallest: unit(&hall.tallest),
        widest: unit(&hall.widest),
        unsized_kinds: hall.unsized_kinds,
        steel_t: amount(hall.steel_t),
        demolition_m2: amount(hall.demolition_m2),
    }
}

fn unit(unit: &IndoorUnit) -> String {
    format!("{}, {}", unit.name, figure(unit.size_m))
}

fn lifts(study: &BuildingStudy) -> String {
    let lift = |lift: &Option<Lift>, which: &str| {
        let lift = lift.as_ref()?;
        Some(format!("{which} {} t ({})", amount(lift.weight_kg / 1000.0), lift.name))
    };
    let both = [lift(&study.yard_lift, "crane in the yard for"), lift(&study.indoor_lift, "rigging indoors for")];
    let both: Vec<String> = both.into_iter().flatten().collect();
    if both.is_empty() { "no weight is published".to_owned() } else { both.join("; ") }
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
        assert!(
            view.lifts.starts_with("crane in the yard for 27 t (Diesel generator set, 3,250 kW)"),
            "{}",
            view.lifts
        );
    }
}
