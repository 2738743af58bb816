//! Within the site: links and cables of each hall, and which halls are near enough to be one cluster.

use crate::domain::studies::building::HallBuilding;
use crate::domain::studies::network::{CableRun, Cluster, HallFabric, HallSpan};
use crate::domain::{Place, Service, Total};
use crate::physics::network::{cable_m, medium, scale_out_links};
use crate::requirements::HallLoad;
use crate::studies::Basis;
use crate::studies::equipment::item;

/// Links of one hall, and the way to network racks in the middle of the rack room and in a corner of it.
pub fn fabric(basis: &Basis, hall: &HallBuilding) -> HallFabric {
    let accelerators = hall.racks * basis.site.target.rack.accelerators;
    HallFabric {
        hall: hall.hall.clone(),
        accelerators,
        links_two_tier: scale_out_links(accelerators, 2),
        links_three_tier: scale_out_links(accelerators, 3),
        joined: joined(basis, &Place::Hall(hall.hall.clone())),
        middle: hall.room.map(|room| run(cable_m(room.length_m / 2.0, room.width_m / 2.0))),
        corner: hall.room.map(|room| run(cable_m(room.length_m, room.width_m))),
    }
}

/// Accelerators in one fabric of the cabling that a hall gets; nothing without a limit.
fn joined(basis: &Basis, place: &Place) -> Option<u32> {
    let cabling = basis.bank(place, Service::ClusterCabling).and_then(|bank| item(basis.site, bank))?;
    cabling.most_accelerators.as_ref().map(|most| most.value as u32)
}

fn run(length_m: f64) -> CableRun {
    CableRun { length_m, medium: medium(length_m).map(|medium| medium.name.to_owned()) }
}

/// A converted hall with its place on the site, where it is known.
pub struct Located {
    id: String,
    it_mw: f64,
    half_length_m: f64,
    position_m: Option<(f64, f64)>,
}

/// The converted halls.
pub fn located(basis: &Basis) -> Vec<Located> {
    let hall = |load: &HallLoad| {
        let hall = basis.site.hall(&load.place())?;
        let half_length_m = hall.length_m.max(hall.width_m) / 2.0;
        Some(Located { id: hall.id.clone(), it_mw: load.it_kw / 1000.0, half_length_m, position_m: hall.position_m })
    };
    basis.loads.iter().filter_map(hall).collect()
}

/// Halls that would have to be placed before it is known whether they are one cluster.
pub fn unlocated(basis: &Basis) -> Vec<String> {
    let halls = located(basis);
    let unknown = halls.iter().filter(|hall| hall.position_m.is_none() && halls.len() > 1);
    unknown.map(|hall| hall.id.clone()).collect()
}

/// From the far end of one hall to the far end of the other, m; nothing where a position is not known.
fn distance_m(one: &Located, other: &Located) -> Option<f64> {
    let ((x, y), (other_x, other_y)) = one.position_m.zip(other.position_m)?;
    Some((x - other_x).hypot(y - other_y) + one.half_length_m + other.half_length_m)
}

/// Every pair of halls whose positions are known.
pub fn spans(halls: &[Located]) -> Vec<HallSpan> {
    let pairs = halls.iter().enumerate().flat_map(|(i, one)| halls[i + 1..].iter().map(move |other| (one, other)));
    let span = |(one, other): (&Located, &Located)| {
        Some(HallSpan { one: one.id.clone(), other: other.id.clone(), distance_m: distance_m(one, other)? })
    };
    pairs.filter_map(span).collect()
}

/// Halls in groups all of whose members are within reach of each other: each joins the first group that it can. None where
/// a position is missing; a single hall needs none.
pub fn clusters(halls: &[Located], reach_m: f64) -> Vec<Cluster> {
    if halls.len() > 1 && halls.iter().any(|hall| hall.position_m.is_none()) {
        return Vec::new();
    }
    let near = |one: &Located, other: &Located| distance_m(one, other).is_some_and(|distance_m| distance_m <= reach_m);
    let mut groups: Vec<Vec<&Located>> = Vec::new();
    for hall in halls {
        match groups.iter_mut().find(|group| group.iter().all(|member| near(member, hall))) {
            Some(group) => group.push(hall),
            None => groups.push(vec![hall]),
        }
    }
    let cluster = |group: Vec<&Located>| Cluster {
        halls: group.iter().map(|hall| hall.id.clone()).collect(),
        it_mw: group.iter().map(|hall| hall.it_mw).total(),
    };
    groups.into_iter().map(cluster).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hall(id: &str, position_m: Option<(f64, f64)>) -> Located {
        Located { id: id.to_owned(), it_mw: 30.0, half_length_m: 40.0, position_m }
    }

    #[test]
    fn halls_beyond_reach_are_another_cluster() {
        // 300 m east and 400 m north are 500 m, 1,500 and 2,000 are 2,500, 1,200 and 1,600 are 2,000; half of two halls of 80 m on top.
        let halls = [hall("a", Some((0.0, 0.0))), hall("b", Some((300.0, 400.0))), hall("c", Some((1500.0, 2000.0)))];
        let distances: Vec<f64> = spans(&halls).iter().map(|span| span.distance_m.round()).collect();
        assert_eq!(distances, [580.0, 2580.0, 2080.0]);
        let clusters = clusters(&halls, 2000.0);
        assert_eq!(clusters.iter().map(|cluster| cluster.halls.concat()).collect::<Vec<_>>(), ["ab", "c"]);
        assert_eq!(clusters[0].it_mw, 60.0);
    }

    #[test]
    fn a_hall_joins_only_where_it_reaches_all() {
        // The third reaches the second and not the first.
        let halls = [hall("a", Some((0.0, 0.0))), hall("b", Some((1500.0, 0.0))), hall("c", Some((3000.0, 0.0)))];
        assert_eq!(clusters(&halls, 2000.0).len(), 2);
    }

    #[test]
    fn nothing_is_said_of_halls_without_a_place() {
        assert!(clusters(&[hall("a", None), hall("b", Some((0.0, 0.0)))], 2000.0).is_empty());
        assert_eq!(clusters(&[hall("a", None)], 2000.0).len(), 1);
    }
}
