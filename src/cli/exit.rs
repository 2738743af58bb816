//! How a run can end, and what is said when it fails.

use std::process::ExitCode;

use serde_json::Value;

/// The exit codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: planned, or whatever else was asked for was done.
    Planned,
    /// 1: no plan meets the requirements, or a plan does not hold.
    NoPlan,
    /// 2: the command line or a file is wrong.
    BadInput,
    /// 3: a mistake of this program, or a time limit that passed without a verdict.
    Internal,
}

/// The exit codes as `--help` prints them.
pub const HELP: &str = "Exit codes:
  0  planned (or done)
  1  no feasible plan, or a plan that does not hold
  2  bad usage or input
  3  internal error, or no plan found within the time limit";

impl Exit {
    /// The code.
    pub const fn code(self) -> u8 {
        match self {
            Exit::Planned => 0,
            Exit::NoPlan => 1,
            Exit::BadInput => 2,
            Exit::Internal => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    /// How the run ends.
    pub exit: Exit,
    /// What went wrong, with its causes.
    pub error: anyhow::Error,
    /// What was found, where it is more than one sentence.
    pub details: Option<Box<Details>>,
    /// What to do about it.
    pub help: Option<String>,
}

/// Findings, for people and for machines.
#[derive(Debug)]
pub struct Details {
    /// Printed before the error as it is: diagnostics with their lines of the file.
    pub text: String,
    /// The same as data.
    pub json: Value,
}

impl Failure {
    /// A failure of this kind.
    pub fn new(exit: Exit, error: impl Into<anyhow::Error>) -> Failure {
        Failure { exit, error: error.into(), details: None, help: None }
    }

    /// Bad usage or input.
    pub fn input(error: impl Into<anyhow::Error>) -> Failure {
        Failure::new(Exit::BadInput, error)
    }

    /// A mistake of this program.
    pub fn internal(error: impl Into<anyhow::Error>) -> Failure {
        Failure::new(Exit::Internal, error)
    }

    /// The same with advice.
    pub fn help(self, help: impl Into<String>) -> Failure {
        Failure { help: Some(help.into()), ..self }
    }

    /// The same with findings.
    pub fn details(self, text: String, json: Value) -> Failure {
        Failure { details: Some(Box::new(Details { text, json })), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_lists_every_code() {
        for exit in [Exit::Planned, Exit::NoPlan, Exit::BadInput, Exit::Internal] {
            assert!(HELP.contains(&format!("\n  {}  ", exit.code())));
        }
    }
}
