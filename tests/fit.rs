//! What fits: laws of the search for the most racks, and of what is said where there is no plan.

use std::collections::BTreeMap;

use retrofit::domain::clash::{Least, Shortfall};
use retrofit::domain::plan::Plan;
use retrofit::domain::{Objective, Service};
use retrofit::fit::{Change, explain};
use retrofit::input::Request;
use retrofit::validate::{Site, SiteHall, load};
use retrofit::{Effort, Unplannable, plan};

/// The barn without a limit on water, so that laws of other limits stand alone.
fn wet_barn() -> Site {
    let (mut site, _) = load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid");
    (site.target.capex_tolerance_pct, site.water_m3_per_day) = (0.0, 1e5);
    site
}

fn planned(site: &Site) -> Plan {
    plan_of(site).unwrap_or_else(|error| panic!("{error:?}"))
}

fn plan_of(site: &Site) -> Result<Plan, Unplannable> {
    plan(site, Effort::default())
}

fn with(mut site: Site, change: impl FnOnce(&mut Site)) -> Site {
    change(&mut site);
    site
}

/// The barn asked for two dozen racks, planned for the most IT power on a grid of its own.
fn most_power(firm_mw: f64) -> Plan {
    planned(&with(wet_barn(), |site| {
        site.target.objective = Some(Objective::Mw);
        site.halls[0].racks_asked = Some(24);
        site.utility.increases.clear();
        site.utility.firm_mw = firm_mw;
        site.utility.curtailable_mw = 0.0;
    }))
}

#[test]
fn more_grid_never_gives_fewer_racks_and_plenty_gives_all() {
    let plans: Vec<Plan> = [1.5, 3.0, 50.0].map(most_power).to_vec();
    let racks: Vec<u32> = plans.iter().map(|plan| plan.halls[0].racks).collect();
    assert!(racks.is_sorted_by(|a, b| a < b), "{racks:?}");
    assert_eq!(racks[2], 24);
    let fit = |plan: &Plan| plan.fit.clone().expect("the most IT power says what fits");
    assert!(fit(&plans[2]).stops.is_empty());
    let short = fit(&plans[0]);
    assert!(short.maximal && short.asked() == 24 && short.racks() == racks[0]);
    let limits: Vec<&Shortfall> =
        short.stops[0].clashes.iter().flat_map(|clash| &clash.limits).map(|limit| &limit.shortfall).collect();
    let grid = |limit: &&Shortfall| matches!(limit, Shortfall::Supply { service: Service::GridImport, short, .. } if *short > 0.0);
    assert!(limits.iter().any(grid), "{limits:?}");
}

#[test]
fn halls_are_filled_until_none_takes_one_more_rack() {
    let two = with(wet_barn(), |site| {
        site.target.objective = Some(Objective::Mw);
        site.utility.increases.clear();
        (site.utility.firm_mw, site.utility.curtailable_mw) = (3.0, 0.0);
        site.halls[0].racks_asked = Some(10);
        let other = SiteHall { id: "other".to_owned(), racks_asked: Some(7), ..site.halls[0].clone() };
        site.halls.push(other);
    });
    let plan = planned(&two);
    let fit = plan.fit.expect("the most IT power says what fits");
    assert!(fit.maximal && fit.racks() < fit.asked(), "{fit:?}");
    assert_eq!(fit.strategies.iter().map(|strategy| strategy.racks).max(), Some(fit.racks()));
    assert!(fit.strategies.len() >= 3, "both orders and the proportion: {:?}", fit.strategies);
    for hall in fit.halls.iter().filter(|hall| hall.racks < hall.racks_asked) {
        let more: BTreeMap<String, u32> =
            fit.halls.iter().map(|h| (h.hall.clone(), h.racks + u32::from(h.hall == hall.hall))).collect();
        let one_more = with(two.with_racks(&more), |site| site.target.objective = None);
        assert!(matches!(plan_of(&one_more), Err(Unplannable::Infeasible(_))), "{}", hall.hall);
    }
}

#[test]
fn every_relaxation_of_no_way_plans_and_one_more_rack_does_not() {
    let mut request = Request::new("examples/no-way/facility.yaml");
    request.target = Some("examples/no-way/target.yaml".to_owned());
    let (site, _) = load(&request).expect("the example is valid");
    let found = explain(&site, Effort::default()).expect("the solver ends");
    assert_eq!(found.clashes.len(), 3, "{:?}", found.clashes);
    assert!(found.clashes.iter().all(|clash| clash.irreducible && clash.limits.len() == 1));
    assert!(found.relaxations.len() >= 2, "{:?}", found.relaxations);
    for relaxation in &found.relaxations {
        let apply = |site: Site, change: &Change| change.apply(&site);
        let changes = || relaxation.steps.iter().map(|step| &step.change);
        let relaxed = changes().fold(site.clone(), apply);
        assert!((planned(&relaxed).capex.total.likely - relaxation.capex_usd).abs() < 1.0);
        for change in changes() {
            let without = changes().filter(|other| *other != change).fold(site.clone(), apply);
            assert!(matches!(plan_of(&without), Err(Unplannable::Infeasible(_))), "{change:?} is not needed");
        }
        let Some(Change::Racks(racks)) = changes().find(|change| matches!(change, Change::Racks(_))) else { continue };
        let more = Change::Racks(racks.iter().map(|(hall, racks)| (hall.clone(), racks + 1)).collect());
        assert!(matches!(plan_of(&more.apply(&relaxed)), Err(Unplannable::Infeasible(_))));
    }
}

#[test]
fn a_budget_is_set_against_the_least_capex_without_it() {
    let small = with(wet_barn(), |site| site.halls[0].racks_asked = Some(12));
    let least = planned(&small).capex.total.likely;
    let poor = with(small, |site| site.target.budget_usd = Some(least - 1e6));
    let found = explain(&poor, Effort::default()).expect("the solver ends");
    assert_eq!(found.clashes.len(), 1, "{:?}", found.clashes);
    let budget = found.clashes[0].limits.iter().find_map(|limit| match limit.shortfall {
        Shortfall::Budget { short_usd, least, .. } => Some((short_usd, least)),
        _ => None,
    });
    let (short, known) = budget.expect("the budget conflicts");
    assert!((short - 1e6).abs() < 2.0 && known == Least::Proved, "{short} {known:?}");
    let enough: Vec<f64> = found
        .relaxations
        .iter()
        .filter_map(|found| match found.steps.as_slice() {
            [step] => matches!(step.change, Change::Budget(_)).then_some(found.capex_usd),
            _ => None,
        })
        .collect();
    assert!(enough.len() == 1 && (enough[0] - least).abs() < 1e4, "{enough:?} {least}");
}

#[test]
fn what_conflicts_whatever_is_spent_is_not_blamed_on_the_budget() {
    let dark = with(wet_barn(), |site| {
        site.halls[0].racks_asked = Some(12);
        site.utility.increases.clear();
        (site.utility.firm_mw, site.utility.curtailable_mw) = (1.5, 0.0);
    });
    let poor = with(dark.clone(), |site| site.target.budget_usd = Some(1e7));
    let [rich, poor] = [dark, poor].map(|site| explain(&site, Effort::default()).expect("the solver ends").clashes);
    assert_eq!(rich[..], poor[..rich.len()]);
    let budget = |limit: &retrofit::domain::clash::Limit| match limit.shortfall {
        Shortfall::Budget { least, .. } => Some(least),
        _ => None,
    };
    assert_eq!(poor[1].limits.iter().find_map(budget), Some(Least::Beside), "{poor:?}");
}

#[test]
fn a_date_and_a_budget_that_conflict_together_are_one_conflict() {
    let small = with(wet_barn(), |site| site.halls[0].racks_asked = Some(12));
    let least = planned(&small).capex.total.likely;
    let earliest = planned(&with(small.clone(), |site| site.target.objective = Some(Objective::Date)));
    let hurried = with(small, |site| {
        site.target.ready_date = Some(earliest.halls[0].ready + jiff::ToSpan::days(14));
        site.target.budget_usd = Some(least * 1.0001);
    });
    let found = explain(&hurried, Effort::default()).expect("the solver ends");
    assert_eq!(found.clashes.len(), 1, "{:?}", found.clashes);
    let limits: Vec<&Shortfall> = found.clashes[0].limits.iter().map(|limit| &limit.shortfall).collect();
    assert!(limits.iter().any(|limit| matches!(limit, Shortfall::Deadline { .. })), "{limits:?}");
    assert!(limits.iter().any(|limit| matches!(limit, Shortfall::Budget { .. })), "{limits:?}");
    let gives = |kind: fn(&Change) -> bool| {
        found.relaxations.iter().any(|found| found.steps.len() == 1 && kind(&found.steps[0].change))
    };
    assert!(gives(|change| matches!(change, Change::Budget(_))), "{:?}", found.relaxations);
    assert!(gives(|change| matches!(change, Change::ReadyDate(_))), "{:?}", found.relaxations);
}
