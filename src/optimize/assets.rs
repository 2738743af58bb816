//! What the site has once is taken once. For each asset a of which more than one bank could take units:
//!
//! `sum_{b,c} units[b,c,a] x[b,c] <= count[a]`
//!
//! Banks that keep what others could take share no binaries with banks that are alike ([`super::alike`]), so that each takes
//! its own units.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Constraint, Expression, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use crate::banks::Bank;

/// The rows; with `slack`, the units of each asset that would be lacking, by the name that [`slack_name`] gives.
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let row = |(asset, count): (&str, f64)| {
        let mut taken = Expression::from(0.0);
        for (bank, binaries) in problem.banks.iter().zip(&columns.build) {
            for ((x, _), candidate) in binaries.iter().zip(&bank.candidates) {
                let units: u32 = candidate.kept.iter().filter(|it| it.asset == asset).map(|it| it.units).sum();
                if units > 0 {
                    taken += *x * f64::from(units);
                }
            }
        }
        if let Some(lacking) = slack.and_then(|slack| slack.get(&slack_name(asset))) {
            taken -= *lacking;
        }
        constraint!(taken <= count)
    };
    contested(problem).into_iter().map(row).collect()
}

/// The assets that may be moved, with their units.
pub fn contested<'a>(problem: &Problem<'a>) -> Vec<(&'a str, f64)> {
    let candidates = problem.banks.iter().flat_map(|bank| &bank.candidates);
    let moved: BTreeSet<&str> = candidates.flat_map(|c| c.moved()).map(|kept| kept.asset.as_str()).collect();
    let assets = problem.site.assets.iter().filter(|asset| moved.contains(asset.id.as_str()));
    assets.map(|asset| (asset.id.as_str(), f64::from(asset.count))).collect()
}

/// Whether a bank could take some of what others could take.
pub fn competes(bank: &Bank, contested: &[(&str, f64)]) -> bool {
    let wanted = |asset: &str| contested.iter().any(|(id, _)| *id == asset);
    bank.candidates.iter().flat_map(|candidate| &candidate.kept).any(|kept| wanted(&kept.asset))
}

/// The name of the slack of an asset's row.
pub fn slack_name(asset: &str) -> String {
    format!("units of {asset}")
}
