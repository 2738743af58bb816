//! What templates can call: `{{t "gap-title"}}` for a message, `{{unit_of "m2"}}` for a unit, `{{recorded reason}}` for text that
//! stays in the language it was written in.

use fluent_bundle::{FluentArgs, FluentValue};
use handlebars::{Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderErrorReason};
use serde_json::Value;

use super::style::Style;

/// Names of the helpers.
pub const HELPERS: [&str; 3] = ["t", "unit_of", "recorded"];

/// How text of a file is made safe where it stands.
type Escape = fn(&str) -> String;

/// What a helper writes, of its parameters, in a style.
type Written = fn(&Helper, &Style, Escape) -> Result<String, RenderErrorReason>;

/// Registers all helpers with the words of a style, and how the text of fields is made safe.
pub fn register<'a>(engine: &mut Handlebars<'a>, style: &'a Style, escape: Escape) {
    for (name, written) in HELPERS.into_iter().zip([message as Written, unit, recorded]) {
        engine.register_helper(name, Box::new(Told { style, escape, written }));
    }
}

/// A helper that writes a text.
struct Told<'a> {
    style: &'a Style,
    escape: Escape,
    written: Written,
}

impl HelperDef for Told<'_> {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        Ok(out.write(&(self.written)(helper, self.style, self.escape)?)?)
    }
}

/// A message with its figures: what is null reaches it as `none`, and what `unit_of` names as `$unit`.
fn message(helper: &Helper, style: &Style, escape: Escape) -> Result<String, RenderErrorReason> {
    let id = text(helper, "t")?;
    let mut figures = FluentArgs::new();
    for (name, value) in helper.hash() {
        match (*name, value.value()) {
            ("unit_of", Value::String(unit)) => figures.set("unit", escape(&style.unit(unit))),
            (name, value) => figures.set(name.to_owned(), figure(value, escape)),
        }
    }
    let missing = || RenderErrorReason::Other(format!("no language pack has the message `{id}`"));
    style.find(&id, &figures).ok_or_else(missing)
}

fn figure(value: &Value, escape: Escape) -> FluentValue<'static> {
    match value {
        Value::Null => FluentValue::from("none"),
        Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
        Value::String(text) => FluentValue::from(escape(text)),
        other => FluentValue::from(escape(&other.to_string())),
    }
}

/// What a unit of the plan is called.
fn unit(helper: &Helper, style: &Style, escape: Escape) -> Result<String, RenderErrorReason> {
    Ok(escape(&style.unit(&text(helper, "unit_of")?)))
}

/// Text that stands in the plan in English: a phrase that the packs know in the report's language and units, all else marked as
/// English where the report is not.
fn recorded(helper: &Helper, style: &Style, escape: Escape) -> Result<String, RenderErrorReason> {
    Ok(escape(&style.recorded(&text(helper, "recorded")?)))
}

/// The first parameter as text.
fn text(helper: &Helper, name: &'static str) -> Result<String, RenderErrorReason> {
    let value = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex(name, 0))?;
    if value.is_value_missing() {
        return Err(RenderErrorReason::MissingVariable(value.relative_path().cloned()));
    }
    Ok(match value.value() {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    })
}
