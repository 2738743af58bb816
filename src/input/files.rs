//! Which files are read, from where. The only part of the library that reads files.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;
use serde::de::DeserializeOwned;

use super::catalog::CatalogFile;
use super::check;
use super::document::Document;
use super::facility::Facility;
use super::overrides;
use super::schema::FileKind;
use super::starter::STARTER;
use super::suggest::did_you_mean;
use super::target::Target;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, SourceText};
use crate::domain::Objective;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/catalogs");

/// Largest file that is read, bytes.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// What to read.
#[derive(Clone, Debug)]
pub struct Request {
    /// The facility file.
    pub facility: PathBuf,
    /// A built-in target's name or a file's path; `default` where not said.
    pub target: Option<String>,
    /// Folders of catalogs that extend and override the built-in ones, later over earlier.
    pub catalog_dirs: Vec<PathBuf>,
    /// Day the plan is made for; the facility's start date where not said.
    pub as_of: Option<Date>,
    /// What is minimized; as the target says where not said.
    pub objective: Option<Objective>,
    /// Values in place of those of the facility, `utility.firm_mw=9`, and of the target, `target:racks_per_hall=40`; the last
    /// of a path counts, and one without a value takes the key away.
    pub overrides: Vec<String>,
}

impl Request {
    /// A facility with the default target and the built-in catalogs.
    pub fn new(facility: impl Into<PathBuf>) -> Request {
        Request {
            facility: facility.into(),
            target: None,
            catalog_dirs: Vec::new(),
            as_of: None,
            objective: None,
            overrides: Vec::new(),
        }
    }
}

/// A file as its type, with its places.
#[derive(Clone, Debug)]
pub struct Parsed<T> {
    /// Text and places.
    pub document: Document,
    /// The file as its type. Values at fault have stand-ins, so that the others can be checked.
    pub data: T,
    /// Part of the program, not of the user's files.
    pub built_in: bool,
}

/// All files of a plan, as written.
#[derive(Clone, Debug)]
pub struct Inputs {
    /// The mine as it stands.
    pub facility: Parsed<Facility>,
    /// What the tenant needs.
    pub target: Parsed<Target>,
    /// Built-in catalogs in the order of their names, then those of each folder in the same order.
    pub catalogs: Vec<Parsed<CatalogFile>>,
    /// Day the plan is made for, where it was said.
    pub as_of: Option<Date>,
    /// What is minimized, where it was said.
    pub objective: Option<Objective>,
    /// Errors of shape found so far: a site with any is not valid.
    pub diagnostics: Diagnostics,
}

/// Reads all files of a plan and checks their shape.
///
/// # Errors
/// All errors of all files, where one of them cannot be read at all. Otherwise errors of shape are in the result, to be
/// reported together with those of validation.
pub fn read(request: &Request) -> Result<Inputs, Diagnostics> {
    read_with(text(&request.facility), request)
}

/// Reads catalogs for their own sake: with the starter facility and the default target, so that every rule of validation
/// can be applied to them.
///
/// # Errors
/// As [`read`].
pub fn read_catalogs(folders: &[PathBuf]) -> Result<Inputs, Diagnostics> {
    let starter = SourceText::new("built-in/facility.yaml".to_owned(), STARTER);
    read_with(Ok(starter), &Request { catalog_dirs: folders.to_vec(), ..Request::new("facility.yaml") })
}

fn read_with(facility: Result<SourceText, Diagnostics>, request: &Request) -> Result<Inputs, Diagnostics> {
    let mut found = Diagnostics::default();
    let set = request.overrides.as_slice();
    let facility = keep(facility.and_then(|source| parse_from(source, FileKind::Facility, false, set)), &mut found);
    let target = target_text(request.target.as_deref().unwrap_or("default"));
    let target =
        keep(target.and_then(|(source, built_in)| parse_from(source, FileKind::Target, built_in, set)), &mut found);
    let catalogs = all_catalogs(&request.catalog_dirs, &mut found);
    match (facility, target, catalogs) {
        (Some(facility), Some(target), Some(catalogs)) => {
            let Request { as_of, objective, .. } = *request;
            Ok(Inputs { facility, target, catalogs, as_of, objective, diagnostics: found })
        }
        _ => Err(found),
    }
}

/// Reads a text as a file of a kind, with the errors of its shape.
///
/// # Errors
/// Text that is not YAML, or of another kind.
pub fn parse<T: DeserializeOwned>(source: SourceText, kind: FileKind) -> Result<(Parsed<T>, Diagnostics), Diagnostics> {
    parse_from(source, kind, false, &[])
}

/// Names of the built-in targets.
pub fn builtin_targets() -> Vec<String> {
    builtin_files("targets").iter().map(|source| source.name().trim_end_matches(".yaml").to_owned()).collect()
}

/// The text of a built-in target.
pub fn builtin_target(name: &str) -> Option<SourceText> {
    builtin_files("targets").into_iter().find(|source| source.name().trim_end_matches(".yaml") == name)
}

/// Names and texts of the built-in catalog files, in the order in which they are read.
pub fn builtin_catalogs() -> Vec<SourceText> {
    builtin_files("")
}

fn parse_from<T: DeserializeOwned>(
    source: SourceText,
    kind: FileKind,
    built_in: bool,
    overrides: &[String],
) -> Result<(Parsed<T>, Diagnostics), Diagnostics> {
    let (mut document, mut found) = Document::parse(&Arc::new(source))?;
    found.extend(overrides::apply(&mut document, kind, overrides));
    let (data, shape) = check::read(&mut document, kind);
    found.extend(shape);
    match data {
        Some(data) => Ok((Parsed { document, data, built_in }, found)),
        None => Err(found),
    }
}

/// The file, with its findings put to the others.
fn keep<T>(result: Result<(T, Diagnostics), Diagnostics>, found: &mut Diagnostics) -> Option<T> {
    let (file, new) = match result {
        Ok((file, new)) => (Some(file), new),
        Err(new) => (None, new),
    };
    found.extend(new);
    file
}

fn all_catalogs(folders: &[PathBuf], found: &mut Diagnostics) -> Option<Vec<Parsed<CatalogFile>>> {
    let mut files: Vec<Option<Parsed<CatalogFile>>> = Vec::new();
    for source in builtin_catalogs() {
        files.push(keep(parse_from(source, FileKind::Catalog, true, &[]), found));
    }
    for source in folders.iter().flat_map(|folder| folder_texts(folder)) {
        let parsed = source.and_then(|source| parse(source, FileKind::Catalog));
        files.push(keep(parsed, found));
    }
    files.into_iter().collect()
}

/// The YAML files of a folder, in the order of their names.
fn folder_texts(folder: &Path) -> Vec<Result<SourceText, Diagnostics>> {
    let entries = match std::fs::read_dir(folder).and_then(|entries| entries.collect::<Result<Vec<_>, _>>()) {
        Ok(entries) => entries,
        Err(error) => return vec![Err(unreadable(folder, &error.to_string()))],
    };
    let is_yaml = |path: &PathBuf| path.extension().is_some_and(|end| end == "yaml" || end == "yml");
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).filter(is_yaml).collect();
    paths.sort();
    match paths.is_empty() {
        true => vec![Err(unreadable(folder, "the folder holds no file *.yaml"))],
        false => paths.iter().map(|path| text(path)).collect(),
    }
}

/// A built-in target by its name, or a file by its path; and whether it is built in.
fn target_text(target: &str) -> Result<(SourceText, bool), Diagnostics> {
    let built_in = builtin_files("targets");
    let wanted = format!("{target}.yaml");
    if let Some(source) = built_in.into_iter().find(|source| source.name() == wanted) {
        return Ok((source, true));
    }
    if Path::new(target).exists() || target.contains(['/', '\\', '.']) {
        return text(Path::new(target)).map(|source| (source, false));
    }
    let names = builtin_targets();
    let help = did_you_mean(target, names.iter().map(String::as_str));
    Err(Diagnostic::error(Code::UnknownTarget, format!("no target is called `{target}`")).help(help).into())
}

fn builtin_files(folder: &str) -> Vec<SourceText> {
    let files = if folder.is_empty() { Some(&BUILT_IN) } else { BUILT_IN.get_dir(folder) };
    let yaml =
        files.into_iter().flat_map(Dir::files).filter(|file| file.path().extension().is_some_and(|e| e == "yaml"));
    let mut sources: Vec<SourceText> = yaml
        .filter_map(|file| Some(SourceText::new(format!("built-in/{}", file.path().display()), file.contents_utf8()?)))
        .collect();
    sources.sort_by(|a, b| a.path().cmp(b.path()));
    sources
}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<SourceText, Diagnostics> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(path, &error.to_string()))?;
    if bytes.len() as u64 > MAX_BYTES {
        let message = format!("{} is larger than {} MB", path.display(), MAX_BYTES / 1024 / 1024);
        return Err(Diagnostic::error(Code::FileTooLarge, message).into());
    }
    let text = String::from_utf8(bytes).map_err(|_| unreadable(path, "it is not UTF-8 text"))?;
    Ok(SourceText::new(path.display().to_string(), text))
}

/// A file or folder that cannot be read, and why.
pub(super) fn unreadable(path: &Path, why: &str) -> Diagnostics {
    Diagnostic::error(Code::UnreadableFile, format!("cannot read {}: {why}", path.display())).into()
}
