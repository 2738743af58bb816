//! The services: things that are needed in a place and supplied there, each with one unit.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a service is required: in every hall, or once for the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Each hall has its own requirement and its own bank.
    Hall,
    /// One requirement and one bank for the whole site.
    Site,
}

/// The trade a service belongs to; costs are grouped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum System {
    /// From the utility to the rack's plug.
    Power,
    /// From the cold plate to the outdoor air.
    Cooling,
    /// Floor, envelope, fit-out, fire.
    Building,
    /// Fiber routes, meet-me rooms, cluster cabling.
    Network,
    /// Building management, metering and security.
    Controls,
}

impl System {
    /// The name in files.
    pub const fn id(self) -> &'static str {
        match self {
            System::Power => "power",
            System::Cooling => "cooling",
            System::Building => "building",
            System::Network => "network",
            System::Controls => "controls",
        }
    }

    /// The heading of the system in a report.
    pub const fn label(self) -> &'static str {
        match self {
            System::Power => "Power",
            System::Cooling => "Cooling",
            System::Building => "Building",
            System::Network => "Network",
            System::Controls => "Controls and security",
        }
    }
}

/// One row of the table of services.
#[derive(Clone, Copy, Debug)]
pub struct ServiceInfo {
    /// The name in files: snake case.
    pub id: &'static str,
    /// The name in reports.
    pub label: &'static str,
    /// The unit of requirement and capacity.
    pub unit: &'static str,
    /// Hall or site.
    pub scope: Scope,
    /// The trade.
    pub system: System,
}

/// Declares the enum and its table in one place, so that neither can lack a row.
macro_rules! services {
    ($($variant:ident $id:literal $label:literal $unit:literal $scope:ident $system:ident: $doc:literal;)*) => {
        /// A thing that is needed and supplied, with a unit and a place.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Service { $(#[doc = $doc] $variant,)* }

        impl Service {
            /// Every service, in the order of the reports.
            pub const ALL: &'static [Service] = &[$(Service::$variant,)*];

            /// The service's row in the table.
            pub const fn info(self) -> ServiceInfo {
                match self {
                    $(Service::$variant => ServiceInfo {
                        id: $id, label: $label, unit: $unit, scope: Scope::$scope, system: System::$system,
                    },)*
                }
            }
        }
    };
}

services! {
    // Power, from the rack up to the utility.
    RackPower "rack_power" "Rack power (busway)" "kW" Hall Power: "Power at the racks' tap boxes, kW, each feed good for the whole rack.";
    RackFeeds "rack_feeds" "Rack feeds (whips)" "feeds" Hall Power: "Plugged feeds from busway to power shelves.";
    CriticalPower "critical_power" "Rack (UPS) power" "kW" Hall Power: "UPS output, kW, for the racks.";
    CorePower "core_power" "Core (UPS) power" "kW" Hall Power: "UPS output, kW, for what must outlive the racks: network, storage, coolant and facility-water pumps.";
    RideThrough "ride_through" "Ride-through energy" "kWh" Hall Power: "Energy delivered at the UPS output until generators carry the load, kWh.";
    UpsOutput "ups_output" "UPS output boards" "kVA" Hall Power: "Boards between UPS and busway, kVA continuous.";
    LowVoltageFeeders "low_voltage_feeders" "Low-voltage feeders" "kVA" Hall Power: "Cable and tray between boards, UPS and busway, by kVA carried.";
    LowVoltagePower "low_voltage_power" "Low-voltage power" "kVA" Hall Power: "Main low-voltage boards, kVA continuous.";
    Transformation "transformation" "Transformation (MV/LV)" "kVA" Hall Power: "Medium to low voltage, kVA continuous.";
    StandbyPower "standby_power" "Standby power" "kW" Hall Power: "Generator power for the covered part of the load, kW electrical.";
    TransferSwitches "transfer_switches" "Transfer switches" "kVA" Hall Power: "Transfer between utility and generators, kVA continuous.";
    Fuel "fuel" "Standby fuel" "L" Hall Power: "Fuel held for the required hours, liters.";
    FuelFill "fuel_fill" "First fill of fuel" "L" Hall Power: "Diesel for the first fill of the tanks, liters.";
    MediumVoltageCable "medium_voltage_cable" "Medium-voltage cable" "m" Hall Power: "Circuits in duct bank from the site's bus to the hall, meters of circuit.";
    MediumVoltage "medium_voltage" "Medium-voltage distribution" "kVA" Site Power: "Medium-voltage switchgear, kVA continuous.";
    HighVoltageTransformation "high_voltage_transformation" "High-voltage transformation" "kVA" Site Power: "Transmission to medium voltage, kVA.";
    GridImport "grid_import" "Grid import" "MW" Site Power: "Firm power from the utility, MW.";
    OnSitePower "on_site_power" "On-site gas power" "MW" Site Power: "Gas engines that carry what the grid does not, MW.";
    LoadSmoothing "load_smoothing" "Load smoothing" "MW" Site Power: "Storage that takes the swings of training load beyond what the utility accepts, MW.";
    Grounding "grounding" "Grounding and lightning protection" "MW" Site Power: "Earthing and surge protection, by IT MW.";
    // Cooling, from the cold plate out to the air.
    LiquidCooling "liquid_cooling" "Liquid cooling (CDUs)" "kW" Hall Cooling: "Heat taken from the technology water, kW, at the required flow.";
    TechnologyWater "technology_water" "Technology-water headers" "kW" Hall Cooling: "Stainless headers between CDUs and racks, by kW of liquid heat.";
    RackBranches "rack_branches" "Rack coolant branches" "racks" Hall Cooling: "Branch, valves, hoses and leak detection of each rack.";
    CoolantFill "coolant_fill" "Coolant fill" "m3" Hall Cooling: "Treated coolant in the technology loop, m3.";
    AirCooling "air_cooling" "Air cooling" "kW" Hall Cooling: "Heat that liquid does not take, plus electrical rooms, kW sensible.";
    ChilledWater "chilled_water" "Chilled water (air side)" "kW" Hall Cooling: "Cold water for the air side at the design day, kW.";
    FacilityWater "facility_water" "Facility-water circulation" "kW" Hall Cooling: "Pumps of the warm facility-water loop, on UPS, by kW of heat carried.";
    ChilledCirculation "chilled_circulation" "Chilled-water circulation" "kW" Hall Cooling: "Pumps of the chilled loop, on UPS, by kW of heat carried.";
    FacilityPiping "facility_piping" "Facility-water piping" "kW" Hall Cooling: "Mains, valves and insulation, by kW of heat carried.";
    FacilityFill "facility_fill" "Facility-water fill" "m3" Hall Cooling: "Treated water, with antifreeze where it freezes, in the facility loops, m3.";
    ThermalBuffer "thermal_buffer" "Warm-water buffer" "m3" Hall Cooling: "Water that bridges the restart of heat rejection, m3.";
    ChilledBuffer "chilled_buffer" "Chilled-water buffer" "m3" Hall Cooling: "Water that bridges the restart of chillers, m3.";
    WaterTreatment "water_treatment" "Water treatment" "loops" Hall Cooling: "Filtration, dosing, expansion and degassing of a loop.";
    HeatRejection "heat_rejection" "Heat rejection" "kW" Hall Cooling: "Heat of the warm loop given to the outdoor air on the design day, kW.";
    MakeUpWater "make_up_water" "Make-up water" "m3/day" Site Cooling: "Water evaporated or blown down on the design day, m3 a day.";
    // Building.
    WhiteSpace "white_space" "White space" "m2" Hall Building: "Enclosed floor for racks, aisles, CDUs and gray space, m2.";
    FloorRating "floor_rating" "Floor rating" "m2" Hall Building: "Rack floor that bears the racks' load, m2.";
    StructuralSteel "structural_steel" "Structural steel" "t" Hall Building: "Dunnage, pipe racks and roof reinforcement, metric tons.";
    Envelope "envelope" "Envelope" "m2" Hall Building: "Closed, insulated floor area, m2.";
    FitOut "fit_out" "White-space fit-out" "kW" Hall Building: "Partitions, rooms, lighting, finishes, by IT kW.";
    Demolition "demolition" "Demolition" "m2" Hall Building: "Strip-out of mining racks, fan walls and feeders, m2.";
    Containment "containment" "Aisle containment" "racks" Hall Building: "Hot-aisle containment, by rack.";
    Anchorage "anchorage" "Rack anchorage" "racks" Hall Building: "Seismic anchorage, by rack.";
    FireProtection "fire_protection" "Fire protection" "m2" Hall Building: "Aspirating detection, pre-action and clean agent, m2 protected.";
    Yard "yard" "Equipment yard" "m2" Site Building: "Outdoor area for plant with its clearances, m2.";
    AcousticScreen "acoustic_screen" "Acoustic screen" "m" Site Building: "Barrier around plant where neighbors are near, meters.";
    // Network.
    FiberRoutes "fiber_routes" "Diverse dark-fiber routes" "routes" Site Network: "Routes within the round-trip limit that share no segment.";
    FiberEntrances "fiber_entrances" "Fiber entrances" "entrances" Site Network: "Physically separate entrances into the site.";
    MeetMeRooms "meet_me_rooms" "Meet-me rooms" "rooms" Site Network: "Rooms where carriers hand over.";
    LineSystems "line_systems" "Optical line systems" "pairs" Site Network: "Amplified line terminals, by fiber pair lit.";
    Wavelengths "wavelengths" "Wavelengths" "waves" Site Network: "Coherent 400G wavelengths lit for the required capacity, both ends.";
    ClusterCabling "cluster_cabling" "Cluster cabling" "racks" Hall Network: "Structured fiber between racks and fabric, by rack.";
    // Controls and security.
    Controls "controls" "Controls (BMS, EPMS, DCIM)" "kW" Hall Controls: "Monitoring and control, by IT kW.";
    Security "security" "Physical security" "kW" Hall Controls: "Access control, cameras, mantraps, by IT kW.";
}

impl Service {
    /// Whether halls that fit within what the site has of it may go live before more is built: the supply of power, whose new
    /// part is connected beside the old.
    pub const fn grows_in_phases(self) -> bool {
        matches!(self, Service::MediumVoltage | Service::HighVoltageTransformation | Service::GridImport)
    }

    /// Whether it is supplied by units of which one may stand by; floor, pipe and allowances by size have none to spare.
    pub const fn can_be_redundant(self) -> bool {
        matches!(
            self,
            Service::RackPower
                | Service::RackFeeds
                | Service::CriticalPower
                | Service::CorePower
                | Service::RideThrough
                | Service::UpsOutput
                | Service::TransferSwitches
                | Service::OnSitePower
                | Service::LoadSmoothing
                | Service::LowVoltagePower
                | Service::Transformation
                | Service::StandbyPower
                | Service::Fuel
                | Service::MediumVoltage
                | Service::HighVoltageTransformation
                | Service::LiquidCooling
                | Service::AirCooling
                | Service::ChilledWater
                | Service::FacilityWater
                | Service::ChilledCirculation
                | Service::WaterTreatment
                | Service::HeatRejection
        )
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.info().id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_in_files_is_the_id() {
        for &service in Service::ALL {
            assert_eq!(serde_json::to_value(service).unwrap(), service.info().id);
        }
    }
}
