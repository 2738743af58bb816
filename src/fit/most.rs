//! The plan with the most IT power.

use super::clash;
use super::oracle::Oracle;
use super::racks::{Counts, Filled, Search};
use crate::domain::clash::Ask;
use crate::domain::fit::{Fit, HallFit, Stop, Strategy};
use crate::domain::plan::Plan;
use crate::validate::Site;
use crate::{Effort, Prepared, Unplannable};

/// Questions after which the racks that were found are taken as they are.
const MOST_QUESTIONS: usize = 200;

/// The plan with the most racks that fit, and of those with as many the one of least capex.
///
/// # Errors
/// [`Unplannable`], with what conflicts where not a single rack fits.
pub fn most_mw(site: &Site, effort: Effort) -> Result<Plan, Unplannable> {
    let mut oracle = Oracle::new(effort, MOST_QUESTIONS);
    let mut search = Search::new(site, &mut oracle);
    let filled = search.strategies();
    let most = filled.iter().map(Filled::total).max().unwrap_or(0);
    if most == 0 {
        return Err(none_fits(site, &search.asks, effort));
    }
    let mut best: Option<Plan> = None;
    let mut tried: Vec<&Counts> = Vec::new();
    for found in filled.iter().filter(|found| found.total() == most) {
        if tried.contains(&&found.racks) {
            continue;
        }
        tried.push(&found.racks);
        let plan = planned(site, effort, &search, &filled, found)?;
        let cheaper = best.as_ref().is_none_or(|best| plan.capex.total.likely < best.capex.total.likely);
        best = if cheaper { Some(plan) } else { best };
    }
    let questions = oracle.asked;
    let plan = best.ok_or(Unplannable::NothingToConvert)?;
    Ok(Plan { fit: plan.fit.map(|fit| Fit { questions, ..fit }), ..plan })
}

/// The smallest site that asks for anything: one rack in the first hall that asks for one.
pub fn one_rack(site: &Site, asks: &[Ask]) -> Site {
    let one = |(index, ask): (usize, &Ask)| (ask.hall.clone(), u32::from(index == 0));
    site.with_racks(&asks.iter().enumerate().map(one).collect())
}

/// Why not even one rack can be planned.
fn none_fits(site: &Site, asks: &[Ask], effort: Effort) -> Unplannable {
    let smallest = one_rack(site, asks);
    match Prepared::new(&smallest).and_then(|prepared| prepared.choose(effort)) {
        Err(why) => why,
        Ok(_) => Unplannable::Solver("it was not decided how many racks fit".to_owned()),
    }
}

fn planned(site: &Site, effort: Effort, search: &Search, all: &[Filled], found: &Filled) -> Result<Plan, Unplannable> {
    let fitting = site.with_racks(&found.racks);
    let strategy = |filled: &Filled| Strategy { name: filled.strategy.clone(), racks: filled.total() };
    let hall = |ask: &Ask| HallFit {
        hall: ask.hall.clone(),
        racks_asked: ask.racks,
        racks: found.racks.get(&ask.hall).copied().unwrap_or(0),
        origin: ask.origin.clone(),
    };
    let fit = Fit {
        halls: search.asks.iter().map(hall).collect(),
        strategies: all.iter().map(strategy).collect(),
        maximal: found.maximal,
        stops: stops(site, effort, search, found)?,
        questions: 0,
    };
    Prepared::new(&fitting)?.plan_with(effort, Some(fit))
}

/// What conflicts with one more rack, by kind of hall.
fn stops(site: &Site, effort: Effort, search: &Search, found: &Filled) -> Result<Vec<Stop>, Unplannable> {
    let stop = |(halls, racks): (Vec<String>, Counts)| {
        let more = site.with_racks(&racks);
        let clashes = clash::clashes(&more, effort)?.into_iter().map(|found| found.clash).collect();
        Ok(Stop { halls, clashes })
    };
    search.one_more(&found.racks).into_iter().map(stop).collect()
}
