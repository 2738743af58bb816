//! Views: the sections of the report as text, one file a section, so that templates need no logic.

mod answer;
mod approvals;
pub(super) mod assets;
mod building;
mod cash;
mod choices;
mod cooling;
mod cost;
mod decisions;
mod derivations;
mod energy;
mod evidence;
mod frontier;
mod gantt;
mod gap;
mod mining;
mod network;
mod on_order;
mod orders;
mod power;
mod procurement;
mod risks;
mod schedule;
mod schedule_quality;
mod scope;
mod spares;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::Place;
use crate::domain::plan::Plan;
use crate::report::frontier::FrontierFile;
use crate::report::style::{Brand, Style, args};

pub(super) use derivations::DerivationView;

/// The whole report.
#[derive(JsonSchema, Serialize)]
pub struct ReportView {
    facility: String,
    site_place: String,
    target: String,
    as_of: String,
    version: String,
    notes: Vec<String>,
    brand: Brand,
    answer: answer::AnswerView,
    gap: Vec<Placed<gap::GapRow>>,
    temperatures: Vec<gap::TemperatureRow>,
    assets: Vec<assets::AssetRow>,
    on_order: Vec<on_order::OnOrderRow>,
    choices: Vec<choices::SystemView>,
    schedule: schedule::ScheduleView,
    cost: cost::CostView,
    cash: Option<cash::CashView>,
    spares: Option<spares::SparesView>,
    scope: scope::ScopeView,
    /// Where a frontier was walked before.
    frontier: Option<frontier::FrontierView>,
    network: Option<network::NetworkView>,
    building: Option<building::BuildingView>,
    approvals: Option<approvals::ApprovalView>,
    mining: Option<mining::MiningView>,
    power: Option<power::PowerView>,
    cooling: Option<cooling::CoolingView>,
    energy: Option<energy::EnergyView>,
    decisions: decisions::DecisionsView,
    orders: Vec<Placed<orders::OrderRow>>,
    long_lead: Vec<Placed<orders::OrderRow>>,
    procurement: procurement::ProcurementView,
    bom: orders::BomView,
    risks: risks::RisksView,
    /// In which units formulas stand; nothing where the report is in these anyway.
    derivations_note: Option<String>,
    derivations: Vec<DerivationView>,
    evidence: evidence::EvidenceView,
}

impl ReportView {
    /// Prepares every section.
    pub fn of(plan: &Plan, walked: Option<&FrontierFile>, style: &Style) -> ReportView {
        let studies = (
            power::PowerView::of(plan, style),
            cooling::CoolingView::of(plan, style),
            building::BuildingView::of(plan, style),
            network::NetworkView::of(plan, style),
            approvals::ApprovalView::of(plan, style),
        );
        let (power, cooling, building, network, approvals) = studies;
        let to_settle = to_settle(
            style,
            &[
                ("answer-findings-power", power.as_ref().map_or(0, power::PowerView::findings)),
                ("answer-findings-cooling", cooling.as_ref().map_or(0, cooling::CoolingView::findings)),
                ("answer-findings-building", building.as_ref().map_or(0, building::BuildingView::findings)),
                ("answer-findings-network", network.as_ref().map_or(0, network::NetworkView::findings)),
                ("answer-findings-approvals", approvals.as_ref().map_or(0, approvals::ApprovalView::findings)),
            ],
        );
        ReportView {
            facility: style.as_recorded(&plan.site.facility),
            site_place: style.as_recorded(&plan.site.place),
            target: style.as_recorded(&plan.site.target),
            as_of: style.date(plan.as_of),
            version: plan.version.clone(),
            notes: notes(style),
            brand: style.brand().clone(),
            risks: risks::RisksView::of(plan, style, to_settle.clone()),
            answer: answer::AnswerView::of(plan, style, to_settle),
            gap: gap::rows(plan, style),
            temperatures: gap::temperatures(plan, style),
            assets: assets::rows(plan, style),
            on_order: on_order::rows(plan, style),
            choices: choices::systems(plan, style),
            power,
            cooling,
            energy: energy::EnergyView::of(plan, style),
            building,
            network,
            schedule: schedule::ScheduleView::of(plan, style),
            approvals,
            cost: cost::CostView::of(plan, style),
            cash: cash::CashView::of(plan, style),
            spares: spares::SparesView::of(plan, style),
            scope: scope::ScopeView::of(plan, style),
            frontier: walked.map(|walked| frontier::FrontierView::of(walked, plan, style)),
            mining: mining::MiningView::of(plan, style),
            decisions: decisions::DecisionsView::of(plan, style),
            orders: orders::all(plan, style),
            long_lead: orders::long_lead(plan, style),
            procurement: procurement::ProcurementView::of(plan, style),
            bom: orders::BomView::of(plan, style),
            derivations_note: style.differs_from_plan().then(|| style.word("derivations-note")),
            derivations: derivations::of(plan, style),
            evidence: evidence::EvidenceView::of(plan, style),
        }
    }
}

/// What the reader must know of language and currency.
fn notes(style: &Style) -> Vec<String> {
    let currency = style.currency();
    let rate = args!["currency" => currency.code.as_str(), "rate" => style.figure(currency.per_usd)];
    let foreign = currency.is_foreign().then(|| style.say("report-currency-note", rate));
    let language = style.differs_from_plan().then(|| style.word("report-language-note"));
    foreign.into_iter().chain(language).collect()
}

/// How many findings the studies leave to the designers, by section; nothing where there are none.
fn to_settle(style: &Style, sections: &[(&str, usize)]) -> Option<String> {
    let told = |(message, count): &(&str, usize)| style.say(message, args!["figure" => count.to_string()]);
    let told: Vec<String> = sections.iter().filter(|(_, count)| *count > 0).map(told).collect();
    (!told.is_empty()).then(|| style.list(&told))
}

/// A row that holds for one place, or for each of several.
#[derive(JsonSchema, Serialize)]
pub struct Placed<T> {
    place: String,
    #[serde(flatten)]
    row: T,
}

/// Joins rows that differ in nothing but their place: identical halls are reported once. Keeps the order of the first.
fn by_place<T: PartialEq + Clone>(style: &Style, rows: impl Iterator<Item = (Place, T)>) -> Vec<Placed<T>> {
    by_likeness(style, rows.map(|(place, row)| (place, row.clone(), row)))
}

/// Joins rows whose second form is the same; a row that stays alone is shown in its first form.
fn by_likeness<T: PartialEq>(style: &Style, rows: impl Iterator<Item = (Place, T, T)>) -> Vec<Placed<T>> {
    let mut groups: Vec<(Vec<String>, T, T)> = Vec::new();
    for (place, own, general) in rows {
        match groups.iter_mut().find(|(_, _, known)| *known == general) {
            Some((places, _, _)) => places.push(style.place(&place)),
            None => groups.push((vec![style.place(&place)], own, general)),
        }
    }
    let placed = |(places, own, general): (Vec<String>, T, T)| {
        let row = if places.len() > 1 { general } else { own };
        Placed { place: each_of(&places, style), row }
    };
    groups.into_iter().map(placed).collect()
}

/// What is found in halls, one sentence for each text, in the order of its first hall: halls that share it are told together.
fn by_hall(style: &Style, findings: impl Iterator<Item = (String, String)>) -> Vec<String> {
    let mut merged: Vec<(Vec<String>, String)> = Vec::new();
    for (hall, text) in findings {
        match merged.iter_mut().find(|(_, known)| *known == text) {
            Some((halls, _)) => halls.push(hall),
            None => merged.push((vec![hall], text)),
        }
    }
    let told = |(halls, text): (Vec<String>, String)| {
        style.told(&[style.say("placed", args!["place" => style.list(&halls), "text" => text])])
    };
    merged.into_iter().map(told).collect()
}

fn each_of(places: &[String], style: &Style) -> String {
    match places {
        [one] => one.clone(),
        places => style.say("places-each", args!["places" => style.joined(places)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_of_several_halls_is_told_once() {
        let found = [("a", "low"), ("b", "dark"), ("c", "low")].map(|(hall, text)| (hall.to_owned(), text.to_owned()));
        assert_eq!(by_hall(&Style::default(), found.into_iter()), ["a and c: low.", "b: dark."]);
    }

    #[test]
    fn equal_rows_are_reported_once() {
        let rows = [("a", 1), ("site", 2), ("b", 1), ("c", 3)].map(|(place, row)| (Place::from(place), row));
        let places: Vec<String> =
            by_place(&Style::default(), rows.into_iter()).into_iter().map(|placed| placed.place).collect();
        assert_eq!(places, ["a, b (each)", "site", "c"]);
    }
}
