//! The columns of the bill: one table for all formats and levels.

use jiff::civil::Date;

use super::alternates::alternates;
use super::rows::{Bill, Row};
use super::words;
use crate::domain::Range;
use crate::domain::range::cents;
use crate::report::facts::is_long_lead;

/// The currency of all money.
pub const CURRENCY: &str = "USD";

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or nothing known.
    Empty,
    /// Text.
    Text(String),
    /// A whole number.
    Count(usize),
    /// A number.
    Number(f64),
    /// Money, USD to the cent.
    Money(f64),
    /// A day.
    Day(Date),
    /// Yes or no.
    Flag(bool),
}

/// What a column is to the formulas of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing.
    Plain,
    /// The place in the tree.
    Outline,
    /// The quantity.
    Quantity,
    /// Price of one delivered, or in place where its price holds installation, at an end of its range.
    Goods(End),
    /// Installation of one, where it is priced apart.
    Installation(End),
    /// Quantity times goods and installation.
    Amount(End),
    /// Quantity times goods, likely: what the order is worth.
    OrderValue,
    /// The quantity in whole units of order.
    ToOrder,
    /// How the price is known.
    Status,
    /// The number of the consolidated line.
    Consolidated,
    /// The number of the order.
    Order,
}

/// An end of a three-point figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The favorable end.
    Low,
    /// What a plan is made with.
    Likely,
    /// The unfavorable end.
    High,
}

impl End {
    /// All ends.
    pub const ALL: [End; 3] = [End::Low, End::Likely, End::High];

    /// The end of a range.
    pub fn of(self, range: Range) -> f64 {
        match self {
            End::Low => range.low,
            End::Likely => range.likely,
            End::High => range.high,
        }
    }
}

/// One column.
pub struct Column {
    /// Its name in CSV and JSON.
    pub name: &'static str,
    /// Its heading in a workbook.
    pub title: &'static str,
    /// Its width there, characters; 0: not in the workbook.
    pub width: f64,
    /// What formulas take it for.
    pub role: Role,
    /// Its cell in a row.
    pub cell: fn(&Bill, &Row) -> Cell,
}

const fn column(name: &'static str, title: &'static str, width: f64, cell: fn(&Bill, &Row) -> Cell) -> Column {
    Column { name, title, width, role: Role::Plain, cell }
}

const fn of(role: Role, column: Column) -> Column {
    Column { role, ..column }
}

/// All columns.
pub const COLUMNS: &[Column] = &[
    of(Role::Outline, column("outline", "Outline", 8.0, |_, row| filled(row.outline.clone()))),
    column("line", "Line", 5.0, |_, row| Cell::Count(row.number)),
    column("level", "", 0.0, |_, row| row.level.map_or(Cell::Empty, Cell::Count)),
    column("cost_code", "Cost code", 9.0, |_, row| Cell::Text(row.first().masterformat.clone())),
    column("uniformat", "", 0.0, |_, row| Cell::Text(row.first().uniformat.clone())),
    column("description", "Description", 30.0, |_, row| Cell::Text(row.first().description.clone())),
    column("spec", "Specification", 34.0, |bill, row| filled(words::spec(bill, row))),
    column("alternates", "Alternates to approve", 34.0, |bill, row| Cell::Text(alternates(bill, row))),
    of(Role::Quantity, column("quantity", "Quantity", 9.5, |_, row| Cell::Number(row.quantity()))),
    of(Role::ToOrder, column("order_quantity", "To order", 9.0, |_, row| Cell::Number(row.to_order()))),
    column("spares", "", 0.0, |bill, row| filled(words::spares(bill, row))),
    column("unit", "Unit", 8.5, |_, row| Cell::Text(row.first().unit.clone())),
    of(
        Role::Goods(End::Low),
        column("goods_price_low_usd", "Price delivered, low", 12.0, |_, row| goods(row, End::Low)),
    ),
    of(
        Role::Goods(End::Likely),
        column("goods_price_likely_usd", "Price delivered, likely", 12.0, |_, row| goods(row, End::Likely)),
    ),
    of(
        Role::Goods(End::High),
        column("goods_price_high_usd", "Price delivered, high", 12.0, |_, row| goods(row, End::High)),
    ),
    column("installation", "", 0.0, |_, row| {
        words::installation(row.first()).map_or(Cell::Empty, |word| Cell::Text(word.to_owned()))
    }),
    of(
        Role::Installation(End::Low),
        column("installation_price_low_usd", "Installation, low", 12.0, |_, row| installation(row, End::Low)),
    ),
    of(
        Role::Installation(End::Likely),
        column("installation_price_likely_usd", "Installation, likely", 12.0, |_, row| installation(row, End::Likely)),
    ),
    of(
        Role::Installation(End::High),
        column("installation_price_high_usd", "Installation, high", 12.0, |_, row| installation(row, End::High)),
    ),
    column("unit_price_low_usd", "", 0.0, |_, row| price(row, End::Low)),
    column("unit_price_likely_usd", "", 0.0, |_, row| price(row, End::Likely)),
    column("unit_price_high_usd", "", 0.0, |_, row| price(row, End::High)),
    column("currency", "Currency", 9.0, |_, _| Cell::Text(CURRENCY.to_owned())),
    of(Role::Amount(End::Low), column("amount_low_usd", "Amount, low", 13.0, |_, row| amount(row, End::Low))),
    of(
        Role::Amount(End::Likely),
        column("amount_likely_usd", "Amount, likely", 13.0, |_, row| amount(row, End::Likely)),
    ),
    of(Role::Amount(End::High), column("amount_high_usd", "Amount, high", 13.0, |_, row| amount(row, End::High))),
    of(
        Role::OrderValue,
        column("order_value_likely_usd", "Order value, likely", 13.0, |_, row| {
            row.order_value().map_or(Cell::Empty, |range| Cell::Money(range.likely))
        }),
    ),
    of(
        Role::Status,
        column("price_status", "Price status", 10.0, |_, row| {
            Cell::Text(words::status(row.first().price_status).to_owned())
        }),
    ),
    column("price_confidence", "Confidence", 10.5, |_, row| {
        words::confidence(row.first()).map_or(Cell::Empty, |word| Cell::Text(word.to_owned()))
    }),
    column("price_basis", "Price basis", 22.0, |_, row| Cell::Text(row.first().price_basis.clone())),
    column("lead_weeks", "Lead, weeks", 7.0, |_, row| Cell::Number(row.first().lead_weeks)),
    column("order_planned", "Order planned", 11.0, |_, row| day(row.earliest(|line| line.order_planned))),
    column("order_by", "Order by", 11.0, |_, row| day(row.earliest(|line| line.order_by))),
    column("need_by", "Need by", 11.0, |_, row| day(row.earliest(|line| line.need_by))),
    column("long_lead", "Long lead", 6.5, |_, row| Cell::Flag(is_long_lead(row.first()))),
    column("supply", "Supply", 10.5, |bill, row| words::supply(bill, row).map_or(Cell::Empty, Cell::Text)),
    column("place", "Place", 9.0, |_, row| Cell::Text(words::places(row))),
    column("requirements", "Requirements", 20.0, |bill, row| Cell::Text(words::requirements(bill, row))),
    column("system", "", 0.0, |_, row| Cell::Text(row.first().service.info().system.label().to_owned())),
    column("service", "", 0.0, |_, row| Cell::Text(row.first().service.info().label.to_owned())),
    column("item", "", 0.0, |_, row| Cell::Text(row.first().item.clone())),
    column("on_order", "", 0.0, |_, row| row.first().order.clone().map_or(Cell::Empty, Cell::Text)),
    column("sources", "", 0.0, |_, row| filled(row.first().sources.join("; "))),
    column("note", "Note to the buyer", 64.0, |bill, row| {
        bill.item(row).and_then(|item| item.note.clone()).map_or(Cell::Empty, Cell::Text)
    }),
    of(Role::Consolidated, column("consolidated_line", "Cons. line", 6.5, |_, row| Cell::Count(row.consolidated))),
    of(Role::Order, column("order_line", "Order line", 6.5, |_, row| row.order.map_or(Cell::Empty, Cell::Count))),
];

fn filled(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

fn day(date: Option<Date>) -> Cell {
    date.map_or(Cell::Empty, Cell::Day)
}

fn price(row: &Row, end: End) -> Cell {
    money(row.first().unit_price, end)
}

/// Price of the goods; nothing where the price holds their installation undivided.
fn goods(row: &Row, end: End) -> Cell {
    money(row.first().price_split.map(|split| split.goods), end)
}

fn installation(row: &Row, end: End) -> Cell {
    money(row.first().price_split.map(|split| split.installation), end)
}

fn money(price: Option<Range>, end: End) -> Cell {
    price.map_or(Cell::Empty, |range| Cell::Money(cents(end.of(range))))
}

fn amount(row: &Row, end: End) -> Cell {
    row.amount().map_or(Cell::Empty, |range| Cell::Money(end.of(range)))
}

/// A number without the noise of floating point, for files.
pub fn clean(value: f64) -> f64 {
    (value * 1e6).round() / 1e6 + 0.0
}
