//! The sheet `Re-use ledger`: what becomes of the mine's own equipment and of what is on order.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::cells::{Entry, Tone};
use super::sheet::{FIRST, Frame, Paper, add as add_sheet, of_plan};
use crate::domain::format::{sentence, words};
use crate::domain::plan::{AssetDecision, Decision, OrderDecision, Plan};
use crate::report::bom::columns::Cell;
use crate::report::view::assets::units_used;

/// Columns with their widths.
const COLUMNS: [(&str, f64); 11] = [
    ("Id", 22.0),
    ("Kind", 22.0),
    ("Rating", 16.0),
    ("Units", 7.0),
    ("Place", 12.0),
    ("Decision", 13.0),
    ("Units used", 7.0),
    ("Usable, each", 11.0),
    ("Unit", 8.0),
    ("Service", 24.0),
    ("Reason", 70.0),
];

/// Adds the sheet.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, plan: &Plan) -> Result<(), XlsxError> {
    let assets = plan.assets.iter().map(|asset| of_asset(plan, asset));
    let rows: Vec<[Entry; 11]> = assets.chain(plan.on_order.iter().map(of_order)).collect();
    let frame = Frame {
        name: "Re-use ledger",
        title: format!("Re-use ledger: {}", plan.site.facility),
        aside: format!("{} Equipment that the mine has or has ordered, and what the plan does with it.", of_plan(plan)),
        columns: COLUMNS.to_vec(),
        frozen: 1,
        printed: COLUMNS.len() as u16,
        paper: Paper::Letter,
    };
    let mut sheet = add_sheet(book, &frame, rows.len() as u32)?;
    for (row, entries) in (FIRST..).zip(rows) {
        sheet.row(row, &entries.map(|entry| (entry, Tone::Body)))?;
    }
    Ok(())
}

fn of_asset(plan: &Plan, asset: &AssetDecision) -> [Entry; 11] {
    let used = match asset.decision {
        Decision::Reuse | Decision::Move => units_used(plan, &asset.id, asset.decision == Decision::Move),
        _ => 0,
    };
    let usable = asset.service.filter(|_| asset.usable_per_unit > 0.0);
    [
        Entry::text(&asset.id),
        Entry::text(sentence(&words(&asset.kind))),
        Entry::text(&asset.rating),
        Cell::Count(asset.count as usize).into(),
        Entry::text(asset.place.to_string()),
        Entry::text(decision(asset.decision)),
        Cell::Count(used as usize).into(),
        usable.map_or(Entry::EMPTY, |_| Cell::Number(as_known(asset.usable_per_unit)).into()),
        usable.map_or(Entry::EMPTY, |service| Entry::text(service.info().unit)),
        asset.service.map_or(Entry::EMPTY, |service| Entry::text(service.info().label)),
        Entry::text(&asset.reason),
    ]
}

fn of_order(order: &OrderDecision) -> [Entry; 11] {
    [
        Entry::text(&order.id),
        Entry::text("On order"),
        Entry::text(&order.item),
        Cell::Count(order.count as usize).into(),
        Entry::text(order.place.to_string()),
        Entry::text(if order.used > 0.0 { "installed" } else { "not needed" }),
        Cell::Number(order.used).into(),
        Entry::EMPTY,
        Entry::EMPTY,
        Entry::EMPTY,
        Entry::text(format!("Arrives {}. {}", order.arrives, order.reason)),
    ]
}

/// A capacity as far as it is known: whole from 100 on, two decimals below.
fn as_known(value: f64) -> f64 {
    if value.abs() >= 100.0 { value.round() } else { (value * 100.0).round() / 100.0 }
}

fn decision(decision: Decision) -> &'static str {
    match decision {
        Decision::Reuse => "re-used",
        Decision::Move => "moved",
        Decision::NotNeeded => "not needed",
        Decision::Reject => "not usable",
        Decision::Untouched => "untouched",
    }
}
