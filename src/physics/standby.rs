//! Standby and storage: fuel, emissions, batteries.

/// Fuel that engines burn, L: load times hours times specific consumption.
///
/// ```
/// use retrofit::physics::standby::fuel_l;
/// // A set that burns 687 L/h at 2,640 kW takes 0.260 L/kWh: 1 MW for 24 h is 1,650 US gallons.
/// assert!((fuel_l(1000.0, 24.0, 687.0 / 2640.0) / 3.785412 - 1650.0).abs() < 1.0);
/// ```
pub fn fuel_l(load_kw: f64, hours: f64, l_per_kwh: f64) -> f64 {
    load_kw * hours * l_per_kwh
}

/// Nitrogen oxides that engines emit in a year, short tons, the unit of United States permits (907.185 kg).
///
/// ```
/// use retrofit::physics::standby::nox_tons_per_year;
/// // 10 MW for 100 hours at the EPA Tier 2 limit of 6.4 g/kWh: 6,400 kg.
/// assert!((nox_tons_per_year(10_000.0, 100.0, 6.4) - 7.055).abs() < 0.001);
/// ```
pub fn nox_tons_per_year(load_kw: f64, hours_per_year: f64, g_per_kwh: f64) -> f64 {
    load_kw * hours_per_year * g_per_kwh / 907_184.74
}

/// Nameplate energy of a battery that carries a load for some minutes at its end of life, kWh.
///
/// `E = P t / (eta k)`, eta the inverter's efficiency, k the share of the nameplate left at the end of life (0.8 is usual).
/// Whether the cells can deliver the power in so short a time is a matter of the maker's rating.
///
/// ```
/// use retrofit::physics::standby::battery_kwh;
/// // 5 minutes at 1 MW: 83 kWh delivered, 109 kWh of nameplate.
/// assert!((battery_kwh(1000.0, 5.0, 0.96, 0.8) - 108.5).abs() < 0.1);
/// ```
pub fn battery_kwh(load_kw: f64, minutes: f64, efficiency: f64, end_of_life_share: f64) -> f64 {
    load_kw * minutes / 60.0 / (efficiency * end_of_life_share)
}

/// Energy that a battery delivers to turn a step of load into a ramp that the grid allows, kWh.
///
/// `E = dP^2 / (2 r)`: the triangle between the step and the ramp. The battery's power is the whole step, and as much energy
/// is taken up when the load falls; a state of charge in the middle therefore needs twice this energy.
///
/// ```
/// use retrofit::physics::standby::smoothing_kwh;
/// // A step of 60 MW at 1 MW/s lasts 60 s at 30 MW on average: 500 kWh.
/// assert_eq!(smoothing_kwh(60_000.0, 1000.0), 500.0);
/// ```
pub fn smoothing_kwh(step_kw: f64, ramp_kw_per_s: f64) -> f64 {
    step_kw * step_kw / (2.0 * ramp_kw_per_s) / 3600.0
}
