//! What a bank carries covers what is asked of it:
//!
//! `sum_c usable[b,c] x[b,c] + sum_{b',c'} covers[b',c' -> b] x[b',c'] >= fixed[b] + sum_{b',c'} draws[b',c' -> b] x[b',c']`
//!
//! The row is divided by the fixed part, so that all rows have coefficients near one. Site limits (grid import, yard,
//! water) are banks like all others. A row that every choice satisfies is left out.

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use crate::banks::{Bank, draw_id};

/// The rows; with `slack`, the share of its size by which each bank may fall short, by bank.
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let net = net_draws(problem, columns);
    let mut rows = Vec::new();
    for (bank, binaries) in problem.banks.iter().zip(&columns.build) {
        let terms = net.get(&bank.id).map(Vec::as_slice).unwrap_or_default();
        if bank.candidates.is_empty() || (slack.is_none() && always_holds(bank, terms)) {
            continue;
        }
        let scale = scale(bank);
        let mut supply = Expression::from(0.0);
        for ((x, _), candidate) in binaries.iter().zip(&bank.candidates) {
            supply += *x * (candidate.usable / scale);
        }
        for (x, amount) in terms {
            supply -= *x * (amount / scale);
        }
        if let Some(short) = slack.and_then(|slack| slack.get(&bank.id)) {
            supply += *short;
        }
        rows.push(constraint!(supply >= bank.fixed / scale));
    }
    rows
}

/// The size by which a bank's row is divided: its fixed part, else the largest capacity offered.
pub fn scale(bank: &Bank) -> f64 {
    let largest = bank.candidates.iter().map(|candidate| candidate.usable).fold(0.0, f64::max);
    if bank.fixed > 0.0 { bank.fixed } else { largest.max(1.0) }
}

/// Draws less covers that fall on each bank, by the column that brings them.
fn net_draws(problem: &Problem, columns: &Columns) -> BTreeMap<String, Vec<(Variable, f64)>> {
    let mut net: BTreeMap<String, Vec<(Variable, f64)>> = BTreeMap::new();
    for (bank, binaries) in problem.banks.iter().zip(&columns.build) {
        for ((x, _), candidate) in binaries.iter().zip(&bank.candidates) {
            for draw in &candidate.draws {
                net.entry(draw_id(draw)).or_default().push((*x, draw.amount));
            }
            for cover in &candidate.covers {
                net.entry(draw_id(cover)).or_default().push((*x, -cover.amount));
            }
        }
    }
    net
}

/// True where nothing is drawn and every candidate carries the fixed part.
fn always_holds(bank: &Bank, terms: &[(Variable, f64)]) -> bool {
    terms.is_empty() && bank.candidates.iter().all(|candidate| candidate.usable >= bank.fixed)
}
