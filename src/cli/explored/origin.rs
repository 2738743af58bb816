//! The files that a plan was made from: as named, else as they lie beside it, and always the same bytes.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

use crate::cli::args::ExplainArgs;
use crate::cli::exit::Failure;
use crate::cli::run;
use crate::domain::Objective;
use crate::domain::format::list;
use crate::domain::plan::{OVERRIDE, Plan};
use crate::input::{Request, builtin_targets};
use crate::validate::Site;

/// What was found of a plan's files.
pub enum Found {
    /// All, validated, with the objective that the plan was made for.
    Site(Box<Site>),
    /// Not all: why.
    Missing(String),
}

/// The site of a plan.
///
/// # Errors
/// Files that were named and are not those of the plan.
pub fn origin(plan: &Plan, path: &Path, args: &ExplainArgs) -> Result<Found, Failure> {
    let mut others: Vec<String> = Vec::new();
    for request in requests(plan, path, args) {
        match run::try_load(&request) {
            Some(site) if site.inputs == plan.inputs => {
                let objective = args.objective.or_else(|| recorded_objective(plan, &request));
                let request = Request { objective, ..request };
                return Ok(run::try_load(&request).map_or_else(|| missing(plan), |site| Found::Site(Box::new(site))));
            }
            Some(site) => others.extend(changed(plan, &site)),
            None => {}
        }
    }
    others.sort();
    others.dedup();
    match (&args.facility, others.is_empty()) {
        (None, true) => Ok(missing(plan)),
        (None, false) => {
            Ok(Found::Missing(format!("{} changed since the plan was made, or lie elsewhere", list(&others))))
        }
        (Some(facility), _) => Err(Failure::input(anyhow!("the plan was not made from {}", facility.display()))
            .help(format!("it was made from {}; name them with --facility, --target and --catalog", files(plan)))),
    }
}

/// Files that may be those of the plan, likeliest first.
fn requests(plan: &Plan, path: &Path, args: &ExplainArgs) -> Vec<Request> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folders: Vec<PathBuf> = path.ancestors().skip(1).take(3).map(Path::to_owned).collect();
    let beside = |name: &str| folders.iter().map(|folder| folder.join(name)).filter(|path| path.is_file()).collect();
    let recorded = |role: &str| plan.inputs.iter().find(|file| file.role == role).map(|file| file.name.as_str());
    let facilities: Vec<PathBuf> =
        args.facility.clone().map_or_else(|| recorded("facility").map(beside).unwrap_or_default(), |path| vec![path]);
    let name = recorded("target").unwrap_or_default();
    let built_in = name.strip_suffix(".yaml").filter(|stem| builtin_targets().iter().any(|target| target == stem));
    let files: Vec<PathBuf> = beside(name);
    let found = built_in.map(str::to_owned).into_iter().chain(files.iter().map(|path| path.display().to_string()));
    let targets: Vec<String> = args.target.clone().map_or_else(|| found.collect(), |target| vec![target]);
    let request = |facility: &PathBuf, target: &String| Request {
        target: Some(target.clone()),
        catalog_dirs: args.catalogs.clone(),
        as_of: Some(plan.as_of),
        overrides: if args.overrides.is_empty() { recorded_overrides(plan) } else { args.overrides.clone() },
        ..Request::new(facility)
    };
    facilities.iter().flat_map(|facility| targets.iter().map(move |target| request(facility, target))).collect()
}

/// What was set beside the files of a plan.
pub fn recorded_overrides(plan: &Plan) -> Vec<String> {
    plan.inputs.iter().filter(|file| file.role == OVERRIDE).map(|file| file.name.clone()).collect()
}

/// The objective that the plan says it was made for; nothing where the target's own is that.
pub fn recorded_objective(plan: &Plan, request: &Request) -> Option<Objective> {
    let says = |objective: Option<Objective>| {
        let site = run::try_load(&Request { objective, ..request.clone() });
        site.is_some_and(|site| site.objective_in_words() == plan.solution.objective)
    };
    if says(None) { None } else { Objective::ALL.into_iter().find(|objective| says(Some(*objective))) }
}

/// Files of the plan that are not among those read.
fn changed(plan: &Plan, site: &Site) -> Vec<String> {
    plan.inputs.iter().filter(|file| !site.inputs.contains(file)).map(|file| file.name.clone()).collect()
}

fn missing(plan: &Plan) -> Found {
    Found::Missing(format!("{} were not found beside it", files(plan)))
}

/// The user's files by name: facility and target.
fn files(plan: &Plan) -> String {
    let own = plan.inputs.iter().filter(|file| file.role != "catalog" && file.role != OVERRIDE);
    list(&own.map(|file| file.name.clone()).collect::<Vec<_>>())
}
