//! The one-line diagram: what each node carries, and where the power drawn from the grid goes.

use super::{Basis, installed, item, kw, units};
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::{PowerBalance, PowerNode, PowerStage};
use crate::domain::{Place, Service, Total};
use crate::input::catalog::ParameterId as P;
use crate::physics::electrical::{full_load_amps, three_phase_kva};
use crate::requirements::HallLoad;
use crate::validate::SiteHall;

/// The hall's banks in the order of the chain; circuits, whips and shelves are made apart.
const HALL: &[PowerStage] = &[
    PowerStage::Transformer,
    PowerStage::LvBoard,
    PowerStage::TransferSwitch,
    PowerStage::RackUps,
    PowerStage::CoreUps,
    PowerStage::UpsOutput,
    PowerStage::Busway,
];

/// Banks whose draw on the grid is the loss of a stage.
const LOSSES: &[Service] = &[
    Service::RackPower,
    Service::CriticalPower,
    Service::CorePower,
    Service::LowVoltagePower,
    Service::Transformation,
    Service::MediumVoltage,
    Service::HighVoltageTransformation,
];

/// From IT to the grid: fixed loads, what plant draws, what stages lose.
pub fn balance(basis: &Basis) -> PowerBalance {
    let sum = |of: fn(&HallLoad) -> f64| basis.loads.iter().map(of).total();
    let drawn = |losses: bool| {
        let banks = basis.banks.iter().filter(|bank| LOSSES.contains(&bank.service) == losses);
        banks.map(grid_kw).total()
    };
    let grid = basis.requirements.iter().find(|requirement| requirement.service == Service::GridImport);
    let racks_kw = sum(|load| load.it_kw);
    PowerBalance {
        racks_kw,
        network_kw: sum(|load| load.network_kw),
        house_kw: racks_kw * basis.site.parameter(P::HouseLoadPct) / 100.0,
        plant_kw: drawn(false),
        losses_kw: drawn(true),
        grid_kw: grid.map_or(0.0, |requirement| requirement.amount * 1000.0),
    }
}

/// What a bank draws of the grid, kW.
fn grid_kw(bank: &BankPlan) -> f64 {
    let draws = bank.chosen.draws.iter().filter(|draw| draw.service == Service::GridImport);
    draws.map(|draw| draw.amount * 1000.0).total()
}

/// Utility, power transformers and medium-voltage bus.
pub fn site(basis: &Basis) -> Vec<PowerNode> {
    let medium_v = basis.conditions.medium_voltage_kv * 1000.0;
    let mut utility = bank_node(basis, &Place::Site, PowerStage::Utility, basis.site.utility.voltage_kv * 1000.0);
    if let Some(node) = &mut utility {
        (node.units, node.policy) = (basis.site.utility.feeds, None);
    }
    let inside = [PowerStage::HvTransformer, PowerStage::MvSwitchgear];
    utility
        .into_iter()
        .chain(inside.iter().filter_map(|&stage| bank_node(basis, &Place::Site, stage, medium_v)))
        .collect()
}

/// From the hall's circuits to its shelves.
pub fn hall(basis: &Basis, load: &HallLoad) -> Vec<PowerNode> {
    let place = load.place();
    let Some(hall) = basis.site.hall(&place) else { return Vec::new() };
    let banks = HALL.iter().filter_map(|&stage| bank_node(basis, &place, stage, hall.low_voltage_v));
    let rack = [PowerStage::Whip, PowerStage::Shelf].map(|stage| rack_node(basis, load, stage, hall.low_voltage_v));
    circuit(basis, hall).into_iter().chain(banks).chain(rack).collect()
}

/// A node with no more than its load.
fn node(basis: &Basis, stage: PowerStage, volts: f64, load_kw: f64) -> PowerNode {
    let load_kva = load_kw / basis.site.parameter(P::PowerFactor);
    PowerNode {
        stage,
        volts,
        load_kw,
        load_kva,
        amps: full_load_amps(load_kva, volts),
        units: 0,
        policy: None,
        installed_load_pct: None,
        usable_load_pct: None,
        loss_kw: None,
    }
}

/// The node of a bank that carries something, with gear of its own: what others cover is theirs.
fn bank_node(basis: &Basis, place: &Place, stage: PowerStage, volts: f64) -> Option<PowerNode> {
    let bank = basis.bank(place, stage.service()?).filter(|bank| bank.required > 0.0)?;
    let usable = bank.chosen.usable + bank.supplied_by_others;
    let utility = bank.service == Service::GridImport;
    let own = if utility { usable } else { installed(bank) };
    (utility || units(bank) > 0).then(|| PowerNode {
        units: units(bank),
        policy: Some(bank.policy),
        installed_load_pct: share_pct(bank.required, own),
        usable_load_pct: share_pct(bank.required, usable),
        loss_kw: LOSSES.contains(&bank.service).then(|| grid_kw(bank)),
        ..node(basis, stage, volts, kw(basis.site, bank, bank.required))
    })
}

/// The hall's medium-voltage circuits, half of which carry the hall; their loss is not counted by the plan.
fn circuit(basis: &Basis, hall: &SiteHall) -> Option<PowerNode> {
    let (place, volts) = (hall.place(), basis.conditions.medium_voltage_kv * 1000.0);
    let transformers = basis.bank(&place, Service::Transformation)?;
    let meters = basis.bank(&place, Service::MediumVoltageCable)?.required;
    let circuits = (meters / hall.substation_distance_m).round();
    let load_kw = kw(basis.site, transformers, transformers.required) + grid_kw(transformers);
    let own = node(basis, PowerStage::MvCircuit, volts, load_kw);
    let each_kva = three_phase_kva(volts, basis.site.parameter(P::MediumVoltageCircuitA), 1.0);
    Some(PowerNode {
        units: circuits as u32,
        installed_load_pct: share_pct(own.load_kva, circuits * each_kva),
        usable_load_pct: share_pct(own.load_kva, circuits * each_kva / 2.0),
        ..own
    })
}

/// Whips and shelves carry the racks alone; half of them carry all where a side is out.
fn rack_node(basis: &Basis, load: &HallLoad, stage: PowerStage, volts: f64) -> PowerNode {
    let rack = &basis.site.target.rack;
    let each_kw = if stage == PowerStage::Shelf { rack.shelf_kw } else { whip_kw(basis, load, volts) };
    let feeds = f64::from(rack.feeds);
    PowerNode {
        units: load.racks * rack.feeds,
        installed_load_pct: each_kw.and_then(|kw| share_pct(rack.power_kw, kw * feeds)),
        usable_load_pct: each_kw.and_then(|kw| share_pct(rack.power_kw, kw * (feeds / 2.0).max(1.0))),
        ..node(basis, stage, volts, load.it_kw)
    }
}

/// What a whip carries continuously, kW.
fn whip_kw(basis: &Basis, load: &HallLoad, volts: f64) -> Option<f64> {
    let item = item(basis.site, basis.bank(&load.place(), Service::RackFeeds)?)?;
    let kva = three_phase_kva(volts, item.amps.as_ref()?.value, basis.site.parameter(P::ContinuousLoadPct) / 100.0);
    Some(kva * basis.site.parameter(P::PowerFactor))
}

fn share_pct(load: f64, capacity: f64) -> Option<f64> {
    (capacity > 0.0).then(|| 100.0 * load / capacity)
}
