//! Dominance: a candidate that another one beats or equals in everything is dropped.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Mode;
use crate::domain::blocks::OnBoards;
use crate::domain::plan::{CandidatePlan, Draw};

/// Splits candidates into those that no other one dominates and those dropped; of equals the first stays. Assets that other banks
/// want are `wanted`.
pub fn prune(candidates: Vec<CandidatePlan>, wanted: &BTreeSet<String>) -> (Vec<CandidatePlan>, Vec<CandidatePlan>) {
    let ordered: Vec<(f64, bool)> = candidates.iter().map(|c| (c.lead_weeks.likely, !c.mode.slot_reserved)).collect();
    prune_by(candidates, wanted, |a, b| ordered[a].0 <= ordered[b].0 && ordered[a].1 <= ordered[b].1)
}

/// The same where it is known when each candidate is delivered, weeks from the project's start.
pub fn prune_delivered(
    candidates: Vec<CandidatePlan>,
    wanted: &BTreeSet<String>,
    weeks: &[f64],
) -> (Vec<CandidatePlan>, Vec<CandidatePlan>) {
    prune_by(candidates, wanted, |a, b| weeks[a] <= weeks[b])
}

/// Splits candidates, by index no later than others as `no_later` says.
fn prune_by(
    candidates: Vec<CandidatePlan>,
    wanted: &BTreeSet<String>,
    no_later: impl Fn(usize, usize) -> bool,
) -> (Vec<CandidatePlan>, Vec<CandidatePlan>) {
    let beats = |a: usize, b: usize| no_later(a, b) && dominates(&candidates[a], &candidates[b], wanted);
    // Only equal numbers of equal units can beat each other, which spares most comparisons of what stands on boards.
    let kind = |c: &CandidatePlan| c.on_boards.map(|on| (on.units, on.amps.to_bits()));
    let mut alike: BTreeMap<Option<(u32, u64)>, Vec<usize>> = BTreeMap::new();
    for (i, candidate) in candidates.iter().enumerate() {
        alike.entry(kind(candidate)).or_default().push(i);
    }
    let winner = |i: usize| -> Option<usize> {
        let mut others = alike[&kind(&candidates[i])].iter().copied().filter(|&j| j != i);
        others.find(|&j| beats(j, i) && (j < i || !beats(i, j)))
    };
    let winners: Vec<Option<usize>> = (0..candidates.len()).map(winner).collect();
    // Ways to hasten one build are too many to be told one by one.
    let told =
        |(candidate, winner): &(&CandidatePlan, &Option<usize>)| winner.is_some() && candidate.mode == Mode::default();
    let dropped = candidates.iter().zip(&winners).filter(told).map(|(c, _)| c.clone()).collect();
    let kept = candidates.iter().zip(&winners).filter(|(_, winner)| winner.is_none()).map(|(c, _)| c.clone()).collect();
    (kept, dropped)
}

/// Both delivered on the same day: no dearer, no longer installed, carries no less, draws no more of anything, supplies others
/// no less, is as safe on faults, and takes no more of what other banks want.
fn dominates(a: &CandidatePlan, b: &CandidatePlan, wanted: &BTreeSet<String>) -> bool {
    a.cost.likely <= b.cost.likely
        && takes_no_more(a, b, wanted)
        && a.install_weeks.likely <= b.install_weeks.likely
        && a.usable >= b.usable
        && no_more(&a.draws, &b.draws)
        && no_more(&b.covers, &a.covers)
        && a.fault_current_ka.unwrap_or(0.0) <= b.fault_current_ka.unwrap_or(0.0)
        && as_good_in_blocks(a.on_boards, b.on_boards)
        && a.interrupting_rating_ka.unwrap_or(f64::INFINITY) >= b.interrupting_rating_ka.unwrap_or(f64::INFINITY)
}

/// Of every asset that is wanted elsewhere and of every order no more units, and nothing that comes free later.
fn takes_no_more(a: &CandidatePlan, b: &CandidatePlan, wanted: &BTreeSet<String>) -> bool {
    let of_order = |order: &str| b.ordered.iter().filter(|it| it.order == order).map(|it| it.units).sum::<f64>();
    if a.not_before > b.not_before || a.ordered.iter().any(|it| it.units > of_order(&it.order)) {
        return false;
    }
    let units = |asset: &str| -> u32 { b.kept.iter().filter(|kept| kept.asset == asset).map(|kept| kept.units).sum() };
    a.kept.iter().filter(|kept| wanted.contains(&kept.asset)).all(|kept| kept.units <= units(&kept.asset))
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
