//! Rows of racks in a rectangle, with their CDUs at the ends of rows and passages across.

use crate::domain::studies::building::RackRoom;
use crate::input::catalog::ParameterId as P;
use crate::physics::structure::{Spacing, rack_rows};
use crate::validate::Site;

/// Parts of the rectangle's width among which the rack room's is sought.
const WIDTHS: u32 = 20;

/// What rooms are filled with.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// Racks and aisles, without CDUs and passages.
    pub spacing: Spacing,
    /// Racks side by side after which a passage is left.
    pub racks_between_passages: u32,
    /// CDUs that stand in the rows.
    pub cdus: u32,
    /// Length of a row that one of them takes, m.
    pub cdu_m: f64,
}

impl Rows {
    /// The rows of a site in a rectangle of which columns, doors and walls leave a share.
    pub fn new(site: &Site, usable_share: f64, cdus: u32, cdu_footprint_m2: f64) -> Rows {
        let rack = &site.target.rack;
        let (cold_aisle_m, hot_aisle_m) = (site.parameter(P::ColdAisleM), site.parameter(P::HotAisleM));
        let spacing = Spacing {
            rack_width_m: rack.width_m,
            rack_depth_m: rack.depth_m,
            cold_aisle_m,
            hot_aisle_m,
            wall_clearance_m: site.parameter(P::CrossAisleM),
            cross_aisle_m: site.parameter(P::CrossAisleM),
            cross_aisles: 0,
            column_share: 1.0 - usable_share,
            cdu_m_per_row: 0.0,
        };
        // A CDU's footprint holds its clearances, as a row with half of the aisles on its sides does.
        let cdu_m = cdu_footprint_m2 / (rack.depth_m + (cold_aisle_m + hot_aisle_m) / 2.0);
        Rows { spacing, racks_between_passages: site.parameter(P::RacksPerRow) as u32, cdus, cdu_m }
    }

    /// All of a rectangle filled with rows; no rows where the CDUs find no place.
    pub fn fill(&self, length_m: f64, width_m: f64) -> RackRoom {
        let none = RackRoom { length_m, width_m, rows: 0, racks_per_row: 0, cdus_per_row: 0, cross_aisles: 0 };
        let rooms = (0..=self.cdus).map(|cdus_per_row| self.with_passages(none, cdus_per_row));
        rooms.into_iter().find(|room| room.rows * room.cdus_per_row >= self.cdus).unwrap_or(none)
    }

    /// The least passages that leave no run of racks longer than allowed; each takes racks away, so that there is an end.
    fn with_passages(&self, room: RackRoom, cdus_per_row: u32) -> RackRoom {
        let cdu_m_per_row = f64::from(cdus_per_row) * self.cdu_m;
        let mut filled = RackRoom { cdus_per_row, ..room };
        loop {
            let spacing = Spacing { cross_aisles: filled.cross_aisles, cdu_m_per_row, ..self.spacing };
            let rows = rack_rows(room.length_m, room.width_m, &spacing);
            (filled.rows, filled.racks_per_row) = (rows.rows, rows.racks_per_row);
            if filled.racks_per_row <= self.racks_between_passages.max(1) * (filled.cross_aisles + 1) {
                return filled;
            }
            filled.cross_aisles += 1;
        }
    }

    /// The smallest room that holds so many racks, among parts of the rectangle's width; nothing where all of it holds fewer.
    pub fn room(&self, length_m: f64, width_m: f64, racks: u32) -> Option<RackRoom> {
        let widths = (1..=WIDTHS).map(|part| width_m * f64::from(part) / f64::from(WIDTHS));
        let rooms = widths.filter_map(|width_m| self.shortest(length_m, width_m, racks));
        rooms.min_by(|one, other| one.area_m2().total_cmp(&other.area_m2()))
    }

    /// The shortest room of a width that holds so many racks, to a tenth of a meter.
    fn shortest(&self, length_m: f64, width_m: f64, racks: u32) -> Option<RackRoom> {
        let at = |tenths: u32| self.fill((f64::from(tenths) / 10.0).min(length_m), width_m);
        let holds = |tenths: u32| at(tenths).racks() >= racks;
        let (mut short, mut long) = (0, (length_m * 10.0).ceil() as u32);
        if !holds(long) {
            return None;
        }
        while long - short > 1 {
            let middle = (short + long) / 2;
            if holds(middle) { long = middle } else { short = middle }
        }
        Some(at(long))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: Rows = Rows {
        spacing: Spacing {
            rack_width_m: 0.6,
            rack_depth_m: 1.2,
            cold_aisle_m: 1.8,
            hot_aisle_m: 1.2,
            wall_clearance_m: 1.8,
            cross_aisle_m: 1.8,
            cross_aisles: 0,
            column_share: 0.0,
            cdu_m_per_row: 0.0,
        },
        racks_between_passages: 16,
        cdus: 0,
        cdu_m: 1.2,
    };

    #[test]
    fn a_passage_is_left_after_sixteen_racks() {
        // 13.2 m less two walls of 1.8 m are 9.6 m: 16 racks and no passage. 4.8 m are one row with 1.8 m on both sides.
        let short = ROWS.fill(13.2, 4.8);
        assert_eq!((short.rows, short.racks_per_row, short.cross_aisles), (1, 16, 0));
        // 15.6 m leave 12 m: 20 racks without a passage, 17 with one.
        let long = ROWS.fill(15.6, 4.8);
        assert_eq!((long.rows, long.racks_per_row, long.cross_aisles), (1, 17, 1));
    }

    #[test]
    fn cdus_take_the_ends_of_rows() {
        // Two rows: 1.8 + 1.2 + 1.2 + 1.2 + 1.8 m. Three CDUs are two in a row, 2.4 m of 9.6: 12 racks are left.
        let room = Rows { cdus: 3, ..ROWS }.fill(13.2, 7.2);
        assert_eq!((room.rows, room.cdus_per_row, room.racks_per_row), (2, 2, 12));
        assert_eq!(Rows { cdus: 3, ..ROWS }.fill(13.2, 4.0).racks(), 0);
    }

    #[test]
    fn the_room_is_as_short_as_it_may_be() {
        // Rows across 13.2 m hold 16, and three of them are 10.2 m deep. The other way four rows are 12.6 m deep, and 9.6 m
        // hold ten in each.
        let room = ROWS.shortest(60.0, 13.2, 40).unwrap();
        assert_eq!((room.rows, room.racks_per_row), (4, 10));
        assert!((room.length_m - 9.6).abs() < 1e-9, "{}", room.length_m);
        assert_eq!(ROWS.room(9.0, 13.2, 40), None);
    }

    #[test]
    fn few_racks_do_not_take_all_of_the_width() {
        // Eight racks in one row: 4.8 m of racks with 1.8 m at each end, and 4.8 m deep. Half of the width is enough.
        let room = ROWS.room(60.0, 16.8, 8).unwrap();
        assert_eq!((room.rows, room.racks_per_row), (1, 8));
        assert!(room.area_m2() < 8.4 * 4.8 + 0.01, "{room:?}");
    }
}
