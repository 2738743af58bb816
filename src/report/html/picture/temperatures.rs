//! Temperatures from the design day to the rack as steps, against the warmest coolant that the rack accepts.

use super::Figure;
use super::axis::Scale;
use super::svg::{Svg, wrapped};
use crate::domain::plan::{Plan, TemperatureNode};

const TITLE: &str = "Temperature chain on the design day";
const LIMIT: &str = "Warmest coolant the rack accepts";
const CAPTION: &str = "°C, with the difference in K from step to step.";

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
        let from = scale.at(before);
        svg.line("wire", (left, from), (left, y));
        if (from - y).abs() > 26.0 {
            svg.text(
                "small soft halo",
                (left + 5.0, (from + y) / 2.0 + 4.0),
                &format!("{:+.1} K", node.celsius - before),
            );
        }
    }
    svg.line("accent-line", (left, y), (left + width, y));
    svg.text("strong middle halo", (left + width / 2.0 + 12.0, y - 7.0), &format!("{:.1}", node.celsius));
    let lines = wrapped(&node.name, width - 10.0, 3).into_iter().map(|line| ("", line));
    let because = wrapped(&node.because, width - 10.0, 3).into_iter().map(|line| ("soft small", line));
    for (index, (class, line)) in lines.chain(because).enumerate() {
        svg.text(class, (left + 4.0, BOTTOM + 20.0 + 14.0 * index as f64), &line);
    }
}

fn told(chain: &[TemperatureNode]) -> String {
    let nodes = chain.iter().map(|node| format!("{} {:.1} °C ({})", node.name, node.celsius, node.because));
    nodes.collect::<Vec<_>>().join("; ") + "."
}
