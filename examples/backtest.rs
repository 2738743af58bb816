//! The back-test: published conversions beside what the planner makes of the same sites.
//!
//! `cargo run --release --example backtest` prints one table from `examples/backtest/cases.yaml`, which says what each published
//! figure holds. A plan is inside where its likely figure lies in the band around the published one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use jiff::civil::Date;
use retrofit::Effort;
use retrofit::domain::plan::{HallPlan, Plan};
use retrofit::domain::{Range, Service};
use retrofit::input::Request;
use retrofit::validate::{self, Site};
use serde::Deserialize;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/backtest");
const HEADINGS: [&str; 7] = ["case", "figure", "planned", "low-high", "published", "band", "verdict"];
const DAYS_PER_MONTH: f64 = 365.25 / 12.0;
const SHELL: [Service; 3] = [Service::WhiteSpace, Service::FloorRating, Service::Envelope];

#[derive(Deserialize)]
struct File {
    cases: Vec<Case>,
}

/// One published case. Its other fields (name, scope, caution, sources) are for who reads the file.
#[derive(Deserialize)]
struct Case {
    id: String,
    facility: Option<String>,
    target: Option<String>,
    figures: Vec<Published>,
    not_planned: Option<String>,
}

/// A published figure, the band around it, and why the plan misses it.
#[derive(Deserialize)]
struct Published {
    figure: String,
    low: f64,
    high: f64,
    band: Option<(f64, f64)>,
    explanation: Option<String>,
}

fn main() -> Result<()> {
    let file: File = serde_yaml::from_str(&fs::read_to_string(Path::new(FOLDER).join("cases.yaml"))?)?;
    let mut notes = Vec::new();
    print_cells(&HEADINGS.map(str::to_owned));
    for case in &file.cases {
        let planned = case.facility.as_deref().map(|facility| plan(facility, case.target.as_deref())).transpose();
        let planned = planned.with_context(|| case.id.clone())?;
        for published in &case.figures {
            let figure = planned.as_ref().map(|(site, plan)| figure(site, plan, &published.figure)).transpose()?;
            print_cells(&cells(case, published, figure));
            let missed = verdict(published, figure).is_some_and(|verdict| verdict != "inside");
            let why = published.explanation.as_deref().unwrap_or("no explanation yet");
            notes.extend(missed.then(|| format!("{}: {why}", case.id)));
        }
        notes.extend(case.not_planned.as_ref().map(|why| format!("{}: not planned: {why}", case.id)));
    }
    notes.dedup();
    println!("\nIT MW counts racks and the network beside them, as leases do. Low and high add all ends one way.\n");
    notes.iter().for_each(|note| println!("{note}"));
    Ok(())
}

/// Plans a case; a target is a file beside the cases or the name of a built-in one.
fn plan(facility: &str, target: Option<&str>) -> Result<(Site, Plan)> {
    let path = |name: &str| Path::new(FOLDER).join(name);
    let target = target.map(|name| match name.ends_with(".yaml") {
        true => path(name).display().to_string(),
        false => name.to_owned(),
    });
    let request = Request { target, ..Request::new(path(facility)) };
    let (site, _) = validate::load(&request).map_err(|found| anyhow!(found.render(false)))?;
    let plan = retrofit::plan(&site, Effort::default())?;
    Ok((site, plan))
}

/// The plan's figure of a published figure's name.
fn figure(site: &Site, plan: &Plan, name: &str) -> Result<Range> {
    let racks_mw: f64 = plan.halls.iter().map(|hall| hall.it_mw).sum();
    let it_mw = racks_mw * (1.0 + site.target.network_share_pct / 100.0);
    let floors = plan.banks.iter().filter(|bank| bank.service == Service::WhiteSpace);
    let shells = plan.capex.by_service.iter().filter(|cost| SHELL.contains(&cost.service));
    Ok(match name {
        "it_mw" => Range::exact(it_mw),
        "capex_musd" => plan.capex.total * 1e-6,
        "musd_per_it_mw" => plan.capex.total * (1e-6 / it_mw),
        "shell_musd_per_it_mw" => shells.map(|cost| cost.amount).sum::<Range>() * (1e-6 / it_mw),
        "floor_m2_per_it_mw" => Range::exact(floors.map(|bank| bank.required).sum::<f64>() / it_mw),
        "first_hall_months" => months(plan, |dates| dates.min()),
        "all_halls_months" => months(plan, |dates| dates.max()),
        _ => return Err(anyhow!("no figure of a plan is called `{name}`")),
    })
}

/// Months from the start to the hall that is picked, at low, likely and high durations.
fn months(plan: &Plan, pick: fn(&mut dyn Iterator<Item = Date>) -> Option<Date>) -> Range {
    let to = |date: fn(&HallPlan) -> Date| {
        let picked = pick(&mut plan.halls.iter().map(date)).expect("a plan has a hall");
        f64::from((picked - plan.site.start_date).get_days()) / DAYS_PER_MONTH
    };
    Range { low: to(|hall| hall.ready_low), likely: to(|hall| hall.ready), high: to(|hall| hall.ready_high) }
}

/// `inside`, `below` or `above`; nothing without a plan or a band.
fn verdict(published: &Published, planned: Option<Range>) -> Option<&'static str> {
    let (likely, (low, high)) = (planned?.likely, published.band?);
    Some(if likely < low {
        "below"
    } else if likely > high {
        "above"
    } else {
        "inside"
    })
}

fn cells(case: &Case, published: &Published, planned: Option<Range>) -> [String; 7] {
    let spread = planned.filter(|planned| planned.low < planned.high);
    [
        case.id.clone(),
        published.figure.clone(),
        planned.map_or("not planned".to_owned(), |planned| text(planned.likely)),
        spread.map_or(String::new(), |planned| between(planned.low, planned.high)),
        between(published.low, published.high),
        published.band.map_or(String::new(), |(low, high)| between(low, high)),
        verdict(published, planned).unwrap_or_default().to_owned(),
    ]
}

fn between(low: f64, high: f64) -> String {
    if low == high { text(low) } else { format!("{}-{}", text(low), text(high)) }
}

fn text(value: f64) -> String {
    let decimals = if value < 1.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.decimals$}")
}

fn print_cells([case, figure, planned, low_high, published, band, verdict]: &[String; 7]) {
    let line = format!("{case:16} {figure:20} {planned:>11} {low_high:>11} {published:>11} {band:>10} {verdict}");
    println!("{}", line.trim_end());
}
