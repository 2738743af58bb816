//! What is different between two plans: money as a bridge that adds up to the cent, dates by the tasks that drive them, inputs.

mod chain;
mod cost;
mod dates;
mod inputs;
mod text;

use jiff::civil::Date;
use serde::Serialize;

use super::facts;
use super::json::pretty;
use crate::domain::plan::Plan;

pub use cost::{CostChange, CostStep, Effect};
pub use dates::{DriverChange, HallChange};
pub use inputs::{InputChange, InputKind};
pub use text::diff_text;

/// The schema that the JSON form names.
const SCHEMA: &str = "retrofit/diff/1";

/// One figure in both plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pair<T> {
    /// In the plan compared with.
    pub before: T,
    /// In the other.
    pub after: T,
}

impl<T> Pair<T> {
    /// The same figure of both plans.
    pub fn of<'a>(plans: Pair<&'a Plan>, figure: impl Fn(&'a Plan) -> T) -> Pair<T> {
        Pair { before: figure(plans.before), after: figure(plans.after) }
    }
}

/// All that is different between two plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diff {
    /// Always `retrofit/diff/1`.
    pub schema: &'static str,
    /// What must be known before anything else is read: that the plans are of different facilities; null where they are of one.
    pub warning: Option<String>,
    /// The facilities' names.
    pub facility: Pair<String>,
    /// Racks of all halls.
    pub racks: Pair<u32>,
    /// Capex, and how it changed.
    pub cost: CostChange,
    /// Day on which the last hall is ready; nothing without a hall.
    pub last_ready: Pair<Option<Date>>,
    /// Each hall of either plan.
    pub halls: Vec<HallChange>,
    /// What the plans were made from, where it differs.
    pub inputs: Vec<InputChange>,
}

/// What is different between two plans, from what they say alone.
pub fn diff(before: &Plan, after: &Plan) -> Diff {
    let plans = Pair { before, after };
    Diff {
        schema: SCHEMA,
        warning: warning(plans),
        facility: Pair::of(plans, |plan| plan.site.facility.clone()),
        racks: Pair::of(plans, |plan| plan.halls.iter().map(|hall| hall.racks).sum()),
        cost: cost::change(plans),
        last_ready: Pair::of(plans, |plan| facts::last_hall(plan).map(|hall| hall.ready)),
        halls: dates::halls(plans),
        inputs: inputs::changes(plans),
    }
}

/// Plans of facilities with other names cannot be compared line by line.
fn warning(plans: Pair<&Plan>) -> Option<String> {
    let Pair { before, after } = Pair::of(plans, |plan| plan.site.facility.as_str());
    let told = || {
        format!(
            "the plans are of different facilities, \"{before}\" and \"{after}\": what follows compares two sites, not two plans of one"
        )
    };
    (before != after).then(told)
}

/// The same for machines.
pub fn diff_json(diff: &Diff) -> String {
    pretty(diff)
}

#[cfg(test)]
mod tests;
