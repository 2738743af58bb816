//! The capex as a waterfall: systems to the direct cost, soft costs to the total, each with its ends; below, what re-use saves.

use super::Figure;
use super::axis::{Scale, ticks};
use super::reuse::{Saved, savings};
use super::svg::Svg;
use crate::domain::format::{list, plural, usd, usd_with_span};
use crate::domain::plan::Plan;
use crate::domain::{Range, System};

const TITLE: &str = "Capex by system, and what re-use saves";
const DIRECT: &str = "Direct cost";
const TOTAL: &str = "Total";
const SAVED: &str = "Not in the capex: new units in place of those kept";
const CAPTION: &str = "Likely cost; the thin lines run from the low to the high end of each part. Hatched: money that re-use saves, which is the \
                       cheapest way of new units alone among the plan's alternatives, less what the chosen way costs.";
const UNKNOWN: &str = "Not counted, for no way of new units alone is priced: ";

const WIDTH: f64 = 1080.0;
const LABELS: f64 = 330.0;
const RIGHT: f64 = 850.0;
const ROW: f64 = 22.0;
const HEAD: f64 = 26.0;

/// One line of the waterfall.
struct Row {
    label: String,
    from: f64,
    amount: Range,
    class: &'static str,
    strong: bool,
}

/// The picture; nothing where nothing is bought.
pub fn figure(plan: &Plan) -> Option<Figure> {
    let rows = rows(plan);
    if plan.capex.direct.likely <= 0.0 {
        return None;
    }
    let saved = savings(plan);
    let known: Vec<&Saved> = saved.iter().filter(|saved| saved.usd.is_some_and(|usd| usd > 0.0)).collect();
    let most = known.iter().filter_map(|saved| saved.usd).fold(plan.capex.total.high, f64::max);
    let marks = ticks(most, 6);
    let scale = Scale { domain: (0.0, *marks.last()?), range: (LABELS, RIGHT) };
    let below = if known.is_empty() { 0.0 } else { ROW * (known.len() as f64 + 1.0) + 14.0 };
    let end = HEAD + ROW * rows.len() as f64;
    let mut svg = Svg::new(WIDTH, end + below + 10.0);
    for mark in &marks {
        svg.line("grid", (scale.at(*mark), HEAD - 4.0), (scale.at(*mark), end + below));
        svg.text("tick middle", (scale.at(*mark), HEAD - 10.0), &usd(*mark));
    }
    for (index, row) in rows.iter().enumerate() {
        draw(&mut svg, row, HEAD + ROW * index as f64, scale);
    }
    if !known.is_empty() {
        draw_saved(&mut svg, &known, end + 14.0, scale);
    }
    let caption = CAPTION.to_owned() + &unknown(&saved);
    Some(Figure { title: TITLE, description: described(&rows, &known), caption, svg, details: Vec::new() })
}

/// Systems, direct cost, soft costs, total.
fn rows(plan: &Plan) -> Vec<Row> {
    let mut at = 0.0;
    let mut step = |label: String, amount: Range| {
        let row = Row { label, from: at, amount, class: "bar", strong: false };
        at += amount.likely;
        row
    };
    let mut rows: Vec<Row> = by_system(plan).into_iter().map(|(name, sum)| step(name.to_owned(), sum)).collect();
    let sum =
        |label: &str, amount: Range| Row { label: label.to_owned(), from: 0.0, amount, class: "bar new", strong: true };
    rows.push(sum(DIRECT, plan.capex.direct));
    rows.extend(plan.capex.soft.iter().map(|line| step(line.name.clone(), line.amount)));
    rows.push(sum(TOTAL, plan.capex.total));
    rows
}

fn by_system(plan: &Plan) -> Vec<(&'static str, Range)> {
    let mut systems: Vec<(System, Range)> = Vec::new();
    for cost in plan.capex.by_service.iter().filter(|cost| cost.amount.high > 0.0) {
        let system = cost.service.info().system;
        match systems.iter_mut().find(|(known, _)| *known == system) {
            Some((_, sum)) => *sum = *sum + cost.amount,
            None => systems.push((system, cost.amount)),
        }
    }
    systems.sort_by_key(|(system, _)| *system);
    systems.into_iter().map(|(system, sum)| (system.label(), sum)).collect()
}

fn draw(svg: &mut Svg, row: &Row, top: f64, scale: Scale) {
    let strong = if row.strong { "strong end" } else { "end" };
    let (left, right) = (scale.at(row.from), scale.at(row.from + row.amount.likely));
    let middle = top + ROW / 2.0;
    svg.fitted(strong, (LABELS - 10.0, middle + 4.0), &row.label, LABELS - 16.0);
    svg.rect(row.class, (left, top + 3.0), (right - left, ROW - 6.0));
    whisker(svg, row, middle, scale);
    let value = if row.strong { "strong" } else { "" };
    svg.text(value, (RIGHT + 14.0, middle + 4.0), &usd_with_span(row.amount));
}

fn whisker(svg: &mut Svg, row: &Row, y: f64, scale: Scale) {
    let ends = (scale.at(row.from + row.amount.low), scale.at(row.from + row.amount.high));
    svg.line("whisker", (ends.0, y), (ends.1, y));
    for x in [ends.0, ends.1] {
        svg.line("whisker", (x, y - 4.0), (x, y + 4.0));
    }
}

fn draw_saved(svg: &mut Svg, saved: &[&Saved], top: f64, scale: Scale) {
    svg.text("strong", (LABELS, top + ROW / 2.0 + 4.0), SAVED);
    for (index, saved) in saved.iter().enumerate() {
        let top = top + ROW * (index as f64 + 1.0);
        let usd_saved = saved.usd.unwrap_or_default();
        svg.fitted("end", (LABELS - 10.0, top + ROW / 2.0 + 4.0), &name(saved), LABELS - 16.0);
        svg.rect("bar saved", (LABELS, top + 3.0), (scale.at(usd_saved) - LABELS, ROW - 6.0));
        svg.text("", (RIGHT + 14.0, top + ROW / 2.0 + 4.0), &usd(usd_saved));
    }
}

fn name(saved: &Saved) -> String {
    format!("{}, {} kept", saved.service.info().label, plural(f64::from(saved.units), "unit"))
}

fn unknown(saved: &[Saved]) -> String {
    let names: Vec<String> = saved.iter().filter(|saved| saved.usd.is_none()).map(name).collect();
    if names.is_empty() { String::new() } else { format!(" {UNKNOWN}{}.", list(&names)) }
}

fn described(rows: &[Row], saved: &[&Saved]) -> String {
    let rows = rows.iter().map(|row| format!("{}: {}", row.label, usd_with_span(row.amount)));
    let saved = saved.iter().map(|saved| format!("{}: {} saved", name(saved), usd(saved.usd.unwrap_or_default())));
    rows.chain(saved).collect::<Vec<_>>().join("; ") + "."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn steps_lead_to_the_sums() {
        let plan = sample::plan();
        let rows = rows(&plan);
        let steps: f64 = rows.iter().filter(|row| !row.strong).map(|row| row.amount.likely).sum();
        assert!((steps - plan.capex.total.likely).abs() < 1.0);
        let direct = rows.iter().position(|row| row.label == DIRECT).unwrap();
        assert!((rows[direct + 1].from - plan.capex.direct.likely).abs() < 1.0);
    }
}
