//! The study of a barn with hand-made banks, against figures that are known without it.

use super::*;
use crate::domain::plan::{CandidatePlan, Capex, Draw, Requirement};
use crate::domain::studies::power::{FaultLevel, FaultVerdict, PowerStage};
use crate::domain::{Mode, Place, Policy, Range, Scope, Service};
use crate::input::Request;
use crate::requirements::{Conditions, hall_loads};

/// The barn after Moses Lake: 90 racks of 132 kW at 415 V behind padmounts of 2,500 kVA and 5.75 %, on a source of 500 MVA.
fn barn() -> Site {
    crate::validate::load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid").0
}

fn bank(service: Service, required: f64, policy: Policy, chosen: CandidatePlan) -> BankPlan {
    let place = if service.info().scope == Scope::Site { Place::Site } else { Place::Hall("barn".to_owned()) };
    let id = crate::requirements::bank_id(&place, service);
    BankPlan { id, service, place, policy, required, supplied_by_others: 0.0, chosen, alternatives: Vec::new() }
}

fn new(item: &str, units: f64, unit_capacity: f64, usable: f64, loss_kw: f64) -> CandidatePlan {
    let loss = Draw { service: Service::GridImport, place: Place::Site, amount: loss_kw / 1000.0 };
    CandidatePlan {
        label: item.to_owned(),
        kept: Vec::new(),
        item: Some(item.to_owned()),
        units,
        ordered: vec![],
        unit_capacity,
        usable,
        fault_current_ka: None,
        on_boards: None,
        interrupting_rating_ka: None,
        mode: Mode::default(),
        cost: Range::ZERO,
        lead_weeks: Range::ZERO,
        install_weeks: Range::ZERO,
        not_before: None,
        draws: vec![loss],
        covers: Vec::new(),
        parts: Vec::new(),
    }
}

fn re_used(asset: &str, units: u32, unit_capacity: f64, usable: f64) -> CandidatePlan {
    let kept = vec![KeptAsset::in_place(asset.to_owned(), units, unit_capacity)];
    CandidatePlan { kept, item: None, ..new(asset, 0.0, 0.0, usable, 0.0) }
}

/// Ten padmounts with a board each, 13 UPS modules, 14 sets of 1,250 kW and four tanks.
fn banks() -> Vec<BankPlan> {
    let spare = Policy::NPlus(1);
    vec![
        bank(Service::RackPower, 13_068.0, Policy::TwoN, new("busway_1200a_30m", 40.0, 660.0, 13_200.0, 65.0)),
        bank(Service::RackFeeds, 720.0, Policy::NPlus(0), new("rack_whip_60a", 720.0, 1.0, 720.0, 0.0)),
        bank(Service::CriticalPower, 11_945.0, spare, new("ups_module_1000kw", 13.0, 1000.0, 12_000.0, 358.0)),
        bank(Service::LowVoltagePower, 15_490.0, spare, re_used("fan_aisle_boards", 10, 2070.0, 18_630.0)),
        bank(Service::Transformation, 15_509.0, spare, re_used("padmounts", 10, 2500.0, 22_500.0)),
        bank(Service::StandbyPower, 15_000.0, spare, new("diesel_genset_1250kw", 14.0, 1240.0, 16_120.0, 0.0)),
        bank(Service::Fuel, 90_000.0, spare, new("fuel_tank_10000gal", 4.0, 34_069.0, 102_207.0, 0.0)),
        bank(Service::FuelFill, 90_000.0, Policy::NPlus(0), new("diesel_fuel_m3", 93.6, 1000.0, 93_600.0, 0.0)),
        bank(Service::HeatRejection, 10_600.0, spare, new("none", 0.0, 0.0, 0.0, 1577.0)),
        bank(Service::GridImport, 15.0, Policy::NPlus(0), re_used("none", 0, 0.0, 18.0)),
    ]
}

fn studied(site: &Site, banks: &[BankPlan]) -> PowerStudy {
    let capex = Capex {
        direct: Range::ZERO,
        soft: Vec::new(),
        total: Range::ZERO,
        million_usd_per_it_mw: 0.0,
        by_service: Vec::new(),
        expedite_usd: 0.0,
        reserve_usd: 0.0,
        two_shifts_usd: 0.0,
        lines_priced: 0,
        lines_estimated: 0,
        lines_unpriced: 0,
    };
    let grid = Requirement {
        id: "site.grid_import".to_owned(),
        service: Service::GridImport,
        place: Place::Site,
        fixed: 13.2462,
        drawn: 2.0,
        amount: 15.2462,
        from_assets: 18.0,
        gap: 0.0,
        formula: String::new(),
        drawn_by: String::new(),
        inputs: Vec::new(),
        source: String::new(),
    };
    study(&Basis {
        site,
        conditions: &Conditions::of(site),
        loads: &hall_loads(site),
        halls: &[],
        requirements: &[grid],
        banks,
        tasks: &[],
        bom: &[],
        capex: &capex,
    })
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} and not {expected}");
}

#[test]
fn all_power_is_accounted_for() {
    let balance = studied(&barn(), &banks()).balance;
    // 90 racks of 132 kW, a tenth of it network, 1.5 % house; 423 kW of losses and 1,577 kW of plant.
    near(balance.racks_kw, 11_880.0, 1e-9);
    near(balance.losses_kw, 423.0, 1e-9);
    let sum = balance.racks_kw + balance.network_kw + balance.house_kw + balance.plant_kw + balance.losses_kw;
    near(sum, balance.grid_kw, 1e-6);
}

#[test]
fn nodes_carry_their_banks() {
    let study = studied(&barn(), &banks());
    let of = |stage: PowerStage| study.halls[0].nodes.iter().find(|node| node.stage == stage).expect("a node");
    // 15,509 kVA at 415 V are 21,576 A on ten transformers of 2,500 kVA.
    near(of(PowerStage::Transformer).amps, 21_576.0, 1.0);
    near(of(PowerStage::Transformer).installed_load_pct.expect("a share"), 62.0, 0.1);
    near(of(PowerStage::Busway).usable_load_pct.expect("a share"), 99.0, 0.1);
    let mut site = barn();
    site.target.rack.shelf_kw = Some(33.0);
    let study = studied(&site, &banks());
    let shelf = study.halls[0].nodes.last().expect("the shelves");
    assert_eq!((shelf.installed_load_pct, shelf.usable_load_pct), (Some(50.0), Some(100.0)));
}

#[test]
fn a_shelf_of_33_kw_takes_58_of_60_amperes() {
    let mut site = barn();
    (site.target.rack.peak_kw, site.target.rack.shelf_kw) = (Some(155.0), Some(33.0));
    let study = studied(&site, &banks());
    let feeds = study.halls[0].feeds.as_ref().expect("busway and whips are rated");
    near(feeds.whip.one_side_a, 46.37, 0.01);
    near(feeds.whip.design_a, 57.97, 0.01);
    near(feeds.whip.peak_a.expect("a peak"), 54.45, 0.01);
    assert_eq!((feeds.racks_per_run, feeds.one_side_shelves_kw), (5, Some(132.0)));
    near(feeds.run.one_side_a, 927.5, 0.1);
    near(feeds.run.normal_a, 927.5 / 2.0, 0.1);
}

#[test]
fn sources_in_parallel_exceed_what_each_alone_does_not() {
    let study = studied(&barn(), &banks());
    let board = &study.halls[0].fault_levels[0];
    // 2,500 kVA at 5.75 % behind 500 MVA: 59.5 kA. Two alternators of 1,562.5 kVA at 15 %: 2 x 2,173.8 A / 0.15.
    near(board.utility_ka.expect("known"), 59.47, 0.02);
    near(board.generators_ka.expect("known"), 28.98, 0.01);
    near(board.closed_ka.expect("known"), 88.45, 0.03);
    assert_eq!((board.rating_ka, board.verdict), (Some(65.0), FaultVerdict::OpenTransition));
    // No rating of the busway is published.
    let busway = study.halls[0].fault_levels.last().expect("the busway");
    assert_eq!((busway.rating_ka, busway.verdict), (None, FaultVerdict::Unknown));
}

#[test]
fn sets_on_the_bus_feed_through_a_transformer() {
    let mut all = banks();
    let sets = all.iter_mut().find(|bank| bank.service == Service::StandbyPower).expect("generators");
    sets.chosen = new("diesel_genset_4000kw_mv", 5.0, 3970.0, 15_880.0, 0.0);
    let study = studied(&barn(), &all);
    // Five of 5,000 kVA at 13 % are 192 MVA: 3,478 A / (0.0575 / 1.075 + 2.5 / 192.3).
    near(study.halls[0].fault_levels[0].generators_ka.expect("known"), 52.32, 0.02);
    let parts = &study.halls[0].blocks.as_ref().expect("boards").parts;
    assert!(parts.iter().all(|part| part.service != Service::StandbyPower), "they stand on the bus");
    // An old set says neither where it feeds in nor how strongly.
    let sets = all.iter_mut().find(|bank| bank.service == Service::StandbyPower).expect("generators");
    sets.chosen = re_used("padmounts", 5, 3000.0, 12_000.0);
    assert_eq!(studied(&barn(), &all).halls[0].fault_levels[0].generators_ka, None);
}

#[test]
fn a_power_transformer_lies_in_the_path() {
    let mut site = barn();
    (site.utility.voltage_kv, site.utility.fault_level_mva) = (138.0, None);
    let mut all = banks();
    let board_ka =
        |site: &Site, all: &[BankPlan]| studied(site, all).halls[0].fault_levels[0].utility_ka.expect("known");
    near(board_ka(&site, &all), 65.02, 0.01);
    // A second one of the same kind before it halves what an infinite source feeds.
    let twin = re_used("padmounts", 1, 2500.0, 2500.0);
    all.push(bank(Service::HighVoltageTransformation, 15_700.0, Policy::NPlus(0), twin));
    near(board_ka(&site, &all), 65.02 / 2.0, 0.01);
}

#[test]
fn the_worst_mode_decides() {
    let level = |rating_ka, utility_ka, generators_ka| FaultLevel {
        point: crate::domain::studies::power::FaultPoint::LvBoard,
        volts: 415.0,
        rating_ka,
        utility_ka,
        generators_ka,
        closed_ka: Some(90.0),
        verdict: FaultVerdict::Unknown,
    };
    assert_eq!(level(Some(100.0), Some(60.0), Some(30.0)).judged(), FaultVerdict::Within);
    assert_eq!(level(Some(65.0), Some(60.0), Some(30.0)).judged(), FaultVerdict::OpenTransition);
    assert_eq!(level(Some(50.0), Some(60.0), None).judged(), FaultVerdict::Exceeded);
    assert_eq!(level(Some(50.0), Some(40.0), Some(70.0)).judged(), FaultVerdict::Exceeded);
    assert_eq!(level(None, Some(60.0), Some(30.0)).judged(), FaultVerdict::Unknown);
}

#[test]
fn fourteen_sets_do_not_make_ten_blocks() {
    let study = studied(&barn(), &banks());
    let blocks = study.halls[0].blocks.as_ref().expect("boards");
    // Nine boards carry the hall.
    near(blocks.load_kva, 15_490.0 / 9.0, 1e-9);
    assert_eq!((blocks.boards, blocks.rating_a), (10, Some(4000.0)));
    let sets = blocks.parts.iter().find(|part| part.service == Service::StandbyPower).expect("generators");
    assert_eq!((sets.least_units, sets.most_units, sets.least_capacity, sets.share), (1, 2, 1240.0, 1500.0));
    near(sets.feeds_a.expect("known"), 4347.6, 0.2);
}

#[test]
fn fuel_lasts_as_long_as_the_tanks_hold() {
    let study = studied(&barn(), &banks());
    let plant = study.halls[0].standby.as_ref().expect("generators");
    // 15,000 kW at 0.26 L/kWh; three of four tanks; three quarters of a fill for 24 h.
    near(plant.burn_l_per_h, 3900.0, 1e-9);
    near(plant.hours_full, 102_207.0 / 3900.0, 1e-9);
    near(plant.hours_filled, 18.0, 1e-9);
    assert_eq!((plant.largest_out_kw, plant.site_share_pct), (16_120.0, Some(99.2)));
}

#[test]
fn swings_of_all_racks_add() {
    let mut site = barn();
    (site.target.load_swing_pct, site.target.rack.smoothing_pct) = (50.0, 30.0);
    // 11.88 MW x 50 % x 70 %.
    near(studied(&site, &banks()).swing.swing_mw, 4.158, 1e-9);
}
