//! The candidates of fiber routes: sets of routes that share no segment, each within the round-trip limit.

use crate::domain::plan::{Alternative, CandidatePlan, KeptAsset};
use crate::domain::{Mode, Range};
use crate::input::catalog::{Item, ParameterId as P};
use crate::input::facility::FiberKind;
use crate::physics::network::round_trip_ms;
use crate::validate::SiteRoute;

use super::{Order, price};

/// The catalog's dark-fiber lease, by strand and km.
const LEASE: &str = "dark_fiber_iru";

/// The catalog's railroad crossing.
const CROSSING: &str = "railroad_crossing";

/// The catalog's amplifier site; where it has no price, the line on the bill of materials has none either.
const AMPLIFIER: &str = "inline_amplifier_site";

/// Every set of admissible, diverse routes of the size asked for, and what was left out with the reasons.
pub fn candidates(order: &Order) -> (Vec<CandidatePlan>, Vec<Alternative>) {
    let mut rejected = Vec::new();
    let mut admissible = Vec::new();
    for route in &order.site.fiber_routes {
        match admit(order, route) {
            Ok(()) => admissible.push(route),
            Err(reason) => rejected.push(Alternative::rejected(&route.id, reason)),
        }
    }
    let asked = order.demand.amount as usize;
    if order.site.fiber_routes.len() < asked {
        let reason = format!("{} listed in the facility, {asked} asked for", order.site.fiber_routes.len());
        rejected.push(Alternative::rejected("fiber_routes", reason));
    }
    let mut candidates = Vec::new();
    for set in combinations(&admissible, asked) {
        let names: Vec<&str> = set.iter().map(|route| route.id.as_str()).collect();
        match shared_by(&set) {
            Some(shared) => rejected.push(Alternative::rejected(&names.join(" + "), format!("both use {shared}"))),
            None => match candidate(order, &set) {
                Ok(candidate) => candidates.push(candidate),
                Err(reason) => rejected.push(Alternative::rejected(&names.join(" + "), reason)),
            },
        }
    }
    (candidates, rejected)
}

fn admit(order: &Order, route: &SiteRoute) -> Result<(), String> {
    let wanted = &order.site.target.fiber;
    let new = route.fiber == FiberKind::None;
    if route.fiber == FiberKind::Lit {
        return Err("only lit services are offered".to_owned());
    }
    if !new && route.dark_strands < wanted.strands_per_route {
        return Err(format!("{} dark strands of {} wanted", route.dark_strands, wanted.strands_per_route));
    }
    let rtt = route_round_trip_ms(order, route);
    if rtt > wanted.round_trip_limit_ms {
        return Err(format!("round trip {rtt:.2} ms; the limit is {} ms", wanted.round_trip_limit_ms));
    }
    Ok(())
}

/// The longest of the routes that could be taken, km.
pub fn longest_km(order: &Order) -> f64 {
    let admissible = order.site.fiber_routes.iter().filter(|route| admit(order, route).is_ok());
    admissible.map(|route| route.length_km).fold(0.0, f64::max)
}

fn route_round_trip_ms(order: &Order, route: &SiteRoute) -> f64 {
    let site = order.site;
    round_trip_ms(
        route.length_km,
        route.amplifiers,
        site.parameter(P::FiberDelayUsPerKm),
        site.parameter(P::AmplifierDelayUs),
        site.parameter(P::TerminalDelayUs),
    )
}

/// All sets of `size` routes, in file order.
fn combinations<'a>(routes: &[&'a SiteRoute], size: usize) -> Vec<Vec<&'a SiteRoute>> {
    if size == 0 {
        return vec![Vec::new()];
    }
    (0..routes.len())
        .flat_map(|i| {
            combinations(&routes[i + 1..], size - 1).into_iter().map(move |mut rest| {
                rest.insert(0, routes[i]);
                rest
            })
        })
        .collect()
}

fn shared_by(set: &[&SiteRoute]) -> Option<String> {
    let pairs = set.iter().enumerate().flat_map(|(i, a)| set[i + 1..].iter().map(move |b| (a, b)));
    pairs.filter_map(|(a, b)| shared(a, b)).next()
}

/// A segment or an entrance that two routes share.
fn shared(a: &SiteRoute, b: &SiteRoute) -> Option<String> {
    let segment = a.segments.iter().find(|segment| b.segments.contains(segment));
    let entrance = a.entrance.as_ref().filter(|entrance| b.entrance.as_ref() == Some(entrance));
    segment.map(|name| format!("segment {name}")).or(entrance.map(|name| format!("entrance {name}")))
}

/// A set of routes: leases and construction of all, the longest of their permits and of their works.
fn candidate(order: &Order, set: &[&SiteRoute]) -> Result<CandidatePlan, String> {
    let mut parts = Vec::new();
    let mut lead = Range::ZERO;
    let mut install = Range::ZERO;
    for route in set {
        for (item, quantity) in works(order, route)? {
            parts.push(price::part(order.site, item, quantity, Mode::default()));
            lead = lead.max(item.lead_weeks.range());
            install = install.max(item.install_weeks.range() * (quantity / item.install_batch));
        }
    }
    let labels: Vec<String> =
        set.iter().map(|route| format!("{} ({:.2} ms)", route.id, route_round_trip_ms(order, route))).collect();
    Ok(CandidatePlan {
        label: labels.join(" + "),
        kept: set.iter().map(|route| kept(route)).collect(),
        item: None,
        units: 0.0,
        unit_capacity: 0.0,
        ordered: Vec::new(),
        usable: set.len() as f64,
        fault_current_ka: None,
        on_boards: None,
        interrupting_rating_ka: None,
        mode: Mode::default(),
        cost: price::cost(&parts),
        lead_weeks: lead,
        install_weeks: install,
        not_before: None,
        draws: Vec::new(),
        covers: Vec::new(),
        parts,
    })
}

fn kept(route: &SiteRoute) -> KeptAsset {
    KeptAsset::in_place(format!("fiber_routes.{}", route.id), 1, 1.0)
}

/// What a route needs: strands leased over what exists, construction of the rest, crossings.
fn works<'a>(order: &'a Order, route: &SiteRoute) -> Result<Vec<(&'a Item, f64)>, String> {
    let mut works = Vec::new();
    let leased_km = route.length_km - route.build_km;
    if route.fiber == FiberKind::Dark && leased_km > 0.0 {
        let strands = f64::from(order.site.target.fiber.strands_per_route);
        works.push((priced(order, LEASE)?, leased_km * strands));
    }
    if route.build_km > 0.0 {
        let builds = |item: &&Item| item.build_method.is_some() && item.build_method == route.build_method;
        let item = order.site.catalog.items_for(order.demand.service).find(builds);
        works.push((item.ok_or("no price for this way of building is known")?, route.build_km));
    }
    if route.railroad_crossings > 0 {
        works.push((priced(order, CROSSING)?, f64::from(route.railroad_crossings)));
    }
    if route.amplifiers > 0 {
        works.push((listed(order, AMPLIFIER)?, f64::from(route.amplifiers)));
    }
    Ok(works)
}

fn listed<'a>(order: &'a Order, id: &str) -> Result<&'a Item, String> {
    order.site.catalog.items.get(id).ok_or_else(|| format!("the catalogs have no {id}"))
}

fn priced<'a>(order: &'a Order, id: &str) -> Result<&'a Item, String> {
    let item = listed(order, id)?;
    if item.cost_usd.is_some() { Ok(item) } else { Err(format!("the catalogs have no price for {id}")) }
}
