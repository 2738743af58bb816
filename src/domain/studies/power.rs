//! The power study: the one-line diagram in numbers, currents of the racks' feeds, fault levels, power blocks, standby, and the
//! swings that the utility sees. All loads are those of the design day, as the plan's banks are sized for them.

use serde::{Deserialize, Serialize};

use crate::domain::{Policy, Service};

/// Power of the whole site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerStudy {
    /// From the IT load to the utility.
    pub balance: PowerBalance,
    /// Nodes that serve all halls, from the utility inward.
    pub nodes: Vec<PowerNode>,
    /// Fault level of the medium-voltage bus; nothing where no gear stands there.
    pub medium_voltage: Option<FaultLevel>,
    /// Each converted hall.
    pub halls: Vec<HallPower>,
    /// What the utility sees of training steps.
    pub swing: LoadSwing,
}

/// Where the power drawn on the design day goes, kW. The first five sum to the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerBalance {
    /// Racks at their plugs.
    pub racks_kw: f64,
    /// Network and storage.
    pub network_kw: f64,
    /// Lights, offices, ventilation of electrical rooms.
    pub house_kw: f64,
    /// Cooling and other plant.
    pub plant_kw: f64,
    /// Losses of all stages of the power chain.
    pub losses_kw: f64,
    /// Drawn from the grid.
    pub grid_kw: f64,
}

/// Power of one hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallPower {
    /// Id in the facility.
    pub hall: String,
    /// Nodes from the hall's medium-voltage circuit to the power shelves.
    pub nodes: Vec<PowerNode>,
    /// Currents of busway and whips; nothing where their ratings are not known.
    pub feeds: Option<RackFeeding>,
    /// Fault levels from the boards to the busway.
    pub fault_levels: Vec<FaultLevel>,
    /// Boards with what hangs on each; nothing where the hall has no boards.
    pub blocks: Option<PowerBlocks>,
    /// Generators and their fuel; nothing where none is planned.
    pub standby: Option<StandbyPlant>,
}

/// A stage of the power chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PowerStage {
    /// Point of delivery.
    Utility,
    /// Transmission to medium voltage.
    HvTransformer,
    /// Medium-voltage bus and switchgear.
    MvSwitchgear,
    /// Circuits from the bus to the hall.
    MvCircuit,
    /// Medium to low voltage.
    Transformer,
    /// Main low-voltage boards.
    LvBoard,
    /// Transfer between utility and generators.
    TransferSwitch,
    /// UPS of the racks.
    RackUps,
    /// UPS of network, storage and pumps.
    CoreUps,
    /// Boards between UPS and busway.
    UpsOutput,
    /// Busway over the racks.
    Busway,
    /// Plugged feeds.
    Whip,
    /// Power shelves in the racks.
    Shelf,
}

impl PowerStage {
    /// The name in reports.
    pub const fn label(self) -> &'static str {
        match self {
            PowerStage::Utility => "Utility",
            PowerStage::HvTransformer => "High-voltage transformer",
            PowerStage::MvSwitchgear => "Medium-voltage switchgear",
            PowerStage::MvCircuit => "Medium-voltage circuit",
            PowerStage::Transformer => "Transformer",
            PowerStage::LvBoard => "Low-voltage board",
            PowerStage::TransferSwitch => "Transfer switch",
            PowerStage::RackUps => "Rack UPS",
            PowerStage::CoreUps => "Core UPS",
            PowerStage::UpsOutput => "UPS output board",
            PowerStage::Busway => "Busway",
            PowerStage::Whip => "Whip",
            PowerStage::Shelf => "Power shelf",
        }
    }

    /// The service whose bank it is, where it is one.
    pub const fn service(self) -> Option<Service> {
        match self {
            PowerStage::Utility => Some(Service::GridImport),
            PowerStage::HvTransformer => Some(Service::HighVoltageTransformation),
            PowerStage::MvSwitchgear => Some(Service::MediumVoltage),
            PowerStage::MvCircuit => Some(Service::MediumVoltageCable),
            PowerStage::Transformer => Some(Service::Transformation),
            PowerStage::LvBoard => Some(Service::LowVoltagePower),
            PowerStage::TransferSwitch => Some(Service::TransferSwitches),
            PowerStage::RackUps => Some(Service::CriticalPower),
            PowerStage::CoreUps => Some(Service::CorePower),
            PowerStage::UpsOutput => Some(Service::UpsOutput),
            PowerStage::Busway => Some(Service::RackPower),
            PowerStage::Whip => Some(Service::RackFeeds),
            PowerStage::Shelf => None,
        }
    }
}

/// A node of the one-line diagram, all its units together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerNode {
    /// Which.
    pub stage: PowerStage,
    /// Line-to-line voltage on the side of the load, V; at the shelf its input.
    pub volts: f64,
    /// Carried, its own loss not included, kW.
    pub load_kw: f64,
    /// The same at the power factor of the load, kVA.
    pub load_kva: f64,
    /// Line current of that, all units together, A.
    pub amps: f64,
    /// Units installed.
    pub units: u32,
    /// Redundancy; nothing where the site or the rack sets it.
    pub policy: Option<Policy>,
    /// Load over the capacity of all units, percent.
    pub installed_load_pct: Option<f64>,
    /// Load over what is left with the policy's failures taken, percent.
    pub usable_load_pct: Option<f64>,
    /// Loss of the stage as planned, kW; nothing where the plan counts none.
    pub loss_kw: Option<f64>,
}

/// How the racks are fed: voltage window, and currents of one busway run and one whip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RackFeeding {
    /// Line-to-line voltage of the hall, V.
    pub volts: f64,
    /// Lowest voltage that the rack accepts, V.
    pub min_volts: f64,
    /// Highest voltage that the rack accepts, V.
    pub max_volts: f64,
    /// Power of one rack at its plugs, kW.
    pub rack_kw: f64,
    /// Its highest power for seconds, kW.
    pub peak_kw: Option<f64>,
    /// What its power shelves give on the feeds of one side, kW.
    pub one_side_shelves_kw: Option<f64>,
    /// Busway runs, both sides.
    pub runs: u32,
    /// Racks that one run feeds by its current.
    pub racks_per_run: u32,
    /// One run with all its racks.
    pub run: FeedCurrent,
    /// Feeds of one rack, both sides.
    pub feeds_per_rack: u32,
    /// One whip, with the shelf behind it.
    pub whip: FeedCurrent,
}

/// Currents of one feed, A.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedCurrent {
    /// Nameplate.
    pub rating_a: f64,
    /// What may flow continuously.
    pub continuous_a: f64,
    /// Both sides in service.
    pub normal_a: f64,
    /// The other side out.
    pub one_side_a: f64,
    /// Rating that this asks for at 125 %.
    pub design_a: f64,
    /// The other side out and the racks at their peak.
    pub peak_a: Option<f64>,
}

/// A place where a fault is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultPoint {
    /// The site's medium-voltage bus.
    MvBus,
    /// Main low-voltage boards.
    LvBoard,
    /// Boards behind the UPS, on static bypass.
    UpsOutput,
    /// Busway, fed through the same bypass.
    Busway,
}

impl FaultPoint {
    /// The name in reports.
    pub const fn label(self) -> &'static str {
        match self {
            FaultPoint::MvBus => "Medium-voltage bus",
            FaultPoint::LvBoard => "Low-voltage board",
            FaultPoint::UpsOutput => "UPS output board",
            FaultPoint::Busway => "Busway",
        }
    }
}

/// Symmetrical fault current of the first cycles at one point, kA. Cables are left out; motors behind drives feed nothing back
/// and motors directly on line are not known, so that none is counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaultLevel {
    /// Where.
    pub point: FaultPoint,
    /// Line-to-line voltage, V.
    pub volts: f64,
    /// The weakest gear's rating.
    pub rating_ka: Option<f64>,
    /// From the utility through one transformer, the largest.
    pub utility_ka: Option<f64>,
    /// From the generators that can feed the point; nothing where their reactance is not known.
    pub generators_ka: Option<f64>,
    /// Both in parallel, as during a closed transition.
    pub closed_ka: Option<f64>,
    /// What follows.
    pub verdict: FaultVerdict,
}

/// What a fault level means for the gear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultVerdict {
    /// Interrupted in every mode.
    Within,
    /// Interrupted on either source, not on both: open transition, or an interlock.
    OpenTransition,
    /// Above the rating on one source alone.
    Exceeded,
    /// A rating or a contribution is not known.
    Unknown,
}

impl FaultLevel {
    /// The verdict that follows from the figures.
    pub fn judged(&self) -> FaultVerdict {
        let above = |ka: Option<f64>| self.rating_ka.is_some_and(|rating| ka.is_some_and(|ka| ka > rating));
        let all_known = [self.rating_ka, self.utility_ka, self.generators_ka].iter().all(Option::is_some);
        match () {
            () if above(self.utility_ka) || above(self.generators_ka) => FaultVerdict::Exceeded,
            () if above(self.closed_ka) => FaultVerdict::OpenTransition,
            () if all_known => FaultVerdict::Within,
            () => FaultVerdict::Unknown,
        }
    }
}

/// Equipment dealt to the low-voltage boards: one block is one board with what hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerBlocks {
    /// Boards, spares included.
    pub boards: u32,
    /// Load of a block with the spare boards out, kVA.
    pub load_kva: f64,
    /// Its current on the bus, A.
    pub bus_a: f64,
    /// Rating of the smallest board, A; nothing where it is not known.
    pub rating_a: Option<f64>,
    /// What hangs on the boards.
    pub parts: Vec<BlockPart>,
}

/// Units of one kind dealt to the blocks as evenly as they go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockPart {
    /// What they supply.
    pub service: Service,
    /// Units in all.
    pub units: u32,
    /// Units of the least block.
    pub least_units: u32,
    /// Units of the fullest block.
    pub most_units: u32,
    /// What the least block's units supply, in the service's unit.
    pub least_capacity: f64,
    /// A block's even share of the hall's requirement, in the service's unit.
    pub share: f64,
    /// Current that the fullest block's units can feed into its bus, A: generators.
    pub feeds_a: Option<f64>,
}

/// Generators of a hall and their fuel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandbyPlant {
    /// Sets installed.
    pub sets: u32,
    /// Where they feed in: medium voltage, low voltage, or not known.
    pub on_medium_voltage: Option<bool>,
    /// Voltages for which they can be had, where these leave out the site's bus, kV: step-up transformers are needed.
    pub step_up_from_kv: Vec<f64>,
    /// Redundancy.
    pub policy: Policy,
    /// Load they carry, kW.
    pub required_kw: f64,
    /// All sets at the site's height and design day, kW.
    pub installed_kw: f64,
    /// The same without the largest set, kW.
    pub largest_out_kw: f64,
    /// Part of the nameplate that a new set gives here, percent.
    pub site_share_pct: Option<f64>,
    /// Fuel burned at that load, L/h.
    pub burn_l_per_h: f64,
    /// Tanks.
    pub tanks: u32,
    /// Hours that full tanks last with the largest out of service.
    pub hours_full: f64,
    /// Hours that the first fill lasts, spread over all tanks, with the largest out of service.
    pub hours_filled: f64,
    /// Hours asked for.
    pub hours_asked: f64,
}

/// Swings of synchronized load, as the utility sees them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoadSwing {
    /// Power of all racks, MW.
    pub racks_mw: f64,
    /// Part of it that swings, percent.
    pub swing_pct: f64,
    /// Part of the swing that storage in the racks takes, percent.
    pub smoothing_pct: f64,
    /// Swing at the racks' plugs, MW.
    pub swing_mw: f64,
    /// What storage of the plan takes of it, MW.
    pub storage_mw: f64,
    /// What the utility accepts, MW.
    pub limit_mw: Option<f64>,
}
