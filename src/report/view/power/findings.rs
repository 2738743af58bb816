//! What an engineer must settle, each in a sentence that follows from the study's figures.

use super::{Finding, part_label};
use crate::domain::format::{amount, figure, list, percent, plural};
use crate::domain::studies::PowerStudy;
use crate::domain::studies::power::{
    BlockPart, FaultLevel, FaultVerdict, HallPower, PowerBlocks, PowerNode, PowerStage, RackFeeding, StandbyPlant,
};
use crate::domain::{Place, Policy, Service};

/// Noise that is no shortfall.
const TOLERANCE: f64 = 1e-6;

type Sentences = Vec<Option<String>>;

/// Findings on the chain and the racks' feeds.
pub fn chain(study: &PowerStudy) -> impl Iterator<Item = (Place, Finding)> {
    let of_site = (Place::Site, vec![overloaded(&study.nodes), no_spare(&study.nodes)]);
    let halls = study.halls.iter().map(|hall| {
        let mut all = vec![overloaded(&hall.nodes), no_spare(&hall.nodes), shared_output(hall)];
        all.extend(hall.feeds.iter().flat_map(feeds));
        (Place::Hall(hall.hall.clone()), all)
    });
    placed([of_site].into_iter().chain(halls))
}

/// Findings on fault levels, blocks and standby.
pub fn blocks(study: &PowerStudy) -> impl Iterator<Item = (Place, Finding)> {
    let of_site = (Place::Site, study.medium_voltage.iter().map(fault).collect());
    let halls = study.halls.iter().map(|hall| {
        let mut all: Sentences = hall.fault_levels.iter().map(fault).collect();
        all.extend(hall.blocks.iter().flat_map(block));
        all.extend(hall.standby.iter().flat_map(|plant| standby(hall, plant)));
        (Place::Hall(hall.hall.clone()), all)
    });
    placed([of_site].into_iter().chain(halls))
}

fn placed<'a>(places: impl Iterator<Item = (Place, Sentences)> + 'a) -> impl Iterator<Item = (Place, Finding)> + 'a {
    places.flat_map(|(place, all)| all.into_iter().flatten().map(move |text| (place.clone(), Finding { text })))
}

fn overloaded(nodes: &[PowerNode]) -> Option<String> {
    // What the racks' feeds lack is said with their currents.
    let of_rack = |node: &PowerNode| matches!(node.stage, PowerStage::Whip | PowerStage::Shelf);
    let above = |node: &&PowerNode| !of_rack(node) && node.usable_load_pct.is_some_and(|pct| pct > 100.0 + TOLERANCE);
    let named = |node: &PowerNode| {
        format!("{} {}", within(node.stage.label()), percent(node.usable_load_pct.unwrap_or_default()))
    };
    let all: Vec<String> = nodes.iter().filter(above).map(named).collect();
    (!all.is_empty()).then(|| format!("Loaded above what is left with one side or its spares out: {}.", list(&all)))
}

/// Stages sized without a spare whose units left would not carry the load.
fn no_spare(nodes: &[PowerNode]) -> Option<String> {
    let short = |node: &PowerNode| {
        let left = f64::from(node.units) - 1.0;
        node.installed_load_pct.is_some_and(|pct| pct * f64::from(node.units) > (100.0 + TOLERANCE) * left)
    };
    let alone = |node: &&PowerNode| node.policy == Some(Policy::NPlus(0)) && short(node);
    let named =
        |node: &PowerNode| format!("{} ({})", within(node.stage.label()), plural(f64::from(node.units), "unit"));
    let all: Vec<String> = nodes.iter().filter(alone).map(named).collect();
    (!all.is_empty()).then(|| format!("Without a spare unit: {}. One unit out takes its load with it.", list(&all)))
}

/// A label within a sentence: `Core UPS` to `core UPS`, `UPS output board` as it is.
fn within(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!("{}{}", first.to_lowercase(), &label[first.len_utf8()..])
        }
        _ => label.to_owned(),
    }
}

fn node(hall: &HallPower, stage: PowerStage) -> Option<&PowerNode> {
    hall.nodes.iter().find(|node| node.stage == stage)
}

/// Two sides of busway on one pool of boards are not two sides.
fn shared_output(hall: &HallPower) -> Option<String> {
    let (busway, boards) = (node(hall, PowerStage::Busway)?, node(hall, PowerStage::UpsOutput)?);
    let two_sides = |node: &PowerNode| matches!(node.policy, Some(Policy::TwoN | Policy::TwoNPlusOne));
    (two_sides(busway) && !two_sides(boards)).then(|| {
        format!(
            "{} of two busway sides hang on {} sized as one pool: a rack's A and B feeds must come from different boards, and \
             one board out must leave enough for its racks.",
            plural(f64::from(busway.units), "run"),
            plural(f64::from(boards.units), "UPS output board"),
        )
    })
}

fn feeds(feeds: &RackFeeding) -> Sentences {
    let (rack, whip, run) = (amount(feeds.rack_kw), &feeds.whip, &feeds.run);
    let above = |load: Option<f64>, limit: Option<f64>| {
        load.zip(limit)
            .filter(|(load, limit)| *load > limit * (1.0 + TOLERANCE))
            .map(|(load, limit)| (amount(load), amount(limit)))
    };
    let outside = feeds.volts < feeds.min_volts || feeds.volts > feeds.max_volts;
    let (shelves, rating) = (feeds.one_side_shelves_kw, Some(whip.rating_a));
    vec![
        outside.then(|| {
            let (low, high) = (amount(feeds.min_volts), amount(feeds.max_volts));
            format!("{} V lie outside the {low} to {high} V that the rack accepts.", amount(feeds.volts))
        }),
        above(Some(whip.design_a), rating).map(|(design, rating)| {
            let one_side = amount(whip.one_side_a);
            format!("A whip carries {one_side} A with one side out, which asks for {design} A at 125 %: more than its {rating} A.")
        }),
        above(Some(feeds.rack_kw), shelves).map(|(_, shelves)| {
            format!("One side's shelves give {shelves} kW: a rack of {rack} kW must cap itself when the other side is lost.")
        }),
        above(feeds.peak_kw, shelves).map(|(peak, shelves)| {
            format!("The rack's peak of {peak} kW is above the {shelves} kW of one side's shelves: it is held only with both sides.")
        }),
        above(whip.peak_a, rating)
            .map(|(peak, rating)| format!("At the rack's peak a whip carries {peak} A with one side out, above its {rating} A.")),
        above(run.peak_a, Some(run.rating_a)).map(|(peak, rating)| {
            format!("At the racks' peak a busway run carries {peak} A with one side out, above its {rating} A.")
        }),
        not_given(feeds),
    ]
}

fn not_given(feeds: &RackFeeding) -> Option<String> {
    let unknown = [("shelf power", feeds.one_side_shelves_kw), ("peak power", feeds.peak_kw)];
    let names: Vec<String> =
        unknown.iter().filter(|(_, kw)| kw.is_none()).map(|(name, _)| (*name).to_owned()).collect();
    (!names.is_empty())
        .then(|| format!("Not in the target, so that the feeds are not held against it: {} of the rack.", list(&names)))
}

fn fault(level: &FaultLevel) -> Option<String> {
    let (point, rating) = (within(level.point.label()), level.rating_ka.unwrap_or_default());
    match level.verdict {
        FaultVerdict::Within => None,
        FaultVerdict::Exceeded => Some(exceeded(level, &point, rating)),
        FaultVerdict::OpenTransition => Some(format!(
            "At the {point} utility and generators in parallel give {} kA against {} kA: never both at once.",
            kiloamperes(level.closed_ka.unwrap_or_default()),
            kiloamperes(rating)
        )),
        FaultVerdict::Unknown => Some(unknown(level, &point)),
    }
}

fn exceeded(level: &FaultLevel, point: &str, rating: f64) -> String {
    let sources = [("the utility", level.utility_ka), ("generators", level.generators_ka)];
    let above = sources.iter().filter_map(|(source, ka)| Some((source, ka.filter(|ka| *ka > rating)?)));
    let named: Vec<String> = above.map(|(source, ka)| format!("{} kA on {source}", kiloamperes(ka))).collect();
    format!("The fault level of the {point}, {}, exceeds the {} kA of its gear.", list(&named), kiloamperes(rating))
}

/// To a hundredth: a fault level may stand exactly on a rating.
fn kiloamperes(ka: f64) -> String {
    figure((ka * 100.0).round() / 100.0)
}

fn unknown(level: &FaultLevel, point: &str) -> String {
    let missing = [
        ("the rating of its gear", level.rating_ka),
        ("the utility's contribution", level.utility_ka),
        ("the generators' contribution", level.generators_ka),
    ];
    let names: Vec<String> =
        missing.iter().filter(|(_, ka)| ka.is_none()).map(|(name, _)| (*name).to_owned()).collect();
    let verb = if names.len() > 1 { "are" } else { "is" };
    let highest =
        level.utility_ka.filter(|_| level.rating_ka.is_none()).map(|ka| ka.max(level.generators_ka.unwrap_or(0.0)));
    let least = highest.map(|ka| format!("; the gear must bear {} kA at least", kiloamperes(ka)));
    format!("At the {point} {} {verb} not known{}.", list(&names), least.unwrap_or_default())
}

fn block(blocks: &PowerBlocks) -> Sentences {
    let transformers = blocks.parts.iter().find(|part| part.service == Service::Transformation);
    let over_bus = blocks.parts.iter().find_map(|part| {
        let (feeds, rating) = (part.feeds_a?, blocks.rating_a?);
        (feeds > rating).then(|| {
            let sets = plural(f64::from(part.most_units), "generator set");
            format!("{sets} on one board can feed {} A into a bus of {} A.", amount(feeds), amount(rating))
        })
    });
    let mut all = vec![transformers.and_then(|part| per_board(blocks, part)), over_bus];
    all.extend(blocks.parts.iter().map(|part| short(blocks, part)));
    all
}

/// One transformer to a board, or as many to each.
fn per_board(blocks: &PowerBlocks, part: &BlockPart) -> Option<String> {
    let counts = format!("{} transformers stand before {}", part.units, plural(f64::from(blocks.boards), "board"));
    match () {
        () if part.least_units == 0 => Some(format!("{counts}: a board without its own hangs on a tie.")),
        () if part.most_units > 1 => Some(format!(
            "{counts}: two in parallel on one board double its fault level, so that one of them stays open."
        )),
        () => None,
    }
}

fn short(blocks: &PowerBlocks, part: &BlockPart) -> Option<String> {
    if part.service == Service::Transformation || part.least_capacity >= part.share * (1.0 - TOLERANCE) {
        return None;
    }
    let (name, unit) = (within(part_label(part.service)), part.service.info().unit);
    let counts = format!("{} {name} do not make {} blocks", part.units, blocks.boards);
    Some(match part.least_units {
        0 => format!("{counts}: {} would have none.", plural(f64::from(blocks.boards - part.units), "board")),
        least => format!(
            "{counts}: one with {least} has {} {unit} for its share of {} {unit}. They carry the hall only {}.",
            amount(part.least_capacity),
            amount(part.share),
            only(part.service)
        ),
    })
}

/// How units that do not fit the blocks can still carry the hall.
const fn only(service: Service) -> &'static str {
    match service {
        Service::CriticalPower => "as one system on a common output bus",
        Service::RideThrough => "where UPS modules share their batteries",
        Service::StandbyPower => "in parallel on a common generator bus",
        _ => "where loads move between boards",
    }
}

fn standby(hall: &HallPower, plant: &StandbyPlant) -> Sentences {
    let idle = |node: &&PowerNode| node.units > 0 && plant.on_medium_voltage == Some(true);
    let switches = node(hall, PowerStage::TransferSwitch).filter(idle);
    let (asked, steps) = (amount(plant.hours_asked), &plant.step_up_from_kv);
    let below = |hours: f64| plant.tanks > 0 && hours < plant.hours_asked * (1.0 - TOLERANCE);
    vec![
        plant.on_medium_voltage.is_none().then(|| "Where the generators feed in is not known.".to_owned()),
        (!steps.is_empty()).then(|| {
            let kv: Vec<String> = steps.iter().map(f64::to_string).collect();
            format!("The generators are made for {} kV: to reach the bus they need step-up transformers, which are not planned.", list(&kv))
        }),
        switches.map(|node| {
            format!(
                "The generators feed the medium-voltage bus, whose breakers change over: {} low-voltage transfer switches would \
                 have nothing to do.",
                node.units
            )
        }),
        (plant.largest_out_kw < plant.required_kw * (1.0 - TOLERANCE)).then(|| {
            format!("With the largest set out {} of {} kW are left.", amount(plant.largest_out_kw), amount(plant.required_kw))
        }),
        below(plant.hours_full)
            .then(|| format!("With one tank out full tanks last {} of {asked} h.", amount(plant.hours_full))),
        (below(plant.hours_filled) && !below(plant.hours_full)).then(|| {
            let filled = amount(plant.hours_filled);
            format!("The first fill, spread over all tanks, lasts {filled} of {asked} h with one tank out: fill the tanks up.")
        }),
    ]
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
            texts(chain(&study)),
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
        assert_eq!(texts(blocks(&study)), expected);
    }

    #[test]
    fn generators_on_the_bus_need_their_voltage_and_no_switch_below() {
        let mut study = sample::plan().studies.power;
        let plant = study.halls[0].standby.as_mut().expect("generators");
        (plant.on_medium_voltage, plant.step_up_from_kv) = (Some(true), vec![13.2, 13.8]);
        let mut switch = study.halls[0].nodes[2].clone();
        (switch.stage, switch.units) = (PowerStage::TransferSwitch, 6);
        study.halls[0].nodes.push(switch);
        let all = texts(blocks(&study)).join(" ");
        assert!(all.contains("made for 13.2 and 13.8 kV: to reach the bus they need step-up transformers"), "{all}");
        assert!(all.contains("6 low-voltage transfer switches would have nothing to do"), "{all}");
        study.halls[0].nodes.last_mut().expect("the switches").units = 0;
        assert!(!texts(blocks(&study)).join(" ").contains("transfer switches"));
    }
}
