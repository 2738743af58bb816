//! Schedules are read back, and reckoned again, by programs that are not ours: MPXJ and the package icalendar, by
//! `tests/readers/schedule.py`. `.ci/run` installs both (`target/readers`) and runs what `cargo test` alone leaves out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use retrofit::domain::plan::Plan;
use retrofit::input::Request;
use retrofit::validate::load;
use retrofit::{Effort, plan, report};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn example(name: &str) -> Plan {
    let (site, _) = load(&Request::new(format!("examples/{name}/facility.yaml"))).expect("the example is valid");
    plan(&site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// A plan whose names hold what XML, CSV, calendars and spreadsheets give a meaning, and whose links are of every kind.
fn awkward(mut plan: Plan) -> Plan {
    plan.site.facility = "Mine \"A\" & <B>; é, 100 %".to_owned();
    plan.tasks[0].name = "=SUM(A1) & <b>, \"c\"; ü\u{2014}\\n".to_owned();
    plan.tasks[1].name = "-1".to_owned();
    plan.bom[0].description = "Gear; \"x\", \\ <y> é".repeat(9);
    let last = plan.tasks.len() - 1;
    let id = plan.tasks[0].id.clone();
    for (kind, lag_weeks) in [("SF", 3.0), ("FF", 0.0), ("SS", 0.5)] {
        let link = retrofit::domain::plan::TaskLink { task: id.clone(), kind: kind.to_owned(), lag_weeks };
        plan.tasks[last].after.push(link);
    }
    plan
}

/// Writes a plan with its schedules to a folder of its own.
fn written(parent: &TempDir, name: &str, plan: &Plan) -> PathBuf {
    let folder = parent.path().join(name);
    fs::create_dir(&folder).expect("a new folder");
    let fits = "the tasks of a plan fit together";
    for (file, text) in [
        ("plan.json", report::json(plan)),
        ("schedule.xml", report::schedule_msproject(plan).expect(fits)),
        ("schedule.pmxml", report::schedule_p6(plan).expect(fits)),
        ("schedule.csv", report::schedule_csv(plan).expect(fits)),
        ("schedule.ics", report::schedule_ical(plan)),
    ] {
        fs::write(folder.join(file), text).expect("a file in it");
    }
    folder
}

/// What the readers say.
fn read(folders: &[&Path]) -> Output {
    let python = Path::new(ROOT).join("target/readers/bin/python");
    let script = Path::new(ROOT).join("tests/readers/schedule.py");
    let output = Command::new(&python).arg(script).args(folders).output();
    output.unwrap_or_else(|error| panic!("{}: {error}; .ci/run installs it", python.display()))
}

#[test]
#[ignore = "needs Java and target/readers, which .ci/run installs"]
fn other_programs_read_and_reckon_the_same_schedule() {
    let parent = TempDir::new().expect("a temporary folder");
    let small = example("container-site");
    let folders = [
        written(&parent, "awkward", &awkward(small.clone())),
        written(&parent, "container-site", &small),
        written(&parent, "moses-lake", &example("moses-lake")),
        written(&parent, "helios", &example("helios")),
    ];
    let output = read(&folders.each_ref().map(PathBuf::as_path));
    let told = String::from_utf8_lossy(&output.stdout);
    let talk = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{talk}");
    assert_eq!(told.matches(" 0 differences").count(), folders.len(), "{told}");
}

/// Each change of a file, and what the readers must say of it.
#[test]
#[ignore = "needs Java and target/readers, which .ci/run installs"]
fn the_readers_see_what_is_wrong() {
    let changes = [
        ("schedule.xml", "<LinkLag>302400</LinkLag>", "<LinkLag>288000</LinkLag>", "schedule.xml: links of "),
        (
            "schedule.xml",
            "<ConstraintType>4</ConstraintType>",
            "<ConstraintType>0</ConstraintType>",
            "reckoned dates of ",
        ),
        ("schedule.xml", "<ToDate>2027-05-31", "<ToDate>2027-06-01", "schedule.xml: worked on 2027-06-01"),
        ("schedule.pmxml", "<Lag>504</Lag>", "<Lag>480</Lag>", "schedule.pmxml: links of "),
        ("schedule.pmxml", "24 Hour Calendar", "Successor Activity Calendar", "schedule.pmxml: reckoned dates of "),
        ("schedule.csv", "SS+21ed", "SS+20ed", "csv: links of "),
        ("schedule.ics", "TRIGGER:-P14D", "TRIGGER:-P13D", "ics: reminders of "),
    ];
    let parent = TempDir::new().expect("a temporary folder");
    let plan = example("container-site");
    let folders: Vec<PathBuf> = changes
        .iter()
        .enumerate()
        .map(|(i, (file, from, to, _))| {
            let folder = written(&parent, &format!("wrong-{i}"), &plan);
            let text = fs::read_to_string(folder.join(file)).expect("the file");
            assert!(text.contains(from), "{file} holds {from}");
            fs::write(folder.join(file), text.replacen(from, to, 1)).expect("the changed file");
            folder
        })
        .collect();
    let output = read(&folders.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stdout);
    for (i, (_, _, _, says)) in changes.iter().enumerate() {
        let seen = told.lines().any(|line| line.starts_with(&format!("wrong-{i}: ")) && line.contains(says));
        assert!(seen, "wrong-{i} should say {says}\n{told}");
    }
}
