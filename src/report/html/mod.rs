//! The report as one HTML page: what the Markdown partials say, with pictures where these have their marks, and nothing from
//! outside. It is complete without its script, which sorts, filters and follows chains.

mod body;
mod first_screen;
mod picture;
mod script_data;

pub use picture::frontier::frontier;

use picture::Subject;

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, Renderable, StringOutput,
};
use serde::Serialize;

use super::frontier::FrontierFile;
use super::helpers;
use super::markdown::{RenderError, one_way, written};
use super::style::{Style, args, unmarked};
use super::template::{TEMPLATES, Templates};
use super::view::ReportView;
use crate::domain::plan::Plan;

/// What `templates/report.html.hbs` is filled from.
#[derive(Serialize)]
struct Page<'a> {
    title: String,
    logo: Option<&'a str>,
    report: &'a ReportView,
    first: first_screen::FirstScreen,
    contents: Vec<body::Entry>,
    body: String,
    data: String,
    language: &'a str,
    direction: &'static str,
    style: &'static str,
    script: &'static str,
}

/// The report of a plan by one of the templates as one file: no network, no other file.
///
/// # Errors
/// When a template is malformed or names a field that does not exist.
pub fn html(
    plan: &Plan,
    walked: Option<&FrontierFile>,
    style: &Style,
    templates: &Templates,
    name: &str,
) -> Result<String, RenderError> {
    let report = ReportView::of(plan, walked, style);
    let text = written(&report, style, templates, name, body::inert)?;
    let (body, contents) =
        body::html(&text, style.logo(), |name| picture::figure(name, Subject { plan, walked }, style));
    let page = Page {
        title: style.say("report-title", args!["facility" => plan.site.facility.as_str()]),
        logo: style.logo(),
        report: &report,
        first: first_screen::FirstScreen::of(plan, style),
        contents,
        body,
        data: unmarked(&script_data::script_data(plan, style)),
        language: style.language(),
        direction: if style.is_right_to_left() { "rtl" } else { "ltr" },
        style: file("report.css"),
        script: file("report.js"),
    };
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(body::told);
    helpers::register(&mut engine, style, body::told);
    engine.register_helper("whole_dates", Box::new(WholeDates));
    engine.register_template_string("page", file("report.html.hbs")).map_err(Box::new)?;
    Ok(one_way(&engine.render("page", &page).map_err(Box::new)?))
}

/// `{{#whole_dates}}...{{/whole_dates}}`: what it encloses, in which no line ends within a date.
struct WholeDates;

impl HelperDef for WholeDates {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        engine: &'reg Handlebars<'reg>,
        context: &'rc Context,
        state: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let mut enclosed = StringOutput::new();
        if let Some(template) = helper.template() {
            template.render(engine, context, state, &mut enclosed)?;
        }
        Ok(out.write(&body::with_whole_dates(&enclosed.into_string()?))?)
    }
}

/// A file of `templates/`, which is part of the program.
fn file(name: &str) -> &'static str {
    TEMPLATES.get_file(name).and_then(|file| file.contents_utf8()).expect("the file is embedded")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Place;
    use crate::report::sample;

    fn html(plan: &Plan) -> Result<String, RenderError> {
        super::html(plan, None, &Style::default(), &Templates::default(), "engineer")
    }

    /// Everything that could leave its place as text: tags, quotes, Markdown and addresses that run scripts.
    const HOSTILE: &str = "<script>alert(1)</script></style>\"'&lt;[x](javascript:alert(2)) ![y](http://a/b) `c` **d** <!-- | \
                           </title> # - 1. <javascript:alert(3)>";

    #[test]
    fn text_of_the_files_stays_text() {
        let mut plan = sample::plan();
        plan.site.facility = HOSTILE.to_owned();
        plan.site.place = HOSTILE.to_owned();
        plan.assets[0].id = HOSTILE.to_owned();
        plan.assets[0].reason = HOSTILE.to_owned();
        plan.warnings = vec![HOSTILE.to_owned()];
        plan.assumptions[0].text = HOSTILE.to_owned();
        plan.sources[0].url = Some("javascript:alert(4)".to_owned());
        plan.tasks.iter_mut().for_each(|task| task.name = HOSTILE.to_owned());
        plan.bom.iter_mut().for_each(|line| line.description = HOSTILE.to_owned());
        plan.site.temperature_chain.iter_mut().for_each(|node| node.because = HOSTILE.to_owned());
        let hall = Place::Hall(HOSTILE.to_owned());
        let old = Place::Hall(plan.halls[0].id.clone());
        plan.halls[0].id = HOSTILE.to_owned();
        plan.tasks.iter_mut().filter(|task| task.place == old).for_each(|task| task.place = hall.clone());
        let page = html(&plan).unwrap();
        let clean = html(&sample::plan()).unwrap();
        for markup in ["<script", "</style", "<!--", "<code>", "<strong>", "<img", "<em>"] {
            let count = |page: &str| page.matches(markup).count();
            assert!(count(&page) <= count(&clean), "{markup} comes from the text of a file");
        }
        assert!(!page.contains("href=\"javascript:") && !page.contains("</title> #"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    #[test]
    fn nothing_is_fetched() {
        let page = html(&sample::plan()).unwrap();
        for outside in ["src=", "@import", "url(http", "<link", "<iframe", "fetch(", "XMLHttpRequest"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn every_mark_of_a_picture_has_one() {
        let plan = sample::plan();
        let style = Style::default();
        let walked = crate::report::frontier::sample(&plan);
        let view = ReportView::of(&plan, Some(&walked), &style);
        let of_audience = |audience| written(&view, &style, &Templates::default(), audience, body::inert).unwrap();
        let texts = ["engineer", "board"].map(of_audience);
        let marks: Vec<&str> = texts.iter().flat_map(|text| text.lines().filter_map(body::mark)).collect();
        assert!(picture::NAMES.iter().all(|name| marks.contains(name)));
        for name in marks {
            let of = Subject { plan: &plan, walked: Some(&walked) };
            assert!(picture::figure(name, of, &style).is_some(), "{name} is not drawn for the sample");
        }
    }

    #[test]
    fn every_audience_sees_its_pictures() {
        let expected = [
            ("client", vec!["power-over-time", "gantt-overview", "capex"]),
            ("board", vec!["power-over-time", "gantt-overview", "capex", "spending"]),
            ("procurement", vec!["gantt-overview", "spending"]),
        ];
        for (audience, pictures) in expected {
            let page = super::html(&sample::plan(), None, &Style::default(), &Templates::default(), audience).unwrap();
            let at = |name: &&str| page.find(&format!("<figure id=\"figure-{name}\">"));
            let places: Vec<usize> = pictures.iter().filter_map(at).collect();
            assert!(places.len() == pictures.len() && places.is_sorted(), "{audience}: {places:?}");
            assert_eq!(page.matches("<figure ").count(), pictures.len(), "{audience}");
        }
    }

    #[test]
    fn the_first_screen_counts_the_orders_that_are_due() {
        let mut plan = sample::plan();
        plan.bom.iter_mut().for_each(|line| line.order_by = None);
        plan.bom[0].order_by = Some(plan.site.start_date);
        (plan.site.budget_usd, plan.site.ready_date_limit) = (Some(1e6), Some(plan.as_of));
        let page = html(&plan).unwrap();
        let card = page.split("Orders of the first month").nth(1).unwrap();
        assert!(
            card.trim_start_matches("</h2>").trim_start().starts_with("<p class=\"figure\">1</p>"),
            "{}",
            &card[..200]
        );
    }

    #[test]
    fn a_plan_with_nothing_to_do_has_no_pictures() {
        let mut plan = sample::plan();
        (plan.halls, plan.tasks, plan.banks, plan.bom) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        plan.site.temperature_chain.clear();
        plan.studies.power.halls.clear();
        plan.capex.direct = Default::default();
        assert!(!html(&plan).unwrap().contains("<figure"));
    }

    #[test]
    fn the_same_plan_gives_the_same_bytes() {
        assert_eq!(html(&sample::plan()).unwrap(), html(&sample::plan()).unwrap());
    }
}
