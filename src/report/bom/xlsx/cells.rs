//! What stands in the cells of a workbook, and how it looks.

use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use crate::report::bom::columns::{Cell, clean};
use crate::report::cell_text::begins_as_formula;

/// Money to the cent.
pub const CENTS: &str = "#,##0.00";
/// Money in whole dollars; the cell holds the cents.
pub const DOLLARS: &str = "#,##0";
/// Sums in whole dollars, with a dash where nothing is in them.
pub const SUMS: &str = "#,##0;-#,##0;\"-\"";
const DAY: &str = "yyyy-mm-dd";

/// Longest text that is put into a cell, characters; the format allows 32,767 units of UTF-16.
const MOST_TEXT: usize = 16_000;

/// Letters of the font that go into a unit of column width, with the indent and bold text allowed for.
const LETTERS_PER_WIDTH: f64 = 1.25;

const FONT: &str = "Arial";
const INK: u32 = 0x1F2D3D;
const LINE: u32 = 0xD5DAE0;

/// What a row or cell is, by which it is painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The title of a sheet.
    Title,
    /// What stands below a title.
    Aside,
    /// A heading of a column.
    Header,
    /// The total of a sheet.
    Total,
    /// A system, or a section.
    Section,
    /// A bank.
    Group,
    /// Anything else.
    Body,
    /// What is not known.
    Unknown,
    /// What a vendor fills in.
    Input,
}

/// What a formula gives.
#[derive(Clone, Copy, Debug)]
pub enum Shown {
    /// A number.
    Number(f64),
    /// What stands in place of a number that is not known.
    Word(&'static str),
}

impl Shown {
    /// The number, or what stands in its place.
    pub fn or(number: Option<f64>, word: &'static str) -> Shown {
        number.map_or(Shown::Word(word), Shown::Number)
    }
}

/// One cell.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A value; money to the cent.
    Value(Cell),
    /// Money in whole dollars.
    Dollars(f64),
    /// A formula with the result that a reader sees who does not compute, and the pattern of its number.
    Formula(String, Shown, &'static str),
}

impl Entry {
    /// Nothing.
    pub const EMPTY: Entry = Entry::Value(Cell::Empty);

    /// Text, never taken for a formula.
    pub fn text(text: impl Into<String>) -> Entry {
        Entry::Value(Cell::Text(text.into()))
    }
}

impl From<Cell> for Entry {
    fn from(cell: Cell) -> Entry {
        Entry::Value(cell)
    }
}

/// Writes a cell.
///
/// # Errors
/// When the sheet does not take it.
pub fn put(sheet: &mut Worksheet, row: u32, column: u16, entry: &Entry, tone: Tone) -> Result<(), XlsxError> {
    match entry {
        Entry::Value(cell) => value(sheet, row, column, cell, tone)?,
        Entry::Dollars(usd) => sheet.write_number_with_format(row, column, *usd, &number(tone, DOLLARS))?,
        Entry::Formula(formula, result, pattern) => {
            let shown = match result {
                Shown::Number(value) => value.to_string(),
                Shown::Word(word) => (*word).to_owned(),
            };
            let formula = Formula::new(formula).set_result(shown);
            sheet.write_formula_with_format(row, column, formula, &number(tone, pattern))?
        }
    };
    Ok(())
}

fn value<'s>(
    sheet: &'s mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    tone: Tone,
) -> Result<&'s mut Worksheet, XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &format(tone)),
        Cell::Text(text) => {
            sheet.write_string_with_format(row, column, short(text), &kept_text(text, text_format(tone)))
        }
        Cell::Count(count) => {
            let centered = number(tone, "0").set_align(FormatAlign::Center);
            sheet.write_number_with_format(row, column, *count as f64, &centered)
        }
        Cell::Number(value) => {
            sheet.write_number_with_format(row, column, clean(*value), &number(tone, places(*value)))
        }
        Cell::Money(usd) => sheet.write_number_with_format(row, column, *usd, &number(tone, CENTS)),
        Cell::Day(date) => {
            let (year, month, day) = (date.year() as u16, date.month() as u8, date.day() as u8);
            let day = ExcelDateTime::from_ymd(year, month, day)?;
            sheet.write_datetime_with_format(row, column, day, &number(tone, DAY))
        }
        Cell::Flag(flag) => {
            let centered = format(tone).set_align(FormatAlign::Center);
            sheet.write_string_with_format(row, column, if *flag { "Y" } else { "N" }, &centered)
        }
    }
}

/// The pattern for a quantity: whole, or with as many decimals as it has, up to two; the cell holds all of them.
pub fn places(value: f64) -> &'static str {
    let whole = |value: f64| (value - value.round()).abs() < 1e-6;
    match value {
        _ if whole(value) => "#,##0",
        _ if whole(value * 10.0) || value.abs() >= 100.0 => "#,##0.0",
        _ => "#,##0.00",
    }
}

/// The text as far as a cell takes it.
pub fn short(text: &str) -> &str {
    text.char_indices().nth(MOST_TEXT).map_or(text, |(end, _)| &text[..end])
}

/// How text of a tone looks.
pub fn format(tone: Tone) -> Format {
    let base = Format::new().set_font_name(FONT).set_font_size(9).set_font_color(INK).set_align(FormatAlign::Top);
    let lined = base.clone().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE).set_text_wrap();
    match tone {
        Tone::Title => base.set_font_size(14).set_bold(),
        Tone::Aside => base.set_font_color(0x5B6773),
        Tone::Header => lined
            .set_bold()
            .set_font_color(0xFFFFFF)
            .set_background_color(0x27405C)
            .set_align(FormatAlign::VerticalCenter),
        Tone::Total => base.set_bold(),
        Tone::Section => lined.set_bold().set_background_color(0xD9E1EA),
        Tone::Group => lined.set_bold().set_background_color(0xF1F4F8),
        Tone::Body => lined,
        Tone::Unknown => lined.set_bold().set_font_color(0x8A4B00).set_background_color(0xFFF0CF),
        Tone::Input => lined.set_background_color(0xFFFDE7),
    }
}

/// Text stands a little off the number to its left.
/// The look of a text's cell; a text that begins as a formula does stays one when its cell is edited, too.
pub fn kept_text(text: &str, look: Format) -> Format {
    if begins_as_formula(text) { look.set_quote_prefix() } else { look }
}

fn text_format(tone: Tone) -> Format {
    match tone {
        Tone::Title | Tone::Aside => format(tone),
        Tone::Header => format(tone).set_align(FormatAlign::Center),
        _ => format(tone).set_align(FormatAlign::Left).set_indent(1),
    }
}

fn number(tone: Tone, pattern: &str) -> Format {
    format(tone).set_num_format(pattern).set_align(FormatAlign::Right)
}

/// Lines that a cell takes in a column of a width, characters.
pub fn lines(entry: &Entry, width: f64) -> usize {
    let most = (width * LETTERS_PER_WIDTH) as usize;
    match entry {
        Entry::Value(Cell::Text(text)) => short(text).split('\n').map(|line| wrapped(line, most)).sum(),
        _ => 1,
    }
}

/// Lines of a text that is wrapped between words.
fn wrapped(text: &str, most: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        let next = if used == 0 { word } else { used + 1 + word };
        match next <= most {
            true => used = next,
            false => {
                (lines, used) =
                    (lines + usize::from(used > 0) + word.saturating_sub(1) / most.max(1), word % most.max(1))
            }
        }
    }
    lines
}
