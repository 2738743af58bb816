//! What a network engineer must not miss.

use crate::domain::format::{amount, figure, list, percent};
use crate::domain::studies::NetworkStudy;
use crate::domain::studies::network::{Cluster, HallFabric};
use crate::physics::network::MULTIMODE_REACH_M;
use crate::studies::merge::by_hall;

/// Part of the round-trip limit from which a detour may break it, percent.
const NEAR_LIMIT_PCT: f64 = 90.0;

/// The findings of a study whose target asks for so many routes.
pub fn of(study: &NetworkStudy, asked: u32) -> Vec<String> {
    let site = [
        no_reserve(study, asked),
        unnamed_segments(study),
        unnamed_entrances(study),
        one_end(study),
        guessed(study),
        near_limit(study),
    ];
    let mut findings: Vec<String> = site.into_iter().flatten().collect();
    findings
        .extend(by_hall(study.fabrics.iter().filter_map(|hall| Some((hall.hall.clone(), beyond_multimode(hall)?)))));
    findings.extend([unlocated(study), apart(study)].into_iter().flatten());
    findings.extend(groups(study).iter().filter_map(|halls| too_many(halls)));
    findings
}

fn no_reserve(study: &NetworkStudy, asked: u32) -> Option<String> {
    let admissible = study.routes.iter().filter(|route| route.admissible).count();
    (asked > 0 && admissible <= asked as usize).then(|| {
        format!(
            "No route is in reserve: of {} listed {admissible} can be taken, and {asked} are needed.",
            study.routes.len()
        )
    })
}

fn unnamed_segments(study: &NetworkStudy) -> Option<String> {
    let unnamed = study.routes.iter().filter(|route| route.chosen && route.segments.is_empty());
    let unnamed: Vec<String> = unnamed.map(|route| route.id.clone()).collect();
    (!unnamed.is_empty())
        .then(|| format!("Segments of {} are not named, so nothing shows that it is diverse.", list(&unnamed)))
}

fn unnamed_entrances(study: &NetworkStudy) -> Option<String> {
    let unnamed = study.routes.iter().filter(|route| route.chosen && route.entrance.is_none());
    let unnamed: Vec<String> = unnamed.map(|route| route.id.clone()).collect();
    (!unnamed.is_empty()).then(|| {
        format!(
            "Entrances of {} are not named: survey that each comes onto the site by its own way, and name them as `entrance`.",
            list(&unnamed)
        )
    })
}

fn one_end(study: &NetworkStudy) -> Option<String> {
    let pair = study.pairs.iter().find(|pair| !pair.ends_differ)?;
    Some(format!(
        "{} and {} end in one point of presence, which is then a single point of failure.",
        pair.one, pair.other
    ))
}

fn guessed(study: &NetworkStudy) -> Option<String> {
    let guessed = study.routes.iter().filter(|route| route.chosen && route.length_origin != "facility");
    let guessed: Vec<String> = guessed.map(|route| format!("{} ({})", route.id, route.length_origin)).collect();
    (!guessed.is_empty()).then(|| format!("Lengths of {} come from no route study.", list(&guessed)))
}

fn near_limit(study: &NetworkStudy) -> Option<String> {
    let near = study.routes.iter().filter(|route| route.chosen && route.share_of_limit_pct > NEAR_LIMIT_PCT);
    let near: Vec<String> =
        near.map(|route| format!("{} ({} of the limit)", route.id, percent(route.share_of_limit_pct))).collect();
    (!near.is_empty()).then(|| format!("A detour breaks the round trip of {}.", list(&near)))
}

fn beyond_multimode(hall: &HallFabric) -> Option<String> {
    let (middle, corner) = (hall.middle.as_ref()?, hall.corner.as_ref()?);
    let (reach, middle_m) = (figure(MULTIMODE_REACH_M), amount(middle.length_m.round()));
    if middle.length_m > MULTIMODE_REACH_M {
        return Some(format!(
            "multimode fiber ({reach} m) does not reach every rack even from the middle of the room ({middle_m} m): count with {}",
            middle.medium.as_deref().unwrap_or("network racks in several places")
        ));
    }
    (corner.length_m > MULTIMODE_REACH_M).then(|| {
        format!(
            "multimode fiber ({reach} m) reaches every rack only where the network racks stand in the middle of the room \
             ({middle_m} m; from a corner {} m)",
            amount(corner.length_m.round())
        )
    })
}

fn unlocated(study: &NetworkStudy) -> Option<String> {
    (!study.unlocated.is_empty()).then(|| {
        format!(
            "Positions of {} are not given, so whether the halls can be one cluster is not known: survey the cable ways between \
             them and give `x_m` and `y_m`.",
            list(&study.unlocated)
        )
    })
}

fn apart(study: &NetworkStudy) -> Option<String> {
    (study.clusters.len() > 1).then(|| {
        format!(
            "The halls are {} clusters: too far apart for links of {} m.",
            study.clusters.len(),
            amount(study.reach_m)
        )
    })
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
fn too_many(halls: &[&HallFabric]) -> Option<String> {
    let joined = halls.iter().filter_map(|hall| hall.joined).min()?;
    let accelerators: u32 = halls.iter().map(|hall| hall.accelerators).sum();
    let links = |of: fn(&HallFabric) -> u32| amount(halls.iter().map(|hall| of(hall)).sum::<u32>().into());
    (halls.len() > 1 && accelerators > joined).then(|| {
        format!(
            "If {} are to be one cluster, their {} accelerators are more than the {} that the cabling of each hall joins: that \
             takes three tiers of switches, and {} links in place of {}.",
            list(&halls.iter().map(|fabric| fabric.hall.clone()).collect::<Vec<_>>()),
            amount(accelerators.into()),
            amount(joined.into()),
            links(|hall| hall.links_three_tier),
            links(|hall| hall.links_two_tier),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Plan;

    fn study() -> NetworkStudy {
        let plan: Plan = serde_json::from_str(include_str!("../../../tests/fixtures/plan.json")).expect("a plan");
        plan.studies.network
    }

    /// Whether a change brings a finding with such words that was not there before.
    fn found(words: &str, change: fn(&mut NetworkStudy)) -> bool {
        let mut study = study();
        let told = |study: &NetworkStudy| of(study, 2).iter().any(|finding| finding.contains(words));
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
        let told = |study: &NetworkStudy| groups(study).iter().find_map(|halls| too_many(halls));
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
        assert!(no_reserve(&study, 2).is_some());
        study.routes[2].admissible = true;
        assert_eq!(no_reserve(&study, 2), None);
        assert_eq!(no_reserve(&study, 0), None);
    }
}
