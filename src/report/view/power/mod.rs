//! The power study: one-line diagram, feeds, fault levels, blocks, standby and swings.

mod findings;
mod swing;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::plan::Plan;
use crate::domain::studies::PowerStudy;
use crate::domain::studies::power::{
    BlockPart, FaultLevel, FaultVerdict, FeedCurrent, HallPower, PowerNode, PowerStage, StandbyPlant,
};
use crate::domain::{Place, Policy, Service};
use crate::report::style::{Style, args};

/// Both sections on power.
#[derive(JsonSchema, Serialize)]
pub struct PowerView {
    balance: String,
    nodes: Vec<Placed<NodeRow>>,
    feeds: Vec<Placed<FeedRow>>,
    chain_findings: Vec<Placed<Finding>>,
    verdict: String,
    faults: Vec<Placed<FaultRow>>,
    blocks: Vec<Placed<BlockRow>>,
    standby: Vec<Placed<StandbyRow>>,
    swing: Vec<String>,
    block_findings: Vec<Placed<Finding>>,
}

/// Something outside its limit, in a sentence.
#[derive(Clone, PartialEq, JsonSchema, Serialize)]
pub struct Finding {
    text: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct NodeRow {
    node: String,
    volts: String,
    load_kw: String,
    load_kva: String,
    amps: String,
    units: String,
    policy: String,
    installed: String,
    usable: String,
    loss_kw: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct FeedRow {
    feed: String,
    rating: String,
    continuous: String,
    normal: String,
    one_side: String,
    design: String,
    peak: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct FaultRow {
    point: String,
    volts: String,
    rating: String,
    utility: String,
    generators: String,
    closed: String,
    verdict: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct BlockRow {
    part: String,
    units: String,
    to_a_block: String,
    least: String,
    share: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct StandbyRow {
    sets: String,
    load: String,
    installed: String,
    largest_out: String,
    share: String,
    burn: String,
    full: String,
    filled: String,
    asked: String,
}

impl PowerView {
    /// How many findings the section holds.
    pub fn findings(&self) -> usize {
        self.chain_findings.len() + self.block_findings.len()
    }

    /// Prepares the sections; nothing where no hall is converted.
    pub fn of(plan: &Plan, style: &Style) -> Option<PowerView> {
        let study = &plan.studies.power;
        let halls = || study.halls.iter().map(|hall| (Place::Hall(hall.hall.clone()), hall));
        let site_nodes = study.nodes.iter().map(|node| (Place::Site, node_row(node, style)));
        let nodes =
            halls().flat_map(|(place, hall)| hall.nodes.iter().map(move |node| (place.clone(), node_row(node, style))));
        let levels =
            halls().flat_map(|(place, hall)| hall.fault_levels.iter().map(move |level| (place.clone(), level)));
        let bus = study.medium_voltage.iter().map(|level| (Place::Site, level));
        (!study.halls.is_empty()).then(|| PowerView {
            balance: balance(study, style),
            nodes: by_place(style, site_nodes.chain(nodes)),
            feeds: by_place(
                style,
                halls().flat_map(|(place, hall)| feed_rows(hall, style).into_iter().map(move |r| (place.clone(), r))),
            ),
            chain_findings: by_place(style, findings::chain(study, style)),
            verdict: verdict(study, style),
            faults: by_place(style, bus.chain(levels).map(|(place, level)| (place, fault_row(level, style)))),
            blocks: by_place(
                style,
                halls().flat_map(|(place, hall)| block_rows(hall, style).into_iter().map(move |r| (place.clone(), r))),
            ),
            standby: by_place(
                style,
                halls().filter_map(|(place, hall)| Some((place, standby_row(hall.standby.as_ref()?, style)))),
            ),
            swing: swing::sentences(&study.swing, style),
            block_findings: by_place(style, findings::blocks(study, style)),
        })
    }
}

fn balance(study: &PowerStudy, style: &Style) -> String {
    let balance = &study.balance;
    let in_mw = |kw: f64| style.mw(kw / 1000.0);
    let lost = if balance.racks_kw > 0.0 { 100.0 * balance.losses_kw / balance.racks_kw } else { 0.0 };
    let figures = args![
        "grid" => in_mw(balance.grid_kw),
        "racks" => in_mw(balance.racks_kw),
        "network" => in_mw(balance.network_kw),
        "plant" => in_mw(balance.plant_kw),
        "house" => in_mw(balance.house_kw),
        "losses" => in_mw(balance.losses_kw),
        "share" => style.percent(lost),
    ];
    style.say("power-balance", figures)
}

fn or_dash(value: Option<f64>, text: impl Fn(f64) -> String) -> String {
    value.map_or_else(|| "-".to_owned(), text)
}

fn node_row(node: &PowerNode, style: &Style) -> NodeRow {
    let amount = |value: f64| style.amount(value);
    let share = |pct: Option<f64>| or_dash(pct, |pct| style.percent(pct));
    NodeRow {
        node: style.named("stage", node.stage),
        volts: amount(node.volts),
        load_kw: amount(node.load_kw),
        load_kva: amount(node.load_kva),
        amps: amount(node.amps),
        units: amount(f64::from(node.units)),
        policy: policy(node, style),
        installed: share(node.installed_load_pct),
        usable: match node.policy {
            Some(Policy::NPlus(0)) => style.word("power-no-spare"),
            _ => share(node.usable_load_pct),
        },
        loss_kw: or_dash(node.loss_kw, amount),
    }
}

fn policy(node: &PowerNode, style: &Style) -> String {
    match node.stage {
        PowerStage::MvCircuit => style.word("power-loop"),
        PowerStage::Whip | PowerStage::Shelf => style.word("power-a-and-b"),
        _ => node.policy.map_or_else(|| "-".to_owned(), |policy| policy.to_string()),
    }
}

fn feed_rows(hall: &HallPower, style: &Style) -> Vec<FeedRow> {
    let Some(feeds) = &hall.feeds else { return Vec::new() };
    let amount = |value: f64| style.amount(value);
    let row = |feed: String, current: &FeedCurrent| FeedRow {
        feed,
        rating: amount(current.rating_a),
        continuous: amount(current.continuous_a),
        normal: amount(current.normal_a),
        one_side: amount(current.one_side_a),
        design: amount(current.design_a),
        peak: or_dash(current.peak_a, amount),
    };
    vec![
        row(style.say("power-feed-run", args!["racks" => feeds.racks_per_run.to_string()]), &feeds.run),
        row(style.say("power-feed-whip", args!["feeds" => feeds.feeds_per_rack.to_string()]), &feeds.whip),
    ]
}

fn fault_row(level: &FaultLevel, style: &Style) -> FaultRow {
    let known = |ka: Option<f64>| ka.map_or_else(|| style.word("not-known"), |ka| style.amount(ka));
    FaultRow {
        point: style.named("fault-point", level.point),
        volts: style.amount(level.volts),
        rating: known(level.rating_ka),
        utility: known(level.utility_ka),
        generators: known(level.generators_ka),
        closed: known(level.closed_ka),
        verdict: style.named("fault-verdict", level.verdict),
    }
}

/// The worst of all points in a sentence.
fn verdict(study: &PowerStudy, style: &Style) -> String {
    let levels: Vec<_> = study.halls.iter().flat_map(|hall| &hall.fault_levels).chain(&study.medium_voltage).collect();
    let count = |verdict: FaultVerdict| levels.iter().filter(|level| level.verdict == verdict).count();
    let (message, points) =
        match [FaultVerdict::Exceeded, FaultVerdict::OpenTransition, FaultVerdict::Unknown].map(count) {
            [0, 0, 0] => ("power-verdict-within", 0),
            [0, 0, unknown] => ("power-verdict-unknown", unknown),
            [0, open, _] => ("power-verdict-open", open),
            [exceeded, _, _] => ("power-verdict-exceeded", exceeded),
        };
    style.say(message, args!["points" => points.to_string(), "all" => levels.len().to_string()])
}

fn block_rows(hall: &HallPower, style: &Style) -> Vec<BlockRow> {
    hall.blocks.iter().flat_map(|blocks| &blocks.parts).map(|part| block_row(part, style)).collect()
}

fn block_row(part: &BlockPart, style: &Style) -> BlockRow {
    let [least, most] = [part.least_units, part.most_units].map(|units| units.to_string());
    let unit = part.service.info().unit;
    BlockRow {
        part: part_name(part.service, style),
        units: style.amount(f64::from(part.units)),
        to_a_block: match least == most {
            true => most,
            false => style.say("power-block-units", args!["least" => least, "most" => most]),
        },
        least: style.quantity(part.least_capacity, unit),
        share: style.quantity(part.share, unit),
    }
}

/// What units of a part are called.
fn part_name(service: Service, style: &Style) -> String {
    let id = format!("power-part-{}", service.info().id);
    style.find(&id, &args!()).unwrap_or_else(|| style.service(service))
}

fn standby_row(plant: &StandbyPlant, style: &Style) -> StandbyRow {
    let amount = |value: f64| style.amount(value);
    StandbyRow {
        sets: style.say("power-sets", args!["sets" => plant.sets.to_string(), "policy" => plant.policy.to_string()]),
        load: amount(plant.required_kw),
        installed: amount(plant.installed_kw),
        largest_out: amount(plant.largest_out_kw),
        share: or_dash(plant.site_share_pct, |pct| style.percent(pct)),
        burn: style.amount_in(plant.burn_l_per_h, "L/h"),
        full: amount(plant.hours_full),
        filled: amount(plant.hours_filled),
        asked: amount(plant.hours_asked),
    }
}
