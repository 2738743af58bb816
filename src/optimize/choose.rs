//! Every bank is built in one way: `sum_c x[b,c] = 1`.

use good_lp::{Constraint, Expression, constraint};

use super::Problem;
use super::columns::Columns;

/// One row for each bank that has candidates.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let banks = problem.banks.iter().zip(&columns.build).filter(|(bank, _)| !bank.candidates.is_empty());
    banks
        .map(|(_, binaries)| {
            let sum: Expression = binaries.iter().map(|(x, _)| Expression::from(*x)).sum();
            constraint!(sum == 1.0)
        })
        .collect()
}
