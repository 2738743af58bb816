//! Power chain: currents, fault levels, engine derating.

/// Apparent power of a three-phase circuit at a continuous share of its rated current, kVA.
///
/// `S = sqrt(3) V I k`, with V line to line in volts, I in amperes, k the continuous share (0.8 for equipment that is not
/// 100 % rated: NEC 210.20(A), 215.3).
///
/// ```
/// use retrofit::physics::electrical::three_phase_kva;
/// // An 800 A busway at 415 V carries 455 kW at 0.99 power factor and 80 %.
/// assert_eq!((three_phase_kva(415.0, 800.0, 0.8) * 0.99).round(), 455.0);
/// ```
pub fn three_phase_kva(volts: f64, amps: f64, continuous_share: f64) -> f64 {
    3f64.sqrt() * volts * amps * continuous_share / 1000.0
}

/// Greatest symmetrical fault current behind a transformer, kA.
///
/// `Isc = FLA / (Z / 1.075 + S / S_source)`; the 7.5 % allows for the impedance tolerance of IEEE C57.12.00, and the source
/// is an infinite bus where its fault level (MVA) is not known. Motors, UPS and generators in parallel add to it and are
/// not in it.
///
/// ```
/// use retrofit::physics::electrical::fault_current_ka;
/// // 1,500 kVA, 480 V, 5.75 %: 31.4 kA without the tolerance (IAEI Magazine, 2018-08), 33.7 kA with it.
/// assert!((fault_current_ka(1500.0, 480.0, 5.75, None) - 33.73).abs() < 0.01);
/// // 2,500 kVA at 415 V stands just at 65 kA.
/// assert!((fault_current_ka(2500.0, 415.0, 5.75, None) - 65.0).abs() < 0.1);
/// // Behind a source of 500 MVA it is 59.5 kA: 3,478 A / (0.0575 / 1.075 + 2.5 / 500).
/// assert!((fault_current_ka(2500.0, 415.0, 5.75, Some(500.0)) - 59.47).abs() < 0.02);
/// ```
pub fn fault_current_ka(kva: f64, volts: f64, impedance_pct: f64, source_mva: Option<f64>) -> f64 {
    let full_load_amps = kva * 1000.0 / (3f64.sqrt() * volts);
    let source = source_mva.map_or(0.0, |mva| kva / 1000.0 / mva);
    full_load_amps / (impedance_pct / 100.0 / 1.075 + source) / 1000.0
}

/// Share of its rating that a standby engine gives at a height (m) and air temperature (C).
///
/// Ratings hold to 300 m and 40 C; beyond, power falls by `pct_per_300_m` for each 300 m and `pct_per_k` for each kelvin
/// (an engine maker's derating sheet; the vendor's own curve replaces it). Never below zero.
///
/// ```
/// use retrofit::physics::electrical::engine_share;
/// assert_eq!(engine_share(250.0, 38.0, 3.4, 2.0), 1.0);
/// assert!((engine_share(900.0, 42.0, 3.4, 2.0) - 0.892).abs() < 1e-12);
/// ```
pub fn engine_share(elevation_m: f64, air_c: f64, pct_per_300_m: f64, pct_per_k: f64) -> f64 {
    let height = (elevation_m - 300.0).max(0.0) / 300.0 * pct_per_300_m;
    let heat = (air_c - 40.0).max(0.0) * pct_per_k;
    (1.0 - (height + heat) / 100.0).max(0.0)
}
