//! Temperatures from the design day to the rack as steps, against the warmest coolant that the rack accepts.

use super::Figure;
use super::axis::Scale;
use super::svg::{Svg, wrapped};
use crate::domain::plan::{Plan, TemperatureNode};
use crate::report::style::{Style, args};

const APPROACH: &str = "picture-temperatures-approach";
const MARGIN: &str = "picture-temperatures-margin";

const WIDTH: f64 = 1080.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 1070.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 250.0;
const HEIGHT: f64 = 340.0;
/// Between the lines of the scale, in the reader's degrees.
const STEP: f64 = 10.0;

/// The picture; nothing where the plan has no chain.
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let chain = &plan.site.temperature_chain;
    let scale = scale(chain, style)?;
    let mut svg = Svg::new(WIDTH, HEIGHT, style);
    grid(&mut svg, scale, style);
    limit(&mut svg, plan.studies.cooling.max_coolant_supply_c, scale, style);
    let column = (RIGHT - LEFT) / chain.len() as f64;
    for (index, node) in chain.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| chain[before].celsius);
        step(&mut svg, node, before, (LEFT + column * index as f64, column), scale, style);
    }
    for (from, to, words) in distances(plan) {
        if let Some(index) = end_of(chain, from, to) {
            distance(&mut svg, (from, to), words, LEFT + column * index as f64, scale, style);
        }
    }
    let (title, caption) = (style.word("picture-temperatures-title"), caption(style));
    Some(Figure::plain(title, told(chain, style), caption, svg))
}

fn caption(style: &Style) -> String {
    style.say("picture-temperatures-caption", args!["degrees" => style.unit("°C"), "kelvin" => style.unit("K")])
}

/// Degrees of the reader for a temperature.
fn degrees(celsius: f64, style: &Style) -> f64 {
    style.units().convert(celsius, "°C").0
}

/// A temperature with one decimal and its unit.
fn temperature(celsius: f64, style: &Style) -> String {
    style.with_unit(style.fixed(degrees(celsius, style), 1), "°C")
}

/// From °C to coordinates, its ends on lines of the reader's degrees.
fn scale(chain: &[TemperatureNode], style: &Style) -> Option<Scale> {
    let all = || chain.iter().map(|node| degrees(node.celsius, style));
    let ends = (all().reduce(f64::min)? / STEP - 0.2, all().reduce(f64::max)? / STEP + 0.2);
    Some(Scale { domain: (ends.0.floor() * STEP, ends.1.ceil() * STEP), range: (BOTTOM, TOP) })
}

fn limit(svg: &mut Svg, celsius: f64, scale: Scale, style: &Style) {
    let degrees = degrees(celsius, style);
    if degrees > scale.domain.0 && degrees < scale.domain.1 {
        let y = scale.at(degrees);
        let words = style.say("picture-temperatures-limit", args!["temperature" => temperature(celsius, style)]);
        svg.line("limit", (LEFT, y), (RIGHT, y));
        svg.text("small warn-text halo", (LEFT + 6.0, y - 6.0), &words);
    }
}

fn grid(svg: &mut Svg, scale: Scale, style: &Style) {
    let steps = ((scale.domain.1 - scale.domain.0) / STEP).round() as usize;
    for index in 0..=steps {
        let degrees = scale.domain.0 + STEP * index as f64;
        svg.line("grid", (LEFT, scale.at(degrees)), (RIGHT, scale.at(degrees)));
        svg.text("tick end", (LEFT - 6.0, scale.at(degrees) + 4.0), &style.fixed(degrees, 0));
    }
    svg.text("tick end", (LEFT - 6.0, TOP - 10.0), &style.unit("°C"));
}

/// A node from its left end over its width.
fn step(
    svg: &mut Svg,
    node: &TemperatureNode,
    before: Option<f64>,
    (left, width): (f64, f64),
    scale: Scale,
    style: &Style,
) {
    let y = scale.at(degrees(node.celsius, style));
    if let Some(before) = before {
        svg.line("grid year", (left, scale.at(degrees(before, style))), (left, y));
    }
    svg.line("accent-line", (left, y), (left + width, y));
    let figure = style.fixed(degrees(node.celsius, style), 1);
    svg.text("strong middle halo", (left + width / 2.0 + 12.0, y - 7.0), &figure);
    let lines = wrapped(&style.phrase(&node.name), width - 10.0, 3).into_iter().map(|line| ("", line));
    let because = wrapped(&style.phrase(&node.because), width - 10.0, 3).into_iter().map(|line| ("soft small", line));
    for (index, (class, line)) in lines.chain(because).enumerate() {
        svg.text(class, (left + 4.0, BOTTOM + 20.0 + 14.0 * index as f64), &line);
    }
}

/// Where the plan has an approach or a margin: from, to, and what it is.
fn distances(plan: &Plan) -> Vec<(f64, f64, &'static str)> {
    let cooling = &plan.studies.cooling;
    let air =
        cooling.principles.iter().find(|principle| !principle.chosen_in.is_empty()).map(|principle| principle.air_c);
    let plant = air.map(|air| (air, cooling.facility_water_c, APPROACH));
    let rest = [
        (cooling.facility_water_c, cooling.coolant_supply_c, APPROACH),
        (cooling.coolant_supply_c, cooling.max_coolant_supply_c, MARGIN),
    ];
    plant.into_iter().chain(rest).filter(|(from, to, _)| to - from > 0.05).collect()
}

/// The step from one temperature to the other; without one, the last that ends at the other.
fn end_of(chain: &[TemperatureNode], from: f64, to: f64) -> Option<usize> {
    let step = chain.windows(2).position(|pair| near(pair[0].celsius, from) && near(pair[1].celsius, to));
    step.map(|index| index + 1).or_else(|| chain.iter().rposition(|node| near(node.celsius, to)))
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.01
}

fn distance(svg: &mut Svg, (from, to): (f64, f64), words: &str, x: f64, scale: Scale, style: &Style) {
    let [lower, upper] = [from, to].map(|celsius| scale.at(degrees(celsius, style)));
    svg.line("wire", (x, lower), (x, upper));
    for y in [lower, upper] {
        svg.line("wire", (x - 4.0, y), (x + 4.0, y));
    }
    let kelvin = style.fixed(style.units().convert(to - from, "K").0, 1);
    let words = style.say(words, args!["distance" => style.with_unit(kelvin, "K")]);
    svg.text("small halo", (x + 7.0, upper + 16.0), &words);
}

fn told(chain: &[TemperatureNode], style: &Style) -> String {
    let node = |node: &TemperatureNode| {
        let (name, because) = (style.phrase(&node.name), style.phrase(&node.because));
        let figures = args!["name" => name, "temperature" => temperature(node.celsius, style), "because" => because];
        style.say("picture-temperatures-node", figures)
    };
    style.told(&chain.iter().map(node).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_approach_stands_at_its_own_step() {
        let node = |celsius| TemperatureNode { name: String::new(), celsius, because: String::new() };
        let chain = [38.5, 40.0, 27.0, 36.0, 40.0, 45.0].map(node);
        assert_eq!(end_of(&chain, 36.0, 40.0), Some(4));
        assert_eq!(end_of(&chain, 38.5, 36.0), Some(3));
        assert_eq!(end_of(&chain, 1.0, 2.0), None);
    }
}
