//! Activities of the catalogs.

use crate::diagnostic::{Code, Diagnostic};
use crate::input::Inputs;
use crate::input::catalog::{Activity, ActivityPer, DurationOf};

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

fn per_bank(activity: &Activity) -> bool {
    activity.per == ActivityPer::Bank
}

fn installs(activity: &Activity) -> bool {
    activity.duration_of == Some(DurationOf::Install)
}
