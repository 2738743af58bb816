//! Blocks: what stands on the low-voltage boards goes round them.

use super::facts::Facts;
use super::failure::least_left;
use super::report::Report;
use super::words::said;
use crate::domain::plan::BankPlan;
use crate::domain::{Policy, Service};
use crate::input::catalog::{ConnectsAt, ParameterId as P};
use crate::requirements::HallLoad;

/// In every hall each board has as many sets, UPS modules and switches as carry its share, and bears their current.
pub fn boards(facts: &Facts, report: &mut Report) {
    for bank in &facts.plan.banks {
        let claimed = bank.chosen.on_boards.map(|on| f64::from(on.units));
        let found = on_boards(facts, bank).map(|on| on.units);
        report.expect(claimed == found, &bank.id, || {
            format!("the units on boards are {} and should be {}", said(&claimed), said(&found))
        });
    }
    for load in &facts.loads {
        for service in [Service::CriticalPower, Service::StandbyPower, Service::TransferSwitches] {
            let partly = facts.site.target.generator_coverage_pct < 100.0 && service != Service::CriticalPower;
            if !partly {
                dealt(facts, load, service, report);
            }
        }
    }
}

/// Units on low voltage with the smallest capacity and the current that counts.
struct Units {
    units: f64,
    capacity: f64,
    amps: f64,
}

fn dealt(facts: &Facts, load: &HallLoad, service: Service, report: &mut Report) {
    let boards = facts.bank_of(&load.place(), Service::LowVoltagePower).and_then(|bank| on_boards(facts, bank));
    let Some(bank) = facts.bank_of(&load.place(), service) else { return };
    let (Some(boards), Some(units)) = (boards, on_boards(facts, bank)) else { return };
    let ones = vec![1.0; boards.units as usize];
    let carrying = least_left(&ones, facts.policy(Service::LowVoltagePower));
    if bank.required <= 0.0 || carrying < 1.0 {
        return;
    }
    let each = units.units / boards.units;
    report.expect(each.fract() == 0.0, &bank.id, || format!("{each} units for each of {} boards", boards.units));
    let held_back = carrying >= boards.units && facts.policy(service) != Policy::NPlus(0);
    let carries = (each - if held_back { 1.0 } else { 0.0 }) * units.capacity;
    report.at_least(&bank.id, "what each board's units carry", carries, bank.required / carrying);
    report.at_most(&bank.id, "the current on each board, A,", each * units.amps, boards.amps);
}

fn on_boards(facts: &Facts, bank: &BankPlan) -> Option<Units> {
    let all: Vec<Units> = kept(facts, bank).chain(new(facts, bank)).collect();
    let least = |of: fn(&Units) -> f64| all.iter().map(of).reduce(f64::min);
    let amps = match bank.service {
        Service::LowVoltagePower => least(|units| units.amps),
        _ => all.iter().map(|units| units.amps).reduce(f64::max),
    };
    Some(Units { units: all.iter().map(|u| u.units).sum(), capacity: least(|units| units.capacity)?, amps: amps? })
}

fn kept<'a>(facts: &'a Facts, bank: &'a BankPlan) -> impl Iterator<Item = Units> + 'a {
    let here = stands_on_boards(facts, bank);
    bank.chosen.kept.iter().filter(move |_| here).filter_map(|kept| {
        let asset = facts.site.assets.iter().find(|asset| asset.id == kept.asset)?;
        let amps = amps(facts, bank, asset.nameplate);
        Some(Units { units: kept.units.into(), capacity: kept.unit_capacity, amps })
    })
}

fn new(facts: &Facts, bank: &BankPlan) -> Option<Units> {
    let item = facts.item(&bank.chosen).filter(|_| stands_on_boards(facts, bank))?;
    let nameplate = item.amps.as_ref().or(item.capacity.as_ref())?.value;
    let chosen = &bank.chosen;
    Some(Units { units: chosen.units, capacity: chosen.unit_capacity, amps: amps(facts, bank, nameplate) })
}

/// Boards themselves, and what feeds or hangs on them; sets on medium voltage do not.
fn stands_on_boards(facts: &Facts, bank: &BankPlan) -> bool {
    let item = facts.item(&bank.chosen);
    match bank.service {
        Service::StandbyPower => item.is_none_or(|item| item.connects_at != Some(ConnectsAt::MediumVoltage)),
        Service::LowVoltagePower | Service::CriticalPower | Service::TransferSwitches => true,
        _ => false,
    }
}

/// Amperes as they are; kW of sets at a power factor of 0.8, of UPS at that of the load.
fn amps(facts: &Facts, bank: &BankPlan, nameplate: f64) -> f64 {
    let per_kva = 1000.0 / (3f64.sqrt() * facts.low_voltage_v(&bank.place));
    match bank.service {
        Service::StandbyPower => nameplate / 0.8 * per_kva,
        Service::CriticalPower => nameplate / facts.site.parameter(P::PowerFactor) * per_kva,
        _ => nameplate,
    }
}
