//! What the site has once is taken once. For each asset or order a of which more than one bank could take units:
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
use crate::domain::Place;
use crate::domain::plan::CandidatePlan;

/// The rows; with `slack`, the units of each asset that would be lacking, by the name that [`slack_name`] gives.
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let row = |(asset, count): (String, f64)| {
        let mut taken = Expression::from(0.0);
        for (bank, binaries) in problem.banks.iter().zip(&columns.build) {
            for ((x, _), candidate) in binaries.iter().zip(&bank.candidates) {
                let units: f64 = takes(candidate).filter(|(name, _)| *name == asset).map(|(_, units)| units).sum();
                if units > 0.0 {
                    taken += *x * units;
                }
            }
        }
        if let Some(lacking) = slack.and_then(|slack| slack.get(&slack_name(&asset))) {
            taken -= *lacking;
        }
        constraint!(taken <= count)
    };
    contested(problem).into_iter().map(row).collect()
}

/// Units that a candidate takes of the mine's assets and orders, by name; an order's is its path in the facility.
fn takes(candidate: &CandidatePlan) -> impl Iterator<Item = (String, f64)> {
    let kept = candidate.kept.iter().map(|kept| (kept.asset.clone(), f64::from(kept.units)));
    kept.chain(candidate.ordered.iter().map(|ordered| (format!("orders.{}", ordered.order), ordered.units)))
}

/// The assets and orders of which more than one bank could take units, with their number.
pub fn contested(problem: &Problem) -> Vec<(String, f64)> {
    let mut takers: BTreeMap<String, usize> = BTreeMap::new();
    for bank in problem.banks {
        let names: BTreeSet<String> = bank.candidates.iter().flat_map(takes).map(|(name, _)| name).collect();
        names.into_iter().for_each(|name| *takers.entry(name).or_default() += 1);
    }
    let assets = problem.site.assets.iter().map(|asset| (asset.id.clone(), f64::from(asset.count)));
    let orders = problem.site.orders.iter().map(|order| (format!("orders.{}", order.id), f64::from(order.count)));
    assets.chain(orders).filter(|(name, _)| takers.get(name).is_some_and(|banks| *banks > 1)).collect()
}

/// Whether a bank could take some of what others could take.
pub fn competes(bank: &Bank, contested: &[(String, f64)]) -> bool {
    let wanted = |name: &str| contested.iter().any(|(id, _)| *id == name);
    bank.candidates.iter().flat_map(takes).any(|(name, _)| wanted(&name))
}

/// The halls that may give each other equipment: those in which some stands that another bank could take, and those of these banks.
pub fn trading<'a>(problem: &Problem<'a>, contested: &[(String, f64)]) -> BTreeSet<&'a str> {
    let converted = |place: &Place| problem.banks.iter().any(|bank| bank.place == *place);
    let given = contested.iter().filter_map(|(id, _)| problem.site.assets.iter().find(|asset| asset.id == *id));
    let given: Vec<(String, f64)> = given
        .filter(|asset| asset.place.hall().is_some() && converted(&asset.place))
        .map(|asset| (asset.id.clone(), f64::from(asset.count)))
        .collect();
    let takers = problem.banks.iter().filter(|bank| competes(bank, &given));
    takers.filter_map(|bank| bank.place.hall()).collect()
}

/// The name of the slack of an asset's row.
pub fn slack_name(asset: &str) -> String {
    format!("units of {asset}")
}
