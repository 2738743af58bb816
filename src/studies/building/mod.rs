//! The building: rows of racks in the real rectangle, floor, doors, heights, lifts.

mod layout;
mod units;

use super::Basis;
use crate::domain::plan::BankPlan;
use crate::domain::studies::BuildingStudy;
use crate::domain::studies::building::{HallBuilding, StandsIn};
use crate::domain::{Place, Service, Total};
use crate::input::catalog::{FootprintIn, ParameterId as P};
use crate::input::facility::HallKind;
use crate::physics::structure::footprint_kg_per_m2;
use crate::requirements::HallLoad;
use crate::requirements::building::floor_load;
use crate::validate::SiteHall;
use layout::Rows;

/// Each hall's layout and structure, and what is lifted onto the site.
pub fn study(basis: &Basis) -> BuildingStudy {
    let site = basis.site;
    let rack = &site.target.rack;
    let (yard_needed_m2, yard_available_m2) = yard_m2(basis);
    BuildingStudy {
        mean_load_kg_per_m2: floor_load(site),
        footprint_kg_per_m2: footprint_kg_per_m2(rack.weight_kg, rack.width_m * rack.depth_m),
        clear_height_needed_m: rack.height_m + site.parameter(P::ClearanceAboveRackM),
        halls: basis.loads.iter().filter_map(|load| Some(hall(basis, load, site.hall(&load.place())?))).collect(),
        yard_needed_m2,
        yard_available_m2,
        yard_lift: units::heaviest(basis, FootprintIn::Yard),
        indoor_lift: units::heaviest(basis, FootprintIn::Hall),
        acoustic_screen_m: basis.bank(&Place::Site, Service::AcousticScreen).map(|bank| bank.required),
    }
}

fn yard_m2(basis: &Basis) -> (f64, f64) {
    let bank = basis.bank(&Place::Site, Service::Yard);
    let available = |bank: &BankPlan| bank.chosen.kept.iter().map(|kept| kept.capacity()).total();
    (bank.map_or(0.0, |bank| bank.required), bank.map_or(0.0, available))
}

/// The rectangle that racks stand in.
struct Rectangle {
    stands_in: StandsIn,
    length_m: f64,
    width_m: f64,
    usable_share: f64,
    annex_m2: f64,
}

fn hall(basis: &Basis, load: &HallLoad, hall: &SiteHall) -> HallBuilding {
    let place = load.place();
    let required = |service| basis.bank(&place, service).map_or(0.0, |bank| bank.required);
    let at = rectangle(basis, hall);
    let (row_cdus, cdu_footprint_m2) = row_cdus(basis, &place);
    let rows = Rows::new(basis.site, at.usable_share, row_cdus, cdu_footprint_m2);
    let room = rows.room(at.length_m, at.width_m, load.racks + load.network_racks);
    let rack_floor_m2 = f64::from(load.racks + load.network_racks) * basis.site.target.rack.floor_m2;
    let taken_m2 = room.map_or(at.length_m * at.width_m, |room| room.area_m2());
    let (floor, floor_kg_per_m2) = floor(basis, hall);
    let stays = at.stands_in == StandsIn::ExistingBuilding;
    let indoors = units::indoors(basis, &place);
    HallBuilding {
        hall: hall.id.clone(),
        stands_in: at.stands_in,
        length_m: at.length_m,
        width_m: at.width_m,
        usable_share: at.usable_share,
        annex_m2: at.annex_m2,
        racks: load.racks,
        network_racks: load.network_racks,
        row_cdus,
        cdu_m: rows.cdu_m,
        full: rows.fill(at.length_m, at.width_m),
        room,
        rest_m2: (at.length_m * at.width_m - taken_m2) * at.usable_share + at.annex_m2,
        plant_and_gray_m2: required(Service::WhiteSpace) - rack_floor_m2 - f64::from(row_cdus) * cdu_footprint_m2,
        rack_floor_m2,
        floor,
        floor_kg_per_m2,
        clear_height_m: stays.then_some(hall.clear_height_m),
        door_m: hall.door_m.filter(|_| stays),
        tallest: indoors.tallest,
        widest: indoors.widest,
        unsized_kinds: indoors.unsized_kinds,
        steel_t: required(Service::StructuralSteel),
        demolition_m2: required(Service::Demolition),
    }
}

/// The existing building where its floor is kept, with what is built beside it; else a shell as square as its area and the
/// ground of the hall allow.
fn rectangle(basis: &Basis, hall: &SiteHall) -> Rectangle {
    let chosen = basis.bank(&hall.place(), Service::WhiteSpace).map(|bank| &bank.chosen);
    let new_m2 = chosen.map_or(0.0, |chosen| chosen.units * chosen.unit_capacity);
    if chosen.is_none_or(|chosen| !chosen.kept.is_empty() || chosen.units == 0.0) {
        return Rectangle {
            stands_in: StandsIn::ExistingBuilding,
            length_m: hall.length_m.max(hall.width_m),
            width_m: hall.length_m.min(hall.width_m),
            usable_share: basis.site.parameter(P::UsableFloorPct) / 100.0,
            annex_m2: new_m2,
        };
    }
    let ground_m2 = if hall.kind == HallKind::Building { 0.0 } else { hall.length_m * hall.width_m };
    let fits = new_m2 <= ground_m2;
    let width_m = if fits { new_m2.sqrt().min(hall.length_m.min(hall.width_m)) } else { new_m2.sqrt() };
    // A shell is bought by the floor that can be used.
    Rectangle { stands_in: StandsIn::NewShell, length_m: new_m2 / width_m, width_m, usable_share: 1.0, annex_m2: 0.0 }
}

/// CDUs that stand in the rows, and the footprint of one, m2; none where each stands in its rack.
fn row_cdus(basis: &Basis, place: &Place) -> (u32, f64) {
    let chosen = basis.bank(place, Service::LiquidCooling).map(|bank| &bank.chosen);
    let item =
        chosen.and_then(|chosen| units::item(basis, chosen)).filter(|item| units::stands(item, FootprintIn::Hall));
    let footprint = item.and_then(|item| item.footprint_m2.as_ref());
    footprint.zip(chosen).map_or((0, 0.0), |(figure, chosen)| (chosen.units as u32, figure.value))
}

/// What bears the racks, and its uniform load, kg/m2: the slab that is kept, what strengthens it, or the shell's own floor.
fn floor(basis: &Basis, hall: &SiteHall) -> (String, Option<f64>) {
    let chosen = |service| basis.bank(&hall.place(), service).map(|bank| &bank.chosen);
    if chosen(Service::FloorRating).is_some_and(|chosen| !chosen.kept.is_empty()) {
        return ("existing slab".to_owned(), hall.slab_kg_per_m2);
    }
    let bought = [Service::FloorRating, Service::WhiteSpace].into_iter().filter_map(chosen);
    let item = bought.filter_map(|chosen| units::item(basis, chosen)).find(|item| item.floor_kg_per_m2.is_some());
    let load = item.and_then(|item| item.floor_kg_per_m2.as_ref()).map(|figure| figure.value);
    (item.map_or("not known".to_owned(), |item| item.name.clone()), load)
}
