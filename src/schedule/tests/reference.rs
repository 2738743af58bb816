//! The textbook network of a conversion, 48 activities, against its published dates.

use super::*;

/// One row of the textbook network.
#[derive(serde::Deserialize)]
struct ReferenceRow {
    id: String,
    dur_low_wk: f64,
    dur_likely_wk: f64,
    dur_high_wk: f64,
    predecessors: String,
    early_start_wk: f64,
    early_finish_wk: f64,
    total_float_wk: f64,
}

impl ReferenceRow {
    fn activity(&self) -> Activity {
        let weeks = Range { low: self.dur_low_wk, likely: self.dur_likely_wk, high: self.dur_high_wk };
        let after = self.predecessors.split("; ").filter(|text| *text != "-").map(reference_link).collect();
        let plain = activity(&self.id, SiteWide, 0.0, &[]);
        elapsing(Activity { duration_weeks: Some(estimate(weeks)), makes_ready: self.id == "A47", after, ..plain })
    }
}

/// Reads `A05 FS` or `A02 SS+2`.
fn reference_link(text: &str) -> Link {
    let (earlier, kind) = text.split_once(' ').unwrap();
    match kind.split_once('+') {
        Some(("SS", lag)) => link(earlier, StartStart, lag.parse().unwrap()),
        _ => link(earlier, FinishStart, 0.0),
    }
}

fn reference_network() -> Vec<ReferenceRow> {
    let text = include_str!("../../../tests/fixtures/reference_network.csv");
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_textbook_network_has_its_published_dates_and_floats() {
    let rows = reference_network();
    let site = site(rows.iter().map(ReferenceRow::activity).collect());
    let schedule = scheduled(&site);
    let days = |task: &Task| {
        let (start, after) = (day_number(task.start), day_number(task.finish) + 1);
        [start - day_number(START), after - day_number(START), task.total_float_days]
    };
    for row in &rows {
        let expected = [row.early_start_wk, row.early_finish_wk, row.total_float_wk].map(|weeks| (weeks * 7.0) as i64);
        assert_eq!(days(find(&schedule, &row.id)), expected, "{}", row.id);
    }
    assert_eq!(rows.len(), 48);
}

/// The figures of the reference: 67, 88 and 172 weeks to ready for service.
#[test]
fn the_textbook_network_is_ready_at_its_published_weeks() {
    let mut activities: Vec<Activity> = reference_network().iter().map(ReferenceRow::activity).collect();
    activities[46].per = Hall;
    let schedule = scheduled(&site(activities));
    let barn = &schedule.halls["barn"];
    let weeks =
        [barn.ready_low, barn.ready, barn.ready_high].map(|date| (day_number(date) + 1 - day_number(START)) / 7);
    assert_eq!(weeks, [67, 88, 172]);
    let chain = ["A01", "A02", "A05", "A07", "A23", "A31", "A37", "A42", "A43", "A45", "barn.A47"];
    assert_eq!(barn.driving_chain, chain);
}
