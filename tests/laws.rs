//! Laws: how a plan must move when its inputs move. Each compares two plans of the barn example.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use retrofit::domain::assumptions::{OWN_CREWS, SHARED_CREWS, Standing};
use retrofit::domain::calendar::{Holiday, day_number};
use retrofit::domain::plan::{BankPlan, HallPlan, Plan, Proof};
use retrofit::domain::{Calendar, Objective, Place, Policy, Service, TaskCalendar};
use retrofit::input::Request;
use retrofit::input::catalog::{HeatRejectionPrinciple, Trade};
use retrofit::input::facility::{ApprovalPath, AssetKind, Condition, Permit, RangeFile};
use retrofit::optimize::{Choice, optimize};
use retrofit::validate::{Site, SiteAsset, load};
use retrofit::{Effort, Prepared, Unplannable, plan};

/// The barn, with money compared to the cent.
fn barn() -> Site {
    let (mut site, warnings) = load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid");
    assert!(!warnings.has_errors());
    site.target.capex_tolerance_pct = 0.0;
    site
}

/// The barn without a limit on water, so that laws of other limits stand alone.
fn wet_barn() -> Site {
    Site { water_m3_per_day: 1e5, ..barn() }
}

fn planned(site: &Site) -> Plan {
    plan(site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn direct(site: &Site) -> f64 {
    planned(site).capex.direct.likely
}

fn with(mut site: Site, change: impl FnOnce(&mut Site)) -> Site {
    change(&mut site);
    site
}

fn units(plan: &Plan, service: Service) -> f64 {
    let banks = plan.banks.iter().filter(|bank| bank.service == service);
    banks.map(|bank| bank.chosen.units + bank.chosen.kept.iter().map(|k| f64::from(k.units)).sum::<f64>()).sum()
}

#[test]
fn more_redundancy_never_costs_less_nor_has_fewer_units() {
    let services = [Service::CriticalPower, Service::LiquidCooling, Service::StandbyPower, Service::HeatRejection];
    for service in services {
        let at = |policy| {
            planned(&with(wet_barn(), |site| {
                site.target.redundancy.insert(service, policy);
            }))
        };
        let (n, n1, n2) = (at(Policy::NPlus(0)), at(Policy::NPlus(1)), at(Policy::NPlus(2)));
        assert!(n.capex.direct.likely <= n1.capex.direct.likely, "{service}");
        assert!(n1.capex.direct.likely <= n2.capex.direct.likely, "{service}");
        let item = |plan: &Plan| {
            plan.banks.iter().find(|bank| bank.service == service).and_then(|bank| bank.chosen.item.clone())
        };
        if item(&n) == item(&n1) {
            assert!(units(&n, service) <= units(&n1, service), "{service}");
        }
    }
}

#[test]
fn a_hotter_design_day_never_costs_less() {
    let at = |celsius| direct(&with(wet_barn(), |site| site.climate.design_dry_bulb_c = celsius));
    let costs: Vec<f64> = [28.0, 32.0, 36.0, 40.0].map(at).to_vec();
    assert!(costs.is_sorted(), "{costs:?}");
    assert!(costs[0] < costs[3], "twelve kelvin must cost something");
}

#[test]
fn hotter_racks_cost_more() {
    let at = |kw| {
        direct(&with(wet_barn(), |site| {
            site.target.rack.power_kw = kw;
            for hall in &mut site.halls {
                hall.racks_asked = Some(60);
            }
        }))
    };
    let costs: Vec<f64> = [100.0, 120.0, 132.0, 142.0].map(at).to_vec();
    assert!(costs.is_sorted_by(|a, b| a < b), "{costs:?}");
}

#[test]
fn a_tighter_fiber_limit_never_costs_less_and_ends_in_a_reason() {
    let at = |ms| with(barn(), |site| site.target.fiber.round_trip_limit_ms = ms);
    assert!(direct(&at(2.0)) <= direct(&at(1.32)));
    match plan(&at(1.0), Effort::default()) {
        Err(Unplannable::Infeasible(conflicts)) => assert_eq!(conflicts.len(), 1, "{conflicts:?}"),
        other => panic!("one route is out of reach of 1 ms: {other:?}"),
    }
}

#[test]
fn a_tighter_deadline_is_never_cheaper_and_is_met() {
    let at = |limit: Date| planned(&with(barn(), |site| site.target.ready_date = Some(limit)));
    let limits = [date(2029, 6, 1), date(2028, 10, 2), date(2028, 8, 1), date(2028, 7, 1)];
    let plans: Vec<Plan> = limits.iter().map(|limit| at(*limit)).collect();
    let costs: Vec<f64> = plans.iter().map(|plan| plan.capex.direct.likely).collect();
    assert!(costs.is_sorted(), "{costs:?}");
    assert!(costs[0] < costs[3], "half a year must cost something");
    for (plan, limit) in plans.iter().zip(limits) {
        assert!(plan.halls.iter().all(|hall| hall.ready <= limit));
    }
}

#[test]
fn more_budget_never_costs_more() {
    let least = planned(&barn()).capex.total.likely;
    let hurried = |budget| {
        planned(&with(barn(), |site| {
            site.target.ready_date = Some(date(2028, 10, 2));
            site.target.budget_usd = Some(budget);
        }))
    };
    assert!(hurried(least * 1.5).capex.total.likely <= hurried(least * 1.15).capex.total.likely + 1.0);
    match plan(&with(barn(), |site| site.target.budget_usd = Some(least * 0.9)), Effort::default()) {
        Err(Unplannable::Infeasible(conflicts)) => assert_eq!(conflicts.len(), 1, "{conflicts:?}"),
        other => panic!("no plan fits nine tenths of the least capex: {other:?}"),
    }
}

#[test]
fn an_added_asset_never_raises_capex() {
    let before = direct(&barn());
    for (kind, nameplate) in [(AssetKind::Generator, 2000.0), (AssetKind::Ups, 750.0), (AssetKind::FuelTank, 20_000.0)]
    {
        let after = direct(&with(barn(), |site| site.assets.push(good(kind, nameplate))));
        // Losses are taken at the most that a bank may carry, which an asset that loses more raises by a trifle.
        assert!(after <= before * 1.001, "{kind:?}: {after} > {before}");
    }
}

/// Three good units of a kind in the barn.
fn good(kind: AssetKind, nameplate: f64) -> SiteAsset {
    SiteAsset {
        id: "added".to_owned(),
        kind,
        count: 3,
        nameplate,
        voltage_v: Some(415.0),
        interrupting_rating_ka: None,
        impedance_pct: None,
        rated_leaving_water_c: None,
        rated_entering_air_c: None,
        age_years: 2.0,
        condition: Condition::Good,
        place: Place::from("barn"),
    }
}

#[test]
fn a_week_that_is_worth_more_is_never_later() {
    let at = |usd| planned(&with(barn(), |site| site.target.value_of_week_usd = Some(usd)));
    let (idle, dear) = (at(1.0), at(5e6));
    assert!(dear.halls[0].ready < idle.halls[0].ready, "five million a week must buy time");
    assert!(dear.capex.direct.likely > idle.capex.direct.likely);
    assert!(dear.capex.expedite_usd > 0.0);
}

/// The site with catalogs that offer neither reserved slots nor second shifts.
fn without_modes(mut site: Site) -> Site {
    for activity in &mut site.catalog.activities {
        (activity.reserve, activity.two_shifts) = (None, false);
    }
    site
}

#[test]
fn more_ways_to_buy_time_never_cost_more() {
    for limit in [date(2029, 6, 1), date(2028, 8, 1), date(2028, 7, 1)] {
        let hurried = with(barn(), |site| site.target.ready_date = Some(limit));
        assert!(direct(&hurried) <= direct(&without_modes(hurried.clone())), "{limit}");
    }
}

#[test]
fn the_earliest_date_is_earlier_with_slots_reserved_and_second_shifts() {
    let earliest = with(barn(), |site| site.target.objective = Some(Objective::Date));
    let (with_modes, without) = (planned(&earliest), planned(&without_modes(earliest.clone())));
    assert!(with_modes.halls[0].ready < without.halls[0].ready);
    assert!(with_modes.capex.reserve_usd > 0.0 && with_modes.capex.two_shifts_usd > 0.0);
    assert_eq!((without.capex.reserve_usd, without.capex.two_shifts_usd), (0.0, 0.0));
}

#[test]
fn a_deadline_that_asks_for_it_is_met_by_orders_placed_at_notice_to_proceed() {
    let hurried = with(barn(), |site| site.target.ready_date = Some(date(2028, 5, 15)));
    match plan(&without_modes(hurried.clone()), Effort::default()) {
        Err(Unplannable::Infeasible(conflicts)) => assert_eq!(conflicts.len(), 1, "{conflicts:?}"),
        other => panic!("the earliest date is later than that: {other:?}"),
    }
    let met = planned(&hurried);
    let reserved = met.banks.iter().find(|bank| bank.chosen.mode.slot_reserved).expect("a slot is reserved");
    assert!(reserved.chosen.label.contains("slot reserved at notice to proceed"), "{}", reserved.chosen.label);
    let order = met.bom.iter().find(|line| line.bank == reserved.id).and_then(|line| line.order_planned);
    let award = met.tasks.iter().find(|task| task.activity == "A07").expect("packages are awarded").finish;
    assert!(order.is_some_and(|order| order < award));
}

#[test]
fn more_racks_never_cost_less() {
    let at = |racks| {
        direct(&with(wet_barn(), |site| {
            for hall in &mut site.halls {
                hall.racks_asked = Some(racks);
            }
        }))
    };
    let costs: Vec<f64> = [80, 88, 92, 94, 95, 96, 97, 99].map(at).to_vec();
    assert!(costs.is_sorted(), "{costs:?}");
}

#[test]
fn a_start_later_than_planned_moves_every_date() {
    let mut request = Request::new("examples/moses-lake/facility.yaml");
    request.as_of = Some(date(2028, 1, 3));
    let later = planned(&load(&request).expect("the example is valid").0);
    assert!(later.tasks.iter().all(|task| task.start >= date(2028, 1, 3)));
}

fn bank(plan: &Plan, service: Service) -> Option<&BankPlan> {
    plan.banks.iter().find(|bank| bank.service == service)
}

#[test]
fn less_cover_by_generators_never_costs_more_and_leaves_the_core_covered() {
    let at = |pct| planned(&with(wet_barn(), |site| site.target.generator_coverage_pct = pct));
    let (none, part, all) = (at(0.0), at(40.0), at(100.0));
    assert!(none.capex.direct.likely < part.capex.direct.likely);
    assert!(part.capex.direct.likely < all.capex.direct.likely);
    let standby = |plan: &Plan| bank(plan, Service::StandbyPower).unwrap().required;
    let core = bank(&part, Service::CorePower).unwrap().required;
    assert_eq!(standby(&none), 0.0);
    // The core in full, and two fifths of all the rest.
    assert!(standby(&part) >= core + 0.4 * (standby(&all) - core) - 1.0);
    assert!(standby(&part) < standby(&all));
}

#[test]
fn a_limit_on_swings_buys_storage_and_no_limit_buys_none() {
    let at = |limit| {
        planned(&with(barn(), |site| {
            site.target.load_swing_pct = 40.0;
            site.utility.swing_limit_mw = limit;
        }))
    };
    assert!(bank(&at(None), Service::LoadSmoothing).is_none());
    assert_eq!(bank(&at(Some(20.0)), Service::LoadSmoothing).unwrap().chosen.units, 0.0);
    let tight = at(Some(0.0));
    // 90 racks of 132 kW swing by 4.75 MW.
    let storage = bank(&tight, Service::LoadSmoothing).unwrap();
    assert!((storage.required - 4.752).abs() < 1e-9);
    assert!(storage.chosen.usable >= storage.required);
}

#[test]
fn gas_stands_in_for_a_grid_that_is_too_small() {
    let at = |gas_mw| {
        with(barn(), |site| {
            site.utility.firm_mw = 9.0;
            site.utility.increases.clear();
            site.utility.gas_mw = gas_mw;
        })
    };
    assert!(matches!(plan(&at(None), Effort::default()), Err(Unplannable::Infeasible(_))));
    let with_gas = planned(&at(Some(30.0)));
    let engines = bank(&with_gas, Service::OnSitePower).unwrap();
    let grid = bank(&with_gas, Service::GridImport).unwrap();
    assert!(engines.chosen.units > 0.0);
    assert!(grid.chosen.usable + grid.supplied_by_others >= grid.required);
    // Engines that run all year wait for their air permit too.
    let hearing = planned(&with(at(Some(30.0)), |site| {
        site.approval_paths = BTreeMap::from([(Permit::Air, ApprovalPath::Hearing)]);
    }));
    assert!(bank(&hearing, Service::OnSitePower).unwrap().chosen.lead_weeks.likely > engines.chosen.lead_weeks.likely);
    // With enough grid nobody buys an engine, though gas is there.
    let enough = planned(&with(barn(), |site| site.utility.gas_mw = Some(30.0)));
    assert_eq!(bank(&enough, Service::OnSitePower).unwrap().chosen.units, 0.0);
}

#[test]
fn halls_that_fit_within_what_is_there_do_not_wait_for_the_utility() {
    let (mut site, _) = load(&Request::new("examples/helios/facility.yaml")).expect("the example is valid");
    site.utility.firm_mw = 120.0;
    site.utility.increases[0].lead_weeks = RangeFile { low: 190.0, likely: 200.0, high: 220.0 };
    let plan = planned(&site);
    let early = |hall: &&HallPlan| hall.live_early.contains(&"site.grid_import".to_owned());
    let (first, last): (Vec<&HallPlan>, Vec<&HallPlan>) = plan.halls.iter().partition(early);
    assert_eq!((first.len(), last.len()), (2, 2), "half of the power carries half of the halls");
    let latest = first.iter().map(|hall| hall.ready).max().unwrap();
    assert!(last.iter().all(|hall| day_number(hall.ready) > day_number(latest) + 200), "{:?}", plan.halls);
}

#[test]
fn a_harder_winter_never_costs_less() {
    let at = |low_c| planned(&with(barn(), |site| site.climate.extreme_low_c = Some(low_c)));
    let costs: Vec<f64> = [5.0, -15.0, -30.0, -45.0].map(|low_c| at(low_c).capex.direct.likely).to_vec();
    assert!(costs.is_sorted() && costs[0] < costs[3], "{costs:?}");
}

#[test]
fn routes_by_one_entrance_are_not_diverse() {
    let at = |entrance: &str| {
        with(barn(), |site| {
            for route in &mut site.fiber_routes {
                route.entrance = Some(entrance.to_owned());
            }
        })
    };
    assert!(matches!(plan(&at("gate"), Effort::default()), Err(Unplannable::Infeasible(_))));
}

#[test]
fn a_hearing_is_never_faster_than_a_notice() {
    let at = |path| {
        let site = with(barn(), |site| site.approval_paths = BTreeMap::from([(Permit::Air, path)]));
        let plan = planned(&site);
        let task = plan.tasks.iter().find(|task| task.id == "A10").unwrap().clone();
        (task.weeks.likely, plan.halls[0].ready)
    };
    let paths = [ApprovalPath::Notice, ApprovalPath::Review, ApprovalPath::Hearing].map(at);
    assert!(paths.is_sorted() && paths[0].0 < paths[2].0, "{paths:?}");
}

#[test]
fn a_season_without_work_outdoors_never_hastens() {
    let closed = Calendar::new(5, Holiday::season("11-15", "03-31").unwrap());
    let open = planned(&barn());
    let winter = planned(&with(barn(), |site| site.outdoor_calendar = closed.clone()));
    assert!(winter.halls[0].ready >= open.halls[0].ready);
    for task in winter.tasks.iter().filter(|task| task.calendar == TaskCalendar::Outdoors) {
        assert!(task.weeks.likely == 0.0 || closed.works_on(day_number(task.start)), "{}", task.id);
    }
}

#[test]
fn fewer_crews_never_hasten_the_last_hall() {
    let (site, _) = load(&Request::new("examples/helios/facility.yaml")).expect("the example is valid");
    let one_by_one = with(site.clone(), |site| site.crews = BTreeMap::from([(Trade::Electrical, 1)]));
    let (alone, together) = (planned(&one_by_one), planned(&site));
    let last = |plan: &Plan| plan.halls.iter().map(|hall| hall.ready).max();
    assert!(last(&alone) > last(&together));
    let says = |plan: &Plan, crews: Standing| plan.assumptions.contains(&crews.assumption());
    assert!(says(&together, OWN_CREWS) && !says(&together, SHARED_CREWS));
    assert!(says(&alone, SHARED_CREWS) && !says(&alone, OWN_CREWS));
}

/// Quarters of the immersion mine with one crew of electricians, each with the value of its weeks, USD.
fn quarters(values: &[f64]) -> Site {
    let (mut site, _) = load(&Request::new("examples/helios/facility.yaml")).expect("the example is valid");
    site.halls.truncate(values.len());
    site.assets.retain(|asset| asset.place.hall().is_none_or(|hall| site.halls.iter().any(|it| it.id == hall)));
    for (hall, &usd) in site.halls.iter_mut().zip(values) {
        (hall.racks_asked, hall.value_of_week_usd, hall.mining_may_stop) = (Some(20), Some(usd), None);
        hall.substation_distance_m = 140.0;
    }
    (site.crews, site.mining) = (BTreeMap::from([(Trade::Electrical, 1)]), None);
    site
}

/// The choice; with `as_filed`, where crews go through the halls in the file's order.
fn chosen(site: &Site, as_filed: bool) -> Choice {
    let prepared = Prepared::new(site).unwrap_or_else(|error| panic!("{error:?}"));
    let mut network = prepared.network().clone();
    if as_filed {
        network.crewed.clear();
    }
    optimize(site, &prepared.banks, &network, &BTreeMap::new(), Effort::default()).expect("a plan")
}

#[test]
fn crews_come_first_to_the_hall_whose_weeks_are_worth_most() {
    let site = quarters(&[1e5, 3e6]);
    let (free, as_filed) = (chosen(&site, false), chosen(&site, true));
    assert_eq!(free.hall_order, ["q2", "q1"]);
    assert!(as_filed.hall_order.is_empty());
    assert!(free.money_usd < as_filed.money_usd - 1e6, "{} and {}", free.money_usd, as_filed.money_usd);
    // Of equal halls none is first for a reason.
    assert!(chosen(&quarters(&[1e6, 1e6]), false).hall_order.is_empty());
}

/// Crews come to equal halls one after the other, so that what buys time may pay in one of them alone.
#[test]
fn equal_halls_cost_no_more_than_halls_that_differ_by_a_dollar() {
    let [equal, other] = [150_000.0, 150_001.0].map(|usd| chosen(&quarters(&[150_000.0, usd]), false));
    assert_eq!((equal.solution.proof, other.solution.proof), (Proof::Optimal, Proof::Optimal));
    // A dollar a week for the years that the second hall takes.
    assert!(
        (0.0..1000.0).contains(&(other.money_usd - equal.money_usd)),
        "{} and {}",
        equal.money_usd,
        other.money_usd
    );
}

#[test]
fn crews_that_begin_elsewhere_gain_nothing() {
    let site = quarters(&[1e5, 3e6]);
    let prepared = Prepared::new(&site).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(prepared.may_begin(), ["q1", "q2"]);
    let money = |prepared: &Prepared| prepared.choose(Effort::default()).map(|(it, _)| (it.hall_order, it.money_usd));
    let (best, other) = (money(&prepared), money(&prepared.beginning_elsewhere(&["q2".to_owned()])));
    let ((best, least_usd), (other, usd)) = (best.expect("a plan"), other.expect("a plan"));
    assert_eq!((best, other), (vec!["q2".to_owned(), "q1".to_owned()], vec!["q1".to_owned(), "q2".to_owned()]));
    assert!(usd > least_usd + 1e6, "{usd} and {least_usd}");
    // Of equal halls no order is chosen, so that none begins for a reason.
    let equal = quarters(&[1e6, 1e6]);
    assert!(Prepared::new(&equal).is_ok_and(|prepared| prepared.may_begin().is_empty()));
}

#[test]
fn the_order_of_halls_in_the_file_changes_nothing_where_crews_go_in_another() {
    let site = quarters(&[1e5, 3e6]);
    let turned = with(site.clone(), |site| site.halls.reverse());
    let [one, other] = [site, turned].map(|site| planned(&site));
    assert_eq!([&one.hall_order, &other.hall_order], [&["q2", "q1"]; 2]);
    assert!((one.capex.total.likely - other.capex.total.likely).abs() < 1.0);
    let ready = |plan: &Plan| plan.halls.iter().map(|hall| (hall.id.clone(), hall.ready)).collect::<BTreeMap<_, _>>();
    assert_eq!(ready(&one), ready(&other));
    assert!(ready(&one)["q2"] < ready(&one)["q1"]);
}

#[test]
fn a_year_takes_less_than_the_design_day_and_a_warmer_year_more() {
    let warmer_by = |kelvin: f64| {
        planned(&with(barn(), |site| {
            for bin in site.year.iter_mut().flat_map(|year| &mut year.bins) {
                (bin.dry_bulb_c, bin.wet_bulb_c) = (bin.dry_bulb_c + kelvin, bin.wet_bulb_c + kelvin);
            }
        }))
    };
    let (plan, warmer) = (warmer_by(0.0), warmer_by(5.0));
    let (year, warm_year) = (plan.studies.energy.year.unwrap(), warmer.studies.energy.year.unwrap());
    // Liquid-cooled halls are published with 1.06 to 1.25, adiabatic coolers with up to 0.4 L/kWh.
    assert!((1.06..=1.25).contains(&year.pue) && year.pue < plan.studies.energy.design_pue, "{}", year.pue);
    assert!(year.wue_l_per_kwh > 0.0 && year.wue_l_per_kwh <= 0.4, "{}", year.wue_l_per_kwh);
    assert!(warm_year.pue > year.pue && warm_year.water_m3 > year.water_m3);
}

#[test]
fn a_site_without_a_year_has_no_annual_figures() {
    let plan = planned(&with(barn(), |site| site.year = None));
    assert!(plan.studies.energy.year.is_none() && plan.studies.energy.design_pue > 1.0);
    assert!(plan.studies.energy.uses.iter().all(|used| used.mean_kw.is_none()));
}

#[test]
fn tanks_bridge_the_start_of_compressors_where_these_reject_the_heat() {
    let hot = planned(&with(barn(), |site| {
        (site.climate.design_dry_bulb_c, site.water_m3_per_day) = (40.0, 0.0);
    }));
    let mild = planned(&with(barn(), |site| site.climate.design_dry_bulb_c = 15.0));
    let principle = |plan: &Plan| {
        let item = bank(plan, Service::HeatRejection).and_then(|bank| bank.chosen.item.clone()).expect("new plant");
        barn().catalog.items[&item].heat_rejection.as_ref().map(|rating| rating.principle)
    };
    assert_eq!(principle(&hot), Some(HeatRejectionPrinciple::Chiller));
    assert_ne!(principle(&mild), Some(HeatRejectionPrinciple::Chiller));
    let buffer = |plan: &Plan| plan.studies.cooling.halls[0].buffer.clone().expect("tanks");
    let (hot, mild) = (buffer(&hot), buffer(&mild));
    assert_eq!(hot.warm_minutes_needed, hot.cold_minutes_needed);
    assert!(hot.warm_minutes >= hot.warm_minutes_needed, "{hot:?}");
    assert!(mild.warm_minutes_needed < hot.warm_minutes_needed);
    assert!(mild.needed_m3 < hot.needed_m3 / 1.5, "{} of {}", mild.needed_m3, hot.needed_m3);
}

#[test]
fn two_tiers_of_switches_join_so_many_accelerators_and_no_more() {
    let cabling = |accelerators| {
        let plan = planned(&with(barn(), |site| site.target.rack.accelerators = accelerators));
        bank(&plan, Service::ClusterCabling).and_then(|bank| bank.chosen.item.clone()).expect("cabling")
    };
    // 90 racks of 115 are 10,350 accelerators, of 116 they are 10,440; half of 144 x 144 ports are 10,368.
    assert_eq!(cabling(115), "structured_cabling_two_tier");
    assert_eq!(cabling(116), "structured_cabling_three_tier");
}

#[test]
fn transformers_too_strong_for_the_boards_are_said_to_be_so() {
    let plan = planned(&with(barn(), |site| {
        let transformers = site.assets.iter_mut().filter(|asset| asset.kind == AssetKind::Transformer);
        transformers.for_each(|asset| asset.impedance_pct = Some(1.0));
    }));
    let asset = plan.assets.iter().find(|asset| asset.service == Some(Service::Transformation)).expect("an asset");
    assert!(asset.reason.contains("kA into a fault"), "{}", asset.reason);
    let kept = |label: &str| label.contains(&format!("existing {}", asset.id));
    let alternatives =
        bank(&plan, Service::Transformation).map(|bank| bank.alternatives.as_slice()).unwrap_or_default();
    let mut alike = alternatives.iter().filter(|other| kept(&other.label));
    assert!(alike.any(|other| other.barred && other.reason.contains("kA into a fault")), "{alternatives:?}");
}

#[test]
fn what_others_cover_is_no_node_of_the_one_line() {
    let plan = planned(&barn());
    let halls = &plan.studies.power.halls;
    assert!(halls.iter().flat_map(|hall| &hall.nodes).all(|node| node.units > 0));
}
