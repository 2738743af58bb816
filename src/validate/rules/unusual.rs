//! Values that are possible, but seldom.

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::input::{Document, Inputs};

/// A value, where it stands (`*` for each element of a list), its usual range, and what lies outside.
type Usual = (&'static str, std::ops::RangeInclusive<f64>, &'static str);

const FACILITY: &[Usual] = &[
    ("/elevation_m", -100.0..=3000.0, "few sites lie so"),
    ("/climate/design_dry_bulb_c", 20.0..=50.0, "a design day is seldom so; is it in C?"),
    ("/regional_cost_index", 0.6..=1.8, "1 is the average of the United States"),
    ("/mining/margin_usd_per_mwh", 0.0..=200.0, "the margin is revenue less power and fees"),
    ("/assets/*/age_years", 0.0..=40.0, "equipment seldom lasts so long"),
];

const TARGET: &[Usual] = &[
    ("/gross_mw_per_it_mw", 1.1..=2.0, "published conversions run from 1.2 to 1.5"),
    ("/rack/power_kw", 10.0..=600.0, "is it the power of one rack, in kW?"),
    ("/rack/weight_kg", 500.0..=3000.0, "is it the weight of one rack, in kg?"),
    ("/fiber/round_trip_limit_ms", 0.1..=100.0, "is it the round trip, in ms?"),
];

/// Each value of the tables is in its usual range.
pub fn values(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut found = outside(&inputs.facility.document, FACILITY);
    found.extend(outside(&inputs.target.document, TARGET));
    found
}

fn outside(document: &Document, table: &[Usual]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (pattern, usual, remark) in table {
        for pointer in pointers(document.value(), pattern) {
            let value = document.value().pointer(&pointer).and_then(Value::as_f64);
            if let Some(value) = value.filter(|value| !usual.contains(value)) {
                let message = format!("{} is unusual for `{}`", value, document.path(&pointer));
                let odd = Diagnostic::warning(Code::UnusualValue, message).at(document.locate(&pointer), "");
                found.push(odd.help(format!("usual are {} to {}: {remark}", usual.start(), usual.end())));
            }
        }
    }
    found
}

/// A pattern with its `*` replaced by each index of the list.
fn pointers(value: &Value, pattern: &str) -> Vec<String> {
    let Some((list, rest)) = pattern.split_once("/*") else { return vec![pattern.to_owned()] };
    let length = value.pointer(list).and_then(Value::as_array).map_or(0, Vec::len);
    (0..length).map(|index| format!("{list}/{index}{rest}")).collect()
}
