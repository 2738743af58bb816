//! The network: every fiber route with its round trip, how diverse the chosen ones are, and the fabric inside.

use serde::{Deserialize, Serialize};

use crate::domain::Range;

/// Routes to the world and reach within the site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkStudy {
    /// Diverse routes that the target asks for.
    pub routes_asked: u32,
    /// Longest round trip that the target accepts, ms.
    pub limit_ms: f64,
    /// Longest line of sight within that limit, km, by the catalogs' route factor.
    pub longest_line_of_sight_km: f64,
    /// That route factor.
    pub route_factor: f64,
    /// Strands wanted on each route.
    pub strands_wanted: u32,
    /// Every route of the facility, in file order.
    pub routes: Vec<RouteStudy>,
    /// Every pair of chosen routes.
    pub pairs: Vec<RoutePair>,
    /// What is lit on each route; nothing where the target leaves it to the tenant.
    pub lit: Option<LitCapacity>,
    /// Construction against lease, for each route with a part to be built.
    pub builds: Vec<BuildOrLease>,
    /// The fabric within each converted hall.
    pub fabrics: Vec<HallFabric>,
    /// Meet-me rooms.
    pub meet_me_rooms: u32,
    /// How far multimode fiber reaches at the speed of the fabric, m.
    pub multimode_reach_m: f64,
    /// Farthest that halls of one cluster may lie apart, m.
    pub reach_m: f64,
    /// Every pair of converted halls whose positions are known.
    pub spans: Vec<HallSpan>,
    /// Groups of halls within reach of each other.
    pub clusters: Vec<Cluster>,
    /// Converted halls whose position is not given, where there are several halls.
    pub unlocated: Vec<String>,
}

/// One fiber route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteStudy {
    /// Id in the facility.
    pub id: String,
    /// Where it ends.
    pub point_of_presence: String,
    /// Whether the plan takes it.
    pub chosen: bool,
    /// Route length, km.
    pub length_km: f64,
    /// Where the length comes from.
    pub length_origin: String,
    /// In-line amplifiers.
    pub amplifiers: u32,
    /// Round trip in the glass, ms.
    pub fiber_ms: f64,
    /// Round trip through amplifiers, ms.
    pub amplifier_ms: f64,
    /// Round trip through the line terminals (forward error correction), ms.
    pub terminal_ms: f64,
    /// All three, ms.
    pub round_trip_ms: f64,
    /// Part of the target's limit, percent.
    pub share_of_limit_pct: f64,
    /// `dark`, `lit` or `none`, as in the facility file.
    pub fiber: String,
    /// Dark strands offered; nothing where the route is all built, with as many as are wanted.
    pub strands_offered: Option<u32>,
    /// Part leased by right of use, km.
    pub leased_km: f64,
    /// Part to be built, km.
    pub build_km: f64,
    /// `aerial`, `plowed` or `bored`, as in the facility file.
    pub build_method: Option<String>,
    /// Class I railroads crossed in new bores.
    pub railroad_crossings: u32,
    /// Entrance onto the site, where named.
    pub entrance: Option<String>,
    /// Conduit segments, as named in the facility.
    pub segments: Vec<String>,
    /// Whether it is dark, offers the strands and keeps the limit.
    pub admissible: bool,
    /// What becomes of it, and why.
    pub verdict: String,
}

/// Two chosen routes side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoutePair {
    /// One route.
    pub one: String,
    /// The other.
    pub other: String,
    /// Segments that both use.
    pub shared_segments: Vec<String>,
    /// Whether their entrances differ; nothing where one is not named.
    pub entrances_differ: Option<bool>,
    /// Whether they end in different points of presence.
    pub ends_differ: bool,
    /// Class I railroads that both cross together.
    pub railroad_crossings: u32,
}

/// What is lit on each chosen route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LitCapacity {
    /// Capacity asked for on each route, Gbit/s.
    pub asked_gbps: f64,
    /// Capacity of one wavelength, Gbit/s.
    pub wavelength_gbps: f64,
    /// Wavelengths on each route.
    pub wavelengths: u32,
    /// Fiber pairs with line terminals on each route.
    pub pairs: u32,
    /// Capacity lit on each route, Gbit/s.
    pub lit_gbps: f64,
}

/// The part of a route that must be built, against a lease over the same way at catalog prices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuildOrLease {
    /// The route.
    pub route: String,
    /// Part to be built, km.
    pub build_km: f64,
    /// How.
    pub method: String,
    /// Construction, USD, before the regional index.
    pub build: Range,
    /// Lease of the strands wanted over the same length, USD, before the regional index.
    pub lease: Range,
    /// Strands at which leasing costs as much as building, by likely prices.
    pub break_even_strands: f64,
}

/// The fabric within one hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallFabric {
    /// The hall.
    pub hall: String,
    /// Accelerators; 0 where the target does not give them.
    pub accelerators: u32,
    /// Scale-out links of a fabric in two tiers.
    pub links_two_tier: u32,
    /// Scale-out links of a fabric in three tiers.
    pub links_three_tier: u32,
    /// Accelerators that the hall's cabling joins in one fabric without blocking; nothing where it joins any number.
    pub joined: Option<u32>,
    /// To network racks in the middle of the rack room; nothing where the racks do not fit into rows.
    pub middle: Option<CableRun>,
    /// To network racks in a corner of the rack room; nothing where the racks do not fit into rows.
    pub corner: Option<CableRun>,
}

/// Cable from the farthest rack of a room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CableRun {
    /// Length with drops and slack, m.
    pub length_m: f64,
    /// Cheapest medium that reaches so far; nothing where none does.
    pub medium: Option<String>,
}

/// How far two halls lie apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallSpan {
    /// One hall.
    pub one: String,
    /// The other.
    pub other: String,
    /// From the far end of one to the far end of the other, m.
    pub distance_m: f64,
}

/// Halls within reach of each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cluster {
    /// The halls.
    pub halls: Vec<String>,
    /// Power of their racks, MW.
    pub it_mw: f64,
}
