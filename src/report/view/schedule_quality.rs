//! The fourteen measures of a schedule with their verdicts, and why each came out as it did.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::format::{amount, percent, plural};
use crate::domain::plan::{Plan, Task};
use crate::report::facts::last_hall;
use crate::report::schedule::{Quality, Share};

/// Most percent of what should not be.
const MOST_PCT: f64 = 5.0;

/// Least percent of links from finish to start.
const LEAST_FINISH_TO_START_PCT: f64 = 90.0;

/// Working days by which the critical path test delays a task, and how far weekends and holidays may carry its effect.
const TEST_DAYS: (i64, i64) = (600, 5);

/// Least critical path length index.
const LEAST_INDEX: f64 = 0.95;

/// The table of measures.
#[derive(JsonSchema, Serialize)]
pub struct QualityView {
    verdicts: String,
    rows: Vec<Row>,
}

#[derive(JsonSchema, Serialize)]
struct Row {
    number: usize,
    measure: &'static str,
    threshold: &'static str,
    found: String,
    verdict: &'static str,
    why: String,
}

/// What a measure found.
struct Finding {
    found: String,
    /// Whether the threshold is kept; nothing where the measure does not apply.
    passed: Option<bool>,
    why: String,
}

/// A measure: its name, its threshold, and what it finds.
type Measure = (&'static str, &'static str, fn(&Plan, &Quality) -> Finding);

const MEASURES: [Measure; 14] = [
    ("Logic: tasks without predecessor or successor", "at most 5 %", logic),
    ("Leads: links with negative lag", "none", leads),
    ("Lags: links with lag", "at most 5 %", lags),
    ("Relationships from finish to start", "at least 90 %", relationships),
    ("Hard constraints", "at most 5 %", constraints),
    ("High float: more than 44 working days", "at most 5 %", high_float),
    ("Negative float", "none", negative_float),
    ("High duration: more than 44 working days", "at most 5 %", high_duration),
    ("Invalid dates: planned before the status date", "none", invalid_dates),
    ("Resources: tasks without labor or cost", "none", resources),
    ("Missed tasks", "at most 5 %", missed),
    ("Critical path test: 600 working days more", "the end moves as far", critical_path),
    ("Critical path length index", "at least 0.95", path_index),
    ("Baseline execution index", "at least 0.95", execution),
];

impl QualityView {
    /// The measures of a plan; nothing where it has no tasks, or where they do not fit together.
    pub fn of(plan: &Plan) -> Option<QualityView> {
        let quality = Quality::of(plan).ok().filter(|quality| quality.high_float.of > 0)?;
        let found: Vec<Finding> = MEASURES.iter().map(|(_, _, measure)| measure(plan, &quality)).collect();
        let count = |passed: Option<bool>| found.iter().filter(|finding| finding.passed == passed).count();
        let verdicts =
            format!("{} passed, {} not passed, {} not applicable", count(Some(true)), count(Some(false)), count(None));
        let rows = (1..).zip(MEASURES).zip(found);
        let rows = rows.map(|((number, (measure, threshold, _)), finding)| Row {
            number,
            measure,
            threshold,
            found: finding.found,
            verdict: verdict(finding.passed),
            why: finding.why,
        });
        Some(QualityView { verdicts, rows: rows.collect() })
    }
}

fn verdict(passed: Option<bool>) -> &'static str {
    match passed {
        Some(true) => "passed",
        Some(false) => "**not passed**",
        None => "not applicable",
    }
}

fn finding(share: Share, passed: bool, why: impl Into<String>) -> Finding {
    let found = format!("{} of {} ({})", amount(share.count as f64), amount(share.of as f64), percent(share.pct()));
    Finding { found, passed: Some(passed), why: why.into() }
}

fn not_applicable(why: &str) -> Finding {
    Finding { found: "-".to_owned(), passed: None, why: why.to_owned() }
}

fn logic(_: &Plan, quality: &Quality) -> Finding {
    let share = quality.open_ends;
    finding(
        share,
        share.pct() <= MOST_PCT,
        "One task begins the project and one ends each hall; all others are linked both ways.",
    )
}

fn leads(_: &Plan, quality: &Quality) -> Finding {
    finding(quality.leads, quality.leads.count == 0, "No task waits for a part of another by a negative lag.")
}

fn lags(_: &Plan, quality: &Quality) -> Finding {
    let why = "Lags, in elapsed days, say how far a trade must be ahead before the next follows it.";
    finding(quality.lags, quality.lags.pct() <= MOST_PCT, why)
}

fn relationships(_: &Plan, quality: &Quality) -> Finding {
    let share = quality.finish_to_start;
    let why = "The others let trades overlap: from start to start, or from finish to finish.";
    finding(share, share.pct() >= LEAST_FINISH_TO_START_PCT, why)
}

fn constraints(_: &Plan, quality: &Quality) -> Finding {
    let why = "None moves planned dates. Counted are tasks with a deadline against which float is reckoned; P6, which has \
               none, holds them by \"finish on or before\".";
    finding(quality.held, quality.held.pct() <= MOST_PCT, why)
}

fn high_float(plan: &Plan, quality: &Quality) -> Finding {
    let share = quality.high_float;
    let why = match longest_lead(plan) {
        Some(lead) => format!(
            "All work is planned as early as possible, and most of it is done long before the longest lead on the driving \
             chain is ({}). The float is real, not missing logic.",
            lead.name
        ),
        None => "All work is planned as early as possible.".to_owned(),
    };
    finding(share, share.pct() <= MOST_PCT, why)
}

/// The lead of the hall that is ready last which takes longest on its driving chain.
fn longest_lead(plan: &Plan) -> Option<&Task> {
    let chain = &last_hall(plan)?.driving_chain;
    let leads = plan.tasks.iter().filter(|task| task.is_lead && chain.contains(&task.id));
    leads.max_by(|a, b| a.weeks.likely.total_cmp(&b.weeks.likely))
}

fn negative_float(_: &Plan, quality: &Quality) -> Finding {
    finding(quality.negative_float, quality.negative_float.count == 0, "No hall is asked for before it can be ready.")
}

fn high_duration(_: &Plan, quality: &Quality) -> Finding {
    let (share, others) = (quality.long, quality.long_of_others);
    let own = Share { count: share.count - others, of: share.of };
    let why = format!(
        "{} of them are suppliers' lead times, utilities' and authorities' time, which no plan can divide; without them {} ({}).",
        amount(others as f64),
        plural(own.count as f64, "task"),
        percent(own.pct())
    );
    finding(share, share.pct() <= MOST_PCT, why)
}

fn invalid_dates(_: &Plan, quality: &Quality) -> Finding {
    finding(quality.past, quality.past.count == 0, "Nothing is planned before the day the plan is made for.")
}

fn resources(_: &Plan, _: &Quality) -> Finding {
    not_applicable("The schedule carries no crews and no money: costs stand by bank in the bill of materials.")
}

fn missed(_: &Plan, _: &Quality) -> Finding {
    not_applicable("No work has begun.")
}

fn critical_path(_: &Plan, quality: &Quality) -> Finding {
    let (asked, room) = TEST_DAYS;
    let Some(delay) = quality.test_delay else { return not_applicable("No task is critical.") };
    let why = "The first critical task was made longer and all dates reckoned again; weekends and holidays may take some days \
               of the delay.";
    let passed = delay >= asked - room;
    Finding { found: plural(delay as f64, "working day"), passed: Some(passed), why: why.to_owned() }
}

fn path_index(plan: &Plan, quality: &Quality) -> Finding {
    let why = match plan.site.ready_date_limit {
        Some(limit) => format!("Reckoned to {limit}, by which the halls are asked for."),
        None => "No date is asked for: reckoned to the planned one.".to_owned(),
    };
    let passed = Some(quality.path_index >= LEAST_INDEX);
    Finding { found: format!("{:.2}", quality.path_index), passed, why }
}

fn execution(_: &Plan, _: &Quality) -> Finding {
    not_applicable("No work has begun.")
}
