//! The order in which crews go through the halls, one for the whole site: `z[h,p]` is 1 where hall h stands at place p of n, and
//! `w[k,g,h]` where hall g comes before hall h with the same of k crews, at place p - k, p - 2k ... of it.
//!
//! `sum_p z[h,p] = 1`, `sum_h z[h,p] = 1`;
//! `w[k,g,h] >= z[h,p] + sum_{q = p-k, p-2k ...} z[g,q] - 1` for each place p;
//! `sum_g w[k,g,h] >= sum_p floor((p - 1) / k) z[h,p]`, and `w[1,g,h] + w[1,h,g] = 1`;
//! `t[j] >= t[i] + d[i] - M (1 - w[k,g,h])` for tasks i in g and j in h of an activity whose trade has k crews, where M is what
//! the latest end of i that suffices whatever is chosen exceeds the earliest start of j by;
//! `t[j] >= e + sum_g s[g] w[k,g,h]`, where e is the earliest start of the activity in any hall, and s the shortest of its work in g.
//!
//! Places, not pairs with transitivity: with more than one crew a hall waits for the one k places before it, which pairs do not
//! tell. The relation w is as tight as pairs are: with one crew it is the order by pairs, whose transitivity follows from the places,
//! and it ties a hall to all before it and not only to the next, so that the last row, which needs no M, adds up the work of all. It
//! is whole where the places are, and no column of whole numbers.
//!
//! `z[h,1] = 0` for halls in which crews are not to begin.
//!
//! Equal halls keep the order of the file: `z[h',p] <= sum_{q < p} z[h,q]` for h the one before h' of its kind.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{Constraint, Expression, Variable, constraint, variable};
use petgraph::graph::NodeIndex;

use super::Problem;
use super::alike;
use super::columns::Columns;
use super::sequence::duration;
use crate::graph::{Bounds, Crewed};

/// The most halls of which the order is chosen: eight have 40,320 orders. Four halls take the solver about twice as long as the
/// file's order alone, and where the weeks of all are worth the same, the earliest dates of four are already left unproved.
pub const MOST_HALLS: usize = 8;

/// The columns of the order. Halls and places count from none, halls in file order.
pub struct Order {
    halls: Vec<String>,
    /// `z[h,p]` with its position in a solution.
    at: Vec<Vec<(Variable, usize)>>,
    /// `w[k,g,h]`, by these.
    before: BTreeMap<(usize, usize, usize), Variable>,
    /// Pairs of equal halls of which none stands between in the file.
    equal: Vec<(usize, usize)>,
}

impl Order {
    /// The halls of a solution in their order.
    pub fn halls(&self, values: &[f64]) -> Vec<String> {
        let place = |at: &Vec<(Variable, usize)>| at.iter().position(|(_, position)| values[*position] > 0.5);
        let mut halls: Vec<(Option<usize>, &String)> = self.at.iter().map(place).zip(&self.halls).collect();
        halls.sort_by_key(|(place, _)| *place);
        halls.into_iter().map(|(_, hall)| hall.clone()).collect()
    }

    /// The number of binary columns.
    pub fn binaries(&self) -> usize {
        self.at.iter().map(Vec::len).sum()
    }

    /// Whether a hall stands at one of some places.
    fn stands(&self, hall: usize, places: impl Iterator<Item = usize>) -> Expression {
        places.map(|place| Expression::from(self.at[hall][place].0)).sum()
    }
}

/// Adds the columns; nothing where no crew goes from hall to hall, all halls are equal, or they are too many, and nothing where
/// time has no worth: what an order then gains is not seen, and it costs the proof of the earliest dates.
pub fn columns(problem: &Problem, columns: &mut Columns, first_alike: &[usize]) -> Option<Order> {
    let (halls, equal) = ordered(problem, first_alike)?;
    let count = halls.len();
    let at = (0..count).map(|_| (0..count).map(|_| columns.add(variable().binary())).collect()).collect();
    let crews: BTreeSet<usize> = problem.network.crewed.iter().map(|crewed| crewed.crews).collect();
    let triples = crews.into_iter().flat_map(|k| pairs(count).map(move |(g, h)| (k, g, h)));
    let before = triples.map(|triple| (triple, columns.add(variable().min(0.0)).0)).collect();
    Some(Order { halls, at, before, equal })
}

/// Halls, and the pairs of equal ones of which none stands between.
type Ordered = (Vec<String>, Vec<(usize, usize)>);

/// The halls of which the order is chosen; nothing where it is not.
fn ordered(problem: &Problem, first_alike: &[usize]) -> Option<Ordered> {
    let halls: Vec<String> = problem.network.crewed.first()?.halls.iter().map(|(hall, _)| hall.clone()).collect();
    let equal = equal(&halls, &alike::interchangeable(problem, first_alike));
    let is_open = problem.site.time_has_worth() && halls.len() <= MOST_HALLS && equal.len() + 1 < halls.len();
    is_open.then_some((halls, equal))
}

/// Halls in which crews may begin, in file order: of equal ones the first; none where no order is chosen.
pub fn may_begin(problem: &Problem, first_alike: &[usize]) -> Vec<String> {
    let Some((halls, equal)) = ordered(problem, first_alike) else { return Vec::new() };
    let is_first = |hall: &usize| !equal.iter().any(|(_, later)| later == hall);
    (0..halls.len()).filter(is_first).map(|hall| halls[hall].clone()).collect()
}

/// Each hall that is equal to an earlier one, after the nearest of these.
fn equal(halls: &[String], first: &BTreeMap<String, String>) -> Vec<(usize, usize)> {
    let kind = |hall: usize| first.get(&halls[hall]).unwrap_or(&halls[hall]);
    let nearest = |later: usize| Some(((0..later).rev().find(|&earlier| kind(earlier) == kind(later))?, later));
    (0..halls.len()).filter_map(nearest).collect()
}

/// All pairs of two halls.
fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |g| (0..count).filter(move |&h| h != g).map(move |h| (g, h)))
}

/// All rows; none where the order is not chosen.
pub fn rows(problem: &Problem, columns: &Columns, bounds: &Bounds) -> Vec<Constraint> {
    let Some(order) = &columns.order else { return Vec::new() };
    let crewed = problem.network.crewed.iter();
    let work = crewed.flat_map(|crewed| work(problem, columns, order, bounds, crewed));
    let begun = not_first(problem, order);
    places(order).into_iter().chain(begun).chain(relations(order)).chain(kinds(order)).chain(work).collect()
}

/// Halls that do not stand at the first place.
fn not_first(problem: &Problem, order: &Order) -> Vec<Constraint> {
    let is_barred = |hall: &usize| problem.network.not_first.contains(&order.halls[*hall]);
    let row = |hall| constraint!(order.stands(hall, 0..1) == 0.0);
    (0..order.halls.len()).filter(is_barred).map(row).collect()
}

/// One place for each hall, and one hall for each place.
fn places(order: &Order) -> Vec<Constraint> {
    let count = order.halls.len();
    let of_hall = |hall| constraint!(order.stands(hall, 0..count) == 1.0);
    let of_place = |place| {
        let halls: Expression = (0..count).map(|hall| order.stands(hall, std::iter::once(place))).sum();
        constraint!(halls == 1.0)
    };
    (0..count).map(of_hall).chain((0..count).map(of_place)).collect()
}

/// Who comes before whom with the same crew.
fn relations(order: &Order) -> Vec<Constraint> {
    let count = order.halls.len();
    let mut rows = Vec::new();
    for (&(crews, g, h), &before) in &order.before {
        for place in crews..count {
            let same_crew = (place % crews..place).step_by(crews);
            let both = order.stands(h, std::iter::once(place)) + order.stands(g, same_crew);
            rows.push(constraint!(before - both >= -1.0));
        }
        if crews == 1 && g < h {
            rows.push(constraint!(before + order.before[&(1, h, g)] == 1.0));
        }
    }
    let crews: BTreeSet<usize> = order.before.keys().map(|(crews, ..)| *crews).collect();
    rows.extend(crews.into_iter().flat_map(|crews| (0..count).map(move |hall| (crews, hall))).map(|(crews, hall)| {
        let others = (0..count).filter(|&other| other != hall);
        let before: Expression = others.map(|other| Expression::from(order.before[&(crews, other, hall)])).sum();
        let turns: Expression = (0..count).map(|place| order.at[hall][place].0 * (place / crews) as f64).sum();
        constraint!(before - turns >= 0.0)
    }));
    rows
}

/// Equal halls in the order of the file.
fn kinds(order: &Order) -> Vec<Constraint> {
    let row = |(first, then): (usize, usize), place| {
        constraint!(order.stands(then, std::iter::once(place)) - order.stands(first, 0..place) <= 0.0)
    };
    let places = 0..order.halls.len();
    order.equal.iter().flat_map(|&pair| places.clone().map(move |place| row(pair, place))).collect()
}

/// The work of one activity, hall after hall.
fn work(problem: &Problem, columns: &Columns, order: &Order, bounds: &Bounds, crewed: &Crewed) -> Vec<Constraint> {
    let start = |task: NodeIndex| columns.start[&task.index()];
    let tasks = |hall: usize| crewed.halls[hall].1.iter().copied();
    let pairs = pairs(crewed.halls.len()).flat_map(|(g, h)| {
        let before = order.before[&(crewed.crews, g, h)];
        tasks(g).flat_map(move |i| tasks(h).map(move |j| (before, i, j)))
    });
    let waits = pairs.map(|(before, i, j)| {
        let most = bounds.most_before_end(j, i).max(0.0);
        constraint!(start(j) - start(i) - duration(problem, columns, i) - before * most >= -most)
    });
    let first = crewed.tasks().map(|task| bounds.earliest_start(task)).fold(f64::INFINITY, f64::min);
    let shortest = |hall: usize| tasks(hall).map(|task| bounds.shortest(task)).fold(0.0, f64::max);
    let turns = (0..crewed.halls.len()).flat_map(|h| tasks(h).map(move |j| (h, j))).map(|(h, j)| {
        let others = (0..crewed.halls.len()).filter(|&g| g != h);
        let work: Expression = others.map(|g| order.before[&(crewed.crews, g, h)] * shortest(g)).sum();
        constraint!(start(j) - work >= first)
    });
    waits.chain(turns).collect()
}
