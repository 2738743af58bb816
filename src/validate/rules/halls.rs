//! What the target asks of the halls.

use crate::diagnostic::{Code, Diagnostic, Location};
use crate::input::Inputs;
use crate::input::target::HallTarget;
use crate::validate::assemble::racks;

/// The size of a hall is given once.
pub fn racks_or_it_mw(inputs: &Inputs) -> Vec<Diagnostic> {
    let found = |(index, asked): (usize, &HallTarget)| match (asked.racks, asked.it_mw) {
        (Some(_), Some(_)) => Some(
            Diagnostic::error(Code::BothGiven, format!("`{}` is sized by racks and by IT MW", asked.hall))
                .at(at(inputs, index, "racks"), "")
                .and(at(inputs, index, "it_mw"), "")
                .help("give one of the two"),
        ),
        (None, None) if asked.value_of_week_usd.is_none() => Some(
            Diagnostic::error(Code::MissingChoice, format!("`{}` has no size", asked.hall))
                .at(at(inputs, index, "racks"), "")
                .and(at(inputs, index, "it_mw"), "")
                .help("give `racks` or `it_mw`, or leave the hall out to size it from its mining power"),
        ),
        _ => None,
    };
    asked(inputs).filter_map(found).collect()
}

/// IT power that is asked for feeds a rack.
pub fn less_than_one_rack(inputs: &Inputs) -> Vec<Diagnostic> {
    let power_kw = inputs.target.data.rack.power_kw;
    let small = asked(inputs).filter(|(_, hall)| {
        hall.racks.is_none() && hall.it_mw.is_some_and(|it_mw| it_mw > 0.0) && racks(hall, power_kw) == Some(0)
    });
    small
        .map(|(index, hall)| {
            let message = format!("the IT power of `{}` does not feed one rack of {power_kw} kW", hall.hall);
            Diagnostic::error(Code::Contradiction, message)
                .at(at(inputs, index, "it_mw"), "")
                .and(inputs.target.document.locate("/rack/power_kw"), "one rack")
        })
        .collect()
}

/// Racks are asked only of halls that may be converted.
pub fn not_convertible(inputs: &Inputs) -> Vec<Diagnostic> {
    let halls = &inputs.facility.data.halls;
    let kept = |asked: &HallTarget| halls.iter().position(|hall| hall.id == asked.hall && !hall.convertible);
    let wanted = |asked: &HallTarget| asked.racks.unwrap_or(0) > 0 || asked.it_mw.unwrap_or(0.0) > 0.0;
    let found = |(index, asked): (usize, &HallTarget)| {
        let hall = kept(asked).filter(|_| wanted(asked))?;
        let place = inputs.facility.document.locate(&format!("/halls/{hall}/convertible"));
        let message = format!("the target asks racks of `{}`, which may not be converted", asked.hall);
        Some(
            Diagnostic::error(Code::Contradiction, message)
                .at(at(inputs, index, "hall"), "asked")
                .and(place, "not convertible"),
        )
    };
    asked(inputs).filter_map(found).collect()
}

/// The miners of a hall that is converted stop with its conversion, on no day of their own.
pub fn mining_that_ends(inputs: &Inputs) -> Vec<Diagnostic> {
    let document = &inputs.facility.document;
    let halls = inputs.facility.data.halls.iter().enumerate();
    let both = halls.filter(|(_, hall)| hall.convertible && hall.mining_ends.is_some());
    both.map(|(index, hall)| {
        let at = |key: &str| document.locate(&format!("/halls/{index}/{key}"));
        Diagnostic::error(Code::Contradiction, format!("`{}` ends mining and may be converted", hall.id))
            .at(at("mining_ends"), "")
            .and(at("convertible"), "")
            .help("give `mining_may_stop` for a hall that may be converted, or set `convertible: false`")
    })
    .collect()
}

/// There is something to plan.
pub fn nothing_to_convert(inputs: &Inputs) -> Vec<Diagnostic> {
    let (document, halls) = (&inputs.facility.document, &inputs.facility.data.halls);
    let left_to_mining = |id: &str| asked(inputs).any(|(_, asked)| asked.hall == id && asked.racks == Some(0));
    if halls.iter().any(|hall| hall.convertible && !left_to_mining(&hall.id)) {
        return Vec::new();
    }
    let found = Diagnostic::error(Code::NoConvertibleHall, "no hall is to be converted")
        .at(document.locate("/halls"), "")
        .help("set `convertible: true` for a hall, and ask for racks in it");
    let reasons = halls.iter().enumerate().map(|(index, _)| document.locate(&format!("/halls/{index}/convertible")));
    vec![reasons.fold(found, |found, place| found.and(place, ""))]
}

fn asked(inputs: &Inputs) -> impl Iterator<Item = (usize, &HallTarget)> {
    inputs.target.data.halls.iter().enumerate()
}

fn at(inputs: &Inputs, index: usize, key: &str) -> Location {
    inputs.target.document.locate(&format!("/halls/{index}/{key}"))
}
