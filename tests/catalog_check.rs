//! What is doubtful in catalogs. Each fixture is a small catalog over `base/catalog.yaml`; behind what is doubtful stands
//! `#! rule`, and what is not announced must not be found.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use retrofit::diagnostic::SourceText;
use retrofit::input::schema::parameter_ids;
use retrofit::input::{FileKind, Inputs, Parsed, parse, read_catalogs};
use retrofit::lint::{Finding, RULES, lint};
use retrofit::validate::validate;
use serde::de::DeserializeOwned;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

/// Rules on services, which stand in no file.
const OF_SERVICES: [&str; 2] = ["unsupplied", "missing-activity"];

#[test]
fn every_fixture_is_found_fault_with_as_it_says() {
    let mut announced: BTreeSet<String> = OF_SERVICES.iter().map(|rule| rule.to_string()).collect();
    for path in fixtures() {
        let expected = expected(&text(&path));
        let name = name(&path);
        let found: BTreeSet<(String, usize)> =
            findings(&path).iter().filter_map(|f| Some((f.rule.to_owned(), line(f, &name)?))).collect();
        assert_eq!(found, expected, "{name}");
        announced.extend(expected.into_iter().map(|(rule, _)| rule));
    }
    assert_eq!(announced, RULES.iter().map(|rule| rule.id.to_owned()).collect(), "each rule is seen to fire");
}

/// The base catalog sells UPS, gear and ground; the fixture orders the first, and installs it without waiting for it.
#[test]
fn services_without_items_or_activities_are_named() {
    let found = findings(&Path::new(FIXTURES).join("catalog-check/idle_activity.yaml"));
    let of = |rule: &str| found.iter().filter(|f| f.rule == rule).map(|f| f.subject.clone()).collect::<Vec<_>>();
    let unsupplied = of("unsupplied");
    assert!(unsupplied.contains(&"services.fuel".to_owned()));
    for supplied in ["critical_power", "grid_import", "make_up_water", "fiber_routes"] {
        assert!(!unsupplied.contains(&format!("services.{supplied}")), "{supplied}");
    }
    let mut missing = of("missing-activity");
    missing.dedup();
    assert_eq!(missing, ["activities.A92", "services.medium_voltage", "services.yard"]);
    assert!(found.iter().any(|f| f.message == "no activity installs it"));
}

#[test]
fn only_a_reference_to_nothing_is_broken() {
    let broken = |name: &str| -> Vec<String> {
        let found = findings(&Path::new(FIXTURES).join("catalog-check").join(name));
        found.into_iter().filter(|finding| finding.broken).map(|finding| finding.message).collect()
    };
    assert_eq!(broken("substitutes.yaml"), ["there is no item `typo`"]);
    assert_eq!(broken("codes.yaml"), [""; 0]);
}

/// What can be mended by whoever adds an entry; age and spread of published figures cannot.
#[test]
fn built_in_catalogs_have_no_loose_ends() {
    let (site, _) = validate(&read_catalogs(&[]).unwrap()).unwrap();
    let loose =
        ["out-of-bounds", "unused-source", "unsupplied", "idle-activity", "missing-activity", "substitutes", "codes"];
    let found: Vec<Finding> = lint(&site).into_iter().filter(|finding| loose.contains(&finding.rule)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_command_tells_doubts_and_refuses_broken_references() {
    let run = |args: &[&str]| {
        let mut command = Command::cargo_bin("retrofit").expect("the binary is built");
        let output = command.args(["catalog", "check"]).args(args).output().expect("the binary runs");
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, text, _) = run(&[]);
    assert_eq!(code, Some(0));
    assert!(text.contains("stale (") && text.ends_with("findings\n"), "{text}");
    let (code, json, _) = run(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, &json["ok"]), (Some(0), &true.into()));
    assert!(json["findings"].as_array().unwrap().iter().all(|finding| finding["severity"] == "warning"));
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(format!("{FIXTURES}/catalog-check/substitutes.yaml"), folder.path().join("own.yaml")).unwrap();
    let (code, _, said) = run(&["--catalog", &folder.path().to_string_lossy()]);
    assert_eq!(code, Some(2));
    assert!(said.contains("there is no item `typo` (own.yaml:5)") && said.contains("1 broken reference"), "{said}");
}

fn findings(fixture: &Path) -> Vec<Finding> {
    let base = |kind: FileKind| text(&Path::new(FIXTURES).join(format!("base/{}.yaml", kind.role())));
    let row = |name: &str| format!("  - {{ id: {name}, value: 1, sources: [test], confidence: estimate }}\n");
    let parameters: String = parameter_ids().iter().map(|(name, _)| row(name)).collect();
    let inputs = Inputs {
        objective: None,
        facility: parsed("facility.yaml", base(FileKind::Facility), FileKind::Facility),
        target: parsed("target.yaml", base(FileKind::Target), FileKind::Target),
        catalogs: vec![
            parsed("base.yaml", base(FileKind::Catalog) + &parameters, FileKind::Catalog),
            parsed(&name(fixture), text(fixture), FileKind::Catalog),
        ],
        as_of: None,
        diagnostics: Default::default(),
    };
    let (site, _) = validate(&inputs).unwrap_or_else(|found| panic!("{}", found.render(false)));
    lint(&site)
}

fn parsed<T: DeserializeOwned>(name: &str, text: String, kind: FileKind) -> Parsed<T> {
    let (parsed, found) =
        parse(SourceText::new(name, text), kind).unwrap_or_else(|found| panic!("{}", found.render(false)));
    assert!(!found.has_errors(), "{}", found.render(false));
    parsed
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn fixtures() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(format!("{FIXTURES}/catalog-check")).unwrap();
    folder.map(|entry| entry.unwrap().path()).collect()
}

/// Rule and line of each announcement.
fn expected(text: &str) -> BTreeSet<(String, usize)> {
    let lines = text.lines().enumerate();
    lines.filter_map(|(index, line)| Some((line.split_once("#! ")?.1.trim().to_owned(), index + 1))).collect()
}

/// The line of a finding in a file; nothing where it is in another.
fn line(finding: &Finding, name: &str) -> Option<usize> {
    finding.place.as_ref()?.strip_prefix(name)?.strip_prefix(':')?.parse().ok()
}
