//! What the rack asks of its coolant: flow, pressure drop, return temperature.

use crate::input::catalog::{Coolant, FluidRow};
use crate::input::target::FlowRow;
use crate::physics::thermal::coolant_flow_lpm;
use crate::validate::Site;

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
    /// What the target's rack asks for: by the maker's table, else by the heat balance over supply and return.
    ///
    /// A table's flow holds for its coolant; another coolant takes the flow that carries the same heat at the same rise.
    pub fn of(site: &Site) -> RackFlow {
        let rack = &site.target.rack;
        let heat_kw = rack.power_kw * rack.liquid_share_pct / 100.0;
        if heat_kw == 0.0 {
            return RackFlow { lpm: 0.0, pressure_drop_kpa: None, return_c: rack.coolant_supply_c };
        }
        let carries = |coolant: &Coolant| volumetric_heat_capacity(coolant, rack.coolant_supply_c);
        let own = carries(site.coolant());
        let by_balance = |return_c: f64| RackFlow {
            lpm: coolant_flow_lpm(heat_kw, own, return_c - rack.coolant_supply_c),
            pressure_drop_kpa: None,
            return_c,
        };
        match &rack.flow_table {
            None => by_balance(rack.coolant_return_c.expect("a rack has a flow table or a return temperature")),
            Some(table) => {
                let (lpm, kpa) = at(&table.rows, rack.coolant_supply_c);
                let of_table = carries(&site.catalog.coolants[&table.coolant]);
                let rise_k = heat_kw * 60_000.0 / (of_table * lpm);
                let flow = by_balance(rack.coolant_supply_c + rise_k);
                // Pressure goes with about the 1.9th power of flow between rows, and no lower for the thicker coolant.
                let kpa = kpa * (flow.lpm / lpm).powf(DROP_EXPONENT);
                RackFlow { pressure_drop_kpa: Some(kpa), ..flow }
            }
        }
    }
}

/// Exponent of pressure drop over flow in a published rack table (2.3 psi at 59 L/min to 18.4 psi at 177 L/min).
const DROP_EXPONENT: f64 = 1.893;

/// Flow (L/min) and pressure drop (kPa) between the rows around a supply temperature that the table covers.
///
/// At a constant return temperature `1 / V` falls linearly with the supply temperature, and so it is interpolated.
fn at(rows: &[FlowRow], supply_c: f64) -> (f64, f64) {
    let next = rows.iter().position(|row| row.supply_c >= supply_c).unwrap_or(rows.len() - 1).max(1);
    let (a, b) = (rows[next - 1], rows[next]);
    let share = (supply_c - a.supply_c) / (b.supply_c - a.supply_c);
    let flow = 1.0 / ((1.0 - share) / a.flow_lpm + share / b.flow_lpm);
    let exponent = (b.pressure_drop_kpa / a.pressure_drop_kpa).ln() / (b.flow_lpm / a.flow_lpm).ln();
    (flow, a.pressure_drop_kpa * (flow / a.flow_lpm).powf(exponent))
}

/// Heat capacity of a coolant by volume at a temperature, kJ/(m3 K), interpolated between its rows.
pub fn volumetric_heat_capacity(coolant: &Coolant, celsius: f64) -> f64 {
    property(coolant, celsius, |row| row.density_kg_per_m3 * row.heat_capacity_kj_per_kg_k)
}

fn property(coolant: &Coolant, celsius: f64, of: impl Fn(&FluidRow) -> f64) -> f64 {
    let rows = &coolant.rows;
    let next = rows.iter().position(|row| row.celsius >= celsius).unwrap_or(rows.len() - 1).max(1);
    let (a, b) = (&rows[next - 1], &rows[next]);
    let share = ((celsius - a.celsius) / (b.celsius - a.celsius)).clamp(0.0, 1.0);
    of(a) + (of(b) - of(a)) * share
}
