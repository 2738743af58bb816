//! The bill of materials against the parts of what was chosen.

use super::facts::Facts;
use super::price::to_the_cent;
use super::report::{HALF_CENT, Report};
use crate::domain::plan::{BankPlan, BomLine, Part, PriceStatus};

/// Lines numbered from 1, and for each bank its parts in their order.
pub fn lines(facts: &Facts, report: &mut Report) {
    for (number, line) in (1..).zip(&facts.plan.bom) {
        report.expect(line.line == number, &subject(line), || {
            format!("is numbered {}, and stands at {number}", line.line)
        });
        let bank = facts.bank(&line.bank);
        let known = bank.is_some_and(|bank| bank.service == line.service && bank.place == line.place);
        report.expect(known, &subject(line), || "is of no bank of its service and place".to_owned());
    }
    for bank in &facts.plan.banks {
        let lines: Vec<&BomLine> = facts.plan.bom.iter().filter(|line| line.bank == bank.id).collect();
        let parts = &bank.chosen.parts;
        let same = lines.len() == parts.len() && lines.iter().zip(parts).all(|(line, part)| is_part(line, part));
        report.expect(same, &bank.id, || "its lines are not the parts of its choice".to_owned());
        for (line, part) in lines.iter().zip(parts) {
            let weeks = part_lead_weeks(facts, bank, part);
            report.equal(&subject(line), "the lead time", line.lead_weeks, weeks);
        }
    }
}

/// What is on order comes without a lead time, the chosen item with the bank's; what goes with it, as its catalog says.
fn part_lead_weeks(facts: &Facts, bank: &BankPlan, part: &Part) -> f64 {
    if part.order.is_some() {
        return 0.0;
    }
    let beside = facts.site.catalog.items.get(&part.item).filter(|_| bank.chosen.item.as_ref() != Some(&part.item));
    let step = facts.site.utility.increases.iter().find(|step| part.item == format!("utility.increases.{}", step.id));
    match (beside, step) {
        (Some(item), _) => item.lead_weeks.likely,
        (_, Some(step)) => step.lead_weeks.likely,
        _ => bank.chosen.lead_weeks.likely,
    }
}

fn is_part(line: &BomLine, part: &Part) -> bool {
    let of_line = (&line.item, &line.description, line.quantity, &line.unit, line.unit_price, line.price_status);
    let of_part = (&part.item, &part.description, part.quantity, &part.unit, part.unit_price, part.price_status);
    let classed = line.masterformat == part.masterformat && line.uniformat == part.uniformat;
    of_line == of_part
        && classed
        && line.order == part.order
        && line.price_confidence == part.price_confidence
        && line.price_parts == part.price_parts
        && line.price_split == part.price_split
        && line.price_basis == part.price_basis
        && line.sources == part.sources
}

/// Quantity times unit price; nothing where no price is known.
pub fn amounts(facts: &Facts, report: &mut Report) {
    for line in &facts.plan.bom {
        let unpriced = line.price_status == PriceStatus::Unpriced;
        report.expect(unpriced == line.unit_price.is_none(), &subject(line), || {
            "its status contradicts its price".to_owned()
        });
        match (line.amount, line.unit_price) {
            (Some(amount), Some(price)) => {
                let product = price.map(|usd| to_the_cent(usd * line.quantity));
                report.money(&subject(line), "the amount", amount, product, HALF_CENT);
            }
            (None, None) => {}
            _ => report.wrong(&subject(line), "has an amount without a price, or a price without an amount"),
        }
    }
}

/// `line 12 (ups_block_2500kw)`.
pub fn subject(line: &BomLine) -> String {
    format!("line {} ({})", line.line, line.item)
}
