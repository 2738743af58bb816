//! The network: every fiber route, how diverse the chosen ones are, construction against lease, and the fabric inside.

mod inside;
mod routes;

use super::Basis;
use crate::domain::studies::network::LitCapacity;
use crate::domain::studies::{BuildingStudy, NetworkStudy};
use crate::domain::{Place, Service};
use crate::input::catalog::ParameterId as P;
use crate::physics::network::{MULTIMODE_REACH_M, longest_line_of_sight_km, wavelengths};

/// Routes to the world, and reach within the halls and between them; rack rooms are those of the building study.
pub fn study(basis: &Basis, building: &BuildingStudy) -> NetworkStudy {
    let site = basis.site;
    let route_factor = site.parameter(P::RouteFactor);
    let limit_ms = site.target.fiber.round_trip_limit_ms;
    let halls = inside::located(basis);
    NetworkStudy {
        routes_asked: site.target.fiber.routes,
        limit_ms,
        longest_line_of_sight_km: longest_line_of_sight_km(
            limit_ms,
            site.parameter(P::FiberDelayUsPerKm),
            route_factor,
            site.parameter(P::TerminalDelayUs) / 2.0,
        ),
        route_factor,
        strands_wanted: site.target.fiber.strands_per_route,
        routes: routes::all(basis),
        pairs: routes::pairs(basis),
        lit: lit(basis),
        builds: routes::builds(basis),
        fabrics: building.halls.iter().map(|hall| inside::fabric(basis, hall)).collect(),
        meet_me_rooms: basis.bank(&Place::Site, Service::MeetMeRooms).map_or(0, |bank| bank.chosen.usable as u32),
        multimode_reach_m: MULTIMODE_REACH_M,
        reach_m: site.parameter(P::ClusterReachM),
        spans: inside::spans(&halls),
        clusters: inside::clusters(&halls, site.parameter(P::ClusterReachM)),
        unlocated: inside::unlocated(basis),
    }
}

fn lit(basis: &Basis) -> Option<LitCapacity> {
    let fiber = &basis.site.target.fiber;
    let wavelength_gbps = basis.site.parameter(P::WavelengthGbps);
    let pairs = basis.bank(&Place::Site, Service::LineSystems).map_or(0.0, |bank| bank.chosen.usable);
    (fiber.capacity_gbps > 0.0 && fiber.routes > 0).then(|| {
        let count = wavelengths(fiber.capacity_gbps, wavelength_gbps);
        LitCapacity {
            asked_gbps: fiber.capacity_gbps,
            wavelength_gbps,
            wavelengths: count,
            pairs: (pairs / f64::from(fiber.routes)) as u32,
            lit_gbps: f64::from(count) * wavelength_gbps,
        }
    })
}
