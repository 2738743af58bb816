//! Each fixture is a small file with mistakes. What is expected stands behind the mistake, as a comment:
//! `#! code@column text`, where the text is a part of the message or the help. `@-` is a diagnostic that has no place in
//! this file; without `@` any column will do. What is not expected must not be reported.
//!
//! A facility is read with `base/target.yaml` and `base/catalog.yaml`, a target with `base/facility.yaml`, and so on.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use retrofit::diagnostic::{Code, Diagnostic, Diagnostics, SourceText};
use retrofit::input::brand::Brand;
use retrofit::input::catalog::ParameterId;
use retrofit::input::schema::parameter_ids;
use retrofit::input::{FileKind, Inputs, Parsed, Request, builtin_targets, parse};
use retrofit::validate;
use serde::de::DeserializeOwned;
use serde_json::json;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

/// A diagnostic that a fixture announces.
struct Expected {
    code: String,
    line: Option<usize>,
    column: Option<usize>,
    text: String,
}

#[test]
fn every_fixture_is_diagnosed_as_it_says() {
    let mut wrong = String::new();
    for kind in FileKind::ALL {
        for path in files(&format!("{FIXTURES}/{}", kind.role())) {
            let text = std::fs::read_to_string(&path).unwrap();
            let found = diagnose(kind, &text);
            if let Some(difference) = difference(&expected(&text), &found) {
                writeln!(wrong, "{}:\n{difference}", path.display()).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn line_ends_and_byte_order_marks_do_not_matter() {
    let path = format!("{FIXTURES}/facility/five_mistakes.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    let found = diagnose(FileKind::Facility, &format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_eq!(difference(&expected(&text), &found), None);
}

#[test]
fn every_code_but_those_of_files_is_in_a_fixture() {
    let texts: Vec<String> = FileKind::ALL
        .iter()
        .flat_map(|kind| files(&format!("{FIXTURES}/{}", kind.role())))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let elsewhere = [
        Code::UnreadableFile,
        Code::UnknownTarget,
        Code::FileTooLarge,
        Code::BadOverride,
        Code::TooDeep,
        Code::TooManyAliases,
        Code::MissingParameter,
        // Of templates, packs and currencies: `tests/reports.rs`.
        Code::BadTemplate,
        Code::UnknownTemplate,
        Code::UnknownField,
        Code::UnknownMessage,
        Code::UnknownLanguage,
        Code::BadLanguagePack,
        Code::MissingMessages,
        Code::BadCurrency,
    ];
    for code in Code::ALL.iter().filter(|code| !elsewhere.contains(code)) {
        let mark = format!("#! {}", code.id());
        assert!(texts.iter().any(|text| text.contains(&mark)), "no fixture has {}", code.id());
        assert_eq!(Code::find(code.id()), Some(*code));
    }
}

#[test]
fn hostile_files_are_refused_at_once() {
    let bomb: String = (1..40).fold("a0: &a0 [x, x]\n".into(), |text, i| {
        format!("{text}a{i}: &a{i} [*a{p}, *a{p}, *a{p}, *a{p}, *a{p}, *a{p}, *a{p}, *a{p}]\n", p = i - 1)
    });
    assert_eq!(codes(&diagnose(FileKind::Facility, &bomb)), ["too-many-aliases"]);
    for open in ["[", "{a: ", "- "] {
        assert_eq!(codes(&diagnose(FileKind::Facility, &open.repeat(100))), ["too-deep"]);
        assert_eq!(diagnose(FileKind::Facility, &open.repeat(200_000)).len(), 1);
    }
}

#[test]
fn unreadable_files_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large.yaml");
    let binary = folder.path().join("binary.yaml");
    std::fs::write(&large, " ".repeat(4 * 1024 * 1024 + 1)).unwrap();
    std::fs::write(&binary, [0xff, 0xfe, 0x00]).unwrap();
    let target = Some(format!("{FIXTURES}/base/target.yaml"));
    let read = |request: &Request| codes(&retrofit::input::read(request).unwrap_err());
    assert_eq!(read(&Request { target: target.clone(), ..Request::new(large) }), ["file-too-large"]);
    assert_eq!(read(&Request { target, ..Request::new(binary) }), ["unreadable-file"]);
    let mut request = Request::new(folder.path().join("none.yaml"));
    request.target = Some("defualt".into());
    request.catalog_dirs = vec![folder.path().join("none")];
    assert_eq!(read(&request), ["unreadable-file", "unknown-target", "unreadable-file"]);
}

#[test]
fn built_in_catalogs_do_not_override_each_other() {
    let mut inputs = inputs(FileKind::Facility, &base(FileKind::Facility)).unwrap();
    let mut second = base_catalog();
    inputs.catalogs.push(second.clone());
    assert!(validate::validate(&inputs).is_ok());
    second.built_in = true;
    second.document = document("other.yaml", &base(FileKind::Catalog));
    inputs.catalogs = vec![Parsed { built_in: true, ..base_catalog() }, second];
    assert_eq!(codes(&validate::validate(&inputs).unwrap_err()), ["duplicate-id"; 5]);
}

#[test]
fn a_user_catalog_overrides_by_id() {
    let text = std::fs::read_to_string(format!("{FIXTURES}/catalog/valid_override.yaml")).unwrap();
    let (site, _) = validate::validate(&inputs(FileKind::Catalog, &text).unwrap()).unwrap();
    assert_eq!(site.catalog.items["ups"].name, "Thing");
    assert_eq!(site.catalog.activities.len(), 1);
    assert_eq!(site.parameter(ParameterId::PowerFactor), 0.9);
    assert!(site.catalog.sources.contains_key("own") && site.catalog.sources.contains_key("test"));
}

#[test]
fn a_missing_parameter_is_named() {
    let mut inputs = inputs(FileKind::Facility, &base(FileKind::Facility)).unwrap();
    inputs.catalogs[0].data.parameters.remove(0);
    let found = validate::validate(&inputs).unwrap_err();
    assert_eq!(codes(&found), ["missing-parameter"]);
    assert!(found.iter().next().unwrap().message.contains("`power_factor`"));
}

#[test]
fn what_is_built_in_has_no_mistakes() {
    for target in builtin_targets() {
        let mut request = Request::new(format!("{FIXTURES}/base/facility.yaml"));
        request.target = Some(target);
        let (site, warnings) = validate::load(&request).unwrap_or_else(|found| panic!("{}", found.render(false)));
        assert!(warnings.is_empty(), "{}", warnings.render(false));
        assert_eq!(site.inputs.iter().map(|file| file.sha256.len()).min(), Some(64));
    }
}

#[test]
fn the_starter_is_valid() {
    let found = diagnose(FileKind::Facility, retrofit::input::starter::STARTER);
    assert!(found.is_empty(), "{}", found.render(false));
}

#[test]
fn a_site_knows_where_its_values_come_from() {
    let inputs =
        inputs(FileKind::Target, &format!("{}halls: [{{ hall: barn, it_mw: 1.32 }}]\n", base(FileKind::Target)));
    let (site, _) = validate::validate(&inputs.unwrap()).unwrap();
    assert_eq!(site.origin("facility", "halls.barn.mining_mw"), "facility.yaml:9 (halls.barn.mining_mw)");
    assert_eq!(site.origin("target", "rack.power_kw"), "target.yaml:3 (rack.power_kw)");
    assert_eq!(site.origin("facility", "calendar.holidays"), "facility default (calendar.holidays)");
    assert_eq!((site.halls[0].racks_asked, site.halls[0].low_voltage_v), (Some(10), 415.0));
    assert_eq!(site.as_of, site.start_date);
}

#[test]
fn a_rendered_diagnostic_shows_both_files() {
    let target = format!("{}ready_date: 2026-12-31\n", base(FileKind::Target));
    let found = diagnose(FileKind::Target, &target);
    insta::assert_snapshot!(found.render(false), @"
    error[contradiction]: 2026-12-31 is not after the start of the project, 2027-01-04
      --> target.yaml:13:13
       |
    13 | ready_date: 2026-12-31
       |             ^^^^^^^^^^ ready
       |
      ::: facility.yaml:13:13
       |
    13 | start_date: 2027-01-04
       |             ---------- start
    ");
    assert!(found.render(true).contains("\u{1b}["));
    assert_eq!(
        found.to_json(),
        json!([{
            "code": "contradiction",
            "severity": "error",
            "file": "target.yaml",
            "line": 13,
            "column": 13,
            "message": "2026-12-31 is not after the start of the project, 2027-01-04",
            "help": null,
            "related": [{ "file": "facility.yaml", "line": 13, "column": 13, "message": "start" }],
        }])
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is cut out of a file or put into it, it is read or refused; every place is in the text.
    #[test]
    fn no_text_is_too_odd(at in 0usize..800, cut in 0usize..40, put in "[-\\[\\]{}:,&*!|>'\"%@`#~? \n\tü0-9a-z.]{0,12}") {
        let text = base(FileKind::Facility);
        let (at, end) = (at.min(text.len()), (at + cut).min(text.len()));
        let odd = format!("{}{put}{}", &text[..at], &text[end..]);
        let found = diagnose(FileKind::Facility, &odd);
        prop_assert!(found.render(false).len() >= found.len());
        prop_assert_eq!(found.to_json().as_array().map(Vec::len), Some(found.len()));
    }
}

/// The diagnostics of one file among valid others.
fn diagnose(kind: FileKind, text: &str) -> Diagnostics {
    if kind == FileKind::Brand {
        return read::<Brand>(kind, text).map_or_else(|found| found, |(_, found)| found);
    }
    match inputs(kind, text).and_then(|inputs| validate::validate(&inputs)) {
        Ok((_, warnings)) => warnings,
        Err(found) => found,
    }
}

fn inputs(kind: FileKind, text: &str) -> Result<Inputs, Diagnostics> {
    let text_of = |this: FileKind| if this == kind { text.to_owned() } else { base(this) };
    let (facility, mut diagnostics) = read(FileKind::Facility, &text_of(FileKind::Facility))?;
    let (target, found) = read(FileKind::Target, &text_of(FileKind::Target))?;
    diagnostics.extend(found);
    let mut catalogs = vec![base_catalog()];
    if kind == FileKind::Catalog {
        let (catalog, found) = read(kind, text)?;
        diagnostics.extend(found);
        catalogs.push(catalog);
    }
    Ok(Inputs { facility, target, catalogs, as_of: None, objective: None, diagnostics })
}

fn read<T: DeserializeOwned>(kind: FileKind, text: &str) -> Result<(Parsed<T>, Diagnostics), Diagnostics> {
    parse(SourceText::new(format!("{}.yaml", kind.role()), text), kind)
}

fn base(kind: FileKind) -> String {
    let text = std::fs::read_to_string(format!("{FIXTURES}/base/{}.yaml", kind.role())).unwrap();
    if kind != FileKind::Catalog {
        return text;
    }
    let row = |name: &str| format!("  - {{ id: {name}, value: 1, sources: [test], confidence: estimate }}\n");
    parameter_ids().iter().fold(text, |text, (name, _)| text + &row(name))
}

fn base_catalog() -> Parsed<retrofit::input::catalog::CatalogFile> {
    let (catalog, found) =
        parse(SourceText::new("base.yaml", base(FileKind::Catalog)), FileKind::Catalog).expect("the base is valid");
    assert!(found.is_empty(), "{}", found.render(false));
    catalog
}

fn document(path: &str, text: &str) -> retrofit::input::Document {
    let short: String = text.split("parameters:").next().unwrap().to_owned();
    retrofit::input::Document::parse(&std::sync::Arc::new(SourceText::new(path, short))).unwrap().0
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Path::new(folder).read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn codes(found: &Diagnostics) -> Vec<&'static str> {
    found.iter().map(|diagnostic| diagnostic.code.id()).collect()
}

fn expected(text: &str) -> Vec<Expected> {
    let marks = |(index, line): (usize, &str)| -> Vec<Expected> {
        line.split("#! ").skip(1).map(|mark| expectation(index + 1, mark.trim())).collect()
    };
    text.lines().enumerate().flat_map(marks).collect()
}

fn expectation(line: usize, mark: &str) -> Expected {
    let (place, text) = mark.split_once(' ').unwrap_or((mark, ""));
    let (code, column) = place.split_once('@').unwrap_or((place, ""));
    let line = (column != "-").then_some(line);
    Expected { code: code.into(), line, column: column.parse().ok(), text: text.into() }
}

/// What is expected and not found, and the reverse.
fn difference(expected: &[Expected], found: &Diagnostics) -> Option<String> {
    let missing = expected.iter().filter(|e| !found.iter().any(|d| is(e, d)));
    let missing = missing.map(|e| format!("  missing {} {:?}:{:?} {}", e.code, e.line, e.column, e.text));
    let extra = found.iter().filter(|d| !expected.iter().any(|e| is(e, d)));
    let extra = extra.map(|d| format!("  extra {} {:?} {} {:?}", d.code.id(), place(d), d.message, d.help));
    let mut lines: Vec<String> = missing.chain(extra).collect();
    if expected.len() != found.len() {
        lines.push(format!("  {} expected, {} found", expected.len(), found.len()));
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn is(expected: &Expected, found: &Diagnostic) -> bool {
    let said =
        found.message.contains(&expected.text) || found.help.as_ref().is_some_and(|h| h.contains(&expected.text));
    let there = match (expected.line, place(found)) {
        (None, _) => true,
        (Some(line), Some(place)) => line == place.0 && expected.column.is_none_or(|column| column == place.1),
        (Some(_), None) => false,
    };
    said && there && expected.code == found.code.id()
}

fn place(found: &Diagnostic) -> Option<(usize, usize)> {
    found.primary.as_ref().map(|label| label.location.line_column())
}
