//! Sites of many halls, hall by hall. Halls share few rows: those of the site's banks, of assets that more than one could take,
//! and of the site's dates. At prices `p` of these rows (`p >= 0` where the row is no equality) each hall h is a small program of its
//! own, and with `v[h]` its least at these prices, no point of the whole is below
//!
//! `L = sum_h v[h] - sum_i p[i] most[i]`, where column j of h costs `cost[j] + sum_i p[i] a[i,j]`, over the shared rows i,
//!
//! the site being one more of the halls. That holds for any prices (weak duality); those of the relaxation are taken. What is lost
//! of whole numbers within a hall, which is nearly all, is in `v[h]`, and so `L` is several times closer than the relaxation.
//!
//! Prices also tell which candidates matter. With the prices of all rows, `r[j] = cost[j] + sum_i p[i] a[i,j]`, no point of a hall
//! that has the whole column j is below `w[h] + max(0, r[j])`, `w[h] = sum_{j in h} min(0, r[j]) most[j] - sum_{i of h} p[i] most[i]`.
//! The whole is solved with the candidates alone that are in the halls' own choices or have small `r`: an incumbent `U`. Where its
//! distance from `L` is not what was asked for, all candidates stay with `L - v[h] + w[h] + r[j] <= U`: one that is left out is in
//! no point below `U`.
//!
//! Columns that halls share in the program ([`super::alike`]) are each hall's own here, which bounds it all the same. Dates need a
//! most here, for which a century stands.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::program::{Column, Numbers, Program, Row};
use super::solver::{self, Ended, Options};
use super::{CLOSED, Effort, Problem};

/// Whole columns of a program below which it is solved as it is.
pub const FEWEST: usize = 5000;

/// The most weeks from the project's start to any date: a century.
const MOST_WEEKS: f64 = 5200.0;

/// Shares of what a hall costs up to which a candidate's `r` counts as small, from one try to the next.
const SMALL: [f64; 5] = [5e-4, 2e-3, 8e-3, 3e-2, 1e-1];

/// Share of the gap that halls may leave open each, and the least gap in percent at which they are solved.
const GAP_SHARE: f64 = 0.2;
const LEAST_GAP_PCT: f64 = 0.01;

/// A program whose columns belong to halls.
pub struct Apart {
    /// The program, with a most for every column.
    program: Program,
    /// Of each column the hall, counted from one, or none for the site.
    hall: Vec<usize>,
    halls: usize,
}

/// What prices tell of a program.
pub struct Priced {
    /// No point is below it: `L`.
    pub bound: f64,
    /// Of each column, whether its hall chooses it or the relaxation has some of it.
    chosen: Vec<bool>,
    /// Of each column the price `r`.
    reduced: Vec<f64>,
    /// Of each hall `v` and `w`.
    halls: Vec<(f64, f64)>,
}

/// A hall's program: its columns and rows renumbered from none.
#[derive(Default)]
struct Part {
    /// The numbers that its columns have in the whole.
    columns: Vec<usize>,
    program: Program,
}

impl Apart {
    /// The columns of a model by their halls.
    pub fn new(problem: &Problem, columns: &Columns, mut program: Program, numbers: &Numbers) -> Apart {
        let names = problem.site.halls.iter().map(|hall| hall.id.as_str());
        let number: BTreeMap<&str, usize> = names.zip(1..).collect();
        let mut hall = vec![0; program.columns.len()];
        for (column, id) in columns.of_halls(problem, numbers) {
            hall[column] = number[id];
        }
        program.columns.iter_mut().for_each(|column| column.most = column.most.min(MOST_WEEKS));
        Apart { program, hall, halls: number.len() }
    }

    /// What the prices of the relaxation tell; nothing where it or a hall by itself comes to no point.
    pub fn priced(&self, options: &Options) -> Option<Priced> {
        let (point, prices) = solver::relaxed(&self.program, options)?;
        self.at_prices(&point, &prices, options)
    }

    /// What such prices tell, valid whatever they are; `relaxed` is a point of the relaxation.
    fn at_prices(&self, relaxed: &[f64], prices: &[f64], options: &Options) -> Option<Priced> {
        let owner: Vec<Option<usize>> = self.program.rows.iter().map(|row| self.owner(row)).collect();
        let prices: Vec<f64> = self.program.rows.iter().zip(prices).map(|(row, price)| valid(row, *price)).collect();
        let shared: Vec<f64> =
            owner.iter().zip(&prices).map(|(owner, price)| if owner.is_none() { *price } else { 0.0 }).collect();
        let parts = self.parts(&owner, &self.costs(&shared));
        let reduced = self.costs(&prices);
        let mut bound = -self.program.rows.iter().zip(&shared).map(|(row, price)| price * row.most).sum::<f64>();
        let mut chosen: Vec<bool> = relaxed.iter().map(|value| *value > SOME).collect();
        let mut halls: Vec<(f64, f64)> = Vec::new();
        let solved = solved(&parts, options)?;
        for ((part, (values, least)), relaxed) in parts.iter().zip(&solved).zip(self.relaxed(&owner, &prices, &reduced))
        {
            part.columns.iter().zip(values).for_each(|(&column, value)| chosen[column] |= *value > 0.5);
            halls.push((*least, relaxed));
            bound += least;
        }
        Some(Priced { bound, chosen, reduced, halls })
    }

    /// Of each hall `w`.
    fn relaxed(&self, owner: &[Option<usize>], prices: &[f64], reduced: &[f64]) -> Vec<f64> {
        let mut least = vec![0.0; self.halls + 1];
        for (column, (hall, reduced)) in self.program.columns.iter().zip(self.hall.iter().zip(reduced)) {
            least[*hall] += reduced.min(0.0) * column.most;
        }
        for ((row, price), owner) in self.program.rows.iter().zip(prices).zip(owner) {
            owner.iter().for_each(|hall| least[*hall] -= price * row.most);
        }
        least
    }

    /// The one hall to which all columns of a row belong.
    fn owner(&self, row: &Row) -> Option<usize> {
        let mut halls = row.terms.iter().map(|(column, _)| self.hall[*column]);
        let first = halls.next()?;
        halls.all(|hall| hall == first).then_some(first)
    }

    /// What columns cost at prices of rows.
    fn costs(&self, prices: &[f64]) -> Vec<f64> {
        let mut costs: Vec<f64> = self.program.columns.iter().map(|column| column.cost).collect();
        for (row, price) in self.program.rows.iter().zip(prices).filter(|(_, price)| **price != 0.0) {
            row.terms.iter().for_each(|(column, factor)| costs[*column] += price * factor);
        }
        costs
    }

    /// The halls' programs, the site's first, at these costs.
    fn parts(&self, owner: &[Option<usize>], costs: &[f64]) -> Vec<Part> {
        let mut parts: Vec<Part> = (0..=self.halls).map(|_| Part::default()).collect();
        let mut number = vec![0; costs.len()];
        for (j, (column, &cost)) in self.program.columns.iter().zip(costs).enumerate() {
            let part = &mut parts[self.hall[j]];
            number[j] = part.columns.len();
            part.columns.push(j);
            part.program.columns.push(Column { cost, ..*column });
        }
        for (row, hall) in self.program.rows.iter().zip(owner).filter_map(|(row, owner)| Some((row, (*owner)?))) {
            let terms = row.terms.iter().map(|(j, factor)| (number[*j], *factor)).collect();
            parts[hall].program.rows.push(Row { terms, most: row.most, equal: row.equal });
        }
        parts
    }

    /// Whether a candidate is to be tried where `r` up to a share of what its hall costs counts as small; the site's all are.
    fn tried(&self, priced: &Priced, column: usize, small: f64) -> bool {
        let hall = self.hall[column];
        let (least, _) = priced.halls[hall];
        hall == 0 || priced.chosen[column] || priced.reduced[column] <= small * least.abs()
    }

    /// Whether a candidate is in no point below `most`.
    fn barred(&self, priced: &Priced, column: usize, most: f64) -> bool {
        let (least, relaxed) = priced.halls[self.hall[column]];
        priced.bound - least + relaxed + priced.reduced[column].max(0.0) > most
    }
}

/// A price that bounds: not below zero where the row is no equality. Without the digits in which the prices of equal halls differ by
/// rounding, so that these are solved once.
fn valid(row: &Row, price: f64) -> f64 {
    let price = if row.equal { price } else { price.max(0.0) };
    (price * 1e7).round() / 1e7
}

/// The choice of each part and the bound of all its choices, equal parts solved once.
fn solved(parts: &[Part], options: &Options) -> Option<Vec<(Vec<f64>, f64)>> {
    let mut solved: Vec<(Vec<f64>, f64)> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let same = parts[..number].iter().position(|earlier| earlier.program == part.program);
        solved.push(match same {
            Some(same) => solved[same].clone(),
            // A hall that is given up has nothing to choose, and the solver takes no program of nothing.
            None if part.columns.is_empty() => (Vec::new(), 0.0),
            None => {
                let (best, bound) = point(&part.program, &within(options))?;
                (best.values, bound)
            }
        });
    }
    Some(solved)
}

/// Value of a column in the relaxation that counts.
const SOME: f64 = 1e-6;

/// How a hall by itself is solved.
fn within(options: &Options) -> Options {
    let gap_pct = (options.effort.gap_pct * GAP_SHARE).max(LEAST_GAP_PCT);
    Options { effort: Effort { gap_pct, ..options.effort }, ..*options }
}

/// The candidates of the halls' own program by those of a program in which alike banks share theirs.
pub type Copies = BTreeMap<usize, Vec<usize>>;

/// The copies of each candidate's column.
pub fn copies(shared: &Columns, apart: &Columns) -> Copies {
    let mut copies = Copies::new();
    let pairs = shared.build.iter().flatten().zip(apart.build.iter().flatten());
    pairs.for_each(|((_, of), (_, copy))| copies.entry(*of).or_default().push(*copy));
    copies
}

/// A point of a program, and what it comes to.
struct Incumbent {
    values: Vec<f64>,
    objective: f64,
}

/// Minimizes a program by way of its halls; nothing where that comes to no point, which says nothing of the program.
pub fn run(program: &Program, apart: &Apart, copies: &Copies, options: &Options) -> Option<Ended> {
    let priced = apart.priced(options)?;
    let of = |column: usize| copies.get(&column).map(Vec::as_slice).unwrap_or_default();
    let few = |small: f64| {
        let tried = |column| of(column).iter().any(|&copy| apart.tried(&priced, copy, small));
        program.without(|column| !of(column).is_empty() && !tried(column))
    };
    let first = SMALL.iter().find_map(|&small| point(&few(small), &within(options)))?.0;
    if first.is_within(options, priced.bound) {
        return Some(first.ended(options, priced.bound));
    }
    let barred = |column| of(column).iter().any(|&copy| apart.barred(&priced, copy, first.objective));
    let Some((second, bound)) = point(&program.without(barred), options) else {
        return Some(first.ended(options, priced.bound));
    };
    let best = if second.objective < first.objective { second } else { first };
    let bound = bound.min(best.objective).max(priced.bound);
    Some(best.ended(options, bound))
}

/// The best point of a program that is found, and the bound of all its points.
fn point(program: &Program, options: &Options) -> Option<(Incumbent, f64)> {
    match solver::run_program(program, options) {
        Ok(Ended::Solution { values, objective, bound, .. }) => Some((Incumbent { values, objective }, bound)),
        Ok(Ended::Infeasible) | Err(_) => None,
    }
}

impl Incumbent {
    /// Whether it is as close to a bound as was asked for.
    fn is_within(&self, options: &Options, bound: f64) -> bool {
        let gap = self.objective - bound;
        gap <= CLOSED || gap <= options.effort.gap_pct / 100.0 * self.objective.abs()
    }

    fn ended(self, options: &Options, bound: f64) -> Ended {
        let proved = self.is_within(options, bound);
        Ended::Solution { proved, values: self.values, objective: self.objective, bound }
    }
}

#[cfg(test)]
mod tests;
