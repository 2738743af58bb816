//! The rows of the bill: its lines in the order system, bank, item, part, and the same consolidated over places.

use jiff::civil::Date;

use super::measure::to_order;
use crate::domain::bought::BoughtItem;
use crate::domain::plan::{BankPlan, BomLine, Plan};
use crate::domain::range::cents;
use crate::domain::{Range, System};
use crate::report::facts::{is_long_lead, is_one_package, order_dates};

/// How far the bill is taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BomLevel {
    /// One row for each item in each place.
    Lines,
    /// One row for each item at one price.
    Consolidated,
}

/// One row: a line, or like lines of several places.
pub struct Row<'a> {
    /// Number of the line, or of the consolidated line.
    pub number: usize,
    /// Number of the consolidated line that it is part of.
    pub consolidated: usize,
    /// Number of the order that it is part of.
    pub order: Option<usize>,
    /// Place in the tree: `1.3.2`, system, bank and item; nothing for a consolidated line.
    pub outline: String,
    /// Depth in the tree: 3 for an item, 4 for a part that goes with it.
    pub level: Option<usize>,
    /// Never empty.
    pub lines: Vec<&'a BomLine>,
}

impl<'a> Row<'a> {
    /// The line that stands for the row.
    pub fn first(&self) -> &'a BomLine {
        self.lines[0]
    }

    /// Units of all lines.
    pub fn quantity(&self) -> f64 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// Units of all lines as they are ordered, each line for itself.
    pub fn to_order(&self) -> f64 {
        self.lines.iter().map(|line| to_order(line.quantity, &line.unit)).sum()
    }

    /// Amounts of all lines, USD; nothing where no line has one.
    pub fn amount(&self) -> Option<Range> {
        total(self.lines.iter().copied())
    }

    /// What the orders of all lines are worth, USD; nothing where no line has a price.
    pub fn order_value(&self) -> Option<Range> {
        order_value(self.lines.iter().copied())
    }

    /// What installation of all lines costs beside their orders, USD; nothing where none is known apart.
    pub fn installation_value(&self) -> Option<Range> {
        summed(self.lines.iter().map(|line| line.installation_value()))
    }

    /// The earliest of a date over the lines.
    pub fn earliest(&self, date: fn(&BomLine) -> Option<Date>) -> Option<Date> {
        self.lines.iter().filter_map(|line| date(line)).min()
    }
}

/// Sum of the amounts that are known, USD to the cent; nothing where none is.
pub fn total<'a>(lines: impl Iterator<Item = &'a BomLine>) -> Option<Range> {
    summed(lines.map(|line| line.amount))
}

/// Sum of what the orders of lines are worth, USD to the cent; nothing where no line has a price.
pub fn order_value<'a>(lines: impl Iterator<Item = &'a BomLine>) -> Option<Range> {
    summed(lines.map(BomLine::order_value))
}

fn summed(values: impl Iterator<Item = Option<Range>>) -> Option<Range> {
    let known: Vec<Range> = values.flatten().collect();
    (!known.is_empty()).then(|| known.into_iter().sum::<Range>().map(cents))
}

/// A bank with what is bought for it.
pub struct BankRows<'a> {
    /// The bank.
    pub bank: &'a BankPlan,
    /// Its place in the tree: `1.3`.
    pub outline: String,
    /// Its rows, items before the parts that go with them.
    pub rows: Vec<Row<'a>>,
}

/// A system with its banks.
pub struct SystemRows<'a> {
    /// The system.
    pub system: System,
    /// Its place in the tree: `1`.
    pub outline: String,
    /// The banks for which something is bought.
    pub banks: Vec<BankRows<'a>>,
}

/// The bill in all its orders.
pub struct Bill<'a> {
    /// The plan that it is of.
    pub plan: &'a Plan,
    /// The tree of lines.
    pub systems: Vec<SystemRows<'a>>,
    /// Like lines over all places.
    pub consolidated: Vec<Row<'a>>,
    /// Like lines with the same dates, long-lead first, then by the latest day for the order.
    pub orders: Vec<Row<'a>>,
}

impl<'a> Bill<'a> {
    /// The bill of a plan.
    pub fn of(plan: &'a Plan) -> Bill<'a> {
        let consolidated = grouped(plan, same_item);
        let orders = orders(plan);
        let systems = systems(plan, &consolidated, &orders);
        Bill { plan, systems, consolidated, orders }
    }

    /// All lines in the order of the tree.
    pub fn lines(&self) -> impl Iterator<Item = &Row<'a>> {
        self.systems.iter().flat_map(|system| &system.banks).flat_map(|bank| &bank.rows)
    }

    /// The rows of a level.
    pub fn rows(&self, level: BomLevel) -> Vec<&Row<'a>> {
        match level {
            BomLevel::Lines => self.lines().collect(),
            BomLevel::Consolidated => self.consolidated.iter().collect(),
        }
    }

    /// What the catalogs say of a row's item; nothing for offers of the facility file.
    pub fn item(&self, row: &Row) -> Option<&'a BoughtItem> {
        self.plan.bought.iter().find(|item| item.id == row.first().item)
    }

    /// The banks of a row, in its order.
    pub fn banks<'r>(&'r self, row: &'r Row<'a>) -> impl Iterator<Item = &'a BankPlan> + 'r {
        row.lines.iter().filter_map(|line| self.plan.banks.iter().find(|bank| bank.id == line.bank))
    }
}

/// The same thing at the same price.
fn same_item(a: &BomLine, b: &BomLine) -> bool {
    let key = |line: &BomLine| (line.unit_price, line.price_split, line.price_status, line.lead_weeks);
    a.item == b.item && a.description == b.description && a.price_basis == b.price_basis && key(a) == key(b)
}

fn same_order(a: &BomLine, b: &BomLine) -> bool {
    same_item(a, b) && (order_dates(a) == order_dates(b) || is_one_package(a, b))
}

fn grouped<'a>(plan: &'a Plan, same: fn(&BomLine, &BomLine) -> bool) -> Vec<Row<'a>> {
    let mut groups: Vec<Vec<&BomLine>> = Vec::new();
    for line in &plan.bom {
        match groups.iter_mut().find(|group| same(group[0], line)) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    numbered(groups)
}

fn numbered(groups: Vec<Vec<&BomLine>>) -> Vec<Row<'_>> {
    let row =
        |(number, lines)| Row { number, consolidated: number, order: None, outline: String::new(), level: None, lines };
    (1..).zip(groups).map(row).collect()
}

fn orders(plan: &Plan) -> Vec<Row<'_>> {
    let mut groups: Vec<Vec<&BomLine>> = grouped(plan, same_order).into_iter().map(|row| row.lines).collect();
    groups.iter_mut().for_each(|lines| lines.sort_by_key(|line| (order_dates(line), line.line)));
    groups.sort_by_key(|lines| {
        let line = lines[0];
        (!is_long_lead(line), line.order_by.is_none(), line.order_by, line.order_planned, line.line)
    });
    numbered(groups)
}

fn systems<'a>(plan: &'a Plan, consolidated: &[Row], orders: &[Row]) -> Vec<SystemRows<'a>> {
    let mut systems: Vec<System> = plan.bom.iter().map(|line| line.service.info().system).collect();
    systems.sort();
    systems.dedup();
    let of_system = |(number, system): (usize, System)| SystemRows {
        system,
        outline: number.to_string(),
        banks: banks(plan, system, number, consolidated, orders),
    };
    (1..).zip(systems).map(of_system).collect()
}

fn banks<'a>(plan: &'a Plan, system: System, number: usize, consolidated: &[Row], orders: &[Row]) -> Vec<BankRows<'a>> {
    let bought = |bank: &&BankPlan| plan.bom.iter().any(|line| line.bank == bank.id);
    let own = plan.banks.iter().filter(|bank| bank.service.info().system == system).filter(bought);
    let of_bank = |(at, bank): (usize, &'a BankPlan)| {
        let outline = format!("{number}.{at}");
        BankRows { bank, rows: bank_rows(plan, bank, &outline, consolidated, orders), outline }
    };
    (1..).zip(own).map(of_bank).collect()
}

/// The chosen item's lines, then what goes with it; where nothing was chosen from the catalogs, all lines are items.
fn bank_rows<'a>(plan: &'a Plan, bank: &BankPlan, outline: &str, consolidated: &[Row], orders: &[Row]) -> Vec<Row<'a>> {
    let lines: Vec<&BomLine> = plan.bom.iter().filter(|line| line.bank == bank.id).collect();
    let is_item = |line: &&BomLine| bank.chosen.item.as_ref().is_none_or(|item| *item == line.item);
    let (items, parts): (Vec<&BomLine>, Vec<&BomLine>) = lines.into_iter().partition(is_item);
    let under = if items.is_empty() { outline.to_owned() } else { format!("{outline}.{}", items.len()) };
    let items = (1..).zip(items).map(|(at, line)| (format!("{outline}.{at}"), line));
    let parts = (1..).zip(parts).map(|(at, line)| (format!("{under}.{at}"), line));
    items.chain(parts).map(|(outline, line)| tree_row(outline, line, consolidated, orders)).collect()
}

fn tree_row<'a>(outline: String, line: &'a BomLine, consolidated: &[Row], orders: &[Row]) -> Row<'a> {
    let number_in = |rows: &[Row]| rows.iter().find(|row| row.lines.contains(&line)).map(|row| row.number);
    Row {
        number: line.line,
        consolidated: number_in(consolidated).unwrap_or_default(),
        order: number_in(orders),
        level: Some(1 + outline.matches('.').count()),
        outline,
        lines: vec![line],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn every_line_is_once_in_each_order() {
        let plan = sample::plan();
        let bill = Bill::of(&plan);
        let numbers = |rows: Vec<&Row>| {
            let mut numbers: Vec<usize> = rows.iter().flat_map(|row| &row.lines).map(|line| line.line).collect();
            numbers.sort();
            numbers
        };
        let all: Vec<usize> = (1..=plan.bom.len()).collect();
        assert_eq!(numbers(bill.lines().collect()), all);
        assert_eq!(numbers(bill.consolidated.iter().collect()), all);
        assert_eq!(numbers(bill.orders.iter().collect()), all);
        assert!(bill.consolidated.len() < plan.bom.len());
    }

    #[test]
    fn another_price_is_another_consolidated_line() {
        let mut plan = sample::plan();
        let before = Bill::of(&plan).consolidated.len();
        let several = Bill::of(&plan).consolidated.iter().find(|row| row.lines.len() > 1).unwrap().first().line;
        plan.bom[several - 1].unit_price = Some(Range::exact(1.0));
        assert_eq!(Bill::of(&plan).consolidated.len(), before + 1);
    }

    #[test]
    fn what_goes_with_an_item_stands_below_it() {
        let mut plan = sample::plan();
        let part = BomLine { line: plan.bom.len() + 1, item: "yard_preparation".to_owned(), ..plan.bom[0].clone() };
        plan.bom.push(part);
        let bill = Bill::of(&plan);
        let row = bill.lines().find(|row| row.first().item == "yard_preparation").unwrap();
        let item = bill.lines().find(|row| row.first().line == 1).unwrap();
        assert_eq!((row.level, item.level), (Some(4), Some(3)));
        assert_eq!(row.outline, format!("{}.1", item.outline));
    }

    #[test]
    fn long_lead_orders_come_first_and_then_the_earliest() {
        let plan = sample::plan();
        let bill = Bill::of(&plan);
        let order = |row: &Row| (!is_long_lead(row.first()), row.first().order_by.is_none(), row.first().order_by);
        assert!(bill.orders.windows(2).all(|pair| order(&pair[0]) <= order(&pair[1])));
    }
}
