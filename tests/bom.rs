//! The workbook of the bill of materials, read back by LibreOffice and by a reader in Python.
//!
//! `.ci/run` installs both (`target/readers`, a virtual environment with `tests/readers/requirements.txt`).

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::Command as Run;
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn retrofit(args: &[&str]) {
    Run::new(assert_cmd::cargo::cargo_bin!("retrofit")).args(args).arg("--quiet").assert().success();
}

/// Holds the workbook to the plan; the names of its sheets.
fn read_back(plan: &Path, book: &Path) -> String {
    let python = Path::new(ROOT).join("target/readers/bin/python");
    let script = Path::new(ROOT).join("tests/readers/bom.py");
    let output = Command::new(&python).arg(script).arg(plan).arg(book).output();
    let output = output.unwrap_or_else(|error| panic!("{}: {error}; .ci/run installs it", python.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "needs LibreOffice and target/readers, which .ci/run installs"]
fn a_plans_workbook_computes_to_the_plan() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("plan");
    let facility = format!("{ROOT}/examples/container-site/facility.yaml");
    retrofit(&["plan", &facility, "--out", out.to_str().unwrap()]);
    let sheets = read_back(&out.join("plan.json"), &out.join("bom.xlsx"));
    for sheet in
        ["BOM, Consolidated, Orders by PO date, RFQ ", "RFQ electrical", "RFQ mechanical", "Re-use ledger, Assumptions"]
    {
        assert!(sheets.contains(sheet), "{sheets}");
    }
}

/// Two halls, lines without a price, half a cent, and texts that begin as formulas do.
#[test]
#[ignore = "needs LibreOffice and target/readers, which .ci/run installs"]
fn text_of_a_facility_never_becomes_a_formula() {
    let dir = tempfile::tempdir().unwrap();
    let (plan, book) = (dir.path().join("plan.json"), dir.path().join("bom.xlsx"));
    let mut json: Value =
        serde_json::from_str(&fs::read_to_string(format!("{ROOT}/tests/fixtures/plan.json")).unwrap()).unwrap();
    json["site"]["facility"] = "=1+1".into();
    json["site"]["place"] = "-2".into();
    json["bom"][0]["description"] = "=HYPERLINK(\"http://example.com\")".into();
    json["bom"][1]["unit"] = "@SUM(A1)".into();
    json["assets"][0]["reason"] = "+cmd|' /C calc'!A0".into();
    json["assumptions"][0]["text"] = "=NOW()".into();
    fs::write(&plan, json.to_string()).unwrap();
    retrofit(&["bom", plan.to_str().unwrap(), "--format", "xlsx", "--out", book.to_str().unwrap()]);
    read_back(&plan, &book);
}
