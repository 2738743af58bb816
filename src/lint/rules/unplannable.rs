//! An item is chosen only where its price and all ratings that its service asks for are known. What a fiber route is made of
//! is bought without a price as well, and its line says so.

use crate::domain::Service;
use crate::input::catalog::Item;
use crate::lint::{Doubt, Shelf};

/// What an item of a service cannot do without.
type Need = (Service, &'static str, fn(&Item) -> bool);

const NEEDS: &[Need] = &[
    (Service::LiquidCooling, "approach_k", |item| item.approach_k.is_some()),
    (Service::LiquidCooling, "flow_lpm", |item| item.flow_lpm.is_some()),
    (Service::LiquidCooling, "head_kpa", |item| item.head_kpa.is_some()),
    (Service::FacilityWater, "head_kpa", |item| item.head_kpa.is_some()),
    (Service::FacilityFill, "freeze_c", |item| item.freeze_c.is_some()),
    (Service::ChilledWater, "heat_rejection", |item| item.heat_rejection.is_some()),
    (Service::FloorRating, "floor_kg_per_m2", |item| item.floor_kg_per_m2.is_some()),
    (Service::WhiteSpace, "floor_kg_per_m2", |item| item.floor_kg_per_m2.is_some()),
    (Service::Envelope, "suits_envelope", |item| !item.suits_envelope.is_empty()),
    (Service::Wavelengths, "reach_km", |item| item.reach_km.is_some()),
];

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    shelf.catalog.items.values().filter_map(doubt).collect()
}

fn doubt(item: &Item) -> Option<Doubt> {
    let needs = NEEDS.iter().filter(|(service, _, given)| *service == item.service && !given(item));
    let priced = item.cost_usd.is_some() || item.service == Service::FiberRoutes;
    let price = (!priced).then_some("cost_usd");
    let missing: Vec<String> =
        price.into_iter().chain(needs.map(|need| need.1)).map(|key| format!("`{key}`")).collect();
    let message = || format!("no plan can choose it: it lacks {}", missing.join(", "));
    (!missing.is_empty()).then(|| Doubt::new(format!("items.{}", item.id), message()))
}
