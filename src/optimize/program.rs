//! The model in numbers: the least `sum cost[j] x[j]` with `sum a[i,j] x[j] <= most[i]` for each row, some of them with equality,
//! `0 <= x[j] <= most[j]`, some of the columns whole.

#[expect(clippy::disallowed_types, reason = "columns have no order; the map is looked up and never iterated")]
use std::collections::HashMap;

use good_lp::{Constraint, Expression, IntoAffineExpression, ProblemVariables, Variable, VariableDefinition};

/// The number of each column.
#[expect(clippy::disallowed_types, reason = "columns have no order; the map is looked up and never iterated")]
pub type Numbers = HashMap<Variable, usize>;

/// One column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// What a unit of it adds to the objective.
    pub cost: f64,
    /// The most it may be; the least is zero.
    pub most: f64,
    /// Whether it is a whole number.
    pub whole: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Columns and their factors, in the order of the columns, none of which is zero.
    pub terms: Vec<(usize, f64)>,
    /// The most that the sum may be, or what it is.
    pub most: f64,
    /// Whether the sum is that, and not less.
    pub equal: bool,
}

/// All columns and rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// In the order in which they were added.
    pub columns: Vec<Column>,
    /// In the order in which they were written.
    pub rows: Vec<Row>,
}

impl Program {
    /// The program of columns none of which is below zero. A constant in the objective is left out.
    pub fn new(variables: &ProblemVariables, objective: &Expression, rows: &[Constraint]) -> (Program, Numbers) {
        let numbers: Numbers = variables.iter_variables_with_def().map(|(column, _)| column).zip(0..).collect();
        let column = |definition: &VariableDefinition| Column {
            cost: 0.0,
            most: definition.get_max(),
            whole: definition.is_integer(),
        };
        let mut columns: Vec<Column> =
            variables.iter_variables_with_def().map(|(_, definition)| column(definition)).collect();
        for (number, cost) in terms(&numbers, objective) {
            columns[number].cost = cost;
        }
        let row = |row: &Constraint| Row {
            terms: terms(&numbers, row.expression()),
            // A row holds an expression that is zero or less; its constant goes to the right. Adding zero makes -0 plain.
            most: 0.0 - row.expression().constant(),
            equal: row.is_equality(),
        };
        let rows = rows.iter().map(row).collect();
        (Program { columns, rows }, numbers)
    }

    /// The same with some columns held at zero.
    pub fn without(&self, out: impl Fn(usize) -> bool) -> Program {
        let mut program = self.clone();
        program.columns.iter_mut().enumerate().filter(|(j, _)| out(*j)).for_each(|(_, column)| column.most = 0.0);
        program
    }

    /// The number of whole columns.
    pub fn wholes(&self) -> usize {
        self.columns.iter().filter(|column| column.whole).count()
    }
}

fn terms(numbers: &Numbers, expression: &Expression) -> Vec<(usize, f64)> {
    let terms = expression.linear_coefficients().map(|(column, factor)| (numbers[&column], factor));
    let mut terms: Vec<(usize, f64)> = terms.filter(|(_, factor)| *factor != 0.0).collect();
    terms.sort_unstable_by_key(|(number, _)| *number);
    terms
}
