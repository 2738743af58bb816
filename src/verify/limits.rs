//! Limits of the site, held against the balance of actual loads.

use super::facts::Facts;
use super::kept::yard_m2;
use super::report::Report;
use crate::domain::{Place, Service};
use crate::requirements::bank_id;

/// Firm power less what may be curtailed, the steps bought, and what engines on site carry with their spare out, MW; the gas
/// is there.
pub fn grid(facts: &Facts, report: &mut Report) {
    let utility = &facts.site.utility;
    let id = bank_id(&Place::Site, Service::GridImport);
    let parts = facts.bank(&id).map(|bank| bank.chosen.parts.as_slice()).unwrap_or_default();
    let bought = |id: &str| parts.iter().any(|part| part.item == format!("utility.increases.{id}"));
    let added: f64 = utility.increases.iter().filter(|step| bought(&step.id)).map(|step| step.added_mw).sum();
    within(facts, report, &id, utility.firm_mw - utility.curtailable_mw + added + facts.covered(&id));
    if let Some(engines) = facts.bank_of(&Place::Site, Service::OnSitePower) {
        let burning = engines.chosen.units * engines.chosen.unit_capacity;
        report.at_most(&engines.id, "the power of all engines, MW,", burning, utility.gas_mw.unwrap_or(0.0));
    }
}

/// Water of the design day, m3 a day.
pub fn water(facts: &Facts, report: &mut Report) {
    within(facts, report, &bank_id(&Place::Site, Service::MakeUpWater), facts.site.water_m3_per_day);
}

/// Ground for outdoor plant and new shells, m2.
pub fn yard(facts: &Facts, report: &mut Report) {
    within(facts, report, &bank_id(&Place::Site, Service::Yard), yard_m2(facts));
}

fn within(facts: &Facts, report: &mut Report, id: &str, limit: f64) {
    if let Some(&demand) = facts.balance.get(id) {
        report.at_most(id, "the demand", demand, limit);
    }
}
