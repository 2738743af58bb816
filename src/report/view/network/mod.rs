//! Fiber routes, their diversity, and the fabric inside.

mod findings;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::Place;
use crate::domain::plan::Plan;
use crate::domain::studies::NetworkStudy;
use crate::domain::studies::network::{
    BuildOrLease, CableRun, Cluster, HallFabric, LitCapacity, RoutePair, RouteStudy,
};
use crate::report::style::{Style, args};

/// From the tray to a port, which the lengths of cables hold twice, m.
const DROP_M: f64 = 3.0;

/// The section on the network.
#[derive(JsonSchema, Serialize)]
pub struct NetworkView {
    result: String,
    findings: Vec<String>,
    routes: Vec<RouteRow>,
    pairs: Vec<PairRow>,
    lit: String,
    /// What a lease is of.
    lease: String,
    cable_note: String,
    builds: Vec<BuildRow>,
    fabrics: Vec<Placed<FabricRow>>,
    links: Vec<Placed<LinkRow>>,
    cluster: String,
}

#[derive(JsonSchema, Serialize)]
struct RouteRow {
    id: String,
    point_of_presence: String,
    length_km: String,
    length_origin: String,
    amplifiers: u32,
    fiber_ms: String,
    amplifier_ms: String,
    terminal_ms: String,
    round_trip_ms: String,
    share: String,
    fiber: String,
    strands: String,
    leased_km: String,
    built_km: String,
    /// How it is built; nothing where nothing is.
    method: Option<String>,
    railroad_crossings: u32,
    /// Its name; nothing where it has none.
    entrance: Option<String>,
    verdict: String,
}

#[derive(JsonSchema, Serialize)]
struct PairRow {
    pair: String,
    segments: String,
    entrances: String,
    ends: String,
    railroad_crossings: u32,
}

#[derive(JsonSchema, Serialize)]
struct BuildRow {
    route: String,
    build_km: String,
    method: String,
    build: String,
    lease: String,
    break_even: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct FabricRow {
    middle_m: String,
    middle_medium: String,
    corner_m: String,
    corner_medium: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct LinkRow {
    accelerators: String,
    two_tier: String,
    three_tier: String,
}

impl NetworkView {
    /// How many findings the section holds.
    pub fn findings(&self) -> usize {
        self.findings.len()
    }

    /// Prepares the section; nothing where there is neither a route nor a hall.
    pub fn of(plan: &Plan, style: &Style) -> Option<NetworkView> {
        let study = &plan.studies.network;
        let linked = study.fabrics.iter().filter(|fabric| fabric.accelerators > 0);
        (!study.routes.is_empty() || !study.fabrics.is_empty()).then(|| NetworkView {
            result: result(study, style),
            findings: findings::of(study, style),
            routes: study.routes.iter().map(|route| route_row(study, route, style)).collect(),
            pairs: study.pairs.iter().map(|pair| pair_row(study, pair, style)).collect(),
            lit: lit(study, style),
            lease: style.say("network-col-lease", args!["strands" => study.strands_wanted.to_string()]),
            cable_note: style.say("network-cable", args!["drop" => style.quantity(DROP_M, "m")]),
            builds: study.builds.iter().map(|build| build_row(build, style)).collect(),
            fabrics: by_place(
                style,
                study.fabrics.iter().map(|fabric| (Place::from(fabric.hall.as_str()), fabric_row(fabric, style))),
            ),
            links: by_place(style, linked.map(|fabric| (Place::from(fabric.hall.as_str()), link_row(fabric, style)))),
            cluster: cluster(study, style),
        })
    }
}

fn result(study: &NetworkStudy, style: &Style) -> String {
    let reach = args![
        "limit" => style.with_unit(style.figure(study.limit_ms), "ms"),
        "reach" => style.quantity(study.longest_line_of_sight_km, "km"),
        "factor" => style.figure(study.route_factor),
    ];
    style.sentences(&[taken(study, style), style.say("network-reach", reach)])
}

/// The routes that are taken, with the longest.
fn taken(study: &NetworkStudy, style: &Style) -> String {
    let chosen: Vec<&RouteStudy> = study.routes.iter().filter(|route| route.chosen).collect();
    let names: Vec<String> = chosen.iter().map(|route| route.id.clone()).collect();
    let Some(longest) = chosen.iter().max_by(|a, b| a.round_trip_ms.total_cmp(&b.round_trip_ms)) else {
        return style.word("network-no-route");
    };
    let figures = args![
        "routes" => style.list(&names),
        "end" => longest.point_of_presence.as_str(),
        "trip" => style.with_unit(style.fixed(longest.round_trip_ms, 2), "ms"),
        "share" => style.percent(longest.share_of_limit_pct),
    ];
    style.say("network-taken", figures)
}

fn route_row(study: &NetworkStudy, route: &RouteStudy, style: &Style) -> RouteRow {
    let offered = route.strands_offered.map_or_else(|| style.word("network-as-built"), |offered| offered.to_string());
    let strands = args!["wanted" => study.strands_wanted.to_string(), "offered" => offered];
    RouteRow {
        id: route.id.clone(),
        point_of_presence: route.point_of_presence.clone(),
        length_km: style.amount_in(route.length_km, "km"),
        length_origin: route.length_origin.clone(),
        amplifiers: route.amplifiers,
        fiber_ms: style.fixed(route.fiber_ms, 3),
        amplifier_ms: if route.amplifiers == 0 { "-".to_owned() } else { style.fixed(route.amplifier_ms, 4) },
        terminal_ms: style.fixed(route.terminal_ms, 3),
        round_trip_ms: style.fixed(route.round_trip_ms, 2),
        share: style.percent(route.share_of_limit_pct),
        fiber: route.fiber.clone(),
        strands: style.say("network-strands", strands),
        leased_km: style.amount_in(route.leased_km, "km"),
        built_km: style.amount_in(route.build_km.max(0.0), "km"),
        method: route.build_method.clone().filter(|_| route.build_km > 0.0),
        railroad_crossings: route.railroad_crossings,
        entrance: route.entrance.clone(),
        verdict: route.verdict.clone(),
    }
}

fn pair_row(study: &NetworkStudy, pair: &RoutePair, style: &Style) -> PairRow {
    let both = study.routes.iter().filter(|route| [&pair.one, &pair.other].contains(&&route.id));
    let named: usize = both.map(|route| route.segments.len()).sum();
    PairRow {
        pair: style.list(&[pair.one.clone(), pair.other.clone()]),
        segments: match pair.shared_segments.as_slice() {
            [] => style.say("network-none-shared", args!["named" => named.to_string()]),
            shared => style.list(shared),
        },
        entrances: style.word(match pair.entrances_differ {
            Some(true) => "network-entrances-differ",
            Some(false) => "network-the-same",
            None => "network-entrances-unnamed",
        }),
        ends: style.word(if pair.ends_differ { "network-different" } else { "network-the-same" }),
        railroad_crossings: pair.railroad_crossings,
    }
}

fn lit(study: &NetworkStudy, style: &Style) -> String {
    let capacity = study.lit.as_ref().map_or_else(|| style.word("network-unlit"), |lit| capacity(lit, style));
    let rooms = args!["rooms" => style.count("meet-me-room", study.meet_me_rooms.into())];
    style.sentences(&[capacity, style.say("network-rooms", rooms)])
}

fn capacity(lit: &LitCapacity, style: &Style) -> String {
    let [asked, each, all] =
        [lit.asked_gbps, lit.wavelength_gbps, lit.lit_gbps].map(|gbps| style.quantity(gbps, "Gbit/s"));
    let figures = args![
        "asked" => asked,
        "wavelengths" => style.count("wavelength", lit.wavelengths.into()),
        "each" => each,
        "pairs" => style.count("pair", lit.pairs.into()),
        "all" => all,
    ];
    style.say("network-lit", figures)
}

fn build_row(build: &BuildOrLease, style: &Style) -> BuildRow {
    BuildRow {
        route: build.route.clone(),
        build_km: style.amount_in(build.build_km, "km"),
        method: build.method.clone(),
        build: style.usd_with_span(build.build),
        lease: style.usd_with_span(build.lease),
        break_even: style.amount(build.break_even_strands.round()),
    }
}

/// A length in whole meters or feet.
fn whole(length_m: f64, style: &Style) -> String {
    style.amount(style.units().convert(length_m, "m").0.round())
}

fn fabric_row(fabric: &HallFabric, style: &Style) -> FabricRow {
    let length = |run: &Option<CableRun>| run.as_ref().map_or_else(|| "-".to_owned(), |run| whole(run.length_m, style));
    let medium = |run: &Option<CableRun>| match run {
        None => "-".to_owned(),
        Some(CableRun { medium: Some(medium), .. }) => style.phrase(medium),
        Some(_) => style.word("network-no-medium"),
    };
    FabricRow {
        middle_m: length(&fabric.middle),
        middle_medium: medium(&fabric.middle),
        corner_m: length(&fabric.corner),
        corner_medium: medium(&fabric.corner),
    }
}

fn link_row(fabric: &HallFabric, style: &Style) -> LinkRow {
    LinkRow {
        accelerators: style.amount(fabric.accelerators.into()),
        two_tier: style.amount(fabric.links_two_tier.into()),
        three_tier: style.amount(fabric.links_three_tier.into()),
    }
}

/// The clusters in a sentence, with the halls that are farthest apart where their positions are known.
fn cluster(study: &NetworkStudy, style: &Style) -> String {
    let each = |cluster: &Cluster| {
        let figures = args!["power" => style.mw(cluster.it_mw), "halls" => style.list(&cluster.halls)];
        style.say("network-cluster-of", figures)
    };
    let clusters: Vec<String> = study.clusters.iter().map(each).collect();
    let figures = args![
        "count" => clusters.len().to_string(),
        "power" => study.clusters.first().map_or_else(String::new, |cluster| style.mw(cluster.it_mw)),
        "each" => style.list(&clusters),
        "distance" => distance(study, style).unwrap_or_else(|| "none".to_owned()),
    ];
    let message = match clusters.len() {
        0 => "network-cluster-unknown",
        1 => "network-one-cluster",
        _ => "network-clusters",
    };
    style.say(message, figures)
}

fn distance(study: &NetworkStudy, style: &Style) -> Option<String> {
    let farthest = study.spans.iter().max_by(|a, b| a.distance_m.total_cmp(&b.distance_m))?;
    let figures = args![
        "halls" => style.list(&[farthest.one.clone(), farthest.other.clone()]),
        "distance" => style.quantity(farthest.distance_m, "m"),
        "reach" => style.quantity(study.reach_m, "m"),
    ];
    Some(style.say("network-distance", figures))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_answer_comes_first_and_equal_halls_once() {
        let view = NetworkView::of(&sample::plan(), &Style::default()).unwrap();
        assert_eq!(
            view.result,
            "Taken: north and south. The longest round trip, to Odessa, Texas, is 1.33 ms, 67 % of the limit. The limit of 2 ms \
             reaches 152 km of line of sight at a route factor of 1.3."
        );
        assert_eq!((view.fabrics.len(), view.links.len()), (1, 1));
        assert_eq!(view.links[0].row.three_tier, "14,256");
    }

    #[test]
    fn links_are_not_counted_without_accelerators() {
        let mut plan = sample::plan();
        plan.studies.network.fabrics.iter_mut().for_each(|fabric| fabric.accelerators = 0);
        assert!(NetworkView::of(&plan, &Style::default()).unwrap().links.is_empty());
    }

    #[test]
    fn clusters_are_told_as_far_as_they_are_known() {
        let mut study = sample::plan().studies.network;
        assert!(
            cluster(&study, &Style::default())
                .starts_with("One cluster of 17.4 MW: barn_a and barn_b, the farthest, are 180 m apart")
        );
        let alone = |hall: &str| Cluster { halls: vec![hall.to_owned()], it_mw: 8.712 };
        study.clusters = vec![alone("barn_a"), alone("barn_b")];
        assert!(cluster(&study, &Style::default()).starts_with("2 clusters, 8.7 MW (barn_a) and 8.7 MW (barn_b)"));
        study.clusters.clear();
        assert_eq!(
            cluster(&NetworkStudy { spans: Vec::new(), ..study }, &Style::default()),
            "Whether the halls are one cluster is not known."
        );
    }
}
