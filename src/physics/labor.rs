//! Work in two shifts.

/// Duration of work in two equal shifts over that in one: `1 / (2 (1 - loss))`, loss being the share of each hour's output
/// that shift work loses. Valid for crews that can be doubled over the day, not for hours of curing, flushing or testing.
///
/// ```
/// use retrofit::physics::labor::two_shift_duration;
/// // Hanna et al., 2008: half of all hours in the second shift lose 0.22052 + 0.07152 ln 0.5 = 17.1 %.
/// assert!((two_shift_duration(0.22052 + 0.07152 * 0.5_f64.ln()) - 0.603).abs() < 0.001);
/// assert_eq!(two_shift_duration(0.0), 0.5);
/// ```
pub fn two_shift_duration(loss: f64) -> f64 {
    0.5 / (1.0 - loss)
}

/// Labor cost of work in two equal shifts over that in one, less one: `(1 + differential / 2) / (1 - loss) - 1`. Half of the
/// hours are paid the second shift's differential (a share of the wage), and the lost output is worked again.
///
/// ```
/// use retrofit::physics::labor::two_shift_premium;
/// // 17.3 % more for the second shift and 17 % of output lost: 1.0865 / 0.83 = 1.309.
/// assert!((two_shift_premium(0.17, 0.173) - 0.309).abs() < 0.0001);
/// assert_eq!(two_shift_premium(0.0, 0.0), 0.0);
/// ```
pub fn two_shift_premium(loss: f64, differential: f64) -> f64 {
    (1.0 + differential / 2.0) / (1.0 - loss) - 1.0
}
