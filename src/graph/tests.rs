use std::collections::BTreeMap;

use jiff::civil::date;

use super::fixture::{activity, bank, bank_activity, candidate, link, site};
use super::*;
use crate::input::catalog::{Activity, ActivityPer, DurationOf, Reservation};
use crate::input::facility::Permit;

use ActivityPer::{Hall, Site as SiteWide};
use DurationOf::{Install, Lead};
use Service::{CriticalPower, Grounding, LowVoltagePower, StandbyPower};

use crate::domain::Service;

fn banks() -> Vec<Bank> {
    vec![
        bank("barn", CriticalPower),
        bank("barn", LowVoltagePower),
        bank("shed", LowVoltagePower),
        bank("site", Grounding),
    ]
}

fn expanded(activities: Vec<Activity>) -> Network {
    network(&site(activities), &banks()).unwrap()
}

/// Each task in order with the tasks it waits for: `shed.B: A`.
fn told(network: &Network) -> Vec<String> {
    let id = |node: NodeIndex| network.graph[node].id.as_str();
    let after = |node| network.predecessors(node).into_iter().map(|(earlier, _)| id(earlier)).collect::<Vec<_>>();
    network.order.iter().map(|&node| format!("{}: {}", id(node), after(node).join(" "))).collect()
}

#[test]
fn hall_tasks_wait_for_the_site_and_the_site_for_all_halls() {
    let network = expanded(vec![
        activity("A", SiteWide, 1.0, &[]),
        activity("B", Hall, 1.0, &["A"]),
        activity("C", Hall, 1.0, &["B"]),
        activity("D", SiteWide, 1.0, &["C"]),
    ]);
    let expected = ["A: ", "barn.B: A", "shed.B: A", "barn.C: barn.B", "shed.C: shed.B", "D: barn.C shed.C"];
    assert_eq!(told(&network), expected);
}

#[test]
fn a_bank_waits_for_its_own_bank_else_for_its_hall_and_the_site_and_for_no_goods_of_others() {
    let network = expanded(vec![
        bank_activity("L", Lead, &[LowVoltagePower, Grounding], &[]),
        bank_activity("I", Install, &[LowVoltagePower, Grounding], &["L"]),
        bank_activity("J", Install, &[CriticalPower, LowVoltagePower], &["L", "I"]),
    ]);
    let expected = [
        "barn.low_voltage_power.L: ",
        "shed.low_voltage_power.L: ",
        "site.grounding.L: ",
        "barn.low_voltage_power.I: barn.low_voltage_power.L",
        "shed.low_voltage_power.I: shed.low_voltage_power.L",
        "site.grounding.I: site.grounding.L",
        "barn.critical_power.J: barn.low_voltage_power.I site.grounding.I",
        "barn.low_voltage_power.J: barn.low_voltage_power.L barn.low_voltage_power.I",
        "shed.low_voltage_power.J: shed.low_voltage_power.L shed.low_voltage_power.I",
    ];
    assert_eq!(told(&network), expected);
}

#[test]
fn a_hall_without_banks_is_not_converted() {
    let site = site(vec![activity("B", Hall, 1.0, &[])]);
    let network = network(&site, &[bank("shed", LowVoltagePower), bank("site", Grounding)]).unwrap();
    assert_eq!(told(&network), ["shed.B: "]);
}

#[test]
fn tasks_come_after_their_predecessors_and_else_in_the_catalogs_order() {
    let network = expanded(vec![
        activity("A", SiteWide, 1.0, &["C"]),
        activity("B", SiteWide, 1.0, &[]),
        activity("C", SiteWide, 1.0, &["B"]),
        activity("D", SiteWide, 1.0, &[]),
    ]);
    assert_eq!(told(&network), ["B: ", "C: B", "A: C", "D: "]);
}

#[test]
fn held_permits_and_absent_services_take_no_time() {
    let permit = Activity { permit: Some(Permit::Air), ..activity("P", SiteWide, 26.0, &[]) };
    let fuel = Activity { only_for: Some(StandbyPower), ..activity("F", SiteWide, 3.0, &[]) };
    let critical = Activity { only_for: Some(CriticalPower), ..activity("C", Hall, 3.0, &[]) };
    let mut site = site(vec![permit, fuel, critical]);
    site.permits_held = vec![Permit::Air];
    let network = network(&site, &banks()).unwrap();
    let weeks = |node: &TaskNode| (node.name.clone(), duration_weeks(node, None).likely);
    let told: Vec<_> = network.graph.node_weights().map(weeks).collect();
    let expected = [("Do P (held)", 0.0), ("Do F (not needed)", 0.0), ("Do C", 3.0), ("Do C (not needed)", 0.0)];
    assert_eq!(told, expected.map(|(name, weeks)| (name.to_owned(), weeks)));
}

#[test]
fn miners_run_until_they_may_be_stopped() {
    let mut site = site(vec![Activity { stops_mining: true, ..activity("S", Hall, 1.0, &[]) }]);
    site.halls[1].mining_may_stop = Some(date(2027, 6, 1));
    let network = network(&site, &banks()).unwrap();
    let not_before: Vec<_> = network.graph.node_weights().map(|task| task.not_before).collect();
    assert_eq!(not_before, [None, Some(date(2027, 6, 1))]);
}

#[test]
fn a_bank_that_buys_nothing_takes_no_time() {
    let network = expanded(vec![bank_activity("L", Lead, &[CriticalPower], &[])]);
    let task = &network.graph[network.order[0]];
    let bought = candidate(Range::exact(30.0), Range::exact(4.0));
    let kept = CandidatePlan { parts: vec![], ..bought.clone() };
    assert_eq!(task.name, "Do L - Rack (UPS) power");
    assert_eq!(duration_weeks(task, Some(&bought)), Range::exact(30.0));
    assert_eq!(duration_weeks(task, Some(&kept)), Range::ZERO);
    assert_eq!(duration_weeks(task, None), Range::ZERO);
}

#[test]
fn a_circle_is_told_in_order() {
    let circle = |activities| network(&site(activities), &banks()).unwrap_err().to_string();
    let told = circle(vec![
        activity("A", SiteWide, 1.0, &[]),
        activity("B", SiteWide, 1.0, &["A", "D"]),
        activity("C", SiteWide, 1.0, &["B"]),
        activity("D", SiteWide, 1.0, &["C", "A"]),
    ]);
    assert_eq!(told, "activities wait for each other: B -> C -> D -> B");
    assert_eq!(circle(vec![activity("A", SiteWide, 1.0, &["A"])]), "activities wait for each other: A -> A");
}

#[test]
fn links_keep_their_kind_and_lag() {
    let later = Activity { after: vec![link("A", LinkKind::StartStart, 2.0)], ..activity("B", SiteWide, 1.0, &[]) };
    let network = expanded(vec![activity("A", SiteWide, 1.0, &[]), later]);
    let edge = TaskEdge { kind: LinkKind::StartStart, lag_weeks: 2.0, for_move: false, for_crews: false };
    assert_eq!(network.predecessors(network.order[1]), [(network.order[0], edge)]);
}

/// A lead after the award, which a reserved slot does not wait for: what its order waits for then, and what not.
fn reservable() -> Network {
    let reservation = Reservation {
        when: "at notice to proceed".to_owned(),
        waives: vec!["award".to_owned()],
        after: vec![link("notice", LinkKind::FinishStart, 0.0), link("award", LinkKind::FinishFinish, 16.0)],
    };
    let lead = bank_activity("lead", Lead, &[LowVoltagePower], &["survey", "award"]);
    expanded(vec![
        Activity { reserve: Some(reservation), ..lead },
        activity("notice", SiteWide, 1.0, &[]),
        activity("survey", SiteWide, 1.0, &[]),
        activity("award", SiteWide, 1.0, &["notice"]),
    ])
}

#[test]
fn a_reserved_slot_waives_its_links_and_takes_on_others() {
    let network = reservable();
    let mut reserved = candidate(Range::exact(30.0), Range::exact(4.0));
    let chosen = |candidate: &CandidatePlan| [("barn.low_voltage_power".to_owned(), candidate.clone())].into();
    assert_eq!(told(&network.as_chosen(&chosen(&reserved), &BTreeMap::new(), &[])), told(&network));
    reserved.mode.slot_reserved = true;
    let after = network.as_chosen(&chosen(&reserved), &BTreeMap::new(), &[]);
    let tasks = told(&after);
    assert!(tasks.contains(&"barn.low_voltage_power.lead: survey notice award".to_owned()), "{tasks:?}");
    assert!(tasks.contains(&"shed.low_voltage_power.lead: survey award".to_owned()), "{tasks:?}");
}

#[test]
fn a_delivery_is_known_where_nothing_before_the_order_hangs_on_a_choice() {
    let network = reservable();
    let ordinary = candidate(Range::exact(30.0), Range::exact(4.0));
    let soon = candidate(Range::exact(10.0), Range::exact(4.0));
    let reserved = |candidate: &CandidatePlan| {
        let mut reserved = candidate.clone();
        reserved.mode.slot_reserved = true;
        reserved
    };
    let mut banks = banks();
    banks[1].candidates = vec![ordinary.clone(), reserved(&ordinary), reserved(&soon)];
    let site = site(vec![]);
    let deliveries = Bounds::new(&site, &network, &banks, true).deliveries();
    // Award at week 2, notice at week 1; nothing is delivered sooner than 16 weeks after the award.
    assert_eq!(deliveries[1], Some(vec![32.0, 31.0, 18.0]));
    assert_eq!(deliveries[0], None, "nothing is ordered for this bank");
}

#[test]
fn nothing_waits_after_work_that_is_not_done() {
    let work = bank_activity("I", Install, &[CriticalPower], &[]);
    let later = Activity { after: vec![link("I", LinkKind::StartStart, 2.0)], ..activity("R", Hall, 1.0, &[]) };
    let network = network(&site(vec![work, later]), &[bank("barn", CriticalPower)]).unwrap();
    let built = candidate(Range::ZERO, Range::exact(1.0));
    let kept = CandidatePlan { parts: vec![], ..built.clone() };
    let lag = |candidate: CandidatePlan| {
        let chosen = BTreeMap::from([("barn.critical_power".to_owned(), candidate)]);
        let network = network.as_chosen(&chosen, &BTreeMap::new(), &[]);
        let ready = network.graph.node_indices().find(|&node| network.graph[node].id == "barn.R").unwrap();
        network.predecessors(ready)[0].1.lag_weeks
    };
    assert_eq!((lag(built), lag(kept)), (2.0, 0.0));
}
