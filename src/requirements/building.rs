//! Building: floor, envelope, fit-out, fire, yard; controls and security, which are bought by IT power too.

use crate::domain::Service;
use crate::input::catalog::ParameterId as P;
use crate::input::facility::HallKind;
use crate::physics::structure::floor_load_kg_per_m2;
use crate::requirements::derivation::by_rack;
use crate::requirements::{Derivation, HallLoad, HallRule, SiteRule};
use crate::validate::Site;

/// The rules of the halls.
pub const HALL: &[(Service, HallRule)] = &[
    (Service::WhiteSpace, white_space),
    (Service::FloorRating, floor_rating),
    (Service::Envelope, envelope),
    (Service::FitOut, fit_out),
    (Service::Demolition, demolition),
    (Service::Containment, containment),
    (Service::Anchorage, anchorage),
    (Service::FireProtection, fire_protection),
    (Service::Controls, controls),
    (Service::Security, security),
];

/// The rules of the site.
pub const SITE: &[(Service, SiteRule)] = &[(Service::Yard, yard)];

/// Load that racks put on their floor, kg/m2.
pub fn floor_load(site: &Site) -> f64 {
    let rack = &site.target.rack;
    floor_load_kg_per_m2(rack.weight_kg, site.parameter(P::FloorLoadFactor), rack.floor_m2)
}

/// Floor for racks, aisles and the spaces without equipment, m2.
fn floor_m2(site: &Site, load: &HallLoad) -> f64 {
    f64::from(load.racks) * site.target.rack.floor_m2 * (1.0 + site.parameter(P::GraySpacePct) / 100.0)
}

fn floor(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    Derivation::new(floor_m2(site, load), formula)
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("a", site.target.rack.floor_m2, "m2", site.origin("target", "rack.floor_m2"))
        .parameter(site, "g", P::GraySpacePct, "%")
}

fn white_space(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "A = n a (1 + g), plus the footprint of indoor plant")
        .source("rack with its share of aisles; g for corridors, staging and rooms without plant")
}

fn envelope(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "A = n a (1 + g), plus the footprint of indoor plant")
        .source("all of the white space is closed, insulated and vapor tight")
}

fn floor_rating(site: &Site, load: &HallLoad) -> Derivation {
    let rack = &site.target.rack;
    Derivation::new(f64::from(load.racks) * rack.floor_m2, "A = n a, able to bear q = w k / a")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("a", rack.floor_m2, "m2", site.origin("target", "rack.floor_m2"))
        .input("w", rack.weight_kg, "kg", site.origin("target", "rack.weight_kg"))
        .parameter(site, "k", P::FloorLoadFactor, "")
        .input("q", floor_load(site), "kg/m2", "this formula")
        .source("mean load; the point loads of casters are checked by the structural engineer")
}

fn by_it_power(load: &HallLoad, source: &str) -> Derivation {
    Derivation::new(load.it_kw, "P_it")
        .input("P_it", load.it_kw, "kW", format!("requirement {}.rack_power", load.hall))
        .source(source)
}

fn fit_out(_: &Site, load: &HallLoad) -> Derivation {
    by_it_power(load, "priced by IT power")
}

fn controls(_: &Site, load: &HallLoad) -> Derivation {
    by_it_power(load, "monitoring and control priced by IT power")
}

fn security(_: &Site, load: &HallLoad) -> Derivation {
    by_it_power(load, "access control and cameras priced by IT power")
}

/// The whole hall is stripped; free ground has nothing to strip.
fn demolition(site: &Site, load: &HallLoad) -> Derivation {
    let hall = site.hall(&load.place()).expect("a load belongs to a hall of the site");
    let path = |field: &str| site.origin("facility", &format!("halls.{}.{field}", load.hall));
    if hall.kind == HallKind::Pad || hall.mining_mw == 0.0 {
        return Derivation::new(0.0, "nothing to strip").source("free ground or an empty building");
    }
    Derivation::new(hall.length_m * hall.width_m, "A = l w")
        .input("l", hall.length_m, "m", path("length_m"))
        .input("w", hall.width_m, "m", path("width_m"))
        .source("all of the hall is cleared of miners, racking, ducts and feeders")
}

fn containment(_: &Site, load: &HallLoad) -> Derivation {
    by_rack(load, "every rack stands in a contained aisle")
}

fn anchorage(_: &Site, load: &HallLoad) -> Derivation {
    by_rack(load, "every rack is anchored (ASCE 7, Ip 1.5)")
}

fn fire_protection(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "A = n a (1 + g), plus the footprint of indoor plant")
        .source("detection and suppression over all protected floor: NFPA 75, 76, 2001")
}

fn yard(_: &Site, _: &[HallLoad]) -> Option<Derivation> {
    Some(
        Derivation::new(0.0, "the footprint of outdoor plant with its clearances")
            .source("footprints of the catalog; new shells count with their floor"),
    )
}
