//! What stands on the low-voltage boards of a hall goes round them evenly (sets, UPS modules, transfer switches):
//!
//! `sum_{c in k} x[lv,c] <= sum_{c' : k and c' make blocks} x[b,c']` for each such bank b and each kind k of boards: those with
//! which the same candidates of b make blocks. Few candidates go round a kind, so that the row is short.

use std::collections::BTreeMap;

use good_lp::{Constraint, Expression, Variable, constraint};

use super::Problem;
use super::columns::Columns;
use crate::banks::Bank;
use crate::domain::blocks::{OnBoards, makes_blocks};
use crate::domain::plan::CandidatePlan;
use crate::domain::{Policy, Service};

/// What is dealt out to boards.
pub const DEALT: [Service; 3] = [Service::CriticalPower, Service::StandbyPower, Service::TransferSwitches];

/// The rows; with `slack`, what makes each bank's rows hold, by the name that [`slack_name`] gives.
pub fn rows(problem: &Problem, columns: &Columns, slack: Option<&BTreeMap<String, Variable>>) -> Vec<Constraint> {
    let mut rows = Vec::new();
    for (bank, builds) in problem.banks.iter().zip(&columns.build).filter(|(bank, _)| dealt(problem, bank)) {
        let boards = problem.banks.iter().zip(&columns.build);
        let boards = boards.filter(|(b, _)| b.service == Service::LowVoltagePower && b.place == bank.place);
        for (boards, board_builds) in boards {
            for (alike, fitting) in kinds((boards, board_builds), bank) {
                let fitting: Expression = fitting.into_iter().map(|c| Expression::from(builds[c].0)).sum();
                let alike: Expression = alike.into_iter().map(Expression::from).sum();
                let given = slack.and_then(|slack| slack.get(&slack_name(bank)));
                rows.push(constraint!(
                    alike - fitting - given.map_or(0.0.into(), |give| Expression::from(*give)) <= 0.0
                ));
            }
        }
    }
    rows
}

/// The candidates of boards by those of a bank that make blocks with them; without the kinds that all of these do.
fn kinds((boards, builds): (&Bank, &[(Variable, usize)]), bank: &Bank) -> Vec<(Vec<Variable>, Vec<usize>)> {
    let mut fitting: BTreeMap<(u32, u64), Vec<usize>> = BTreeMap::new();
    let mut kinds: BTreeMap<Vec<usize>, Vec<Variable>> = BTreeMap::new();
    for ((x, _), board) in builds.iter().zip(&boards.candidates) {
        let Some(on) = board.on_boards else { continue };
        let fits = |(c, candidate): (usize, &CandidatePlan)| fit(boards, on, bank, candidate).then_some(c);
        let of_kind = || bank.candidates.iter().enumerate().filter_map(fits).collect();
        let fitting = fitting.entry((on.units, on.amps.to_bits())).or_insert_with(of_kind);
        kinds.entry(fitting.clone()).or_default().push(*x);
    }
    let said = kinds.into_iter().filter(|(fitting, _)| fitting.len() < bank.candidates.len());
    said.map(|(fitting, alike)| (alike, fitting)).collect()
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
