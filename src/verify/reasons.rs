//! Reasons: why an asset or an order is used as it is, made again from the judgement of the assets and the plan's own choice.

use super::facts::Facts;
use super::report::Report;
use crate::domain::assumptions::{
    CATALOG_HZ, FREQUENCY, HALL_ORDER, OWN_CREWS, RESERVED_SLOTS, SHARED_CREWS, STANDING, Standing, TWO_SHIFTS,
    WET_BULB,
};
use crate::domain::format::{amount, figure};
use crate::domain::plan::{AssetDecision, Assumption, BankPlan, Decision, KeptAsset, OrderDecision};
use crate::domain::{Mode, Place, Service};
use crate::gap::moves::rated_at;
use crate::gap::{AssetUse, Verdict};
use crate::requirements::bank_id;

/// Kind and plate are the facility's; the reason is that of the judgement, or of the choice that left the asset out.
pub fn of_asset(facts: &Facts, told: &AssetDecision, verdict: &AssetUse, report: &mut Report) {
    let Some(asset) = facts.site.assets.iter().find(|asset| asset.id == told.id) else { return };
    let kind = serde_json::to_value(asset.kind).is_ok_and(|kind| kind == told.kind);
    let rating = format!("{} {}", figure(asset.nameplate), asset.kind.rating_unit());
    report.expect(kind && told.rating == rating, &told.id, || "kind or rating is not the facility's".to_owned());
    let reason = match (&verdict.verdict, told.decision) {
        (_, Decision::Move) => moved(facts, told),
        (Verdict::Movable { because } | Verdict::Rejected { because }, _) => because.clone(),
        (Verdict::Untouched, _) => "serves a hall that is not converted".to_owned(),
        (Verdict::Usable { because, .. }, Decision::Reuse) => because.clone(),
        (Verdict::Usable { .. }, _) => return left_out(facts, told, report),
    };
    same(report, &told.id, &told.reason, &reason);
}

fn same(report: &mut Report, id: &str, told: &str, reason: &str) {
    report.expect(told == reason, id, || format!("the reason is `{told}` and should be `{reason}`"));
}

/// What goes where, what stays in use, and what it was held against in its new place.
fn moved(facts: &Facts, told: &AssetDecision) -> String {
    let uses = || uses(facts, &told.id);
    let from = if told.place == Place::Site { "the yard".to_owned() } else { told.place.to_string() };
    let moves = || uses().filter(|(_, kept)| kept.moved_from.is_some());
    let goes: Vec<String> =
        moves().map(|(bank, kept)| format!("{} from {from} to {}", kept.units, bank.place)).collect();
    let stay: u32 = uses().filter(|(_, kept)| kept.moved_from.is_none()).map(|(_, kept)| kept.units).sum();
    let stay = if stay > 0 { format!(", {stay} in use where they stand") } else { String::new() };
    let asset = facts.site.assets.iter().find(|asset| asset.id == told.id);
    let judged = asset.zip(moves().next()).and_then(|(asset, (bank, _))| {
        rated_at(facts.site, &facts.conditions, asset, &bank.place).ok().map(|(_, because)| because)
    });
    format!("{}{stay}; {}", goes.join(", "), judged.unwrap_or_default())
}

fn uses<'a>(facts: &Facts<'a>, asset: &str) -> impl Iterator<Item = (&'a BankPlan, &'a KeptAsset)> {
    let all = facts.plan.banks.iter().flat_map(|bank| bank.chosen.kept.iter().map(move |kept| (bank, kept)));
    all.filter(move |(_, kept)| kept.asset == asset)
}

/// Usable and not used: nothing asks for it, gear and fault current do not go together, or the choice is another. How little
/// current the transformers could feed, were they kept in other numbers, only the candidates' making knows.
fn left_out(facts: &Facts, told: &AssetDecision, report: &mut Report) {
    let service = told.service.unwrap_or(Service::Yard);
    let Some(bank) = facts.bank(&bank_id(&told.place, service)) else {
        return same(report, &told.id, &told.reason, "nothing of this service is required here");
    };
    let dearer = format!("usable, but the whole plan is cheaper with {}", bank.chosen.label);
    let reason = match service {
        Service::LowVoltagePower => too_weak(facts, told),
        Service::Transformation => boards_ka(facts, &told.place)
            .filter(|rated| {
                let ends = format!(" kA into a fault; the boards of this plan interrupt {rated:.1} kA");
                told.reason.starts_with("can feed ") && told.reason.ends_with(&ends)
            })
            .map(|_| told.reason.clone()),
        _ => None,
    };
    same(report, &told.id, &told.reason, &reason.unwrap_or(dearer));
}

fn boards_ka(facts: &Facts, place: &Place) -> Option<f64> {
    facts.bank_of(place, Service::LowVoltagePower)?.chosen.interrupting_rating_ka
}

fn too_weak(facts: &Facts, told: &AssetDecision) -> Option<String> {
    let fault = facts.bank_of(&told.place, Service::Transformation)?.chosen.fault_current_ka?;
    let rated = facts.site.assets.iter().find(|asset| asset.id == told.id)?.interrupting_rating_ka?;
    (rated < fault).then(|| format!("interrupts {rated} kA; the transformers can feed {fault:.1} kA into a fault"))
}

/// The banks that take of an order, what they order besides, and what may become of the rest.
pub fn of_order(facts: &Facts, told: &OrderDecision, report: &mut Report) {
    let takers: Vec<String> = facts.plan.banks.iter().filter_map(|bank| taken(bank, &told.id)).collect();
    let rest = f64::from(told.count) - told.used;
    let reason = match (takers.is_empty(), rest > 0.0) {
        (true, _) => "the plan is better without it; it could be sold or cancelled, and what remains to be paid is not in the capex"
            .to_owned(),
        (false, true) => format!("{}; {} could be sold or cancelled", takers.join(", "), amount(rest)),
        (false, false) => takers.join(", "),
    };
    same(report, &told.id, &told.reason, &reason);
}

fn taken(bank: &BankPlan, order: &str) -> Option<String> {
    let units = bank.chosen.ordered.iter().find(|ordered| ordered.order == order)?.units;
    let ordered: f64 = bank.chosen.ordered.iter().map(|ordered| ordered.units).sum();
    let besides = bank.chosen.units - ordered;
    let later =
        format!(", with {} to be ordered besides: it is installed when the later of both is there", amount(besides));
    Some(format!("{} in {}{}", amount(units), bank.id, if besides > 0.0 { later } else { String::new() }))
}

/// The facility's assumptions, those of every plan, and those that the site and the ways to buy time call for. Whether wet plant
/// could have been bought, and how many halls are set in another order, only the candidates' making and the solver know: what they
/// add may stand where the site admits it.
pub fn assumptions(facts: &Facts, report: &mut Report) {
    let (site, plan) = (facts.site, facts.plan);
    let taken = |of: fn(Mode) -> bool| plan.banks.iter().any(|bank| of(bank.chosen.mode));
    let told = |standing: Standing| plan.assumptions.contains(&standing.assumption());
    let crews_wait = site.crews.values().any(|&crews| (crews as usize) < facts.loads.len());
    let called_for = [
        (taken(|mode| mode.slot_reserved), RESERVED_SLOTS),
        (taken(|mode| mode.two_shifts), TWO_SHIFTS),
        (crews_wait, SHARED_CREWS),
        (!crews_wait, OWN_CREWS),
        (site.climate.evaporation_wet_bulb_c.is_none() && told(WET_BULB), WET_BULB),
        (site.utility.frequency_hz.is_some_and(|hz| hz != CATALOG_HZ), FREQUENCY),
        (crews_wait && (!site.time_has_worth() || told(HALL_ORDER)), HALL_ORDER),
    ];
    let called_for = called_for.into_iter().filter(|(called_for, _)| *called_for).map(|(_, standing)| standing);
    let own = STANDING.iter().copied().chain(called_for).map(Standing::assumption);
    let expected: Vec<Assumption> = site.assumed.iter().cloned().chain(own).collect();
    for missing in expected.iter().filter(|assumption| !plan.assumptions.contains(assumption)) {
        report.wrong("assumptions", format!("that of {} is missing: {}", missing.about, missing.text));
    }
    for strange in plan.assumptions.iter().filter(|assumption| !expected.contains(assumption)) {
        report.wrong("assumptions", format!("that of {} is nobody's: {}", strange.about, strange.text));
    }
}
