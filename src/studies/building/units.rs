//! What is brought in and lifted: sizes and weights of new units.

use crate::domain::plan::CandidatePlan;
use crate::domain::studies::building::{IndoorUnit, Lift};
use crate::domain::{Place, Service};
use crate::input::catalog::{Figure, FootprintIn, Item};
use crate::studies::Basis;

/// Weight of a cubic meter of water, kg.
const WATER_KG_PER_M3: f64 = 1000.0;

/// What passes the door of a hall.
pub struct Indoors {
    /// Tallest unit.
    pub tallest: IndoorUnit,
    /// Widest unit, by its least side.
    pub widest: IndoorUnit,
    /// Kinds of units without published size.
    pub unsized_kinds: u32,
}

/// The catalog's item of a candidate.
pub fn item<'a>(basis: &Basis<'a>, chosen: &CandidatePlan) -> Option<&'a Item> {
    basis.site.catalog.items.get(chosen.item.as_ref()?)
}

/// Whether a unit takes ground or floor here.
pub fn stands(item: &Item, place: FootprintIn) -> bool {
    item.footprint_in == Some(place)
}

/// New units that stand in a place, with the service they were bought for.
fn standing<'a>(basis: &Basis<'a>, place: FootprintIn) -> impl Iterator<Item = (&'a Place, Service, &'a Item)> {
    let (banks, items) = (basis.banks, &basis.site.catalog.items);
    let bought = banks.iter().filter_map(|bank| {
        let item = items.get(bank.chosen.item.as_ref()?)?;
        Some((&bank.place, bank.service, item))
    });
    bought.filter(move |(_, _, item)| stands(item, place))
}

/// The largest of racks and new units that stand in the hall.
pub fn indoors(basis: &Basis, hall: &Place) -> Indoors {
    let rack = &basis.site.target.rack;
    let items: Vec<&Item> =
        standing(basis, FootprintIn::Hall).filter(|(place, ..)| *place == hall).map(|(.., item)| item).collect();
    Indoors {
        tallest: largest(&items, rack.height_m, |item| item.height_m.as_ref()),
        widest: largest(&items, rack.width_m.min(rack.depth_m), |item| item.width_m.as_ref()),
        unsized_kinds: items.iter().filter(|item| item.height_m.is_none() || item.width_m.is_none()).count() as u32,
    }
}

fn largest(items: &[&Item], rack_m: f64, size: impl Fn(&Item) -> Option<&Figure>) -> IndoorUnit {
    let rack = IndoorUnit { name: "rack".to_owned(), size_m: rack_m };
    let units = items.iter().filter_map(|item| Some(IndoorUnit { name: item.name.clone(), size_m: size(item)?.value }));
    units.fold(rack, |largest, unit| if unit.size_m > largest.size_m { unit } else { largest })
}

/// The heaviest new unit that stands in the yard or in a hall; the first of equals.
pub fn heaviest(basis: &Basis, place: FootprintIn) -> Option<Lift> {
    let lifts = standing(basis, place)
        .filter_map(|(_, service, item)| Some(Lift { name: item.name.clone(), weight_kg: lift_kg(service, item)? }));
    lifts.reduce(|heaviest, lift| if lift.weight_kg > heaviest.weight_kg { lift } else { heaviest })
}

/// Weight of a unit on the hook, kg: water tanks are weighed full in the catalogs and set empty.
fn lift_kg(service: Service, item: &Item) -> Option<f64> {
    let water_m3 = item
        .capacity
        .as_ref()
        .filter(|_| matches!(service, Service::ThermalBuffer | Service::ChilledBuffer))
        .map_or(0.0, |figure| figure.value);
    Some(item.weight_kg.as_ref()?.value - water_m3 * WATER_KG_PER_M3)
}
