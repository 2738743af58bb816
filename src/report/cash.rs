//! When money is bound and when it is paid: orders and the contractors' work, line by line of the bill of materials.
//!
//! Payments follow the plan's terms ([`PaymentTerms`]): of an order of equipment a deposit with it, a part when the goods are on
//! site, the rest when their hall is ready (of what serves the site: the first hall); work as it goes, month by month, less what is
//! held back until then; of what the utility builds an advance with its order; what is on order already, when it arrives.
//!
//! [`PaymentTerms`]: crate::domain::bought::PaymentTerms

use std::iter::successors;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::Supply;
use crate::domain::calendar::{next_quarter, quarter};
use crate::domain::plan::{BomLine, HallPlan, Plan, Task};
use crate::domain::range::cents;
use crate::report::facts::is_of_utility;

/// Money that moves on a day, likely prices, USD.
pub type Moves = Vec<(Date, f64)>;

/// Orders on the day they are planned for, and work on the day it starts.
pub fn committed(plan: &Plan) -> Moves {
    moves(plan, |contract| {
        vec![(contract.dates.placed, contract.order_usd), (contract.dates.starts, contract.work_usd)]
    })
}

/// The same on the latest days that delay no hall.
pub fn committed_at_the_latest(plan: &Plan) -> Moves {
    moves(plan, |contract| {
        vec![(contract.dates.placed_latest, contract.order_usd), (contract.dates.starts_latest, contract.work_usd)]
    })
}

/// Payments.
pub fn paid(plan: &Plan) -> Moves {
    moves(plan, |contract| contract.payments(plan))
}

/// Money that moves in a quarter, USD to the cent.
pub struct Quarter {
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// Bound in it.
    pub committed_usd: f64,
    /// Paid in it.
    pub paid_usd: f64,
}

/// Every quarter from the first move of money to the last; none where no order has a date and a price.
pub fn by_quarter(plan: &Plan) -> Vec<Quarter> {
    let (committed, paid) = (committed(plan), paid(plan));
    let days = || committed.iter().chain(&paid).map(|(day, _)| *day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    let starts =
        successors(Some(quarter(first)), |start| Some(next_quarter(*start))).take_while(|start| *start <= last);
    let until = |moves: &Moves, end: Date| cents(moves.iter().filter(|it| it.0 < end).map(|it| it.1).sum());
    let of_quarter = |start: Date| {
        let end = next_quarter(start);
        // Each is what the running sum grows by, so that sums over quarters do not drift from it.
        let within = |moves: &Moves| cents(until(moves, end) - until(moves, start));
        let last = end.saturating_sub(1.day());
        Quarter { first: start, last, committed_usd: within(&committed), paid_usd: within(&paid) }
    };
    starts.map(of_quarter).collect()
}

/// Money of lines that nobody knows an order date for; it is in none of the above.
pub fn undated_usd(plan: &Plan) -> f64 {
    let undated = plan.bom.iter().filter(|line| dates(plan, line).is_none());
    undated.filter_map(|line| line.amount).map(|amount| amount.likely).sum()
}

fn moves(plan: &Plan, of: impl Fn(&Contract) -> Moves) -> Moves {
    let mut all: Moves = plan.bom.iter().filter_map(|line| contract(plan, line)).flat_map(|it| of(&it)).collect();
    all.retain(|(_, usd)| *usd != 0.0);
    all.sort_by_key(|(day, _)| *day);
    all
}

/// A line as what is contracted: an order, of goods or in place, and the work on goods.
struct Contract<'a> {
    line: &'a BomLine,
    dates: Dates,
    order_usd: f64,
    work_usd: f64,
}

/// How an order is paid.
enum Paid {
    /// An advance with the order, the rest when it is built.
    Ahead,
    /// All on arrival.
    OnArrival,
    /// Deposit, delivery, acceptance.
    InParts,
    /// As the work goes, less retainage.
    AsItGoes,
}

#[derive(Clone, Copy)]
struct Dates {
    placed: Date,
    placed_latest: Date,
    arrives: Date,
    starts: Date,
    starts_latest: Date,
    ends: Date,
    accepted: Date,
}

fn contract<'a>(plan: &Plan, line: &'a BomLine) -> Option<Contract<'a>> {
    let order_usd = line.order_value()?.likely;
    let work_usd = line.installation_value().map_or(0.0, |value| value.likely);
    Some(Contract { line, dates: dates(plan, line)?, order_usd, work_usd })
}

/// Goods, and plant that the owner has built under a contract of his own, in parts; other work in place as it goes.
fn how_paid(plan: &Plan, line: &BomLine) -> Paid {
    let item = plan.bought.iter().find(|item| item.id == line.item);
    let owners = item.is_some_and(|item| item.supply == Supply::OwnerOwner);
    match () {
        () if is_of_utility(line) => Paid::Ahead,
        () if line.order.is_some() => Paid::OnArrival,
        () if owners || line.price_split.is_some() => Paid::InParts,
        () => Paid::AsItGoes,
    }
}

/// Nothing where nobody knows when it is ordered.
fn dates(plan: &Plan, line: &BomLine) -> Option<Dates> {
    let on_order = line.order.as_ref().and_then(|id| plan.on_order.iter().find(|order| order.id == *id));
    let placed = on_order.map(|_| plan.as_of).or(line.order_planned)?;
    let lead = ((line.lead_weeks * 7.0).round() as i64).days();
    let arrives = on_order.map_or_else(|| placed.saturating_add(lead), |order| order.arrives);
    let work: Vec<&Task> = plan.tasks.iter().filter(|it| it.bank.as_ref() == Some(&line.bank) && !it.is_lead).collect();
    let starts = work.iter().map(|task| task.start).min().unwrap_or(arrives);
    Some(Dates {
        placed,
        placed_latest: line.order_by.unwrap_or(placed),
        arrives,
        starts,
        starts_latest: work.iter().map(|task| task.late_start).min().unwrap_or(starts),
        ends: work.iter().map(|task| task.finish).max().unwrap_or(starts),
        accepted: accepted(plan, line)?,
    })
}

/// When the hall that it serves is ready; of what serves the site, the first of all halls.
fn accepted(plan: &Plan, line: &BomLine) -> Option<Date> {
    let serves = |hall: &&HallPlan| line.place.hall().is_none_or(|id| id == hall.id);
    plan.halls.iter().filter(serves).map(|hall| hall.ready).min()
}

impl Contract<'_> {
    fn payments(&self, plan: &Plan) -> Moves {
        let Dates { placed, arrives, accepted, .. } = self.dates;
        let advance = plan.payment.utility_pct / 100.0;
        let order = match how_paid(plan, self.line) {
            Paid::Ahead => vec![(placed, advance), (arrives, 1.0 - advance)],
            Paid::OnArrival => vec![(arrives, 1.0)],
            Paid::InParts => {
                let (deposit, delivery) = (plan.payment.deposit_pct / 100.0, plan.payment.delivery_pct / 100.0);
                vec![(placed, deposit), (arrives, delivery), (accepted.max(arrives), 1.0 - deposit - delivery)]
            }
            Paid::AsItGoes => self.progress(plan),
        };
        let order = order.into_iter().map(|(day, share)| (day, share * self.order_usd));
        let work = self.progress(plan).into_iter().map(|(day, share)| (day, share * self.work_usd));
        let later = (plan.payment.days.round() as i64).days();
        order.chain(work).map(|(due, usd)| (due.saturating_add(later), usd)).collect()
    }

    /// Shares of work in place.
    fn progress(&self, plan: &Plan) -> Moves {
        let held_back = plan.payment.retainage_pct / 100.0;
        let Dates { starts, ends, accepted, .. } = self.dates;
        let done = months(starts, ends).into_iter().map(|(day, share)| (day, share * (1.0 - held_back)));
        done.chain([(accepted.max(ends), held_back)]).collect()
    }
}

/// The ends of the months that a span touches, the last at its own end, each with its share of the span's days.
fn months(first: Date, last: Date) -> Vec<(Date, f64)> {
    let days = |from: Date, to: Date| f64::from((to - from).get_days() + 1);
    let mut parts = Vec::new();
    let mut from = first;
    while from <= last {
        let to = from.last_of_month().min(last);
        parts.push((to, days(from, to) / days(first, last)));
        from = to.saturating_add(1.day());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use jiff::civil::date;

    fn sum(moves: &Moves) -> f64 {
        moves.iter().map(|(_, usd)| usd).sum()
    }

    #[test]
    fn all_that_is_bound_is_paid_and_with_what_has_no_date_is_the_direct_cost() {
        let plan = sample::plan();
        for moves in [committed(&plan), committed_at_the_latest(&plan), paid(&plan)] {
            assert!((sum(&moves) + undated_usd(&plan) - plan.capex.direct.likely).abs() < 1.0);
        }
    }

    #[test]
    fn nothing_is_paid_before_it_is_bound() {
        let plan = sample::plan();
        let (bound, paid) = (committed(&plan), paid(&plan));
        let by = |moves: &Moves, day: Date| -> f64 { moves.iter().filter(|it| it.0 <= day).map(|it| it.1).sum() };
        assert!(paid.iter().all(|(day, _)| by(&paid, *day) <= by(&bound, *day) + 1.0));
    }

    #[test]
    fn a_larger_deposit_is_paid_earlier() {
        let mut plan = sample::plan();
        let mean = |moves: &Moves| {
            moves.iter().map(|(day, usd)| f64::from((*day - date(2026, 1, 1)).get_days()) * usd).sum::<f64>()
        };
        let before = mean(&paid(&plan));
        plan.payment.deposit_pct += 20.0;
        plan.payment.delivery_pct -= 20.0;
        assert!(mean(&paid(&plan)) < before);
    }

    #[test]
    fn months_share_a_span_by_its_days() {
        let parts = months(date(2027, 1, 22), date(2027, 3, 2));
        let due: Vec<Date> = parts.iter().map(|(day, _)| *day).collect();
        assert_eq!(due, [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 2)]);
        assert_eq!(parts[0].1, 10.0 / 40.0);
        assert!((parts.iter().map(|(_, share)| share).sum::<f64>() - 1.0).abs() < 1e-12);
        assert_eq!(months(date(2027, 1, 5), date(2027, 1, 5)), [(date(2027, 1, 5), 1.0)]);
    }
}
