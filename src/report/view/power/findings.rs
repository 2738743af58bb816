//! What an engineer must settle, each in a sentence that follows from the study's figures.

use super::{Finding, part_name};
use crate::domain::studies::PowerStudy;
use crate::domain::studies::power::{
    BlockPart, FaultLevel, FaultVerdict, HallPower, PowerBlocks, PowerNode, PowerStage, RackFeeding, StandbyPlant,
};
use crate::domain::{Place, Policy, Service};
use crate::report::style::{Style, args};

/// Noise that is no shortfall.
const TOLERANCE: f64 = 1e-6;

type Sentences = Vec<Option<String>>;

/// Findings on the chain and the racks' feeds.
pub fn chain<'a>(study: &'a PowerStudy, style: &'a Style) -> impl Iterator<Item = (Place, Finding)> + 'a {
    let of_nodes = |nodes: &[PowerNode]| vec![overloaded(nodes, style), no_spare(nodes, style)];
    let of_site = (Place::Site, of_nodes(&study.nodes));
    let halls = study.halls.iter().map(move |hall| {
        let mut all = of_nodes(&hall.nodes);
        all.push(shared_output(hall, style));
        all.extend(hall.feeds.iter().flat_map(|racks| feeds(racks, style)));
        (Place::Hall(hall.hall.clone()), all)
    });
    placed([of_site].into_iter().chain(halls))
}

/// Findings on fault levels, blocks and standby.
pub fn blocks<'a>(study: &'a PowerStudy, style: &'a Style) -> impl Iterator<Item = (Place, Finding)> + 'a {
    let of_site = (Place::Site, study.medium_voltage.iter().map(|level| fault(level, style)).collect());
    let halls = study.halls.iter().map(|hall| {
        let mut all: Sentences = hall.fault_levels.iter().map(|level| fault(level, style)).collect();
        all.extend(hall.blocks.iter().flat_map(|blocks| block(blocks, style)));
        all.extend(hall.standby.iter().flat_map(|plant| standby(hall, plant, style)));
        (Place::Hall(hall.hall.clone()), all)
    });
    placed([of_site].into_iter().chain(halls))
}

fn placed<'a>(places: impl Iterator<Item = (Place, Sentences)> + 'a) -> impl Iterator<Item = (Place, Finding)> + 'a {
    places.flat_map(|(place, all)| all.into_iter().flatten().map(move |text| (place.clone(), Finding { text })))
}

/// The name of a stage within a sentence.
fn stage(node: &PowerNode, style: &Style) -> String {
    style.within(&style.named("stage", node.stage))
}

fn overloaded(nodes: &[PowerNode], style: &Style) -> Option<String> {
    // What the racks' feeds lack is said with their currents.
    let of_rack = |node: &PowerNode| matches!(node.stage, PowerStage::Whip | PowerStage::Shelf);
    let above = |node: &&PowerNode| !of_rack(node) && node.usable_load_pct.is_some_and(|pct| pct > 100.0 + TOLERANCE);
    let named = |node: &PowerNode| {
        let share = style.percent(node.usable_load_pct.unwrap_or_default());
        style.say("power-stage-share", args!["stage" => stage(node, style), "share" => share])
    };
    let all: Vec<String> = nodes.iter().filter(above).map(named).collect();
    (!all.is_empty()).then(|| style.say("power-overloaded", args!["stages" => style.list(&all)]))
}

/// Stages sized without a spare whose units left would not carry the load.
fn no_spare(nodes: &[PowerNode], style: &Style) -> Option<String> {
    let short = |node: &PowerNode| {
        let left = f64::from(node.units) - 1.0;
        node.installed_load_pct.is_some_and(|pct| pct * f64::from(node.units) > (100.0 + TOLERANCE) * left)
    };
    let alone = |node: &&PowerNode| node.policy == Some(Policy::NPlus(0)) && short(node);
    let named = |node: &PowerNode| {
        let units = style.count("unit", node.units.into());
        style.say("power-stage-units", args!["stage" => stage(node, style), "units" => units])
    };
    let all: Vec<String> = nodes.iter().filter(alone).map(named).collect();
    (!all.is_empty()).then(|| style.say("power-without-spare", args!["stages" => style.list(&all)]))
}

fn node(hall: &HallPower, stage: PowerStage) -> Option<&PowerNode> {
    hall.nodes.iter().find(|node| node.stage == stage)
}

/// Two sides of busway on one pool of boards are not two sides.
fn shared_output(hall: &HallPower, style: &Style) -> Option<String> {
    let (busway, boards) = (node(hall, PowerStage::Busway)?, node(hall, PowerStage::UpsOutput)?);
    let two_sides = |node: &PowerNode| matches!(node.policy, Some(Policy::TwoN | Policy::TwoNPlusOne));
    (two_sides(busway) && !two_sides(boards)).then(|| {
        let (runs, boards) =
            (style.count("run", busway.units.into()), style.count("output-board", boards.units.into()));
        style.say("power-shared-output", args!["runs" => runs, "boards" => boards])
    })
}

/// What stands above its limit, both written in a unit; nothing where one of them is not known.
fn above(load: Option<f64>, limit: Option<f64>, unit: &str, style: &Style) -> Option<(String, String)> {
    let (load, limit) = load.zip(limit)?;
    (load > limit * (1.0 + TOLERANCE)).then(|| (style.quantity(load, unit), style.quantity(limit, unit)))
}

fn feeds(feeds: &RackFeeding, style: &Style) -> Sentences {
    let (whip, run) = (&feeds.whip, &feeds.run);
    let (shelves, rating) = (feeds.one_side_shelves_kw, Some(whip.rating_a));
    let over = |id: &str, (load, limit): (String, String)| style.say(id, args!["load" => load, "limit" => limit]);
    vec![
        volts_outside(feeds, style),
        above(Some(whip.design_a), rating, "A", style).map(|(design, rating)| {
            let one_side = style.quantity(whip.one_side_a, "A");
            style.say("power-whip-over", args!["one-side" => one_side, "load" => design, "limit" => rating])
        }),
        above(Some(feeds.rack_kw), shelves, "kW", style).map(|both| over("power-shelves-short", both)),
        above(feeds.peak_kw, shelves, "kW", style).map(|both| over("power-peak-shelves", both)),
        above(whip.peak_a, rating, "A", style).map(|both| over("power-peak-whip", both)),
        above(run.peak_a, Some(run.rating_a), "A", style).map(|both| over("power-peak-run", both)),
        not_given(feeds, style),
    ]
}

fn volts_outside(feeds: &RackFeeding, style: &Style) -> Option<String> {
    let outside = feeds.volts < feeds.min_volts || feeds.volts > feeds.max_volts;
    outside.then(|| {
        let span = style.span(style.amount(feeds.min_volts), style.quantity(feeds.max_volts, "V"));
        style.say("power-volts-outside", args!["volts" => style.quantity(feeds.volts, "V"), "span" => span])
    })
}

fn not_given(feeds: &RackFeeding, style: &Style) -> Option<String> {
    let unknown = [("power-of-shelves", feeds.one_side_shelves_kw), ("power-of-peak", feeds.peak_kw)];
    let names = unnamed(&unknown, style);
    (!names.is_empty()).then(|| style.say("power-not-given", args!["names" => style.list(&names)]))
}

/// Names of what is not known.
fn unnamed(values: &[(&str, Option<f64>)], style: &Style) -> Vec<String> {
    values.iter().filter(|(_, value)| value.is_none()).map(|(id, _)| style.word(id)).collect()
}

fn fault(level: &FaultLevel, style: &Style) -> Option<String> {
    let point = style.within(&style.named("fault-point", level.point));
    match level.verdict {
        FaultVerdict::Within => None,
        FaultVerdict::Exceeded => Some(exceeded(level, &point, style)),
        FaultVerdict::OpenTransition => {
            let [closed, rating] =
                [level.closed_ka, level.rating_ka].map(|ka| kiloamperes(ka.unwrap_or_default(), style));
            Some(style.say("power-fault-open", args!["point" => point, "closed" => closed, "rating" => rating]))
        }
        FaultVerdict::Unknown => Some(unknown(level, &point, style)),
    }
}

fn exceeded(level: &FaultLevel, point: &str, style: &Style) -> String {
    let rating = level.rating_ka.unwrap_or_default();
    let sources = [("power-fault-on-utility", level.utility_ka), ("power-fault-on-generators", level.generators_ka)];
    let above = sources.iter().filter_map(|(source, ka)| Some((source, ka.filter(|ka| *ka > rating)?)));
    let named: Vec<String> =
        above.map(|(source, ka)| style.say(source, args!["level" => kiloamperes(ka, style)])).collect();
    let figures = args!["point" => point, "levels" => style.list(&named), "rating" => kiloamperes(rating, style)];
    style.say("power-fault-exceeded", figures)
}

/// To a hundredth: a fault level may stand exactly on a rating.
fn kiloamperes(ka: f64, style: &Style) -> String {
    style.with_unit(style.figure((ka * 100.0).round() / 100.0), "kA")
}

fn unknown(level: &FaultLevel, point: &str, style: &Style) -> String {
    let missing = [
        ("power-fault-rating", level.rating_ka),
        ("power-fault-utility", level.utility_ka),
        ("power-fault-generators", level.generators_ka),
    ];
    let names = unnamed(&missing, style);
    let highest =
        level.utility_ka.filter(|_| level.rating_ka.is_none()).map(|ka| ka.max(level.generators_ka.unwrap_or(0.0)));
    let figures = args![
        "point" => point,
        "count" => names.len(),
        "names" => style.list(&names),
        "least" => highest.map_or_else(|| "none".to_owned(), |ka| kiloamperes(ka, style)),
    ];
    style.say("power-fault-unknown", figures)
}

fn block(blocks: &PowerBlocks, style: &Style) -> Sentences {
    let transformers = blocks.parts.iter().find(|part| part.service == Service::Transformation);
    let over_bus = blocks.parts.iter().find_map(|part| {
        let (feeds, rating) = (part.feeds_a?, blocks.rating_a?);
        (feeds > rating).then(|| {
            let sets = style.count("generator-set", part.most_units.into());
            let [feeds, rating] = [feeds, rating].map(|amperes| style.quantity(amperes, "A"));
            style.say("power-block-bus", args!["sets" => sets, "feeds" => feeds, "rating" => rating])
        })
    });
    let mut all = vec![transformers.and_then(|part| per_board(blocks, part, style)), over_bus];
    all.extend(blocks.parts.iter().map(|part| short(blocks, part, style)));
    all
}

/// One transformer to a board, or as many to each.
fn per_board(blocks: &PowerBlocks, part: &BlockPart, style: &Style) -> Option<String> {
    let message = match () {
        () if part.least_units == 0 => "power-block-tie",
        () if part.most_units > 1 => "power-block-parallel",
        () => return None,
    };
    let transformers = style.count("transformer", part.units.into());
    let boards = style.count("board", blocks.boards.into());
    Some(style.say(message, args!["transformers" => transformers, "boards" => boards]))
}

fn short(blocks: &PowerBlocks, part: &BlockPart, style: &Style) -> Option<String> {
    if part.service == Service::Transformation || part.least_capacity >= part.share * (1.0 - TOLERANCE) {
        return None;
    }
    let unit = part.service.info().unit;
    let without = blocks.boards.saturating_sub(part.units);
    let figures = args![
        "units" => part.units.to_string(),
        "part" => style.within(&part_name(part.service, style)),
        "blocks" => blocks.boards.to_string(),
        "without" => style.count("board", without.into()),
        "least" => part.least_units.to_string(),
        "capacity" => style.quantity(part.least_capacity, unit),
        "share" => style.quantity(part.share, unit),
        "only" => only(part.service, style),
    ];
    Some(style.say(if part.least_units == 0 { "power-block-none" } else { "power-block-short" }, figures))
}

/// How units that do not fit the blocks can still carry the hall.
fn only(service: Service, style: &Style) -> String {
    style.word(match service {
        Service::CriticalPower => "power-only-common-output",
        Service::RideThrough => "power-only-shared-batteries",
        Service::StandbyPower => "power-only-common-bus",
        _ => "power-only-moved-loads",
    })
}

fn standby(hall: &HallPower, plant: &StandbyPlant, style: &Style) -> Sentences {
    let idle = |node: &&PowerNode| node.units > 0 && plant.on_medium_voltage == Some(true);
    let switches = node(hall, PowerStage::TransferSwitch).filter(idle);
    let below = |hours: f64| plant.tanks > 0 && hours < plant.hours_asked * (1.0 - TOLERANCE);
    let hours = |id: &str, hours: f64| {
        style.say(id, args!["hours" => style.amount(hours), "asked" => style.quantity(plant.hours_asked, "h")])
    };
    vec![
        plant.on_medium_voltage.is_none().then(|| style.word("power-standby-unknown")),
        step_up(&plant.step_up_from_kv, style),
        switches.map(|node| {
            let switches = style.count("transfer-switch", node.units.into());
            style.say("power-standby-switches", args!["switches" => switches])
        }),
        (plant.largest_out_kw < plant.required_kw * (1.0 - TOLERANCE)).then(|| {
            let (left, needed) = (style.amount(plant.largest_out_kw), style.quantity(plant.required_kw, "kW"));
            style.say("power-standby-largest", args!["left" => left, "needed" => needed])
        }),
        below(plant.hours_full).then(|| hours("power-standby-tank", plant.hours_full)),
        (below(plant.hours_filled) && !below(plant.hours_full))
            .then(|| hours("power-standby-fill", plant.hours_filled)),
    ]
}

fn step_up(from_kv: &[f64], style: &Style) -> Option<String> {
    let voltages: Vec<String> = from_kv.iter().map(|kv| style.figure(*kv)).collect();
    let voltages = style.with_unit(style.list(&voltages), "kV");
    (!from_kv.is_empty()).then(|| style.say("power-standby-step-up", args!["voltages" => voltages]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn texts(findings: impl Iterator<Item = (Place, Finding)>) -> Vec<String> {
        findings.filter(|(place, _)| place.hall() != Some("barn_b")).map(|(_, finding)| finding.text).collect()
    }

    #[test]
    fn the_chain_names_what_is_short() {
        let study = sample::plan().studies.power;
        let expected = [
            "Loaded above what is left with one side or its spares out: busway 104 %.",
            "Without a spare unit: core UPS (1 unit). One unit out takes its load with it.",
            "The rack's peak of 155 kW is above the 132 kW of one side's shelves: it is held only with both sides.",
        ];
        assert_eq!(
            texts(chain(&study, &Style::default())),
            [
                &["Without a spare unit: high-voltage transformer (2 units). One unit out takes its load with it."],
                &expected[..]
            ]
            .concat()
        );
    }

    #[test]
    fn fault_levels_and_blocks_name_what_must_be_settled() {
        let study = sample::plan().studies.power;
        let expected = [
            "At the low-voltage board utility and generators in parallel give 88.5 kA against 85 kA: never both at once.",
            "At the busway the rating of its gear is not known; the gear must bear 59.5 kA at least.",
            "6 transformers stand before 7 boards: a board without its own hangs on a tie.",
            "1 generator set on one board can feed 5,652 A into a bus of 4,000 A.",
            "5 rack UPS modules do not make 7 blocks: 2 boards would have none.",
            "4 generator sets do not make 7 blocks: 3 boards would have none.",
            "The first fill, spread over all tanks, lasts 18 of 24 h with one tank out: fill the tanks up.",
        ];
        assert_eq!(texts(blocks(&study, &Style::default())), expected);
    }

    #[test]
    fn generators_on_the_bus_need_their_voltage_and_no_switch_below() {
        let mut study = sample::plan().studies.power;
        let plant = study.halls[0].standby.as_mut().expect("generators");
        (plant.on_medium_voltage, plant.step_up_from_kv) = (Some(true), vec![13.2, 13.8]);
        let mut switch = study.halls[0].nodes[2].clone();
        (switch.stage, switch.units) = (PowerStage::TransferSwitch, 6);
        study.halls[0].nodes.push(switch);
        let all = texts(blocks(&study, &Style::default())).join(" ");
        assert!(all.contains("made for 13.2 and 13.8 kV: to reach the bus they need step-up transformers"), "{all}");
        assert!(all.contains("6 low-voltage transfer switches would have nothing to do"), "{all}");
        study.halls[0].nodes.last_mut().expect("the switches").units = 0;
        assert!(!texts(blocks(&study, &Style::default())).join(" ").contains("transfer switches"));
    }
}
