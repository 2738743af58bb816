//! Text in the cells of tables that spreadsheets open.

/// Whether a spreadsheet could take a text for a formula.
pub(super) fn begins_as_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text cell that no spreadsheet takes for a formula: what could begin one gets an apostrophe before it.
pub(super) fn text(cell: &str) -> String {
    if begins_as_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}
