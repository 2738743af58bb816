//! Where a choice flips: at which price and at which lead time what was chosen is no better than the runner-up.
//!
//! The money of the best plan with the equipment is concave in its price: a plan that costs `m` with equipment of direct cost `a`
//! costs `m + p a` at a premium of `p`. So the premium at which it meets the runner-up's money `r` is found from below, each plan
//! giving the next premium `(r - m) / a`, and it is reached when no plan with the equipment is cheaper than `r` there.

use std::cmp::Ordering;

use serde::Serialize;

use super::{Chosen, NOTHING_USD, Outcome, Solver, better};
use crate::domain::Objective;
use crate::domain::plan::CandidatePlan;
use crate::{Prepared, Unplannable};

/// Plans with the equipment that are tried at higher and higher prices.
const MOST_PREMIUMS: usize = 4;

/// Lead times are tried up to so many weeks more.
const MOST_WEEKS: u32 = 52;

/// What is this close to a whole price is all of it, percent.
const ALL_PCT: f64 = 0.05;

/// The price at which a choice flips.
#[derive(Clone, Debug, Serialize)]
pub struct PriceFlip {
    /// Direct cost of what the plan buys for the banks in question, USD.
    pub amount_usd: f64,
    /// Percent by which that may get dearer; nothing where it buys nothing, or no price flips it.
    pub dearer_pct: Option<f64>,
    /// Whether it was solved at that price, and no plan with the equipment was cheaper than the runner-up.
    pub confirmed: bool,
    /// Direct cost of what the runner-up buys for these banks, USD.
    pub other_amount_usd: f64,
    /// Percent by which that would have to get cheaper, or less; nothing where it does not flip even as a gift.
    pub cheaper_pct: Option<f64>,
}

/// The lead time at which a choice flips.
#[derive(Clone, Debug, Serialize)]
pub struct LeadFlip {
    /// Whole weeks by which it may take longer before the runner-up is better; nothing where not within a year.
    pub weeks: Option<u32>,
    /// The most that was tried, weeks.
    pub tried_weeks: u32,
}

/// The price flip; nothing where the runner-up's dates are worse and dates come first. `held` has nothing but the equipment.
///
/// # Errors
/// The solver's failure.
pub fn price_flip(
    held: &Prepared,
    banks: &[String],
    with: &Outcome,
    other: &Outcome,
    solver: &mut Solver,
) -> Result<Option<PriceFlip>, Unplannable> {
    if held.site.objective() == Objective::Date && with.date_weeks + 1e-6 < other.date_weeks {
        return Ok(None);
    }
    let (amount_usd, other_amount_usd) = (amount(&with.choice.chosen, banks), amount(&other.choice.chosen, banks));
    let gap = other.choice.money_usd - with.choice.money_usd;
    let cheaper_pct = 100.0 * gap / (weight(held) * other_amount_usd).max(f64::MIN_POSITIVE);
    let (dearer_pct, confirmed) = match amount_usd > NOTHING_USD {
        true => dearer(held, banks, with, other.choice.money_usd, solver)?,
        false => (None, false),
    };
    let cheaper_pct = Some(cheaper_pct).filter(|pct| *pct < 100.0 - ALL_PCT);
    Ok(Some(PriceFlip { amount_usd, dearer_pct, confirmed, other_amount_usd, cheaper_pct }))
}

/// The premium in percent, and whether it was reached.
fn dearer(
    held: &Prepared,
    banks: &[String],
    with: &Outcome,
    runner_up_usd: f64,
    solver: &mut Solver,
) -> Result<(Option<f64>, bool), Unplannable> {
    let (mut money, mut bought) = (with.choice.money_usd, amount(&with.choice.chosen, banks));
    let mut premium = 0.0;
    for _ in 0..MOST_PREMIUMS {
        premium = (runner_up_usd - money) / (weight(held) * bought);
        let at = solver.choose(&priced(held, banks, 1.0 + premium))?;
        if at.choice.money_usd >= runner_up_usd - NOTHING_USD {
            return Ok((Some(100.0 * premium), true));
        }
        bought = amount(&at.choice.chosen, banks) / (1.0 + premium);
        money = at.choice.money_usd - weight(held) * premium * bought;
        if bought < NOTHING_USD {
            return Ok((None, true));
        }
    }
    Ok((Some(100.0 * premium), false))
}

/// The lead flip; nothing where time has no worth or nothing is ordered. `held` has nothing but the equipment.
///
/// # Errors
/// The solver's failure.
pub fn lead_flip(
    held: &Prepared,
    banks: &[String],
    other: &Outcome,
    solver: &mut Solver,
) -> Result<Option<LeadFlip>, Unplannable> {
    let ordered = held.banks.iter().filter(|bank| banks.contains(&bank.id)).flat_map(|bank| &bank.candidates);
    if !held.site.time_has_worth() || ordered.clone().all(|candidate| candidate.parts.is_empty()) {
        return Ok(None);
    }
    let mut stays = |weeks: u32| match solver.choose(&delayed(held, banks, f64::from(weeks))) {
        Ok(with) => Ok(better(held.site, &with, other) != Ordering::Greater),
        Err(Unplannable::Infeasible(_)) => Ok(false),
        Err(why) => Err(why),
    };
    if stays(MOST_WEEKS)? {
        return Ok(Some(LeadFlip { weeks: None, tried_weeks: MOST_WEEKS }));
    }
    let (mut holds, mut flips) = (0, MOST_WEEKS);
    while flips - holds > 1 {
        let middle = (holds + flips) / 2;
        if stays(middle)? { holds = middle } else { flips = middle }
    }
    Ok(Some(LeadFlip { weeks: Some(holds), tried_weeks: MOST_WEEKS }))
}

/// What a dollar of direct cost weighs in the money that is minimized.
fn weight(prepared: &Prepared) -> f64 {
    let site = prepared.site;
    if site.objective() == Objective::Value { 1.0 + site.soft_share() } else { 1.0 }
}

fn amount(chosen: &Chosen, banks: &[String]) -> f64 {
    banks.iter().map(|bank| chosen[bank].cost.likely).sum()
}

fn priced<'a>(held: &Prepared<'a>, banks: &[String], factor: f64) -> Prepared<'a> {
    changed(held, banks, |candidate| candidate.cost = candidate.cost * factor)
}

fn delayed<'a>(held: &Prepared<'a>, banks: &[String], weeks: f64) -> Prepared<'a> {
    changed(held, banks, |candidate| candidate.lead_weeks = candidate.lead_weeks.map(|lead| lead + weeks))
}

fn changed<'a>(held: &Prepared<'a>, banks: &[String], change: impl Fn(&mut CandidatePlan)) -> Prepared<'a> {
    let mut changed = held.clone();
    let there = changed.banks.iter_mut().filter(|bank| banks.contains(&bank.id));
    there.flat_map(|bank| &mut bank.candidates).for_each(change);
    changed
}
