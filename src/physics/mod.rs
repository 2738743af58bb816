//! The engineering formulas, as plain functions of numbers. Each names its units, its range and its source, and holds a
//! worked example that is tested.

pub mod electrical;
pub mod network;
pub mod structure;
pub mod thermal;
