//! Fiber: round-trip time.

/// Round-trip time over a route, ms.
///
/// `RTT = 2 (L d + n a) + f`, L the route length in km, d the propagation delay one way (4.9 us/km in standard single-mode
/// fiber), n in-line amplifiers of a us each, f the line terminals' delay for a round trip in us.
///
/// ```
/// use retrofit::physics::network::round_trip_ms;
/// // 100 km of fiber alone: 0.98 ms.
/// assert!((round_trip_ms(100.0, 0, 4.9, 0.15, 0.0) - 0.98).abs() < 1e-12);
/// ```
pub fn round_trip_ms(length_km: f64, amplifiers: u32, us_per_km: f64, amplifier_us: f64, terminal_us: f64) -> f64 {
    (2.0 * (length_km * us_per_km + f64::from(amplifiers) * amplifier_us) + terminal_us) / 1000.0
}
