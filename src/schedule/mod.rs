//! Dates: the critical path method on the task network, with calendars, four kinds of links, and elapsed lags.

mod hall;
mod pass;
#[cfg(test)]
mod tests;
mod work;

use std::collections::BTreeMap;

use jiff::civil::Date;
use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::domain::Range;
use crate::domain::calendar::{date_of, elapsed_days};
use crate::domain::plan::{CandidatePlan, Task, TaskLink};
use crate::graph::{Network, TaskDuration, TaskEdge, TaskNode, duration_weeks};
use crate::input::catalog::ParameterId;
use crate::validate::Site;
use pass::{Dates, forward};
use work::Work;

/// When everything happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// All tasks, in the network's order.
    pub tasks: Vec<Task>,
    /// The converted halls by id; a hall for which no task makes ready is not among them.
    pub halls: BTreeMap<String, HallDates>,
}

/// When one hall stops mining and when it is ready for service.
#[derive(Clone, Debug, PartialEq)]
pub struct HallDates {
    /// First day on which its miners stand; nothing where none run or no task stops them.
    pub mining_stops: Option<Date>,
    /// Last day of the work that makes it ready, at likely durations.
    pub ready: Date,
    /// The same with all durations low, and orders and the stop of mining as early as that needs.
    pub ready_low: Date,
    /// The same with all durations high, and orders and the stop of mining no earlier than planned.
    pub ready_high: Date,
    /// Ids of the tasks that drive `ready`, first to last.
    pub driving_chain: Vec<String>,
}

/// Dates every task as early as its links allow, and finds how far each may slip.
///
/// `chosen` holds the candidate of each bank by the bank's id; tasks of a bank without one take no time. All is planned as early as
/// possible, but for what commits money or ends income, and what follows it:
///
/// - An order is placed so early that nothing waits for it should its lead time turn out high, with a float of at least
///   [`ParameterId::OrderFloatWeeks`], and no earlier.
/// - What stops mining keeps the float of [`ParameterId::MiningStopFloatWeeks`] where mining earns; where it does not, it is as
///   late as the others' dates allow.
///
/// A hall's low date is that of all durations low, with orders and the stop of mining as early as that needs; its high date that of
/// all durations high, with neither before its planned day.
///
/// The late dates delay no hall: no task that makes a hall ready finishes later than planned. What does not lead to such a
/// task may slip to the last finish of its hall where it comes after ready, else to the last finish of the project.
pub fn schedule(site: &Site, network: &Network, chosen: &BTreeMap<String, CandidatePlan>) -> Schedule {
    let weeks = durations(network, chosen);
    let works = |point: fn(Range) -> f64| Work::of(site, network, &weeks, point);
    let floats = float_days(site, network, &weeks);
    let dates = Dates::new(network, &mut works(|range| range.likely), &floats, &site.calendar);
    let low = forward(network, &works(|range| range.low));
    let high = forward(network, &held(network, works(|range| range.high), &dates));
    Schedule {
        tasks: network.order.iter().map(|&node| task(network, node, weeks[node.index()], &dates)).collect(),
        halls: hall::halls(site, network, &dates, &low, &high),
    }
}

/// The float that each task keeps to its late start, days; nothing for what is planned as early as may be.
fn float_days(site: &Site, network: &Network, weeks: &[Range]) -> Vec<Option<i64>> {
    let stop = || elapsed_days(site.parameter(ParameterId::MiningStopFloatWeeks));
    let of = |(task, &weeks): (&TaskNode, &Range)| match task.duration {
        TaskDuration::Lead if !task.at_once && weeks.likely > 0.0 => Some(order_float_days(site, weeks)),
        _ => (task.stops_mining && site.mining_earns()).then(stop),
    };
    network.graph.node_weights().zip(weeks).map(of).collect()
}

/// Delivered at the high lead time, the goods still come in time; beyond that an order waits for nothing.
fn order_float_days(site: &Site, lead_weeks: Range) -> i64 {
    let least = site.parameter(ParameterId::OrderFloatWeeks);
    elapsed_days(least.max(lead_weeks.high - lead_weeks.likely))
}

/// The tasks, with orders and what stops mining not before their planned days.
fn held<'a>(network: &Network, mut works: Vec<Work<'a>>, dates: &Dates) -> Vec<Work<'a>> {
    let is_held = |task: &TaskNode| task.stops_mining || task.duration == TaskDuration::Lead;
    for &task in network.order.iter().filter(|&&task| is_held(&network.graph[task])) {
        let floor = &mut works[task.index()].floor;
        *floor = dates.planned[task.index()].start.max(*floor);
    }
    works
}

/// The weeks of each task, by its index.
fn durations(network: &Network, chosen: &BTreeMap<String, CandidatePlan>) -> Vec<Range> {
    let candidate = |task: &TaskNode| task.bank.as_ref().and_then(|bank| chosen.get(bank));
    network.graph.node_weights().map(|task| duration_weeks(task, candidate(task))).collect()
}

fn task(network: &Network, node: NodeIndex, weeks: Range, dates: &Dates) -> Task {
    let it = &network.graph[node];
    let (planned, late) = (dates.planned[node.index()], dates.late[node.index()]);
    let total_float_days = late.start - planned.start;
    Task {
        id: it.id.clone(),
        activity: it.activity.clone(),
        name: it.name.clone(),
        phase: written(it.phase),
        place: it.place.clone(),
        bank: it.bank.clone(),
        weeks,
        calendar: it.calendar,
        is_lead: it.duration == TaskDuration::Lead,
        after: network.predecessors(node).iter().map(|(earlier, edge)| link(&network.graph[*earlier], edge)).collect(),
        not_before: it.not_before,
        start: date_of(planned.start),
        finish: date_of(planned.last_day()),
        late_start: date_of(late.start),
        late_finish: date_of(late.last_day()),
        total_float_days,
        free_float_days: dates.free_float[node.index()],
        critical: total_float_days == 0,
        driven_by: dates.driver_of_plan(node).map(|driver| network.graph[driver].id.clone()),
    }
}

fn link(earlier: &TaskNode, edge: &TaskEdge) -> TaskLink {
    TaskLink { task: earlier.id.clone(), kind: written(edge.kind), lag_weeks: edge.lag_weeks }
}

/// A unit variant as files write it.
fn written(name: impl Serialize) -> String {
    let value = serde_json::to_value(name).expect("a variant without content is written as its name");
    value.as_str().expect("a variant without content is written as a string").to_owned()
}
