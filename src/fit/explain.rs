//! Why there is no plan, and what would have to change.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::change::for_money;
use super::clash::{Cheapest, Found, bank_of, clashes};
use super::lever::{Lever, Shortages, Step, levers};
use super::most::one_rack;
use super::oracle::Oracle;
use crate::banks::Bank;
use crate::domain::clash::Clash;
use crate::domain::{Objective, Place, Service};
use crate::requirements::racks_asked;
use crate::validate::Site;
use crate::{Effort, Prepared, Unplannable};

/// Questions after which no more relaxations are looked for.
const MOST_QUESTIONS: usize = 120;

/// Sets of changes that are tried, the smallest first.
const MOST_SETS: usize = 10;

/// Why there is no plan, and with what there would be one.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// What conflicts; no two have a limit in common.
    pub clashes: Vec<Clash>,
    /// What would be enough, each planned, the cheapest first.
    pub relaxations: Vec<Relaxation>,
    /// How often it was asked whether there is a plan.
    pub questions: usize,
    /// Whether questions were left open, so that more relaxations may exist and those found may be larger than need be.
    pub cut_short: bool,
}

/// Changes that are enough together; no smaller set of them that was tried is.
#[derive(Clone, Debug, PartialEq)]
pub struct Relaxation {
    /// The changes.
    pub steps: Vec<Step>,
    /// Capex of the plan with them, USD, likely.
    pub capex_usd: f64,
    /// The day its last hall is ready.
    pub ready: Option<Date>,
}

/// Explains why a site has no plan. For the most IT power that is why not even one rack has.
///
/// # Errors
/// The solver's failure.
pub fn explain(site: &Site, effort: Effort) -> Result<Explanation, Unplannable> {
    let site = &asked(site);
    let found = clashes(site, effort)?;
    let mut oracle = Oracle::new(effort, MOST_QUESTIONS);
    let (choices, shortages) = choices(site, effort, &found);
    let (all, dropped) = sets(&choices);
    let mut relaxations: Vec<(BTreeSet<Lever>, Relaxation)> = Vec::new();
    for levers in all {
        if relaxations.iter().any(|(smaller, _)| smaller.is_subset(&levers)) {
            continue;
        }
        if let Some(relaxation) = relaxed(&mut oracle, site, &levers, &shortages) {
            relaxations.push((levers, relaxation));
        }
    }
    let mut relaxations: Vec<Relaxation> = relaxations.into_iter().map(|(_, relaxation)| relaxation).collect();
    relaxations.sort_by(|a, b| a.capex_usd.total_cmp(&b.capex_usd));
    Ok(Explanation {
        clashes: found.into_iter().map(|found| found.clash).collect(),
        relaxations,
        questions: oracle.asked,
        cut_short: oracle.cut_short || dropped,
    })
}

/// What is explained: the site as it is asked for, or the least of it where any number of racks would do.
fn asked(site: &Site) -> Site {
    if site.objective() != Objective::Mw {
        return site.clone();
    }
    let mut smallest = one_rack(site, &racks_asked(site));
    for_money(&mut smallest);
    smallest
}

/// For each clash what can end it, tried with all that it can give, and how far site limits fall short.
fn choices(site: &Site, effort: Effort, found: &[Found]) -> (Vec<Vec<Lever>>, Shortages) {
    let mut shortages = Shortages::new();
    let mut choices = Vec::new();
    for found in found {
        let (levers, short) = levers(site, &found.parties, &drawing(site, found));
        shortages.extend(short);
        shortages.extend(found.cheapest.and_then(|cheapest| lacking(site, cheapest)).map(|usd| (Lever::Budget, usd)));
        choices.push(levers.into_iter().filter(|lever| can_end(*lever, site, effort, found)).collect());
    }
    (choices, shortages)
}

/// What the budget lacks of the least capex, USD; nothing where that is not proved.
fn lacking(site: &Site, cheapest: Cheapest) -> Option<f64> {
    site.target.budget_usd.filter(|_| cheapest.proved).map(|budget| cheapest.total_usd - budget)
}

/// Services whose units stand on the site's ground, where that falls short: their spare units take of it too.
fn drawing(site: &Site, clash: &Found) -> Vec<Service> {
    let yard = (Place::Site, Service::Yard);
    let short = clash.parties.iter().any(|party| bank_of(&party.conflict).as_ref() == Some(&yard));
    let Some(prepared) = Prepared::new(site).ok().filter(|_| short) else { return Vec::new() };
    let drawn = |bank: &&Bank| bank.candidates.iter().flat_map(|c| &c.draws).any(|draw| draw.service == Service::Yard);
    prepared.banks.iter().filter(drawn).map(|bank| bank.service).collect()
}

/// Whether a clash could end with this lever: with all that it can give, its parties are no longer known to clash.
fn can_end(lever: Lever, site: &Site, effort: Effort, clash: &Found) -> bool {
    let open = match lever {
        Lever::Racks => one_rack(site, &racks_asked(site)),
        other => other.open(site),
    };
    let stands = Prepared::new(&open).ok().and_then(|prepared| prepared.still_clash(effort, &clash.parties));
    stands != Some(true)
}

/// Sets with one choice for each clash, the smallest first, and whether some were left out.
fn sets(choices: &[Vec<Lever>]) -> (Vec<BTreeSet<Lever>>, bool) {
    let mut sets = vec![BTreeSet::new()];
    for levers in choices {
        let with = |set: &BTreeSet<Lever>| -> Vec<BTreeSet<Lever>> {
            levers.iter().map(|lever| set.iter().copied().chain([*lever]).collect()).collect()
        };
        sets = sets.iter().flat_map(with).collect::<BTreeSet<_>>().into_iter().collect();
    }
    sets.retain(|set| !set.is_empty());
    sets.sort_by_key(BTreeSet::len);
    let dropped = sets.len() > MOST_SETS;
    sets.truncate(MOST_SETS);
    (sets, dropped)
}

/// The least change of each lever in turn, with those before as found and those after wide open; then the whole is planned.
fn relaxed(oracle: &mut Oracle, site: &Site, levers: &BTreeSet<Lever>, shortages: &Shortages) -> Option<Relaxation> {
    let mut changed = site.clone();
    let mut steps = Vec::new();
    for lever in levers {
        let later = levers.iter().filter(|other| *other > lever);
        let open = later.fold(changed.clone(), |site, other| other.open(&site));
        let step = lever.tighten(oracle, &open, shortages)?;
        changed = step.change.apply(&changed);
        steps.push(step);
    }
    oracle.asked += 1;
    let plan = Prepared::new(&changed).and_then(|prepared| prepared.plan(oracle.effort())).ok()?;
    let ready = plan.halls.iter().map(|hall| hall.ready).max();
    Some(Relaxation { steps, capex_usd: plan.capex.total.likely, ready })
}
