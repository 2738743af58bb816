//! The bill of materials: the parts of every chosen candidate, with the dates of its bank's tasks.

use crate::banks::Bank;
use crate::domain::calendar::elapsed_days;
use crate::domain::plan::{BomLine, CandidatePlan, Part, Task};
use jiff::ToSpan;
use jiff::civil::Date;

use super::Findings;

/// All lines, in the order of the banks.
pub fn lines(findings: &Findings) -> Vec<BomLine> {
    let mut lines = Vec::new();
    for bank in findings.banks {
        let chosen = &findings.choice.chosen[&bank.id];
        for part in &chosen.parts {
            lines.push(line(findings, bank, chosen, part, lines.len() + 1));
        }
    }
    lines
}

fn line(findings: &Findings, bank: &Bank, chosen: &CandidatePlan, part: &Part, number: usize) -> BomLine {
    let of_bank = |lead: bool| {
        let tasks = findings.schedule.tasks.iter();
        tasks.filter(move |task| task.bank.as_deref() == Some(&bank.id) && task.is_lead == lead)
    };
    let lead: Option<&Task> = of_bank(true).next();
    // What has a shorter lead time than the bank's main part is ordered later by the difference.
    let later = elapsed_days((chosen.lead_weeks.likely - part.lead_weeks).max(0.0));
    let shifted = |date: Date| date.saturating_add(later.days());
    // Nobody orders on a day off.
    let calendar = &findings.site.calendar;
    // Goods that arrive in the evening serve the next morning, be it for their own installation or for other work that waits for them.
    let waited_for = lead.map(|task| task.late_finish.saturating_add(1.day()));
    let needed = of_bank(false).map(|task| task.late_start).chain(waited_for).min();
    let lead = lead.filter(|_| part.order.is_none());
    let planned = lead.map(|task| calendar.next_date(shifted(task.start)));
    BomLine {
        line: number,
        bank: bank.id.clone(),
        service: bank.service,
        place: bank.place.clone(),
        item: part.item.clone(),
        description: part.description.clone(),
        quantity: part.quantity,
        unit: part.unit.clone(),
        unit_price: part.unit_price,
        amount: part.amount(),
        price_basis: part.price_basis.clone(),
        price_parts: part.price_parts,
        price_split: part.price_split,
        price_status: part.price_status,
        price_confidence: part.price_confidence,
        masterformat: part.masterformat.clone(),
        uniformat: part.uniformat.clone(),
        lead_weeks: part.lead_weeks,
        order_planned: planned,
        order_by: lead.map(|task| calendar.previous_date(shifted(task.late_start))).max(planned),
        need_by: needed,
        sources: part.sources.clone(),
        order: part.order.clone(),
    }
}
