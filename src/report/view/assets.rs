//! The re-use ledger: what becomes of each asset, and why.

use serde::Serialize;

use crate::domain::format::{amount, words};
use crate::domain::plan::{AssetDecision, Decision, Plan};

/// One asset.
#[derive(Serialize)]
pub struct AssetRow {
    id: String,
    what: String,
    place: String,
    decision: String,
    usable: String,
    reason: String,
}

/// All assets: what is kept first, then in file order.
pub fn rows(plan: &Plan) -> Vec<AssetRow> {
    let mut assets: Vec<&AssetDecision> = plan.assets.iter().collect();
    assets.sort_by_key(|asset| rank(asset.decision));
    assets.into_iter().map(|asset| row(plan, asset)).collect()
}

fn rank(decision: Decision) -> u8 {
    match decision {
        Decision::Reuse | Decision::Move => 0,
        Decision::NotNeeded => 1,
        Decision::Reject => 2,
        Decision::Untouched => 3,
    }
}

fn row(plan: &Plan, asset: &AssetDecision) -> AssetRow {
    AssetRow {
        id: asset.id.clone(),
        what: format!("{} x {} {}", asset.count, words(&asset.kind), asset.rating),
        place: asset.place.to_string(),
        decision: decision(plan, asset),
        usable: usable(asset),
        reason: asset.reason.clone(),
    }
}

fn decision(plan: &Plan, asset: &AssetDecision) -> String {
    match asset.decision {
        Decision::Reuse => format!("re-used: {} of {}", units_used(plan, &asset.id, false), asset.count),
        Decision::Move => format!("moved: {} of {}", units_used(plan, &asset.id, true), asset.count),
        Decision::NotNeeded => "not needed".to_owned(),
        Decision::Reject => "not usable".to_owned(),
        Decision::Untouched => "untouched".to_owned(),
    }
}

/// Units that the plan moves, or uses where they stand.
pub fn units_used(plan: &Plan, asset: &str, moved: bool) -> u32 {
    let kept = plan.banks.iter().flat_map(|bank| &bank.chosen.kept).filter(|kept| kept.asset == asset);
    kept.filter(|kept| kept.moved_from.is_some() == moved).map(|kept| kept.units).sum()
}

fn usable(asset: &AssetDecision) -> String {
    match asset.service {
        Some(service) if asset.usable_per_unit > 0.0 => {
            format!("{} {}", amount(asset.usable_per_unit), service.info().unit)
        }
        _ => "-".to_owned(),
    }
}
