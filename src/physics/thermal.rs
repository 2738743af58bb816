//! Cooling chain: coolant flow, temperatures from the air to the rack, derating of plant that meets the air,
//! free cooling, water.

use super::interpolate::{neighbors, power};

/// Coolant flow that carries a heat at a temperature rise, L/min.
///
/// `V = 60,000 Q / (rho c dT)`, Q in kW, rho c in kJ/(m3 K) (PG25 at 40 C: 4,008, Dow DOWFROST LC), dT in K.
///
/// ```
/// use retrofit::physics::thermal::coolant_flow_lpm;
/// // 1 kW at 10 K is 1.5 L/min, the rule of the OCP liquid-cooling guidelines.
/// assert!((coolant_flow_lpm(1.0, 4008.0, 10.0) - 1.497).abs() < 0.001);
/// ```
pub fn coolant_flow_lpm(heat_kw: f64, heat_capacity_kj_per_m3_k: f64, rise_k: f64) -> f64 {
    heat_kw * 60_000.0 / (heat_capacity_kj_per_m3_k * rise_k)
}

/// Air temperature behind wetted pads, C: the dry bulb lowered by a share of its distance to the wet bulb.
///
/// `T = Tdb - e (Tdb - Twb)`, e the saturation effectiveness (0.7 to 0.85 for pads).
///
/// ```
/// use retrofit::physics::thermal::adiabatic_air_c;
/// assert!((adiabatic_air_c(38.0, 21.0, 0.8) - 24.4).abs() < 1e-9);
/// ```
pub fn adiabatic_air_c(dry_bulb_c: f64, wet_bulb_c: f64, effectiveness: f64) -> f64 {
    dry_bulb_c - effectiveness * (dry_bulb_c - wet_bulb_c)
}

/// Share of its rating that a coil or tower gives when water leaves at `leaving_c` and air enters at `air_c`.
///
/// Proportional to the approach (leaving water less entering air), which leads to no capacity at no approach, and never
/// more than the rating. That is conservative below the rating point; a maker's selection replaces it.
///
/// ```
/// use retrofit::physics::thermal::approach_share;
/// assert_eq!(approach_share(41.0, 32.0, 41.0, 32.0), 1.0);
/// assert_eq!(approach_share(36.0, 31.5, 41.0, 32.0), 0.5);
/// assert_eq!(approach_share(36.0, 38.0, 41.0, 32.0), 0.0);
/// ```
pub fn approach_share(leaving_c: f64, air_c: f64, rated_leaving_c: f64, rated_air_c: f64) -> f64 {
    ((leaving_c - air_c) / (rated_leaving_c - rated_air_c)).clamp(0.0, 1.0)
}

/// Share of its rating that an air-cooled chiller gives at an air temperature above its rating point; with water below
/// its rating point the same rule holds, the rated and the wanted water in place of the air.
///
/// ```
/// use retrofit::physics::thermal::chiller_share;
/// assert_eq!(chiller_share(39.0, 35.0, 1.5), 0.94);
/// assert_eq!(chiller_share(30.0, 35.0, 1.5), 1.0);
/// ```
pub fn chiller_share(air_c: f64, rated_air_c: f64, pct_per_k: f64) -> f64 {
    (1.0 - (air_c - rated_air_c).max(0.0) * pct_per_k / 100.0).max(0.0)
}

/// Share of its rating that plant with fans gives at a height, from the thinner air.
///
/// ```
/// use retrofit::physics::thermal::thin_air_share;
/// assert_eq!(thin_air_share(600.0, 3.0), 0.94);
/// ```
pub fn thin_air_share(elevation_m: f64, pct_per_300_m: f64) -> f64 {
    (1.0 - elevation_m.max(0.0) / 300.0 * pct_per_300_m / 100.0).clamp(0.0, 1.0)
}

/// Share of its rated heat that a CDU carries when it is run at another approach (technology water over facility water).
///
/// At constant flows a heat exchanger's heat is proportional to the difference of its inlet temperatures; the approach
/// stands for it. Never more than the rating.
///
/// ```
/// use retrofit::physics::thermal::cdu_share;
/// assert_eq!(cdu_share(4.0, 5.0), 0.8);
/// assert_eq!(cdu_share(4.0, 3.0), 1.0);
/// ```
pub fn cdu_share(approach_k: f64, rated_approach_k: f64) -> f64 {
    (approach_k / rated_approach_k).min(1.0)
}

/// Heat of a dry cooler at other temperatures, from one rating point, kW.
///
/// `Q = Q_0 (T_water - T_air) / (T_water,0 - T_air,0)`, mean water temperatures, constant air flow. Conservative only
/// upward: from a cool rating point it gives less than the catalog, from a hot one more (by a third over a factor of two).
/// With two or more catalog points use [`catalog_heat_kw`].
///
/// ```
/// use retrofit::physics::thermal::dry_cooler_kw;
/// // Kelvion: 121.3 kW at 40 -> 35 C in air of 25 C; at 60 -> 40 C this says 242.6 kW, the catalog 322.1 kW.
/// assert!((dry_cooler_kw(121.3, 50.0, 25.0, 37.5, 25.0) - 242.6).abs() < 0.01);
/// ```
pub fn dry_cooler_kw(rated_kw: f64, water_c: f64, air_c: f64, rated_water_c: f64, rated_air_c: f64) -> f64 {
    rated_kw * ((water_c - air_c) / (rated_water_c - rated_air_c)).max(0.0)
}

/// Heat of a cooler at a temperature difference, kW, between catalog points (K, kW); `None` outside them.
///
/// Power law between points, which stand in ascending order: mean water less entering air, all at one air flow.
///
/// ```
/// use retrofit::physics::thermal::catalog_heat_kw;
/// // Kelvion: 121.3 kW at 12.5 K, 322.1 kW at 25 K.
/// let points = [(12.5, 121.3), (25.0, 322.1)];
/// assert_eq!(catalog_heat_kw(&points, 25.0), Some(322.1));
/// // Halfway in logarithms is the geometric mean of both.
/// let half = catalog_heat_kw(&points, (12.5f64 * 25.0).sqrt()).unwrap();
/// assert!((half - (121.3f64 * 322.1).sqrt()).abs() < 1e-9);
/// assert_eq!(catalog_heat_kw(&points, 8.0), None);
/// ```
pub fn catalog_heat_kw(points: &[(f64, f64)], difference_k: f64) -> Option<f64> {
    let (less, more) = neighbors(points, difference_k, |point| point.0)?;
    Some(power(difference_k, *less, *more))
}

/// Water that carries a heat away by evaporation, L/h: heat over latent heat (2,430 kJ/kg at 30 C, IAPWS).
///
/// All of the heat by evaporation: an upper bound, since some goes as warm air.
///
/// ```
/// use retrofit::physics::thermal::evaporation_l_per_h;
/// assert!((evaporation_l_per_h(1.0) - 1.48).abs() < 0.005);
/// ```
pub fn evaporation_l_per_h(heat_kw: f64) -> f64 {
    heat_kw * 3600.0 / 2430.0
}

/// Make-up water of a tower, L/h: evaporation and the blow-down that holds its cycles of concentration.
///
/// `M = E n / (n - 1)`, n above 1; drift (below 0.01 % of the circulation) is left out.
///
/// ```
/// use retrofit::physics::thermal::make_up_l_per_h;
/// // 1.48 L per kWh of heat: 1.85 L at five cycles; at two cycles as much is drained as evaporates.
/// assert!((make_up_l_per_h(1.48, 5.0) - 1.85).abs() < 1e-9);
/// assert_eq!(make_up_l_per_h(10.0, 2.0), 20.0);
/// ```
pub fn make_up_l_per_h(evaporation_l_per_h: f64, cycles: f64) -> f64 {
    evaporation_l_per_h * cycles / (cycles - 1.0)
}

/// Heat that the free-cooling coil of a chiller gives at an air temperature, kW: `UA (T_return - T_air)`, at least zero.
///
/// ```
/// use retrofit::physics::thermal::free_cooling_kw;
/// // Return water at 47 C, air at 27 C, 100 kW/K of first-temperature difference.
/// assert_eq!(free_cooling_kw(100.0, 47.0, 27.0), 2000.0);
/// assert_eq!(free_cooling_kw(100.0, 47.0, 50.0), 0.0);
/// ```
pub fn free_cooling_kw(coil_kw_per_k: f64, return_c: f64, air_c: f64) -> f64 {
    coil_kw_per_k * (return_c - air_c).max(0.0)
}

/// Air temperature below which the coil alone suffices, C: `T_return - Q / UA`.
///
/// ```
/// use retrofit::physics::thermal::free_cooling_below_c;
/// assert_eq!(free_cooling_below_c(2000.0, 100.0, 47.0), 27.0);
/// ```
pub fn free_cooling_below_c(heat_kw: f64, coil_kw_per_k: f64, return_c: f64) -> f64 {
    return_c - heat_kw / coil_kw_per_k
}

/// Coefficient of performance of an air-cooled chiller at an air temperature: a line through its value at 25 C with a floor.
///
/// A published planning model takes 6.0 at 25 C, a fall of 0.11 per K and a floor of 2 and calls them placeholders; the
/// maker's curve replaces them.
///
/// ```
/// use retrofit::physics::thermal::chiller_cop;
/// assert!((chiller_cop(35.0, 6.0, 0.11, 2.0) - 4.9).abs() < 1e-9);
/// assert_eq!(chiller_cop(70.0, 6.0, 0.11, 2.0), 2.0);
/// ```
pub fn chiller_cop(air_c: f64, cop_at_25_c: f64, fall_per_k: f64, floor: f64) -> f64 {
    (cop_at_25_c - (air_c - 25.0) * fall_per_k).max(floor)
}

/// Power of a free-cooling chiller, kW: its fans and the compressors for what the coil leaves over.
///
/// ```
/// use retrofit::physics::thermal::chiller_power_kw;
/// // 2,000 kW, of which the coil takes 1,200 kW: 800 kW at COP 5, and 70 kW of fans.
/// assert_eq!(chiller_power_kw(2000.0, 1200.0, 5.0, 70.0), 230.0);
/// assert_eq!(chiller_power_kw(2000.0, 2500.0, 5.0, 70.0), 70.0);
/// ```
pub fn chiller_power_kw(heat_kw: f64, free_cooling_kw: f64, cop: f64, fan_kw: f64) -> f64 {
    fan_kw + (heat_kw - free_cooling_kw).max(0.0) / cop
}

/// Hottest design dry bulb at which dry coolers alone make the facility water, C.
///
/// `T_technology - approach_CDU - approach_cooler - recirculation`. No approach of dry coolers is published; 5 K to 8 K, and
/// 1 K to 2 K of recirculation, are engineering estimates.
///
/// ```
/// use retrofit::physics::thermal::dry_cooling_below_c;
/// // 45 C at the rack, 4 K in the CDU, 8 K in the cooler, 1 K of recirculation.
/// assert_eq!(dry_cooling_below_c(45.0, 4.0, 8.0, 1.0), 32.0);
/// ```
pub fn dry_cooling_below_c(
    technology_c: f64,
    cdu_approach_k: f64,
    cooler_approach_k: f64,
    recirculation_k: f64,
) -> f64 {
    technology_c - cdu_approach_k - cooler_approach_k - recirculation_k
}

/// Share of its design air flow with which a cooler gives the same heat in other air: the approach it was chosen for over the
/// approach there is, at most 1.
///
/// Heat at a given air flow goes with the approach, and with the flow at a given approach: first order, as [`approach_share`].
///
/// ```
/// use retrofit::physics::thermal::air_flow_share;
/// // Water of 36 C: chosen for air of 27 C; air of 18 C gives twice the approach.
/// assert_eq!(air_flow_share(36.0, 27.0, 18.0), 0.5);
/// assert_eq!(air_flow_share(36.0, 27.0, 30.0), 1.0);
/// assert_eq!(air_flow_share(36.0, 27.0, 40.0), 1.0);
/// ```
pub fn air_flow_share(leaving_c: f64, design_air_c: f64, air_c: f64) -> f64 {
    match leaving_c - air_c {
        approach if approach > 0.0 => ((leaving_c - design_air_c) / approach).min(1.0),
        _ => 1.0,
    }
}

/// Share of their full power that fans draw at a share of their air flow: its cube, and at least a floor.
///
/// ```
/// use retrofit::physics::thermal::fan_power_share;
/// // Half the flow takes an eighth of the power.
/// assert_eq!(fan_power_share(0.5, 0.1), 0.125);
/// assert_eq!(fan_power_share(0.2, 0.1), 0.1);
/// ```
pub fn fan_power_share(air_flow_share: f64, floor: f64) -> f64 {
    air_flow_share.powi(3).max(floor)
}

/// Heat that wetted pads bind as vapor, kW: the heat of the coil by the share of the pads' cooling in the coil's rise, both of
/// the same air.
///
/// ```
/// use retrofit::physics::thermal::pad_heat_kw;
/// // Air cooled by 12 K before a coil of 1,000 kW that warms it by 14 K: 857 kW.
/// assert!((pad_heat_kw(1000.0, 12.0, 14.0) - 857.1).abs() < 0.1);
/// ```
pub fn pad_heat_kw(coil_kw: f64, pad_cooling_k: f64, coil_rise_k: f64) -> f64 {
    coil_kw * pad_cooling_k / coil_rise_k
}

/// Coil of a free-cooling chiller by the air below the leaving water at which it takes all heat, kW for each K of return water
/// over air: `UA = Q / (rise + approach)`.
///
/// ```
/// use retrofit::physics::thermal::{free_cooling_below_c, free_cooling_coil_kw_per_k};
/// // 2,000 kW from 47 to 37 C, all of it free in air of 27 C.
/// let coil = free_cooling_coil_kw_per_k(2000.0, 10.0, 10.0);
/// assert_eq!(coil, 100.0);
/// assert_eq!(free_cooling_below_c(2000.0, coil, 47.0), 27.0);
/// ```
pub fn free_cooling_coil_kw_per_k(heat_kw: f64, rise_k: f64, approach_k: f64) -> f64 {
    heat_kw / (rise_k + approach_k)
}
