//! Text in CSV files.

/// A text cell that no spreadsheet takes for a formula: what could begin one gets an apostrophe before it.
pub(super) fn text(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}
