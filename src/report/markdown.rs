//! The report in Markdown.

use handlebars::Handlebars;
use serde::Serialize;

use super::frontier::FrontierFile;
use super::helpers;
use super::json::pretty;
use super::style::{Style, unmarked};
use super::template::{Templates, escape};
use super::view::ReportView;
use crate::domain::plan::Plan;

/// The schema that the view names as JSON.
const VIEW_SCHEMA: &str = "retrofit/report/1";

/// A template and the view it is filled from do not fit: a mistake of this program, not of its user.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template cannot be parsed.
    #[error("a template of the report cannot be read")]
    Template(#[from] Box<handlebars::TemplateError>),
    /// A template names a field that its view lacks.
    #[error("the report cannot be rendered")]
    Render(#[from] Box<handlebars::RenderError>),
}

/// The whole report of a plan for engineers, from `templates/engineer.md.hbs` and its partials in `templates/report/`.
///
/// # Errors
/// When a template is malformed or names a field that does not exist.
pub fn markdown(plan: &Plan, style: &Style) -> Result<String, RenderError> {
    render(plan, None, style, &Templates::default(), "engineer")
}

/// The report of a plan from one of the templates, with a frontier where one was walked.
///
/// # Errors
/// When a template is malformed or names a field that does not exist.
pub fn render(
    plan: &Plan,
    walked: Option<&FrontierFile>,
    style: &Style,
    templates: &Templates,
    name: &str,
) -> Result<String, RenderError> {
    written(&ReportView::of(plan, walked, style), style, templates, name, escape)
}

/// The view that every template is filled from, as JSON: the texts of all sections, in the language, currency and units of a
/// style.
pub fn view_json(plan: &Plan, walked: Option<&FrontierFile>, style: &Style) -> String {
    #[derive(Serialize)]
    struct File {
        schema: &'static str,
        #[serde(flatten)]
        view: ReportView,
    }
    // What is in English is marked within texts for the elements of reports.
    one_way(&unmarked(&pretty(&File { schema: VIEW_SCHEMA, view: ReportView::of(plan, walked, style) })))
}

/// The report of a prepared view, with the text of fields made safe by `escape`.
pub(super) fn written(
    view: &ReportView,
    style: &Style,
    templates: &Templates,
    name: &str,
    escape: fn(&str) -> String,
) -> Result<String, RenderError> {
    let mut engine = Handlebars::new();
    engine.set_strict_mode(true);
    engine.register_escape_fn(escape);
    helpers::register(&mut engine, style, escape);
    for template in templates.iter() {
        engine.register_template_string(&template.name, &template.text).map_err(Box::new)?;
    }
    Ok(one_way(&engine.render(name, view).map_err(Box::new)?))
}

/// The text without the letters that embed or override its direction: with one of them a name could make a line read otherwise than
/// it is written. Reports themselves isolate parts instead.
pub(super) fn one_way(text: &str) -> String {
    text.replace(|letter| matches!(letter, '\u{202a}'..='\u{202e}'), "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{StyleRequest, sample};

    #[test]
    fn the_whole_report() {
        insta::assert_snapshot!(markdown(&sample::plan(), &Style::default()).unwrap());
    }

    #[test]
    fn the_view_is_told_in_the_language_of_its_style() {
        let chinese = Style::new(StyleRequest { language: Some("zh".to_owned()), ..StyleRequest::default() });
        let told =
            |style| -> serde_json::Value { serde_json::from_str(&view_json(&sample::plan(), None, style)).unwrap() };
        let (english, chinese) = (told(&Style::default()), told(&chinese));
        assert_eq!(english["schema"], "retrofit/report/1");
        assert_eq!(english["facility"], chinese["facility"]);
        assert_ne!(english["answer"], chinese["answer"]);
        let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&english), keys(&chinese));
    }

    #[test]
    fn text_of_the_files_breaks_no_table() {
        let mut plan = sample::plan();
        plan.assets[0].reason = "a | b\n<script>".to_owned();
        let report = markdown(&plan, &Style::default()).unwrap();
        assert!(report.contains("a \\| b &lt;script>"));
    }

    #[test]
    fn a_name_does_not_turn_the_direction_of_writing() {
        let mut plan = sample::plan();
        plan.site.facility = "barn\u{202e}live\u{202c}".to_owned();
        plan.assets[0].reason = plan.site.facility.clone();
        plan.tasks.iter_mut().for_each(|task| task.name.push('\u{202e}'));
        let page = crate::report::html(&plan, None, &Style::default(), &Templates::default(), "engineer").unwrap();
        for text in [markdown(&plan, &Style::default()).unwrap(), page] {
            assert!(text.contains("barnlive") && !text.contains('\u{202e}'));
        }
    }

    #[test]
    fn every_row_has_the_columns_of_its_table() {
        let report = markdown(&sample::plan(), &Style::default()).unwrap();
        let columns = |row: &str| row.replace("\\|", "").matches('|').count();
        let rows: Vec<&str> = report.lines().collect();
        for pair in rows.windows(2).filter(|pair| pair[0].starts_with('|') && pair[1].starts_with('|')) {
            assert_eq!(columns(pair[0]), columns(pair[1]), "{}", pair[1]);
        }
    }

    #[test]
    fn a_plan_with_nothing_to_do_has_no_empty_table() {
        let mut plan = sample::plan();
        plan.halls.clear();
        plan.requirements.clear();
        plan.assets.clear();
        plan.banks.clear();
        plan.tasks.clear();
        plan.bom.clear();
        plan.assumptions.clear();
        plan.warnings.clear();
        plan.sources.clear();
        plan.inputs.clear();
        plan.site.temperature_chain.clear();
        plan.capex.by_service.clear();
        plan.capex.soft.clear();
        plan.studies.cooling.halls.clear();
        plan.studies.energy.it_mw = 0.0;
        let report = markdown(&plan, &Style::default()).unwrap();
        let lines: Vec<&str> = report.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[0].starts_with("|--")) {
            assert!(pair[1].starts_with('|'), "an empty table stands before {:?}", pair[1]);
        }
    }
}
