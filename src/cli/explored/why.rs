//! What speaks for a bank's equipment, for people and for machines.

use serde_json::{Value, json};

use crate::Unplannable;
use crate::cli::refusal;
use crate::domain::Objective;
use crate::domain::format::{list, percent, plural, usd};
use crate::explore::alternatives::OtherPlan;
use crate::explore::flip::PriceFlip;
use crate::explore::runner_up::{Why, Without, why as solve};
use crate::explore::{Chosen, Solver};
use crate::validate::Site;

use super::changes::lines;
use super::{later, more, outcome};

/// The plan with a bank's equipment and without it, and where the choice flips; as text and as data.
///
/// # Errors
/// No plan has this equipment.
pub fn why(site: &Site, chosen: &Chosen, id: &str, solver: &mut Solver) -> Result<(String, Value), Unplannable> {
    let why = solve(site, chosen, id, solver)?;
    Ok((text(site, &why), data(&why)))
}

fn text(site: &Site, why: &Why) -> String {
    let mut text = format!("\nSolved again with and without this equipment in {}\n", list(&why.banks));
    text += &format!("  with it     {}\n", outcome(&why.with));
    text += &without(site, why);
    if let Some(price) = &why.price {
        text += &price_text(price);
    } else if matches!(why.without, Without::Plan(_)) && site.objective() == Objective::Date && !why.is_beaten {
        text += "  price       no price flips it: the runner-up is later, and dates come first\n";
    }
    text + &lead_text(site, why)
}

fn without(site: &Site, why: &Why) -> String {
    match &why.without {
        Without::Nothing => "  without it  nothing else can supply it\n".to_owned(),
        Without::Unknown(reason) => format!("  without it  not known, because {reason}\n"),
        Without::Impossible(conflicts) => {
            let reasons: Vec<String> = conflicts.iter().map(|conflict| refusal::conflict(conflict, site)).collect();
            format!("  without it  no plan: {}\n", reasons.join("; "))
        }
        Without::Plan(other) => runner_up(why, other),
    }
}

fn runner_up(why: &Why, other: &OtherPlan) -> String {
    let head =
        format!("  without it  {} ({}, {})\n", outcome(&other.outcome), more(other.more_usd), later(other.days_later));
    let changes = lines(&other.changes).into_iter().map(|line| format!("              - {line}\n"));
    let beaten = why.is_beaten.then(|| {
        "  note        the plan without it is the better one to the cent: this equipment was chosen within the target's \
         tolerance, for the date\n"
            .to_owned()
    });
    std::iter::once(head).chain(changes).chain(beaten).collect()
}

fn price_text(price: &PriceFlip) -> String {
    let dearer = match price.dearer_pct {
        Some(pct) => {
            let sure = if price.confirmed {
                "solved at that price: no plan with it is cheaper than the runner-up"
            } else {
                "at the least: not solved to the end"
            };
            format!("it flips when what is chosen gets {} dearer, on {} ({sure})", percent(pct), usd(price.amount_usd))
        }
        None if price.confirmed => "no price flips it: plans with it can do without buying it".to_owned(),
        None => "what is chosen is not bought, so it has no price that could rise".to_owned(),
    };
    let cheaper = match price.cheaper_pct {
        Some(pct) => format!(
            "it flips when what the runner-up buys gets {} cheaper, on {} (at the latest)",
            percent(pct),
            usd(price.other_amount_usd)
        ),
        None => "what the runner-up buys would not be chosen even as a gift".to_owned(),
    };
    format!("  price       {dearer}\n              {cheaper}\n")
}

fn lead_text(site: &Site, why: &Why) -> String {
    let Some(lead) = &why.lead else {
        return match site.time_has_worth() {
            true => String::new(),
            false => {
                "  lead time   dates have no price here, so none flips it; the float says when a hall gets later\n"
                    .to_owned()
            }
        };
    };
    match lead.weeks {
        Some(weeks) => format!(
            "  lead time   holds with up to {} more, flips beyond (solved by halving)\n",
            plural(f64::from(weeks), "week")
        ),
        None => format!("  lead time   does not flip it within {} more\n", plural(f64::from(lead.tried_weeks), "week")),
    }
}

fn data(why: &Why) -> Value {
    let without = match &why.without {
        Without::Plan(other) => json!({ "kind": "plan", "plan": other }),
        Without::Nothing => json!({ "kind": "nothing" }),
        Without::Impossible(conflicts) => {
            json!({ "kind": "impossible", "conflicts": conflicts.iter().map(refusal::conflict_data).collect::<Vec<_>>() })
        }
        Without::Unknown(reason) => json!({ "kind": "unknown", "why": reason }),
    };
    json!({
        "kind": "equipment",
        "banks": why.banks,
        "with": why.with,
        "without": without,
        "is_beaten": why.is_beaten,
        "price": why.price,
        "lead": why.lead,
    })
}
