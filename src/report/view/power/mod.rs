//! The power study: one-line diagram, feeds, fault levels, blocks, standby and swings.

mod findings;
mod swing;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::format::{amount, mw, percent};
use crate::domain::plan::Plan;
use crate::domain::studies::PowerStudy;
use crate::domain::studies::power::{
    BlockPart, FaultLevel, FaultVerdict, FeedCurrent, HallPower, PowerNode, PowerStage, StandbyPlant,
};
use crate::domain::{Place, Policy, Service};
use crate::report::style::Style;

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
    node: &'static str,
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
    point: &'static str,
    volts: String,
    rating: String,
    utility: String,
    generators: String,
    closed: String,
    verdict: &'static str,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct BlockRow {
    part: &'static str,
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
        let site_nodes = study.nodes.iter().map(|node| (Place::Site, node_row(node)));
        let nodes =
            halls().flat_map(|(place, hall)| hall.nodes.iter().map(move |node| (place.clone(), node_row(node))));
        let levels =
            halls().flat_map(|(place, hall)| hall.fault_levels.iter().map(move |level| (place.clone(), level)));
        let bus = study.medium_voltage.iter().map(|level| (Place::Site, level));
        (!study.halls.is_empty()).then(|| PowerView {
            balance: balance(study),
            nodes: by_place(style, site_nodes.chain(nodes)),
            feeds: by_place(
                style,
                halls().flat_map(|(place, hall)| feed_rows(hall).into_iter().map(move |r| (place.clone(), r))),
            ),
            chain_findings: by_place(style, findings::chain(study)),
            verdict: verdict(study),
            faults: by_place(style, bus.chain(levels).map(|(place, level)| (place, fault_row(level)))),
            blocks: by_place(
                style,
                halls().flat_map(|(place, hall)| block_rows(hall).into_iter().map(move |r| (place.clone(), r))),
            ),
            standby: by_place(
                style,
                halls().filter_map(|(place, hall)| Some((place, standby_row(hall.standby.as_ref()?)))),
            ),
            swing: swing::sentences(&study.swing),
            block_findings: by_place(style, findings::blocks(study)),
        })
    }
}

fn balance(study: &PowerStudy) -> String {
    let balance = &study.balance;
    let in_mw = |kw: f64| mw(kw / 1000.0);
    let lost = if balance.racks_kw > 0.0 { 100.0 * balance.losses_kw / balance.racks_kw } else { 0.0 };
    format!(
        "Of {} drawn from the grid on the design day, {} reach the racks' plugs, {} network and storage; cooling and other \
         plant take {}, lights and rooms {}, and the power chain loses {} ({} of the racks' power).",
        in_mw(balance.grid_kw),
        in_mw(balance.racks_kw),
        in_mw(balance.network_kw),
        in_mw(balance.plant_kw),
        in_mw(balance.house_kw),
        in_mw(balance.losses_kw),
        percent(lost),
    )
}

fn or_dash(value: Option<f64>, text: fn(f64) -> String) -> String {
    value.map_or_else(|| "-".to_owned(), text)
}

fn node_row(node: &PowerNode) -> NodeRow {
    NodeRow {
        node: node.stage.label(),
        volts: amount(node.volts),
        load_kw: amount(node.load_kw),
        load_kva: amount(node.load_kva),
        amps: amount(node.amps),
        units: amount(f64::from(node.units)),
        policy: match node.stage {
            PowerStage::MvCircuit => "loop".to_owned(),
            PowerStage::Whip | PowerStage::Shelf => "A and B".to_owned(),
            _ => node.policy.map_or_else(|| "-".to_owned(), |policy| policy.to_string()),
        },
        installed: or_dash(node.installed_load_pct, percent),
        usable: match node.policy {
            Some(Policy::NPlus(0)) => "no spare".to_owned(),
            _ => or_dash(node.usable_load_pct, percent),
        },
        loss_kw: or_dash(node.loss_kw, amount),
    }
}

fn feed_rows(hall: &HallPower) -> Vec<FeedRow> {
    let Some(feeds) = &hall.feeds else { return Vec::new() };
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
        row(format!("Busway run, {} racks", feeds.racks_per_run), &feeds.run),
        row(format!("Whip and shelf, {} to a rack", feeds.feeds_per_rack), &feeds.whip),
    ]
}

fn fault_row(level: &FaultLevel) -> FaultRow {
    let unknown = |ka: Option<f64>| ka.map_or_else(|| "not known".to_owned(), amount);
    FaultRow {
        point: level.point.label(),
        volts: amount(level.volts),
        rating: unknown(level.rating_ka),
        utility: unknown(level.utility_ka),
        generators: unknown(level.generators_ka),
        closed: unknown(level.closed_ka),
        verdict: verdict_label(level.verdict),
    }
}

const fn verdict_label(verdict: FaultVerdict) -> &'static str {
    match verdict {
        FaultVerdict::Within => "within its rating",
        FaultVerdict::OpenTransition => "open transition or interlock required",
        FaultVerdict::Exceeded => "above its rating",
        FaultVerdict::Unknown => "to be confirmed",
    }
}

/// The worst of all points in a sentence.
fn verdict(study: &PowerStudy) -> String {
    let levels: Vec<_> = study.halls.iter().flat_map(|hall| &hall.fault_levels).chain(&study.medium_voltage).collect();
    let count = |verdict: FaultVerdict| levels.iter().filter(|level| level.verdict == verdict).count();
    let at = |count: usize| format!("{count} of {} points", levels.len());
    match [FaultVerdict::Exceeded, FaultVerdict::OpenTransition, FaultVerdict::Unknown].map(count) {
        [0, 0, 0] => "All gear interrupts the fault current in every mode, a closed transition included.".to_owned(),
        [0, 0, unknown] => {
            format!("No gear is known to stand below the fault level; {} are to be confirmed.", at(unknown))
        }
        [0, open, _] => format!(
            "On either source alone no gear is known to stand below the fault level. Utility and generators in parallel exceed \
             it at {}: generators take over by open transition, or an interlock keeps the sources apart.",
            at(open)
        ),
        [exceeded, _, _] => {
            format!("At {} the fault level on a single source exceeds what the gear interrupts.", at(exceeded))
        }
    }
}

fn block_rows(hall: &HallPower) -> Vec<BlockRow> {
    hall.blocks.iter().flat_map(|blocks| &blocks.parts).map(block_row).collect()
}

fn block_row(part: &BlockPart) -> BlockRow {
    let to_a_block = if part.least_units == part.most_units {
        part.most_units.to_string()
    } else {
        format!("{} or {}", part.least_units, part.most_units)
    };
    let unit = part.service.info().unit;
    BlockRow {
        part: part_label(part.service),
        units: amount(f64::from(part.units)),
        to_a_block,
        least: format!("{} {unit}", amount(part.least_capacity)),
        share: format!("{} {unit}", amount(part.share)),
    }
}

/// What one unit of a part is called, in plural.
const fn part_label(service: Service) -> &'static str {
    match service {
        Service::Transformation => "Transformers",
        Service::CriticalPower => "Rack UPS modules",
        Service::RideThrough => "Battery sets",
        Service::StandbyPower => "Generator sets",
        Service::TransferSwitches => "Transfer switches",
        _ => service.info().label,
    }
}

fn standby_row(plant: &StandbyPlant) -> StandbyRow {
    StandbyRow {
        sets: format!("{} ({})", plant.sets, plant.policy),
        load: amount(plant.required_kw),
        installed: amount(plant.installed_kw),
        largest_out: amount(plant.largest_out_kw),
        share: or_dash(plant.site_share_pct, percent),
        burn: amount(plant.burn_l_per_h),
        full: amount(plant.hours_full),
        filled: amount(plant.hours_filled),
        asked: amount(plant.hours_asked),
    }
}
