//! HiGHS, called the same way every time: one thread, a fixed seed.

use super::{Effort, NoChoice};
use good_lp::solvers::highs::highs as highs_problem;
use good_lp::{Constraint, Expression, ProblemVariables, SolverModel};
use highs::{HighsModelStatus, HighsSolutionStatus};

/// The solver as reports name it.
pub const NAME: &str = "HiGHS, one thread, fixed seed, relative gap 0";

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
    let mut problem = variables.minimise(objective).using(highs_problem);
    for row in rows {
        problem.add_constraint(row);
    }
    let mut model = problem.try_into_inner().map_err(|error| NoChoice::Solver(error.to_string()))?;
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
    let solved = model.try_solve().map_err(|status| NoChoice::Solver(format!("{status:?}")))?;
    match solved.status() {
        HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => return Ok(Ended::Infeasible),
        HighsModelStatus::ReachedTimeLimit if solved.primal_solution_status() != HighsSolutionStatus::Feasible => {
            return Err(NoChoice::OutOfTime { seconds: options.effort.time_limit_seconds });
        }
        status if solved.primal_solution_status() != HighsSolutionStatus::Feasible => {
            return Err(NoChoice::Solver(format!("{status:?}")));
        }
        _ => {}
    }
    let objective = solved.objective_value();
    let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(f64::NEG_INFINITY);
    Ok(Ended::Solution {
        values: solved.get_solution().columns().to_vec(),
        objective,
        bound,
        proved: solved.status() == HighsModelStatus::Optimal,
    })
}
