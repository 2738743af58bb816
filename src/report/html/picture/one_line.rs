//! The one-line diagram: from the utility to the racks, each stage with its units, spares apart and kept units told from new ones.

use super::svg::{Svg, width_of};
use super::{Detail, Figure};
use crate::domain::plan::{BankPlan, Plan};
use crate::domain::studies::power::{HallPower, PowerNode, PowerStage};
use crate::domain::{Place, Policy, Service};
use crate::report::style::{Style, args};

const WIDTH: f64 = 1080.0;
const SPINE: f64 = 60.0;
const SIDE: f64 = 620.0;
const BOX: (f64, f64) = (430.0, 46.0);
const PITCH: f64 = 72.0;
const TOP: f64 = 40.0;
const MOST_MARKS: u32 = 8;
const MARK: f64 = 11.0;

/// A stage as it is drawn.
#[derive(Clone, PartialEq)]
struct Stage {
    /// Which stage of the chain it is; nothing for what stands beside it.
    stage: Option<PowerStage>,
    name: String,
    volts: Option<f64>,
    kept: u32,
    new: u32,
    policy: Option<Policy>,
    load: Option<String>,
}

/// Stages of halls that are built alike.
struct HallChain {
    halls: Vec<String>,
    racks: u32,
    main: Vec<Stage>,
    core: Option<Stage>,
    generators: Option<Stage>,
    on_medium_voltage: bool,
}

/// The picture; nothing where no hall is converted.
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let study = &plan.studies.power;
    let site: Vec<Stage> = study.nodes.iter().map(|node| stage(plan, &Place::Site, node, style)).collect();
    let chains = chains(plan, style);
    let (first, others) = chains.split_first()?;
    let beside: Vec<Stage> = [Service::OnSitePower, Service::LoadSmoothing]
        .iter()
        .filter_map(|service| beside(plan, &Place::Site, *service, style))
        .collect();
    let svg = drawn(&site, &beside, first, style);
    let folded = |chain: &HallChain| Detail {
        heading: heading(chain, style),
        description: told(&[], chain, style),
        svg: drawn(&[], &[], chain, style),
        printed: true,
    };
    let details = others.iter().map(folded).collect();
    let (title, caption) = (style.word("power-chain-title"), style.word("picture-one-line-caption"));
    Some(Figure { details, ..Figure::plain(title, told(&site, first, style), caption, svg) })
}

/// Halls by what they are built of.
fn chains(plan: &Plan, style: &Style) -> Vec<HallChain> {
    let mut chains: Vec<HallChain> = Vec::new();
    for hall in &plan.studies.power.halls {
        let chain = chain(plan, hall, style);
        let same = |other: &&mut HallChain| {
            (&other.main, &other.core, &other.generators, other.racks)
                == (&chain.main, &chain.core, &chain.generators, chain.racks)
        };
        match chains.iter_mut().find(same) {
            Some(known) => known.halls.extend(chain.halls),
            None => chains.push(chain),
        }
    }
    chains
}

fn chain(plan: &Plan, hall: &HallPower, style: &Style) -> HallChain {
    let place = Place::Hall(hall.hall.clone());
    let drawn = |node: &&PowerNode| !matches!(node.stage, PowerStage::CoreUps | PowerStage::Whip | PowerStage::Shelf);
    let core = hall.nodes.iter().find(|node| node.stage == PowerStage::CoreUps);
    HallChain {
        halls: vec![hall.hall.clone()],
        racks: plan.halls.iter().find(|planned| planned.id == hall.hall).map_or(0, |planned| planned.racks),
        main: hall.nodes.iter().filter(drawn).map(|node| stage(plan, &place, node, style)).collect(),
        core: core.map(|node| stage(plan, &place, node, style)),
        generators: beside(plan, &place, Service::StandbyPower, style),
        on_medium_voltage: bank(plan, &place, Service::StandbyPower)
            .is_some_and(|bank| bank.chosen.on_boards.is_none()),
    }
}

fn bank<'a>(plan: &'a Plan, place: &Place, service: Service) -> Option<&'a BankPlan> {
    plan.banks.iter().find(|bank| bank.place == *place && bank.service == service)
}

fn stage(plan: &Plan, place: &Place, node: &PowerNode, style: &Style) -> Stage {
    let bank = node.stage.service().and_then(|service| bank(plan, place, service));
    let kept = bank.map_or(0, |bank| kept(bank, node.units));
    let load = style.quantity(node.load_kva / 1000.0, "MVA");
    let share = node.installed_load_pct.map(|pct| style.percent(pct));
    Stage {
        stage: Some(node.stage),
        name: style.named("stage", node.stage),
        volts: Some(node.volts),
        kept,
        new: node.units - kept,
        policy: node.policy,
        load: Some(beside_comma(load, share, style)),
    }
}

/// Units that were there before; all of them where nothing is bought.
fn kept(bank: &BankPlan, units: u32) -> u32 {
    let kept: u32 = bank.chosen.kept.iter().map(|kept| kept.units).sum();
    match bank.chosen.units > 0.0 {
        true => kept.min(units),
        false if kept > 0 => units,
        false => 0,
    }
}

/// A bank beside the spine; nothing where it has no units.
fn beside(plan: &Plan, place: &Place, service: Service, style: &Style) -> Option<Stage> {
    let bank = bank(plan, place, service)?;
    let kept: u32 = bank.chosen.kept.iter().map(|kept| kept.units).sum();
    let new = bank.chosen.units.round() as u32;
    (kept + new > 0).then(|| Stage {
        stage: None,
        name: style.named("picture-one-line", service),
        volts: None,
        kept,
        new,
        policy: Some(bank.policy),
        load: None,
    })
}

fn drawn(site: &[Stage], beside: &[Stage], chain: &HallChain, style: &Style) -> Svg {
    let rows = site.len() + chain.main.len() + 1;
    let frame = if site.is_empty() { 0.0 } else { 26.0 };
    let mut svg = Svg::new(WIDTH, TOP + PITCH * rows as f64 + frame + 22.0, style);
    legend(&mut svg, style);
    let y_of = |row: usize| TOP + PITCH * row as f64 + if row >= site.len() { frame + 8.0 } else { 0.0 };
    let all: Vec<&Stage> = site.iter().chain(&chain.main).collect();
    for (row, stage) in all.iter().enumerate() {
        let (from, to) = (y_of(row) + BOX.1, y_of(row + 1));
        svg.line("wire", (SPINE + 40.0, from), (SPINE + 40.0, to));
        let load = stage.load.clone().unwrap_or_default();
        svg.text("small soft", (SPINE + 50.0, from + 14.0), &load);
        draw(&mut svg, stage, (SPINE, y_of(row)), style);
    }
    racks(&mut svg, chain, (SPINE, y_of(rows - 1)), style);
    for (stage, row) in beside.iter().zip((0..site.len()).rev()) {
        tee(&mut svg, stage, y_of(row), style);
    }
    side_stages(&mut svg, chain, |index| y_of(site.len() + index), style);
    let top = y_of(site.len()) - 26.0;
    svg.rect("frame", (SPINE - 40.0, top), (WIDTH - SPINE + 36.0, y_of(rows - 1) + BOX.1 + 12.0 - top));
    svg.text("strong", (SPINE + 50.0, top + 18.0), &heading(chain, style));
    svg
}

/// Generators beside the stage that they feed (their transfer, else the boards, or medium voltage), the core's UPS beside that of the racks.
fn side_stages(svg: &mut Svg, chain: &HallChain, y_of: impl Fn(usize) -> f64, style: &Style) {
    let named = |stage: PowerStage| chain.main.iter().position(|drawn| drawn.stage == Some(stage));
    let transfer = named(PowerStage::TransferSwitch).or_else(|| named(PowerStage::LvBoard)).unwrap_or_default();
    if let Some(generators) = &chain.generators {
        let medium = named(PowerStage::MvCircuit).filter(|_| chain.on_medium_voltage);
        tee(svg, generators, y_of(medium.unwrap_or(transfer)), style);
    }
    if let Some(core) = &chain.core {
        core_branch(svg, core, y_of(named(PowerStage::RackUps).unwrap_or(transfer + 1)), style);
    }
}

/// The core's UPS, fed as that of the racks and leading to the same boards.
fn core_branch(svg: &mut Svg, core: &Stage, y: f64, style: &Style) {
    let (spine, side, fed) = (SPINE + 40.0, SIDE + 40.0, y - 6.0);
    svg.path("wire", &[(spine, fed), (side, fed), (side, y)]);
    draw(svg, core, (SIDE, y), style);
    let joins = y + PITCH + BOX.1 / 2.0;
    svg.path("wire", &[(side, y + BOX.1), (side, joins), (SPINE + BOX.0, joins)]);
    svg.text("small soft", (side + 10.0, y + BOX.1 + 14.0), &core.load.clone().unwrap_or_default());
    svg.text("small", (side + 10.0, y + BOX.1 + 30.0), &style.word("picture-one-line-core"));
}

/// A stage at the side with its wire to the spine.
fn tee(svg: &mut Svg, stage: &Stage, y: f64, style: &Style) {
    let middle = y + BOX.1 / 2.0;
    svg.line("wire", (SPINE + BOX.0, middle), (SIDE, middle));
    draw(svg, stage, (SIDE, y), style);
}

fn draw(svg: &mut Svg, stage: &Stage, (x, y): (f64, f64), style: &Style) {
    let volts = stage.volts.map(|volts| voltage(volts, style));
    let name = beside_comma(stage.name.clone(), volts, style);
    labeled(svg, (&name, &units(stage, style)), (x, y));
    marks(svg, stage, x + BOX.0 - 12.0, y + BOX.1 / 2.0);
}

/// The end of the chain.
fn racks(svg: &mut Svg, chain: &HallChain, corner: (f64, f64), style: &Style) {
    labeled(svg, (&style.word("picture-one-line-racks"), &style.amount(chain.racks.into())), corner);
}

/// A box with a name and what is said of it.
fn labeled(svg: &mut Svg, (name, note): (&str, &str), (x, y): (f64, f64)) {
    svg.rect("box", (x, y), BOX);
    svg.text("strong", (x + 12.0, y + 18.0), name);
    svg.text("small soft", (x + 12.0, y + 35.0), note);
}

/// `Busway, 415 V`, or the first alone.
fn beside_comma(what: String, figure: Option<String>, style: &Style) -> String {
    match figure {
        Some(figure) => style.say("picture-one-line-with", args!["what" => what, "figure" => figure]),
        None => what,
    }
}

fn voltage(volts: f64, style: &Style) -> String {
    if volts >= 1000.0 { style.quantity(volts / 1000.0, "kV") } else { style.quantity(volts, "V") }
}

/// `28 + 1 (N+1), 22 kept and 7 new`.
fn units(stage: &Stage, style: &Style) -> String {
    let amount = |units: u32| if units > 0 { style.amount(units.into()) } else { "none".to_owned() };
    let (needed, spare) = split(stage.kept + stage.new, stage.policy);
    let figures = args![
        "needed" => amount(needed),
        "spare" => amount(spare),
        "policy" => stage.policy.map_or("none".to_owned(), |policy| policy.to_string()),
        "kept" => amount(stage.kept),
        "new" => amount(stage.new),
    ];
    style.say("picture-one-line-units", figures)
}

/// Units that carry and units that may be out.
fn split(units: u32, policy: Option<Policy>) -> (u32, u32) {
    let spare = match policy {
        Some(Policy::NPlus(spare)) => spare.min(units),
        Some(Policy::TwoN | Policy::TwoNPlusOne) => units / 2,
        Some(Policy::Distributed(systems)) => units / systems.max(1),
        Some(Policy::Block(primaries)) => units.div_ceil(primaries + 1),
        None => 0,
    };
    (units - spare, spare)
}

/// Squares for units, right-aligned: those that carry, a plus, those that may be out.
fn marks(svg: &mut Svg, stage: &Stage, right: f64, middle: f64) {
    let (needed, spare) = split(stage.kept + stage.new, stage.policy);
    let mut x = right;
    if spare > 0 {
        x = run(svg, stage, (needed, spare), x, middle);
        svg.text("strong middle", (x - 3.0, middle + 4.0), "+");
        x -= 14.0;
    }
    run(svg, stage, (0, needed), x, middle);
}

/// Squares of the units from one number on, drawn leftward; the new ones are the last.
fn run(svg: &mut Svg, stage: &Stage, (from, count): (u32, u32), right: f64, middle: f64) -> f64 {
    let shown = if count > MOST_MARKS { 3 } else { count };
    let mut x = right;
    for index in (0..shown).rev() {
        let number = if shown < count && index == shown - 1 { from + count - 1 } else { from + index };
        let class = if number < stage.kept { "bar kept" } else { "bar new" };
        x -= MARK;
        svg.rect(class, (x, middle - MARK / 2.0), (MARK, MARK));
        x -= 4.0;
        if shown < count && index == shown - 1 {
            svg.text("end", (x, middle + 3.0), "\u{2026}");
            x -= width_of("\u{2026}") + 4.0;
        }
    }
    x
}

fn legend(svg: &mut Svg, style: &Style) {
    let y = 12.0;
    let mut x = SPINE - 40.0;
    for (class, id) in [("bar kept", "picture-one-line-kept"), ("bar new", "picture-one-line-new")] {
        let words = style.word(id);
        svg.rect(class, (x, y - 6.0), (MARK, MARK));
        svg.text("small", (x + 18.0, y + 4.0), &words);
        x += 18.0 + width_of(&words) + 18.0;
    }
    svg.text("small", (x, y + 4.0), &style.word("picture-one-line-spares"));
}

fn heading(chain: &HallChain, style: &Style) -> String {
    match chain.halls.as_slice() {
        [hall] => style.say("gantt-hall", args!["hall" => hall.as_str()]),
        halls => {
            let figures = args!["halls" => style.list(halls), "figure" => halls.len().to_string()];
            style.say("picture-one-line-halls", figures)
        }
    }
}

fn told(site: &[Stage], chain: &HallChain, style: &Style) -> String {
    let stages = site.iter().chain(&chain.main).chain(&chain.core).chain(&chain.generators);
    let part = |stage: &Stage| {
        style.say("picture-part", args!["what" => stage.name.as_str(), "figure" => units(stage, style)])
    };
    style.sentences(&[style.told(&[heading(chain, style)]), style.told(&stages.map(part).collect::<Vec<_>>())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spares_stand_apart() {
        assert_eq!(split(5, Some(Policy::NPlus(1))), (4, 1));
        assert_eq!(split(6, Some(Policy::TwoN)), (3, 3));
        assert_eq!(split(3, None), (3, 0));
        let policy = Some(Policy::NPlus(1));
        let mut stage = Stage { stage: None, name: "x".to_owned(), volts: None, kept: 22, new: 7, policy, load: None };
        assert_eq!(units(&stage, &Style::default()), "28 + 1 (N+1), 22 kept and 7 new");
        (stage.kept, stage.policy) = (0, None);
        assert_eq!(units(&stage, &Style::default()), "7, new");
    }
}
