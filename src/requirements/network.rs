//! Network: routes to the world, and cabling within.

use crate::domain::Service;
use crate::input::catalog::ParameterId as P;
use crate::requirements::derivation::by_rack;
use crate::requirements::{Derivation, HallLoad, HallRule, SiteRule};
use crate::validate::Site;

/// The rules of the halls.
pub const HALL: &[(Service, HallRule)] = &[(Service::ClusterCabling, cluster_cabling)];

/// The rules of the site.
pub const SITE: &[(Service, SiteRule)] = &[
    (Service::FiberRoutes, fiber_routes),
    (Service::FiberEntrances, fiber_entrances),
    (Service::MeetMeRooms, meet_me_rooms),
    (Service::LineSystems, line_systems),
    (Service::Wavelengths, wavelengths),
];

/// Accelerators of the rack that cabling is priced by.
const CABLED_ACCELERATORS: f64 = 72.0;

fn cluster_cabling(site: &Site, load: &HallLoad) -> Derivation {
    let accelerators = site.target.rack.accelerators;
    if accelerators == 0 {
        return by_rack(load, "structured fiber by rack; the fabric itself is the tenant's");
    }
    Derivation::new("N = ceil(n * g / g_0)")
        .input("n", load.racks.into(), "racks", load.origin.clone())
        .input("g", accelerators.into(), "accelerators a rack", site.origin("target", "rack.accelerators"))
        .input("g_0", CABLED_ACCELERATORS, "accelerators", "the rack that the catalogs' cabling is priced by")
        .source("structured fiber by links, which go with the accelerators; the fabric itself is the tenant's")
}

/// As many as the tenant's routes; nothing where the tenant asks for none.
fn by_route(site: &Site, formula: &str, source: &str) -> Option<Derivation> {
    let routes = site.target.fiber.routes;
    (routes > 0).then(|| {
        Derivation::new(formula)
            .input("r", routes.into(), "routes", site.origin("target", "fiber.routes"))
            .source(source)
    })
}

fn fiber_routes(site: &Site, _: &[HallLoad]) -> Option<Derivation> {
    let fiber = &site.target.fiber;
    by_route(
        site,
        "N = r",
        "routes that share no segment and no entrance, within the limit: RTT = 2 (L d + n a) + f, d = 4.9 us/km",
    )
    .map(|derivation| {
        derivation
            .input("limit", fiber.round_trip_limit_ms, "ms", site.origin("target", "fiber.round_trip_limit_ms"))
            .input(
                "strands",
                fiber.strands_per_route.into(),
                "strands",
                site.origin("target", "fiber.strands_per_route"),
            )
    })
}

fn fiber_entrances(site: &Site, _: &[HallLoad]) -> Option<Derivation> {
    by_route(
        site,
        "N = r",
        "one for each route, TIA-942: diverse entrances; a mine has one modest circuit, so none is counted",
    )
}

fn meet_me_rooms(site: &Site, _: &[HallLoad]) -> Option<Derivation> {
    by_route(site, "N = r", "one room for each route, so that a room may be lost")
}

fn line_systems(site: &Site, _: &[HallLoad]) -> Option<Derivation> {
    by_route(site, "N = r", "one amplified pair a route on day one; further pairs are the tenant's")
}

/// Only where the target names a capacity; else lighting the fiber is the tenant's.
fn wavelengths(site: &Site, _: &[HallLoad]) -> Option<Derivation> {
    let capacity_gbps = site.target.fiber.capacity_gbps;
    (capacity_gbps > 0.0).then_some(())?;
    by_route(site, "N = r * ceil(C / c)", "every route carries the whole capacity when another is cut").map(
        |derivation| {
            derivation.input("C", capacity_gbps, "Gbit/s", site.origin("target", "fiber.capacity_gbps")).parameter(
                site,
                "c",
                P::WavelengthGbps,
                "Gbit/s",
            )
        },
    )
}
