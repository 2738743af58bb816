//! Commitments and payments over time.

use jiff::civil::Date;

use super::Figure;
use super::axis::{Scale, TIME_HEAD, Time, ticks};
use super::svg::{Svg, widest, width_of};
use crate::domain::plan::Plan;
use crate::report::cash::{self, Moves};
use crate::report::style::{Style, args};

const WIDTH: f64 = 1080.0;
const HEIGHT: f64 = 338.0;
/// Left end of the curves, unless the figures before them need more room.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 860.0;
const TOP: f64 = TIME_HEAD + 4.0;
const BOTTOM: f64 = HEIGHT - 14.0;
/// Between the lines of the marks' labels.
const LABEL: f64 = 14.0;

/// Sums by day.
struct Curve {
    name: String,
    class: &'static str,
    steps: Vec<(Date, f64)>,
}

/// The picture; nothing where no line of the bill of materials has a date and a price.
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let curves = [
        curve(style.word("picture-spending-paid"), "accent-line", cash::paid(plan)),
        curve(style.word("picture-spending-committed"), "ink-line", cash::committed(plan)),
        curve(style.word("picture-spending-latest"), "quiet-line", cash::committed_at_the_latest(plan)),
    ];
    let most = curves.iter().filter_map(|curve| curve.steps.last()).map(|(_, sum)| *sum).fold(0.0, f64::max);
    let marks: Vec<(f64, String)> = ticks(most, 5).into_iter().map(|mark| (mark, style.usd(mark))).collect();
    let time = time(plan, &curves, LEFT.max(widest(marks.iter().map(|(_, name)| name)) + 10.0))?;
    if most <= 0.0 {
        return None;
    }
    let scale = Scale { domain: (0.0, marks.last()?.0), range: (BOTTOM, TOP) };
    let mut svg = Svg::new(WIDTH, HEIGHT, style);
    time.draw(&mut svg, TOP, BOTTOM, style);
    for (mark, name) in &marks {
        svg.line("grid", (time.range().0, scale.at(*mark)), (RIGHT, scale.at(*mark)));
        svg.text("tick end", (time.range().0 - 6.0, scale.at(*mark) + 4.0), name);
    }
    ready_marks(&mut svg, plan, time, style);
    for curve in &curves {
        let points = corners(curve, time, scale);
        svg.group("", &[], &told(curve, style), |svg| svg.path(curve.class, &points));
    }
    legend(&mut svg, &curves, style);
    let description = style.sentences(&curves.each_ref().map(|curve| told(curve, style)));
    let told = [style.word("picture-spending-caption"), undated(plan, style)];
    let caption = style.sentences(&told);
    Some(Figure::plain(style.word("picture-spending-title"), description, caption, svg))
}

/// From the start of the project to the last order or hall; nothing where no order has a date.
fn time(plan: &Plan, curves: &[Curve], left: f64) -> Option<Time> {
    let last = curves.iter().filter_map(|curve| curve.steps.last()).map(|(day, _)| *day).max()?;
    let ready = plan.halls.iter().map(|hall| hall.ready).max();
    Some(Time::of(plan.site.start_date.min(plan.as_of), last.max(ready.unwrap_or(last)), (left, RIGHT)))
}

fn curve(name: String, class: &'static str, moves: Moves) -> Curve {
    let mut steps: Vec<(Date, f64)> = Vec::new();
    let mut sum = 0.0;
    for (day, usd) in moves {
        sum += usd;
        match steps.last_mut() {
            Some(last) if last.0 == day => last.1 = sum,
            _ => steps.push((day, sum)),
        }
    }
    Curve { name, class, steps }
}

fn corners(curve: &Curve, time: Time, scale: Scale) -> Vec<(f64, f64)> {
    let mut points = vec![(time.range().0, scale.at(0.0))];
    for (day, sum) in &curve.steps {
        let (x, before) = (time.at(*day).max(time.range().0), points[points.len() - 1].1);
        points.extend([(x, before), (x, scale.at(*sum))]);
    }
    points.push((RIGHT, points[points.len() - 1].1));
    points
}

fn ready_marks(svg: &mut Svg, plan: &Plan, time: Time, style: &Style) {
    let mut days: Vec<Date> = plan.halls.iter().map(|hall| hall.ready).collect();
    days.sort();
    days.dedup();
    // Right ends of the labels on each line above the axis, so that none lies on another.
    let mut lines: Vec<f64> = Vec::new();
    for day in days {
        let ready = style.say("picture-ready-on", args!["date" => style.date(day)]);
        let (x, width) = (time.at(day), width_of(&ready));
        let free = lines.iter().position(|end| *end < x - 5.0 - width);
        let line = free.unwrap_or_else(|| {
            lines.push(0.0);
            lines.len() - 1
        });
        lines[line] = x;
        svg.line("today", (x, TOP), (x, BOTTOM));
        svg.text("small end halo", (x - 5.0, BOTTOM - 6.0 - LABEL * line as f64), &ready);
    }
}

fn legend(svg: &mut Svg, curves: &[Curve], style: &Style) {
    for (index, curve) in curves.iter().enumerate() {
        let y = TOP + 10.0 + 40.0 * index as f64;
        svg.line(curve.class, (RIGHT + 10.0, y), (RIGHT + 34.0, y));
        svg.text("", (RIGHT + 40.0, y + 4.0), &curve.name);
        if let (Some((first, _)), Some((last, _))) = (curve.steps.first(), curve.steps.last()) {
            svg.text("soft small", (RIGHT + 40.0, y + 19.0), &style.date_span(*first, *last));
        }
    }
}

/// `Committed: $40 M by 2027-06-30, ...` at the quarters of the sum.
fn told(curve: &Curve, style: &Style) -> String {
    let all = curve.steps.last().map_or(0.0, |(_, all)| *all);
    let reached = |share: f64| curve.steps.iter().find(|(_, sum)| *sum >= share * all);
    let by = |(day, sum): &(Date, f64)| {
        style.say("picture-spending-by", args!["amount" => style.usd(*sum), "date" => style.date(*day)])
    };
    let steps: Vec<String> = [0.25, 0.5, 0.75, 1.0].iter().filter_map(|share| reached(*share)).map(by).collect();
    style.told(&[style.say("picture-part", args!["what" => curve.name.as_str(), "figure" => style.joined(&steps)])])
}

/// Money of orders that nobody knows a day for.
fn undated(plan: &Plan, style: &Style) -> String {
    let sum = cash::undated_usd(plan);
    if sum > 0.0 { style.say("picture-spending-undated", args!["amount" => style.usd(sum)]) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn curves_end_at_the_direct_cost_less_what_has_no_date() {
        let (plan, style) = (sample::plan(), Style::default());
        let without = cash::undated_usd(&plan);
        assert!(undated(&plan, &style).ends_with(&format!("{}.", style.usd(without))));
        for moves in [cash::paid(&plan), cash::committed(&plan), cash::committed_at_the_latest(&plan)] {
            let end = curve(String::new(), "", moves).steps.last().unwrap().1;
            assert!((end + without - plan.capex.direct.likely).abs() < 1.0);
        }
    }
}
