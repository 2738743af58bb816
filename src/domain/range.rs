//! A figure that is not known exactly: low, likely, high.

use std::borrow::Borrow;
use std::iter::Sum;
use std::ops::{Add, Mul};

use serde::{Deserialize, Serialize};

/// A three-point figure. `low <= likely <= high` for every range that passed validation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// The favorable end.
    pub low: f64,
    /// What a plan is made with.
    pub likely: f64,
    /// The unfavorable end.
    pub high: f64,
}

impl Range {
    /// Nothing, exactly.
    pub const ZERO: Range = Range::exact(0.0);

    /// A figure without spread.
    pub const fn exact(value: f64) -> Range {
        Range { low: value, likely: value, high: value }
    }

    /// Applies one function to all three points.
    pub fn map(self, f: impl Fn(f64) -> f64) -> Range {
        Range { low: f(self.low), likely: f(self.likely), high: f(self.high) }
    }

    /// Point by point, the larger of two ranges.
    pub fn max(self, other: Range) -> Range {
        Range { low: self.low.max(other.low), likely: self.likely.max(other.likely), high: self.high.max(other.high) }
    }

    /// True when the points are finite and in order.
    pub fn is_ordered(&self) -> bool {
        self.low.is_finite() && self.high.is_finite() && self.low <= self.likely && self.likely <= self.high
    }
}

/// Adds like ends: the sum's low end holds only if every term is at its low end (full correlation).
impl Add for Range {
    type Output = Range;
    fn add(self, other: Range) -> Range {
        Range { low: self.low + other.low, likely: self.likely + other.likely, high: self.high + other.high }
    }
}

impl Mul<f64> for Range {
    type Output = Range;
    fn mul(self, factor: f64) -> Range {
        self.map(|x| x * factor)
    }
}

impl Sum for Range {
    fn sum<I: Iterator<Item = Range>>(iter: I) -> Range {
        iter.fold(Range::ZERO, Add::add)
    }
}

/// Sums of figures that may be none. The standard library's sum of nothing is -0, which plans and reports would show.
pub trait Total {
    /// The sum, and 0 where there is nothing to add.
    ///
    /// ```
    /// use retrofit::domain::range::Total;
    /// assert!([].iter().total().is_sign_positive());
    /// assert_eq!([1.5, 2.0].iter().total(), 3.5);
    /// ```
    fn total(self) -> f64;
}

impl<I: Iterator<Item: Borrow<f64>>> Total for I {
    fn total(self) -> f64 {
        self.fold(0.0, |sum, figure| sum + figure.borrow())
    }
}

/// What products of a few factors may fall short by, relative.
const NOISE: f64 = 1e-15;

/// Rounds money to the cent, half away from zero, so that sums can be checked to the cent.
///
/// A half stays one where binary falls just short of it, as spreadsheets have it.
///
/// ```
/// use retrofit::domain::range::cents;
/// assert_eq!(cents(10.005 * 3.0), 30.02);
/// assert_eq!(cents(334.5 * 339.15), 113_445.68); // 113,445.675; in binary a trifle less
/// ```
pub fn cents(usd: f64) -> f64 {
    // Adding zero turns -0 into 0.
    (usd * 100.0 * (1.0 + NOISE)).round() / 100.0 + 0.0
}
