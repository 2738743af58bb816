//! The difference of two plans for a terminal: the answer in two lines, then the largest changes.

use super::chain::{chain, most, moved};
use super::{CostStep, Diff, Effect, HallChange, InputChange, InputKind, Pair};
use crate::domain::format::{list, plural, usd, usd_with_span};

/// Steps of the bridge that are named one by one.
const STEPS_SHOWN: usize = 12;
/// Characters of a file's hash that are shown.
const HASH_SHOWN: usize = 12;

/// The answer in two lines, then the bridge, the drivers and the inputs.
pub fn diff_text(diff: &Diff) -> String {
    [
        warning(diff),
        cost_line(diff),
        date_line(diff),
        size(diff),
        bridge(diff),
        largest(diff),
        drivers(diff),
        unpriced(diff),
        inputs(diff),
    ]
    .concat()
}

fn warning(diff: &Diff) -> String {
    diff.warning.as_ref().map_or_else(String::new, |warning| format!("Note   {warning}\n"))
}

fn cost_line(diff: &Diff) -> String {
    let cost = &diff.cost;
    let causes: Vec<String> =
        cost.by_effect.iter().map(|total| format!("{} {}", total.effect.label(), signed(total.usd))).collect();
    let change = match cost.usd {
        0.0 => "no change".to_owned(),
        usd => format!("{} ({})", signed(usd), list(&causes)),
    };
    format!("Cost   {change}: {} -> {}\n", usd_with_span(cost.total.before), usd_with_span(cost.total.after))
}

fn date_line(diff: &Diff) -> String {
    let Pair { before, after } = diff.last_ready;
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "no hall".to_owned(), |day| day.to_string());
    let change = before.zip(after).map(|(before, after)| moved((after - before).get_days()));
    let driver = slowest(diff).and_then(most).map_or_else(String::new, |most| format!("; {most}"));
    format!("Ready  {}: {} -> {}{driver}\n", change.unwrap_or_else(|| "changed".to_owned()), day(before), day(after))
}

/// The hall that is last in the second plan.
fn slowest(diff: &Diff) -> Option<&HallChange> {
    diff.halls.iter().max_by_key(|hall| hall.ready.after)
}

fn size(diff: &Diff) -> String {
    match diff.racks {
        Pair { before, after } if before == after => String::new(),
        Pair { before, after } => format!("Racks  {before} -> {after}\n"),
    }
}

fn bridge(diff: &Diff) -> String {
    if diff.cost.by_effect.is_empty() {
        return String::new();
    }
    let row = |(label, usd): (&str, f64)| format!("  {label:<14}{:>18}\n", money(usd));
    let effects = diff.cost.by_effect.iter().map(|total| (total.effect.label(), total.usd));
    let rows: String = effects.chain([("total", diff.cost.usd)]).map(row).collect();
    format!("\nBridge of the likely capex, USD\n{rows}")
}

fn largest(diff: &Diff) -> String {
    let rows = rows(diff);
    if rows.is_empty() {
        return String::new();
    }
    let shown = &rows[..rows.len().min(STEPS_SHOWN)];
    let width = shown.iter().map(|row| row.subject.len()).max().unwrap_or(0);
    let line = |row: &Row| {
        format!("  {:>9}  {:<13}  {:<width$}  {}\n", signed(row.usd), row.effect.label(), row.subject, row.text)
    };
    let more = match rows.len() - shown.len() {
        0 => String::new(),
        rest => format!("  and {}, in --format json\n", plural(rest as f64, "smaller change")),
    };
    format!("\nLargest changes of the direct cost\n{}{more}", shown.iter().map(line).collect::<String>())
}

/// Steps of one cause in one bank, taken together.
struct Row<'a> {
    subject: &'a str,
    effect: Effect,
    usd: f64,
    text: String,
}

/// The direct cost's changes, largest first: what a bank no longer buys and what it buys instead are one.
fn rows(diff: &Diff) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = Vec::new();
    for step in diff.cost.steps.iter().filter(|step| step.item.is_some()) {
        let same = |row: &&mut Row| row.subject == step.subject && row.effect == step.effect;
        match rows.iter_mut().find(same).filter(|_| step.effect == Effect::Specification) {
            Some(row) => row.usd += step.usd,
            None => rows.push(Row { subject: &step.subject, effect: step.effect, usd: step.usd, text: text(step) }),
        }
    }
    rows.sort_by(|a, b| b.usd.abs().total_cmp(&a.usd.abs()));
    rows
}

fn text(step: &CostStep) -> String {
    match (&step.item, step.effect) {
        (Some(item), Effect::Price | Effect::Catalog | Effect::Schedule) if !step.text.contains(item.as_str()) => {
            format!("{item}: {}", step.text)
        }
        _ => step.text.clone(),
    }
}

fn drivers(diff: &Diff) -> String {
    let changed = diff.halls.iter().filter(|hall| hall.days != Some(0) || !hall.drivers.is_empty());
    let halls: String = changed.map(hall).collect();
    if halls.is_empty() { String::new() } else { format!("\nDates by what drives them\n{halls}") }
}

fn hall(hall: &HallChange) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(|| "not converted".to_owned(), |day| day.to_string());
    let change = hall.days.map_or_else(String::new, |days| format!(", {}", moved(days)));
    let head = format!("  {}: {} -> {}{change}\n", hall.hall, day(hall.ready.before), day(hall.ready.after));
    head + &chain(hall)
}

fn unpriced(diff: &Diff) -> String {
    let line = |pair: &Pair<Option<String>>| match (&pair.before, &pair.after) {
        (Some(before), None) => Some(format!("  no longer: {before}\n")),
        (None, Some(after)) => Some(format!("  new: {after}\n")),
        _ => None,
    };
    let lines: String = diff.cost.unpriced.iter().filter_map(line).collect();
    if lines.is_empty() { String::new() } else { format!("\nLines without a price, in no sum\n{lines}") }
}

fn inputs(diff: &Diff) -> String {
    let rows: String = diff.inputs.iter().map(input).collect();
    if rows.is_empty() { "\nMade from the same inputs\n".to_owned() } else { format!("\nInputs that differ\n{rows}") }
}

fn input(change: &InputChange) -> String {
    let (what, Pair { before, after }) = (&change.what, &change.value);
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
    let told = match (change.kind, before, after) {
        (InputKind::File, Some(before), Some(after)) => {
            format!("changed, SHA-256 {} -> {}", shortened(before), shortened(after))
        }
        (InputKind::File, None, _) => "only in the second".to_owned(),
        (InputKind::File, ..) => "only in the first".to_owned(),
        (InputKind::Figure, ..) => format!("{} -> {}", value(before), value(after)),
    };
    format!("  {what}: {told}\n")
}

fn shortened(hashes: &str) -> String {
    let first = |hash: &str| hash.chars().take(HASH_SHOWN).collect::<String>();
    hashes.split(' ').map(first).collect::<Vec<_>>().join(" ")
}

fn signed(amount: f64) -> String {
    if amount > 0.0 { format!("+{}", usd(amount)) } else { usd(amount) }
}

/// To the cent, thousands apart, with its sign.
fn money(amount: f64) -> String {
    let whole = format!("{:.2}", amount.abs());
    let (dollars, cents) = whole.split_at(whole.len() - 3);
    let digits: Vec<char> = dollars.chars().collect();
    let groups: Vec<String> = digits.rchunks(3).rev().map(|group| group.iter().collect()).collect();
    format!("{}{}{cents}", if amount < 0.0 { "-" } else { "+" }, groups.join(","))
}
