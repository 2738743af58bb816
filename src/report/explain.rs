//! One requirement with its numbers, for a terminal.

use std::fmt::Write;

use super::view::DerivationView;
use crate::domain::format::amount;
use crate::domain::plan::{Plan, Requirement};

/// The derivation of one requirement with its numbers and origins; nothing where the plan has no such requirement.
pub fn explain(plan: &Plan, id: &str) -> Option<String> {
    let requirement = plan.requirements.iter().find(|requirement| requirement.id == id)?;
    let view = DerivationView::of(&[requirement]);
    let mut text = format!("{id}: {}\n", view.service);
    for (label, value) in [("amount", &view.sum), ("gap", &view.gap), ("formula", &view.formula)] {
        let _ = writeln!(text, "  {label:<9}{value}");
    }
    if let Some(numbers) = &view.numbers {
        let _ = writeln!(text, "           = {numbers}");
    }
    for input in &view.inputs {
        let _ = writeln!(text, "           {} = {} {}  [{}]", input.name, input.value, input.unit, input.origin);
    }
    for draw in drawn_by(plan, requirement) {
        let _ = writeln!(text, "  drawn by {draw}");
    }
    let _ = writeln!(text, "  source   {}", view.source);
    Some(text)
}

fn drawn_by(plan: &Plan, requirement: &Requirement) -> Vec<String> {
    let unit = requirement.service.info().unit;
    let draws = plan.banks.iter().flat_map(|bank| bank.chosen.draws.iter().map(move |draw| (bank, draw)));
    let here = draws.filter(|(_, draw)| draw.service == requirement.service && draw.place == requirement.place);
    here.map(|(bank, draw)| format!("{}: {} {unit}", bank.id, amount(draw.amount))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn shows_every_number_with_its_origin() {
        insta::assert_snapshot!(explain(&sample::plan(), "barn_a.critical_power").unwrap());
        assert_eq!(explain(&sample::plan(), "barn_a.nothing"), None);
    }
}
