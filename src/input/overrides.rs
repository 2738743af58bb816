//! Values that are set beside the files: `utility.firm_mw=9` for the facility, `target:racks_per_hall=40` for the target.
//!
//! They are put into the document before its shape is checked, so that they are held to the same rules as what is written in it.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::document::{Document, NAMES, Override};
use super::schema::{FileKind, checked_schema};
use super::suggest::did_you_mean;
use super::yaml;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, SourceText};

/// The key by which elements are named that say something of a hall.
const HALL: &str = "hall";

/// What stands before the path of a value of the target.
const TARGET: &str = "target:";

/// Puts each value that is for files of this kind into a document; what cannot be is told.
pub(super) fn apply(document: &mut Document, kind: FileKind, overrides: &[String]) -> Diagnostics {
    let of_kind = |text: &&String| text.starts_with(TARGET) == (kind == FileKind::Target);
    let own: Vec<&String> = overrides.iter().filter(of_kind).filter(|_| kind != FileKind::Catalog).collect();
    if own.is_empty() {
        return Diagnostics::default();
    }
    let schema = checked_schema(kind);
    own.into_iter().filter_map(|text| set(document, &schema, text).err()).flatten().collect()
}

fn set(document: &mut Document, schema: &Value, text: &str) -> Result<(), Diagnostics> {
    let source = Arc::new(SourceText::new(format!("--set {text}"), text));
    let plain = text.strip_prefix(TARGET).unwrap_or(text);
    let Some((path, written)) = plain.split_once('=') else {
        let message = format!("`--set {text}` names no value");
        return Err(bad(&source, text, message, "write PATH=VALUE: `--set utility.firm_mw=9`").into());
    };
    let value = value(written)?;
    let (mut pointer, mut whole) = (String::new(), document.value().clone());
    for key in segments(path) {
        let by_number = document.is_written(&pointer) && key.parse::<usize>().is_ok();
        pointer = match growing_list(document, schema, &pointer).filter(|_| !by_number) {
            Some(name) => named_element(&mut whole, &pointer, name, key),
            None => child(document, &pointer, &key).map_err(|(message, help)| bad(&source, text, message, help))?,
        };
    }
    put(&mut whole, &pointer, value);
    let span = text.len() - written.len()..text.len();
    document.set(whole, Override { pointer, source, span });
    Ok(())
}

/// How what was typed for a facility would be typed for the target, where a part is set so.
pub(super) fn for_target(document: &Document, pointer: &str) -> Option<String> {
    let typed = document.overridden(pointer)?.source.text();
    (!typed.starts_with(TARGET)).then(|| format!("{TARGET}{typed}"))
}

fn bad(source: &Arc<SourceText>, text: &str, message: String, help: impl Into<String>) -> Diagnostic {
    let end = text.find('=').unwrap_or(text.len());
    Diagnostic::error(Code::BadOverride, message).at(Location::new(source, 0..end), "").help(help)
}

/// What a value means in YAML; nothing written takes the key away.
fn value(written: &str) -> Result<Value, Diagnostics> {
    let source = Arc::new(SourceText::new(format!("--set ...={written}"), written));
    match yaml::parse(&source) {
        (Some(root), found) if found.is_empty() => Ok(root.value()),
        (_, found) => Err(found.into_iter().collect()),
    }
}

/// `halls[1].racks` and `halls.1.racks` are the same.
fn segments(path: &str) -> Vec<String> {
    path.trim().replace('[', ".").replace(']', "").split('.').map(str::to_owned).collect()
}

/// Of a list whose elements a path makes, the key by which they are named: one that the file does not have, or one of what is
/// asked of halls, which need not be there to be named.
fn growing_list(document: &Document, schema: &Value, pointer: &str) -> Option<&'static str> {
    let element = expected(schema, pointer)?.get("items").map(|items| resolved(schema, items))?;
    let name = NAMES.into_iter().find(|name| element.pointer(&format!("/properties/{name}")).is_some())?;
    (name == HALL || !document.is_written(pointer)).then_some(name)
}

/// The schema of the value at a pointer.
fn expected<'a>(schema: &'a Value, pointer: &str) -> Option<&'a Value> {
    pointer.split('/').skip(1).try_fold(schema, |around, key| {
        let part = around.get("items").or_else(|| around.get("properties")?.get(key))?;
        Some(resolved(schema, part))
    })
}

fn resolved<'a>(schema: &'a Value, part: &'a Value) -> &'a Value {
    let reference = part.get("$ref").and_then(Value::as_str).and_then(|at| at.strip_prefix('#'));
    reference.and_then(|at| schema.pointer(at)).unwrap_or(part)
}

/// The pointer of the element of that name; it is added where there is none.
fn named_element(whole: &mut Value, pointer: &str, key: &str, name: String) -> String {
    if whole.pointer(pointer).is_none() {
        put(whole, pointer, Value::Array(Vec::new()));
    }
    let Some(Value::Array(items)) = whole.pointer_mut(pointer) else { return format!("{pointer}/{name}") };
    let found = items.iter().position(|item| item.get(key).and_then(Value::as_str) == Some(&name));
    let at = found.unwrap_or(items.len());
    if found.is_none() {
        items.push(json!({ key: name }));
    }
    format!("{pointer}/{at}")
}

/// The pointer of a key in a map, whether it is there or not, or of an element in a list, by its id or number; otherwise why
/// there is none, and what to do.
fn child(document: &Document, pointer: &str, key: &str) -> Result<String, (String, String)> {
    let name = || match document.path(pointer) {
        path if path.is_empty() => "the file".to_owned(),
        path => format!("`{path}`"),
    };
    match document.value().pointer(pointer) {
        _ if key.is_empty() => {
            Err(("a path has no empty parts".to_owned(), "write it as messages do: halls.barn.racks".to_owned()))
        }
        None | Some(Value::Object(_)) => Ok(Document::child(pointer, key)),
        Some(Value::Array(items)) => {
            let names: Vec<String> = (0..items.len()).map(|at| element(document, pointer, at)).collect();
            let number = key.parse::<usize>().ok().filter(|at| *at < items.len());
            let found = names.iter().position(|name| name == key).or(number);
            let missing =
                || (format!("{} has no element `{key}`", name()), did_you_mean(key, names.iter().map(String::as_str)));
            found.map(|at| format!("{pointer}/{at}")).ok_or_else(missing)
        }
        Some(_) => Err((format!("{} is one value and holds no `{key}`", name()), "end the path before it".to_owned())),
    }
}

/// The last part of the path of a list's element: its id, or its number.
fn element(document: &Document, pointer: &str, at: usize) -> String {
    let path = document.path(&format!("{pointer}/{at}"));
    path.rsplit('.').next().unwrap_or_default().to_owned()
}

/// Puts a value where a pointer says; maps that are not there are made, and nothing takes a key away.
fn put(whole: &mut Value, pointer: &str, value: Value) {
    let (around, key) = pointer.rsplit_once('/').unwrap_or(("", pointer));
    let key = key.replace("~1", "/").replace("~0", "~");
    if whole.pointer(around).is_none() {
        put(whole, around, Value::Object(Map::new()));
    }
    match (whole.pointer_mut(around), value) {
        (Some(Value::Object(map)), Value::Null) => drop(map.shift_remove(&key)),
        (Some(Value::Object(map)), value) => drop(map.insert(key, value)),
        (Some(Value::Array(items)), value) => {
            if let Some(item) = key.parse::<usize>().ok().and_then(|at| items.get_mut(at)) {
                *item = value;
            }
        }
        _ => {}
    }
}
