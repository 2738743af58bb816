//! Why a hall is ready when it is, as a chain that a person can follow: from its last work back to the start of the project.

use super::facts::{driving_tasks, hall_order, held_until, takes_time};
use crate::domain::format::{list, plural};
use crate::domain::plan::{HallPlan, Plan, Task};
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
    let steps = tasks.iter().rev().enumerate().map(|(index, task)| step(index, task));
    let chain: String = std::iter::once(head).chain(steps).chain([start(plan, first)]).collect();
    let order = hall_order(plan, &Style::default()).map(|order| format!("  crews    {order}\n"));
    chain + &order.unwrap_or_default() + &next(plan, hall, &tasks)
}

fn step(index: usize, task: &Task) -> String {
    let lead = match index {
        0 => "  because",
        _ => "  after  ",
    };
    format!("{lead} {} takes {}, to {}\n", task.name, weeks(task.weeks.likely), task.finish)
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
