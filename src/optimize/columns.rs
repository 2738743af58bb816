//! The columns of the model and where each stands in a solution.

use std::collections::{BTreeMap, BTreeSet};

use good_lp::{ProblemVariables, Variable, VariableDefinition, variable};
use petgraph::graph::NodeIndex;

use super::curtail::{self, Gift};
use super::order::{self, Order};
use super::phases::{self, Early};
use super::program::Numbers;
use super::{Problem, alike};
use crate::domain::Service;

/// All columns: one binary for each candidate (banks that are alike share theirs); where time counts, one start for each task
/// and one ready date for each hall (halls of a block share theirs).
pub struct Columns {
    variables: ProblemVariables,
    count: usize,
    /// `x[b,c]`, by bank and candidate, with its position in a solution.
    pub build: Vec<Vec<(Variable, usize)>>,
    /// `t[i]`, by the index of the task's node, weeks; empty where time does not count.
    pub start: BTreeMap<usize, Variable>,
    /// `ready[h]`, weeks; empty where time does not count.
    pub ready: BTreeMap<String, Variable>,
    /// The bank of each task that serves one, by the index of the task's node; empty where time does not count.
    pub bank: BTreeMap<usize, usize>,
    /// Nodes of tasks whose start is another task's.
    pub shared: BTreeSet<usize>,
    /// `e[b,h]`: halls that live within what a bank keeps; empty where time does not count.
    pub early: Early,
    /// Power that halls take over from miners elsewhere; empty where time does not count.
    pub gifts: Vec<Gift>,
    /// Halls that are equal to an earlier one, with that one; empty where time does not count.
    pub equal: BTreeMap<String, String>,
    /// Halls that share all dates with an earlier one, with that one; empty where time does not count.
    pub blocks: BTreeMap<String, String>,
    /// The order in which crews go through the halls; nothing where it is not to be chosen.
    pub order: Option<Order>,
}

impl Columns {
    /// The columns of a problem, with or without those of time.
    pub fn new(problem: &Problem, timed: bool) -> Columns {
        let firsts = alike::first_alike(problem);
        let mut columns = Columns {
            variables: ProblemVariables::new(),
            count: 0,
            build: Vec::new(),
            start: BTreeMap::new(),
            ready: BTreeMap::new(),
            bank: BTreeMap::new(),
            shared: BTreeSet::new(),
            early: Early::new(),
            gifts: Vec::new(),
            equal: BTreeMap::new(),
            blocks: BTreeMap::new(),
            order: None,
        };
        for (bank, first) in problem.banks.iter().zip(alike::shared(problem)) {
            let binaries = match columns.build.get(first) {
                Some(shared) => shared.clone(),
                None => bank.candidates.iter().map(|_| columns.add(variable().binary())).collect(),
            };
            columns.build.push(binaries);
        }
        if timed {
            columns.equal = alike::equal_halls(problem, &firsts);
            columns.blocks = phases::blocks(problem, &columns.equal);
            columns.early = phases::columns(problem, &columns.blocks.clone(), &mut columns);
            columns.gifts = curtail::columns(problem, &mut columns);
            columns.add_dates(problem);
            columns.order = order::columns(problem, &mut columns, &firsts);
        }
        columns
    }

    fn add_dates(&mut self, problem: &Problem) {
        let banks: BTreeMap<&str, usize> = problem.banks.iter().map(|bank| bank.id.as_str()).zip(0..).collect();
        let mut starts: BTreeMap<(&str, Option<String>, Option<Service>), Variable> = BTreeMap::new();
        for &node in &problem.network.order {
            let task = &problem.network.graph[node];
            let hall = task.place.hall();
            let stands_for = hall.map(|hall| self.blocks.get(hall).map_or(hall, String::as_str)).map(str::to_owned);
            let bank = task.bank.as_ref().and_then(|id| banks.get(id.as_str()).copied());
            self.bank.extend(bank.map(|bank| (node.index(), bank)));
            let key = (task.activity.as_str(), stands_for, bank.map(|bank| problem.banks[bank].service));
            if let Some(&start) = starts.get(&key) {
                self.start.insert(node.index(), start);
                self.shared.insert(node.index());
                continue;
            }
            let (start, _) = self.add(variable().min(0.0));
            self.start.insert(node.index(), start);
            starts.insert(key, start);
            if let (true, Some(hall)) = (task.makes_ready, hall) {
                let (ready, _) = self.add(variable().min(0.0));
                self.ready.insert(hall.to_owned(), ready);
            }
        }
        let twins = self.blocks.iter().filter_map(|(hall, first)| Some((hall.clone(), *self.ready.get(first)?)));
        self.ready.extend(twins.collect::<Vec<_>>());
    }

    /// Adds a column; its position in a solution is the number of columns before it.
    pub fn add(&mut self, definition: VariableDefinition) -> (Variable, usize) {
        self.count += 1;
        (self.variables.add(definition), self.count - 1)
    }

    /// The columns that belong to one hall, by their number, with the hall: those of its banks, tasks and ready date.
    pub fn of_halls<'a>(&'a self, problem: &'a Problem, numbers: &Numbers) -> Vec<(usize, &'a str)> {
        let banks = problem.banks.iter().zip(&self.build).filter_map(|(bank, build)| Some((bank.place.hall()?, build)));
        let builds = banks.flat_map(|(hall, build)| build.iter().map(move |(_, number)| (*number, hall)));
        let graph = &problem.network.graph;
        let task = |node: usize| graph[NodeIndex::new(node)].place.hall();
        let starts = self.start.iter().filter_map(|(node, start)| Some((numbers[start], task(*node)?)));
        let ready = self.ready.iter().map(|(hall, ready)| (numbers[ready], hall.as_str()));
        let early = self.early.iter().map(|((_, hall), (_, number))| (*number, hall.as_str()));
        builds.chain(starts).chain(ready).chain(early).collect()
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        self.count
    }

    /// The number of binary columns.
    pub fn binaries(&self) -> usize {
        let positions = self.build.iter().flatten().map(|(_, position)| position);
        positions.collect::<BTreeSet<_>>().len() + self.order.as_ref().map_or(0, Order::binaries)
    }

    /// The columns as the solver takes them.
    pub fn variables(&self) -> &ProblemVariables {
        &self.variables
    }

    /// Hands the columns to the solver.
    pub fn take(&mut self) -> ProblemVariables {
        std::mem::take(&mut self.variables)
    }

    /// The banks of the site for whose new part each hall of a solution does not wait, by the hall.
    pub fn live_early(&self, values: &[f64]) -> BTreeMap<String, BTreeSet<String>> {
        let mut early: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for ((bank, hall), _) in self.early.iter().filter(|(_, (_, position))| values[*position] > 0.5) {
            early.entry(hall.clone()).or_default().insert(bank.clone());
        }
        early
    }

    /// The candidate of each bank in a solution: the one whose binary is largest.
    pub fn picks(&self, values: &[f64]) -> Vec<usize> {
        let largest = |binaries: &Vec<(Variable, usize)>| {
            let by_value = |a: &usize, b: &usize| values[binaries[*a].1].total_cmp(&values[binaries[*b].1]);
            (0..binaries.len()).rev().max_by(by_value).unwrap_or(0)
        };
        self.build.iter().map(largest).collect()
    }
}
