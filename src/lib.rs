//! Plans the conversion of bitcoin mines into AI data centers.

pub mod banks;
pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod graph;
pub mod input;
pub mod report;
pub mod validate;
