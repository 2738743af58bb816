//! Commitments and deliveries over time: what is bound when orders are placed, and what is on site.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Figure;
use super::axis::{Scale, TIME_HEAD, Time, ticks};
use super::svg::Svg;
use crate::domain::format::{date_span, usd};
use crate::domain::plan::{BomLine, Plan};

const TITLE: &str = "Commitments and deliveries of the direct cost";
const COMMITTED: &str = "Committed";
const DELIVERED: &str = "Delivered";
const LATEST: &str = "Committed at the latest";
const READY: &str = "ready";
const CAPTION: &str = "Sums of the bill of materials at likely prices, installation included and soft costs left out. Committed: at the planned order \
                       date. Delivered: that date and the lead time, which is when most of the money falls due; no terms of payment are \
                       assumed. Dotted: the same orders, each on its latest date that delays no hall.";
const UNDATED: &str = "Without an order date, and in no curve: ";

const WIDTH: f64 = 1080.0;
const HEIGHT: f64 = 338.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 860.0;
const TOP: f64 = TIME_HEAD + 4.0;
const BOTTOM: f64 = HEIGHT - 14.0;

/// Sums by day.
struct Curve {
    name: &'static str,
    class: &'static str,
    steps: Vec<(Date, f64)>,
}

/// The picture; nothing where no line of the bill of materials has a date and a price.
pub fn figure(plan: &Plan) -> Option<Figure> {
    let curves = [
        curve(plan, DELIVERED, "accent-line", |line| line.order_planned.map(|day| delivered(day, line))),
        curve(plan, COMMITTED, "ink-line", |line| line.order_planned),
        curve(plan, LATEST, "quiet-line", |line| line.order_by),
    ];
    let last = curves.iter().filter_map(|curve| curve.steps.last()).map(|(day, _)| *day);
    let ready = plan.halls.iter().map(|hall| hall.ready);
    let time = Time::of(plan.site.start_date.min(plan.as_of), last.clone().chain(ready).max()?, (LEFT, RIGHT));
    let most = curves.iter().filter_map(|curve| curve.steps.last()).map(|(_, sum)| *sum).fold(0.0, f64::max);
    if last.count() == 0 || most <= 0.0 {
        return None;
    }
    let marks = ticks(most, 5);
    let scale = Scale { domain: (0.0, *marks.last()?), range: (BOTTOM, TOP) };
    let mut svg = Svg::new(WIDTH, HEIGHT);
    time.draw(&mut svg, TOP, BOTTOM);
    for mark in &marks {
        svg.line("grid", (LEFT, scale.at(*mark)), (RIGHT, scale.at(*mark)));
        svg.text("tick end", (LEFT - 6.0, scale.at(*mark) + 4.0), &usd(*mark));
    }
    ready_marks(&mut svg, plan, time);
    for curve in &curves {
        let points = corners(curve, time, scale);
        svg.group("", &[], &told(curve), |svg| svg.path(curve.class, &points));
    }
    legend(&mut svg, &curves);
    let description = curves.iter().map(told).collect::<Vec<_>>().join(" ");
    Some(Figure { title: TITLE, description, caption: CAPTION.to_owned() + &undated(plan), svg, details: Vec::new() })
}

fn delivered(day: Date, line: &BomLine) -> Date {
    day.saturating_add(((line.lead_weeks * 7.0).round() as i64).days())
}

fn curve(plan: &Plan, name: &'static str, class: &'static str, day: impl Fn(&BomLine) -> Option<Date>) -> Curve {
    let mut dated: Vec<(Date, f64)> =
        plan.bom.iter().filter_map(|line| Some((day(line)?, line.amount?.likely))).collect();
    dated.sort_by_key(|(day, _)| *day);
    let mut steps: Vec<(Date, f64)> = Vec::new();
    let mut sum = 0.0;
    for (day, amount) in dated {
        sum += amount;
        match steps.last_mut() {
            Some(last) if last.0 == day => last.1 = sum,
            _ => steps.push((day, sum)),
        }
    }
    Curve { name, class, steps }
}

fn corners(curve: &Curve, time: Time, scale: Scale) -> Vec<(f64, f64)> {
    let mut points = vec![(LEFT, scale.at(0.0))];
    for (day, sum) in &curve.steps {
        let (x, before) = (time.at(*day).max(LEFT), points[points.len() - 1].1);
        points.extend([(x, before), (x, scale.at(*sum))]);
    }
    points.push((RIGHT, points[points.len() - 1].1));
    points
}

fn ready_marks(svg: &mut Svg, plan: &Plan, time: Time) {
    let mut days: Vec<Date> = plan.halls.iter().map(|hall| hall.ready).collect();
    days.sort();
    days.dedup();
    for day in days {
        svg.line("today", (time.at(day), TOP), (time.at(day), BOTTOM));
        svg.text("small end halo", (time.at(day) - 5.0, BOTTOM - 6.0), &format!("{READY} {day}"));
    }
}

fn legend(svg: &mut Svg, curves: &[Curve]) {
    for (index, curve) in curves.iter().enumerate() {
        let y = TOP + 10.0 + 40.0 * index as f64;
        svg.line(curve.class, (RIGHT + 10.0, y), (RIGHT + 34.0, y));
        svg.text("", (RIGHT + 40.0, y + 4.0), curve.name);
        if let (Some((first, _)), Some((last, _))) = (curve.steps.first(), curve.steps.last()) {
            svg.text("soft small", (RIGHT + 40.0, y + 19.0), &date_span(*first, *last));
        }
    }
}

/// `Committed: $40 M by 2027-06-30, ...` at the quarters of the sum.
fn told(curve: &Curve) -> String {
    let Some((_, all)) = curve.steps.last() else { return format!("{}: nothing.", curve.name) };
    let reached = |share: f64| curve.steps.iter().find(|(_, sum)| *sum >= share * all);
    let steps: Vec<String> = [0.25, 0.5, 0.75, 1.0]
        .iter()
        .filter_map(|share| reached(*share))
        .map(|(day, sum)| format!("{} by {day}", usd(*sum)))
        .collect();
    format!("{}: {}.", curve.name, steps.join(", "))
}

/// Money of lines that nobody knows a day for.
fn undated(plan: &Plan) -> String {
    let lines = plan.bom.iter().filter(|line| line.order_planned.is_none());
    let sum: f64 = lines.filter_map(|line| line.amount).map(|amount| amount.likely).sum();
    if sum > 0.0 { format!(" {UNDATED}{}.", usd(sum)) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn what_is_committed_is_delivered_later_and_all_of_it() {
        let plan = sample::plan();
        let committed = curve(&plan, COMMITTED, "", |line| line.order_planned);
        let arrived = curve(&plan, DELIVERED, "", |line| line.order_planned.map(|day| delivered(day, line)));
        let end = |curve: &Curve| *curve.steps.last().unwrap();
        assert!((end(&committed).1 - end(&arrived).1).abs() < 1.0);
        assert!(end(&arrived).0 > end(&committed).0);
        assert!((end(&committed).1 - plan.capex.direct.likely).abs() < 1.0 || !undated(&plan).is_empty());
    }
}
