//! What conflicts where no plan is possible: the same model with a slack on every supply, fault level, deadline and budget, the sum of
//! the slacks minimized. Each slack that stays is a requirement or limit that must give, and by how much.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Expression, Variable, variable};

use super::columns::Columns;
use super::solver::{self, Ended, Options};
use super::{NoChoice, Problem, assets, blocks, choose, fault, limits, sequence, supply};
use crate::banks::{Bank, draw_id};

/// A requirement or limit that cannot be met with all the others.
#[derive(Clone, Debug, PartialEq)]
pub enum Conflict {
    /// A bank falls short of what is asked of it, in the service's unit.
    Short {
        /// The requirement's id.
        requirement: String,
        /// What can be brought at most.
        available: f64,
        /// By how much that falls short.
        short: f64,
    },
    /// Nothing can supply a requirement: every way was dropped.
    Nothing {
        /// The requirement's id.
        requirement: String,
        /// What was dropped, and why.
        reasons: Vec<String>,
    },
    /// A hall cannot be ready in time.
    Late {
        /// The hall.
        hall: String,
        /// By how many weeks.
        weeks: f64,
    },
    /// No number of a bank's units that is offered goes round the low-voltage boards of its hall.
    NoBlocks {
        /// The requirement's id.
        requirement: String,
    },
    /// Boards and transformers of a hall are such that the boards do not interrupt the fault level.
    FaultLevel {
        /// The requirement's id, of the boards.
        requirement: String,
    },
    /// Banks of several places need the same equipment of the mine, and nothing else serves them.
    TakenTwice {
        /// The asset, or `orders.` with the order.
        asset: String,
        /// Units that are lacking.
        lacking: f64,
    },
    /// The least plan costs more than the budget.
    OverBudget {
        /// By how much of direct cost, USD.
        direct_usd: f64,
    },
}

/// Price of a slack of one whole requirement against one week or one million: supplies give last.
const SUPPLY_WEIGHT: f64 = 1e4;

/// Slack below which a limit is taken to hold: a millionth of a requirement or week, two dollars.
const LEAST_SHARE: f64 = 1e-6;
const LEAST_MONEY: f64 = 2e-6;

/// All that conflicts, in the order of the banks, then dates, then money.
///
/// # Errors
/// The solver's failure.
pub fn conflicts(problem: &Problem, options: &Options) -> Result<Vec<Conflict>, NoChoice> {
    let none = BTreeSet::new();
    let Some(given) = give(problem, options, &none, &none)? else {
        return Err(NoChoice::Solver("the model with slack on every limit is called infeasible".to_owned()));
    };
    let nothing = unsuppliable(problem).map(|(_, conflict)| conflict);
    Ok(nothing.chain(given.slack.into_iter().map(|(_, conflict)| conflict)).collect())
}

/// Banks without a candidate, by their id: each is a conflict by itself.
pub fn unsuppliable<'a>(problem: &Problem<'a>) -> impl Iterator<Item = (String, Conflict)> + 'a {
    let empty = problem.banks.iter().filter(|bank| bank.candidates.is_empty());
    empty.map(|bank| (bank.id.clone(), nothing(bank)))
}

/// What gives in a run.
pub struct Given {
    /// Every slack that is not zero, by its name.
    pub slack: Vec<(String, Conflict)>,
    /// Whether the run proved that something must give.
    pub proved: bool,
}

/// Minimizes what gives, where the limits named in `held` do not give and those in `free` give for nothing; `None` where the
/// solver finds no point.
///
/// # Errors
/// The solver's failure.
pub fn give(
    problem: &Problem,
    options: &Options,
    held: &BTreeSet<String>,
    free: &BTreeSet<String>,
) -> Result<Option<Given>, NoChoice> {
    let mut columns = Columns::new(problem, true);
    let mut positions: Vec<(String, usize)> = Vec::new();
    let mut slack: BTreeMap<String, Variable> = BTreeMap::new();
    let mut weighted = Expression::from(0.0);
    for (name, weight) in names(problem).into_iter().filter(|(name, _)| !held.contains(name)) {
        let (column, position) = columns.add(variable().min(0.0));
        if !free.contains(&name) {
            weighted += column * weight;
            positions.push((name.clone(), position));
        }
        slack.insert(name, column);
    }
    let mut rows = choose::rows(problem, &columns);
    rows.extend(supply::rows(problem, &columns, Some(&slack)));
    rows.extend(fault::rows(problem, &columns, Some(&slack)));
    rows.extend(blocks::rows(problem, &columns, Some(&slack)));
    rows.extend(assets::rows(problem, &columns, Some(&slack)));
    rows.extend(sequence::rows(problem, &columns));
    rows.extend(limits::rows(problem, &columns, Some(&slack)));
    let ended = solver::run(columns.take(), weighted, rows, options)?;
    let Ended::Solution { values, bound, .. } = ended else { return Ok(None) };
    let picks = columns.picks(&values);
    let given = positions.iter().map(|(name, position)| (name, values[*position]));
    let given = given.filter(|(name, value)| *value > if *name == limits::BUDGET { LEAST_MONEY } else { LEAST_SHARE });
    let slack = given.filter_map(|(name, value)| Some((name.clone(), conflict(problem, &picks, name, value)?)));
    Ok(Some(Given { slack: slack.collect(), proved: bound > LEAST_SHARE / 10.0 }))
}

/// Every slack's name and the price of a unit of it.
pub fn names(problem: &Problem) -> Vec<(String, f64)> {
    let supplies = problem.banks.iter().filter(|bank| !bank.candidates.is_empty());
    let supplies = supplies.map(|bank| (bank.id.clone(), SUPPLY_WEIGHT));
    let deadlines = problem.deadline_weeks.keys().map(|hall| (hall.clone(), 1.0));
    let dealt = problem.banks.iter().filter(|bank| blocks::dealt(problem, bank));
    let dealt = dealt.map(|bank| (blocks::slack_name(bank), SUPPLY_WEIGHT));
    let faults = fault::limited(problem).map(|boards| (fault::slack_name(boards), SUPPLY_WEIGHT));
    let taken = assets::contested(problem).into_iter().map(|(asset, _)| (assets::slack_name(&asset), SUPPLY_WEIGHT));
    supplies
        .chain(dealt)
        .chain(faults)
        .chain(taken)
        .chain(deadlines)
        .chain([(limits::BUDGET.to_owned(), 1.0)])
        .collect()
}

fn nothing(bank: &Bank) -> Conflict {
    let reasons = bank.rejected.iter().map(|dropped| format!("{}: {}", dropped.label, dropped.reason)).collect();
    Conflict::Nothing { requirement: bank.id.clone(), reasons }
}

fn conflict(problem: &Problem, picks: &[usize], name: &str, value: f64) -> Option<Conflict> {
    if name == limits::BUDGET {
        return Some(Conflict::OverBudget { direct_usd: value * 1e6 });
    }
    if problem.deadline_weeks.contains_key(name) {
        return Some(Conflict::Late { hall: name.to_owned(), weeks: value });
    }
    if let Some(bank) = problem.banks.iter().find(|bank| blocks::slack_name(bank) == name) {
        return Some(Conflict::NoBlocks { requirement: bank.id.clone() });
    }
    if let Some(boards) = problem.banks.iter().find(|bank| fault::slack_name(bank) == name) {
        return Some(Conflict::FaultLevel { requirement: boards.id.clone() });
    }
    if let Some((asset, _)) = assets::contested(problem).iter().find(|(asset, _)| assets::slack_name(asset) == name) {
        return Some(Conflict::TakenTwice { asset: asset.clone(), lacking: value.ceil() });
    }
    let (bank, pick) = problem.banks.iter().zip(picks).find(|(bank, _)| bank.id == name)?;
    let short = value * supply::scale(bank);
    let others = problem.banks.iter().zip(picks).filter_map(|(other, &c)| other.candidates.get(c));
    let covers = others.flat_map(|candidate| &candidate.covers).filter(|cover| draw_id(cover) == bank.id);
    let available = bank.candidates[*pick].usable + covers.map(|cover| cover.amount).sum::<f64>();
    Some(Conflict::Short { requirement: bank.id.clone(), available, short })
}
