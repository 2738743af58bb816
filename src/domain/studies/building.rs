//! The building: rows of racks in the real rectangle, floor, doors, heights, and what has to be lifted.

use serde::{Deserialize, Serialize};

/// How racks, plant and people fit into each hall, and what the structure has to carry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BuildingStudy {
    /// Mean load of the racks on their floor, kg/m2.
    pub mean_load_kg_per_m2: f64,
    /// Pressure under one rack, kg/m2.
    pub footprint_kg_per_m2: f64,
    /// Clear height that racks and what hangs above them need, m.
    pub clear_height_needed_m: f64,
    /// Each converted hall.
    pub halls: Vec<HallBuilding>,
    /// Ground that outdoor plant and new shells take, m2.
    pub yard_needed_m2: f64,
    /// Ground that is there, m2.
    pub yard_available_m2: f64,
    /// Heaviest new unit outdoors.
    pub yard_lift: Option<Lift>,
    /// Heaviest new unit indoors.
    pub indoor_lift: Option<Lift>,
    /// Acoustic screen, m; nothing where nobody lives near.
    pub acoustic_screen_m: Option<f64>,
}

/// One hall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HallBuilding {
    /// Id in the facility.
    pub hall: String,
    /// Whether the racks stand in the building that is there.
    pub stands_in: StandsIn,
    /// Length of the rectangle that racks stand in, m.
    pub length_m: f64,
    /// Its width, m.
    pub width_m: f64,
    /// Part of the rectangle that columns, doors and walls leave, 0 to 1.
    pub usable_share: f64,
    /// New floor bought beside an existing building, m2.
    pub annex_m2: f64,
    /// Racks planned.
    pub racks: u32,
    /// Racks of network and storage beside them.
    pub network_racks: u32,
    /// CDUs that stand in the rows.
    pub row_cdus: u32,
    /// Length of a row that one of them takes, m.
    pub cdu_m: f64,
    /// All of the rectangle filled with rows.
    pub full: RackRoom,
    /// The smallest room in it that holds all racks; nothing where they do not fit.
    pub room: Option<RackRoom>,
    /// Usable floor beside the rack room, with the annex, m2.
    pub rest_m2: f64,
    /// Floor planned for gray space and for indoor plant other than the CDUs in the rows, m2.
    pub plant_and_gray_m2: f64,
    /// Rack floor by the target's area of a rack, m2: what floor works are bought for.
    pub rack_floor_m2: f64,
    /// What bears the racks.
    pub floor: String,
    /// Uniform load that it bears, kg/m2; nothing where it is not known.
    pub floor_kg_per_m2: Option<f64>,
    /// Clear height of the building that is there, m; nothing for a new shell, which is built as high as needed.
    pub clear_height_m: Option<f64>,
    /// Width and height of the largest door, m; nothing where not given, or for a new shell.
    pub door_m: Option<(f64, f64)>,
    /// Tallest unit brought in, as far as sizes are published.
    pub tallest: IndoorUnit,
    /// Widest unit brought in, by its least side, as far as sizes are published.
    pub widest: IndoorUnit,
    /// Kinds of indoor units whose size the catalogs do not give.
    pub unsized_kinds: u32,
    /// Structural steel, metric tons.
    pub steel_t: f64,
    /// Floor stripped of mining equipment, m2.
    pub demolition_m2: f64,
}

/// Where the racks of a hall stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StandsIn {
    /// The building that is there, in its own rectangle.
    ExistingBuilding,
    /// A new shell, taken as square as its area and the ground of the hall allow.
    NewShell,
}

/// Rows of racks in a rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RackRoom {
    /// Length, m.
    pub length_m: f64,
    /// Width, m.
    pub width_m: f64,
    /// Rows.
    pub rows: u32,
    /// Racks in each row.
    pub racks_per_row: u32,
    /// CDUs in each row.
    pub cdus_per_row: u32,
    /// Passages across the rows, besides those along the walls.
    pub cross_aisles: u32,
}

impl RackRoom {
    /// Racks that it holds.
    pub fn racks(&self) -> u32 {
        self.rows * self.racks_per_row
    }

    /// Its floor, m2.
    pub fn area_m2(&self) -> f64 {
        self.length_m * self.width_m
    }
}

/// A unit that must pass a door, with the measure that decides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndoorUnit {
    /// What it is.
    pub name: String,
    /// Its height or its least side, m.
    pub size_m: f64,
}

/// A unit that must be lifted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lift {
    /// What it is.
    pub name: String,
    /// Its weight, kg, water tanks empty.
    pub weight_kg: f64,
}
