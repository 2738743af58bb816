//! Arguments of the commands of every day: starting a file, comparing plans, what to measure, what is built in.

use std::path::PathBuf;

use clap::Args;

use super::{EffortArgs, Format, Inputs};

/// Arguments of `diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The plan.json compared with.
    #[arg(value_name = "BEFORE.json")]
    pub before: PathBuf,
    /// The plan.json that is compared with it.
    #[arg(value_name = "AFTER.json")]
    pub after: PathBuf,
    /// Print the difference as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `survey`.
#[derive(Debug, Args)]
pub struct SurveyArgs {
    /// What to plan from.
    #[command(flatten)]
    pub inputs: Inputs,
    /// How far to solve.
    #[command(flatten)]
    pub effort: EffortArgs,
    /// The most problems to solve: one, and two or three for each fact.
    #[arg(long, value_name = "N", default_value_t = 41, value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub solves: u16,
    /// Print them as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Where to write it.
    #[arg(default_value = "facility.yaml")]
    pub path: PathBuf,
    /// What kind of mine to start from; without it, a terminal is asked and all else gets the commented starter.
    #[arg(long, value_name = "NAME", conflicts_with = "list")]
    pub preset: Option<String>,
    /// List the presets and write nothing.
    #[arg(long)]
    pub list: bool,
    /// Print what was written, or the list, as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}
