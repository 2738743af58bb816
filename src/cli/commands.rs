//! What each command does.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, anyhow};
use serde_json::{Value, json};

use super::args::{
    AlternativesArgs, BomArgs, BomFormat, CatalogCheckArgs, CatalogCommand, CheckArgs, Command, DiffArgs, ExplainArgs,
    Format, FrontierArgs, FrontierFormat, GraphFormat, Inputs, LanguageCommand, PlanArgs, ReportFormat, ScheduleFormat,
    SchemaFile, SurveyArgs, TargetCommand, VerifyArgs,
};
use super::exit::Failure;
use super::explored::{self, Found};
use super::style::{Layout, refused};
use super::talk::Talk;
use super::{doubts, folder, manual, run, shelf, start, survey};
use crate::Prepared;
use crate::diagnostic::{Code, Diagnostics, SourceText};
use crate::domain::format::plural;
use crate::domain::plan::{Plan, Solution};
use crate::explore::alternatives::Reach;
use crate::explore::frontier::Walk;
use crate::explore::{self, Solver};
use crate::input::suggest::did_you_mean;
use crate::input::{FileKind, json_schema};
use crate::lint::lint;
use crate::report::{self, BomLevel, FrontierFile};
use crate::studies::unchecked_rules;
use crate::validate::Site;
use crate::verify::fitting;

/// Names of the files of a plan's folder.
const FILES: [&str; 11] = [
    "plan.json",
    "report.md",
    "report.html",
    "bom.csv",
    "bom.xlsx",
    "schedule.xml",
    "schedule.pmxml",
    "schedule.csv",
    "schedule.ics",
    "graph.mmd",
    "graph.dot",
];

/// Does what was asked for.
///
/// # Errors
/// Why it could not be done, with the exit code.
pub fn run(command: Command, talk: &Talk) -> Result<(), Failure> {
    match command {
        Command::Plan(args) => plan(&args, talk),
        Command::Check(args) => check(&args, talk),
        Command::Verify(args) => verify(&args, talk),
        Command::Model { inputs, .. } => model(&inputs, talk),
        Command::Report { plan, scope, frontier, style, format } => {
            let layout = Layout::read(&style, talk)?;
            let mut plan = read_plan(&plan)?;
            plan.studies.scope.headline = scope.unwrap_or(plan.studies.scope.headline);
            let walked = frontier.map(|path| read_frontier(&path, &plan, talk)).transpose()?;
            talk.data(&match format {
                ReportFormat::Md => layout.markdown(&plan, walked.as_ref())?,
                ReportFormat::Html => layout.html(&plan, walked.as_ref())?,
                ReportFormat::Json => layout.json(&plan, walked.as_ref()),
            })
        }
        Command::Bom(args) => bom(&args, talk),
        Command::Schedule { plan, format } => talk.data(&schedule(&read_plan(&plan)?, format)?),
        Command::Diff(args) => diff(&args, talk),
        Command::Graph { plan, format } => talk.data(&graph(&read_plan(&plan)?, format)),
        Command::Catalog(CatalogCommand::List { service, format }) => told(shelf::list(service)?, format, talk),
        Command::Catalog(CatalogCommand::Show { id, format }) => told(shelf::show(&id)?, format, talk),
        Command::Catalog(CatalogCommand::Check(args)) => catalog_check(&args, talk),
        Command::Language(LanguageCommand::List { format }) => told(shelf::languages(), format, talk),
        Command::Language(LanguageCommand::Show { name, format }) => told(shelf::language(&name)?, format, talk),
        Command::Target(TargetCommand::List { format }) => told(shelf::targets(), format, talk),
        Command::Target(TargetCommand::Show { name, format }) => told(shelf::target(&name)?, format, talk),
        Command::Init(args) => start::init(&args, talk),
        Command::Schema { file, .. } => talk.data(&schema(file)),
        Command::Explain(args) => explain(&args, talk),
        Command::Frontier(args) => frontier(&args, talk),
        Command::Alternatives(args) => alternatives(&args, talk),
        Command::Survey(args) => survey_first(&args, talk),
        Command::Completions { shell, .. } => talk.bytes(&manual::completions(shell)),
        Command::Man { dir, .. } => manual::man(dir.as_deref(), talk),
    }
}

fn plan(args: &PlanArgs, talk: &Talk) -> Result<(), Failure> {
    let out = args.out.clone().unwrap_or_else(|| default_out(&args.inputs.facility));
    // A folder that cannot be written is known before the solver starts.
    folder::check(&out, &FILES)?;
    let layout = Layout::read(&args.style, talk)?;
    let (site, warnings) = run::load(&args.inputs, talk)?;
    warn(&warnings, talk);
    let begun = Instant::now();
    let mut plan = run::plan(&site, args.effort.into(), talk)?;
    plan.studies.scope.headline = args.scope;
    let Solution { columns, rows, binaries, .. } = plan.solution;
    let seconds = begun.elapsed().as_secs_f64();
    talk.say(&format!("planned in {seconds:.2} s; model of {columns} columns ({binaries} binary) and {rows} rows"));
    let json = report::json(&plan);
    let contents: [Vec<u8>; FILES.len()] = [
        json.clone().into(),
        layout.markdown(&plan, None)?.into(),
        layout.html(&plan, None)?.into(),
        report::bom_csv(&plan, BomLevel::Lines).into(),
        workbook(&plan)?,
        schedule(&plan, ScheduleFormat::Msproject)?.into(),
        schedule(&plan, ScheduleFormat::P6)?.into(),
        schedule(&plan, ScheduleFormat::Csv)?.into(),
        schedule(&plan, ScheduleFormat::Ical)?.into(),
        report::graph_mermaid(&plan).into(),
        report::graph_dot(&plan).into(),
    ];
    folder::write(&out, &FILES.into_iter().zip(contents).collect::<Vec<_>>())?;
    talk.data(&match args.format {
        Format::Text => report::summary(&plan),
        Format::Json => json,
    })?;
    talk.say(&format!("wrote {} to {}", FILES.join(", "), out.display()));
    Ok(())
}

/// `plan` beside `facility.yaml`; `NAME-plan` beside a facility of another name.
fn default_out(facility: &Path) -> PathBuf {
    match facility.file_stem() {
        Some(stem) if stem != "facility" => facility.with_file_name(format!("{}-plan", stem.to_string_lossy())),
        _ => facility.with_file_name("plan"),
    }
}

fn warn(warnings: &Diagnostics, talk: &Talk) {
    if !warnings.is_empty() {
        talk.say(&warnings.render(talk.color()));
    }
}

fn check(args: &CheckArgs, talk: &Talk) -> Result<(), Failure> {
    let (_, warnings) = run::load(&args.inputs, talk)?;
    match args.format {
        Format::Text => {
            warn(&warnings, talk);
            talk.data("ok\n")
        }
        Format::Json => talk.data(&format!("{:#}\n", json!({ "ok": true, "warnings": warnings.to_json() }))),
    }
}

/// Doubts are told and nothing more; a reference to what does not exist is a mistake.
fn catalog_check(args: &CatalogCheckArgs, talk: &Talk) -> Result<(), Failure> {
    let site = run::load_catalogs(&args.catalogs, talk)?;
    let found = lint(&site);
    let broken = found.iter().filter(|finding| finding.broken).count();
    if broken > 0 {
        let message = anyhow!("the catalogs hold {}", plural(broken as f64, "broken reference"));
        return Err(Failure::input(message).details(doubts::text(&site, &found), doubts::data(&found)));
    }
    talk.data(&match args.format {
        Format::Text => doubts::text(&site, &found),
        Format::Json => format!("{:#}\n", json!({ "ok": true, "findings": doubts::data(&found) })),
    })
}

fn verify(args: &VerifyArgs, talk: &Talk) -> Result<(), Failure> {
    let plan = read_plan(&args.plan)?;
    let mut inputs = args.inputs.clone();
    if inputs.overrides.is_empty() {
        inputs.overrides = explored::recorded_overrides(&plan);
    }
    inputs.objective = inputs.objective.or_else(|| explored::recorded_objective(&plan, &run::request(&inputs)));
    let (site, _) = run::load(&inputs, talk)?;
    run::verify(&plan, &site).map_err(|failure| failure.help(remedy(&plan, &site)))?;
    talk.data(match args.format {
        Format::Text => HOLDS,
        Format::Json => "{\n  \"ok\": true\n}\n",
    })
}

/// What is said of a plan that holds, with what was not made again.
const HOLDS: &str = "the plan holds; not recomputed: that nothing cheaper or earlier exists, which is the solver's claim, what ways \
                     not chosen would cost, and words and some lesser figures of the studies\n";

/// What to do about a plan that does not hold.
fn remedy(plan: &Plan, site: &Site) -> &'static str {
    match plan.solution.objective == site.objective_in_words() {
        true => "plan again: the files or the plan changed since it was made",
        false => "leave out --objective, or plan again with it: the plan was made for another objective",
    }
}

fn model(inputs: &Inputs, talk: &Talk) -> Result<(), Failure> {
    let (site, warnings) = run::load(inputs, talk)?;
    warn(&warnings, talk);
    talk.data(&run::model(&site, talk)?)
}

fn read_plan(path: &Path) -> Result<Plan, Failure> {
    let read = || -> anyhow::Result<Plan> { Ok(report::parse(&fs::read_to_string(path)?)?) };
    let plan = read().with_context(|| format!("cannot read the plan {}", path.display()));
    plan.map_err(|error| Failure::input(error).help("`retrofit plan FACILITY` writes a plan.json"))
}

fn read_frontier(path: &Path, plan: &Plan, talk: &Talk) -> Result<FrontierFile, Failure> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read the frontier {}", path.display()));
    let source = SourceText::new(path.display().to_string(), text.map_err(Failure::input)?);
    report::read_frontier(source, plan).map_err(|found| refused(&found, talk))
}

fn bom(args: &BomArgs, talk: &Talk) -> Result<(), Failure> {
    if args.format == BomFormat::Xlsx && args.level.is_some() {
        let message = anyhow!("a workbook has both levels, each on a sheet");
        return Err(Failure::input(message).help("leave out --level"));
    }
    let plan = read_plan(&args.plan)?;
    let level = args.level.map_or(BomLevel::Lines, BomLevel::from);
    let content = match args.format {
        BomFormat::Csv => report::bom_csv(&plan, level).into(),
        BomFormat::Json => report::bom_json(&plan, level).into(),
        BomFormat::Xlsx => workbook(&plan)?,
    };
    match (&args.out, args.format) {
        (Some(path), _) => folder::write_over(path, &content),
        (None, BomFormat::Xlsx) => talk.binary(&content),
        (None, _) => talk.bytes(&content),
    }
}

fn diff(args: &DiffArgs, talk: &Talk) -> Result<(), Failure> {
    let found = report::diff(&read_plan(&args.before)?, &read_plan(&args.after)?);
    talk.data(&match args.format {
        Format::Text => report::diff_text(&found),
        Format::Json => report::diff_json(&found),
    })
}

fn workbook(plan: &Plan) -> Result<Vec<u8>, Failure> {
    report::bom_xlsx(plan).map_err(Failure::internal)
}

/// A plan that says too little of its tasks is a wrong file.
fn schedule(plan: &Plan, format: ScheduleFormat) -> Result<String, Failure> {
    let text = match format {
        ScheduleFormat::Msproject => report::schedule_msproject(plan),
        ScheduleFormat::P6 => report::schedule_p6(plan),
        ScheduleFormat::Csv => report::schedule_csv(plan),
        ScheduleFormat::Json => report::schedule_json(plan),
        ScheduleFormat::Ical => Ok(report::schedule_ical(plan)),
    };
    text.map_err(|error| Failure::input(error).help("plan again: `retrofit plan FACILITY` writes a whole plan.json"))
}

fn graph(plan: &Plan, format: GraphFormat) -> String {
    match format {
        GraphFormat::Mermaid => report::graph_mermaid(plan),
        GraphFormat::Dot => report::graph_dot(plan),
        GraphFormat::Json => report::graph_json(plan),
    }
}

fn schema(file: SchemaFile) -> String {
    let kind = match file {
        SchemaFile::Facility => FileKind::Facility,
        SchemaFile::Target => FileKind::Target,
        SchemaFile::Catalog => FileKind::Catalog,
        SchemaFile::Brand => FileKind::Brand,
    };
    format!("{:#}\n", json_schema(kind))
}

fn frontier(args: &FrontierArgs, talk: &Talk) -> Result<(), Failure> {
    if args.inputs.objective.is_some() {
        let message = anyhow!("a frontier has no objective: it is the least capex for each date");
        return Err(Failure::input(message).help("leave out --objective"));
    }
    let (site, warnings) = run::load(&args.inputs, talk)?;
    warn(&warnings, talk);
    let walk = Walk { most_points: args.points.into(), step_weeks: args.step_weeks };
    let begun = Instant::now();
    let mut solver = Solver::new(args.effort.into());
    let progress = talk.progress("walking the frontier");
    let found = explore::frontier::frontier(&site, walk, &mut solver);
    drop(progress);
    let found = found.map_err(|why| run::unplannable(why, &site, args.effort.into(), talk))?;
    say_solved(&solver, begun, talk);
    match args.format {
        FrontierFormat::Text => told(explored::frontier(&site, &found), Format::Text, talk),
        FrontierFormat::Json => told(explored::frontier(&site, &found), Format::Json, talk),
        FrontierFormat::Svg => talk.data(&explored::frontier_picture(&site, &found)),
    }
}

fn alternatives(args: &AlternativesArgs, talk: &Talk) -> Result<(), Failure> {
    let (site, warnings) = run::load(&args.inputs, talk)?;
    warn(&warnings, talk);
    let begun = Instant::now();
    let mut solver = Solver::new(args.effort.into());
    let reach = Reach { within_pct: args.within, most_answers: args.answers.into() };
    let progress = talk.progress("looking for alternatives");
    let found = explore::alternatives::alternatives(&site, reach, &mut solver);
    drop(progress);
    let found = found.map_err(|why| run::unplannable(why, &site, args.effort.into(), talk))?;
    say_solved(&solver, begun, talk);
    told(explored::alternatives(&site, &found, args.within), args.format, talk)
}

/// What to measure first on site.
fn survey_first(args: &SurveyArgs, talk: &Talk) -> Result<(), Failure> {
    let (site, warnings) = run::load(&args.inputs, talk)?;
    warn(&warnings, talk);
    let facts = survey::counted(run::open_facts(&args.inputs, talk)?, unchecked_rules(&site));
    let begun = Instant::now();
    let mut solver = Solver::new(args.effort.into());
    let base = Prepared::new(&site).and_then(|prepared| solver.choose(&prepared));
    let base = base.map_err(|why| run::unplannable(why, &site, args.effort.into(), talk))?;
    let progress = talk.progress("planning with each fact at both ends");
    let weighed = survey::weigh(&args.inputs, &base, &facts, args.solves.into(), &mut solver);
    drop(progress);
    say_solved(&solver, begun, talk);
    told(survey::told(&base, &weighed, solver.solved), args.format, talk)
}

fn say_solved(solver: &Solver, begun: Instant, talk: &Talk) {
    let seconds = begun.elapsed().as_secs_f64();
    talk.say(&format!("solved {} in {seconds:.2} s", plural(solver.solved as f64, "problem")));
}

fn told((text, data): (String, Value), format: Format, talk: &Talk) -> Result<(), Failure> {
    talk.data(&match format {
        Format::Text => text,
        Format::Json => format!("{data:#}\n"),
    })
}

/// A code, a subject of a plan, or the subjects that a plan has.
fn explain(args: &ExplainArgs, talk: &Talk) -> Result<(), Failure> {
    let ExplainArgs { what, subject, .. } = args;
    if let (None, Some(code)) = (subject, Code::find(what)) {
        let text = format!("{}: {}\n\n{}\n", code.id(), code.title(), code.explanation());
        let data = json!({ "code": code.id(), "title": code.title(), "explanation": code.explanation() });
        return told((text, data), args.format, talk);
    }
    // Codes have no dots; the name of a file does.
    if subject.is_none() && !what.contains(['.', '/', '\\']) {
        let help = did_you_mean(what, Code::ALL.iter().map(|code| code.id()));
        return Err(Failure::input(anyhow!("no message has the code `{what}`")).help(help));
    }
    let plan = read_plan(Path::new(what))?;
    let subjects = report::subjects(&plan);
    match subject {
        None => told((subjects.iter().map(|id| format!("{id}\n")).collect(), json!(subjects)), args.format, talk),
        Some(id) => match report::explain(&plan, id) {
            Some(text) => told(in_full(args, &plan, id, text, talk)?, args.format, talk),
            None => Err(Failure::input(anyhow!("the plan has no requirement `{id}`"))
                .help(did_you_mean(id, subjects.iter().map(String::as_str)))),
        },
    }
}

/// What a plan says of a subject, and what solving again adds where its files are found.
fn in_full(args: &ExplainArgs, plan: &Plan, id: &str, text: String, talk: &Talk) -> Result<(String, Value), Failure> {
    let by_plan_alone = args.no_solve || plan.halls.iter().any(|hall| report::ready_id(hall) == id);
    let found = match by_plan_alone {
        true => None,
        false => Some(explored::origin(plan, Path::new(&args.what), args)?),
    };
    let begun = Instant::now();
    let mut solver = Solver::new(args.effort.into());
    let (again, note) = match found {
        None => (None, None),
        Some(Found::Missing(why)) => (
            None,
            Some(format!(
                "not solved again: {why}. --facility, --target and --catalog name the files; then the runner-up, prices and \
                 limits follow"
            )),
        ),
        Some(Found::Site(site)) => {
            // Of the most IT power, with the racks that fit: no others were planned.
            let site = fitting(&site, plan);
            let again = explored::again(&site, plan, id, &mut solver, talk)?;
            say_solved(&solver, begun, talk);
            (Some(again), None)
        }
    };
    let more = note.as_ref().map(|note| format!("\n{note}\n")).into_iter();
    let more: String = more.chain(again.iter().map(|again| again.text.clone())).collect();
    let data = json!({
        "subject": id,
        "by_the_plan": text,
        "rule": again.as_ref().and_then(|again| again.rule.clone()),
        "solved_again": again.map(|again| again.data),
        "note": note,
    });
    Ok((text + &more, data))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_go_beside_the_facility() {
        for (facility, out) in
            [("facility.yaml", "plan"), ("a/facility.yaml", "a/plan"), ("a/north.yaml", "a/north-plan")]
        {
            assert_eq!(default_out(Path::new(facility)), Path::new(out));
        }
    }
}
