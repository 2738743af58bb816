//! The answer: what can be done, for how much, by when, what drives it, what to order first.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::approvals::delays;
use crate::domain::fit::{Fit, Stop};
use crate::domain::format::{sentence, weeks_between};
use crate::domain::plan::{HallPlan, Plan};
use crate::report::clash_text;
use crate::report::facts::{
    Order, cost_driver, date_driver, dated_orders, first_orders, first_window_end, hall_order, headline_text, it_mw,
    last_halls, per_it_mw, racks,
};
use crate::report::style::{Style, args};
use crate::report::summary::proof;

/// The first section of the report.
#[derive(JsonSchema, Serialize)]
pub struct AnswerView {
    verdict: String,
    capex: String,
    per_it_mw: Option<String>,
    unpriced: Option<String>,
    budget: Option<String>,
    deadline: Option<String>,
    date_driver: Option<String>,
    rules: Option<String>,
    ready: Option<String>,
    hall_order: Option<String>,
    cost_driver: Option<String>,
    phases: Option<String>,
    mining_margin_lost: Option<String>,
    proof: String,
    fit: Option<FitView>,
    to_settle: Option<String>,
    halls: Vec<HallRow>,
    first_orders: Vec<FirstOrder>,
    first_window_end: String,
    next_order: Option<String>,
}

/// Racks asked for against racks planned.
#[derive(JsonSchema, Serialize)]
struct FitView {
    result: String,
    stops: Vec<StopRow>,
}

#[derive(JsonSchema, Serialize)]
struct StopRow {
    halls: String,
    because: Vec<BecauseRow>,
}

/// A conflict: a sentence, and what conflicts where that is a list.
#[derive(JsonSchema, Serialize)]
struct BecauseRow {
    text: String,
    parts: Vec<String>,
}

#[derive(JsonSchema, Serialize)]
struct HallRow {
    id: String,
    racks: String,
    it: String,
    sized_by: String,
    mining_stops: String,
    ready: String,
    ready_span: String,
}

#[derive(JsonSchema, Serialize)]
struct FirstOrder {
    due: String,
    order_by: String,
    what: String,
    service: String,
    place: String,
    lead: String,
    amount: String,
}

impl AnswerView {
    /// Prepares the section; `to_settle` counts the findings of the studies.
    pub fn of(plan: &Plan, style: &Style, to_settle: Option<String>) -> AnswerView {
        AnswerView {
            verdict: verdict(plan, style),
            capex: headline_text(plan, style),
            per_it_mw: per_it_mw(plan, style),
            unpriced: unpriced(plan, style),
            budget: budget(plan, style),
            deadline: deadline(plan, style),
            date_driver: date_driver(plan, style),
            rules: rules(plan, style),
            ready: ready(plan, style),
            hall_order: hall_order(plan, style),
            cost_driver: cost_driver(plan, style),
            phases: phases(plan, style),
            mining_margin_lost: margin_lost(plan, style),
            proof: proof(plan, style),
            fit: plan.fit.as_ref().map(|found| fit(found, style)),
            to_settle,
            halls: plan.halls.iter().map(|planned| hall(plan, planned, style)).collect(),
            first_orders: first_orders(plan).into_iter().map(|order| first_order(order, style)).collect(),
            first_window_end: style.date(first_window_end(plan)),
            next_order: dated_orders(plan).first().map(|dated| next_order(dated, style)),
        }
    }
}

fn verdict(plan: &Plan, style: &Style) -> String {
    if plan.halls.is_empty() {
        return style.word("answer-none");
    }
    let size = args![
        "halls" => style.count("hall", plan.halls.len() as f64),
        "racks" => style.count("rack", racks(plan)),
        "model" => plan.site.rack_model.as_str(),
        "power" => style.mw(it_mw(plan)),
    ];
    style.say("answer-verdict", size)
}

/// `All halls are ready on 2028-12-11 (2028-06-05 to 2029-10-01).`
fn ready(plan: &Plan, style: &Style) -> Option<String> {
    let halls = last_halls(plan);
    let ready = halls.first()?.ready;
    let low = halls.iter().map(|hall| hall.ready_low).min()?;
    let high = halls.iter().map(|hall| hall.ready_high).max()?;
    let last: Vec<String> = halls.iter().map(|hall| hall.id.clone()).collect();
    let message = match (plan.halls.len(), last.len()) {
        (1, _) => "answer-ready-one",
        (all, last) if all == last => "answer-ready-all",
        _ => "answer-ready-last",
    };
    let told = args![
        "count" => last.len(),
        "halls" => style.list(&last),
        "date" => style.date(ready),
        "span" => style.date_span(low, high),
    ];
    Some(style.say(message, told))
}

/// Rules that could make a hall late.
fn rules(plan: &Plan, style: &Style) -> Option<String> {
    let told = delays(plan, style);
    (!told.is_empty()).then(|| style.sentences(&told))
}

/// Halls that go live before a part of the site's power is built, by what they live on.
fn phases(plan: &Plan, style: &Style) -> Option<String> {
    let mut groups: Vec<(&[String], Vec<String>)> = Vec::new();
    for hall in plan.halls.iter().filter(|hall| !hall.live_early.is_empty()) {
        match groups.iter_mut().find(|(banks, _)| *banks == hall.live_early) {
            Some((_, halls)) => halls.push(hall.id.clone()),
            None => groups.push((&hall.live_early, vec![hall.id.clone()])),
        }
    }
    let label = |id: &String| plan.banks.iter().find(|bank| bank.id == *id).map(|bank| style.service(bank.service));
    let text = |(banks, halls): &(&[String], Vec<String>)| {
        let kept: Vec<String> = banks.iter().filter_map(label).map(|name| style.inside_sentence(&name)).collect();
        let told = args!["count" => halls.len(), "halls" => style.list(halls), "services" => style.list(&kept)];
        style.say("answer-phase", told)
    };
    (!groups.is_empty()).then(|| style.clauses(&groups.iter().map(text).collect::<Vec<_>>()))
}

fn budget(plan: &Plan, style: &Style) -> Option<String> {
    let (budget, total) = (plan.site.budget_usd?, plan.capex.total);
    let (message, excess) = match budget {
        _ if total.high <= budget => ("answer-budget-high", 0.0),
        _ if total.likely <= budget => ("answer-budget-likely", total.high - budget),
        _ => ("answer-budget-none", total.likely - budget),
    };
    Some(style.say(message, args!["budget" => style.usd(budget), "excess" => style.usd(excess)]))
}

fn deadline(plan: &Plan, style: &Style) -> Option<String> {
    let limit = plan.site.ready_date_limit?;
    let likely = plan.halls.iter().map(|hall| hall.ready).max()?;
    let high = plan.halls.iter().map(|hall| hall.ready_high).max()?;
    let (message, last) = match limit {
        _ if high <= limit => ("answer-deadline-high", high),
        _ if likely <= limit => ("answer-deadline-likely", high),
        _ => ("answer-deadline-none", likely),
    };
    Some(style.say(message, args!["date" => style.date(limit), "late" => late(limit, last, style)]))
}

/// How much later the second day is, at least a week.
fn late(limit: Date, ready: Date, style: &Style) -> String {
    style.weeks(weeks_between(limit, ready).max(1.0))
}

fn margin_lost(plan: &Plan, style: &Style) -> Option<String> {
    let lost: f64 = plan.halls.iter().filter_map(|hall| hall.mining_margin_lost_usd).sum();
    let saved: f64 = plan.halls.iter().map(margin_in_float).sum();
    let message = if saved >= lost * 0.01 { "answer-margin-float" } else { "answer-margin" };
    (lost > 0.0).then(|| style.say(message, args!["lost" => style.usd(lost), "least" => style.usd(lost - saved)]))
}

/// The part of a hall's lost margin that would be earned if its miners stopped on the latest day.
fn margin_in_float(hall: &HallPlan) -> f64 {
    let days = |from: Date, to: Date| f64::from((to - from).get_days());
    match (hall.mining_margin_lost_usd, hall.mining_stops, hall.mining_latest_stop) {
        (Some(lost), Some(stops), Some(latest)) if hall.ready > stops => {
            lost * days(stops, latest) / days(stops, hall.ready)
        }
        _ => 0.0,
    }
}

fn fit(fit: &Fit, style: &Style) -> FitView {
    FitView { result: fit_result(fit, style), stops: fit.stops.iter().map(|found| stop(found, style)).collect() }
}

/// What fits, what was tried, and what is shown of it.
fn fit_result(fit: &Fit, style: &Style) -> String {
    let racks = |racks: u32| style.count("rack", f64::from(racks));
    if fit.racks() == fit.asked() {
        return style.say("answer-fit-all", args!["asked" => racks(fit.asked())]);
    }
    let left: Vec<String> = fit.halls.iter().filter(|hall| hall.racks == 0).map(|hall| hall.hall.clone()).collect();
    let tried: Vec<String> = fit
        .strategies
        .iter()
        .map(|tried| style.say("answer-fit-tried", args!["name" => tried.name.as_str(), "racks" => racks(tried.racks)]))
        .collect();
    let shown = match (fit.maximal, fit.halls.len()) {
        (true, 1) => "answer-fit-maximal-hall",
        (true, _) => "answer-fit-maximal",
        (false, _) => "answer-fit-open",
    };
    let result = args![
        "racks" => fit.racks().to_string(),
        "asked" => racks(fit.asked()),
        "left" => if left.is_empty() { "none".to_owned() } else { style.list(&left) },
        "tried" => style.clauses(&tried),
        "questions" => style.count("solve", fit.questions as f64),
        "shown" => style.word(shown),
    ];
    style.say("answer-fit", result)
}

fn stop(stop: &Stop, style: &Style) -> StopRow {
    let because = |clash| {
        let told = clash_text(clash, style);
        let end = style.word(if told.parts.is_empty() { "full-stop" } else { "list-colon" });
        BecauseRow { text: sentence(&told.sentence) + &end, parts: told.parts }
    };
    StopRow { halls: style.list(&stop.halls), because: stop.clashes.iter().map(because).collect() }
}

/// `48 of 106` where fewer fit than are asked for.
fn racks_of_asked(plan: &Plan, hall: &HallPlan, style: &Style) -> String {
    let asked = plan.fit.iter().flat_map(|fit| &fit.halls).find(|fitting| fitting.hall == hall.id);
    match asked.map(|fitting| fitting.racks_asked).filter(|&asked| asked > hall.racks) {
        Some(asked) => {
            style.say("answer-of-asked", args!["racks" => hall.racks.to_string(), "asked" => asked.to_string()])
        }
        None => hall.racks.to_string(),
    }
}

fn hall(plan: &Plan, hall: &HallPlan, style: &Style) -> HallRow {
    HallRow {
        id: hall.id.clone(),
        racks: racks_of_asked(plan, hall, style),
        it: style.mw(hall.it_mw),
        sized_by: hall.sized_by.clone(),
        mining_stops: hall.mining_stops.map_or_else(|| "-".to_owned(), |date| style.date(date)),
        ready: style.date(hall.ready),
        ready_span: style.date_span(hall.ready_low, hall.ready_high),
    }
}

fn first_order((due, order): (Date, Order), style: &Style) -> FirstOrder {
    FirstOrder {
        due: style.date(due),
        order_by: order.first().order_by.map_or_else(|| "-".to_owned(), |day| style.date(day)),
        what: order.what(style),
        service: style.service(order.first().service),
        place: style.place(&order.first().place),
        lead: style.weeks(order.first().lead_weeks),
        amount: order.likely_usd().map_or_else(|| style.word("not-priced"), |usd| style.usd(usd)),
    }
}

/// What the capex leaves out, since nobody knows its price.
fn unpriced(plan: &Plan, style: &Style) -> Option<String> {
    let lines = plan.capex.lines_unpriced;
    (lines > 0).then(|| style.say("answer-unpriced", args!["lines" => style.count("line", lines as f64)]))
}

/// The most urgent order, with its planned date.
fn next_order((date, order): &(Date, Order), style: &Style) -> String {
    let line = order.first();
    let told = args![
        "what" => style.item(line),
        "service" => style.service(line.service),
        "planned" => style.date(line.order_planned.unwrap_or(*date)),
        "date" => style.date(*date),
    ];
    style.say("answer-orders-next", told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn limits_are_set_against_the_spread() {
        let (mut plan, style) = (sample::plan(), Style::default());
        plan.site.budget_usd = Some(plan.capex.total.high);
        assert!(budget(&plan, &style).unwrap().starts_with("Even the high end"));
        plan.site.budget_usd = Some(plan.capex.total.likely - 2e6);
        assert!(budget(&plan, &style).unwrap().ends_with("by $2 M."));
        plan.site.ready_date_limit = Some(plan.halls[0].ready.yesterday().unwrap());
        assert!(deadline(&plan, &style).unwrap().ends_with("by 1 week."));
    }
    #[test]
    fn an_order_that_is_planned_in_the_first_month_is_told_with_both_dates() {
        let (mut plan, style) = (sample::plan(), Style::default());
        let end = first_window_end(&plan);
        let late = end.tomorrow().unwrap();
        for line in &mut plan.bom {
            (line.order_planned, line.order_by) = (line.order_by, line.order_by.max(Some(late)));
        }
        (plan.bom[0].order_planned, plan.bom[0].order_by) = (Some(end), Some(late));
        let view = AnswerView::of(&plan, &style, None);
        assert_eq!(view.first_orders[0].due, style.date(end));
        assert_eq!(view.first_orders[0].order_by, style.date(late));
        let told = view.next_order.unwrap();
        assert!(told.contains("planned for ") && told.ends_with(&format!("at the latest {late}.")), "{told}");
    }
}
