//! When to order, and when what was ordered is needed.

use super::bill::subject;
use super::facts::Facts;
use super::report::Report;
use crate::domain::plan::Task;

/// The dates of every line against the tasks of its bank.
pub fn dates(facts: &Facts, report: &mut Report) {
    for line in &facts.plan.bom {
        let of_bank =
            |lead: bool| facts.plan.tasks.iter().filter(move |task| serves(task, &line.bank) && task.is_lead == lead);
        let lead = of_bank(true).min_by_key(|task| task.start);
        let need_by = of_bank(false).map(|task| task.start).min();
        let subject = subject(line);
        let dates = [
            ("planned order", line.order_planned, lead.map(|task| task.start)),
            ("latest order", line.order_by, lead.map(|task| task.late_start)),
            ("need", line.need_by, need_by),
        ];
        for (what, claimed, found) in dates {
            report.expect(claimed == found, &subject, || format!("{what} date is {claimed:?} and should be {found:?}"));
        }
        let in_time = line.order_by >= line.order_planned;
        report.expect(in_time, &subject, || "is to be ordered before it is planned".to_owned());
    }
}

fn serves(task: &Task, bank: &str) -> bool {
    task.bank.as_deref() == Some(bank)
}
