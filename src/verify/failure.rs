//! The failure events of a policy, enumerated, and what each leaves.

use crate::domain::Policy;
use crate::domain::plan::KeptAsset;
use crate::domain::redundancy::systems;

/// Units beyond this number are taken as one: a wrong plan must not exhaust the memory.
const MOST_UNITS: f64 = 1e6;

/// The capacities of kept and new units, largest first. What is bought by measure (a part of a unit) is one unit.
pub fn units_of(kept: &[KeptAsset], new: f64, new_capacity: f64) -> Vec<f64> {
    let kept = kept
        .iter()
        .flat_map(|kept| std::iter::repeat_n(kept.unit_capacity, f64::from(kept.units).min(MOST_UNITS) as usize));
    let new = match new.fract() == 0.0 && new <= MOST_UNITS {
        true => vec![new_capacity; new.max(0.0) as usize],
        false => vec![new * new_capacity],
    };
    let mut units: Vec<f64> = kept.chain(new).collect();
    units.sort_by(|a, b| b.total_cmp(a));
    units
}

/// The least that any failure event of the policy leaves of units (largest first).
pub fn least_left(units: &[f64], policy: Policy) -> f64 {
    match policy {
        Policy::NPlus(out) => least_of_combinations(&by_size(units), out as usize),
        Policy::TwoN => one_system_lost(units, 2, |left| left.iter().sum()),
        Policy::TwoNPlusOne => one_system_lost(units, 2, one_unit_lost),
        Policy::Distributed(count) => one_system_lost(units, count as usize, |left| left.iter().sum()),
        Policy::Block(primaries) => {
            let groups = units.len().div_ceil(primaries as usize + 1);
            least_of_combinations(&by_size(units), groups)
        }
    }
}

/// Sizes with their number of units.
fn by_size(units: &[f64]) -> Vec<(f64, usize)> {
    units.chunk_by(|a, b| a == b).map(|group| (group[0], group.len())).collect()
}

/// Every combination of `out` units out of service; of equal units only their number matters.
fn least_of_combinations(groups: &[(f64, usize)], out: usize) -> f64 {
    let Some((&(size, count), rest)) = groups.split_first() else { return 0.0 };
    let left = |lost: usize| (count - lost) as f64 * size + least_of_combinations(rest, out - lost);
    (0..=out.min(count)).map(left).fold(f64::INFINITY, f64::min)
}

/// Each system lost in turn; systems without a unit are none.
fn one_system_lost(units: &[f64], count: usize, carries: impl Fn(&[f64]) -> f64) -> f64 {
    let systems = systems(units, count);
    if systems.iter().any(Vec::is_empty) {
        return 0.0;
    }
    let left = |lost: usize| -> f64 {
        let others = systems.iter().enumerate().filter(|(system, _)| *system != lost);
        others.map(|(_, units)| carries(units)).sum()
    };
    (0..count).map(left).fold(f64::INFINITY, f64::min)
}

/// Each unit lost in turn.
fn one_unit_lost(units: &[f64]) -> f64 {
    let total: f64 = units.iter().sum();
    units.iter().map(|unit| total - unit).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::usable_capacity;

    proptest! {
        #[test]
        fn enumerated_events_leave_what_the_formula_says(
            mut units in prop::collection::vec((1u32..6).prop_map(|size| f64::from(size) * 0.5), 0..9),
            policy in prop::sample::select(vec!["N", "N+1", "N+2", "2N", "2(N+1)", "3N/2", "4N/3", "block 4:1"]),
        ) {
            units.sort_by(|a, b| b.total_cmp(a));
            let policy: Policy = policy.parse().unwrap();
            prop_assert!((least_left(&units, policy) - usable_capacity(&units, policy)).abs() < 1e-9);
        }
    }
}
