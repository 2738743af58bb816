//! Why there is no plan: what conflicts, where it was asked, and by how much.

use serde_json::{Value, json};

use crate::domain::Service;
use crate::domain::format::{amount, plural, usd};
use crate::optimize::Conflict;
use crate::validate::Site;

/// One conflict as a sentence, with the place in the files where there is one.
pub fn sentence(conflict: &Conflict, site: &Site) -> String {
    match conflict {
        Conflict::Short { requirement, asked, short } => {
            let unit = unit(requirement);
            format!("{requirement}: {} {unit} asked, {} {unit} short in the best case", amount(*asked), amount(*short))
        }
        Conflict::Nothing { requirement, reasons } if reasons.is_empty() => {
            format!("{requirement}: no catalog holds anything that supplies it")
        }
        Conflict::Nothing { requirement, reasons } => {
            format!("{requirement}: nothing can supply it\n    {}", reasons.join("\n    "))
        }
        Conflict::Late { hall, weeks } => {
            let asked = site.origin("target", "ready_date");
            format!(
                "{hall}: ready {} after the deadline at the earliest; asked in {asked}",
                plural(weeks.ceil(), "week")
            )
        }
        Conflict::OverBudget { direct_usd } => {
            let asked = site.origin("target", "budget_usd");
            format!("budget: exceeded by {} of direct cost at the least; asked in {asked}", usd(*direct_usd))
        }
    }
}

/// One conflict as data.
pub fn data(conflict: &Conflict) -> Value {
    match conflict {
        Conflict::Short { requirement, asked, short } => {
            json!({ "kind": "short", "requirement": requirement, "asked": asked, "short": short, "unit": unit(requirement) })
        }
        Conflict::Nothing { requirement, reasons } => {
            json!({ "kind": "nothing", "requirement": requirement, "reasons": reasons })
        }
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
