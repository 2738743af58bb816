//! The sheet `Money by quarter`: what is bound and what is paid of the direct cost.

use jiff::civil::Date;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::cells::{DOLLARS, Entry, Shown, Tone};
use super::sheet::{FIRST, Frame, Paper, Table, add as add_sheet, cell, of_plan};
use crate::domain::plan::Plan;
use crate::report::bom::columns::Cell;
use crate::report::cash::{self, Quarter};

/// Columns with their widths.
const COLUMNS: [(&str, f64); 6] = [
    ("From", 11.0),
    ("To", 11.0),
    ("Committed", 15.0),
    ("Committed in all", 16.0),
    ("Paid", 15.0),
    ("Paid in all", 16.0),
];

/// Adds the sheet, where any order has a date and a price.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, plan: &Plan) -> Result<(), XlsxError> {
    let quarters = cash::by_quarter(plan);
    if quarters.is_empty() {
        return Ok(());
    }
    let terms = plan.payment;
    let frame = Frame {
        name: "Money by quarter",
        title: format!("Money by quarter: {}", plan.site.facility),
        aside: format!(
            "{} Direct cost at likely prices. Committed: orders on their planned dates, work on goods when it starts. Paid, as estimated: \
             of equipment {} % with the order, {} % on delivery, the rest when its hall is ready; work as it goes, {} % held back; of \
             what the utility builds {} % with its order; {} days after it is due.",
            of_plan(plan),
            terms.deposit_pct,
            terms.delivery_pct,
            terms.retainage_pct,
            terms.utility_pct,
            terms.days
        ),
        columns: COLUMNS.to_vec(),
        frozen: 2,
        printed: COLUMNS.len() as u16,
        paper: Paper::Letter,
    };
    let mut sheet = add_sheet(book, &frame, quarters.len() as u32)?;
    let mut sums = (0.0, 0.0);
    for (row, quarter) in (FIRST..).zip(&quarters) {
        sums = (sums.0 + quarter.committed_usd, sums.1 + quarter.paid_usd);
        add_quarter(&mut sheet, row, quarter, sums)?;
    }
    Ok(())
}

fn add_quarter(sheet: &mut Table, row: u32, quarter: &Quarter, sums: (f64, f64)) -> Result<(), XlsxError> {
    let day = |day: Date| Entry::from(Cell::Day(day));
    let entries = [
        day(quarter.first),
        day(quarter.last),
        usd(quarter.committed_usd),
        running(row, 2, sums.0),
        usd(quarter.paid_usd),
        running(row, 4, sums.1),
    ];
    sheet.row(row, &entries.map(|entry| (entry, Tone::Body)))
}

fn usd(usd: f64) -> Entry {
    Entry::Value(Cell::Money(usd))
}

/// The sum of a column down to a row.
fn running(row: u32, of: u16, sum: f64) -> Entry {
    Entry::Formula(format!("=SUM({}:{})", cell(FIRST, of), cell(row, of)), Shown::Number(sum), DOLLARS)
}
