//! By which rule plans were solved again, and why they may come to other figures than the plan at hand: said before any of them.

use crate::domain::Objective;
use crate::domain::format::usd;
use crate::domain::plan::Plan;
use crate::explore::exact;
use crate::validate::Site;

/// Of plans solved again for a plan that is at hand.
pub fn beside_plan(site: &Site, plan: &Plan) -> String {
    let last = plan.halls.iter().map(|hall| hall.ready).max();
    let day = last.map_or_else(String::new, |day| format!(", ready {day}"));
    let at_hand = format!("the plan at hand ({}{day})", usd(plan.capex.total.likely));
    let racks = if site.objective() == Objective::Mw { ", each with the racks that fit in the plan" } else { "" };
    match plan.solution.objective == exact(site).objective_in_words() {
        true => format!("The plans that follow are solved again by the rule of {at_hand}{racks}: {}.", again(site)),
        false => format!(
            "The plans that follow are solved again by another rule than {at_hand} and may differ from it{racks}: minimized, to the \
             cent, is {} instead of {}.",
            again(site),
            order(&plan.solution.objective)
        ),
    }
}

/// Of plans of files alone, beside what `retrofit plan` makes of them.
pub fn of_files(site: &Site) -> String {
    let racks = if site.objective() == Objective::Mw { ", all with every rack that is asked for" } else { "" };
    match site.objective_in_words() == exact(site).objective_in_words() && racks.is_empty() {
        true => format!(
            "The plans that follow are solved by the rule of `retrofit plan` for the same files: {}.",
            again(site)
        ),
        false => format!(
            "The plans that follow are solved by another rule than `retrofit plan` has for the same files, and the best of them may \
             differ from its plan{racks}: minimized, to the cent, is {} instead of {}.",
            again(site),
            order(&site.objective_in_words())
        ),
    }
}

/// What is minimized when solving again: racks are given, and the tolerance is set aside.
fn again(site: &Site) -> String {
    match site.objective() {
        Objective::Mw => Objective::Capex.in_words(0.0),
        other => other.in_words(0.0),
    }
}

/// What is minimized, without what is said of ways to buy time.
fn order(objective: &str) -> &str {
    objective.split(';').next().unwrap_or(objective)
}
