//! Equipment that a plan moves from one place to another: whether it may, and what follows for parts, weeks, ground and links.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::facts::Facts;
use crate::domain::Place;
use crate::domain::plan::{BankPlan, CandidatePlan, KeptAsset};
use crate::gap::moves::rated_at;
use crate::input::catalog::{FootprintIn, Item};
use crate::validate::SiteAsset;

/// Units of an asset that may be moved to a bank with what one gives there, or why none may.
pub fn granted(facts: &Facts, bank: &BankPlan, kept: &KeptAsset, from: &Place) -> Result<(u32, f64), String> {
    let asset = asset(facts, &kept.asset).ok_or("the site has no such asset")?;
    if asset.place != *from || bank.place == *from {
        return Err(format!("it stands in {} and is moved from {from} to {}", asset.place, bank.place));
    }
    if asset.kind.service() != Some(bank.service) {
        return Err("it serves another service".to_owned());
    }
    facts.site.catalog.relocation(asset.kind).ok_or("no catalog prices its move")?;
    let let_go = facts.hall(from).is_none_or(|hall| converted(facts, from) || hall.mining_ends.is_some());
    if !let_go {
        return Err("it serves miners that stay".to_owned());
    }
    Ok((asset.count, rated_at(facts.site, &facts.conditions, asset, &bank.place)?.0))
}

fn asset<'a>(facts: &Facts<'a>, id: &str) -> Option<&'a SiteAsset> {
    facts.site.assets.iter().find(|asset| asset.id == id)
}

fn converted(facts: &Facts, place: &Place) -> bool {
    facts.loads.iter().any(|load| load.place() == *place)
}

/// The work of all moves of a choice: units by the catalog's item.
pub fn works<'a>(facts: &Facts<'a>, chosen: &CandidatePlan) -> Vec<(&'a Item, f64)> {
    let mut units: BTreeMap<&str, (&Item, f64)> = BTreeMap::new();
    for kept in chosen.moved() {
        let work = asset(facts, &kept.asset).and_then(|asset| facts.site.catalog.relocation(asset.kind));
        if let Some(item) = work {
            units.entry(&item.id).or_insert((item, 0.0)).1 += f64::from(kept.units);
        }
    }
    units.into_values().collect()
}

/// Ground or floor that moved units take in their new place, m2.
pub fn footprint_m2(facts: &Facts, chosen: &CandidatePlan, place: FootprintIn) -> f64 {
    let works = works(facts, chosen).into_iter().filter(|(item, _)| item.footprint_in == Some(place));
    works.filter_map(|(item, units)| Some(item.footprint_m2.as_ref()?.value * units)).fold(0.0, |sum, m2| sum + m2)
}

/// The day on which the last hall that is given up lets go of what a bank takes of it.
pub fn free_on(facts: &Facts, bank: &BankPlan) -> Option<Date> {
    let origins = bank.chosen.moved().filter_map(|kept| kept.moved_from.as_ref());
    let left = origins.filter(|from| !converted(facts, from)).filter_map(|from| facts.hall(from)?.mining_ends);
    left.max()
}

/// The tasks for which the installation of a bank waits besides its activity's: those that stop the miners of the halls
/// which it takes something from.
pub fn stops(facts: &Facts, bank: &BankPlan) -> Vec<String> {
    let stops = facts.site.catalog.activities.iter().filter(|activity| activity.stops_mining);
    let tasks = stops.flat_map(|activity| facts.plan.tasks.iter().filter(move |task| task.activity == activity.id));
    let halls: Vec<&Place> = bank.chosen.moved().filter_map(|kept| kept.moved_from.as_ref()).collect();
    let halls: Vec<&Place> = halls.into_iter().filter(|place| **place != Place::Site).collect();
    let concerned =
        tasks.filter(|task| !halls.is_empty() && (task.place == Place::Site || halls.contains(&&task.place)));
    concerned.map(|task| task.id.clone()).collect()
}
