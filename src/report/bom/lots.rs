//! Delivery lots: what of a row goes where, and by when. Each line of the bill is rounded up to what is ordered; a lot is the sum of
//! its lines, and the row's quantity to order the sum of its lots.

use jiff::civil::Date;

use super::measure::to_order;
use super::rows::Row;
use crate::domain::Place;
use crate::domain::format::figure;

/// What goes to one place by one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Lot<'a> {
    /// Where it is needed.
    pub place: &'a Place,
    /// The latest day on which it is needed there.
    pub need_by: Option<Date>,
    /// Units, as they are ordered.
    pub quantity: f64,
}

/// The lots of a row, the first needed first.
pub fn lots<'a>(row: &Row<'a>) -> Vec<Lot<'a>> {
    let mut lots: Vec<Lot> = Vec::new();
    for line in &row.lines {
        let quantity = to_order(line.quantity, &line.unit);
        match lots.iter_mut().find(|lot| (lot.place, lot.need_by) == (&line.place, line.need_by)) {
            Some(lot) => lot.quantity += quantity,
            None => lots.push(Lot { place: &line.place, need_by: line.need_by, quantity }),
        }
    }
    lots.sort_by_key(|lot| (lot.need_by.is_none(), lot.need_by));
    lots
}

/// A line for all places that need as much by the same day: `west: 16 by 2028-05-03`, `middle, east: 16 each by 2029-02-02`.
pub fn told(row: &Row) -> String {
    let mut groups: Vec<Vec<Lot>> = Vec::new();
    for lot in lots(row) {
        let like = |other: &Lot| (other.need_by, other.quantity) == (lot.need_by, lot.quantity);
        match groups.iter_mut().find(|group| like(&group[0])) {
            Some(group) => group.push(lot),
            None => groups.push(vec![lot]),
        }
    }
    groups.iter().map(|group| line(group)).collect::<Vec<_>>().join("\n")
}

fn line(lots: &[Lot]) -> String {
    let places: Vec<String> = lots.iter().map(|lot| lot.place.to_string()).collect();
    let each = if places.len() > 1 { " each" } else { "" };
    let by = lots[0].need_by.map(|day| format!(" by {day}")).unwrap_or_default();
    format!("{}: {}{each}{by}", places.join(", "), figure(lots[0].quantity))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Plan;
    use crate::report::bom::rows::Bill;
    use crate::report::sample;

    /// The lots of the consolidated row of an item, with its quantities planned and to order.
    fn of(plan: &Plan, item: &str) -> (String, f64, f64) {
        let bill = Bill::of(plan);
        let row = bill.consolidated.iter().find(|row| row.first().item == item).unwrap();
        let sum: f64 = lots(row).iter().map(|lot| lot.quantity).sum();
        let lines = bill.lines().filter(|line| line.first().item == item).map(Row::to_order);
        assert_eq!((sum, sum), (row.to_order(), lines.sum()), "row and lines order what the lots hold");
        (told(row), row.quantity(), sum)
    }

    #[test]
    fn each_place_has_its_lot_and_they_add_up() {
        let mut plan = sample::plan();
        let days = [jiff::civil::date(2028, 7, 3), jiff::civil::date(2028, 1, 3)];
        let both = plan.bom.iter_mut().filter(|line| line.item == "floor_topping");
        both.zip(days).for_each(|(line, day)| (line.quantity, line.need_by) = (1180.2, Some(day)));
        let (told, planned, ordered) = of(&plan, "floor_topping");
        assert_eq!(told, "barn_b: 1,181 by 2028-01-03\nbarn_a: 1,181 by 2028-07-03");
        assert_eq!((planned, ordered), (2360.4, 2362.0), "each line is rounded up");
    }

    #[test]
    fn places_that_need_as_much_on_the_same_day_share_a_line() {
        let mut plan = sample::plan();
        plan.bom.iter_mut().for_each(|line| line.need_by = Some(plan.as_of));
        let (told, _, _) = of(&plan, "floor_topping");
        assert_eq!(told, format!("barn_a, barn_b: 1,180 each by {}", plan.as_of));
    }

    #[test]
    fn lines_of_a_place_with_one_day_are_one_lot() {
        let mut plan = sample::plan();
        let at = plan.bom.iter().position(|line| line.item == "floor_topping").unwrap();
        (plan.bom[at].quantity, plan.bom[at].need_by) = (10.4, None);
        plan.bom.push(plan.bom[at].clone());
        let (told, _, _) = of(&plan, "floor_topping");
        assert!(told.starts_with("barn_a: 22\n"), "{told}");
    }
}
