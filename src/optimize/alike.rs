//! Banks that are alike are built alike: they share their binaries, `x[b,c] = x[b',c]`.
//!
//! Two banks of different halls are alike where they must carry the same, have the same ways to do it, and stand in halls
//! of which time asks the same; what may be moved to one or the other is taken by one of them, so that banks which compete for it
//! are not alike. Of halls that may give equipment to each other no bank is alike to another: the hall that takes some differs in
//! all that stands around it. Where crews go from hall to hall alike banks share nothing, since equal halls then have dates of their
//! own, and what buys time pays in one and not in another. Equal halls otherwise have one design, one stock of spares and one set of drawings, and sixty of
//! them are as much work to choose as one. What this forbids is unequal plant in equal halls.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Problem, assets};
use crate::banks::Bank;
use crate::domain::plan::{CandidatePlan, Draw};
use crate::domain::{Place, Policy, Service};

/// What one of several alike banks may not differ in from the others.
struct Profile {
    service: Service,
    policy: Policy,
    fixed: f64,
    most: f64,
    /// With the hall taken out of every place.
    candidates: Vec<CandidatePlan>,
    time: TimeProfile,
}

/// What time asks of a hall.
type TimeProfile = (Option<Date>, Option<u64>, Option<u64>);

/// Whether any bank shares the binaries of another.
pub fn any(problem: &Problem) -> bool {
    shared(problem).into_iter().enumerate().any(|(index, first)| index != first)
}

/// For each bank the one whose binaries it has: the first that it is alike to, or itself where crews go from hall to hall.
pub fn shared(problem: &Problem) -> Vec<usize> {
    match problem.site.crews.is_empty() {
        true => first_alike(problem),
        false => (0..problem.banks.len()).collect(),
    }
}

/// For each bank the first one that it is alike to: itself where there is none before it.
pub fn first_alike(problem: &Problem) -> Vec<usize> {
    if !problem.alike {
        return (0..problem.banks.len()).collect();
    }
    let mut known: BTreeMap<Service, Vec<(usize, Profile)>> = BTreeMap::new();
    let contested = assets::contested(problem);
    let trading = assets::trading(problem, &contested);
    let first = |(index, bank): (usize, &Bank)| {
        let trades = bank.place.hall().is_some_and(|hall| trading.contains(hall));
        if trades || assets::competes(bank, &contested) {
            return None;
        }
        let profile = profile(problem, bank)?;
        let same = known.entry(bank.service).or_default();
        let found = same.iter().find(|(_, other)| alike(&profile, other)).map(|(first, _)| *first);
        if found.is_none() {
            same.push((index, profile));
        }
        found
    };
    let firsts: Vec<Option<usize>> = problem.banks.iter().enumerate().map(first).collect();
    firsts.into_iter().enumerate().map(|(index, first)| first.unwrap_or(index)).collect()
}

/// Equal halls whose tasks have the same dates, each with the first of its kind: no crew goes from one to the other.
pub fn equal_halls(problem: &Problem, first_alike: &[usize]) -> BTreeMap<String, String> {
    match problem.site.crews.is_empty() {
        true => of_equal_banks(problem, first_alike),
        false => BTreeMap::new(),
    }
}

/// Equal halls that may change places in the order of the crews, each with the first of its kind: they also mine as much, and
/// let nothing go that another bank may take.
pub fn interchangeable(problem: &Problem, first_alike: &[usize]) -> BTreeMap<String, String> {
    let place = |hall: &String| Place::Hall(hall.clone());
    let mining = |hall: &String| problem.site.hall(&place(hall)).map(|hall| hall.mining_mw.to_bits());
    let candidates = || problem.banks.iter().flat_map(|bank| &bank.candidates);
    let lets_go = |hall: &String| candidates().any(|candidate| candidate.takes_from(&place(hall)));
    let mut equal = of_equal_banks(problem, first_alike);
    equal.retain(|hall, first| mining(hall) == mining(first) && !lets_go(hall) && !lets_go(first));
    equal
}

/// Halls of which every bank is alike to that of one earlier hall, with that hall.
fn of_equal_banks(problem: &Problem, first_alike: &[usize]) -> BTreeMap<String, String> {
    let mut of_halls: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (bank, &first) in problem.banks.iter().zip(first_alike) {
        if let (Some(hall), Some(other)) = (bank.place.hall(), problem.banks[first].place.hall()) {
            of_halls.entry(hall).or_default().insert(other);
        }
    }
    let equal = |(hall, others): (&str, BTreeSet<&str>)| {
        let only = others.first().copied().filter(|other| others.len() == 1 && *other != hall)?;
        Some((hall.to_owned(), only.to_owned()))
    };
    of_halls.into_iter().filter_map(equal).collect()
}

/// Nothing for banks of the site.
fn profile(problem: &Problem, bank: &Bank) -> Option<Profile> {
    let hall = bank.place.hall()?;
    let site = problem.site;
    let bits = |number: Option<f64>| number.map(f64::to_bits);
    let deadline = problem.deadline_weeks.get(hall).copied();
    Some(Profile {
        service: bank.service,
        policy: bank.policy,
        fixed: bank.fixed,
        most: bank.most,
        candidates: bank.candidates.iter().map(|candidate| anywhere(candidate, &bank.place)).collect(),
        time: (
            site.hall(&bank.place).and_then(|hall| hall.mining_may_stop),
            bits(site.value_of_week_usd(&bank.place)),
            bits(deadline),
        ),
    })
}

/// A candidate without its hall: what is kept counts by units and capacity, what is drawn by service.
fn anywhere(candidate: &CandidatePlan, hall: &Place) -> CandidatePlan {
    let mut anywhere = candidate.clone();
    anywhere.label.clear();
    let of = |draw: &mut Draw| {
        if draw.place == *hall {
            draw.place = Place::Hall(String::new());
        }
    };
    anywhere.draws.iter_mut().chain(&mut anywhere.covers).for_each(of);
    anywhere.kept.iter_mut().for_each(|kept| kept.asset.clear());
    anywhere
}

fn alike(a: &Profile, b: &Profile) -> bool {
    (a.service, a.policy, a.fixed, a.most, a.time) == (b.service, b.policy, b.fixed, b.most, b.time)
        && a.candidates == b.candidates
}
