//! The re-use ledger: each asset with its decision and the reason.

use crate::domain::format::figure;
use crate::domain::plan::{AssetDecision, CandidatePlan, Decision, KeptAsset};
use crate::domain::{Place, Service};
use crate::gap::moves::rated_at;
use crate::gap::{AssetUse, Verdict};
use crate::requirements::bank_id;
use crate::validate::SiteAsset;

use super::Findings;
use super::rest::too_strong;

/// Every asset, in file order.
pub fn decisions(findings: &Findings) -> Vec<AssetDecision> {
    findings
        .site
        .assets
        .iter()
        .zip(findings.ledger)
        .map(|(asset, verdict)| decision(findings, asset, verdict))
        .collect()
}

fn decision(findings: &Findings, asset: &SiteAsset, verdict: &AssetUse) -> AssetDecision {
    let (decision, usable_per_unit, reason) = match &verdict.verdict {
        _ if moves(findings, &asset.id).next().is_some() => moved(findings, asset),
        Verdict::Movable { because } => (Decision::NotNeeded, 0.0, because.clone()),
        Verdict::Untouched => (Decision::Untouched, 0.0, "serves a hall that is not converted".to_owned()),
        Verdict::Rejected { because } => (Decision::Reject, 0.0, because.clone()),
        Verdict::Usable { per_unit, because } => {
            let (decision, reason) = usable(findings, asset, verdict.service, because);
            (decision, *per_unit, reason)
        }
    };
    let kind = serde_json::to_value(asset.kind).ok().and_then(|v| v.as_str().map(str::to_owned));
    AssetDecision {
        id: asset.id.clone(),
        kind: kind.unwrap_or_default(),
        count: asset.count,
        rating: format!("{} {}", figure(asset.nameplate), asset.kind.rating_unit()),
        place: asset.place.clone(),
        service: verdict.service,
        decision,
        usable_per_unit,
        reason,
    }
}

/// The places to which units of an asset are moved, with what is moved.
fn moves<'a>(findings: &Findings<'a>, asset: &'a str) -> impl Iterator<Item = (&'a Place, &'a KeptAsset)> {
    let banks = findings.banks.iter().map(|bank| (&bank.place, &findings.choice.chosen[&bank.id]));
    let kept = banks.flat_map(|(place, chosen)| chosen.moved().map(move |kept| (place, kept)));
    kept.filter(move |(_, kept)| kept.asset == asset)
}

/// `4 from north to south, 6 in use where they stand; 2,500 kVA nameplate, 415 V as the hall; 5 years, good condition`.
fn moved(findings: &Findings, asset: &SiteAsset) -> (Decision, f64, String) {
    let from = if asset.place == Place::Site { "the yard".to_owned() } else { asset.place.to_string() };
    let told: Vec<String> =
        moves(findings, &asset.id).map(|(to, kept)| format!("{} from {from} to {to}", kept.units)).collect();
    let in_place = findings.choice.chosen.values().flat_map(|chosen| &chosen.kept);
    let stay: u32 =
        in_place.filter(|kept| kept.asset == asset.id && kept.moved_from.is_none()).map(|kept| kept.units).sum();
    let stay = if stay > 0 { format!(", {stay} in use where they stand") } else { String::new() };
    let to = moves(findings, &asset.id).next().map(|(to, kept)| (to, kept.unit_capacity));
    let (to, per_unit) = to.unwrap_or((&asset.place, 0.0));
    let because = rated_at(findings.site, findings.conditions, asset, to).map(|(_, because)| because);
    (Decision::Move, per_unit, format!("{}{stay}; {}", told.join(", "), because.unwrap_or_default()))
}

/// Kept or not, and why.
fn usable(findings: &Findings, asset: &SiteAsset, service: Option<Service>, because: &str) -> (Decision, String) {
    let bank = service.map(|service| bank_id(&asset.place, service)).unwrap_or_default();
    let Some(chosen) = findings.choice.chosen.get(&bank) else {
        return (Decision::NotNeeded, "nothing of this service is required here".to_owned());
    };
    if chosen.kept.iter().any(|kept| kept.asset == asset.id) {
        return (Decision::Reuse, because.to_owned());
    }
    (Decision::NotNeeded, why_not(findings, asset, chosen))
}

/// Why usable gear is left out of the chosen candidate.
fn why_not(findings: &Findings, asset: &SiteAsset, chosen: &CandidatePlan) -> String {
    let fault = match asset.kind.service() {
        Some(Service::LowVoltagePower) => too_weak(findings, asset),
        Some(Service::Transformation) => kept_too_strong(findings, asset),
        _ => None,
    };
    fault.unwrap_or_else(|| format!("usable, but the whole plan is cheaper with {}", chosen.label))
}

fn chosen<'a>(findings: &'a Findings, place: &Place, service: Service) -> Option<&'a CandidatePlan> {
    findings.choice.chosen.get(&bank_id(place, service))
}

/// Boards that cannot interrupt what the chosen transformers feed into a fault.
fn too_weak(findings: &Findings, asset: &SiteAsset) -> Option<String> {
    let fault = chosen(findings, &asset.place, Service::Transformation)?.fault_current_ka?;
    let rated = asset.interrupting_rating_ka?;
    (rated < fault).then(|| format!("interrupts {rated} kA; the transformers can feed {fault:.1} kA into a fault"))
}

/// Transformers that, however they are kept, feed more into a fault than the chosen boards interrupt.
fn kept_too_strong(findings: &Findings, asset: &SiteAsset) -> Option<String> {
    let rated = chosen(findings, &asset.place, Service::LowVoltagePower)?.interrupting_rating_ka?;
    let id = bank_id(&asset.place, Service::Transformation);
    let bank = findings.banks.iter().find(|bank| bank.id == id)?;
    let keeping = bank.candidates.iter().filter(|other| other.kept.iter().any(|kept| kept.asset == asset.id));
    too_strong(keeping.filter_map(|other| other.fault_current_ka).reduce(f64::min)?, rated)
}
