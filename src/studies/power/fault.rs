//! Fault levels in three modes: on the utility, on the generators, and on both during a closed transition.
//!
//! Bus ties are open: one transformer, the largest, feeds a board, and the generators of the fullest block feed it directly where
//! they stand on low voltage. Sets on medium voltage feed through the same transformer, those of all halls together. Candidates
//! are held against the strongest power transformer that the plan may have, so that no level on the utility is above theirs.

use super::{Basis, blocks, item, kept};
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::{FaultLevel, FaultPoint, FaultVerdict};
use crate::domain::{Place, Service, Total};
use crate::input::catalog::ConnectsAt;
use crate::physics::electrical::{
    fault_current_ka, full_load_amps, generator_kva, machine_fault_ka, three_phase_kva, total_fault_ka,
};
use crate::requirements::HallLoad;
use crate::requirements::power::HIGHEST_MEDIUM_VOLTAGE_KV;
use crate::validate::Site;

/// Equal generators of one bank with what a fault takes of them.
pub struct Sets {
    /// Where they feed in.
    pub at: ConnectsAt,
    /// Rated apparent power of one, kVA.
    pub kva: f64,
    units: f64,
    reactance_pu: f64,
}

impl Sets {
    /// What all sets feed into a fault on their own bus, MVA.
    fn fault_mva(&self) -> f64 {
        self.units * self.kva / 1000.0 / self.reactance_pu
    }
}

/// The sets of a bank; an empty list without any, nothing where it is not known where or how strongly they feed in.
pub fn sets(site: &Site, bank: Option<&BankPlan>) -> Option<Vec<Sets>> {
    let Some(bank) = bank else { return Some(Vec::new()) };
    if !bank.chosen.kept.is_empty() {
        return None;
    }
    let Some(item) = item(site, bank) else { return Some(Vec::new()) };
    Some(vec![Sets {
        at: item.connects_at?,
        kva: generator_kva(item.capacity.as_ref()?.value),
        units: bank.chosen.units,
        reactance_pu: item.subtransient_reactance_pct.as_ref()?.value / 100.0,
    }])
}

/// What all sets on the medium-voltage bus feed into a fault there, MVA.
fn medium_voltage_sets_mva(basis: &Basis) -> Option<f64> {
    let engines = |bank: &&BankPlan| matches!(bank.service, Service::StandbyPower | Service::OnSitePower);
    let banks = basis.banks.iter().filter(engines);
    let all: Option<Vec<Vec<Sets>>> = banks.map(|bank| sets(basis.site, Some(bank))).collect();
    Some(all?.iter().flatten().filter(|sets| sets.at == ConnectsAt::MediumVoltage).map(Sets::fault_mva).total())
}

/// The bus of the site.
pub fn medium_voltage(basis: &Basis) -> Option<FaultLevel> {
    let gear = basis.bank(&Place::Site, Service::MediumVoltage)?;
    let volts = basis.conditions.medium_voltage_kv * 1000.0;
    let bus_ka = |mva: f64| full_load_amps(mva * 1000.0, volts) / 1000.0;
    let (utility_ka, generators_ka) = (bus_mva(basis).map(bus_ka), medium_voltage_sets_mva(basis).map(bus_ka));
    let closed_ka = utility_ka.zip(generators_ka).map(|(utility, sets)| total_fault_ka(&[utility, sets]));
    let rating_ka = rating_ka(basis.site, gear);
    Some(level(FaultPoint::MvBus, volts, rating_ka, [utility_ka, generators_ka, closed_ka]))
}

/// What the utility feeds into a fault on the medium-voltage bus, MVA: behind transmission, through one power transformer.
fn bus_mva(basis: &Basis) -> Option<f64> {
    let (utility, volts) = (&basis.site.utility, basis.conditions.medium_voltage_kv * 1000.0);
    if utility.voltage_kv <= HIGHEST_MEDIUM_VOLTAGE_KV {
        return utility.fault_level_mva;
    }
    let bank = basis.bank(&Place::Site, Service::HighVoltageTransformation)?;
    let ka = through_transformer(basis.site, bank, volts, utility.fault_level_mva)?;
    Some(three_phase_kva(volts, ka, 1.0))
}

/// Boards, and what the static bypass joins to them without current limit.
pub fn levels(basis: &Basis, load: &HallLoad) -> Vec<FaultLevel> {
    let (place, volts) = (load.place(), basis.site.low_voltage_v(&load.place()));
    let currents = board_currents(basis, load, volts);
    let points = [
        (FaultPoint::LvBoard, Service::LowVoltagePower),
        (FaultPoint::UpsOutput, Service::UpsOutput),
        (FaultPoint::Busway, Service::RackPower),
    ];
    let banks = points.into_iter().filter_map(|(point, service)| Some((point, basis.bank(&place, service)?)));
    banks.map(|(point, bank)| level(point, volts, rating_ka(basis.site, bank), currents)).collect()
}

/// Fault current of a board on the utility, on generators, and on both, kA.
fn board_currents(basis: &Basis, load: &HallLoad, volts: f64) -> [Option<f64>; 3] {
    let place = load.place();
    let Some(transformers) = basis.bank(&place, Service::Transformation) else { return [None; 3] };
    let through = |source_mva: Option<f64>| through_transformer(basis.site, transformers, volts, source_mva);
    let source_mva = bus_mva(basis).or(basis.site.utility.fault_level_mva);
    let utility_ka = through(source_mva);
    let (Some(own_ka), Some(bus_mva)) = (block_sets_ka(basis, load, volts), medium_voltage_sets_mva(basis)) else {
        return [utility_ka, None, None];
    };
    // A board on sets of its own is cut off from the bus until the sources are put in parallel.
    let generators_ka = if own_ka > 0.0 || bus_mva == 0.0 { Some(own_ka) } else { through(Some(bus_mva)) };
    let both_ka = through(source_mva.map(|mva| mva + bus_mva)).map(|ka| total_fault_ka(&[ka, own_ka]));
    [utility_ka, generators_ka, both_ka]
}

/// What the low-voltage sets of the fullest block feed into their board, kA.
fn block_sets_ka(basis: &Basis, load: &HallLoad, volts: f64) -> Option<f64> {
    let bank = basis.bank(&load.place(), Service::StandbyPower);
    let of_block = |sets: &Sets| {
        let each_ka = machine_fault_ka(full_load_amps(sets.kva, volts), sets.reactance_pu);
        blocks::most_per_board(basis, load, sets.units as u32) * each_ka
    };
    let low = |sets: &&Sets| sets.at == ConnectsAt::LowVoltage;
    Some(sets(basis.site, bank)?.iter().filter(low).map(of_block).total())
}

/// Through the strongest of a bank's transformers; nothing where an impedance is not known.
fn through_transformer(site: &Site, bank: &BankPlan, volts: f64, source_mva: Option<f64>) -> Option<f64> {
    let old = kept(site, bank).map(|asset| Some((asset.nameplate, asset.impedance_pct?)));
    let new = item(site, bank).map(|item| Some((bank.chosen.unit_capacity, item.impedance_pct.as_ref()?.value)));
    let units: Option<Vec<(f64, f64)>> = old.chain(new).collect();
    let each = units?.into_iter().map(|(kva, pct)| fault_current_ka(kva, volts, pct, source_mva));
    each.reduce(f64::max)
}

/// The weakest rating of a bank's gear; nothing where one is not known.
fn rating_ka(site: &Site, bank: &BankPlan) -> Option<f64> {
    let old = kept(site, bank).map(|asset| asset.interrupting_rating_ka);
    let new = item(site, bank).map(|item| Some(item.interrupting_rating_ka.as_ref()?.value));
    let all: Option<Vec<f64>> = old.chain(new).collect();
    all?.into_iter().reduce(f64::min)
}

fn level(
    point: FaultPoint,
    volts: f64,
    rating_ka: Option<f64>,
    [utility_ka, generators_ka, closed_ka]: [Option<f64>; 3],
) -> FaultLevel {
    let verdict = FaultVerdict::Unknown;
    let level = FaultLevel { point, volts, rating_ka, utility_ka, generators_ka, closed_ka, verdict };
    FaultLevel { verdict: level.judged(), ..level }
}
