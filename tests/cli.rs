//! The program as its users start it.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use assert_cmd::Command as Run;
use retrofit::Prepared;
use retrofit::input::Request;
use retrofit::validate::load;

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/plan.json");

/// Runs the program in an empty folder: exit code, stdout, stderr.
fn retrofit(args: &[&str]) -> (i32, String, String) {
    let dir = tempfile::tempdir().unwrap();
    retrofit_in(dir.path(), args)
}

fn retrofit_in(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Run::new(assert_cmd::cargo::cargo_bin!("retrofit")).current_dir(dir).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_time_limit_too_short_for_any_plan_is_no_verdict() {
    let facility = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/moses-lake/facility.yaml");
    for objective in ["capex", "mw"] {
        let args = ["plan", facility, "--objective", objective, "--out", "plan", "--time-limit", "0.001", "--quiet"];
        let (code, stdout, stderr) = retrofit(&args);
        assert_eq!((code, stdout.as_str()), (3, ""), "{stderr}");
        assert!(stderr.starts_with("Error: no plan was found within 0.001 s"), "{stderr}");
        assert!(stderr.contains("help: ") && stderr.contains("--time-limit 10"), "{stderr}");
    }
}

/// The model has one `minimize`, every row closed, and as many binaries as the example's banks have candidates.
#[test]
fn the_model_is_written_in_the_lp_format() {
    let facility = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/container-site/facility.yaml");
    let (code, model, _) = retrofit(&["model", facility, "--quiet"]);
    assert_eq!(code, 0);
    assert!(model.starts_with("minimize\n obj:") && model.ends_with("\nend\n"));
    let (rows, binaries) = model.split_once("subject to\n").unwrap().1.split_once("binary\n").unwrap();
    assert_eq!(rows.matches(':').count(), rows.matches('=').count());
    let (site, _) = load(&Request::new(facility)).unwrap();
    let candidates: usize = Prepared::new(&site).unwrap().banks.iter().map(|bank| bank.candidates.len()).sum();
    assert_eq!(binaries.lines().count(), candidates + 1);
    assert_eq!(retrofit(&["model", facility, "--quiet"]).1, model);
}

#[test]
fn data_of_a_saved_plan_goes_to_stdout_alone() {
    for (args, start) in [
        (vec!["bom", PLAN], "outline,line,level,cost_code,"),
        (vec!["bom", PLAN, "--format", "json"], "{\n  \"schema\": \"retrofit/bom/1\",\n"),
        (vec!["bom", PLAN, "--level", "consolidated"], "outline,line,level,cost_code,"),
        (vec!["schedule", PLAN], "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Project xmlns="),
        (
            vec!["schedule", PLAN, "--format", "p6"],
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<API",
        ),
        (vec!["schedule", PLAN, "--format", "csv"], "number,wbs,id,name,"),
        (vec!["schedule", PLAN, "--format", "ical"], "BEGIN:VCALENDAR\r\n"),
        (vec!["graph", PLAN], "flowchart LR\n"),
        (vec!["graph", PLAN, "--format", "dot"], "digraph plan {\n"),
        (vec!["report", PLAN], "<!-- part: masthead -->\n\n# Prairie Mine"),
        (vec!["report", PLAN, "--format", "html"], "<!doctype html>\n"),
        (vec!["explain", PLAN], "site.grid_import\n"),
        (vec!["explain", PLAN, "barn_a.critical_power"], "barn_a.critical_power: Rack (UPS) power\n"),
        (vec!["explain", "duplicate-key"], "duplicate-key: "),
        (vec!["schema", "facility"], "{\n"),
        (vec!["--help"], "Plans the conversion"),
    ] {
        let (code, stdout, stderr) = retrofit(&args);
        assert_eq!((code, stderr.as_str()), (0, ""), "{args:?}");
        assert!(stdout.starts_with(start), "{args:?}: {stdout}");
    }
}

#[test]
fn a_workbook_goes_to_a_pipe_or_a_file_and_has_both_levels() {
    let dir = tempfile::tempdir().unwrap();
    let workbook = ["bom", PLAN, "--format", "xlsx"];
    let piped = Run::new(assert_cmd::cargo::cargo_bin!("retrofit")).args(workbook).output().unwrap();
    assert!(piped.status.success() && piped.stdout.starts_with(b"PK"));
    let (code, stdout, _) = retrofit_in(dir.path(), &[&workbook[..], &["--out", "bom.xlsx"]].concat());
    assert_eq!((code, stdout.as_str()), (0, ""));
    assert!(fs::read(dir.path().join("bom.xlsx")).unwrap() == piped.stdout);
    let (code, _, stderr) = retrofit(&[&workbook[..], &["--level", "lines"]].concat());
    assert_eq!(code, 2);
    assert!(stderr.ends_with("help: leave out --level\n"), "{stderr}");
}

#[test]
fn bad_usage_and_bad_input_exit_with_2_and_say_what_to_do() {
    let (code, stdout, stderr) = retrofit(&["explain", PLAN, "barn_a.critcal_power"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    insta::assert_snapshot!(stderr, @r"
    Error: the plan has no requirement `barn_a.critcal_power`
    help: did you mean `barn_a.critical_power`?
    ");
    let (code, _, stderr) = retrofit(&["schedule", PLAN, "--format", "mpp"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("[possible values: msproject, p6, csv, json, ical]"), "{stderr}");
    let (code, _, stderr) = retrofit(&["bom", "missing.json"]);
    assert_eq!(code, 2);
    assert!(stderr.starts_with("Error: cannot read the plan missing.json\n  Caused by: "), "{stderr}");
    assert!(stderr.ends_with("help: `retrofit plan FACILITY` writes a plan.json\n"), "{stderr}");
    assert_eq!(retrofit(&["bom"]).0, 2);
    assert_eq!(retrofit(&["explain", "no-such-code"]).0, 2);
    assert_eq!(retrofit(&["check", "missing.yaml"]).0, 2);
}

#[test]
fn machines_read_failures_on_stdout() {
    let (code, stdout, stderr) = retrofit(&["check", "missing.yaml", "--format", "json"]);
    assert_eq!((code, stderr.as_str()), (2, ""));
    let value: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    assert_eq!(value["error"]["exit_code"], 2);
    assert_eq!(value["error"]["details"][0]["code"], "unreadable-file");
}

#[test]
fn init_writes_a_facility_and_never_overwrites_one() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(retrofit_in(dir.path(), &["init"]).0, 0);
    let file = dir.path().join("facility.yaml");
    fs::write(&file, "mine").unwrap();
    let (code, _, stderr) = retrofit_in(dir.path(), &["init"]);
    assert_eq!(code, 2);
    assert!(stderr.starts_with("Error: facility.yaml is there already"), "{stderr}");
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}

#[test]
fn quiet_says_nothing_but_errors() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(retrofit_in(dir.path(), &["init", "--quiet"]), (0, String::new(), String::new()));
    let (_, _, stderr) = retrofit_in(dir.path(), &["init", "--quiet"]);
    assert!(stderr.starts_with("Error: "));
}

#[test]
fn a_foreign_file_in_the_folder_stops_a_plan_before_it_starts() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("plan")).unwrap();
    fs::write(dir.path().join("plan/notes.txt"), "mine").unwrap();
    let (code, _, stderr) = retrofit_in(dir.path(), &["plan", "facility.yaml"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("holds `notes.txt`, which no plan writes"), "{stderr}");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_reader_that_goes_away_is_a_quiet_success() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("retrofit"))
        .args(["report", PLAN])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(stderr, "");
}

#[test]
fn the_starter_is_planned_and_planned_again_to_the_same_bytes() {
    let dir = tempfile::tempdir().unwrap();
    retrofit_in(dir.path(), &["init"]);
    let (code, stdout, stderr) = retrofit_in(dir.path(), &["plan", "facility.yaml"]);
    assert_eq!(code, 0, "{stderr}");
    assert!(stdout.starts_with("Plan "), "{stdout}");
    let read = |name: &str| fs::read(dir.path().join("plan").join(name)).unwrap();
    let names = [
        "plan.json",
        "report.md",
        "report.html",
        "bom.csv",
        "bom.xlsx",
        "schedule.xml",
        "schedule.pmxml",
        "schedule.csv",
        "schedule.ics",
        "graph.mmd",
        "graph.dot",
    ];
    let before = names.map(read);
    let (code, stdout, _) = retrofit_in(dir.path(), &["plan", "facility.yaml", "--format", "json"]);
    assert_eq!((code, stdout.as_bytes()), (0, &before[0][..]));
    assert!(names.map(read) == before);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
}

#[test]
fn a_plan_is_held_to_the_objective_that_it_was_made_for() {
    let dir = tempfile::tempdir().unwrap();
    retrofit_in(dir.path(), &["init"]);
    retrofit_in(dir.path(), &["plan", "facility.yaml", "--objective", "date"]);
    let verify = ["verify", "plan/plan.json", "facility.yaml", "--quiet"];
    assert_eq!(retrofit_in(dir.path(), &verify).0, 0);
    assert_eq!(retrofit_in(dir.path(), &[&verify[..], &["--objective", "date"]].concat()).0, 0);
    let (code, stdout, stderr) = retrofit_in(dir.path(), &[&verify[..], &["--objective", "capex"]].concat());
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert!(stderr.contains("the plan was made for `the earliest sum of ready dates"), "{stderr}");
    assert!(stderr.contains("help: leave out --objective"), "{stderr}");
}

#[test]
fn a_plan_that_was_changed_does_not_hold() {
    let dir = tempfile::tempdir().unwrap();
    retrofit_in(dir.path(), &["init"]);
    retrofit_in(dir.path(), &["plan", "facility.yaml"]);
    let verify = ["verify", "plan/plan.json", "facility.yaml", "--quiet"];
    let (code, stdout, stderr) = retrofit_in(dir.path(), &verify);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(stdout.starts_with("the plan holds; not recomputed: that nothing cheaper or earlier exists"), "{stdout}");
    let file = dir.path().join("plan/plan.json");
    let changed = fs::read_to_string(&file).unwrap().replacen("\"racks\": ", "\"racks\": 1", 1);
    fs::write(&file, changed).unwrap();
    let (code, stdout, stderr) = retrofit_in(dir.path(), &verify);
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert!(stderr.contains("Error: the plan does not hold: "), "{stderr}");
}
