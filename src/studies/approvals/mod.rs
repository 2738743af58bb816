//! Approvals: rules held against the plan, permits with their dates, crews and seasons.

mod permits;
mod rules;
mod sizes;
mod work;

pub use rules::{UncheckedRules, unchecked_rules};

use super::Basis;
use crate::domain::studies::ApprovalStudy;

/// What authorities, utilities and codes ask of the plan.
pub fn study(basis: &Basis) -> ApprovalStudy {
    let sizes = sizes::sizes(basis);
    let (rules, unchecked) = rules::results(basis, &sizes);
    ApprovalStudy {
        permits: permits::permits(basis, &rules),
        local_rules: rules::local(basis.site),
        sizes,
        rules,
        unchecked,
        crews: work::crews(basis),
        outdoor_stops: work::outdoor_stops(basis),
    }
}
