//! Banks and their candidates: every admissible way to supply each requirement, computed before the solver.
//!
//! Banks are built from the rack outward, so that when a bank is built the least and the most that others may draw on it
//! are known, and its candidates cover just that span.

mod build;
mod draws;
mod endowment;
mod enumerate;
mod fiber;
mod item;
mod modes;
mod moves;
mod orders;
mod price;
mod prune;
mod source;
mod utility;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::plan::{Alternative, CandidatePlan, Draw};
use crate::domain::{Place, Policy, Service, Total, usable_capacity};
use crate::gap::AssetUse;
use crate::requirements::{Conditions, Demand, bank_id, hall_loads, requirements};
use crate::validate::Site;

use moves::{Moves, NO_MOVES};
pub use price::{Premiums, premiums};

/// All units that together supply one service in one place, and the ways to build it.
#[derive(Clone, Debug)]
pub struct Bank {
    /// `place.service`, as the requirement it supplies.
    pub id: String,
    /// What it supplies.
    pub service: Service,
    /// Where.
    pub place: Place,
    /// The redundancy it is sized for.
    pub policy: Policy,
    /// What it must carry before any draw, in the service's unit.
    pub fixed: f64,
    /// What it may have to carry at most, with all draws, in the service's unit.
    pub most: f64,
    /// What assets and the site itself supply under the policy, all of them kept, in the service's unit.
    pub from_assets: f64,
    /// The admissible ways to build it, none dominated by another. Empty where nothing can supply it.
    pub candidates: Vec<CandidatePlan>,
    /// Ways that another one beats or equals in everything.
    pub dropped: Vec<CandidatePlan>,
    /// Ways that are not admissible, each with its reason.
    pub rejected: Vec<Alternative>,
    /// Of a bank of the site that grows in phases, what each part of the site may ask at most; empty for all others.
    pub shares: BTreeMap<Place, f64>,
}

impl Bank {
    /// What a candidate's kept units carry by themselves with the policy's failures taken, in the service's unit.
    pub fn kept_usable(&self, candidate: &CandidatePlan) -> f64 {
        let units = candidate.kept.iter().flat_map(|kept| vec![kept.unit_capacity; kept.units as usize]);
        // A grid connection is one supply: redundancy behind it is the generators' part.
        let policy = if self.service == Service::GridImport { Policy::NPlus(0) } else { self.policy };
        usable_capacity(&units.collect::<Vec<f64>>(), policy)
    }
}

/// Which candidates a bank may be built as, by the bank's id.
pub type Admits<'a> = dyn Fn(&str, &CandidatePlan) -> bool + 'a;

/// What a bank is built from: the demand with the span of draws on it.
struct Order<'a> {
    site: &'a Site,
    admits: &'a Admits<'a>,
    conditions: &'a Conditions,
    ledger: &'a [AssetUse],
    demand: &'a Demand,
    policy: Policy,
    /// Fixed part plus the least that others draw.
    least: f64,
    /// Fixed part plus the most that others draw.
    most: f64,
    /// The low-voltage boards of the place, as they were in the round before.
    boards: Option<&'a Bank>,
    /// What may be moved to it and away from it.
    moves: &'a Moves,
}

/// What all banks are built from.
struct Inputs<'a> {
    site: &'a Site,
    conditions: &'a Conditions,
    demands: &'a [Demand],
    ledger: &'a [AssetUse],
    admits: &'a Admits<'a>,
}

/// Services from the rack outward: most draws fall on later ones, so that the spans settle quickly.
const OUTWARD: &[Service] = &[
    Service::RackFeeds,
    Service::RackBranches,
    Service::RackPower,
    Service::TechnologyWater,
    Service::CoolantFill,
    Service::WaterTreatment,
    Service::LiquidCooling,
    Service::FacilityWater,
    Service::ChilledCirculation,
    Service::FacilityPiping,
    Service::CriticalPower,
    Service::CorePower,
    Service::RideThrough,
    Service::UpsOutput,
    Service::AirCooling,
    Service::ChilledWater,
    Service::HeatRejection,
    Service::LowVoltagePower,
    Service::LowVoltageFeeders,
    Service::Transformation,
    Service::StandbyPower,
    Service::TransferSwitches,
    Service::Fuel,
    Service::FuelFill,
    Service::MediumVoltageCable,
    Service::ThermalBuffer,
    Service::ChilledBuffer,
    Service::FacilityFill,
    Service::FitOut,
    Service::Demolition,
    Service::Containment,
    Service::Anchorage,
    Service::ClusterCabling,
    Service::Controls,
    Service::Security,
    Service::WhiteSpace,
    Service::FireProtection,
    Service::FloorRating,
    Service::StructuralSteel,
    Service::Envelope,
    Service::MediumVoltage,
    Service::HighVoltageTransformation,
    Service::GridImport,
    Service::OnSitePower,
    Service::LoadSmoothing,
    Service::Grounding,
    Service::FiberRoutes,
    Service::FiberEntrances,
    Service::MeetMeRooms,
    Service::LineSystems,
    Service::Wavelengths,
    Service::MakeUpWater,
    Service::Yard,
    Service::AcousticScreen,
];

/// Boards on low voltage and what is dealt out to them.
const BLOCK_SERVICES: &[Service] =
    &[Service::LowVoltagePower, Service::CriticalPower, Service::StandbyPower, Service::TransferSwitches];

/// Rounds after which the spans of draws are taken as they are; they settle in three or four.
const MOST_ROUNDS: usize = 12;

/// The banks of all demands, in the demands' order, with those of their candidates that are admitted. What is not admitted dominates
/// nothing, and still counts among what a bank may draw of others: they are sized as if it were there at a price that nobody pays.
///
/// They are built once without moves of equipment; what one place can then give to another is offered, and they are built again.
pub fn banks(
    site: &Site,
    conditions: &Conditions,
    demands: &[Demand],
    ledger: &[AssetUse],
    admits: &Admits,
) -> Vec<Bank> {
    let inputs = Inputs { site, conditions, demands, ledger, admits };
    let (mut built, spans) = settle(&inputs, &NO_MOVES);
    let moves = Moves::between(&inputs, &spans);
    if !moves.is_empty() {
        built = settle(&inputs, &moves).0;
    }
    let shares = shares(site, &built);
    let share = |mut bank: Bank| {
        bank.shares = shares.get(&bank.id).cloned().unwrap_or_default();
        bank
    };
    demands.iter().filter_map(|demand| built.remove(&demand.id())).map(share).collect()
}

/// The banks by id, and the spans of what they draw.
///
/// Boards heat the air, and the plant that takes the heat loads the boards: the spans of draws are found by going through
/// the banks until none changes.
fn settle(inputs: &Inputs, moves: &Moves) -> (BTreeMap<String, Bank>, Spans) {
    let mut spans = Spans::default();
    let mut built: BTreeMap<String, (Basis, Bank)> = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        let mut changed = false;
        for &service in OUTWARD {
            for demand in inputs.demands.iter().filter(|demand| demand.service == service) {
                let boards = built.get(&bank_id(&demand.place, Service::LowVoltagePower)).map(|(_, bank)| bank);
                let order = Order { boards, ..order(inputs, demand, &spans, moves) };
                let basis = order.basis();
                if built.get(&demand.id()).is_some_and(|(before, _)| *before == basis) {
                    continue;
                }
                let (bank, drawn) = order.bank();
                changed |= spans.set(&bank.id, drawn);
                built.insert(bank.id.clone(), (basis, bank));
            }
        }
        if !changed {
            break;
        }
    }
    (built.into_iter().map(|(id, (_, bank))| (id, bank)).collect(), spans)
}

/// What each hall, and the site's own plant, may ask at most of the banks that grow in phases, by the bank's id.
fn shares(site: &Site, built: &BTreeMap<String, Bank>) -> BTreeMap<String, BTreeMap<Place, f64>> {
    let grows = |id: &str| built.get(id).is_some_and(|bank| bank.service.grows_in_phases());
    let mut shares: BTreeMap<String, BTreeMap<Place, f64>> = BTreeMap::new();
    let mut add = |id: String, place: &Place, amount: f64| {
        *shares.entry(id).or_default().entry(place.clone()).or_default() += amount;
    };
    for load in hall_loads(site) {
        let alone = requirements(site, std::slice::from_ref(&load));
        let asked = alone.iter().filter(|demand| grows(&demand.id()));
        asked.for_each(|demand| add(demand.id(), &load.place(), demand.amount));
    }
    for bank in built.values() {
        let drawn = drawn_span(&bank.candidates).into_iter().filter(|(id, _)| grows(id));
        drawn.for_each(|(id, (_, most))| add(id, &bank.place, most));
    }
    shares
}

/// What a bank's candidates follow from and what may change from round to round: the span of its demand, and the numbers of
/// boards that its hall may have.
type Basis = (f64, f64, Option<Vec<Option<u32>>>);

/// The least and the most that something draws, by the id of the bank that is drawn on, or of the one that draws.
type Drawn = BTreeMap<String, (f64, f64)>;

/// What the candidates of each bank draw of each other bank, looked up both ways.
#[derive(Default)]
struct Spans {
    by: BTreeMap<String, Drawn>,
    on: BTreeMap<String, Drawn>,
}

impl Spans {
    /// Takes down what a bank draws; true where that is new.
    fn set(&mut self, id: &str, drawn: Drawn) -> bool {
        let before = self.by.insert(id.to_owned(), drawn.clone());
        if before.as_ref() == Some(&drawn) {
            return false;
        }
        for other in before.iter().flat_map(BTreeMap::keys) {
            self.on.get_mut(other).map(|on| on.remove(id));
        }
        for (other, span) in drawn {
            self.on.entry(other).or_default().insert(id.to_owned(), span);
        }
        true
    }

    /// The sum of what is drawn on a bank.
    fn sum_on(&self, id: &str) -> (f64, f64) {
        let drawn = self.on.get(id).into_iter().flat_map(BTreeMap::values);
        drawn.fold((0.0, 0.0), |sum, span| (sum.0 + span.0, sum.1 + span.1))
    }
}

fn order<'a>(inputs: &Inputs<'a>, demand: &'a Demand, spans: &Spans, moves: &'a Moves) -> Order<'a> {
    let (least, most) = spans.sum_on(&demand.id());
    Order {
        site: inputs.site,
        admits: inputs.admits,
        conditions: inputs.conditions,
        ledger: inputs.ledger,
        demand,
        policy: policy(inputs.site, demand.service),
        least: demand.amount + least,
        most: demand.amount + most,
        boards: None,
        moves,
    }
}

/// Drops the candidates that another one beats or equals in everything once it is known when each is delivered, in weeks
/// from the project's start (by bank and candidate, where it is): a reserved slot may be both cheaper and sooner than faster
/// delivery.
pub fn drop_later(banks: &mut [Bank], deliveries: &[Option<Vec<f64>>]) {
    let candidates = banks.iter().flat_map(|bank| &bank.candidates);
    let wanted: BTreeSet<String> = candidates.flat_map(|c| c.moved()).map(|kept| kept.asset.clone()).collect();
    for (bank, weeks) in banks.iter_mut().zip(deliveries) {
        let Some(weeks) = weeks else { continue };
        let (kept, dropped) = prune::prune_delivered(std::mem::take(&mut bank.candidates), &wanted, weeks);
        bank.candidates = kept;
        bank.dropped.extend(dropped);
    }
}

/// The target's policy for a service; N where it names none.
pub fn policy(site: &Site, service: Service) -> Policy {
    site.target.redundancy.get(&service).copied().unwrap_or(Policy::NPlus(0))
}

/// The least and the most that one of the candidates draws of each other bank.
fn drawn_span(candidates: &[CandidatePlan]) -> Drawn {
    let draws = candidates.iter().flat_map(|candidate| &candidate.draws);
    let of: BTreeSet<(&Place, Service)> = draws.map(|draw| (&draw.place, draw.service)).collect();
    let span = |place: &Place, service: Service| {
        let amounts = candidates.iter().map(|candidate| drawn(candidate, place, service));
        amounts.fold((f64::INFINITY, 0.0), |(least, most): (f64, f64), x| (least.min(x), most.max(x)))
    };
    of.into_iter().map(|(place, service)| (bank_id(place, service), span(place, service))).collect()
}

/// What a candidate draws of a service in a place, in that service's unit.
pub fn drawn(candidate: &CandidatePlan, place: &Place, service: Service) -> f64 {
    let draws = candidate.draws.iter().filter(|draw| draw.service == service && draw.place == *place);
    draws.map(|draw| draw.amount).total()
}

/// The bank that a draw falls on.
pub fn draw_id(draw: &Draw) -> String {
    bank_id(&draw.place, draw.service)
}

impl Order<'_> {
    fn basis(&self) -> Basis {
        let counts = |boards: &Bank| boards.candidates.iter().map(|c| Some(c.on_boards?.units)).collect();
        (self.least, self.most, self.boards.map(counts))
    }

    /// The bank, and what it may draw of others.
    fn bank(&self) -> (Bank, Drawn) {
        let (all, rejected) = match self.demand.service {
            Service::GridImport => utility::candidates(self),
            Service::FiberRoutes => fiber::candidates(self),
            _ => enumerate::candidates(self),
        };
        let id = self.demand.id();
        let (admitted, barred): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| (self.admits)(&id, c));
        let drawn = self.drawn(&admitted, barred);
        let (candidates, dropped) = prune::prune(admitted, self.moves.wanted());
        let drawn = drawn.unwrap_or_else(|| drawn_span(&candidates));
        let bank = Bank {
            id,
            service: self.demand.service,
            place: self.demand.place.clone(),
            policy: self.policy,
            fixed: self.demand.amount,
            most: self.most,
            from_assets: self.carried_by_assets(),
            candidates,
            dropped,
            rejected,
            shares: BTreeMap::new(),
        };
        (bank, drawn)
    }

    /// What a bank may draw of others where some of its candidates are barred: as with them, and as without.
    fn drawn(&self, admitted: &[CandidatePlan], barred: Vec<CandidatePlan>) -> Option<Drawn> {
        if barred.is_empty() {
            return None;
        }
        let without = prune::prune(admitted.to_vec(), self.moves.wanted()).0;
        let with = prune::prune([admitted, &barred].concat(), self.moves.wanted()).0;
        Some(drawn_span(&[without, with].concat()))
    }

    fn carried_by_assets(&self) -> f64 {
        match self.demand.service {
            Service::GridImport => utility::firm_mw(self.site),
            _ => enumerate::from_assets(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_service_is_built_once() {
        let mut listed = OUTWARD.to_vec();
        listed.sort();
        assert_eq!(listed, Service::ALL);
    }
}
