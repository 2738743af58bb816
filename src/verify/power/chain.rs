//! Balance, nodes and feeds.

use super::super::facts::Facts;
use super::super::report::Report;
use super::{amount, each, halls, new_item, optional};
use crate::domain::studies::power::{FeedCurrent, PowerNode, PowerStage};
use crate::domain::{Place, Policy, Service};
use crate::input::catalog::ParameterId as P;
use crate::requirements::HallLoad;

/// Square root of three: line to line over line to neutral.
const ROOT_3: f64 = 1.732_050_807_568_877_2;

/// From the racks' plugs to the grid nothing is lost from the account.
pub fn balance(facts: &Facts, report: &mut Report) {
    let (study, balance) = (&facts.plan.studies.power, &facts.plan.studies.power.balance);
    let subject = "studies.power.balance";
    let racks_kw: f64 = facts.loads.iter().map(|load| load.it_kw).sum();
    report.equal(subject, "the racks' power", balance.racks_kw, racks_kw);
    let network_kw = racks_kw * facts.site.target.network_share_pct / 100.0;
    report.equal(subject, "network and storage", balance.network_kw, network_kw);
    let house_kw = racks_kw * facts.site.parameter(P::HouseLoadPct) / 100.0;
    report.equal(subject, "the house load", balance.house_kw, house_kw);
    let nodes = study.nodes.iter().chain(study.halls.iter().flat_map(|hall| &hall.nodes));
    let stages_kw: f64 = nodes.filter_map(|node| node.loss_kw).sum();
    report.equal(subject, "the loss of all stages", balance.losses_kw, stages_kw);
    let drawn_kw = facts.drawn("site.grid_import") * 1000.0;
    report.equal(subject, "what equipment draws", balance.plant_kw + balance.losses_kw, drawn_kw);
    let sum = balance.racks_kw + balance.network_kw + balance.house_kw + balance.plant_kw + balance.losses_kw;
    report.equal(subject, "the sum of the parts", sum, balance.grid_kw);
    let required_kw = amount(facts, &Place::Site, Service::GridImport) * 1000.0;
    report.equal(subject, "the draw on the grid", balance.grid_kw, required_kw);
}

/// Every node carries what its bank must, at its voltage.
pub fn chain(facts: &Facts, report: &mut Report) {
    let study = &facts.plan.studies.power;
    for node in &study.nodes {
        bank_node(facts, report, &Place::Site, node);
    }
    for (load, hall) in halls(facts, report) {
        let banks = hall
            .nodes
            .iter()
            .filter(|node| !matches!(node.stage, PowerStage::MvCircuit | PowerStage::Whip | PowerStage::Shelf));
        banks.for_each(|node| bank_node(facts, report, &load.place(), node));
        let of = |stage: PowerStage| hall.nodes.iter().find(|node| node.stage == stage);
        for node in [PowerStage::Whip, PowerStage::Shelf].into_iter().filter_map(of) {
            let id = subject(&load.place(), node);
            report.equal(&id, "the load, kW,", node.load_kw, load.it_kw);
            report.equal(&id, "the units", node.units.into(), f64::from(load.racks * facts.site.target.rack.feeds));
            current(facts, report, &id, node, facts.low_voltage_v(&load.place()));
        }
        match (of(PowerStage::MvCircuit), of(PowerStage::Transformer)) {
            (Some(circuit), Some(transformer)) => circuits(facts, report, load, circuit, transformer),
            _ => report.wrong(&load.hall, "lacks a circuit or a transformer"),
        }
    }
}

fn subject(place: &Place, node: &PowerNode) -> String {
    format!("studies.power {place} {}", node.stage.label())
}

fn bank_node(facts: &Facts, report: &mut Report, place: &Place, node: &PowerNode) {
    let id = subject(place, node);
    let Some(bank) = node.stage.service().and_then(|service| facts.bank_of(place, service)) else {
        return report.wrong(&id, "has no bank");
    };
    let required = amount(facts, place, bank.service);
    let kw = match node.stage {
        PowerStage::Utility => required * 1000.0,
        PowerStage::RackUps | PowerStage::CoreUps | PowerStage::Busway => required,
        _ => required * facts.site.parameter(P::PowerFactor),
    };
    report.equal(&id, "the load, kW,", node.load_kw, kw);
    let volts = match node.stage {
        PowerStage::Utility => facts.site.utility.voltage_kv * 1000.0,
        PowerStage::HvTransformer | PowerStage::MvSwitchgear => facts.conditions.medium_voltage_kv * 1000.0,
        _ => facts.low_voltage_v(place),
    };
    current(facts, report, &id, node, volts);
    let usable = bank.chosen.usable + bank.supplied_by_others;
    optional(report, &id, "the load of what is usable, %,", node.usable_load_pct, pct(required, usable));
    if node.stage != PowerStage::Utility {
        let units = each(bank);
        report.equal(&id, "the units", node.units.into(), units.len() as f64);
        optional(report, &id, "the load of all units, %,", node.installed_load_pct, pct(required, units.iter().sum()));
        report.expect(node.policy == Some(facts.policy(bank.service)), &id, || "has another redundancy".to_owned());
    }
    if let Some(loss_kw) = node.loss_kw {
        let draws = bank.chosen.draws.iter().filter(|draw| draw.service == Service::GridImport);
        report.equal(&id, "the loss, kW,", loss_kw, draws.map(|draw| draw.amount).sum::<f64>() * 1000.0);
    }
}

fn pct(load: f64, capacity: f64) -> Option<f64> {
    if capacity > 0.0 { Some(load / capacity * 100.0) } else { None }
}

fn current(facts: &Facts, report: &mut Report, id: &str, node: &PowerNode, volts: f64) {
    report.equal(id, "the voltage", node.volts, volts);
    let kva = node.load_kw / facts.site.parameter(P::PowerFactor);
    report.equal(id, "the apparent power, kVA,", node.load_kva, kva);
    report.equal(id, "the current, A,", node.amps, kva * 1000.0 / (ROOT_3 * volts));
}

/// The circuits carry the transformers with their loss; one side of the loop is half of them.
fn circuits(facts: &Facts, report: &mut Report, load: &HallLoad, node: &PowerNode, transformer: &PowerNode) {
    let (place, id) = (load.place(), subject(&load.place(), node));
    report.equal(&id, "the load, kW,", node.load_kw, transformer.load_kw + transformer.loss_kw.unwrap_or_default());
    current(facts, report, &id, node, facts.conditions.medium_voltage_kv * 1000.0);
    let meters = amount(facts, &place, Service::MediumVoltageCable);
    let distance_m = facts.hall(&place).map_or(f64::NAN, |hall| hall.substation_distance_m);
    report.equal(&id, "the length of all circuits, m,", f64::from(node.units) * distance_m, meters);
    let each_a = facts.site.parameter(P::MediumVoltageCircuitA);
    let sides = f64::from(node.units) * each_a;
    optional(report, &id, "the load of all units, %,", node.installed_load_pct, pct(node.amps, sides));
    optional(report, &id, "the load of one side, %,", node.usable_load_pct, pct(node.amps, sides / 2.0));
}

/// Currents of busway and whips.
pub fn feeds(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        let (place, rack) = (load.place(), &facts.site.target.rack);
        let bank = |service| facts.bank_of(&place, service);
        let rating = |service| Some(new_item(facts, bank(service)?)?.amps.as_ref()?.value);
        let (run_a, whip_a) = (rating(Service::RackPower), rating(Service::RackFeeds));
        let (Some(feeds), Some(run_a), Some(whip_a)) = (&hall.feeds, run_a, whip_a) else {
            let silent = hall.feeds.is_none() && (run_a.is_none() || whip_a.is_none());
            report.expect(silent, &load.hall, || "feeds without a rating, or a rating without feeds".to_owned());
            continue;
        };
        let volts = facts.low_voltage_v(&place);
        let amps = |kw: f64| kw * 1000.0 / facts.site.parameter(P::PowerFactor) / (ROOT_3 * volts);
        let window = [feeds.volts, feeds.min_volts, feeds.max_volts, feeds.rack_kw];
        report.expect(window == [volts, rack.min_voltage_v, rack.max_voltage_v, rack.power_kw], &load.hall, || {
            "feeds have another voltage window or rack than the target".to_owned()
        });
        report.expect(feeds.peak_kw == rack.peak_kw, &load.hall, || "feeds have another peak".to_owned());
        let racks = continuous(facts, run_a) / amps(rack.power_kw);
        report.equal(&load.hall, "racks on a run", feeds.racks_per_run.into(), (racks + 1e-9).floor());
        report.equal(
            &load.hall,
            "busway runs",
            feeds.runs.into(),
            bank(Service::RackPower).map_or(0.0, |b| each(b).len() as f64),
        );
        report.equal(&load.hall, "feeds of a rack", feeds.feeds_per_rack.into(), rack.feeds.into());
        let one_side = (f64::from(rack.feeds) / 2.0).max(1.0);
        let shelves_kw = rack.shelf_kw.map(|kw| kw * one_side);
        optional(report, &load.hall, "one side's shelves, kW,", feeds.one_side_shelves_kw, shelves_kw);
        let two_sides = matches!(facts.policy(Service::RackPower), Policy::TwoN | Policy::TwoNPlusOne);
        let on_run = f64::from(feeds.racks_per_run);
        let run = [rack.power_kw * on_run / if two_sides { 2.0 } else { 1.0 }, rack.power_kw * on_run];
        feed(facts, report, "a busway run", &feeds.run, run_a, run.map(amps), rack.peak_kw.map(|kw| amps(kw * on_run)));
        let whip = [rack.power_kw / f64::from(rack.feeds), rack.power_kw / one_side];
        feed(facts, report, "a whip", &feeds.whip, whip_a, whip.map(amps), rack.peak_kw.map(|kw| amps(kw / one_side)));
    }
}

fn continuous(facts: &Facts, rating_a: f64) -> f64 {
    rating_a * facts.site.parameter(P::ContinuousLoadPct) / 100.0
}

fn feed(
    facts: &Facts,
    report: &mut Report,
    what: &str,
    feed: &FeedCurrent,
    rating_a: f64,
    [normal_a, one_side_a]: [f64; 2],
    peak_a: Option<f64>,
) {
    let subject = "studies.power feeds";
    report.equal(subject, &format!("the rating of {what}, A,"), feed.rating_a, rating_a);
    report.equal(
        subject,
        &format!("the continuous current of {what}, A,"),
        feed.continuous_a,
        continuous(facts, rating_a),
    );
    report.equal(subject, &format!("the current of {what}, A,"), feed.normal_a, normal_a);
    report.equal(subject, &format!("the current of {what} with one side out, A,"), feed.one_side_a, one_side_a);
    report.equal(subject, &format!("the rating that {what} asks for, A,"), feed.design_a, one_side_a * 1.25);
    optional(report, subject, &format!("the peak current of {what}, A,"), feed.peak_a, peak_a);
}
