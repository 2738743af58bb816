//! What is minimized.
//!
//! Money: `sum cost[b,c] x[b,c]`. With a value of time, also `(1 + soft)` on it, the value of each hall's weeks until it is
//! ready, and the mining margin lost between each hall's stop and its ready date.
//! Dates, at that cost or within a tolerance of it: `sum_h ready[h]`. Then money again, at these dates.

use good_lp::Expression;

use super::Problem;
use super::columns::Columns;
use crate::validate::Site;

/// Hours in a week.
const HOURS: f64 = 168.0;

/// The objective in words.
pub fn describe(site: &Site) -> String {
    let tolerance = site.target.capex_tolerance_pct;
    if site.target.value_of_week_usd.is_some() {
        "capex + value of each hall's weeks to ready + mining margin lost while halls are down".to_owned()
    } else if tolerance > 0.0 {
        format!("the earliest dates within {tolerance} % of the least direct cost, then the least cost at these dates")
    } else {
        "least direct cost, then the earliest sum of ready dates at that cost".to_owned()
    }
}

/// Direct cost, million USD.
pub fn direct_cost(problem: &Problem, columns: &Columns) -> Expression {
    let banks = problem.banks.iter().zip(&columns.build);
    banks
        .flat_map(|(bank, binaries)| binaries.iter().zip(&bank.candidates))
        .map(|((x, _), candidate)| *x * (candidate.cost.likely / 1e6))
        .sum()
}

/// All money that depends on the choice, million USD.
pub fn money(problem: &Problem, columns: &Columns) -> Expression {
    let cost = direct_cost(problem, columns);
    let Some(value) = problem.site.target.value_of_week_usd else { return cost };
    cost * (1.0 + problem.site.soft_share()) + dates(problem, columns) * (value / 1e6) + mining_lost(problem, columns)
}

/// The sum of the halls' ready dates, weeks.
pub fn dates(_: &Problem, columns: &Columns) -> Expression {
    columns.ready.values().map(|ready| Expression::from(*ready)).sum()
}

/// Margin lost from the stop of each hall's miners to its ready date, million USD.
fn mining_lost(problem: &Problem, columns: &Columns) -> Expression {
    let margin = problem.site.mining.as_ref().map_or(0.0, |mining| mining.margin_usd_per_mwh.max(0.0));
    let stops = problem.network.order.iter().filter(|node| problem.network.graph[**node].stops_mining);
    let mut lost = Expression::from(0.0);
    for node in stops {
        let place = &problem.network.graph[*node].place;
        let hall = problem.site.hall(place);
        let weekly = hall.map_or(0.0, |hall| hall.mining_mw) * margin * HOURS / 1e6;
        if let Some(ready) = place.hall().and_then(|hall| columns.ready.get(hall)) {
            lost += (*ready - columns.start[&node.index()]) * weekly;
        }
    }
    lost
}
