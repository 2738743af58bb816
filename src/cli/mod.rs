//! The command line: what was typed, what it means, and what is printed where.
//!
//! `args` is what can be typed, `commands` what each command does, `run` the only part that calls the stages, `refusal` says why
//! there is no plan, `shelf` what is built in, `style` reads how a report is to read, `doubts` prints what is doubtful in
//! catalogs, `start` writes a facility to start from, `survey` weighs open facts, `manual` makes completions and pages,
//! `explored` prints what solving again finds, `folder` writes results whole or not at all, `talk` prints, `exit` knows what
//! failures are and which exit code they have.

mod args;
mod commands;
mod doubts;
mod exit;
mod explored;
mod folder;
mod manual;
mod refusal;
mod run;
mod shelf;
mod start;
mod style;
mod survey;
mod talk;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Format};
use exit::{Exit, Failure};
use talk::Talk;

/// Runs the program with the arguments it was started with.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        // Help and version are not failures; a reader that went away while they were printed is none either.
        Err(usage) => {
            let _ = usage.print();
            return if usage.use_stderr() { Exit::BadInput } else { Exit::Planned }.into();
        }
    };
    let talk = Talk::new(cli.quiet, cli.command.format() == Format::Json);
    match commands::run(cli.command, &talk) {
        Ok(()) => Exit::Planned.into(),
        Err(failure) => fail(&failure, &talk),
    }
}

fn fail(failure: &Failure, talk: &Talk) -> ExitCode {
    talk.failure(failure);
    failure.exit.into()
}
