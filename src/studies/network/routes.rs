//! Fiber routes: round trips, verdicts, diversity, construction against lease.

use crate::domain::format::{figure, list};
use crate::domain::studies::network::{BuildOrLease, RoutePair, RouteStudy};
use crate::domain::{Place, Service};
use crate::input::catalog::{Item, ParameterId as P};
use crate::input::facility::{BuildMethod, FiberKind};
use crate::physics::network::round_trip_ms;
use crate::studies::Basis;
use crate::validate::SiteRoute;

/// The catalog's dark-fiber lease, by strand and km.
const LEASE: &str = "dark_fiber_iru";

/// Every route of the facility.
pub fn all(basis: &Basis) -> Vec<RouteStudy> {
    basis.site.fiber_routes.iter().map(|route| study(basis, route)).collect()
}

/// The routes that the plan takes, in file order.
fn chosen<'a>(basis: &Basis<'a>) -> Vec<&'a SiteRoute> {
    let kept =
        basis.bank(&Place::Site, Service::FiberRoutes).map(|bank| bank.chosen.kept.as_slice()).unwrap_or_default();
    let taken = |route: &&SiteRoute| kept.iter().any(|kept| kept.asset == format!("fiber_routes.{}", route.id));
    basis.site.fiber_routes.iter().filter(taken).collect()
}

fn study(basis: &Basis, route: &SiteRoute) -> RouteStudy {
    let site = basis.site;
    let [fiber_ms, amplifier_ms, terminal_ms] = parts_ms(
        route,
        site.parameter(P::FiberDelayUsPerKm),
        site.parameter(P::AmplifierDelayUs),
        site.parameter(P::TerminalDelayUs),
    );
    let round_trip_ms = fiber_ms + amplifier_ms + terminal_ms;
    let limit_ms = site.target.fiber.round_trip_limit_ms;
    let faults = faults(route, site.target.fiber.strands_per_route, round_trip_ms, limit_ms);
    let chosen = chosen(basis);
    RouteStudy {
        id: route.id.clone(),
        point_of_presence: route.point_of_presence.clone(),
        chosen: chosen.iter().any(|taken| taken.id == route.id),
        length_km: route.length_km,
        length_origin: route.length_origin.clone(),
        amplifiers: route.amplifiers,
        fiber_ms,
        amplifier_ms,
        terminal_ms,
        round_trip_ms,
        share_of_limit_pct: round_trip_ms / limit_ms * 100.0,
        fiber: fiber_kind(route.fiber).to_owned(),
        strands_offered: (route.fiber != FiberKind::None).then_some(route.dark_strands),
        leased_km: if route.fiber == FiberKind::Dark { route.length_km - route.build_km } else { 0.0 },
        build_km: route.build_km,
        build_method: route.build_method.map(|method| method_name(method).to_owned()),
        railroad_crossings: route.railroad_crossings,
        entrance: route.entrance.clone(),
        segments: route.segments.clone(),
        admissible: faults.is_empty(),
        verdict: verdict(route, &faults, &chosen),
    }
}

/// Round trip in glass, through amplifiers and through the terminals, ms.
fn parts_ms(route: &SiteRoute, us_per_km: f64, amplifier_us: f64, terminal_us: f64) -> [f64; 3] {
    [
        round_trip_ms(route.length_km, 0, us_per_km, 0.0, 0.0),
        round_trip_ms(0.0, route.amplifiers, 0.0, amplifier_us, 0.0),
        round_trip_ms(0.0, 0, 0.0, 0.0, terminal_us),
    ]
}

/// Why a route cannot be taken; nothing where it can.
fn faults(route: &SiteRoute, strands: u32, round_trip_ms: f64, limit_ms: f64) -> Vec<String> {
    let mut faults = Vec::new();
    if route.fiber == FiberKind::Lit {
        faults.push("only lit services are offered".to_owned());
    }
    if route.fiber == FiberKind::Dark && route.dark_strands < strands {
        faults.push(format!("{} dark strands of {strands} wanted", route.dark_strands));
    }
    if round_trip_ms > limit_ms {
        faults.push(format!("round trip of {round_trip_ms:.2} ms above the limit of {} ms", figure(limit_ms)));
    }
    faults
}

fn verdict(route: &SiteRoute, faults: &[String], chosen: &[&SiteRoute]) -> String {
    if !faults.is_empty() {
        return format!("cannot be taken: {}", list(faults));
    }
    if chosen.iter().any(|taken| taken.id == route.id) {
        return "taken".to_owned();
    }
    let shares: Vec<String> = chosen.iter().filter_map(|taken| shared(route, taken)).collect();
    match shares.as_slice() {
        [] => "could be taken; in reserve".to_owned(),
        shares => format!("could be taken, but not beside the chosen: {}", list(shares)),
    }
}

/// What a route shares with one that is taken, in words.
fn shared(route: &SiteRoute, taken: &SiteRoute) -> Option<String> {
    let segment = shared_segments(route, taken).into_iter().next().map(|name| format!("segment {name}"));
    let entrance = route.entrance.clone().filter(|_| route.entrance == taken.entrance);
    let what = segment.or(entrance.map(|name| format!("entrance {name}")))?;
    Some(format!("{what} as {}", taken.id))
}

fn shared_segments(one: &SiteRoute, other: &SiteRoute) -> Vec<String> {
    one.segments.iter().filter(|segment| other.segments.contains(segment)).cloned().collect()
}

/// Every pair of the chosen routes.
pub fn pairs(basis: &Basis) -> Vec<RoutePair> {
    let chosen = chosen(basis);
    let pairs = chosen.iter().enumerate().flat_map(|(i, one)| chosen[i + 1..].iter().map(move |other| (*one, *other)));
    pairs.map(|(one, other)| pair(one, other)).collect()
}

fn pair(one: &SiteRoute, other: &SiteRoute) -> RoutePair {
    RoutePair {
        one: one.id.clone(),
        other: other.id.clone(),
        shared_segments: shared_segments(one, other),
        entrances_differ: one.entrance.as_ref().zip(other.entrance.as_ref()).map(|(one, other)| one != other),
        ends_differ: one.point_of_presence != other.point_of_presence,
        railroad_crossings: one.railroad_crossings + other.railroad_crossings,
    }
}

/// What must be built of each route, against a lease over the same way; routes whose method has no price are left out.
pub fn builds(basis: &Basis) -> Vec<BuildOrLease> {
    basis.site.fiber_routes.iter().filter_map(|route| build_or_lease(basis, route)).collect()
}

fn build_or_lease(basis: &Basis, route: &SiteRoute) -> Option<BuildOrLease> {
    let method = route.build_method.filter(|_| route.build_km > 0.0)?;
    let builds = |item: &&Item| item.build_method == Some(method);
    let built = basis.site.catalog.items_for(Service::FiberRoutes).find(builds)?.cost_usd.as_ref()?.range();
    let strand = basis.site.catalog.items.get(LEASE)?.cost_usd.as_ref()?.range();
    let strands = f64::from(basis.site.target.fiber.strands_per_route);
    Some(BuildOrLease {
        route: route.id.clone(),
        build_km: route.build_km,
        method: method_name(method).to_owned(),
        build: built * route.build_km,
        lease: strand * (route.build_km * strands),
        break_even_strands: built.likely / strand.likely,
    })
}

/// As in the facility file.
fn fiber_kind(kind: FiberKind) -> &'static str {
    match kind {
        FiberKind::Dark => "dark",
        FiberKind::Lit => "lit",
        FiberKind::None => "none",
    }
}

/// As in the facility file.
fn method_name(method: BuildMethod) -> &'static str {
    match method {
        BuildMethod::Aerial => "aerial",
        BuildMethod::Plowed => "plowed",
        BuildMethod::Bored => "bored",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(id: &str, length_km: f64, amplifiers: u32, fiber: FiberKind, segments: &[&str]) -> SiteRoute {
        SiteRoute {
            id: id.to_owned(),
            point_of_presence: "Quincy".to_owned(),
            length_km,
            length_origin: "facility".to_owned(),
            fiber,
            dark_strands: 24,
            build_km: 0.0,
            build_method: None,
            railroad_crossings: 1,
            segments: segments.iter().map(|segment| (*segment).to_owned()).collect(),
            amplifiers,
            entrance: None,
        }
    }

    #[test]
    fn a_round_trip_is_taken_apart() {
        // 100 km take 0.98 ms there and back (Lynx Planning); two amplifiers of 0.15 us, passed twice, 0.6 us; terminals 60 us.
        let parts = parts_ms(&route("a", 100.0, 2, FiberKind::Dark, &[]), 4.9, 0.15, 60.0);
        let wanted = [0.98, 0.0006, 0.06];
        assert!(parts.iter().zip(wanted).all(|(part, wanted)| (part - wanted).abs() < 1e-12), "{parts:?}");
    }

    #[test]
    fn every_fault_of_a_route_is_told() {
        let lit = route("lit", 305.0, 3, FiberKind::Lit, &[]);
        assert_eq!(
            verdict(&lit, &faults(&lit, 12, 3.05, 2.0), &[]),
            "cannot be taken: only lit services are offered and round trip of 3.05 ms above the limit of 2 ms"
        );
        assert_eq!(
            faults(&route("thin", 10.0, 0, FiberKind::Dark, &[]), 48, 0.1, 2.0),
            ["24 dark strands of 48 wanted"]
        );
        assert!(faults(&route("new", 10.0, 0, FiberKind::None, &[]), 48, 0.1, 2.0).is_empty());
    }

    #[test]
    fn a_route_beside_one_that_is_taken_shares_nothing_with_it() {
        let taken = route("north", 60.0, 0, FiberKind::Dark, &["bridge", "road"]);
        let other = route("south", 80.0, 0, FiberKind::Dark, &["field", "bridge"]);
        assert_eq!(verdict(&taken, &[], &[&taken]), "taken");
        assert_eq!(
            verdict(&other, &[], &[&taken]),
            "could be taken, but not beside the chosen: segment bridge as north"
        );
        let pair = pair(&taken, &other);
        assert_eq!((pair.shared_segments, pair.railroad_crossings), (vec!["bridge".to_owned()], 2));
        assert_eq!((pair.entrances_differ, pair.ends_differ), (None, false));
    }
}
