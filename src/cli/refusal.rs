//! Why there is no plan: what conflicts, where it was asked, and by how much.

use serde_json::{Value, json};

use crate::domain::Service;
use crate::domain::calendar::{date_of, day_number, elapsed_days};
use crate::domain::format::{amount, list, plural, usd};
use crate::graph::CycleError;
use crate::optimize::Conflict;
use crate::requirements::hall_loads;
use crate::validate::Site;

/// One conflict as a sentence, with the places in the files and what would mend it.
pub fn sentence(conflict: &Conflict, site: &Site) -> String {
    match conflict {
        Conflict::Short { requirement, available, short } => shortage(requirement, *available, *short, site),
        Conflict::Nothing { requirement, reasons } if reasons.is_empty() => {
            format!("{requirement}: no catalog holds anything that supplies it")
        }
        Conflict::Nothing { requirement, reasons } => {
            format!("{requirement}: nothing can supply it, because\n    {}", reasons.join("\n    "))
        }
        Conflict::NoBlocks { requirement } => format!(
            "{requirement}: no number of units that is offered goes round the low-voltage boards of the hall\n    help: offer \
             other sizes in a catalog, boards with a larger bus, or generator sets at the site's medium voltage"
        ),
        Conflict::TakenTwice { asset, lacking } => format!(
            "{asset}: {} more are needed in several places than the site has, in {}\n    help: add an item with a price that \
             can serve one of them to a catalog",
            amount(*lacking),
            site.origin("facility", &counted(asset))
        ),
        Conflict::Late { hall, weeks } => late(hall, *weeks, site),
        Conflict::OverBudget { direct_usd } => over_budget(*direct_usd, site),
    }
}

fn shortage(requirement: &str, available: f64, short: f64, site: &Site) -> String {
    let unit = unit(requirement);
    let asked = available + short;
    let loads = hall_loads(site);
    let here: Vec<_> = loads.iter().filter(|load| requirement.starts_with(&format!("{}.", load.hall))).collect();
    let here = if here.is_empty() { loads.iter().collect() } else { here };
    let racks: u32 = here.iter().map(|load| load.racks).sum();
    let origins: Vec<String> = here.iter().map(|load| load.origin.clone()).collect();
    let fitting = (f64::from(racks) * available / asked).floor();
    let from = limit(requirement, site).map_or_else(String::new, |origin| format!(", from {origin}"));
    [
        format!("{requirement}: {} {unit} are needed, {} {unit} short", amount(asked), amount(short)),
        format!("because {} are asked for in {}", plural(f64::from(racks), "rack"), list(&origins)),
        format!("and at most {} {unit} can be brought{from}", amount(available)),
        help(fitting),
    ]
    .join("\n    ")
}

fn help(fitting: f64) -> String {
    match fitting {
        racks if racks >= 1.0 => {
            format!("help: by proportion {} would fit; plan with them to be sure", plural(racks, "rack"))
        }
        _ => "help: fewer racks do not mend it; the policy asked for or the limit must change".to_owned(),
    }
}

/// Where the facility sets a site limit.
fn limit(requirement: &str, site: &Site) -> Option<String> {
    let path = match requirement {
        "site.grid_import" if site.utility.curtailable_mw > 0.0 => {
            let curtailable = site.origin("facility", "utility.curtailable_mw");
            return Some(format!("{} less {curtailable}", site.origin("facility", "utility.firm_mw")));
        }
        "site.grid_import" => "utility.firm_mw",
        "site.yard" => "land.yard_m2",
        "site.make_up_water" => "water.available_m3_per_day",
        _ => return None,
    };
    Some(site.origin("facility", path))
}

/// Where the facility counts an asset or an order.
fn counted(asset: &str) -> String {
    if asset.starts_with("orders.") { format!("{asset}.count") } else { format!("assets.{asset}.count") }
}

fn late(hall: &str, weeks: f64, site: &Site) -> String {
    let asked = site.origin("target", "ready_date");
    let over = plural(weeks.ceil(), "week");
    let earliest = site.target.ready_date.map(|limit| date_of(day_number(limit) + elapsed_days(weeks)));
    let help = earliest.map_or_else(String::new, |date| {
        format!("\n    help: with all time bought that can be, {date} is about the earliest, holidays not counted")
    });
    format!("{hall}: ready {over} after the deadline at the earliest, asked in {asked}{help}")
}

fn over_budget(direct_usd: f64, site: &Site) -> String {
    let over = direct_usd * (1.0 + site.soft_share());
    let asked = site.origin("target", "budget_usd");
    let least =
        site.target.budget_usd.map(|budget| format!("\n    help: the least capex is about {}", usd(budget + over)));
    format!("budget: exceeded by {} at the least, asked in {asked}{}", usd(over), least.unwrap_or_default())
}

/// The activities of a circle with their places, each to be done before the next.
pub fn cycle(error: &CycleError, site: &Site) -> String {
    let step = |id: &String| {
        let name = site.catalog.activities.iter().find(|activity| activity.id == *id).map_or("", |a| a.name.as_str());
        let place = site.positions.get(&format!("catalog.activities.{id}")).map_or("", String::as_str);
        format!("    {id} {name} ({place})")
    };
    error.path.iter().map(step).collect::<Vec<_>>().join("\n")
}

/// One conflict as data.
pub fn data(conflict: &Conflict) -> Value {
    match conflict {
        Conflict::Short { requirement, available, short } => {
            let unit = unit(requirement);
            json!({ "kind": "short", "requirement": requirement, "available": available, "short": short, "unit": unit })
        }
        Conflict::Nothing { requirement, reasons } => {
            json!({ "kind": "nothing", "requirement": requirement, "reasons": reasons })
        }
        Conflict::NoBlocks { requirement } => json!({ "kind": "no_blocks", "requirement": requirement }),
        Conflict::TakenTwice { asset, lacking } => json!({ "kind": "taken_twice", "asset": asset, "lacking": lacking }),
        Conflict::Late { hall, weeks } => json!({ "kind": "late", "hall": hall, "weeks": weeks }),
        Conflict::OverBudget { direct_usd } => json!({ "kind": "over_budget", "direct_usd": direct_usd }),
    }
}

/// The unit of the service in `place.service`.
fn unit(requirement: &str) -> &'static str {
    let service = Service::ALL.iter().find(|service| requirement.split('.').next_back() == Some(service.info().id));
    service.map_or("", |service| service.info().unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_the_unit_of_their_service() {
        assert_eq!(unit("site.grid_import"), "MW");
        assert_eq!(unit("hall_1.critical_power"), "kW");
    }
}
