//! The pictures of the page, one file each: pure functions of the plan that draw with `svg`. Colors and strokes are classes of
//! `templates/report.css`; their words are messages of the language packs (`pictures.ftl`).

mod axis;
mod capex;
mod dependencies;
pub mod frontier;
mod gantt;
mod lanes;
mod layered;
mod marks;
mod one_line;
mod power_over_time;
mod reuse;
mod spending;
mod svg;
mod temperatures;

use crate::domain::plan::Plan;
use crate::report::frontier::FrontierFile;
use crate::report::html::body::{dated, escaped};
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
    /// Whether paper is too small for the drawing; the details then show it part by part.
    on_screen_only: bool,
    /// What can be unfolded below.
    details: Vec<Detail>,
    /// What paper has in place of details that it is too small for.
    on_paper: Vec<Listing>,
}

/// A drawing that is folded on a screen.
struct Detail {
    heading: String,
    description: String,
    svg: Svg,
    /// Whether paper has it too; where not, a listing says the same there.
    printed: bool,
}

/// Lines of text under headings.
struct Listing {
    heading: String,
    parts: Vec<(String, Vec<String>)>,
}

impl Figure {
    /// A picture that stands alone, on a screen and on paper.
    fn plain(title: String, description: String, caption: String, svg: Svg) -> Figure {
        Figure { title, description, caption, svg, on_screen_only: false, details: Vec::new(), on_paper: Vec::new() }
    }
}

/// What pictures are drawn of.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The frontier beside it, where one was walked.
    pub walked: Option<&'a FrontierFile>,
}

type Draw = fn(Subject, &Style) -> Option<Figure>;

/// Pictures by the name in their mark.
const PICTURES: [(&str, Draw); 9] = [
    ("power-over-time", |of, style| power_over_time::figure(of.plan, style)),
    ("temperatures", |of, style| temperatures::figure(of.plan, style)),
    ("one-line", |of, style| one_line::figure(of.plan, style)),
    ("gantt", |of, style| gantt::figure(of.plan, style)),
    ("gantt-overview", |of, style| gantt::overview_alone(of.plan, style)),
    ("dependencies", |of, style| dependencies::figure(of.plan, style)),
    ("capex", |of, style| capex::figure(of.plan, style)),
    ("spending", |of, style| spending::figure(of.plan, style)),
    ("frontier", |of, style| frontier::figure(&of.plan.site.facility, of.walked?, style)),
];

/// All names of pictures.
#[cfg(test)]
pub const NAMES: [&str; PICTURES.len()] = {
    let mut names = [""; PICTURES.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = PICTURES[index].0;
        index += 1;
    }
    names
};

/// The picture of a name as HTML; nothing where there is nothing to show in it.
pub fn figure(name: &str, of: Subject, style: &Style) -> Option<String> {
    let (_, draw) = PICTURES.iter().find(|(known, _)| *known == name)?;
    draw(of, style).map(|figure| html(name, &figure))
}

fn html(name: &str, figure: &Figure) -> String {
    let Figure { title, description, caption, svg, on_screen_only, details, on_paper } = figure;
    let drawing = scrolled(name, title, description, svg);
    let details: String = details.iter().enumerate().map(|(index, part)| folded(name, index, part)).collect();
    let listings: String = on_paper.iter().map(listed).collect();
    let (title, caption) = (escaped(title), escaped(caption));
    let class = if *on_screen_only { " class=\"split\"" } else { "" };
    format!(
        "<figure id=\"figure-{name}\"{class}><p class=\"figure-title\">{title}</p>{drawing}<figcaption>{caption}</figcaption>{details}{listings}</figure>\n"
    )
}

fn folded(name: &str, index: usize, detail: &Detail) -> String {
    let Detail { heading, description, svg, printed } = detail;
    let drawing = scrolled(&format!("{name}-{index}"), heading, description, svg);
    let class = if *printed { "" } else { " class=\"on-screen\"" };
    format!("<details{class}><summary>{}</summary>{drawing}</details>", escaped(heading))
}

/// Lines for paper; who hears the page has the drawings' descriptions.
fn listed(listing: &Listing) -> String {
    let line = |line: &String| format!("<li>{}</li>", dated(line));
    let part = |(heading, lines): &(String, Vec<String>)| {
        format!("<p>{}</p><ul>{}</ul>", escaped(heading), lines.iter().map(line).collect::<String>())
    };
    let parts: String = listing.parts.iter().map(part).collect();
    let heading = escaped(&listing.heading);
    format!("<div class=\"on-paper\" aria-hidden=\"true\"><p>{heading}</p><div class=\"columns\">{parts}</div></div>")
}

fn scrolled(id: &str, title: &str, description: &str, svg: &Svg) -> String {
    let label = escaped(title);
    let drawing = svg.written(id, title, description);
    format!("<div class=\"scroll drawing\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">{drawing}</div>")
}
