//! One sheet for each trade that is asked for quotations: what it is to supply, and cells for its answer. No price is shown.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cells::{CENTS, Entry, Shown, Tone};
use super::sheet::{FIRST, Frame, Paper, TOTALS, Table, add as add_sheet, cell, span};
use crate::report::bom::alternates::for_vendors;
use crate::report::bom::columns::Cell;
use crate::report::bom::lots;
use crate::report::bom::rows::{Bill, Row};
use crate::report::bom::words;
use crate::report::facts::is_of_utility;

/// Trades by the beginning of the MasterFormat section, the first that fits.
const TRADES: &[(&str, &str)] = &[
    ("21", "fire protection"),
    ("22", "mechanical"),
    ("23 10", "fuel"),
    ("23", "mechanical"),
    ("25", "controls"),
    ("26", "electrical"),
    ("27", "communications"),
    ("28", "security"),
    ("33 6", "mechanical"),
    ("33 7", "electrical"),
    ("33 8", "communications"),
    ("48", "electrical"),
    ("02", "civil and demolition"),
    ("31", "civil and demolition"),
    ("32", "civil and demolition"),
    ("33", "civil and demolition"),
    ("", "building"),
];

/// Columns with their widths; those after the first eleven are the vendor's.
const COLUMNS: [(&str, f64); 19] = [
    ("Line", 6.0),
    ("Cost code", 9.5),
    ("Description", 36.0),
    ("Specification", 40.0),
    ("Alternates that may be offered", 34.0),
    ("Spares to be priced apart", 30.0),
    ("Quantity", 10.0),
    ("Unit", 8.0),
    ("Delivery lots", 30.0),
    ("First need", 11.0),
    ("Supply", 14.0),
    ("Unit price offered", 13.0),
    ("Currency", 9.0),
    ("Extended price", 14.0),
    ("Lead offered, weeks", 9.0),
    ("Delivered by", 11.0),
    ("Alternate offered", 24.0),
    ("Spares offered, total", 14.0),
    ("Exceptions", 30.0),
];

/// What stands in the place of an amount before there is an offer.
const OPEN: &str = "-";

const DESCRIPTION: u16 = 2;
const QUANTITY: u16 = 6;
const OFFERED: u16 = 11;
const EXTENDED: u16 = 13;

/// Adds the sheets, in the order of the trades' sections.
///
/// # Errors
/// When the workbook does not take them.
pub fn add(book: &mut Workbook, bill: &Bill) -> Result<(), XlsxError> {
    let mut trades: Vec<&str> = TRADES.iter().map(|(_, trade)| *trade).collect();
    trades.sort();
    trades.dedup();
    for trade in trades {
        let asked = bill.consolidated.iter().filter(|row| is_asked_for(row) && trade_of(row) == trade);
        let rows: Vec<&Row> = asked.collect();
        if !rows.is_empty() {
            add_trade(book, bill, trade, &rows)?;
        }
    }
    Ok(())
}

/// What is on order is ordered, and the utility has made its offer.
fn is_asked_for(row: &Row) -> bool {
    row.first().order.is_none() && !is_of_utility(row.first())
}

fn trade_of(row: &Row) -> &'static str {
    let section = &row.first().masterformat;
    TRADES.iter().find(|(start, _)| section.starts_with(start)).map_or("building", |(_, trade)| trade)
}

fn add_trade(book: &mut Workbook, bill: &Bill, trade: &str, rows: &[&Row]) -> Result<(), XlsxError> {
    let site = &bill.plan.site;
    let count = rows.len() as u32;
    let frame = Frame {
        name: &format!("RFQ {trade}"),
        title: format!("Request for quotation, {trade}: {}", site.facility),
        aside: format!(
            "{}; {}. Quantities and dates as planned on {}; the quantity is the sum of the delivery lots. Please fill in the shaded \
             cells. Supply: OFCI, bought by the owner and \
             installed by the contractor; CFCI, both by the contractor; OFOI, both by the owner.",
            site.place,
            words::conditions(bill.plan),
            bill.plan.as_of
        ),
        columns: COLUMNS.to_vec(),
        frozen: 3,
        printed: COLUMNS.len() as u16,
        paper: Paper::Tabloid,
    };
    let mut sheet = add_sheet(book, &frame, count)?;
    for (row, line) in (FIRST..).zip(rows) {
        add_line(&mut sheet, bill, line, row)?;
    }
    answer_head(&mut sheet, count)
}

/// Who answers, and the sum of the answer.
fn answer_head(sheet: &mut Table, rows: u32) -> Result<(), XlsxError> {
    sheet.cell(TOTALS, DESCRIPTION, &Entry::text("Vendor, quotation number, date, valid until:"), Tone::Total)?;
    for column in DESCRIPTION + 1..=DESCRIPTION + 2 {
        sheet.cell(TOTALS, column, &Entry::EMPTY, Tone::Input)?;
    }
    let extended = span(EXTENDED, rows);
    let formula = format!("=IF(COUNT({extended})=0,\"{OPEN}\",SUM({extended}))");
    sheet.cell(TOTALS, EXTENDED, &Entry::Formula(formula, Shown::Word(OPEN), CENTS), Tone::Total)
}

fn add_line(sheet: &mut Table, bill: &Bill, line: &Row, row: u32) -> Result<(), XlsxError> {
    let first = line.first();
    let asked = [
        Cell::Count(line.number).into(),
        Entry::text(&first.masterformat),
        Entry::text(&first.description),
        Entry::text(words::spec(bill, line)),
        Entry::text(for_vendors(bill, line)),
        Entry::text(words::spares(bill, line)),
        Cell::Number(line.to_order()).into(),
        Entry::text(&first.unit),
        Entry::text(lots::told(line)),
        line.earliest(|line| line.need_by).map_or(Entry::EMPTY, |day| Cell::Day(day).into()),
        words::supply(bill, line).map_or(Entry::EMPTY, Entry::text),
    ];
    let answer = (OFFERED..COLUMNS.len() as u16).map(|column| match column {
        EXTENDED => (extended(row), Tone::Body),
        _ => (Entry::EMPTY, Tone::Input),
    });
    let entries: Vec<(Entry, Tone)> = asked.into_iter().map(|entry| (entry, Tone::Body)).chain(answer).collect();
    sheet.row(row, &entries)
}

/// Quantity times the price offered; nothing before there is one.
fn extended(row: u32) -> Entry {
    let (quantity, price) = (cell(row, QUANTITY), cell(row, OFFERED));
    Entry::Formula(format!("=IF({price}=\"\",\"{OPEN}\",ROUND({quantity}*{price},2))"), Shown::Word(OPEN), CENTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn every_line_that_is_to_be_ordered_goes_to_one_trade() {
        let mut plan = sample::plan();
        plan.bom[0].order = Some("late_sets".to_owned());
        plan.bom[0].description += ", on order";
        plan.bom[1].masterformat = "33 71 19".to_owned();
        plan.bom[1].price_basis += ".";
        let bill = Bill::of(&plan);
        let row = |line: usize| bill.consolidated.iter().find(|row| row.first().line == line).unwrap();
        assert!(!is_asked_for(row(1)));
        assert_eq!(trade_of(row(2)), "electrical");
        assert_eq!(bill.consolidated.iter().filter(|row| !is_asked_for(row)).count(), 1);
    }
}
