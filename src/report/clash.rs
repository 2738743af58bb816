//! What conflicts, as sentences.

use crate::domain::clash::{Ask, Clash, Limit, Shortfall};
use crate::domain::format::{amount, list, plural, usd};
use crate::domain::{Place, Service};

/// `Because barn asks for 40 racks (target.yaml:12, halls.barn) and ..., there is no plan: ...`; one sentence without a full
/// stop.
pub fn clash_sentence(clash: &Clash) -> String {
    let premises: Vec<String> = asks(&clash.asks).into_iter().chain(clash.limits.iter().map(premise)).collect();
    let shortfalls: Vec<String> = clash.limits.iter().filter_map(|limit| shortfall(&limit.shortfall)).collect();
    let how_far = match shortfalls.as_slice() {
        [] => String::new(),
        [one] => format!(": {one}"),
        all => format!(": one of these would have to give, {}", all.join(", or ")),
    };
    format!("Because {}, there is no plan{how_far}", list(&premises))
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
fn asks(asks: &[Ask]) -> Vec<String> {
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
        let (asks, each) = if halls.len() == 1 { ("asks", "") } else { ("ask", " each") };
        format!("{} {asks} for {}{each}{}", list(&halls), plural(f64::from(racks), "rack"), set_in(&origins))
    };
    groups.into_iter().map(text).collect()
}

fn premise(limit: &Limit) -> String {
    let set_in = set_in(&limit.origins);
    match &limit.shortfall {
        Shortfall::Supply { service, places, available, .. } => {
            format!("{} can bring at most {} {}{set_in}", ids(places, *service), amount(*available), unit(*service))
        }
        Shortfall::Nothing { service, places, reasons } if reasons.is_empty() => {
            format!("no catalog holds anything that supplies {}{set_in}", ids(places, *service))
        }
        Shortfall::Nothing { service, places, .. } => {
            format!("nothing can supply {} as asked for{set_in}", ids(places, *service))
        }
        Shortfall::Blocks { service, places } => format!(
            "no number of units of {} that is offered goes round the low-voltage boards{set_in}",
            ids(places, *service)
        ),
        Shortfall::FaultLevel { places } => format!(
            "{} must interrupt the fault level behind the transformers of {}{set_in}",
            ids(places, Service::LowVoltagePower),
            if places.len() == 1 { "its hall" } else { "their halls" }
        ),
        Shortfall::Taken { asset, .. } => format!("{asset} can be taken once{set_in}"),
        Shortfall::Deadline { places, date, .. } => format!("{} must be ready by {date}{set_in}", halls(places)),
        Shortfall::Budget { budget_usd, .. } => format!("no more than {} may be spent{set_in}", usd(*budget_usd)),
    }
}

fn shortfall(shortfall: &Shortfall) -> Option<String> {
    match shortfall {
        Shortfall::Supply { service, available, short, .. } => {
            let (needed, unit) = (amount(available + short), unit(*service));
            Some(format!("{needed} {unit} are needed, {} {unit} short", amount(*short)))
        }
        Shortfall::Nothing { .. } | Shortfall::Blocks { .. } | Shortfall::FaultLevel { .. } => None,
        Shortfall::Taken { asset, lacking } => Some(format!("{} more of {asset} would be needed", amount(*lacking))),
        Shortfall::Deadline { places, weeks, .. } => {
            let is = if places.len() == 1 { "is" } else { "are" };
            let late = plural(weeks.ceil(), "week");
            Some(format!("{} {is} ready {late} after the deadline at the earliest", halls(places)))
        }
        Shortfall::Budget { short_usd, .. } => {
            Some(format!("the least plan exceeds the budget by {}", usd(*short_usd)))
        }
    }
}

/// `site.grid_import`: the ids of the requirements, as `retrofit explain` takes them.
fn ids(places: &[Place], service: Service) -> String {
    list(&places.iter().map(|place| format!("{place}.{service}")).collect::<Vec<_>>())
}

fn halls(places: &[Place]) -> String {
    list(&places.iter().map(Place::to_string).collect::<Vec<_>>())
}

fn unit(service: Service) -> &'static str {
    service.info().unit
}

/// ` (facility.yaml:18, utility.firm_mw; ...)` for origins like `facility.yaml:18 (utility.firm_mw)`.
fn set_in(origins: &[String]) -> String {
    let flat: Vec<String> = origins.iter().map(|origin| origin.replace(" (", ", ").replace(')', "")).collect();
    if flat.is_empty() { String::new() } else { format!(" ({})", flat.join("; ")) }
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
        assert_eq!(clash_sentence(&clash), text);
    }

    #[test]
    fn several_limits_are_alternatives() {
        let budget = Limit { shortfall: Shortfall::Budget { budget_usd: 1e6, short_usd: 2e6 }, origins: Vec::new() };
        let clash = Clash { asks: Vec::new(), limits: vec![grid(1.0), budget], irreducible: true };
        assert!(
            clash_sentence(&clash)
                .ends_with("10 MW are needed, 1 MW short, or the least plan exceeds the budget by $2 M")
        );
    }
}
