//! Pipes, pumps, buffers and expansion of coolant loops.

use std::f64::consts::PI;

/// A standard pipe size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pipe {
    /// Nominal diameter, DN.
    pub dn: u32,
    /// Inside diameter, mm.
    pub inside_mm: f64,
}

/// Inside diameters of steel pipe: schedule 10S to DN750 (ASME B36.19M, outside diameter less twice the wall), standard
/// weight (9.53 mm wall, ASME B36.10M) from DN800, where 10S ends.
pub const PIPES: &[Pipe] = &[
    Pipe { dn: 25, inside_mm: 27.86 },
    Pipe { dn: 32, inside_mm: 36.66 },
    Pipe { dn: 40, inside_mm: 42.76 },
    Pipe { dn: 50, inside_mm: 54.76 },
    Pipe { dn: 65, inside_mm: 66.90 },
    Pipe { dn: 80, inside_mm: 82.80 },
    Pipe { dn: 100, inside_mm: 108.20 },
    Pipe { dn: 125, inside_mm: 134.50 },
    Pipe { dn: 150, inside_mm: 161.50 },
    Pipe { dn: 200, inside_mm: 211.58 },
    Pipe { dn: 250, inside_mm: 264.72 },
    Pipe { dn: 300, inside_mm: 314.76 },
    Pipe { dn: 350, inside_mm: 346.04 },
    Pipe { dn: 400, inside_mm: 396.84 },
    Pipe { dn: 450, inside_mm: 447.44 },
    Pipe { dn: 500, inside_mm: 496.92 },
    Pipe { dn: 600, inside_mm: 597.30 },
    Pipe { dn: 750, inside_mm: 746.16 },
    Pipe { dn: 800, inside_mm: 793.94 },
    Pipe { dn: 900, inside_mm: 894.94 },
    Pipe { dn: 1000, inside_mm: 996.94 },
    Pipe { dn: 1200, inside_mm: 1199.94 },
];

/// Smallest standard pipe at least as wide inside as asked, `None` beyond the table.
///
/// ```
/// use retrofit::physics::hydraulics::standard_pipe;
/// // nVent lays DN100 for 925 L/min at 2 m/s, which asks for 99 mm.
/// assert_eq!(standard_pipe(99.1).unwrap().dn, 100);
/// assert_eq!(standard_pipe(1300.0), None);
/// ```
pub fn standard_pipe(inside_mm: f64) -> Option<Pipe> {
    PIPES.iter().copied().find(|pipe| pipe.inside_mm >= inside_mm)
}

/// Inside diameter at which a flow has a velocity, mm.
///
/// `D = sqrt(4 V / (pi v))`; usual velocities are 1.5 to 3.0 m/s in steel, up to 1.5 m/s in copper.
///
/// ```
/// use retrofit::physics::hydraulics::inside_diameter_mm;
/// // Facility water for 1 MW at 10 K, 1,446 L/min, at 2.5 m/s: 111 mm.
/// assert_eq!(inside_diameter_mm(1446.0, 2.5).round(), 111.0);
/// ```
pub fn inside_diameter_mm(flow_lpm: f64, velocity_m_per_s: f64) -> f64 {
    (4.0 * flow_lpm / 60_000.0 / (PI * velocity_m_per_s)).sqrt() * 1000.0
}

/// Mean velocity of a flow in a pipe, m/s: `v = 4 V / (pi D^2)`.
///
/// ```
/// use retrofit::physics::hydraulics::velocity_m_per_s;
/// // 400 US gal/min in 4 in schedule 40 pipe (102.26 mm): 10.1 ft/s, as in every pipe table.
/// assert!((velocity_m_per_s(400.0 * 3.785412, 102.26) / 0.3048 - 10.08).abs() < 0.01);
/// ```
pub fn velocity_m_per_s(flow_lpm: f64, inside_mm: f64) -> f64 {
    4.0 * flow_lpm / 60_000.0 / (PI * (inside_mm / 1000.0).powi(2))
}

/// Reynolds number of a pipe flow: `Re = rho v D / mu`.
///
/// ```
/// use retrofit::physics::hydraulics::reynolds_number;
/// // Water at 25 C (997 kg/m3, 0.890 mPa s) at 1 m/s in 100 mm: kinematic viscosity 0.893 mm2/s, so 112,000.
/// assert!((reynolds_number(1.0, 100.0, 997.0, 0.890) / 112_000.0 - 1.0).abs() < 0.001);
/// ```
pub fn reynolds_number(velocity_m_per_s: f64, inside_mm: f64, density_kg_per_m3: f64, viscosity_mpa_s: f64) -> f64 {
    density_kg_per_m3 * velocity_m_per_s * inside_mm / viscosity_mpa_s
}

/// Reynolds number below which flow in a pipe is laminar.
const LAMINAR: f64 = 2300.0;

/// Darcy friction factor at a Reynolds number and a relative roughness (wall roughness over inside diameter).
///
/// Laminar: `64 / Re`. Turbulent: Swamee and Jain (1976), `f = 0.25 / log10(e/3.7 + 5.74 / Re^0.9)^2`, within 1 % of
/// Colebrook for Re of 5,000 to 1e8 and roughness of 1e-6 to 1e-2; used from 2,300 on, where it is above the laminar value.
///
/// ```
/// use retrofit::physics::hydraulics::friction_factor;
/// // Colebrook at Re 100,000 and roughness 0.001: 0.02217.
/// assert!((friction_factor(1e5, 0.001) / 0.02217 - 1.0).abs() < 0.01);
/// assert_eq!(friction_factor(1000.0, 0.001), 0.064);
/// ```
pub fn friction_factor(reynolds: f64, relative_roughness: f64) -> f64 {
    if reynolds < LAMINAR {
        return 64.0 / reynolds;
    }
    0.25 / (relative_roughness / 3.7 + 5.74 / reynolds.powf(0.9)).log10().powi(2)
}

/// Pressure drop of a straight pipe, kPa: Darcy-Weisbach, `dp = f L/D rho v^2 / 2`.
///
/// Fittings count as equivalent length.
///
/// ```
/// use retrofit::physics::hydraulics::pressure_drop_kpa;
/// // f 0.02, 100 m, 100 mm, 1,000 kg/m3, 1 m/s: twenty velocity pressures of 0.5 kPa.
/// assert!((pressure_drop_kpa(0.02, 100.0, 100.0, 1000.0, 1.0) - 10.0).abs() < 1e-9);
/// ```
pub fn pressure_drop_kpa(
    friction_factor: f64,
    length_m: f64,
    inside_mm: f64,
    density_kg_per_m3: f64,
    velocity_m_per_s: f64,
) -> f64 {
    friction_factor * length_m / (inside_mm / 1000.0) * density_kg_per_m3 * velocity_m_per_s.powi(2) / 2000.0
}

/// Pressure drop of a circuit at another flow, kPa: `dp = dp_0 (V / V_0)^n`.
///
/// The exponent is 2 where loss is all in fittings, 1.75 in smooth pipe; the published drops of a GB300 NVL72 rack follow
/// 1.893 (fit to Lenovo Press LP2357, table 27, within 2.5 %).
///
/// ```
/// use retrofit::physics::hydraulics::pressure_drop_at_flow_kpa;
/// // From 2.3 psi at 59 L/min to 177 L/min, where 18.4 psi is published.
/// let kpa = pressure_drop_at_flow_kpa(2.3 * 6.894757, 59.0, 177.0, 1.893);
/// assert!((kpa / (18.4 * 6.894757) - 1.0).abs() < 0.001);
/// ```
pub fn pressure_drop_at_flow_kpa(drop_kpa: f64, flow_lpm: f64, other_flow_lpm: f64, exponent: f64) -> f64 {
    drop_kpa * (other_flow_lpm / flow_lpm).powf(exponent)
}

/// Pressure drop of a pipe with another fluid at the same velocity, over that with the first: `(rho / rho_0)^0.75 (mu / mu_0)^0.25`.
///
/// From Darcy-Weisbach with the friction factor of smooth pipe after Blasius (1913), `f = 0.316 / Re^0.25`, which holds for Re of
/// 4,000 to 100,000. Beyond, and in rough pipe, viscosity counts for less: the share errs high.
///
/// ```
/// use retrofit::physics::hydraulics::{friction_factor, pressure_drop_of_fluid_share, reynolds_number};
/// // Propylene glycol of 40 % against water at 40 C: 1,025.3 and 992.2 kg/m3, 2.249 and 0.653 mPa s.
/// let share = pressure_drop_of_fluid_share(1025.3 / 992.2, 2.249 / 0.653);
/// assert!((share - 1.396).abs() < 0.001);
/// // In a smooth tube of 20 mm at 1 m/s the other formula for friction says the same within 3 %.
/// let friction = |rho, mu| friction_factor(reynolds_number(1.0, 20.0, rho, mu), 1e-6) * rho;
/// assert!((friction(1025.3, 2.249) / friction(992.2, 0.653) / share - 1.0).abs() < 0.03);
/// ```
pub fn pressure_drop_of_fluid_share(density_share: f64, viscosity_share: f64) -> f64 {
    density_share.powf(0.75) * viscosity_share.powf(0.25)
}

/// Power of a pump, kW: `P = V dp / eta`.
///
/// With the pump's efficiency it is shaft power, with the product of pump, motor and drive it is electric power.
///
/// ```
/// use retrofit::physics::hydraulics::pump_power_kw;
/// // 1 m3/s against 1 kPa is 1 kW of hydraulic power.
/// assert_eq!(pump_power_kw(60_000.0, 1.0, 1.0), 1.0);
/// // 1.25 L/min per kW at 250 kPa and 60 %: 8.7 kW for 1 MW of heat.
/// assert!((pump_power_kw(1250.0, 250.0, 0.6) - 8.68).abs() < 0.01);
/// ```
pub fn pump_power_kw(flow_lpm: f64, head_kpa: f64, efficiency: f64) -> f64 {
    flow_lpm / 60_000.0 * head_kpa / efficiency
}

/// Volume of a buffer that takes up a heat for a time within an allowed rise, m3: `V = Q t / (rho c dT)`.
///
/// Holds for a stratified or well mixed tank that sees all of the flow.
///
/// ```
/// use retrofit::physics::hydraulics::buffer_m3;
/// // 1 MW for 5 minutes at 10 K in water at 35 C (994.0 kg/m3, 4.178 kJ/(kg K)): 7.2 m3.
/// assert!((buffer_m3(1000.0, 300.0, 10.0, 994.0 * 4.178) - 7.22).abs() < 0.01);
/// ```
pub fn buffer_m3(heat_kw: f64, seconds: f64, rise_k: f64, heat_capacity_kj_per_m3_k: f64) -> f64 {
    heat_kw * seconds / (heat_capacity_kj_per_m3_k * rise_k)
}

/// Rate at which a loop warms when its heat is not rejected, K/s: `dT/dt = Q / (rho c V)`.
///
/// Pipes and metal are left out, which makes it fast: on the safe side.
///
/// ```
/// use retrofit::physics::hydraulics::warming_k_per_s;
/// // 1 MW in 500 L of water: about 0.5 K each second.
/// assert!((warming_k_per_s(1000.0, 0.5, 994.0 * 4.178) - 0.48).abs() < 0.01);
/// ```
pub fn warming_k_per_s(heat_kw: f64, loop_m3: f64, heat_capacity_kj_per_m3_k: f64) -> f64 {
    heat_kw / (heat_capacity_kj_per_m3_k * loop_m3)
}

/// Volume inside a pipe, m3: `pi D^2 / 4 L`.
///
/// ```
/// use retrofit::physics::hydraulics::pipe_m3;
/// // A DN100 ring main of 120 m (nVent's example for 740 kW) holds 1.1 m3.
/// assert!((pipe_m3(108.2, 120.0) - 1.103).abs() < 0.001);
/// ```
pub fn pipe_m3(inside_mm: f64, length_m: f64) -> f64 {
    PI / 4.0 * (inside_mm / 1000.0).powi(2) * length_m
}

/// Volume by which a filling grows between two temperatures, m3: `V (rho_cold / rho_hot - 1)`.
///
/// The pipes' own growth is left out, which errs to the safe side.
///
/// ```
/// use retrofit::physics::hydraulics::expansion_m3;
/// // Water from 4.4 C to 37.8 C grows by 0.69 % by density (999.97 and 993.08 kg/m3, IAPWS).
/// assert!((expansion_m3(1.0, 999.97, 993.08) - 0.0069).abs() < 0.0001);
/// ```
pub fn expansion_m3(loop_m3: f64, cold_kg_per_m3: f64, hot_kg_per_m3: f64) -> f64 {
    loop_m3 * (cold_kg_per_m3 / hot_kg_per_m3 - 1.0)
}

/// Volume of a closed diaphragm tank that accepts an expansion, m3: `V_e / (1 - p_fill / p_max)`, pressures absolute.
///
/// Boyle's law for a tank charged to the fill pressure (ASHRAE Handbook, HVAC Systems and Equipment, hydronic systems).
///
/// ```
/// use retrofit::physics::hydraulics::expansion_tank_m3;
/// // Filled at 12 psig, relieved at 30 psig: the tank accepts 40.3 % of its volume.
/// let (fill, max) = ((12.0 + 14.696) * 6.894757, (30.0 + 14.696) * 6.894757);
/// assert!((0.403 / expansion_tank_m3(0.403, fill, max) - 0.403).abs() < 0.001);
/// ```
pub fn expansion_tank_m3(expansion_m3: f64, fill_kpa_abs: f64, max_kpa_abs: f64) -> f64 {
    expansion_m3 / (1.0 - fill_kpa_abs / max_kpa_abs)
}

/// Volume of glycol in a loop, m3, at a share of its volume in percent.
///
/// ```
/// use retrofit::physics::hydraulics::glycol_m3;
/// assert_eq!(glycol_m3(8.0, 25.0), 2.0);
/// ```
pub fn glycol_m3(loop_m3: f64, glycol_volume_pct: f64) -> f64 {
    loop_m3 * glycol_volume_pct / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::thermal::coolant_flow_lpm;

    #[test]
    fn the_worked_point_of_a_cdu_balances_as_water() {
        // nVent RackChiller CDU800, application example, 2024: 740 kW. The fluid is not stated; both sides close with water
        // (IAPWS at the mean temperature), while 25 % glycol would be 4 % to 5 % off.
        let technology = coolant_flow_lpm(740.0, 994.6 * 4.178, 39.0 - 27.5);
        let facility = coolant_flow_lpm(740.0, 996.4 * 4.180, 35.0 - 20.0);
        assert!((technology / 925.0 - 1.0).abs() < 0.01, "{technology}");
        assert!((facility / 705.0 - 1.0).abs() < 0.01, "{facility}");
        let pipe = standard_pipe(inside_diameter_mm(925.0, 2.0)).expect("within the table");
        assert_eq!(pipe.dn, 100);
    }

    #[test]
    fn facility_water_pipes_by_the_megawatt() {
        // 1,446 L/min for each MW at 10 K and 2.5 m/s: MW, inside diameter (mm), standard pipe.
        let cases = [(1.0, 111.0, 125), (2.0, 157.0, 150), (5.0, 248.0, 250), (10.0, 350.0, 400), (20.0, 495.0, 500)];
        for (mw, inside_mm, dn) in cases {
            let exact = inside_diameter_mm(1446.0 * mw, 2.5);
            assert!((exact - inside_mm).abs() < 1.0, "{mw} MW: {exact} mm");
            assert_eq!(standard_pipe(exact).map(|pipe| pipe.dn), Some(dn));
        }
        // DN350 is 346 mm wide inside: 10 MW pass at 2.56 m/s.
        assert!((velocity_m_per_s(14_460.0, 346.04) - 2.56).abs() < 0.01);
    }

    #[test]
    fn pump_power_by_the_megawatt() {
        assert!((pump_power_kw(1446.0, 300.0, 0.65) - 11.1).abs() < 0.05);
    }

    #[test]
    fn friction_agrees_with_hazen_and_williams() {
        // 925 L/min of water at 20 C in DN100, wall roughness 0.045 mm; the rule of waterworks with C = 140 (new steel).
        let (flow_m3_per_s, inside_m) = (925.0_f64 / 60_000.0, 0.1082_f64);
        let velocity = velocity_m_per_s(925.0, 108.2);
        let friction = friction_factor(reynolds_number(velocity, 108.2, 998.2, 1.002), 0.045 / 108.2);
        let darcy = pressure_drop_kpa(friction, 100.0, 108.2, 998.2, velocity);
        let head_m = 10.67 * 100.0 * (flow_m3_per_s / 140.0).powf(1.852) / inside_m.powf(4.8704);
        assert!((darcy / (head_m * 9.80665 * 0.9982) - 1.0).abs() < 0.05, "{darcy}");
    }

    #[test]
    fn pipes_are_in_ascending_order() {
        assert!(PIPES.windows(2).all(|pair| pair[0].dn < pair[1].dn && pair[0].inside_mm < pair[1].inside_mm));
    }
}
