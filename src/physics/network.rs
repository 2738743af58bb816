//! Network: round-trip time, reach and counts of links.

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

/// Length of a route, km: line of sight times the route factor.
///
/// Factor 1.3 is the median of best conduit paths between 120 United States cities, 2.1 that of bought Internet paths
/// (arXiv:1811.10737, 2018).
///
/// ```
/// use retrofit::physics::network::route_km;
/// assert_eq!(route_km(100.0, 1.3), 130.0);
/// ```
pub fn route_km(line_of_sight_km: f64, route_factor: f64) -> f64 {
    line_of_sight_km * route_factor
}

/// In-line amplifiers on a route: one between two spans, none where one span reaches.
///
/// ```
/// use retrofit::physics::network::amplifier_count;
/// assert_eq!([80.0, 81.0, 160.0, 161.0].map(|km| amplifier_count(km, 80.0)), [0, 1, 1, 2]);
/// ```
pub fn amplifier_count(route_km: f64, span_km: f64) -> u32 {
    ((route_km / span_km - 1e-9).ceil() as u32).saturating_sub(1)
}

/// Delay of the equipment on a path one way, us: amplifiers, electrical regenerators, error correction.
///
/// An amplifier takes 0.15 us (30 m of erbium fiber), a regenerator about 100 us, error correction 15 to 150 us for each
/// coherent link (mapyourtech.com).
///
/// ```
/// use retrofit::physics::network::equipment_us;
/// // Two amplifiers, one regenerator, 30 us of error correction.
/// assert!((equipment_us(2, 0.15, 1, 100.0, 30.0) - 130.3).abs() < 1e-9);
/// ```
pub fn equipment_us(amplifiers: u32, amplifier_us: f64, regenerators: u32, regenerator_us: f64, fec_us: f64) -> f64 {
    f64::from(amplifiers) * amplifier_us + f64::from(regenerators) * regenerator_us + fec_us
}

/// Round-trip time over a route with its equipment, ms: `2 (L d + e)`, e from [`equipment_us`].
///
/// ```
/// use retrofit::physics::network::path_round_trip_ms;
/// // A regenerator of 100 us adds 0.2 ms to the 0.98 ms of 100 km.
/// assert!((path_round_trip_ms(100.0, 4.9, 100.0) - 1.18).abs() < 1e-12);
/// ```
pub fn path_round_trip_ms(route_km: f64, us_per_km: f64, equipment_us: f64) -> f64 {
    2.0 * (route_km * us_per_km + equipment_us) / 1000.0
}

/// Longest line of sight within a round-trip limit, km: `(t / 2 - e) / (d f)`, at least zero.
///
/// ```
/// use retrofit::physics::network::longest_line_of_sight_km;
/// // 2 ms: 157 km on an engineered route, 97 km on a bought path, fiber only.
/// assert_eq!(longest_line_of_sight_km(2.0, 4.9, 1.3, 0.0).round(), 157.0);
/// assert_eq!(longest_line_of_sight_km(2.0, 4.9, 2.1, 0.0).round(), 97.0);
/// ```
pub fn longest_line_of_sight_km(limit_ms: f64, us_per_km: f64, route_factor: f64, equipment_us: f64) -> f64 {
    ((limit_ms * 500.0 - equipment_us) / (us_per_km * route_factor)).max(0.0)
}

/// A kind of link and how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Medium {
    /// Name.
    pub name: &'static str,
    /// Reach, m, with up to two patch panels where it is fiber.
    pub reach_m: f64,
}

/// Reach of multimode fiber at 400 Gb/s, panels included, m (NVIDIA cabling requirements, 2025-10).
pub const MULTIMODE_REACH_M: f64 = 50.0;

/// Rise from a rack to the tray above it, and the fall at the other end, m each: trays at about 3 m, slack in the rack.
const DROP_M: f64 = 3.0;

/// Ordered length over the measured way: bends, and trunks that come in whole steps.
const SLACK: f64 = 1.1;

/// Length of a cable that runs so far along the rows and so far across them, m: `(a + b + 2 x 3) x 1.1`.
///
/// ```
/// use retrofit::physics::network::cable_m;
/// // 20 m along and 14 m across with two drops of 3 m are 40 m of way, 44 m of cable.
/// assert!((cable_m(20.0, 14.0) - 44.0).abs() < 1e-9);
/// ```
pub fn cable_m(along_m: f64, across_m: f64) -> f64 {
    (along_m + across_m + 2.0 * DROP_M) * SLACK
}

/// Links at 400 Gb/s and 800 Gb/s by reach, the cheapest first: copper (NDR trade guide), multimode, single-mode and FR4
/// (NVIDIA cabling requirements, 2025-10), LR4 (IEEE 802.3), 400ZR with line amplifiers (OIF, 80 to 120 km).
pub const MEDIA: &[Medium] = &[
    Medium { name: "passive copper (DAC)", reach_m: 3.0 },
    Medium { name: "active copper (AEC)", reach_m: 7.0 },
    Medium { name: "multimode fiber", reach_m: MULTIMODE_REACH_M },
    Medium { name: "parallel single-mode fiber (MPO)", reach_m: 500.0 },
    Medium { name: "duplex single-mode fiber, FR4", reach_m: 2_000.0 },
    Medium { name: "duplex single-mode fiber, LR4", reach_m: 10_000.0 },
    Medium { name: "coherent (400ZR)", reach_m: 120_000.0 },
];

/// First medium of [`MEDIA`] that reaches a distance, `None` beyond all.
///
/// ```
/// use retrofit::physics::network::medium;
/// assert_eq!(medium(2.0).unwrap().name, "passive copper (DAC)");
/// assert_eq!(medium(51.0).unwrap().reach_m, 500.0);
/// assert_eq!(medium(200_000.0), None);
/// ```
pub fn medium(distance_m: f64) -> Option<Medium> {
    MEDIA.iter().copied().find(|medium| medium.reach_m >= distance_m)
}

/// Links of a non-blocking scale-out fabric: one for each GPU and tier.
///
/// ```
/// use retrofit::physics::network::scale_out_links;
/// // A rack of 72: 144 in two tiers, 216 in three.
/// assert_eq!((scale_out_links(72, 2), scale_out_links(72, 3)), (144, 216));
/// // DGX B200 SuperPOD reference architecture: 4,096 links in each of three tiers.
/// assert_eq!(scale_out_links(4096, 3), 3 * 4096);
/// ```
pub fn scale_out_links(gpus: u32, tiers: u32) -> u32 {
    gpus * tiers
}

/// Wavelengths that carry a capacity: rounded up to whole ones.
///
/// ```
/// use retrofit::physics::network::wavelengths;
/// // 3.3 Tb/s at 400 Gb/s.
/// assert_eq!(wavelengths(3300.0, 400.0), 9);
/// assert_eq!(wavelengths(3200.0, 400.0), 8);
/// ```
pub fn wavelengths(capacity_gbps: f64, wavelength_gbps: f64) -> u32 {
    (capacity_gbps / wavelength_gbps - 1e-9).ceil() as u32
}

#[cfg(test)]
mod tests {
    use super::{path_round_trip_ms, round_trip_ms, route_km};

    #[test]
    fn round_trips_of_fiber_alone() {
        // Line of sight (km), ms on an engineered route (1.3) and on a bought path (2.1).
        for (km, engineered, bought) in
            [(50.0, 0.64, 1.03), (100.0, 1.27, 2.06), (500.0, 6.37, 10.3), (1000.0, 12.74, 20.6)]
        {
            assert!((path_round_trip_ms(route_km(km, 1.3), 4.9, 0.0) - engineered).abs() < 0.006);
            assert!((path_round_trip_ms(route_km(km, 2.1), 4.9, 0.0) - bought).abs() < 0.03);
        }
    }

    #[test]
    fn both_ways_to_count_amplifiers_agree() {
        assert_eq!(round_trip_ms(300.0, 3, 4.9, 0.15, 60.0), path_round_trip_ms(300.0, 4.9, 3.0 * 0.15 + 30.0));
    }
}
