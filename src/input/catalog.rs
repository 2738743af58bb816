//! Catalog files: items, activities, soft costs, parameters, and the sources of every figure in them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

pub use crate::domain::Confidence;
use crate::domain::studies::CostScope;
pub use crate::domain::studies::cooling::HeatRejectionPrinciple;
use crate::domain::{ApprovalPath, Permit, Range, RuleTrigger, Service, Supply, TaskCalendar};
use crate::input::facility::{AssetKind, BuildMethod, ClimateBin, EnvelopeKind, OzoneClass};

/// One catalog file. All parts are optional, so that a user's file may hold a single item.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogFile {
    /// Always `retrofit/catalog/1`.
    pub schema: CatalogSchema,
    /// Where figures come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// What can be bought.
    #[serde(default)]
    pub items: Vec<Item>,
    /// What must be done.
    #[serde(default)]
    pub activities: Vec<Activity>,
    /// What is paid as a share of the direct cost.
    #[serde(default)]
    pub soft_costs: Vec<SoftCost>,
    /// Constants of the formulas.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
    /// Properties of coolants over temperature.
    #[serde(default)]
    pub coolants: Vec<Coolant>,
    /// Hours of a year by outdoor temperature, for each climate zone.
    #[serde(default)]
    pub climates: Vec<ClimateTable>,
    /// What authorities and utilities ask of loads and plant above a size.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// What specifications ask to be delivered with equipment, to be kept in store.
    #[serde(default)]
    pub spares: Vec<SpareRule>,
}

/// The version of the catalog file's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum CatalogSchema {
    /// Version 1.
    #[serde(rename = "retrofit/catalog/1")]
    V1,
}

/// Where figures come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// A name unique among the sources of all catalogs.
    pub id: String,
    /// Publisher and title.
    pub title: String,
    /// Address, where there is one.
    pub url: Option<String>,
    /// Date of publication as known: `2025`, `2025-11`, `2025-11-20`, or `undated`.
    pub date: String,
}

/// One number with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// The number, in the unit the field's name or the service gives.
    pub value: f64,
    /// Ids of its sources; an engineering estimate names one too.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Conditions, conflicts, how it was derived.
    pub note: Option<String>,
}

/// A three-point figure with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// The favorable end.
    #[schemars(range(min = 0))]
    pub low: f64,
    /// What a plan is made with.
    #[schemars(range(min = 0))]
    pub likely: f64,
    /// The unfavorable end.
    #[schemars(range(min = 0))]
    pub high: f64,
    /// Ids of its sources; an engineering estimate names one too.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Conditions, conflicts, how it was derived.
    pub note: Option<String>,
}

impl Estimate {
    /// The three points alone.
    pub fn range(&self) -> Range {
        Range { low: self.low, likely: self.likely, high: self.high }
    }
}

/// What can be bought to supply a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// A name unique among the items of all catalogs.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"))]
    pub id: String,
    /// What a buyer would call it, with its size.
    pub name: String,
    /// What it supplies.
    pub service: Service,
    /// Other services that it may be bought for, with the same capacity: a UPS module carries racks or the core.
    #[serde(default)]
    pub also_for: Vec<Service>,
    /// What one of it is called on the bill of materials: `each`, `m2`, `rack`, `km` ...
    pub unit: String,
    /// What one unit supplies, in the service's unit, at its rating conditions. Switchgear gives `amps` instead.
    pub capacity: Option<Figure>,
    /// Current of one unit at its voltage: switchgear, boards and busway.
    pub amps: Option<Figure>,
    /// Technology-water flow of one unit, L/min: CDUs.
    pub flow_lpm: Option<Figure>,
    /// Rated difference of technology water to facility water supply, K: CDUs.
    pub approach_k: Option<Figure>,
    /// Head left for the loop outside at the rated flow, kPa: CDUs and pump skids.
    pub head_kpa: Option<Figure>,
    /// Pressure that the facility water loses in it at the rated flow, kPa: CDUs and coolers.
    pub water_drop_kpa: Option<Figure>,
    /// Temperature to which it stays liquid, C: fills of the facility loops.
    pub freeze_c: Option<Figure>,
    /// The coolant that it is, an id of the catalogs' coolants: fills of the facility loops.
    pub coolant: Option<String>,
    /// How a heat-rejection unit meets the air, and its rating point.
    pub heat_rejection: Option<HeatRejectionRating>,
    /// Stands in a rack and serves that rack alone, so that no spare unit can take over: in-rack CDUs.
    #[serde(default)]
    pub serves_one_rack: bool,
    /// Losses in percent of the power carried: UPS, transformers, boards and busway.
    pub loss_pct: Option<Figure>,
    /// Short-circuit current it can interrupt, kA: boards.
    pub interrupting_rating_ka: Option<Figure>,
    /// Impedance, percent: transformers.
    pub impedance_pct: Option<Figure>,
    /// Where a generator feeds in.
    pub connects_at: Option<ConnectsAt>,
    /// Subtransient reactance on its own rating, percent: generators.
    pub subtransient_reactance_pct: Option<Figure>,
    /// Nitrogen oxides at full load, g/kWh: engines.
    pub nox_g_per_kwh: Option<Figure>,
    /// Longest route it bridges, km: wavelengths.
    pub reach_km: Option<Figure>,
    /// Accelerators that one fabric of it joins without blocking: cluster cabling; nothing: any number.
    pub most_accelerators: Option<Figure>,
    /// Primary voltages it can be had with, kV; with neither these nor a window: any. High-voltage and medium-voltage plant.
    #[serde(default)]
    pub voltages_kv: Vec<f64>,
    /// Voltages of systems that its class serves: up to its rated voltage, from the class below or the least it is made for.
    pub voltage_window_kv: Option<VoltageWindow>,
    /// How fiber is laid with it: fiber construction.
    pub build_method: Option<BuildMethod>,
    /// Uniform load it makes the floor bear, kg/m2: floors.
    pub floor_kg_per_m2: Option<Figure>,
    /// Envelopes it can start from: envelope works.
    #[serde(default)]
    pub suits_envelope: Vec<EnvelopeKind>,
    /// Mining equipment that it takes out, where it is made for some; empty: all that is not named by another item.
    #[serde(default)]
    pub strips: Vec<AssetKind>,
    /// Equipment of the mine whose move to another place of the site it is, one unit for each that is moved: it is taken
    /// up with such a move and never bought for its own sake.
    pub relocates: Option<AssetKind>,
    /// Other services of the same place that it supplies in the same amount.
    #[serde(default)]
    pub also_supplies: Vec<Service>,
    /// What one running unit draws of critical (UPS) power, kW.
    pub critical_kw: Option<Figure>,
    /// What one running unit draws of low-voltage power that is not on UPS, kW.
    pub mechanical_kw: Option<Figure>,
    /// What one running unit evaporates and blows down on the design day, m3 a day.
    pub water_m3_per_day: Option<Figure>,
    /// Ground or floor one unit takes, m2 with its clearances.
    pub footprint_m2: Option<Figure>,
    /// Where that ground or floor is; without it nothing is taken.
    pub footprint_in: Option<FootprintIn>,
    /// Weight of one unit in operation, kg.
    pub weight_kg: Option<Figure>,
    /// Height of one unit as it is brought in, m.
    pub height_m: Option<Figure>,
    /// Least side of one unit as it is brought in, m.
    pub width_m: Option<Figure>,
    /// What joins it to its neighbors: flange, thread, plug, lug.
    pub connection: Option<String>,
    /// Items of the same service that a buyer may take in its place without a change of design.
    #[serde(default)]
    pub substitutes: Vec<String>,
    /// Price of one unit, USD. Without it the item has no price: it is listed, and not planned with.
    pub cost_usd: Option<Estimate>,
    /// Whether that price includes installation.
    pub cost_includes: CostIncludes,
    /// Weeks from order to site.
    pub lead_weeks: Estimate,
    /// Weeks one crew needs to install a batch.
    pub install_weeks: Estimate,
    /// Units in a batch.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 1000000))]
    pub install_batch: f64,
    /// Least quantity that is planned of what is bought by measure: below it the work costs as much.
    #[serde(default)]
    #[schemars(range(min = 0, max = 1000000))]
    pub least_units: f64,
    /// How delivery can be hastened.
    pub expedite: Option<Expedite>,
    /// What a manufacturing slot reserved on preliminary ratings costs, where its makers give slots.
    pub reserve: Option<Reserve>,
    /// Who buys it and who installs it, where the rule by kind and lead time (`owner_supply_lead_weeks`) does not hold.
    pub supply: Option<Supply>,
    /// CSI MasterFormat section.
    pub masterformat: String,
    /// UniFormat II element.
    pub uniformat: String,
    /// What a buyer must know besides.
    pub note: Option<String>,
}

/// Voltages from one to another, both of them within, kV.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VoltageWindow {
    /// Least.
    #[schemars(range(min = 1, max = 1200))]
    pub low: f64,
    /// Rated voltage.
    #[schemars(range(min = 1, max = 1200))]
    pub high: f64,
}

impl Item {
    /// Whether it can be had for a nominal voltage, kV: names of one class differ by up to 3 % (24.9 and 25, 34.5 and 35).
    pub fn made_for_kv(&self, kv: f64) -> bool {
        let listed = self.voltages_kv.iter().any(|own| (own - kv).abs() <= 0.03 * kv);
        match self.voltage_window_kv {
            Some(window) => listed || (window.low..=window.high).contains(&kv),
            None => listed || self.voltages_kv.is_empty(),
        }
    }

    /// Whether it may be bought for a service: its own, or one that it serves as well.
    pub fn serves(&self, service: Service) -> bool {
        self.relocates.is_none() && (self.service == service || self.also_for.contains(&service))
    }
}

fn one() -> f64 {
    1.0
}

/// What a price includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostIncludes {
    /// Equipment delivered to site; installation is added by the parameter `installation_pct`.
    Delivery,
    /// Work and material, in place.
    Installation,
}

/// Where a generator feeds in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConnectsAt {
    /// On the low-voltage boards of its hall.
    LowVoltage,
    /// On the medium-voltage bus.
    MediumVoltage,
}

/// Where an item's footprint lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FootprintIn {
    /// White or gray space of the hall.
    Hall,
    /// The equipment yard.
    Yard,
}

/// How heat meets the air, with the point at which the capacity holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeatRejectionRating {
    /// The principle.
    pub principle: HeatRejectionPrinciple,
    /// Leaving water of the rating point, C.
    pub leaving_water_c: Figure,
    /// Entering air of the rating point, C: dry bulb, or wet bulb for evaporative plant.
    pub entering_air_c: Figure,
    /// Warmest entering air at which it runs, C.
    pub max_air_c: Figure,
}

/// Faster delivery for a premium.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expedite {
    /// Share of the lead time saved, percent.
    pub lead_saved_pct: Figure,
    /// Premium on the price, percent.
    pub premium_pct: Figure,
}

/// A manufacturing slot that is held before the ratings are released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reserve {
    /// What holding it costs beside the price and is not paid back, percent of the price.
    pub premium_pct: Figure,
}

/// A piece of work of the conversion, expanded by hall or by bank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// A name unique among the activities: `A01`.
    pub id: String,
    /// What is done.
    pub name: String,
    /// The part of the project it belongs to.
    pub phase: Phase,
    /// Once for the site, once per hall, or once per bank of the listed services.
    pub per: ActivityPer,
    /// Services whose banks it serves: with `per: bank`.
    #[serde(default)]
    pub services: Vec<Service>,
    /// With `per: bank`: the part of the chosen candidate that sets the duration.
    pub duration_of: Option<DurationOf>,
    /// With `per: site` and `per: hall`: the duration, weeks.
    pub duration_weeks: Option<Estimate>,
    /// With `duration_of: install`: crews that work on one bank at the same time.
    #[schemars(range(min = 1, max = 50))]
    pub crews: Option<u32>,
    /// With `duration_of: install`: whether a second shift shortens it; not what cures, is flushed, or is hoisted outdoors.
    #[serde(default)]
    pub two_shifts: bool,
    /// With `duration_of: lead`: how an order for a reserved slot is placed, of items that can be reserved.
    pub reserve: Option<Reservation>,
    /// With `duration_of: lead`: applied for as early as may be. Other orders are placed with some float to their latest day.
    #[serde(default)]
    pub at_once: bool,
    /// Whether the weeks are worked (site calendar, outdoors with its season) or elapse (suppliers, authorities).
    pub calendar: TaskCalendar,
    /// Takes no time where this permit is held.
    pub permit: Option<Permit>,
    /// With `permit`: the duration on the path that the facility names for it, instead of `duration_weeks`.
    #[serde(default)]
    pub by_path: BTreeMap<ApprovalPath, Estimate>,
    /// The crews that do it; where the facility limits a trade, halls wait for its crews.
    pub trade: Option<Trade>,
    /// Takes no time where the hall (or the site) requires nothing of this service.
    pub only_for: Option<Service>,
    /// Starts no earlier than the day the hall's miners may be stopped, and as late as its successors allow.
    #[serde(default)]
    pub stops_mining: bool,
    /// The hall is ready for service at its finish.
    #[serde(default)]
    pub makes_ready: bool,
    /// What must be done before.
    #[serde(default)]
    pub after: Vec<Link>,
}

/// Who does a piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the documentation")]
pub enum Trade {
    Demolition,
    Civil,
    Building,
    Electrical,
    Mechanical,
    Fire,
    Controls,
    Commissioning,
}

/// A dependency on an earlier activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The earlier activity's id.
    pub activity: String,
    /// Which ends are linked; finish to start where not said.
    #[serde(default)]
    pub link: LinkKind,
    /// Weeks that pass between the two ends.
    #[serde(default)]
    #[schemars(range(min = 0, max = 104))]
    pub lag_weeks: f64,
}

/// What an order for a reserved slot waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reservation {
    /// When it is placed, as reports say it: `at notice to proceed`.
    pub when: String,
    /// Activities of `after` that it does not wait for.
    #[schemars(length(min = 1))]
    pub waives: Vec<String>,
    /// What it waits for instead: activities per site.
    #[schemars(length(min = 1))]
    pub after: Vec<Link>,
}

/// Which ends of two tasks a link ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum LinkKind {
    /// Finish to start.
    #[default]
    #[serde(rename = "FS")]
    FinishStart,
    /// Start to start.
    #[serde(rename = "SS")]
    StartStart,
    /// Finish to finish.
    #[serde(rename = "FF")]
    FinishFinish,
    /// Start to finish.
    #[serde(rename = "SF")]
    StartFinish,
}

/// The part of the project an activity belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the documentation")]
pub enum Phase {
    FrontEnd,
    Design,
    Permit,
    Utility,
    Procure,
    Demolition,
    Civil,
    Structural,
    Building,
    Mep,
    Fire,
    Network,
    Controls,
    Commission,
    Handover,
}

/// How an activity is expanded into tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActivityPer {
    /// One task.
    Site,
    /// One task for each converted hall.
    Hall,
    /// One task for each bank of the listed services.
    Bank,
}

/// The part of a candidate that sets a task's duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DurationOf {
    /// Order to site.
    Lead,
    /// Setting and connecting.
    Install,
}

/// A cost that is paid as a share of the direct cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SoftCost {
    /// A name unique among the soft costs.
    pub id: String,
    /// What it pays for.
    pub name: String,
    /// Percent of the direct cost (equipment, installation, work).
    pub pct: Estimate,
    /// What it is part of: soft cost, contingency, or the owner's side.
    #[serde(default = "soft")]
    pub scope: CostScope,
    /// Whether the percentage is for each year from the catalogs' price level to the midpoint of spending.
    #[serde(default)]
    pub per_year: bool,
    /// CSI MasterFormat section.
    pub masterformat: String,
}

fn soft() -> CostScope {
    CostScope::Soft
}

/// A coolant with its properties over temperature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coolant {
    /// A name unique among the coolants: `pg25`, `water`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Properties, by rising temperature.
    #[schemars(length(min = 2))]
    pub rows: Vec<FluidRow>,
    /// Antifreeze by volume, percent.
    #[serde(default)]
    #[schemars(range(min = 0, max = 70))]
    pub antifreeze_pct: f64,
    /// Ids of its sources.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Conditions, conflicts.
    pub note: Option<String>,
}

/// Properties of a fluid at one temperature.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FluidRow {
    /// Temperature.
    pub celsius: f64,
    /// Density.
    pub density_kg_per_m3: f64,
    /// Specific heat capacity.
    pub heat_capacity_kj_per_kg_k: f64,
    /// Dynamic viscosity.
    pub viscosity_mpa_s: f64,
}

/// The hours of a year by outdoor temperature in one climate zone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClimateTable {
    /// ASHRAE 169 climate zone: `5B`.
    pub zone: String,
    /// The station whose year it is.
    pub station: String,
    /// Bins that sum to 8,760 hours.
    #[schemars(length(min = 1))]
    pub bins: Vec<ClimateBin>,
    /// Ids of its sources.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// How far the station stands for the zone.
    pub note: Option<String>,
}

/// Something that an authority or a utility asks for above a size.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// A name unique among the rules.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What is measured.
    pub trigger: RuleTrigger,
    /// The size from which it applies, in the trigger's unit.
    #[schemars(range(min = 0))]
    pub at_least: f64,
    /// Regions (ISO 3166-2, `US-TX`, or a country, `US`) where it applies; empty: everywhere.
    #[serde(default)]
    pub regions: Vec<String>,
    /// Grid operators under whom it applies; empty: all.
    #[serde(default)]
    pub grid_operators: Vec<String>,
    /// Ozone classes in which it applies; empty: all.
    #[serde(default)]
    pub ozone: Vec<OzoneClass>,
    /// Applies only where the plan enlarges the connection: rules for new and expanded loads.
    #[serde(default)]
    pub only_if_enlarged: bool,
    /// What it asks for.
    pub asks: String,
    /// The permit whose path it decides, where it does.
    pub permit: Option<Permit>,
    /// The path it leads to.
    pub path: Option<ApprovalPath>,
    /// Ids of its sources.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Conditions, conflicts.
    pub note: Option<String>,
}

/// What specifications ask to be delivered with equipment, to be kept in store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpareRule {
    /// A name unique among the rules of spares.
    #[schemars(regex(pattern = r"^[a-z][a-z0-9_]*$"))]
    pub id: String,
    /// What is kept: `Fuses of each type and rating`.
    pub name: String,
    /// Of what one is counted: `each`, `set` ...
    pub unit: String,
    /// What the items supply that it goes with.
    #[schemars(length(min = 1))]
    pub services: Vec<Service>,
    /// MasterFormat sections of these items; empty: all.
    #[serde(default)]
    pub sections: Vec<String>,
    /// One for so many units of an item, and for a rest of them.
    #[schemars(range(min = 0.01, max = 1000000))]
    pub one_for: f64,
    /// No fewer than these for an item.
    #[serde(default)]
    #[schemars(range(min = 0, max = 1000))]
    pub at_least: u32,
    /// Ids of its sources.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// Conditions, how it was derived.
    pub note: Option<String>,
}

impl SpareRule {
    /// Whether it goes with an item. What is moved is no longer new: its maker is asked for nothing.
    pub fn goes_with(&self, item: &Item) -> bool {
        let of_section = self.sections.is_empty() || self.sections.contains(&item.masterformat);
        item.relocates.is_none() && self.services.contains(&item.service) && of_section
    }
}

/// A constant of a formula, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Which constant.
    pub id: ParameterId,
    /// Its value, in the unit its name ends in.
    pub value: f64,
    /// Ids of its sources.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// What it means, where it holds.
    pub note: Option<String>,
}

/// The constants that formulas use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParameterId {
    /// Power factor of the load at boards and transformers.
    PowerFactor,
    /// Part of an ampere rating that may be loaded continuously.
    ContinuousLoadPct,
    /// Loss of re-used transformers, percent of the power carried.
    ReusedTransformerLossPct,
    /// Loss of re-used boards and medium-voltage gear, percent of the power carried.
    ReusedGearLossPct,
    /// Loss of re-used UPS, percent of the power carried.
    ReusedUpsLossPct,
    /// Loss from point of delivery to the medium-voltage bus, percent.
    HighVoltageLossPct,
    /// Lights, offices, electrical-room ventilation: percent of IT power.
    HouseLoadPct,
    /// Technology-water volume per kW of liquid heat, L.
    CoolantVolumeLPerKw,
    /// Design approach of CDUs (technology water over facility water), K.
    CduApproachK,
    /// Air entering heat rejection above the design day, from recirculation, K.
    RecirculationK,
    /// Saturation effectiveness of adiabatic pads, percent.
    AdiabaticEffectivenessPct,
    /// Fall of chiller capacity for each K of air above its rating point, percent.
    ChillerDeratePctPerK,
    /// Fall of chiller capacity for each K of water below its rating point, percent.
    ChillerDeratePctPerKWater,
    /// Fall of engine power for each 300 m above 300 m, percent.
    EngineDeratePctPer300M,
    /// Fall of engine power for each K above 40 C, percent.
    EngineDeratePctPerK,
    /// Fall of air-cooled capacity for each 300 m above sea level, percent.
    AirCooledDeratePctPer300M,
    /// Diesel per kWh generated, L.
    FuelLPerKwh,
    /// Gray space (electrical, mechanical, meet-me) over white space, percent.
    GraySpacePct,
    /// Part of a hall's rectangle that can be used after columns, doors and walls, percent.
    UsableFloorPct,
    /// Clear height needed above the rack, m.
    ClearanceAboveRackM,
    /// Mean load of racks and CDUs spread over the rack floor: factor on rack weight per floor area.
    FloorLoadFactor,
    /// Propagation in standard single-mode fiber, us per km one way.
    FiberDelayUsPerKm,
    /// Delay of one in-line amplifier, us.
    AmplifierDelayUs,
    /// Delay of the two line terminals (forward error correction), us for a round trip.
    TerminalDelayUs,
    /// Installation of equipment bought delivered, percent of its price.
    InstallationPct,
    /// Age above which electrical equipment is not kept, years.
    ElectricalLifeYears,
    /// Age above which cooling equipment is not kept, years.
    MechanicalLifeYears,
    /// Fan and pump power of re-used cooling plant, percent of its rating.
    ReusedCoolingPowerPct,
    /// Usable part of a re-used asset's nameplate in fair condition, percent.
    FairConditionPct,
    /// Pressure lost outside the racks in the technology loop: branches, valves, headers, kPa.
    TechnologyLoopKpa,
    /// Pressure lost in the facility loop with water: mains, valves and strainers, CDUs and coolers, kPa.
    FacilityLoopKpa,
    /// The part of it that is lost in mains, valves and strainers, kPa.
    FacilityPipeKpa,
    /// Efficiency of pump, motor and drive together, percent.
    PumpEfficiencyPct,
    /// Design velocity of water in mains, m/s.
    PipeVelocityMPerS,
    /// Temperature rise of the facility water over the CDUs, K.
    FacilityWaterRiseK,
    /// Facility-water volume by heat carried, L per kW.
    FacilityVolumeLPerKw,
    /// Time in which dry or wet coolers carry full heat again after a loss of utility power, min.
    CoolerRestartMinutes,
    /// The same of chillers.
    ChillerRestartMinutes,
    /// Rise of chilled water that air-side units bear during a restart, K.
    ChilledWaterRiseLimitK,
    /// Winter temperature taken where a facility gives none, C.
    UnknownWinterC,
    /// Steel of dunnage, pipe racks and roof by white-space floor, kg per m2.
    SteelKgPerM2,
    /// Length of acoustic screen by IT power, m per MW.
    AcousticScreenMPerMw,
    /// Distance below which neighbors call for a screen, m.
    AcousticDistanceM,
    /// Current of one medium-voltage circuit, A.
    MediumVoltageCircuitA,
    /// Room in medium-voltage circuits for losses and plant, percent of the fixed load.
    CableMarginPct,
    /// Length of the circuit from the site's bus to a hall where the facility gives none, m.
    SubstationDistanceM,
    /// Route length over line of sight.
    RouteFactor,
    /// Longest span without an in-line amplifier, km.
    AmplifierSpanKm,
    /// Capacity of one wavelength, Gbit/s.
    WavelengthGbps,
    /// Hours a year with which the emissions of an emergency engine are counted, h.
    EmergencyHoursPerYear,
    /// Power of one network or storage rack, kW.
    NetworkRackKw,
    /// Width of cold aisles, m.
    ColdAisleM,
    /// Width of hot aisles, m.
    HotAisleM,
    /// Cross aisle at the ends of rows and clearance to walls, m.
    CrossAisleM,
    /// Racks in a row after which a cross aisle is left.
    RacksPerRow,
    /// Farthest that halls of one training cluster may lie apart, m.
    ClusterReachM,
    /// Part of its wet capacity that the coil of a closed tower has when it runs dry, percent.
    TowerDryPct,
    /// Year at whose beginning the prices of the catalogs stand.
    PriceLevelYear,
    /// From the start of a project to the midpoint of its spending, years.
    YearsToMidpoint,
    /// Between the planned stop of miners that earn and the latest that delays no hall, weeks.
    MiningStopFloatWeeks,
    /// Between the planned order and the latest that delays no hall, where the lead time's range asks for no more, weeks.
    OrderFloatWeeks,
    /// Part of the year in which the load runs at full power, percent.
    LoadFactorPct,
    /// Width of ground disturbed by a trench with its spoil and machines, m.
    TrenchWidthM,
    /// Air of a data hall at the inlets of its racks, C.
    RoomAirC,
    /// Relative humidity of that air, percent.
    RoomHumidityPct,
    /// Rise of the air over racks and air-side units, K.
    RoomAirRiseK,
    /// Coldest pipe above the dew point of the room, K.
    CondensationMarginK,
    /// Cycles of concentration of evaporative plant: salts in the basin over salts in the make-up.
    CyclesOfConcentration,
    /// Rise of the air over the coil of an adiabatic cooler at full air flow, K.
    AdiabaticAirRiseK,
    /// Least power of fans that run, percent of their full power.
    FanFloorPct,
    /// Outdoor air below the leaving water at which the coil of a free-cooling chiller takes all heat, K.
    FreeCoolingApproachK,
    /// Fans of a chiller at full speed, percent of its rated heat.
    ChillerFanPct,
    /// Fall of a chiller's coefficient of performance for each K of warmer air.
    ChillerCopFallPerK,
    /// Least coefficient of performance of a chiller.
    ChillerCopFloor,
    /// Output that an hour loses where work goes on in two shifts, percent of that in one.
    ShiftProductivityLossPct,
    /// What the second shift is paid above the first, percent of the wage.
    ShiftDifferentialPct,
    /// Labor in the cost of work in place, percent.
    LaborSharePct,
    /// Lead time from which the owner is proposed to buy equipment himself, weeks.
    OwnerSupplyLeadWeeks,
    /// Part of an order of equipment that is paid with it, percent.
    DepositPct,
    /// Part of it that is paid when the goods are on site, percent; the rest when their hall is ready.
    DeliveryPaymentPct,
    /// Part of work in place that is held back until its hall is ready, percent.
    RetainagePct,
    /// Part of what the utility builds that is paid before it does, percent.
    UtilityAdvancePct,
    /// From what makes a payment due to the payment, days.
    PaymentDays,
}
