//! The validated site: facility, target and catalogs with every reference resolved.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::domain::plan::{Assumption, InputFile};
use crate::domain::{Calendar, Objective, Place, Range, Service, TaskCalendar};
use crate::input::catalog::{
    Activity, ClimateTable, Coolant, DurationOf, Estimate, Item, Parameter, ParameterId, Rule, SoftCost, Source,
    SpareRule, Trade,
};
use crate::input::facility::{
    ApprovalPath, AssetKind, BuildMethod, Climate, ClimateBin, Condition, EnvelopeKind, FiberKind, HallKind, Mining,
    OzoneClass, Permit, Utility,
};
use crate::input::target::Target;

/// Everything a plan is made from. Made by [`crate::validate`] alone; later stages trust it.
#[derive(Clone, Debug)]
pub struct Site {
    /// The facility's name.
    pub name: String,
    /// Town, state, country.
    pub place: String,
    /// State or province, ISO 3166-2.
    pub region: Option<String>,
    /// Class for ozone where the standard is not attained.
    pub ozone_nonattainment: Option<OzoneClass>,
    /// Height above sea level, m.
    pub elevation_m: f64,
    /// Design day.
    pub climate: Climate,
    /// The year at the site, with where it comes from; nothing where neither bins nor a zone are given.
    pub year: Option<Year>,
    /// Local construction cost over the catalogs' average.
    pub regional_cost_index: f64,
    /// Grid connection; `curtailable_mw <= firm_mw <= approved_mw`.
    pub utility: Utility,
    /// Assets, in file order.
    pub assets: Vec<SiteAsset>,
    /// Equipment on order, in file order.
    pub orders: Vec<SiteOrder>,
    /// All halls, in file order, convertible or not.
    pub halls: Vec<SiteHall>,
    /// Fiber routes, in file order.
    pub fiber_routes: Vec<SiteRoute>,
    /// Water that may be drawn, m3 a day.
    pub water_m3_per_day: f64,
    /// Free ground, m2.
    pub yard_m2: f64,
    /// Distance to the nearest dwelling, m, where known.
    pub nearest_neighbor_m: Option<f64>,
    /// Permits held.
    pub permits_held: Vec<Permit>,
    /// The path that permits take here, where known.
    pub approval_paths: BTreeMap<Permit, ApprovalPath>,
    /// Halls in which a trade can work at the same time.
    pub crews: BTreeMap<Trade, u32>,
    /// Mining margin, where given.
    pub mining: Option<Mining>,
    /// First day of the project.
    pub start_date: Date,
    /// Day the plan is made for.
    pub as_of: Date,
    /// Working days.
    pub calendar: Calendar,
    /// Working days of what is done outdoors.
    pub outdoor_calendar: Calendar,
    /// What the tenant needs; every hall it names exists.
    pub target: Target,
    /// Items, activities, soft costs and parameters.
    pub catalog: Catalog,
    /// Files read.
    pub inputs: Vec<InputFile>,
    /// What the facility's author marked as assumed.
    pub assumed: Vec<Assumption>,
    /// Warnings of validation, as text.
    pub warnings: Vec<String>,
    /// File and line of every field: `facility.halls.barn.mining_mw` to `facility.yaml:31`; `catalog.activities.A05` to
    /// `activities.yaml:63`.
    pub positions: BTreeMap<String, String>,
}

impl Site {
    /// The halls that are planned, in file order: those that may be converted, less those left to mining for want of a rack
    /// that fits.
    pub fn convertible_halls(&self) -> impl Iterator<Item = &SiteHall> {
        self.halls.iter().filter(|hall| hall.is_converted())
    }

    /// Whether a MWh of mining earns a margin, so that miners should not stop sooner than they must.
    pub fn mining_earns(&self) -> bool {
        self.mining.as_ref().is_some_and(|mining| mining.margin_usd_per_mwh > 0.0)
    }

    /// The same site with no more than these racks in the halls named.
    pub fn with_racks(&self, racks: &BTreeMap<String, u32>) -> Site {
        let mut site = self.clone();
        for hall in &mut site.halls {
            hall.racks_fitting = racks.get(&hall.id).copied().or(hall.racks_fitting);
        }
        site
    }

    /// The hall of a place; none for the site.
    pub fn hall(&self, place: &Place) -> Option<&SiteHall> {
        self.halls.iter().find(|hall| place.hall() == Some(&hall.id))
    }

    /// Low voltage of a place, V: its hall's, else the target's.
    pub fn low_voltage_v(&self, place: &Place) -> f64 {
        self.hall(place).map_or(self.target.distribution_voltage_v, |hall| hall.low_voltage_v)
    }

    /// `facility.yaml:31 (halls.barn.mining_mw)` for the field `halls.barn.mining_mw` of the file with this role
    /// (`facility` or `target`); without the line where the field is a default.
    pub fn origin(&self, role: &str, path: &str) -> String {
        match self.positions.get(&format!("{role}.{path}")) {
            Some(position) => format!("{position} ({path})"),
            None => format!("{role} default ({path})"),
        }
    }

    /// Whether an origin names a line of the facility or of the target.
    pub fn is_written(&self, origin: &str) -> bool {
        let of_site =
            |key: &str| ["facility.", "target."].iter().find_map(|role| key.strip_prefix(role).map(str::to_owned));
        let mut written = self.positions.iter().filter_map(|(key, position)| Some((of_site(key)?, position)));
        written.any(|(path, position)| origin == format!("{position} ({path})"))
    }

    /// A soft cost in percent of the direct cost; what is given by year is taken from the catalogs' price level to the
    /// midpoint of spending.
    pub fn soft_pct(&self, cost: &SoftCost) -> Range {
        let start = f64::from(self.start_date.year()) + f64::from(self.start_date.day_of_year() - 1) / 365.25;
        let midpoint = start + self.parameter(ParameterId::YearsToMidpoint);
        let years = (midpoint - self.parameter(ParameterId::PriceLevelYear)).max(0.0);
        cost.pct.range() * if cost.per_year { years } else { 1.0 }
    }

    /// All soft costs together, likely, as a share of the direct cost.
    pub fn soft_share(&self) -> f64 {
        self.catalog.soft_costs.iter().map(|cost| self.soft_pct(cost).likely / 100.0).sum()
    }

    /// The calendar on which a task passes.
    pub fn calendar_of(&self, kind: TaskCalendar) -> &Calendar {
        static EVERY_DAY: Calendar = Calendar::every_day();
        match kind {
            TaskCalendar::Worked => &self.calendar,
            TaskCalendar::Outdoors => &self.outdoor_calendar,
            TaskCalendar::Elapsed => &EVERY_DAY,
        }
    }

    /// How long an activity takes that does not hang on a choice: on the path that the facility names for its permit, else
    /// its own duration; nothing where the permit is held.
    pub fn approval_weeks(&self, activity: &Activity) -> Range {
        if activity.permit.is_some_and(|permit| self.permits_held.contains(&permit)) {
            return Range::ZERO;
        }
        let path = activity.permit.and_then(|permit| self.approval_paths.get(&permit));
        let estimate = path.and_then(|path| activity.by_path.get(path)).or(activity.duration_weeks.as_ref());
        estimate.map_or(Range::ZERO, Estimate::range)
    }

    /// What is minimized: as asked, else money and time together where a week has a value for some hall, else capex.
    pub fn objective(&self) -> Objective {
        let valued = self.convertible_halls().any(|hall| self.value_of_week_usd(&hall.place()).is_some());
        self.target.objective.unwrap_or(if valued { Objective::Value } else { Objective::Capex })
    }

    /// What is minimized, in words, and whether ways to buy time are left out.
    pub fn objective_in_words(&self) -> String {
        let unpaid = if self.time_has_worth() { "" } else { "; ways to buy time are not weighed" };
        self.objective().in_words(self.target.capex_tolerance_pct) + unpaid
    }

    /// What one week earlier is worth for a hall, USD: its own value, else the target's.
    pub fn value_of_week_usd(&self, place: &Place) -> Option<f64> {
        self.hall(place).and_then(|hall| hall.value_of_week_usd).or(self.target.value_of_week_usd)
    }

    /// Whether an earlier date can be worth money to this plan.
    pub fn time_has_worth(&self) -> bool {
        self.target.ready_date.is_some() || !matches!(self.objective(), Objective::Capex | Objective::Mw)
    }

    /// The coolant of the technology loop.
    pub fn coolant(&self) -> &Coolant {
        &self.catalog.coolants[&self.target.rack.coolant]
    }

    /// A constant of a formula.
    pub fn parameter(&self, id: ParameterId) -> f64 {
        self.catalog.parameters[&id].value
    }
}

/// The hours of a year by outdoor temperature.
#[derive(Clone, Debug)]
pub struct Year {
    /// Bins that sum to 8,760 hours.
    pub bins: Vec<ClimateBin>,
    /// The facility, or the zone and station of the catalogs' table.
    pub origin: String,
}

/// A fiber route with its length and amplifiers resolved.
#[derive(Clone, Debug)]
pub struct SiteRoute {
    /// Name in the facility.
    pub id: String,
    /// Where it ends.
    pub point_of_presence: String,
    /// Length, km.
    pub length_km: f64,
    /// The facility's length, or line of sight times the route factor.
    pub length_origin: String,
    /// What it offers.
    pub fiber: FiberKind,
    /// Dark strands to lease.
    pub dark_strands: u32,
    /// Part to be built, km.
    pub build_km: f64,
    /// How that is built.
    pub build_method: Option<BuildMethod>,
    /// Class I railroads crossed in new bores.
    pub railroad_crossings: u32,
    /// Segments it uses.
    pub segments: Vec<String>,
    /// In-line amplifiers.
    pub amplifiers: u32,
    /// Entrance onto the site, where named.
    pub entrance: Option<String>,
}

/// An asset with its nameplate in the unit of its kind.
#[derive(Clone, Debug)]
pub struct SiteAsset {
    /// Name in the facility.
    pub id: String,
    /// What it is.
    pub kind: AssetKind,
    /// Equal units.
    pub count: u32,
    /// Nameplate of one unit in [`AssetKind::rating_unit`].
    pub nameplate: f64,
    /// Line-to-line voltage on the load side, V.
    pub voltage_v: Option<f64>,
    /// Interrupting rating, kA.
    pub interrupting_rating_ka: Option<f64>,
    /// Impedance, percent.
    pub impedance_pct: Option<f64>,
    /// Leaving water of the rating, C.
    pub rated_leaving_water_c: Option<f64>,
    /// Entering air of the rating, C.
    pub rated_entering_air_c: Option<f64>,
    /// Years in service.
    pub age_years: f64,
    /// What a survey found.
    pub condition: Condition,
    /// Hall or site; the hall exists.
    pub place: Place,
}

/// Equipment on order; its item is in the catalogs and serves something in its place.
#[derive(Clone, Debug)]
pub struct SiteOrder {
    /// Name in the facility.
    pub id: String,
    /// Id of the catalogs' item.
    pub item: String,
    /// Units.
    pub count: u32,
    /// Hall or site; the hall exists.
    pub place: Place,
    /// Day on which it arrives.
    pub arrives: Date,
    /// What remains to be paid for all units, USD, where it is known.
    pub remaining_usd: Option<f64>,
}

impl AssetKind {
    /// The unit of the kind's nameplate.
    pub const fn rating_unit(self) -> &'static str {
        match self {
            AssetKind::PowerTransformer | AssetKind::Transformer => "kVA",
            AssetKind::MvSwitchgear | AssetKind::LvSwitchboard => "A",
            AssetKind::Battery => "kWh",
            AssetKind::FuelTank => "L",
            AssetKind::Ups
            | AssetKind::Generator
            | AssetKind::DryCooler
            | AssetKind::EvaporativeTower
            | AssetKind::ExhaustFan
            | AssetKind::ImmersionTank
            | AssetKind::MiningContainer => "kW",
        }
    }

    /// The service a data hall can have of the kind; nothing for mining equipment proper.
    pub const fn service(self) -> Option<Service> {
        match self {
            AssetKind::PowerTransformer => Some(Service::HighVoltageTransformation),
            AssetKind::MvSwitchgear => Some(Service::MediumVoltage),
            AssetKind::Transformer => Some(Service::Transformation),
            AssetKind::LvSwitchboard => Some(Service::LowVoltagePower),
            AssetKind::Ups => Some(Service::CriticalPower),
            AssetKind::Battery => Some(Service::RideThrough),
            AssetKind::Generator => Some(Service::StandbyPower),
            AssetKind::FuelTank => Some(Service::Fuel),
            AssetKind::DryCooler | AssetKind::EvaporativeTower => Some(Service::HeatRejection),
            AssetKind::ExhaustFan | AssetKind::ImmersionTank | AssetKind::MiningContainer => None,
        }
    }
}

/// A hall with what the tenant asked of it.
#[derive(Clone, Debug)]
pub struct SiteHall {
    /// Name in the facility.
    pub id: String,
    /// What stands there.
    pub kind: HallKind,
    /// Inside length, m.
    pub length_m: f64,
    /// Inside width, m.
    pub width_m: f64,
    /// Clear height, m.
    pub clear_height_m: f64,
    /// Slab rating, kg/m2.
    pub slab_kg_per_m2: Option<f64>,
    /// How well it is closed.
    pub envelope: EnvelopeKind,
    /// Mining draw, MW.
    pub mining_mw: f64,
    /// Whether it may be converted.
    pub convertible: bool,
    /// First day its miners may be stopped.
    pub mining_may_stop: Option<Date>,
    /// Day on which its miners leave for good, of a hall that is not converted.
    pub mining_ends: Option<Date>,
    /// Low voltage of its distribution, V: its own, else the target's.
    pub low_voltage_v: f64,
    /// Racks the target names for it, where it does.
    pub racks_asked: Option<u32>,
    /// Racks that fit, where it has been found that not all asked for do; with none it is left to mining.
    pub racks_fitting: Option<u32>,
    /// What one week earlier is worth for this hall, USD, where it has a value of its own.
    pub value_of_week_usd: Option<f64>,
    /// Cable route from the medium-voltage bus, m: its own, else the catalogs'.
    pub substation_distance_m: f64,
    /// Width and height of the largest door, m, where both are known.
    pub door_m: Option<(f64, f64)>,
    /// Middle of the hall east and north of the site's origin, m, where both are known.
    pub position_m: Option<(f64, f64)>,
}

impl SiteHall {
    /// The hall as a place.
    pub fn place(&self) -> Place {
        Place::Hall(self.id.clone())
    }

    /// Whether it is planned: it may be converted, and is not left to mining for want of a rack that fits.
    pub fn is_converted(&self) -> bool {
        self.convertible && self.racks_fitting != Some(0)
    }
}

/// All catalogs in one, later files over earlier ones.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Items by id.
    pub items: BTreeMap<String, Item>,
    /// Activities in file order; every link names one of them.
    pub activities: Vec<Activity>,
    /// Soft costs in file order.
    pub soft_costs: Vec<SoftCost>,
    /// Every parameter has a row.
    pub parameters: BTreeMap<ParameterId, Parameter>,
    /// Sources by id.
    pub sources: BTreeMap<String, Source>,
    /// Coolants by id.
    pub coolants: BTreeMap<String, Coolant>,
    /// Years by climate zone.
    pub climates: BTreeMap<String, ClimateTable>,
    /// Rules of authorities and utilities, in file order.
    pub rules: Vec<Rule>,
    /// What specifications ask to be kept in store; one that overrides another stands in its place.
    pub spares: Vec<SpareRule>,
}

impl Catalog {
    /// The first activity that takes its duration from this part of a service's bank.
    pub fn activity_for(&self, service: Service, of: DurationOf) -> Option<&Activity> {
        self.activities.iter().find(|a| a.duration_of == Some(of) && a.services.contains(&service))
    }

    /// Items that may be bought for a service, in order of their ids.
    pub fn items_for(&self, service: Service) -> impl Iterator<Item = &Item> {
        self.items.values().filter(move |item| item.serves(service))
    }

    /// The work of moving one unit of a kind of equipment, where its price is known.
    pub fn relocation(&self, kind: AssetKind) -> Option<&Item> {
        self.items.values().find(|item| item.relocates == Some(kind) && item.cost_usd.is_some())
    }
}
