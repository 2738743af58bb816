//! Equipment that is moved between halls: where it pays, where it does not, and that nothing is taken twice. Two halls of the
//! immersion mine, one of them with transformers and boards to spare, the other short of them.

use jiff::civil::{Date, date};
use retrofit::domain::plan::{BankPlan, Decision, KeptAsset, Plan};
use retrofit::domain::{Place, Service};
use retrofit::input::Request;
use retrofit::input::facility::AssetKind;
use retrofit::optimize::Conflict;
use retrofit::validate::{Site, load};
use retrofit::verify::verify;
use retrofit::{Effort, Unplannable, plan};

/// The two eastern halls with 20 racks each: `q3` has transformers that these do not need, `q4` fewer than they need.
fn two_halls() -> Site {
    let (mut site, _) = load(&Request::new("examples/helios/facility.yaml")).expect("the example is valid");
    site.target.capex_tolerance_pct = 0.0;
    for hall in &mut site.halls {
        hall.convertible = matches!(hall.id.as_str(), "q3" | "q4");
        hall.racks_asked = Some(20);
    }
    site.assets.retain(|asset| asset.place.hall().is_none_or(|hall| matches!(hall, "q3" | "q4")));
    for (asset, units) in [("boards_q3", 5), ("boards_q4", 5), ("padmounts_q3", 10), ("padmounts_q4", 1)] {
        count(&mut site, asset, units);
    }
    site
}

fn count(site: &mut Site, asset: &str, count: u32) {
    let asset = site.assets.iter_mut().find(|it| it.id == asset).expect("the mine has it");
    asset.count = count;
}

fn planned(site: &Site) -> Plan {
    plan(site, Effort::default()).unwrap_or_else(|error| panic!("{error:?}"))
}

fn bank<'a>(plan: &'a Plan, hall: &str, service: Service) -> &'a BankPlan {
    let here = |bank: &&BankPlan| bank.service == service && bank.place.hall() == Some(hall);
    plan.banks.iter().find(here).expect("the hall has the bank")
}

fn moved<'a>(plan: &'a Plan, hall: &str, service: Service) -> Vec<&'a KeptAsset> {
    bank(plan, hall, service).chosen.moved().collect()
}

fn start(plan: &Plan, id: &str) -> Date {
    plan.tasks.iter().find(|task| task.id == id).expect("the plan has the task").start
}

#[test]
fn spare_transformers_are_moved_where_that_is_cheaper_than_new_ones() {
    let site = two_halls();
    let plan = planned(&site);
    let there = moved(&plan, "q4", Service::Transformation);
    assert_eq!(there.len(), 1, "{}", bank(&plan, "q4", Service::Transformation).chosen.label);
    assert_eq!((there[0].asset.as_str(), &there[0].moved_from), ("padmounts_q3", &Some(Place::from("q3"))));
    let line = plan.bom.iter().find(|line| line.item == "move_transformer").expect("the move has a line");
    assert_eq!(line.quantity, f64::from(there[0].units));
    let decision = plan.assets.iter().find(|asset| asset.id == "padmounts_q3").expect("every asset has a decision");
    assert_eq!(decision.decision, Decision::Move);
    assert!(decision.reason.contains("from q3 to q4"), "{}", decision.reason);
    let stop = plan.tasks.iter().find(|task| task.id == "q3.A15").expect("the donor stops mining");
    assert!(start(&plan, "q4.transformation.A31") > stop.finish);
}

#[test]
fn a_move_that_costs_more_than_new_equipment_is_not_made() {
    let mut site = two_halls();
    let work = site.catalog.items.get_mut("move_transformer").expect("the catalogs price it");
    let price = work.cost_usd.as_mut().expect("it has a price");
    (price.low, price.likely, price.high) = (4e5, 5e5, 6e5);
    assert!(moved(&planned(&site), "q4", Service::Transformation).is_empty());
}

#[test]
fn a_move_never_makes_a_plan_dearer() {
    let mut without = two_halls();
    without.catalog.items.retain(|_, item| item.relocates.is_none());
    assert!(planned(&two_halls()).capex.direct.likely < planned(&without).capex.direct.likely);
}

#[test]
fn equipment_of_miners_that_stay_is_not_taken_and_of_those_that_leave_only_then() {
    let mut site = two_halls();
    for hall in &mut site.halls {
        hall.convertible = hall.id == "q4";
    }
    assert!(moved(&planned(&site), "q4", Service::Transformation).is_empty(), "the miners of the other stay");
    let gone = date(2029, 9, 3);
    site.halls[2].mining_ends = Some(gone);
    let plan = planned(&site);
    assert_eq!(moved(&plan, "q4", Service::Transformation).len(), 1);
    assert!(start(&plan, "q4.transformation.A31") >= gone);
    let unused = plan.assets.iter().find(|asset| asset.id == "oil_coolers_q3").expect("every asset has a decision");
    assert_eq!(unused.decision, Decision::NotNeeded);
}

#[test]
fn what_stands_at_the_yard_serves_one_hall_only() {
    let mut site = two_halls();
    site.assets.retain(|asset| asset.kind != AssetKind::Transformer || asset.id == "padmounts_q4");
    site.assets.iter_mut().filter(|asset| asset.id == "padmounts_q4").for_each(|asset| asset.place = Place::Site);
    count(&mut site, "padmounts_q4", 4);
    let plan = planned(&site);
    let units: u32 = ["q3", "q4"]
        .iter()
        .flat_map(|hall| moved(&plan, hall, Service::Transformation))
        .filter(|kept| kept.moved_from == Some(Place::Site))
        .map(|kept| kept.units)
        .sum();
    assert!((3..=4).contains(&units), "each hall needs three: {units} units of 4");
}

#[test]
fn equipment_that_two_halls_cannot_do_without_is_named() {
    let mut site = two_halls();
    site.catalog.items.retain(|_, item| !item.serves(Service::Transformation));
    site.assets.retain(|asset| asset.id != "padmounts_q3");
    site.assets.iter_mut().filter(|asset| asset.id == "padmounts_q4").for_each(|asset| asset.place = Place::Site);
    count(&mut site, "padmounts_q4", 4);
    match plan(&site, Effort::default()) {
        Err(Unplannable::Infeasible(conflicts)) => {
            let expected = Conflict::TakenTwice { asset: "padmounts_q4".to_owned(), lacking: 2.0 };
            assert_eq!(conflicts, [expected]);
        }
        other => panic!("each hall needs three of four: {other:?}"),
    }
}

#[test]
fn voltage_decides_whether_equipment_may_move() {
    let mut site = two_halls();
    site.halls.iter_mut().filter(|hall| hall.id == "q4").for_each(|hall| hall.low_voltage_v = 480.0);
    assert!(moved(&planned(&site), "q4", Service::Transformation).is_empty());
}

#[test]
fn wrong_moves_are_rejected() {
    let site = two_halls();
    let sound = planned(&site);
    type Corruption = (&'static str, fn(&mut Plan));
    let corruptions: &[Corruption] = &[
        ("asset.twice", |plan| there(plan).units = 10),
        ("bank.kept", |plan| there(plan).moved_from = Some(Place::from("q1"))),
        ("bank.kept", |plan| there(plan).moved_from = None),
        ("bank.kept", |plan| there(plan).unit_capacity = 2600.0),
        ("bank.kept", |plan| there(plan).asset = "boards_q3".to_owned()),
        ("asset.decision", |plan| decision(plan).decision = Decision::Reuse),
        ("asset.decision", |plan| decision(plan).usable_per_unit = 0.0),
        ("asset.decision", |plan| decision(plan).reason = "1 from q3 to q4".to_owned()),
        ("price.parts", |plan| transformers(plan).chosen.parts.retain(|part| part.item != "move_transformer")),
        ("price.unit", |plan| {
            let part = transformers(plan).chosen.parts.iter_mut().find(|part| part.item == "move_transformer");
            part.expect("the move has a part").unit_price = None;
        }),
        ("bank.weeks", |plan| transformers(plan).chosen.install_weeks.likely /= 2.0),
        ("bank.weeks", |plan| transformers(plan).chosen.not_before = Some(date(2030, 1, 1))),
        ("task.links", |plan| {
            let install = plan.tasks.iter_mut().find(|task| task.id == "q4.transformation.A31");
            install.expect("the plan has the task").after.retain(|link| link.task != "q3.A15");
        }),
        ("requirement.demand", |plan| {
            let yard = plan.requirements.iter_mut().find(|requirement| requirement.service == Service::Yard);
            yard.expect("plant stands outdoors").amount *= 0.5;
        }),
    ];
    for (number, (check, corrupt)) in corruptions.iter().enumerate() {
        let mut wrong = sound.clone();
        corrupt(&mut wrong);
        let found: Vec<&str> = verify(&site, &wrong).iter().map(|finding| finding.check).collect();
        assert!(found.contains(check), "corruption {number}: {check} is not among {found:?}");
    }
}

fn transformers(plan: &mut Plan) -> &mut BankPlan {
    let here = |bank: &&mut BankPlan| bank.service == Service::Transformation && bank.place.hall() == Some("q4");
    plan.banks.iter_mut().find(here).expect("the hall has the bank")
}

fn there(plan: &mut Plan) -> &mut KeptAsset {
    let kept = &mut transformers(plan).chosen.kept;
    kept.iter_mut().find(|kept| kept.moved_from.is_some()).expect("transformers are moved")
}

fn decision(plan: &mut Plan) -> &mut retrofit::domain::plan::AssetDecision {
    plan.assets.iter_mut().find(|asset| asset.id == "padmounts_q3").expect("every asset has a decision")
}
