//! The design day and the year.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;

/// Air saturated with water has equal bulbs; no air has a wet bulb above the dry bulb.
pub fn wet_bulb_above_dry_bulb(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, climate) = (&inputs.facility.document, &inputs.facility.data.climate);
    if climate.design_wet_bulb_c <= climate.design_dry_bulb_c {
        return Vec::new();
    }
    let wet = document.locate("/climate/design_wet_bulb_c");
    let dry = document.locate("/climate/design_dry_bulb_c");
    vec![
        Diagnostic::error(Code::Contradiction, "the wet bulb is above the dry bulb")
            .at(wet, "wet bulb")
            .and(dry, "dry bulb")
            .help("exchange the two, or correct the one that is wrong"),
    ]
}

/// The wet bulb for evaporation is the higher of the wet bulbs, and still a wet bulb.
pub fn evaporation_between_the_bulbs(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, climate) = (&inputs.facility.document, &inputs.facility.data.climate);
    let Some(evaporation_c) = climate.evaporation_wet_bulb_c else { return Vec::new() };
    let at = |key: &str| document.locate(&format!("/climate/{key}"));
    let contradicts = |message, key, bulb, help| {
        let found = Diagnostic::error(Code::Contradiction, message).at(at("evaporation_wet_bulb_c"), "for evaporation");
        vec![found.and(at(key), bulb).help(help)]
    };
    if evaporation_c < climate.design_wet_bulb_c {
        let message = "the wet bulb for evaporation is below that of the design day";
        let help = "the 0.4 % value for evaporation is at least the wet bulb that coincides with the design dry bulb";
        return contradicts(message, "design_wet_bulb_c", "of the design day", help);
    }
    if evaporation_c > climate.design_dry_bulb_c {
        let message = "the wet bulb for evaporation is above the design dry bulb";
        return contradicts(message, "design_dry_bulb_c", "dry bulb", "correct the one that is wrong");
    }
    Vec::new()
}

/// Hours of a year.
const YEAR_H: f64 = 8760.0;

/// Given bins are the hours of one year, each with a wet bulb that air can have.
pub fn bins_of_a_year(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, bins) = (&inputs.facility.document, &inputs.facility.data.climate.bins);
    let mut found = Vec::new();
    let hours: f64 = bins.iter().map(|bin| bin.hours).sum();
    if !bins.is_empty() && (hours - YEAR_H).abs() > 0.5 {
        let message = format!("the bins hold {hours} hours; a year has {YEAR_H}");
        found.push(Diagnostic::error(Code::Contradiction, message).at(document.locate("/climate/bins"), ""));
    }
    let wet = bins.iter().enumerate().filter(|(_, bin)| bin.wet_bulb_c > bin.dry_bulb_c);
    found.extend(wet.map(|(index, _)| {
        let at = |key: &str| document.locate(&format!("/climate/bins/{index}/{key}"));
        Diagnostic::error(Code::Contradiction, "the wet bulb is above the dry bulb")
            .at(at("wet_bulb_c"), "wet bulb")
            .and(at("dry_bulb_c"), "dry bulb")
    }));
    found
}
