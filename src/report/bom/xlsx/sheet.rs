//! The frame of a sheet with a table: title, totals, frozen header, filter, print setup.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError, column_number_to_name};

use super::cells::{Entry, Tone, lines, put};
use crate::domain::plan::Plan;

/// Height of a line of text, points.
const LINE_POINTS: f64 = 12.0;

/// Height of the title's row, points.
pub const TITLE_POINTS: f64 = 22.0;

/// The row of the totals, from 0.
pub const TOTALS: u32 = 2;
/// The row of the header.
pub const HEADER: u32 = 3;
/// The first row of the table.
pub const FIRST: u32 = 4;

/// The size of paper that a sheet is printed on, as the format numbers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 8.5 by 11 inches.
    Letter = 1,
    /// 11 by 17 inches.
    Tabloid = 3,
}

/// What a table's sheet is called and holds.
pub struct Frame<'a> {
    /// Name on the tab.
    pub name: &'a str,
    /// What stands above the table.
    pub title: String,
    /// What stands below the title.
    pub aside: String,
    /// Headings of the columns, with their widths in characters.
    pub columns: Vec<(&'a str, f64)>,
    /// Columns that stay when the sheet is scrolled.
    pub frozen: u16,
    /// Columns that are printed, from the left.
    pub printed: u16,
    /// The paper that they are fitted to.
    pub paper: Paper,
}

/// A table's sheet, with the widths of its columns.
pub struct Table<'w> {
    /// The sheet.
    pub sheet: &'w mut Worksheet,
    widths: Vec<f64>,
}

impl Table<'_> {
    /// Writes a row, as high as its texts ask for.
    ///
    /// # Errors
    /// When the sheet does not take it.
    pub fn row(&mut self, row: u32, entries: &[(Entry, Tone)]) -> Result<(), XlsxError> {
        for (column, (entry, tone)) in (0..).zip(entries) {
            put(self.sheet, row, column, entry, *tone)?;
        }
        let most = entries.iter().zip(&self.widths).map(|((entry, _), width)| lines(entry, *width)).max().unwrap_or(1);
        self.sheet.set_row_height(row, height(most))?;
        Ok(())
    }

    /// Writes a cell.
    ///
    /// # Errors
    /// When the sheet does not take it.
    pub fn cell(&mut self, row: u32, column: u16, entry: &Entry, tone: Tone) -> Result<(), XlsxError> {
        put(self.sheet, row, column, entry, tone)
    }
}

/// Height of a row of so many lines, points; no row can be higher than 409.
pub fn height(lines: usize) -> f64 {
    (lines as f64 * LINE_POINTS + 3.0).min(409.0)
}

/// Adds a sheet with its frame around a number of rows.
///
/// # Errors
/// When the workbook does not take it.
pub fn add<'w>(book: &'w mut Workbook, frame: &Frame, rows: u32) -> Result<Table<'w>, XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(frame.name)?;
    put(sheet, 0, 0, &Entry::text(&frame.title), Tone::Title)?;
    put(sheet, 1, 0, &Entry::text(&frame.aside), Tone::Aside)?;
    sheet.set_row_height(0, TITLE_POINTS)?.set_row_height(1, height(1))?;
    for (column, (_, width)) in (0..).zip(&frame.columns) {
        sheet.set_column_width(column, *width)?;
    }
    let (last_row, last_column) = (last(rows), frame.columns.len() as u16 - 1);
    sheet.set_freeze_panes(FIRST, frame.frozen)?;
    sheet.autofilter(HEADER, 0, last_row, last_column)?;
    print_setup(sheet, frame.paper)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    sheet.set_print_area(0, 0, last_row, frame.printed.min(last_column + 1) - 1)?;
    let mut table = Table { sheet, widths: frame.columns.iter().map(|(_, width)| *width).collect() };
    let header: Vec<(Entry, Tone)> =
        frame.columns.iter().map(|(title, _)| (Entry::text(*title), Tone::Header)).collect();
    table.row(HEADER, &header)?;
    Ok(table)
}

/// Landscape, as wide as the paper, with the sheet's name and the page in the footer.
///
/// # Errors
/// When the sheet does not take it.
pub fn print_setup(sheet: &mut Worksheet, paper: Paper) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(paper as u8).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8&A&R&8Page &P of &N");
    sheet.set_screen_gridlines(false);
    Ok(())
}

/// The last row of a table, from 0; a table has one row at least.
pub fn last(rows: u32) -> u32 {
    FIRST + rows.max(1) - 1
}

/// `K5`.
pub fn cell(row: u32, column: u16) -> String {
    format!("{}{}", column_number_to_name(column), row + 1)
}

/// `K5:K99`: the rows of a table in a column.
pub fn span(column: u16, rows: u32) -> String {
    format!("{}:{}", cell(FIRST, column), cell(last(rows), column))
}

/// `$K$5:$K$99`: the same wherever the formula goes.
pub fn span_fixed(column: u16, rows: u32) -> String {
    let letter = column_number_to_name(column);
    format!("${letter}${}:${letter}${}", FIRST + 1, last(rows) + 1)
}

/// What a plan is of, and as of when.
pub fn of_plan(plan: &Plan) -> String {
    format!("{}, for {}. As of {}; all money in USD.", plan.site.facility, plan.site.target, plan.as_of)
}
