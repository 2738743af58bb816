//! The difference of two plans of an example that was changed: all causes add up to the change, to the cent.

use std::fs;
use std::path::PathBuf;

use retrofit::domain::Objective;
use retrofit::domain::plan::Plan;
use retrofit::domain::range::cents;
use retrofit::input::Request;
use retrofit::report::{Diff, diff, diff_text};
use retrofit::validate::load;
use retrofit::{Effort, plan};

const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/container-site/facility.yaml");

fn planned(request: &Request) -> Plan {
    let (site, _) = load(request).expect("the example is valid");
    plan(&site, Effort::default()).expect("the example can be planned")
}

/// The example as it stands, with one line of the file changed.
fn changed_to(folder: &std::path::Path, from: &str, to: &str) -> PathBuf {
    let text = fs::read_to_string(EXAMPLE).unwrap();
    assert!(text.contains(from), "the example has no `{from}`");
    let path = folder.join("facility.yaml");
    fs::write(&path, text.replace(from, to)).unwrap();
    path
}

fn by_effect(diff: &Diff) -> Vec<&'static str> {
    diff.cost.by_effect.iter().map(|total| total.effect.label()).collect()
}

fn holds(before: &Plan, after: &Plan) -> Diff {
    let found = diff(before, after);
    let steps: f64 = found.cost.steps.iter().map(|step| step.usd).sum();
    let effects: f64 = found.cost.by_effect.iter().map(|total| total.usd).sum();
    assert_eq!(cents(steps), found.cost.usd);
    assert_eq!(cents(effects), found.cost.usd);
    assert_eq!(found.cost.usd, cents(after.capex.total.likely - before.capex.total.likely));
    for hall in found.halls.iter().filter(|hall| hall.days.is_some()) {
        let days: i32 = hall.drivers.iter().map(|driver| driver.later()).sum();
        assert_eq!(Some(days), hall.days, "{}", hall.hall);
    }
    found
}

#[test]
fn causes_add_up_to_the_cent_and_drivers_to_the_day() {
    let folder = tempfile::tempdir().unwrap();
    let before = planned(&Request::new(EXAMPLE));

    let sooner = planned(&Request { objective: Some(Objective::Date), ..Request::new(EXAMPLE) });
    let found = holds(&before, &sooner);
    assert!(found.cost.usd > 0.0 && by_effect(&found).contains(&"schedule"));
    assert!(found.inputs.iter().any(|input| input.what == "objective"));
    assert!(diff_text(&found).contains("earlier"));
    let back = holds(&sooner, &before);
    assert_eq!(back.cost.usd, -found.cost.usd);

    let region =
        planned(&Request::new(changed_to(folder.path(), "regional_cost_index: 0.9", "regional_cost_index: 0.95")));
    let found = holds(&before, &region);
    assert!(by_effect(&found).contains(&"price") && !by_effect(&found).contains(&"catalog"));
    assert!(found.inputs.iter().any(|input| input.what == "facility facility.yaml"));
}

/// One more dollar in a thousand, so that nothing else is chosen.
#[test]
fn a_price_of_another_catalog_is_the_catalogs() {
    let before = planned(&Request::new(EXAMPLE));
    let line = before.bom.iter().find(|line| line.bank.ends_with(".fit_out")).expect("a hall is fitted out");
    let (mut site, _) = load(&Request::new(EXAMPLE)).unwrap();
    let cost = site.catalog.items.get_mut(&line.item).and_then(|item| item.cost_usd.as_mut()).expect("it has a price");
    cost.likely *= 1.001;
    let found = holds(&before, &plan(&site, Effort::default()).unwrap());
    assert_eq!(by_effect(&found), ["catalog", "soft costs"]);
    let amount = line.amount.unwrap().likely;
    assert!((found.cost.steps[0].usd - amount * 0.001).abs() <= 0.01 * line.quantity);
}
