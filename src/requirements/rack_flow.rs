//! What the rack asks of its coolant: flow, pressure drop, return temperature.

use crate::input::catalog::Coolant;
use crate::input::target::FlowRow;
use crate::physics::coolant::{Fluid, properties_at};
use crate::physics::hydraulics::pressure_drop_at_flow_kpa;
use crate::physics::rack::{RackPoint, rack_flow_lpm, rack_pressure_drop_kpa};
use crate::physics::thermal::coolant_flow_lpm;
use crate::validate::Site;

/// Exponent of pressure drop over flow in a published rack table (2.3 psi at 59 L/min to 18.4 psi at 177 L/min).
const DROP_EXPONENT: f64 = 1.893;

/// Flow, pressure and temperature of the coolant of one rack at its supply temperature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RackFlow {
    /// Flow, L/min.
    pub lpm: f64,
    /// Pressure lost in the rack, kPa, where its maker publishes it.
    pub pressure_drop_kpa: Option<f64>,
    /// Temperature at which the coolant leaves, C.
    pub return_c: f64,
}

impl RackFlow {
    /// What the target's rack asks for: by the maker's table, else by the heat balance over supply and return. A rack
    /// cooled by air alone takes no flow.
    ///
    /// A table's flow holds for its coolant; another coolant takes the flow that carries the same heat at the same rise.
    pub fn of(site: &Site) -> RackFlow {
        let rack = &site.target.rack;
        let (supply_c, heat_kw) = (rack.coolant_supply_c, rack.power_kw * rack.liquid_share_pct / 100.0);
        if heat_kw == 0.0 {
            return RackFlow { lpm: 0.0, pressure_drop_kpa: None, return_c: supply_c };
        }
        let carries = |coolant: &Coolant| fluid(coolant, supply_c).volumetric_heat_capacity_kj_per_m3_k();
        let own = carries(site.coolant());
        let Some(table) = &rack.flow_table else {
            let return_c = rack.coolant_return_c.expect("a rack has a flow table or a return temperature");
            let lpm = coolant_flow_lpm(heat_kw, own, return_c - supply_c);
            return RackFlow { lpm, pressure_drop_kpa: None, return_c };
        };
        let (table_lpm, table_kpa) = at(&table.rows, supply_c);
        let of_table = carries(&site.catalog.coolants[&table.coolant]);
        let lpm = table_lpm * of_table / own;
        RackFlow {
            lpm,
            pressure_drop_kpa: Some(pressure_drop_at_flow_kpa(table_kpa, table_lpm, lpm, DROP_EXPONENT)),
            return_c: supply_c + heat_kw * 60_000.0 / (of_table * table_lpm),
        }
    }
}

/// Flow (L/min) and pressure drop (kPa) of a table at a supply temperature that it covers.
fn at(rows: &[FlowRow], supply_c: f64) -> (f64, f64) {
    let points: Vec<RackPoint> = rows.iter().map(point).collect();
    let flow = rack_flow_lpm(&points, supply_c).expect("the table covers the supply temperature");
    (flow, rack_pressure_drop_kpa(&points, flow).expect("the flow is one of the table"))
}

fn point(row: &FlowRow) -> RackPoint {
    RackPoint { supply_c: row.supply_c, flow_lpm: row.flow_lpm, pressure_drop_kpa: row.pressure_drop_kpa }
}

/// Properties of a coolant at a temperature (C), those of its nearest row beyond them.
pub fn fluid(coolant: &Coolant, celsius: f64) -> Fluid {
    let rows: Vec<Fluid> = coolant
        .rows
        .iter()
        .map(|row| Fluid {
            celsius: row.celsius,
            density_kg_per_m3: row.density_kg_per_m3,
            heat_capacity_kj_per_kg_k: row.heat_capacity_kj_per_kg_k,
            viscosity_mpa_s: row.viscosity_mpa_s,
        })
        .collect();
    properties_at(&rows, celsius).expect("a coolant has rows")
}
