//! How a report is to read: arguments and files as a style and its templates.

use std::path::Path;

use anyhow::anyhow;

use super::args::StyleArgs;
use super::exit::Failure;
use super::talk::Talk;
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::domain::plan::Plan;
use crate::input::brand::{Brand, Units};
use crate::input::{Parsed, layout};
use crate::report::{
    self, Currency, ENDING, ENGLISH, FrontierFile, NumberMarks, PackText, RenderError, Style, StyleRequest,
    TemplateText, Templates, UnitSystem, built_in, check_pack, check_templates, is_pattern, languages,
};

/// The ending of a file of a language pack.
const PACK_ENDING: &str = ".ftl";

/// A style with the templates that it is told by.
pub struct Layout {
    style: Style,
    templates: Templates,
    template: String,
}

impl Layout {
    /// Reads all that the arguments name.
    ///
    /// # Errors
    /// Every mistake in brand, templates and language packs.
    pub fn read(args: &StyleArgs, talk: &Talk) -> Result<Layout, Failure> {
        let refused = |found: Diagnostics| refused(&found, talk);
        let brand = args.brand.as_deref().map(layout::read_brand).transpose().map_err(refused)?;
        let request = request(args, brand.as_ref()).map_err(refused)?;
        let language = request.language.clone().unwrap_or_else(|| ENGLISH.to_owned());
        let (packs, style) = (request.packs.clone(), Style::new(request));
        let (templates, template) = templates(args).map_err(refused)?;
        let mut found = check_pack(&language, &packs, style.missing_messages());
        if !found.has_errors() {
            found.extend(check_templates(&templates, &template, &style));
        }
        if found.has_errors() {
            return Err(refused(found));
        }
        if !found.is_empty() {
            talk.say(&found.render(talk.color()));
        }
        Ok(Layout { style, templates, template })
    }

    /// The report of a plan, with a frontier where one was walked.
    ///
    /// # Errors
    /// When a template does not fit: a mistake of its user, or of this program where the template is built in.
    pub fn markdown(&self, plan: &Plan, walked: Option<&FrontierFile>) -> Result<String, Failure> {
        self.told(report::render(plan, walked, &self.style, &self.templates, &self.template))
    }

    /// The same as one HTML page.
    ///
    /// # Errors
    /// As [`Layout::markdown`].
    pub fn html(&self, plan: &Plan, walked: Option<&FrontierFile>) -> Result<String, Failure> {
        self.told(report::html(plan, walked, &self.style, &self.templates, &self.template))
    }

    /// The view that templates are filled from, whatever the template.
    pub fn json(&self, plan: &Plan, walked: Option<&FrontierFile>) -> String {
        report::view_json(plan, walked, &self.style)
    }

    fn told(&self, text: Result<String, RenderError>) -> Result<String, Failure> {
        text.map_err(|error| match self.users(&error) {
            Some(message) => Failure::input(anyhow!(message)),
            None => Failure::internal(error),
        })
    }

    /// What is wrong in a user's template: its file, line and column.
    fn users(&self, error: &RenderError) -> Option<String> {
        let RenderError::Render(error) = error else { return None };
        let template = self.templates.find(error.template_name.as_deref()?)?;
        let (path, line, column) = (template.path.as_ref()?, error.line_no?, error.column_no?);
        Some(format!("{path}:{line}:{column}: {}", error.reason()))
    }
}

/// Why the report is not written: what was found in the files that were given.
pub fn refused(found: &Diagnostics, talk: &Talk) -> Failure {
    Failure::input(anyhow!("the report cannot be written as asked"))
        .details(found.render(talk.color()), found.to_json())
        .help("`retrofit explain CODE` says more about each message")
}

/// What was asked for: arguments before the brand's file.
fn request(args: &StyleArgs, brand: Option<&Parsed<Brand>>) -> Result<StyleRequest, Diagnostics> {
    let data = brand.map(|brand| &brand.data);
    let asked = args.language.clone().or_else(|| data.and_then(|data| data.language.clone()));
    let (language, packs) = language(args, asked.as_deref().unwrap_or(ENGLISH))?;
    let units = args.units.unwrap_or_else(|| data.map(|data| data.units).unwrap_or_default());
    let logo = data.zip(args.brand.as_deref()).and_then(|(data, file)| layout::logo_path(data, file));
    Ok(StyleRequest {
        logo: logo.as_deref().map(layout::data_address).transpose()?,
        language: Some(language),
        packs,
        marks: brand.map(marks).transpose()?.flatten(),
        date_pattern: brand.map(date_pattern).transpose()?.flatten(),
        currency: currency(args, brand)?,
        units: match units {
            Units::Si => UnitSystem::Si,
            Units::UsCustomary => UnitSystem::UsCustomary,
        },
        brand: report::Brand {
            client: data.and_then(|data| data.client.clone()),
            prepared_by: data.and_then(|data| data.prepared_by.clone()),
            disclaimer: data.and_then(|data| data.disclaimer.clone()),
            logo: logo.map(|path| path.display().to_string()),
        },
    })
}

fn currency(args: &StyleArgs, brand: Option<&Parsed<Brand>>) -> Result<Currency, Diagnostics> {
    if let Some(currency) = &args.currency {
        return Ok(currency.clone());
    }
    let Some((brand, rate)) = brand.and_then(|brand| Some((brand, brand.data.currency.as_ref()?))) else {
        return Ok(Currency::default());
    };
    format!("{}={}", rate.code, rate.per_usd).parse().map_err(|why: String| {
        Diagnostic::error(Code::BadCurrency, why).at(brand.document.locate("/currency/per_usd"), "").into()
    })
}

fn marks(brand: &Parsed<Brand>) -> Result<Option<NumberMarks>, Diagnostics> {
    let Some(example) = &brand.data.number_example else { return Ok(None) };
    let wrong = || {
        Diagnostic::error(Code::BadFormat, format!("`{example}` does not say how a number is written"))
            .at(brand.document.locate("/number_example"), "")
            .help("write one thousand two hundred and thirty-four and a half: \"1,234.5\", \"1.234,5\", \"1 234,5\"")
    };
    NumberMarks::from_example(example).map(Some).ok_or_else(|| wrong().into())
}

fn date_pattern(brand: &Parsed<Brand>) -> Result<Option<String>, Diagnostics> {
    let Some(pattern) = &brand.data.date_pattern else { return Ok(None) };
    let wrong = || {
        Diagnostic::error(Code::BadFormat, format!("`{pattern}` does not say how a day is written"))
            .at(brand.document.locate("/date_pattern"), "")
            .help("write year, month and day once each, with YYYY, MMMM, MMM, MM, M, DD, D: \"D MMMM YYYY\"")
    };
    if is_pattern(pattern) { Ok(Some(pattern.clone())) } else { Err(wrong().into()) }
}

/// A language by its name or file, with the user's files of its pack.
fn language(args: &StyleArgs, asked: &str) -> Result<(String, Vec<PackText>), Diagnostics> {
    if asked.ends_with(PACK_ENDING) {
        let source = layout::read_text(Path::new(asked))?;
        let name = source.name().trim_end_matches(PACK_ENDING).to_owned();
        return Ok((name, vec![PackText { path: source.path().to_owned(), text: source.text().to_owned() }]));
    }
    let files = match &args.templates {
        Some(folder) => layout::read_folder(folder, PACK_ENDING)?,
        None => Vec::new(),
    };
    let belongs = |path: &str, language: &str| {
        path == format!("languages/{language}{PACK_ENDING}") || path.starts_with(&format!("languages/{language}/"))
    };
    let own = files.iter().filter(|(path, _)| belongs(path, asked));
    let own: Vec<PackText> =
        own.map(|(_, source)| PackText { path: source.path().to_owned(), text: source.text().to_owned() }).collect();
    if own.is_empty() && built_in(asked).is_none() {
        let known = languages();
        let help = did_you_mean(asked, known.iter().map(String::as_str));
        let unknown = Diagnostic::error(Code::UnknownLanguage, format!("no language is called `{asked}`"));
        return Err(unknown.help(help).into());
    }
    Ok((asked.to_owned(), own))
}

/// All templates, and which of them is the report.
fn templates(args: &StyleArgs) -> Result<(Templates, String), Diagnostics> {
    let files = match &args.templates {
        Some(folder) => layout::read_folder(folder, ENDING)?,
        None => Vec::new(),
    };
    let template = |(name, source): (String, crate::diagnostic::SourceText)| TemplateText {
        name: name.trim_end_matches(ENDING).to_owned(),
        text: source.text().to_owned(),
        path: Some(source.path().to_owned()),
    };
    let mut own: Vec<TemplateText> = files.into_iter().map(template).collect();
    let asked = args.template.as_deref().unwrap_or("engineer");
    if asked.ends_with(ENDING) {
        let source = layout::read_text(Path::new(asked))?;
        let name = source.name().trim_end_matches(ENDING).to_owned();
        own.retain(|known| known.name != name);
        own.push(template((name.clone(), source)));
        return Ok((Templates::with(own), name));
    }
    let templates = Templates::with(own);
    if !templates.reports().contains(&asked) {
        let help = did_you_mean(asked, templates.reports());
        let unknown = Diagnostic::error(Code::UnknownTemplate, format!("no template is called `{asked}`"));
        return Err(unknown.help(help).into());
    }
    Ok((templates, asked.to_owned()))
}
