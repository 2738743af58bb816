//! What holds for every network.

use proptest::prelude::*;

use super::*;

/// Activities that wait for earlier ones in every way, on both calendars, orders among them; the last one makes the halls ready.
fn any_activities() -> impl Strategy<Value = Vec<Activity>> {
    let kinds = prop::sample::select(vec![FinishStart, StartStart, FinishFinish, StartFinish]);
    let links = prop::collection::vec((any::<prop::sample::Index>(), kinds, 0u8..8), 0..3);
    let per = prop::sample::select(vec![SiteWide, Hall, PerBank]);
    let row = (0u8..20, per, any::<bool>(), prop::bool::weighted(0.2), links);
    prop::collection::vec(row, 2..12).prop_map(|rows| {
        let count = rows.len();
        let mut activities: Vec<Activity> = Vec::new();
        for (i, (fifths, per, worked, stops_mining, links)) in rows.into_iter().enumerate() {
            let link = |(earlier, kind, quarters): (prop::sample::Index, _, u8)| {
                link(&format!("A{}", earlier.index(i)), kind, f64::from(quarters) / 4.0)
            };
            let after = if i == 0 { vec![] } else { links.into_iter().map(link).collect() };
            let makes_ready = i + 2 >= count;
            let per = if makes_ready { Hall } else { per };
            let id = format!("A{i}");
            let plain = match per {
                PerBank => bank_activity(&id, DurationOf::Lead, &[Service::CriticalPower], &[]),
                _ => activity(&id, per, f64::from(fifths) / 5.0, &[]),
            };
            let calendar = if worked { TaskCalendar::Worked } else { TaskCalendar::Elapsed };
            let stops_mining = stops_mining && per != PerBank;
            activities.push(Activity { stops_mining, makes_ready, calendar, after, ..plain });
        }
        activities
    })
}

fn any_site() -> impl Strategy<Value = Site> {
    let rows = (any_activities(), 4u8..=7, prop::option::of(0i64..60), prop::option::of(0u8..8), 0u8..8);
    rows.prop_map(|(activities, workdays, may_stop, float_weeks, order_float_weeks)| {
        let mut site = ordering(site(activities), f64::from(order_float_weeks) / 2.0);
        if let Some(weeks) = float_weeks {
            site = earning(site, f64::from(weeks) / 2.0);
        }
        site.calendar = Calendar::new(workdays, vec!["01-06".parse().unwrap(), "2027-01-15".parse().unwrap()]);
        site.halls[0].mining_may_stop = may_stop.map(|days| date_of(day_number(START) + days));
        site
    })
}

/// The schedule with an order for each hall's UPS.
fn ordered(site: &Site) -> Schedule {
    let lead = |low, likely, high| candidate(Range { low, likely, high }, Range::ZERO);
    let chosen = [("barn.critical_power", lead(2.0, 3.0, 5.0)), ("shed.critical_power", lead(6.0, 7.0, 7.4))];
    let chosen = chosen.map(|(bank, candidate)| (bank.to_owned(), candidate)).into();
    schedule(site, &network(site, &halls()).unwrap(), &chosen)
}

/// The boundaries of a task by the convention of its dates.
fn ends(task: &Task, start: Date, finish: Date) -> (i64, i64) {
    let pause = i64::from(task.weeks.likely > 0.0);
    (day_number(start), day_number(finish) + pause)
}

/// Whether a task that lies between two boundaries keeps a link to an earlier one that does.
fn keeps(link: &TaskLink, earlier: (i64, i64), later: (i64, i64)) -> bool {
    let (from, to) = match link.kind.as_str() {
        "FS" => (earlier.1, later.0),
        "SS" => (earlier.0, later.0),
        "FF" => (earlier.1, later.1),
        "SF" => (earlier.0, later.1),
        kind => panic!("{kind} is no kind of link"),
    };
    to >= from + elapsed_days(link.lag_weeks)
}

fn keeps_all(schedule: &Schedule, task: &Task, own: (i64, i64), of: impl Fn(&Task) -> (i64, i64)) -> bool {
    task.after.iter().all(|link| keeps(link, of(find(schedule, &link.task)), own))
}

fn planned(task: &Task) -> (i64, i64) {
    ends(task, task.start, task.finish)
}

fn late(task: &Task) -> (i64, i64) {
    ends(task, task.late_start, task.late_finish)
}

proptest! {
    #[test]
    fn planned_and_late_dates_keep_every_link(site in any_site()) {
        let schedule = ordered(&site);
        for task in &schedule.tasks {
            prop_assert!(keeps_all(&schedule, task, planned(task), planned), "{task:?}");
            prop_assert!(keeps_all(&schedule, task, late(task), late), "{task:?}");
            prop_assert!(task.start >= task.not_before.unwrap_or(START));
        }
    }

    #[test]
    fn floats_are_in_order(site in any_site()) {
        let schedule = ordered(&site);
        for task in &schedule.tasks {
            prop_assert!(0 <= task.free_float_days && task.free_float_days <= task.total_float_days, "{task:?}");
            prop_assert!(task.finish <= task.late_finish);
            prop_assert_eq!(task.critical, task.finish == task.late_finish);
            let stops_mining = site.catalog.activities.iter().any(|it| it.id == task.activity && it.stops_mining);
            let makes_ready = site.catalog.activities.iter().any(|it| it.id == task.activity && it.makes_ready);
            prop_assert!(!stops_mining || task.free_float_days == 0);
            prop_assert!(!makes_ready || task.critical, "no hall is delayed: {task:?}");
        }
    }

    #[test]
    fn worked_tasks_start_and_finish_on_working_days(site in any_site()) {
        let schedule = ordered(&site);
        let worked = |task: &&Task| task.calendar == TaskCalendar::Worked && task.weeks.likely > 0.0;
        for task in schedule.tasks.iter().filter(worked) {
            for date in [task.start, task.finish, task.late_start, task.late_finish] {
                prop_assert!(site.calendar.works_on(day_number(date)), "{task:?}");
            }
        }
    }

    #[test]
    fn where_mining_earns_miners_stop_later_and_no_hall_waits(site in any_site(), halves in 0u8..8) {
        let weeks = f64::from(halves) / 2.0;
        let (idle, earns) = (ordered(&Site { mining: None, ..site.clone() }), ordered(&earning(site.clone(), weeks)));
        for (hall, dates) in &earns.halls {
            let before = &idle.halls[hall];
            prop_assert_eq!((dates.ready, dates.ready_low), (before.ready, before.ready_low));
            prop_assert!(dates.ready_high >= before.ready_high && dates.mining_stops >= before.mining_stops);
        }
        for (task, before) in earns.tasks.iter().zip(&idle.tasks) {
            prop_assert!(task.start >= before.start && task.late_start == before.late_start, "{task:?}");
            let stops = site.catalog.activities.iter().any(|it| it.id == task.activity && it.stops_mining);
            let kind = if task.weeks.likely > 0.0 { task.calendar } else { TaskCalendar::Elapsed };
            let office = site.calendar.previous_working(day_number(task.late_start) - elapsed_days(weeks));
            let last = site.calendar_of(kind).previous_working(office);
            prop_assert!(!stops || day_number(task.start) >= last, "{task:?}");
        }
    }

    #[test]
    fn orders_wait_and_no_hall_does(site in any_site()) {
        let (waits, at_once) = (ordered(&site), ordered(&Site { catalog: at_once(&site), ..site.clone() }));
        for (hall, dates) in &waits.halls {
            let before = &at_once.halls[hall];
            prop_assert_eq!((dates.ready, dates.ready_low), (before.ready, before.ready_low));
            prop_assert!(dates.ready_high >= before.ready_high);
        }
        for (task, before) in waits.tasks.iter().zip(&at_once.tasks) {
            prop_assert!(task.start >= before.start && task.late_start == before.late_start, "{task:?}");
            let weeks = site.parameter(ParameterId::OrderFloatWeeks).max(task.weeks.high - task.weeks.likely);
            let put_off = task.is_lead && task.start > before.start && task.driven_by.is_none();
            prop_assert!(!put_off || task.total_float_days >= elapsed_days(weeks), "{task:?}");
        }
    }

    /// One working day earlier, a task that neither mining nor its order's float holds would break a link or start too soon.
    #[test]
    fn early_dates_are_the_earliest(site in any_site()) {
        let schedule = ordered(&Site { catalog: without_mining(&Site { catalog: at_once(&site), ..site.clone() }), ..site.clone() });
        for task in &schedule.tasks {
            let kind = if task.weeks.likely > 0.0 { task.calendar } else { TaskCalendar::Elapsed };
            let calendar = site.calendar_of(kind);
            let start = calendar.previous_working(day_number(task.start) - 1);
            let earlier = (start, calendar.finish(start, calendar.days(task.weeks.likely)));
            prop_assert!(start < day_number(START) || !keeps_all(&schedule, task, earlier, planned), "{task:?}");
        }
    }
}

fn at_once(site: &Site) -> crate::validate::Catalog {
    let mut catalog = site.catalog.clone();
    catalog
        .activities
        .iter_mut()
        .for_each(|activity| activity.at_once = activity.duration_of == Some(DurationOf::Lead));
    catalog
}

fn without_mining(site: &Site) -> crate::validate::Catalog {
    let mut catalog = site.catalog.clone();
    catalog.activities.iter_mut().for_each(|activity| activity.stops_mining = false);
    catalog
}
