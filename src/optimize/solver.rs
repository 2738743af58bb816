//! HiGHS, called the same way every time: one thread, a fixed seed.

use good_lp::solvers::highs::highs as highs_problem;
use good_lp::{Constraint, Expression, ProblemVariables, SolverModel};
use highs::{Col, HighsModelStatus, HighsSolutionStatus, Model, RowProblem, Sense};

use super::program::Program;
use super::{Effort, NoChoice};

/// The solver as reports name it.
pub const NAME: &str = "HiGHS, one thread, fixed seed";

/// How a run is made.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How far.
    pub effort: Effort,
    /// Whether the solver may reduce the model first.
    pub presolve: bool,
    /// Nodes of its tree after which the incumbent is taken: unlike seconds the same on every machine.
    pub most_nodes: Option<i32>,
}

/// How a run ended.
pub enum Ended {
    /// The solver found no point. To be confirmed.
    Infeasible,
    /// A point, with what was proved of it.
    Solution {
        /// By column.
        values: Vec<f64>,
        /// Of the point.
        objective: f64,
        /// No point is below it.
        bound: f64,
        /// Whether the solver proved the point optimal.
        proved: bool,
    },
}

/// Whole columns beyond which the solver does not probe them one by one: where a run has so many, that takes more than half of its time.
const MOST_PROBED: usize = 5000;

/// The bit of the solver's list of reductions (`presolve_rule_off`) that stands for probing.
const PROBING: i32 = 1 << 15;

/// Minimizes an objective over the rows.
///
/// No run starts from a point of an earlier one: given one without its continuous columns, HiGHS 1.15 returned dates that
/// the chosen lead times contradict, and called them proved.
///
/// # Errors
/// [`NoChoice::OutOfTime`] where it finds no point in time, else the solver's own words where it fails.
pub fn run(
    variables: ProblemVariables,
    objective: Expression,
    rows: Vec<Constraint>,
    options: &Options,
) -> Result<Ended, NoChoice> {
    let whole = variables.iter_variables_with_def().filter(|(_, definition)| definition.is_integer()).count();
    let mut problem = variables.minimise(objective).using(highs_problem);
    for row in rows {
        problem.add_constraint(row);
    }
    ended(problem.try_into_inner().map_err(|error| NoChoice::Solver(error.to_string()))?, options, whole)
}

/// The same for a program in numbers.
///
/// # Errors
/// As [`run`].
pub fn run_program(program: &Program, options: &Options) -> Result<Ended, NoChoice> {
    ended(model(program, false)?, options, program.wholes())
}

/// A point of a program without its whole numbers, and the price of each row: by how much a unit more of it would lower the
/// objective. Nothing where the solver does not reach the least.
pub fn relaxed(program: &Program, options: &Options) -> Option<(Vec<f64>, Vec<f64>)> {
    let mut model = model(program, true).ok()?;
    set(&mut model, &Options { presolve: false, ..*options });
    let solved = model.try_solve().ok().filter(|solved| solved.status() == HighsModelStatus::Optimal)?;
    let point = solved.get_solution();
    Some((point.columns().to_vec(), point.dual_rows().iter().map(|dual| -dual).collect()))
}

/// A failure in the solver's own words.
fn failed(status: impl std::fmt::Debug) -> NoChoice {
    NoChoice::Solver(format!("{status:?}"))
}

fn model(program: &Program, relaxed: bool) -> Result<Model, NoChoice> {
    let mut problem = RowProblem::default();
    let columns: Vec<Col> = program
        .columns
        .iter()
        .map(|it| problem.add_column_with_integrality(it.cost, 0.0..=it.most, it.whole && !relaxed))
        .collect();
    for row in &program.rows {
        let terms = row.terms.iter().map(|(column, factor)| (columns[*column], *factor));
        match row.equal {
            true => problem.add_row(row.most..=row.most, terms),
            false => problem.add_row(..=row.most, terms),
        }
    }
    problem.try_optimise(Sense::Minimise).map_err(failed)
}

fn set(model: &mut Model, options: &Options) {
    model.make_quiet();
    model.set_option("threads", 1);
    model.set_option("parallel", "off");
    model.set_option("random_seed", 0);
    model.set_option("mip_rel_gap", options.effort.gap_pct / 100.0);
    model.set_option("mip_abs_gap", 1e-7);
    model.set_option("time_limit", options.effort.time_limit_seconds);
    model.set_option("presolve", if options.presolve { "on" } else { "off" });
    if let Some(nodes) = options.most_nodes {
        model.set_option("mip_max_nodes", nodes);
    }
}

/// How a run of a model with so many whole columns ends.
fn ended(mut model: Model, options: &Options, whole: usize) -> Result<Ended, NoChoice> {
    set(&mut model, options);
    if whole > MOST_PROBED {
        model.set_option("presolve_rule_off", PROBING);
    }
    let solved = model.try_solve().map_err(failed)?;
    match solved.status() {
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => return Ok(Ended::Infeasible),
        HighsModelStatus::ReachedTimeLimit if solved.primal_solution_status() != HighsSolutionStatus::Feasible => {
            return Err(NoChoice::OutOfTime { seconds: options.effort.time_limit_seconds });
        }
        status if solved.primal_solution_status() != HighsSolutionStatus::Feasible => {
            return Err(failed(status));
        }
        _ => {}
    }
    let objective = solved.objective_value();
    let proved = solved.status() == HighsModelStatus::Optimal;
    // Without whole columns there is no tree, and no bound of one.
    let bound = match proved && whole == 0 {
        true => objective,
        false => solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY),
    };
    Ok(Ended::Solution { values: solved.get_solution().columns().to_vec(), objective, bound, proved })
}
