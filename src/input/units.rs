//! Units at the end of keys, and those that people write instead.

/// A unit of measure.
#[derive(Debug, PartialEq)]
pub(super) struct Unit {
    /// What a key in it ends in.
    pub suffix: &'static str,
    /// How it is written behind a number.
    pub symbol: &'static str,
    /// What it measures; units of one quantity can be converted.
    quantity: &'static str,
    /// How many of the quantity's first unit it is; nothing where conversion is not a factor.
    factor: Option<f64>,
}

const fn unit(suffix: &'static str, symbol: &'static str, quantity: &'static str, factor: f64) -> Unit {
    Unit { suffix, symbol, quantity, factor: Some(factor) }
}

const fn degrees(suffix: &'static str, symbol: &'static str) -> Unit {
    Unit { suffix, symbol, quantity: "temperature", factor: None }
}

/// Every unit that keys end in, and units often written in their stead. The first of equal suffixes counts.
const UNITS: &[Unit] = &[
    unit("w", "W", "power", 1.0),
    unit("kw", "kW", "power", 1e3),
    unit("mw", "MW", "power", 1e6),
    unit("gw", "GW", "power", 1e9),
    unit("hp", "hp", "power", 745.699_872),
    unit("btu_per_h", "BTU/h", "power", 0.293_071_07),
    unit("va", "VA", "apparent power", 1.0),
    unit("kva", "kVA", "apparent power", 1e3),
    unit("mva", "MVA", "apparent power", 1e6),
    unit("wh", "Wh", "energy", 1.0),
    unit("kwh", "kWh", "energy", 1e3),
    unit("mwh", "MWh", "energy", 1e6),
    unit("v", "V", "voltage", 1.0),
    unit("kv", "kV", "voltage", 1e3),
    unit("a", "A", "current", 1.0),
    unit("ka", "kA", "current", 1e3),
    unit("mm", "mm", "length", 1e-3),
    unit("cm", "cm", "length", 1e-2),
    unit("m", "m", "length", 1.0),
    unit("km", "km", "length", 1e3),
    unit("in", "in", "length", 0.0254),
    unit("ft", "ft", "length", 0.3048),
    unit("mi", "mi", "length", 1_609.344),
    unit("miles", "miles", "length", 1_609.344),
    unit("m2", "m2", "area", 1.0),
    unit("sqm", "m2", "area", 1.0),
    unit("ha", "ha", "area", 1e4),
    unit("ft2", "ft2", "area", 0.092_903_04),
    unit("sqft", "ft2", "area", 0.092_903_04),
    unit("acres", "acres", "area", 4_046.856_422_4),
    unit("l", "L", "volume", 1e-3),
    unit("m3", "m3", "volume", 1.0),
    unit("gal", "gal", "volume", 3.785_411_784e-3),
    unit("m3_per_day", "m3 a day", "daily volume", 1.0),
    unit("l_per_day", "L a day", "daily volume", 1e-3),
    unit("gal_per_day", "gal a day", "daily volume", 3.785_411_784e-3),
    unit("gpd", "gal a day", "daily volume", 3.785_411_784e-3),
    unit("lpm", "L/min", "flow", 1.0),
    unit("l_per_s", "L/s", "flow", 60.0),
    unit("m3_per_h", "m3/h", "flow", 1_000.0 / 60.0),
    unit("gpm", "gal/min", "flow", 3.785_411_784),
    unit("kg", "kg", "mass", 1.0),
    unit("t", "t", "mass", 1e3),
    unit("lb", "lb", "mass", 0.453_592_37),
    unit("lbs", "lb", "mass", 0.453_592_37),
    unit("kg_per_m2", "kg/m2", "area load", 1.0),
    unit("kn_per_m2", "kN/m2", "area load", 101.971_621),
    unit("kpa", "kPa", "area load", 101.971_621),
    unit("psf", "lb/ft2", "area load", 4.882_427_64),
    degrees("c", "C"),
    degrees("f", "F"),
    degrees("k", "K"),
    unit("pct", "percent", "share", 1.0),
    unit("percent", "percent", "share", 1.0),
    unit("share", "of 1", "share", 100.0),
    unit("ms", "ms", "time", 1e-3),
    unit("us", "us", "time", 1e-6),
    unit("seconds", "s", "time", 1.0),
    unit("minutes", "minutes", "time", 60.0),
    unit("min", "minutes", "time", 60.0),
    unit("hours", "hours", "time", 3_600.0),
    unit("h", "hours", "time", 3_600.0),
    unit("days", "days", "time", 86_400.0),
    unit("weeks", "weeks", "time", 604_800.0),
    unit("months", "months", "time", 2_629_746.0),
    unit("years", "years", "time", 31_556_952.0),
    unit("usd", "USD", "money", 1.0),
    unit("kusd", "thousand USD", "money", 1e3),
    unit("musd", "million USD", "money", 1e6),
    unit("usd_per_mwh", "USD/MWh", "price of energy", 1.0),
    unit("usd_per_kwh", "USD/kWh", "price of energy", 1e3),
];

/// A key's name without its unit, and the unit; the longest suffix that is a unit counts.
pub(super) fn split(key: &str) -> (&str, Option<&'static Unit>) {
    for (at, _) in key.match_indices('_') {
        if let Some(unit) = UNITS.iter().find(|unit| unit.suffix == key[at + 1..].to_lowercase()) {
            return (&key[..at], Some(unit));
        }
    }
    (key, None)
}

/// The unit that is written behind a number.
pub(super) fn by_symbol(text: &str) -> Option<&'static Unit> {
    let text = text.trim().trim_start_matches('°');
    let same = |unit: &&Unit| unit.symbol == text || unit.suffix.eq_ignore_ascii_case(text);
    match text {
        "%" => by_symbol("percent"),
        "$" => by_symbol("USD"),
        _ => UNITS.iter().find(|unit| unit.symbol == text).or_else(|| UNITS.iter().find(same)),
    }
}

impl Unit {
    /// True for units of one quantity.
    pub fn measures_like(&self, other: &Unit) -> bool {
        self.quantity == other.quantity
    }

    /// A value in this unit, converted; nothing between quantities and where conversion is not a factor.
    pub fn convert(&self, value: f64, to: &Unit) -> Option<f64> {
        let factor = self.measures_like(to).then_some(self.factor? / to.factor?)?;
        // Ten digits: more than any input has, fewer than show the factor's rounding.
        format!("{:.9e}", value * factor).parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unit_is_split_off() {
        assert_eq!(split("slab_kg_per_m2").0, "slab");
        assert_eq!(split("firm_kw").1.unwrap().symbol, "kW");
        assert_eq!(split("count"), ("count", None));
    }

    #[test]
    fn values_are_converted_within_a_quantity() {
        let (kw, mw, ft) = (by_symbol("kW").unwrap(), by_symbol("MW").unwrap(), by_symbol("ft").unwrap());
        assert_eq!(kw.convert(18_500.0, mw), Some(18.5));
        assert_eq!(ft.convert(100.0, by_symbol("m").unwrap()), Some(30.48));
        assert_eq!(ft.convert(1.0, mw), None);
    }
}
