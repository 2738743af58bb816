//! The stages as the commands call them: each failure gets its exit code here.

use std::path::PathBuf;

use anyhow::anyhow;
use serde_json::{Value, json};

use super::args::Inputs;
use super::exit::{Exit, Failure};
use super::refusal;
use super::talk::Talk;
use crate::diagnostic::Diagnostics;
use crate::domain::Objective;
use crate::domain::format::plural;
use crate::domain::plan::Plan;
use crate::fit::explain;
use crate::input::survey::{OpenFact, open_facts as open_facts_of};
use crate::input::{Request, read_catalogs};
use crate::validate::{self, Site};
use crate::verify::Finding;
use crate::{Effort, Prepared, Unplannable};

/// The name under which a target is looked for beside a facility, to hint at it.
const TARGET_FILE: &str = "target.yaml";

/// Reads and validates the files of a plan; the warnings come with the site. Hints at a target that lies there unused.
///
/// # Errors
/// Every mistake in every file.
pub fn load(inputs: &Inputs, talk: &Talk) -> Result<(Site, Diagnostics), Failure> {
    if let Some(path) = unused_target(inputs) {
        talk.say(&format!(
            "{TARGET_FILE} lies beside the facility and is not used, but the built-in target `default`: --target {}",
            path.display()
        ));
    }
    validate::load(&request(inputs)).map_err(|found| refused(&found, talk))
}

/// The target file beside a facility for which no target was named.
fn unused_target(inputs: &Inputs) -> Option<PathBuf> {
    let path = inputs.facility.with_file_name(TARGET_FILE);
    (inputs.target.is_none() && path != inputs.facility && path.is_file()).then_some(path)
}

/// What is to be read.
pub fn request(inputs: &Inputs) -> Request {
    Request {
        facility: inputs.facility.clone(),
        target: inputs.target.clone(),
        catalog_dirs: inputs.catalogs.clone(),
        as_of: inputs.as_of,
        objective: inputs.objective,
        overrides: inputs.overrides.clone(),
    }
}

/// The facts of a facility that are assumed, not given, or unknown.
///
/// # Errors
/// A file that cannot be read.
pub fn open_facts(inputs: &Inputs, talk: &Talk) -> Result<Vec<OpenFact>, Failure> {
    let read = crate::input::read(&request(inputs)).map_err(|found| refused(&found, talk))?;
    Ok(open_facts_of(&read.facility.document))
}

/// Reads and validates catalogs by themselves.
///
/// # Errors
/// Every mistake in every catalog.
pub fn load_catalogs(folders: &[PathBuf], talk: &Talk) -> Result<Site, Failure> {
    let valid = read_catalogs(folders).and_then(|inputs| validate::validate(&inputs));
    valid.map(|(site, _)| site).map_err(|found| refused(&found, talk))
}

/// The site of files that hold no mistake; nothing where they cannot be read or are wrong.
pub fn try_load(request: &Request) -> Option<Site> {
    validate::load(request).ok().map(|(site, _)| site)
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
pub fn plan(site: &Site, effort: Effort, talk: &Talk) -> Result<Plan, Failure> {
    let planned = staged(site, effort, talk);
    planned.map_err(|why| unplannable(why, site, effort, talk))
}

/// As [`crate::plan`], with the stages told on a terminal.
fn staged(site: &Site, effort: Effort, talk: &Talk) -> Result<Plan, Unplannable> {
    if site.objective() == Objective::Mw {
        let _progress = talk.progress("looking for the most racks that fit");
        return crate::plan(site, effort);
    }
    let prepared = {
        let _progress = talk.progress("counting every way to supply each need");
        Prepared::new(site)?
    };
    let _progress = talk.progress("choosing, dating and checking");
    prepared.plan(effort)
}

/// The optimization model of a site, in the LP format.
///
/// # Errors
/// When something is needed that nothing can supply, so that there is no model; when the activities cannot be ordered.
pub fn model(site: &Site, talk: &Talk) -> Result<String, Failure> {
    let prepared = Prepared::new(site).map_err(|why| unplannable(why, site, Effort::default(), talk))?;
    if prepared.banks.iter().any(|bank| bank.candidates.is_empty()) {
        prepared.choose(Effort::default()).map_err(|why| unplannable(why, site, Effort::default(), talk))?;
    }
    Ok(prepared.model())
}

/// The time limit that is proposed at the least where a shorter one was not enough, seconds.
const LEAST_LONGER_SECONDS: f64 = 10.0;

/// Why a site cannot be planned, with its exit code.
pub fn unplannable(why: Unplannable, site: &Site, effort: Effort, talk: &Talk) -> Failure {
    match &why {
        Unplannable::Infeasible(_) => {
            talk.say("no plan; looking for what conflicts and what would be enough");
            match explain(site, effort) {
                Ok(found) => Failure::new(Exit::NoPlan, why)
                    .details(refusal::text(&found), refusal::data(&found, site))
                    .help(refusal::help(&found, site)),
                Err(Unplannable::OutOfTime { seconds }) => Failure::new(Exit::NoPlan, why).help(format!(
                    "what conflicts was not found within {seconds} s a run: give it a longer --time-limit"
                )),
                Err(failed) => Failure::internal(failed),
            }
        }
        Unplannable::OutOfTime { seconds } => {
            let longer = (seconds * 10.0).max(LEAST_LONGER_SECONDS);
            Failure::new(Exit::Internal, why).help(format!(
                "give each run longer, as in --time-limit {longer}; a --gap ends a run only once it has a plan"
            ))
        }
        Unplannable::NothingToConvert => Failure::new(Exit::NoPlan, why)
            .help("`convertible`, `mining_mw` and the target's `halls` decide which halls are planned"),
        Unplannable::Cycle(error) => {
            let (text, data) = (refusal::cycle(error, site), json!(error.path));
            Failure::input(why).details(text, data).help("take one of these links out of the catalogs' `after`")
        }
        Unplannable::Solver(_) => Failure::internal(why),
        Unplannable::DoesNotHold(findings) => {
            let (text, data) = wrong_claims(findings);
            Failure::internal(why).details(text, data).help("this is a mistake of retrofit; the plan was not written")
        }
    }
}

/// Recomputes every claim of a plan from its inputs.
///
/// # Errors
/// When any claim does not hold.
pub fn verify(plan: &Plan, site: &Site) -> Result<(), Failure> {
    let findings = crate::verify::verify(site, plan);
    if findings.is_empty() {
        return Ok(());
    }
    let (text, data) = wrong_claims(&findings);
    let message = anyhow!("the plan does not hold: {}", plural(findings.len() as f64, "wrong claim"));
    Err(Failure::new(Exit::NoPlan, message).details(text, data))
}

/// Wrong claims for people and for machines.
fn wrong_claims(findings: &[Finding]) -> (String, Value) {
    let text: Vec<String> =
        findings.iter().map(|found| format!("{} ({}): {}", found.subject, found.check, found.message)).collect();
    let data = |found: &Finding| json!({ "check": found.check, "subject": found.subject, "message": found.message });
    (text.join("\n"), findings.iter().map(data).collect())
}
