//! The cooling study: which ways of heat rejection the design day admits, and what flows in the loops of each hall.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::Place;

/// Farthest below its rating point that a chiller's water is taken, K.
pub const FARTHEST_WATER_K: f64 = 8.0;

/// How a heat-rejection unit meets the air.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeatRejectionPrinciple {
    /// Air over finned coils: limited by the dry bulb.
    Dry,
    /// Coils behind wetted pads: limited between dry and wet bulb.
    Adiabatic,
    /// Wetted coils: limited by the wet bulb.
    Evaporative,
    /// Compressors reject to the dry bulb.
    Chiller,
}

impl HeatRejectionPrinciple {
    /// All principles, the one that asks for the least first.
    pub const ALL: [HeatRejectionPrinciple; 4] = [
        HeatRejectionPrinciple::Dry,
        HeatRejectionPrinciple::Adiabatic,
        HeatRejectionPrinciple::Evaporative,
        HeatRejectionPrinciple::Chiller,
    ];

    /// Whether it works against the wet bulb.
    pub const fn is_wet(self) -> bool {
        matches!(self, HeatRejectionPrinciple::Adiabatic | HeatRejectionPrinciple::Evaporative)
    }

    /// The name in reports.
    pub const fn label(self) -> &'static str {
        match self {
            HeatRejectionPrinciple::Dry => "Dry coolers",
            HeatRejectionPrinciple::Adiabatic => "Adiabatic coolers",
            HeatRejectionPrinciple::Evaporative => "Closed evaporative towers",
            HeatRejectionPrinciple::Chiller => "Free-cooling chillers",
        }
    }
}

/// Heat rejection of the site, and the loops of each hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoolingStudy {
    /// Facility water that the CDUs need, C.
    pub facility_water_c: f64,
    /// Coolant supplied to the racks, C.
    pub coolant_supply_c: f64,
    /// Warmest coolant that the rack accepts, C.
    pub max_coolant_supply_c: f64,
    /// Coolant flow at the warmest supply over the flow planned, return temperature unchanged; nothing where the supply
    /// cannot be raised.
    pub flow_factor_at_warmest: Option<f64>,
    /// Water that may be drawn, m3 a day.
    pub water_available_m3_per_day: f64,
    /// The principles in their order; none where no heat goes to a coolant.
    pub principles: Vec<PrincipleCheck>,
    /// The converted halls, in file order.
    pub halls: Vec<HallCooling>,
}

/// One principle of heat rejection on the design day, by the best item that the catalogs have for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrincipleCheck {
    /// Which.
    pub principle: HeatRejectionPrinciple,
    /// Air that it works against, C: dry bulb, behind the pads, or wet bulb, recirculation included.
    pub air_c: f64,
    /// Coldest facility water, C: at the full rating of the closest approach in the catalogs; of chillers the coldest for
    /// which they are counted on.
    pub coldest_water_c: f64,
    /// Warmest design day of its full rating, C: dry bulb at the day's wet-bulb depression, for towers the wet bulb.
    pub full_rating_to_c: f64,
    /// Coolant supply from which on it has its full rating, C; nothing for chillers, whose compressors bridge the difference.
    pub full_rating_supply_c: Option<f64>,
    /// Item that gives the most of its rating here; nothing where none is admissible.
    pub best_item: Option<String>,
    /// Part of its rating that this item gives, percent; 0 where none is admissible.
    pub share_pct: f64,
    /// The same with the warmest coolant that the rack accepts, percent.
    pub share_at_warmest_pct: f64,
    /// Water on the design day with the warmest coolant and the best item then, in all halls, m3 a day.
    pub water_at_warmest_m3_per_day: f64,
    /// Why it is admissible or not, as a clause.
    pub reason: String,
    /// Water on the design day with this item in all halls, m3 a day.
    pub water_m3_per_day: f64,
    /// Halls whose heat rejection works by it in the plan.
    pub chosen_in: Vec<Place>,
}

/// The loops and the air of one hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallCooling {
    /// The hall.
    pub place: Place,
    /// Coolant between CDUs and racks; nothing where no heat goes to a coolant.
    pub technology: Option<TechnologyLoop>,
    /// Facility water between CDUs and heat rejection; nothing where there are no CDUs.
    pub warm_loop: Option<WaterLoop>,
    /// Water between chillers and the air side.
    pub cold_loop: WaterLoop,
    /// What the facility loops are filled with.
    pub fill: LoopFill,
    /// Tanks that bridge a restart; nothing where none are needed.
    pub buffer: Option<BufferDuty>,
    /// The air of the hall.
    pub air: AirSide,
}

/// The coolant loop between CDUs and racks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TechnologyLoop {
    /// Id of the coolant in the catalogs.
    pub coolant: String,
    /// Density at the supply temperature, kg/m3.
    pub density_kg_per_m3: f64,
    /// Specific heat capacity at the supply temperature, kJ/(kg K).
    pub heat_capacity_kj_per_kg_k: f64,
    /// Dynamic viscosity at the supply temperature, mPa s.
    pub viscosity_mpa_s: f64,
    /// Coolant to the racks, C.
    pub supply_c: f64,
    /// Coolant from the racks, C.
    pub return_c: f64,
    /// Heat of all racks, kW.
    pub heat_kw: f64,
    /// Flow of one rack, L/min.
    pub rack_lpm: f64,
    /// Flow of all racks, L/min.
    pub flow_lpm: f64,
    /// Pressure lost in a rack, kPa, where its maker publishes it.
    pub rack_drop_kpa: Option<f64>,
    /// Head that a CDU must leave: the racks, where known, and the loop outside, kPa.
    pub head_kpa: f64,
    /// Power of pumps that make this flow and head, kW.
    pub pump_kw: f64,
    /// Power of pumps that make this flow at the rated head of the CDUs, kW.
    pub pump_at_rated_head_kw: f64,
    /// What the running CDUs draw by the catalogs, as the plan counts it, kW.
    pub catalog_kw: f64,
    /// The CDUs.
    pub cdu: CduDuty,
    /// The header, as one pipe.
    pub header: PipeChoice,
    /// The branch of one rack.
    pub branch: PipeChoice,
    /// Filling, m3.
    pub volume_m3: f64,
    /// Seconds from the loss of facility water until the supply is at the rack's limit, coolant alone counted.
    pub seconds_to_limit: f64,
    /// Growth of the filling.
    pub expansion: Expansion,
}

/// One CDU while the redundant ones are out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CduDuty {
    /// Item of the catalogs.
    pub item: String,
    /// CDUs of the hall.
    pub units: f64,
    /// CDUs that carry the load while those are out whose loss the redundancy allows.
    pub carrying: f64,
    /// Heat of one of them, kW.
    pub heat_kw: f64,
    /// What it may carry at the planned approach, kW.
    pub heat_limit_kw: f64,
    /// Flow of one of them, L/min.
    pub flow_lpm: f64,
    /// Its rated flow, L/min.
    pub flow_limit_lpm: f64,
    /// Head that it leaves at the rated flow, kPa.
    pub head_kpa: f64,
}

/// Pipes of the smallest standard size that keep the design velocity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PipeChoice {
    /// Equal pipes side by side: more than one where no standard pipe is wide enough.
    pub pipes: u32,
    /// Nominal diameter, DN.
    pub dn: u32,
    /// Inside diameter, mm.
    pub inside_mm: f64,
    /// Flow of one pipe, L/min.
    pub flow_lpm: f64,
    /// Velocity in it, m/s.
    pub velocity_m_per_s: f64,
}

/// Growth of a filling from the temperature of filling to the warmest of operation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expansion {
    /// From, C: the temperature of filling, or the first of the coolant's table.
    pub from_c: f64,
    /// To, C: the warmest of the loop, or the last of the coolant's table.
    pub to_c: f64,
    /// Growth, m3.
    pub volume_m3: f64,
}

/// A facility-water loop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaterLoop {
    /// Id of the coolant whose properties were taken.
    pub coolant: String,
    /// Heat carried on the design day, kW.
    pub heat_kw: f64,
    /// Supply, C.
    pub supply_c: f64,
    /// Rise from supply to return, K.
    pub rise_k: f64,
    /// Flow, L/min.
    pub flow_lpm: f64,
    /// Head of the loop, kPa.
    pub head_kpa: f64,
    /// Power of pumps that make this flow and head, kW.
    pub pump_kw: f64,
    /// What the running pump skids draw for this loop by the catalogs, as the plan counts it, kW.
    pub catalog_kw: f64,
    /// The mains, as one pipe for each direction.
    pub main: PipeChoice,
}

/// What the facility loops are filled with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoopFill {
    /// Item of the catalogs.
    pub item: Option<String>,
    /// Filling of both loops, m3.
    pub volume_m3: f64,
    /// Antifreeze by volume, percent, where the catalogs say it.
    pub antifreeze_pct: Option<f64>,
    /// Antifreeze in the filling, m3.
    pub antifreeze_m3: Option<f64>,
    /// Temperature to which it stays liquid, C.
    pub freeze_c: Option<f64>,
    /// Coldest winter planned for, C.
    pub winter_c: f64,
    /// Growth, all of it taken to the return of the warm loop.
    pub expansion: Expansion,
}

/// Tanks that bridge the restart of heat rejection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BufferDuty {
    /// Volume needed with the chosen filling, m3.
    pub needed_m3: f64,
    /// Volume chosen, m3.
    pub chosen_m3: f64,
    /// Minutes in which the plant of the warm loop carries full heat again: fans, or compressors.
    pub warm_minutes_needed: f64,
    /// Minutes that the tanks of the warm loop bridge.
    pub warm_minutes: f64,
    /// Minutes in which the chillers of the cold loop carry full heat again.
    pub cold_minutes_needed: f64,
    /// Minutes that the tanks of the cold loop bridge.
    pub cold_minutes: f64,
}

/// The air of a hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AirSide {
    /// Heat that the air takes, kW.
    pub heat_kw: f64,
    /// Where it comes from; sums to `heat_kw`.
    pub sources: Vec<HeatSource>,
    /// Rise of the air over the racks, K.
    pub rise_k: f64,
    /// Density of the air at the site's height, kg/m3.
    pub density_kg_per_m3: f64,
    /// Flow of the hall, m3/s.
    pub flow_m3_per_s: f64,
    /// Item of the air-side units.
    pub item: Option<String>,
    /// Units of the hall.
    pub units: f64,
    /// Units that carry the load while the redundant ones are out.
    pub carrying: f64,
    /// Air of the room, C.
    pub room_c: f64,
    /// Its relative humidity, percent.
    pub humidity_pct: f64,
    /// Its dew point, C.
    pub dew_point_c: f64,
    /// Margin asked for above the dew point, K.
    pub margin_k: f64,
}

/// Heat that one source gives to the air of a hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeatSource {
    /// What gives it.
    pub name: String,
    /// How much, kW.
    pub heat_kw: f64,
}
