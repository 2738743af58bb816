//! The most racks that fit, hall by hall.
//!
//! Which racks go where is decided outside the program, each guess by a solve of all of it: candidates depend on the number
//! of racks in ways that are not linear. Two strategies are compared: whole halls first, in the orders that matter, and
//! all halls in the same proportion. Either ends where one more rack in any hall has been shown to have no plan. That is
//! what is proved: a split that takes racks out of one hall to put more into another is not ruled out.

use std::collections::{BTreeMap, BTreeSet};

use super::oracle::{Answer, Oracle};
use crate::domain::Place;
use crate::domain::clash::Ask;
use crate::requirements::racks_asked;
use crate::validate::Site;

/// Kinds of halls up to which every order of them is tried; beyond, file order, its reverse, and by size.
const MOST_PERMUTED: usize = 3;

/// Racks by hall.
pub type Counts = BTreeMap<String, u32>;

/// Racks that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// How the halls were filled, in words.
    pub strategy: String,
    /// Racks of every hall that asks for some.
    pub racks: Counts,
    /// Whether one more rack in any hall was shown to have no plan.
    pub maximal: bool,
}

impl Filled {
    /// Racks of the whole site.
    pub fn total(&self) -> u32 {
        self.racks.values().sum()
    }
}

/// The search for one site.
pub struct Search<'a> {
    site: &'a Site,
    /// The halls that ask for racks, in file order.
    pub asks: Vec<Ask>,
    /// For each hall the first that it is equal to.
    kinds: Vec<usize>,
    known: BTreeMap<Vec<u32>, Answer>,
    oracle: &'a mut Oracle,
}

impl<'a> Search<'a> {
    /// A search in which nothing is known yet.
    pub fn new(site: &'a Site, oracle: &'a mut Oracle) -> Search<'a> {
        let asks = racks_asked(site);
        let traits: Vec<String> = asks.iter().map(|ask| traits(site, ask)).collect();
        let first = |own: &String| traits.iter().position(|other| other == own).unwrap_or_default();
        let kinds = traits.iter().map(first).collect();
        Search { site, asks, kinds, known: BTreeMap::new(), oracle }
    }

    /// What every strategy comes to, without those that come to the same racks as one before.
    pub fn strategies(&mut self) -> Vec<Filled> {
        if self.ask(&self.asked()) == Answer::Fits {
            return vec![self.filled("all racks asked for".to_owned(), self.asked(), true)];
        }
        let mut all: Vec<Filled> = self.orders().into_iter().map(|order| self.whole_halls(&order)).collect();
        if self.asks.len() > 1 {
            all.push(self.in_proportion());
        }
        all
    }

    /// The strategy that most often comes to most: halls whole, in file order.
    pub fn in_file_order(&mut self) -> Filled {
        let order: Vec<usize> = (0..self.asks.len()).collect();
        self.whole_halls(&order)
    }

    /// For every kind of hall that is not full: its halls, and the racks with one more in the first of them.
    pub fn one_more(&self, racks: &Counts) -> Vec<(Vec<String>, Counts)> {
        let counts: Vec<u32> = self.asks.iter().map(|ask| racks.get(&ask.hall).copied().unwrap_or(0)).collect();
        let mut seen: BTreeMap<(usize, u32), (Vec<String>, Counts)> = BTreeMap::new();
        for hall in (0..counts.len()).filter(|&hall| counts[hall] < self.asks[hall].racks) {
            let mut more = counts.clone();
            more[hall] += 1;
            let entry = seen.entry((self.kinds[hall], counts[hall]));
            entry.or_insert_with(|| (Vec::new(), self.named(&more))).0.push(self.asks[hall].hall.clone());
        }
        seen.into_values().collect()
    }

    /// Fills one hall after the other, each as far as those before leave room.
    fn whole_halls(&mut self, order: &[usize]) -> Filled {
        let mut counts = vec![0; self.asks.len()];
        for &hall in order {
            let most = self.asks[hall].racks;
            counts[hall] = self.most(0, most, |racks| with(&counts, hall, racks));
        }
        let maximal = self.polish(&mut counts);
        let names: Vec<&str> = order.iter().map(|&hall| self.asks[hall].hall.as_str()).collect();
        self.filled(format!("whole halls first, in the order {}", names.join(", ")), counts, maximal)
    }

    /// The same share of what every hall asks for, rounded down to whole racks.
    fn in_proportion(&mut self) -> Filled {
        let asked = self.asked();
        let steps = asked.iter().copied().max().unwrap_or(0);
        let share = |step: u32| -> Vec<u32> {
            asked.iter().map(|&racks| (u64::from(racks) * u64::from(step) / u64::from(steps.max(1))) as u32).collect()
        };
        let step = self.most(0, steps, share);
        let mut counts = share(step);
        let maximal = self.polish(&mut counts);
        self.filled("all halls in proportion".to_owned(), counts, maximal)
    }

    /// The largest number up to `most` whose racks fit and of which the next does not, by bisection; `least` is taken to fit.
    fn most(&mut self, least: u32, most: u32, racks: impl Fn(u32) -> Vec<u32>) -> u32 {
        if self.ask(&racks(most)) == Answer::Fits {
            return most;
        }
        let (mut some, mut none) = (least, most);
        while none - some > 1 {
            let middle = some + (none - some) / 2;
            match self.ask(&racks(middle)) {
                Answer::Fits => some = middle,
                Answer::Not | Answer::Undecided => none = middle,
            }
        }
        some
    }

    /// Adds single racks until no hall takes one more; true where that was shown of every hall.
    fn polish(&mut self, counts: &mut Vec<u32>) -> bool {
        let mut shown = true;
        let mut hall = 0;
        while hall < counts.len() {
            let more = with(counts, hall, counts[hall] + 1);
            let answer = if more[hall] > self.asks[hall].racks { Answer::Not } else { self.ask(&more) };
            shown &= answer != Answer::Undecided;
            match answer {
                Answer::Fits => (*counts, hall, shown) = (more, 0, true),
                Answer::Not | Answer::Undecided => hall += 1,
            }
        }
        shown
    }

    /// Whether these racks fit; no rack at all is no conversion, and always does.
    fn ask(&mut self, counts: &[u32]) -> Answer {
        if counts.iter().all(|&racks| racks == 0) {
            return Answer::Fits;
        }
        let key = self.key(counts);
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let answer = self.oracle.ask(&self.site.with_racks(&self.named(counts)));
        self.known.insert(key, answer);
        answer
    }

    /// Racks of equal halls, in no order: which of them has more does not matter.
    fn key(&self, counts: &[u32]) -> Vec<u32> {
        let mut halls: Vec<usize> = (0..counts.len()).collect();
        halls.sort_by_key(|&hall| (self.kinds[hall], counts[hall]));
        halls.into_iter().map(|hall| counts[hall]).collect()
    }

    /// Orders of halls that can come to different racks: equal halls stay together.
    fn orders(&self) -> Vec<Vec<usize>> {
        let kinds: Vec<usize> = self.kinds.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let halls = |order: &[usize]| -> Vec<usize> {
            order.iter().flat_map(|kind| (0..self.kinds.len()).filter(|&hall| self.kinds[hall] == *kind)).collect()
        };
        let by_size = |largest_first: bool| {
            let mut sorted = kinds.clone();
            sorted.sort_by_key(|&kind| i64::from(self.asks[kind].racks) * if largest_first { -1 } else { 1 });
            sorted
        };
        let mut orders = match kinds.len() {
            0..=MOST_PERMUTED => permutations(&kinds),
            _ => vec![kinds.clone(), kinds.iter().rev().copied().collect(), by_size(true), by_size(false)],
        };
        let mut seen = BTreeSet::new();
        orders.retain(|order| seen.insert(order.clone()));
        orders.iter().map(|order| halls(order)).collect()
    }

    fn asked(&self) -> Vec<u32> {
        self.asks.iter().map(|ask| ask.racks).collect()
    }

    fn named(&self, counts: &[u32]) -> Counts {
        self.asks.iter().zip(counts).map(|(ask, racks)| (ask.hall.clone(), *racks)).collect()
    }

    fn filled(&self, strategy: String, counts: Vec<u32>, maximal: bool) -> Filled {
        Filled { strategy, racks: self.named(&counts), maximal }
    }
}

fn with(counts: &[u32], hall: usize, racks: u32) -> Vec<u32> {
    let mut changed = counts.to_vec();
    changed[hall] = racks;
    changed
}

fn permutations(items: &[usize]) -> Vec<Vec<usize>> {
    if items.is_empty() {
        return vec![Vec::new()];
    }
    let first = |&item: &usize| {
        let rest: Vec<usize> = items.iter().copied().filter(|other| *other != item).collect();
        permutations(&rest).into_iter().map(move |rest| [vec![item], rest].concat())
    };
    items.iter().flat_map(first).collect()
}

/// All that a plan can depend on in a hall, its name and its place on the ground aside.
fn traits(site: &Site, ask: &Ask) -> String {
    let hall = site.halls.iter().find(|hall| hall.id == ask.hall).cloned().map(|mut hall| {
        (hall.id, hall.position_m) = (String::new(), None);
        hall
    });
    let assets = site.assets.iter().filter(|asset| asset.place.hall() == Some(&ask.hall)).cloned().map(|mut asset| {
        (asset.id, asset.place) = (String::new(), Place::Site);
        asset
    });
    format!("{} {hall:?} {:?}", ask.racks, assets.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_comes_once() {
        assert_eq!(permutations(&[1, 2, 3]).len(), 6);
        assert_eq!(permutations(&[4]), vec![vec![4]]);
    }
}
