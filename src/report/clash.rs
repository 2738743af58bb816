//! What conflicts, as sentences.

use crate::domain::clash::{Ask, Clash, Limit, Shortfall};
use crate::domain::{Place, Service};
use crate::report::style::{Style, args};

/// `Because barn asks for 40 racks (target.yaml:12, halls.barn) and ..., there is no plan: ...`; one sentence without a full
/// stop.
pub fn clash_sentence(clash: &Clash, style: &Style) -> String {
    let limits = clash.limits.iter().map(|limit| premise(limit, style));
    let premises: Vec<String> = asks(&clash.asks, style).into_iter().chain(limits).collect();
    let shortfalls: Vec<String> = clash.limits.iter().filter_map(|limit| shortfall(&limit.shortfall, style)).collect();
    let how_far = match shortfalls.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        all => style.say("clash-several", args!["shortfalls" => all.join(&style.word("clash-or"))]),
    };
    style.say("clash", args!["premises" => style.list(&premises), "how-far" => how_far])
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

fn premise(limit: &Limit, style: &Style) -> String {
    let (message, told) = match &limit.shortfall {
        Shortfall::Supply { service, places, available, .. } => {
            let available = style.quantity(*available, service.info().unit);
            ("clash-supply", args!["services" => ids(places, *service, style), "available" => available])
        }
        Shortfall::Nothing { service, places, reasons } => {
            let message = if reasons.is_empty() { "clash-nothing-catalog" } else { "clash-nothing" };
            (message, args!["services" => ids(places, *service, style)])
        }
        Shortfall::Blocks { service, places } => ("clash-blocks", args!["services" => ids(places, *service, style)]),
        Shortfall::FaultLevel { places } => {
            let boards = ids(places, Service::LowVoltagePower, style);
            ("clash-fault-level", args!["count" => places.len(), "services" => boards])
        }
        Shortfall::Taken { asset, .. } => ("clash-taken", args!["asset" => asset.as_str()]),
        Shortfall::Deadline { places, date, .. } => {
            ("clash-deadline", args!["halls" => halls(places, style), "date" => style.date(*date)])
        }
        Shortfall::Budget { budget_usd, .. } => ("clash-budget", args!["budget" => style.usd(*budget_usd)]),
    };
    set_in(style.say(message, told), &limit.origins, style)
}

fn shortfall(shortfall: &Shortfall, style: &Style) -> Option<String> {
    let (message, told) = match shortfall {
        Shortfall::Supply { service, available, short, .. } => {
            let quantity = |value: f64| style.quantity(value, service.info().unit);
            ("clash-supply-short", args!["needed" => quantity(available + short), "short" => quantity(*short)])
        }
        Shortfall::Nothing { .. } | Shortfall::Blocks { .. } | Shortfall::FaultLevel { .. } => return None,
        Shortfall::Taken { asset, lacking } => {
            ("clash-taken-short", args!["asset" => asset.as_str(), "lacking" => style.amount(*lacking)])
        }
        Shortfall::Deadline { places, weeks, .. } => {
            let (halls, weeks) = (halls(places, style), style.weeks(weeks.ceil()));
            ("clash-deadline-short", args!["count" => places.len(), "halls" => halls, "weeks" => weeks])
        }
        Shortfall::Budget { short_usd, .. } => ("clash-budget-short", args!["short" => style.usd(*short_usd)]),
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
        assert_eq!(clash_sentence(&clash, &Style::default()), text);
    }

    #[test]
    fn several_limits_are_alternatives() {
        let budget = Limit { shortfall: Shortfall::Budget { budget_usd: 1e6, short_usd: 2e6 }, origins: Vec::new() };
        let clash = Clash { asks: Vec::new(), limits: vec![grid(1.0), budget], irreducible: true };
        assert!(
            clash_sentence(&clash, &Style::default())
                .ends_with("10 MW are needed, 1 MW short, or the least plan exceeds the budget by $2 M")
        );
    }
}
