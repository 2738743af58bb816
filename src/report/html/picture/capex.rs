//! The capex as a waterfall: systems to the direct cost, soft costs to the total, each with its ends; below, what re-use saves.

use super::Figure;
use super::axis::{Scale, ticks_apart};
use super::reuse::{Saved, savings};
use super::svg::{Svg, widest};
use crate::domain::plan::{Plan, SoftLine};
use crate::domain::{Range, System};
use crate::report::style::{Style, args};

const WIDTH: f64 = 1080.0;
/// Width of the labels: as their longest needs, within these.
const LABELS: (f64, f64) = (200.0, 460.0);
/// Right end of the bars, unless the figures beside them need more room.
const RIGHT: f64 = 850.0;
/// Between bars and figures.
const GAP: f64 = 14.0;
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
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let rows = rows(plan, style);
    if plan.capex.direct.likely <= 0.0 {
        return None;
    }
    let saved = savings(plan);
    let known: Vec<&Saved> = saved.iter().filter(|saved| saved.usd.is_some_and(|usd| usd > 0.0)).collect();
    let most = known.iter().filter_map(|saved| saved.usd).fold(plan.capex.total.high, f64::max);
    let (left, right) = (label_width(&rows, &known, style), right(&rows, style));
    let marks = ticks_apart(most, 6, right - left, |usd| style.usd(usd));
    let scale = Scale { domain: (0.0, *marks.last()?), range: (left, right) };
    let below = if known.is_empty() { 0.0 } else { ROW * (known.len() as f64 + 1.0) + 14.0 };
    let end = HEAD + ROW * rows.len() as f64;
    let mut svg = Svg::new(WIDTH, end + below + 10.0, style);
    for mark in &marks {
        svg.line("grid", (scale.at(*mark), HEAD - 4.0), (scale.at(*mark), end + below));
        svg.text("tick middle", (scale.at(*mark), HEAD - 10.0), &style.usd(*mark));
    }
    for (index, row) in rows.iter().enumerate() {
        draw(&mut svg, row, HEAD + ROW * index as f64, scale, style);
    }
    if !known.is_empty() {
        draw_saved(&mut svg, &known, end + 14.0, scale, style);
    }
    let caption = style.sentences(&[style.word("picture-capex-caption"), unknown(&saved, style)]);
    let (title, description) = (style.word("picture-capex-title"), described(&rows, &known, style));
    Some(Figure::plain(title, description, caption, svg))
}

/// Width of the lines' labels.
fn label_width(rows: &[Row], saved: &[&Saved], style: &Style) -> f64 {
    let names = rows.iter().map(|row| row.label.clone()).chain(saved.iter().map(|saved| name(saved, style)));
    (16.0 + widest(&names.collect::<Vec<_>>())).clamp(LABELS.0, LABELS.1)
}

/// The right end of the bars: what the figures leave, which are set strong in part.
fn right(rows: &[Row], style: &Style) -> f64 {
    let figures: Vec<String> = rows.iter().map(|row| style.usd_with_span(row.amount)).collect();
    RIGHT.min(WIDTH - GAP - 1.08 * widest(&figures))
}

/// Systems, direct cost, soft costs, total.
fn rows(plan: &Plan, style: &Style) -> Vec<Row> {
    let mut at = 0.0;
    let mut step = |label: String, amount: Range| {
        let row = Row { label, from: at, amount, class: "bar", strong: false };
        at += amount.likely;
        row
    };
    let mut rows: Vec<Row> = by_system(plan).into_iter().map(|(system, sum)| step(style.system(system), sum)).collect();
    let sum =
        |id: &str, amount: Range| Row { label: style.word(id), from: 0.0, amount, class: "bar new", strong: true };
    rows.push(sum("cost-direct", plan.capex.direct));
    let soft = |line: &SoftLine| step(style.entry("soft", &line.id, &line.name), line.amount);
    rows.extend(plan.capex.soft.iter().map(soft));
    rows.push(sum("cost-total", plan.capex.total));
    rows
}

fn by_system(plan: &Plan) -> Vec<(System, Range)> {
    let mut systems: Vec<(System, Range)> = Vec::new();
    for cost in plan.capex.by_service.iter().filter(|cost| cost.amount.high > 0.0) {
        let system = cost.service.info().system;
        match systems.iter_mut().find(|(known, _)| *known == system) {
            Some((_, sum)) => *sum = *sum + cost.amount,
            None => systems.push((system, cost.amount)),
        }
    }
    systems.sort_by_key(|(system, _)| *system);
    systems
}

fn draw(svg: &mut Svg, row: &Row, top: f64, scale: Scale, style: &Style) {
    let strong = if row.strong { "strong end" } else { "end" };
    let (left, right) = (scale.at(row.from), scale.at(row.from + row.amount.likely));
    let middle = top + ROW / 2.0;
    svg.fitted(strong, (scale.range.0 - 10.0, middle + 4.0), &row.label, scale.range.0 - 16.0);
    svg.rect(row.class, (left, top + 3.0), (right - left, ROW - 6.0));
    whisker(svg, row, middle, scale);
    let value = if row.strong { "strong" } else { "" };
    svg.text(value, (scale.range.1 + GAP, middle + 4.0), &style.usd_with_span(row.amount));
}

fn whisker(svg: &mut Svg, row: &Row, y: f64, scale: Scale) {
    let ends = (scale.at(row.from + row.amount.low), scale.at(row.from + row.amount.high));
    svg.line("whisker", (ends.0, y), (ends.1, y));
    for x in [ends.0, ends.1] {
        svg.line("whisker", (x, y - 4.0), (x, y + 4.0));
    }
}

fn draw_saved(svg: &mut Svg, saved: &[&Saved], top: f64, scale: Scale, style: &Style) {
    svg.text("strong", (scale.range.0, top + ROW / 2.0 + 4.0), &style.word("picture-capex-saved"));
    for (index, saved) in saved.iter().enumerate() {
        let top = top + ROW * (index as f64 + 1.0);
        let usd_saved = saved.usd.unwrap_or_default();
        svg.fitted("end", (scale.range.0 - 10.0, top + ROW / 2.0 + 4.0), &name(saved, style), scale.range.0 - 16.0);
        svg.rect("bar saved", (scale.range.0, top + 3.0), (scale.at(usd_saved) - scale.range.0, ROW - 6.0));
        svg.text("", (scale.range.1 + GAP, top + ROW / 2.0 + 4.0), &style.usd(usd_saved));
    }
}

fn name(saved: &Saved, style: &Style) -> String {
    let figures = args!["service" => style.service(saved.service), "units" => style.count("unit", saved.units.into())];
    style.say("picture-capex-kept", figures)
}

fn unknown(saved: &[Saved], style: &Style) -> String {
    let names: Vec<String> = saved.iter().filter(|saved| saved.usd.is_none()).map(|saved| name(saved, style)).collect();
    if names.is_empty() {
        String::new()
    } else {
        style.say("picture-capex-unknown", args!["names" => style.list(&names)])
    }
}

fn described(rows: &[Row], saved: &[&Saved], style: &Style) -> String {
    let part = |what: &str, amount: String| style.say("picture-part", args!["what" => what, "figure" => amount]);
    let rows = rows.iter().map(|row| part(&row.label, style.usd_with_span(row.amount)));
    let saved = saved.iter().map(|saved| {
        let amount = args!["amount" => style.usd(saved.usd.unwrap_or_default())];
        part(&name(saved, style), style.say("picture-capex-amount-saved", amount))
    });
    style.told(&rows.chain(saved).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn steps_lead_to_the_sums() {
        let plan = sample::plan();
        let style = Style::default();
        let rows = rows(&plan, &style);
        let steps: f64 = rows.iter().filter(|row| !row.strong).map(|row| row.amount.likely).sum();
        assert!((steps - plan.capex.total.likely).abs() < 1.0);
        let direct = rows.iter().position(|row| row.label == "Direct cost").unwrap();
        assert!((rows[direct + 1].from - plan.capex.direct.likely).abs() < 1.0);
    }
}
