//! Laws of single trades, each on an example changed in one thing.

use std::collections::BTreeSet;

use retrofit::domain::Service;
use retrofit::domain::plan::Plan;
use retrofit::input::Request;
use retrofit::input::catalog::HeatRejectionPrinciple;
use retrofit::input::facility::AssetKind;
use retrofit::requirements::cooling::facility_head_kpa;
use retrofit::validate::{Site, load};
use retrofit::{Effort, Prepared, plan};

fn example(name: &str) -> Site {
    load(&Request::new(format!("examples/{name}/facility.yaml"))).expect("the example is valid").0
}

fn with(mut site: Site, change: impl FnOnce(&mut Site)) -> Site {
    change(&mut site);
    site
}

fn planned(site: &Site) -> Plan {
    plan(site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The first quarter of the immersion mine behind 345 kV.
fn quarter() -> Site {
    with(example("helios"), |site| site.halls.truncate(1))
}

/// The fault current behind the padmounts that stand in the first hall, kA, as the choice takes it.
fn behind_padmounts_ka(site: &Site) -> f64 {
    let prepared = Prepared::new(site).unwrap_or_else(|error| panic!("{error:?}"));
    let bank = prepared.banks.iter().find(|bank| bank.service == Service::Transformation).expect("transformers");
    let kept_alone = bank.candidates.iter().find(|candidate| candidate.item.is_none());
    kept_alone.and_then(|candidate| candidate.fault_current_ka).expect("padmounts can be kept")
}

#[test]
fn padmounts_are_chosen_by_what_main_transformers_let_through() {
    let behind = |change: fn(&mut Site)| behind_padmounts_ka(&with(quarter(), change));
    // 2,500 kVA of 5.75 % at 415 V. On the bus the catalogs' 300 MVA of 16.7 % are the strongest: 1,931 MVA.
    let main = behind(|_| ());
    assert!((main - 3.478 / (0.0575 / 1.075 + 2.5 / 1931.0)).abs() < 0.02, "{main}");
    // Boards of 65 kA could not stand behind an infinite bus.
    let infinite = behind(|site| site.utility.voltage_kv = 34.5);
    assert!(main < 65.0 && infinite > 65.0, "{main} and {infinite}");
    // A main transformer of which nothing is known lets everything through.
    let unknown = behind(|site| {
        let mut main = site.assets.iter_mut().filter(|asset| asset.kind == AssetKind::PowerTransformer);
        main.next().expect("main transformers").impedance_pct = None;
    });
    assert_eq!(unknown, infinite);
}

#[test]
fn a_stronger_utility_or_main_transformer_never_lowers_the_fault_level() {
    let with_utility = |mva| behind_padmounts_ka(&with(quarter(), |site| site.utility.fault_level_mva = Some(mva)));
    let with_main = |pct| {
        behind_padmounts_ka(&with(quarter(), |site| {
            let main = site.assets.iter_mut().filter(|asset| asset.kind == AssetKind::PowerTransformer);
            main.for_each(|asset| asset.impedance_pct = Some(pct));
        }))
    };
    assert!([500.0, 2000.0, 10_000.0].map(with_utility).is_sorted_by(|a, b| a < b));
    // Of 9 % they are weaker than what may be bought, of 4 % stronger.
    assert_eq!(with_main(9.0), with_main(8.0));
    assert!(with_main(4.0) > with_main(9.0));
}

#[test]
fn wetted_plant_is_held_to_the_wet_bulb_for_evaporation_where_it_is_given() {
    let at = |kelvin: Option<f64>| {
        planned(&with(example("moses-lake"), |site| {
            site.water_m3_per_day = 1e5;
            let day_c = site.climate.design_wet_bulb_c;
            site.climate.evaporation_wet_bulb_c = kelvin.map(|kelvin| day_c + kelvin);
        }))
    };
    let (none, same, higher) = (at(None), at(Some(0.0)), at(Some(4.0)));
    let water_c = |plan: &Plan, principle| {
        let check = plan.studies.cooling.principles.iter().find(|check| check.principle == principle);
        check.expect("the catalogs have it").coldest_water_c
    };
    for principle in HeatRejectionPrinciple::ALL {
        assert_eq!(water_c(&none, principle), water_c(&same, principle), "{principle:?}");
        let warmer = water_c(&higher, principle) > water_c(&same, principle);
        assert_eq!(warmer, principle.is_wet(), "{principle:?}");
    }
    assert!(higher.capex.direct.likely >= same.capex.direct.likely);
    // Where it is not given, the plan says what it took.
    let said = |plan: &Plan| plan.assumptions.iter().any(|assumption| assumption.about == "wet bulb");
    assert!(said(&none) && !said(&same));
}

#[test]
fn antifreeze_asks_more_of_the_pumps_the_more_of_it_the_winter_takes() {
    let at = |winter_c| with(example("moses-lake"), |site| site.climate.extreme_low_c = Some(winter_c));
    let sites = [5.0, -12.0, -20.0, -30.0].map(at);
    let heads = sites.each_ref().map(|site| facility_head_kpa(site, 40.0));
    // Water, then propylene glycol of 30, 40 and 50 %: the drop of 100 kPa in pipes grows by rho^0.75 mu^0.25.
    for (head, expected) in heads.iter().zip([250.0, 277.9, 289.6, 301.1]) {
        assert!((head - expected).abs() < 0.1, "{heads:?}");
    }
    let skids = sites.each_ref().map(|site| {
        let prepared = Prepared::new(site).unwrap_or_else(|error| panic!("{error:?}"));
        let banks = prepared.banks.iter().filter(|bank| bank.service == Service::FacilityWater);
        let items = banks.flat_map(|bank| &bank.candidates).filter_map(|candidate| candidate.item.clone());
        items.collect::<BTreeSet<String>>()
    });
    // Skids of 300 kPa are enough for all but the last.
    assert!(skids[2].contains("pump_skid_5000kw"), "{:?}", skids[2]);
    assert_eq!(skids[3], BTreeSet::from(["pump_skid_5000kw_400kpa".to_owned()]));
}

#[test]
fn gear_of_a_class_serves_every_voltage_up_to_its_rating() {
    let offered = |kv: f64, service| {
        let site = with(example("moses-lake"), |site| (site.utility.voltage_kv, site.assets) = (kv, Vec::new()));
        let prepared = Prepared::new(&site).unwrap_or_else(|error| panic!("{error:?}"));
        let banks = prepared.banks.iter().filter(|bank| bank.service == service);
        let items = banks.flat_map(|bank| &bank.candidates).filter_map(|candidate| candidate.item.clone());
        items.collect::<BTreeSet<String>>()
    };
    for (kv, class) in [(10.0, "15kv"), (11.0, "15kv"), (13.8, "15kv"), (20.0, "27kv"), (22.0, "27kv"), (33.0, "38kv")]
    {
        let gear = offered(kv, Service::MediumVoltage);
        assert!(gear.iter().any(|item| item.contains(class)), "{kv} kV: {gear:?}");
        assert!(kv <= 15.0 || gear.iter().all(|item| !item.contains("15kv")), "{kv} kV: {gear:?}");
        for service in [Service::Transformation, Service::MediumVoltageCable] {
            assert!(!offered(kv, service).is_empty(), "{service} at {kv} kV");
        }
    }
    for kv in [66.0, 110.0, 132.0, 220.0] {
        assert!(!offered(kv, Service::HighVoltageTransformation).is_empty(), "{kv} kV");
    }
}

#[test]
fn a_site_on_11_kv_is_planned_and_another_frequency_is_said_to_be_one() {
    let said = |hz| {
        let plan = planned(&with(example("moses-lake"), |site| {
            (site.utility.voltage_kv, site.utility.frequency_hz) = (11.0, hz);
        }));
        plan.assumptions.iter().any(|assumption| assumption.about == "frequency")
    };
    assert_eq!([None, Some(60.0), Some(50.0)].map(said), [false, false, true]);
}
