//! What was found by solving again, for people and for machines: one file a command, and where the files of a plan are found.

mod alternatives;
mod changes;
mod frontier;
mod limit;
mod origin;
mod rule;
mod why;

pub use alternatives::alternatives;
pub use frontier::{frontier, frontier_picture};
pub use origin::{Found, origin, recorded_objective, recorded_overrides};

use serde_json::Value;

use crate::domain::format::{elapsed_text, percent, usd};
use crate::domain::plan::{BankPlan, Plan};
use crate::explore::limit::Limit;
use crate::explore::{Chosen, Outcome, Solver};
use crate::validate::Site;

use super::exit::Failure;
use super::run;
use super::talk::Talk;

/// What solving again says of a subject of a plan.
pub struct Again {
    /// For people, the rule first.
    pub text: String,
    /// For machines.
    pub data: Value,
    /// By which rule it was solved; nothing where nothing was.
    pub rule: Option<String>,
}

/// What solving again says of a subject of a plan: a bank's id, or a limit's.
///
/// # Errors
/// The plan cannot be solved again.
pub fn again(site: &Site, plan: &Plan, id: &str, solver: &mut Solver, talk: &Talk) -> Result<Again, Failure> {
    let effort = solver.effort;
    let refused = |error| run::unplannable(error, site, effort, talk);
    let limit = Limit::ALL.into_iter().find(|limit| limit.id() == id);
    let limited = limit.map(|limit| limit::limit(site, plan, limit, solver)).transpose();
    let limited = limited.map_err(refused)?;
    // A yard and water are drawn on, not chosen.
    let is_built = |bank: &&BankPlan| bank.id == id && (bank.required > 0.0 || bank.chosen.usable > 0.0);
    let has_choice =
        plan.banks.iter().any(|bank| is_built(&bank)) && !matches!(limit, Some(Limit::Yard | Limit::MakeUpWater));
    let chosen: Chosen = plan.banks.iter().map(|bank| (bank.id.clone(), bank.chosen.clone())).collect();
    let why = has_choice.then(|| why::why(site, &chosen, id, solver)).transpose();
    let why = why.map_err(refused)?;
    let parts: Vec<(String, Value)> = limited.into_iter().chain(why).collect();
    let rule = (solver.solved > 0).then(|| rule::beside_plan(site, plan));
    let head = rule.as_ref().map(|rule| format!("\n{rule}\n"));
    let text = head.into_iter().chain(parts.iter().map(|(text, _)| text.clone())).collect();
    Ok(Again { text, data: parts.into_iter().map(|(_, data)| data).collect(), rule })
}

/// `$131 M, ready 2029-05-18, proved`.
fn outcome(outcome: &Outcome) -> String {
    format!("{}, ready {}, {}", usd(outcome.total_usd), outcome.last_ready, proof(outcome))
}

/// What is proved of an outcome.
fn proof(outcome: &Outcome) -> String {
    match outcome.proved {
        true => "proved".to_owned(),
        false => format!("not proved (gap {})", percent(outcome.gap_pct)),
    }
}

/// Money with its sign: `+$1.2 M`, `-$35 k`, `no more` for less than a dollar.
fn more(usd_more: f64) -> String {
    match usd_more {
        _ if usd_more.abs() < crate::explore::NOTHING_USD => "costs the same".to_owned(),
        _ if usd_more > 0.0 => format!("+{}", usd(usd_more)),
        _ => usd(usd_more),
    }
}

/// A move of the last ready date: `ready 3.14 weeks later`.
fn later(days: i32) -> String {
    match days {
        0 => "ready on the same day".to_owned(),
        1.. => format!("ready {} later", elapsed_text(days)),
        _ => format!("ready {} earlier", elapsed_text(-days)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_read_as_words() {
        assert_eq!(later(0), "ready on the same day");
        assert_eq!(later(-1), "ready 1 day earlier");
        assert_eq!(later(70), "ready 10 weeks later");
        assert_eq!(more(-2e6), "-$2 M");
        assert_eq!(more(0.4), "costs the same");
    }
}
