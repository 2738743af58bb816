//! The re-use ledger: what becomes of each asset, and why.

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::format::words;
use crate::domain::plan::{AssetDecision, Decision, Plan};
use crate::report::style::{Style, args};

/// One asset.
#[derive(JsonSchema, Serialize)]
pub struct AssetRow {
    id: String,
    what: String,
    place: String,
    decision: String,
    usable: String,
    reason: String,
}

/// All assets: what is kept first, then in file order.
pub fn rows(plan: &Plan, style: &Style) -> Vec<AssetRow> {
    let mut assets: Vec<&AssetDecision> = plan.assets.iter().collect();
    assets.sort_by_key(|asset| rank(asset.decision));
    assets.into_iter().map(|asset| row(plan, asset, style)).collect()
}

fn rank(decision: Decision) -> u8 {
    match decision {
        Decision::Reuse | Decision::Move => 0,
        Decision::NotNeeded => 1,
        Decision::Reject => 2,
        Decision::Untouched => 3,
    }
}

fn row(plan: &Plan, asset: &AssetDecision, style: &Style) -> AssetRow {
    let kind = style.entry("asset", &asset.kind, &words(&asset.kind));
    let what = args!["count" => asset.count.to_string(), "kind" => kind, "rating" => asset.rating.as_str()];
    AssetRow {
        id: asset.id.clone(),
        what: style.say("assets-what", what),
        place: style.place(&asset.place),
        decision: decision(plan, asset, style),
        usable: usable(asset, style),
        reason: asset.reason.clone(),
    }
}

fn decision(plan: &Plan, asset: &AssetDecision, style: &Style) -> String {
    let (message, moved) = match asset.decision {
        Decision::Reuse => ("assets-reused", false),
        Decision::Move => ("assets-moved", true),
        Decision::NotNeeded => ("assets-not-needed", false),
        Decision::Reject => ("assets-rejected", false),
        Decision::Untouched => ("assets-untouched", false),
    };
    let units = units_used(plan, &asset.id, moved).to_string();
    style.say(message, args!["units" => units, "count" => asset.count.to_string()])
}

/// Units that the plan moves, or uses where they stand.
pub fn units_used(plan: &Plan, asset: &str, moved: bool) -> u32 {
    let kept = plan.banks.iter().flat_map(|bank| &bank.chosen.kept).filter(|kept| kept.asset == asset);
    kept.filter(|kept| kept.moved_from.is_some() == moved).map(|kept| kept.units).sum()
}

fn usable(asset: &AssetDecision, style: &Style) -> String {
    match asset.service {
        Some(service) if asset.usable_per_unit > 0.0 => style.quantity(asset.usable_per_unit, service.info().unit),
        _ => "-".to_owned(),
    }
}
