//! What is missing, and the temperatures that decide how heat leaves.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::plan::Plan;
use crate::report::style::Style;

/// One requirement against what the assets supply.
#[derive(Clone, JsonSchema, Serialize, PartialEq)]
pub struct GapRow {
    service: String,
    needed: String,
    from_assets: String,
    gap: String,
    unit: String,
}

/// One node of the temperature chain.
#[derive(JsonSchema, Serialize)]
pub struct TemperatureRow {
    name: String,
    celsius: String,
    because: String,
}

/// All requirements, in the order of the services; those of nothing are left out.
pub fn rows(plan: &Plan, style: &Style) -> Vec<Placed<GapRow>> {
    let mut needed: Vec<_> = plan.requirements.iter().filter(|requirement| requirement.amount > 0.0).collect();
    needed.sort_by_key(|requirement| requirement.service);
    by_place(
        style,
        needed.into_iter().map(|requirement| {
            let unit = requirement.service.info().unit;
            let row = GapRow {
                service: style.service(requirement.service),
                needed: style.amount_in(requirement.amount, unit),
                from_assets: style.amount_in(requirement.from_assets, unit),
                gap: style.amount_in(requirement.gap, unit),
                unit: style.unit(unit),
            };
            (requirement.place.clone(), row)
        }),
    )
}

/// The temperature chain, from the design day to the rack.
pub fn temperatures(plan: &Plan, style: &Style) -> Vec<TemperatureRow> {
    let row = |node: &crate::domain::plan::TemperatureNode| TemperatureRow {
        name: node.name.clone(),
        celsius: style.fixed(style.units().convert(node.celsius, "°C").0, 1),
        because: node.because.clone(),
    };
    plan.site.temperature_chain.iter().map(row).collect()
}
