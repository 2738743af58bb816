//! The network study: round trips, diversity, prices, links, clusters.

use super::facts::Facts;
use super::fiber;
use super::report::Report;
use super::words::said;
use crate::domain::studies::network::{BuildOrLease, CableRun, HallFabric, HallSpan, RoutePair, RouteStudy};
use crate::domain::{Place, Range, Service};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::FiberKind;
use crate::physics::network::MEDIA;
use crate::requirements::HallLoad;
use crate::validate::SiteRoute;

/// What findings on the study as a whole are about.
const ID: &str = "studies.network";

/// Every route with its round trip and verdict, and how far the limit reaches.
pub fn routes(facts: &Facts, report: &mut Report) {
    let (site, study) = (facts.site, &facts.plan.studies.network);
    let same = study.routes.iter().map(|told| &told.id).eq(site.fiber_routes.iter().map(|route| &route.id));
    report.expect(same, ID, || "has not the routes of the facility".to_owned());
    for (told, route) in study.routes.iter().zip(&site.fiber_routes) {
        round_trip(facts, told, route, report);
        offer(facts, told, route, report);
    }
    let fiber = &site.target.fiber;
    report.equal(ID, "the limit, ms,", study.limit_ms, fiber.round_trip_limit_ms);
    report.equal(ID, "the route factor", study.route_factor, site.parameter(P::RouteFactor));
    report.expect(study.strands_wanted == fiber.strands_per_route, ID, || "other strands are wanted".to_owned());
    let way_us = 2.0 * study.longest_line_of_sight_km * study.route_factor * site.parameter(P::FiberDelayUsPerKm);
    let all_us = way_us + site.parameter(P::TerminalDelayUs);
    if study.longest_line_of_sight_km > 0.0 {
        report.equal(ID, "the round trip over the longest line of sight, ms,", all_us / 1000.0, study.limit_ms);
    }
}

fn round_trip(facts: &Facts, told: &RouteStudy, route: &SiteRoute, report: &mut Report) {
    let us = |parameter| facts.site.parameter(parameter);
    report.equal(&told.id, "the length, km,", told.length_km, route.length_km);
    report.equal(&told.id, "glass, ms,", told.fiber_ms * 500.0, route.length_km * us(P::FiberDelayUsPerKm));
    let amplifiers = f64::from(route.amplifiers);
    report.expect(told.amplifiers == route.amplifiers, &told.id, || format!("has {amplifiers} amplifiers"));
    report.equal(&told.id, "amplifiers, ms,", told.amplifier_ms * 500.0, amplifiers * us(P::AmplifierDelayUs));
    report.equal(&told.id, "terminals, ms,", told.terminal_ms * 1000.0, us(P::TerminalDelayUs));
    let sum_ms = told.fiber_ms + told.amplifier_ms + told.terminal_ms;
    report.equal(&told.id, "the round trip, ms,", told.round_trip_ms, sum_ms);
    let limit_ms = facts.site.target.fiber.round_trip_limit_ms;
    report.equal(&told.id, "its part of the limit, ms,", told.share_of_limit_pct * limit_ms / 100.0, sum_ms);
}

fn offer(facts: &Facts, told: &RouteStudy, route: &SiteRoute, report: &mut Report) {
    let fiber = &facts.site.target.fiber;
    let bank = facts.bank_of(&Place::Site, Service::FiberRoutes);
    let chosen = bank.is_some_and(|bank| fiber::chosen(facts, bank).iter().any(|chosen| chosen.id == told.id));
    report.expect(told.chosen == chosen, &told.id, || format!("chosen should be {chosen}"));
    let offered = route.fiber == FiberKind::None || route.dark_strands >= fiber.strands_per_route;
    let admissible = offered && route.fiber != FiberKind::Lit && told.round_trip_ms <= fiber.round_trip_limit_ms;
    report.expect(told.admissible == admissible, &told.id, || format!("admissible should be {admissible}"));
    let leased_km = if route.fiber == FiberKind::Dark { route.length_km - route.build_km } else { 0.0 };
    report.equal(&told.id, "the lease, km,", told.leased_km, leased_km);
    report.equal(&told.id, "construction, km,", told.build_km, route.build_km);
    let same = told.railroad_crossings == route.railroad_crossings
        && told.entrance == route.entrance
        && told.segments == route.segments
        && told.point_of_presence == route.point_of_presence
        && told.length_origin == route.length_origin
        && told.strands_offered.unwrap_or(route.dark_strands) == route.dark_strands;
    report.expect(same, &told.id, || "is not the facility's route".to_owned());
}

/// Pairs of chosen routes, what is lit on them, and what construction costs beside a lease.
pub fn diversity(facts: &Facts, report: &mut Report) {
    let study = &facts.plan.studies.network;
    let chosen: Vec<&RouteStudy> = study.routes.iter().filter(|route| route.chosen).collect();
    let count = chosen.len() * chosen.len().saturating_sub(1) / 2;
    report.expect(study.pairs.len() == count, ID, || format!("{} pairs of {count}", study.pairs.len()));
    for pair in &study.pairs {
        let route = |id: &str| chosen.iter().find(|route| route.id == id);
        match route(&pair.one).zip(route(&pair.other)).filter(|_| pair.one != pair.other) {
            Some((one, other)) => diverse(pair, one, other, report),
            None => report.wrong(ID, format!("{} and {} are no pair", pair.one, pair.other)),
        }
    }
    lit(facts, report);
    let built = facts.site.fiber_routes.iter().filter(|route| route.build_km > 0.0);
    let known = built.filter(|route| price(facts, route).is_some()).count();
    report.expect(study.builds.len() == known, ID, || format!("{} constructions of {known}", study.builds.len()));
    study.builds.iter().for_each(|build| construction(facts, build, report));
}

fn diverse(pair: &RoutePair, one: &RouteStudy, other: &RouteStudy, report: &mut Report) {
    let shared = one.segments.iter().filter(|segment| other.segments.contains(segment)).count();
    let entrances = match (&one.entrance, &other.entrance) {
        (Some(one), Some(other)) => Some(one != other),
        _ => None,
    };
    let holds = pair.shared_segments.len() == shared
        && pair.entrances_differ == entrances
        && pair.ends_differ == (one.point_of_presence != other.point_of_presence)
        && pair.railroad_crossings == one.railroad_crossings + other.railroad_crossings;
    report.expect(holds, &pair.one, || format!("its diversity from {} is told wrong", pair.other));
}

/// As many wavelengths as carry the capacity, and not one more.
fn lit(facts: &Facts, report: &mut Report) {
    let fiber = &facts.site.target.fiber;
    let lit = facts.plan.studies.network.lit.as_ref();
    let wanted = fiber.capacity_gbps > 0.0 && fiber.routes > 0;
    report.expect(lit.is_some() == wanted, ID, || "what is lit is not what is asked for".to_owned());
    let Some(lit) = lit else { return };
    let one_gbps = facts.site.parameter(P::WavelengthGbps);
    report.equal(ID, "capacity, Gbit/s,", lit.lit_gbps, f64::from(lit.wavelengths) * one_gbps);
    report.at_least(ID, "capacity, Gbit/s,", lit.lit_gbps, fiber.capacity_gbps);
    report.at_most(ID, "capacity less one wavelength, Gbit/s,", lit.lit_gbps - one_gbps, fiber.capacity_gbps);
}

/// Price of construction and of a strand, USD per km.
fn price(facts: &Facts, route: &SiteRoute) -> Option<(Range, Range)> {
    let items = &facts.site.catalog.items;
    let builds = items.values().find(|item| item.build_method.is_some() && item.build_method == route.build_method)?;
    Some((builds.cost_usd.as_ref()?.range(), items.get("dark_fiber_iru")?.cost_usd.as_ref()?.range()))
}

fn construction(facts: &Facts, told: &BuildOrLease, report: &mut Report) {
    let route = facts.site.fiber_routes.iter().find(|route| route.id == told.route);
    let Some((build, strand)) = route.and_then(|route| price(facts, route)) else {
        return report.wrong(&told.route, "has no price of construction");
    };
    let strands = f64::from(facts.site.target.fiber.strands_per_route);
    report.money(&told.route, "construction", told.build, build * told.build_km, 0.01);
    report.money(&told.route, "the lease", told.lease, strand * (told.build_km * strands), 0.01);
    report.equal(&told.route, "the break-even, USD/km,", told.break_even_strands * strand.likely, build.likely);
}

/// Links by accelerators, and cables by the rack rooms of the building study.
pub fn fabric(facts: &Facts, report: &mut Report) {
    let studies = &facts.plan.studies;
    let halls = &studies.building.halls;
    let same = studies.network.fabrics.iter().map(|told| &told.hall).eq(halls.iter().map(|hall| &hall.hall));
    report.expect(same, ID, || "has not the fabric of every hall".to_owned());
    for (told, hall) in studies.network.fabrics.iter().zip(halls) {
        let accelerators = u64::from(hall.racks) * u64::from(facts.site.target.rack.accelerators);
        let links = [told.accelerators, told.links_two_tier, told.links_three_tier].map(u64::from);
        let found = [accelerators, 2 * accelerators, 3 * accelerators];
        report.expect(links == found, &told.hall, || {
            format!("its accelerators and links are {} and should be {}", said(&links), said(&found))
        });
        let cabling = facts.bank_of(&Place::Hall(told.hall.clone()), Service::ClusterCabling);
        let most = cabling.and_then(|bank| facts.item(&bank.chosen)?.most_accelerators.as_ref());
        let joined = most.map(|figure| figure.value as u32);
        report.expect(told.joined == joined, &told.hall, || {
            format!("its cabling joins {} and should join {}", said(&told.joined), said(&joined))
        });
        // Half of both sides to the middle, both sides to a corner; two drops of 3 m, a tenth of slack.
        let sides_m = hall.room.map(|room| room.length_m + room.width_m);
        run(told, told.middle.as_ref(), sides_m.map(|sides_m| (sides_m / 2.0 + 6.0) * 1.1), report);
        run(told, told.corner.as_ref(), sides_m.map(|sides_m| (sides_m + 6.0) * 1.1), report);
    }
    let rooms = facts.bank_of(&Place::Site, Service::MeetMeRooms).map_or(0.0, |bank| bank.chosen.usable);
    report.equal(ID, "meet-me rooms", studies.network.meet_me_rooms.into(), rooms.floor());
}

/// A cable is as long as the room asks, its medium reaches, and no cheaper one does.
fn run(told: &HallFabric, cable: Option<&CableRun>, length_m: Option<f64>, report: &mut Report) {
    report.expect(cable.is_some() == length_m.is_some(), &told.hall, || "a cable without a room".to_owned());
    let Some((cable, length_m)) = cable.zip(length_m) else { return };
    report.equal(&told.hall, "a cable, m,", cable.length_m, length_m);
    let found = MEDIA.iter().position(|medium| Some(medium.name) == cable.medium.as_deref()).unwrap_or(MEDIA.len());
    let reaches = MEDIA.get(found).is_none_or(|medium| medium.reach_m >= length_m);
    let cheapest = MEDIA[..found].iter().all(|cheaper| cheaper.reach_m < length_m);
    report.expect(reaches && cheapest, &told.hall, || {
        format!("the medium for {length_m} m is {} and should be another", said(&cable.medium))
    });
}

/// Every hall is in one cluster, within reach of all others in it; none where a position is missing.
pub fn clusters(facts: &Facts, report: &mut Report) {
    let study = &facts.plan.studies.network;
    report.equal(ID, "the reach, m,", study.reach_m, facts.site.parameter(P::ClusterReachM));
    let located = |load: &&HallLoad| facts.hall(&load.place()).is_some_and(|hall| hall.position_m.is_some());
    let (known, unknown): (Vec<&HallLoad>, Vec<&HallLoad>) = facts.loads.iter().partition(located);
    let missing: Vec<&String> = unknown.iter().filter(|_| facts.loads.len() > 1).map(|load| &load.hall).collect();
    report.expect(study.unlocated.iter().eq(missing.iter().copied()), ID, || {
        format!("halls without a position are {} and should be {}", said(&study.unlocated), said(&missing))
    });
    let wanted = usize::from(missing.is_empty());
    for load in &facts.loads {
        let clusters = study.clusters.iter().filter(|cluster| cluster.halls.contains(&load.hall)).count();
        report.expect(clusters == wanted, &load.hall, || format!("is in {clusters} clusters of {wanted}"));
    }
    for cluster in &study.clusters {
        let members = facts.loads.iter().filter(|load| cluster.halls.contains(&load.hall));
        let it_mw: f64 = members.map(|load| load.it_kw / 1000.0).sum();
        report.equal(ID, "a cluster, MW,", cluster.it_mw, it_mw);
    }
    let pairs = known.len() * known.len().saturating_sub(1) / 2;
    report.expect(study.spans.len() == pairs, ID, || format!("{} distances of {pairs}", study.spans.len()));
    study.spans.iter().for_each(|span| apart(facts, span, report));
}

/// The distance of two halls by Pythagoras from end to end, and whether it lets them be together.
fn apart(facts: &Facts, span: &HallSpan, report: &mut Report) {
    let study = &facts.plan.studies.network;
    let hall = |id: &str| facts.site.halls.iter().find(|hall| hall.id == id);
    let found = hall(&span.one).zip(hall(&span.other)).and_then(|(one, other)| {
        let ((x, y), (other_x, other_y)) = one.position_m.zip(other.position_m)?;
        let longer_m = one.length_m.max(one.width_m) + other.length_m.max(other.width_m);
        Some(((x - other_x).powi(2) + (y - other_y).powi(2)).sqrt() + longer_m / 2.0)
    });
    let found = found.unwrap_or(f64::NAN);
    report.equal(&span.one, &format!("the distance to {}, m,", span.other), span.distance_m, found);
    let together = study.clusters.iter().any(|it| it.halls.contains(&span.one) && it.halls.contains(&span.other));
    let reaches = !together || found <= study.reach_m;
    report.expect(reaches, &span.one, || format!("is not within reach of {}", span.other));
}
