//! Published and worked cases of the trade, reproduced through the stages that decide.

use retrofit::banks::{Bank, banks};
use retrofit::domain::Service;
use retrofit::gap::ledger;
use retrofit::input::Request;
use retrofit::requirements::{Conditions, hall_loads, requirements};
use retrofit::validate::{Site, load};

/// The barn with 64 racks of 132 kW, 115 kW of them to water that returns at 55 C.
fn barn(supply_c: f64) -> Site {
    let (mut site, _) = load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid");
    for hall in &mut site.halls {
        hall.racks_asked = Some(64);
    }
    let rack = &mut site.target.rack;
    rack.power_kw = 132.0;
    rack.liquid_share_pct = 100.0 * 115.0 / 132.0;
    rack.coolant = "water".to_owned();
    rack.flow_table = None;
    rack.coolant_return_c = Some(55.0);
    rack.coolant_supply_c = supply_c;
    site
}

fn bank(site: &Site, service: Service) -> Bank {
    let (conditions, loads) = (Conditions::of(site), hall_loads(site));
    let demands = requirements(site, &loads);
    let all = banks(site, &conditions, &demands, &ledger(site, &conditions, &loads), &|_, _| true);
    all.into_iter().find(|bank| bank.service == service).expect("the service is required")
}

/// Fewest units of an item with which the bank can be built, of all that were counted.
fn fewest(bank: &Bank, name: &str) -> f64 {
    let counted = bank.candidates.iter().chain(&bank.dropped).map(|candidate| candidate.label.as_str());
    let units = |label: &str| label.strip_suffix(name)?.trim_end_matches(" x ").parse::<f64>().ok();
    counted.filter_map(units).fold(f64::INFINITY, f64::min)
}

/// 7.36 MW of liquid heat. At 40 C each rack takes 111 L/min, 7,104 in all; at 45 C 167, or 10,688. A unit fails by heat or by
/// flow, and one stands by.
#[test]
fn coolant_distribution_of_64_racks() {
    let (three_pumps, two_pumps, large) = (
        "Row CDU, 1,350 kW, three pumps running",
        "Row CDU, 1,350 kW, two of three pumps running",
        "Row CDU, 2,000 kW",
    );
    let at_40_c = bank(&barn(40.0), Service::LiquidCooling);
    // max(7,360 / 1,350, 7,104 / 1,800) = 5.5; max(5.5, 7,104 / 1,200 = 5.9).
    assert_eq!(fewest(&at_40_c, three_pumps), 7.0);
    assert_eq!(fewest(&at_40_c, two_pumps), 7.0);
    // Rated at an approach of 5 K, 1,600 kW at 4 K: 7,360 / 1,600 = 4.6.
    assert_eq!(fewest(&at_40_c, large), 6.0);
    let at_45_c = bank(&barn(45.0), Service::LiquidCooling);
    // 10,688 / 1,800 = 5.94; 10,688 / 1,200 = 8.9.
    assert_eq!(fewest(&at_45_c, three_pumps), 7.0);
    assert_eq!(fewest(&at_45_c, two_pumps), 10.0);
}
