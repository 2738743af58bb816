//! Values between the rows of a table.

/// The rows on either side of `x` in a table in ascending order of `key` (the same row twice at a node), `None` outside.
pub(super) fn neighbors<T>(rows: &[T], x: f64, key: impl Fn(&T) -> f64) -> Option<(&T, &T)> {
    let below = rows.iter().rfind(|row| key(row) <= x)?;
    let above = rows.iter().find(|row| key(row) >= x)?;
    Some((below, above))
}

/// Value at `x` on the straight line through two points.
pub(super) fn linear(x: f64, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> f64 {
    if x0 == x1 { y0 } else { y0 + (y1 - y0) * (x - x0) / (x1 - x0) }
}

/// Value at `x` on the power law through two points: a straight line in logarithms. All numbers above zero.
pub(super) fn power(x: f64, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> f64 {
    if x0 == x1 { y0 } else { y0 * (x / x0).powf((y1 / y0).ln() / (x1 / x0).ln()) }
}
