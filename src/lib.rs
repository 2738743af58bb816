//! Plans the conversion of bitcoin mines into AI data centers.

pub mod banks;
pub mod domain;
pub mod input;
pub mod validate;
