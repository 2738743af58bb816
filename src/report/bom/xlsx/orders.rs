//! The sheet `Orders by PO date`: what to order when, long-lead first, and what is committed by then.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::bill::{Lines, UNPRICED};
use super::cells::{DOLLARS, Entry, Shown, Tone};
use super::sheet::{FIRST, Frame, Paper, TOTALS, Table, add as add_sheet, cell, of_plan, span, span_fixed};
use crate::domain::plan::Plan;
use crate::report::bom::columns::{Cell, End, Role};
use crate::report::bom::rows::{Bill, Row};
use crate::report::bom::words;
use crate::report::facts::{LONG_LEAD_WEEKS, first_window_end, is_long_lead};

/// Columns with their widths.
const COLUMNS: [(&str, f64); 15] = [
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
    ("Amount, likely", 14.0),
    ("Committed by then", 15.0),
];

const ORDER_BY: u16 = 2;
const DESCRIPTION: u16 = 7;
const AMOUNT: u16 = 13;

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
            "{} Long lead: {LONG_LEAD_WEEKS} weeks and more, listed first. Order by: the latest day that delays no hall. Committed by \
             then: all orders with that latest day or an earlier one, each placed on it.",
            of_plan(bill.plan)
        ),
        columns: COLUMNS.to_vec(),
        frozen: 3,
        printed: COLUMNS.len() as u16,
        paper: Paper::Letter,
    };
    let mut sheet = add_sheet(book, &frame, rows)?;
    sheet.cell(TOTALS, DESCRIPTION, &Entry::text("All orders with a price"), Tone::Total)?;
    let formula = format!("=SUBTOTAL(9,{})", span(AMOUNT, rows));
    let sum = Shown::Number(bill.plan.capex.direct.likely);
    sheet.cell(TOTALS, AMOUNT, &Entry::Formula(formula, sum, DOLLARS), Tone::Total)?;
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
        Cell::Number(order.quantity()).into(),
        Entry::text(&line.unit),
        words::supply(bill, order).map_or(Entry::EMPTY, Entry::text),
        amount(lines, order),
        committed(bill, order, row),
    ];
    let unpriced = order.amount().is_none();
    let tone = |column: u16| if unpriced && column == AMOUNT { Tone::Unknown } else { Tone::Body };
    let entries: Vec<(Entry, Tone)> = (0..).zip(entries).map(|(column, entry)| (entry, tone(column))).collect();
    sheet.row(row, &entries)
}

fn status(plan: &Plan, order: &Row) -> &'static str {
    match (order.first().order_by, &order.first().order) {
        (_, Some(_)) => "on order",
        (None, None) => "no date",
        (Some(date), _) if date < plan.as_of => "overdue",
        (Some(date), _) if date <= first_window_end(plan) => "first 4 weeks",
        _ => "to order",
    }
}

fn amount(lines: &Lines, order: &Row) -> Entry {
    let own = format!("{},{}", lines.range(Role::Order), order.number);
    let prices = lines.range(Role::Price(End::Likely));
    let sum = format!("SUMIFS({},{own})", lines.range(Role::Amount(End::Likely)));
    let formula = format!("=IF(COUNTIFS({own},{prices},\">=0\")=0,\"{UNPRICED}\",{sum})");
    Entry::Formula(formula, Shown::or(order.amount().map(|range| range.likely), UNPRICED), DOLLARS)
}

/// All orders with the same latest day or an earlier one.
fn committed(bill: &Bill, order: &Row, row: u32) -> Entry {
    let Some(day) = order.first().order_by else { return Entry::EMPTY };
    let rows = bill.orders.len() as u32;
    let formula =
        format!("=SUMIFS({},{},\"<=\"&{})", span_fixed(AMOUNT, rows), span_fixed(ORDER_BY, rows), cell(row, ORDER_BY));
    let before = bill.orders.iter().filter(|other| other.first().order_by.is_some_and(|other| other <= day));
    let sum = before.filter_map(Row::amount).map(|range| range.likely).sum();
    Entry::Formula(formula, Shown::Number(sum), DOLLARS)
}
