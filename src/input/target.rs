//! The target: what the tenant needs. These are the fields as written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{Objective, Policy, Service};
use crate::input::facility::RangeFile;

/// What the tenant needs of the site.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Always `retrofit/target/1`.
    pub schema: TargetSchema,
    /// The name on the report.
    pub name: String,
    /// The rack.
    pub rack: Rack,
    /// Racks or IT MW for named halls. A convertible hall that is not named is sized from its mining power.
    #[serde(default)]
    pub halls: Vec<HallTarget>,
    /// Utility MW set aside for each MW of racks when a hall is sized from its mining power: network, losses, cooling.
    #[schemars(range(min = 1.05, max = 3))]
    pub gross_mw_per_it_mw: f64,
    /// Network and storage gear beside the racks, in percent of the racks' power; air cooled, on UPS.
    #[schemars(range(min = 0, max = 50))]
    pub network_share_pct: f64,
    /// Redundancy by service; a service not named has N.
    #[schemars(schema_with = "super::schema::redundancy")]
    pub redundancy: BTreeMap<Service, Policy>,
    /// Minutes the UPS carries the critical load.
    #[schemars(range(min = 0, max = 240))]
    pub ride_through_minutes: f64,
    /// Part of the load that generators carry.
    #[schemars(range(min = 0, max = 100))]
    pub generator_coverage_pct: f64,
    /// Hours of fuel on site for that load.
    #[schemars(range(min = 0, max = 240))]
    pub fuel_hours: f64,
    /// Part of the racks' power by which synchronized training load swings within seconds.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100))]
    pub load_swing_pct: f64,
    /// Connection to the world.
    pub fiber: FiberTarget,
    /// Low voltage of new distribution.
    #[schemars(range(min = 200, max = 1000))]
    pub distribution_voltage_v: f64,
    /// Standards the tenant names; printed, and the basis of `redundancy`.
    #[serde(default)]
    pub standards: Vec<String>,
    /// Last day by which every hall must be ready for service.
    #[schemars(with = "Option<String>", regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub ready_date: Option<Date>,
    /// Most that may be spent, all costs of the plan included.
    #[schemars(range(min = 0))]
    pub budget_usd: Option<f64>,
    /// What one week earlier is worth, for each hall that names no value of its own. With it dates and money are weighed
    /// together; without it the least capex is found first and then the earliest date at that capex.
    #[schemars(range(min = 0))]
    pub value_of_week_usd: Option<f64>,
    /// What is minimized. Without it: `value` where a week has a value, else `capex`.
    pub objective: Option<Objective>,
    /// Capex within this of the least counts as equal when dates are compared: prices are not known better. Only without a
    /// value of a week.
    #[serde(default)]
    #[schemars(range(min = 0, max = 20))]
    pub capex_tolerance_pct: f64,
    /// Where the figures of this file come from.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The version of the target file's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TargetSchema {
    /// Version 1.
    #[serde(rename = "retrofit/target/1")]
    V1,
}

/// The rack and its coolant.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rack {
    /// Product name.
    pub model: String,
    /// Power drawn at the rack's plugs.
    #[schemars(range(min = 1, max = 2000))]
    pub power_kw: f64,
    /// Part of it that the coolant takes.
    #[schemars(range(min = 0, max = 100))]
    pub liquid_share_pct: f64,
    /// Coolant temperature supplied to the rack.
    #[schemars(range(min = 10, max = 60))]
    pub coolant_supply_c: f64,
    /// Warmest coolant the rack accepts.
    #[schemars(range(min = 10, max = 60))]
    pub max_coolant_supply_c: f64,
    /// Coolant temperature leaving the rack, which sets the flow where no `flow_table` is given.
    #[schemars(range(min = 15, max = 80))]
    pub coolant_return_c: Option<f64>,
    /// The coolant in the technology loop: an id of the catalogs' coolants.
    #[serde(default = "pg25")]
    pub coolant: String,
    /// The maker's table of flow and pressure drop over supply temperature.
    pub flow_table: Option<FlowTable>,
    /// Weight, filled and cabled.
    #[schemars(range(min = 100, max = 10000))]
    pub weight_kg: f64,
    /// Floor of one rack with its share of aisles.
    #[schemars(range(min = 1, max = 30))]
    pub floor_m2: f64,
    /// Height of the rack.
    #[schemars(range(min = 1, max = 6))]
    pub height_m: f64,
    /// Width of the rack.
    #[serde(default = "rack_width_m")]
    #[schemars(range(min = 0.3, max = 3))]
    pub width_m: f64,
    /// Depth of the rack with what hangs behind it.
    #[serde(default = "rack_depth_m")]
    #[schemars(range(min = 0.5, max = 4))]
    pub depth_m: f64,
    /// Accelerators in the rack: their links to the scale-out fabric are counted by them.
    #[serde(default)]
    #[schemars(range(min = 0, max = 10000))]
    pub accelerators: u32,
    /// Highest power of the rack for seconds; its feeds are held against it.
    #[schemars(range(min = 1, max = 3000))]
    pub peak_kw: Option<f64>,
    /// Part of its load swing that storage inside the rack takes.
    #[serde(default)]
    #[schemars(range(min = 0, max = 100))]
    pub smoothing_pct: f64,
    /// Power of one of its power shelves.
    #[schemars(range(min = 1, max = 500))]
    pub shelf_kw: Option<f64>,
    /// Price of one rack with its accelerators, where the tenant's cost is to be shown.
    pub price_usd: Option<RangeFile>,
    /// Whether its figures come from before its release; the report says so.
    #[serde(default)]
    pub preliminary: bool,
    /// Plugged feeds (A and B together).
    #[schemars(range(min = 1, max = 24))]
    pub feeds: u32,
    /// Lowest line-to-line voltage it accepts.
    #[schemars(range(min = 200, max = 1000))]
    pub min_voltage_v: f64,
    /// Highest line-to-line voltage it accepts.
    #[schemars(range(min = 200, max = 1000))]
    pub max_voltage_v: f64,
}

fn pg25() -> String {
    "pg25".to_owned()
}

fn rack_width_m() -> f64 {
    0.6
}

fn rack_depth_m() -> f64 {
    1.2
}

/// Flow and pressure drop of a rack over supply temperature, as its maker publishes them.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowTable {
    /// The coolant the table holds for.
    pub coolant: String,
    /// Rows by rising supply temperature.
    #[schemars(length(min = 2))]
    pub rows: Vec<FlowRow>,
}

/// One row of a rack's flow table.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowRow {
    /// Coolant supply.
    #[schemars(range(min = 0, max = 70))]
    pub supply_c: f64,
    /// Flow the rack needs.
    #[schemars(range(min = 1, max = 5000))]
    pub flow_lpm: f64,
    /// Pressure lost between the rack's supply and return.
    #[schemars(range(min = 0.1, max = 1000))]
    pub pressure_drop_kpa: f64,
}

/// The size of one hall: racks, or IT MW.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HallTarget {
    /// The hall in the facility.
    pub hall: String,
    /// Racks; 0 leaves the hall to mining.
    #[schemars(range(min = 0, max = 20000))]
    pub racks: Option<u32>,
    /// IT power; rounded down to whole racks.
    #[schemars(range(min = 0, max = 2000))]
    pub it_mw: Option<f64>,
    /// What one week earlier is worth for this hall; without it, as for all.
    #[schemars(range(min = 0))]
    pub value_of_week_usd: Option<f64>,
}

/// Fiber the tenant needs.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiberTarget {
    /// Routes that share no segment.
    #[schemars(range(min = 0, max = 4))]
    pub routes: u32,
    /// Dark strands on each route.
    #[schemars(range(min = 1, max = 1000))]
    pub strands_per_route: u32,
    /// Longest round trip to the point of presence, fiber and line equipment.
    #[schemars(range(min = 0.01, max = 1000))]
    pub round_trip_limit_ms: f64,
    /// Capacity to be lit on each route; without it the wavelengths are the tenant's.
    #[serde(default)]
    #[schemars(range(min = 0, max = 10000000))]
    pub capacity_gbps: f64,
}
