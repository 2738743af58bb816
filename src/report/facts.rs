//! What several outputs need to know of a plan: what drives it, what to order first.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::format::{sentence, weeks_between, words};
use crate::domain::plan::{BomLine, HallPlan, Plan, ServiceCost, Task, TaskLink};
use crate::domain::studies::CostScope;
use crate::domain::{Range, Service};
use crate::report::style::{Style, args};

/// From this lead time on an order is long-lead, weeks.
pub const LONG_LEAD_WEEKS: f64 = 16.0;

/// Length of the first ordering window from the project's start, weeks.
const FIRST_WEEKS: i64 = 4;

/// Prefix of the items that the utility offers.
const UTILITY: &str = "utility.increases.";

/// Whether the utility does it: no vendor is asked for a price.
pub fn is_of_utility(line: &BomLine) -> bool {
    line.item.starts_with(UTILITY)
}

/// Whether a line's lead time makes it a long-lead order.
pub fn is_long_lead(line: &BomLine) -> bool {
    line.lead_weeks >= LONG_LEAD_WEEKS
}

/// Power of all racks, MW.
pub fn it_mw(plan: &Plan) -> f64 {
    plan.halls.iter().map(|hall| hall.it_mw).sum()
}

/// The capex of the scope that the plan's headline holds, USD.
pub fn headline(plan: &Plan) -> Range {
    plan.studies.scope.headline_amount().unwrap_or(plan.capex.total)
}

/// The headline with its ends, and what it leaves out, where it does: `$1 M ($0.9 M to $2 M), up to landlord fit-out`.
pub fn headline_text(plan: &Plan, style: &Style) -> String {
    let amount = style.usd_with_span(headline(plan));
    match plan.studies.scope.headline {
        CostScope::Tenant => amount,
        scope => {
            let scope = style.inside_sentence(&style.scope(scope));
            style.say("answer-up-to", args!["amount" => amount, "scope" => scope])
        }
    }
}

/// The headline by MW of critical IT, as leases count it; nothing for a plan without any.
pub fn per_it_mw(plan: &Plan, style: &Style) -> Option<String> {
    let mw = plan.studies.scope.critical_it_mw;
    (mw > 0.0).then(|| style.say("answer-per-mw", args!["amount" => style.usd(headline(plan).likely / mw)]))
}

/// All racks.
pub fn racks(plan: &Plan) -> f64 {
    plan.halls.iter().map(|hall| f64::from(hall.racks)).sum()
}

/// The hall that is ready last; of equals the first. Nothing where no hall is converted.
pub fn last_hall(plan: &Plan) -> Option<&HallPlan> {
    plan.halls.iter().rev().max_by_key(|hall| hall.ready)
}

/// All halls that are ready on the last day, in the order of the plan.
pub fn last_halls(plan: &Plan) -> Vec<&HallPlan> {
    let last = plan.halls.iter().map(|hall| hall.ready).max();
    plan.halls.iter().filter(|hall| Some(hall.ready) == last).collect()
}

/// The order in which crews go through the halls, in words; nothing where it is the facility's.
pub fn hall_order(plan: &Plan, style: &Style) -> Option<String> {
    let told = || args!["halls" => style.joined(&plan.hall_order)];
    (!plan.hall_order.is_empty()).then(|| style.say("answer-hall-order", told()))
}

/// The task with this id.
pub fn task<'a>(plan: &'a Plan, id: &str) -> Option<&'a Task> {
    plan.tasks.iter().find(|task| task.id == id)
}

/// The tasks that set the day a hall is ready, first to last, without those that take no time.
pub fn driving_tasks<'a>(plan: &'a Plan, hall: &HallPlan) -> Vec<&'a Task> {
    hall.driving_chain.iter().filter_map(|id| task(plan, id)).filter(|task| takes_time(task)).collect()
}

/// The link to an earlier task that holds a task back most, where there is one.
pub fn driving_link<'a>(earlier: &Task, later: &'a Task) -> Option<&'a TaskLink> {
    let days = |weeks: f64| (weeks * 7.0).round() as i64;
    let takes = later.finish.since(later.start).map_or(0, |span| i64::from(span.get_days()));
    let earliest = |link: &&TaskLink| {
        let from = if link.kind.starts_with('S') { earlier.start } else { earlier.finish };
        let ends = if link.kind.ends_with('F') { takes } else { 0 };
        from.saturating_add((days(link.lag_weeks) - ends).days())
    };
    later.after.iter().filter(|link| link.task == earlier.id).max_by_key(earliest)
}

/// What a task's phase is called in English.
pub fn phase_label(phase: &str) -> String {
    match phase {
        "mep" => "Mechanical and electrical".to_owned(),
        other => sentence(&words(other)),
    }
}

/// Whether a task takes any time.
pub fn takes_time(task: &Task) -> bool {
    task.weeks.high > 0.0
}

/// The day on which the last work that the utility does for the site's connection ends; nothing where none is done.
pub fn utility_done(plan: &Plan) -> Option<Date> {
    let of_connection =
        |id: &String| plan.banks.iter().any(|bank| bank.id == *id && bank.service == Service::GridImport);
    let own = plan.tasks.iter().filter(|task| takes_time(task) && task.bank.as_ref().is_some_and(of_connection));
    own.map(|task| task.finish).max()
}

/// What adds most weeks to the driving chain of the hall that is ready last, in words: its tasks, and the day before which the
/// first of them may not start. Nothing where no hall is converted.
pub fn date_driver(plan: &Plan, style: &Style) -> Option<String> {
    let hall = last_hall(plan)?;
    let tasks = driving_tasks(plan, hall);
    let until = |i: usize| tasks.get(i + 1).map_or(hall.ready, |next: &&Task| next.start);
    let adds =
        tasks.iter().enumerate().map(|(i, task)| (weeks_between(task.start, until(i)), in_short(task, plan, style)));
    let held = tasks.first().and_then(|task| {
        let day = held_until(task)?;
        let told = args!["task" => style.task(task), "date" => style.date(day)];
        Some((weeks_between(plan.site.start_date, day), style.say("answer-not-before", told)))
    });
    let mut adds: Vec<(f64, String)> = held.into_iter().chain(adds).collect();
    adds.sort_by(|a, b| b.0.total_cmp(&a.0));
    let part = |(added, what): &(f64, String)| {
        style.say("answer-driver-part", args!["what" => what.as_str(), "size" => style.weeks(*added)])
    };
    let longest: Vec<String> = adds.iter().take(3).map(part).collect();
    (!longest.is_empty()).then(|| style.list(&longest))
}

/// A task where there is little room: an order by what is ordered, other work by its name.
pub fn in_short(task: &Task, plan: &Plan, style: &Style) -> String {
    let bank = plan.banks.iter().find(|bank| task.is_lead && task.bank.as_ref() == Some(&bank.id));
    match bank {
        Some(bank) => style.say("answer-lead", args!["service" => style.service(bank.service)]),
        None => style.task(task),
    }
}

/// The day before which a task may not start, where it is that day which it waits for.
pub fn held_until(task: &Task) -> Option<Date> {
    task.not_before.filter(|day| task.driven_by.is_none() && *day >= task.start)
}

/// The services that cost most, largest first.
pub fn costliest(plan: &Plan, count: usize) -> Vec<&ServiceCost> {
    let mut costs: Vec<&ServiceCost> = plan.capex.by_service.iter().filter(|cost| cost.amount.likely > 0.0).collect();
    costs.sort_by(|a, b| b.amount.likely.total_cmp(&a.amount.likely));
    costs.truncate(count);
    costs
}

/// The services that cost most, in words: `Rack (UPS) power $13.5 M and ... (37 % and ... of the direct cost)`. Nothing where
/// nothing is bought.
pub fn cost_driver(plan: &Plan, style: &Style) -> Option<String> {
    let costs = costliest(plan, 3);
    let part = |cost: &&ServiceCost| {
        let (what, amount) = (style.service(cost.service), style.usd(cost.amount.likely));
        style.say("answer-cost-part", args!["what" => what, "amount" => amount])
    };
    let parts: Vec<String> = costs.iter().map(part).collect();
    let share = |cost: &&ServiceCost| style.percent(100.0 * cost.amount.likely / plan.capex.direct.likely);
    let shares: Vec<String> = costs.iter().map(share).collect();
    let told = || args!["services" => style.list(&parts), "shares" => style.list(&shares)];
    (!parts.is_empty()).then(|| style.say("answer-cost-parts", told()))
}

/// Whether a task begins when its hall is ready: the tenant's work.
pub fn follows_ready(plan: &Plan, task: &Task) -> bool {
    let hall = plan.halls.iter().find(|hall| task.place.hall() == Some(hall.id.as_str()));
    hall.is_some_and(|hall| hall.ready <= task.start)
}

/// Last day of the first ordering window.
pub fn first_window_end(plan: &Plan) -> Date {
    plan.site.start_date.saturating_add(FIRST_WEEKS.weeks())
}

/// The dates of a line's order.
pub fn order_dates(line: &BomLine) -> (Option<Date>, Option<Date>, Option<Date>) {
    (line.order_by, line.order_planned, line.need_by)
}

/// The day on which a line's order is due: the planned one, or by which it must be placed where that is earlier.
pub fn due(line: &BomLine) -> Option<Date> {
    line.order_planned.into_iter().chain(line.order_by).min()
}

/// Whether a line is work that is done for several banks of a place under one contract, and ordered for the first of them: the yard.
fn is_package(line: &BomLine) -> bool {
    line.price_split.is_none() && line.unit_price.is_some() && !is_of_utility(line) && line.order.is_none()
}

/// Whether lines are parts of the same work in one place.
pub fn is_one_package(a: &BomLine, b: &BomLine) -> bool {
    is_package(a) && is_package(b) && a.item == b.item && a.place == b.place && a.unit_price == b.unit_price
}

/// What is ordered together: the lines of one bank with the same dates, or one package of work.
pub struct Order<'a> {
    /// Never empty, in the order of the bill of materials.
    pub lines: Vec<&'a BomLine>,
}

impl<'a> Order<'a> {
    /// The line that stands for the order.
    pub fn first(&self) -> &'a BomLine {
        self.lines[0]
    }

    /// Everything in it, each item once: `37 x Diesel generator; 1,110 m2 Equipment yard`.
    pub fn what(&self, style: &Style) -> String {
        let mut items: Vec<(&BomLine, f64)> = Vec::new();
        for line in &self.lines {
            match items.iter_mut().find(|(known, _)| known.item == line.item && known.unit == line.unit) {
                Some((_, quantity)) => *quantity += line.quantity,
                None => items.push((line, line.quantity)),
            }
        }
        let told: Vec<String> = items.into_iter().map(|(line, quantity)| item_text(line, quantity, style)).collect();
        style.clauses(&told)
    }

    /// The day it is due.
    pub fn due(&self) -> Option<Date> {
        due(self.first())
    }

    /// What it is worth, likely, USD: goods, and contracts in place where the price holds installation; nothing where no line has a
    /// price.
    pub fn likely_usd(&self) -> Option<f64> {
        self.lines.iter().filter_map(|line| line.order_value()).map(|range| range.likely).reduce(|sum, usd| sum + usd)
    }
}

/// `37 x Diesel generator`.
fn item_text(line: &BomLine, quantity: f64, style: &Style) -> String {
    let quantity = style.amount_in(quantity, &line.unit);
    style
        .say("orders-line", args!["quantity" => quantity, "unit" => style.unit(&line.unit), "what" => style.item(line)])
}

/// All orders, by their latest date; those without one last.
pub fn orders(plan: &Plan) -> Vec<Order<'_>> {
    let same = |a: &BomLine, b: &BomLine| {
        let of_bank = a.bank == b.bank && a.lead_weeks == b.lead_weeks && order_dates(a) == order_dates(b);
        of_bank && !is_package(a) && !is_package(b) || is_one_package(a, b)
    };
    let mut orders: Vec<Order> = Vec::new();
    for line in &plan.bom {
        match orders.iter_mut().find(|order| same(order.first(), line)) {
            Some(order) => order.lines.push(line),
            None => orders.push(Order { lines: vec![line] }),
        }
    }
    orders.iter_mut().for_each(|order| order.lines.sort_by_key(|line| (order_dates(line), line.line)));
    orders.sort_by_key(|order| (order.first().order_by.is_none(), order.first().order_by, order.first().line));
    orders
}

/// Orders with a latest date, and that date.
pub fn dated_orders(plan: &Plan) -> Vec<(Date, Order<'_>)> {
    orders(plan).into_iter().filter_map(|order| order.first().order_by.map(|date| (date, order))).collect()
}

/// Orders that are due within the first four weeks, by the day they are due, and that day.
pub fn first_orders(plan: &Plan) -> Vec<(Date, Order<'_>)> {
    let end = first_window_end(plan);
    let dated = orders(plan).into_iter().filter_map(|order| Some((order.due()?, order)));
    let mut due: Vec<(Date, Order)> = dated.filter(|(date, _)| *date <= end).collect();
    due.sort_by_key(|(date, _)| *date);
    due
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_first_of_the_latest_halls_drives_the_date() {
        let mut plan = sample::plan();
        assert_eq!(last_hall(&plan).unwrap().id, "barn_a");
        plan.halls[1].ready = plan.halls[1].ready.tomorrow().unwrap();
        assert_eq!(last_hall(&plan).unwrap().id, "barn_b");
    }

    #[test]
    fn drivers_name_the_longest_and_the_dearest_first() {
        let plan = sample::plan();
        assert!(
            date_driver(&plan, &Style::default())
                .unwrap()
                .starts_with("Order and delivery of Standby power (72 weeks), ")
        );
        assert!(cost_driver(&plan, &Style::default()).unwrap().starts_with("Rack (UPS) power $13.5 M, "));
        assert!(cost_driver(&plan, &Style::default()).unwrap().ends_with("(37 %, 35 % and 8.3 % of the direct cost)"));
    }

    #[test]
    fn a_day_that_the_first_task_waits_for_is_a_driver_too() {
        let mut plan = sample::plan();
        let first = driving_tasks(&plan, last_hall(&plan).unwrap())[0].id.clone();
        let day = plan.site.start_date + 700.days();
        let task = plan.tasks.iter_mut().find(|task| task.id == first).unwrap();
        (task.not_before, task.start, task.driven_by) = (Some(day), day, None);
        let driver = date_driver(&plan, &Style::default()).unwrap();
        assert!(driver.contains(&format!("Wait until {day} before ")) && driver.contains("(100 weeks)"), "{driver}");
    }

    #[test]
    fn first_orders_end_with_the_window() {
        let mut plan = sample::plan();
        for line in &mut plan.bom {
            (line.order_by, line.order_planned) = (None, None);
        }
        assert!(first_orders(&plan).is_empty());
        let end = first_window_end(&plan);
        (plan.bom[0].order_by, plan.bom[1].order_by) = (Some(end), Some(end.tomorrow().unwrap()));
        assert_eq!(first_orders(&plan).len(), 1);
        plan.bom[0].order_by = plan.bom[1].order_by;
        plan.bom[0].order_planned = Some(end);
        assert_eq!(first_orders(&plan)[0].0, end, "an order that is planned in the window is due in it");
    }

    #[test]
    fn lines_of_a_bank_with_the_same_dates_are_one_order() {
        let (mut plan, style) = (sample::plan(), Style::default());
        let twice = Order { lines: vec![&plan.bom[0], &plan.bom[0]] };
        let double = style.amount_in(2.0 * plan.bom[0].quantity, &plan.bom[0].unit);
        assert!(twice.what(&style).starts_with(&format!("{double} ")) && !twice.what(&style).contains(';'));
        let before = orders(&plan).len();
        let yard = BomLine {
            item: "yard".to_owned(),
            description: "Yard".to_owned(),
            unit_price: None,
            amount: None,
            ..plan.bom[0].clone()
        };
        plan.bom.push(yard);
        let orders = orders(&plan);
        assert_eq!(orders.len(), before);
        let order = orders.iter().find(|order| order.lines.len() == 2).unwrap();
        assert!(order.what(&Style::default()).ends_with("; 1 x Yard"));
        assert_eq!(order.likely_usd(), plan.bom[0].order_value().map(|range| range.likely));
    }
}
