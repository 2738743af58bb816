//! The design day.

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
