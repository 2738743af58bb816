//! The stages as the commands call them: each failure gets its exit code here.

use anyhow::anyhow;
use serde_json::{Value, json};

use super::args::Inputs;
use super::exit::{Exit, Failure};
use super::refusal;
use super::talk::Talk;
use crate::diagnostic::Diagnostics;
use crate::domain::format::plural;
use crate::domain::plan::Plan;
use crate::input::Request;
use crate::validate::{self, Site};
use crate::verify::Finding;
use crate::{Settings, Unplannable};

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
/// When no plan meets the requirements, with all that conflicts; when the activities cannot be ordered; when the solver
/// fails.
pub fn plan(site: &Site) -> Result<Plan, Failure> {
    crate::plan(site, Settings::default()).map_err(|why| unplannable(why, site))
}

fn unplannable(why: Unplannable, site: &Site) -> Failure {
    match &why {
        Unplannable::Infeasible(conflicts) => {
            let text: Vec<String> = conflicts.iter().map(|conflict| refusal::sentence(conflict, site)).collect();
            let data: Value = conflicts.iter().map(refusal::data).collect();
            Failure::new(Exit::NoPlan, why)
                .details(text.join("\n"), data)
                .help("ask for less in the target, or add what can supply it to the facility or to a catalog")
        }
        Unplannable::NothingToConvert => Failure::new(Exit::NoPlan, why)
            .help("`convertible`, `mining_mw` and the target's `halls` decide which halls are planned"),
        Unplannable::Cycle(_) => Failure::input(why),
        Unplannable::Solver(_) => Failure::internal(why),
    }
}

/// Recomputes every claim of a plan from its inputs.
///
/// # Errors
/// With this exit code when any claim does not hold.
pub fn verify(plan: &Plan, site: &Site, exit: Exit) -> Result<(), Failure> {
    let findings = crate::verify::verify(site, plan);
    if findings.is_empty() {
        return Ok(());
    }
    let text: Vec<String> =
        findings.iter().map(|found| format!("{} ({}): {}", found.subject, found.check, found.message)).collect();
    let data = |found: &Finding| json!({ "check": found.check, "subject": found.subject, "message": found.message });
    let message = anyhow!("the plan does not hold: {}", plural(findings.len() as f64, "wrong claim"));
    Err(Failure::new(exit, message).details(text.join("\n"), findings.iter().map(data).collect()))
}
