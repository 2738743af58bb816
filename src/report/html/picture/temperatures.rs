//! Temperatures from the design day to the rack as steps, against the warmest coolant that the rack accepts.

use super::Figure;
use super::axis::Scale;
use super::svg::{Svg, wrapped};
use crate::domain::plan::{Plan, TemperatureNode};

const TITLE: &str = "Temperature chain on the design day";
const LIMIT: &str = "Warmest coolant the rack accepts";
const APPROACH: &str = "approach";
const MARGIN: &str = "to the limit";
const CAPTION: &str = "From the air of the design day to the coolant of the racks, in °C. Approaches and the margin to the rack's limit are in K.";

const WIDTH: f64 = 1080.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 1070.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 250.0;
const HEIGHT: f64 = 340.0;
const STEP_C: f64 = 10.0;

/// The picture; nothing where the plan has no chain.
pub fn figure(plan: &Plan) -> Option<Figure> {
    let chain = &plan.site.temperature_chain;
    let least = chain.iter().map(|node| node.celsius).reduce(f64::min)?;
    let most = chain.iter().map(|node| node.celsius).reduce(f64::max)?;
    let ends = ((least / STEP_C - 0.2).floor() * STEP_C, (most / STEP_C + 0.2).ceil() * STEP_C);
    let scale = Scale { domain: ends, range: (BOTTOM, TOP) };
    let mut svg = Svg::new(WIDTH, HEIGHT);
    grid(&mut svg, scale);
    let limit = plan.studies.cooling.max_coolant_supply_c;
    if limit > ends.0 && limit < ends.1 {
        svg.line("limit", (LEFT, scale.at(limit)), (RIGHT, scale.at(limit)));
        svg.text("small warn-text halo", (LEFT + 6.0, scale.at(limit) - 6.0), &format!("{LIMIT}: {limit:.1} °C"));
    }
    let column = (RIGHT - LEFT) / chain.len() as f64;
    for (index, node) in chain.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| chain[before].celsius);
        step(&mut svg, node, before, LEFT + column * index as f64, column, scale);
    }
    for (from, to, words) in distances(plan) {
        if let Some(index) = end_of(chain, from, to) {
            distance(&mut svg, (from, to), words, LEFT + column * index as f64, scale);
        }
    }
    Some(Figure { title: TITLE, description: told(chain), caption: CAPTION.to_owned(), svg, details: Vec::new() })
}

fn grid(svg: &mut Svg, scale: Scale) {
    let steps = ((scale.domain.1 - scale.domain.0) / STEP_C).round() as usize;
    for index in 0..=steps {
        let celsius = scale.domain.0 + STEP_C * index as f64;
        svg.line("grid", (LEFT, scale.at(celsius)), (RIGHT, scale.at(celsius)));
        svg.text("tick end", (LEFT - 6.0, scale.at(celsius) + 4.0), &format!("{celsius:.0}"));
    }
    svg.text("tick end", (LEFT - 6.0, TOP - 10.0), "°C");
}

fn step(svg: &mut Svg, node: &TemperatureNode, before: Option<f64>, left: f64, width: f64, scale: Scale) {
    let y = scale.at(node.celsius);
    if let Some(before) = before {
        svg.line("grid year", (left, scale.at(before)), (left, y));
    }
    svg.line("accent-line", (left, y), (left + width, y));
    svg.text("strong middle halo", (left + width / 2.0 + 12.0, y - 7.0), &format!("{:.1}", node.celsius));
    let lines = wrapped(&node.name, width - 10.0, 3).into_iter().map(|line| ("", line));
    let because = wrapped(&node.because, width - 10.0, 3).into_iter().map(|line| ("soft small", line));
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

fn distance(svg: &mut Svg, (from, to): (f64, f64), words: &str, x: f64, scale: Scale) {
    let (lower, upper) = (scale.at(from), scale.at(to));
    svg.line("wire", (x, lower), (x, upper));
    for y in [lower, upper] {
        svg.line("wire", (x - 4.0, y), (x + 4.0, y));
    }
    svg.text("small halo", (x + 7.0, upper + 16.0), &format!("{:.1} K {words}", to - from));
}

fn told(chain: &[TemperatureNode]) -> String {
    let nodes = chain.iter().map(|node| format!("{} {:.1} °C ({})", node.name, node.celsius, node.because));
    nodes.collect::<Vec<_>>().join("; ") + "."
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
