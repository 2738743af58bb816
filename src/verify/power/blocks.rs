//! Blocks, standby and swings.

use super::super::facts::Facts;
use super::super::report::Report;
use super::super::words::said;
use super::{amount, each, halls, new_item, optional};
use crate::domain::studies::power::{BlockPart, StandbyPlant};
use crate::domain::{Place, Policy, Service};
use crate::input::catalog::{ConnectsAt, ParameterId as P};
use crate::physics::electrical::{full_load_amps, generator_kva};
use crate::requirements::HallLoad;

/// Units dealt one by one to the boards.
pub fn blocks(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        let boards = facts.bank_of(&load.place(), Service::LowVoltagePower).map(|bank| each(bank).len()).unwrap_or(0);
        let Some(blocks) = &hall.blocks else {
            report.expect(boards == 0, &load.hall, || "has boards and no blocks".to_owned());
            continue;
        };
        let subject = format!("studies.power {} blocks", load.hall);
        report.equal(&subject, "the boards", blocks.boards.into(), boards as f64);
        let required = amount(facts, &load.place(), Service::LowVoltagePower);
        let running = boards - spares(facts.policy(Service::LowVoltagePower), boards).min(boards);
        report.equal(&subject, "the load of a block, kVA,", blocks.load_kva, required / running.max(1) as f64);
        let bus_a = full_load_amps(blocks.load_kva, facts.low_voltage_v(&load.place()));
        report.equal(&subject, "the current of a block, A,", blocks.bus_a, bus_a);
        optional(
            report,
            &subject,
            "the rating of the smallest board, A,",
            blocks.rating_a,
            smallest_board_a(facts, load),
        );
        blocks.parts.iter().for_each(|part| dealt(facts, report, load, boards, part));
    }
}

fn spares(policy: Policy, units: usize) -> usize {
    match policy {
        Policy::NPlus(spares) => spares as usize,
        Policy::TwoN | Policy::TwoNPlusOne => units / 2,
        Policy::Distributed(systems) => units.div_ceil(systems as usize),
        Policy::Block(primaries) => units.div_ceil(primaries as usize + 1),
    }
}

fn smallest_board_a(facts: &Facts, load: &HallLoad) -> Option<f64> {
    let bank = facts.bank_of(&load.place(), Service::LowVoltagePower)?;
    let new = new_item(facts, bank).map(|item| item.amps.as_ref().map(|figure| figure.value));
    let find = |id: &String| facts.site.assets.iter().find(|asset| asset.id == *id);
    let old = bank.chosen.kept.iter().map(|kept| Some(find(&kept.asset)?.nameplate));
    let all: Option<Vec<f64>> = old.chain(new).collect();
    all?.into_iter().reduce(f64::min)
}

fn dealt(facts: &Facts, report: &mut Report, load: &HallLoad, boards: usize, part: &BlockPart) {
    let subject = format!("studies.power {} {}", load.hall, part.service);
    let Some(bank) = facts.bank_of(&load.place(), part.service) else { return report.wrong(&subject, "has no bank") };
    let units = each(bank);
    let mut hands = vec![0_u32; boards.max(1)];
    (0..units.len()).for_each(|unit| hands[unit % boards.max(1)] += 1);
    let (least, most) = (hands.iter().min().copied().unwrap_or(0), hands.iter().max().copied().unwrap_or(0));
    let found = (units.len() as u32, least, most);
    let claimed = (part.units, part.least_units, part.most_units);
    report.expect(claimed == found, &subject, || {
        format!("units, and the least and the most of a block, are {} and should be {}", said(&claimed), said(&found))
    });
    let smallest = units.iter().copied().reduce(f64::min).unwrap_or(0.0);
    report.equal(&subject, "what the least block has", part.least_capacity, f64::from(least) * smallest);
    let share = amount(facts, &load.place(), part.service) / boards as f64;
    report.equal(&subject, "the share of a block", part.share, share);
    let sets = new_item(facts, bank).filter(|item| {
        let known = item.connects_at.is_some() && item.subtransient_reactance_pct.is_some();
        part.service == Service::StandbyPower && bank.chosen.kept.is_empty() && known
    });
    let set_a = sets.and_then(|item| {
        let kva = generator_kva(item.capacity.as_ref()?.value);
        Some(full_load_amps(kva, facts.low_voltage_v(&load.place())) * f64::from(most))
    });
    optional(report, &subject, "the current of the fullest block's sets, A,", part.feeds_a, set_a);
}

/// Generators with their fuel, and the swing of the load.
pub fn standby(facts: &Facts, report: &mut Report) {
    for (load, hall) in halls(facts, report) {
        let bank = facts.bank_of(&load.place(), Service::StandbyPower).filter(|bank| !each(bank).is_empty());
        match (&hall.standby, bank) {
            (Some(claimed), Some(_)) => plant(facts, report, load, claimed),
            (None, None) => {}
            _ => report.wrong(&load.hall, "generators without a study, or the reverse"),
        }
    }
    swing(facts, report);
}

fn plant(facts: &Facts, report: &mut Report, load: &HallLoad, claimed: &StandbyPlant) {
    let (place, subject) = (load.place(), format!("studies.power {} standby", load.hall));
    let units = |service| facts.bank_of(&place, service).map(each).unwrap_or_default();
    let sets = units(Service::StandbyPower);
    let required_kw = amount(facts, &place, Service::StandbyPower);
    report.equal(&subject, "the sets", claimed.sets.into(), sets.len() as f64);
    report.equal(&subject, "the load, kW,", claimed.required_kw, required_kw);
    report.equal(&subject, "the power of all sets, kW,", claimed.installed_kw, sets.iter().sum());
    report.equal(&subject, "the power without the largest set, kW,", claimed.largest_out_kw, largest_out(&sets));
    let item = facts.bank_of(&place, Service::StandbyPower).and_then(|bank| Some((bank, new_item(facts, bank)?)));
    let share = item.and_then(|(bank, item)| Some(bank.chosen.unit_capacity / item.capacity.as_ref()?.value * 100.0));
    optional(report, &subject, "the part of the nameplate, %,", claimed.site_share_pct, share);
    let at = item.and_then(|(_, item)| item.connects_at);
    let on_bus = at.map(|at| at == ConnectsAt::MediumVoltage);
    report.expect(claimed.on_medium_voltage == on_bus, &subject, || "the sets feed in elsewhere".to_owned());
    let kv = facts.conditions.medium_voltage_kv;
    let made = item.map(|(_, item)| item.voltages_kv.clone()).unwrap_or_default();
    let foreign = on_bus == Some(true) && made.iter().all(|own| (own - kv).abs() > 0.03 * kv);
    let steps = if foreign { made } else { Vec::new() };
    report.expect(claimed.step_up_from_kv == steps, &subject, || {
        format!("steps up from {} kV and should from {} kV", said(&claimed.step_up_from_kv), said(&steps))
    });
    let burn = required_kw * facts.site.parameter(P::FuelLPerKwh);
    report.equal(&subject, "the fuel burned, L/h,", claimed.burn_l_per_h, burn);
    let tanks = units(Service::Fuel);
    report.equal(&subject, "the tanks", claimed.tanks.into(), tanks.len() as f64);
    report.equal(&subject, "the hours of full tanks", claimed.hours_full * burn, largest_out(&tanks));
    let filled = facts.bank_of(&place, Service::FuelFill).map_or(0.0, |bank| bank.chosen.usable);
    let all: f64 = tanks.iter().sum();
    // A fill beyond the tanks stays outside.
    let left = if all > 0.0 { filled.min(all) / all * largest_out(&tanks) } else { 0.0 };
    report.equal(&subject, "the hours of the first fill", claimed.hours_filled * burn, left);
    report.equal(&subject, "the hours asked for", claimed.hours_asked, facts.site.target.fuel_hours);
}

fn largest_out(units: &[f64]) -> f64 {
    let mut sorted = units.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.pop();
    sorted.iter().sum()
}

fn swing(facts: &Facts, report: &mut Report) {
    let (swing, target, subject) = (&facts.plan.studies.power.swing, &facts.site.target, "studies.power.swing");
    let racks_mw: f64 = facts.loads.iter().map(|load| f64::from(load.racks) * target.rack.power_kw / 1000.0).sum();
    report.equal(subject, "the racks' power, MW,", swing.racks_mw, racks_mw);
    report.equal(subject, "the swing, %,", swing.swing_pct, target.load_swing_pct);
    report.equal(subject, "the smoothing in the rack, %,", swing.smoothing_pct, target.rack.smoothing_pct);
    let unsmoothed = racks_mw * target.load_swing_pct / 100.0;
    report.equal(
        subject,
        "the swing, MW,",
        swing.swing_mw,
        unsmoothed - unsmoothed * target.rack.smoothing_pct / 100.0,
    );
    let storage = facts.bank_of(&Place::Site, Service::LoadSmoothing).map_or(0.0, |bank| bank.chosen.usable);
    report.equal(subject, "the storage, MW,", swing.storage_mw, storage);
    optional(report, subject, "the utility's limit, MW,", swing.limit_mw, facts.site.utility.swing_limit_mw);
}
