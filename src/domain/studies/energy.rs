//! The energy study: what the site draws and evaporates beside its IT load, on the design day and over a year.

use serde::{Deserialize, Serialize};

use super::cooling::HeatRejectionPrinciple;
use crate::domain::{Place, Service};

/// What power is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EnergyUse {
    /// Racks.
    Racks,
    /// Network and storage beside them.
    Network,
    /// Lights, offices, ventilation of electrical rooms.
    House,
    /// Losses from the point of delivery to the racks' plugs.
    PowerChain,
    /// Pumps of the CDUs.
    CoolantPumps,
    /// Pumps of the facility water.
    FacilityPumps,
    /// Fans of the air side.
    AirSide,
    /// Coolers, towers and chillers of the warm loop.
    HeatRejection,
    /// Chillers of the cold loop.
    ChilledWater,
    /// Everything else.
    Other,
}

impl EnergyUse {
    /// All uses in the order of the reports.
    pub const ALL: [EnergyUse; 10] = [
        EnergyUse::Racks,
        EnergyUse::Network,
        EnergyUse::House,
        EnergyUse::PowerChain,
        EnergyUse::CoolantPumps,
        EnergyUse::FacilityPumps,
        EnergyUse::AirSide,
        EnergyUse::HeatRejection,
        EnergyUse::ChilledWater,
        EnergyUse::Other,
    ];

    /// The use that a service's equipment draws for.
    pub const fn of(service: Service) -> EnergyUse {
        match service {
            Service::RackPower
            | Service::CriticalPower
            | Service::CorePower
            | Service::LowVoltagePower
            | Service::Transformation
            | Service::MediumVoltage
            | Service::HighVoltageTransformation => EnergyUse::PowerChain,
            Service::LiquidCooling => EnergyUse::CoolantPumps,
            Service::FacilityWater | Service::ChilledCirculation => EnergyUse::FacilityPumps,
            Service::AirCooling => EnergyUse::AirSide,
            Service::HeatRejection => EnergyUse::HeatRejection,
            Service::ChilledWater => EnergyUse::ChilledWater,
            _ => EnergyUse::Other,
        }
    }

    /// Whether it is IT equipment by ISO/IEC 30134-2: compute, storage and network.
    pub const fn is_it(self) -> bool {
        matches!(self, EnergyUse::Racks | EnergyUse::Network)
    }
}

/// Power and water of the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyStudy {
    /// IT equipment: racks, network and storage, MW.
    pub it_mw: f64,
    /// Power usage effectiveness on the design day.
    pub design_pue: f64,
    /// Uses in their order, those of nothing left out.
    pub uses: Vec<UsePower>,
    /// The year; nothing where the facility gives neither bins nor a climate zone.
    pub year: Option<EnergyYear>,
}

/// Power of one use.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsePower {
    /// Which.
    pub used_for: EnergyUse,
    /// On the design day, kW.
    pub design_kw: f64,
    /// Mean of the year at full IT load, kW; nothing where no year is known.
    pub mean_kw: Option<f64>,
}

/// A typical year at full IT load; energy and water at the load factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyYear {
    /// Where the bins come from.
    pub origin: String,
    /// Mean IT load over the full one, percent.
    pub load_factor_pct: f64,
    /// Power usage effectiveness over the year.
    pub pue: f64,
    /// Water usage effectiveness, L per kWh of IT energy.
    pub wue_l_per_kwh: f64,
    /// Energy of the IT equipment, MWh.
    pub it_mwh: f64,
    /// Energy of the site, MWh.
    pub site_mwh: f64,
    /// Make-up water, m3.
    pub water_m3: f64,
    /// The year by outdoor temperature.
    pub bins: Vec<EnergyBin>,
    /// Each group of like machines that meets the outdoor air.
    pub plants: Vec<PlantYear>,
}

/// Hours near one outdoor temperature.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnergyBin {
    /// Dry bulb, C.
    pub dry_bulb_c: f64,
    /// Hours of the year.
    pub hours: f64,
    /// Plant that meets the outdoor air, kW.
    pub plant_kw: f64,
    /// Power usage effectiveness.
    pub pue: f64,
    /// Make-up water, L/h.
    pub water_l_per_h: f64,
}

/// A group of like machines that meets the outdoor air, over a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlantYear {
    /// The hall.
    pub place: Place,
    /// Heat rejection of the warm loop, or chilled water.
    pub service: Service,
    /// Item of the catalogs, or asset of the facility.
    pub plant: String,
    /// How it meets the air.
    pub principle: HeatRejectionPrinciple,
    /// Heat that it carries, kW.
    pub heat_kw: f64,
    /// What it draws on the design day, kW.
    pub design_kw: f64,
    /// Mean of the year at full IT load, kW.
    pub mean_kw: f64,
    /// Hours in which it evaporates water.
    pub wet_hours: f64,
    /// Hours in which its compressors run.
    pub compressor_hours: f64,
    /// Make-up water at the load factor, m3.
    pub water_m3: f64,
}
