//! Plans the conversion of bitcoin mines into AI data centers.

pub mod banks;
pub mod domain;
pub mod graph;
pub mod input;
pub mod schedule;
pub mod validate;
