//! The stages as the commands call them: each failure gets its exit code here.

use anyhow::anyhow;

use super::args::Inputs;
use super::exit::Failure;
use super::talk::Talk;
use crate::diagnostic::Diagnostics;
use crate::domain::plan::Plan;
use crate::input::Request;
use crate::validate::{self, Site};

/// Reads and validates the files of a plan; the warnings come with the site.
///
/// # Errors
/// Every mistake in every file.
pub fn load(inputs: &Inputs, talk: &Talk) -> Result<(Site, Diagnostics), Failure> {
    let request = Request {
        facility: inputs.facility.clone(),
        target: inputs.target.clone(),
        catalog_dirs: inputs.catalogs.clone(),
        as_of: inputs.as_of,
    };
    validate::load(&request).map_err(|found| refused(&found, talk))
}

fn refused(found: &Diagnostics, talk: &Talk) -> Failure {
    let failure = Failure::input(anyhow!("the input cannot be planned with"));
    failure
        .details(found.render(talk.color()), found.to_json())
        .help("`retrofit explain CODE` says more about each message")
}

/// Plans a site.
///
/// # Errors
/// When no plan meets the requirements.
pub fn plan(_site: &Site) -> Result<Plan, Failure> {
    Err(Failure::internal(anyhow!("this build has no planner")))
}

/// Recomputes every claim of a plan and returns those that are wrong, a sentence each.
///
/// # Errors
/// When this build cannot recompute them.
pub fn verify(_plan: &Plan, _site: &Site) -> Result<Vec<String>, Failure> {
    Err(Failure::internal(anyhow!("this build has no verifier")))
}
