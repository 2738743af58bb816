//! Boards must interrupt the fault current behind the transformers of their hall:
//!
//! `x[tr,c] + sum_{c' : kA[lv,c'] < Isc[tr,c]} x[lv,c'] <= 1` for each transformer candidate c.

use good_lp::{Constraint, Expression, constraint};

use super::Problem;
use super::columns::Columns;
use crate::domain::Service;

/// One row for each transformer candidate whose fault current some board of the hall cannot interrupt.
pub fn rows(problem: &Problem, columns: &Columns) -> Vec<Constraint> {
    let mut rows = Vec::new();
    let banks = || problem.banks.iter().zip(&columns.build);
    for (transformers, builds) in banks().filter(|(bank, _)| bank.service == Service::Transformation) {
        let same_hall = |place| place == &transformers.place;
        let boards = banks().find(|(b, _)| b.service == Service::LowVoltagePower && same_hall(&b.place));
        let Some((boards, board_builds)) = boards else { continue };
        for ((x, _), candidate) in builds.iter().zip(&transformers.candidates) {
            let fault_ka = candidate.fault_current_ka.unwrap_or(0.0);
            let weak = board_builds.iter().zip(&boards.candidates);
            let weak = weak.filter(|(_, board)| board.interrupting_rating_ka.is_some_and(|rated| rated < fault_ka));
            let weak: Vec<Expression> = weak.map(|((y, _), _)| Expression::from(*y)).collect();
            if !weak.is_empty() {
                let both: Expression = weak.into_iter().sum::<Expression>() + *x;
                rows.push(constraint!(both <= 1.0));
            }
        }
    }
    rows
}
