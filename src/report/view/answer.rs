//! The answer: what can be done, for how much, by when, what drives it, what to order first.

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::fit::{Fit, Stop};
use crate::domain::format::{date_span, list, mw, plural, sentence, usd, usd_with_span, weeks, weeks_between};
use crate::domain::plan::{HallPlan, Plan};
use crate::report::clash_sentence;
use crate::report::facts::{
    Order, cost_driver, date_driver, dated_orders, first_orders, first_window_end, hall_order, headline, headline_note,
    it_mw, last_halls, per_it_mw, racks,
};
use crate::report::summary::proof;

/// The first section of the report.
#[derive(Serialize)]
pub struct AnswerView {
    verdict: String,
    capex: String,
    per_it_mw: Option<String>,
    budget: Option<String>,
    deadline: Option<String>,
    date_driver: Option<String>,
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
#[derive(Serialize)]
struct FitView {
    result: String,
    stops: Vec<StopRow>,
}

#[derive(Serialize)]
struct StopRow {
    halls: String,
    because: Vec<String>,
}

#[derive(Serialize)]
struct HallRow {
    id: String,
    racks: String,
    it: String,
    sized_by: String,
    mining_stops: String,
    ready: String,
    ready_span: String,
}

#[derive(Serialize)]
struct FirstOrder {
    order_by: String,
    what: String,
    place: String,
    lead: String,
    amount: String,
}

impl AnswerView {
    /// Prepares the section; `to_settle` counts the findings of the studies.
    pub fn of(plan: &Plan, to_settle: Option<String>) -> AnswerView {
        AnswerView {
            verdict: verdict(plan),
            capex: format!("{}{}", usd_with_span(headline(plan)), headline_note(plan)),
            per_it_mw: per_it_mw(plan),
            budget: budget(plan),
            deadline: deadline(plan),
            date_driver: date_driver(plan),
            ready: ready(plan),
            hall_order: hall_order(plan),
            cost_driver: cost_driver(plan),
            phases: phases(plan),
            mining_margin_lost: margin_lost(plan),
            proof: proof(plan),
            fit: plan.fit.as_ref().map(fit),
            to_settle,
            halls: plan.halls.iter().map(|planned| hall(plan, planned)).collect(),
            first_orders: first_orders(plan).into_iter().map(first_order).collect(),
            first_window_end: first_window_end(plan).to_string(),
            next_order: dated_orders(plan)
                .first()
                .map(|(date, order)| format!("{} by {date}", order.first().description)),
        }
    }
}

fn verdict(plan: &Plan) -> String {
    if plan.halls.is_empty() {
        return "No hall is to be converted.".to_owned();
    }
    format!(
        "It can be done: {} with {} of {}, {} of IT power.",
        plural(plan.halls.len() as f64, "hall"),
        plural(racks(plan), "rack"),
        plan.site.rack_model,
        mw(it_mw(plan)),
    )
}

/// `All halls are ready on 2028-12-11 (2028-06-05 to 2029-10-01).`
fn ready(plan: &Plan) -> Option<String> {
    let halls = last_halls(plan);
    let ready = halls.first()?.ready;
    let low = halls.iter().map(|hall| hall.ready_low).min()?;
    let high = halls.iter().map(|hall| hall.ready_high).max()?;
    let last: Vec<String> = halls.iter().map(|hall| hall.id.clone()).collect();
    let who = match (plan.halls.len(), last.len()) {
        (1, _) => format!("{} is ready", list(&last)),
        (all, last) if all == last => "All halls are ready".to_owned(),
        (_, 1) => format!("{} is ready last,", list(&last)),
        _ => format!("{} are ready last,", list(&last)),
    };
    Some(format!("{who} on {ready} ({}).", date_span(low, high)))
}

/// Halls that go live before a part of the site's power is built, by what they live on.
fn phases(plan: &Plan) -> Option<String> {
    let mut groups: Vec<(&[String], Vec<String>)> = Vec::new();
    for hall in plan.halls.iter().filter(|hall| !hall.live_early.is_empty()) {
        match groups.iter_mut().find(|(banks, _)| *banks == hall.live_early) {
            Some((_, halls)) => halls.push(hall.id.clone()),
            None => groups.push((&hall.live_early, vec![hall.id.clone()])),
        }
    }
    let label = |id: &String| plan.banks.iter().find(|bank| bank.id == *id).map(|bank| bank.service.info().label);
    let text = |(banks, halls): &(&[String], Vec<String>)| {
        let kept: Vec<String> = banks.iter().filter_map(label).map(str::to_lowercase).collect();
        let (lives, them) = if halls.len() == 1 { ("does", "it") } else { ("do", "them") };
        format!("{} {lives} not wait for new {}: what is kept carries {them}", list(halls), list(&kept))
    };
    (!groups.is_empty()).then(|| groups.iter().map(text).collect::<Vec<_>>().join("; "))
}

fn budget(plan: &Plan) -> Option<String> {
    let (budget, total) = (plan.site.budget_usd?, plan.capex.total);
    Some(match budget {
        _ if total.high <= budget => format!("Even the high end is within the budget of {}.", usd(budget)),
        _ if total.likely <= budget => {
            format!(
                "The likely cost is within the budget of {}; the high end exceeds it by {}.",
                usd(budget),
                usd(total.high - budget)
            )
        }
        _ => format!("The likely cost exceeds the budget of {} by {}.", usd(budget), usd(total.likely - budget)),
    })
}

fn deadline(plan: &Plan) -> Option<String> {
    let limit = plan.site.ready_date_limit?;
    let likely = plan.halls.iter().map(|hall| hall.ready).max()?;
    let high = plan.halls.iter().map(|hall| hall.ready_high).max()?;
    Some(match limit {
        _ if high <= limit => format!("Even with all durations high, every hall is ready by the deadline {limit}."),
        _ if likely <= limit => format!(
            "At likely durations every hall is ready by the deadline {limit}; with all durations high the last is {} late.",
            late(limit, high)
        ),
        _ => format!("The last hall misses the deadline {limit} by {}.", late(limit, likely)),
    })
}

/// How much later the second day is, at least a week.
fn late(limit: Date, ready: Date) -> String {
    weeks(weeks_between(limit, ready).max(1.0))
}

fn margin_lost(plan: &Plan) -> Option<String> {
    let lost: f64 = plan.halls.iter().filter_map(|hall| hall.mining_margin_lost_usd).sum();
    let saved: f64 = plan.halls.iter().map(margin_in_float).sum();
    let lost_text = format!("{} of margin is lost between the stop of the miners and ready", usd(lost));
    let float = format!("; {} of it if they stopped as late as the float behind them allows", usd(lost - saved));
    (lost > 0.0).then(|| if saved >= lost * 0.01 { lost_text + &float } else { lost_text })
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

fn fit(fit: &Fit) -> FitView {
    FitView { result: fit_result(fit), stops: fit.stops.iter().map(stop).collect() }
}

/// What fits, what was tried, and what is shown of it.
fn fit_result(fit: &Fit) -> String {
    let asked = plural(f64::from(fit.asked()), "rack");
    if fit.racks() == fit.asked() {
        return format!("All {asked} asked for fit.");
    }
    let left: Vec<String> = fit.halls.iter().filter(|hall| hall.racks == 0).map(|hall| hall.hall.clone()).collect();
    let left = match left.len() {
        0 => String::new(),
        _ => format!(" No rack fits beside them in {}, left to mining.", list(&left)),
    };
    let tried: Vec<String> = fit
        .strategies
        .iter()
        .map(|tried| format!("{} ({})", tried.name, plural(f64::from(tried.racks), "rack")))
        .collect();
    let shown = match fit.maximal {
        true => "one more rack in any hall was shown to have no plan; another split between halls is not ruled out",
        false => "whether one more rack fits was left open",
    };
    let questions = plural(fit.questions as f64, "solve");
    format!("{} of {asked} asked for fit.{left} Tried: {}. In {questions} {shown}.", fit.racks(), tried.join("; "))
}

fn stop(stop: &Stop) -> StopRow {
    let because = |clash| sentence(&clash_sentence(clash)) + ".";
    StopRow { halls: list(&stop.halls), because: stop.clashes.iter().map(because).collect() }
}

/// `48 of 106` where fewer fit than are asked for.
fn racks_of_asked(plan: &Plan, hall: &HallPlan) -> String {
    let asked = plan.fit.iter().flat_map(|fit| &fit.halls).find(|fitting| fitting.hall == hall.id);
    match asked.map(|fitting| fitting.racks_asked).filter(|&asked| asked > hall.racks) {
        Some(asked) => format!("{} of {asked}", hall.racks),
        None => hall.racks.to_string(),
    }
}

fn hall(plan: &Plan, hall: &HallPlan) -> HallRow {
    HallRow {
        id: hall.id.clone(),
        racks: racks_of_asked(plan, hall),
        it: mw(hall.it_mw),
        sized_by: hall.sized_by.clone(),
        mining_stops: hall.mining_stops.map_or_else(|| "-".to_owned(), |date| date.to_string()),
        ready: hall.ready.to_string(),
        ready_span: date_span(hall.ready_low, hall.ready_high),
    }
}

fn first_order((date, order): (Date, Order)) -> FirstOrder {
    FirstOrder {
        order_by: date.to_string(),
        what: order.what(),
        place: order.first().place.to_string(),
        lead: weeks(order.first().lead_weeks),
        amount: order.likely_usd().map_or_else(|| "not priced".to_owned(), usd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn limits_are_set_against_the_spread() {
        let mut plan = sample::plan();
        plan.site.budget_usd = Some(plan.capex.total.high);
        assert!(budget(&plan).unwrap().starts_with("Even the high end"));
        plan.site.budget_usd = Some(plan.capex.total.likely - 2e6);
        assert!(budget(&plan).unwrap().ends_with("by $2 M."));
        plan.site.ready_date_limit = Some(plan.halls[0].ready.yesterday().unwrap());
        assert!(deadline(&plan).unwrap().ends_with("by 1 week."));
    }
}
