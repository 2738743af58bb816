//! Halls that go live before a bank of the site has grown: at every phase what the bank keeps carries them, with any of its
//! units out.

use std::collections::BTreeSet;

use super::capacity::policy_in_force;
use super::facts::Facts;
use super::failure::{least_left, units_of};
use super::report::Report;
use crate::domain::Place;

/// What is kept carries the balance of all halls that live within it, in every failure event of the policy.
pub fn capacity(facts: &Facts, report: &mut Report) {
    let banks: BTreeSet<&String> = facts.plan.halls.iter().flat_map(|hall| &hall.live_early).collect();
    for id in banks {
        let Some(bank) = facts.bank(id).filter(|bank| bank.service.grows_in_phases() && bank.place == Place::Site)
        else {
            report.wrong(id, "is no bank that grows in phases");
            continue;
        };
        let early = facts.plan.halls.iter().filter(|hall| hall.live_early.contains(id));
        let halls: BTreeSet<&str> = early.map(|hall| hall.id.as_str()).collect();
        let demand = facts.of_halls(&halls).balance.get(id).copied().unwrap_or_default();
        let kept = units_of(&bank.chosen.kept, 0.0, 0.0);
        let left = least_left(&kept, policy_in_force(facts, bank.service));
        report.at_least(id, "what is kept, for the halls that live within it,", left, demand);
    }
}
