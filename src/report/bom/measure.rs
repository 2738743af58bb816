//! Quantities as a buyer orders them.

/// Units of measure of which tenths are ordered; all others are ordered whole.
const BY_TENTHS: &[&str] = &["MW", "MVA", "km"];

/// Units of measure of which whole ones are ordered.
const BY_ONES: &[&str] = &["m", "m2", "m3", "t", "strand-km"];

/// Whether a unit measures goods; others count them.
pub fn is_measured(unit: &str) -> bool {
    BY_TENTHS.contains(&unit) || BY_ONES.contains(&unit)
}

/// What is ordered of a planned quantity: rounded up to whole units, or to tenths where a whole one is a large step.
pub fn to_order(quantity: f64, unit: &str) -> f64 {
    let steps = if BY_TENTHS.contains(&unit) { 10.0 } else { 1.0 };
    // What the solver leaves of a whole number is none.
    (quantity * steps - 1e-6).ceil() / steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measured_goods_are_rounded_up_and_whole_ones_stay() {
        assert_eq!(to_order(9526.759, "m2"), 9527.0);
        assert_eq!(to_order(15.852, "MVA"), 15.9);
        assert_eq!(to_order(14.000_000_01, "each"), 14.0);
        assert_eq!(to_order(1.6, "km"), 1.6);
        assert!(is_measured("MW") && is_measured("m2") && !is_measured("each"));
    }
}
