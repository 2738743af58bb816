//! Small networks reckoned by hand.

use super::*;

#[test]
fn each_kind_of_link_ties_its_ends() {
    let cases = [
        (FinishStart, 0.0, (day(1, 18), day(1, 29))),
        (FinishStart, 1.0, (day(1, 25), day(2, 5))),
        (StartStart, 1.0, (day(1, 11), day(1, 22))),
        (FinishFinish, 1.0, (day(1, 11), day(1, 22))),
        // Four weeks after a Monday morning is a Monday morning: the Friday evening before it is too early.
        (StartFinish, 4.0, (day(1, 19), day(2, 1))),
    ];
    for (kind, lag, expected) in cases {
        let later = linked(kind, lag, "A", activity("B", SiteWide, 2.0, &[]));
        let schedule = scheduled(&site(vec![activity("A", SiteWide, 2.0, &[]), later]));
        assert_eq!(dates(&schedule, "B"), expected, "{kind:?}+{lag}");
    }
}

#[test]
fn work_pauses_on_holidays_and_deliveries_do_not() {
    let lead = elapsing(activity("B", SiteWide, 1.0, &["A"]));
    let mut site = site(vec![activity("A", SiteWide, 1.0, &[]), lead, activity("C", SiteWide, 0.2, &["B"])]);
    site.calendar = Calendar::new(5, vec!["2027-01-06".parse().unwrap()]);
    let schedule = scheduled(&site);
    assert_eq!(dates(&schedule, "A"), (day(1, 4), day(1, 11)));
    assert_eq!(dates(&schedule, "B"), (day(1, 12), day(1, 18)));
    assert_eq!(dates(&schedule, "C"), (day(1, 19), day(1, 19)));
}

#[test]
fn a_task_without_duration_is_a_milestone() {
    let milestone = elapsing(activity("B", SiteWide, 0.0, &["A"]));
    let schedule =
        scheduled(&site(vec![activity("A", SiteWide, 1.0, &[]), milestone, activity("C", SiteWide, 1.0, &["B"])]));
    assert_eq!(dates(&schedule, "B"), (day(1, 9), day(1, 9)));
    assert_eq!(dates(&schedule, "C"), (day(1, 11), day(1, 15)));
}

#[test]
fn what_takes_no_time_waits_for_no_working_day() {
    let nothing = activity("B", SiteWide, 0.0, &["A"]);
    let schedule = scheduled(&site(vec![
        activity("A", SiteWide, 1.0, &[]),
        nothing,
        elapsing(activity("C", SiteWide, 1.0, &["B"])),
    ]));
    assert_eq!(dates(&schedule, "B"), (day(1, 9), day(1, 9)), "a Saturday");
    assert_eq!(dates(&schedule, "C"), (day(1, 9), day(1, 15)));
}

#[test]
fn a_weekend_is_float_of_what_elapses() {
    let lead = elapsing(activity("A", SiteWide, 5.0 / 7.0, &[]));
    let schedule = scheduled(&site(vec![lead, ready(activity("R", Hall, 1.0, &["A"]))]));
    assert_eq!(dates(&schedule, "A"), (day(1, 4), day(1, 8)));
    assert_eq!((find(&schedule, "A").total_float_days, find(&schedule, "A").critical), (2, false));
    assert_eq!(schedule.halls["barn"].driving_chain, ["A", "barn.R"]);
}

#[test]
fn of_two_that_bind_the_one_with_no_room_drives() {
    let friday = elapsing(activity("A", SiteWide, 5.0 / 7.0, &[]));
    let sunday = elapsing(activity("B", SiteWide, 1.0, &[]));
    let schedule = scheduled(&site(vec![friday, sunday, ready(activity("R", Hall, 1.0, &["A", "B"]))]));
    assert_eq!(find(&schedule, "barn.R").driven_by.as_deref(), Some("B"));
}

/// The barn's UPS takes two weeks to install, the shed's four; a survey of three weeks leads to both halls.
#[test]
fn floats_are_measured_against_each_halls_own_date() {
    let install = bank_activity("I", DurationOf::Install, &[Service::CriticalPower], &["A"]);
    let site = site(vec![
        activity("A", SiteWide, 1.0, &[]),
        activity("S", SiteWide, 3.0, &[]),
        install,
        ready(activity("R", Hall, 1.0, &["I", "S"])),
        activity("T", Hall, 1.0, &["R"]),
        activity("X", SiteWide, 1.0, &["A"]),
    ]);
    let weeks = |weeks| candidate(Range::exact(9.0), Range::exact(weeks));
    let chosen = [("barn.critical_power", weeks(2.0)), ("shed.critical_power", weeks(4.0))];
    let chosen = chosen.map(|(bank, candidate)| (bank.to_owned(), candidate)).into();
    let schedule = schedule(&site, &network(&site, &halls()).unwrap(), &chosen);
    assert_eq!(schedule.halls["barn"].ready, day(1, 29));
    assert_eq!(schedule.halls["shed"].ready, day(2, 12));
    let floats = |id: &str| (find(&schedule, id).total_float_days, find(&schedule, id).free_float_days);
    assert_eq!(floats("A"), (0, 0));
    assert_eq!(floats("S"), (0, 0), "the barn needs it at once");
    assert_eq!(floats("barn.critical_power.I"), (0, 0));
    assert_eq!(floats("barn.T"), (0, 0), "the barn's tail is measured against the barn's end");
    assert_eq!(floats("X"), (35, 35), "what leads to no hall may last as long as the project");
    assert_eq!(schedule.halls["shed"].driving_chain, ["A", "shed.critical_power.I", "shed.R"]);
    assert_eq!(find(&schedule, "barn.R").driven_by.as_deref(), Some("barn.critical_power.I"));
}

#[test]
fn free_float_is_what_the_next_task_leaves() {
    let schedule = scheduled(&site(vec![
        activity("A", SiteWide, 1.0, &[]),
        activity("B", SiteWide, 1.0, &["A"]),
        activity("C", SiteWide, 4.0, &[]),
        ready(activity("R", Hall, 1.0, &["B", "C"])),
    ]));
    assert_eq!((find(&schedule, "A").total_float_days, find(&schedule, "A").free_float_days), (14, 0));
    assert_eq!((find(&schedule, "B").total_float_days, find(&schedule, "B").free_float_days), (14, 14));
}

fn conversion() -> Site {
    site(vec![
        activity("A", SiteWide, 1.0, &[]),
        Activity { stops_mining: true, ..activity("S", Hall, 1.0, &["A"]) },
        activity("P", SiteWide, 4.0, &["A"]),
        ready(activity("R", Hall, 1.0, &["S", "P"])),
    ])
}

#[test]
fn miners_run_until_the_hall_needs_them_gone() {
    let schedule = scheduled(&conversion());
    let stop = find(&schedule, "barn.S");
    assert_eq!((stop.start, stop.finish), (day(2, 1), day(2, 5)));
    assert_eq!((stop.late_start, stop.total_float_days, stop.free_float_days), (day(2, 1), 0, 0));
    assert_eq!(stop.driven_by, None);
    assert_eq!(schedule.halls["barn"].mining_stops, Some(day(2, 1)));
    assert_eq!(schedule.halls["barn"].driving_chain, ["A", "P", "barn.R"]);
}

/// Orders take eight weeks; removal and demolition, a week each, must begin six and seven weeks after the start.
#[test]
fn miners_that_earn_stop_some_weeks_before_they_must() {
    let work = vec![
        Activity { stops_mining: true, ..activity("S", Hall, 1.0, &[]) },
        activity("D", Hall, 1.0, &["S"]),
        activity("P", SiteWide, 8.0, &[]),
        ready(activity("R", Hall, 1.0, &["D", "P"])),
    ];
    let (idle, earns) = (scheduled(&site(work.clone())), scheduled(&earning(site(work), 2.0)));
    let starts = |schedule: &Schedule| ["barn.S", "barn.D", "barn.R"].map(|id| find(schedule, id).start);
    assert_eq!(starts(&idle), [day(1, 4), day(1, 11), day(3, 1)]);
    assert_eq!(starts(&earns), [day(2, 1), day(2, 8), day(3, 1)]);
    assert_eq!(find(&earns, "barn.S").late_start, day(2, 15));
    assert_eq!(find(&earns, "barn.S").driven_by, None);
    assert_eq!(find(&earns, "barn.D").driven_by.as_deref(), Some("barn.S"));
    assert_eq!(earns.halls["barn"].driving_chain, ["P", "barn.R"]);
}

/// A design of two weeks, an order of eight weeks at most twelve, and its installation, beside permits of twenty weeks.
fn procured(float_weeks: f64, at_once: bool) -> Schedule {
    let lead = elapsing(bank_activity("L", DurationOf::Lead, &[Service::CriticalPower], &["D"]));
    let work = vec![
        activity("D", SiteWide, 2.0, &[]),
        Activity { at_once, ..lead },
        bank_activity("I", DurationOf::Install, &[Service::CriticalPower], &["L"]),
        elapsing(activity("P", SiteWide, 20.0, &[])),
        ready(activity("R", Hall, 1.0, &["I", "P"])),
    ];
    let ordered = candidate(Range { low: 8.0, likely: 8.0, high: 12.0 }, Range::exact(1.0));
    let site = ordering(site(work), float_weeks);
    schedule(&site, &network(&site, &halls()).unwrap(), &BTreeMap::from([("barn.critical_power".to_owned(), ordered)]))
}

/// The barn is ready on 28 May; its UPS is installed from 17 May at the latest, and so ordered by 22 March.
#[test]
fn an_order_is_placed_so_that_its_high_lead_time_delays_nothing() {
    let schedule = procured(1.0, false);
    let order = find(&schedule, "barn.critical_power.L");
    assert_eq!((order.start, order.late_start), (day(2, 22), day(3, 22)), "four weeks before the latest");
    assert_eq!((order.driven_by.as_deref(), order.critical), (None, false));
    assert_eq!(dates(&schedule, "barn.critical_power.I"), (day(4, 19), day(4, 23)));
    let (barn, at_once) = (&schedule.halls["barn"], procured(1.0, true));
    assert_eq!(barn, &at_once.halls["barn"], "at the high lead time as well");
    assert_eq!(find(&at_once, "barn.critical_power.L").start, day(1, 16), "a Saturday, on the eve of which D is done");
}

#[test]
fn an_order_keeps_the_least_float_where_its_lead_time_is_sure() {
    assert_eq!(find(&procured(6.5, false), "barn.critical_power.L").start, day(2, 4), "the last working day");
    assert_eq!(find(&procured(26.0, false), "barn.critical_power.L").start, day(1, 16), "as soon as D lets it");
}

#[test]
fn what_is_not_ordered_is_not_put_off() {
    assert_eq!(find(&procured(4.0, false), "shed.critical_power.L").start, day(1, 16));
}

#[test]
fn miners_that_may_stop_late_hold_their_hall_back() {
    let mut site = conversion();
    site.halls[0].mining_may_stop = Some(day(3, 6));
    site.halls[1].mining_mw = 0.0;
    let schedule = scheduled(&site);
    assert_eq!(dates(&schedule, "barn.S"), (day(3, 8), day(3, 12)), "6 March is a Saturday");
    assert_eq!(find(&schedule, "barn.S").driven_by, None);
    assert_eq!(schedule.halls["barn"].driving_chain, ["barn.S", "barn.R"]);
    assert_eq!((schedule.halls["shed"].ready, schedule.halls["shed"].mining_stops), (day(2, 12), None));
}
