//! The pictures of the page, one file each: pure functions of the plan that draw with `svg`. Colors and strokes are classes of
//! `templates/report.css`; their words are messages of the language packs (`pictures.ftl`).

mod axis;
mod capex;
mod dependencies;
pub mod frontier;
mod gantt;
mod lanes;
mod layered;
mod one_line;
mod power_over_time;
mod reuse;
mod spending;
mod svg;
mod temperatures;

use crate::domain::plan::Plan;
use crate::report::html::body::escaped;
use crate::report::style::Style;
use svg::Svg;

/// A picture with what is said of it.
pub struct Figure {
    /// Its name for people who do not see it, and its heading.
    title: String,
    /// What it shows, for people who do not see it.
    description: String,
    /// What stands below it: how to read it, and by which convention it is drawn.
    caption: String,
    /// The drawing.
    svg: Svg,
    /// What can be unfolded below: heading, description and drawing.
    details: Vec<(String, String, Svg)>,
}

type Draw = fn(&Plan, &Style) -> Option<Figure>;

/// Pictures by the name in their mark.
const PICTURES: [(&str, Draw); 7] = [
    ("power-over-time", power_over_time::figure),
    ("temperatures", temperatures::figure),
    ("one-line", one_line::figure),
    ("gantt", gantt::figure),
    ("dependencies", dependencies::figure),
    ("capex", capex::figure),
    ("spending", spending::figure),
];

/// All names of pictures.
#[cfg(test)]
pub const NAMES: [&str; 7] = {
    let mut names = [""; 7];
    let mut index = 0;
    while index < names.len() {
        names[index] = PICTURES[index].0;
        index += 1;
    }
    names
};

/// The picture of a name as HTML; nothing where the plan has nothing to show in it.
pub fn figure(name: &str, plan: &Plan, style: &Style) -> Option<String> {
    let (_, draw) = PICTURES.iter().find(|(known, _)| *known == name)?;
    draw(plan, style).map(|figure| html(name, &figure))
}

fn html(name: &str, figure: &Figure) -> String {
    let Figure { title, description, caption, svg, details } = figure;
    let drawing = scrolled(name, title, description, svg);
    let details: String = details.iter().enumerate().map(|(index, part)| folded(name, index, part)).collect();
    let (title, caption) = (escaped(title), escaped(caption));
    format!(
        "<figure id=\"figure-{name}\"><p class=\"figure-title\">{title}</p>{drawing}<figcaption>{caption}</figcaption>{details}</figure>\n"
    )
}

fn folded(name: &str, index: usize, (heading, description, svg): &(String, String, Svg)) -> String {
    let drawing = scrolled(&format!("{name}-{index}"), heading, description, svg);
    format!("<details><summary>{}</summary>{drawing}</details>", escaped(heading))
}

fn scrolled(id: &str, title: &str, description: &str, svg: &Svg) -> String {
    let label = escaped(title);
    let drawing = svg.written(id, title, description);
    format!("<div class=\"scroll drawing\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">{drawing}</div>")
}
