//! What conflicts, as sentences.

use std::collections::BTreeSet;

use crate::domain::clash::{Ask, Clash, Least, Limit, Shortfall};
use crate::domain::format::begun_days;
use crate::domain::{Place, Service};
use crate::report::style::{Style, args};

/// Premises that a sentence holds; more are a list.
const MOST_IN_SENTENCE: usize = 3;

/// A conflict in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClashText {
    /// A sentence without a full stop.
    pub sentence: String,
    /// What conflicts, where that is too much for the sentence: it introduces them then.
    pub parts: Vec<String>,
}

/// `Because barn asks for 40 racks (target.yaml:12, halls.barn) and ..., there is no plan: ...`. A budget stands against what a
/// plan without it costs: how far anything else falls short within it tells nothing of that.
pub fn clash_text(clash: &Clash, style: &Style) -> ClashText {
    match clash.limits.iter().find_map(|limit| over_budget(limit, style)) {
        Some((Least::Proved | Least::Found, over)) => over_solved(clash, over, style),
        Some((Least::Beside, over)) => beside_budget(clash, over, style),
        None => without_budget(clash, style),
    }
}

/// The budget against the cost of a plan that meets the rest: what is asked for, and by name alone what has to be paid for.
fn over_solved(clash: &Clash, over: String, style: &Style) -> ClashText {
    let asked = clash.limits.iter().filter(|limit| service(&limit.shortfall).is_none());
    let asked = asked.filter_map(|limit| premise(limit, true, style));
    let asked: Vec<String> = asks(&clash.asks, style).into_iter().chain(asked).collect();
    let over = match asked.is_empty() {
        true => over,
        false => style.say("clash-because", args!["premise" => style.list(&asked), "over" => over]),
    };
    let services: BTreeSet<Service> = clash.limits.iter().filter_map(|limit| service(&limit.shortfall)).collect();
    let services: Vec<String> = services.into_iter().map(|service| style.service(service)).collect();
    let message = if clash.irreducible { "clash-each-paid" } else { "clash-paid" };
    let sentence = match services.is_empty() {
        true => over,
        false => style.say(message, args!["over" => over, "services" => style.list(&services)]),
    };
    ClashText { sentence, parts: Vec::new() }
}

/// The service that a limit is about; nothing for a date, money or equipment that can be taken once.
fn service(shortfall: &Shortfall) -> Option<Service> {
    match shortfall {
        Shortfall::Supply { service, .. } | Shortfall::Nothing { service, .. } | Shortfall::Blocks { service, .. } => {
            Some(*service)
        }
        Shortfall::FaultLevel { .. } => Some(Service::LowVoltagePower),
        Shortfall::Taken { .. } | Shortfall::Deadline { .. } | Shortfall::Budget { .. } => None,
    }
}

fn without_budget(clash: &Clash, style: &Style) -> ClashText {
    let premises = premises(clash, false, style);
    if premises.len() > MOST_IN_SENTENCE {
        let limits = clash.limits.iter().filter_map(|limit| part(limit, style));
        let parts = asks(&clash.asks, style).into_iter().chain(limits).collect();
        return ClashText { sentence: style.word("clash-together"), parts };
    }
    let shortfalls: Vec<String> = clash.limits.iter().filter_map(|limit| shortfall(&limit.shortfall, style)).collect();
    let how_far = match shortfalls.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        all => style.say("clash-several", args!["shortfalls" => all.join(&style.word("clash-or"))]),
    };
    let sentence = style.say("clash", args!["premises" => style.list(&premises), "how-far" => how_far]);
    ClashText { sentence, parts: Vec::new() }
}

/// What is asked for and what has to be met; not the budget.
fn premises(clash: &Clash, within_budget: bool, style: &Style) -> Vec<String> {
    let limits = clash.limits.iter().filter_map(|limit| premise(limit, within_budget, style));
    asks(&clash.asks, style).into_iter().chain(limits).collect()
}

/// A limit with how far it is missed.
fn part(limit: &Limit, style: &Style) -> Option<String> {
    let premise = premise(limit, false, style)?;
    Some(match shortfall(&limit.shortfall, style) {
        Some(short) => style.say("clash-part", args!["premise" => premise, "short" => short]),
        None => premise,
    })
}

fn beside_budget(clash: &Clash, over: String, style: &Style) -> ClashText {
    let premises = premises(clash, true, style);
    match premises.as_slice() {
        [] => ClashText { sentence: over, parts: premises },
        [one] => {
            let sentence = style.say("clash-because", args!["premise" => one.as_str(), "over" => over]);
            ClashText { sentence, parts: Vec::new() }
        }
        _ => ClashText { sentence: style.say("clash-against-budget", args!["over" => over]), parts: premises },
    }
}

/// `the least capex that meets everything else is $41 M (solved), $1 M over the budget of $40 M (target.yaml:3, budget_usd)`.
fn over_budget(limit: &Limit, style: &Style) -> Option<(Least, String)> {
    let Shortfall::Budget { budget_usd, short_usd, least } = limit.shortfall else { return None };
    let message = match least {
        Least::Proved => "clash-least-proved",
        Least::Found => "clash-least-found",
        Least::Beside => "clash-least-beside",
    };
    let told = args![
        "least" => style.usd(budget_usd + short_usd),
        "short" => style.usd(short_usd),
        "budget" => style.usd(budget_usd),
    ];
    Some((least, set_in(style.say(message, told), &limit.origins, style)))
}

/// What was dropped where nothing can supply a service, each with its reason.
pub fn clash_reasons(clash: &Clash) -> Vec<String> {
    let reasons = |limit: &Limit| match &limit.shortfall {
        Shortfall::Nothing { reasons, .. } => reasons.clone(),
        _ => Vec::new(),
    };
    clash.limits.iter().flat_map(reasons).collect()
}

/// Halls that ask for as many racks share one premise.
fn asks(asks: &[Ask], style: &Style) -> Vec<String> {
    let mut groups: Vec<(u32, Vec<String>, Vec<String>)> = Vec::new();
    for ask in asks {
        match groups.iter_mut().find(|(racks, ..)| *racks == ask.racks) {
            Some((_, halls, origins)) => {
                halls.push(ask.hall.clone());
                origins.push(ask.origin.clone());
            }
            None => groups.push((ask.racks, vec![ask.hall.clone()], vec![ask.origin.clone()])),
        }
    }
    let text = |(racks, halls, origins): (u32, Vec<String>, Vec<String>)| {
        let racks = style.count("rack", f64::from(racks));
        let told = args!["count" => halls.len(), "halls" => style.list(&halls), "racks" => racks];
        set_in(style.say("clash-asks", told), &origins, style)
    };
    groups.into_iter().map(text).collect()
}

/// What cannot be met: with what there is of it at most, or within a budget with what would lack, as more money may bring
/// more; nothing for the budget itself.
fn premise(limit: &Limit, within_budget: bool, style: &Style) -> Option<String> {
    let (message, told) = match &limit.shortfall {
        Shortfall::Supply { service, places, available, short } => {
            let quantity = |value: f64| style.quantity(value, service.info().unit);
            let message = if within_budget { "clash-supply-lacking" } else { "clash-supply" };
            let services = ids(places, *service, style);
            let (needed, short) = (quantity(available + short), quantity(*short));
            let told = args![
                "services" => services,
                "available" => quantity(*available),
                "needed" => needed,
                "short" => short,
            ];
            (message, told)
        }
        Shortfall::Nothing { service, places, reasons } => {
            let message = if reasons.is_empty() { "clash-nothing-catalog" } else { "clash-nothing" };
            (message, args!["services" => ids(places, *service, style)])
        }
        Shortfall::Blocks { service, places } => {
            let message = if within_budget { "clash-blocks-lacking" } else { "clash-blocks" };
            (message, args!["services" => ids(places, *service, style)])
        }
        Shortfall::FaultLevel { places } => {
            let boards = ids(places, Service::LowVoltagePower, style);
            ("clash-fault-level", args!["count" => places.len(), "services" => boards])
        }
        Shortfall::Taken { asset, .. } => ("clash-taken", args!["asset" => asset.as_str()]),
        Shortfall::Deadline { places, date, .. } => {
            ("clash-deadline", args!["halls" => halls(places, style), "date" => style.date(*date)])
        }
        Shortfall::Budget { .. } => return None,
    };
    Some(set_in(style.say(message, told), &limit.origins, style))
}

fn shortfall(shortfall: &Shortfall, style: &Style) -> Option<String> {
    let (message, told) = match shortfall {
        Shortfall::Supply { service, available, short, .. } => {
            let quantity = |value: f64| style.quantity(value, service.info().unit);
            ("clash-supply-short", args!["needed" => quantity(available + short), "short" => quantity(*short)])
        }
        Shortfall::Nothing { .. }
        | Shortfall::Blocks { .. }
        | Shortfall::FaultLevel { .. }
        | Shortfall::Budget { .. } => return None,
        Shortfall::Taken { asset, lacking } => {
            ("clash-taken-short", args!["asset" => asset.as_str(), "lacking" => style.amount(*lacking)])
        }
        Shortfall::Deadline { places, weeks, .. } => {
            let (halls, late) = (halls(places, style), style.elapsed(begun_days(*weeks)));
            ("clash-deadline-short", args!["count" => places.len(), "halls" => halls, "late" => late])
        }
    };
    Some(style.say(message, told))
}

/// `site.grid_import`: the ids of the requirements, as `retrofit explain` takes them.
fn ids(places: &[Place], service: Service, style: &Style) -> String {
    style.list(&places.iter().map(|place| format!("{place}.{service}")).collect::<Vec<_>>())
}

fn halls(places: &[Place], style: &Style) -> String {
    style.list(&places.iter().map(|place| style.place(place)).collect::<Vec<_>>())
}

/// `... (facility.yaml:18, utility.firm_mw; ...)` for origins like `facility.yaml:18 (utility.firm_mw)`.
fn set_in(text: String, origins: &[String], style: &Style) -> String {
    let flat: Vec<String> = origins.iter().map(|origin| origin.replace(" (", ", ").replace(')', "")).collect();
    match flat.is_empty() {
        true => text,
        false => style.say("clash-set-in", args!["text" => text, "origins" => style.clauses(&flat)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(short: f64) -> Limit {
        Limit {
            shortfall: Shortfall::Supply {
                service: Service::GridImport,
                places: vec![Place::Site],
                available: 9.0,
                short,
            },
            origins: vec!["facility.yaml:18 (utility.firm_mw)".to_owned()],
        }
    }

    fn ask(hall: &str) -> Ask {
        Ask { hall: hall.to_owned(), racks: 60, origin: format!("target.yaml:20 (halls.{hall})") }
    }

    #[test]
    fn a_conflict_reads_as_a_chain() {
        let clash = Clash { asks: vec![ask("a"), ask("b")], limits: vec![grid(11.0)], irreducible: true };
        let text = "Because a and b ask for 60 racks each (target.yaml:20, halls.a; target.yaml:20, halls.b) and \
                    site.grid_import can bring at most 9 MW (facility.yaml:18, utility.firm_mw), there is no plan: 20 MW are \
                    needed, 11 MW short";
        assert_eq!(clash_text(&clash, &Style::default()), ClashText { sentence: text.to_owned(), parts: Vec::new() });
    }

    fn budget(least: Least) -> Limit {
        let shortfall = Shortfall::Budget { budget_usd: 1e6, short_usd: 2e6, least };
        Limit { shortfall, origins: vec!["target.yaml:9 (budget_usd)".to_owned()] }
    }

    #[test]
    fn several_limits_are_alternatives_and_many_are_a_list() {
        let date = jiff::civil::date(2027, 9, 30);
        let deadline = Shortfall::Deadline { places: vec![Place::Hall("a".to_owned())], date, weeks: 2.0 };
        let deadline = Limit { shortfall: deadline, origins: Vec::new() };
        let two = Clash { asks: Vec::new(), limits: vec![grid(1.0), deadline.clone()], irreducible: true };
        let text = clash_text(&two, &Style::default()).sentence;
        assert!(
            text.ends_with("10 MW are needed, 1 MW short, or a is ready 2 weeks after the deadline at the earliest"),
            "{text}"
        );
        let many = Clash { asks: vec![ask("a")], limits: vec![grid(1.0), grid(2.0), deadline], irreducible: true };
        let text = clash_text(&many, &Style::default());
        assert_eq!(text.parts.len(), 4);
        assert!(text.parts[1].ends_with("utility.firm_mw): 10 MW are needed, 1 MW short"), "{text:?}");
    }

    #[test]
    fn a_budget_is_told_by_what_a_plan_without_it_costs() {
        let clash = |limits| Clash { asks: vec![ask("a")], limits, irreducible: true };
        let one = clash_text(&clash(vec![budget(Least::Proved)]), &Style::default());
        let over = "the least capex that meets everything else is $3 M (solved), $2 M over the budget of $1 M \
                    (target.yaml:9, budget_usd)";
        let because = format!("Because a asks for 60 racks (target.yaml:20, halls.a), {over}");
        assert_eq!(one, ClashText { sentence: because.clone(), parts: Vec::new() });
        let two = clash_text(&clash(vec![budget(Least::Proved), grid(1.0), grid(2.0)]), &Style::default());
        let each =
            format!("{because}. Were any one of these not to be met in full, the budget would be enough: Grid import");
        assert_eq!(two, ClashText { sentence: each, parts: Vec::new() });
    }

    #[test]
    fn a_budget_beside_other_conflicts_is_told_with_what_would_lack() {
        let limits = vec![budget(Least::Beside), grid(1.0)];
        let two = clash_text(&Clash { asks: vec![ask("a")], limits, irreducible: true }, &Style::default());
        assert!(two.sentence.starts_with("even with the other conflicts mended"), "{two:?}");
        let grid = "site.grid_import would lack 1 MW of 10 MW (facility.yaml:18, utility.firm_mw)";
        assert_eq!(two.parts, ["a asks for 60 racks (target.yaml:20, halls.a)", grid]);
    }
}
