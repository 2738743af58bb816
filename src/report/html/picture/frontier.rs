//! The frontier of capex and ready date: as a file, a drawing that brings its colors along, or as a picture of the report.

use super::Figure;
use super::axis::{Scale, TIME_HEAD, Time, ticks};
use super::svg::{Svg, widest};
use crate::report::frontier::{FrontierFile, FrontierPoint};
use crate::report::style::{Style, args};

const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 460.0;
const TOP: f64 = 48.0 + TIME_HEAD;
const BOTTOM: f64 = HEIGHT - 44.0;
const RIGHT: f64 = WIDTH - 24.0;

/// Half of a point's mark.
const POINT: f64 = 5.0;

/// The picture as an SVG file; `name` stands in its title. Nothing without a point.
pub fn frontier(name: &str, points: &[FrontierPoint], style: &Style) -> Option<String> {
    let title = style.say("picture-frontier-title", args!["name" => name.to_owned()]);
    let mut svg = Svg::new(WIDTH, HEIGHT, style);
    svg.rect("page", (0.0, 0.0), (WIDTH, HEIGHT));
    let left = draw(&mut svg, points, style)?;
    svg.text("strong", (left, 24.0), &title);
    svg.text("soft small", (left, HEIGHT - 14.0), &style.word("picture-frontier-caption"));
    Some(svg.standing_alone("frontier", &title, &told_all(points, style)))
}

/// The same as a picture of the report, which has its words around it.
pub fn figure(name: &str, walked: &FrontierFile, style: &Style) -> Option<Figure> {
    let points: Vec<FrontierPoint> = walked.points.iter().map(|row| row.point).collect();
    let title = style.say("picture-frontier-title", args!["name" => name.to_owned()]);
    let mut svg = Svg::new(WIDTH, HEIGHT, style);
    draw(&mut svg, &points, style)?;
    let (description, caption) = (told_all(&points, style), style.word("picture-frontier-caption"));
    Some(Figure::plain(title, description, caption, svg))
}

/// Axes and points; gives the left end of the axis of time.
fn draw(svg: &mut Svg, points: &[FrontierPoint], style: &Style) -> Option<f64> {
    let marks = marks(points)?;
    let names: Vec<String> = marks.iter().map(|mark| style.usd(*mark)).collect();
    let left = widest(&names) + 20.0;
    let days = || points.iter().map(|point| point.ready);
    let time = Time::of(days().min()?, days().max()?, (left, RIGHT));
    let scale = Scale { domain: (*marks.first()?, *marks.last()?), range: (BOTTOM, TOP) };
    time.draw(svg, TOP, BOTTOM, style);
    for (mark, name) in marks.iter().zip(&names) {
        svg.line("grid", (left, scale.at(*mark)), (RIGHT, scale.at(*mark)));
        svg.text("tick end", (left - 6.0, scale.at(*mark) + 4.0), name);
    }
    svg.path("accent-line", &steps(points, time, scale));
    points.iter().enumerate().for_each(|(index, point)| mark(svg, index, point, time, scale, style));
    Some(left)
}

fn told_all(points: &[FrontierPoint], style: &Style) -> String {
    points.iter().enumerate().map(|(index, point)| told(index, point, style)).collect::<Vec<_>>().join("; ")
}

/// Round figures around the points' capex: from below the least, which is not zero, to above the most.
fn marks(points: &[FrontierPoint]) -> Option<Vec<f64>> {
    let least = points.iter().map(|point| point.total_usd).reduce(f64::min)?;
    let most = points.iter().map(|point| point.total_usd).reduce(f64::max)?;
    // Points that cost the same lie on an axis of a hundredth of it.
    let steps = ticks((most - least).max(most / 100.0), 5);
    let step = steps[1];
    let (first, last) = ((least / step).floor() as usize, (most / step).ceil() as usize);
    Some((first..=last.max(first + 1)).map(|mark| mark as f64 * step).collect())
}

/// What a date costs at the least: a point's capex from its day until that of a cheaper one.
fn steps(points: &[FrontierPoint], time: Time, scale: Scale) -> Vec<(f64, f64)> {
    let mut sorted = points.to_vec();
    sorted.sort_by_key(|point| point.ready);
    let mut corners: Vec<(f64, f64)> = Vec::new();
    for point in sorted {
        let (x, y) = (time.at(point.ready), scale.at(point.total_usd));
        corners.extend(corners.last().map(|(_, before)| (x, *before)));
        corners.push((x, y));
    }
    corners
}

fn mark(svg: &mut Svg, index: usize, point: &FrontierPoint, time: Time, scale: Scale, style: &Style) {
    let (x, y) = (time.at(point.ready), scale.at(point.total_usd));
    let class = if point.proved { "milestone" } else { "order" };
    svg.group("", &[], &told(index, point, style), |svg| {
        svg.diamond(class, (x, y), POINT);
        svg.text("small halo", (x + 7.0, y - 6.0), &(index + 1).to_string());
    });
}

/// `1: $58.8 M, 2028-10-10`, and that it is not proved where it is not.
fn told(index: usize, point: &FrontierPoint, style: &Style) -> String {
    let id = if point.proved { "picture-frontier-point" } else { "picture-frontier-open-point" };
    let figures = args![
        "number" => (index + 1).to_string(),
        "amount" => style.usd(point.total_usd),
        "date" => style.date(point.ready),
    ];
    style.say(id, figures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Date, date};

    fn point(ready: Date, total_usd: f64) -> FrontierPoint {
        FrontierPoint { ready, total_usd, proved: true }
    }

    #[test]
    fn capex_lies_between_round_figures() {
        let points = [point(date(2028, 10, 10), 58.8e6), point(date(2028, 5, 2), 64.1e6)];
        assert_eq!(marks(&points).unwrap(), [58e6, 60e6, 62e6, 64e6, 66e6]);
        assert_eq!(marks(&points[..1]).unwrap(), [58.8e6, 59e6]);
        assert!(marks(&[]).is_none());
    }

    #[test]
    fn an_earlier_day_costs_what_the_point_before_it_does() {
        let points = [point(date(2028, 9, 1), 1e6), point(date(2028, 7, 1), 2e6)];
        let time = Time::of(points[1].ready, points[0].ready, (0.0, 92.0));
        let scale = Scale { domain: (0.0, 2e6), range: (100.0, 0.0) };
        assert_eq!(steps(&points, time, scale), [(0.0, 0.0), (62.0, 0.0), (62.0, 50.0)]);
    }

    #[test]
    fn the_file_stands_alone() {
        let text = frontier("A <mine>", &[point(date(2028, 9, 1), 1e6)], &Style::default()).unwrap();
        assert!(
            text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"") && text.contains("A &lt;mine&gt;"),
            "{text}"
        );
        assert!(text.contains("<style>") && text.contains("--accent"), "{text}");
    }
}
