//! The bill of materials for procurement: CSV for spreadsheets, JSON for programs, a workbook for people.
//!
//! `rows` has the bill's rows by line and consolidated, `columns` the one table of columns that all formats share, `words` the
//! texts of a row, `measure` what is ordered of a measured quantity. One format is one file or folder.

mod columns;
mod csv;
mod json;
mod measure;
mod rows;
mod words;
mod xlsx;

pub use csv::bom_csv;
pub use json::bom_json;
pub use rows::BomLevel;
pub use xlsx::{WorkbookError, bom_xlsx};
