//! Activities of the catalogs.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;
use crate::input::catalog::{Activity, ActivityPer, DurationOf, Reservation};

/// One check: it applies, the key that it is about, and what to say.
type Check = (fn(&Activity) -> bool, &'static str, &'static str);

const CHECKS: &[Check] = &[
    (|a| !per_bank(a) && a.duration_weeks.is_none(), "duration_weeks", "lacks its `duration_weeks`"),
    (|a| !per_bank(a) && a.duration_of.is_some(), "duration_of", "has no bank to take its duration of"),
    (|a| !per_bank(a) && !a.services.is_empty(), "services", "has services, but is not per bank"),
    (|a| per_bank(a) && a.services.is_empty(), "services", "is per bank, but serves no service"),
    (|a| per_bank(a) && a.duration_of.is_none(), "duration_of", "is per bank, but lacks its `duration_of`"),
    (|a| per_bank(a) && a.duration_weeks.is_some(), "duration_weeks", "takes its duration of its bank"),
    (|a| installs(a) && a.crews.is_none(), "crews", "installs, but lacks its `crews`"),
    (|a| !installs(a) && a.crews.is_some(), "crews", "has crews, but installs nothing"),
    (|a| !installs(a) && a.two_shifts, "two_shifts", "works in two shifts, but installs nothing"),
    (|a| !leads(a) && a.reserve.is_some(), "reserve", "reserves a slot, but is no lead time"),
    (|a| !leads(a) && a.at_once, "at_once", "is applied for at once, but is no lead time"),
    (waives_what_it_does_not_await, "reserve", "waives a link that it does not have"),
    (
        |a| a.stops_mining && a.per != ActivityPer::Hall,
        "stops_mining",
        "stops the miners of a hall, but is not per hall",
    ),
    (|a| a.makes_ready && a.per != ActivityPer::Hall, "makes_ready", "makes a hall ready, but is not per hall"),
];

/// Duration, services and crews fit to what the activity is expanded by.
pub fn fields_fit_together(inputs: &Inputs) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, activity) in catalog.data.activities.iter().enumerate() {
            for (_, key, problem) in CHECKS.iter().filter(|(applies, ..)| applies(activity)) {
                let at = |key: &str| catalog.document.locate_key(&format!("/activities/{index}/{key}"));
                let message = format!("activity `{}` {problem}", activity.id);
                found.push(Diagnostic::error(Code::BadActivity, message).at(at(key), "").and(at("per"), ""));
            }
        }
    }
    found
}

/// What a reservation waives and waits for instead is known before anything is chosen: work that is done once for the site.
pub fn reservations(inputs: &Inputs) -> Vec<Diagnostic> {
    let all = || inputs.catalogs.iter().flat_map(|catalog| &catalog.data.activities);
    let of_bank_or_hall = |id: &str| all().any(|activity| activity.id == id && activity.per != ActivityPer::Site);
    let mut found = Vec::new();
    for catalog in &inputs.catalogs {
        for (index, activity) in catalog.data.activities.iter().enumerate() {
            for named in activity.reserve.iter().flat_map(names).filter(|id| of_bank_or_hall(id)) {
                let place = catalog.document.locate_key(&format!("/activities/{index}/reserve"));
                let message = format!("activity `{}` reserves a slot by `{named}`, which is not per site", activity.id);
                let help = "waive and await activities that are `per: site`";
                found.push(Diagnostic::error(Code::BadActivity, message).at(place, "").help(help));
            }
        }
    }
    found
}

fn names(reservation: &Reservation) -> impl Iterator<Item = &str> {
    let awaited = reservation.after.iter().map(|link| &link.activity);
    reservation.waives.iter().chain(awaited).map(String::as_str)
}

fn waives_what_it_does_not_await(activity: &Activity) -> bool {
    let awaited = |id: &String| activity.after.iter().any(|link| link.activity == *id);
    activity.reserve.as_ref().is_some_and(|reservation| !reservation.waives.iter().all(awaited))
}

fn leads(activity: &Activity) -> bool {
    activity.duration_of == Some(DurationOf::Lead)
}

fn per_bank(activity: &Activity) -> bool {
    activity.per == ActivityPer::Bank
}

fn installs(activity: &Activity) -> bool {
    activity.duration_of == Some(DurationOf::Install)
}
