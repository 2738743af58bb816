//! The fourteen measures of a schedule with their verdicts, and why each came out as it did.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::plan::{Plan, Task};
use crate::report::facts::last_hall;
use crate::report::schedule::{Quality, Share};
use crate::report::style::{Style, args};

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
    measure: String,
    threshold: String,
    found: String,
    /// Whether the threshold is not kept.
    failed: bool,
    verdict: String,
    why: String,
}

/// What a measure found.
struct Finding {
    found: String,
    /// Whether the threshold is kept; nothing where the measure does not apply.
    passed: Option<bool>,
    why: String,
}

/// A measure: the message of its name, its threshold, and what it finds.
type Measure = (&'static str, Threshold, fn(&Plan, &Quality, &Style) -> Finding);

/// What a measure asks for.
#[derive(Clone, Copy)]
enum Threshold {
    None,
    MostPct(f64),
    LeastPct(f64),
    Least(f64),
    AsFar,
}

const MEASURES: [Measure; 14] = [
    ("quality-logic", Threshold::MostPct(MOST_PCT), logic),
    ("quality-leads", Threshold::None, leads),
    ("quality-lags", Threshold::MostPct(MOST_PCT), lags),
    ("quality-relationships", Threshold::LeastPct(LEAST_FINISH_TO_START_PCT), relationships),
    ("quality-constraints", Threshold::MostPct(MOST_PCT), constraints),
    ("quality-high-float", Threshold::MostPct(MOST_PCT), high_float),
    ("quality-negative-float", Threshold::None, negative_float),
    ("quality-high-duration", Threshold::MostPct(MOST_PCT), high_duration),
    ("quality-invalid-dates", Threshold::None, invalid_dates),
    ("quality-resources", Threshold::None, resources),
    ("quality-missed", Threshold::MostPct(MOST_PCT), not_begun),
    ("quality-critical-path", Threshold::AsFar, critical_path),
    ("quality-path-index", Threshold::Least(LEAST_INDEX), path_index),
    ("quality-execution", Threshold::Least(LEAST_INDEX), not_begun),
];

impl QualityView {
    /// The measures of a plan; nothing where it has no tasks, or where they do not fit together.
    pub fn of(plan: &Plan, style: &Style) -> Option<QualityView> {
        let quality = Quality::of(plan).ok().filter(|quality| quality.high_float.of > 0)?;
        let found: Vec<Finding> = MEASURES.iter().map(|(_, _, measure)| measure(plan, &quality, style)).collect();
        let count = |passed: Option<bool>| found.iter().filter(|finding| finding.passed == passed).count().to_string();
        let counts = args!["passed" => count(Some(true)), "failed" => count(Some(false)), "others" => count(None)];
        let verdicts = style.say("quality-verdicts", counts);
        let rows = (1..).zip(MEASURES).zip(found);
        let rows = rows.map(|((number, measure), finding)| row(number, measure, finding, style));
        Some(QualityView { verdicts, rows: rows.collect() })
    }
}

fn row(number: usize, (measure, threshold, _): Measure, finding: Finding, style: &Style) -> Row {
    Row {
        number,
        measure: style.word(measure),
        threshold: asked(threshold, style),
        found: finding.found,
        failed: finding.passed == Some(false),
        verdict: style.word(match finding.passed {
            Some(true) => "quality-passed",
            Some(false) => "quality-not-passed",
            None => "quality-not-applicable",
        }),
        why: finding.why,
    }
}

fn asked(threshold: Threshold, style: &Style) -> String {
    match threshold {
        Threshold::None => style.word("quality-none"),
        Threshold::MostPct(pct) => style.say("quality-at-most", args!["figure" => style.percent(pct)]),
        Threshold::LeastPct(pct) => style.say("quality-at-least", args!["figure" => style.percent(pct)]),
        Threshold::Least(index) => style.say("quality-at-least", args!["figure" => style.fixed(index, 2)]),
        Threshold::AsFar => style.word("quality-as-far"),
    }
}

fn finding(share: Share, passed: bool, why: String, style: &Style) -> Finding {
    let figures = args![
        "count" => style.amount(share.count as f64),
        "of" => style.amount(share.of as f64),
        "share" => style.percent(share.pct()),
    ];
    Finding { found: style.say("quality-share", figures), passed: Some(passed), why }
}

fn not_applicable(why: &str, style: &Style) -> Finding {
    Finding { found: "-".to_owned(), passed: None, why: style.word(why) }
}

fn logic(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    let share = quality.open_ends;
    finding(share, share.pct() <= MOST_PCT, style.word("quality-logic-why"), style)
}

fn leads(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    finding(quality.leads, quality.leads.count == 0, style.word("quality-leads-why"), style)
}

fn lags(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    finding(quality.lags, quality.lags.pct() <= MOST_PCT, style.word("quality-lags-why"), style)
}

fn relationships(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    let share = quality.finish_to_start;
    finding(share, share.pct() >= LEAST_FINISH_TO_START_PCT, style.word("quality-relationships-why"), style)
}

fn constraints(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    finding(quality.held, quality.held.pct() <= MOST_PCT, style.word("quality-constraints-why"), style)
}

fn high_float(plan: &Plan, quality: &Quality, style: &Style) -> Finding {
    let share = quality.high_float;
    let why = match longest_lead(plan) {
        Some(lead) => style.say("quality-high-float-lead", args!["lead" => style.task(lead)]),
        None => style.word("quality-high-float-why"),
    };
    finding(share, share.pct() <= MOST_PCT, why, style)
}

/// The lead of the hall that is ready last which takes longest on its driving chain.
fn longest_lead(plan: &Plan) -> Option<&Task> {
    let chain = &last_hall(plan)?.driving_chain;
    let leads = plan.tasks.iter().filter(|task| task.is_lead && chain.contains(&task.id));
    leads.max_by(|a, b| a.weeks.likely.total_cmp(&b.weeks.likely))
}

fn negative_float(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    let share = quality.negative_float;
    finding(share, share.count == 0, style.word("quality-negative-float-why"), style)
}

fn high_duration(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    let (share, others) = (quality.long, quality.long_of_others);
    let own = Share { count: share.count - others, of: share.of };
    let figures = args![
        "others" => style.amount(others as f64),
        "own" => style.count("task", own.count as f64),
        "share" => style.percent(own.pct()),
    ];
    finding(share, share.pct() <= MOST_PCT, style.say("quality-high-duration-why", figures), style)
}

fn invalid_dates(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    finding(quality.past, quality.past.count == 0, style.word("quality-invalid-dates-why"), style)
}

fn resources(_: &Plan, _: &Quality, style: &Style) -> Finding {
    not_applicable("quality-resources-why", style)
}

fn not_begun(_: &Plan, _: &Quality, style: &Style) -> Finding {
    not_applicable("quality-not-begun", style)
}

fn critical_path(_: &Plan, quality: &Quality, style: &Style) -> Finding {
    let (asked, room) = TEST_DAYS;
    let Some(delay) = quality.test_delay else { return not_applicable("quality-not-critical", style) };
    let found = style.count("working-day", delay as f64);
    Finding { found, passed: Some(delay >= asked - room), why: style.word("quality-critical-path-why") }
}

fn path_index(plan: &Plan, quality: &Quality, style: &Style) -> Finding {
    let why = match plan.site.ready_date_limit {
        Some(limit) => style.say("quality-path-index-limit", args!["date" => style.date(limit)]),
        None => style.word("quality-path-index-why"),
    };
    let passed = Some(quality.path_index >= LEAST_INDEX);
    Finding { found: style.fixed(quality.path_index, 2), passed, why }
}
