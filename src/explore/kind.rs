//! What counts as the same equipment: the same assets kept and the same items bought, in whatever number, size or delivery.

use std::collections::BTreeSet;

use super::Chosen;
use crate::banks::Bank;
use crate::domain::plan::CandidatePlan;
use crate::validate::Site;
use crate::{Prepared, Unplannable};

/// What is taken away when a plan is to do without what was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The same assets with the same items.
    Equipment,
    /// The assets that are re-used, with whatever items; where none are, the equipment.
    Reuse,
}

impl Taken {
    /// Whether a candidate goes with the chosen one.
    fn takes(self, site: &Site, chosen: &CandidatePlan, other: &CandidatePlan) -> bool {
        let reused: Vec<&str> = kept(chosen).into_iter().filter(|id| is_reused(site, id)).collect();
        match self {
            Taken::Reuse if !reused.is_empty() => reused.iter().any(|id| kept(other).contains(id)),
            _ => is_same(site, chosen, other),
        }
    }
}

/// Whether one candidate is another's equipment again. Assets that carry a bank alone are the same with more bought beside
/// them: that is no other way, but more of it.
fn is_same(site: &Site, chosen: &CandidatePlan, other: &CandidatePlan) -> bool {
    let stands_alone = chosen.parts.is_empty() && chosen.kept.iter().any(|kept| is_reused(site, &kept.asset));
    kept(chosen) == kept(other) && (stands_alone || bought(chosen) == bought(other))
}

/// Whether two candidates of different halls are the same but for the hall.
pub fn is_alike(one: &CandidatePlan, other: &CandidatePlan) -> bool {
    let units = |candidate: &CandidatePlan| candidate.kept.iter().map(|kept| kept.units).collect::<Vec<_>>();
    let rest = |candidate: &CandidatePlan| (candidate.item.clone(), candidate.units.to_bits(), candidate.mode);
    units(one) == units(other) && rest(one) == rest(other) && bought(one) == bought(other)
}

/// Banks that supply the same service in the same way as one of them, it among them, by id.
pub fn alike(banks: &[Bank], chosen: &Chosen, id: &str) -> Vec<String> {
    let Some(bank) = banks.iter().find(|bank| bank.id == id) else { return Vec::new() };
    let same = banks.iter().filter(|other| other.service == bank.service);
    let same = same.filter(|other| match (chosen.get(id), chosen.get(&other.id)) {
        (Some(one), Some(another)) => is_alike(one, another),
        _ => false,
    });
    same.map(|other| other.id.clone()).collect()
}

/// The site without what any of several choices has for some of its banks. What was dominated by that is back.
///
/// # Errors
/// As [`Prepared::admitting`].
pub fn without<'a>(
    prepared: &Prepared<'a>,
    ids: &[String],
    choices: &[&Chosen],
    taken: Taken,
) -> Result<Prepared<'a>, Unplannable> {
    let taken = |bank: &str, other: &CandidatePlan| {
        choices.iter().any(|chosen| taken.takes(prepared.site, &chosen[bank], other))
    };
    prepared.admitting(&|bank, candidate| !(ids.iter().any(|id| id == bank) && taken(bank, candidate)))
}

/// The site with nothing but what was chosen for some of its banks, in any number and delivery. What other equipment dominates stays
/// out: a plan with it is never better than the best without the equipment.
pub fn only<'a>(prepared: &Prepared<'a>, ids: &[String], chosen: &Chosen) -> Prepared<'a> {
    let mut changed = prepared.clone();
    for bank in changed.banks.iter_mut().filter(|bank| ids.contains(&bank.id)) {
        bank.candidates.retain(|candidate| is_same(prepared.site, &chosen[&bank.id], candidate));
    }
    changed
}

/// The first of these banks that is left without any candidate.
pub fn left_empty<'a>(prepared: &'a Prepared, ids: &[String]) -> Option<&'a Bank> {
    prepared.banks.iter().find(|bank| ids.contains(&bank.id) && bank.candidates.is_empty())
}

/// What is kept and what is bought, by id.
pub fn equipment(candidate: &CandidatePlan) -> (BTreeSet<&str>, BTreeSet<&str>) {
    (kept(candidate), bought(candidate))
}

/// Whether what is kept is an asset or a hall, and no limit of the site.
fn is_reused(site: &Site, id: &str) -> bool {
    site.assets.iter().any(|asset| asset.id == id) || id.starts_with("halls.")
}

fn kept(candidate: &CandidatePlan) -> BTreeSet<&str> {
    candidate.kept.iter().map(|kept| kept.asset.as_str()).collect()
}

fn bought(candidate: &CandidatePlan) -> BTreeSet<&str> {
    candidate.parts.iter().map(|part| part.item.as_str()).collect()
}
