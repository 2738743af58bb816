//! From files as written to a [`Site`] that cannot hold a wrong value.

pub mod site;

mod assemble;
mod rules;

pub use site::{Catalog, Site, SiteAsset, SiteHall, SiteOrder, SiteRoute, Year};

use crate::diagnostic::{Diagnostic, Diagnostics, MOST_FINDINGS};
use crate::input::{self, Inputs, Request};

/// Reads and validates all files of a plan.
///
/// The warnings are returned beside the site; their texts are in [`Site::warnings`] too.
///
/// # Errors
/// Every mistake in every file, and the warnings, in the order of the files.
pub fn load(request: &Request) -> Result<(Site, Diagnostics), Diagnostics> {
    validate(&input::read(request)?)
}

/// Applies every rule to the files as written, and resolves them to a site.
///
/// # Errors
/// As [`load`].
pub fn validate(inputs: &Inputs) -> Result<(Site, Diagnostics), Diagnostics> {
    let mut found = inputs.diagnostics.clone();
    for rule in rules::RULES {
        found.extend(rule(inputs).into_iter().filter(rests_on_the_files).take(MOST_FINDINGS));
    }
    found.sort();
    match found.has_errors() {
        true => Err(found),
        false => Ok((assemble::site(inputs, &found), found)),
    }
}

/// What a replaced value brings about was reported with that value.
fn rests_on_the_files(finding: &Diagnostic) -> bool {
    !finding.labels().any(|label| label.location.is_stand_in())
}
