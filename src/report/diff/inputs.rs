//! What two plans were made from, where it differs.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Pair;
use crate::domain::plan::{InputFile, Plan};

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InputChange {
    /// What: a file by its role and name, the day, the objective.
    pub what: String,
    /// What its values are.
    pub kind: InputKind,
    /// Nothing where the plan has none.
    pub value: Pair<Option<String>>,
}

/// What the values of an input are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InputKind {
    /// The figure or name itself.
    Figure,
    /// The SHA-256 of a file, of several of one name apart by blanks.
    File,
}

/// A figure of a plan by what it is called.
type Figure = (&'static str, fn(&Plan) -> Option<String>);

const FIGURES: &[Figure] = &[
    ("version", |plan| Some(plan.version.clone())),
    ("as of", |plan| Some(plan.as_of.to_string())),
    ("start", |plan| Some(plan.site.start_date.to_string())),
    ("target", |plan| Some(plan.site.target.clone())),
    ("objective", |plan| Some(plan.solution.objective.clone())),
    ("ready by", |plan| plan.site.ready_date_limit.map(|day| day.to_string())),
    ("budget, USD", |plan| plan.site.budget_usd.map(crate::domain::format::figure)),
    ("value of a week, USD", |plan| plan.site.value_of_week_usd.map(crate::domain::format::figure)),
];

/// Files of other bytes, and figures of the site that differ.
pub fn changes(plans: Pair<&Plan>) -> Vec<InputChange> {
    let figures = FIGURES.iter().map(|(what, of)| InputChange {
        what: (*what).to_owned(),
        kind: InputKind::Figure,
        value: Pair::of(plans, of),
    });
    let names: BTreeSet<(&str, &str)> = [plans.before, plans.after].into_iter().flat_map(files).collect();
    let file = |(role, name): (&str, &str)| InputChange {
        what: format!("{role} {name}"),
        kind: InputKind::File,
        value: Pair::of(plans, |plan| hashes(plan, role, name)),
    };
    figures.chain(names.into_iter().map(file)).filter(|change| change.value.before != change.value.after).collect()
}

fn files(plan: &Plan) -> impl Iterator<Item = (&str, &str)> {
    plan.inputs.iter().map(|file| (file.role.as_str(), file.name.as_str()))
}

/// The hashes of all files of a role and a name: catalogs of several folders may share one.
fn hashes(plan: &Plan, role: &str, name: &str) -> Option<String> {
    let same = |file: &&InputFile| file.role == role && file.name == name;
    let hashes: Vec<&str> = plan.inputs.iter().filter(same).map(|file| file.sha256.as_str()).collect();
    (!hashes.is_empty()).then(|| hashes.join(" "))
}

/// Whether both plans were made from the same catalogs.
pub fn same_catalogs(plans: Pair<&Plan>) -> bool {
    let catalogs =
        |plan: &Plan| -> Vec<InputFile> { plan.inputs.iter().filter(|file| file.role == "catalog").cloned().collect() };
    catalogs(plans.before) == catalogs(plans.after)
}
