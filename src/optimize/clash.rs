//! Which requirements and limits conflict, and of which none could be left out (an irreducible infeasible subset).
//!
//! Found in two steps, after Chinneck. Elastic filter: what gives in the elastic model is held, and the model solved again,
//! until it has no point any more: what is held then conflicts. Deletion filter: each part of it is let go in turn, and
//! stays out where the others still cannot be met. Every answer of the second step is the least slack of a model that
//! always has a point; it counts as a conflict only where the bound proves that something must give.

use std::collections::BTreeSet;

use super::elastic::{self, Conflict};
use super::solver::Options;
use super::{NoChoice, Problem, blocks, fault, limits};
use crate::banks::Bank;

/// Requirements and limits that cannot all be met.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// What cannot be met together.
    pub parties: Vec<Party>,
    /// Whether each of the parties was shown to be needed: without it the others can be met.
    pub irreducible: bool,
}

/// A requirement or limit that is part of a clash.
#[derive(Clone, Debug, PartialEq)]
pub struct Party {
    /// Its name in the model.
    pub(super) name: String,
    /// By how much it is missed at the least while the other parties are kept.
    pub conflict: Conflict,
}

/// Clashes without a part in common, until the rest can be met or the runs are used up. Those without the budget come first:
/// what conflicts whatever is spent is not blamed on money, and what the budget rules out is told as the last.
///
/// # Errors
/// The solver's failure.
pub fn clashes(problem: &Problem, options: &Options, most_runs: usize) -> Result<Vec<Clash>, NoChoice> {
    let alone = |(name, conflict)| Clash { parties: vec![Party { name, conflict }], irreducible: true };
    let mut found: Vec<Clash> = elastic::unsuppliable(problem).map(alone).collect();
    let mut filter =
        Filter { problem, options, free: BTreeSet::from([limits::BUDGET.to_owned()]), runs_left: most_runs };
    let mut cores = filter.cores()?;
    filter.free.remove(limits::BUDGET);
    if limits::direct_budget(problem).is_some() {
        cores.extend(filter.cores()?);
    }
    for (needed, irreducible) in cores {
        let mut parties = Vec::new();
        for name in &needed {
            parties.extend(filter.party(name, &needed)?);
        }
        found.push(Clash { parties, irreducible });
    }
    Ok(found)
}

/// Whether the limits named cannot be met together, all others let go; nothing where that is not decided.
pub fn stand_against(problem: &Problem, options: &Options, names: &BTreeSet<String>) -> Option<bool> {
    if elastic::unsuppliable(problem).any(|(name, _)| names.contains(&name)) {
        return Some(true);
    }
    let all = elastic::names(problem).into_iter().map(|(name, _)| name);
    let others: BTreeSet<String> = all.filter(|name| !names.contains(name)).collect();
    let given = elastic::give(problem, options, &BTreeSet::new(), &others).ok()??;
    match (given.slack.is_empty(), given.proved) {
        (true, _) => Some(false),
        (false, true) => Some(true),
        (false, false) => None,
    }
}

/// The search, with what earlier clashes let go.
struct Filter<'p> {
    problem: &'p Problem<'p>,
    options: &'p Options,
    free: BTreeSet<String>,
    runs_left: usize,
}

impl Filter<'_> {
    /// Conflicts without a part in common, each let go once it is found, with whether each part was shown to be needed.
    fn cores(&mut self) -> Result<Vec<(BTreeSet<String>, bool)>, NoChoice> {
        let mut cores = Vec::new();
        while let Some(core) = self.core()? {
            let (needed, irreducible) = self.needed(core);
            self.free.extend(needed.iter().cloned());
            cores.push((needed, irreducible));
        }
        Ok(cores)
    }

    /// The elastic filter: limits that cannot all be held; nothing where all that is left can be met.
    fn core(&mut self) -> Result<Option<BTreeSet<String>>, NoChoice> {
        let mut held = BTreeSet::new();
        while self.run() {
            let given = elastic::give(self.problem, self.options, &held, &self.free)?;
            match given {
                None => return Ok((!held.is_empty()).then_some(held)),
                Some(given) if given.slack.is_empty() => return Ok(None),
                Some(given) => held.extend(given.slack.into_iter().map(|(name, _)| name)),
            }
        }
        Ok((!held.is_empty()).then_some(held))
    }

    /// The deletion filter: of the limits held, those that are needed for the conflict. Banks go first, so that what files
    /// set stays where there is a choice.
    fn needed(&mut self, core: BTreeSet<String>) -> (BTreeSet<String>, bool) {
        let mut kept = core.clone();
        let mut irreducible = self.conflict(&kept) == Some(true);
        for name in in_order_of_deletion(self.problem, &core) {
            if kept.len() == 1 {
                break;
            }
            let without: BTreeSet<String> = kept.iter().filter(|other| *other != name).cloned().collect();
            match self.conflict(&without) {
                Some(true) => kept = without,
                Some(false) => {}
                None => irreducible = false,
            }
        }
        (kept, irreducible)
    }

    fn conflict(&mut self, names: &BTreeSet<String>) -> Option<bool> {
        if !self.run() {
            return None;
        }
        stand_against(self.problem, self.options, names)
    }

    /// How far one limit is missed while all others are kept but those of other clashes; where that cannot be, while the
    /// others of its own clash are.
    fn party(&self, name: &str, clash: &BTreeSet<String>) -> Result<Option<Party>, NoChoice> {
        let mut elsewhere: BTreeSet<String> = self.free.difference(clash).cloned().collect();
        if !clash.contains(limits::BUDGET) {
            // What can be had within the budget is not what can be had.
            elsewhere.insert(limits::BUDGET.to_owned());
        }
        let all = elastic::names(self.problem).into_iter().map(|(name, _)| name);
        let (mine, others): (BTreeSet<String>, BTreeSet<String>) = all.partition(|other| clash.contains(other));
        let kept = |names: BTreeSet<String>| names.into_iter().filter(|other| other != name).collect::<BTreeSet<_>>();
        let all_held = kept(mine.union(&others).filter(|other| !elsewhere.contains(*other)).cloned().collect());
        let given = match elastic::give(self.problem, self.options, &all_held, &elsewhere)? {
            Some(given) => Some(given),
            None => elastic::give(self.problem, self.options, &kept(mine), &others)?,
        };
        let slack = given.map(|given| given.slack).unwrap_or_default();
        Ok(slack.into_iter().next().map(|(name, conflict)| Party { name, conflict }))
    }

    /// Counts a run; false where none is left.
    fn run(&mut self) -> bool {
        let left = self.runs_left > 0;
        self.runs_left = self.runs_left.saturating_sub(1);
        left
    }
}

/// Halls' banks, then the site's, then dates and money.
fn in_order_of_deletion<'a>(problem: &Problem, core: &'a BTreeSet<String>) -> Vec<&'a String> {
    let rank = |name: &String| {
        let names = |bank: &Bank| [bank.id.clone(), blocks::slack_name(bank), fault::slack_name(bank)];
        let bank = problem.banks.iter().find(|bank| names(bank).contains(name));
        bank.map_or(2, |bank| if bank.place.hall().is_some() { 0 } else { 1 })
    };
    let mut ordered: Vec<&String> = core.iter().collect();
    ordered.sort_by_key(|name| rank(name));
    ordered
}
