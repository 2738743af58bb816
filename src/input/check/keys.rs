//! Unknown and missing keys.

use serde_json::Value;

use super::repair::{Repair, sample};
use super::{Context, Finding};
use crate::diagnostic::{Code, Diagnostic};
use crate::input::Document;
use crate::input::overrides;
use crate::input::suggest::{self, did_you_mean};
use crate::input::units::{self, Unit};

/// A key that the map at the context's pointer does not have.
pub(super) fn unknown(context: &Context<'_>, key: &str) -> Finding {
    let known = known_keys(context);
    let value = context.document.value().pointer(context.pointer).and_then(|map| map.get(key));
    let (code, message, help, meant) = other_unit(key, value, &known)
        .or_else(|| no_unit(key, &known))
        .unwrap_or_else(|| misspelled(context, key, &known));
    let at = context.document.locate_key(&Document::child(context.pointer, key));
    let diagnostic = Diagnostic::error(code, message).at(at, "").help(help);
    let repair = Repair::Rename { map: context.pointer.to_owned(), from: key.to_owned(), meant };
    Finding { diagnostic, repair }
}

/// A key that must be there.
pub(super) fn missing(context: &Context<'_>, key: &str) -> Finding {
    let schema = context.expected.get("properties").and_then(|properties| properties.get(key));
    let schema = schema.unwrap_or(&Value::Null);
    let message = format!("{} lacks the key `{key}`", context.name());
    let diagnostic = Diagnostic::error(Code::MissingKey, message)
        .at(context.document.locate(context.pointer), "")
        .help(match schema.get("description").and_then(Value::as_str) {
            Some(meaning) => format!("add `{key}`: {meaning}"),
            None => format!("add `{key}`"),
        });
    let pointer = Document::child(context.pointer, key);
    Finding { diagnostic, repair: Repair::Insert { pointer, value: sample(context.schema, schema) } }
}

fn known_keys<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let properties = context.expected.get("properties").and_then(Value::as_object);
    properties.map(|properties| properties.keys().map(String::as_str).collect()).unwrap_or_default()
}

/// Code, message, help, and the keys that may have been meant.
type Verdict = (Code, String, String, Vec<String>);

/// `elevation` for `elevation_m`.
fn no_unit(key: &str, known: &[&str]) -> Option<Verdict> {
    let meant: Vec<&str> = known.iter().copied().filter(|name| units::split(name).0 == key && *name != key).collect();
    let first = meant.first()?;
    let message = format!("`{key}` lacks its unit");
    let help = match (&meant[..], units::split(first).1) {
        ([only], Some(unit)) => format!("write `{only}`, in {}", unit.symbol),
        _ => format!("write one of {}", suggest::list(&meant)),
    };
    Some((Code::MissingUnit, message, help, owned(&meant)))
}

/// `firm_kw` for `firm_mw`.
fn other_unit(key: &str, value: Option<&Value>, known: &[&str]) -> Option<Verdict> {
    let (base, Some(written)) = units::split(key) else { return None };
    let unit_of = |name: &str| units::split(name).1.filter(|_| units::split(name).0 == base);
    let mut meant: Vec<&str> = known.iter().copied().filter(|name| unit_of(name).is_some()).collect();
    let alike = |name: &&str| unit_of(name).is_some_and(|unit| unit.measures_like(written));
    if meant.iter().any(alike) {
        meant.retain(|name| alike(name));
    }
    let first = meant.first()?;
    let unit = unit_of(first)?;
    let message = format!("`{key}` names {}, but this quantity is read in {}", written.symbol, unit.symbol);
    let help = match &meant[..] {
        [name] => conversion(name, value, written, unit),
        _ => format!("write one of {}", suggest::list(&meant)),
    };
    Some((Code::WrongUnit, message, help, owned(&meant)))
}

fn conversion(name: &str, value: Option<&Value>, from: &Unit, to: &Unit) -> String {
    match value.and_then(Value::as_f64).and_then(|value| from.convert(value, to)) {
        Some(value) => format!("write `{name}: {value}`"),
        None => format!("convert to {} and write `{name}`", to.symbol),
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn misspelled(context: &Context<'_>, key: &str, known: &[&str]) -> Verdict {
    let message = format!("{} has no key `{key}`", context.name());
    let meant: Vec<String> = suggest::nearest(key, known.iter().copied()).map(str::to_owned).into_iter().collect();
    let help = did_you_mean(key, known.iter().copied());
    let help = match overrides::for_target(context.document, &Document::child(context.pointer, key)) {
        Some(typed) if meant.is_empty() => format!("{help}; a value of the target is set by `--set {typed}`"),
        _ => help,
    };
    (Code::UnknownKey, message, help, meant)
}
