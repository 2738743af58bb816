//! Fault levels of all points in all modes.

use super::super::facts::Facts;
use super::super::report::Report;
use super::super::words::said;
use super::{each, halls, new_item, optional};
use crate::domain::plan::BankPlan;
use crate::domain::studies::power::{FaultLevel, FaultPoint, FaultVerdict};
use crate::domain::{Place, Service};
use crate::input::catalog::ConnectsAt;
use crate::physics::electrical::{fault_current_ka, full_load_amps, generator_kva, machine_fault_ka};
use crate::requirements::HallLoad;
use crate::requirements::power::HIGHEST_MEDIUM_VOLTAGE_KV;
use crate::validate::SiteAsset;

/// Every point: contributions, rating, verdict.
pub fn levels(facts: &Facts, report: &mut Report) {
    let bus_sets_mva = bus_sets_mva(facts);
    medium_voltage(facts, report, bus_sets_mva);
    for (load, hall) in halls(facts, report) {
        let points: Vec<FaultPoint> = hall.fault_levels.iter().map(|level| level.point).collect();
        let expected = [FaultPoint::LvBoard, FaultPoint::UpsOutput, FaultPoint::Busway];
        report.expect(points == expected, &load.hall, || {
            format!("has the points {} and should have {}", said(&points), said(&expected))
        });
        let currents = currents(facts, load, bus_sets_mva);
        for level in &hall.fault_levels {
            let service = match level.point {
                FaultPoint::UpsOutput => Service::UpsOutput,
                FaultPoint::Busway => Service::RackPower,
                _ => Service::LowVoltagePower,
            };
            let rating = facts.bank_of(&load.place(), service).and_then(|bank| rating_ka(facts, bank));
            level_of(report, &load.hall, level, facts.low_voltage_v(&load.place()), rating, currents);
        }
    }
}

fn level_of(
    report: &mut Report,
    place: &str,
    level: &FaultLevel,
    volts: f64,
    rating: Option<f64>,
    found: [Option<f64>; 3],
) {
    let subject = format!("studies.power {place} {}", level.point.label());
    report.equal(&subject, "the voltage", level.volts, volts);
    optional(report, &subject, "the rating, kA,", level.rating_ka, rating);
    optional(report, &subject, "the utility's fault current, kA,", level.utility_ka, found[0]);
    optional(report, &subject, "the generators' fault current, kA,", level.generators_ka, found[1]);
    optional(report, &subject, "the fault current of both, kA,", level.closed_ka, found[2]);
    let above = |ka: Option<f64>| ka.zip(level.rating_ka).is_some_and(|(ka, rating)| ka > rating);
    let verdict = if above(level.utility_ka) || above(level.generators_ka) {
        FaultVerdict::Exceeded
    } else if above(level.closed_ka) {
        FaultVerdict::OpenTransition
    } else if level.rating_ka.is_none() || level.utility_ka.is_none() || level.generators_ka.is_none() {
        FaultVerdict::Unknown
    } else {
        FaultVerdict::Within
    };
    report.expect(level.verdict == verdict, &subject, || {
        format!("the verdict is {} and should be {}", said(&level.verdict), said(&verdict))
    });
}

fn medium_voltage(facts: &Facts, report: &mut Report, sets_mva: Option<f64>) {
    let gear = facts.bank_of(&Place::Site, Service::MediumVoltage);
    let (Some(gear), Some(level)) = (gear, &facts.plan.studies.power.medium_voltage) else {
        let neither = gear.is_none() && facts.plan.studies.power.medium_voltage.is_none();
        return report.expect(neither, "studies.power", || "a bus without its fault level, or the reverse".to_owned());
    };
    let volts = facts.conditions.medium_voltage_kv * 1000.0;
    let amps = |mva: f64| mva * 1000.0 / (3f64.sqrt() * volts);
    let from_utility = behind_transmission_ka(facts).or_else(|| own_mva(facts).map(amps));
    let from_sets = sets_mva.map(amps);
    let both = from_utility.and_then(|utility| Some(utility + from_sets?));
    level_of(report, "site", level, volts, rating_ka(facts, gear), [from_utility, from_sets, both]);
}

/// The utility's fault level, MVA, where it delivers medium voltage itself.
fn own_mva(facts: &Facts) -> Option<f64> {
    facts.site.utility.fault_level_mva.filter(|_| facts.site.utility.voltage_kv <= HIGHEST_MEDIUM_VOLTAGE_KV)
}

/// On the bus behind one power transformer, kA.
fn behind_transmission_ka(facts: &Facts) -> Option<f64> {
    let (utility, volts) = (&facts.site.utility, facts.conditions.medium_voltage_kv * 1000.0);
    let bank = facts.bank_of(&Place::Site, Service::HighVoltageTransformation)?;
    strongest_ka(facts, bank, volts, utility.fault_level_mva).filter(|_| utility.voltage_kv > HIGHEST_MEDIUM_VOLTAGE_KV)
}

/// At the boards of a hall: utility, generators, both.
fn currents(facts: &Facts, load: &HallLoad, bus_sets_mva: Option<f64>) -> [Option<f64>; 3] {
    let place = load.place();
    let bus_mva_of = |ka: f64| 3f64.sqrt() * facts.conditions.medium_voltage_kv * ka;
    let source_mva = behind_transmission_ka(facts).map(bus_mva_of).or(facts.site.utility.fault_level_mva);
    let volts = facts.low_voltage_v(&place);
    let Some(transformers) = facts.bank_of(&place, Service::Transformation) else { return [None; 3] };
    let behind = |mva: Option<f64>| strongest_ka(facts, transformers, volts, mva);
    let utility = behind(source_mva);
    let engines = facts.bank_of(&place, Service::StandbyPower).map_or(Some(None), |bank| machine(facts, bank));
    let (Some(machine), Some(bus_mva)) = (engines, bus_sets_mva) else { return [utility, None, None] };
    let boards = facts.bank_of(&place, Service::LowVoltagePower).map_or(1, |bank| each(bank).len().max(1));
    let own = machine.filter(|machine| machine.at == ConnectsAt::LowVoltage).map_or(0.0, |machine| {
        let fullest = (machine.sets as usize).div_ceil(boards) as f64;
        fullest * machine_fault_ka(full_load_amps(machine.kva, volts), machine.reactance_pu)
    });
    let generators = if own > 0.0 {
        Some(own)
    } else if bus_mva > 0.0 {
        behind(Some(bus_mva))
    } else {
        Some(0.0)
    };
    let both = match source_mva {
        Some(mva) => behind(Some(mva + bus_mva)),
        None => behind(None),
    };
    [utility, generators, both.map(|ka| ka + own)]
}

/// Equal sets of a bank.
struct Machine {
    at: ConnectsAt,
    sets: f64,
    kva: f64,
    reactance_pu: f64,
}

/// The sets of a bank: none, some, or (the outer nothing) some that are not known well enough.
fn machine(facts: &Facts, bank: &BankPlan) -> Option<Option<Machine>> {
    if !bank.chosen.kept.is_empty() {
        return None;
    }
    let Some(item) = new_item(facts, bank) else { return Some(None) };
    Some(Some(Machine {
        at: item.connects_at?,
        sets: bank.chosen.units,
        kva: generator_kva(item.capacity.as_ref()?.value),
        reactance_pu: item.subtransient_reactance_pct.as_ref()?.value / 100.0,
    }))
}

fn bus_sets_mva(facts: &Facts) -> Option<f64> {
    let mut sum_mva = 0.0;
    for bank in &facts.plan.banks {
        if !matches!(bank.service, Service::StandbyPower | Service::OnSitePower) {
            continue;
        }
        if let Some(machine) = machine(facts, bank)?.filter(|machine| machine.at == ConnectsAt::MediumVoltage) {
            sum_mva += machine.sets * machine.kva / machine.reactance_pu / 1000.0;
        }
    }
    Some(sum_mva)
}

fn strongest_ka(facts: &Facts, bank: &BankPlan, volts: f64, source_mva: Option<f64>) -> Option<f64> {
    let mut strongest: Option<f64> = None;
    let new =
        new_item(facts, bank).map(|item| (bank.chosen.unit_capacity, item.impedance_pct.as_ref().map(|z| z.value)));
    for (kva, impedance) in assets(facts, bank).map(|asset| (asset.nameplate, asset.impedance_pct)).chain(new) {
        let ka = fault_current_ka(kva, volts, impedance?, source_mva);
        strongest = Some(strongest.map_or(ka, |most| most.max(ka)));
    }
    strongest
}

fn rating_ka(facts: &Facts, bank: &BankPlan) -> Option<f64> {
    let mut weakest: Option<f64> = None;
    let new = new_item(facts, bank).map(|item| item.interrupting_rating_ka.as_ref().map(|figure| figure.value));
    for rating in assets(facts, bank).map(|asset| asset.interrupting_rating_ka).chain(new) {
        weakest = Some(weakest.map_or(rating?, |least| least.min(rating.unwrap_or(f64::NAN))));
        rating?;
    }
    weakest
}

fn assets<'a>(facts: &'a Facts, bank: &'a BankPlan) -> impl Iterator<Item = &'a SiteAsset> {
    bank.chosen.kept.iter().filter_map(|kept| facts.site.assets.iter().find(|asset| asset.id == kept.asset))
}
