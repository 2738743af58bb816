//! Equipment that is on order: what it does for dates and money, and that nothing of it is counted wrong.

use jiff::civil::{Date, date};
use retrofit::domain::plan::{BankPlan, Plan, PriceStatus};
use retrofit::domain::{Place, Service};
use retrofit::input::Request;
use retrofit::validate::{Site, SiteOrder, load};
use retrofit::verify::verify;
use retrofit::{Effort, plan};

fn barn() -> Site {
    load(&Request::new("examples/moses-lake/facility.yaml")).expect("the example is valid").0
}

fn planned(site: &Site) -> Plan {
    plan(site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The barn with an order of the item that its plan chooses for standby power, and that plan.
fn with_order(count: impl Fn(f64) -> f64, arrives: Date, remaining_usd: Option<f64>) -> (Site, Plan) {
    let (mut site, plain) = (barn(), planned(&barn()));
    let chosen = &standby(&plain).chosen;
    site.orders.push(SiteOrder {
        id: "sets".to_owned(),
        item: chosen.item.clone().expect("sets are bought"),
        count: count(chosen.units) as u32,
        place: Place::from("barn"),
        arrives,
        remaining_usd,
    });
    (site, plain)
}

fn standby(plan: &Plan) -> &BankPlan {
    plan.banks.iter().find(|bank| bank.service == Service::StandbyPower).expect("standby power is required")
}

#[test]
fn an_order_of_generators_makes_the_hall_ready_earlier_and_costs_what_remains() {
    let (site, plain) = with_order(|units| units, date(2027, 9, 1), Some(0.0));
    let plan = planned(&site);
    assert!(plan.halls[0].ready < plain.halls[0].ready, "{} and {}", plan.halls[0].ready, plain.halls[0].ready);
    assert!(plan.capex.direct.likely < plain.capex.direct.likely);
    let line = plan.bom.iter().find(|line| line.order.as_deref() == Some("sets")).expect("the order has a line");
    assert!(line.price_basis.starts_with("paid in full + "), "{}", line.price_basis);
    assert_eq!((line.order_planned, line.order_by), (None, None), "it is ordered already");
    assert!(line.unit_price.expect("the rest of the price is known").likely > 0.0, "installation is still to be paid");
    let install = plan.tasks.iter().find(|task| task.id == "barn.standby_power.A32").expect("sets are installed");
    assert!(install.start >= date(2027, 9, 1));
    assert_eq!(plan.on_order[0].used, standby(&plain).chosen.units);
}

#[test]
fn a_bank_takes_what_is_on_order_and_orders_the_rest() {
    let (mut site, plain) = with_order(|units| units - 2.0, date(2026, 1, 5), Some(1e6));
    site.target.capex_tolerance_pct = 0.0;
    let plan = planned(&site);
    let chosen = &standby(&plan).chosen;
    assert_eq!(chosen.ordered[0].units, standby(&plain).chosen.units - 2.0);
    assert_eq!(chosen.units_to_order(), 2.0);
    assert_eq!(chosen.not_before, None, "what arrived before the start is here");
    let reason = &plan.on_order[0].reason;
    assert!(reason.contains("2 to be ordered besides: it is installed when the later of both is there"), "{reason}");
}

#[test]
fn an_order_that_comes_too_late_is_not_used_and_the_ledger_says_so() {
    let (mut site, plain) = with_order(|units| units, date(2033, 1, 3), Some(0.0));
    site.target.ready_date = Some(plain.halls[0].ready);
    let plan = planned(&site);
    assert!(standby(&plan).chosen.ordered.is_empty());
    assert_eq!(plan.on_order[0].used, 0.0);
    assert!(plan.on_order[0].reason.contains("could be sold or cancelled"));
}

#[test]
fn an_order_of_unknown_price_is_an_unpriced_line_and_wrong_claims_are_rejected() {
    let (site, plain) = with_order(|units| units, date(2027, 9, 1), None);
    let sound = planned(&site);
    let line = sound.bom.iter().find(|line| line.order.is_some()).expect("the order has a line");
    assert_eq!((line.price_status, line.amount), (PriceStatus::Unpriced, None));
    assert_eq!(sound.capex.lines_unpriced, plain.capex.lines_unpriced + 1);
    type Corruption = (&'static str, fn(&mut Plan));
    let corruptions: &[Corruption] = &[
        ("order.taken", |plan| bank(plan).chosen.ordered[0].units += 1.0),
        ("order.decision", |plan| plan.on_order[0].used -= 1.0),
        ("order.decision", |plan| plan.on_order.clear()),
        ("order.decision", |plan| plan.on_order[0].reason.push_str(", free of charge")),
        ("price.unit", |plan| bank(plan).chosen.parts[0].unit_price = Some(retrofit::domain::Range::exact(1.0))),
        ("order.taken", |plan| bank(plan).chosen.ordered.clear()),
        ("bank.weeks", |plan| bank(plan).chosen.not_before = None),
        ("task.start", |plan| {
            let install = plan.tasks.iter_mut().find(|task| task.id == "barn.standby_power.A32");
            install.expect("sets are installed").not_before = None;
        }),
        ("bom.lines", |plan| plan.bom.iter_mut().for_each(|line| line.order = None)),
    ];
    for (number, (check, corrupt)) in corruptions.iter().enumerate() {
        let mut wrong = sound.clone();
        corrupt(&mut wrong);
        let found: Vec<&str> = verify(&site, &wrong).iter().map(|finding| finding.check).collect();
        assert!(found.contains(check), "corruption {number}: {check} is not among {found:?}");
    }
}

fn bank(plan: &mut Plan) -> &mut BankPlan {
    plan.banks.iter_mut().find(|bank| bank.service == Service::StandbyPower).expect("standby power is required")
}
