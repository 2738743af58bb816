//! One grid for miners and data halls: where a hall goes live while miners elsewhere still run and the grid does not carry both, the
//! miners give way, and what they lose is part of the objective.
//!
//! Hall h needs `need[h] = max(0, most[h] - mining[h])` beyond what its own miners leave. That comes first from power that nobody
//! draws, then from halls whose miners leave for good, then from what other halls need less than they mined with,
//! `max(0, mining[g] - most[g])`: `gives[g,h]` MW, halls in file order. What g gives before its miners stop is lost to mining:
//!
//! `o[g,h] >= stop[g] - ready[h]`, `o[g,h] >= 0`, each week at `gives[g,h]` times the hours of a week times the margin.
//!
//! This is an upper bound of that loss: draws are the most that a hall may have, and what a hall leaves idle between its miners'
//! stop and its own ready date helps no other. What donors do not cover (it waits for the utility's steps or engines, or is taken from
//! miners that stay for good) is in no objective; the study of mining counts all of it by the dates of the plan.

use good_lp::{Constraint, Expression, Variable, constraint, variable};
use petgraph::graph::NodeIndex;

use super::Problem;
use super::columns::Columns;
use super::objective::HOURS;
use super::sequence::weeks_between;
use crate::domain::{Objective, Place, Service};
use crate::requirements::bank_id;
use crate::validate::SiteHall;

/// Power that a data hall takes over from miners elsewhere, with the column of the weeks by which it comes too early.
pub struct Gift {
    donor: Donor,
    hall: String,
    mw: f64,
    overlap: Variable,
}

/// Whose power it was.
#[derive(Clone, Copy)]
enum Donor {
    /// Miners that leave for good, weeks from the project's start.
    Leaves(f64),
    /// Miners that this task stops.
    Stops(NodeIndex),
}

/// Adds the columns; none where the margin is not part of the objective.
pub fn columns(problem: &Problem, columns: &mut Columns) -> Vec<Gift> {
    if problem.site.objective() != Objective::Value || margin_usd(problem) <= 0.0 {
        return Vec::new();
    }
    let gift = |(donor, hall, mw)| Gift { donor, hall, mw, overlap: columns.add(variable().min(0.0)).0 };
    gifts(problem).into_iter().map(gift).collect()
}

/// One row for each gift: the weeks by which its donor stops after the hall is ready.
pub fn rows(columns: &Columns) -> Vec<Constraint> {
    let row = |gift: &Gift| {
        let ready = *columns.ready.get(&gift.hall)?;
        let stop = match gift.donor {
            Donor::Leaves(weeks) => Expression::from(weeks),
            Donor::Stops(node) => Expression::from(columns.start[&node.index()]),
        };
        Some(constraint!(gift.overlap + ready - stop >= 0.0))
    };
    columns.gifts.iter().filter_map(row).collect()
}

/// The margin that miners lose who give way, million USD.
pub fn lost(problem: &Problem, columns: &Columns) -> Expression {
    let weekly = |gift: &Gift| gift.mw * HOURS * margin_usd(problem) / 1e6;
    columns.gifts.iter().map(|gift| gift.overlap * weekly(gift)).sum()
}

fn margin_usd(problem: &Problem) -> f64 {
    problem.site.mining.as_ref().map_or(0.0, |mining| mining.margin_usd_per_mwh)
}

/// Who gives how much to which hall, MW.
fn gifts(problem: &Problem) -> Vec<(Donor, String, f64)> {
    let site = problem.site;
    let most = |hall: &SiteHall| shares(problem, &hall.place());
    let (mut idle_mw, mut donors) = (idle_mw(problem), donors(problem));
    let mut gifts = Vec::new();
    for hall in site.halls.iter().filter(|hall| most(hall) > hall.mining_mw) {
        let need = most(hall) - hall.mining_mw;
        let mut left = need - take(&mut idle_mw, need);
        for (donor, mw) in &mut donors {
            let taken = take(mw, left);
            left -= taken;
            gifts.extend((taken > 0.0).then(|| (*donor, hall.id.clone(), taken)));
        }
    }
    gifts
}

/// Takes up to an amount.
fn take(from: &mut f64, amount: f64) -> f64 {
    let taken = amount.min(*from).max(0.0);
    *from -= taken;
    taken
}

/// What may be drawn and neither miners nor the site's own plant draw, MW.
fn idle_mw(problem: &Problem) -> f64 {
    let mining_mw: f64 = problem.site.halls.iter().map(|hall| hall.mining_mw).sum();
    (problem.site.utility.firm_mw - mining_mw - shares(problem, &Place::Site)).max(0.0)
}

/// Halls that give power up, those whose miners leave first, with how much, MW.
fn donors(problem: &Problem) -> Vec<(Donor, f64)> {
    let site = problem.site;
    let weeks =
        |hall: &SiteHall| Some((Donor::Leaves(weeks_between(site.start_date, hall.mining_ends?)), hall.mining_mw));
    let stays = |hall: &&SiteHall| stop(problem, hall).is_none();
    let leaving = site.halls.iter().filter(stays).filter_map(weeks);
    let rest =
        |hall: &SiteHall| Some((Donor::Stops(stop(problem, hall)?), hall.mining_mw - shares(problem, &hall.place())));
    leaving.chain(site.halls.iter().filter_map(rest)).filter(|(_, mw)| *mw > 0.0).collect()
}

/// The task that stops a hall's miners.
fn stop(problem: &Problem, hall: &SiteHall) -> Option<NodeIndex> {
    let stops = |node: &&NodeIndex| {
        let task = &problem.network.graph[**node];
        task.stops_mining && task.place.hall() == Some(&hall.id)
    };
    problem.network.order.iter().find(stops).copied()
}

/// What a part of the site may ask of the grid at most, MW.
fn shares(problem: &Problem, place: &Place) -> f64 {
    let id = bank_id(&Place::Site, Service::GridImport);
    let grid = problem.banks.iter().find(|bank| bank.id == id);
    grid.and_then(|bank| bank.shares.get(place)).copied().unwrap_or(0.0)
}
