//! What differs between two choices.

use serde::Serialize;

use super::{Chosen, kind};
use crate::banks::Bank;
use crate::domain::plan::CandidatePlan;
use crate::domain::{Mode, Place, Service};

/// How a bank differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Other assets are kept, or other items bought.
    Equipment,
    /// The same comes sooner or later.
    Delivery,
    /// More or less of the same.
    Quantity,
}

/// A difference between two choices, in one bank or in several that differ alike.
#[derive(Clone, Debug, Serialize)]
pub struct Change {
    /// What the banks supply.
    pub service: Service,
    /// Where.
    pub places: Vec<Place>,
    /// How they differ.
    pub step: Step,
    /// What was chosen first.
    pub from: String,
    /// What was chosen instead.
    pub to: String,
    /// How time is bought for the two.
    pub modes: (Mode, Mode),
    /// Lead times of the two, likely, weeks.
    pub lead_weeks: (f64, f64),
    /// Direct cost of the second less the first, likely, all places together, USD.
    pub more_usd: f64,
}

/// All differences from one choice to another: equipment, then delivery, then quantities, each by the money that it moves.
pub fn changes(banks: &[Bank], from: &Chosen, to: &Chosen) -> Vec<Change> {
    let mut found: Vec<(Change, &CandidatePlan, &CandidatePlan)> = Vec::new();
    for bank in banks {
        let (Some(first), Some(second)) = (from.get(&bank.id), to.get(&bank.id)) else { continue };
        let Some(step) = step(first, second) else { continue };
        let more_usd = second.cost.likely - first.cost.likely;
        let same = |(change, a, b): &&mut (Change, &CandidatePlan, &CandidatePlan)| {
            change.service == bank.service && kind::is_alike(a, first) && kind::is_alike(b, second)
        };
        match found.iter_mut().find(same) {
            Some((change, ..)) => {
                change.places.push(bank.place.clone());
                change.more_usd += more_usd;
            }
            None => found.push((change(bank, step, first, second, more_usd), first, second)),
        }
    }
    let mut changes: Vec<Change> = found.into_iter().map(|(change, ..)| change).collect();
    changes.sort_by(|a, b| a.step.cmp(&b.step).then(b.more_usd.abs().total_cmp(&a.more_usd.abs())));
    changes
}

fn change(bank: &Bank, step: Step, first: &CandidatePlan, second: &CandidatePlan, more_usd: f64) -> Change {
    Change {
        service: bank.service,
        places: vec![bank.place.clone()],
        step,
        from: first.label.clone(),
        to: second.label.clone(),
        modes: (first.mode, second.mode),
        lead_weeks: (first.lead_weeks.likely, second.lead_weeks.likely),
        more_usd,
    }
}

fn step(first: &CandidatePlan, second: &CandidatePlan) -> Option<Step> {
    if kind::equipment(first) != kind::equipment(second) {
        Some(Step::Equipment)
    } else if first.mode != second.mode {
        Some(Step::Delivery)
    } else {
        (first.label != second.label || first.units != second.units).then_some(Step::Quantity)
    }
}
