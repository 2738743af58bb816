//! The examples, as a user runs them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, str};

use assert_cmd::Command;
use retrofit::domain::plan::Plan;
use retrofit::input::builtin_targets;
use tempfile::TempDir;

const PLANNED: [&str; 4] = ["moses-lake", "helios", "container-site", "phased"];

fn plan(example: &str, out: &Path) -> std::process::Output {
    let folder = PathBuf::from("examples").join(example);
    let mut command = Command::cargo_bin("retrofit").expect("the binary is built");
    command.arg("plan").arg(folder.join("facility.yaml")).arg("--out").arg(out);
    if folder.join("target.yaml").exists() {
        command.arg("--target").arg(folder.join("target.yaml"));
    }
    command.output().expect("the binary runs")
}

fn plan_barn(target: &str, out: &Path) -> std::process::Output {
    let mut command = Command::cargo_bin("retrofit").expect("the binary is built");
    command.args(["plan", "examples/moses-lake/facility.yaml", "--target", target, "--out"]).arg(out);
    command.output().expect("the binary runs")
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// What each example is planned to, twice, by the name of the file; planned once for all tests.
fn outputs() -> &'static BTreeMap<&'static str, [Files; 2]> {
    static OUTPUTS: OnceLock<BTreeMap<&str, [Files; 2]>> = OnceLock::new();
    OUTPUTS.get_or_init(|| PLANNED.into_iter().map(|example| (example, [files(example), files(example)])).collect())
}

type Files = BTreeMap<&'static str, String>;

fn files(example: &str) -> Files {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("plan");
    let output = plan(example, &out);
    assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
    let texts = ["plan.json", "report.md", "report.html", "bom.csv", "graph.mmd", "graph.dot"].into_iter();
    let schedules = ["schedule.xml", "schedule.pmxml", "schedule.csv", "schedule.ics"];
    // Of a workbook its bytes, escaped.
    let workbook = fs::read(out.join("bom.xlsx")).expect("a workbook").escape_ascii().to_string();
    texts.chain(schedules).map(|name| (name, read(&out, name))).chain([("bom.xlsx", workbook)]).collect()
}

fn planned(example: &str) -> Plan {
    serde_json::from_str(&outputs()[example][0]["plan.json"]).expect("a plan")
}

#[test]
fn every_example_is_planned_twice_to_the_same_bytes() {
    for (example, [one, two]) in outputs() {
        for (name, text) in one {
            assert!(*text == two[name], "{example} {name}");
        }
    }
}

#[test]
fn reports_hold_no_silly_figure() {
    for (example, [files, _]) in outputs() {
        for silly in ["NaN", " inf ", "$-", " -0 ", " 1 weeks", "null", "{{"] {
            let at = files["report.md"].lines().find(|line| line.contains(silly));
            assert!(at.is_none(), "{example}: `{silly}` in: {}", at.unwrap_or_default());
        }
    }
}

#[test]
fn every_line_of_the_bill_is_priced_or_counted_as_unpriced() {
    for example in PLANNED {
        let plan = planned(example);
        let unpriced = plan.bom.iter().filter(|line| line.amount.is_none()).count();
        assert_eq!(unpriced, plan.capex.lines_unpriced, "{example}");
        assert!(plan.bom.iter().all(|line| line.amount.is_none_or(|amount| amount.likely > 0.0)), "{example}");
        let sum: f64 = plan.bom.iter().filter_map(|line| line.amount).map(|amount| amount.likely).sum();
        assert!((sum - plan.capex.direct.likely).abs() < 0.005, "{example}");
    }
}

/// What is cheaper by itself says what speaks against it, and what would take more water than there is stands below all that could be
/// built.
#[test]
fn a_cheaper_way_says_what_speaks_against_it() {
    let plan = planned("moses-lake");
    let mut cheaper = 0;
    for bank in &plan.banks {
        for other in bank.alternatives.iter().filter(|other| !other.barred) {
            let less = other.cost_usd.is_some_and(|usd| usd < bank.chosen.cost.likely - 1.0);
            assert_eq!(less, other.reason.contains("less itself, but "), "{}: {}", other.label, other.reason);
            cheaper += usize::from(less);
        }
    }
    assert!(cheaper > 0);
    let cooling = plan.banks.iter().find(|bank| bank.id == "barn.heat_rejection").unwrap();
    let wet =
        |item: &str| cooling.alternatives.iter().filter(|it| it.item.as_deref() == Some(item)).collect::<Vec<_>>();
    for item in ["fluid_cooler_2000kw", "open_tower_exchanger_2000kw"] {
        assert!(wet(item).iter().all(|it| it.barred && it.reason.contains("of Make-up water")), "{:?}", wet(item));
        assert!(!wet(item).is_empty());
    }
}

/// Hall after hall stops mining and goes live, the first of them on the substation that is there; power suffices for all that
/// run, what the shed leaves behind is used, and so are the sets on order.
#[test]
fn the_barns_are_converted_in_turn() {
    let plan = planned("phased");
    let phases = &plan.studies.mining.phases;
    assert!(phases.windows(2).all(|pair| pair[1].mining_mw <= pair[0].mining_mw && pair[1].data_mw >= pair[0].data_mw));
    assert!(phases.iter().any(|phase| phase.mining_mw > 0.0 && phase.data_mw > 0.0), "halls mine beside a data hall");
    assert!(phases.iter().all(|phase| phase.headroom_mw >= 0.0));
    assert_eq!(plan.halls[0].live_early, ["site.high_voltage_transformation"]);
    let moved: Vec<&str> = plan.banks.iter().flat_map(|bank| bank.chosen.moved()).map(|kept| &*kept.asset).collect();
    assert_eq!(moved, ["padmounts_shed"]);
    assert_eq!(plan.on_order[0].used, 16.0);
}

#[test]
fn every_built_in_target_is_planned_for_the_barn() {
    let folder = TempDir::new().expect("a folder");
    for target in builtin_targets() {
        let output = plan_barn(&target, &folder.path().join(&target));
        assert!(output.status.success(), "{target}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// What no coolant reaches needs none of the liquid plant, and the plan says nothing of it.
#[test]
fn air_cooled_racks_are_planned_without_liquid_plant() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("plan");
    assert!(plan_barn("hgx_b300_air", &out).status.success());
    let report = read(&out, "report.md");
    assert!(report.contains("Chilled water to air handlers"));
    for idle in ["Coolant to the racks", "Liquid cooling (CDUs)", "0 of 0"] {
        let choices = report.split("## Schedule").next().unwrap_or_default();
        assert!(!choices.contains(idle), "`{idle}` is in the report");
    }
}

#[test]
fn what_cannot_be_done_says_why_and_writes_nothing() {
    let folder = TempDir::new().expect("a folder");
    let out = folder.path().join("plan");
    let output = plan("no-way", &out);
    assert_eq!(output.status.code(), Some(1));
    assert!(!out.exists());
    let said = str::from_utf8(&output.stderr).expect("text");
    for reason in
        ["valley_bridge", "site.grid_import", "target.yaml:", "facility.yaml:", "after the deadline", "(solved)"]
    {
        assert!(said.contains(reason), "`{reason}` is not in: {said}");
    }
    let enough: Vec<&str> = said.split("help: all of these together").skip(1).collect();
    assert_eq!(enough.len(), 2, "{said}");
    for changes in enough {
        let edited = edited_no_way(changes, folder.path());
        assert!(edited.status.success(), "{changes} {}", String::from_utf8_lossy(&edited.stderr));
    }
}

/// Plans a copy of the example with what is said to be written in its files, and nothing else.
fn edited_no_way(changes: &str, folder: &Path) -> std::process::Output {
    let edits = changes.lines().flat_map(|line| line.split_once(" (").map(|(_, edits)| edits));
    let edits = edits.flat_map(|edits| edits.split(')').next().unwrap_or_default().split("; "));
    let mut text = ["facility.yaml", "target.yaml"]
        .map(|name| fs::read_to_string(Path::new("examples/no-way").join(name)).expect("the example is there"));
    for edit in edits.filter(|edit| edit.contains(".yaml:")) {
        let file = &mut text[usize::from(edit.starts_with("target.yaml"))];
        *file = edited(file, edit);
    }
    let [facility, target] = ["facility.yaml", "target.yaml"].map(|name| folder.join(name));
    fs::write(&facility, &text[0]).expect("a folder to write to");
    fs::write(&target, &text[1]).expect("a folder to write to");
    let mut command = Command::cargo_bin("retrofit").expect("the binary is built");
    command.arg("plan").arg(&facility).arg("--target").arg(&target).arg("--quiet").output().expect("it runs")
}

/// A file with `target.yaml:20, halls.barn.racks: 48 in place of it_mw` done to it.
fn edited(text: &str, edit: &str) -> String {
    let (place, written) = edit.split_once(", ").expect("a place and what is written there");
    let (field, value) = written.split_once(": ").expect("a field and its value");
    let line: usize = place.rsplit(':').next().and_then(|line| line.parse().ok()).expect("a line");
    let key = field.rsplit('.').next().unwrap_or(field);
    let (value, old) = value.split_once(" in place of ").unwrap_or((value, key));
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let names = |line: &&mut String| line.trim_start().starts_with(&format!("{old}:"));
    let named = lines[line - 1..].iter_mut().find(names).expect("the key is there");
    *named = named.replace(named.trim_start(), &format!("{key}: {value}"));
    lines.join("\n")
}
