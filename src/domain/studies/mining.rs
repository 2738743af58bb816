//! Mining beside the conversion: what keeps hashing until each hall is ready, and what can hash afterwards.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Power of miners and data halls over the project, and what mining earns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MiningStudy {
    /// The project in spans of equal power, by date; empty where no hall mines.
    pub phases: Vec<MiningPhase>,
    /// What miners do not draw until the last hall is ready because they give way to data halls, MWh: every day taken as the
    /// design day, so at the most.
    pub curtailed_mwh: f64,
    /// The margin of that, USD; nothing where no margin is given.
    pub curtailed_usd: Option<f64>,
    /// Margin earned from the project's start to the last hall's ready date, less what is lost by giving way, USD; nothing where no
    /// margin is given.
    pub earned_usd: Option<f64>,
    /// Margin lost by halls from their stop to their ready date, USD; nothing where no margin is given.
    pub lost_usd: Option<f64>,
    /// After the last hall is ready.
    pub after: AfterConversion,
    /// Power from gas on site; nothing where no gas is at hand.
    pub bridge: Option<BridgePower>,
}

/// A span in which the power of miners and data halls does not change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MiningPhase {
    /// First day.
    pub from: Date,
    /// What changes on it.
    pub events: Vec<String>,
    /// What miners draw whose halls have not stopped, MW.
    pub mining_mw: f64,
    /// What they would draw besides, and give up to the data halls on the design day, MW.
    pub given_up_mw: f64,
    /// Racks of the data halls that are ready, MW.
    pub data_mw: f64,
    /// What these halls draw at the point of delivery on the design day, MW: the site's draw, shared by rack power.
    pub draw_mw: f64,
    /// Power that may be drawn, MW: firm and curtailable power, the utility's steps and engines as they come.
    pub supply_mw: f64,
    /// Supply less what miners and data halls draw, MW.
    pub headroom_mw: f64,
}

/// Power left for miners once all halls are ready. Headroom is that of the design day; in cooler hours there is more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfterConversion {
    /// Power that may be drawn, curtailable power with it, MW.
    pub supply_mw: f64,
    /// Draw of the data halls on the design day, MW.
    pub draw_mw: f64,
    /// Miners in halls that are not converted, MW.
    pub miners_mw: f64,
    /// Of these, what the headroom of the design day carries, MW.
    pub hashing_mw: f64,
    /// Headroom left beyond them, MW: miners for it would need a place to stand.
    pub unused_mw: f64,
    /// Margin of `hashing_mw` over 8,760 hours, USD a year; nothing where no margin is given.
    pub hashing_usd_per_year: Option<f64>,
    /// The same of `unused_mw`.
    pub unused_usd_per_year: Option<f64>,
}

/// Power from gas on site, and how long it stands in for the grid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BridgePower {
    /// Electric power that the gas could fuel, MW.
    pub gas_mw: f64,
    /// Power of the engines bought, with their redundancy taken, MW.
    pub engines_mw: f64,
    /// Day the engines are built, where any are bought.
    pub engines_built: Option<Date>,
    /// Day the utility's step is connected, where one is bought.
    pub step_connected: Option<Date>,
    /// Weeks from the one to the other; nothing where the engines are no bridge.
    pub weeks: Option<f64>,
}
