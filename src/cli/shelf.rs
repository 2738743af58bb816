//! What is built in: items that can be bought, targets to plan for.

use anyhow::anyhow;
use serde_json::{Value, json};

use super::exit::Failure;
use crate::diagnostic::Diagnostics;
use crate::domain::Service;
use crate::domain::format::{amount, usd_span, weeks};
use crate::input::catalog::{CatalogFile, Item};
use crate::input::suggest::did_you_mean;
use crate::input::target::Target;
use crate::input::{FileKind, builtin_catalogs, builtin_target, builtin_targets, parse};
use crate::report::{self, Style, StyleRequest};

/// One line an item: id, service, name, price, lead time; for machines, the items as they stand in the catalogs.
///
/// # Errors
/// When a built-in file cannot be read, which is a mistake of this program.
pub fn list(service: Option<Service>) -> Result<(String, Value), Failure> {
    let mut items = items()?;
    items.retain(|item| service.is_none_or(|service| item.service == service));
    items.sort_by(|a, b| (a.service, &a.id).cmp(&(b.service, &b.id)));
    let width = items.iter().map(|item| item.id.len()).max().unwrap_or(0);
    let text = items.iter().map(|item| format!("{:<width$}  {}\n", item.id, facts(item))).collect();
    Ok((text, json!(items)))
}

fn facts(item: &Item) -> String {
    let unit = item.service.info().unit;
    let size = item.capacity.as_ref().map(|figure| format!("{} {unit}", amount(figure.value)));
    let price = item.cost_usd.as_ref().map_or_else(|| "no price".to_owned(), |cost| usd_span(cost.range()));
    let lead = weeks(item.lead_weeks.likely);
    let facts: Vec<String> = [Some(item.name.clone()), size, Some(price), Some(lead)].into_iter().flatten().collect();
    format!("{:<30}  {}", item.service.info().id, facts.join("; "))
}

/// One item with the evidence of its figures, as in its catalog.
///
/// # Errors
/// When no item has this id.
pub fn show(id: &str) -> Result<(String, Value), Failure> {
    let items = items()?;
    match items.iter().find(|item| item.id == id) {
        Some(item) => Ok((serde_yaml::to_string(item).map_err(Failure::internal)?, json!(item))),
        None => Err(unknown("item", id, items.iter().map(|item| item.id.as_str()))),
    }
}

fn items() -> Result<Vec<Item>, Failure> {
    let mut items = Vec::new();
    for source in builtin_catalogs() {
        let (file, found) = parse::<CatalogFile>(source, FileKind::Catalog).map_err(damaged)?;
        if found.has_errors() {
            return Err(damaged(found));
        }
        items.extend(file.data.items);
    }
    Ok(items)
}

fn damaged(found: Diagnostics) -> Failure {
    Failure::internal(anyhow!("a built-in file cannot be read")).details(found.render(false), found.to_json())
}

/// Names of the built-in targets, one a line.
pub fn targets() -> (String, Value) {
    let names = builtin_targets();
    (names.iter().map(|name| format!("{name}\n")).collect(), json!(names))
}

/// The text of a built-in target.
///
/// # Errors
/// When no target has this name.
pub fn target(name: &str) -> Result<(String, Value), Failure> {
    match builtin_target(name) {
        Some(source) => {
            let text = source.text().to_owned();
            let (file, _) = parse::<Target>(source, FileKind::Target).map_err(damaged)?;
            Ok((text, file.document.value().clone()))
        }
        None => Err(unknown("target", name, builtin_targets().iter().map(String::as_str))),
    }
}

/// Names of the built-in languages, each as its readers call it.
pub fn languages() -> (String, Value) {
    let called = |id: &String| {
        let style = Style::new(StyleRequest { language: Some(id.clone()), ..StyleRequest::default() });
        style.word("language-name")
    };
    let all: Vec<(String, String)> = report::languages().into_iter().map(|id| (id.clone(), called(&id))).collect();
    let text = all.iter().map(|(id, name)| format!("{id}  {name}\n")).collect();
    (text, all.iter().map(|(id, name)| json!({ "id": id, "name": name })).collect())
}

/// The messages of a built-in language, all its files as one.
///
/// # Errors
/// When there is no such language.
pub fn language(name: &str) -> Result<(String, Value), Failure> {
    let known = report::languages();
    let files = report::built_in(name).ok_or_else(|| unknown("language", name, known.iter().map(String::as_str)))?;
    let text = files.into_iter().map(|file| file.text).collect::<Vec<_>>().join("\n");
    let data = json!({ "id": name, "pack": text });
    Ok((text, data))
}

fn unknown<'a>(what: &str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Failure {
    Failure::input(anyhow!("no built-in {what} is called `{name}`")).help(did_you_mean(name, known))
}
