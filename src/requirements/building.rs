//! Building: floor, envelope, fit-out, fire, yard; controls and security, which are bought by IT power too.

use crate::domain::Service;
use crate::input::catalog::ParameterId as P;
use crate::input::facility::HallKind;
use crate::physics::structure::floor_load_kg_per_m2;
use crate::requirements::{Derivation, HallLoad, HallRule, SiteRule};
use crate::validate::Site;

/// The rules of the halls.
pub const HALL: &[(Service, HallRule)] = &[
    (Service::WhiteSpace, white_space),
    (Service::FloorRating, floor_rating),
    (Service::StructuralSteel, structural_steel),
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
pub const SITE: &[(Service, SiteRule)] = &[(Service::Yard, yard), (Service::AcousticScreen, acoustic_screen)];

/// Load that racks put on their floor, kg/m2.
pub fn floor_load(site: &Site) -> f64 {
    let rack = &site.target.rack;
    floor_load_kg_per_m2(rack.weight_kg, site.parameter(P::FloorLoadFactor), rack.floor_m2)
}

/// Floor for racks, network racks, aisles and the spaces without equipment, m2.
fn floor(site: &Site, load: &HallLoad, formula: &str) -> Derivation {
    Derivation::new(formula)
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("m", load.network_racks.into(), "racks", "network and storage power over that of one network rack")
        .input("a", site.target.rack.floor_m2, "m2", site.origin("target", "rack.floor_m2"))
        .parameter(site, "g", P::GraySpacePct, "%")
}

fn white_space(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "A = (n + m) * a * (1 + g / 100)")
        .drawn_by("the footprint of indoor plant")
        .source("rack with its share of aisles; g for corridors, staging and rooms without plant")
}

fn envelope(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "A = (n + m) * a * (1 + g / 100)")
        .drawn_by("the footprint of indoor plant")
        .source("all of the white space is closed, insulated and vapor tight")
}

fn floor_rating(site: &Site, load: &HallLoad) -> Derivation {
    let rack = &site.target.rack;
    Derivation::new("A = (n + m) * a")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("m", load.network_racks.into(), "racks", "network and storage power over that of one network rack")
        .input("a", rack.floor_m2, "m2", site.origin("target", "rack.floor_m2"))
        .input("w", rack.weight_kg, "kg", site.origin("target", "rack.weight_kg"))
        .parameter(site, "k", P::FloorLoadFactor, "")
        .input("q", floor_load(site), "kg/m2", "load to bear: w k / a")
        .source("mean load; the point loads of casters are checked by the structural engineer")
}

fn structural_steel(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "M = (n + m) * a * (1 + g / 100) * q / 1000")
        .parameter(site, "q", P::SteelKgPerM2, "kg/m2")
        .source("dunnage, pipe racks and roof members by floor; the structural engineer's take-off replaces it")
}

fn by_it_power(load: &HallLoad, source: &str) -> Derivation {
    Derivation::new("P_it")
        .input("P_it", load.it_kw, "kW", format!("requirement {}.critical_power, fixed part", load.hall))
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
        return Derivation::new("A = 0").source("free ground or an empty building");
    }
    Derivation::new("A = l * w")
        .input("l", hall.length_m, "m", path("length_m"))
        .input("w", hall.width_m, "m", path("width_m"))
        .source("all of the hall is cleared of miners, racking, ducts and feeders")
}

fn with_network(load: &HallLoad, source: &str) -> Derivation {
    Derivation::new("N = n + m")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("m", load.network_racks.into(), "racks", "network and storage power over that of one network rack")
        .source(source)
}

fn containment(_: &Site, load: &HallLoad) -> Derivation {
    with_network(load, "every rack, of network too, stands in a contained aisle")
}

fn anchorage(_: &Site, load: &HallLoad) -> Derivation {
    with_network(load, "every rack, of network too, is anchored (ASCE 7, Ip 1.5)")
}

fn fire_protection(site: &Site, load: &HallLoad) -> Derivation {
    floor(site, load, "A = (n + m) * a * (1 + g / 100)")
        .drawn_by("the footprint of indoor plant")
        .source("detection and suppression over all protected floor: NFPA 75, 76, 2001")
}

/// Only where someone lives near.
fn acoustic_screen(site: &Site, loads: &[HallLoad]) -> Option<Derivation> {
    let neighbor_m = site.nearest_neighbor_m.filter(|&distance| distance < site.parameter(P::AcousticDistanceM))?;
    Some(
        Derivation::new("L = SUM / 1000 * l")
            .sum_of_halls(loads, "P", "kW", Service::CriticalPower, |load| load.it_kw)
            .parameter(site, "l", P::AcousticScreenMPerMw, "m/MW")
            .input("d", neighbor_m, "m", site.origin("facility", "land.nearest_neighbor_m"))
            .source("screen around outdoor plant by IT power; an acoustic study replaces it"),
    )
}

fn yard(_: &Site, _: &[HallLoad]) -> Option<Derivation> {
    Some(
        Derivation::new("A = 0")
            .drawn_by("the footprint of outdoor plant with its clearances")
            .source("footprints of the catalog; new shells count with their floor"),
    )
}
