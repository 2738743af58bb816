//! The frontier of capex and ready date, for people and for machines.

use serde_json::{Value, json};

use crate::cli::refusal;
use crate::domain::format::{begun_days, elapsed_text, plural, usd};
use crate::explore::frontier::{End, Frontier, Point, PointStep};
use crate::optimize::Conflict;
use crate::report::{self, FrontierPoint, Style};
use crate::validate::Site;

use super::changes::lines;
use super::{more, outcome};

const HOURS_IN_WEEK: f64 = 168.0;

/// The points with what each takes beyond the one before, and why there are no more; as text and as data.
pub fn frontier(site: &Site, frontier: &Frontier) -> (String, Value) {
    let head = format!(
        "{}, for {}\nLeast capex (likely, with soft costs; direct costs in the lines of banks) by the day on which the last hall is ready\n\n",
        site.name, site.target.name
    );
    let points: String = frontier.points.iter().enumerate().map(|(index, it)| point(index, it)).collect();
    let all_proved = frontier.points.iter().all(|point| point.outcome.proved);
    let proof = match all_proved {
        true => {
            "Each point is proved: no plan is cheaper with all its halls ready as early, in the elapsed weeks that the \
                 optimizer counts; holidays then move dates by days."
        }
        false => "Points that are not proved come with the gap that is left: more --time-limit may improve them.",
    };
    let text = format!("{head}{points}\n{}\n{}{proof}\n", end(site, frontier), left_out(frontier));
    (text, data(site, frontier))
}

/// The points as a picture, an SVG file.
pub fn frontier_picture(site: &Site, frontier: &Frontier) -> String {
    let point = |point: &Point| FrontierPoint {
        ready: point.outcome.last_ready,
        total_usd: point.outcome.total_usd,
        proved: point.outcome.proved,
    };
    let points: Vec<FrontierPoint> = frontier.points.iter().map(point).collect();
    report::frontier(&site.name, &points, &Style::default()).unwrap_or_default()
}

fn point(index: usize, point: &Point) -> String {
    let step = point.step.as_ref().map(step).unwrap_or_default();
    format!("{:>3}  {}\n{step}", index + 1, outcome(&point.outcome))
}

fn step(step: &PointStep) -> String {
    let head = format!(
        "     {} for {}: {} for each week gained\n",
        more(step.more_usd),
        elapsed_text(step.days_gained),
        usd(step.usd_per_week)
    );
    let changes = lines(&step.changes).into_iter().map(|line| format!("     - {line}\n"));
    std::iter::once(head).chain(changes).collect()
}

fn end(site: &Site, frontier: &Frontier) -> String {
    match &frontier.end {
        End::Earliest(conflicts) => {
            let reasons: Vec<String> = conflicts.iter().map(|conflict| reason(site, conflict)).collect();
            format!(
                "No plan is ready earlier than the last point: the optimizer was asked for one an hour before it, in the elapsed weeks \
                 that it counts, and found none in two runs.\n  {}",
                reasons.join("\n  ")
            )
        }
        End::Capped => format!(
            "The walk ended after {}: the last is the plan with the earliest sum of its halls' dates, or one as early for less. What \
             lies between it and the point before was not solved; --points asks for more.",
            plural(frontier.points.len() as f64, "point")
        ),
        End::Unknown(why) => format!("Whether there is an earlier plan is not known: {why}."),
    }
}

/// What the step may have passed over; nothing for a step of less than a day.
fn left_out(frontier: &Frontier) -> String {
    match (frontier.step_weeks * 7.0).round() as i32 {
        ..=1 => String::new(),
        days => format!(
            "Steps of {} were taken: plans with dates between two points are left out; --step-weeks asks for smaller ones.\n",
            elapsed_text(days)
        ),
    }
}

fn reason(site: &Site, conflict: &Conflict) -> String {
    match conflict {
        Conflict::Late { hall, weeks } => {
            format!("{hall} would be ready {} after that at the earliest", hours_or_days(*weeks))
        }
        other => refusal::conflict(other, site),
    }
}

/// The walk ends on a deadline of an hour less, of which days would tell nothing.
fn hours_or_days(weeks: f64) -> String {
    let hours = (weeks * HOURS_IN_WEEK - 0.5).ceil();
    if hours < 24.0 { plural(hours, "hour") } else { elapsed_text(begun_days(weeks)) }
}

fn data(site: &Site, frontier: &Frontier) -> Value {
    let end = match &frontier.end {
        End::Earliest(conflicts) => {
            json!({ "kind": "earliest", "conflicts": conflicts.iter().map(refusal::conflict_data).collect::<Vec<_>>() })
        }
        End::Capped => json!({ "kind": "capped" }),
        End::Unknown(why) => json!({ "kind": "unknown", "why": why }),
    };
    json!({
        "schema": report::FRONTIER_SCHEMA,
        "facility": site.name,
        "target": site.target.name,
        "inputs": site.inputs,
        "points": frontier.points,
        "end": end,
        "step_weeks": frontier.step_weeks,
        "solved": frontier.solved,
    })
}
