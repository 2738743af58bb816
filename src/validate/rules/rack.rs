//! The rack against its coolant, its voltage and what carries it on.

use crate::diagnostic::{Code, Diagnostic};
use crate::domain::Policy;
use crate::input::Inputs;

/// The coolant is no warmer than the rack accepts, and warms up in it.
pub fn coolant_temperatures(inputs: &Inputs) -> Vec<Diagnostic> {
    let rack = &inputs.target.data.rack;
    let mut found = Vec::new();
    if rack.coolant_supply_c > rack.max_coolant_supply_c {
        let message = "the coolant supply is warmer than the rack accepts";
        found.push(contradiction(inputs, message, "coolant_supply_c", "max_coolant_supply_c"));
    }
    if rack.coolant_return_c.is_some_and(|out| out <= rack.coolant_supply_c) {
        let message = "the coolant returns no warmer than it is supplied";
        found.push(contradiction(inputs, message, "coolant_return_c", "coolant_supply_c"));
    }
    found
}

/// The flow is known: from the maker's table, which covers the supply temperature, or from the return temperature.
pub fn flow(inputs: &Inputs) -> Vec<Diagnostic> {
    let rack = &inputs.target.data.rack;
    let at = |key: &str| inputs.target.document.locate(&format!("/rack/{key}"));
    let Some(table) = &rack.flow_table else {
        let known = rack.coolant_return_c.is_some() || rack.liquid_share_pct == 0.0;
        let missing = Diagnostic::error(Code::MissingChoice, "how much coolant does the rack take?")
            .at(at("coolant_supply_c"), "its supply is given")
            .help("give `flow_table` as the maker publishes it, or `coolant_return_c`");
        return if known { Vec::new() } else { vec![missing] };
    };
    if rack.coolant_return_c.is_some() {
        return vec![
            Diagnostic::error(Code::Contradiction, "the flow table and the return temperature both set the flow")
                .at(at("flow_table"), "the table")
                .and(at("coolant_return_c"), "the return")
                .help("leave `coolant_return_c` out: it follows from the table"),
        ];
    }
    let rows = &table.rows;
    let rising = rows.windows(2).all(|pair| pair[0].supply_c < pair[1].supply_c && pair[0].flow_lpm < pair[1].flow_lpm);
    let covered = rows
        .first()
        .zip(rows.last())
        .is_some_and(|(first, last)| (first.supply_c..=last.supply_c).contains(&rack.coolant_supply_c));
    let message = match (rising, covered) {
        (false, _) => "temperatures and flows of the table rise from row to row",
        (true, false) => "the table does not cover the coolant supply temperature",
        (true, true) => return Vec::new(),
    };
    vec![Diagnostic::error(Code::Contradiction, message).at(at("flow_table"), "").and(at("coolant_supply_c"), "")]
}

/// Redundancy is asked for where there are units to stand by.
pub fn redundancy(inputs: &Inputs) -> Vec<Diagnostic> {
    let document = &inputs.target.document;
    let asked = inputs.target.data.redundancy.iter();
    let idle = asked.filter(|(service, policy)| !service.can_be_redundant() && **policy != Policy::NPlus(0));
    idle.map(|(service, policy)| {
        Diagnostic::error(
            Code::Contradiction,
            format!("`{service}` has no units of which one could stand by for {policy}"),
        )
        .at(document.locate(&format!("/redundancy/{service}")), "")
        .help("write N, or leave the line out")
    })
    .collect()
}

/// The rack's window is a window, and new distribution is within it.
pub fn voltages(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, target) = (&inputs.target.document, &inputs.target.data);
    let rack = &target.rack;
    if rack.min_voltage_v > rack.max_voltage_v {
        let message = "the lowest voltage of the rack is above the highest";
        return vec![contradiction(inputs, message, "min_voltage_v", "max_voltage_v")];
    }
    let inside = (rack.min_voltage_v..=rack.max_voltage_v).contains(&target.distribution_voltage_v);
    let outside = (!inside).then(|| {
        outside_window(inputs, target.distribution_voltage_v)
            .at(document.locate("/distribution_voltage_v"), "distribution")
            .help("choose a distribution voltage that the rack accepts")
    });
    outside.into_iter().map(|found| with_window(inputs, found)).collect()
}

/// The low voltage that stands in a hall is one the rack accepts.
pub fn hall_voltages(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, rack) = (&inputs.facility.document, &inputs.target.data.rack);
    let halls = inputs.facility.data.halls.iter().enumerate().filter(|(_, hall)| hall.convertible);
    let given = halls.filter_map(|(index, hall)| Some((index, hall.low_voltage_v?)));
    let outside = given.filter(|(_, volts)| *volts < rack.min_voltage_v || *volts > rack.max_voltage_v);
    outside
        .map(|(index, volts)| {
            let found = outside_window(inputs, volts)
                .at(document.locate(&format!("/halls/{index}/low_voltage_v")), "distribution of the hall")
                .help("leave `low_voltage_v` out, to plan new distribution at the target's voltage");
            with_window(inputs, found)
        })
        .collect()
}

/// UPS, generators and fuel carry the load without a break.
pub fn continuity(inputs: &Inputs) -> Vec<Diagnostic> {
    let target = &inputs.target.data;
    let (ups, generators, fuel) =
        (target.ride_through_minutes > 0.0, target.generator_coverage_pct > 0.0, target.fuel_hours > 0.0);
    let at = |key: &str| inputs.target.document.locate(&format!("/{key}"));
    let odd = |message: &str, first: &str, second: &str| {
        Diagnostic::warning(Code::UnusualValue, message).at(at(first), "").and(at(second), "")
    };
    let table = [
        (generators && !ups, "nothing carries the load until the generators do", "ride_through_minutes"),
        (generators && !fuel, "generators without fuel", "fuel_hours"),
        (fuel && !generators, "fuel without generators", "fuel_hours"),
    ];
    table.iter().filter(|row| row.0).map(|row| odd(row.1, row.2, "generator_coverage_pct")).collect()
}

fn outside_window(inputs: &Inputs, volts: f64) -> Diagnostic {
    let rack = &inputs.target.data.rack;
    let window = format!("{} to {} V", rack.min_voltage_v, rack.max_voltage_v);
    Diagnostic::error(Code::Contradiction, format!("{volts} V is outside the rack's window of {window}"))
}

fn with_window(inputs: &Inputs, found: Diagnostic) -> Diagnostic {
    let document = &inputs.target.document;
    found
        .and(document.locate("/rack/min_voltage_v"), "lowest of the rack")
        .and(document.locate("/rack/max_voltage_v"), "highest of the rack")
}

fn contradiction(inputs: &Inputs, message: &str, first: &str, second: &str) -> Diagnostic {
    let at = |key: &str| inputs.target.document.locate(&format!("/rack/{key}"));
    Diagnostic::error(Code::Contradiction, message).at(at(first), "").and(at(second), "")
}
