//! The files an engineer writes: their types as written (before validation), their positions, their loading.

pub mod catalog;
pub mod facility;
pub mod target;
