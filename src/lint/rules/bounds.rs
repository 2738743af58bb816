//! Properties with bounds that equipment and physics keep.

use std::ops::RangeInclusive;

use crate::domain::format::figure;
use crate::lint::{Doubt, Figure, Shelf};

/// Name of the figure or parameter, and what it lies within.
const BOUNDS: &[(&str, RangeInclusive<f64>)] = &[
    ("loss_pct", 0.0..=8.0),
    ("impedance_pct", 1.0..=20.0),
    ("subtransient_reactance_pct", 5.0..=35.0),
    ("interrupting_rating_ka", 5.0..=200.0),
    ("nox_g_per_kwh", 0.0..=15.0),
    ("approach_k", 1.0..=12.0),
    ("head_kpa", 20.0..=1000.0),
    ("water_drop_kpa", 5.0..=500.0),
    ("freeze_c", -60.0..=0.0),
    ("lead_saved_pct", 1.0..=80.0),
    ("premium_pct", 1.0..=200.0),
    ("power_factor", 0.8..=1.0),
    ("continuous_load_pct", 50.0..=100.0),
    ("reused_transformer_loss_pct", 0.0..=8.0),
    ("reused_gear_loss_pct", 0.0..=8.0),
    ("reused_ups_loss_pct", 0.0..=15.0),
    ("adiabatic_effectiveness_pct", 40.0..=98.0),
    ("pump_efficiency_pct", 30.0..=90.0),
    ("fuel_l_per_kwh", 0.18..=0.4),
    ("load_factor_pct", 10.0..=100.0),
    ("shift_productivity_loss_pct", 0.0..=40.0),
    ("shift_differential_pct", 0.0..=60.0),
    ("labor_share_pct", 10.0..=90.0),
];

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    shelf.figures.iter().filter_map(doubt).collect()
}

fn doubt(of: &Figure) -> Option<Doubt> {
    let value = of.value?;
    let (_, bounds) = BOUNDS.iter().find(|(name, bounds)| *name == of.name() && !bounds.contains(&value))?;
    let (low, high) = (figure(*bounds.start()), figure(*bounds.end()));
    Some(Doubt::new(&of.path, format!("{} lies outside {low} to {high}", figure(value))))
}
