//! What is minimized.
//!
//! Cost: `sum cost[b,c] x[b,c]`. Value: `(1 + soft)` times the cost, `value[h] ready[h]` for each hall, and the mining margin
//! lost between each hall's stop and its ready date and by miners that give way ([`super::curtail`]). Dates: `sum_h ready[h]`.

use good_lp::Expression;

use super::columns::Columns;
use super::{Problem, curtail};
use crate::domain::{Objective, Place};

/// Hours in a week.
pub const HOURS: f64 = 168.0;

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
    match problem.site.objective() {
        Objective::Capex | Objective::Date | Objective::Mw => cost,
        Objective::Value => {
            let lost = mining_lost(problem, columns) + curtail::lost(problem, columns);
            cost * (1.0 + problem.site.soft_share()) + waiting(problem, columns) + lost
        }
    }
}

/// Value of each hall's weeks until it is ready, million USD.
fn waiting(problem: &Problem, columns: &Columns) -> Expression {
    let value = |hall: &str| problem.site.value_of_week_usd(&Place::Hall(hall.to_owned())).unwrap_or(0.0);
    columns.ready.iter().map(|(hall, ready)| *ready * (value(hall) / 1e6)).sum()
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
