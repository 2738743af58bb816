//! Units: SI as the plan counts, or what the United States are used to.

/// The system of units of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitSystem {
    /// As in the plan.
    #[default]
    Si,
    /// °F, feet, gallons, pounds; power stays in kW and MW.
    UsCustomary,
}

/// How one unit is written in the other system: `customary = si * factor + offset`.
struct Conversion {
    si: &'static str,
    customary: &'static str,
    factor: f64,
    offset: f64,
}

const fn by(si: &'static str, customary: &'static str, factor: f64) -> Conversion {
    Conversion { si, customary, factor, offset: 0.0 }
}

/// Factors from NIST SP 811 (2008), appendix B; all others are made of them.
const CONVERSIONS: &[Conversion] = &[
    Conversion { si: "°C", customary: "°F", factor: 1.8, offset: 32.0 },
    by("K", "°F", 1.8),
    by("m", "ft", 1.0 / 0.3048),
    by("mm", "in", 1.0 / 25.4),
    by("km", "mi", 1.0 / 1.609_344),
    by("m2", "ft2", 1.0 / (0.3048 * 0.3048)),
    by("m3", "gal", 1000.0 / LITERS_PER_GALLON),
    by("L", "gal", 1.0 / LITERS_PER_GALLON),
    by("L/h", "gal/h", 1.0 / LITERS_PER_GALLON),
    by("L/min", "gpm", 1.0 / LITERS_PER_GALLON),
    by("m3/h", "gpm", 1000.0 / LITERS_PER_GALLON / 60.0),
    by("m3/day", "gal/day", 1000.0 / LITERS_PER_GALLON),
    by("m3 a day", "gal a day", 1000.0 / LITERS_PER_GALLON),
    by("t a year", "short tons a year", 1000.0 / KG_PER_POUND / 2000.0),
    by("m3/s", "cfm", 60.0 / (0.3048 * 0.3048 * 0.3048)),
    by("m/s", "ft/s", 1.0 / 0.3048),
    by("kg", "lb", 1.0 / KG_PER_POUND),
    by("t", "short tons", 1000.0 / KG_PER_POUND / 2000.0),
    by("kg/m2", "lb/ft2", 0.3048 * 0.3048 / KG_PER_POUND),
    by("kg/m3", "lb/ft3", 0.3048 * 0.3048 * 0.3048 / KG_PER_POUND),
    by("kPa", "psi", 1.0 / 6.894_757),
    by("kJ/(kg K)", "Btu/(lb °F)", 1.0 / 4.1868),
    by("mPa s", "cP", 1.0),
];

const LITERS_PER_GALLON: f64 = 3.785_411_784;
const KG_PER_POUND: f64 = 0.453_592_37;

impl UnitSystem {
    /// A value in a unit of the plan, and the unit it is then in; units that are the same everywhere stay.
    ///
    /// ```
    /// use retrofit::report::UnitSystem;
    /// assert_eq!(UnitSystem::UsCustomary.convert(40.0, "°C"), (104.0, "°F"));
    /// assert_eq!(UnitSystem::UsCustomary.convert(9.6, "MW"), (9.6, "MW"));
    /// ```
    pub fn convert(self, value: f64, unit: &str) -> (f64, &str) {
        match self.conversion(unit) {
            Some(found) => (value * found.factor + found.offset, found.customary),
            None => (value, unit),
        }
    }

    /// The unit that values of a unit of the plan are written in.
    pub fn unit(self, unit: &str) -> &str {
        self.conversion(unit).map_or(unit, |found| found.customary)
    }

    fn conversion(self, unit: &str) -> Option<&'static Conversion> {
        match self {
            UnitSystem::Si => None,
            UnitSystem::UsCustomary => CONVERSIONS.iter().find(|conversion| conversion.si == unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_pairs_hold() {
        let pairs = [
            (100.0, "m2", 1076.391, "ft2"),
            (10.0, "K", 18.0, "°F"),
            (1.0, "m3", 264.172, "gal"),
            (100.0, "L/min", 26.417, "gpm"),
            (80.0, "km", 49.710, "mi"),
            (1500.0, "kg/m2", 307.224, "lb/ft2"),
            (1.0, "t", 1.102, "short tons"),
            (1.0, "m3/s", 2118.880, "cfm"),
            (100.0, "kPa", 14.504, "psi"),
        ];
        for (value, unit, expected, named) in pairs {
            let (found, unit) = UnitSystem::UsCustomary.convert(value, unit);
            assert!((found - expected).abs() < 1e-3, "{found} {unit}");
            assert_eq!(unit, named);
        }
    }
}
