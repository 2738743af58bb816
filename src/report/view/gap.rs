//! What is missing, and the temperatures that decide how heat leaves.

use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::format::amount;
use crate::domain::plan::Plan;

/// One requirement against what the assets supply.
#[derive(Clone, Serialize, PartialEq)]
pub struct GapRow {
    service: &'static str,
    needed: String,
    from_assets: String,
    gap: String,
    unit: &'static str,
}

/// One node of the temperature chain.
#[derive(Serialize)]
pub struct TemperatureRow {
    name: String,
    celsius: String,
    because: String,
}

/// All requirements, in the order of the services; those of nothing are left out.
pub fn rows(plan: &Plan) -> Vec<Placed<GapRow>> {
    let mut needed: Vec<_> = plan.requirements.iter().filter(|requirement| requirement.amount > 0.0).collect();
    needed.sort_by_key(|requirement| requirement.service);
    by_place(needed.into_iter().map(|requirement| {
        let info = requirement.service.info();
        let row = GapRow {
            service: info.label,
            needed: amount(requirement.amount),
            from_assets: amount(requirement.from_assets),
            gap: amount(requirement.gap),
            unit: info.unit,
        };
        (requirement.place.clone(), row)
    }))
}

/// The temperature chain, from the design day to the rack.
pub fn temperatures(plan: &Plan) -> Vec<TemperatureRow> {
    let row = |node: &crate::domain::plan::TemperatureNode| TemperatureRow {
        name: node.name.clone(),
        celsius: format!("{:.1}", node.celsius),
        because: node.because.clone(),
    };
    plan.site.temperature_chain.iter().map(row).collect()
}
