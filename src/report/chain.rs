//! Why a hall is ready when it is, as a chain that a person can follow: from its last work back to the start of the project.

use super::facts::{driving_link, driving_tasks, hall_order, held_until, takes_time};
use crate::domain::format::{list, plural};
use crate::domain::plan::{HallPlan, Plan, Task, TaskLink};
use crate::report::style::Style;

/// Tasks that are named as the next to drive the date.
const NEXT_SHOWN: usize = 3;

/// The name under which a hall's date is explained.
pub fn ready_id(hall: &HallPlan) -> String {
    format!("{}.ready", hall.id)
}

/// The date of a hall, the chain that drives it, and what would drive it next.
pub fn ready(plan: &Plan, hall: &HallPlan) -> String {
    let head = format!(
        "{}: {}, at likely durations; {} with all of them low, {} with all high\n",
        ready_id(hall),
        hall.ready,
        hall.ready_low,
        hall.ready_high
    );
    let tasks = driving_tasks(plan, hall);
    let Some(first) = tasks.first() else { return head + "  because no work takes any time\n" };
    let later = std::iter::once(None).chain(tasks.iter().rev().copied().map(Some));
    let steps = tasks.iter().rev().zip(later).map(|(task, later)| step(task, later));
    let chain: String = std::iter::once(head).chain(steps).chain([start(plan, first)]).collect();
    let order = hall_order(plan, &Style::default()).map(|order| format!("  crews    {order}\n"));
    chain + &order.unwrap_or_default() + &next(plan, hall, &tasks)
}

/// A task with its dates, and how the one behind it hangs on it.
fn step(task: &Task, later: Option<&Task>) -> String {
    let lead = later.map_or_else(|| "because".to_owned(), |later| hangs(task, later));
    format!("  {lead:<7} {}, {} to {} ({})\n", task.name, task.start, task.finish, weeks(task.weeks.likely))
}

/// How a task follows an earlier one; what links them through work that takes no time comes after it.
fn hangs(earlier: &Task, later: &Task) -> String {
    let lag = |link: &TaskLink| if link.lag_weeks > 0.0 { weeks(link.lag_weeks) + " " } else { String::new() };
    match driving_link(earlier, later) {
        Some(link) if link.kind == "SS" => format!("{}after the start of", lag(link)),
        Some(link) if link.kind == "FF" => format!("to end {}after", lag(link)),
        Some(link) if link.kind == "SF" => format!("to end {}after the start of", lag(link)),
        Some(link) => format!("{}after", lag(link)),
        None => "after".to_owned(),
    }
}

/// What the first task of the chain waits for.
fn start(plan: &Plan, first: &Task) -> String {
    match held_until(first) {
        Some(date) => format!("  which may not start before {date}\n"),
        _ if first.start <= plan.site.start_date => format!("  which starts with the project, on {}\n", first.start),
        _ => format!("  which starts on {}\n", first.start),
    }
}

/// Orders with the least float beside the chain: what it can be shortened by before they drive the date.
fn next(plan: &Plan, hall: &HallPlan, chain: &[&Task]) -> String {
    let for_hall = |task: &&Task| task.place.hall().is_none_or(|id| id == hall.id);
    let beside = |task: &&Task| task.is_lead && takes_time(task) && !chain.iter().any(|link| link.id == task.id);
    let mut others: Vec<&Task> = plan.tasks.iter().filter(for_hall).filter(beside).collect();
    others.sort_by_key(|task| task.total_float_days);
    let named = others.iter().take(NEXT_SHOWN).map(|task| {
        format!(
            "{} ({} with {} of float)",
            task.name,
            weeks(task.weeks.likely),
            plural(task.total_float_days as f64, "day")
        )
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() {
        String::new()
    } else {
        format!("  next     the orders closest to driving it: {}\n", list(&named))
    }
}

/// Weeks as they are planned with, to a tenth.
fn weeks(weeks: f64) -> String {
    plural((weeks * 10.0).round() / 10.0, "week")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_chain_goes_back_to_the_start() {
        let plan = sample::plan();
        insta::assert_snapshot!(ready(&plan, &plan.halls[0]));
    }
}
