//! Floors, and rows of racks on them.

use super::whole;

/// Mean load of the rack floor, kg/m2: the rack's weight with a factor for CDUs, piping and point loads, over the floor of
/// one rack with its share of aisles.
///
/// ```
/// use retrofit::physics::structure::floor_load_kg_per_m2;
/// assert_eq!(floor_load_kg_per_m2(1360.0, 1.25, 4.0), 425.0);
/// ```
pub fn floor_load_kg_per_m2(rack_kg: f64, factor: f64, floor_m2_per_rack: f64) -> f64 {
    rack_kg * factor / floor_m2_per_rack
}

/// Pressure under a rack, kg/m2: its weight over its own footprint, which a slab has to take locally.
///
/// ```
/// use retrofit::physics::structure::footprint_kg_per_m2;
/// // 1,360 kg on 0.64 m2: 2,125 kg/m2, two to four times what floors of older data halls are rated for.
/// assert_eq!(footprint_kg_per_m2(1360.0, 0.64), 2125.0);
/// ```
pub fn footprint_kg_per_m2(rack_kg: f64, footprint_m2: f64) -> f64 {
    rack_kg / footprint_m2
}

/// Measures of racks and aisles by which a room is filled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spacing {
    /// Width of a rack, m.
    pub rack_width_m: f64,
    /// Depth of a rack with its rear extension, m.
    pub rack_depth_m: f64,
    /// Aisle before the racks, m.
    pub cold_aisle_m: f64,
    /// Aisle behind the racks, m.
    pub hot_aisle_m: f64,
    /// Least distance to the walls on all sides, m; beside a row the aisle itself, where that is wider.
    pub wall_clearance_m: f64,
    /// Width of a passage across the rows, m.
    pub cross_aisle_m: f64,
    /// Passages across the rows, besides those along the walls.
    pub cross_aisles: u32,
    /// Share of rack positions that columns take, 0 to 1.
    pub column_share: f64,
    /// Length of a row that end-of-row CDUs take, m.
    pub cdu_m_per_row: f64,
}

/// Rows of racks in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RackRows {
    /// Number of rows.
    pub rows: u32,
    /// Racks in each row.
    pub racks_per_row: u32,
}

impl RackRows {
    /// Racks in the room.
    ///
    /// ```
    /// use retrofit::physics::structure::RackRows;
    /// assert_eq!(RackRows { rows: 4, racks_per_row: 12 }.racks(), 48);
    /// ```
    pub fn racks(&self) -> u32 {
        self.rows * self.racks_per_row
    }
}

/// Racks that fit into a rectangular room, in whichever direction of the rows holds more (along the longer side if equal).
///
/// Rows stand front to front and back to back, fronts towards the first wall. Good for a first estimate: doors, ramps and
/// plant inside the room are not in it.
///
/// ```
/// use retrofit::physics::structure::{Spacing, rack_rows};
/// let spacing = Spacing {
///     rack_width_m: 0.6, rack_depth_m: 1.2, cold_aisle_m: 1.8, hot_aisle_m: 1.2, wall_clearance_m: 1.2,
///     cross_aisle_m: 1.2, cross_aisles: 1, column_share: 0.0, cdu_m_per_row: 1.2,
/// };
/// // 24 m less two walls, a passage and CDUs is 19.2 m: 32 racks. Across, rows with aisles between:
/// // 1.8 + 1.2 + 1.2 + 1.2 + 1.8 + 1.2 + 1.2 + 1.2 + 1.8 = 12.6 m, four rows.
/// let rows = rack_rows(24.0, 12.6, &spacing);
/// assert_eq!((rows.rows, rows.racks_per_row, rows.racks()), (4, 32, 128));
/// assert_eq!(rack_rows(12.6, 24.0, &spacing), rows);
/// ```
pub fn rack_rows(length_m: f64, width_m: f64, spacing: &Spacing) -> RackRows {
    let (longer, shorter) = (length_m.max(width_m), length_m.min(width_m));
    let [along, across] = [(longer, shorter), (shorter, longer)].map(|(row_m, depth_m)| RackRows {
        rows: row_count(depth_m, spacing),
        racks_per_row: racks_in_row(row_m, spacing),
    });
    if across.racks() > along.racks() { across } else { along }
}

/// Racks in one row of a room that is so long.
fn racks_in_row(room_m: f64, spacing: &Spacing) -> u32 {
    let passages_m = f64::from(spacing.cross_aisles) * spacing.cross_aisle_m;
    let row_m = room_m - 2.0 * spacing.wall_clearance_m - passages_m - spacing.cdu_m_per_row;
    whole(row_m / spacing.rack_width_m * (1.0 - spacing.column_share))
}

/// Rows that fit one behind the other.
fn row_count(room_m: f64, spacing: &Spacing) -> u32 {
    (1..).take_while(|&rows| depth_m(rows, spacing) <= room_m + 1e-9).last().unwrap_or(0)
}

/// Depth of so many rows with their aisles: cold and hot ones in turn, those at the walls at least as wide as the clearance.
fn depth_m(rows: u32, spacing: &Spacing) -> f64 {
    let aisle = |place: u32| if place.is_multiple_of(2) { spacing.cold_aisle_m } else { spacing.hot_aisle_m };
    let inner: f64 = (1..rows).map(aisle).sum();
    let outer = aisle(0).max(spacing.wall_clearance_m) + aisle(rows).max(spacing.wall_clearance_m);
    f64::from(rows) * spacing.rack_depth_m + inner + outer
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACING: Spacing = Spacing {
        rack_width_m: 0.6,
        rack_depth_m: 1.2,
        cold_aisle_m: 1.8,
        hot_aisle_m: 1.2,
        wall_clearance_m: 1.0,
        cross_aisle_m: 1.2,
        cross_aisles: 0,
        column_share: 0.0,
        cdu_m_per_row: 0.0,
    };

    #[test]
    fn one_row_needs_an_aisle_on_both_sides() {
        // 1.8 m before it, 1.2 m of rack, 1.2 m behind it.
        assert_eq!(row_count(4.2, &SPACING), 1);
        assert_eq!(row_count(4.1, &SPACING), 0);
    }

    #[test]
    fn the_better_direction_is_taken() {
        // Along 10 m: 13 racks, and 4.1 m hold no row. Along 4.1 m: 3 racks, and three rows take 9.6 m of 10 m.
        assert_eq!(rack_rows(10.0, 4.1, &SPACING), RackRows { rows: 3, racks_per_row: 3 });
    }

    #[test]
    fn columns_and_cdus_take_positions() {
        // 14 m less 2 m of clearance: 20 racks. A tenth for columns: 18. CDUs of 1.2 m: 18.
        assert_eq!(racks_in_row(14.0, &SPACING), 20);
        assert_eq!(racks_in_row(14.0, &Spacing { column_share: 0.1, ..SPACING }), 18);
        assert_eq!(racks_in_row(14.0, &Spacing { cdu_m_per_row: 1.2, ..SPACING }), 18);
    }

    #[test]
    fn a_room_too_small_holds_none() {
        assert_eq!(rack_rows(1.0, 1.0, &SPACING).racks(), 0);
    }
}
