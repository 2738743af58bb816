//! The frontier of capex and ready date, for people and for machines.

use serde_json::{Value, json};

use crate::cli::refusal;
use crate::domain::format::{plural, usd};
use crate::explore::frontier::{End, Frontier, Point, PointStep, Walk};
use crate::optimize::Conflict;
use crate::validate::Site;

use super::changes::lines;
use super::{more, outcome, span};

/// The points with what each takes beyond the one before, and why there are no more; as text and as data.
pub fn frontier(site: &Site, walk: Walk, frontier: &Frontier) -> (String, Value) {
    let head = format!(
        "{}, for {}\nLeast capex (likely, with soft costs) by the day on which the last hall is ready\n\n",
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
    let text = format!("{head}{points}\n{}\n{proof}\n", end(site, walk, frontier));
    (text, data(site, frontier))
}

fn point(index: usize, point: &Point) -> String {
    let step = point.step.as_ref().map(step).unwrap_or_default();
    format!("{:>3}  {}\n{step}", index + 1, outcome(&point.outcome))
}

fn step(step: &PointStep) -> String {
    let head = format!(
        "     {} for {}: {} for each week gained\n",
        more(step.more_usd),
        span(step.days_gained),
        usd(step.usd_per_week)
    );
    let changes = lines(&step.changes).into_iter().map(|line| format!("     - {line}\n"));
    std::iter::once(head).chain(changes).collect()
}

fn end(site: &Site, walk: Walk, frontier: &Frontier) -> String {
    match &frontier.end {
        End::Earliest(conflicts) => {
            let reasons: Vec<String> = conflicts.iter().map(|conflict| reason(site, conflict)).collect();
            format!(
                "No plan is ready {}: the optimizer found none in two runs, in the elapsed weeks that it counts.\n  {}",
                before(walk),
                reasons.join("\n  ")
            )
        }
        End::Capped(earliest) => {
            let points = plural(frontier.points.len() as f64, "point");
            let gained = frontier.points.last().map_or(0, |point| point.outcome.days_after(earliest));
            let rest = match gained {
                1.. => format!("{} before the last point; what lies between was not solved", span(gained)),
                _ => "no earlier than the last point".to_owned(),
            };
            format!(
                "The walk ended after {points}; --points asks for more. The plan with the earliest sum of its halls' dates: {}, \
                 {rest}.",
                outcome(earliest)
            )
        }
        End::Unknown(why) => format!("Whether there is an earlier plan is not known: {why}."),
    }
}

fn before(walk: Walk) -> String {
    match (walk.step_weeks * 7.0).round() as i32 {
        ..=1 => "earlier than the last point".to_owned(),
        days => format!("{} before the last point", span(days)),
    }
}

fn reason(site: &Site, conflict: &Conflict) -> String {
    match conflict {
        Conflict::Late { hall, weeks } => {
            format!("{hall} would be late by {} at the least", span((weeks * 7.0).ceil() as i32))
        }
        other => refusal::conflict(other, site),
    }
}

fn data(site: &Site, frontier: &Frontier) -> Value {
    let end = match &frontier.end {
        End::Earliest(conflicts) => {
            json!({ "kind": "earliest", "conflicts": conflicts.iter().map(refusal::conflict_data).collect::<Vec<_>>() })
        }
        End::Capped(earliest) => json!({ "kind": "capped", "earliest": earliest }),
        End::Unknown(why) => json!({ "kind": "unknown", "why": why }),
    };
    json!({
        "facility": site.name,
        "target": site.target.name,
        "points": frontier.points,
        "end": end,
        "solved": frontier.solved,
    })
}
