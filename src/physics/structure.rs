//! Floors.

/// Mean load of the rack floor, kg/m2: the rack's weight with a factor for CDUs, piping and point loads, over the floor of
/// one rack with its share of aisles.
///
/// ```
/// use retrofit::physics::structure::floor_load_kg_per_m2;
/// assert_eq!(floor_load_kg_per_m2(1360.0, 1.25, 4.0), 425.0);
/// ```
pub fn floor_load_kg_per_m2(rack_kg: f64, factor: f64, floor_m2_per_rack: f64) -> f64 {
    rack_kg * factor / floor_m2_per_rack
}
