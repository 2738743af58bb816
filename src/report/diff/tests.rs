//! The laws of a difference, on the fixture with changes made to it.

use super::*;
use crate::domain::Range;
use crate::domain::plan::PriceParts;
use crate::domain::range::cents;
use crate::report::sample;

/// Sums of a plan after its lines were changed.
fn summed(mut plan: Plan) -> Plan {
    for line in &mut plan.bom {
        line.amount = line.unit_price.map(|price| price.map(|usd| cents(usd * line.quantity)));
    }
    plan.capex.direct = plan.bom.iter().filter_map(|line| line.amount).sum::<Range>().map(cents);
    for soft in &mut plan.capex.soft {
        soft.amount.likely = cents(plan.capex.direct.likely * soft.pct.likely / 100.0);
    }
    let soft: f64 = plan.capex.soft.iter().map(|soft| soft.amount.likely).sum();
    plan.capex.total.likely = cents(plan.capex.direct.likely + soft);
    plan
}

fn sum(diff: &Diff) -> f64 {
    cents(diff.cost.steps.iter().map(|step| step.usd).sum())
}

fn effect(diff: &Diff, effect: Effect) -> f64 {
    diff.cost.by_effect.iter().find(|total| total.effect == effect).map_or(0.0, |total| total.usd)
}

#[test]
fn a_plan_differs_from_itself_in_nothing() {
    let plan = sample::plan();
    let same = diff(&plan, &plan);
    assert!(same.cost.steps.is_empty() && same.inputs.is_empty());
    assert!(same.halls.iter().all(|hall| hall.days == Some(0) && hall.drivers.is_empty()));
    assert!(diff_text(&same).starts_with("Cost   no change"));
}

#[test]
fn each_cause_has_its_step_and_all_add_up() {
    let before = summed(sample::plan());
    let mut after = before.clone();
    let priced: Vec<usize> = (0..after.bom.len()).filter(|i| after.bom[*i].unit_price.is_some()).collect();
    let raised = |price: Option<Range>, factor: f64| price.map(|price| price.map(|usd| cents(usd * factor)));
    after.bom[priced[0]].quantity += 3.0;
    after.bom[priced[1]].unit_price = raised(after.bom[priced[1]].unit_price, 1.1);
    after.bom.remove(priced[2]);
    let after = summed(after);
    let found = diff(&before, &after);
    assert_eq!(sum(&found), found.cost.usd);
    let line = |i: usize| &before.bom[priced[i]];
    let likely = |i: usize| line(i).unit_price.unwrap().likely;
    assert_eq!(effect(&found, Effect::Quantity), cents(3.0 * likely(0)));
    assert_eq!(effect(&found, Effect::Specification), -line(2).amount.unwrap().likely);
    let price = cents(cents(likely(1) * 1.1) * line(1).quantity) - line(1).amount.unwrap().likely;
    assert_eq!(effect(&found, Effect::Price), cents(price));
    assert_eq!(effect(&found, Effect::Catalog), 0.0);
}

#[test]
fn the_catalog_the_region_and_time_are_told_apart() {
    let mut before = sample::plan();
    let line = before.bom.iter().position(|line| line.unit_price.is_some()).unwrap();
    let set = |plan: &mut Plan, base_usd: f64, factor: f64, time_usd: f64| {
        plan.bom[line].quantity = 10.0;
        plan.bom[line].unit_price = Some(Range::exact(base_usd * factor + time_usd));
        plan.bom[line].price_parts = Some(PriceParts { base_usd, time_usd });
    };
    let mut after = before.clone();
    set(&mut before, 100.0, 1.2, 0.0);
    set(&mut after, 150.0, 1.4, 15.0);
    let found = diff(&summed(before), &summed(after));
    assert_eq!(effect(&found, Effect::Catalog), 600.0);
    assert_eq!(effect(&found, Effect::Price), 300.0);
    assert_eq!(effect(&found, Effect::Schedule), 150.0);
    assert_eq!(sum(&found), found.cost.usd);
}

#[test]
fn days_of_the_chains_add_up_to_the_change_of_the_date() {
    let before = sample::plan();
    let mut after = before.clone();
    let last = crate::report::facts::driving_tasks(&before, &before.halls[0]).last().unwrap().id.clone();
    let dropped = after.halls[0].driving_chain.remove(0);
    after.halls[0].ready = before.halls[0].ready.saturating_add(jiff::ToSpan::days(9));
    let found = diff(&before, &after);
    let hall = &found.halls[0];
    assert_eq!(hall.days, Some(9));
    assert_eq!(hall.drivers.iter().map(DriverChange::later).sum::<i32>(), 9);
    assert!(hall.drivers.iter().any(|driver| driver.task == last && driver.later() == 9));
    assert!(hall.drivers.iter().all(|driver| driver.task != dropped || driver.days.after.is_none()));
    let text = diff_text(&found);
    assert!(text.contains("    no longer in the chain that drives the date\n"), "{text}");
    assert!(text.contains(" in both: 9 days later\n"), "{text}");
}

#[test]
fn plans_of_two_facilities_are_said_to_be_that_before_anything_else() {
    let before = sample::plan();
    let mut after = before.clone();
    after.site.facility = "Another mine".to_owned();
    let found = diff(&before, &after);
    assert!(diff_text(&found).starts_with("Note   the plans are of different facilities, "));
    assert!(diff_json(&found).contains("and \\\"Another mine\\\": what follows compares two sites"));
    assert_eq!(diff(&after, &after).warning, None);
}

#[test]
fn the_answer_names_what_the_date_waited_for_and_what_it_waits_for_now() {
    let change = |task: &str, before, after| DriverChange {
        task: task.to_owned(),
        name: task.to_owned(),
        days: Pair { before, after },
    };
    let mut hall = diff(&sample::plan(), &sample::plan()).halls.remove(0);
    hall.days = Some(-30);
    hall.drivers =
        vec![change("sets", Some(400), None), change("shell", None, Some(362)), change("test", Some(20), Some(28))];
    let most = "no longer driven by sets (400 days) and now driven by shell (362 days)";
    assert_eq!(chain::most(&hall).as_deref(), Some(most));
    let text = chain::chain(&hall);
    assert!(text.contains("20 -> 28 days  test\n"), "{text}");
    assert!(
        text.ends_with("together: -400 days no longer, +362 days new, +8 days in both: 30 days earlier\n"),
        "{text}"
    );
}
