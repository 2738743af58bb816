//! What one more of a limit is worth, for people and for machines.

use serde_json::{Value, json};

use crate::Unplannable;
use crate::domain::format::{amount, list};
use crate::domain::plan::Plan;
use crate::explore::alternatives::OtherPlan;
use crate::explore::limit::{Limit, Worth, worth};
use crate::explore::{NOTHING_USD, Solver};
use crate::validate::Site;

use super::super::refusal;
use super::changes::lines;
use super::{later, more, outcome};

/// What one more and one less of a limit change, as text and as data.
///
/// # Errors
/// There is no plan at all.
pub fn limit(site: &Site, plan: &Plan, limit: Limit, solver: &mut Solver) -> Result<(String, Value), Unplannable> {
    Ok(match worth(site, limit, solver)? {
        Some(worth) => (text(site, plan, &worth), data(site, &worth)),
        None => (unset(limit), json!({ "kind": "limit", "limit": limit.id(), "is_set": false })),
    })
}

fn unset(limit: Limit) -> String {
    let hint = if limit == Limit::Deadline { "; `retrofit frontier` shows what earlier dates cost" } else { "" };
    format!("\nNone is set, so it limits nothing: {} is worth $0{hint}\n", limit.one_more())
}

fn text(site: &Site, plan: &Plan, worth: &Worth) -> String {
    let one_more = worth.limit.one_more();
    let mut text = format!("\nSolved again with {one_more}, and with as much less\n");
    text += &format!("  as it is  {}\n", outcome(&worth.best));
    if let Some(unused) = unused(plan, worth.limit) {
        text += &format!("  unused    {unused}\n");
    }
    text += &moved(site, "one more", &worth.more);
    text += &worth.less.as_ref().map(|with_less| moved(site, "one less", with_less)).unwrap_or_default();
    text
}

/// What the plan leaves of a limit of the site.
fn unused(plan: &Plan, limit: Limit) -> Option<String> {
    let bank = plan.banks.iter().find(|bank| bank.id == limit.id())?;
    let left = bank.chosen.usable + bank.supplied_by_others - bank.required;
    let unit = bank.service.info().unit;
    Some(format!("{} {unit} of {} {unit}", amount(left.max(0.0)), amount(bank.chosen.usable)))
}

fn moved(site: &Site, label: &str, solved: &Result<OtherPlan, Unplannable>) -> String {
    let other = match solved {
        Ok(other) => other,
        Err(why) => return format!("  {label}  {}\n", reason(site, why)),
    };
    if other.more_usd.abs() < NOTHING_USD && other.days_later == 0 {
        return format!("  {label}  $0: the plan costs the same and is ready on the same day\n");
    }
    let head = format!("  {label}  {}, {}\n", more(other.more_usd), later(other.days_later));
    let changes = lines(&other.changes).into_iter().map(|line| format!("            - {line}\n"));
    std::iter::once(head).chain(changes).collect()
}

/// Why there is no plan: what conflicts, where that is known.
fn reason(site: &Site, why: &Unplannable) -> String {
    match why {
        Unplannable::Infeasible(conflicts) => {
            let reasons: Vec<String> = conflicts.iter().map(|conflict| refusal::conflict(conflict, site)).collect();
            format!("no plan: {}", list(&reasons))
        }
        other => other.to_string(),
    }
}

fn data(site: &Site, worth: &Worth) -> Value {
    let moved = |moved: &Result<OtherPlan, Unplannable>| match moved {
        Ok(other) => json!({ "plan": other }),
        Err(why @ Unplannable::Infeasible(conflicts)) => {
            let conflicts: Vec<Value> = conflicts.iter().map(refusal::conflict_data).collect();
            json!({ "none": reason(site, why), "conflicts": conflicts })
        }
        Err(why) => json!({ "none": reason(site, why) }),
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
