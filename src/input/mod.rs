//! The files an engineer writes: their types as written (before validation), their positions, their loading.

pub mod brand;
pub mod catalog;
pub mod document;
pub mod facility;
pub mod layout;
pub mod schema;
pub mod starter;
pub mod survey;
pub mod target;

mod check;
mod files;
mod overrides;
mod units;
mod yaml;

pub use crate::diagnostic::suggest;
pub use document::Document;
pub use files::{
    Inputs, Parsed, Request, builtin_catalogs, builtin_target, builtin_targets, parse, read, read_catalogs,
};
pub use schema::{FileKind, json_schema};

/// The form of a date in schemas; whether such a day exists is checked besides.
const DATE_PATTERN: &str = r"^\d{4}-\d{2}-\d{2}$";
