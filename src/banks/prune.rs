//! Dominance: a candidate that another one beats or equals in everything is dropped, with that as the reason.

use crate::domain::blocks::OnBoards;
use crate::domain::plan::{Alternative, CandidatePlan, Draw};

/// Splits candidates into those that no other one dominates and those dropped; of equals the first stays.
pub fn prune(candidates: Vec<CandidatePlan>) -> (Vec<CandidatePlan>, Vec<Alternative>) {
    let winner = |i: usize| -> Option<usize> {
        let loser = &candidates[i];
        (0..candidates.len()).filter(|&j| j != i).find(|&j| {
            let better = &candidates[j];
            dominates(better, loser) && (j < i || !dominates(loser, better))
        })
    };
    let winners: Vec<Option<usize>> = (0..candidates.len()).map(winner).collect();
    let dropped = winners.iter().enumerate().filter_map(|(i, winner)| Some((i, (*winner)?)));
    let dropped = dropped.map(|(i, j)| alternative(&candidates[i], &candidates[j])).collect();
    let kept = candidates.iter().zip(&winners).filter(|(_, winner)| winner.is_none()).map(|(c, _)| c.clone()).collect();
    (kept, dropped)
}

/// No dearer, no later, carries no less, draws no more of anything, supplies others no less, and is as safe on faults.
fn dominates(a: &CandidatePlan, b: &CandidatePlan) -> bool {
    a.cost.likely <= b.cost.likely
        && a.lead_weeks.likely <= b.lead_weeks.likely
        && a.install_weeks.likely <= b.install_weeks.likely
        && a.mode.slot_reserved >= b.mode.slot_reserved
        && a.usable >= b.usable
        && no_more(&a.draws, &b.draws)
        && no_more(&b.covers, &a.covers)
        && a.fault_current_ka.unwrap_or(0.0) <= b.fault_current_ka.unwrap_or(0.0)
        && as_good_in_blocks(a.on_boards, b.on_boards)
        && a.interrupting_rating_ka.unwrap_or(f64::INFINITY) >= b.interrupting_rating_ka.unwrap_or(f64::INFINITY)
}

/// As many units, each no smaller and with the same current: numbers decide whether boards and units make blocks.
fn as_good_in_blocks(a: Option<OnBoards>, b: Option<OnBoards>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.units == b.units && a.amps == b.amps && a.capacity >= b.capacity,
        (a, b) => a == b,
    }
}

/// Every amount of `a` is at most that of `b` for the same service and place.
fn no_more(a: &[Draw], b: &[Draw]) -> bool {
    let amount = |draws: &[Draw], of: &Draw| -> f64 {
        draws.iter().filter(|d| d.service == of.service && d.place == of.place).map(|d| d.amount).sum()
    };
    a.iter().all(|draw| draw.amount <= amount(b, draw))
}

fn alternative(loser: &CandidatePlan, winner: &CandidatePlan) -> Alternative {
    Alternative {
        label: loser.label.clone(),
        cost_usd: Some(loser.cost.likely),
        usable: Some(loser.usable),
        lead_weeks: Some(loser.lead_weeks.likely),
        reason: format!("no better in anything than {}", winner.label),
    }
}
