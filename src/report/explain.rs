//! One subject of a plan, for a terminal: a requirement with its numbers and what was chosen for it, what drives a hall's date,
//! the deadline, the budget.

use std::fmt::Write;

use super::chain::{ready, ready_id};
use super::facts::takes_time;
use super::style::Style;
use super::view::DerivationView;
use crate::domain::format::{amount, plural, usd, weeks};
use crate::domain::plan::{Alternative, BankPlan, Plan, Requirement, Task};

/// Runners-up that are shown.
const MOST_SHOWN: usize = 3;

/// All that a plan can explain: its requirements, the dates of its halls, its limits.
pub fn subjects(plan: &Plan) -> Vec<String> {
    let requirements = plan.requirements.iter().map(|requirement| requirement.id.clone());
    let dates = plan.halls.iter().map(ready_id);
    requirements.chain(dates).chain(["deadline", "budget"].map(str::to_owned)).collect()
}

/// What the plan says of one of its [`subjects`]; nothing where it has no such subject.
pub fn explain(plan: &Plan, id: &str) -> Option<String> {
    if let Some(hall) = plan.halls.iter().find(|hall| ready_id(hall) == id) {
        return Some(ready(plan, hall));
    }
    match id {
        "deadline" => Some(deadline(plan)),
        "budget" => Some(budget(plan)),
        _ => {
            let requirement = plan.requirements.iter().find(|requirement| requirement.id == id)?;
            let bank = plan.banks.iter().find(|bank| bank.id == id);
            Some(derivation(plan, requirement) + &bank.map(|bank| choice(plan, bank)).unwrap_or_default())
        }
    }
}

fn deadline(plan: &Plan) -> String {
    let last = plan.halls.iter().map(|hall| hall.ready).max().map_or("never".to_owned(), |date| date.to_string());
    match plan.site.ready_date_limit {
        Some(limit) => format!("deadline: {limit}; the last hall is ready on {last}\n"),
        None => format!("deadline: none was asked for; the last hall is ready on {last}\n"),
    }
}

fn budget(plan: &Plan) -> String {
    let total = usd(plan.capex.total.likely);
    match plan.site.budget_usd {
        Some(limit) => format!("budget: {}; the plan costs {total}\n", usd(limit)),
        None => format!("budget: none was asked for; the plan costs {total}\n"),
    }
}

/// The derivation of one requirement with its numbers and origins.
fn derivation(plan: &Plan, requirement: &Requirement) -> String {
    let view = DerivationView::of(&[requirement], &Style::default());
    let mut text = format!("{}: {}\n", requirement.id, view.service);
    for (label, value) in [("amount", &view.sum), ("gap", &view.gap), ("formula", &view.formula)] {
        let _ = writeln!(text, "  {label:<9}{value}");
    }
    if let Some(numbers) = &view.numbers {
        let _ = writeln!(text, "           = {numbers}");
    }
    for input in &view.inputs {
        let _ = writeln!(text, "           {} = {} {}  [{}]", input.name, input.value, input.unit, input.origin);
    }
    for draw in drawn_by(plan, requirement) {
        let _ = writeln!(text, "  drawn by {draw}");
    }
    let _ = writeln!(text, "  source   {}", view.source);
    text
}

fn drawn_by(plan: &Plan, requirement: &Requirement) -> Vec<String> {
    let unit = requirement.service.info().unit;
    let draws = plan.banks.iter().flat_map(|bank| bank.chosen.draws.iter().map(move |draw| (bank, draw)));
    let here = draws.filter(|(_, draw)| draw.service == requirement.service && draw.place == requirement.place);
    here.map(|(bank, draw)| format!("{}: {} {unit}", bank.id, amount(draw.amount))).collect()
}

/// What was chosen, what speaks against the next best in its place with all else as it is, and how long its order may wait.
fn choice(plan: &Plan, bank: &BankPlan) -> String {
    let chosen = &bank.chosen;
    let mut text =
        format!("  chosen   {} ({}, {})\n", chosen.label, usd(chosen.cost.likely), weeks(chosen.lead_weeks.likely));
    let others = bank.alternatives.iter().filter(|other| other.cost_usd.is_some() && other.label != "nothing");
    for other in others.take(MOST_SHOWN) {
        let _ = writeln!(text, "  against  {}", against(other));
    }
    if let Some(order) = lead(plan, bank) {
        let _ = writeln!(text, "  float    {}", float(order));
    }
    text
}

fn against(other: &Alternative) -> String {
    let facts: Vec<String> = other.cost_usd.map(usd).into_iter().chain(other.lead_weeks.map(weeks)).collect();
    format!("{} ({}): {}", other.label, facts.join(", "), other.reason)
}

/// The order with the least float of a bank.
fn lead<'a>(plan: &'a Plan, bank: &BankPlan) -> Option<&'a Task> {
    let orders = plan.tasks.iter().filter(|task| task.is_lead && task.bank.as_ref() == Some(&bank.id));
    orders.filter(|task| takes_time(task)).min_by_key(|task| task.total_float_days)
}

fn float(order: &Task) -> String {
    let weeks = weeks(order.weeks.likely);
    match order.total_float_days {
        0 => format!("none: {} takes {weeks} and moves the date of a hall with every day", order.name),
        days => {
            let days = plural(days as f64, "day");
            format!("{} takes {weeks} and may be {days} late before a hall is later", order.name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn shows_every_number_with_its_origin() {
        insta::assert_snapshot!(explain(&sample::plan(), "barn_a.critical_power").unwrap());
        assert_eq!(explain(&sample::plan(), "barn_a.nothing"), None);
    }

    #[test]
    fn every_subject_is_explained() {
        let plan = sample::plan();
        for subject in subjects(&plan) {
            assert!(explain(&plan, &subject).unwrap().starts_with(&format!("{subject}: ")), "{subject}");
        }
    }
}
