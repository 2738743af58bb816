//! Properties of coolants, from a table by temperature. The rows are data of a catalog.

use super::interpolate::{linear, neighbors};

/// Properties of a liquid at one temperature: a row of its table, or a point between rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fluid {
    /// Temperature, C.
    pub celsius: f64,
    /// Density, kg/m3.
    pub density_kg_per_m3: f64,
    /// Specific heat capacity, kJ/(kg K).
    pub heat_capacity_kj_per_kg_k: f64,
    /// Dynamic viscosity, mPa s.
    pub viscosity_mpa_s: f64,
}

impl Fluid {
    /// Heat capacity of a volume, kJ/(m3 K): `rho c`.
    ///
    /// ```
    /// # use retrofit::physics::coolant::Fluid;
    /// // Inhibited propylene glycol 25 % at 40 C (Dow DOWFROST LC 25, form 176-01641, 2023-06).
    /// let pg25 = Fluid { celsius: 40.0, density_kg_per_m3: 1022.5, heat_capacity_kj_per_kg_k: 3.92, viscosity_mpa_s: 1.58 };
    /// assert!((pg25.volumetric_heat_capacity_kj_per_m3_k() - 4008.0).abs() < 0.5);
    /// ```
    pub fn volumetric_heat_capacity_kj_per_m3_k(&self) -> f64 {
        self.density_kg_per_m3 * self.heat_capacity_kj_per_kg_k
    }
}

/// Properties at a temperature (C), linear between the rows, those of the end row outside them; `None` without rows.
///
/// Rows stand in ascending order of temperature. Density and heat capacity are nearly straight lines; viscosity is convex,
/// so a value between distant rows is a little high, which errs to the safe side of a pressure drop.
///
/// ```
/// use retrofit::physics::coolant::{Fluid, properties_at};
/// let row = |celsius, density_kg_per_m3, heat_capacity_kj_per_kg_k, viscosity_mpa_s| Fluid {
///     celsius, density_kg_per_m3, heat_capacity_kj_per_kg_k, viscosity_mpa_s,
/// };
/// // Water (IAPWS): at 25 C 997.0, 4.182, 0.890; at 40 C 992.2, 4.179, 0.653.
/// let water = [row(25.0, 997.0, 4.182, 0.890), row(40.0, 992.2, 4.179, 0.653)];
/// // IAPWS gives 995.65 kg/m3, 4.180 kJ/(kg K) and 0.797 mPa s at 30 C, which is not in the table.
/// let at_30_c = properties_at(&water, 30.0).unwrap();
/// assert!((at_30_c.density_kg_per_m3 / 995.65 - 1.0).abs() < 0.001);
/// assert!((at_30_c.heat_capacity_kj_per_kg_k / 4.180 - 1.0).abs() < 0.001);
/// assert!((at_30_c.viscosity_mpa_s / 0.797 - 1.0).abs() < 0.03 && at_30_c.viscosity_mpa_s > 0.797);
/// // DOWFROST LC 25 (Dow, form 176-01641, 2023-06): colder than the table is as at its first row.
/// let pg25 = [row(25.0, 1030.3, 3.88, 2.39), row(40.0, 1022.5, 3.92, 1.58)];
/// assert_eq!(properties_at(&pg25, 10.0).unwrap().viscosity_mpa_s, 2.39);
/// assert_eq!(properties_at(&[], 40.0), None);
/// ```
pub fn properties_at(rows: &[Fluid], celsius: f64) -> Option<Fluid> {
    let within = celsius.max(rows.first()?.celsius).min(rows.last()?.celsius);
    let (below, above) = neighbors(rows, within, |row| row.celsius)?;
    let value = |of: fn(&Fluid) -> f64| linear(within, (below.celsius, of(below)), (above.celsius, of(above)));
    Some(Fluid {
        celsius,
        density_kg_per_m3: value(|row| row.density_kg_per_m3),
        heat_capacity_kj_per_kg_k: value(|row| row.heat_capacity_kj_per_kg_k),
        viscosity_mpa_s: value(|row| row.viscosity_mpa_s),
    })
}
