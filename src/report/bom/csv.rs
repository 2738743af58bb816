//! The bill of materials as CSV.

use super::columns::{COLUMNS, Cell, clean};
use super::rows::{Bill, BomLevel, Row};
use crate::domain::plan::Plan;
use crate::report::cell_text::text;

/// The bill of materials as CSV: one line a row, an unknown price as an empty cell.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn bom_csv(plan: &Plan, level: BomLevel) -> String {
    let bill = Bill::of(plan);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|column| column.name)).expect("a vector takes every record");
    for row in bill.rows(level) {
        writer.write_record(record(&bill, row)).expect("every row has the header's columns");
    }
    String::from_utf8(writer.into_inner().expect("a vector can be flushed")).expect("cells are text")
}

fn record(bill: &Bill, row: &Row) -> Vec<String> {
    COLUMNS.iter().map(|column| written((column.cell)(bill, row))).collect()
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => text(&words),
        Cell::Count(count) => count.to_string(),
        Cell::Number(value) => clean(value).to_string(),
        Cell::Money(usd) => format!("{usd:.2}"),
        Cell::Day(date) => date.to_string(),
        Cell::Flag(flag) => if flag { "Y" } else { "N" }.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn cell(csv: &str, row: usize, column: &str) -> String {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let index = reader.headers().unwrap().iter().position(|h| h == column).unwrap();
        reader.records().nth(row).unwrap().unwrap()[index].to_owned()
    }

    /// Rows by the number of the line.
    fn line(csv: &str, number: usize, column: &str) -> String {
        let rows = csv::Reader::from_reader(csv.as_bytes()).records().count();
        let row = (0..rows).find(|row| cell(csv, *row, "line") == number.to_string()).unwrap();
        cell(csv, row, column)
    }

    #[test]
    fn an_unknown_price_is_an_empty_cell() {
        let csv = bom_csv(&sample::plan(), BomLevel::Lines);
        let unpriced = sample::plan().bom.iter().find(|l| l.unit_price.is_none()).unwrap().line;
        assert_eq!(line(&csv, unpriced, "unit_price_likely_usd"), "");
        assert_eq!(line(&csv, unpriced, "amount_high_usd"), "");
        assert_eq!(line(&csv, unpriced, "price_status"), "unpriced");
    }

    #[test]
    fn text_never_becomes_a_formula_and_numbers_stay_numbers() {
        let mut plan = sample::plan();
        plan.bom[0].description = "=HYPERLINK(\"x\")".to_owned();
        plan.bom[0].quantity = -2.0;
        let csv = bom_csv(&plan, BomLevel::Lines);
        assert_eq!(line(&csv, 1, "description"), "'=HYPERLINK(\"x\")");
        assert_eq!(line(&csv, 1, "quantity"), "-2");
    }

    #[test]
    fn the_amounts_of_both_levels_add_up_to_the_direct_cost() {
        let plan = sample::plan();
        for level in [BomLevel::Lines, BomLevel::Consolidated] {
            let csv = bom_csv(&plan, level);
            let rows = csv::Reader::from_reader(csv.as_bytes()).records().count();
            let amounts = (0..rows).filter_map(|row| cell(&csv, row, "amount_likely_usd").parse::<f64>().ok());
            assert!((amounts.sum::<f64>() - plan.capex.direct.likely).abs() < 0.01);
        }
    }
}
