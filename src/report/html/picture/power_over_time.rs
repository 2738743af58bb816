//! Power over the project: miners, data halls and what may be drawn, as steps.

use jiff::ToSpan;
use jiff::civil::Date;

use super::Figure;
use super::axis::{Scale, TIME_HEAD, Time, ticks};
use super::svg::Svg;
use crate::domain::plan::Plan;
use crate::domain::studies::mining::MiningPhase;
use crate::report::style::{Style, args};

const RACKS: &str = "picture-power-racks";

const WIDTH: f64 = 1080.0;
const HEIGHT: f64 = 318.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 830.0;
const TOP: f64 = TIME_HEAD + 4.0;
const BOTTOM: f64 = HEIGHT - 14.0;

/// A quantity by its first days.
struct Series {
    name: String,
    class: &'static str,
    area: Option<&'static str>,
    steps: Vec<(Date, f64)>,
}

/// The picture; nothing where no hall is converted.
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let last = plan.halls.iter().map(|hall| hall.ready).max()?;
    let all = series(plan, style);
    let most = all.iter().flat_map(|series| &series.steps).map(|(_, mw)| *mw).fold(0.0, f64::max);
    let until = last.saturating_add(60.days());
    let time = Time::of(plan.site.start_date, until, (LEFT, RIGHT));
    let marks = ticks(most * 1.05, 5);
    let scale = Scale { domain: (0.0, *marks.last()?), range: (BOTTOM, TOP) };
    let mut svg = Svg::new(WIDTH, HEIGHT, style);
    time.draw(&mut svg, TOP, BOTTOM, style);
    for mark in &marks {
        svg.line("grid", (LEFT, scale.at(*mark)), (RIGHT, scale.at(*mark)));
        svg.text("tick end", (LEFT - 6.0, scale.at(*mark) + 4.0), &style.amount(*mark));
    }
    svg.text("tick end", (LEFT - 6.0, TOP - 14.0), &style.unit("MW"));
    // Miners are hatched over the racks: opaque, one of the two would hide the other where both run.
    for series in all.iter().rev() {
        area(&mut svg, series, time, scale);
    }
    for series in &all {
        line(&mut svg, series, time, scale, style);
    }
    names(&mut svg, &all, scale, style);
    let description = style.sentences(&all.iter().map(|series| told(series, style)).collect::<Vec<_>>());
    let (title, caption) = (style.word("picture-power-title"), style.word("picture-power-caption"));
    Some(Figure::plain(title, description, caption, svg))
}

fn series(plan: &Plan, style: &Style) -> Vec<Series> {
    let phases = &plan.studies.mining.phases;
    let of = |name: &str, class, area, value: fn(&MiningPhase) -> f64| Series {
        name: style.word(name),
        class,
        area,
        steps: phases.iter().map(|phase| (phase.from, value(phase) + 0.0)).collect(),
    };
    if phases.is_empty() {
        let name = style.word(RACKS);
        return vec![Series { name, class: "accent-line", area: Some("accent-area"), steps: ready(plan) }];
    }
    vec![
        of("picture-power-miners", "quiet-line", Some("hatched-area"), |phase| phase.mining_mw),
        of(RACKS, "accent-line", Some("accent-area"), |phase| phase.data_mw),
        of("picture-power-draw", "wire", None, |phase| phase.draw_mw),
        of("picture-power-supply", "ink-line", None, |phase| phase.supply_mw),
    ]
}

/// Racks by the days on which halls are ready, where nothing mines.
fn ready(plan: &Plan) -> Vec<(Date, f64)> {
    let mut days: Vec<Date> = plan.halls.iter().map(|hall| hall.ready).collect();
    days.sort();
    days.dedup();
    let live = |day: Date| plan.halls.iter().filter(|hall| hall.ready <= day).map(|hall| hall.it_mw).sum();
    std::iter::once((plan.site.start_date, 0.0)).chain(days.into_iter().map(|day| (day, live(day)))).collect()
}

/// The corners of the steps, to the right end of the picture.
fn corners(series: &Series, time: Time, scale: Scale) -> Vec<(f64, f64)> {
    let mut points: Vec<(f64, f64)> = Vec::new();
    for (day, value) in &series.steps {
        let x = time.at(*day);
        points.extend(points.last().map(|(_, y)| (x, *y)));
        points.push((x, scale.at(*value)));
    }
    points.extend(points.last().map(|(_, y)| (RIGHT, *y)));
    points
}

fn area(svg: &mut Svg, series: &Series, time: Time, scale: Scale) {
    let points = corners(series, time, scale);
    if let (Some(class), Some(first), Some(last)) = (series.area, points.first(), points.last()) {
        let base = scale.at(0.0);
        let closed: Vec<_> = points.iter().copied().chain([(last.0, base), (first.0, base)]).collect();
        svg.area(class, &closed);
    }
}

fn line(svg: &mut Svg, series: &Series, time: Time, scale: Scale, style: &Style) {
    let points = corners(series, time, scale);
    svg.group("", &[], &told(series, style), |svg| svg.path(series.class, &points));
}

/// Names with the last figures at the right end, moved apart where they would touch.
fn names(svg: &mut Svg, all: &[Series], scale: Scale, style: &Style) {
    let mut ends: Vec<(f64, &Series, f64)> =
        all.iter().filter_map(|s| s.steps.last().map(|(_, value)| (scale.at(*value), s, *value))).collect();
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = TOP;
    let room = 18.0 * ends.len() as f64;
    for (index, (y, series, value)) in ends.iter().enumerate() {
        let lowest = BOTTOM - room + 18.0 * (index as f64 + 1.0);
        let y_text = y.max(free).min(lowest);
        free = y_text + 18.0;
        svg.line(series.class, (RIGHT + 8.0, y_text), (RIGHT + 28.0, y_text));
        let figures = args!["name" => series.name.as_str(), "power" => style.mw(*value)];
        let label = style.say("picture-power-now", figures);
        svg.text("", (RIGHT + 34.0, y_text + 4.0), &label);
    }
}

/// `Miners: 18.0 MW from 2027-01-04, 0.0 MW from 2027-06-01.`
fn told(series: &Series, style: &Style) -> String {
    let mut told: Vec<String> = Vec::new();
    let mut last = None;
    for (day, value) in &series.steps {
        if last != Some(*value) {
            let figures = args!["power" => style.mw(*value), "date" => style.date(*day)];
            told.push(style.say("picture-power-from", figures));
        }
        last = Some(*value);
    }
    style.told(&[style.say("picture-part", args!["what" => series.name.as_str(), "figure" => style.joined(&told)])])
}
