//! What was chosen for each requirement, and why not the next best.

use serde::Serialize;

use super::{Placed, by_likeness};
use crate::domain::format::{amount, usd, usd_with_span, weeks};
use crate::domain::plan::{Alternative, BankPlan, CandidatePlan, Plan};
use crate::domain::{Service, System};

/// The choices of one trade.
#[derive(Serialize)]
pub struct SystemView {
    system: &'static str,
    rows: Vec<Placed<ChoiceRow>>,
}

/// One bank.
#[derive(Serialize, PartialEq)]
struct ChoiceRow {
    service: &'static str,
    chosen: String,
    redundancy: String,
    units: String,
    carries: String,
    cost: String,
    runner_up: String,
}

/// Choices by trade, in the order of the services; trades without any, and banks of which nothing is needed, are left out.
pub fn systems(plan: &Plan) -> Vec<SystemView> {
    let mut systems: Vec<System> = Service::ALL.iter().map(|service| service.info().system).collect();
    systems.dedup();
    let views = systems.into_iter().map(|system| SystemView { system: system.label(), rows: rows(plan, system) });
    views.filter(|view| !view.rows.is_empty()).collect()
}

fn rows(plan: &Plan, system: System) -> Vec<Placed<ChoiceRow>> {
    let shown =
        |bank: &&BankPlan| bank.service.info().system == system && (bank.required > 0.0 || bank.chosen.usable > 0.0);
    let mut banks: Vec<&BankPlan> = plan.banks.iter().filter(shown).collect();
    banks.sort_by_key(|bank| bank.service);
    by_likeness(banks.into_iter().map(|bank| (bank.place.clone(), row(bank), row(&without_hall(bank)))))
}

/// The bank with the hall's name replaced in the names of its assets, so that halls that differ in them alone are alike.
fn without_hall(bank: &BankPlan) -> BankPlan {
    let Some(hall) = bank.place.hall() else { return bank.clone() };
    let general = |text: &str| text.replace(&format!("_{hall}"), "_(hall)").replace(&format!(".{hall}"), ".(hall)");
    let mut bank = bank.clone();
    bank.chosen.label = general(&bank.chosen.label);
    for other in &mut bank.alternatives {
        other.label = general(&other.label);
        other.reason = general(&other.reason);
    }
    bank
}

fn row(bank: &BankPlan) -> ChoiceRow {
    let info = bank.service.info();
    ChoiceRow {
        service: info.label,
        chosen: bank.chosen.label.clone(),
        redundancy: bank.policy.to_string(),
        units: units(&bank.chosen),
        carries: carries(bank),
        cost: cost(&bank.chosen),
        runner_up: runner_up(bank).map_or_else(|| none(bank), alternative),
    }
}

/// `13,100 of 13,500 kW`; what another bank brings (a new shell its floor) is said.
fn carries(bank: &BankPlan) -> String {
    let unit = bank.service.info().unit;
    if bank.supplied_by_others > 0.0 {
        let others = amount(bank.supplied_by_others);
        let all = amount(bank.chosen.usable + bank.supplied_by_others);
        return format!("{} of {all} {unit}, {others} of them brought by other plant", amount(bank.required));
    }
    format!("{} of {} {unit}", amount(bank.required), amount(bank.chosen.usable))
}

fn units(chosen: &CandidatePlan) -> String {
    let kept: u32 = chosen.kept.iter().map(|kept| kept.units).sum();
    match (kept, chosen.units > 0.0) {
        (0, true) => format!("{} new", amount(chosen.units)),
        (0, false) => "-".to_owned(),
        (kept, false) => format!("{kept} kept"),
        (kept, true) => format!("{kept} kept, {} new", amount(chosen.units)),
    }
}

fn cost(chosen: &CandidatePlan) -> String {
    match chosen.parts.iter().any(|part| part.unit_price.is_none()) {
        true if chosen.cost.high > 0.0 => format!("{}, and parts that are not priced", usd_with_span(chosen.cost)),
        true => "not priced".to_owned(),
        false => usd_with_span(chosen.cost),
    }
}

/// The first alternative that has a price and may stand in the place of what was chosen: they are listed cheapest first.
fn runner_up(bank: &BankPlan) -> Option<&Alternative> {
    others(bank).find(|other| other.cost_usd.is_some() && !other.barred)
}

/// All ways but to build nothing, which is none.
fn others(bank: &BankPlan) -> impl Iterator<Item = &Alternative> {
    bank.alternatives.iter().filter(|other| other.label != "nothing")
}

/// What stands where nothing else can be had: the first of what is ruled out, as such.
fn none(bank: &BankPlan) -> String {
    let ruled_out =
        others(bank).next().map(|other| format!("none that is priced and fits; {}: {}", other.label, other.reason));
    ruled_out.unwrap_or_else(|| "no other way".to_owned())
}

fn alternative(other: &Alternative) -> String {
    let facts: Vec<String> = other.cost_usd.map(usd).into_iter().chain(other.lead_weeks.map(weeks)).collect();
    let facts = if facts.is_empty() { String::new() } else { format!(" ({})", facts.join(", ")) };
    format!("{}{facts}: {}", other.label, other.reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_runner_up_is_the_cheapest_with_a_price() {
        let mut plan = sample::plan();
        let bank = plan.banks.iter_mut().find(|bank| bank.service == Service::CriticalPower).unwrap();
        assert_eq!(runner_up(bank).unwrap().label, "6 x ups_block_2000kw");
        bank.alternatives[0].cost_usd = None;
        assert_eq!(runner_up(bank).unwrap().label, "3 x ups_block_5000kw");
    }

    #[test]
    fn what_a_limit_rules_out_is_no_runner_up_whatever_it_costs() {
        let mut plan = sample::plan();
        let bank = plan.banks.iter_mut().find(|bank| bank.service == Service::CriticalPower).unwrap();
        bank.alternatives[0].barred = true;
        assert_eq!(runner_up(bank).unwrap().label, "3 x ups_block_5000kw");
        bank.alternatives.iter_mut().for_each(|other| other.barred = true);
        assert!(
            row(bank).runner_up.starts_with("none that is priced and fits; 6 x ups_block_2000kw: "),
            "{}",
            row(bank).runner_up
        );
        bank.alternatives.clear();
        assert_eq!(row(bank).runner_up, "no other way");
    }
}
