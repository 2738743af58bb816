//! What could give in a clash, how far it must at the least, and that this is enough.

use std::collections::BTreeMap;

use super::change::{Change, without};
use super::clash::bank_of;
use super::oracle::{Answer, Oracle, least};
use super::racks::Search;
use crate::domain::calendar::{date_of, day_number};
use crate::domain::{Objective, Policy, Service};
use crate::input::catalog::ParameterId as P;
use crate::optimize::{Conflict, Party};
use crate::physics::network::round_trip_ms;
use crate::validate::{Site, SiteRoute};

/// What can give, in the order in which a combination is found: what others depend on comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lever {
    /// Fewer racks.
    Racks,
    /// One step less redundancy of a service.
    Policy(Service),
    /// Fewer fiber routes.
    Routes,
    /// Fewer strands on each route.
    Strands,
    /// A longer round trip.
    RoundTrip,
    /// More firm power.
    FirmMw,
    /// More ground.
    Yard,
    /// More water.
    Water,
    /// A later day.
    ReadyDate,
    /// More money.
    Budget,
}

/// A change that is enough, given that the site's other requirements and limits can be met.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The change.
    pub change: Change,
    /// Whether the next smaller one was shown not to be enough.
    pub least: bool,
}

/// By how much each site limit falls short, in its unit: where to look first. Of the budget, USD: what it takes, where the
/// cheapest plan without it is known.
pub type Shortages = BTreeMap<Lever, f64>;

/// Steps in which amounts of a site limit are offered: MW, m2, m3 a day.
const MW_STEP: f64 = 0.1;
const AREA_STEP: f64 = 10.0;
const WATER_STEP: f64 = 1.0;

/// Budgets are told in steps of this, USD.
const BUDGET_STEP: f64 = 10_000.0;

/// Days by which the model and the calendar may differ on a ready date.
const DAYS_APART: i64 = 10;

/// How often an amount that was not enough is doubled.
const MOST_DOUBLINGS: usize = 6;

/// What can give in a clash of these parties, and how far site limits fall short.
pub fn levers(site: &Site, parties: &[Party], drawing: &[Service]) -> (Vec<Lever>, Shortages) {
    let mut levers = Vec::new();
    let mut shortages = Shortages::new();
    for party in parties {
        match (&party.conflict, bank_of(&party.conflict)) {
            (Conflict::Late { .. }, _) => levers.extend([Lever::Racks, Lever::ReadyDate]),
            // Redundancy moves no fault level; smaller transformers may suffice for fewer racks.
            (Conflict::TakenTwice { .. } | Conflict::FaultLevel { .. }, _) => levers.push(Lever::Racks),
            (Conflict::OverBudget { .. }, _) => levers.extend([Lever::Racks, Lever::Budget]),
            (_, Some((_, Service::FiberRoutes))) => {
                levers.extend([Lever::RoundTrip, Lever::Strands]);
                levers.extend((site.target.fiber.routes > 1).then_some(Lever::Routes));
            }
            (conflict, Some((_, service))) => {
                levers.push(Lever::Racks);
                levers.extend(weaker(site, service).map(|_| Lever::Policy(service)));
                if let (Some(lever), Conflict::Short { short, .. }) = (of_site(service), conflict) {
                    levers.push(lever);
                    shortages.insert(lever, *short);
                    let redundant = drawing.iter().filter(|service| weaker(site, **service).is_some());
                    levers.extend(redundant.map(|service| Lever::Policy(*service)));
                }
            }
            (_, None) => {}
        }
    }
    levers.sort();
    levers.dedup();
    (levers, shortages)
}

fn of_site(service: Service) -> Option<Lever> {
    match service {
        Service::GridImport => Some(Lever::FirmMw),
        Service::Yard => Some(Lever::Yard),
        Service::MakeUpWater => Some(Lever::Water),
        _ => None,
    }
}

/// One step less redundancy than the target asks for; nothing below N.
fn weaker(site: &Site, service: Service) -> Option<Policy> {
    match site.target.redundancy.get(&service)? {
        Policy::NPlus(0) => None,
        Policy::NPlus(spare) => Some(Policy::NPlus(spare - 1)),
        Policy::TwoNPlusOne => Some(Policy::TwoN),
        Policy::TwoN | Policy::Distributed(_) | Policy::Block(_) => Some(Policy::NPlus(1)),
    }
}

impl Lever {
    /// The site with all that this lever can give; fewer racks are found by themselves.
    pub fn open(self, site: &Site) -> Site {
        match self {
            Lever::Racks => site.clone(),
            Lever::Policy(service) => match weaker(site, service) {
                Some(policy) => Change::Policy(service, policy).apply(site),
                None => site.clone(),
            },
            Lever::Routes => Change::Routes(1).apply(site),
            Lever::Strands => Change::Strands(1).apply(site),
            Lever::RoundTrip => Change::RoundTrip(longest_ms(site)).apply(site),
            Lever::FirmMw => Change::FirmMw(ample(site.utility.firm_mw)).apply(site),
            Lever::Yard => Change::Yard(ample(site.yard_m2)).apply(site),
            Lever::Water => Change::Water(ample(site.water_m3_per_day)).apply(site),
            Lever::ReadyDate => without(site, |site| site.target.ready_date = None),
            Lever::Budget => without(site, |site| site.target.budget_usd = None),
        }
    }

    /// The least change of this lever with which the site can be planned; nothing where none is enough.
    pub fn tighten(self, oracle: &mut Oracle, site: &Site, shortages: &Shortages) -> Option<Step> {
        let short = shortages.get(&self).copied().unwrap_or(0.0);
        let mut amount = |now, step, change: fn(f64) -> Change| amount(oracle, site, now, short, step, change);
        match self {
            Lever::FirmMw => amount(site.utility.firm_mw, MW_STEP, Change::FirmMw),
            Lever::Yard => amount(site.yard_m2, AREA_STEP, Change::Yard),
            Lever::Water => amount(site.water_m3_per_day, WATER_STEP, Change::Water),
            Lever::Racks => racks(oracle, site),
            Lever::Policy(service) => weaker(site, service).and_then(|policy| {
                let change = Change::Policy(service, policy);
                first(oracle, site, vec![change])
            }),
            Lever::Routes => first(oracle, site, (1..site.target.fiber.routes).rev().map(Change::Routes).collect()),
            Lever::Strands => first(oracle, site, fewer_strands(site)),
            Lever::RoundTrip => first(oracle, site, longer_trips(site)),
            Lever::ReadyDate => ready_date(oracle, site),
            Lever::Budget => budget(oracle, site, shortages.get(&self).copied()),
        }
    }
}

/// An amount that is no limit to anything of the site's size.
fn ample(now: f64) -> f64 {
    now * 100.0 + 1e5
}

/// The first of these changes, the smallest first, with which the site can be planned.
fn first(oracle: &mut Oracle, site: &Site, changes: Vec<Change>) -> Option<Step> {
    let mut least = true;
    for change in changes {
        match oracle.ask(&change.apply(site)) {
            Answer::Fits => return Some(Step { change, least }),
            Answer::Not => {}
            Answer::Undecided => least = false,
        }
    }
    None
}

fn racks(oracle: &mut Oracle, site: &Site) -> Option<Step> {
    let filled = Search::new(site, oracle).in_file_order();
    (filled.total() > 0).then_some(Step { change: Change::Racks(filled.racks), least: filled.maximal })
}

/// More of a site limit in whole steps: what the model is short of first, doubled while that is not enough.
fn amount(
    oracle: &mut Oracle,
    site: &Site,
    now: f64,
    short: f64,
    step: f64,
    change: fn(f64) -> Change,
) -> Option<Step> {
    let steps = (now / step).floor() as i64;
    let at = |number: i64| change(in_steps(number, step));
    let mut added = (((now + short) / step).ceil() as i64 - steps).max(1);
    for _ in 0..MOST_DOUBLINGS {
        let found = least(steps, steps + added, |number| oracle.ask(&at(number).apply(site)));
        if let Some((number, least)) = found {
            return Some(Step { change: at(number), least });
        }
        added *= 2;
    }
    None
}

/// A whole number of steps, without what binary leaves of a tenth.
fn in_steps(number: i64, step: f64) -> f64 {
    if step < 1.0 { number as f64 / (1.0 / step).round() } else { number as f64 * step }
}

/// The earliest day: that of the earliest plan without a day, or the next after it by which there is a plan. Where halls are
/// ready one after the other, an earlier last hall at the cost of the others is looked for.
fn ready_date(oracle: &mut Oracle, site: &Site) -> Option<Step> {
    let asked = site.target.ready_date?;
    let open = without(site, |site| (site.target.ready_date, site.target.objective) = (None, Some(Objective::Date)));
    let (_, schedule) = oracle.choose(&open)?.ok()?;
    let ready = || schedule.halls.values().map(|hall| hall.ready);
    let (first, last) = (ready().min()?, ready().max()?);
    let by = |day: i64| Change::ReadyDate(date_of(day));
    let (low, high) = (day_number(asked), day_number(last));
    // The model's weeks and the calendar's days differ by days: the earliest plan may count as late in weeks.
    let mut days = (high..=high + DAYS_APART).filter(|day| *day > low);
    let held = days.find(|day| oracle.ask(&by(*day).apply(site)) == Answer::Fits)?;
    if first == last {
        return Some(Step { change: by(held), least: false });
    }
    let (day, least) = least(low, held, |day| oracle.ask(&by(day).apply(site)))?;
    Some(Step { change: by(day), least })
}

/// The least capex without a budget: solved for, where it is not known how much the budget lacks of it.
fn budget(oracle: &mut Oracle, site: &Site, lacking: Option<f64>) -> Option<Step> {
    let (total, least) = match (site.target.budget_usd, lacking) {
        (Some(budget), Some(lacking)) => (budget + lacking, true),
        _ => oracle.cheapest(site).map(|cheapest| (cheapest.total_usd, cheapest.proved))?,
    };
    let usd = (total / BUDGET_STEP).ceil() * BUDGET_STEP;
    Some(Step { change: Change::Budget(usd), least })
}

/// Round trips of routes beyond the limit, the shortest first, each rounded up to a hundredth of a millisecond.
fn longer_trips(site: &Site) -> Vec<Change> {
    let trips = site.fiber_routes.iter().map(|route| hundredths(round_trip(site, route)));
    let mut longer: Vec<f64> = trips.filter(|ms| *ms > site.target.fiber.round_trip_limit_ms).collect();
    longer.sort_by(f64::total_cmp);
    longer.dedup();
    longer.into_iter().map(Change::RoundTrip).collect()
}

fn longest_ms(site: &Site) -> f64 {
    let trips = site.fiber_routes.iter().map(|route| hundredths(round_trip(site, route)));
    trips.fold(site.target.fiber.round_trip_limit_ms, f64::max)
}

fn hundredths(ms: f64) -> f64 {
    (ms * 100.0).ceil() / 100.0
}

fn round_trip(site: &Site, route: &SiteRoute) -> f64 {
    let [fiber, amplifier, terminal] =
        [P::FiberDelayUsPerKm, P::AmplifierDelayUs, P::TerminalDelayUs].map(|parameter| site.parameter(parameter));
    round_trip_ms(route.length_km, route.amplifiers, fiber, amplifier, terminal)
}

/// Strands that routes offer, fewer than are asked for, the most first.
fn fewer_strands(site: &Site) -> Vec<Change> {
    let offered = site.fiber_routes.iter().map(|route| route.dark_strands);
    let mut fewer: Vec<u32> =
        offered.filter(|strands| (1..site.target.fiber.strands_per_route).contains(strands)).collect();
    fewer.sort_by(|a, b| b.cmp(a));
    fewer.dedup();
    fewer.into_iter().map(Change::Strands).collect()
}
