//! The cooling study: heat rejection on the design day, and the loops and the air of each hall.

mod air;
mod loops;
mod principles;

use super::Basis;
use crate::domain::studies::CoolingStudy;
use crate::domain::studies::cooling::HallCooling;
use crate::requirements::{HallLoad, RackFlow};
use crate::validate::Site;

/// All principles against the design day, and each hall by its chosen equipment.
pub fn study(basis: &Basis) -> CoolingStudy {
    let (site, rack) = (basis.site, &basis.site.target.rack);
    CoolingStudy {
        facility_water_c: basis.conditions.facility_water_c,
        coolant_supply_c: rack.coolant_supply_c,
        max_coolant_supply_c: rack.max_coolant_supply_c,
        flow_factor_at_warmest: flow_factor(site),
        water_available_m3_per_day: site.water_m3_per_day,
        principles: principles::checks(basis),
        halls: basis.loads.iter().map(|load| hall(basis, load)).collect(),
    }
}

/// The heat of the rack in a smaller rise: published tables keep the return temperature.
fn flow_factor(site: &Site) -> Option<f64> {
    let (rack, return_c) = (&site.target.rack, RackFlow::of(site).return_c);
    let rises = (return_c - rack.coolant_supply_c, return_c - rack.max_coolant_supply_c);
    (rises.1 > 0.0 && rises.0 > rises.1).then(|| rises.0 / rises.1)
}

fn hall(basis: &Basis, load: &HallLoad) -> HallCooling {
    HallCooling {
        place: load.place(),
        technology: loops::technology(basis, load),
        warm_loop: loops::warm(basis, load),
        cold_loop: loops::cold(basis, load),
        fill: loops::fill(basis, load),
        buffer: loops::buffer(basis, load),
        air: air::side(basis, load),
    }
}
