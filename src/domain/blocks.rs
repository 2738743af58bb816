//! Blocks: the units that stand on the low-voltage boards of a hall, dealt out evenly, one board with its own of each.

use serde::{Deserialize, Serialize};

use crate::domain::{Policy, usable_capacity};

/// Equal units on low voltage: boards, or what stands on them (generator sets, UPS modules, transfer switches).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnBoards {
    /// How many.
    pub units: u32,
    /// Capacity of the smallest, in its service's unit.
    pub capacity: f64,
    /// Boards: current of the smallest bus, A. Else: current of the largest unit, A.
    pub amps: f64,
}

/// Whether units can be dealt evenly to boards so that each board has what it must carry when the boards' policy has its
/// spare boards out, and no more current than its bus bears.
///
/// `load` is that of the whole hall in the units' measure. Without a spare board each block holds a unit more than it needs
/// where `spare` is asked for.
///
/// ```
/// use retrofit::domain::Policy;
/// use retrofit::domain::blocks::{OnBoards, makes_blocks};
/// let boards = OnBoards { units: 10, capacity: 2070.0, amps: 4000.0 };
/// let sets = |units, capacity, amps| OnBoards { units, capacity, amps };
/// // 15.6 MW on nine of ten boards are 1,733 kW each: one set of 2,000 kW, and not 14 of 1,250 kW, which do not go round.
/// assert!(makes_blocks(boards, Policy::NPlus(1), sets(10, 2000.0, 3478.0), 15_600.0, true));
/// assert!(!makes_blocks(boards, Policy::NPlus(1), sets(14, 1250.0, 2174.0), 15_600.0, true));
/// // Two sets of 1,250 kW to each board would overload its bus.
/// assert!(!makes_blocks(boards, Policy::NPlus(1), sets(20, 1250.0, 2174.0), 15_600.0, true));
/// ```
pub fn makes_blocks(boards: OnBoards, policy: Policy, units: OnBoards, load: f64, spare: bool) -> bool {
    misdealt(boards, policy, units, load, spare).is_none()
}

/// Why units do not make blocks with boards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misdealt {
    /// Their number is no multiple of the boards'.
    Uneven,
    /// What stands on one board carries less than the board must.
    TooLittle,
    /// What stands on one board has more current than its bus bears.
    Overload,
}

/// What keeps units from making blocks, as [`makes_blocks`] has it: the first that is found.
///
/// ```
/// use retrofit::domain::Policy;
/// use retrofit::domain::blocks::{Misdealt, OnBoards, misdealt};
/// let boards = OnBoards { units: 10, capacity: 2070.0, amps: 4000.0 };
/// let fault = |units, capacity, amps| misdealt(boards, Policy::NPlus(1), OnBoards { units, capacity, amps }, 15_600.0, true);
/// assert_eq!(fault(14, 1250.0, 2174.0), Some(Misdealt::Uneven));
/// assert_eq!(fault(10, 1250.0, 2174.0), Some(Misdealt::TooLittle));
/// assert_eq!(fault(20, 1250.0, 2174.0), Some(Misdealt::Overload));
/// assert_eq!(fault(10, 2000.0, 3478.0), None);
/// ```
pub fn misdealt(boards: OnBoards, policy: Policy, units: OnBoards, load: f64, spare: bool) -> Option<Misdealt> {
    let carrying = usable_capacity(&vec![1.0; boards.units as usize], policy);
    if load <= 0.0 || boards.units == 0 || carrying < 1.0 {
        return None;
    }
    let each = units.units / boards.units;
    let held_back = u32::from(spare && carrying >= f64::from(boards.units));
    let carries = f64::from(each.saturating_sub(held_back)) * units.capacity;
    if !units.units.is_multiple_of(boards.units) {
        Some(Misdealt::Uneven)
    } else if carries < load / carrying * (1.0 - 1e-9) {
        Some(Misdealt::TooLittle)
    } else if f64::from(each) * units.amps > boards.amps {
        Some(Misdealt::Overload)
    } else {
        None
    }
}
