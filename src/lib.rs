//! Plans the conversion of bitcoin mines into AI data centers.

pub mod banks;
pub mod domain;
pub mod gap;
pub mod graph;
pub mod input;
pub mod optimize;
pub mod physics;
pub mod requirements;
pub mod validate;
