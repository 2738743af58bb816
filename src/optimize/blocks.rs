//! What stands on the low-voltage boards of a hall goes round them evenly (sets, UPS modules, transfer switches):
//!
//! `sum_{c in k} x[lv,c] + sum_{c' : k and c' make no blocks} x[b,c'] <= 1` for each kind k of boards (as many, with the same bus)
//! and each such bank b.

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use crate::banks::Bank;
use crate::domain::blocks::{OnBoards, makes_blocks};
use crate::domain::plan::CandidatePlan;
use crate::domain::{Policy, Service};

/// What is dealt out to boards.
const DEALT: [Service; 3] = [Service::CriticalPower, Service::StandbyPower, Service::TransferSwitches];

/// The rows; with `slack`, what makes each bank's rows hold, by the name that [`slack_name`] gives.
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let mut rows = Vec::new();
    for (bank, builds) in problem.banks.iter().zip(&columns.build).filter(|(bank, _)| dealt(problem, bank)) {
        let boards = problem.banks.iter().zip(&columns.build);
        let boards = boards.filter(|(b, _)| b.service == Service::LowVoltagePower && b.place == bank.place);
        for (boards, board_builds) in boards {
            for (on, alike) in kinds(boards, board_builds) {
                let odd = builds.iter().zip(&bank.candidates).filter(|(_, c)| !fit(boards, on, bank, c));
                let odd: Vec<Expression> = odd.map(|((y, _), _)| Expression::from(*y)).collect();
                if odd.is_empty() {
                    continue;
                }
                let alike = alike.into_iter().map(Expression::from);
                let mut both: Expression = odd.into_iter().chain(alike).sum();
                if let Some(give) = slack.and_then(|slack| slack.get(&slack_name(bank))) {
                    both -= *give;
                }
                rows.push(constraint!(both <= 1.0));
            }
        }
    }
    rows
}

/// The candidates of boards by what counts for blocks.
fn kinds(boards: &Bank, builds: &[(Variable, usize)]) -> Vec<(OnBoards, Vec<Variable>)> {
    let mut kinds: Vec<(OnBoards, Vec<Variable>)> = Vec::new();
    for ((x, _), board) in builds.iter().zip(&boards.candidates) {
        let Some(on) = board.on_boards else { continue };
        match kinds.iter_mut().find(|(kind, _)| (kind.units, kind.amps) == (on.units, on.amps)) {
            Some((_, alike)) => alike.push(*x),
            None => kinds.push((on, vec![*x])),
        }
    }
    kinds
}

/// The name of the slack of a bank's rows.
pub fn slack_name(bank: &Bank) -> String {
    format!("blocks of {}", bank.id)
}

/// Whether a bank's units are dealt to boards; generators that carry a part of the load stand where that part is.
pub fn dealt(problem: &Problem, bank: &Bank) -> bool {
    let partly = problem.site.target.generator_coverage_pct < 100.0 && bank.service != Service::CriticalPower;
    DEALT.contains(&bank.service) && !partly
}

fn fit(boards: &Bank, on: OnBoards, bank: &Bank, candidate: &CandidatePlan) -> bool {
    let spare = bank.policy != Policy::NPlus(0);
    candidate.on_boards.is_none_or(|units| makes_blocks(on, boards.policy, units, bank.most, spare))
}
