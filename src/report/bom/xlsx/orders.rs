//! The sheet `Orders by PO date`: what to order when, long-lead first, and what is committed by then.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::bill::{Lines, UNPRICED, included};
use super::cells::{DOLLARS, Entry, Shown, Tone};
use super::sheet::{FIRST, Frame, Paper, TOTALS, Table, add as add_sheet, cell, of_plan, span, span_fixed};
use crate::domain::Range;
use crate::domain::plan::Plan;
use crate::report::bom::columns::{Cell, End, Role};
use crate::report::bom::rows::{Bill, Row};
use crate::report::bom::words;
use crate::report::facts::{LONG_LEAD_WEEKS, due, first_window_end, is_long_lead};

/// Columns with their widths.
const COLUMNS: [(&str, f64); 16] = [
    ("Order line", 7.0),
    ("Long lead", 7.0),
    ("Order by", 11.0),
    ("Planned order", 11.0),
    ("Need by", 11.0),
    ("Lead, weeks", 7.5),
    ("Status", 12.0),
    ("Description", 40.0),
    ("Cost code", 9.5),
    ("Place", 14.0),
    ("Quantity", 10.0),
    ("Unit", 8.0),
    ("Supply", 14.0),
    ("Order value, likely", 14.0),
    ("Installation, likely", 14.0),
    ("Committed by then", 15.0),
];

const ORDER_BY: u16 = 2;
const DESCRIPTION: u16 = 7;
const VALUE: u16 = 13;
const INSTALLATION: u16 = 14;

/// Adds the sheet.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, bill: &Bill, lines: &Lines) -> Result<(), XlsxError> {
    let rows = bill.orders.len() as u32;
    let frame = Frame {
        name: "Orders by PO date",
        title: format!("Orders by date: {}", bill.plan.site.facility),
        aside: format!(
            "{} Order value: goods delivered; a contract in place where installation is included. Order by: the latest day that \
             delays no hall; long lead ({LONG_LEAD_WEEKS} weeks and more) first. Committed by then: orders with that latest day or an \
             earlier one.",
            of_plan(bill.plan)
        ),
        columns: COLUMNS.to_vec(),
        frozen: 3,
        printed: COLUMNS.len() as u16,
        paper: Paper::Letter,
    };
    let mut sheet = add_sheet(book, &frame, rows)?;
    sheet.cell(TOTALS, DESCRIPTION, &Entry::text("All orders with a price, and installation apart"), Tone::Total)?;
    let values = likely_sum(bill.orders.iter().filter_map(Row::order_value));
    let installation = likely_sum(bill.orders.iter().filter_map(Row::installation_value));
    for (column, sum) in [(VALUE, values), (INSTALLATION, installation)] {
        let formula = format!("=SUBTOTAL(9,{})", span(column, rows));
        sheet.cell(TOTALS, column, &Entry::Formula(formula, Shown::Number(sum), DOLLARS), Tone::Total)?;
    }
    for (row, order) in (FIRST..).zip(&bill.orders) {
        add_order(&mut sheet, bill, lines, order, row)?;
    }
    Ok(())
}

fn add_order(sheet: &mut Table, bill: &Bill, lines: &Lines, order: &Row, row: u32) -> Result<(), XlsxError> {
    let line = order.first();
    let day = |date: Option<_>| Entry::Value(date.map_or(Cell::Empty, Cell::Day));
    let entries = [
        Cell::Count(order.number).into(),
        Cell::Flag(is_long_lead(line)).into(),
        day(line.order_by),
        day(line.order_planned),
        day(line.need_by),
        Cell::Number(line.lead_weeks).into(),
        Entry::text(status(bill.plan, order)),
        Entry::text(&line.description),
        Entry::text(&line.masterformat),
        Entry::text(words::places(order)),
        Cell::Number(order.to_order()).into(),
        Entry::text(&line.unit),
        words::supply(bill, order).map_or(Entry::EMPTY, Entry::text),
        value(lines, order),
        installation(lines, order, row),
        committed(bill, order, row),
    ];
    let unpriced = order.amount().is_none();
    let tone = |column: u16| if unpriced && column == VALUE { Tone::Unknown } else { Tone::Body };
    let entries: Vec<(Entry, Tone)> = (0..).zip(entries).map(|(column, entry)| (entry, tone(column))).collect();
    sheet.row(row, &entries)
}

fn likely_sum(ranges: impl Iterator<Item = Range>) -> f64 {
    ranges.map(|range| range.likely).sum()
}

fn status(plan: &Plan, order: &Row) -> &'static str {
    let line = order.first();
    match (line.order_by, due(line), &line.order) {
        (_, _, Some(_)) => "on order",
        (None, None, None) => "no date",
        (Some(date), _, _) if date < plan.as_of => "overdue",
        (_, Some(date), _) if date <= first_window_end(plan) => "first 4 weeks",
        _ => "to order",
    }
}

fn value(lines: &Lines, order: &Row) -> Entry {
    let formula = lines.money((Role::OrderValue, End::Likely), Role::Order, order.number);
    Entry::Formula(formula, Shown::or(order.order_value().map(|range| range.likely), UNPRICED), DOLLARS)
}

/// What the amounts of its lines are more than its value.
fn installation(lines: &Lines, order: &Row, row: u32) -> Entry {
    if order.first().price_split.is_none() {
        return included(order);
    }
    let sum = lines.sum(Role::Amount(End::Likely), Role::Order, order.number);
    let formula = format!("=ROUND({sum}-{},2)", cell(row, VALUE));
    Entry::Formula(formula, Shown::Number(order.installation_value().map_or(0.0, |range| range.likely)), DOLLARS)
}

/// All orders with the same latest day or an earlier one.
fn committed(bill: &Bill, order: &Row, row: u32) -> Entry {
    let Some(day) = order.first().order_by else { return Entry::EMPTY };
    let rows = bill.orders.len() as u32;
    let formula =
        format!("=SUMIFS({},{},\"<=\"&{})", span_fixed(VALUE, rows), span_fixed(ORDER_BY, rows), cell(row, ORDER_BY));
    let before = bill.orders.iter().filter(|other| other.first().order_by.is_some_and(|other| other <= day));
    let sum = likely_sum(before.filter_map(Row::order_value));
    Entry::Formula(formula, Shown::Number(sum), DOLLARS)
}
