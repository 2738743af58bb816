//! The one-line diagram: from the utility to the racks, each stage with its units, spares apart and kept units told from new ones.

use super::Figure;
use super::svg::{Svg, width_of};
use crate::domain::format::{amount, list, percent};
use crate::domain::plan::{BankPlan, Plan};
use crate::domain::studies::power::{HallPower, PowerNode, PowerStage};
use crate::domain::{Place, Policy, Service};

const TITLE: &str = "One-line diagram";
const GENERATORS: &str = "Generator sets";
const ENGINES: &str = "Gas engines on site";
const SMOOTHING: &str = "Load smoothing";
const RACKS: &str = "Racks";
const CORE: &str = "for network, storage and pumps";
const KEPT: &str = "kept";
const NEW: &str = "new";
const LEGEND: [&str; 3] = ["unit kept", "new unit", "after the + : spares of N+1, or the B side of 2N"];
const CAPTION: &str = "Units are drawn up to eight; of more, three stand for all. Figures beside a wire are the load on the design day and, of the stage \
                       above it, the load of all its units.";

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
pub fn figure(plan: &Plan) -> Option<Figure> {
    let study = &plan.studies.power;
    let site: Vec<Stage> = study.nodes.iter().map(|node| stage(plan, &Place::Site, node)).collect();
    let chains = chains(plan);
    let (first, others) = chains.split_first()?;
    let beside: Vec<Stage> = [(Service::OnSitePower, ENGINES), (Service::LoadSmoothing, SMOOTHING)]
        .iter()
        .filter_map(|(service, name)| beside(plan, &Place::Site, *service, name))
        .collect();
    let svg = drawn(&site, &beside, first);
    let details = others.iter().map(|chain| (heading(chain), told(&[], chain), drawn(&[], &[], chain))).collect();
    Some(Figure { title: TITLE, description: told(&site, first), caption: CAPTION.to_owned(), svg, details })
}

/// Halls by what they are built of.
fn chains(plan: &Plan) -> Vec<HallChain> {
    let mut chains: Vec<HallChain> = Vec::new();
    for hall in &plan.studies.power.halls {
        let chain = chain(plan, hall);
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

fn chain(plan: &Plan, hall: &HallPower) -> HallChain {
    let place = Place::Hall(hall.hall.clone());
    let drawn = |node: &&PowerNode| !matches!(node.stage, PowerStage::CoreUps | PowerStage::Whip | PowerStage::Shelf);
    HallChain {
        halls: vec![hall.hall.clone()],
        racks: plan.halls.iter().find(|planned| planned.id == hall.hall).map_or(0, |planned| planned.racks),
        main: hall.nodes.iter().filter(drawn).map(|node| stage(plan, &place, node)).collect(),
        core: hall.nodes.iter().find(|node| node.stage == PowerStage::CoreUps).map(|node| stage(plan, &place, node)),
        generators: beside(plan, &place, Service::StandbyPower, GENERATORS),
        on_medium_voltage: bank(plan, &place, Service::StandbyPower)
            .is_some_and(|bank| bank.chosen.on_boards.is_none()),
    }
}

fn bank<'a>(plan: &'a Plan, place: &Place, service: Service) -> Option<&'a BankPlan> {
    plan.banks.iter().find(|bank| bank.place == *place && bank.service == service)
}

fn stage(plan: &Plan, place: &Place, node: &PowerNode) -> Stage {
    let bank = node.stage.service().and_then(|service| bank(plan, place, service));
    let kept = bank.map_or(0, |bank| kept(bank, node.units));
    let load = format!("{} MVA", amount(node.load_kva / 1000.0));
    let share = node.installed_load_pct.map(|pct| format!(", {}", percent(pct)));
    Stage {
        name: node.stage.label().to_owned(),
        volts: Some(node.volts),
        kept,
        new: node.units - kept,
        policy: node.policy,
        load: Some(load + &share.unwrap_or_default()),
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
fn beside(plan: &Plan, place: &Place, service: Service, name: &str) -> Option<Stage> {
    let bank = bank(plan, place, service)?;
    let kept: u32 = bank.chosen.kept.iter().map(|kept| kept.units).sum();
    let new = bank.chosen.units.round() as u32;
    (kept + new > 0).then(|| Stage {
        name: name.to_owned(),
        volts: None,
        kept,
        new,
        policy: Some(bank.policy),
        load: None,
    })
}

fn drawn(site: &[Stage], beside: &[Stage], chain: &HallChain) -> Svg {
    let rows = site.len() + chain.main.len() + 1;
    let frame = if site.is_empty() { 0.0 } else { 26.0 };
    let mut svg = Svg::new(WIDTH, TOP + PITCH * rows as f64 + frame + 22.0);
    legend(&mut svg);
    let y_of = |row: usize| TOP + PITCH * row as f64 + if row >= site.len() { frame + 8.0 } else { 0.0 };
    let all: Vec<&Stage> = site.iter().chain(&chain.main).collect();
    for (row, stage) in all.iter().enumerate() {
        let (from, to) = (y_of(row) + BOX.1, y_of(row + 1));
        svg.line("wire", (SPINE + 40.0, from), (SPINE + 40.0, to));
        let load = stage.load.clone().unwrap_or_default();
        svg.text("small soft", (SPINE + 50.0, from + 14.0), &load);
        draw(&mut svg, stage, (SPINE, y_of(row)));
    }
    let end = Stage { name: RACKS.to_owned(), volts: None, kept: 0, new: chain.racks, policy: None, load: None };
    draw(&mut svg, &end, (SPINE, y_of(rows - 1)));
    for (stage, row) in beside.iter().zip((0..site.len()).rev()) {
        tee(&mut svg, stage, y_of(row));
    }
    side_stages(&mut svg, chain, |index| y_of(site.len() + index));
    let top = y_of(site.len()) - 26.0;
    svg.rect("frame", (SPINE - 40.0, top), (WIDTH - SPINE + 36.0, y_of(rows - 1) + BOX.1 + 12.0 - top));
    svg.text("strong", (SPINE + 50.0, top + 18.0), &heading(chain));
    svg
}

/// Generators beside the stage that they feed (their transfer, else the boards, or medium voltage), the core's UPS beside that of the racks.
fn side_stages(svg: &mut Svg, chain: &HallChain, y_of: impl Fn(usize) -> f64) {
    let named = |stage: PowerStage| chain.main.iter().position(|drawn| drawn.name == stage.label());
    let transfer = named(PowerStage::TransferSwitch).or_else(|| named(PowerStage::LvBoard)).unwrap_or_default();
    if let Some(generators) = &chain.generators {
        let medium = named(PowerStage::MvCircuit).filter(|_| chain.on_medium_voltage);
        tee(svg, generators, y_of(medium.unwrap_or(transfer)));
    }
    if let Some(core) = &chain.core {
        core_branch(svg, core, y_of(named(PowerStage::RackUps).unwrap_or(transfer + 1)));
    }
}

/// The core's UPS, fed as that of the racks and leading to the same boards.
fn core_branch(svg: &mut Svg, core: &Stage, y: f64) {
    let (spine, side, fed) = (SPINE + 40.0, SIDE + 40.0, y - 6.0);
    svg.path("wire", &[(spine, fed), (side, fed), (side, y)]);
    draw(svg, core, (SIDE, y));
    let joins = y + PITCH + BOX.1 / 2.0;
    svg.path("wire", &[(side, y + BOX.1), (side, joins), (SPINE + BOX.0, joins)]);
    svg.text("small soft", (side + 10.0, y + BOX.1 + 14.0), &core.load.clone().unwrap_or_default());
    svg.text("small", (side + 10.0, y + BOX.1 + 30.0), CORE);
}

/// A stage at the side with its wire to the spine.
fn tee(svg: &mut Svg, stage: &Stage, y: f64) {
    let middle = y + BOX.1 / 2.0;
    svg.line("wire", (SPINE + BOX.0, middle), (SIDE, middle));
    draw(svg, stage, (SIDE, y));
}

fn draw(svg: &mut Svg, stage: &Stage, (x, y): (f64, f64)) {
    svg.rect("box", (x, y), BOX);
    let volts = stage.volts.map(|volts| format!(", {}", voltage(volts))).unwrap_or_default();
    svg.text("strong", (x + 12.0, y + 18.0), &format!("{}{volts}", stage.name));
    svg.text("small soft", (x + 12.0, y + 35.0), &units(stage));
    if stage.name != RACKS {
        marks(svg, stage, x + BOX.0 - 12.0, y + BOX.1 / 2.0);
    }
}

fn voltage(volts: f64) -> String {
    if volts >= 1000.0 { format!("{} kV", amount(volts / 1000.0)) } else { format!("{} V", amount(volts)) }
}

/// `28 + 1 (N+1): 22 kept, 7 new`.
fn units(stage: &Stage) -> String {
    let all = stage.kept + stage.new;
    let policy = stage.policy.map(|policy| format!(" ({policy})")).unwrap_or_default();
    let (needed, spare) = split(all, stage.policy);
    let count = if spare > 0 { format!("{} + {}", grouped(needed), grouped(spare)) } else { grouped(all) };
    let origin = match (stage.name == RACKS, stage.kept, stage.new) {
        (true, ..) => String::new(),
        (_, 0, _) => format!(", {NEW}"),
        (_, _, 0) => format!(", {KEPT}"),
        (_, kept, new) => format!(", {} {KEPT} and {} {NEW}", grouped(kept), grouped(new)),
    };
    format!("{count}{policy}{origin}")
}

fn grouped(units: u32) -> String {
    amount(f64::from(units))
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

fn legend(svg: &mut Svg) {
    let y = 12.0;
    svg.rect("bar kept", (SPINE - 40.0, y - 6.0), (MARK, MARK));
    svg.text("small", (SPINE - 22.0, y + 4.0), LEGEND[0]);
    svg.rect("bar new", (SPINE + 60.0, y - 6.0), (MARK, MARK));
    svg.text("small", (SPINE + 78.0, y + 4.0), LEGEND[1]);
    svg.text("small", (SPINE + 160.0, y + 4.0), LEGEND[2]);
}

fn heading(chain: &HallChain) -> String {
    match chain.halls.len() {
        1 => format!("Hall {}", chain.halls[0]),
        count => format!("{} (x {count}, each as drawn)", list(&chain.halls)),
    }
}

fn told(site: &[Stage], chain: &HallChain) -> String {
    let stages = site.iter().chain(&chain.main).chain(&chain.core).chain(&chain.generators);
    let stages = stages.map(|stage| format!("{}: {}", stage.name, units(stage)));
    format!("{}. {}.", heading(chain), stages.collect::<Vec<_>>().join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spares_stand_apart() {
        assert_eq!(split(5, Some(Policy::NPlus(1))), (4, 1));
        assert_eq!(split(6, Some(Policy::TwoN)), (3, 3));
        assert_eq!(split(3, None), (3, 0));
        let stage =
            Stage { name: "x".to_owned(), volts: None, kept: 22, new: 7, policy: Some(Policy::NPlus(1)), load: None };
        assert_eq!(units(&stage), "28 + 1 (N+1), 22 kept and 7 new");
    }
}
