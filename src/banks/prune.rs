//! Dominance: a candidate that another one beats or equals in everything is dropped, with that as the reason.

use super::moves::Moves;
use crate::domain::blocks::OnBoards;
use crate::domain::plan::{Alternative, CandidatePlan, Draw};

/// Splits candidates into those that no other one dominates and those dropped; of equals the first stays.
pub fn prune(candidates: Vec<CandidatePlan>, moves: &Moves) -> (Vec<CandidatePlan>, Vec<Alternative>) {
    let winner = |i: usize| -> Option<usize> {
        let loser = &candidates[i];
        (0..candidates.len()).filter(|&j| j != i).find(|&j| {
            let better = &candidates[j];
            dominates(better, loser, moves) && (j < i || !dominates(loser, better, moves))
        })
    };
    let winners: Vec<Option<usize>> = (0..candidates.len()).map(winner).collect();
    let dropped = winners.iter().enumerate().filter_map(|(i, winner)| Some((i, (*winner)?)));
    let dropped = dropped.map(|(i, j)| alternative(&candidates[i], &candidates[j])).collect();
    let kept = candidates.iter().zip(&winners).filter(|(_, winner)| winner.is_none()).map(|(c, _)| c.clone()).collect();
    (kept, dropped)
}

/// No dearer, no later, carries no less, draws no more of anything, supplies others no less, is as safe on faults, and takes no
/// more of what other banks want.
fn dominates(a: &CandidatePlan, b: &CandidatePlan, moves: &Moves) -> bool {
    a.cost.likely <= b.cost.likely
        && takes_no_more(a, b, moves)
        && a.lead_weeks.likely <= b.lead_weeks.likely
        && a.install_weeks.likely <= b.install_weeks.likely
        && a.usable >= b.usable
        && no_more(&a.draws, &b.draws)
        && no_more(&b.covers, &a.covers)
        && a.fault_current_ka.unwrap_or(0.0) <= b.fault_current_ka.unwrap_or(0.0)
        && as_good_in_blocks(a.on_boards, b.on_boards)
        && a.interrupting_rating_ka.unwrap_or(f64::INFINITY) >= b.interrupting_rating_ka.unwrap_or(f64::INFINITY)
}

/// Of every asset that is wanted elsewhere and of every order no more units, and nothing that comes free later.
fn takes_no_more(a: &CandidatePlan, b: &CandidatePlan, moves: &Moves) -> bool {
    let of_order = |order: &str| b.ordered.iter().filter(|it| it.order == order).map(|it| it.units).sum::<f64>();
    if a.not_before > b.not_before || a.ordered.iter().any(|it| it.units > of_order(&it.order)) {
        return false;
    }
    let units = |asset: &str| -> u32 { b.kept.iter().filter(|kept| kept.asset == asset).map(|kept| kept.units).sum() };
    moves.takes(a).all(|kept| kept.units <= units(&kept.asset))
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
