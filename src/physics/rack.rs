//! Coolant of a rack, from the table that its maker publishes.

use super::interpolate::{neighbors, power};

/// A row of a rack's published table: what it needs when coolant is supplied at a temperature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RackPoint {
    /// Supply temperature, C.
    pub supply_c: f64,
    /// Flow, L/min.
    pub flow_lpm: f64,
    /// Pressure drop over the rack at this flow, kPa.
    pub pressure_drop_kpa: f64,
}

/// Flow that a rack needs at a supply temperature, L/min; `None` outside its table.
///
/// A rack returns its coolant at about one temperature, so that flow goes with `1 / (T_return - T_supply)`, and the inverse
/// of the flow is a straight line between rows. Rows stand in ascending order of temperature.
///
/// ```
/// use retrofit::physics::rack::{RackPoint, rack_flow_lpm};
/// let point = |supply_c, flow_lpm, pressure_drop_kpa| RackPoint { supply_c, flow_lpm, pressure_drop_kpa };
/// // GB300 NVL72 (Lenovo Press LP2357, table 27): without the row at 40 C, the rows beside it give the published 119 L/min.
/// let rows = [point(35.0, 89.0, 33.8), point(45.0, 177.0, 126.9)];
/// assert!((rack_flow_lpm(&rows, 40.0).unwrap() / 119.0 - 1.0).abs() < 0.01);
/// assert_eq!(rack_flow_lpm(&rows, 46.0), None);
/// ```
pub fn rack_flow_lpm(rows: &[RackPoint], supply_c: f64) -> Option<f64> {
    let (cool, warm) = neighbors(rows, supply_c, |row| row.supply_c)?;
    let span = warm.supply_c - cool.supply_c;
    let weight = if span == 0.0 { 0.0 } else { (supply_c - cool.supply_c) / span };
    Some(cool.flow_lpm * warm.flow_lpm / ((1.0 - weight) * warm.flow_lpm + weight * cool.flow_lpm))
}

/// Pressure drop over a rack at a flow, kPa; `None` outside its table.
///
/// `dp = dp_0 (V / V_0)^n`, the power law through the two rows beside the flow. Rows stand in ascending order of flow.
///
/// ```
/// use retrofit::physics::rack::{RackPoint, rack_pressure_drop_kpa};
/// let point = |supply_c, flow_lpm, pressure_drop_kpa| RackPoint { supply_c, flow_lpm, pressure_drop_kpa };
/// // GB300 NVL72 (Lenovo Press LP2357, table 27): 4.9 psi at 89 L/min from the rows beside it, 3.2 psi and 8.5 psi.
/// let rows = [point(30.0, 71.0, 22.06), point(40.0, 119.0, 58.61)];
/// assert!((rack_pressure_drop_kpa(&rows, 89.0).unwrap() / 33.78 - 1.0).abs() < 0.02);
/// assert_eq!(rack_pressure_drop_kpa(&rows, 130.0), None);
/// ```
pub fn rack_pressure_drop_kpa(rows: &[RackPoint], flow_lpm: f64) -> Option<f64> {
    let (less, more) = neighbors(rows, flow_lpm, |row| row.flow_lpm)?;
    Some(power(flow_lpm, (less.flow_lpm, less.pressure_drop_kpa), (more.flow_lpm, more.pressure_drop_kpa)))
}

#[cfg(test)]
mod tests {
    use super::{RackPoint, rack_flow_lpm, rack_pressure_drop_kpa};
    use crate::physics::hydraulics::pressure_drop_at_flow_kpa;
    use crate::physics::thermal::coolant_flow_lpm;

    const KPA_PER_PSI: f64 = 6.894_757;

    /// GB300 NVL72, Lenovo Press LP2357, table 27, 2025: supply (C), flow (L/min), pressure drop (psi).
    const PUBLISHED: &[(f64, f64, f64)] =
        &[(25.0, 59.0, 2.3), (30.0, 71.0, 3.2), (35.0, 89.0, 4.9), (40.0, 119.0, 8.5), (45.0, 177.0, 18.4)];

    fn gb300() -> Vec<RackPoint> {
        let row = |&(supply_c, flow_lpm, psi): &(f64, f64, f64)| RackPoint {
            supply_c,
            flow_lpm,
            pressure_drop_kpa: psi * KPA_PER_PSI,
        };
        PUBLISHED.iter().map(row).collect()
    }

    #[test]
    fn a_table_is_met_exactly_at_its_rows() {
        let rows = gb300();
        for row in &rows {
            assert_eq!(rack_flow_lpm(&rows, row.supply_c), Some(row.flow_lpm));
            assert_eq!(rack_pressure_drop_kpa(&rows, row.flow_lpm), Some(row.pressure_drop_kpa));
        }
    }

    #[test]
    fn the_published_flow_is_a_return_at_55_c() {
        // 90 % of 135 kW into water (IAPWS at 47 C: 989.4 kg/m3, 4.180 kJ/(kg K)) that returns at 55 C.
        for &(supply_c, flow_lpm, _) in PUBLISHED {
            let balance = coolant_flow_lpm(121.5, 989.4 * 4.180, 55.0 - supply_c);
            assert!((balance / flow_lpm - 1.0).abs() < 0.02, "{supply_c} C: {balance} L/min");
        }
    }

    #[test]
    fn between_rows_the_flow_follows_the_same_return() {
        let rows = gb300();
        let flow = rack_flow_lpm(&rows, 42.5).expect("within the table");
        assert!((flow / coolant_flow_lpm(121.5, 989.4 * 4.180, 12.5) - 1.0).abs() < 0.02);
    }

    #[test]
    fn one_exponent_fits_the_published_pressure_drops() {
        for &(_, flow_lpm, psi) in PUBLISHED {
            let fitted = pressure_drop_at_flow_kpa(2.3, 59.0, flow_lpm, 1.893);
            assert!((fitted / psi - 1.0).abs() < 0.025, "{flow_lpm} L/min: {fitted} psi");
        }
    }
}
