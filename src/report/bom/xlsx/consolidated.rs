//! The sheet `Consolidated`: like lines of all places in one row, summed from the bill by formulas.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::bill::{Lines, UNPRICED, at, counts, headings, included, printed, tone, totals};
use super::cells::{CENTS, DOLLARS, Entry, Shown, Tone, places};
use super::sheet::{FIRST, Frame, Paper, Table, add as add_sheet, cell, of_plan};
use crate::domain::range::cents;
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
        Role::Quantity => summed(lines, line, Role::Quantity, line.quantity()),
        Role::ToOrder => summed(lines, line, Role::ToOrder, line.to_order()),
        role @ Role::Amount(end) => sum(lines, line, (role, end), line.amount().map(|range| end.of(range))),
        Role::OrderValue => {
            sum(lines, line, (Role::OrderValue, End::Likely), line.order_value().map(|range| range.likely))
        }
        Role::Installation(_) if line.first().price_split.is_none() => included(line),
        role @ (Role::Goods(end) | Role::Installation(end)) => price(lines, columns, line, row, (role, end)),
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

fn summed(lines: &Lines, line: &Row, role: Role, shown: f64) -> Entry {
    let formula = format!("={}", lines.sum(role, Role::Consolidated, line.number));
    Entry::Formula(formula, Shown::Number(shown), places(shown))
}

fn sum(lines: &Lines, line: &Row, (role, end): (Role, End), shown: Option<f64>) -> Entry {
    let formula = lines.money((role, end), Role::Consolidated, line.number);
    Entry::Formula(formula, Shown::or(shown, UNPRICED), DOLLARS)
}

/// The mean price of its lines, by their quantities.
fn price(lines: &Lines, columns: &[&Column], line: &Row, row: u32, (role, end): (Role, End)) -> Entry {
    let [amount, quantity] = [Role::Amount(end), Role::Quantity].map(|role| cell(row, at(columns, role)));
    let [own, quantities, prices] = [Role::Consolidated, Role::Quantity, role].map(|role| lines.range(role));
    let sum = format!("SUMPRODUCT(--({own}={}),{quantities},{prices})", line.number);
    let formula = format!("=IF(ISNUMBER({amount}),{sum}/{quantity},\"{UNPRICED}\")");
    Entry::Formula(formula, Shown::or(shared(line, role, end), UNPRICED), CENTS)
}

/// The price that all its lines have.
fn shared(line: &Row, role: Role, end: End) -> Option<f64> {
    let first = line.first();
    let price = match role {
        Role::Installation(_) => first.price_split.map(|split| split.installation),
        _ => first.goods_price(),
    };
    price.map(|price| cents(end.of(price)))
}
