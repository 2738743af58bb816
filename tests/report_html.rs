//! The report as a page is opened in a real Chromium (`readers/report.py`): on wide and narrow screens, in the dark, without its
//! script, and on paper. `.ci/run` installs the browser and `target/readers`, a virtual environment with
//! `tests/readers/requirements.txt`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use retrofit::input::Request;
use retrofit::report::{Style, Templates};
use retrofit::validate::load;
use retrofit::{Effort, plan, report};
use tempfile::TempDir;

const SCRIPT: &str = "tests/readers/report.py";

const PYTHON: &str = "target/readers/bin/python";

/// Where screenshots stay to be looked at.
const SHOTS: &str = "target/artifacts";

fn page(name: &str) -> String {
    let (site, _) = load(&Request::new(format!("examples/{name}/facility.yaml"))).expect("the example is valid");
    let plan = plan(&site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"));
    report::html(&plan, None, &Style::default(), &Templates::default(), "engineer").expect("templates and views fit")
}

fn written(parent: &TempDir, name: &str, page: &str) -> PathBuf {
    let folder = parent.path().join(name);
    fs::create_dir(&folder).expect("a new folder");
    let file = folder.join("report.html");
    fs::write(&file, page).expect("the page can be written");
    file
}

/// What the browser finds wrong.
fn read(shots: &Path, pages: &[PathBuf]) -> Output {
    let output = Command::new(PYTHON).arg(SCRIPT).arg(shots).args(pages).output();
    output.unwrap_or_else(|error| panic!("{PYTHON}: {error}; .ci/run installs it"))
}

#[test]
#[ignore = "needs Chromium and target/readers, which .ci/run installs"]
fn a_browser_shows_and_prints_the_page() {
    let parent = TempDir::new().expect("a temporary folder");
    let pages = ["container-site", "moses-lake", "helios"].map(|name| written(&parent, name, &page(name)));
    let output = read(Path::new(SHOTS), &pages);
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(told.trim(), "nothing is wrong");
}

/// Changes of a page, and what must be said of each.
const FLAWS: [(&str, &str, &str); 9] = [
    ("</main>", "<p id=\"data\">Twice</p></main>", "the id data stands twice"),
    ("</main>", "<div style=\"width: 3000px\">Wide</div></main>", "px wider than the screen"),
    ("</main>", "<img src=\"http://localhost:9/x.png\"></main>", "console: "),
    ("\"use strict\";", "unknown();", "script: "),
    ("<title id=\"gantt-title\">", "<title id=\"other\">", "a picture of figure-gantt is not described"),
    ("--soft: #525b66", "--soft: #b0b8c0", "is too faint"),
    (">Q2<", ">A quarter with a name that runs into all of its neighbors<", "cover each other"),
    ("counter(page) \" / \" counter(pages)", "\"\"", "has no number"),
    ("thead { display: table-header-group;", "thead { display: table-row-group;", "goes on is not repeated"),
];

#[test]
#[ignore = "needs Chromium and target/readers, which .ci/run installs"]
fn the_browser_sees_what_is_wrong() {
    let parent = TempDir::new().expect("a temporary folder");
    let sound = page("container-site");
    let flawed = FLAWS.iter().fold(sound, |page, (part, other, _)| {
        assert!(page.contains(part), "{part}");
        page.replace(part, other)
    });
    let output = read(parent.path(), &[written(&parent, "flawed", &flawed)]);
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{told}{}", String::from_utf8_lossy(&output.stderr));
    for (.., what) in FLAWS {
        assert!(told.contains(what), "{what} is not told in:\n{told}");
    }
}
