//! Boards must interrupt the fault current behind the transformers of their hall:
//!
//! `sum_{c : Isc[tr,c] > r} x[tr,c] + sum_{c' : kA[lv,c'] <= r} x[lv,c'] <= 1` for each rating r of the boards offered.
//!
//! One row for each rating is fewer than one for each candidate, and tighter: one candidate of each bank is chosen.

use good_lp::{Constraint, Expression, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use crate::banks::Bank;
use crate::domain::Service;
use crate::domain::plan::CandidatePlan;

/// The rows of all halls.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let banks = || problem.banks.iter().zip(&columns.build);
    let of_hall = |(transformers, builds): (&Bank, &Vec<(Variable, usize)>)| {
        let same_hall = |b: &Bank| b.service == Service::LowVoltagePower && b.place == transformers.place;
        let (boards, board_builds) = banks().find(|(b, _)| same_hall(b))?;
        let faults = by_candidate(transformers, builds, |c| Some(c.fault_current_ka.unwrap_or(0.0)));
        let ratings = by_candidate(boards, board_builds, |c| c.interrupting_rating_ka);
        Some(of_ratings(&faults, &ratings))
    };
    banks().filter(|(bank, _)| bank.service == Service::Transformation).filter_map(of_hall).flatten().collect()
}

/// The binaries of a bank's candidates with what is known of them, kA.
fn by_candidate(
    bank: &Bank,
    builds: &[(Variable, usize)],
    ka: impl Fn(&CandidatePlan) -> Option<f64>,
) -> Vec<(f64, Variable)> {
    builds.iter().zip(&bank.candidates).filter_map(|((x, _), candidate)| Some((ka(candidate)?, *x))).collect()
}

fn of_ratings(faults: &[(f64, Variable)], ratings: &[(f64, Variable)]) -> Vec<Constraint> {
    let mut rated: Vec<f64> = ratings.iter().map(|(rating, _)| *rating).collect();
    rated.sort_by(|a, b| b.total_cmp(a));
    rated.dedup();
    let mut told = 0;
    let row = |limit: f64| {
        let strong: Vec<Variable> = faults.iter().filter(|(ka, _)| *ka > limit).map(|(_, x)| *x).collect();
        // A weaker rating with the same transformers above it says nothing new.
        if strong.len() == told {
            return None;
        }
        told = strong.len();
        let weak = ratings.iter().filter(|(rating, _)| *rating <= limit).map(|(_, y)| *y);
        let both: Expression = strong.into_iter().chain(weak).map(Expression::from).sum();
        Some(constraint!(both <= 1.0))
    };
    rated.into_iter().filter_map(row).collect()
}
