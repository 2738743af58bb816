//! What a board decides: decisions and orders of the project's first month, and what they commit.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::{Plan, Task};
use crate::report::facts::{Order, first_orders, first_window_end, orders, task};
use crate::report::style::{Style, args};

/// The decisions of the first month.
#[derive(JsonSchema, Serialize)]
pub struct DecisionsView {
    until: String,
    rows: Vec<DecisionRow>,
    committed: Option<String>,
    next_order: Option<String>,
}

/// One decision, by the day it is due.
#[derive(JsonSchema, Serialize)]
struct DecisionRow {
    date: String,
    what: String,
    place: String,
    amount: String,
}

impl DecisionsView {
    /// Prepares the section: to proceed, permits to file, orders to place, miners to stop.
    pub fn of(plan: &Plan, style: &Style) -> DecisionsView {
        let until = first_window_end(plan);
        let placed = first_orders(plan);
        let committed: f64 = placed.iter().filter_map(|(_, order)| order.likely_usd()).sum();
        let mut rows: Vec<(Date, DecisionRow)> = vec![proceed(plan, style)];
        rows.extend(permits(plan, until, style));
        rows.extend(placed.iter().map(|(date, order)| (*date, order_row(*date, order, style))));
        rows.extend(stops(plan, until, style));
        rows.sort_by_key(|(date, _)| *date);
        DecisionsView {
            until: style.date(until),
            rows: rows.into_iter().map(|(_, row)| row).collect(),
            committed: (committed > 0.0).then(|| style.usd(committed)),
            next_order: next(plan, until, style),
        }
    }
}

/// The first order that is due after the window.
fn next(plan: &Plan, until: Date, style: &Style) -> Option<String> {
    let later = orders(plan).into_iter().filter_map(|order| Some((order.due().filter(|day| *day > until)?, order)));
    let (date, order) = later.min_by_key(|(day, _)| *day)?;
    let (what, place) = (order.what(style), style.place(&order.first().place));
    let amount = order.likely_usd().map_or_else(|| style.word("not-priced"), |usd| style.usd(usd));
    Some(
        style.say(
            "decisions-next",
            args!["what" => what, "place" => place, "date" => style.date(date), "amount" => amount],
        ),
    )
}

fn proceed(plan: &Plan, style: &Style) -> (Date, DecisionRow) {
    let start = plan.site.start_date;
    (start, row(start, style.word("decisions-proceed"), style.word("place-site"), style))
}

fn row(date: Date, what: String, place: String, style: &Style) -> DecisionRow {
    DecisionRow { date: style.date(date), what, place, amount: "-".to_owned() }
}

/// Approvals whose work starts in the window.
fn permits(plan: &Plan, until: Date, style: &Style) -> Vec<(Date, DecisionRow)> {
    let open = plan.studies.approvals.permits.iter().filter(|permit| !permit.held && permit.weeks.high > 0.0);
    let due = open.filter(|permit| permit.start <= until);
    let told = due.map(|permit| {
        let place = task(plan, &permit.task).map_or_else(|| "-".to_owned(), |task: &Task| style.place(&task.place));
        let what = style.say("decisions-permit", args!["permit" => style.named("permit", permit.permit)]);
        (permit.start, row(permit.start, what, place, style))
    });
    told.collect()
}

fn order_row(date: Date, order: &Order, style: &Style) -> DecisionRow {
    let line = order.first();
    let latest = line.order_by.map(|date| style.date(date)).unwrap_or_default();
    let dated = if line.order_by.is_some() { "yes" } else { "no" };
    let what = args![
        "what" => order.what(style),
        "lead" => style.weeks(line.lead_weeks),
        "dated" => dated,
        "latest" => latest,
    ];
    DecisionRow {
        date: style.date(date),
        what: style.say("decisions-order", what),
        place: style.place(&line.place),
        amount: order.likely_usd().map_or_else(|| style.word("not-priced"), |usd| style.usd(usd)),
    }
}

fn stops(plan: &Plan, until: Date, style: &Style) -> Vec<(Date, DecisionRow)> {
    let stop = plan.halls.iter().filter_map(|hall| Some((hall.mining_stops?, hall))).filter(|(date, _)| *date <= until);
    stop.map(|(date, hall)| (date, row(date, style.word("decisions-stop"), hall.id.clone(), style))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_month_holds_what_is_due_in_it_and_adds_its_money_up() {
        let (mut plan, style) = (sample::plan(), Style::default());
        let until = first_window_end(&plan);
        for line in &mut plan.bom {
            (line.order_by, line.order_planned) = (Some(until.tomorrow().unwrap()), None);
        }
        assert_eq!(DecisionsView::of(&plan, &style).committed, None);
        plan.bom[0].order_planned = Some(until);
        let view = DecisionsView::of(&plan, &style);
        let likely = plan.bom[0].amount.unwrap().likely;
        assert_eq!(view.committed, Some(style.usd(likely)));
        assert_eq!(view.rows.last().unwrap().date, style.date(until));
    }
}
