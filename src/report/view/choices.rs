//! What was chosen for each requirement, and why not the next best.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_likeness};
use crate::domain::plan::{Alternative, BankPlan, CandidatePlan, Plan};
use crate::domain::{Service, System};
use crate::report::style::{Style, args};

/// The choices of one trade.
#[derive(JsonSchema, Serialize)]
pub struct SystemView {
    system: String,
    rows: Vec<Placed<ChoiceRow>>,
}

/// One bank.
#[derive(JsonSchema, Serialize, PartialEq)]
struct ChoiceRow {
    service: String,
    chosen: String,
    redundancy: String,
    units: String,
    carries: String,
    cost: String,
    runner_up: String,
}

/// Choices by trade, in the order of the services; trades without any, and banks of which nothing is needed, are left out.
pub fn systems(plan: &Plan, style: &Style) -> Vec<SystemView> {
    let mut systems: Vec<System> = Service::ALL.iter().map(|service| service.info().system).collect();
    systems.dedup();
    let views =
        systems.into_iter().map(|system| SystemView { system: style.system(system), rows: rows(plan, system, style) });
    views.filter(|view| !view.rows.is_empty()).collect()
}

fn rows(plan: &Plan, system: System, style: &Style) -> Vec<Placed<ChoiceRow>> {
    let shown =
        |bank: &&BankPlan| bank.service.info().system == system && (bank.required > 0.0 || bank.chosen.usable > 0.0);
    let mut banks: Vec<&BankPlan> = plan.banks.iter().filter(shown).collect();
    banks.sort_by_key(|bank| bank.service);
    let forms = |bank: &BankPlan| (bank.place.clone(), row(bank, style), row(&without_hall(bank), style));
    by_likeness(style, banks.into_iter().map(forms))
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

fn row(bank: &BankPlan, style: &Style) -> ChoiceRow {
    ChoiceRow {
        service: style.service(bank.service),
        chosen: bank.chosen.label.clone(),
        redundancy: bank.policy.to_string(),
        units: units(&bank.chosen, style),
        carries: carries(bank, style),
        cost: cost(&bank.chosen, style),
        runner_up: told(bank, style),
    }
}

/// `13,100 of 13,500 kW`; what another bank brings (a new shell its floor) is said.
fn carries(bank: &BankPlan, style: &Style) -> String {
    let unit = bank.service.info().unit;
    let (message, usable) = match bank.supplied_by_others > 0.0 {
        true => ("choices-load-others", bank.chosen.usable + bank.supplied_by_others),
        false => ("choices-load", bank.chosen.usable),
    };
    let [required, usable, others] =
        [bank.required, usable, bank.supplied_by_others].map(|value| style.amount_in(value, unit));
    let told = args!["required" => required, "usable" => usable, "others" => others, "unit" => style.unit(unit)];
    style.say(message, told)
}

/// What is kept and what is new: pieces counted, what is measured with its unit; what the site has anyhow is no piece.
fn units(chosen: &CandidatePlan, style: &Style) -> String {
    let (there, assets): (Vec<_>, Vec<_>) = chosen.kept.iter().partition(|kept| kept.asset.contains('.'));
    let pieces: u32 = assets.iter().map(|kept| kept.units).sum();
    let message = match (pieces, chosen.units > 0.0) {
        (0, true) if there.is_empty() => "choices-new",
        (0, true) => "choices-more",
        (0, false) if there.is_empty() => return "-".to_owned(),
        (0, false) => "choices-as-it-is",
        (_, false) => "choices-kept",
        (_, true) => "choices-kept-and-new",
    };
    let unit = chosen.parts.iter().find(|part| Some(&part.item) == chosen.item.as_ref()).map_or("", |part| &part.unit);
    let new = match unit {
        "" | "each" => style.figure(chosen.units),
        unit => style.quantity(chosen.units, unit),
    };
    style.say(message, args!["kept" => pieces.to_string(), "units" => new])
}

fn cost(chosen: &CandidatePlan, style: &Style) -> String {
    let cost = style.usd_with_span(chosen.cost);
    match chosen.parts.iter().any(|part| part.unit_price.is_none()) {
        true if chosen.cost.high > 0.0 => style.say("choices-partly-priced", args!["cost" => cost]),
        true => style.word("not-priced"),
        false => cost,
    }
}

/// The runner-up, and the cheapest of what costs less than the choice and is ruled out.
fn told(bank: &BankPlan, style: &Style) -> String {
    let Some(other) = runner_up(bank) else { return none(bank, style) };
    let runner_up = alternative(other, style);
    match cheaper(bank) {
        Some(barred) => {
            let told = args!["runner_up" => runner_up, "barred" => alternative(barred, style)];
            style.say("choices-cheaper", told)
        }
        None => runner_up,
    }
}

/// What would be cheapest if nothing ruled it out, where that is cheaper than the choice; what is too little is no way.
fn cheaper(bank: &BankPlan) -> Option<&Alternative> {
    let suffices = |other: &&Alternative| other.usable.is_some_and(|it| it + bank.supplied_by_others >= bank.required);
    let barred = others(bank).filter(|other| other.barred).filter(suffices);
    let priced = barred.filter_map(|other| Some((other.cost_usd?, other)));
    let less = priced.filter(|(usd, _)| *usd < bank.chosen.cost.likely);
    less.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other)
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
fn none(bank: &BankPlan, style: &Style) -> String {
    let told =
        |other: &Alternative| args!["label" => style.recorded(&other.label), "reason" => style.recorded(&other.reason)];
    let ruled_out = others(bank).next().map(|other| style.say("choices-ruled-out", told(other)));
    ruled_out.unwrap_or_else(|| style.word("choices-none"))
}

fn alternative(other: &Alternative, style: &Style) -> String {
    let cost = other.cost_usd.map(|usd| style.usd(usd));
    let facts: Vec<String> = cost.into_iter().chain(other.lead_weeks.map(|weeks| style.weeks(weeks))).collect();
    let facts = if facts.is_empty() { "none".to_owned() } else { style.joined(&facts) };
    let (label, reason) = (style.recorded(&other.label), style.recorded(&other.reason));
    let told = args!["label" => label, "facts" => facts, "reason" => reason];
    style.say("choices-other", told)
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
    fn what_would_be_cheaper_is_told_with_what_rules_it_out() {
        let mut plan = sample::plan();
        let bank = plan.banks.iter_mut().find(|bank| bank.service == Service::CriticalPower).unwrap();
        assert!(cheaper(bank).is_none());
        let (usd, required) = (bank.chosen.cost.likely, bank.required);
        bank.alternatives[0].usable = Some(required);
        (bank.alternatives[0].barred, bank.alternatives[0].cost_usd) = (true, Some(usd + 1.0));
        assert!(cheaper(bank).is_none());
        bank.alternatives[0].cost_usd = Some(usd - 1.0);
        bank.alternatives[0].usable = Some(required - 1.0);
        assert!(cheaper(bank).is_none());
        bank.alternatives[0].usable = Some(required);
        let told = row(bank, &Style::default()).runner_up;
        assert!(
            told.starts_with("3 x ups_block_5000kw") && told.contains(". Cheaper, but ruled out: 6 x ups_"),
            "{told}"
        );
    }

    #[test]
    fn what_a_limit_rules_out_is_no_runner_up_whatever_it_costs() {
        let mut plan = sample::plan();
        let bank = plan.banks.iter_mut().find(|bank| bank.service == Service::CriticalPower).unwrap();
        bank.alternatives[0].barred = true;
        assert_eq!(runner_up(bank).unwrap().label, "3 x ups_block_5000kw");
        bank.alternatives.iter_mut().for_each(|other| other.barred = true);
        assert!(
            row(bank, &Style::default()).runner_up.starts_with("none that is priced and fits; 6 x ups_block_2000kw: "),
            "{}",
            row(bank, &Style::default()).runner_up
        );
        bank.alternatives.clear();
        assert_eq!(row(bank, &Style::default()).runner_up, "no other way");
    }
}
