//! What equipment draws of other services, carried up the power chain to the utility.

use std::collections::BTreeMap;

use crate::domain::plan::Draw;
use crate::domain::{Place, Service};
use crate::input::catalog::ParameterId as P;
use crate::requirements::cooling::{cold_buffer_m3_per_kw, warm_buffer_m3_per_kw};
use crate::requirements::power::{HIGHEST_MEDIUM_VOLTAGE_KV, fuel_l, generator_coverage_pct, ride_through_kwh};
use crate::validate::Site;

/// A node of the power chain; a load at one node loads every node above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Output of the racks' UPS.
    Critical,
    /// Output of the core's UPS.
    Core,
    /// Low-voltage boards, for the core: generators carry it in full.
    CoreBoards,
    /// Low-voltage boards.
    LowVoltage,
    /// Transformers to low voltage.
    Transformation,
    /// The site's medium-voltage bus.
    MediumVoltage,
    /// Power transformers.
    HighVoltage,
    /// The utility.
    Grid,
}

/// The node that the losses of a service's equipment load: the one above it.
pub fn loss_level(service: Service) -> Option<Level> {
    match service {
        Service::RackPower => Some(Level::Critical),
        Service::CriticalPower => Some(Level::LowVoltage),
        Service::CorePower => Some(Level::CoreBoards),
        Service::LowVoltagePower => Some(Level::Transformation),
        Service::Transformation => Some(Level::MediumVoltage),
        Service::MediumVoltage => Some(Level::HighVoltage),
        Service::HighVoltageTransformation => Some(Level::Grid),
        _ => None,
    }
}

/// Draws of one candidate, summed by place and service.
#[derive(Default)]
pub struct Draws(BTreeMap<(Place, Service), f64>);

impl Draws {
    /// Adds an amount of one service.
    pub fn add(&mut self, place: &Place, service: Service, amount: f64) {
        if amount != 0.0 {
            *self.0.entry((place.clone(), service)).or_default() += amount;
        }
    }

    /// Adds an electrical load of a hall (or of the site, from medium voltage up) at a node, kW, and all that it loads.
    pub fn electrical(&mut self, site: &Site, hall: &Place, kw: f64, level: Level) {
        let kva = kw / site.parameter(P::PowerFactor);
        if level <= Level::Core {
            let ups = if level == Level::Core { Service::CorePower } else { Service::CriticalPower };
            self.add(hall, ups, kw);
            self.add(hall, Service::RideThrough, ride_through_kwh(site, kw));
            self.add(hall, Service::UpsOutput, kva);
        }
        if level <= Level::LowVoltage {
            let core = matches!(level, Level::Core | Level::CoreBoards);
            let covered = kw * generator_coverage_pct(site, core) / 100.0;
            self.add(hall, Service::LowVoltagePower, kva);
            self.add(hall, Service::LowVoltageFeeders, kva);
            self.add(hall, Service::StandbyPower, covered);
            self.add(hall, Service::TransferSwitches, covered / site.parameter(P::PowerFactor));
            self.add(hall, Service::Fuel, fuel_l(site, covered));
        }
        if level <= Level::Transformation {
            self.add(hall, Service::Transformation, kva);
        }
        if level <= Level::MediumVoltage {
            self.add(&Place::Site, Service::MediumVoltage, kva);
        }
        if level <= Level::HighVoltage && site.utility.voltage_kv > HIGHEST_MEDIUM_VOLTAGE_KV {
            self.add(&Place::Site, Service::HighVoltageTransformation, kva);
        }
        self.add(&Place::Site, Service::GridImport, kw / 1000.0);
    }

    /// Adds heat to a hall's air, kW: the air side must take it and the cold water carry it.
    pub fn air_heat(&mut self, site: &Site, hall: &Place, kw: f64) {
        self.add(hall, Service::AirCooling, kw);
        self.add(hall, Service::ChilledCirculation, kw);
        self.chillers(site, hall, kw);
    }

    /// Adds heat that chillers must take, kW, and the buffer that bridges their restart.
    pub fn chillers(&mut self, site: &Site, hall: &Place, kw: f64) {
        self.add(hall, Service::ChilledWater, kw);
        self.add(hall, Service::ChilledBuffer, kw * cold_buffer_m3_per_kw(site));
    }

    /// Adds heat that the warm loop gives to the outdoor air, kW, and the buffer that bridges a restart.
    pub fn rejected(&mut self, site: &Site, hall: &Place, kw: f64) {
        self.add(hall, Service::HeatRejection, kw);
        self.add(hall, Service::ThermalBuffer, kw * warm_buffer_m3_per_kw(site));
    }

    /// The draws in order of place and service.
    pub fn list(self) -> Vec<Draw> {
        self.0.into_iter().map(|((place, service), amount)| Draw { service, place, amount }).collect()
    }
}
