//! What the site itself brings to a bank besides equipment: floor, slab, envelope, ground, water.

use crate::domain::plan::KeptAsset;
use crate::domain::{Service, Total};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::{EnvelopeKind, HallKind};
use crate::requirements::building::floor_load;
use crate::validate::{Site, SiteHall};

use super::Order;

/// The endowment of the bank's service, as a kept asset named by its path in the facility, or why it does not count.
pub fn endowment(order: &Order) -> Option<Result<KeptAsset, String>> {
    let site = order.site;
    let hall = || site.hall(&order.demand.place);
    match order.demand.service {
        Service::WhiteSpace => hall().map(|hall| floor(site, hall)),
        Service::FloorRating => hall().map(|hall| slab(site, hall)),
        Service::Envelope => hall().map(|hall| envelope(site, hall)),
        Service::Yard => Some(Ok(kept("land.yard_m2".to_owned(), yard_m2(site)))),
        Service::MakeUpWater => Some(Ok(kept("water.available_m3_per_day".to_owned(), site.water_m3_per_day))),
        _ => None,
    }
}

fn kept(path: String, capacity: f64) -> KeptAsset {
    KeptAsset::in_place(path, 1, capacity)
}

/// Floor of a hall that can be used after columns, doors and walls, m2.
fn usable_floor_m2(site: &Site, hall: &SiteHall) -> f64 {
    hall.length_m * hall.width_m * site.parameter(P::UsableFloorPct) / 100.0
}

fn floor(site: &Site, hall: &SiteHall) -> Result<KeptAsset, String> {
    let height_m = site.target.rack.height_m + site.parameter(P::ClearanceAboveRackM);
    match hall.kind {
        HallKind::Containers => Err("containers house no racks".to_owned()),
        HallKind::Pad => Err("free ground".to_owned()),
        HallKind::Building if hall.clear_height_m < height_m => {
            Err(format!("clear height {} m; racks and what hangs above them need {height_m:.1} m", hall.clear_height_m))
        }
        HallKind::Building => Ok(kept(format!("halls.{}", hall.id), usable_floor_m2(site, hall))),
    }
}

fn slab(site: &Site, hall: &SiteHall) -> Result<KeptAsset, String> {
    floor(site, hall)?;
    let load = floor_load(site);
    match hall.slab_kg_per_m2 {
        None => Err("slab rating unknown; a survey may bring it back".to_owned()),
        Some(rated) if rated < load => Err(format!("slab bears {rated:.0} kg/m2; racks put {load:.0} kg/m2 on it")),
        Some(_) => Ok(kept(format!("halls.{}.slab_kg_per_m2", hall.id), usable_floor_m2(site, hall))),
    }
}

fn envelope(site: &Site, hall: &SiteHall) -> Result<KeptAsset, String> {
    floor(site, hall)?;
    match hall.envelope {
        EnvelopeKind::Open => Err("open to the outside air".to_owned()),
        EnvelopeKind::Enclosed => Err("closed, but without insulation and vapor barrier".to_owned()),
        EnvelopeKind::Insulated => Ok(kept(format!("halls.{}.envelope", hall.id), usable_floor_m2(site, hall))),
    }
}

/// Free ground, with that of halls on which a new shell would stand in place of containers or on a pad, m2.
fn yard_m2(site: &Site) -> f64 {
    let cleared = site.convertible_halls().filter(|hall| hall.kind != HallKind::Building);
    site.yard_m2 + cleared.map(|hall| hall.length_m * hall.width_m).total()
}
