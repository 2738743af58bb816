//! Cooling chain: coolant flow, temperatures from the air to the rack, derating of plant that meets the air.

/// Coolant flow that carries a heat at a temperature rise, L/min.
///
/// `V = Q 60 / (rho c dT)`, Q in kW, rho c in kJ/(m3 K) (PG25 at 40 C: 4,008, Dow DOWFROST LC), dT in K.
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
