//! The plan: everything that was decided, with its evidence. `plan.json` (schema [`PLAN_SCHEMA`]) is this type written out,
//! and every report is rendered from it alone.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::blocks::OnBoards;
use crate::domain::bought::{BoughtItem, OtherItem, PaymentTerms, Spare};
use crate::domain::calendar::{Calendar, Holiday, date_of, day_number};
use crate::domain::fit::Fit;
use crate::domain::range::cents;
use crate::domain::studies::Studies;
use crate::domain::{Confidence, Mode, Place, Policy, Range, Service, TaskCalendar, Total};

/// The schema of `plan.json` that this version writes and reads.
pub const PLAN_SCHEMA: &str = "retrofit/plan/7";

/// The whole result for one site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Always [`PLAN_SCHEMA`].
    pub schema: String,
    /// Version of the program that made it.
    pub version: String,
    /// Day the plan is made for: order-by dates before it are past.
    pub as_of: Date,
    /// Files it was made from.
    pub inputs: Vec<InputFile>,
    /// The site in short.
    pub site: SiteSummary,
    /// How the solver ended, and what that proves.
    pub solution: Solution,
    /// How many of the racks asked for fit; only with the objective `mw`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<Fit>,
    /// All money.
    pub capex: Capex,
    /// Each converted hall.
    pub halls: Vec<HallPlan>,
    /// Ids of the converted halls in the order in which crews that cannot work in all at once go through them; empty where that is
    /// the facility's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hall_order: Vec<String>,
    /// Every demand, with its derivation.
    pub requirements: Vec<Requirement>,
    /// What becomes of each asset.
    pub assets: Vec<AssetDecision>,
    /// What becomes of equipment that is on order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub on_order: Vec<OrderDecision>,
    /// How each requirement is supplied.
    pub banks: Vec<BankPlan>,
    /// All work.
    pub tasks: Vec<Task>,
    /// The days on which work passes, one for each kind of calendar.
    pub calendars: Vec<WorkCalendar>,
    /// What to buy.
    pub bom: Vec<BomLine>,
    /// The catalog items that it names, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bought: Vec<BoughtItem>,
    /// The catalog items that ways not chosen would have bought, by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub other_items: BTreeMap<String, OtherItem>,
    /// What is recommended to be kept in store for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spares: Vec<Spare>,
    /// How orders and work are taken to be paid.
    pub payment: PaymentTerms,
    /// What follows from the choice, for the engineers who sign it.
    pub studies: Studies,
    /// What the reader must know and the files do not say.
    pub assumptions: Vec<Assumption>,
    /// Warnings of the run, as text.
    pub warnings: Vec<String>,
    /// The sources that figures of this plan name.
    pub sources: Vec<SourceRecord>,
}

/// The role of an [`InputFile`] that is a value set beside the files.
pub const OVERRIDE: &str = "override";

/// A file the plan was made from, or a value that was set beside the files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InputFile {
    /// `facility`, `target`, `catalog` or `override`.
    pub role: String,
    /// File name without its folder; of an override what was typed: `utility.firm_mw=9`, `target:racks_per_hall=40`.
    pub name: String,
    /// SHA-256 of its bytes (of an override, of what was typed), hexadecimal.
    pub sha256: String,
}

/// The site in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteSummary {
    /// The facility's name.
    pub facility: String,
    /// Town, state, country.
    pub place: String,
    /// The target's name.
    pub target: String,
    /// Rack product.
    pub rack_model: String,
    /// Power of one rack, kW.
    pub rack_kw: f64,
    /// Design dry bulb, C.
    pub design_dry_bulb_c: f64,
    /// Design wet bulb, C.
    pub design_wet_bulb_c: f64,
    /// Firm power today less the curtailable part, MW.
    pub firm_mw: f64,
    /// First day of the project.
    pub start_date: Date,
    /// Deadline asked for.
    pub ready_date_limit: Option<Date>,
    /// Budget asked for, USD.
    pub budget_usd: Option<f64>,
    /// Worth of a week for each hall, USD.
    pub value_of_week_usd: Option<f64>,
    /// Mining margin, USD per MWh.
    pub mining_margin_usd_per_mwh: Option<f64>,
    /// Coldest temperature of winters, C; nothing where the facility does not say.
    pub extreme_low_c: Option<f64>,
    /// Height above sea level, m.
    pub elevation_m: f64,
    /// Voltage of the site's medium-voltage bus, kV.
    pub medium_voltage_kv: f64,
    /// Frequency, Hz.
    pub frequency_hz: f64,
    /// Temperatures from the design day to the rack, as used.
    pub temperature_chain: Vec<TemperatureNode>,
}

/// One node of the temperature chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemperatureNode {
    /// What is at this temperature.
    pub name: String,
    /// Degrees Celsius.
    pub celsius: f64,
    /// How it follows from the node before.
    pub because: String,
}

/// How the solver ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Solution {
    /// Solver and how it was called.
    pub solver: String,
    /// What was minimized, in order.
    pub objective: String,
    /// Whether the incumbent is proved.
    pub proof: Proof,
    /// Direct cost of the plan in the model, USD (likely prices).
    pub direct_cost_usd: f64,
    /// Lower bound on that cost, USD.
    pub bound_usd: f64,
    /// `(cost - bound) / cost`, percent.
    pub gap_pct: f64,
    /// Weeks, summed over the halls, by which the dates may still be off from the earliest of the objective; 0 where proved.
    pub date_gap_weeks: f64,
    /// Columns of the model.
    pub columns: usize,
    /// Rows of the model.
    pub rows: usize,
    /// Columns that are binary.
    pub binaries: usize,
}

/// What the solver's end proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// Proved optimal within the stated gap.
    Optimal,
    /// A plan that holds, not proved to be the best.
    Incumbent,
}

/// All money of the plan, USD. Likely figures plan; low and high add all ends one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Capex {
    /// Direct cost: the sum of the bill of materials.
    pub direct: Range,
    /// Soft costs, each a share of the direct cost.
    pub soft: Vec<SoftLine>,
    /// Direct and soft together.
    pub total: Range,
    /// Total by IT MW, likely, million USD.
    pub million_usd_per_it_mw: f64,
    /// Direct cost by system and service.
    pub by_service: Vec<ServiceCost>,
    /// Premiums paid for faster delivery, in the direct cost.
    pub expedite_usd: f64,
    /// Premiums paid for reserved slots, in the direct cost.
    pub reserve_usd: f64,
    /// Premiums paid for work in two shifts, in the direct cost.
    pub two_shifts_usd: f64,
    /// Bill-of-material lines priced from a published figure.
    pub lines_priced: usize,
    /// Lines priced by an engineering estimate.
    pub lines_estimated: usize,
    /// Lines without a price; they are not in any sum.
    pub lines_unpriced: usize,
}

/// One soft cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SoftLine {
    /// Id in the catalog.
    pub id: String,
    /// What it pays for.
    pub name: String,
    /// Percent of the direct cost.
    pub pct: Range,
    /// USD: each end of `pct` on the same end of the direct cost.
    pub amount: Range,
}

/// Direct cost of one service over all places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceCost {
    /// The service.
    pub service: Service,
    /// USD.
    pub amount: Range,
}

/// One converted hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallPlan {
    /// Id in the facility.
    pub id: String,
    /// Racks.
    pub racks: u32,
    /// Rack power, MW.
    pub it_mw: f64,
    /// How the number of racks came about.
    pub sized_by: String,
    /// Voltage on which its boards distribute, V.
    pub low_voltage_v: f64,
    /// Mining power that ends, MW.
    pub mining_mw: f64,
    /// Day its miners stop: where mining earns, weeks before the latest day, else so that no successor waits.
    pub mining_stops: Option<Date>,
    /// Latest day on which they could stop without delaying a hall, all float behind it used.
    pub mining_latest_stop: Option<Date>,
    /// Ready for service, at likely durations.
    pub ready: Date,
    /// The same with all durations low, with orders and the stop of mining as early as that needs.
    pub ready_low: Date,
    /// The same with all durations high, with orders and the stop of mining no earlier than planned.
    pub ready_high: Date,
    /// Margin that mining loses from its stop to ready, USD; nothing where no margin is given.
    pub mining_margin_lost_usd: Option<f64>,
    /// Ids of the site's banks for whose new part it does not wait: what they keep carries it and all halls like it.
    pub live_early: Vec<String>,
    /// Ids of the tasks that drive `ready`, first to last.
    pub driving_chain: Vec<String>,
}

/// A demand for one service in one place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// `place.service`; the bank that supplies it has the same id.
    pub id: String,
    /// What is needed.
    pub service: Service,
    /// Where.
    pub place: Place,
    /// The part that does not depend on what is chosen, in the service's unit.
    pub fixed: f64,
    /// The part that the chosen equipment of other banks draws.
    pub drawn: f64,
    /// `fixed + drawn`.
    pub amount: f64,
    /// What assets supply under the policy, after derating.
    pub from_assets: f64,
    /// What is missing: `max(0, amount - from_assets)`.
    pub gap: f64,
    /// The formula of the fixed part, in the names of its inputs; evaluated with them it gives `fixed`.
    pub formula: String,
    /// What the drawn part is, in words.
    pub drawn_by: String,
    /// The formula's inputs with values, units and origins.
    pub inputs: Vec<FormulaInput>,
    /// Publication, clause or input file that the formula rests on.
    pub source: String,
}

/// One input of a formula.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormulaInput {
    /// Its name in the formula.
    pub name: String,
    /// Its value.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// The file and path, or the catalog entry, that it was read from.
    pub origin: String,
}

/// What becomes of one asset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssetDecision {
    /// Id in the facility.
    pub id: String,
    /// Its kind, as in the facility file.
    pub kind: String,
    /// Units.
    pub count: u32,
    /// Nameplate of one unit with its unit: `2,500 kVA`.
    pub rating: String,
    /// Where it stands.
    pub place: Place,
    /// The service it could supply; nothing where no data hall can use it.
    pub service: Option<Service>,
    /// Kept, kept as spare, or not used.
    pub decision: Decision,
    /// Usable capacity of one unit in the service's unit, after derating.
    pub usable_per_unit: f64,
    /// Why, in one sentence.
    pub reason: String,
}

/// What becomes of an asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It supplies its service in the plan.
    Reuse,
    /// Units of it are moved to another place and supply their service there.
    Move,
    /// It could, but the plan is cheaper without it.
    NotNeeded,
    /// It cannot.
    Reject,
    /// It serves a hall that is not converted.
    Untouched,
}

/// What becomes of equipment that was ordered before the plan was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderDecision {
    /// Id in the facility.
    pub id: String,
    /// Catalog id of what was ordered.
    pub item: String,
    /// Units ordered.
    pub count: u32,
    /// Where they are meant for.
    pub place: Place,
    /// Day on which they arrive.
    pub arrives: Date,
    /// What remains to be paid for all of them, USD; nothing where it is not known.
    pub remaining_usd: Option<f64>,
    /// Units that the plan installs.
    pub used: f64,
    /// What it is used for, or what may be done with it.
    pub reason: String,
}

/// How one requirement is supplied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BankPlan {
    /// `place.service`.
    pub id: String,
    /// What it supplies.
    pub service: Service,
    /// Where.
    pub place: Place,
    /// The redundancy it was sized for.
    pub policy: Policy,
    /// What it must carry, in the service's unit.
    pub required: f64,
    /// What another bank supplies of it (a new shell brings its own floor).
    pub supplied_by_others: f64,
    /// What was chosen.
    pub chosen: CandidatePlan,
    /// What was not chosen or not admissible, each with its reason.
    pub alternatives: Vec<Alternative>,
}

/// One way to build a bank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidatePlan {
    /// `12 x ups_block_2500kw`, `existing padmounts + 2 x padmount_2500kva`.
    pub label: String,
    /// Assets kept in it.
    pub kept: Vec<KeptAsset>,
    /// New items.
    pub item: Option<String>,
    /// Number of new units (or quantity, for items by area or length), with those that are on order.
    pub units: f64,
    /// Those of them that are on order already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ordered: Vec<OrderedUnits>,
    /// Usable capacity of one new unit here, after derating.
    pub unit_capacity: f64,
    /// Capacity with the policy's failures taken.
    pub usable: f64,
    /// Greatest fault current behind it, kA: transformers.
    pub fault_current_ka: Option<f64>,
    /// Smallest fault current its gear can interrupt, kA: boards.
    pub interrupting_rating_ka: Option<f64>,
    /// Boards on low voltage, or what stands on them; nothing for all else.
    pub on_boards: Option<OnBoards>,
    /// How time is bought.
    pub mode: Mode,
    /// Direct cost, USD.
    pub cost: Range,
    /// Order to site, weeks.
    pub lead_weeks: Range,
    /// Installation, weeks.
    pub install_weeks: Range,
    /// No installation before this day: what it is built from is not free earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// What it draws of other services.
    pub draws: Vec<Draw>,
    /// What it supplies of other banks' services besides its own: a new shell brings floor and envelope.
    pub covers: Vec<Draw>,
    /// What is bought for it; the bill of materials is the parts of all chosen candidates.
    pub parts: Vec<Part>,
}

/// Something bought, with its price here: regional index, installation and premium included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Catalog id, or `utility.increases.<id>` for the utility's offer.
    pub item: String,
    /// What a buyer would call it.
    pub description: String,
    /// How many.
    pub quantity: f64,
    /// Of what.
    pub unit: String,
    /// Price of one, USD.
    pub unit_price: Option<Range>,
    /// Order to site, weeks, likely; parts beside the main one may be ordered later than it.
    pub lead_weeks: f64,
    /// How the unit price came about: base price, installation, regional index, premium.
    pub price_basis: String,
    /// What of it is the catalog's and what is paid for time; nothing where it is no price of the catalog.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_parts: Option<PriceParts>,
    /// Goods and installation in the unit price; nothing where it holds both undivided, or is not known.
    pub price_split: Option<PriceSplit>,
    /// Published, estimate or unpriced.
    pub price_status: PriceStatus,
    /// How far the catalog trusts the price; nothing for an offer of the facility file, and where no price is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_confidence: Option<Confidence>,
    /// CSI MasterFormat section.
    pub masterformat: String,
    /// UniFormat II element.
    pub uniformat: String,
    /// Ids of the price's sources.
    pub sources: Vec<String>,
    /// The order of the facility that it comes from, where it is on order already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
}

/// What of a unit price is the catalog's and what is paid for time; the rest is installation and the regional index.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceParts {
    /// Likely price in the catalog, USD.
    pub base_usd: f64,
    /// Likely premiums for faster delivery, a reserved slot and two shifts, USD.
    pub time_usd: f64,
}

/// What of a unit price the goods are and what their installation is; the two add up to it at each end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceSplit {
    /// One delivered to site, with what faster delivery or a reserved slot adds, USD: what a purchase order is worth.
    pub goods: Range,
    /// The contractor's work on it at the region's cost, with what a second shift adds, USD.
    pub installation: Range,
}

impl PriceSplit {
    /// A unit price split at the price of the goods; installation is the rest, to the cent.
    pub fn of(unit_price: Range, goods: Range) -> PriceSplit {
        let rest = |end: fn(Range) -> f64| cents(end(unit_price) - end(goods));
        let installation = Range { low: rest(|it| it.low), likely: rest(|it| it.likely), high: rest(|it| it.high) };
        PriceSplit { goods, installation }
    }
}

/// Units that a bank takes of an order which was placed before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderedUnits {
    /// Id of the order in the facility.
    pub order: String,
    /// Units.
    pub units: f64,
}

/// Units of one asset kept in a bank.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptAsset {
    /// Id in the facility.
    pub asset: String,
    /// Units.
    pub units: u32,
    /// Usable capacity of one, after derating.
    pub unit_capacity: f64,
    /// Where it stood before it was moved to the bank's place; nothing where it stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Place>,
}

impl Part {
    /// Quantity times price, USD to the cent; nothing where the price is unknown.
    pub fn amount(&self) -> Option<Range> {
        self.unit_price.map(|price| price.map(|usd| cents(usd * self.quantity)))
    }
}

impl KeptAsset {
    /// What stays where it stands.
    pub fn in_place(asset: String, units: u32, unit_capacity: f64) -> KeptAsset {
        KeptAsset { asset, units, unit_capacity, moved_from: None }
    }

    /// All units together, without redundancy.
    pub fn capacity(&self) -> f64 {
        f64::from(self.units) * self.unit_capacity
    }
}

impl CandidatePlan {
    /// Units of the item that are still to be ordered.
    pub fn units_to_order(&self) -> f64 {
        self.units - self.ordered.iter().map(|ordered| ordered.units).total()
    }

    /// The item in its quantity; nothing where none is bought.
    pub fn buys(&self) -> Option<Quantity> {
        let part = self.parts.iter().find(|part| Some(&part.item) == self.item.as_ref())?;
        Some(Quantity { units: self.units, unit: part.unit.clone() })
    }

    /// What is moved to the bank from elsewhere.
    pub fn moved(&self) -> impl Iterator<Item = &KeptAsset> {
        self.kept.iter().filter(|kept| kept.moved_from.is_some())
    }

    /// Whether something of it comes from a place.
    pub fn takes_from(&self, place: &Place) -> bool {
        self.kept.iter().any(|kept| kept.moved_from.as_ref() == Some(place))
    }
}

/// How many of something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number of units, or the measure of goods by area, length or power.
    pub units: f64,
    /// Of what.
    pub unit: String,
}

/// An amount of another service that a candidate needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// The service drawn on.
    pub service: Service,
    /// Where.
    pub place: Place,
    /// In that service's unit.
    pub amount: f64,
}

/// A candidate that was not chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// As in [`CandidatePlan::label`].
    pub label: String,
    /// The item that it would have bought; nothing where it buys none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// How many of it, with those that are on order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buys: Option<Quantity>,
    /// Ids of the assets that it would have kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
    /// Likely direct cost, USD; nothing where it could not be priced or sized.
    pub cost_usd: Option<f64>,
    /// Capacity with the policy's failures taken; nothing where it could not be sized.
    pub usable: Option<f64>,
    /// Likely lead time, weeks.
    pub lead_weeks: Option<f64>,
    /// Whether it is ruled out whatever it costs: by its rating, by what the site has, or by what else was chosen.
    #[serde(default)]
    pub barred: bool,
    /// Why it was not chosen.
    pub reason: String,
}

impl Alternative {
    /// A candidate that was not chosen for a reason, barred where it is ruled out whatever it costs.
    pub fn of(candidate: &CandidatePlan, barred: bool, reason: String) -> Alternative {
        Alternative {
            label: candidate.label.clone(),
            item: candidate.item.clone(),
            buys: candidate.buys(),
            kept: candidate.kept.iter().map(|kept| kept.asset.clone()).collect(),
            cost_usd: Some(candidate.cost.likely),
            usable: Some(candidate.usable),
            lead_weeks: Some(candidate.lead_weeks.likely),
            barred,
            reason,
        }
    }

    /// What could not be sized or priced, and is ruled out.
    pub fn rejected(label: &str, reason: String) -> Alternative {
        Alternative {
            label: label.to_owned(),
            item: None,
            buys: None,
            kept: Vec::new(),
            cost_usd: None,
            usable: None,
            lead_weeks: None,
            barred: true,
            reason,
        }
    }
}

/// A piece of work with its dates. All dates are days: work starts on the morning of a start and ends on the evening of a finish.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// `A05`, `barn.A16`, `barn.critical_power.A26`.
    pub id: String,
    /// The activity it expands.
    pub activity: String,
    /// What is done.
    pub name: String,
    /// The part of the project.
    pub phase: String,
    /// Hall or site.
    pub place: Place,
    /// The bank it serves.
    pub bank: Option<String>,
    /// Duration in weeks.
    pub weeks: Range,
    /// The days on which it passes.
    pub calendar: TaskCalendar,
    /// Whether this is a supplier's lead time.
    pub is_lead: bool,
    /// Predecessors.
    pub after: Vec<TaskLink>,
    /// No start before this day.
    pub not_before: Option<Date>,
    /// Planned start.
    pub start: Date,
    /// Planned finish (for a task that takes no time, the start).
    pub finish: Date,
    /// Latest start that delays no hall.
    pub late_start: Date,
    /// Latest finish that delays no hall.
    pub late_finish: Date,
    /// Days by which it may slip without delaying a hall, calendar days.
    pub total_float_days: i64,
    /// Days by which it may slip without delaying any successor, calendar days.
    pub free_float_days: i64,
    /// Whether it has no float.
    pub critical: bool,
    /// The predecessor that sets its start; nothing where the project's start or `not_before` does, or the day to which the
    /// stop of miners is put off.
    pub driven_by: Option<String>,
}

/// The days on which tasks of one kind pass.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkCalendar {
    /// The tasks that pass on it.
    pub kind: TaskCalendar,
    /// Working days of a week, from Monday on.
    pub workdays_per_week: u8,
    /// First day for which `closed` is known.
    pub from: Date,
    /// Last day for which `closed` is known, some years after the plan's end, so that a schedule may slip.
    pub until: Date,
    /// Working days of the week on which nothing passes, in spans without a day of work.
    pub closed: Vec<ClosedSpan>,
}

/// Days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedSpan {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

impl ClosedSpan {
    /// Every day of it.
    pub fn days(self) -> impl Iterator<Item = Date> {
        (day_number(self.from)..=day_number(self.to)).map(date_of)
    }
}

impl WorkCalendar {
    /// The calendar for arithmetic.
    pub fn calendar(&self) -> Calendar {
        let closed = self.closed.iter().flat_map(|span| span.days()).map(Holiday::Once);
        Calendar::new(self.workdays_per_week, closed.collect())
    }
}

/// A dependency of one task on another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskLink {
    /// The earlier task's id.
    pub task: String,
    /// `FS`, `SS`, `FF` or `SF`.
    pub kind: String,
    /// Weeks between the two ends, elapsed.
    pub lag_weeks: f64,
}

/// One line of the bill of materials.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BomLine {
    /// Line number, from 1.
    pub line: usize,
    /// The bank it builds.
    pub bank: String,
    /// What the bank supplies.
    pub service: Service,
    /// Hall or site.
    pub place: Place,
    /// Catalog id, or the facility's path for the utility's offers.
    pub item: String,
    /// What a buyer would call it.
    pub description: String,
    /// How many.
    pub quantity: f64,
    /// Of what.
    pub unit: String,
    /// Regional price of one, with installation and all premiums for time, USD; nothing where unknown.
    pub unit_price: Option<Range>,
    /// Quantity times price, USD.
    pub amount: Option<Range>,
    /// How the unit price came about: base price, installation, regional index, premium.
    pub price_basis: String,
    /// As in [`Part::price_parts`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_parts: Option<PriceParts>,
    /// As in [`Part::price_split`].
    pub price_split: Option<PriceSplit>,
    /// `published`, `estimate` or `unpriced`.
    pub price_status: PriceStatus,
    /// As in [`Part::price_confidence`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_confidence: Option<Confidence>,
    /// CSI MasterFormat section.
    pub masterformat: String,
    /// UniFormat II element.
    pub uniformat: String,
    /// Lead time planned with, weeks.
    pub lead_weeks: f64,
    /// Planned order date.
    pub order_planned: Option<Date>,
    /// Latest order date that delays no hall.
    pub order_by: Option<Date>,
    /// Latest day on which it is needed on site without delaying a hall: by its own installation, or by other work that waits for it.
    pub need_by: Option<Date>,
    /// Ids of the price's sources.
    pub sources: Vec<String>,
    /// The order of the facility that it comes from, where it is on order already: then there is nothing to order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
}

impl BomLine {
    /// Price of one as it is ordered, USD: the goods; in place where the price holds installation undivided. Nothing where no price
    /// is known.
    pub fn goods_price(&self) -> Option<Range> {
        self.price_split.map(|split| split.goods).or(self.unit_price)
    }

    /// What its order is worth, USD to the cent, at [`BomLine::goods_price`].
    pub fn order_value(&self) -> Option<Range> {
        self.goods_price().map(|price| price.map(|usd| cents(usd * self.quantity)))
    }

    /// What the contractor's work on it costs beside its order, USD to the cent; nothing where it is not known apart.
    pub fn installation_value(&self) -> Option<Range> {
        let (amount, goods) = (self.amount?, self.price_split.and(self.order_value())?);
        Some(PriceSplit::of(amount, goods).installation)
    }
}

/// How a line's price is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceStatus {
    /// From a published figure.
    Published,
    /// An engineering estimate.
    Estimate,
    /// Not known.
    Unpriced,
}

/// Something the plan takes for granted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// The path in the facility, or the stage that assumed it.
    pub about: String,
    /// What is assumed, and why.
    pub text: String,
}

/// A source that figures of the plan name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceRecord {
    /// Id.
    pub id: String,
    /// Publisher and title.
    pub title: String,
    /// Address.
    pub url: Option<String>,
    /// Date of publication.
    pub date: String,
}
