//! Values set beside the files are held to the rules of the files, told by what was typed, and recorded in the plan.

use assert_cmd::Command;
use retrofit::diagnostic::Diagnostics;
use retrofit::input::Request;
use retrofit::validate::{Site, load};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/container-site/facility.yaml");

fn with(overrides: &[&str]) -> Result<Site, Diagnostics> {
    let overrides = overrides.iter().map(|text| (*text).to_owned()).collect();
    load(&Request { overrides, ..Request::new(EXAMPLE) }).map(|(site, _)| site)
}

/// The racks by hall of a target that asks for five in the yard, or the mistakes.
fn racks_of_a_list(overrides: &[&str]) -> Result<Vec<(String, Option<u32>)>, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("target.yaml");
    let built_in = include_str!("../catalogs/targets/default.yaml").to_owned();
    std::fs::write(&target, built_in + "\nhalls:\n  - { hall: yard, racks: 5 }\n").unwrap();
    let overrides = overrides.iter().map(|text| (*text).to_owned()).collect();
    let request = Request { overrides, target: Some(target.display().to_string()), ..Request::new(EXAMPLE) };
    let asked = |site: &Site| site.target.halls.iter().map(|hall| (hall.hall.clone(), hall.racks)).collect();
    load(&request).map(|(site, _)| asked(&site)).map_err(|found| messages(&found))
}

/// Each message with its place and its help.
fn told(overrides: &[&str]) -> Vec<String> {
    messages(&with(overrides).unwrap_err())
}

fn messages(found: &Diagnostics) -> Vec<String> {
    let lines = found.iter().map(|found| {
        let place = found.primary.as_ref().map(|label| label.location.to_string()).unwrap_or_default();
        format!("{place} {}: {}; {}", found.code.id(), found.message, found.help.clone().unwrap_or_default())
    });
    lines.collect()
}

#[test]
fn a_value_is_set_by_its_path_and_the_last_counts() {
    assert_eq!(with(&["utility.firm_mw=6.5"]).unwrap().utility.firm_mw, 6.5);
    assert_eq!(with(&["utility.firm_mw=4", "utility.firm_mw=7"]).unwrap().utility.firm_mw, 7.0);
    for path in ["halls.yard.length_m", "halls[0].length_m", "halls.0.length_m"] {
        assert_eq!(with(&[&format!("{path}=44")]).unwrap().halls[0].length_m, 44.0);
    }
    assert_eq!(with(&["target:budget_usd=5e6"]).unwrap().target.budget_usd, Some(5e6));
    let racks = |overrides: &[&str]| -> Vec<Option<u32>> {
        with(overrides).unwrap().target.halls.iter().map(|hall| hall.racks).collect()
    };
    assert_eq!(racks(&["target:halls.yard.racks=4", "target:halls.yard.racks=5"]), [Some(5)], "no list in the file");
    assert!(with(&["target:budget_usd=5e6", "target:budget_usd="]).unwrap().target.budget_usd.is_none());
}

#[test]
fn mistakes_point_at_what_was_typed() {
    for (set, place, words) in [
        (
            "utility.firm_mw=9 MW",
            "17",
            "wrong-type: `utility.firm_mw` is the text \"9 MW\", but must be a number; write the number alone: 9",
        ),
        ("utility.firm_mv=9", "17", "unknown-key: `utility` has no key `firm_mv`; did you mean `firm_mw`?"),
        ("utilty.firm_mw=9", "16", "unknown-key: the file has no key `utilty`; did you mean `utility`?"),
        ("elevation_m=-5000", "13", "out-of-range: `elevation_m` is -5000"),
        ("halls.yrad.mining_mw=9", "1", "bad-override: `halls` has no element `yrad`; did you mean `yard`?"),
        ("utility.firm_mw.x=9", "1", "bad-override: `utility.firm_mw` is one value and holds no `x`"),
        ("utility.firm_mw", "1", "bad-override: `--set utility.firm_mw` names no value; write PATH=VALUE"),
    ] {
        let found = told(&[set]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with(&format!("--set {set}:1:{place} {words}")), "{}", found[0]);
    }
    let found = told(&["target:halls.yrad.racks=4"]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("--set target:halls.yrad.racks=4:1:25 unknown-reference: there is no hall `yrad`"));
    let hint = "a value of the target is set by `--set target:halls.yard.racks=9`";
    assert!(told(&["halls.yard.racks=9"])[0].ends_with(hint));
    assert!(!told(&["target:halls.yard.rackz=9"])[0].contains("a value of the target"));
    assert_eq!(told(&["elevation_m=-5000", "regional_cost_index=0"]).len(), 2);
}

/// A list of the target holds what is asked of halls: it grows by any hall that there is, and a wrong one is told by those.
#[test]
fn halls_that_a_target_does_not_list_are_named_too() {
    for path in ["halls.yard.racks", "halls.0.racks"] {
        assert_eq!(racks_of_a_list(&[&format!("target:{path}=7")]), Ok(vec![("yard".to_owned(), Some(7))]));
    }
    let found = racks_of_a_list(&["target:halls.nosuch.racks=80"]).unwrap_err();
    assert!(found.len() == 1 && found[0].contains("there is no hall `nosuch`; known are `yard`"), "{found:?}");
    assert!(
        told(&["target:halls.nosuch.racks=80"])[0].ends_with("there is no hall `nosuch`; known are `yard`, `workshop`")
    );
    assert!(
        told(&["halls.nosuch.racks=80"])[0].ends_with("`halls` has no element `nosuch`; known are `yard`, `workshop`")
    );
}

#[test]
fn the_plan_records_what_was_set_and_is_verified_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let retrofit = |args: &[&str]| {
        let output =
            Command::new(assert_cmd::cargo::cargo_bin!("retrofit")).current_dir(&folder).args(args).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let set = ["--set", "regional_cost_index=1.2"];
    let plan = [&["plan", EXAMPLE, "--quiet", "--out", "plan"][..], &set].concat();
    assert_eq!(retrofit(&plan).0, Some(0));
    let text = std::fs::read_to_string(folder.path().join("plan/plan.json")).unwrap();
    assert!(text.contains("\"name\": \"regional_cost_index=1.2\""));
    let report = std::fs::read_to_string(folder.path().join("plan/report.md")).unwrap();
    assert!(report.contains("It is set to 1.2 for this plan"));
    let (_, holds, _) = retrofit(&["verify", "plan/plan.json", EXAMPLE]);
    assert!(holds.starts_with("the plan holds"), "{holds}");
    let other = retrofit(&["verify", "plan/plan.json", EXAMPLE, "--set", "regional_cost_index=1.1"]);
    assert_eq!(other.0, Some(1));
    let (code, text, _) = retrofit(&["explain", "plan/plan.json", "budget", "--facility", EXAMPLE]);
    assert_eq!(code, Some(0));
    assert!(!text.contains("not solved again"), "{text}");
}
