//! The bill of materials for procurement: CSV for spreadsheets, JSON for programs, a workbook for people.
//!
//! `rows` has the bill's rows by line and consolidated, `columns` the one table of columns that all formats share, `words` and
//! `alternates` the texts of a row, `measure` what is ordered of a measured quantity, `lots` where it goes. One format is one file or folder.

mod alternates;
mod columns;
mod csv;
mod json;
mod lots;
mod measure;
mod rows;
#[cfg(test)]
mod sample;
mod words;
mod xlsx;

pub use csv::bom_csv;
pub use json::bom_json;
pub use rows::BomLevel;
pub use xlsx::{WorkbookError, bom_xlsx};
