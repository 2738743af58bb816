//! Banks of the site that grow in phases: a hall that fits, with those before it, within what such a bank keeps does not wait
//! for the bank's new part. `e[b,h]` is 1 where hall h lives within what bank b keeps.
//!
//! `e[b,h] <= sum x[b,c]` over the candidates that keep something and buy something beside it;
//! `sum_g share[b,g] e[b,g] + own[b] e[b,h] <= sum_c kept[b,c] x[b,c]` for each hall h, where share and own are the most that
//! a hall and the site's own plant may draw, and kept is what the kept units carry with failures taken;
//! `t[j] >= t[i] + d[i] + lag - M e[b,h]` for a task j of hall h that waits for a task i of bank b, where `M` is the latest end
//! of i that suffices whatever is chosen, and the lag.
//!
//! Of equal halls the one that stands first in the file goes first: `e[b,h] >= e[b,g]`. They go in blocks that share `e` and all
//! dates, cut where what some candidate keeps is used up by the halls of the block and those before it. Where no other halls live on
//! the same banks this leaves out nothing: to live early costs nothing. Where others do, each of up to [`MOST_ALONE`] halls is a
//! block of its own, and with more halls a block is all or nothing.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Constraint, Expression, Variable, constraint, variable};
use petgraph::graph::EdgeIndex;

use super::Problem;
use super::columns::Columns;
use super::sequence::gap;
use crate::banks::Bank;
use crate::domain::Place;
use crate::domain::plan::CandidatePlan;
use crate::graph::{Bounds, Phased};

/// `e[b,h]` with its position in a solution, by the ids of bank and hall.
pub type Early = BTreeMap<(String, String), (Variable, usize)>;

/// The candidates that keep something which does not carry all, and buy something beside it.
fn growing(bank: &Bank) -> impl Iterator<Item = (usize, &CandidatePlan)> {
    let grows = |candidate: &CandidatePlan| {
        let kept = bank.kept_usable(candidate);
        !candidate.parts.is_empty() && kept > 0.0 && kept < bank.most
    };
    bank.candidates.iter().enumerate().filter(move |(_, candidate)| grows(candidate))
}

/// The pairs of bank and hall for which there is anything to decide: the hall alone fits within what is kept.
fn pairs(problem: &Problem) -> Vec<(String, String)> {
    let fits = |bank: &Bank| {
        let most = growing(bank).map(|(_, candidate)| bank.kept_usable(candidate)).fold(0.0, f64::max);
        let own = bank.shares.get(&Place::Site).copied().unwrap_or(0.0);
        let halls = bank.shares.iter().filter(move |(_, share)| *share + own <= most);
        halls.filter_map(|(place, _)| Some((bank.id.clone(), place.hall()?.to_owned()))).collect::<Vec<_>>()
    };
    problem.banks.iter().flat_map(fits).collect()
}

/// Halls up to which each goes live by itself where unequal halls live on the same banks.
const MOST_ALONE: usize = 12;

/// Of halls that are equal to an earlier one (`equal`: hall, that one), those that share its dates, with the first hall of
/// their block.
pub fn blocks(problem: &Problem, equal: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let pairs = pairs(problem);
    let first = |hall: &str| equal.get(hall).map_or(hall, String::as_str).to_owned();
    let living: BTreeSet<&String> = pairs.iter().map(|(_, hall)| hall).collect();
    let kinds: BTreeSet<String> = living.iter().map(|hall| first(hall)).collect();
    if kinds.len() > 1 && living.len() <= MOST_ALONE {
        return BTreeMap::new();
    }
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for hall in &problem.site.halls {
        groups.entry(first(&hall.id)).or_default().push(&hall.id);
    }
    groups.values().flat_map(|halls| block_of(halls, &cuts(problem, halls[0]))).collect()
}

/// Each hall that is not the first of its block, with that one.
fn block_of(halls: &[&str], cuts: &BTreeSet<usize>) -> Vec<(String, String)> {
    let start = |place: usize| cuts.range(..=place).next_back().copied().unwrap_or(0);
    let with_start = halls.iter().enumerate().map(|(place, hall)| (*hall, halls[start(place)]));
    with_start.filter(|(hall, first)| hall != first).map(|(hall, first)| (hall.to_owned(), first.to_owned())).collect()
}

/// How many halls like this one some candidate carries with what it keeps.
fn cuts(problem: &Problem, hall: &str) -> BTreeSet<usize> {
    let of_bank = |bank: &Bank| {
        let own = bank.shares.get(&Place::Site).copied().unwrap_or(0.0);
        let share = bank.shares.get(&Place::Hall(hall.to_owned())).copied().filter(|share| *share > 0.0);
        let carried = growing(bank).map(|(_, candidate)| bank.kept_usable(candidate) - own);
        carried.filter_map(|kept| Some((kept / share?).floor().max(0.0) as usize)).collect::<Vec<_>>()
    };
    problem.banks.iter().flat_map(of_bank).collect()
}

/// Adds the columns; the halls of a block (`blocks`: hall, first hall of its block) share theirs.
pub fn columns(problem: &Problem, blocks: &BTreeMap<String, String>, columns: &mut Columns) -> Early {
    let mut early = Early::new();
    for (bank, hall) in pairs(problem) {
        let first = blocks.get(&hall).and_then(|first| early.get(&(bank.clone(), first.clone())).copied());
        let column = first.unwrap_or_else(|| columns.add(variable().binary()));
        early.insert((bank, hall), column);
    }
    early
}

/// The links whose rows are here.
pub fn waivable(problem: &Problem, columns: &Columns) -> BTreeMap<EdgeIndex, Variable> {
    let early = |phased: &Phased| {
        let (e, _) = columns.early.get(&(phased.bank.clone(), phased.hall.clone()))?;
        Some((phased.link, *e))
    };
    problem.network.phased.iter().filter_map(early).collect()
}

/// All rows.
pub fn rows(problem: &Problem, columns: &Columns, bounds: &Bounds) -> Vec<Constraint> {
    let banks = problem.banks.iter().zip(&columns.build);
    let mut rows: Vec<Constraint> = banks.flat_map(|(bank, builds)| capacity(bank, builds, columns)).collect();
    rows.extend(links(problem, columns, bounds));
    rows.extend(order(columns));
    rows
}

fn capacity(bank: &Bank, builds: &[(Variable, usize)], columns: &Columns) -> Vec<Constraint> {
    let early = |hall: &str| columns.early.get(&(bank.id.clone(), hall.to_owned())).map(|(e, _)| *e);
    let halls: Vec<(&Place, Variable)> =
        bank.shares.keys().filter_map(|place| Some((place, early(place.hall()?)?))).collect();
    let own = bank.shares.get(&Place::Site).copied().unwrap_or(0.0);
    let scale = bank.most.max(f64::MIN_POSITIVE);
    let grows: Expression = growing(bank).map(|(c, _)| Expression::from(builds[c].0)).sum();
    let kept: Expression = growing(bank).map(|(c, it)| builds[c].0 * (bank.kept_usable(it) / scale)).sum();
    let live: Expression = halls.iter().map(|(place, e)| *e * (bank.shares[*place] / scale)).sum();
    let row = |(_, e): &(&Place, Variable)| {
        let within = live.clone() + *e * (own / scale) - kept.clone();
        [constraint!(*e - grows.clone() <= 0.0), constraint!(within <= 0.0)]
    };
    let is_own = |place: &Place| place.hall().is_some_and(|hall| !columns.blocks.contains_key(hall));
    halls.iter().filter(|(place, _)| is_own(place)).flat_map(row).collect()
}

fn links(problem: &Problem, columns: &Columns, bounds: &Bounds) -> Vec<Constraint> {
    let row = |(link, early): (EdgeIndex, Variable)| {
        let graph = &problem.network.graph;
        let (from, to) = graph.edge_endpoints(link).expect("the link is of this graph");
        let edge = graph[link];
        let most = bounds.latest((from, edge)).max(0.0);
        constraint!(gap(problem, columns, (from, to, edge)) + early * most >= 0.0)
    };
    let own = |link: &EdgeIndex| {
        let later = problem.network.graph.edge_endpoints(*link).map(|(_, to)| to.index());
        later.is_none_or(|later| !columns.shared.contains(&later))
    };
    waivable(problem, columns).into_iter().filter(|(link, _)| own(link)).map(row).collect()
}

fn order(columns: &Columns) -> Vec<Constraint> {
    let row = |((bank, hall), (later, _)): (&(String, String), &(Variable, usize))| {
        let (first, _) = columns.early.get(&(bank.clone(), columns.equal.get(hall)?.clone()))?;
        Some(constraint!(*first - *later >= 0.0))
    };
    let firsts = columns.early.iter().filter(|((_, hall), _)| !columns.blocks.contains_key(hall));
    firsts.filter_map(row).collect()
}
