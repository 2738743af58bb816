//! What can be typed.

mod everyday;
mod values;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

pub use everyday::{DiffArgs, InitArgs, SurveyArgs};
use values::{currency, json, lp, no_format, objective, percent, scope, seconds, service, units, weeks};

use super::exit;
use crate::Effort;
use crate::domain::studies::CostScope;
use crate::domain::{Objective, Service};
use crate::input::brand::Units;
use crate::report::{BomLevel, Currency};

/// Plans the conversion of a bitcoin mine into an AI data center: what to buy, when to order it, what it costs.
#[derive(Debug, Parser)]
#[command(name = "retrofit", version, after_help = after_help())]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Print nothing but data and errors.
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

fn after_help() -> String {
    format!(
        "Examples:
  retrofit init                         write a facility.yaml to start from
  retrofit check facility.yaml          read the files and report every mistake
  retrofit plan facility.yaml           plan; writes plan/ beside the file
  retrofit bom plan/plan.json --format json --level consolidated
  retrofit schedule plan/plan.json --format p6 > schedule.pmxml
  retrofit explain plan/plan.json hall_1.critical_power
  retrofit diff a/plan.json b/plan.json what changed between two plans
  retrofit survey facility.yaml         what to measure on site first
  retrofit frontier facility.yaml       what earlier dates cost
  retrofit alternatives facility.yaml   what else costs about as much

{}",
        exit::HELP
    )
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Plan a conversion and write plan.json with its report, bill of materials, schedules and graphs.
    #[command(
        after_help = "Examples:\n  retrofit plan facility.yaml\n  retrofit plan facility.yaml --target gb300_nvl72 --out gb300\n  retrofit plan facility.yaml --set utility.firm_mw=30 --set target:budget_usd=9e7"
    )]
    Plan(PlanArgs),
    /// Read facility, target and catalogs and report every mistake; plan nothing.
    #[command(
        after_help = "Examples:\n  retrofit check facility.yaml\n  retrofit check facility.yaml --target my-target.yaml --format json"
    )]
    Check(CheckArgs),
    /// Recompute every claim of a plan from the files it was made from.
    #[command(after_help = "Examples:\n  retrofit verify plan/plan.json facility.yaml")]
    Verify(VerifyArgs),
    /// Print the optimization model in the LP format, for solving it elsewhere; plan nothing.
    ///
    /// One file holds one objective: capex, the value of weeks and lost mining margin together where a week has a value; else
    /// the direct cost alone, without the dates that a plan then chooses among plans of that cost. Money is in million USD,
    /// time in weeks.
    #[command(after_help = "Examples:\n  retrofit model facility.yaml > model.lp")]
    Model {
        /// What to read.
        #[command(flatten)]
        inputs: Inputs,
        /// How to print it: lp alone.
        #[arg(long, value_name = "FORMAT", default_value = "lp", value_parser = lp)]
        format: String,
    },
    /// Print the report of a plan: in Markdown, as one HTML page with pictures, or as the JSON that templates are filled from.
    #[command(
        after_help = "Examples:\n  retrofit report plan/plan.json > report.md\n  retrofit report plan/plan.json --frontier frontier.json --format html > report.html"
    )]
    Report {
        /// The plan.json of an earlier run.
        plan: PathBuf,
        /// What the headline figure holds, this scope and all before it; without it, as the plan was made.
        #[arg(long, value_parser = scope)]
        scope: Option<CostScope>,
        /// The frontier of the same inputs, as `retrofit frontier FACILITY --format json` prints it: what an earlier date costs.
        #[arg(long, value_name = "FILE")]
        frontier: Option<PathBuf>,
        /// How it reads.
        #[command(flatten)]
        style: StyleArgs,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = ReportFormat::Md)]
        format: ReportFormat,
    },
    /// Print the bill of materials of a plan.
    #[command(
        after_help = "Examples:\n  retrofit bom plan/plan.json > bom.csv\n  retrofit bom plan/plan.json --format xlsx --out bom.xlsx"
    )]
    Bom(BomArgs),
    /// Print the schedule of a plan for a scheduler, a spreadsheet or a calendar.
    #[command(after_help = "Examples:\n  retrofit schedule plan/plan.json --format p6 > schedule.pmxml")]
    Schedule {
        /// The plan.json of an earlier run.
        plan: PathBuf,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = ScheduleFormat::Msproject)]
        format: ScheduleFormat,
    },
    /// Print what is different between two plans: cost by cause, dates by what drives them, inputs.
    #[command(
        after_help = "Examples:\n  retrofit diff before/plan.json after/plan.json\n  retrofit diff before/plan.json after/plan.json --format json"
    )]
    Diff(DiffArgs),
    /// Print the dependency graph of a plan.
    #[command(after_help = "Examples:\n  retrofit graph plan/plan.json --format dot | dot -Tsvg > graph.svg")]
    Graph {
        /// The plan.json of an earlier run.
        plan: PathBuf,
        /// How to print it.
        #[arg(long, value_enum, default_value_t = GraphFormat::Mermaid)]
        format: GraphFormat,
    },
    /// List or show what can be bought.
    #[command(subcommand)]
    #[command(
        after_help = "Examples:\n  retrofit catalog list --service critical_power\n  retrofit catalog show cdu_1300kw --format json\n  retrofit catalog check --catalog prices/"
    )]
    Catalog(CatalogCommand),
    /// List or show the languages of reports.
    #[command(subcommand)]
    Language(LanguageCommand),
    /// List or show the built-in targets.
    #[command(subcommand)]
    #[command(after_help = "Examples:\n  retrofit target list\n  retrofit target show default > target.yaml")]
    Target(TargetCommand),
    /// Write a facility file to start from; never overwrites one.
    #[command(
        after_help = "Examples:\n  retrofit init\n  retrofit init --list\n  retrofit init north.yaml --preset containers"
    )]
    Init(InitArgs),
    /// Print the JSON schema of an input file, for editors.
    #[command(after_help = "Examples:\n  retrofit schema facility > facility.schema.json")]
    Schema {
        /// Which file.
        #[arg(value_enum)]
        file: SchemaFile,
        /// How to print it: json alone.
        #[arg(long, value_name = "FORMAT", default_value = "json", value_parser = json)]
        format: String,
    },
    /// Explain the code of a message, or what a plan requires, chose, waits for or is limited by.
    #[command(
        after_help = "Examples:\n  retrofit explain plan/plan.json barn.ready\n  retrofit explain plan/plan.json site.grid_import\n  retrofit explain unknown-key"
    )]
    Explain(ExplainArgs),
    /// Print the least capex for each date on which the last hall can be ready.
    #[command(
        after_help = "Examples:\n  retrofit frontier facility.yaml --points 8\n  retrofit frontier facility.yaml --format svg > frontier.svg"
    )]
    Frontier(FrontierArgs),
    /// Print which facts of the site rest on a guess, those that move cost and date most first.
    #[command(
        after_help = "Examples:\n  retrofit survey facility.yaml\n  retrofit survey facility.yaml --solves 81 --format json"
    )]
    Survey(SurveyArgs),
    /// Print completions for a shell.
    #[command(
        after_help = "Examples:\n  retrofit completions bash > ~/.local/share/bash-completion/completions/retrofit\n  retrofit completions fish > ~/.config/fish/completions/retrofit.fish"
    )]
    Completions {
        /// Which shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
        /// There is one format for each shell.
        #[arg(long, hide = true, value_parser = no_format)]
        format: Option<String>,
    },
    /// Print the manual page, or write one for each command.
    #[command(after_help = "Examples:\n  retrofit man | man -l -\n  retrofit man ~/.local/share/man/man1")]
    Man {
        /// Folder to write to; without it, the page of the program goes to stdout.
        dir: Option<PathBuf>,
        /// There is one format.
        #[arg(long, hide = true, value_parser = no_format)]
        format: Option<String>,
    },
    /// Print plans that cost about as much and differ in what people argue about.
    #[command(after_help = "Examples:\n  retrofit alternatives facility.yaml --within 5%")]
    Alternatives(AlternativesArgs),
}

/// The files a plan is made from.
#[derive(Clone, Debug, Args)]
pub struct Inputs {
    /// The mine: facility.yaml.
    pub facility: PathBuf,
    /// A built-in target by its name, or a target file; without it, `default`. A target.yaml beside the facility is not read
    /// unless it is named here; it is pointed out.
    #[arg(long, value_name = "NAME|FILE")]
    pub target: Option<String>,
    /// A folder of catalogs that extend or override the built-in ones; may be repeated, the last wins.
    #[arg(long = "catalog", value_name = "DIR")]
    pub catalogs: Vec<PathBuf>,
    /// A value in place of the facility's, by its path as in messages: `utility.firm_mw=9`, `halls.barn.mining_mw=6`; of the target's
    /// with `target:` before the path. May be repeated; without a value it takes an optional key away.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub overrides: Vec<String>,
    /// The day the plan is made for; without it, the facility's start date.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub as_of: Option<Date>,
    /// What is minimized: capex, date, value (money and time together), or mw
    /// (the most IT power within the limits); without it, as the target says.
    #[arg(long, value_parser = objective)]
    pub objective: Option<Objective>,
}

/// How far to solve.
#[derive(Clone, Copy, Debug, Args)]
pub struct EffortArgs {
    /// Seconds for each run of the solver; then its best plan is taken, with the gap that is left.
    #[arg(long, value_name = "SECONDS", default_value_t = Effort::default().time_limit_seconds, value_parser = seconds)]
    pub time_limit: f64,
    /// Gap to the proved bound, in percent, at which a run may stop.
    #[arg(long, value_name = "PERCENT", default_value_t = Effort::default().gap_pct, value_parser = percent)]
    pub gap: f64,
}

impl From<EffortArgs> for Effort {
    fn from(args: EffortArgs) -> Effort {
        Effort { time_limit_seconds: args.time_limit, gap_pct: args.gap }
    }
}

/// How a report reads.
#[derive(Clone, Debug, Default, Args)]
pub struct StyleArgs {
    /// For whom it is: engineer, client, board, procurement, one of --templates, or a template file.
    #[arg(long, value_name = "NAME|FILE")]
    pub template: Option<String>,
    /// A folder of templates and partials that stand before the built-in ones of the same names, and of language packs
    /// under `languages/`.
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    /// A file with client, author, logo, disclaimer, language, currency, units, number and date formats.
    #[arg(long, value_name = "FILE")]
    pub brand: Option<PathBuf>,
    /// The language of the report: en, zh, ar, one of --templates, or a pack file. Schedules, graphs and the bill of materials
    /// stay in English.
    #[arg(long, visible_alias = "lang", value_name = "NAME|FILE")]
    pub language: Option<String>,
    /// The currency with its rate, units for one US dollar, as in EUR=0.92; without it, USD.
    #[arg(long, value_name = "CODE=RATE", value_parser = currency)]
    pub currency: Option<Currency>,
    /// Units of the report: si or us_customary.
    #[arg(long, value_name = "SYSTEM", value_parser = units)]
    pub units: Option<Units>,
}

/// Arguments of `plan`.
#[derive(Debug, Args)]
pub struct PlanArgs {
    /// What to plan from.
    #[command(flatten)]
    pub inputs: Inputs,
    /// How far to solve.
    #[command(flatten)]
    pub effort: EffortArgs,
    /// Folder to write; without it, `plan` beside facility.yaml, or `NAME-plan` beside NAME.yaml.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// What the headline figure holds, this scope and all before it: shell, fit_out, soft, contingency, owner, tenant.
    #[arg(long, value_parser = scope, default_value = "tenant")]
    pub scope: CostScope,
    /// How the report reads.
    #[command(flatten)]
    pub style: StyleArgs,
    /// Print the summary as text, or the whole plan as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `bom`.
#[derive(Debug, Args)]
pub struct BomArgs {
    /// The plan.json of an earlier run.
    pub plan: PathBuf,
    /// CSV, JSON for import into other programs, or a workbook.
    #[arg(long, value_enum, default_value_t = BomFormat::Csv)]
    pub format: BomFormat,
    /// A row for each item in each place, or for each item; without it, the former. A workbook has both.
    #[arg(long, value_enum)]
    pub level: Option<LevelArg>,
    /// File to write, in place of one of that name; without it, the bill goes to stdout.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How far the bill of materials is taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LevelArg {
    Lines,
    Consolidated,
}

impl From<LevelArg> for BomLevel {
    fn from(level: LevelArg) -> BomLevel {
        match level {
            LevelArg::Lines => BomLevel::Lines,
            LevelArg::Consolidated => BomLevel::Consolidated,
        }
    }
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A code as printed with a message, or the plan.json of an earlier run.
    #[arg(value_name = "CODE|PLAN.json")]
    pub what: String,
    /// With a plan: a requirement's id, HALL.ready, `deadline` or `budget`. Without it, they are listed.
    #[arg(value_name = "ID")]
    pub subject: Option<String>,
    /// The facility.yaml that the plan was made from; without it, that beside the plan.
    #[arg(long, value_name = "FILE")]
    pub facility: Option<PathBuf>,
    /// The target that the plan was made for; without it, the one that the plan names.
    #[arg(long, value_name = "NAME|FILE")]
    pub target: Option<String>,
    /// A folder of catalogs that the plan was made with; may be repeated.
    #[arg(long = "catalog", value_name = "DIR")]
    pub catalogs: Vec<PathBuf>,
    /// A value in place of the facility's, as for `plan`; without any, those that the plan was made with.
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub overrides: Vec<String>,
    /// What is minimized; without it, as the plan was made.
    #[arg(long, value_parser = objective)]
    pub objective: Option<Objective>,
    /// Print what the plan says, and solve nothing again.
    #[arg(long)]
    pub no_solve: bool,
    /// How far to solve.
    #[command(flatten)]
    pub effort: EffortArgs,
    /// Print it as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `frontier`.
#[derive(Debug, Args)]
pub struct FrontierArgs {
    /// What to plan from.
    #[command(flatten)]
    pub inputs: Inputs,
    /// How far to solve.
    #[command(flatten)]
    pub effort: EffortArgs,
    /// The most points to find; the cheapest plan and the earliest are among them.
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(2..=1000))]
    pub points: u16,
    /// Weeks from a point's date to the next deadline, 0.006 for an hour, which leaves no point out; without it a week or more,
    /// so that the points reach from the cheapest plan to the earliest: what lies within a step is not looked for.
    #[arg(long, value_name = "WEEKS", value_parser = weeks)]
    pub step_weeks: Option<f64>,
    /// Print the points as text, as JSON, or as a picture.
    #[arg(long, value_enum, default_value_t = FrontierFormat::Text)]
    pub format: FrontierFormat,
}

/// Arguments of `alternatives`.
#[derive(Debug, Args)]
pub struct AlternativesArgs {
    /// What to plan from.
    #[command(flatten)]
    pub inputs: Inputs,
    /// How far to solve.
    #[command(flatten)]
    pub effort: EffortArgs,
    /// How much more than the best plan an alternative may cost.
    #[arg(long, value_name = "PERCENT", default_value = "2%", value_parser = percent)]
    pub within: f64,
    /// The most other answers to one question; each is one more problem to solve.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=9))]
    pub answers: u8,
    /// Print them as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// What to read.
    #[command(flatten)]
    pub inputs: Inputs,
    /// Report mistakes as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// The plan.json of an earlier run.
    pub plan: PathBuf,
    /// What it was made from.
    #[command(flatten)]
    pub inputs: Inputs,
    /// Report as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What `catalog` can do.
#[derive(Debug, Subcommand)]
pub enum CatalogCommand {
    /// List items by service, with capacity, price and lead time.
    List {
        /// Only items for this service, as in files: `critical_power`.
        #[arg(long, value_parser = service)]
        service: Option<Service>,
        /// Print it as text or as JSON.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Show one item with the evidence of its figures.
    Show {
        /// The item's id.
        id: String,
        /// Print it as text or as JSON.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Point at what is doubtful in the catalogs: thin or old evidence, outliers, entries that nothing uses.
    Check(CatalogCheckArgs),
}

/// Arguments of `catalog check`.
#[derive(Debug, Args)]
pub struct CatalogCheckArgs {
    /// A folder of catalogs that extend or override the built-in ones; may be repeated, the last wins.
    #[arg(long = "catalog", value_name = "DIR")]
    pub catalogs: Vec<PathBuf>,
    /// Print the findings as text or as JSON.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What `language` can do.
#[derive(Debug, Subcommand)]
pub enum LanguageCommand {
    /// List the built-in languages.
    List {
        /// Print it as text or as JSON.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Print the messages of a built-in language, to translate them.
    Show {
        /// Its name.
        name: String,
        /// Print the pack file, or JSON that holds it.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

/// What `target` can do.
#[derive(Debug, Subcommand)]
pub enum TargetCommand {
    /// List the built-in targets.
    List {
        /// Print it as text or as JSON.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// Print a built-in target, to change it.
    Show {
        /// Its name.
        name: String,
        /// Print it as text or as JSON.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

/// Text for people or JSON for machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// Formats of the frontier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FrontierFormat {
    Text,
    Json,
    Svg,
}

/// Formats of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Md,
    Html,
    /// The view that templates are filled from: all texts of all sections.
    Json,
}

/// Formats of the bill of materials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BomFormat {
    Csv,
    Json,
    Xlsx,
}

/// Formats of the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScheduleFormat {
    /// MS Project's XML, which ProjectLibre and others read too.
    Msproject,
    /// Primavera P6's XML (PMXML).
    P6,
    /// One task a row.
    Csv,
    /// Activities with dates, floats, links and limits, and the calendars that they pass on.
    Json,
    /// Order-by dates and milestones for calendars.
    Ical,
}

/// Formats of the dependency graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GraphFormat {
    Mermaid,
    Dot,
    /// All tasks and banks with their links, none left out.
    Json,
}

/// Files with a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaFile {
    Facility,
    Target,
    Catalog,
    Brand,
}

impl Command {
    /// How failures are told.
    pub fn format(&self) -> Format {
        match self {
            Command::Plan(args) => args.format,
            Command::Check(args) => args.format,
            Command::Verify(args) => args.format,
            Command::Catalog(CatalogCommand::Check(args)) => args.format,
            Command::Catalog(CatalogCommand::List { format, .. } | CatalogCommand::Show { format, .. }) => *format,
            Command::Target(TargetCommand::List { format } | TargetCommand::Show { format, .. }) => *format,
            Command::Init(args) => args.format,
            Command::Diff(args) => args.format,
            Command::Survey(args) => args.format,
            Command::Explain(args) => args.format,
            Command::Frontier(FrontierArgs { format: FrontierFormat::Json, .. }) => Format::Json,
            Command::Alternatives(args) => args.format,
            Command::Bom(BomArgs { format: BomFormat::Json, .. }) => Format::Json,
            Command::Report { format: ReportFormat::Json, .. } => Format::Json,
            Command::Schedule { format: ScheduleFormat::Json, .. } => Format::Json,
            Command::Graph { format: GraphFormat::Json, .. } => Format::Json,
            Command::Language(LanguageCommand::List { format } | LanguageCommand::Show { format, .. }) => *format,
            _ => Format::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }
}
