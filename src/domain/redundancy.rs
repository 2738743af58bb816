//! Redundancy, decided before the solver: what a bank of units carries with its policy's failures taken.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Total;

/// How much of a bank may be lost while it still carries its load.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Policy {
    /// `N` (r = 0), `N+1`, `N+2` ...: the r largest units may be out.
    NPlus(u32),
    /// `2N`: two independent systems, each able to carry all.
    TwoN,
    /// `2(N+1)`: two independent systems, each able to carry all with its largest unit out.
    TwoNPlusOne,
    /// `xN/(x-1)`, as in `3N/2` or `4N/3`: x independent systems of which one may be out.
    Distributed(u32),
    /// `block k:1`: to each k primary units a reserve that catches any one of them.
    Block(u32),
}

/// What `units` (capacities, any unit of measure) carry under `policy`, in the units' measure.
///
/// Independent systems (2N, 2(N+1), distributed) are formed by dealing the units out, largest first, each to the
/// system that has least so far; with equal units this is the equal split an engineer would draw.
///
/// - `N+r`: the sum less the r largest.
/// - `2N`: the smaller of two systems; `2(N+1)`: the smaller of two, each less its largest unit.
/// - `xN/(x-1)`: all systems less the largest of them. Unit counts that leave a system empty carry nothing.
/// - `block k:1`: the sum less one reserve for each started group of k + 1 units, the largest units being the reserves.
///
/// Source: Uptime and TIA-942 usage; arithmetic as in the redundancy loadings of textbooks
/// (N+1 with n0 = 4: 80 %, 2N: 50 %, 3N/2: 66.7 %, 4N/3: 75 % of installed capacity).
///
/// ```
/// use retrofit::domain::{Policy, usable_capacity};
/// assert_eq!(usable_capacity(&[2.5; 5], Policy::NPlus(1)), 10.0);
/// assert_eq!(usable_capacity(&[2.5; 8], Policy::TwoN), 10.0);
/// assert_eq!(usable_capacity(&[5.0; 3], Policy::Distributed(3)), 10.0);
/// ```
pub fn usable_capacity(units: &[f64], policy: Policy) -> f64 {
    let mut sorted = units.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    match policy {
        Policy::NPlus(r) => sorted.iter().skip(r as usize).fold(0.0, |sum, unit| sum + unit),
        Policy::TwoN => systems(&sorted, 2).iter().map(|s| s.iter().total()).fold(f64::INFINITY, f64::min),
        Policy::TwoNPlusOne => {
            systems(&sorted, 2).iter().map(|s| s.iter().skip(1).total()).fold(f64::INFINITY, f64::min)
        }
        Policy::Distributed(x) => distributed(&sorted, x as usize),
        Policy::Block(k) => {
            let reserves = sorted.len().div_ceil(k as usize + 1);
            sorted.iter().skip(reserves).fold(0.0, |sum, unit| sum + unit)
        }
    }
}

fn distributed(sorted: &[f64], x: usize) -> f64 {
    let systems = systems(sorted, x);
    if systems.iter().any(Vec::is_empty) {
        return 0.0;
    }
    let totals: Vec<f64> = systems.iter().map(|s| s.iter().total()).collect();
    totals.iter().total() - totals.iter().copied().fold(0.0, f64::max)
}

/// Deals units (largest first) to `count` systems, each to the one with the least capacity so far.
pub fn systems(sorted: &[f64], count: usize) -> Vec<Vec<f64>> {
    let mut systems = vec![Vec::new(); count];
    let mut totals = vec![0.0; count];
    for &unit in sorted {
        let least = (0..count)
            .min_by(|&a: &usize, &b: &usize| f64::total_cmp(&totals[a], &totals[b]))
            .expect("a policy has at least one system");
        systems[least].push(unit);
        totals[least] += unit;
    }
    systems
}

impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Policy::NPlus(0) => f.write_str("N"),
            Policy::NPlus(r) => write!(f, "N+{r}"),
            Policy::TwoN => f.write_str("2N"),
            Policy::TwoNPlusOne => f.write_str("2(N+1)"),
            Policy::Distributed(x) => write!(f, "{x}N/{}", x - 1),
            Policy::Block(k) => write!(f, "block {k}:1"),
        }
    }
}

/// The policy's text was not one of the known forms.
#[derive(Debug, thiserror::Error)]
#[error("not a redundancy policy: expected N, N+1, N+2, 2N, 2(N+1), 3N/2, 4N/3 ... or block 4:1")]
pub struct NotAPolicy;

impl FromStr for Policy {
    type Err = NotAPolicy;

    fn from_str(text: &str) -> Result<Policy, NotAPolicy> {
        if let Some(k) = text.strip_prefix("block ").and_then(|t| t.strip_suffix(":1")) {
            return in_range(k, 1..=20).map(Policy::Block);
        }
        if let Some(r) = text.strip_prefix("N+") {
            return in_range(r, 1..=9).map(Policy::NPlus);
        }
        if let Some((x, below)) = text.split_once("N/") {
            let x = in_range(x, 3..=9)?;
            return if in_range(below, 2..=8)? + 1 == x { Ok(Policy::Distributed(x)) } else { Err(NotAPolicy) };
        }
        match text {
            "N" => Ok(Policy::NPlus(0)),
            "2N" => Ok(Policy::TwoN),
            "2(N+1)" => Ok(Policy::TwoNPlusOne),
            _ => Err(NotAPolicy),
        }
    }
}

fn in_range(digits: &str, allowed: std::ops::RangeInclusive<u32>) -> Result<u32, NotAPolicy> {
    digits.parse().ok().filter(|n| allowed.contains(n)).ok_or(NotAPolicy)
}

impl Serialize for Policy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Policy, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Policy {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Policy".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "N, N+1, N+2, 2N, 2(N+1), 3N/2, 4N/3 ... or block 4:1",
            "pattern": r"^(N|N\+[1-9]|2N|2\(N\+1\)|[3-9]N/[2-8]|block ([1-9]|1[0-9]|20):1)$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_read_back_as_written() {
        for text in ["N", "N+1", "N+2", "2N", "2(N+1)", "3N/2", "4N/3", "block 4:1"] {
            assert_eq!(text.parse::<Policy>().unwrap().to_string(), text);
        }
        for text in ["", "n+1", "N+0", "3N/3", "2N/1", "block 0:1", "N+10"] {
            assert!(text.parse::<Policy>().is_err(), "{text} must not parse");
        }
    }

    #[test]
    fn mixed_units_lose_the_largest() {
        assert_eq!(usable_capacity(&[2.0, 3.0, 2.5], Policy::NPlus(1)), 4.5);
        assert_eq!(usable_capacity(&[3.0, 3.0, 1.0], Policy::TwoN), 3.0);
        assert_eq!(usable_capacity(&[2.0, 2.0, 3.0], Policy::Block(2)), 4.0);
    }

    #[test]
    fn textbook_loadings() {
        let loading = |units: usize, policy| usable_capacity(&vec![1.0; units], policy) / units as f64;
        assert_eq!(loading(5, Policy::NPlus(1)), 0.8);
        assert_eq!(loading(8, Policy::TwoN), 0.5);
        assert_eq!(loading(10, Policy::TwoNPlusOne), 0.4);
        assert!((loading(3, Policy::Distributed(3)) - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(loading(4, Policy::Distributed(4)), 0.75);
    }

    #[test]
    fn too_few_units_carry_nothing() {
        assert_eq!(usable_capacity(&[], Policy::NPlus(1)), 0.0);
        assert_eq!(usable_capacity(&[5.0], Policy::TwoN), 0.0);
        assert_eq!(usable_capacity(&[5.0, 5.0], Policy::Distributed(3)), 0.0);
        assert_eq!(usable_capacity(&[5.0], Policy::Block(2)), 0.0);
        assert_eq!(usable_capacity(&[5.0; 4], Policy::Block(2)), 10.0, "two groups, two reserves");
    }
}
