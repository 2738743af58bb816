//! When to order, and when what was ordered is needed.

use super::bill::subject;
use super::facts::Facts;
use super::report::Report;
use super::words::said;
use crate::domain::calendar::{date_of, day_number, elapsed_days};
use crate::domain::plan::Task;
use jiff::civil::Date;

/// The dates of every line against the tasks of its bank. A part with a shorter lead time than the bank's main part is
/// ordered later by the difference.
pub fn dates(facts: &Facts, report: &mut Report) {
    for line in &facts.plan.bom {
        let of_bank =
            |lead: bool| facts.plan.tasks.iter().filter(move |task| serves(task, &line.bank) && task.is_lead == lead);
        // What is on order already is not ordered.
        let lead = of_bank(true).min_by_key(|task| task.start).filter(|_| line.order.is_none());
        let later = lead.map_or(0, |task| elapsed_days((task.weeks.likely - line.lead_weeks).max(0.0)));
        let shifted = |date: Date| date_of(day_number(date) + later);
        // Other work than the bank's own may wait for its goods from the day after they arrive.
        let arrival = of_bank(true).min_by_key(|task| task.start).map(|task| date_of(day_number(task.late_finish) + 1));
        let need_by = of_bank(false).map(|task| task.late_start).chain(arrival).min();
        let subject = subject(line);
        // On working days: planned no earlier, latest no later, unless both fall into one break.
        let calendar = &facts.site.calendar;
        let planned = lead.map(|task| date_of(calendar.next_working(day_number(shifted(task.start)))));
        let latest = lead.map(|task| date_of(calendar.previous_working(day_number(shifted(task.late_start)))));
        let dates = [
            ("planned order", line.order_planned, planned),
            ("latest order", line.order_by, latest.max(planned)),
            ("need", line.need_by, need_by),
        ];
        for (what, claimed, found) in dates {
            report.expect(claimed == found, &subject, || {
                format!("{what} date is {} and should be {}", said(&claimed), said(&found))
            });
        }
        let in_time = line.order_by >= line.order_planned;
        report.expect(in_time, &subject, || "is to be ordered before it is planned".to_owned());
    }
}

fn serves(task: &Task, bank: &str) -> bool {
    task.bank.as_deref() == Some(bank)
}
