//! Working days.
/// x
#[derive(Clone, Debug)]
pub struct Calendar;
