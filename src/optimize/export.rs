//! The model as text in the LP format, so that it can be solved elsewhere: every column of its own (alike banks do not share
//! theirs), every row, and one objective.
//!
//! With a value of time the objective is the plan's whole objective. Without, it is the direct cost alone: the dates that a plan
//! then chooses among plans of that cost take further runs, which a single file cannot say.

use std::collections::BTreeMap;
#[expect(clippy::disallowed_types, reason = "columns have no order; the map is looked up and never iterated")]
use std::collections::HashMap;
use std::fmt::Write;

use good_lp::{Constraint, Expression, IntoAffineExpression, ProblemVariables, Variable};

use super::columns::Columns;
use super::{Problem, families, objective};
use crate::banks::Bank;
use crate::graph::Network;
use crate::validate::Site;

/// Terms on one line of a file, which some readers limit in length.
const TERMS_A_LINE: usize = 8;

/// The model of a site in the LP format. Columns are `x0`, `x1` ... in the order of banks and candidates, then tasks; money is in
/// million USD, time in weeks from the project's start. `deadline_weeks` as in [`super::optimize`].
pub fn lp(site: &Site, banks: &[Bank], network: &Network, deadline_weeks: &BTreeMap<String, f64>) -> String {
    let problem = Problem { site, banks, network, deadline_weeks, alike: false };
    let mut columns = Columns::new(&problem, true);
    let rows = families(&problem, &columns);
    let money = objective::money(&problem, &columns);
    written(&columns.take(), money, &rows)
}

/// The number of each column.
#[expect(clippy::disallowed_types, reason = "columns have no order; the map is looked up and never iterated")]
type Numbers = HashMap<Variable, usize>;

fn written(columns: &ProblemVariables, objective: Expression, rows: &[Constraint]) -> String {
    let numbers: Numbers = columns.iter_variables_with_def().map(|(column, _)| column).zip(0..).collect();
    let mut text = String::from("minimize\n obj:");
    terms(&mut text, &numbers, objective);
    text.push_str("\nsubject to\n");
    for (row, number) in rows.iter().zip(0..) {
        let relation = if row.is_equality() { "=" } else { "<=" };
        // A row holds an expression that is zero or less; its constant goes to the right. Adding zero makes -0 plain.
        let right = 0.0 - row.expression().constant();
        let _ = write!(text, " r{number}:");
        terms(&mut text, &numbers, row.expression().clone());
        let _ = writeln!(text, " {relation} {right}");
    }
    text.push_str("binary\n");
    for (column, _) in columns.iter_variables_with_def().filter(|(_, definition)| definition.is_integer()) {
        let _ = writeln!(text, " x{}", numbers[&column]);
    }
    text.push_str("end\n");
    text
}

/// The terms of an expression in the order of the columns, some on each line.
fn terms(text: &mut String, numbers: &Numbers, expression: Expression) {
    let factors: BTreeMap<usize, f64> =
        expression.linear_coefficients().map(|(column, factor)| (numbers[&column], factor)).collect();
    let written = factors.into_iter().filter(|(_, factor)| *factor != 0.0);
    for ((column, factor), place) in written.zip(1..) {
        let line = if place % TERMS_A_LINE == 0 { "\n" } else { "" };
        let sign = if factor < 0.0 { '-' } else { '+' };
        let _ = write!(text, " {sign} {} x{column}{line}", factor.abs());
    }
}
