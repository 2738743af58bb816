//! The bill of materials as a workbook: multi-level and consolidated bill, orders by date, a request for quotation for each trade,
//! recommended spares, money by quarter, re-use ledger, assumptions. One sheet is one file; `sheet` has their common frame, `cells` what stands in cells.
//!
//! Every amount and total is a formula that recomputes, with its result beside it for readers that do not compute. Text is written
//! as text, which no reader takes for a formula.

mod assumptions;
mod bill;
mod cash;
mod cells;
mod consolidated;
mod orders;
mod reuse;
mod rfq;
mod sheet;
mod spares;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::rows::Bill;
use crate::domain::plan::Plan;

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the workbook of the bill of materials could not be written")]
pub struct WorkbookError(#[from] XlsxError);

/// The workbook; equal plans give equal bytes.
///
/// # Errors
/// When the plan holds more than a workbook can: a million lines, or a date before 1900.
pub fn bom_xlsx(plan: &Plan) -> Result<Vec<u8>, WorkbookError> {
    let bill = Bill::of(plan);
    let mut book = Workbook::new();
    book.set_properties(&properties(plan)?);
    let lines = bill::add(&mut book, &bill)?;
    consolidated::add(&mut book, &bill, &lines)?;
    orders::add(&mut book, &bill, &lines)?;
    rfq::add(&mut book, &bill)?;
    spares::add(&mut book, plan)?;
    cash::add(&mut book, plan)?;
    reuse::add(&mut book, plan)?;
    assumptions::add(&mut book, plan, &lines)?;
    Ok(book.save_to_buffer()?)
}

/// The day of the plan stands for the clock's.
fn properties(plan: &Plan) -> Result<DocProperties, XlsxError> {
    let day = plan.as_of;
    let made = ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)?;
    Ok(DocProperties::new()
        .set_title(format!("Bill of materials: {}", plan.site.facility))
        .set_subject(plan.site.target.clone())
        .set_comment(format!("retrofit {}", plan.version))
        .set_creation_datetime(&made))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn equal_plans_give_equal_bytes() {
        let first = bom_xlsx(&sample::plan()).unwrap();
        assert!(first.starts_with(b"PK"));
        assert!(first == bom_xlsx(&sample::plan()).unwrap());
    }

    #[test]
    fn a_plan_that_buys_nothing_has_a_workbook_too() {
        let mut plan = sample::plan();
        plan.bom.clear();
        assert!(bom_xlsx(&plan).unwrap().starts_with(b"PK"));
    }
}
