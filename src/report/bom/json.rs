//! The bill of materials as JSON, for import into other programs.

use serde_json::{Map, Value, json};

use super::columns::{COLUMNS, CURRENCY, Cell, clean};
use super::rows::{Bill, BomLevel, Row};
use crate::domain::plan::Plan;
use crate::report::json::document;

/// The schema that the file names.
const SCHEMA: &str = "retrofit/bom/1";

/// A header with counts and totals, `spares` as the plan has them, and `lines`: flat objects with the columns of the CSV; what is not known is null.
pub fn bom_json(plan: &Plan, level: BomLevel) -> String {
    let bill = Bill::of(plan);
    let lines: Vec<Value> = bill.rows(level).into_iter().map(|row| object(&bill, row)).collect();
    let capex = &plan.capex;
    document(
        SCHEMA,
        plan,
        json!({
            "level": match level { BomLevel::Lines => "lines", BomLevel::Consolidated => "consolidated" },
            "currency": CURRENCY,
            "counts": {
                "rows": lines.len(),
                "lines": plan.bom.len(),
                "lines_priced": capex.lines_priced,
                "lines_estimated": capex.lines_estimated,
                "lines_unpriced": capex.lines_unpriced,
            },
            "direct_cost_usd": capex.direct,
            "spares": plan.spares,
            "lines": lines,
        }),
    )
}

fn object(bill: &Bill, row: &Row) -> Value {
    let fields = COLUMNS.iter().map(|column| (column.name.to_owned(), value((column.cell)(bill, row))));
    Value::Object(fields.collect::<Map<String, Value>>())
}

fn value(cell: Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(words) => words.into(),
        Cell::Count(count) => count.into(),
        Cell::Number(value) => clean(value).into(),
        Cell::Money(usd) => usd.into(),
        Cell::Day(date) => date.to_string().into(),
        Cell::Flag(flag) => flag.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn programs_read_counts_numbers_and_nulls() {
        let plan = sample::plan();
        let value: Value = serde_json::from_str(&bom_json(&plan, BomLevel::Lines)).unwrap();
        let lines = value["lines"].as_array().unwrap();
        assert_eq!(value["counts"]["lines_unpriced"], plan.capex.lines_unpriced);
        assert_eq!(lines.len(), plan.bom.len());
        let unpriced = lines.iter().filter(|line| line["amount_likely_usd"].is_null()).count();
        assert_eq!(unpriced, plan.capex.lines_unpriced);
        assert!(lines.iter().all(|line| line["quantity"].is_number() && line["long_lead"].is_boolean()));
        assert!(lines[0].as_object().unwrap().keys().eq(COLUMNS.iter().map(|column| column.name)));
    }
}
