//! `facility.yaml`: the mine as it stands. These are the fields as written; `validate` makes a `Site`.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::num::NonZeroU32;

use crate::domain::Range;
pub use crate::domain::{ApprovalPath, Permit};
use crate::input::catalog::Trade;

/// A mine: site, utility, assets, halls, fiber, water, climate, and what mining earns.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Facility {
    /// Always `retrofit/facility/1`.
    pub schema: FacilitySchema,
    /// The name on the report.
    pub name: String,
    /// Town, state, country.
    pub place: String,
    /// State or province as ISO 3166-2 writes it (`US-TX`): decides which rules apply.
    #[schemars(regex(pattern = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"))]
    pub region: Option<String>,
    /// Class of the area for ozone, where it does not attain the standard.
    pub ozone_nonattainment: Option<OzoneClass>,
    /// Height above sea level; air-cooled plant and engines are derated by it.
    #[schemars(range(min = -430, max = 5000))]
    pub elevation_m: f64,
    /// The design day.
    pub climate: Climate,
    /// Local construction cost over the average that the catalogs are written in (United States = 1).
    #[schemars(range(min = 0.3, max = 3.0))]
    pub regional_cost_index: f64,
    /// The connection to the grid.
    pub utility: Utility,
    /// Equipment on site, by kind.
    #[serde(default)]
    pub assets: Vec<Asset>,
    /// Equipment that is on order and can be used, by item of the catalogs.
    #[serde(default)]
    pub orders: Vec<PlacedOrder>,
    /// The parts of the site that can become data halls.
    #[schemars(length(min = 1))]
    pub halls: Vec<Hall>,
    /// Fiber routes that exist or could be built or leased.
    #[serde(default)]
    pub fiber_routes: Vec<FiberRoute>,
    /// Water that may be used.
    pub water: Water,
    /// Ground for plant outdoors.
    pub land: Land,
    /// Permits already held for the new use; a held permit's approval takes no time.
    #[serde(default)]
    pub permits_held: Vec<Permit>,
    /// The path that a permit takes here, where it is known: a notice, a review, or a public hearing.
    #[serde(default)]
    pub approval_paths: BTreeMap<Permit, ApprovalPath>,
    /// Halls in which a trade can work at the same time; a trade not named works in all. The plan chooses in which order crews go
    /// through up to eight halls.
    #[serde(default)]
    pub crews: BTreeMap<Trade, NonZeroU32>,
    /// What mining earns today.
    pub mining: Option<Mining>,
    /// First day of the project (notice to proceed).
    #[schemars(with = "String", regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub start_date: Date,
    /// Working days; without it Monday to Friday without holidays.
    #[serde(default)]
    pub calendar: CalendarFile,
    /// Values above that are assumed rather than measured or published: path (`utility.voltage_kv`, `halls.barn.slab_kg_per_m2`) to the reason.
    #[serde(default)]
    pub assumed: BTreeMap<String, String>,
    /// Where the figures of this file come from.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The version of the facility file's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum FacilitySchema {
    /// Version 1.
    #[serde(rename = "retrofit/facility/1")]
    V1,
}

/// Outdoor design conditions (ASHRAE 0.4 % or n = 20 year values, as the engineer decides).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Climate {
    /// Design dry-bulb temperature.
    #[schemars(range(min = -10, max = 60))]
    pub design_dry_bulb_c: f64,
    /// Coincident or design wet-bulb temperature; not above the dry bulb.
    #[schemars(range(min = -20, max = 40))]
    pub design_wet_bulb_c: f64,
    /// Design wet bulb for evaporation (ASHRAE 0.4 %), to which wetted pads and towers are held; between the two above, and
    /// the design wet bulb where it is not given.
    #[schemars(range(min = -20, max = 40))]
    pub evaporation_wet_bulb_c: Option<f64>,
    /// Coldest temperature of winters, mean of yearly extremes: decides on antifreeze.
    #[schemars(range(min = -60, max = 40))]
    pub extreme_low_c: Option<f64>,
    /// ASHRAE 169 climate zone (`5B`), whose built-in year is taken where `bins` are not given.
    #[schemars(regex(pattern = r"^[0-8][ABC]?$"))]
    pub zone: Option<String>,
    /// The year at the site: hours by outdoor temperature, 8,760 in all.
    #[serde(default)]
    pub bins: Vec<ClimateBin>,
}

impl Climate {
    /// The wet bulb to which wetted pads and towers are held, C.
    pub fn wet_plant_bulb_c(&self) -> f64 {
        self.evaporation_wet_bulb_c.unwrap_or(self.design_wet_bulb_c)
    }
}

/// Hours of a year near one outdoor temperature.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClimateBin {
    /// Middle of the bin.
    #[schemars(range(min = -70, max = 60))]
    pub dry_bulb_c: f64,
    /// Mean coincident wet bulb of its hours; not above the dry bulb.
    #[schemars(range(min = -70, max = 45))]
    pub wet_bulb_c: f64,
    /// Hours of the year.
    #[schemars(range(min = 0, max = 8760))]
    pub hours: f64,
}

/// How far an area is from the standard for ozone; the major-source threshold of nitrogen oxides falls with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the documentation")]
pub enum OzoneClass {
    Marginal,
    Moderate,
    Serious,
    Severe,
    Extreme,
}

/// The grid connection.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Utility {
    /// The utility's name.
    pub name: String,
    /// Power that may be drawn at all hours today.
    #[schemars(range(min = 0, max = 5000))]
    pub firm_mw: f64,
    /// Power approved, of which firm power is the part that is built and may be drawn.
    #[schemars(range(min = 0, max = 10000))]
    pub approved_mw: f64,
    /// Part of `firm_mw` that the utility may curtail; it cannot carry a data hall.
    #[serde(default)]
    #[schemars(range(min = 0, max = 5000))]
    pub curtailable_mw: f64,
    /// Voltage at the point of delivery.
    #[schemars(range(min = 0.4, max = 765))]
    pub voltage_kv: f64,
    /// Frequency of the grid; 60 Hz where it is not given, as the catalogs' machines have it.
    #[schemars(range(min = 50, max = 60))]
    pub frequency_hz: Option<f64>,
    /// Three-phase fault level at the point of delivery, from the utility's study. Without it the source is taken as
    /// infinite, which overstates the fault level behind every transformer.
    #[schemars(range(min = 1, max = 100000))]
    pub fault_level_mva: Option<f64>,
    /// Independent utility feeds.
    #[schemars(range(min = 1, max = 8))]
    pub feeds: u32,
    /// Who runs the grid (`ERCOT`): decides which rules for large loads apply.
    pub grid_operator: Option<String>,
    /// Largest swing of the site's load within seconds that the utility accepts. Without it no smoothing is planned.
    #[schemars(range(min = 0, max = 5000))]
    pub swing_limit_mw: Option<f64>,
    /// Electric power that firm gas supply at the site could fuel; engines are planned with only where it is given.
    #[schemars(range(min = 0, max = 5000))]
    pub gas_mw: Option<f64>,
    /// Steps by which the utility offers to raise firm power.
    #[serde(default)]
    pub increases: Vec<Increase>,
}

/// One step of more firm power from the utility.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Increase {
    /// A name unique among the increases.
    pub id: String,
    /// Firm power added.
    #[schemars(range(min = 0.1, max = 5000))]
    pub added_mw: f64,
    /// What the customer pays. Without it the step has no price and is not planned with.
    pub cost_usd: Option<RangeFile>,
    /// Weeks from request to energization.
    pub lead_weeks: RangeFile,
}

/// A range as written in facility and target files: low, likely and high, in order.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RangeFile {
    /// The favorable end.
    #[schemars(range(min = 0))]
    pub low: f64,
    /// What a plan is made with.
    #[schemars(range(min = 0))]
    pub likely: f64,
    /// The unfavorable end.
    #[schemars(range(min = 0))]
    pub high: f64,
}

impl From<RangeFile> for Range {
    fn from(r: RangeFile) -> Range {
        Range { low: r.low, likely: r.likely, high: r.high }
    }
}

/// Equipment the mine has. Exactly one rating field applies to each kind (see [`AssetKind`]).
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Asset {
    /// A name unique among the assets.
    pub id: String,
    /// What it is.
    pub kind: AssetKind,
    /// How many equal units.
    #[schemars(range(min = 1, max = 10000))]
    pub count: u32,
    /// Nameplate of one unit: transformers.
    #[schemars(range(min = 1, max = 2000000))]
    pub rating_kva: Option<f64>,
    /// Nameplate of one unit: generators, UPS, cooling plant.
    #[schemars(range(min = 1, max = 1000000))]
    pub rating_kw: Option<f64>,
    /// Nameplate of one unit: switchgear and switchboards.
    #[schemars(range(min = 10, max = 20000))]
    pub rating_a: Option<f64>,
    /// Nameplate of one unit: battery cabinets, energy delivered.
    #[schemars(range(min = 0.1, max = 100000))]
    pub rating_kwh: Option<f64>,
    /// Nameplate of one unit: fuel tanks.
    #[schemars(range(min = 1, max = 10000000))]
    pub rating_l: Option<f64>,
    /// Line-to-line voltage on the side that feeds the load.
    #[schemars(range(min = 100, max = 500000))]
    pub voltage_v: Option<f64>,
    /// Short-circuit current it can interrupt: switchgear and switchboards.
    #[schemars(range(min = 5, max = 300))]
    pub interrupting_rating_ka: Option<f64>,
    /// Impedance: transformers.
    #[schemars(range(min = 1, max = 25))]
    pub impedance_pct: Option<f64>,
    /// Leaving-water temperature of the rating: cooling plant.
    #[schemars(range(min = 0, max = 90))]
    pub rated_leaving_water_c: Option<f64>,
    /// Entering-air temperature of the rating (wet bulb for towers): cooling plant.
    #[schemars(range(min = -20, max = 60))]
    pub rated_entering_air_c: Option<f64>,
    /// Years in service.
    #[schemars(range(min = 0, max = 80))]
    pub age_years: f64,
    /// What a survey found.
    pub condition: Condition,
    /// The hall it serves; without it, the site.
    pub hall: Option<String>,
}

/// Equipment that was ordered before the plan is made. It serves its place like new units of its item, from the day on which
/// it arrives, at what remains to be paid.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlacedOrder {
    /// A name unique among the orders.
    pub id: String,
    /// The item of a catalog that was ordered.
    pub item: String,
    /// How many units of it.
    #[schemars(range(min = 1, max = 1000000))]
    pub count: u32,
    /// The hall that it is meant for; without it, the site.
    pub hall: Option<String>,
    /// Day on which it arrives, as the supplier confirmed it; a day that is past means that it is here.
    #[schemars(with = "String", regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub arrives: Date,
    /// What remains to be paid for all units, delivered; 0 where they are paid in full. Without it the line has no price.
    #[schemars(range(min = 0, max = 1000000000))]
    pub remaining_usd: Option<f64>,
}

/// What an asset is. The rating field each kind needs stands behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssetKind {
    /// Transmission to medium voltage: `rating_kva`.
    PowerTransformer,
    /// Medium-voltage switchgear line-up or ring main unit: `rating_a`, `voltage_v`.
    MvSwitchgear,
    /// Medium to low voltage: `rating_kva`, `voltage_v` (secondary).
    Transformer,
    /// Low-voltage switchboard or distribution panel: `rating_a`, `voltage_v`.
    LvSwitchboard,
    /// UPS module: `rating_kw`.
    Ups,
    /// UPS battery: `rating_kwh`.
    Battery,
    /// Diesel or gas standby set: `rating_kw`.
    Generator,
    /// Fuel tank: `rating_l`.
    FuelTank,
    /// Dry cooler of an immersion or hydro mine: `rating_kw`, `rated_leaving_water_c`, `rated_entering_air_c`.
    DryCooler,
    /// Evaporative tower or closed fluid cooler: `rating_kw`, `rated_leaving_water_c`, `rated_entering_air_c` (wet bulb).
    EvaporativeTower,
    /// Mining fan wall or louvered exhaust: `rating_kw`. Moves unfiltered outside air; no data hall can use it.
    ExhaustFan,
    /// Immersion tank: `rating_kw`. Holds miners in oil; no data hall can use it.
    ImmersionTank,
    /// Mining container: `rating_kw`. No data hall can use it.
    MiningContainer,
}

/// What a survey found of an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// Fit for its nameplate.
    Good,
    /// Fit with maintenance.
    Fair,
    /// Not to be relied on.
    Poor,
    /// Not surveyed.
    Unknown,
}

/// A part of the site that may become one data hall.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hall {
    /// A name unique among the halls; `site` is taken.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"))]
    pub id: String,
    /// What stands there.
    pub kind: HallKind,
    /// Inside length.
    #[schemars(range(min = 1, max = 2000))]
    pub length_m: f64,
    /// Inside width.
    #[schemars(range(min = 1, max = 1000))]
    pub width_m: f64,
    /// Clear height under the lowest steel.
    #[schemars(range(min = 0, max = 60))]
    pub clear_height_m: f64,
    /// Uniform load the slab may bear. Without it the slab is not counted on.
    #[schemars(range(min = 0, max = 50000))]
    pub slab_kg_per_m2: Option<f64>,
    /// How well it is closed.
    pub envelope: EnvelopeKind,
    /// What its miners draw.
    #[schemars(range(min = 0, max = 2000))]
    pub mining_mw: f64,
    /// Whether the owner lets it be converted.
    pub convertible: bool,
    /// First day its miners may be stopped.
    #[schemars(with = "Option<String>", regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub mining_may_stop: Option<Date>,
    /// Day on which its miners leave for good though it is not converted: from then on its equipment may serve other halls.
    /// Without it nothing is taken from a hall that is not converted.
    #[schemars(with = "Option<String>", regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))]
    pub mining_ends: Option<Date>,
    /// Low voltage of the distribution in it; without it, the target's.
    #[schemars(range(min = 200, max = 1000))]
    pub low_voltage_v: Option<f64>,
    /// Length of the cable route from the site's medium-voltage bus; without it a catalog parameter.
    #[schemars(range(min = 1, max = 20000))]
    pub substation_distance_m: Option<f64>,
    /// Width of the largest door or opening.
    #[schemars(range(min = 0.5, max = 60))]
    pub door_width_m: Option<f64>,
    /// Height of the largest door or opening.
    #[schemars(range(min = 0.5, max = 60))]
    pub door_height_m: Option<f64>,
    /// East of the site's origin, middle of the hall: with `y_m`, the distance between halls.
    #[schemars(range(min = -100000, max = 100000))]
    pub x_m: Option<f64>,
    /// North of the site's origin, middle of the hall.
    #[schemars(range(min = -100000, max = 100000))]
    pub y_m: Option<f64>,
}

/// What stands where the hall shall be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HallKind {
    /// A building or barn.
    Building,
    /// Containers on a yard: nothing of them can house racks, so a shell is built in their place.
    Containers,
    /// Free ground: a new shell.
    Pad,
}

/// How well a building is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EnvelopeKind {
    /// No walls, or walls of louvers.
    Open,
    /// Closed, not insulated or without a vapor barrier.
    Enclosed,
    /// Closed, insulated, with a vapor barrier.
    Insulated,
}

/// A fiber route from the site to a point of presence.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FiberRoute {
    /// A name unique among the routes.
    pub id: String,
    /// Where it ends.
    pub point_of_presence: String,
    /// Route length. Without it, `line_of_sight_km` times the catalogs' route factor.
    #[schemars(range(min = 0.1, max = 5000))]
    pub length_km: Option<f64>,
    /// Line of sight to the point of presence, where the route length is not known.
    #[schemars(range(min = 0.1, max = 5000))]
    pub line_of_sight_km: Option<f64>,
    /// Whether strands can be had dark.
    pub fiber: FiberKind,
    /// Dark strands the owner would lease.
    #[schemars(range(min = 0, max = 7000))]
    pub dark_strands: u32,
    /// Part of the length that must be built first.
    #[serde(default)]
    #[schemars(range(min = 0, max = 2000))]
    pub build_km: f64,
    /// How that part is built.
    pub build_method: Option<BuildMethod>,
    /// Class I railroads it must cross in new bores.
    #[serde(default)]
    #[schemars(range(min = 0, max = 50))]
    pub railroad_crossings: u32,
    /// Conduit segments, bridges or crossings it uses; two routes that share one are not diverse.
    pub segments: Vec<String>,
    /// In-line amplifiers on the way; without it, one for each longest span of the catalogs.
    #[schemars(range(min = 0, max = 100))]
    pub amplifiers: Option<u32>,
    /// The entrance by which it comes onto the site; two routes by one entrance are not diverse.
    pub entrance: Option<String>,
}

/// What a route offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FiberKind {
    /// Strands can be leased dark.
    Dark,
    /// Only lit services are offered.
    Lit,
    /// Nothing is there yet; the whole length is built.
    None,
}

/// How new fiber is laid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BuildMethod {
    /// On poles.
    Aerial,
    /// Plowed in along a road.
    Plowed,
    /// Bored or trenched conduit.
    Bored,
}

/// Water.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Water {
    /// Water that may be drawn on the hottest day.
    #[schemars(range(min = 0, max = 1000000))]
    pub available_m3_per_day: f64,
}

/// Ground.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Land {
    /// Ground free for outdoor plant and new shells.
    #[schemars(range(min = 0, max = 100000000))]
    pub yard_m2: f64,
    /// Distance from the plant to the nearest dwelling.
    #[schemars(range(min = 0, max = 100000))]
    pub nearest_neighbor_m: Option<f64>,
}

/// What mining earns.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mining {
    /// Revenue less power and fees for each MWh that miners draw.
    #[schemars(range(min = -500, max = 1000))]
    pub margin_usd_per_mwh: f64,
}

/// Working days of the site.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    /// Days worked in a week, Monday first.
    #[serde(default = "five")]
    #[schemars(range(min = 4, max = 7))]
    pub workdays_per_week: u8,
    /// Days not worked: `MM-DD` each year or `YYYY-MM-DD` once.
    #[serde(default)]
    pub holidays: Vec<String>,
    /// Part of each year in which work outdoors stands still: frost, monsoon, nesting.
    pub outdoor_stop: Option<SeasonFile>,
}

/// A part of every year, both days included: `MM-DD`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeasonFile {
    /// First day.
    #[schemars(regex(pattern = r"^\d{2}-\d{2}$"))]
    pub from: String,
    /// Last day; before `from` where the season spans the new year.
    #[schemars(regex(pattern = r"^\d{2}-\d{2}$"))]
    pub to: String,
}

fn five() -> u8 {
    5
}

impl Default for CalendarFile {
    fn default() -> CalendarFile {
        CalendarFile { workdays_per_week: five(), holidays: Vec::new(), outdoor_stop: None }
    }
}
