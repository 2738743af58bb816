//! What banks carry when units fail.

use super::facts::Facts;
use super::failure::{least_left, units_of};
use super::report::Report;
use crate::domain::plan::BankPlan;
use crate::domain::{Policy, Service};
use crate::input::catalog::{ConnectsAt, ParameterId as P};

/// The target's redundancy.
pub fn policy(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let policy = facts.policy(bank.service);
        report.expect(bank.policy == policy, &bank.id, || {
            format!("sized for {}; the target asks for {policy}", bank.policy)
        });
    }
}

/// In every failure event the rest, with what others supply, carries the requirement.
pub fn carries(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let Some(requirement) = facts.plan.requirements.iter().find(|requirement| requirement.id == bank.id) else {
            continue; // requirement.bank says so.
        };
        let left = left(facts, bank) + facts.covered(&bank.id);
        report.at_least(&bank.id, "what the worst failure leaves", left, requirement.amount);
    }
}

/// The capacity claimed with failures taken.
pub fn usable(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        report.at_most(&bank.id, "the usable capacity", bank.chosen.usable, left(facts, bank));
    }
}

fn left(facts: &Facts, bank: &BankPlan) -> f64 {
    let chosen = &bank.chosen;
    let units = units_of(&chosen.kept, chosen.units, chosen.unit_capacity);
    least_left(&units, policy_in_force(facts, bank.service))
}

/// A grid connection is one supply, and the number of routes asked for is their redundancy.
pub fn policy_in_force(facts: &Facts, service: Service) -> Policy {
    match service {
        Service::GridImport | Service::FiberRoutes => Policy::NPlus(0),
        _ => facts.policy(service),
    }
}

/// What a new shell brings to other banks is its own area, for the services its item names, in its own place.
pub fn covers(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let item = facts.item(&bank.chosen);
        for cover in &bank.chosen.covers {
            let at_medium_voltage = item.is_some_and(|item| item.connects_at == Some(ConnectsAt::MediumVoltage));
            let changes_over = at_medium_voltage && cover.service == Service::TransferSwitches;
            let named = changes_over || item.is_some_and(|item| item.also_supplies.contains(&cover.service));
            let units = units_of(&[], bank.chosen.units, bank.chosen.unit_capacity);
            let own = least_left(&units, policy_in_force(facts, bank.service));
            report
                .expect(named && cover.place == bank.place, &bank.id, || format!("does not supply {}", cover.service));
            // Switches are rated in kVA.
            let own = if changes_over { own / facts.site.parameter(P::PowerFactor) } else { own };
            report.at_most(&bank.id, "what it supplies of others", cover.amount, own);
        }
    }
}
