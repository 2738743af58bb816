//! The bill of materials for procurement: CSV for spreadsheets, JSON for programs.

use jiff::civil::Date;

use super::facts::is_long_lead;
use super::json;
use crate::domain::Range;
use crate::domain::plan::{BomLine, Plan, PriceStatus};

const HEADER: [&str; 25] = [
    "line",
    "masterformat",
    "uniformat",
    "system",
    "service",
    "place",
    "bank",
    "item",
    "description",
    "quantity",
    "unit",
    "unit_price_low_usd",
    "unit_price_likely_usd",
    "unit_price_high_usd",
    "amount_low_usd",
    "amount_likely_usd",
    "amount_high_usd",
    "price_status",
    "price_basis",
    "lead_weeks",
    "order_planned",
    "order_by",
    "need_by",
    "long_lead",
    "sources",
];

/// The bill of materials as CSV: one line a row, an unknown price as an empty cell.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn bom_csv(plan: &Plan) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEADER).expect("a vector takes every record");
    for line in &plan.bom {
        writer.write_record(row(line)).expect("every row has the header's columns");
    }
    String::from_utf8(writer.into_inner().expect("a vector can be flushed")).expect("cells are text")
}

/// The bill of materials as a JSON array of the plan's lines.
pub fn bom_json(plan: &Plan) -> String {
    json::pretty(&plan.bom)
}

/// The name of a price status in files.
pub(super) fn status(status: PriceStatus) -> &'static str {
    match status {
        PriceStatus::Published => "published",
        PriceStatus::Estimate => "estimate",
        PriceStatus::Unpriced => "unpriced",
    }
}

fn row(line: &BomLine) -> Vec<String> {
    let info = line.service.info();
    let mut row = vec![
        line.line.to_string(),
        text(&line.masterformat),
        text(&line.uniformat),
        text(info.system.label()),
        text(info.label),
        text(&line.place.to_string()),
        text(&line.bank),
        text(&line.item),
        text(&line.description),
        line.quantity.to_string(),
        text(&line.unit),
    ];
    row.extend(prices(line.unit_price));
    row.extend(prices(line.amount));
    row.extend([
        status(line.price_status).to_owned(),
        text(&line.price_basis),
        line.lead_weeks.to_string(),
        day(line.order_planned),
        day(line.order_by),
        day(line.need_by),
        if is_long_lead(line) { "Y" } else { "N" }.to_owned(),
        text(&line.sources.join("; ")),
    ]);
    row
}

fn prices(range: Option<Range>) -> [String; 3] {
    range.map_or_else(Default::default, |r| [r.low, r.likely, r.high].map(|usd| format!("{usd:.2}")))
}

fn day(date: Option<Date>) -> String {
    date.map(|d| d.to_string()).unwrap_or_default()
}

/// A text cell that no spreadsheet takes for a formula.
fn text(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
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

    #[test]
    fn an_unknown_price_is_an_empty_cell() {
        let csv = bom_csv(&sample::plan());
        let unpriced = sample::plan().bom.iter().position(|l| l.unit_price.is_none()).unwrap();
        assert_eq!(cell(&csv, unpriced, "unit_price_likely_usd"), "");
        assert_eq!(cell(&csv, unpriced, "amount_high_usd"), "");
        assert_eq!(cell(&csv, unpriced, "price_status"), "unpriced");
    }

    #[test]
    fn text_never_becomes_a_formula_and_numbers_stay_numbers() {
        let mut plan = sample::plan();
        plan.bom[0].description = "=HYPERLINK(\"x\")".to_owned();
        plan.bom[0].quantity = -2.0;
        let csv = bom_csv(&plan);
        assert_eq!(cell(&csv, 0, "description"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell(&csv, 0, "quantity"), "-2");
    }

    #[test]
    fn the_amounts_add_up_to_the_direct_cost() {
        let plan = sample::plan();
        let csv = bom_csv(&plan);
        let sum: f64 = (0..plan.bom.len()).filter_map(|r| cell(&csv, r, "amount_likely_usd").parse::<f64>().ok()).sum();
        assert!((sum - plan.capex.direct.likely).abs() < 0.01);
    }
}
