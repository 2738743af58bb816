//! Fiber routes, their diversity, and the fabric inside.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::Place;
use crate::domain::format::{amount, figure, list, mw, percent, plural, usd_with_span};
use crate::domain::plan::Plan;
use crate::domain::studies::NetworkStudy;
use crate::domain::studies::network::{BuildOrLease, CableRun, HallFabric, LitCapacity, RoutePair, RouteStudy};
use crate::report::style::Style;

/// The section on the network.
#[derive(JsonSchema, Serialize)]
pub struct NetworkView {
    result: String,
    findings: Vec<String>,
    routes: Vec<RouteRow>,
    pairs: Vec<PairRow>,
    lit: String,
    strands_wanted: u32,
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
    built: String,
    railroad_crossings: u32,
    entrance: String,
    verdict: String,
}

#[derive(JsonSchema, Serialize)]
struct PairRow {
    pair: String,
    segments: String,
    entrances: &'static str,
    ends: &'static str,
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
            result: result(study),
            findings: study.findings.clone(),
            routes: study.routes.iter().map(|route| route_row(study, route)).collect(),
            pairs: study.pairs.iter().map(|pair| pair_row(study, pair)).collect(),
            lit: lit(study),
            strands_wanted: study.strands_wanted,
            builds: study.builds.iter().map(build_row).collect(),
            fabrics: by_place(
                style,
                study.fabrics.iter().map(|fabric| (Place::from(fabric.hall.as_str()), fabric_row(fabric))),
            ),
            links: by_place(style, linked.map(|fabric| (Place::from(fabric.hall.as_str()), link_row(fabric)))),
            cluster: cluster(study),
        })
    }
}

fn result(study: &NetworkStudy) -> String {
    let chosen: Vec<&RouteStudy> = study.routes.iter().filter(|route| route.chosen).collect();
    let names: Vec<String> = chosen.iter().map(|route| route.id.clone()).collect();
    let reach = format!(
        "The limit of {} ms reaches {} km of line of sight at a route factor of {}.",
        figure(study.limit_ms),
        amount(study.longest_line_of_sight_km),
        figure(study.route_factor)
    );
    match chosen.iter().max_by(|a, b| a.round_trip_ms.total_cmp(&b.round_trip_ms)) {
        None => format!("No route is taken. {reach}"),
        Some(longest) => format!(
            "Taken: {}. The longest round trip, to {}, is {:.2} ms, {} of the limit. {reach}",
            list(&names),
            longest.point_of_presence,
            longest.round_trip_ms,
            percent(longest.share_of_limit_pct)
        ),
    }
}

fn route_row(study: &NetworkStudy, route: &RouteStudy) -> RouteRow {
    let offered = route.strands_offered.map_or("as built".to_owned(), |offered| offered.to_string());
    let method = route.build_method.as_ref().map_or(String::new(), |method| format!(", {method}"));
    RouteRow {
        id: route.id.clone(),
        point_of_presence: route.point_of_presence.clone(),
        length_km: amount(route.length_km),
        length_origin: route.length_origin.clone(),
        amplifiers: route.amplifiers,
        fiber_ms: format!("{:.3}", route.fiber_ms),
        amplifier_ms: format!("{:.4}", route.amplifier_ms),
        terminal_ms: format!("{:.3}", route.terminal_ms),
        round_trip_ms: format!("{:.2}", route.round_trip_ms),
        share: percent(route.share_of_limit_pct),
        fiber: route.fiber.clone(),
        strands: format!("{} / {offered}", study.strands_wanted),
        leased_km: amount(route.leased_km),
        built: if route.build_km > 0.0 { format!("{}{method}", amount(route.build_km)) } else { "0".to_owned() },
        railroad_crossings: route.railroad_crossings,
        entrance: route.entrance.clone().unwrap_or_else(|| "not named".to_owned()),
        verdict: route.verdict.clone(),
    }
}

fn pair_row(study: &NetworkStudy, pair: &RoutePair) -> PairRow {
    let both = study.routes.iter().filter(|route| [&pair.one, &pair.other].contains(&&route.id));
    let named: usize = both.map(|route| route.segments.len()).sum();
    PairRow {
        pair: format!("{} and {}", pair.one, pair.other),
        segments: if pair.shared_segments.is_empty() {
            format!("none of {named} named")
        } else {
            list(&pair.shared_segments)
        },
        entrances: match pair.entrances_differ {
            Some(true) => "named and different",
            Some(false) => "the same",
            None => "not named: to be surveyed",
        },
        ends: if pair.ends_differ { "different" } else { "the same" },
        railroad_crossings: pair.railroad_crossings,
    }
}

fn lit(study: &NetworkStudy) -> String {
    let rooms = plural(study.meet_me_rooms.into(), "meet-me room");
    let told = |lit: &LitCapacity| {
        format!(
            "Each route is lit for all of {} Gbit/s: {} of {} Gbit/s on {} are {} Gbit/s.",
            amount(lit.asked_gbps),
            plural(lit.wavelengths.into(), "wavelength"),
            amount(lit.wavelength_gbps),
            plural(lit.pairs.into(), "pair"),
            amount(lit.lit_gbps)
        )
    };
    let tenant =
        "The target names no capacity: terminals of one pair a route are planned, wavelengths are the tenant's.";
    format!("{} Carriers hand over in {rooms}.", study.lit.as_ref().map_or(tenant.to_owned(), told))
}

fn build_row(build: &BuildOrLease) -> BuildRow {
    BuildRow {
        route: build.route.clone(),
        build_km: amount(build.build_km),
        method: build.method.clone(),
        build: usd_with_span(build.build),
        lease: usd_with_span(build.lease),
        break_even: amount(build.break_even_strands.round()),
    }
}

fn fabric_row(fabric: &HallFabric) -> FabricRow {
    let length = |run: &Option<CableRun>| run.as_ref().map_or("-".to_owned(), |run| amount(run.length_m.round()));
    let medium = |run: &Option<CableRun>| match run {
        None => "-".to_owned(),
        Some(run) => run.medium.clone().unwrap_or_else(|| "none".to_owned()),
    };
    FabricRow {
        middle_m: length(&fabric.middle),
        middle_medium: medium(&fabric.middle),
        corner_m: length(&fabric.corner),
        corner_medium: medium(&fabric.corner),
    }
}

fn link_row(fabric: &HallFabric) -> LinkRow {
    LinkRow {
        accelerators: amount(fabric.accelerators.into()),
        two_tier: amount(fabric.links_two_tier.into()),
        three_tier: amount(fabric.links_three_tier.into()),
    }
}

/// The clusters in a sentence; nothing where no position is known.
fn cluster(study: &NetworkStudy) -> String {
    let farthest = study.spans.iter().max_by(|a, b| a.distance_m.total_cmp(&b.distance_m));
    let distance = farthest.map_or(String::new(), |span| {
        format!(
            ": {} and {}, the farthest, are {} m apart from end to end, of {} m that links reach",
            span.one,
            span.other,
            amount(span.distance_m),
            amount(study.reach_m)
        )
    });
    match study.clusters.as_slice() {
        [] => "Whether the halls are one cluster is not known.".to_owned(),
        [one] => format!("One cluster of {}{distance}.", mw(one.it_mw)),
        several => {
            let each = several.iter().map(|cluster| format!("{} ({})", mw(cluster.it_mw), list(&cluster.halls)));
            format!("{} clusters, {}{distance}.", several.len(), list(&each.collect::<Vec<_>>()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::studies::network::Cluster;
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
            cluster(&study).starts_with("One cluster of 17.4 MW: barn_a and barn_b, the farthest, are 180 m apart")
        );
        let alone = |hall: &str| Cluster { halls: vec![hall.to_owned()], it_mw: 8.712 };
        study.clusters = vec![alone("barn_a"), alone("barn_b")];
        assert!(cluster(&study).starts_with("2 clusters, 8.7 MW (barn_a) and 8.7 MW (barn_b)"));
        study.clusters.clear();
        assert_eq!(
            cluster(&NetworkStudy { spans: Vec::new(), ..study }),
            "Whether the halls are one cluster is not known."
        );
    }
}
