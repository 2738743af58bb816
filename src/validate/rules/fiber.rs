//! Fiber routes.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;
use crate::input::facility::{FiberKind, FiberRoute};

/// What is built is a part of the route, and all of it where nothing is there.
pub fn built_length(inputs: &Inputs) -> Vec<Diagnostic> {
    each(inputs, |index, route| {
        let at = |key: &str| inputs.facility.document.locate(&format!("/fiber_routes/{index}/{key}"));
        if let Some(length_km) = route.length_km.filter(|length_km| route.build_km > *length_km) {
            let message = format!("{} km are built of a route of {length_km} km", route.build_km);
            let found = Diagnostic::error(Code::Contradiction, message);
            return Some(found.at(at("build_km"), "the part").and(at("length_km"), "the whole"));
        }
        if route.fiber == FiberKind::None && route.build_km == 0.0 {
            let message = format!("nothing is there of the route `{}`, but nothing is built", route.id);
            let found = Diagnostic::error(Code::Contradiction, message).help("give `build_km` and `build_method`");
            return Some(found.at(at("fiber"), "nothing is there").and(at("build_km"), "nothing is built"));
        }
        None
    })
}

/// The length is known, in one way.
pub fn length(inputs: &Inputs) -> Vec<Diagnostic> {
    each(inputs, |index, route| {
        let at = |key: &str| inputs.facility.document.locate(&format!("/fiber_routes/{index}/{key}"));
        match (route.length_km, route.line_of_sight_km) {
            (Some(length), Some(sight)) if length < sight => Some(
                Diagnostic::error(
                    Code::Contradiction,
                    format!("the route `{}` is shorter than line of sight", route.id),
                )
                .at(at("length_km"), "the route")
                .and(at("line_of_sight_km"), "line of sight"),
            ),
            (None, None) => Some(
                Diagnostic::error(Code::MissingChoice, format!("how long is the route `{}`?", route.id))
                    .at(at("id"), "")
                    .help("give `length_km`, or `line_of_sight_km` where no route study exists"),
            ),
            _ => None,
        }
    })
}

/// What is built is built in some way.
pub fn build_method(inputs: &Inputs) -> Vec<Diagnostic> {
    each(inputs, |index, route| {
        let at = |key: &str| inputs.facility.document.locate(&format!("/fiber_routes/{index}/{key}"));
        (route.build_km > 0.0 && route.build_method.is_none()).then(|| {
            Diagnostic::error(Code::MissingChoice, format!("how is the route `{}` built?", route.id))
                .at(at("build_method"), "")
                .and(at("build_km"), "so much is built")
                .help("give `build_method`: aerial, plowed or bored")
        })
    })
}

/// Dark fiber without strands to lease is of no use.
pub fn dark_without_strands(inputs: &Inputs) -> Vec<Diagnostic> {
    each(inputs, |index, route| {
        let at = |key: &str| inputs.facility.document.locate(&format!("/fiber_routes/{index}/{key}"));
        (route.fiber == FiberKind::Dark && route.dark_strands == 0).then(|| {
            Diagnostic::warning(Code::UnusualValue, format!("the dark route `{}` has no strand to lease", route.id))
                .at(at("dark_strands"), "")
                .and(at("fiber"), "dark fiber is offered")
        })
    })
}

fn each(inputs: &Inputs, find: impl Fn(usize, &FiberRoute) -> Option<Diagnostic>) -> Vec<Diagnostic> {
    inputs.facility.data.fiber_routes.iter().enumerate().filter_map(|(index, route)| find(index, route)).collect()
}
