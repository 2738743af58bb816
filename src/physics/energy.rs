//! Energy and water over a year.

/// Power usage effectiveness: power of the site over power of its IT equipment (ISO/IEC 30134-2).
///
/// `other_kw` is everything that is not IT: cooling, losses, house load.
///
/// ```
/// use retrofit::physics::energy::pue;
/// // 1 MW of IT with 60 kW of cooling, 57 kW of electrical losses and 13 kW of house load.
/// assert!((pue(1000.0, &[60.0, 57.0, 13.0]) - 1.13).abs() < 1e-12);
/// ```
pub fn pue(it_kw: f64, other_kw: &[f64]) -> f64 {
    1.0 + other_kw.iter().sum::<f64>() / it_kw
}

/// Mean over a year of bins (hours, value), weighted by hours; `None` where no hours are given.
///
/// The annual PUE is this mean only at constant IT power; else divide the sums of energy.
///
/// ```
/// use retrofit::physics::energy::annual_mean;
/// // 1.10 for 6,570 hours and 1.30 for 2,190 hours.
/// assert!((annual_mean(&[(6570.0, 1.10), (2190.0, 1.30)]).unwrap() - 1.15).abs() < 1e-12);
/// assert_eq!(annual_mean(&[]), None);
/// ```
pub fn annual_mean(bins: &[(f64, f64)]) -> Option<f64> {
    let hours: f64 = bins.iter().map(|(hours, _)| hours).sum();
    let sum: f64 = bins.iter().map(|(hours, value)| hours * value).sum();
    (hours > 0.0).then(|| sum / hours)
}

/// Water usage effectiveness, L/kWh: water of the site over energy of its IT equipment (ISO/IEC 30134-9).
///
/// ```
/// use retrofit::physics::energy::wue_l_per_kwh;
/// // 1 MW all year on 1,752 m3 of water: 0.2 L/kWh, as of adiabatic coolers (0.1 to 0.4).
/// assert!((wue_l_per_kwh(1_752_000.0, 8_760_000.0) - 0.2).abs() < 1e-12);
/// ```
pub fn wue_l_per_kwh(water_l: f64, it_kwh: f64) -> f64 {
    water_l / it_kwh
}
