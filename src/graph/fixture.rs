//! Small sites, activities and banks to test with.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::banks::Bank;
use crate::domain::plan::{CandidatePlan, Part, PriceStatus};
use crate::domain::{Calendar, Mode, Place, Policy, Range, Service, TaskCalendar};
use crate::input::catalog::{Activity, ActivityPer, Confidence, DurationOf, Estimate, Link, LinkKind, Phase};
use crate::input::facility::{Climate, EnvelopeKind, HallKind, Utility};
use crate::validate::{Catalog, Site, SiteHall};

/// The first day of every project here, a Monday.
pub const START: Date = date(2027, 1, 4);

/// A site with the convertible halls `barn` and `shed`, both mining; Monday to Friday without holidays.
pub fn site(activities: Vec<Activity>) -> Site {
    Site {
        name: "Test mine".into(),
        place: "Nowhere".into(),
        region: None,
        ozone_nonattainment: None,
        elevation_m: 0.0,
        climate: Climate {
            design_dry_bulb_c: 35.0,
            design_wet_bulb_c: 24.0,
            evaporation_wet_bulb_c: None,
            extreme_low_c: None,
            zone: None,
            bins: Vec::new(),
        },
        year: None,
        regional_cost_index: 1.0,
        utility: utility(),
        assets: vec![],
        orders: vec![],
        halls: vec![hall("barn"), hall("shed")],
        fiber_routes: vec![],
        water_m3_per_day: 0.0,
        yard_m2: 0.0,
        nearest_neighbor_m: None,
        permits_held: vec![],
        approval_paths: BTreeMap::new(),
        crews: BTreeMap::new(),
        mining: None,
        start_date: START,
        as_of: START,
        calendar: Calendar::new(5, vec![]),
        outdoor_calendar: Calendar::new(5, vec![]),
        target: serde_json::from_value(target()).expect("the target below is complete"),
        catalog: catalog(activities),
        inputs: vec![],
        assumed: vec![],
        warnings: vec![],
        positions: BTreeMap::new(),
    }
}

fn utility() -> Utility {
    Utility {
        fault_level_mva: None,
        frequency_hz: None,
        name: "Utility".into(),
        firm_mw: 100.0,
        approved_mw: 100.0,
        curtailable_mw: 0.0,
        voltage_kv: 138.0,
        feeds: 1,
        grid_operator: None,
        swing_limit_mw: None,
        gas_mw: None,
        increases: vec![],
    }
}

fn hall(id: &str) -> SiteHall {
    SiteHall {
        id: id.into(),
        kind: HallKind::Building,
        length_m: 100.0,
        width_m: 30.0,
        clear_height_m: 6.0,
        slab_kg_per_m2: None,
        envelope: EnvelopeKind::Enclosed,
        mining_mw: 20.0,
        convertible: true,
        mining_may_stop: None,
        mining_ends: None,
        low_voltage_v: 480.0,
        racks_asked: None,
        racks_fitting: None,
        value_of_week_usd: None,
        substation_distance_m: 150.0,
        door_m: None,
        position_m: None,
    }
}

fn target() -> serde_json::Value {
    serde_json::json!({
        "schema": "retrofit/target/1",
        "name": "Test tenant",
        "rack": {
            "model": "Rack", "power_kw": 132, "liquid_share_pct": 85, "coolant_supply_c": 40, "max_coolant_supply_c": 45,
            "coolant_return_c": 50, "weight_kg": 1360, "floor_m2": 4, "height_m": 2.2, "feeds": 8,
            "min_voltage_v": 415, "max_voltage_v": 480
        },
        "gross_mw_per_it_mw": 1.3, "network_share_pct": 5, "redundancy": {}, "ride_through_minutes": 5,
        "generator_coverage_pct": 100, "fuel_hours": 24, "distribution_voltage_v": 480,
        "fiber": { "routes": 2, "strands_per_route": 12, "round_trip_limit_ms": 5 }
    })
}

fn catalog(activities: Vec<Activity>) -> Catalog {
    Catalog {
        items: BTreeMap::new(),
        activities,
        soft_costs: vec![],
        spares: vec![],
        parameters: BTreeMap::new(),
        sources: BTreeMap::new(),
        coolants: BTreeMap::new(),
        climates: BTreeMap::new(),
        rules: vec![],
    }
}

/// A worked activity that waits for others: finish to start without lag.
pub fn activity(id: &str, per: ActivityPer, weeks: f64, after: &[&str]) -> Activity {
    Activity {
        id: id.into(),
        name: format!("Do {id}"),
        phase: Phase::Design,
        per,
        services: vec![],
        duration_of: None,
        duration_weeks: Some(estimate(Range::exact(weeks))),
        crews: None,
        two_shifts: false,
        reserve: None,
        at_once: false,
        calendar: TaskCalendar::Worked,
        permit: None,
        by_path: BTreeMap::new(),
        trade: None,
        only_for: None,
        stops_mining: false,
        makes_ready: false,
        after: after.iter().map(|earlier| link(earlier, LinkKind::FinishStart, 0.0)).collect(),
    }
}

/// An activity for each bank of the services.
pub fn bank_activity(id: &str, of: DurationOf, services: &[Service], after: &[&str]) -> Activity {
    Activity {
        services: services.to_vec(),
        duration_of: Some(of),
        duration_weeks: None,
        ..activity(id, ActivityPer::Bank, 0.0, after)
    }
}

/// A dependency on an earlier activity.
pub fn link(activity: &str, link: LinkKind, lag_weeks: f64) -> Link {
    Link { activity: activity.into(), link, lag_weeks }
}

/// Weeks as the catalog writes them.
pub fn estimate(weeks: Range) -> Estimate {
    Estimate {
        low: weeks.low,
        likely: weeks.likely,
        high: weeks.high,
        sources: vec![],
        confidence: Confidence::Estimate,
        note: None,
    }
}

/// A bank without candidates.
pub fn bank(place: &str, service: Service) -> Bank {
    Bank {
        id: format!("{place}.{service}"),
        service,
        place: Place::from(place),
        policy: Policy::NPlus(0),
        from_assets: 0.0,
        fixed: 1.0,
        most: 1.0,
        candidates: vec![],
        dropped: vec![],
        rejected: vec![],
        shares: BTreeMap::new(),
    }
}

/// A candidate that buys one part.
pub fn candidate(lead_weeks: Range, install_weeks: Range) -> CandidatePlan {
    CandidatePlan {
        label: "1 x unit".into(),
        kept: vec![],
        item: Some("unit".into()),
        units: 1.0,
        ordered: vec![],
        unit_capacity: 1.0,
        usable: 1.0,
        fault_current_ka: None,
        on_boards: None,
        interrupting_rating_ka: None,
        mode: Mode::default(),
        cost: Range::ZERO,
        lead_weeks,
        install_weeks,
        not_before: None,
        draws: vec![],
        covers: vec![],
        parts: vec![part()],
    }
}

fn part() -> Part {
    Part {
        lead_weeks: 0.0,
        item: "unit".into(),
        description: "Unit".into(),
        quantity: 1.0,
        unit: "each".into(),
        unit_price: None,
        price_basis: String::new(),
        price_parts: None,
        price_split: None,
        price_status: PriceStatus::Unpriced,
        price_confidence: None,
        masterformat: String::new(),
        uniformat: String::new(),
        sources: vec![],
        order: None,
    }
}
