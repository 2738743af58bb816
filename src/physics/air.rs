//! Air: flow, density, humidity.

/// Air flow that carries a heat at a temperature rise, m3/s: `V = Q / (rho c dT)`, c = 1.005 kJ/(kg K).
///
/// ```
/// use retrofit::physics::air::air_flow_m3_per_s;
/// // What a 132 kW rack leaves to the air, 17 kW, at 12 K in standard air: 1.17 m3/s.
/// assert!((air_flow_m3_per_s(17.0, 12.0, 1.2) - 1.17).abs() < 0.01);
/// // A fan wall of 600 kW at 12 K is listed with 41.5 m3/s.
/// assert!((air_flow_m3_per_s(600.0, 12.0, 1.2) - 41.5).abs() < 0.1);
/// ```
pub fn air_flow_m3_per_s(heat_kw: f64, rise_k: f64, density_kg_per_m3: f64) -> f64 {
    heat_kw / (density_kg_per_m3 * 1.005 * rise_k)
}

/// Density of dry air at a height (m) and temperature (C), kg/m3: the standard atmosphere's pressure in the ideal gas law.
///
/// `p = 101.325 (1 - 2.25577e-5 h)^5.25588` kPa (ISO 2533, ASHRAE Handbook, Fundamentals, chapter 1), to 11,000 m.
///
/// ```
/// use retrofit::physics::air::air_density_kg_per_m3;
/// // Standard atmosphere: 1.225 kg/m3 at 15 C and 0 m, 1.112 kg/m3 at 8.5 C and 1,000 m.
/// assert!((air_density_kg_per_m3(0.0, 15.0) - 1.225).abs() < 0.001);
/// assert!((air_density_kg_per_m3(1000.0, 8.5) - 1.112).abs() < 0.001);
/// ```
pub fn air_density_kg_per_m3(elevation_m: f64, air_c: f64) -> f64 {
    let pressure_kpa = 101.325 * (1.0 - 2.25577e-5 * elevation_m).powf(5.25588);
    pressure_kpa / (0.287_055 * (air_c + 273.15))
}

/// The two constants of Magnus over water, by Alduchov and Eskridge (1996): without unit, and in C.
const MAGNUS: (f64, f64) = (17.625, 243.04);

/// Saturation pressure of water vapor, kPa: Magnus, `0.61094 exp(17.625 T / (T + 243.04))`.
///
/// Over liquid water, -40 C to 50 C, within 0.4 % (Alduchov and Eskridge, 1996).
///
/// ```
/// use retrofit::physics::air::saturation_kpa;
/// // IAPWS: 0.6117 kPa at 0.01 C, 3.170 kPa at 25 C, 7.385 kPa at 40 C.
/// for (celsius, kpa) in [(0.01, 0.6117), (25.0, 3.170), (40.0, 7.385)] {
///     assert!((saturation_kpa(celsius) / kpa - 1.0).abs() < 0.004);
/// }
/// ```
pub fn saturation_kpa(celsius: f64) -> f64 {
    0.61094 * (MAGNUS.0 * celsius / (celsius + MAGNUS.1)).exp()
}

/// Dew point of air at a temperature and relative humidity, C: [`saturation_kpa`] turned round.
///
/// Same range; humidity above 0 to 100 %.
///
/// ```
/// use retrofit::physics::air::dew_point_c;
/// // Psychrometric chart: air of 25 C and 50 % has its dew point at 13.9 C.
/// assert!((dew_point_c(25.0, 50.0) - 13.9).abs() < 0.1);
/// assert!((dew_point_c(25.0, 100.0) - 25.0).abs() < 1e-9);
/// ```
pub fn dew_point_c(air_c: f64, humidity_pct: f64) -> f64 {
    let exponent = (humidity_pct / 100.0).ln() + MAGNUS.0 * air_c / (MAGNUS.1 + air_c);
    MAGNUS.1 * exponent / (MAGNUS.0 - exponent)
}

/// Coldest coolant that leaves pipes dry, C: the dew point of the room with a margin (2 K to 3 K is usual).
///
/// ```
/// use retrofit::physics::air::condensation_guard_c;
/// // A room of 24 C and 60 % (dew point 15.8 C) keeps coolant at 17.8 C and above.
/// assert!((condensation_guard_c(24.0, 60.0, 2.0) - 17.8).abs() < 0.1);
/// ```
pub fn condensation_guard_c(room_c: f64, humidity_pct: f64, margin_k: f64) -> f64 {
    dew_point_c(room_c, humidity_pct) + margin_k
}
