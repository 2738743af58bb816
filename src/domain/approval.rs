//! Permits, the paths they take, and what rules measure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An approval that may already be held for the new use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Permit {
    /// Data-center use under zoning.
    Zoning,
    /// Emissions of standby engines.
    Air,
    /// Stormwater and grading.
    Stormwater,
    /// Water supply and wastewater.
    Water,
    /// Building permit.
    Building,
    /// Right of way for fiber.
    FiberRightOfWay,
    /// The utility's study and service agreement for the new load.
    UtilityStudy,
}

impl Permit {
    /// The name in reports.
    pub const fn label(self) -> &'static str {
        match self {
            Permit::Zoning => "Zoning",
            Permit::Air => "Air",
            Permit::Stormwater => "Stormwater",
            Permit::Water => "Water",
            Permit::Building => "Building",
            Permit::FiberRightOfWay => "Fiber right of way",
            Permit::UtilityStudy => "Utility study",
        }
    }
}

/// How an authority decides, the easiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalPath {
    /// By right, by rule, by registration: a notice suffices.
    Notice,
    /// Staff review: plan review, minor source, conditional use without a hearing.
    Review,
    /// Public hearing or notice and comment: rezoning, major source, individual permit.
    Hearing,
}

impl ApprovalPath {
    /// The name in reports.
    pub const fn label(self) -> &'static str {
        match self {
            ApprovalPath::Notice => "notice",
            ApprovalPath::Review => "review",
            ApprovalPath::Hearing => "hearing",
        }
    }
}

/// What a rule is triggered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleTrigger {
    /// Power drawn at the point of delivery on the design day, on-site generation not deducted, MW.
    GridMw,
    /// Standby power installed, MW.
    StandbyMw,
    /// Nitrogen oxides that the engines may give off in a year at the hours an emergency engine is counted with, metric tons.
    NoxTPerYear,
    /// Fuel and oil stored above ground, L.
    StoredFuelL,
    /// Battery energy installed, kWh.
    BatteryKwh,
    /// Ground disturbed on the site, m2.
    DisturbedM2,
    /// Water drawn on the design day, m3.
    WaterM3PerDay,
    /// New fiber built, km.
    FiberBuildKm,
    /// New fiber strung on poles, km.
    FiberAerialKm,
    /// Class I railroads crossed.
    RailroadCrossings,
    /// Any conversion: 1.
    Always,
}

impl RuleTrigger {
    /// All triggers in their order.
    pub const ALL: [RuleTrigger; 11] = [
        RuleTrigger::GridMw,
        RuleTrigger::StandbyMw,
        RuleTrigger::NoxTPerYear,
        RuleTrigger::StoredFuelL,
        RuleTrigger::BatteryKwh,
        RuleTrigger::DisturbedM2,
        RuleTrigger::WaterM3PerDay,
        RuleTrigger::FiberBuildKm,
        RuleTrigger::FiberAerialKm,
        RuleTrigger::RailroadCrossings,
        RuleTrigger::Always,
    ];

    /// What is measured and its unit, for reports; nothing where nothing is measured.
    pub const fn label(self) -> (&'static str, &'static str) {
        match self {
            RuleTrigger::GridMw => ("Power drawn", "MW"),
            RuleTrigger::StandbyMw => ("Standby power", "MW"),
            RuleTrigger::NoxTPerYear => ("Potential NOx", "t a year"),
            RuleTrigger::StoredFuelL => ("Fuel stored", "L"),
            RuleTrigger::BatteryKwh => ("Battery energy", "kWh"),
            RuleTrigger::DisturbedM2 => ("Ground disturbed", "m2"),
            RuleTrigger::WaterM3PerDay => ("Water drawn", "m3 a day"),
            RuleTrigger::FiberBuildKm => ("New fiber", "km"),
            RuleTrigger::FiberAerialKm => ("New fiber on poles", "km"),
            RuleTrigger::RailroadCrossings => ("Railroads crossed", ""),
            RuleTrigger::Always => ("Any conversion", ""),
        }
    }
}
