//! Near-optimal plans that differ in what people argue about, for people and for machines.

use serde_json::{Value, json};

use crate::cli::refusal;
use crate::domain::format::{list, percent};
use crate::explore::alternatives::{Alternatives, OtherPlan, Tried, Verdict};
use crate::validate::Site;

use super::changes::lines;
use super::{later, more, outcome, proof, rule};

/// What lies within a percentage of the best plan, what does not, and what cannot be otherwise; as text and as data.
pub fn alternatives(site: &Site, all: &Alternatives, within_pct: f64) -> (String, Value) {
    let near = |tried: &&Tried| is_near(all, tried, within_pct);
    let (near, far): (Vec<&Tried>, Vec<&Tried>) = all.tried.iter().partition(near);
    let rule = rule::of_files(site);
    let mut text = format!("{}, for {}\n{rule}\n\nBest plan: {}\n", site.name, site.target.name, outcome(&all.best));
    text += &format!("\nWithin {} of it, with another answer:\n", percent(within_pct));
    text += &or_none(near.iter().map(|tried| block(all, tried)).collect());
    text += "\nTried, and further away or impossible:\n";
    text += &or_none(far.iter().map(|tried| line(site, all, tried)).collect());
    if !all.settled.is_empty() {
        let settled: Vec<String> = all.settled.iter().map(|(_, question)| (*question).to_owned()).collect();
        text += &format!("\nNothing else is offered for {}.\n", list(&settled));
    }
    text += "\nTotals include soft costs, which come on top of direct costs.\n";
    (text, data(site, all, within_pct))
}

fn or_none(blocks: Vec<String>) -> String {
    if blocks.is_empty() { "  none\n".to_owned() } else { blocks.concat() }
}

fn is_near(all: &Alternatives, tried: &Tried, within_pct: f64) -> bool {
    tried.verdict.plan().is_some_and(|other| other.is_within(&all.best, within_pct))
}

fn block(all: &Alternatives, tried: &Tried) -> String {
    let Some(other) = tried.verdict.plan() else { return String::new() };
    let changes = lines(&other.changes).into_iter().map(|line| format!("    - {line}\n"));
    let head = format!("  {}: without {}\n    {}\n", tried.question, answers(tried), distance(all, other));
    let order = other_order(all, other).map(|order| format!("    - {order}\n"));
    std::iter::once(head).chain(order).chain(changes).collect()
}

/// The order of halls, where it is another than the best plan's.
fn other_order(all: &Alternatives, other: &OtherPlan) -> Option<String> {
    let order = &other.outcome.choice.hall_order;
    (*order != all.best.choice.hall_order).then(|| format!("crews: {}", order.join(", then ")))
}

/// `+$1.2 M (0.9 %), ready 3 weeks later, proved`; where time has a value, what it comes to with it first.
fn distance(all: &Alternatives, other: &OtherPlan) -> String {
    let share = percent(100.0 * other.worse_usd / all.best.total_usd);
    let capex = match other.worse_usd == other.more_usd {
        true => format!("{} ({share})", more(other.more_usd)),
        false => format!("{} with the value of time ({share}); capex {}", more(other.worse_usd), more(other.more_usd)),
    };
    format!("{capex}, {}, {}", later(other.days_later), proof(&other.outcome))
}

fn answers(tried: &Tried) -> String {
    let answer = |(label, places): &(String, usize)| match places {
        1 => label.clone(),
        places => format!("{label} (in {places} halls)"),
    };
    tried.without.iter().map(answer).collect::<Vec<_>>().join(" and without ")
}

fn line(site: &Site, all: &Alternatives, tried: &Tried) -> String {
    let verdict = match &tried.verdict {
        Verdict::Other(other) => {
            let instead = other.changes.iter().find(|change| Some(change.service) == tried.service);
            let instead = instead.map(|change| format!("then {}", change.to)).or_else(|| other_order(all, other));
            format!("{}{}", distance(all, other), instead.map(|it| format!("; {it}")).unwrap_or_default())
        }
        Verdict::SameAs(question) => format!("the same plan as with another answer for {question}"),
        Verdict::Impossible(conflicts) => {
            let reasons: Vec<String> = conflicts.iter().map(|conflict| refusal::conflict(conflict, site)).collect();
            format!("no plan: {}", reasons.join("; "))
        }
        Verdict::Unknown(why) => format!("not known, because {why}"),
    };
    format!("  {}: without {}: {verdict}\n", tried.question, answers(tried))
}

fn data(site: &Site, all: &Alternatives, within_pct: f64) -> Value {
    let tried = |tried: &Tried| {
        let without: Vec<Value> =
            tried.without.iter().map(|(label, places)| json!({ "label": label, "places": places })).collect();
        let verdict = match &tried.verdict {
            Verdict::Other(other) => json!({
                "kind": "plan",
                "within": is_near(all, tried, within_pct),
                "worse_pct": 100.0 * other.worse_usd / all.best.total_usd,
                "plan": other,
            }),
            Verdict::SameAs(question) => json!({ "kind": "same_as", "question": question }),
            Verdict::Impossible(conflicts) => {
                json!({ "kind": "impossible", "conflicts": conflicts.iter().map(refusal::conflict_data).collect::<Vec<_>>() })
            }
            Verdict::Unknown(why) => json!({ "kind": "unknown", "why": why }),
        };
        json!({ "service": tried.service, "question": tried.question, "without": without, "verdict": verdict })
    };
    json!({
        "facility": site.name,
        "target": site.target.name,
        "rule": rule::of_files(site),
        "within_pct": within_pct,
        "best": all.best,
        "tried": all.tried.iter().map(tried).collect::<Vec<_>>(),
        "settled": all.settled.iter().map(|(service, _)| service).collect::<Vec<_>>(),
        "solved": all.solved,
    })
}
