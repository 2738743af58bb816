//! The sheet `BOM`: system, bank, item and part, with subtotals.

use rust_xlsxwriter::{IgnoreError, Workbook, XlsxError};

use super::cells::{DOLLARS, Entry, SUMS, Shown, Tone};
use super::sheet::{FIRST, Frame, Paper, TOTALS, Table, add as add_sheet, cell, last, of_plan, span, span_fixed};
use crate::domain::format::plural;
use crate::domain::plan::{BomLine, Plan, PriceStatus};
use crate::domain::range::cents;
use crate::report::bom::columns::{COLUMNS, Cell, Column, End, Role};
use crate::report::bom::rows::{BankRows, Bill, Row, SystemRows, order_value, total};
use crate::report::bom::words;

const NAME: &str = "BOM";

/// What stands in the place of an amount without a price.
pub const UNPRICED: &str = "unpriced";

/// Columns that stay when the sheet is scrolled: outline, line, cost code, description.
const FROZEN: u16 = 4;

/// Where the bill stands, for the formulas of other sheets.
pub struct Lines {
    columns: Vec<&'static Column>,
    rows: u32,
}

impl Lines {
    fn of(bill: &Bill) -> Lines {
        let banks: usize = bill.systems.iter().map(|system| system.banks.len()).sum();
        let rows = bill.systems.len() + banks + bill.lines().count();
        Lines { columns: COLUMNS.iter().filter(|column| column.width > 0.0).collect(), rows: rows as u32 }
    }

    /// The rows of the bill in the column with a role: `BOM!$K$5:$K$99`.
    pub fn range(&self, role: Role) -> String {
        format!("{NAME}!{}", span_fixed(at(&self.columns, role), self.rows))
    }

    /// The sum of a column over the bill's rows that have this number in another, for `SUMIFS`.
    pub fn sum(&self, role: Role, of: Role, number: usize) -> String {
        format!("SUMIFS({},{},{number})", self.range(role), self.range(of))
    }

    /// The same of money, as a formula; said to be unpriced while none of the rows has a price at an end.
    pub fn money(&self, (role, end): (Role, End), of: Role, number: usize) -> String {
        let (sum, rows, prices) = (self.sum(role, of, number), self.range(of), self.range(Role::Goods(end)));
        format!("=IF(COUNTIFS({rows},{number},{prices},\">=0\")=0,\"{UNPRICED}\",{sum})")
    }

    /// The bill's total at an end: `BOM!Q3`.
    pub fn total(&self, end: End) -> String {
        format!("{NAME}!{}", cell(TOTALS, at(&self.columns, Role::Amount(end))))
    }
}

/// The column with a role.
pub fn at(columns: &[&Column], role: Role) -> u16 {
    columns.iter().position(|column| column.role == role).unwrap_or_default() as u16
}

/// Headings and widths.
pub fn headings(columns: &[&Column]) -> Vec<(&'static str, f64)> {
    columns.iter().map(|column| (column.title, column.width)).collect()
}

/// Columns from the left up to the note, which is too long for paper.
pub fn printed(columns: &[&Column]) -> u16 {
    columns.iter().position(|column| column.name == "note").unwrap_or(columns.len()) as u16
}

/// Adds the sheet.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, bill: &Bill) -> Result<Lines, XlsxError> {
    let lines = Lines::of(bill);
    let frame = Frame {
        name: NAME,
        title: format!("Bill of materials: {}", bill.plan.site.facility),
        aside: format!("{} {}", of_plan(bill.plan), counts(bill.plan)),
        columns: headings(&lines.columns),
        frozen: FROZEN,
        printed: printed(&lines.columns),
        paper: Paper::Tabloid,
    };
    let mut sheet = add_sheet(book, &frame, lines.rows)?;
    totals(&mut sheet, &lines.columns, lines.rows, bill.plan)?;
    sheet.sheet.group_symbols_above(true);
    // Excel would mark `1.1` as a number that is text.
    sheet.sheet.ignore_error_range(FIRST, 0, last(lines.rows), 0, IgnoreError::NumberStoredAsText)?;
    let mut row = FIRST;
    for system in &bill.systems {
        row = add_system(&mut sheet, bill, &lines.columns, system, row)?;
    }
    Ok(lines)
}

/// `55 lines: 11 priced from published figures, 43 estimated, 1 unpriced and in no sum.`
pub fn counts(plan: &Plan) -> String {
    let capex = &plan.capex;
    let (priced, estimated, unpriced) = (capex.lines_priced, capex.lines_estimated, capex.lines_unpriced);
    let lines = plural(plan.bom.len() as f64, "line");
    format!(
        "{lines}: {priced} priced from published figures, {estimated} estimated, {unpriced} unpriced and in no sum."
    )
}

/// The direct cost above its columns: the sum of all rows that are shown.
pub fn totals(sheet: &mut Table, columns: &[&Column], rows: u32, plan: &Plan) -> Result<(), XlsxError> {
    let label = columns.iter().position(|column| column.name == "description").unwrap_or_default() as u16;
    let left_out = match plan.capex.lines_unpriced {
        0 => String::new(),
        unpriced => format!(", without {}", plural(unpriced as f64, "unpriced line")),
    };
    sheet.cell(TOTALS, label, &Entry::text(format!("Direct cost{left_out}")), Tone::Total)?;
    let amounts = End::ALL.map(|end| (Role::Amount(end), end.of(plan.capex.direct)));
    let orders = order_value(plan.bom.iter()).map_or(0.0, |sum| sum.likely);
    for (role, sum) in amounts.into_iter().chain([(Role::OrderValue, orders)]) {
        let column = at(columns, role);
        let formula = format!("=SUBTOTAL(9,{})", span(column, rows));
        sheet.cell(TOTALS, column, &Entry::Formula(formula, Shown::Number(sum), DOLLARS), Tone::Total)?;
    }
    Ok(())
}

fn add_system(
    sheet: &mut Table,
    bill: &Bill,
    columns: &[&Column],
    system: &SystemRows,
    at: u32,
) -> Result<u32, XlsxError> {
    let mut row = at + 1;
    for bank in &system.banks {
        row = add_bank(sheet, bill, columns, bank, row)?;
    }
    sheet.sheet.group_rows(at + 1, row - 1)?;
    let lines: Vec<&BomLine> = system.banks.iter().flat_map(|bank| &bank.rows).map(Row::first).collect();
    let heading =
        Heading { tone: Tone::Section, outline: &system.outline, name: system.system.label().to_owned(), cells: &[] };
    add_heading(sheet, columns, &heading, &lines, at, row - 1)?;
    Ok(row)
}

fn add_bank(sheet: &mut Table, bill: &Bill, columns: &[&Column], of: &BankRows, at: u32) -> Result<u32, XlsxError> {
    let mut parts = None;
    for (row, line) in (at + 1..).zip(&of.rows) {
        add_line(sheet, bill, columns, line, row)?;
        parts = parts.or((line.level > Some(3)).then_some(row));
    }
    let end = at + of.rows.len() as u32;
    sheet.sheet.group_rows(at + 1, end)?;
    if let Some(first) = parts {
        sheet.sheet.group_rows(first, end)?;
    }
    let bank = of.bank;
    let cells = [
        ("spec", words::bank_duty(bill.plan, bank)),
        ("place", bank.place.to_string()),
        ("requirements", bank.id.clone()),
    ];
    let name = format!("{}, {}", bank.service.info().label, bank.place);
    let lines: Vec<&BomLine> = of.rows.iter().map(Row::first).collect();
    let heading = Heading { tone: Tone::Group, outline: &of.outline, name, cells: &cells };
    add_heading(sheet, columns, &heading, &lines, at, end)?;
    Ok(end + 1)
}

/// A row above others, with their sum.
struct Heading<'a> {
    tone: Tone,
    outline: &'a str,
    name: String,
    cells: &'a [(&'static str, String)],
}

fn add_heading(
    sheet: &mut Table,
    columns: &[&Column],
    heading: &Heading,
    lines: &[&BomLine],
    at: u32,
    last: u32,
) -> Result<(), XlsxError> {
    let sum = |role: Role| match role {
        Role::Amount(end) => total(lines.iter().copied()).map(|sum| end.of(sum)),
        _ => order_value(lines.iter().copied()).map(|sum| sum.likely),
    };
    let mut entries = Vec::new();
    for (number, column) in (0..).zip(columns) {
        let entry = match column.role {
            role @ (Role::Amount(_) | Role::OrderValue) => {
                let rows = format!("{}:{}", cell(at + 1, number), cell(last, number));
                let sum = Shown::Number(sum(role).unwrap_or_default());
                Entry::Formula(format!("=SUBTOTAL(9,{rows})"), sum, SUMS)
            }
            Role::Outline => Entry::text(heading.outline),
            _ if column.name == "description" => Entry::text(&heading.name),
            _ => match heading.cells.iter().find(|(name, _)| *name == column.name) {
                Some((_, text)) => Entry::text(text),
                None => Entry::EMPTY,
            },
        };
        entries.push((entry, heading.tone));
    }
    sheet.row(at, &entries)
}

fn add_line(sheet: &mut Table, bill: &Bill, columns: &[&Column], line: &Row, row: u32) -> Result<(), XlsxError> {
    let entry = |column: &&Column| match column.role {
        Role::Goods(end) => goods(line, end),
        Role::Installation(_) if line.first().price_split.is_none() => included(line),
        Role::Amount(end) => extended(columns, line, row, end),
        Role::OrderValue => order_value_of(columns, line, row),
        _ => Entry::Value((column.cell)(bill, line)),
    };
    let entries: Vec<(Entry, Tone)> = columns.iter().map(|column| (entry(column), tone(column, line))).collect();
    sheet.row(row, &entries)
}

/// Price of the goods, or in place where nothing tells them from their installation.
fn goods(line: &Row, end: End) -> Entry {
    line.first().goods_price().map_or(Entry::EMPTY, |range| Cell::Money(cents(end.of(range))).into())
}

/// Said of installation that is in the price of the goods; nothing where there is no price.
pub fn included(line: &Row) -> Entry {
    line.first().unit_price.map_or(Entry::EMPTY, |_| Entry::text(words::INCLUDED))
}

/// Quantity times goods and installation to the cent; said to be unpriced while there is no price.
fn extended(columns: &[&Column], line: &Row, row: u32, end: End) -> Entry {
    let roles = [Role::Quantity, Role::Goods(end), Role::Installation(end)];
    let [quantity, goods, installation] = roles.map(|role| cell(row, at(columns, role)));
    // What is said to be included counts as nothing.
    let product = format!("ROUND({quantity}*({goods}+N({installation})),2)");
    let formula = format!("=IF({goods}=\"\",\"{UNPRICED}\",{product})");
    Entry::Formula(formula, Shown::or(line.amount().map(|range| end.of(range)), UNPRICED), DOLLARS)
}

/// Quantity times goods to the cent, likely.
fn order_value_of(columns: &[&Column], line: &Row, row: u32) -> Entry {
    let [quantity, goods] = [Role::Quantity, Role::Goods(End::Likely)].map(|role| cell(row, at(columns, role)));
    let formula = format!("=IF({goods}=\"\",\"{UNPRICED}\",ROUND({quantity}*{goods},2))");
    Entry::Formula(formula, Shown::or(line.order_value().map(|range| range.likely), UNPRICED), DOLLARS)
}

/// What is not known is marked.
pub fn tone(column: &Column, line: &Row) -> Tone {
    let of_price = matches!(
        column.role,
        Role::Goods(_) | Role::Installation(_) | Role::Amount(_) | Role::OrderValue | Role::Status
    );
    let unpriced = line.first().price_status == PriceStatus::Unpriced;
    if of_price && unpriced { Tone::Unknown } else { Tone::Body }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn formulas_name_the_columns_of_the_table() {
        let plan = sample::plan();
        let lines = Lines::of(&Bill::of(&plan));
        for role in [Role::Quantity, Role::Status, Role::Consolidated, Role::Order, Role::Amount(End::High)] {
            assert!(lines.columns[at(&lines.columns, role) as usize].role == role);
        }
        assert!(lines.range(Role::Quantity).starts_with("BOM!$"));
        assert!(matches!(
            (lines.columns[0].cell)(&Bill::of(&plan), Bill::of(&plan).lines().next().unwrap()),
            Cell::Text(_)
        ));
    }
}
