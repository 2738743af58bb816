//! What a survey team should measure first: each open fact is planned with at both ends of its plausible range.

use serde::Serialize;
use serde_json::{Value, json};

use super::args::Inputs;
use super::run;
use crate::domain::format::{plural, usd};
use crate::explore::{NOTHING_USD, Outcome, Solver};
use crate::input::survey::OpenFact;
use crate::{Prepared, Unplannable};

/// What a fact is worth to the plan.
#[derive(Clone, Debug, Serialize)]
pub struct Weighed {
    /// Its path.
    pub path: String,
    /// What the file has; null where it is not given.
    pub value: Option<Value>,
    /// What the file says of it.
    pub assumed: Option<String>,
    /// Ends of the plausible range, and the range's source.
    pub range: Option<[String; 2]>,
    /// Where the range comes from.
    pub range_source: Option<String>,
    /// Who can settle it.
    pub who: Option<String>,
    /// What was found by solving again; null where nothing was.
    pub swing: Option<Swing>,
    /// Why it was not measured; null where it was.
    pub not_measured: Option<String>,
}

/// How far the plan moves between the ends of a fact, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swing {
    /// Between the dearest and the cheapest plan, likely, USD.
    pub usd: f64,
    /// Between the earliest and the latest last hall, weeks.
    pub weeks: f64,
    /// Whether there is no plan at one of the ends.
    pub may_fail: bool,
    /// Whether each solution was proved to be the best.
    pub proved: bool,
}

/// Weighs facts until so many problems were solved; what matters most first, then what was not measured.
pub fn weigh(inputs: &Inputs, base: &Outcome, facts: &[OpenFact], most: usize, solver: &mut Solver) -> Vec<Weighed> {
    let mut all: Vec<Weighed> = facts.iter().map(|fact| weighed(inputs, base, fact, most, solver)).collect();
    let rank = |it: &Weighed| it.swing.map_or((1, 1, 0.0), |swing| (0, i32::from(!swing.may_fail), -swing.usd));
    all.sort_by(|a, b| {
        let (x, y) = (rank(a), rank(b));
        let weeks = |it: &Weighed| it.swing.map_or(0.0, |swing| -swing.weeks);
        (x.0, x.1).cmp(&(y.0, y.1)).then(x.2.total_cmp(&y.2)).then(weeks(a).total_cmp(&weeks(b)))
    });
    all
}

fn weighed(inputs: &Inputs, base: &Outcome, fact: &OpenFact, most: usize, solver: &mut Solver) -> Weighed {
    let swing = match &fact.range {
        None => Err("no plausible range is known for it".to_owned()),
        Some(_) if solver.solved + 2 > most => Err("the solves ran out: raise --solves".to_owned()),
        Some(range) => swing(inputs, base, &fact.path, [&range.low, &range.high], solver),
    };
    Weighed {
        path: fact.path.clone(),
        value: fact.value.clone(),
        assumed: fact.assumed.clone(),
        range: fact.range.as_ref().map(|range| [range.low.clone(), range.high.clone()]),
        range_source: fact.range.as_ref().map(|range| range.source.clone()),
        who: fact.range.as_ref().map(|range| range.who.clone()),
        not_measured: swing.as_ref().err().cloned(),
        swing: swing.ok(),
    }
}

fn swing(
    inputs: &Inputs,
    base: &Outcome,
    path: &str,
    ends: [&String; 2],
    solver: &mut Solver,
) -> Result<Swing, String> {
    let outcomes = [planned(inputs, path, ends[0], solver)?, planned(inputs, path, ends[1], solver)?];
    let found: Vec<&Outcome> = outcomes.iter().flatten().chain([base]).collect();
    let money = |pick: fn(f64, f64) -> f64| found.iter().map(|it| it.total_usd).fold(base.total_usd, pick);
    let days: Vec<i32> = found.iter().map(|outcome| outcome.days_after(base)).collect();
    let span = days.iter().max().unwrap_or(&0) - days.iter().min().unwrap_or(&0);
    Ok(Swing {
        usd: money(f64::max) - money(f64::min),
        weeks: f64::from(span) / 7.0,
        may_fail: outcomes.iter().any(Option::is_none),
        proved: found.iter().all(|outcome| outcome.proved),
    })
}

/// The plan with another value; none where there is no plan.
fn planned(inputs: &Inputs, path: &str, value: &str, solver: &mut Solver) -> Result<Option<Outcome>, String> {
    let mut changed = inputs.clone();
    changed.overrides.push(format!("{path}={value}"));
    let site = run::try_load(&run::request(&changed))
        .ok_or_else(|| format!("{value} contradicts another value of the file"))?;
    let prepared = Prepared::new(&site).map_err(|error| error.to_string())?;
    match solver.choose(&prepared) {
        Ok(outcome) => Ok(Some(outcome)),
        Err(Unplannable::Infeasible(_)) => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

/// For people and for machines.
pub fn told(base: &Outcome, facts: &[Weighed], solved: usize) -> (String, Value) {
    let (measured, rest): (Vec<&Weighed>, Vec<&Weighed>) = facts.iter().partition(|fact| fact.swing.is_some());
    let head = format!(
        "{} of {} open facts measured by {}, around {} and {}. What to measure on site first:\n\n",
        measured.len(),
        facts.len(),
        plural(solved as f64, "solve"),
        usd(base.total_usd),
        base.last_ready
    );
    let rows: String = measured.iter().enumerate().map(|(i, fact)| row(i, fact)).collect();
    let others: String = rest.iter().map(|fact| left_over(fact)).collect();
    let others = if others.is_empty() { others } else { format!("\nNot measured\n{others}") };
    let note = "\nSwings are of the least-cost plan between the ends, one fact at a time; the ends are engineering estimates.\n";
    (head + &rows + &others + note, json!({ "base": base, "facts": facts, "solved": solved }))
}

fn row(index: usize, fact: &Weighed) -> String {
    let Some(swing) = fact.swing else { return String::new() };
    let moves = match swing.usd < NOTHING_USD && swing.weeks == 0.0 {
        true => "moves neither cost nor date".to_owned(),
        false => format!("{} and {}", usd(swing.usd), plural((swing.weeks * 10.0).round() / 10.0, "week")),
    };
    let fails = if swing.may_fail { "no plan at one end; " } else { "" };
    let proof = if swing.proved { "" } else { "; not proved" };
    let [low, high] = fact.range.clone().unwrap_or_default();
    format!(
        "{:>3}  {}: {fails}{moves} between {low} and {high}{proof}\n     {}; ask {}\n",
        index + 1,
        fact.path,
        stated(fact),
        fact.who.as_deref().unwrap_or_default()
    )
}

fn stated(fact: &Weighed) -> String {
    match (&fact.value, &fact.assumed) {
        (Some(value), Some(why)) => format!("assumed {value}: {}", why.trim_end_matches('.')),
        _ => "not given".to_owned(),
    }
}

fn left_over(fact: &Weighed) -> String {
    format!("     {}: {}; {}\n", fact.path, stated(fact), fact.not_measured.as_deref().unwrap_or_default())
}
