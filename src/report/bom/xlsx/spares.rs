//! The sheet `Recommended spares`: what is to be kept in store for the items of the bill, and by which rule.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cells::{Entry, Tone};
use super::sheet::{FIRST, Frame, Paper, add as add_sheet, of_plan};
use crate::domain::bought::Spare;
use crate::domain::plan::Plan;
use crate::report::bom::columns::Cell;

/// Columns with their widths.
const COLUMNS: [(&str, f64); 10] = [
    ("Item", 40.0),
    ("Cost code", 9.5),
    ("Bought", 9.0),
    ("Spare", 40.0),
    ("Quantity", 9.0),
    ("Unit", 8.0),
    ("Rule", 22.0),
    ("Confidence", 11.0),
    ("Sources", 28.0),
    ("Note", 50.0),
];

/// Adds the sheet, where anything is recommended.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, plan: &Plan) -> Result<(), XlsxError> {
    if plan.spares.is_empty() {
        return Ok(());
    }
    let frame = Frame {
        name: "Recommended spares",
        title: format!("Recommended spares: {}", plan.site.facility),
        aside: format!(
            "{} What owners' specifications ask to be delivered with such equipment, or an estimate where none is published. Vendors price it apart on the sheets of \
             their trades; no price is known, and none is in any total of this workbook.",
            of_plan(plan)
        ),
        columns: COLUMNS.to_vec(),
        frozen: 1,
        printed: COLUMNS.len() as u16,
        paper: Paper::Letter,
    };
    let mut sheet = add_sheet(book, &frame, plan.spares.len() as u32)?;
    for (row, spare) in (FIRST..).zip(&plan.spares) {
        sheet.row(row, &entries(plan, spare).map(|entry| (entry, Tone::Body)))?;
    }
    Ok(())
}

fn entries(plan: &Plan, spare: &Spare) -> [Entry; 10] {
    let line = plan.bom.iter().find(|line| line.item == spare.item);
    [
        line.map_or(Entry::EMPTY, |line| Entry::text(&line.description)),
        line.map_or(Entry::EMPTY, |line| Entry::text(&line.masterformat)),
        Cell::Number(spare.bought).into(),
        Entry::text(&spare.name),
        Cell::Number(spare.quantity).into(),
        Entry::text(&spare.unit),
        Entry::text(rule(spare)),
        Entry::text(spare.confidence.label()),
        Entry::text(spare.sources.join("; ")),
        spare.note.as_ref().map_or(Entry::EMPTY, Entry::text),
    ]
}

fn rule(spare: &Spare) -> String {
    let least = if spare.at_least > 1 { format!(", at least {}", spare.at_least) } else { String::new() };
    format!("one for {}{least}", spare.one_for)
}
