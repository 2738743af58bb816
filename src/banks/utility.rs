//! The candidates of grid import: firm power as it is, or with steps that the utility offers.

use crate::domain::plan::{Alternative, CandidatePlan, KeptAsset, Part, PriceStatus};
use crate::domain::{Mode, Policy, Range, Total, usable_capacity};
use crate::input::facility::Increase;
use crate::validate::Site;

use super::{Order, price};

/// Every set of priced steps on top of firm power, and the steps without a price.
pub fn candidates(order: &Order) -> (Vec<CandidatePlan>, Vec<Alternative>) {
    let (priced, unpriced): (Vec<&Increase>, Vec<&Increase>) =
        order.site.utility.increases.iter().partition(|step| step.cost_usd.is_some());
    let rejected = unpriced.iter().map(|step| Alternative {
        lead_weeks: Some(step.lead_weeks.likely),
        barred: false,
        ..Alternative::rejected(&format!("utility step {}", step.id), "no price is known; ask the utility".to_owned())
    });
    let sets = (0..1usize << priced.len().min(8)).map(|mask| {
        let chosen = priced.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1).map(|(_, step)| *step);
        candidate(order, &chosen.collect::<Vec<_>>())
    });
    (sets.collect(), rejected.collect())
}

/// Power that may be drawn at all hours, MW.
pub fn firm_mw(site: &Site) -> f64 {
    site.utility.firm_mw - site.utility.curtailable_mw
}

fn candidate(order: &Order, steps: &[&Increase]) -> CandidatePlan {
    let firm = KeptAsset::in_place("utility.firm_mw".to_owned(), 1, firm_mw(order.site));
    let added: f64 = steps.iter().map(|step| step.added_mw).total();
    let parts: Vec<Part> = steps.iter().map(|step| part(step)).collect();
    let names: Vec<String> = steps.iter().map(|step| format!(" + {} MW by {}", step.added_mw, step.id)).collect();
    CandidatePlan {
        label: format!("{} MW firm{}", firm.unit_capacity, names.concat()),
        item: None,
        units: if added > 0.0 { 1.0 } else { 0.0 },
        unit_capacity: added,
        ordered: Vec::new(),
        // A grid connection is one supply: redundancy behind it is the generators' part.
        usable: usable_capacity(&[firm.unit_capacity, added], Policy::NPlus(0)),
        kept: vec![firm],
        fault_current_ka: None,
        on_boards: None,
        interrupting_rating_ka: None,
        mode: Mode::default(),
        cost: price::cost(&parts),
        lead_weeks: steps.iter().map(|step| Range::from(step.lead_weeks)).fold(Range::ZERO, Range::max),
        install_weeks: Range::ZERO,
        not_before: None,
        draws: Vec::new(),
        covers: Vec::new(),
        parts,
    }
}

fn part(step: &Increase) -> Part {
    Part {
        item: format!("utility.increases.{}", step.id),
        description: format!("Utility: {} MW more firm power", step.added_mw),
        quantity: 1.0,
        unit: "step".to_owned(),
        lead_weeks: step.lead_weeks.likely,
        unit_price: step.cost_usd.map(Range::from),
        price_basis: "as the utility offers it in the facility file".to_owned(),
        price_parts: None,
        price_split: None,
        price_status: PriceStatus::Published,
        price_confidence: None,
        masterformat: "33 71 00".to_owned(),
        uniformat: "G4010".to_owned(),
        sources: Vec::new(),
        order: None,
    }
}
