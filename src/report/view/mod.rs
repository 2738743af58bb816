//! Views: the sections of the report as text, one file a section, so that templates need no logic.

mod answer;
mod approvals;
pub(super) mod assets;
mod building;
mod choices;
mod cooling;
mod cost;
mod derivations;
mod energy;
mod evidence;
mod gantt;
mod gap;
mod mining;
mod network;
mod on_order;
mod orders;
mod power;
mod risks;
mod schedule;
mod schedule_quality;
mod scope;

use serde::Serialize;

use crate::domain::Place;
use crate::domain::format::list;
use crate::domain::plan::Plan;

pub(super) use derivations::DerivationView;

/// The whole report.
#[derive(Serialize)]
pub struct ReportView {
    facility: String,
    site_place: String,
    target: String,
    as_of: String,
    version: String,
    answer: answer::AnswerView,
    gap: Vec<Placed<gap::GapRow>>,
    temperatures: Vec<gap::TemperatureRow>,
    assets: Vec<assets::AssetRow>,
    on_order: Vec<on_order::OnOrderRow>,
    choices: Vec<choices::SystemView>,
    schedule: schedule::ScheduleView,
    cost: cost::CostView,
    scope: scope::ScopeView,
    network: Option<network::NetworkView>,
    building: Option<building::BuildingView>,
    approvals: Option<approvals::ApprovalView>,
    mining: Option<mining::MiningView>,
    power: Option<power::PowerView>,
    cooling: Option<cooling::CoolingView>,
    energy: Option<energy::EnergyView>,
    long_lead: Vec<Placed<orders::OrderRow>>,
    bom: orders::BomView,
    risks: risks::RisksView,
    derivations: Vec<DerivationView>,
    evidence: evidence::EvidenceView,
}

impl ReportView {
    /// Prepares every section.
    pub fn of(plan: &Plan) -> ReportView {
        let studies = (
            power::PowerView::of(plan),
            cooling::CoolingView::of(plan),
            building::BuildingView::of(plan),
            network::NetworkView::of(plan),
            approvals::ApprovalView::of(plan),
        );
        let (power, cooling, building, network, approvals) = studies;
        let to_settle = to_settle(&[
            ("power", power.as_ref().map_or(0, power::PowerView::findings)),
            ("cooling", cooling.as_ref().map_or(0, cooling::CoolingView::findings)),
            ("building", building.as_ref().map_or(0, building::BuildingView::findings)),
            ("network", network.as_ref().map_or(0, network::NetworkView::findings)),
            ("approvals", approvals.as_ref().map_or(0, approvals::ApprovalView::findings)),
        ]);
        ReportView {
            facility: plan.site.facility.clone(),
            site_place: plan.site.place.clone(),
            target: plan.site.target.clone(),
            as_of: plan.as_of.to_string(),
            version: plan.version.clone(),
            answer: answer::AnswerView::of(plan, to_settle),
            gap: gap::rows(plan),
            temperatures: gap::temperatures(plan),
            assets: assets::rows(plan),
            on_order: on_order::rows(plan),
            choices: choices::systems(plan),
            power,
            cooling,
            energy: energy::EnergyView::of(plan),
            building,
            network,
            schedule: schedule::ScheduleView::of(plan),
            approvals,
            cost: cost::CostView::of(plan),
            scope: scope::ScopeView::of(plan),
            mining: mining::MiningView::of(plan),
            long_lead: orders::long_lead(plan),
            bom: orders::BomView::of(plan),
            risks: risks::RisksView::of(plan),
            derivations: derivations::of(plan),
            evidence: evidence::EvidenceView::of(plan),
        }
    }
}

/// How many findings the studies leave to the designers, by section; nothing where there are none.
fn to_settle(sections: &[(&str, usize)]) -> Option<String> {
    let told: Vec<String> = sections
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(section, count)| format!("{count} in {section}"))
        .collect();
    (!told.is_empty()).then(|| list(&told))
}

/// A row that holds for one place, or for each of several.
#[derive(Serialize)]
pub struct Placed<T> {
    place: String,
    #[serde(flatten)]
    row: T,
}

/// Joins rows that differ in nothing but their place: identical halls are reported once. Keeps the order of the first.
fn by_place<T: PartialEq + Clone>(rows: impl Iterator<Item = (Place, T)>) -> Vec<Placed<T>> {
    by_likeness(rows.map(|(place, row)| (place, row.clone(), row)))
}

/// Joins rows whose second form is the same; a row that stays alone is shown in its first form.
fn by_likeness<T: PartialEq>(rows: impl Iterator<Item = (Place, T, T)>) -> Vec<Placed<T>> {
    let mut groups: Vec<(Vec<String>, T, T)> = Vec::new();
    for (place, own, general) in rows {
        match groups.iter_mut().find(|(_, _, known)| *known == general) {
            Some((places, _, _)) => places.push(place.to_string()),
            None => groups.push((vec![place.to_string()], own, general)),
        }
    }
    let placed = |(places, own, general): (Vec<String>, T, T)| {
        let row = if places.len() > 1 { general } else { own };
        Placed { place: each_of(&places), row }
    };
    groups.into_iter().map(placed).collect()
}

fn each_of(places: &[String]) -> String {
    if places.len() > 1 { format!("{} (each)", places.join(", ")) } else { places.concat() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_are_reported_once() {
        let rows = [("a", 1), ("site", 2), ("b", 1), ("c", 3)].map(|(place, row)| (Place::from(place), row));
        let places: Vec<String> = by_place(rows.into_iter()).into_iter().map(|placed| placed.place).collect();
        assert_eq!(places, ["a, b (each)", "site", "c"]);
    }
}
