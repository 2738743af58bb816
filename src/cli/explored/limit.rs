//! What one more of a limit is worth, for people and for machines.

use serde_json::{Value, json};

use crate::Unplannable;
use crate::domain::format::amount;
use crate::domain::plan::Plan;
use crate::explore::alternatives::OtherPlan;
use crate::explore::limit::{Limit, Worth, worth};
use crate::explore::{NOTHING_USD, Solver};
use crate::validate::Site;

use super::changes::lines;
use super::{later, more, outcome};

/// What one more and one less of a limit change, as text and as data.
///
/// # Errors
/// There is no plan at all.
pub fn limit(site: &Site, plan: &Plan, limit: Limit, solver: &mut Solver) -> Result<(String, Value), Unplannable> {
    Ok(match worth(site, limit, solver)? {
        Some(worth) => (text(plan, &worth), data(&worth)),
        None => (unset(limit), json!({ "kind": "limit", "limit": limit.id(), "is_set": false })),
    })
}

fn unset(limit: Limit) -> String {
    let hint = if limit == Limit::Deadline { "; `retrofit frontier` shows what earlier dates cost" } else { "" };
    format!("\nNone is set, so it limits nothing: {} is worth $0{hint}\n", limit.one_more())
}

fn text(plan: &Plan, worth: &Worth) -> String {
    let one_more = worth.limit.one_more();
    let mut text = format!("\nSolved again with {one_more}, and with as much less\n");
    text += &format!("  as it is  {}\n", outcome(&worth.best));
    if let Some(unused) = unused(plan, worth.limit) {
        text += &format!("  unused    {unused}\n");
    }
    text += &moved("one more", &worth.more);
    text += &worth.less.as_ref().map(|with_less| moved("one less", with_less)).unwrap_or_default();
    text
}

/// What the plan leaves of a limit of the site.
fn unused(plan: &Plan, limit: Limit) -> Option<String> {
    let bank = plan.banks.iter().find(|bank| bank.id == limit.id())?;
    let left = bank.chosen.usable + bank.supplied_by_others - bank.required;
    let unit = bank.service.info().unit;
    Some(format!("{} {unit} of {} {unit}", amount(left.max(0.0)), amount(bank.chosen.usable)))
}

fn moved(label: &str, solved: &Result<OtherPlan, String>) -> String {
    let other = match solved {
        Ok(other) => other,
        Err(why) => return format!("  {label}  {why}\n"),
    };
    if other.more_usd.abs() < NOTHING_USD && other.days_later == 0 {
        return format!("  {label}  $0: the plan costs the same and is ready on the same day\n");
    }
    let head = format!("  {label}  {}, {}\n", more(other.more_usd), later(other.days_later));
    let changes = lines(&other.changes).into_iter().map(|line| format!("            - {line}\n"));
    std::iter::once(head).chain(changes).collect()
}

fn data(worth: &Worth) -> Value {
    let moved = |moved: &Result<OtherPlan, String>| match moved {
        Ok(other) => json!({ "plan": other }),
        Err(why) => json!({ "none": why }),
    };
    json!({
        "kind": "limit",
        "limit": worth.limit.id(),
        "is_set": true,
        "one_more": worth.limit.one_more(),
        "as_it_is": worth.best,
        "more": moved(&worth.more),
        "less": worth.less.as_ref().map(moved),
    })
}
