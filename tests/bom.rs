//! The workbook of the bill of materials, read back by LibreOffice and by a reader in Python.
//!
//! `.ci/run` installs both (`target/readers`, a virtual environment with `tests/readers/requirements.txt`).

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::Command as Run;
use retrofit::assemble::bought;
use retrofit::domain::plan::Plan;
use retrofit::input::read_catalogs;
use retrofit::report::{BomLevel, bom_json, parse};
use retrofit::validate::validate;
use serde_json::Value;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Two halls and fiber.
fn fixture() -> String {
    fs::read_to_string(format!("{ROOT}/tests/fixtures/plan.json")).unwrap()
}

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

/// The specification of a plan's second line in the bill, and in the rows that vendors are asked by.
fn specs(plan: &Plan) -> Vec<Value> {
    let specs = [BomLevel::Lines, BomLevel::Consolidated].map(|level| {
        let bill: Value = serde_json::from_str(&bom_json(plan, level)).unwrap();
        let lines = bill["lines"].as_array().unwrap().clone();
        let line = lines.into_iter().find(|line| line["item"] == plan.bom[1].item.as_str());
        line.map(|line| line["spec"].clone()).unwrap()
    });
    specs.to_vec()
}

/// As the item of its bank, and as what goes with another item.
#[test]
fn every_item_that_is_measured_says_more_than_its_name() {
    let (site, _) = validate(&read_catalogs(&[]).unwrap()).unwrap();
    let measured = site.catalog.items.values().filter(|item| item.is_measured());
    assert!(measured.clone().count() > 50);
    for item in measured {
        let mut plan = parse(&fixture()).unwrap();
        (plan.bom[1].item, plan.bom[1].unit) = (item.id.clone(), item.unit.clone());
        plan.bought = bought::items(&site, &plan.bom);
        let bank = plan.banks.iter().position(|bank| bank.id == plan.bom[1].bank).unwrap();
        for (own, purpose) in [(Some(item.id.clone()), " required"), (None, "for ")] {
            plan.banks[bank].chosen.item = own;
            let told = specs(&plan);
            assert!(told.iter().all(|spec| spec.as_str().unwrap().contains(purpose)), "{}: {told:?}", item.id);
        }
    }
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
    let mut json: Value = serde_json::from_str(&fixture()).unwrap();
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
