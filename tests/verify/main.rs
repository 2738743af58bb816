//! The verifier accepts the plans of the examples, and rejects every way in which one of them is made wrong.

mod corruptions;
mod mutations;

use std::collections::{BTreeMap, BTreeSet};

use corruptions::{CORRUPTIONS, Corruption, FIT_CORRUPTIONS, LEFT_OUT_CORRUPTIONS, ORDER_CORRUPTIONS};
use jiff::civil::date;
use mutations::{Class, score, score_of};
use retrofit::domain::plan::Plan;
use retrofit::domain::{Objective, Policy};
use retrofit::input::Request;
use retrofit::input::catalog::{ConnectsAt, Trade};
use retrofit::report::json;
use retrofit::validate::{Site, load};
use retrofit::verify::{CHECKS, verify};
use retrofit::{Effort, plan};

fn example(name: &str) -> Site {
    load(&Request::new(format!("examples/{name}/facility.yaml"))).expect("the example is valid").0
}

/// The barn with every limit set, and with sets and transfer switches on its boards, so that every check has something to
/// hold the plan to.
fn limited_barn() -> Site {
    let mut site = example("moses-lake");
    site.target.ready_date = Some(date(2030, 12, 31));
    site.target.budget_usd = Some(1e9);
    site.target.value_of_week_usd = Some(2e6);
    site.catalog.items.retain(|_, item| item.connects_at != Some(ConnectsAt::MediumVoltage));
    site
}

/// The barn on a grid that brings fewer racks than are asked for.
fn short_barn() -> Site {
    let mut site = example("moses-lake");
    site.target.objective = Some(Objective::Mw);
    site.halls[0].racks_asked = Some(12);
    site.water_m3_per_day = 1e5;
    site.utility.increases.clear();
    (site.utility.firm_mw, site.utility.curtailable_mw) = (1.5, 0.0);
    site
}

/// Two quarters with one crew for each of two trades; the second is in more of a hurry.
fn crewed_quarters() -> Site {
    let mut site = example("helios");
    site.halls.truncate(2);
    site.assets.retain(|asset| asset.place.hall().is_none_or(|hall| site.halls.iter().any(|it| it.id == hall)));
    for (hall, usd) in site.halls.iter_mut().zip([1e5, 2e6]) {
        (hall.racks_asked, hall.value_of_week_usd) = (Some(20), Some(usd));
    }
    site.crews = BTreeMap::from([(Trade::Electrical, 1), (Trade::Demolition, 1)]);
    site
}

fn planned(site: &Site) -> Plan {
    plan(site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn holds(site: &Site, name: &str) {
    let plan = planned(site);
    let findings = verify(site, &plan);
    assert!(findings.is_empty(), "{name}: {findings:#?}");
    let written = json(&plan);
    let negative: Vec<&str> = written.lines().filter(|line| line.trim_end_matches(',').ends_with(" -0.0")).collect();
    assert!(negative.is_empty(), "{name}: {negative:?}");
}

#[test]
fn plans_of_the_examples_hold() {
    for name in ["moses-lake", "container-site", "helios"] {
        holds(&example(name), name);
    }
    holds(&limited_barn(), "barn with every limit");
}

#[test]
fn plans_hold_under_every_kind_of_redundancy() {
    for policy in ["N", "N+1", "N+2", "2N", "2(N+1)", "3N/2", "block 12:1"] {
        let mut site = example("helios");
        site.halls.truncate(1);
        site.halls[0].racks_asked = Some(60);
        site.assets.retain(|asset| asset.place.hall().is_none_or(|hall| hall == site.halls[0].id));
        let asked: Policy = policy.parse().expect("a policy");
        for service in ["critical_power", "standby_power", "liquid_cooling", "heat_rejection"] {
            site.target.redundancy.insert(serde_json::from_value(service.into()).expect("a service"), asked);
        }
        holds(&site, policy);
    }
}

#[test]
fn every_corruption_is_rejected_by_its_check() {
    rejected(&limited_barn(), CORRUPTIONS);
}

#[test]
fn every_corruption_of_what_fits_is_rejected_by_its_check() {
    let site = short_barn();
    holds(&site, "barn on a small grid");
    rejected(&site, FIT_CORRUPTIONS);
}

#[test]
fn every_corruption_of_the_order_of_halls_is_rejected_by_its_check() {
    let site = crewed_quarters();
    let plan = planned(&site);
    assert_eq!(plan.hall_order, ["q2", "q1"]);
    rejected(&site, ORDER_CORRUPTIONS);
    let score = score_of(&site, &plan, 7, |field| field.starts_with("hall_order"));
    assert!(score.survivors.is_empty() && !score.counts.is_empty(), "{score:?}");
}

#[test]
fn every_corruption_of_what_is_left_out_is_rejected_by_its_check() {
    rejected(&example("container-site"), LEFT_OUT_CORRUPTIONS);
}

#[test]
fn fewer_racks_are_accepted_for_the_most_power_alone() {
    let mut site = short_barn();
    let plan = planned(&site);
    site.target.objective = Some(Objective::Capex);
    let found: BTreeSet<&str> = verify(&site, &plan).iter().map(|finding| finding.check).collect();
    assert!(found.contains("hall.fit") && found.contains("hall.load"), "{found:?}");
}

/// Marks of values that are written as the program knows them, not as files do.
const DEBUG: [&str; 4] = ["Some(", "None", "[\"", " { "];

fn rejected(site: &Site, corruptions: &[Corruption]) {
    let sound = planned(site);
    let mut missed = Vec::new();
    for (number, (check, corrupt)) in corruptions.iter().enumerate() {
        let mut wrong = sound.clone();
        corrupt(&mut wrong);
        let findings = verify(site, &wrong);
        let debug = findings.iter().find(|finding| DEBUG.iter().any(|mark| finding.message.contains(mark)));
        assert!(debug.is_none(), "{number}: {debug:?}");
        let found: BTreeSet<&str> = findings.iter().map(|finding| finding.check).collect();
        if !found.contains(check) {
            missed.push(format!("corruption {number}: {check} is not among {found:?}"));
        }
    }
    println!("{} of {} planted corruptions are rejected", corruptions.len() - missed.len(), corruptions.len());
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Every field is changed once, at a place drawn by seed. Words that explain are nobody's claim; figures and dates are.
#[test]
fn changed_figures_and_dates_are_rejected() {
    let site = limited_barn();
    let score = score(&site, &planned(&site), 7);
    for ((section, class), (rejected, all)) in &score.counts {
        println!("{section} {class:?}: {rejected} of {all} rejected");
    }
    let left: Vec<String> = score.survivors.iter().map(|(class, name)| format!("{class:?} {name}")).collect();
    println!("not seen:\n{}", left.join("\n"));
    for (class, floor) in [(Class::Number, 0.9), (Class::Date, 0.9), (Class::Switch, 0.9)] {
        let share = score.share(class);
        println!("{class:?}: {:.1} % rejected", share * 100.0);
        assert!(share >= floor, "{class:?}: only {share:.3} of the changes are rejected\n{}", left.join("\n"));
    }
}

#[test]
fn every_check_has_a_corruption() {
    let corrupted: BTreeSet<&str> = CORRUPTIONS.iter().map(|(check, _)| *check).collect();
    let checks: BTreeSet<&str> = CHECKS.iter().map(|check| check.id).collect();
    assert_eq!(corrupted, checks);
    assert_eq!(checks.len(), CHECKS.len(), "ids are unique");
}
