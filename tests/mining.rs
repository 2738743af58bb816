//! Miners that give way to a data hall: what it costs is counted, and weighed where time has a value. A new hall on free ground
//! beside the barn, whose miners may go on for years.

use jiff::civil::date;
use retrofit::domain::Objective;
use retrofit::domain::calendar::day_number;
use retrofit::domain::plan::{HallPlan, Plan};
use retrofit::input::Request;
use retrofit::input::facility::{EnvelopeKind, HallKind};
use retrofit::validate::{Site, SiteHall, load};
use retrofit::{Effort, plan};

/// The barn with half of its power's racks, and a pad with as many: the grid carries both halls, or one of them and some miners.
fn barn_and_pad(margin_usd_per_mwh: f64) -> Site {
    let (mut site, _) = load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid");
    let barn = &mut site.halls[0];
    (barn.racks_asked, barn.mining_may_stop) = (Some(30), Some(date(2031, 1, 6)));
    let pad = SiteHall {
        id: "pad".to_owned(),
        kind: HallKind::Pad,
        envelope: EnvelopeKind::Open,
        mining_mw: 0.0,
        mining_may_stop: None,
        ..barn.clone()
    };
    site.halls.push(pad);
    (site.yard_m2, site.water_m3_per_day) = (1e5, 1e4);
    site.target.objective = Some(Objective::Value);
    site.target.value_of_week_usd = Some(300_000.0);
    site.mining.as_mut().expect("the barn mines").margin_usd_per_mwh = margin_usd_per_mwh;
    site
}

fn planned(site: &Site) -> Plan {
    plan(site, Effort { gap_pct: 0.5, ..Effort::default() }).unwrap_or_else(|error| panic!("{error:?}"))
}

fn pad(plan: &Plan) -> &HallPlan {
    plan.halls.iter().find(|hall| hall.id == "pad").expect("the pad is planned")
}

#[test]
fn power_that_miners_give_up_is_counted_and_what_it_costs_is_weighed() {
    let [cheap, dear] = [10.0, 1500.0].map(|margin| planned(&barn_and_pad(margin)));
    let study = &cheap.studies.mining;
    let grid = cheap.requirements.iter().find(|it| it.id == "site.grid_import").expect("the halls draw power");
    let stop = cheap.halls[0].mining_stops.expect("the barn mined");
    let days = day_number(stop) - day_number(pad(&cheap).ready);
    let mwh = grid.amount / 2.0 * 24.0 * days as f64;
    assert!(days > 0 && (study.curtailed_mwh - mwh).abs() < 1.0, "{} and {mwh}", study.curtailed_mwh);
    assert!((study.curtailed_usd.expect("there is a margin") - 10.0 * study.curtailed_mwh).abs() < 0.01);
    // Where the miners lose more by it than a week of the pad is worth, nothing is paid for earlier weeks of it.
    assert!(pad(&dear).ready > pad(&cheap).ready, "{} and {}", pad(&dear).ready, pad(&cheap).ready);
}
