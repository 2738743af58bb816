//! Data flows in one direction: each part imports only parts before it, and only `cli` and `input` touch the outside.

use std::fs;
use std::path::{Path, PathBuf};

/// The parts of the program, each with the parts it may import.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("physics", &[]),
    ("diagnostic", &[]),
    ("input", &["domain", "diagnostic"]),
    ("validate", &["domain", "diagnostic", "input"]),
    ("lint", &["domain", "input", "validate"]),
    ("requirements", &["domain", "physics", "input", "validate"]),
    ("gap", &["domain", "physics", "input", "validate", "requirements"]),
    ("banks", &["domain", "physics", "input", "validate", "requirements", "gap"]),
    ("graph", &["domain", "input", "validate", "requirements", "gap", "banks"]),
    ("optimize", &["domain", "input", "validate", "requirements", "gap", "banks", "graph"]),
    ("schedule", &["domain", "input", "validate", "requirements", "gap", "banks", "graph"]),
    (
        "assemble",
        &["domain", "input", "validate", "requirements", "gap", "banks", "graph", "optimize", "schedule", "studies"],
    ),
    ("studies", &["domain", "physics", "input", "validate", "requirements", "gap"]),
    ("verify", &["domain", "physics", "input", "validate", "requirements", "gap"]),
    ("report", &["domain", "diagnostic"]),
    ("fit", &["domain", "physics", "input", "validate", "requirements", "banks", "optimize", "schedule"]),
    ("explore", &["domain", "validate", "banks", "optimize", "schedule"]),
];

/// What reads or writes the outside world.
const OUTSIDE: &[&str] =
    &["std::fs", "std::env", "std::time", "println!", "eprintln!", "print!(", "SystemTime", "Instant"];

#[test]
fn no_part_imports_a_later_one() {
    let mut wrong = Vec::new();
    for (part, allowed) in MAY_IMPORT {
        for (file, text) in sources(&Path::new("src").join(part)) {
            for imported in imports(&text) {
                let known = MAY_IMPORT.iter().any(|(name, _)| *name == imported) || imported == "cli";
                if known && imported != *part && !allowed.contains(&imported.as_str()) {
                    wrong.push(format!("{} imports {imported}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_cli_and_input_touch_the_outside() {
    let mut wrong = Vec::new();
    for (part, _) in MAY_IMPORT.iter().filter(|(part, _)| *part != "input") {
        for (file, text) in sources(&Path::new("src").join(part)) {
            let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            let code = code.join("\n");
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            wrong.extend(
                OUTSIDE
                    .iter()
                    .filter(|word| code.contains(*word))
                    .map(|word| format!("{} uses {word}", file.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_folder_has_its_place() {
    let mut folders: Vec<String> = fs::read_dir("src")
        .expect("tests run in the package's folder")
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut known: Vec<String> =
        MAY_IMPORT.iter().map(|(part, _)| part.to_string()).chain(["cli".to_owned()]).collect();
    known.sort();
    assert_eq!(folders, known);
}

/// Names that follow `crate::` in code, each once per place; `crate::{a, b}` is not used in this project.
fn imports(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect())
        .collect()
}

/// All Rust files below a folder, in order of their names.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("every part has a folder").flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file is text");
            found.push((path, text));
        }
    }
    found
}
