//! What a network engineer must not miss.

use crate::domain::studies::NetworkStudy;
use crate::domain::studies::network::{Cluster, HallFabric, RouteStudy};
use crate::report::style::{Style, args};
use crate::report::view::by_hall;

/// Part of the round-trip limit from which a detour may break it, percent.
const NEAR_LIMIT_PCT: f64 = 90.0;

/// What can be wrong with the site's routes or with its halls together.
type Check = fn(&NetworkStudy, &Style) -> Option<String>;

const OF_ROUTES: [Check; 6] = [no_reserve, unnamed_segments, unnamed_entrances, one_end, guessed, near_limit];

const OF_HALLS: [Check; 2] = [unlocated, apart];

/// The findings of a study.
pub fn of(study: &NetworkStudy, style: &Style) -> Vec<String> {
    let mut findings: Vec<String> = OF_ROUTES.iter().filter_map(|check| check(study, style)).collect();
    let reach = |hall: &HallFabric| Some((hall.hall.clone(), beyond_multimode(study, hall, style)?));
    findings.extend(by_hall(style, study.fabrics.iter().filter_map(reach)));
    findings.extend(OF_HALLS.iter().filter_map(|check| check(study, style)));
    findings.extend(groups(study).iter().filter_map(|halls| too_many(halls, style)));
    findings
}

fn no_reserve(study: &NetworkStudy, style: &Style) -> Option<String> {
    let admissible = study.routes.iter().filter(|route| route.admissible).count();
    let asked = study.routes_asked;
    let figures = args![
        "listed" => study.routes.len().to_string(),
        "admissible" => admissible.to_string(),
        "asked" => asked.to_string(),
    ];
    (asked > 0 && admissible <= asked as usize).then(|| style.say("network-no-reserve", figures))
}

/// What holds of chosen routes, with each named; nothing where it holds of none.
fn of_chosen(
    study: &NetworkStudy,
    style: &Style,
    message: &str,
    holds: impl Fn(&RouteStudy) -> bool,
    named: impl Fn(&RouteStudy) -> String,
) -> Option<String> {
    let routes = study.routes.iter().filter(|route| route.chosen && holds(route));
    let names: Vec<String> = routes.map(named).collect();
    (!names.is_empty()).then(|| style.say(message, args!["routes" => style.list(&names)]))
}

fn unnamed_segments(study: &NetworkStudy, style: &Style) -> Option<String> {
    let unnamed = |route: &RouteStudy| route.segments.is_empty();
    of_chosen(study, style, "network-unnamed-segments", unnamed, |route| route.id.clone())
}

fn unnamed_entrances(study: &NetworkStudy, style: &Style) -> Option<String> {
    let unnamed = |route: &RouteStudy| route.entrance.is_none();
    of_chosen(study, style, "network-unnamed-entrances", unnamed, |route| route.id.clone())
}

fn one_end(study: &NetworkStudy, style: &Style) -> Option<String> {
    let pair = study.pairs.iter().find(|pair| !pair.ends_differ)?;
    let both = [pair.one.clone(), pair.other.clone()];
    Some(style.say("network-one-end", args!["routes" => style.list(&both)]))
}

fn guessed(study: &NetworkStudy, style: &Style) -> Option<String> {
    let guessed = |route: &RouteStudy| route.length_origin != "facility";
    let named = |route: &RouteStudy| {
        let figures = args!["route" => route.id.as_str(), "note" => style.phrase(&route.length_origin)];
        style.say("network-route-note", figures)
    };
    of_chosen(study, style, "network-guessed", guessed, named)
}

fn near_limit(study: &NetworkStudy, style: &Style) -> Option<String> {
    let named = |route: &RouteStudy| {
        let share = style.percent(route.share_of_limit_pct);
        style.say("network-route-share", args!["route" => route.id.as_str(), "share" => share])
    };
    of_chosen(study, style, "network-near-limit", |route| route.share_of_limit_pct > NEAR_LIMIT_PCT, named)
}

fn beyond_multimode(study: &NetworkStudy, hall: &HallFabric, style: &Style) -> Option<String> {
    let (middle, corner, reach_m) = (hall.middle.as_ref()?, hall.corner.as_ref()?, study.multimode_reach_m);
    let meters = |length_m: f64| style.with_unit(super::whole(length_m, style), "m");
    let medium = middle.medium.as_ref().map(|medium| style.phrase(medium));
    let figures = args![
        "reach" => style.quantity(reach_m, "m"),
        "middle" => meters(middle.length_m),
        "corner" => meters(corner.length_m),
        "medium" => medium.unwrap_or_else(|| style.word("network-several-places")),
    ];
    match (middle.length_m > reach_m, corner.length_m > reach_m) {
        (true, _) => Some(style.say("network-beyond-multimode", figures)),
        (false, true) => Some(style.say("network-multimode-from-middle", figures)),
        (false, false) => None,
    }
}

fn unlocated(study: &NetworkStudy, style: &Style) -> Option<String> {
    let figures = args!["halls" => style.list(&study.unlocated)];
    (!study.unlocated.is_empty()).then(|| style.say("network-unlocated", figures))
}

fn apart(study: &NetworkStudy, style: &Style) -> Option<String> {
    let clusters = study.clusters.len();
    let figures = args!["clusters" => clusters.to_string(), "reach" => style.quantity(study.reach_m, "m")];
    (clusters > 1).then(|| style.say("network-apart", figures))
}

/// The halls of each group that can be one cluster: all of them where positions are not known.
fn groups(study: &NetworkStudy) -> Vec<Vec<&HallFabric>> {
    let all = || study.fabrics.iter();
    if study.clusters.is_empty() {
        return vec![all().collect()];
    }
    let of = |cluster: &Cluster| all().filter(|fabric| cluster.halls.contains(&fabric.hall)).collect();
    study.clusters.iter().map(of).collect()
}

/// Each hall is cabled by its own accelerators; together they may be more than its tiers of switches join.
fn too_many(halls: &[&HallFabric], style: &Style) -> Option<String> {
    let joined = halls.iter().filter_map(|hall| hall.joined).min()?;
    let accelerators: u32 = halls.iter().map(|hall| hall.accelerators).sum();
    let links = |of: fn(&HallFabric) -> u32| style.amount(halls.iter().map(|hall| of(hall)).sum::<u32>().into());
    let names: Vec<String> = halls.iter().map(|fabric| fabric.hall.clone()).collect();
    let figures = args![
        "halls" => style.list(&names),
        "accelerators" => style.amount(accelerators.into()),
        "joined" => style.amount(joined.into()),
        "three" => links(|hall| hall.links_three_tier),
        "two" => links(|hall| hall.links_two_tier),
    ];
    (halls.len() > 1 && accelerators > joined).then(|| style.say("network-too-many", figures))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn study() -> NetworkStudy {
        sample::plan().studies.network
    }

    /// Whether a change brings a finding with such words that was not there before.
    fn found(words: &str, change: fn(&mut NetworkStudy)) -> bool {
        let mut study = study();
        let told = |study: &NetworkStudy| of(study, &Style::default()).iter().any(|finding| finding.contains(words));
        let before = told(&study);
        change(&mut study);
        !before && told(&study)
    }

    #[test]
    fn what_is_wrong_is_found() {
        assert!(found("Entrances of north and south", |study| study.routes[0].entrance = None));
        assert!(found("Segments of north", |study| study.routes[0].segments.clear()));
        assert!(found("north and south end in one", |study| study.pairs[0].ends_differ = false));
        assert!(found("A detour breaks", |study| study.routes[1].share_of_limit_pct = 95.0));
        assert!(found("and barn_b: multimode fiber (50 m) reaches every rack only", |study| {
            study.fabrics.iter_mut().filter_map(|hall| hall.corner.as_mut()).for_each(|run| run.length_m = 70.0);
        }));
        assert!(found("even from the middle", |study| {
            study.fabrics[0].middle.as_mut().unwrap().length_m = 51.0;
        }));
        assert!(found("The halls are 2 clusters: too far apart for links of 2,000 m.", |study| {
            study.clusters.push(study.clusters[0].clone());
        }));
        assert!(found("Positions of barn_b are not given", |study| study.unlocated.push("barn_b".to_owned())));
    }

    #[test]
    fn halls_of_one_cluster_may_be_too_many_for_two_tiers() {
        let mut study = study();
        let told = |study: &NetworkStudy| groups(study).iter().find_map(|halls| too_many(halls, &Style::default()));
        // 9,504 are within 10,368; one accelerator more than that is not.
        assert_eq!(told(&study), None);
        study.fabrics[0].accelerators = 10_368 - 4752 + 1;
        let finding = told(&study).expect("10,369 accelerators");
        assert!(finding.contains("their 10,369 accelerators are more than the 10,368"), "{finding}");
        assert!(finding.contains("28,512 links in place of 19,008"), "{finding}");
        // Halls too far apart for one cluster, or cabled in three tiers, have no need of it.
        let (together, alone) = (study.clusters.clone(), |hall: &str| vec![hall.to_owned()]);
        study.clusters = ["barn_a", "barn_b"].map(|hall| Cluster { halls: alone(hall), it_mw: 8.7 }).to_vec();
        assert_eq!(told(&study), None);
        // Where positions are not known they may be one cluster.
        study.clusters.clear();
        assert!(told(&study).is_some());
        study.clusters = together;
        study.fabrics.iter_mut().for_each(|hall| hall.joined = None);
        assert_eq!(told(&study), None);
    }

    #[test]
    fn a_third_route_is_a_reserve() {
        let mut study = study();
        let told = |study: &NetworkStudy| no_reserve(study, &Style::default());
        assert!(told(&study).is_some());
        study.routes[2].admissible = true;
        assert_eq!(told(&study), None);
        study.routes_asked = 3;
        assert!(told(&study).is_some_and(|text| text.contains("of 3 listed 3 can be taken, and 3 are needed")));
        study.routes_asked = 0;
        assert_eq!(told(&study), None);
    }
}
