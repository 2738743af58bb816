//! What conflicts, with the places in the files where it was asked or set.

use std::collections::BTreeSet;

use super::change::{for_money, without};
use crate::domain::clash::{Ask, Clash, Least, Limit, Shortfall};
use crate::domain::plan::Proof;
use crate::domain::{Place, Service, System};
use crate::optimize::{self, Conflict, Party};
use crate::requirements::{HallLoad, hall_loads};
use crate::validate::Site;
use crate::{Effort, Prepared, Unplannable};

/// Runs of the solver after which clashes are taken as they are.
const MOST_RUNS: usize = 60;

/// Halls up to which it is asked of each whether its racks are part of a clash of the whole site.
const MOST_HALLS: usize = 12;

/// A clash in the words of the files and in those of the model.
pub struct Found {
    /// With its places in the files.
    pub clash: Clash,
    /// As the model knows it.
    pub parties: Vec<Party>,
    /// The cheapest plan without a budget, where nothing but the budget stands against it.
    pub cheapest: Option<Cheapest>,
}

/// What the cheapest plan costs that meets all but the budget.
#[derive(Clone, Copy, Debug)]
pub struct Cheapest {
    /// Capex with soft costs, USD.
    pub total_usd: f64,
    /// Whether it was proved the least.
    pub proved: bool,
}

/// The plan of least capex without a budget, by a solve of its own.
///
/// # Errors
/// What conflicts without a budget; the solver's failure.
pub fn cheapest(site: &Site, effort: Effort) -> Result<Cheapest, Unplannable> {
    let mut open = without(site, |site| site.target.budget_usd = None);
    for_money(&mut open);
    let (choice, _) = Prepared::new(&open)?.choose(effort)?;
    let total_usd = choice.solution.direct_cost_usd * (1.0 + site.soft_share());
    Ok(Cheapest { total_usd, proved: choice.solution.proof == Proof::Optimal })
}

/// All clashes of a site that has no plan; none where it has one. Where there is none without the budget either, the
/// budget is named for what it alone rules out.
///
/// # Errors
/// The solver's failure.
pub fn clashes(site: &Site, effort: Effort) -> Result<Vec<Found>, Unplannable> {
    let prepared = Prepared::new(site)?;
    let found = prepared.clashes(effort, MOST_RUNS)?;
    let cheapest = match money_alone(&found).then(|| cheapest(site, effort)) {
        None => None,
        Some(Ok(cheapest)) => Some(cheapest),
        // The model counts weeks, the calendar days: it may be the date that conflicts, whatever is spent.
        Some(Err(Unplannable::Infeasible(_))) => {
            return clashes(&without(site, |site| site.target.budget_usd = None), effort);
        }
        Some(Err(failed)) => return Err(failed),
    };
    let named = found.into_iter().map(|clash| named(&prepared, effort, clash, cheapest));
    Ok(named.fold(Vec::new(), merged))
}

/// Whether there is one conflict, and the budget is part of it.
fn money_alone(found: &[optimize::Clash]) -> bool {
    let budget = |party: &Party| matches!(party.conflict, Conflict::OverBudget { .. });
    matches!(found, [only] if only.parties.iter().any(budget))
}

fn named(prepared: &Prepared, effort: Effort, clash: optimize::Clash, cheapest: Option<Cheapest>) -> Found {
    let (asks, shown) = asks(prepared.site, effort, &clash.parties);
    let limits = clash.parties.iter().map(|party| limit(prepared, &party.conflict, cheapest)).collect();
    Found { clash: Clash { asks, limits, irreducible: clash.irreducible && shown }, parties: clash.parties, cheapest }
}

/// The halls whose racks are needed for a clash, and whether that was shown: of the whole site's clashes each hall is left to
/// mining in turn, the last first, and stays out where the clash stands without it.
fn asks(site: &Site, effort: Effort, parties: &[Party]) -> (Vec<Ask>, bool) {
    let loads = hall_loads(site);
    let ask = |load: &HallLoad| Ask { hall: load.hall.clone(), racks: load.racks, origin: load.origin.clone() };
    let halls: BTreeSet<String> = parties.iter().filter_map(|party| hall_of(&party.conflict)).collect();
    let of_site = parties.iter().any(|party| hall_of(&party.conflict).is_none());
    if !of_site {
        return (loads.iter().filter(|load| halls.contains(&load.hall)).map(ask).collect(), true);
    }
    if parties.iter().all(|party| whatever_the_racks(&party.conflict)) {
        return (Vec::new(), true);
    }
    if loads.len() > MOST_HALLS {
        return (loads.iter().map(ask).collect(), false);
    }
    let mut needed = loads.clone();
    for load in loads.iter().rev().filter(|load| !halls.contains(&load.hall)) {
        let fewer: Vec<HallLoad> = needed.iter().filter(|other| other.hall != load.hall).cloned().collect();
        let racks = |all: &HallLoad| (all.hall.clone(), if fewer.contains(all) { all.racks } else { 0 });
        let left = site.with_racks(&loads.iter().map(racks).collect());
        let stands = Prepared::new(&left).ok().and_then(|prepared| prepared.still_clash(effort, parties));
        if stands == Some(true) {
            needed = fewer;
        }
    }
    (needed.iter().map(ask).collect(), true)
}

/// The hall that a conflict stands in; nothing for the site's.
fn hall_of(conflict: &Conflict) -> Option<String> {
    match conflict {
        Conflict::Late { hall, .. } => Some(hall.clone()),
        Conflict::OverBudget { .. } => None,
        _ => bank_of(conflict).and_then(|(place, _)| place.hall().map(str::to_owned)),
    }
}

/// Place and service of the bank that falls short.
pub fn bank_of(conflict: &Conflict) -> Option<(Place, Service)> {
    let requirement = match conflict {
        Conflict::Short { requirement, .. }
        | Conflict::Nothing { requirement, .. }
        | Conflict::NoBlocks { requirement }
        | Conflict::FaultLevel { requirement } => requirement,
        Conflict::Late { .. } | Conflict::OverBudget { .. } | Conflict::TakenTwice { .. } => return None,
    };
    let (place, id) = requirement.rsplit_once('.')?;
    let service = Service::ALL.iter().find(|service| service.info().id == id)?;
    Some((Place::from(place), *service))
}

/// What the site needs of networks goes with its routes, not with its racks.
fn whatever_the_racks(conflict: &Conflict) -> bool {
    bank_of(conflict).is_some_and(|(_, service)| service.info().system == System::Network)
}

fn limit(prepared: &Prepared, conflict: &Conflict, cheapest: Option<Cheapest>) -> Limit {
    let site = prepared.site;
    let bank = bank_of(conflict);
    let (place, service) = bank.clone().unwrap_or((Place::Site, Service::GridImport));
    let places = vec![place];
    let shortfall = match conflict {
        Conflict::Short { available, short, .. } => {
            Shortfall::Supply { service, places, available: thousandths(*available), short: thousandths(*short) }
        }
        Conflict::Nothing { reasons, .. } => Shortfall::Nothing { service, places, reasons: reasons.clone() },
        Conflict::NoBlocks { .. } => Shortfall::Blocks { service, places },
        Conflict::FaultLevel { .. } => Shortfall::FaultLevel { places },
        Conflict::TakenTwice { asset, lacking } => Shortfall::Taken { asset: asset.clone(), lacking: *lacking },
        Conflict::Late { hall, weeks } => Shortfall::Deadline {
            places: vec![Place::Hall(hall.clone())],
            date: site.target.ready_date.unwrap_or(site.start_date),
            weeks: thousandths(*weeks),
        },
        Conflict::OverBudget { direct_usd } => over_budget(site, *direct_usd, cheapest),
    };
    let set = origins(site, conflict, bank.as_ref().map(|(_, service)| *service));
    let origins = match bank {
        Some(bank) if set.is_empty() => inputs(prepared, &bank),
        _ => set,
    };
    Limit { shortfall, origins }
}

/// By how much the budget is exceeded: by the cheapest plan without one, else at the least by what the model adds to it.
fn over_budget(site: &Site, direct_usd: f64, cheapest: Option<Cheapest>) -> Shortfall {
    let budget_usd = site.target.budget_usd.unwrap_or(0.0);
    let (short_usd, least) = match cheapest {
        Some(Cheapest { total_usd, proved: true }) => (total_usd - budget_usd, Least::Proved),
        Some(Cheapest { total_usd, proved: false }) => (total_usd - budget_usd, Least::Found),
        None => (direct_usd * (1.0 + site.soft_share()), Least::Beside),
    };
    Shortfall::Budget { budget_usd, short_usd: short_usd.ceil(), least }
}

/// The fields that what a bank has to supply is reckoned from; where none is its own, those that its hall's racks go back to.
fn inputs(prepared: &Prepared, (place, service): &(Place, Service)) -> Vec<String> {
    let site = prepared.site;
    let racks: Vec<String> =
        hall_loads(site).into_iter().filter(|load| load.place() == *place).map(|l| l.origin).collect();
    let demand = prepared.demands.iter().find(|demand| demand.place == *place && demand.service == *service);
    let written = |origin: &String| site.is_written(origin) && !racks.contains(origin);
    let own: BTreeSet<String> = demand
        .into_iter()
        .flat_map(|demand| &demand.inputs)
        .map(|input| input.origin.clone())
        .filter(written)
        .collect();
    if own.is_empty() { racks } else { own.into_iter().collect() }
}

/// What is printed has no more digits, and what is alike must read alike.
fn thousandths(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}

/// The fields that set a limit.
fn origins(site: &Site, conflict: &Conflict, service: Option<Service>) -> Vec<String> {
    let of = |role: &str, paths: &[&str]| paths.iter().map(|path| site.origin(role, path)).collect();
    match (conflict, service) {
        (Conflict::Late { .. }, _) => of("target", &["ready_date"]),
        (Conflict::OverBudget { .. }, _) => of("target", &["budget_usd"]),
        (Conflict::TakenTwice { asset, .. }, _) if asset.starts_with("orders.") => {
            of("facility", &[&format!("{asset}.count")])
        }
        (Conflict::TakenTwice { asset, .. }, _) => of("facility", &[&format!("assets.{asset}.count")]),
        (Conflict::FaultLevel { .. }, _) => of("facility", &["utility.fault_level_mva"]),
        (_, Some(Service::GridImport)) if site.utility.curtailable_mw > 0.0 => {
            of("facility", &["utility.firm_mw", "utility.curtailable_mw"])
        }
        (_, Some(Service::GridImport)) => of("facility", &["utility.firm_mw"]),
        (_, Some(Service::Yard)) => of("facility", &["land.yard_m2"]),
        (_, Some(Service::MakeUpWater)) => of("facility", &["water.available_m3_per_day"]),
        (_, Some(Service::FiberRoutes)) => of("target", &["fiber.routes", "fiber.round_trip_limit_ms"]),
        (_, Some(service)) if site.target.redundancy.contains_key(&service) => {
            of("target", &[&format!("redundancy.{service}")])
        }
        _ => Vec::new(),
    }
}

/// Adds a clash, to one before it where they differ in nothing but the hall.
fn merged(mut all: Vec<Found>, next: Found) -> Vec<Found> {
    match all.iter_mut().find(|found| alike(&found.clash, &next.clash)) {
        Some(same) => {
            same.clash.asks.extend(next.clash.asks);
            for (limit, other) in same.clash.limits.iter_mut().zip(&next.clash.limits) {
                let places = [limit.shortfall.places(), other.shortfall.places()].concat();
                limit.shortfall = limit.shortfall.at(places);
            }
            same.parties.extend(next.parties);
        }
        None => all.push(next),
    }
    all
}

/// Whether two clashes are the same in different halls.
fn alike(a: &Clash, b: &Clash) -> bool {
    let in_halls = |clash: &Clash| {
        clash.limits.iter().all(|limit| !limit.shortfall.places().is_empty())
            && clash.limits.iter().flat_map(|limit| limit.shortfall.places()).all(|place| place.hall().is_some())
    };
    let anywhere =
        |clash: &Clash| -> Vec<Shortfall> { clash.limits.iter().map(|limit| limit.shortfall.at(Vec::new())).collect() };
    let racks = |clash: &Clash| clash.asks.first().map(|ask| ask.racks);
    in_halls(a) && in_halls(b) && a.irreducible == b.irreducible && racks(a) == racks(b) && anywhere(a) == anywhere(b)
}
