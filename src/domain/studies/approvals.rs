//! Approvals: what rules ask of the plan, when its permits are due, and what limits the work.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{ApprovalPath, Permit, Range, RuleTrigger};

/// Rules that concern the site, its permits, its crews and seasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalStudy {
    /// What rules measure, each trigger once.
    pub sizes: Vec<Size>,
    /// Every rule of the site's region, grid operator and ozone class, in the order of the catalogs.
    pub rules: Vec<RuleResult>,
    /// How many of the rules, checked or not, name a region: without one, nothing here is of the site's own authorities.
    pub local_rules: u32,
    /// Ids of rules that could not be checked because the facility gives no `region`, or no `utility.grid_operator`.
    pub unchecked: Vec<String>,
    /// Each permit with its task.
    pub permits: Vec<PermitPlan>,
    /// Trades that the facility limits.
    pub crews: Vec<CrewLimit>,
    /// Spans of the project in which work outdoors stands still.
    pub outdoor_stops: Vec<OutdoorStop>,
}

/// What rules of one trigger measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Size {
    /// What is measured.
    pub trigger: RuleTrigger,
    /// As far as it is known, in the trigger's unit.
    pub value: f64,
    /// What is missing in the value, so that it may be larger; nothing where it is complete.
    pub missing: Option<String>,
}

/// A rule held against the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleResult {
    /// Id in the catalog.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it measures.
    pub trigger: RuleTrigger,
    /// The size from which it applies, in the trigger's unit.
    pub at_least: f64,
    /// Whether it applies.
    pub status: RuleStatus,
    /// What it asks for.
    pub asks: String,
    /// The permit it belongs to.
    pub permit: Option<Permit>,
    /// The path it leads to.
    pub path: Option<ApprovalPath>,
    /// Conditions.
    pub note: Option<String>,
    /// Ids of its sources.
    pub sources: Vec<String>,
    /// `high`, `medium`, `low` or `estimate`.
    pub confidence: String,
}

/// Whether a rule applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleStatus {
    /// The size is reached.
    Applies,
    /// The size is reached, but the rule is for new and enlarged connections, and the plan enlarges none.
    NotEnlarged,
    /// The size is not known far enough.
    Unknown,
    /// At most 20 % below the size.
    Near,
    /// Below the size.
    Below,
}

/// A permit with its task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PermitPlan {
    /// Which.
    pub permit: Permit,
    /// The task that obtains it.
    pub task: String,
    /// The path that the facility names; without it the task is planned over all paths.
    pub path: Option<ApprovalPath>,
    /// Whether it is held.
    pub held: bool,
    /// Duration, weeks.
    pub weeks: Range,
    /// Planned start.
    pub start: Date,
    /// Planned finish.
    pub finish: Date,
    /// Days by which it may slip without delaying a hall.
    pub total_float_days: i64,
    /// Whether it has no float.
    pub critical: bool,
    /// The path that rules lead to, where it is harder than what is planned with.
    pub harder: Option<HarderPath>,
}

/// A path that rules lead to, beyond what is planned with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HarderPath {
    /// Which.
    pub path: ApprovalPath,
    /// Names of the rules that lead to it.
    pub rules: Vec<String>,
    /// Duration on it, weeks, where the catalogs give one.
    pub weeks: Option<Range>,
    /// Weeks by which a hall would be later at likely durations, the float used.
    pub delay_weeks: Option<f64>,
}

/// A trade that can work in so many halls only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrewLimit {
    /// Which, as in the facility file.
    pub trade: String,
    /// Halls in which it works at the same time.
    pub halls: u32,
}

/// A span in which work outdoors stands still.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutdoorStop {
    /// First working day lost.
    pub first: Date,
    /// Last working day lost.
    pub last: Date,
    /// Working days lost.
    pub working_days: u32,
}
