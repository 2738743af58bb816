//! What a survey team should measure first: each open fact is planned with at both ends of its plausible range,
//! or with each value that it may have; of the others it says what they leave undecided.

use serde::Serialize;
use serde_json::{Value, json};

use super::args::Inputs;
use super::run;
use crate::domain::format::{list, plural, usd};
use crate::explore::{NOTHING_USD, Outcome, Solver};
use crate::input::survey::OpenFact;
use crate::studies::UncheckedRules;
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
    /// Ends of the plausible range, or all values that it may have.
    pub range: Option<Vec<String>>,
    /// Where the range comes from.
    pub range_source: Option<String>,
    /// Who can settle it.
    pub who: Option<String>,
    /// What stays undecided without it; null where values of it are known to plan with.
    pub leaves: Option<String>,
    /// What was found by solving again; null where nothing was.
    pub swing: Option<Swing>,
    /// Why it was not measured; null where it was.
    pub not_measured: Option<String>,
}

/// How far the plan moves between the values of a fact, itself included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swing {
    /// Between the dearest and the cheapest plan, likely, USD.
    pub usd: f64,
    /// Between the earliest and the latest last hall, weeks.
    pub weeks: f64,
    /// Whether there is no plan at one of the values.
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
    let swing = match (&fact.range, &fact.leaves) {
        (None, Some(_)) => Err("there are no two values to plan with".to_owned()),
        (None, None) => Err("no plausible range is known for it".to_owned()),
        (Some(range), _) if solver.solved + range.values.len() > most => {
            Err("the solves ran out: raise --solves".to_owned())
        }
        (Some(range), _) => swing(inputs, base, &fact.path, &range.values, solver),
    };
    Weighed {
        path: fact.path.clone(),
        value: fact.value.clone(),
        assumed: fact.assumed.clone(),
        range: fact.range.as_ref().map(|range| range.values.clone()),
        range_source: fact.range.as_ref().map(|range| range.source.clone()),
        who: fact.who.clone(),
        leaves: fact.leaves.clone().filter(|_| fact.range.is_none()),
        not_measured: swing.as_ref().err().cloned(),
        swing: swing.ok(),
    }
}

fn swing(inputs: &Inputs, base: &Outcome, path: &str, values: &[String], solver: &mut Solver) -> Result<Swing, String> {
    let outcomes: Vec<Option<Outcome>> =
        values.iter().map(|value| planned(inputs, path, value, solver)).collect::<Result<_, String>>()?;
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

/// The facts with the numbers of rules that they leave unchecked; those that leave none are not open.
pub fn counted(facts: Vec<OpenFact>, rules: UncheckedRules) -> Vec<OpenFact> {
    let count = |path: &str| match path {
        "region" => Some(rules.by_region),
        "utility.grid_operator" => Some(rules.by_grid_operator),
        _ => None,
    };
    let told = |fact: OpenFact| match (count(&fact.path), &fact.leaves) {
        (Some(0), Some(_)) => None,
        (Some(count), Some(leaves)) => {
            let leaves = leaves.replace("{count}", &plural(count as f64, "rule"));
            Some(OpenFact { leaves: Some(leaves), ..fact })
        }
        _ => Some(fact),
    };
    facts.into_iter().filter_map(told).collect()
}

/// For people and for machines.
pub fn told(base: &Outcome, facts: &[Weighed], solved: usize) -> (String, Value) {
    let (measured, rest): (Vec<&Weighed>, Vec<&Weighed>) = facts.iter().partition(|fact| fact.swing.is_some());
    let (undecided, rest): (Vec<&Weighed>, Vec<&Weighed>) = rest.into_iter().partition(|fact| fact.leaves.is_some());
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
    let note = "\nSwings are of the plan that `retrofit plan` makes with each value, one fact at a time; the values are engineering estimates.\n";
    let text = [
        head + &rows,
        section("Not given, and undecided without them", &groups(&undecided)),
        section("Not measured", &others),
        note.to_owned(),
    ];
    (text.concat(), json!({ "base": base, "facts": facts, "solved": solved }))
}

fn section(title: &str, rows: &str) -> String {
    if rows.is_empty() { String::new() } else { format!("\n{title}\n{rows}") }
}

/// Facts that leave the same undecided, together.
fn groups(undecided: &[&Weighed]) -> String {
    let group = |facts: &[&Weighed]| {
        let paths: Vec<&str> = facts.iter().map(|fact| fact.path.as_str()).collect();
        let (leaves, who) = (facts[0].leaves.as_deref(), facts[0].who.as_deref());
        format!("     {}: {}; ask {}\n", paths.join(", "), leaves.unwrap_or_default(), who.unwrap_or_default())
    };
    undecided.chunk_by(|one, next| one.leaves == next.leaves && one.who == next.who).map(group).collect()
}

fn row(index: usize, fact: &Weighed) -> String {
    let Some(swing) = fact.swing else { return String::new() };
    let moves = match swing.usd < NOTHING_USD && swing.weeks == 0.0 {
        true => "moves neither cost nor date".to_owned(),
        false => format!("{} and {}", usd(swing.usd), plural((swing.weeks * 10.0).round() / 10.0, "week")),
    };
    let values = fact.range.as_deref().unwrap_or_default();
    let (between, end) = if values.len() > 2 { ("among", "for one of them") } else { ("between", "at one end") };
    let fails = if swing.may_fail { format!("no plan {end}; ") } else { String::new() };
    let proof = if swing.proved { "" } else { "; not proved" };
    format!(
        "{:>3}  {}: {fails}{moves} {between} {}{proof}\n     {}; ask {}\n",
        index + 1,
        fact.path,
        list(values),
        stated(fact),
        fact.who.as_deref().unwrap_or_default()
    )
}

fn stated(fact: &Weighed) -> String {
    match (&fact.value, &fact.assumed) {
        (Some(value), Some(why)) => format!("assumed {value}: {}", why.trim_end_matches('.')),
        (Some(value), None) => format!("the file says {value}"),
        (None, _) => "not given".to_owned(),
    }
}

fn left_over(fact: &Weighed) -> String {
    format!("     {}: {}; {}\n", fact.path, stated(fact), fact.not_measured.as_deref().unwrap_or_default())
}
