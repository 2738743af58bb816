//! The energy study: uses of power on the design day, and a typical year of the plant that meets the outdoor air.

mod plant;

use std::collections::BTreeMap;

use super::Basis;
use super::equipment::{Machines, drawn_kw, machines};
use crate::domain::studies::EnergyStudy;
use crate::domain::studies::energy::{EnergyBin, EnergyUse, EnergyYear, PlantYear, UsePower};
use crate::domain::{Place, Service, Total};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::ClimateBin;
use crate::physics::energy::{annual_mean, pue, wue_l_per_kwh};
use crate::validate::site::Year;
use plant::Operation;

/// The services whose machines meet the outdoor air.
const OUTDOORS: [(Service, EnergyUse); 2] =
    [(Service::HeatRejection, EnergyUse::HeatRejection), (Service::ChilledWater, EnergyUse::ChilledWater)];

/// Power on the design day, and over the year where it is known.
pub fn study(basis: &Basis) -> EnergyStudy {
    let uses = design_kw(basis);
    let it_kw: f64 = uses.iter().filter(|(used_for, _)| used_for.is_it()).map(|(_, kw)| kw).total();
    let other_kw: Vec<f64> = uses.iter().filter(|(used_for, _)| !used_for.is_it()).map(|(_, kw)| *kw).collect();
    let groups = groups(basis);
    let year = basis.site.year.as_ref().map(|year| Simulation { basis, groups: &groups, year, it_kw, uses: &uses });
    let mean = |used_for| year.as_ref().map(|year| year.mean_kw(used_for));
    let row = |(&used_for, &design_kw): (&EnergyUse, &f64)| UsePower { used_for, design_kw, mean_kw: mean(used_for) };
    EnergyStudy {
        it_mw: it_kw / 1000.0,
        design_pue: pue(it_kw, &other_kw),
        uses: uses.iter().map(row).collect(),
        year: year.as_ref().map(Simulation::result),
    }
}

/// Power of each use on the design day, kW, as the plan's grid import counts it.
fn design_kw(basis: &Basis) -> BTreeMap<EnergyUse, f64> {
    let mut uses = BTreeMap::new();
    let mut add = |used_for, kw: f64| *uses.entry(used_for).or_insert(0.0) += kw;
    for load in basis.loads {
        add(EnergyUse::Racks, load.it_kw);
        add(EnergyUse::Network, load.network_kw);
        add(EnergyUse::House, load.it_kw * basis.site.parameter(P::HouseLoadPct) / 100.0);
    }
    basis.banks.iter().for_each(|bank| add(EnergyUse::of(bank.service), drawn_kw(bank)));
    uses.retain(|_, kw| *kw > 0.0);
    uses
}

/// Like machines with their place and what they are for.
struct Group {
    place: Place,
    service: Service,
    used_for: EnergyUse,
    machines: Machines,
}

fn groups(basis: &Basis) -> Vec<Group> {
    let mut groups = Vec::new();
    for load in basis.loads {
        for (service, used_for) in OUTDOORS {
            let machines = machines(basis, &load.place(), service);
            groups.extend(machines.into_iter().map(|machines| Group {
                place: load.place(),
                service,
                used_for,
                machines,
            }));
        }
    }
    groups
}

/// A year of full IT load.
struct Simulation<'a> {
    basis: &'a Basis<'a>,
    groups: &'a [Group],
    year: &'a Year,
    it_kw: f64,
    uses: &'a BTreeMap<EnergyUse, f64>,
}

impl Simulation<'_> {
    fn result(&self) -> EnergyYear {
        let load_factor_pct = self.basis.site.parameter(P::LoadFactorPct);
        let pue = self.mean(|bin| self.pue(bin));
        let water_l_per_h = self.mean(|bin| self.sum(bin, |hour| hour.water_l_per_h));
        let hours: f64 = self.year.bins.iter().map(|bin| bin.hours).sum();
        let it_mwh = self.it_kw / 1000.0 * hours * load_factor_pct / 100.0;
        EnergyYear {
            origin: self.year.origin.clone(),
            load_factor_pct,
            pue,
            wue_l_per_kwh: wue_l_per_kwh(water_l_per_h, self.it_kw),
            it_mwh,
            site_mwh: it_mwh * pue,
            water_m3: water_l_per_h / 1000.0 * hours * load_factor_pct / 100.0,
            bins: self.year.bins.iter().map(|bin| self.bin(bin)).collect(),
            plants: self.groups.iter().map(|group| self.plant(group, load_factor_pct)).collect(),
        }
    }

    fn mean(&self, value: impl Fn(&ClimateBin) -> f64) -> f64 {
        let bins: Vec<(f64, f64)> = self.year.bins.iter().map(|bin| (bin.hours, value(bin))).collect();
        annual_mean(&bins).expect("a year has hours")
    }

    fn operation(&self, group: &Group, bin: &ClimateBin) -> Operation {
        plant::operation(self.basis.site, self.basis.conditions, group.service, &group.machines, bin)
    }

    fn sum(&self, bin: &ClimateBin, value: impl Fn(&Operation) -> f64) -> f64 {
        self.groups.iter().fold(0.0, |sum, group| sum + value(&self.operation(group, bin)))
    }

    /// All but the plant outdoors stays as on the design day, losses of the power chain with it.
    fn pue(&self, bin: &ClimateBin) -> f64 {
        let outdoors = |used_for: &EnergyUse| OUTDOORS.iter().any(|(_, own)| own == used_for);
        let others = self.uses.iter().filter(|(used_for, _)| !used_for.is_it() && !outdoors(used_for));
        let constant_kw: f64 = others.map(|(_, kw)| kw).total();
        pue(self.it_kw, &[constant_kw, self.sum(bin, |hour| hour.kw)])
    }

    fn bin(&self, bin: &ClimateBin) -> EnergyBin {
        EnergyBin {
            dry_bulb_c: bin.dry_bulb_c,
            hours: bin.hours,
            plant_kw: self.sum(bin, |hour| hour.kw),
            pue: self.pue(bin),
            water_l_per_h: self.sum(bin, |hour| hour.water_l_per_h),
        }
    }

    fn mean_kw(&self, used_for: EnergyUse) -> f64 {
        let own: Vec<&Group> = self.groups.iter().filter(|group| group.used_for == used_for).collect();
        match own.is_empty() {
            true => self.uses[&used_for],
            false => own.iter().map(|group| self.mean(|bin| self.operation(group, bin).kw)).total(),
        }
    }

    fn plant(&self, group: &Group, load_factor_pct: f64) -> PlantYear {
        let over_year = |value: fn(&Operation) -> f64| {
            self.year.bins.iter().fold(0.0, |sum, bin| sum + bin.hours * value(&self.operation(group, bin)))
        };
        PlantYear {
            place: group.place.clone(),
            service: group.service,
            plant: group.machines.name.clone(),
            principle: group.machines.principle,
            heat_kw: group.machines.heat_kw,
            design_kw: group.machines.design_kw,
            mean_kw: self.mean(|bin| self.operation(group, bin).kw),
            wet_hours: over_year(|hour| if hour.water_l_per_h > 0.0 { 1.0 } else { 0.0 }),
            compressor_hours: over_year(|hour| if hour.compressors { 1.0 } else { 0.0 }),
            water_m3: over_year(|hour| hour.water_l_per_h) / 1000.0 * load_factor_pct / 100.0,
        }
    }
}
