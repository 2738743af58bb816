//! The candidates of an ordinary bank: subsets of what is kept, plus n units of one item.

use std::collections::BTreeSet;

use crate::domain::plan::{Alternative, CandidatePlan, KeptAsset};
use crate::domain::{Policy, Service, Total, usable_capacity};
use crate::gap::Verdict;
use crate::input::catalog::{ConnectsAt, Item};

use super::build::{Build, in_modes};
use super::item::unit_capacity;
use super::{BLOCK_SERVICES, Order, moves, orders};

/// Groups of assets beyond this are not combined with each other: 2^6 subsets are plenty.
const MOST_GROUPS: usize = 6;

/// Unit counts offered for one item and one set of kept assets, from the least demand up.
const MOST_COUNTS: usize = 12;

/// Boards offered beyond the fewest that carry the load.
const MORE_BOARDS: usize = 7;

/// Units of one item beyond which a bank is no plan any more.
const MOST_UNITS: f64 = 40_000.0;

/// Quantities offered for what is bought by measure, between the least and the most demand.
const LEVELS: usize = 24;

/// The candidates of a bank, and items and assets that cannot be used with the reasons.
pub fn candidates(order: &Order) -> (Vec<CandidatePlan>, Vec<Alternative>) {
    let mut rejected = Vec::new();
    let own = kept_groups(order, &mut rejected);
    let mut kept_sets = subsets(own.clone());
    kept_sets.extend(moves::cut_sets(order, &own));
    kept_sets.extend(moves::moved_sets(order, &own));
    let mut builds: Vec<Build> = Vec::new();
    for kept in &kept_sets {
        if covered(order, kept, 0.0, 0.0) >= order.least || stays(order.demand.service) {
            builds.push(Build { kept: kept.clone(), item: None, units: 0.0, unit_capacity: 0.0, ordered: Vec::new() });
        }
    }
    for item in order.site.catalog.items_for(order.demand.service) {
        if order.demand.service == Service::Yard {
            continue; // Bought with the plant that stands on it.
        }
        match unit_capacity(order, item) {
            Err(reason) => rejected.push(Alternative::rejected(&item.name, reason)),
            Ok(unit_capacity) if !item.is_measured() && order.most > MOST_UNITS * unit_capacity => {
                let reason = "too small: the load would take tens of thousands of them".to_owned();
                rejected.push(Alternative::rejected(&item.name, reason));
            }
            Ok(unit_capacity) => {
                for kept in kept_sets.iter().filter(|kept| !moved_enough(order, kept)) {
                    builds.extend(counts(order, kept, item, unit_capacity));
                }
            }
        }
    }
    let candidates = builds.iter().flat_map(|build| in_modes(order, build)).collect();
    (candidates, rejected)
}

/// Whether what is moved to a bank carries all it may have to: nobody moves equipment and buys on top.
fn moved_enough(order: &Order, kept: &[KeptAsset]) -> bool {
    kept.iter().any(|kept| kept.moved_from.is_some()) && covered(order, kept, 0.0, 0.0) >= order.most
}

/// What all usable assets and the site itself carry under the policy.
pub fn from_assets(order: &Order) -> f64 {
    covered(order, &kept_groups(order, &mut Vec::new()), 0.0, 0.0)
}

/// What stays as it is even where it is too little: what other plant may bring (floor and envelope a new shell, change-over
/// sets on medium voltage), and the limits of the site, which then show by how much they fall short.
fn stays(service: Service) -> bool {
    let brought = matches!(service, Service::FloorRating | Service::Envelope | Service::TransferSwitches);
    brought || matches!(service, Service::Yard | Service::MakeUpWater)
}

/// What can be kept: the usable assets of the place, and what the site itself brings.
pub fn kept_groups(order: &Order, rejected: &mut Vec<Alternative>) -> Vec<KeptAsset> {
    let mut groups = Vec::new();
    for asset in order.ledger {
        let serves = asset.service == Some(order.demand.service) && asset.place == order.demand.place;
        match &asset.verdict {
            Verdict::Usable { per_unit, .. } if serves => {
                groups.push(KeptAsset::in_place(asset.asset.clone(), asset.count, *per_unit));
            }
            _ => {}
        }
    }
    match super::endowment::endowment(order) {
        Some(Ok(kept)) => groups.push(kept),
        Some(Err(reason)) => rejected.push(Alternative::rejected("existing", reason)),
        None => {}
    }
    groups.truncate(MOST_GROUPS);
    groups
}

/// All subsets of the groups, the full one first.
fn subsets(groups: Vec<KeptAsset>) -> Vec<Vec<KeptAsset>> {
    (0..1usize << groups.len())
        .rev()
        .map(|mask| groups.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, g)| g.clone()).collect())
        .collect()
}

/// Capacity under the policy of kept assets with `units` new ones.
pub fn covered(order: &Order, kept: &[KeptAsset], units: f64, unit_capacity: f64) -> f64 {
    let mut all: Vec<f64> = kept.iter().flat_map(|k| vec![k.unit_capacity; k.units as usize]).collect();
    if units.fract() == 0.0 {
        all.extend(vec![unit_capacity; units as usize]);
    } else {
        all.push(units * unit_capacity);
    }
    usable_capacity(&all, order.policy)
}

/// Builds with the least number of units that carries the least demand, up to the number that carries the most.
fn counts<'a>(order: &Order, kept: &[KeptAsset], item: &'a Item, unit_capacity: f64) -> Vec<Build<'a>> {
    let with = |units, ordered| Build { kept: kept.to_vec(), item: Some(item), units, unit_capacity, ordered };
    let build = |units| orders::ways(order, item, units).into_iter().map(move |ordered| with(units, ordered));
    if order.demand.service == Service::OnSitePower {
        return optional(order, unit_capacity).into_iter().flat_map(build).collect();
    }
    if order.most <= 0.0 || unit_capacity <= 0.0 {
        return Vec::new();
    }
    let on_boards = item.connects_at != Some(ConnectsAt::MediumVoltage);
    let quantities = if let Some(blocks) = in_blocks(order, kept, unit_capacity).filter(|_| on_boards) {
        blocks
    } else if item.is_measured() {
        measured(order, kept, item, unit_capacity)
    } else {
        counted(order, kept, unit_capacity)
    };
    quantities.into_iter().filter(|&units| units > 0.0).flat_map(build).collect()
}

/// Counts of engines up to the gas that is there: nothing asks for them, but they may stand in for the grid.
fn optional(order: &Order, unit_capacity: f64) -> Vec<f64> {
    let most = (order.site.utility.gas_mw.unwrap_or(0.0) / unit_capacity).floor() as usize;
    let step = most.div_ceil(MOST_COUNTS).max(1);
    (1..=most).filter(|n| n % step == 0).map(|n| n as f64).collect()
}

/// Numbers of like units that carry the load from the least to the most beside what is kept, round the boards where they stand on
/// boards.
pub fn units_that_carry(order: &Order, kept: &[KeptAsset], unit_capacity: f64) -> Vec<f64> {
    if unit_capacity <= 0.0 {
        return Vec::new();
    }
    in_blocks(order, kept, unit_capacity).unwrap_or_else(|| counted(order, kept, unit_capacity))
}

/// Counts that go round the boards which the hall may have: each board as many as carry its share. Nothing where no boards
/// are known yet, or the service's units do not stand on them.
fn in_blocks(order: &Order, kept: &[KeptAsset], unit_capacity: f64) -> Option<Vec<f64>> {
    let service = order.demand.service;
    let dealt = BLOCK_SERVICES.contains(&service) && service != Service::LowVoltagePower;
    let partly = order.site.target.generator_coverage_pct < 100.0 && service != Service::CriticalPower;
    if !dealt || partly {
        return None;
    }
    let boards = order.boards?;
    let kept_units: u32 = kept.iter().map(|kept| kept.units).sum();
    let counts: BTreeSet<u32> = boards.candidates.iter().filter_map(|c| Some(c.on_boards?.units)).collect();
    let needed = |boards_there: u32| {
        let carrying = usable_capacity(&vec![1.0; boards_there as usize], boards.policy);
        let spare = u32::from(order.policy != Policy::NPlus(0) && carrying >= f64::from(boards_there));
        let each = (order.most / carrying / unit_capacity - 1e-9).ceil() as u32 + spare;
        (carrying >= 1.0).then(|| (each * boards_there).checked_sub(kept_units)).flatten()
    };
    let all: BTreeSet<u32> = counts.into_iter().filter_map(needed).collect();
    Some(all.into_iter().map(f64::from).collect())
}

fn counted(order: &Order, kept: &[KeptAsset], unit_capacity: f64) -> Vec<f64> {
    let ceiling = (4.0 * order.most / unit_capacity).ceil() as usize + 8;
    let carries = |n: &usize, demand: f64| covered(order, kept, *n as f64, unit_capacity) >= demand - tolerance(demand);
    // No policy carries more than the sum of the units.
    let kept_sum: f64 = kept.iter().map(KeptAsset::capacity).total();
    let start = ((order.least - kept_sum) / unit_capacity).floor().max(1.0) as usize;
    let Some(first) = (start..=ceiling).find(|n| carries(n, order.least)) else { return Vec::new() };
    // More boards than the load asks for may be what sets and UPS modules go round.
    let boards = order.demand.service == Service::LowVoltagePower;
    let last =
        if boards { first + MORE_BOARDS } else { (first..=ceiling).find(|n| carries(n, order.most)).unwrap_or(first) };
    (first..=last).take(MOST_COUNTS).map(|n| n as f64).collect()
}

/// Quantities by measure, rounded up to a thousandth of the unit, none below the least that is sold of the item; kept assets count
/// first.
fn measured(order: &Order, kept: &[KeptAsset], item: &Item, unit_capacity: f64) -> Vec<f64> {
    let kept = covered(order, kept, 0.0, 0.0);
    // What other plant may bring is bought for any part that is left: half of the levels are for less than the least demand.
    let levels = match stays(order.demand.service) {
        true => [levels(order.least, order.most, LEVELS / 2), levels(0.0, order.least, LEVELS / 2)].concat(),
        false => levels(order.least, order.most, LEVELS),
    };
    let short = levels.into_iter().filter(|level| *level > kept);
    let mut units: Vec<f64> = short.map(|level| ((level - kept) / unit_capacity * 1000.0).ceil() / 1000.0).collect();
    units.iter_mut().for_each(|units| *units = units.max(item.least_units));
    units.dedup();
    units
}

/// So many levels from the most down to the least, without the least; one where they are the same.
fn levels(least: f64, most: f64, count: usize) -> Vec<f64> {
    let steps = if most - least > tolerance(most) { count } else { 1 };
    (0..steps).map(|k| most - (most - least) * k as f64 / count as f64).collect()
}

/// Slack for sums of floating-point numbers.
fn tolerance(demand: f64) -> f64 {
    demand.abs() * 1e-9
}
