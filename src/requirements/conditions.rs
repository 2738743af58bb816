//! The conditions that ratings are held against: the temperature chain of the design day and the voltages of the site.

use crate::domain::plan::TemperatureNode;
use crate::input::catalog::{HeatRejectionPrinciple, ParameterId as P};
use crate::input::facility::AssetKind;
use crate::physics::thermal::adiabatic_air_c;
use crate::requirements::RackFlow;
use crate::requirements::power::HIGHEST_MEDIUM_VOLTAGE_KV;
use crate::validate::Site;

/// Chilled-water supply of the air side, C: catalogs rate fan walls and CRAHs with water of 18 to 20 C.
pub const CHILLED_WATER_C: f64 = 20.0;

/// Medium voltage of a site whose files do not show one, kV: the usual collector voltage behind a transmission connection.
const USUAL_MEDIUM_VOLTAGE_KV: f64 = 34.5;

/// Temperatures and voltages of the site.
#[derive(Clone, Debug, PartialEq)]
pub struct Conditions {
    /// Facility water that CDUs need, C.
    pub facility_water_c: f64,
    /// Air at dry coils on the design day, recirculation included, C.
    pub dry_air_c: f64,
    /// The same behind wetted pads, C.
    pub adiabatic_air_c: f64,
    /// Wet bulb at towers, recirculation included, C.
    pub wet_bulb_c: f64,
    /// Voltage of the site's medium-voltage bus, kV.
    pub medium_voltage_kv: f64,
}

impl Conditions {
    /// The conditions of a site and its target.
    pub fn of(site: &Site) -> Conditions {
        let recirculation = site.parameter(P::RecirculationK);
        let dry_air_c = site.climate.design_dry_bulb_c + recirculation;
        let wet_bulb_c = site.climate.wet_plant_bulb_c() + recirculation;
        let effectiveness = site.parameter(P::AdiabaticEffectivenessPct) / 100.0;
        Conditions {
            facility_water_c: warm_water_c(site),
            dry_air_c,
            adiabatic_air_c: adiabatic_air_c(dry_air_c, wet_bulb_c, effectiveness),
            wet_bulb_c,
            medium_voltage_kv: medium_voltage_kv(site),
        }
    }

    /// The air that a principle of heat rejection works against, C.
    pub fn air_c(&self, principle: HeatRejectionPrinciple) -> f64 {
        match principle {
            HeatRejectionPrinciple::Dry | HeatRejectionPrinciple::Chiller => self.dry_air_c,
            HeatRejectionPrinciple::Adiabatic => self.adiabatic_air_c,
            HeatRejectionPrinciple::Evaporative => self.wet_bulb_c,
        }
    }

    /// The chain from the design day to the rack, as a reader follows it; to the air handlers where no coolant reaches racks.
    pub fn chain(&self, site: &Site) -> Vec<TemperatureNode> {
        let chain = self.outdoors(site).into_iter();
        match site.target.rack.liquid_share_pct {
            0.0 => chain.chain(self.to_air_handlers()).collect(),
            _ => chain.chain(self.to_racks(site)).collect(),
        }
    }

    fn outdoors(&self, site: &Site) -> Vec<TemperatureNode> {
        let recirculation = format!("{} K of recirculation", site.parameter(P::RecirculationK));
        let pads = format!("pads at {} % effectiveness", site.parameter(P::AdiabaticEffectivenessPct));
        let climate = &site.climate;
        let evaporation = climate.evaporation_wet_bulb_c;
        let given = |name, celsius| node(name, celsius, "facility, climate");
        let day = [
            given("Design day, dry bulb", climate.design_dry_bulb_c),
            given("Design day, wet bulb", climate.design_wet_bulb_c),
        ];
        let plant = [
            node("Air at dry coils", self.dry_air_c, recirculation),
            node("Air behind wetted pads", self.adiabatic_air_c, pads),
        ];
        let evaporation = evaporation.map(|celsius| given("Design wet bulb for evaporation", celsius));
        day.into_iter().chain(evaporation).chain(plant).collect()
    }

    fn to_air_handlers(&self) -> [TemperatureNode; 1] {
        [node("Chilled water to air handlers", CHILLED_WATER_C, "water at which catalogs rate air handlers")]
    }

    fn to_racks(&self, site: &Site) -> [TemperatureNode; 4] {
        let rack = &site.target.rack;
        let approach = format!("{} K CDU approach", site.parameter(P::CduApproachK));
        [
            node("Facility water to the CDUs", self.facility_water_c, "coolant supply less the CDU approach"),
            node("Coolant to the racks", rack.coolant_supply_c, approach),
            node("Warmest coolant the rack accepts", rack.max_coolant_supply_c, "target, rack"),
            node("Coolant from the racks", RackFlow::of(site).return_c, "heat balance at the rack's flow"),
        ]
    }
}

/// Water of the warm loop to the CDUs, C.
pub fn warm_water_c(site: &Site) -> f64 {
    site.target.rack.coolant_supply_c - site.parameter(P::CduApproachK)
}

fn node(name: &str, celsius: f64, because: impl Into<String>) -> TemperatureNode {
    TemperatureNode { name: name.to_owned(), celsius, because: because.into() }
}

/// The delivery voltage where it is medium voltage already; else that of existing gear; else the usual collector voltage.
pub fn medium_voltage_kv(site: &Site) -> f64 {
    if site.utility.voltage_kv <= HIGHEST_MEDIUM_VOLTAGE_KV {
        return site.utility.voltage_kv;
    }
    let on_medium_voltage = |kind: AssetKind| matches!(kind, AssetKind::MvSwitchgear | AssetKind::PowerTransformer);
    let existing = site.assets.iter().filter(|asset| on_medium_voltage(asset.kind)).find_map(|asset| asset.voltage_v);
    existing.map_or(USUAL_MEDIUM_VOLTAGE_KV, |volts| volts / 1000.0)
}
