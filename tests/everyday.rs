//! Commands of every day: presets, comparison, survey, completions, manual pages, JSON of what is built in.

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/container-site/facility.yaml");
const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/plan.json");

/// Exit code, stdout, stderr.
fn retrofit(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("retrofit")).current_dir(dir).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn json(args: &[&str]) -> Value {
    let (code, stdout, stderr) = retrofit(Path::new("."), &[args, &["--format", "json", "--quiet"]].concat());
    assert_eq!((code, stderr.as_str()), (0, ""), "{args:?}");
    serde_json::from_str(&stdout).unwrap()
}

#[test]
fn every_preset_holds_no_mistake() {
    let dir = tempfile::tempdir().unwrap();
    let presets = json(&["init", "--list"]);
    for preset in presets.as_array().unwrap() {
        let name = preset["name"].as_str().unwrap();
        let file = format!("{name}.yaml");
        assert_eq!(retrofit(dir.path(), &["init", &file, "--preset", name, "--quiet"]).0, 0);
        assert_eq!(retrofit(dir.path(), &["check", &file, "--quiet"]), (0, "ok\n".to_owned(), String::new()), "{name}");
    }
    let (code, _, stderr) = retrofit(dir.path(), &["init", "--preset", "container"]);
    assert_eq!(code, 2);
    assert!(stderr.ends_with("help: did you mean `containers`?\n"), "{stderr}");
}

#[test]
fn machines_read_what_is_built_in_and_what_differs() {
    assert!(json(&["catalog", "list", "--service", "standby_power"])[0]["cost_usd"]["likely"].is_number());
    assert_eq!(json(&["catalog", "show", "fit_out_mw"])["id"], "fit_out_mw");
    assert_eq!(json(&["target", "list"])[0], "default");
    assert_eq!(json(&["target", "show", "default"])["schema"], "retrofit/target/1");
    let same = json(&["diff", PLAN, PLAN]);
    assert_eq!((&same["schema"], &same["cost"]["usd"]), (&Value::from("retrofit/diff/1"), &Value::from(0.0)));
}

#[test]
fn all_that_is_printed_for_people_is_json_too() {
    for (command, schema) in [("report", "report"), ("schedule", "schedule"), ("graph", "graph"), ("bom", "bom")] {
        assert_eq!(json(&[command, PLAN])["schema"], format!("retrofit/{schema}/1"), "{command}");
    }
    let plan: Value = serde_json::from_str(&std::fs::read_to_string(PLAN).unwrap()).unwrap();
    let count = |value: &Value| value.as_array().unwrap().len();
    assert_eq!(count(&json(&["schedule", PLAN])["activities"]), count(&plan["tasks"]) + count(&plan["halls"]));
    assert_eq!(count(&json(&["graph", PLAN])["nodes"]), count(&plan["tasks"]) + count(&plan["banks"]));
    assert_ne!(json(&["report", PLAN, "--lang", "zh"])["answer"], json(&["report", PLAN])["answer"]);
    assert_eq!(json(&["language", "list"])[1], serde_json::json!({ "id": "en", "name": "English" }));
    assert!(json(&["language", "show", "en"])["pack"].as_str().unwrap().contains("language-name = English"));
    assert_eq!(json(&["schema", "brand"])["type"], "object");
    let (code, stdout, _) = retrofit(Path::new("."), &["graph", "no-plan.json", "--format", "json"]);
    assert_eq!((code, serde_json::from_str::<Value>(&stdout).unwrap()["error"]["exit_code"].as_i64()), (2, Some(2)));
}

#[test]
fn what_has_one_format_alone_says_which() {
    for (command, says) in [
        (&["model", EXAMPLE][..], "`lp` alone"),
        (&["completions", "bash"], "leave out --format"),
        (&["man"], "leave out --format"),
    ] {
        let (code, stdout, stderr) = retrofit(Path::new("."), &[command, &["--format", "json"]].concat());
        assert!(code == 2 && stdout.is_empty() && stderr.contains(says), "{command:?}: {stderr}");
    }
}

#[test]
fn a_survey_measures_as_many_facts_as_it_may_and_says_so_of_the_others() {
    let found = json(&["survey", EXAMPLE, "--solves", "5"]);
    let facts = found["facts"].as_array().unwrap();
    let measured = facts.iter().filter(|fact| fact["swing"].is_object()).count();
    assert!((1..=2).contains(&measured) && facts.len() > 20);
    assert!(facts.iter().all(|fact| fact["swing"].is_object() != fact["not_measured"].is_string()));
    assert!(found["solved"].as_u64().unwrap() <= 5);
}

/// The example without what it marks as assumed, with a condition that is not known and no region.
fn barely_surveyed() -> String {
    let text = std::fs::read_to_string(EXAMPLE).unwrap();
    let (before, after) = text.split_once("assumed:\n").unwrap();
    let rest: String = after.split_inclusive('\n').skip_while(|line| line.starts_with(' ')).collect();
    let left_out = |line: &&str| !line.starts_with("region:") && !line.contains("grid_operator:");
    let before: String = before.split_inclusive('\n').filter(left_out).collect();
    assert!(before.contains("condition: good"), "{before}");
    before.replacen("condition: good", "condition: unknown", 1) + &rest
}

#[test]
fn a_survey_weighs_unknown_conditions_and_tells_what_other_facts_leave_undecided() {
    let dir = tempfile::tempdir().unwrap();
    let facility = dir.path().join("facility.yaml");
    std::fs::write(&facility, barely_surveyed()).unwrap();
    let args = ["survey", facility.to_str().unwrap(), "--solves", "6"];
    let found = json(&args);
    let facts = found["facts"].as_array().unwrap();
    let fact = |path: &str| facts.iter().find(|fact| fact["path"].as_str().unwrap().ends_with(path)).unwrap();
    let condition = fact(".condition");
    assert_eq!(condition["range"], serde_json::json!(["good", "fair", "poor"]));
    assert!(condition["swing"]["usd"].is_number() && condition["value"] == "unknown", "{condition}");
    for (path, leaves) in [("region", " of authorities unchecked"), (".entrance", "ways of their own")] {
        assert!(fact(path)["leaves"].as_str().unwrap().ends_with(leaves), "{}", fact(path));
    }
    assert!(!fact("region")["leaves"].as_str().unwrap().contains('{'));
    assert!(retrofit(dir.path(), &args).1.contains("Not given, and undecided without them\n     region: "));
}

#[test]
fn completions_and_pages_are_the_same_each_time() {
    let dir = tempfile::tempdir().unwrap();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = retrofit(dir.path(), &["completions", shell]);
        assert!(text.0 == 0 && text.1.contains("frontier"), "{shell}");
        assert_eq!(retrofit(dir.path(), &["completions", shell]), text);
    }
    assert_eq!(retrofit(dir.path(), &["man", "man1", "--quiet"]).0, 0);
    let page = std::fs::read_to_string(dir.path().join("man1/retrofit-plan.1")).unwrap();
    assert!(page.contains("retrofit plan facility.yaml"), "{page}");
    assert!(retrofit(dir.path(), &["man"]).1.starts_with(".ie"));
}

#[test]
fn a_target_beside_the_facility_is_pointed_out_until_one_is_named() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::copy(EXAMPLE, dir.path().join("facility.yaml")).unwrap();
    assert_eq!(retrofit(dir.path(), &["check", "facility.yaml"]).2, "");
    let target = retrofit(dir.path(), &["target", "show", "default"]).1;
    std::fs::write(dir.path().join("target.yaml"), target).unwrap();
    let (code, stdout, stderr) = retrofit(dir.path(), &["check", "facility.yaml"]);
    assert_eq!((code, stdout.as_str()), (0, "ok\n"));
    assert!(stderr.contains("not used") && stderr.ends_with("--target target.yaml\n"), "{stderr}");
    for named in ["target.yaml", "default"] {
        assert_eq!(retrofit(dir.path(), &["check", "facility.yaml", "--target", named]).2, "");
    }
}
