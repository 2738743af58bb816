//! How time is bought for a bank.

use serde::{Deserialize, Serialize};

/// What is paid for to have a bank's equipment earlier, or in place earlier; the default pays for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mode {
    /// Delivery is expedited.
    pub expedited: bool,
    /// The order is placed early, for a manufacturing slot reserved on preliminary ratings.
    pub slot_reserved: bool,
    /// Installation works in two shifts.
    pub two_shifts: bool,
}

impl Mode {
    /// Every mode, the one that pays for nothing first.
    pub fn all() -> impl Iterator<Item = Mode> {
        (0..8).map(|bits| Mode { expedited: bits & 1 > 0, slot_reserved: bits & 2 > 0, two_shifts: bits & 4 > 0 })
    }
}
