//! What the first screen of the page answers beside the sentences of the answer: the few large figures.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::plan::{HallPlan, Plan};
use crate::report::facts::{first_orders, headline, it_mw, last_halls};
use crate::report::style::Style;

/// The large figures.
#[derive(Serialize)]
pub struct FirstScreen {
    feasible: bool,
    capex: String,
    capex_span: String,
    ready: Option<String>,
    ready_span: Option<String>,
    it_mw: String,
    steps: Vec<Step>,
    orders_due: usize,
}

/// Power that is live from a day on.
#[derive(Serialize)]
struct Step {
    date: String,
    live: String,
    halls: String,
}

impl FirstScreen {
    /// Of a plan.
    pub fn of(plan: &Plan, style: &Style) -> FirstScreen {
        let last = last_halls(plan);
        let ends = (last.iter().map(|hall| hall.ready_low).min(), last.iter().map(|hall| hall.ready_high).max());
        let range = headline(plan);
        FirstScreen {
            feasible: !plan.halls.is_empty(),
            capex: style.usd(range.likely),
            capex_span: style.usd_span(range),
            ready: last.first().map(|hall| style.date(hall.ready)),
            ready_span: ends.0.zip(ends.1).map(|(low, high)| style.date_span(low, high)),
            it_mw: style.mw(it_mw(plan)),
            steps: steps(plan, style),
            orders_due: first_orders(plan).len(),
        }
    }
}

/// IT power by the days on which it grows.
fn steps(plan: &Plan, style: &Style) -> Vec<Step> {
    let mut days: BTreeMap<Date, Vec<&HallPlan>> = BTreeMap::new();
    for hall in &plan.halls {
        days.entry(hall.ready).or_default().push(hall);
    }
    let mut live = 0.0;
    let step = |(day, halls): (Date, Vec<&HallPlan>)| {
        live += halls.iter().map(|hall| hall.it_mw).sum::<f64>();
        let ids: Vec<String> = halls.iter().map(|hall| hall.id.clone()).collect();
        Step { date: style.date(day), live: style.mw(live), halls: style.list(&ids) }
    };
    days.into_iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn power_grows_with_each_day_that_halls_are_ready() {
        let mut plan = sample::plan();
        let style = Style::default();
        assert_eq!(steps(&plan, &style).len(), 1);
        plan.halls[1].ready = plan.halls[1].ready.tomorrow().unwrap();
        let steps = steps(&plan, &style);
        assert_eq!(steps.len(), 2);
        assert_eq!(steps[1].live, style.mw(it_mw(&plan)));
        assert_eq!(steps[0].live, style.mw(plan.halls[0].it_mw));
    }
}
