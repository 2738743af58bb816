//! The columns of the model and where each stands in a solution.

use std::collections::BTreeMap;

use good_lp::{ProblemVariables, Variable, VariableDefinition, variable};

use super::Problem;

/// All columns: one binary for each candidate, one start for each task, one ready date for each hall.
pub struct Columns {
    variables: ProblemVariables,
    count: usize,
    /// `x[b,c]`, by bank and candidate, with its position in a solution.
    pub build: Vec<Vec<(Variable, usize)>>,
    /// `t[i]`, by the index of the task's node, weeks.
    pub start: BTreeMap<usize, Variable>,
    /// `ready[h]`, weeks.
    pub ready: BTreeMap<String, Variable>,
}

impl Columns {
    /// The columns of a problem.
    pub fn new(problem: &Problem) -> Columns {
        let mut columns = Columns {
            variables: ProblemVariables::new(),
            count: 0,
            build: Vec::new(),
            start: BTreeMap::new(),
            ready: BTreeMap::new(),
        };
        for bank in problem.banks {
            let binaries = bank.candidates.iter().map(|_| columns.add(variable().binary())).collect();
            columns.build.push(binaries);
        }
        for &node in &problem.network.order {
            let (start, _) = columns.add(variable().min(0.0));
            columns.start.insert(node.index(), start);
            let task = &problem.network.graph[node];
            if let (true, Some(hall)) = (task.makes_ready, task.place.hall()) {
                let (ready, _) = columns.add(variable().min(0.0));
                columns.ready.insert(hall.to_owned(), ready);
            }
        }
        columns
    }

    /// Adds a column; its position in a solution is the number of columns before it.
    pub fn add(&mut self, definition: VariableDefinition) -> (Variable, usize) {
        self.count += 1;
        (self.variables.add(definition), self.count - 1)
    }

    /// The number of columns.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Hands the columns to the solver.
    pub fn take(&mut self) -> ProblemVariables {
        std::mem::take(&mut self.variables)
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
