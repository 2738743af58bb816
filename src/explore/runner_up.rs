//! Why a bank is built as it is: the best plan with its equipment against the best plan without it.

use std::cmp::Ordering;

use super::alternatives::OtherPlan;
use super::flip::{LeadFlip, PriceFlip, lead_flip, price_flip};
use super::kind::{Taken, alike, left_empty, only, without};
use super::{Chosen, Outcome, Solver, better, exact};
use crate::optimize::Conflict;
use crate::validate::Site;
use crate::{Prepared, Unplannable};

/// What speaks for a bank's equipment.
#[derive(Clone, Debug)]
pub struct Why {
    /// The bank and those that are built alike, by id.
    pub banks: Vec<String>,
    /// The best plan with this equipment.
    pub with: Outcome,
    /// The best plan without it.
    pub without: Without,
    /// Whether the plan without it is the better one: the plan at hand was made within a tolerance.
    pub is_beaten: bool,
    /// At which prices the choice flips.
    pub price: Option<PriceFlip>,
    /// At which lead time the choice flips, where time counts.
    pub lead: Option<LeadFlip>,
}

/// What there is without a bank's equipment.
#[derive(Clone, Debug)]
pub enum Without {
    /// The runner-up.
    Plan(Box<OtherPlan>),
    /// Nothing else can supply it.
    Nothing,
    /// No plan can do with anything else: what conflicts.
    Impossible(Vec<Conflict>),
    /// The solver ended without an answer.
    Unknown(String),
}

/// Solves with and without what a plan chose for a bank and for those that it built alike.
///
/// # Errors
/// No plan has this equipment.
pub fn why(site: &Site, chosen: &Chosen, id: &str, solver: &mut Solver) -> Result<Why, Unplannable> {
    let site = exact(site);
    let prepared = Prepared::new(&site)?;
    let banks = alike(&prepared.banks, chosen, id);
    let held = only(&prepared, &banks, chosen);
    let with = solver.choose(&held)?;
    let others = without(&prepared, &banks, &[chosen], Taken::Equipment)?;
    let without = runner_up(&prepared, &others, &banks, &with, solver);
    let mut why = Why { banks, with, without, is_beaten: false, price: None, lead: None };
    if let Without::Plan(other) = &why.without {
        why.is_beaten = better(&site, &other.outcome, &why.with) == Ordering::Less;
        if !why.is_beaten {
            why.price = price_flip(&held, &why.banks, &why.with, &other.outcome, solver)?;
            why.lead = lead_flip(&held, &why.banks, &other.outcome, solver)?;
        }
    }
    Ok(why)
}

fn runner_up(prepared: &Prepared, others: &Prepared, banks: &[String], with: &Outcome, solver: &mut Solver) -> Without {
    if left_empty(others, banks).is_some() {
        return Without::Nothing;
    }
    match solver.choose(others) {
        Ok(outcome) => Without::Plan(Box::new(OtherPlan::beside(prepared, with, outcome))),
        Err(Unplannable::Infeasible(conflicts)) => Without::Impossible(conflicts),
        Err(why) => Without::Unknown(why.to_string()),
    }
}
