//! The sheet `Consolidated`: like lines of all places in one row, summed from the bill by formulas.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::bill::{Lines, UNPRICED, at, counts, headings, printed, tone, totals};
use super::cells::{CENTS, DOLLARS, Entry, Shown, Tone, places};
use super::sheet::{FIRST, Frame, Paper, Table, add as add_sheet, cell, of_plan};
use crate::report::bom::columns::{COLUMNS, Cell, Column, End, Role};
use crate::report::bom::rows::{Bill, Row};

/// Columns that stay when the sheet is scrolled: line, cost code, description.
const FROZEN: u16 = 3;

/// Ids of requirements that a row shows.
const MOST_IDS: usize = 8;

/// Adds the sheet.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, bill: &Bill, lines: &Lines) -> Result<(), XlsxError> {
    let of_tree = |role| matches!(role, Role::Outline | Role::Consolidated | Role::Order);
    let columns: Vec<&Column> = COLUMNS.iter().filter(|column| column.width > 0.0 && !of_tree(column.role)).collect();
    let rows = bill.consolidated.len() as u32;
    let frame = Frame {
        name: "Consolidated",
        title: format!("Consolidated bill of materials: {}", bill.plan.site.facility),
        aside: format!("{} {}", of_plan(bill.plan), counts(bill.plan)),
        columns: headings(&columns),
        frozen: FROZEN,
        printed: printed(&columns),
        paper: Paper::Tabloid,
    };
    let mut sheet = add_sheet(book, &frame, rows)?;
    totals(&mut sheet, &columns, rows, bill.plan)?;
    for (row, line) in (FIRST..).zip(&bill.consolidated) {
        add_line(&mut sheet, bill, lines, &columns, line, row)?;
    }
    Ok(())
}

fn add_line(
    sheet: &mut Table,
    bill: &Bill,
    lines: &Lines,
    columns: &[&Column],
    line: &Row,
    row: u32,
) -> Result<(), XlsxError> {
    let entry = |column: &&Column| match column.role {
        Role::Quantity => quantity(lines, line),
        Role::Amount(end) => amount(lines, line, end),
        Role::Price(end) => price(columns, line, row, end),
        _ if column.name == "requirements" => few((column.cell)(bill, line)),
        _ => Entry::Value((column.cell)(bill, line)),
    };
    let entries: Vec<(Entry, Tone)> = columns.iter().map(|column| (entry(column), tone(column, line))).collect();
    sheet.row(row, &entries)
}

/// Ids of requirements as far as a row shows them; the bill has all.
fn few(cell: Cell) -> Entry {
    let Cell::Text(ids) = &cell else { return cell.into() };
    let ids: Vec<&str> = ids.split(", ").collect();
    match ids.len() {
        count if count > MOST_IDS => {
            Entry::text(format!("{} and {} more: see BOM", ids[..MOST_IDS].join(", "), count - MOST_IDS))
        }
        _ => cell.into(),
    }
}

fn quantity(lines: &Lines, line: &Row) -> Entry {
    let formula = format!("=SUMIFS({},{})", lines.range(Role::Quantity), own(lines, line));
    Entry::Formula(formula, Shown::Number(line.quantity()), places(line.quantity()))
}

/// The sum of the bill's amounts; said to be unpriced while none of its lines has a price.
fn amount(lines: &Lines, line: &Row, end: End) -> Entry {
    let (own, prices) = (own(lines, line), lines.range(Role::Price(end)));
    let sum = format!("SUMIFS({},{own})", lines.range(Role::Amount(end)));
    let formula = format!("=IF(COUNTIFS({own},{prices},\">=0\")=0,\"{UNPRICED}\",{sum})");
    Entry::Formula(formula, Shown::or(line.amount().map(|range| end.of(range)), UNPRICED), DOLLARS)
}

/// The lines of the bill that are part of it.
fn own(lines: &Lines, line: &Row) -> String {
    format!("{},{}", lines.range(Role::Consolidated), line.number)
}

/// The mean price of its lines.
fn price(columns: &[&Column], line: &Row, row: u32, end: End) -> Entry {
    let [amount, quantity] = [Role::Amount(end), Role::Quantity].map(|role| cell(row, at(columns, role)));
    let formula = format!("=IF(ISNUMBER({amount}),{amount}/{quantity},\"{UNPRICED}\")");
    let mean = line.amount().map(|range| end.of(range) / line.quantity());
    Entry::Formula(formula, Shown::or(mean, UNPRICED), CENTS)
}
