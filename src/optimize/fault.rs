//! Boards must interrupt the fault current behind the transformers of their hall:
//!
//! `sum_{c : Isc[tr,c] > r} x[tr,c] + sum_{c' : kA[lv,c'] <= r} x[lv,c'] <= 1` for each rating r of the boards offered.
//!
//! One row for each rating is fewer than one for each candidate, and tighter: one candidate of each bank is chosen.

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use crate::banks::Bank;
use crate::domain::Service;
use crate::domain::plan::CandidatePlan;

/// The rows of all halls; with `slack`, what makes those of each bank of boards hold, by the name that [`slack_name`] gives.
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let of_hall = |(t, b): (usize, usize)| {
        let (transformers, boards) = (&problem.banks[t], &problem.banks[b]);
        let faults = by_candidate(transformers, &columns.build[t], |c| Some(c.fault_current_ka.unwrap_or(0.0)));
        let ratings = by_candidate(boards, &columns.build[b], |c| c.interrupting_rating_ka);
        let give = slack.and_then(|slack| slack.get(&slack_name(boards))).copied();
        of_ratings(&faults, &ratings, give)
    };
    halls(problem).into_iter().flat_map(of_hall).collect()
}

/// Banks of boards that have a row: some do not interrupt the fault current behind some transformers.
pub fn limited<'a>(problem: &Problem<'a>) -> impl Iterator<Item = &'a Bank> + 'a {
    let banks = problem.banks;
    let any = move |(t, b): (usize, usize)| {
        let faults = banks[t].candidates.iter().filter_map(|c| c.fault_current_ka).fold(0.0, f64::max);
        let ratings = banks[b].candidates.iter().filter_map(|c| c.interrupting_rating_ka);
        (ratings.fold(f64::INFINITY, f64::min) < faults).then(|| &banks[b])
    };
    halls(problem).into_iter().filter_map(any)
}

/// The name of the slack of the rows of a bank of boards.
pub fn slack_name(boards: &Bank) -> String {
    format!("fault level at {}", boards.id)
}

/// Transformers and boards of each hall, by the indices of their banks.
fn halls(problem: &Problem) -> Vec<(usize, usize)> {
    let of = |service| problem.banks.iter().enumerate().filter(move |(_, bank)| bank.service == service);
    let boards = |transformers: &Bank| {
        let mut here = of(Service::LowVoltagePower).filter(|(_, boards)| boards.place == transformers.place);
        here.next().map(|(b, _)| b)
    };
    of(Service::Transformation).filter_map(|(t, bank)| Some((t, boards(bank)?))).collect()
}

/// The binaries of a bank's candidates with what is known of them, kA.
fn by_candidate(
    bank: &Bank,
    builds: &[(Variable, usize)],
    ka: impl Fn(&CandidatePlan) -> Option<f64>,
) -> Vec<(f64, Variable)> {
    builds.iter().zip(&bank.candidates).filter_map(|((x, _), candidate)| Some((ka(candidate)?, *x))).collect()
}

fn of_ratings(faults: &[(f64, Variable)], ratings: &[(f64, Variable)], give: Option<Variable>) -> Vec<Constraint> {
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
        Some(match give {
            Some(give) => constraint!(both - give <= 1.0),
            None => constraint!(both <= 1.0),
        })
    };
    rated.into_iter().filter_map(row).collect()
}
