//! Constants of formulas.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Location};
use crate::input::Inputs;
use crate::input::catalog::ParameterId;
use crate::input::schema::parameter_ids;
use crate::input::suggest::list;

/// Every constant has a row in one of the catalogs.
pub fn all_there(inputs: &Inputs) -> Vec<Diagnostic> {
    let rows = inputs.catalogs.iter().flat_map(|catalog| &catalog.data.parameters);
    let given: BTreeSet<_> = rows.map(|parameter| parameter.id).collect();
    let known = parameter_ids();
    let missing: Vec<&str> = known.iter().filter(|(_, id)| !given.contains(id)).map(|(name, _)| &**name).collect();
    let message = format!("no catalog gives the parameters {}", list(&missing));
    match missing.is_empty() {
        true => Vec::new(),
        false => vec![Diagnostic::error(Code::MissingParameter, message)],
    }
}

/// Constants that formulas divide by: nothing can be computed from a zero.
const DIVISORS: [ParameterId; 12] = [
    ParameterId::PowerFactor,
    ParameterId::UsableFloorPct,
    ParameterId::PumpEfficiencyPct,
    ParameterId::PipeVelocityMPerS,
    ParameterId::FacilityWaterRiseK,
    ParameterId::ChilledWaterRiseLimitK,
    ParameterId::MediumVoltageCircuitA,
    ParameterId::AmplifierSpanKm,
    ParameterId::WavelengthGbps,
    ParameterId::FiberDelayUsPerKm,
    ParameterId::RacksPerRow,
    ParameterId::RoomAirRiseK,
];

/// Constants are not below zero, but for temperatures; what is divided by is above it.
pub fn in_range(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, parameter) in catalog.data.parameters.iter().enumerate() {
            let divides = DIVISORS.contains(&parameter.id);
            let temperature = parameter.id == ParameterId::UnknownWinterC;
            if temperature || parameter.value > 0.0 || (parameter.value == 0.0 && !divides) {
                continue;
            }
            let place = catalog.document.locate(&format!("/parameters/{index}/value"));
            let message = format!("this parameter is {}", parameter.value);
            let help =
                if divides { "give a value above 0: formulas divide by it" } else { "give a value of 0 or above" };
            found.push(Diagnostic::error(Code::OutOfRange, message).at(place, "").help(help));
        }
    }
    found
}

/// No more than the whole is paid, held back or advanced.
pub fn payments_are_parts(inputs: &Inputs) -> Vec<Diagnostic> {
    let paid = [ParameterId::DepositPct, ParameterId::DeliveryPaymentPct].map(|id| in_force(inputs, id));
    let held = [in_force(inputs, ParameterId::RetainagePct)];
    let advanced = [in_force(inputs, ParameterId::UtilityAdvancePct)];
    let too_much = |parts: &[Option<(f64, Location)>]| {
        let sum: f64 = parts.iter().flatten().map(|(value, _)| value).sum();
        let place = parts.iter().flatten().map(|(_, place)| place.clone()).next_back().filter(|_| sum > 100.0)?;
        let error = Diagnostic::error(Code::OutOfRange, format!("payments of {sum} % are more than the whole"));
        Some(error.at(place, "").help("give parts of 100 % at most; deposit and payment on delivery add up"))
    };
    [too_much(&paid), too_much(&held), too_much(&advanced)].into_iter().flatten().collect()
}

/// The value of a parameter in the last catalog that gives it, with its place.
fn in_force(inputs: &Inputs, id: ParameterId) -> Option<(f64, Location)> {
    inputs.catalogs.iter().rev().find_map(|catalog| {
        let index = catalog.data.parameters.iter().position(|parameter| parameter.id == id)?;
        let place = catalog.document.locate(&format!("/parameters/{index}/value"));
        Some((catalog.data.parameters[index].value, place))
    })
}

/// Work in two shifts loses a part of its output, not all.
pub fn shifts_do_work(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, parameter) in catalog.data.parameters.iter().enumerate() {
            if parameter.id == ParameterId::ShiftProductivityLossPct && parameter.value >= 100.0 {
                let place = catalog.document.locate(&format!("/parameters/{index}/value"));
                let message = format!("shifts that lose {} % of their output do no work", parameter.value);
                found.push(Diagnostic::error(Code::OutOfRange, message).at(place, "").help("give a value below 100"));
            }
        }
    }
    found
}
