//! The facility that `retrofit init` writes.

/// A commented facility file that is valid as it stands, to be filled in.
pub const STARTER: &str = include_str!("../../templates/starter.yaml");
