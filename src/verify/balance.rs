//! The balance of the loads that run: each hall from the rack outward, the site as the sum of its halls.
//!
//! Losses and running units depend on the load, and the load on them: rounds are made from the fixed demands up until
//! nothing changes. What comes out is the least that the plan's amounts may claim.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::moves;
use crate::domain::plan::BankPlan;
use crate::domain::{Place, Policy, Service};
use crate::gap::rating::reused_loss;
use crate::input::catalog::{Figure, FootprintIn, HeatRejectionPrinciple, ParameterId as P};
use crate::requirements::rack_flow::fluid;
use crate::requirements::{HallLoad, bank_id};

/// Rounds after which the balance is taken as it is; loads settle to a billionth in about ten.
const ROUNDS: usize = 40;

type Demands = BTreeMap<String, f64>;

/// What actual loads demand of each requirement, by its id.
pub fn demands(facts: &Facts) -> Demands {
    let mut demands: Demands = facts.demands.iter().map(|demand| (demand.id(), demand.amount)).collect();
    for _ in 0..ROUNDS {
        let next = round(facts, &demands);
        if next == demands {
            break;
        }
        demands = next;
    }
    demands
}

fn round(facts: &Facts, before: &Demands) -> Demands {
    let mut next = before.clone();
    let mut put = |place: &Place, service: Service, amount: f64| {
        // Only what is required at all: without a transmission connection there are no power transformers.
        if let Some(demand) = next.get_mut(&bank_id(place, service)) {
            *demand = amount;
        }
    };
    let (mut primary_kw, mut yard_m2, mut water_m3) = (0.0, 0.0, 0.0);
    for load in &facts.loads {
        let hall = Hall::of(facts, before, load);
        hall.demands(facts, load).into_iter().for_each(|(service, amount)| put(&load.place(), service, amount));
        primary_kw += hall.transformer_kw + hall.transformer_loss_kw;
        yard_m2 += hall.plant.outdoor_m2;
        water_m3 += hall.plant.water_m3;
    }
    let plant = Plant::of(facts, before, &Place::Site);
    let medium_kw = primary_kw + plant.total(&plant.critical_kw) + plant.total(&plant.mechanical_kw);
    let high_kw = medium_kw + loss_kw(facts, &Place::Site, Service::MediumVoltage, medium_kw);
    let grid_kw = high_kw + loss_kw(facts, &Place::Site, Service::HighVoltageTransformation, high_kw);
    let power_factor = facts.site.parameter(P::PowerFactor);
    put(&Place::Site, Service::MediumVoltage, medium_kw / power_factor);
    put(&Place::Site, Service::HighVoltageTransformation, high_kw / power_factor);
    put(&Place::Site, Service::GridImport, grid_kw / 1000.0);
    put(&Place::Site, Service::Yard, yard_m2 + plant.outdoor_m2);
    put(&Place::Site, Service::MakeUpWater, water_m3 + plant.water_m3);
    next
}

/// One hall's loads at each node of the power chain, kW, and its plant.
struct Hall {
    plant: Plant,
    busway_loss_kw: f64,
    critical_kw: f64,
    ups_loss_kw: f64,
    core_kw: f64,
    core_loss_kw: f64,
    board_kw: f64,
    board_loss_kw: f64,
    transformer_kw: f64,
    transformer_loss_kw: f64,
    house_kw: f64,
}

impl Hall {
    fn of(facts: &Facts, before: &Demands, load: &HallLoad) -> Hall {
        let place = load.place();
        let loss = |service, kw| loss_kw(facts, &place, service, kw);
        let plant = Plant::of(facts, before, &place);
        let house_kw = load.it_kw * facts.site.parameter(P::HouseLoadPct) / 100.0;
        let busway_loss_kw = loss(Service::RackPower, load.it_kw + load.network_kw);
        let critical_kw = load.it_kw + busway_loss_kw;
        let ups_loss_kw = loss(Service::CriticalPower, critical_kw);
        let core_kw = load.network_kw + plant.total(&plant.critical_kw);
        let core_loss_kw = loss(Service::CorePower, core_kw);
        let on_ups_kw = critical_kw + ups_loss_kw + core_kw + core_loss_kw;
        let board_kw = on_ups_kw + house_kw + plant.total(&plant.mechanical_kw);
        let board_loss_kw = loss(Service::LowVoltagePower, board_kw);
        let transformer_kw = board_kw + board_loss_kw;
        let transformer_loss_kw = loss(Service::Transformation, transformer_kw);
        Hall {
            plant,
            busway_loss_kw,
            critical_kw,
            ups_loss_kw,
            core_kw,
            core_loss_kw,
            board_kw,
            board_loss_kw,
            transformer_kw,
            transformer_loss_kw,
            house_kw,
        }
    }

    /// Power as loaded; heat as it goes to the coolant and the air; floor as plant takes it.
    fn demands(&self, facts: &Facts, load: &HallLoad) -> Vec<(Service, f64)> {
        let (site, power_factor) = (facts.site, facts.site.parameter(P::PowerFactor));
        let core_kw = self.core_kw + self.core_loss_kw;
        // Racks and their plant are covered in part; the core in full, wherever there is a generator at all.
        let coverage = site.target.generator_coverage_pct / 100.0;
        let standby_kw = (self.board_kw - core_kw) * coverage + if coverage > 0.0 { core_kw } else { 0.0 };
        let fuel_l = standby_kw * site.target.fuel_hours * site.parameter(P::FuelLPerKwh);
        let losses_kw = self.busway_loss_kw + self.ups_loss_kw + self.core_loss_kw + self.board_loss_kw;
        let air_kw = load.air_kw + load.network_kw + self.house_kw + losses_kw;
        let cdu_kw = self.plant.shaft_kw(Service::LiquidCooling);
        let pumps_kw = self.plant.shaft_kw(Service::FacilityWater);
        let cold_pumps_kw = self.plant.shaft_kw(Service::ChilledCirculation);
        let rejected_kw = load.liquid_kw + cdu_kw + pumps_kw;
        let warm_k = (site.target.rack.max_coolant_supply_c - site.target.rack.coolant_supply_c).max(1.0);
        let cold_k = site.parameter(P::ChilledWaterRiseLimitK);
        let per_kw = |minutes: P, rise_k: f64| site.parameter(minutes) * 60.0 / (rise_k * filling(facts, load));
        let (warm_m3, cold_m3) = (per_kw(warm_restart(facts, load), warm_k), per_kw(P::ChillerRestartMinutes, cold_k));
        let fans_kw = self.plant.shaft_kw(Service::AirCooling);
        let racks = f64::from(load.racks + load.network_racks);
        let floor_m2 = racks * site.target.rack.floor_m2 * (1.0 + site.parameter(P::GraySpacePct) / 100.0);
        let ups_kw = self.critical_kw + self.core_kw;
        vec![
            (Service::CriticalPower, self.critical_kw),
            (Service::CorePower, self.core_kw),
            (Service::RideThrough, ups_kw * site.target.ride_through_minutes / 60.0),
            (Service::UpsOutput, ups_kw / power_factor),
            (Service::LowVoltagePower, self.board_kw / power_factor),
            (Service::LowVoltageFeeders, self.board_kw / power_factor),
            (Service::StandbyPower, standby_kw),
            (Service::TransferSwitches, standby_kw / power_factor),
            (Service::Fuel, fuel_l),
            (Service::FuelFill, self.plant.tanks_l),
            (Service::Transformation, self.transformer_kw / power_factor),
            (Service::LiquidCooling, load.liquid_kw),
            (Service::FacilityWater, load.liquid_kw + cdu_kw),
            (Service::ChilledCirculation, air_kw + fans_kw),
            (Service::HeatRejection, rejected_kw),
            (Service::ThermalBuffer, rejected_kw * warm_m3),
            (Service::ChilledBuffer, (air_kw + fans_kw + cold_pumps_kw) * cold_m3),
            (Service::AirCooling, air_kw),
            (Service::ChilledWater, air_kw + fans_kw + cold_pumps_kw),
            (Service::WhiteSpace, floor_m2 + self.plant.indoor_m2),
            (Service::Envelope, floor_m2 + self.plant.indoor_m2),
        ]
    }
}

/// What must restart in the warm loop: compressors take longer than fans.
pub fn warm_restart(facts: &Facts, load: &HallLoad) -> P {
    let bank = facts.bank_of(&load.place(), Service::HeatRejection);
    let rating = bank.and_then(|bank| facts.item(&bank.chosen)).and_then(|item| item.heat_rejection.as_ref());
    match rating.map(|rating| rating.principle) {
        Some(HeatRejectionPrinciple::Chiller) => P::ChillerRestartMinutes,
        _ => P::CoolerRestartMinutes,
    }
}

/// Heat capacity of what a hall's facility loops are filled with, kJ/(m3 K).
fn filling(facts: &Facts, load: &HallLoad) -> f64 {
    let bank = facts.bank_of(&load.place(), Service::FacilityFill);
    let id = bank.and_then(|bank| facts.item(&bank.chosen)).and_then(|item| item.coolant.as_deref()).unwrap_or("water");
    let row = fluid(&facts.site.catalog.coolants[id], facts.site.target.rack.coolant_supply_c);
    row.density_kg_per_m3 * row.heat_capacity_kj_per_kg_k
}

/// What the chosen equipment of one place draws while it carries the demand, and what ground it takes.
#[derive(Default)]
struct Plant {
    /// On UPS, by the service of the bank, kW.
    critical_kw: BTreeMap<Service, f64>,
    /// Not on UPS, by the service of the bank, kW.
    mechanical_kw: BTreeMap<Service, f64>,
    /// All fuel tanks, full, L.
    tanks_l: f64,
    water_m3: f64,
    indoor_m2: f64,
    outdoor_m2: f64,
}

impl Plant {
    fn of(facts: &Facts, before: &Demands, place: &Place) -> Plant {
        let mut plant = Plant::default();
        for bank in facts.plan.banks.iter().filter(|bank| bank.place == *place) {
            if bank.service == Service::Fuel {
                plant.tanks_l += kept_capacity(bank) + bank.chosen.units * bank.chosen.unit_capacity;
            }
            plant.add_new(facts, before, bank);
            plant.add_kept(facts, bank);
            plant.indoor_m2 += moves::footprint_m2(facts, &bank.chosen, FootprintIn::Hall);
            plant.outdoor_m2 += moves::footprint_m2(facts, &bank.chosen, FootprintIn::Yard);
        }
        plant
    }

    fn add_new(&mut self, facts: &Facts, before: &Demands, bank: &BankPlan) {
        let Some(item) = facts.item(&bank.chosen) else { return };
        let value = |figure: &Option<Figure>| figure.as_ref().map_or(0.0, |figure| figure.value);
        let running = running_units(facts, bank, before.get(&bank.id).copied().unwrap_or_default());
        *self.critical_kw.entry(bank.service).or_default() += running * value(&item.critical_kw);
        *self.mechanical_kw.entry(bank.service).or_default() += running * value(&item.mechanical_kw);
        self.water_m3 += running * value(&item.water_m3_per_day);
        let footprint_m2 = bank.chosen.units * value(&item.footprint_m2);
        match item.footprint_in {
            Some(FootprintIn::Hall) => self.indoor_m2 += footprint_m2,
            Some(FootprintIn::Yard) => self.outdoor_m2 += footprint_m2,
            None => {}
        }
    }

    /// Fans of coolers that are kept.
    fn add_kept(&mut self, facts: &Facts, bank: &BankPlan) {
        if bank.service == Service::HeatRejection {
            let share = facts.site.parameter(P::ReusedCoolingPowerPct) / 100.0;
            *self.mechanical_kw.entry(bank.service).or_default() += kept_capacity(bank) * share;
        }
    }

    fn total(&self, by_service: &BTreeMap<Service, f64>) -> f64 {
        by_service.values().sum()
    }

    /// Power of the bank's pumps or fans, which ends as heat in what they move, kW.
    fn shaft_kw(&self, service: Service) -> f64 {
        self.critical_kw.get(&service).unwrap_or(&0.0) + self.mechanical_kw.get(&service).unwrap_or(&0.0)
    }
}

/// New units that run: all without redundancy, else as many as carry what the kept ones do not.
fn running_units(facts: &Facts, bank: &BankPlan, demand: f64) -> f64 {
    let chosen = &bank.chosen;
    if facts.policy(bank.service) == Policy::NPlus(0) || chosen.unit_capacity <= 0.0 {
        return chosen.units;
    }
    let needed = (demand - kept_capacity(bank)).max(0.0) / chosen.unit_capacity;
    // A unit that would carry a billionth is noise.
    (needed - 1e-9).ceil().clamp(0.0, chosen.units.max(0.0))
}

fn kept_capacity(bank: &BankPlan) -> f64 {
    bank.chosen.kept.iter().map(|kept| f64::from(kept.units) * kept.unit_capacity).sum()
}

/// What a bank of the power chain loses while it carries a load, which kept and new units share by their capacity.
fn loss_kw(facts: &Facts, place: &Place, service: Service, load_kw: f64) -> f64 {
    let Some(bank) = facts.bank_of(place, service) else { return 0.0 };
    let reused = reused_loss(service);
    let new_pct = facts.item(&bank.chosen).and_then(|item| Some(item.loss_pct.as_ref()?.value)).unwrap_or(0.0);
    let (kept, new) = (kept_capacity(bank), bank.chosen.units * bank.chosen.unit_capacity);
    let pct = (kept * facts.site.parameter(reused) + new * new_pct) / (kept + new).max(f64::MIN_POSITIVE);
    load_kw * pct / 100.0
}
