//! Power blocks: equipment dealt to the low-voltage boards as evenly as it goes.

use super::fault::sets;
use super::{Basis, capacities, item, kept, units};
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::{BlockPart, PowerBlocks};
use crate::domain::{Policy, Service};
use crate::input::catalog::ConnectsAt;
use crate::physics::electrical::full_load_amps;
use crate::requirements::HallLoad;
use crate::validate::Site;

/// What hangs on a board; the core's UPS stands once for the hall.
const PARTS: &[Service] = &[
    Service::Transformation,
    Service::CriticalPower,
    Service::RideThrough,
    Service::StandbyPower,
    Service::TransferSwitches,
];

/// The blocks of a hall.
pub fn of(basis: &Basis, load: &HallLoad) -> Option<PowerBlocks> {
    let place = load.place();
    let bank = basis.bank(&place, Service::LowVoltagePower).filter(|bank| units(bank) > 0)?;
    let load_kva = bank.required / f64::from(in_service(bank).max(1));
    let parts = PARTS.iter().filter_map(|&service| basis.bank(&place, service));
    Some(PowerBlocks {
        boards: units(bank),
        load_kva,
        bus_a: full_load_amps(load_kva, basis.site.low_voltage_v(&place)),
        rating_a: rating_a(basis.site, bank),
        parts: parts
            .filter(|part| units(part) > 0 && on_low_voltage(basis, part))
            .map(|p| part(basis, bank, p))
            .collect(),
    })
}

/// Units that a board of the hall gets at most when so many are dealt.
pub fn most_per_board(basis: &Basis, load: &HallLoad, units_dealt: u32) -> f64 {
    let boards = basis.bank(&load.place(), Service::LowVoltagePower).map_or(0, units);
    f64::from(units_dealt.div_ceil(boards.max(1)))
}

/// Units left with the policy's failures taken.
fn in_service(bank: &BankPlan) -> u32 {
    let all = units(bank);
    let out = match bank.policy {
        Policy::NPlus(spares) => spares,
        Policy::TwoN | Policy::TwoNPlusOne => all / 2,
        Policy::Distributed(systems) => all.div_ceil(systems),
        Policy::Block(primaries) => all.div_ceil(primaries + 1),
    };
    all.saturating_sub(out)
}

fn rating_a(site: &Site, bank: &BankPlan) -> Option<f64> {
    let old = kept(site, bank).map(|asset| Some(asset.nameplate));
    let new = item(site, bank).map(|item| Some(item.amps.as_ref()?.value));
    let all: Option<Vec<f64>> = old.chain(new).collect();
    all?.into_iter().reduce(f64::min)
}

/// Sets on medium voltage stand on the site's bus, and nothing is transferred at the boards of such a hall.
fn on_low_voltage(basis: &Basis, part: &BankPlan) -> bool {
    if !matches!(part.service, Service::StandbyPower | Service::TransferSwitches) {
        return true;
    }
    let engines = basis.bank(&part.place, Service::StandbyPower);
    let on_bus = engines.and_then(|bank| item(basis.site, bank)?.connects_at) == Some(ConnectsAt::MediumVoltage);
    !on_bus
}

fn part(basis: &Basis, boards: &BankPlan, bank: &BankPlan) -> BlockPart {
    let (count, boards) = (units(bank), units(boards));
    let smallest = capacities(bank).into_iter().fold(f64::INFINITY, f64::min);
    let (least_units, most_units) = (count / boards, count.div_ceil(boards));
    BlockPart {
        service: bank.service,
        units: count,
        least_units,
        most_units,
        least_capacity: if least_units == 0 { 0.0 } else { f64::from(least_units) * smallest },
        share: bank.required / f64::from(boards),
        feeds_a: (bank.service == Service::StandbyPower).then(|| feeds_a(basis, bank, most_units)).flatten(),
    }
}

/// Rated current of so many of a bank's sets, A.
fn feeds_a(basis: &Basis, bank: &BankPlan, count: u32) -> Option<f64> {
    let volts = basis.site.low_voltage_v(&bank.place);
    let sets = sets(basis.site, Some(bank))?;
    Some(full_load_amps(sets.first()?.kva, volts) * f64::from(count))
}
