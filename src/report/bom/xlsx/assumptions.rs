//! The sheet `Assumptions`: totals that tie to the plan, how lines are priced, what is not in the bill, and what it was made from.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::bill::Lines;
use super::cells::{CENTS, DOLLARS, Entry, Shown, Tone, format, kept_text, lines, put, short};
use super::sheet::{Paper, TITLE_POINTS, height, print_setup};
use crate::domain::Range;
use crate::domain::format::percent;
use crate::domain::plan::{Plan, PriceStatus};
use crate::domain::range::cents;
use crate::report::bom::columns::{End, Role};

const NAME: &str = "Assumptions";

/// The columns: what it is about, then low, likely and high, or text over all of them.
const WIDTHS: [f64; 5] = [44.0, 22.0, 22.0, 22.0, 40.0];
const LAST: u16 = WIDTHS.len() as u16 - 1;

/// Adds the sheet.
///
/// # Errors
/// When the workbook does not take it.
pub fn add(book: &mut Workbook, plan: &Plan, bill: &Lines) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(NAME)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    print_setup(sheet, Paper::Letter)?;
    let mut page = Page { sheet, row: 0 };
    page.title(&format!("Assumptions and totals: {}", plan.site.facility))?;
    totals(&mut page, plan, bill)?;
    counts(&mut page, plan, bill)?;
    page.texts("How to read it", &reading())?;
    page.texts("Lines without a price", &unpriced(plan))?;
    page.texts("What the plan takes for granted, and what is not in the bill", &assumed(plan))?;
    page.texts("Warnings of the run", &warnings(plan))?;
    page.texts("Made from", &made_from(plan))?;
    page.sheet.set_print_area(0, 0, page.row, LAST)?;
    page.sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// The sheet and the row that is written next.
struct Page<'w> {
    sheet: &'w mut Worksheet,
    row: u32,
}

impl Page<'_> {
    fn title(&mut self, text: &str) -> Result<(), XlsxError> {
        put(self.sheet, self.row, 0, &Entry::text(text), Tone::Title)?;
        self.sheet.set_row_height(self.row, TITLE_POINTS)?;
        self.row += 2;
        Ok(())
    }

    fn cells(&mut self, entries: &[Entry], tone: Tone) -> Result<(), XlsxError> {
        for (column, entry) in (0..).zip(entries) {
            put(self.sheet, self.row, column, entry, tone)?;
        }
        let most = entries.iter().zip(WIDTHS).map(|(entry, width)| lines(entry, width)).max();
        self.sheet.set_row_height(self.row, height(most.unwrap_or(1)))?;
        self.row += 1;
        Ok(())
    }

    /// A section of texts, each with what it is about; nothing where there are none.
    fn texts(&mut self, heading: &str, texts: &[(String, String)]) -> Result<(), XlsxError> {
        if texts.is_empty() {
            return Ok(());
        }
        self.row += 1;
        self.sheet.merge_range(self.row, 0, self.row, LAST, heading, &format(Tone::Section))?;
        self.row += 1;
        for (about, text) in texts {
            put(self.sheet, self.row, 0, &Entry::text(about), Tone::Body)?;
            let look = kept_text(text, format(Tone::Body));
            self.sheet.merge_range(self.row, 1, self.row, LAST, short(text), &look)?;
            // Merged cells do not grow with their text.
            let texts = [(about, WIDTHS[0]), (text, WIDTHS[1..].iter().sum())];
            let most = texts.map(|(text, width)| lines(&Entry::text(text), width)).into_iter().max();
            self.sheet.set_row_height(self.row, height(most.unwrap_or(1)))?;
            self.row += 1;
        }
        Ok(())
    }
}

/// The totals that the workbook computes, and how far they are from the plan's.
fn totals(page: &mut Page, plan: &Plan, bill: &Lines) -> Result<(), XlsxError> {
    let heading = ["Totals, USD", "Low", "Likely", "High", ""].map(Entry::text);
    page.cells(&heading, Tone::Header)?;
    let capex = &plan.capex;
    let direct = page.row + 1;
    let computed =
        |end: End| Entry::Formula(format!("={}", bill.total(end)), Shown::Number(end.of(capex.direct)), CENTS);
    page.cells(&line("Direct cost, rows of BOM that are shown", End::ALL.map(computed)), Tone::Body)?;
    for soft in &capex.soft {
        let share = |end: End| {
            let formula = format!("=ROUND({}{direct}*{}/100,2)", letter(end), end.of(soft.pct));
            Entry::Formula(formula, Shown::Number(end.of(soft.amount)), DOLLARS)
        };
        let about = format!("{} ({} of the direct cost)", soft.name, percent(soft.pct.likely));
        page.cells(&line(&about, End::ALL.map(share)), Tone::Body)?;
    }
    let last = page.row;
    let total = |end: End| {
        let sum = format!("=ROUND(SUM({0}{direct}:{0}{last}),2)", letter(end));
        Entry::Formula(sum, Shown::Number(cents(end.of(capex.total))), DOLLARS)
    };
    page.cells(&line("Capex, direct and soft costs", End::ALL.map(total)), Tone::Section)?;
    page.cells(&line("Capex of the plan", ends(capex.total.map(cents))), Tone::Body)?;
    let off = |end: End| {
        let (column, row) = (letter(end), last + 1);
        Entry::Formula(format!("=ROUND({column}{row}-{column}{},2)", row + 1), Shown::Number(0.0), CENTS)
    };
    page.cells(&line("Difference (prices changed, or rows filtered out)", End::ALL.map(off)), Tone::Body)
}

/// The column in which an end stands.
fn letter(end: End) -> char {
    match end {
        End::Low => 'B',
        End::Likely => 'C',
        End::High => 'D',
    }
}

fn ends(range: Range) -> [Entry; 3] {
    End::ALL.map(|end| Entry::Dollars(end.of(range)))
}

fn line(about: &str, [low, likely, high]: [Entry; 3]) -> [Entry; 5] {
    [Entry::text(about), low, likely, high, Entry::EMPTY]
}

/// How lines are priced: in the plan, and in the workbook as it stands.
fn counts(page: &mut Page, plan: &Plan, bill: &Lines) -> Result<(), XlsxError> {
    page.row += 1;
    page.cells(&["Lines of the bill", "Count", "", "", ""].map(Entry::text), Tone::Header)?;
    let capex = &plan.capex;
    let rows = [
        ("priced from a published figure", "published", capex.lines_priced),
        ("priced by an engineering estimate", "estimate", capex.lines_estimated),
        ("unpriced: in no sum", "unpriced", capex.lines_unpriced),
    ];
    for (about, word, count) in rows {
        let formula = format!("=COUNTIF({},\"{word}\")", bill.range(Role::Status));
        let counted = Entry::Formula(formula, Shown::Number(count as f64), "0");
        page.cells(&line(about, [counted, Entry::EMPTY, Entry::EMPTY]), Tone::Body)?;
    }
    Ok(())
}

fn reading() -> Vec<(String, String)> {
    let texts = [
        (
            "Prices",
            "Price delivered is that of the goods on site, with premiums for their time. Installation is the contractor's work on \
          them at the region's cost: a share of the price by parameter installation_pct, an estimate. Where installation is \
          `included`, the catalogs have one price in place, and what of it is goods is not known. Amount is quantity times both; \
          order value is quantity times price delivered. The price basis says how each came about. The plan is made with the \
          likely ones; low and high totals add all ends one way. Confidence is that of the catalog's figure; `offer` is a price of \
          the facility file. Replace large estimates by quotations before money is decided.",
        ),
        (
            "Unpriced lines",
            "A line without a price has empty cells, is shaded, and is in no total. A price that is entered is counted \
          at once.",
        ),
        (
            "Quantities",
            "The quantity is what is planned, installed with the units that redundancy asks for; amounts are of it. To order: the \
          same rounded up, line by line, to whole units, MW, MVA and km to tenths. Delivery lots and all sums are of what is so \
          ordered, and may be up to a unit more for each line than is planned in all.",
        ),
        (
            "Alternates",
            "Items that carry the same load within all limits of the site, with what they change in quantity and in the cost of their \
          bank. \
          `No change of design`: the catalog lets a buyer take it as it is. All are proposals; the engineer of record approves.",
        ),
        (
            "Supply",
            "Proposed by rule: equipment of long lead (parameter owner_supply_lead_weeks of the catalogs) is bought by the owner \
          and installed by the contractor (OFCI), all else, and pumps of any lead, is furnished and installed by the \
          contractor (CFCI); what the owner contracts with carriers and the utility, and power plant that is priced built, is OFOI.",
        ),
        (
            "Dates",
            "Order planned: as scheduled. Order by and need by: the latest days that delay no hall. Of several places, and of work that \
          is done for several banks under one contract (the yard), the earliest.",
        ),
    ];
    texts.map(|(about, text)| (about.to_owned(), text.to_owned())).to_vec()
}

fn unpriced(plan: &Plan) -> Vec<(String, String)> {
    let lines = plan.bom.iter().filter(|line| line.price_status == PriceStatus::Unpriced);
    lines
        .map(|line| {
            (format!("Line {}, {}", line.line, line.place), format!("{}: {}", line.description, line.price_basis))
        })
        .collect()
}

fn assumed(plan: &Plan) -> Vec<(String, String)> {
    plan.assumptions.iter().map(|assumption| (assumption.about.clone(), assumption.text.clone())).collect()
}

fn warnings(plan: &Plan) -> Vec<(String, String)> {
    plan.warnings.iter().map(|warning| ("Warning".to_owned(), warning.clone())).collect()
}

fn made_from(plan: &Plan) -> Vec<(String, String)> {
    let program =
        ("Program".to_owned(), format!("retrofit {}, plan of {} ({})", plan.version, plan.as_of, plan.schema));
    let files =
        plan.inputs.iter().map(|file| (format!("{}: {}", file.role, file.name), format!("SHA-256 {}", file.sha256)));
    std::iter::once(program).chain(files).collect()
}
