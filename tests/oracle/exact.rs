//! The best choice of a small site, by trying every one: what the optimizer must find, by arithmetic of its own.
//!
//! The rules are those that the families of `optimize/` state at their heads. A limit holds within a millionth.

use std::collections::BTreeMap;

use retrofit::banks::Bank;
use retrofit::domain::blocks::OnBoards;
use retrofit::domain::plan::{CandidatePlan, Draw};
use retrofit::domain::{Objective, Place, Policy, Service};
use retrofit::graph::Network;
use retrofit::validate::Site;

use crate::dates::Clock;

/// Share of a requirement by which it may be missed: that much is rounding.
const ROUNDING: f64 = 1e-6;

/// Weeks by which dates may exceed the earliest.
const SAME_WEEKS: f64 = 1e-3;

/// A site with its banks trimmed, and all that the optimizer is given.
pub struct Small<'a> {
    pub site: &'a Site,
    pub banks: &'a [Bank],
    pub network: &'a Network,
    pub deadlines: &'a BTreeMap<String, f64>,
    /// Whether banks that are alike are built alike.
    pub alike: bool,
}

/// What a choice comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// Direct cost, USD.
    pub cost_usd: f64,
    /// Sum of the halls' ready dates, weeks from the project's start.
    pub ready_weeks: f64,
    /// Capex, the value of the weeks to ready and the mining margin lost, USD.
    pub value_usd: f64,
}

/// What trying every choice showed.
pub struct Tried {
    /// Choices that there are.
    pub choices: usize,
    /// Those that keep to every limit, with what they come to.
    pub admissible: Vec<Worth>,
}

/// Two candidates, each as bank and index, that may not be built together.
type Clash = [(usize, usize); 2];

/// A small site, ready for choices to be tried.
pub struct Exact<'a> {
    small: &'a Small<'a>,
    /// Every order of the halls that may matter, the file's first, with its dates.
    orders: Vec<(Vec<String>, Clock<'a>)>,
    /// Banks that are built alike, by index.
    groups: Vec<Vec<usize>>,
    /// What each candidate leaves on each bank: its capacity and covers, less its draws.
    brings: Vec<Vec<Vec<(usize, f64)>>>,
    clashes: Vec<Clash>,
}

impl<'a> Exact<'a> {
    pub fn new(small: &'a Small<'a>) -> Exact<'a> {
        let index: BTreeMap<&str, usize> = (0..).zip(small.banks).map(|(i, bank)| (bank.id.as_str(), i)).collect();
        let of_bank = |(own, bank): (usize, &Bank)| bank.candidates.iter().map(|c| brings(&index, own, c)).collect();
        Exact {
            small,
            orders: orders(small).into_iter().map(|order| (order.clone(), Clock::new(small, &order))).collect(),
            groups: groups(small),
            brings: small.banks.iter().enumerate().map(of_bank).collect(),
            clashes: clashes(small),
        }
    }

    /// The number of choices, each for all orders of the halls.
    pub fn choices(&self) -> usize {
        self.groups.iter().map(|group| self.small.banks[group[0]].candidates.len()).product()
    }

    /// Tries every choice.
    pub fn try_all(&mut self) -> Tried {
        let mut picks = vec![0; self.small.banks.len()];
        let mut admissible = Vec::new();
        for number in 0..self.choices() {
            let mut rest = number;
            for group in &self.groups {
                let count = self.small.banks[group[0]].candidates.len();
                group.iter().for_each(|&bank| picks[bank] = rest % count);
                rest /= count;
            }
            let Some(cost_usd) = self.admissible(&picks) else { continue };
            admissible.extend((0..self.orders.len()).filter_map(|order| self.dated(&picks, cost_usd, order)));
        }
        Tried { choices: self.choices(), admissible }
    }

    /// The number of orders of the halls.
    pub fn orders(&self) -> usize {
        self.orders.len()
    }

    /// What a choice comes to in an order of the halls, in the file's where it is empty; nothing where it breaks a rule.
    pub fn worth(&mut self, picks: &[usize], hall_order: &[String]) -> Option<Worth> {
        let cost_usd = self.admissible(picks)?;
        let is_it = |(order, _): &(Vec<String>, Clock)| hall_order.is_empty() || order == hall_order;
        let order = self.orders.iter().position(is_it)?;
        self.dated(picks, cost_usd, order)
    }

    /// The cost of a choice that breaks no rule, whatever its dates, USD.
    fn admissible(&self, picks: &[usize]) -> Option<f64> {
        let alike = self.groups.iter().all(|group| group.iter().all(|&bank| picks[bank] == picks[group[0]]));
        let apart = self.clashes.iter().all(|clash| clash.iter().any(|&(bank, c)| picks[bank] != c));
        let cost_usd = self.cost_usd(picks);
        let soft = 1.0 + self.small.site.soft_share();
        let paid = |budget: f64| cost_usd * soft <= budget + 1.0;
        let within = self.small.site.target.budget_usd.is_none_or(paid);
        (alike && apart && self.taken_once(picks) && self.supplied(picks) && within).then_some(cost_usd)
    }

    fn dated(&mut self, picks: &[usize], cost_usd: f64, order: usize) -> Option<Worth> {
        let soft = 1.0 + self.small.site.soft_share();
        let dates = self.orders[order].1.dates(picks)?;
        Some(Worth { cost_usd, ready_weeks: dates.ready_weeks, value_usd: cost_usd * soft + dates.lost_usd })
    }

    fn cost_usd(&self, picks: &[usize]) -> f64 {
        self.small.banks.iter().zip(picks).map(|(bank, &c)| bank.candidates[c].cost.likely).sum()
    }

    /// Whether no more units of the mine's equipment are used than there are.
    fn taken_once(&self, picks: &[usize]) -> bool {
        let mut units: BTreeMap<&str, u32> = BTreeMap::new();
        for (bank, &c) in self.small.banks.iter().zip(picks) {
            bank.candidates[c].kept.iter().for_each(|kept| *units.entry(&kept.asset).or_default() += kept.units);
        }
        self.small
            .site
            .assets
            .iter()
            .all(|asset| units.get(asset.id.as_str()).is_none_or(|taken| *taken <= asset.count))
    }

    /// Whether every bank carries what is asked of it.
    fn supplied(&self, picks: &[usize]) -> bool {
        let mut left: Vec<f64> = self.small.banks.iter().map(|bank| -bank.fixed).collect();
        for (brings, &c) in self.brings.iter().zip(picks) {
            brings[c].iter().for_each(|&(bank, amount)| left[bank] += amount);
        }
        let size = |bank: &Bank| {
            let largest = bank.candidates.iter().map(|c| c.usable).fold(1.0, f64::max);
            if bank.fixed > 0.0 { bank.fixed } else { largest }
        };
        self.small.banks.iter().zip(left).all(|(bank, left)| left >= -ROUNDING * size(bank))
    }
}

/// All orders of the converted halls where crews go from hall to hall and time has worth, else the file's alone.
fn orders(small: &Small) -> Vec<Vec<String>> {
    let halls: Vec<String> = small.site.convertible_halls().map(|hall| hall.id.clone()).collect();
    if small.site.crews.is_empty() || !small.site.time_has_worth() {
        return vec![halls];
    }
    let mut orders = vec![Vec::new()];
    for _ in 0..halls.len() {
        let longer = |order: Vec<String>| {
            let left = halls.iter().filter(|hall| !order.contains(hall)).cloned().collect::<Vec<_>>();
            left.into_iter().map(move |hall| order.iter().cloned().chain([hall]).collect())
        };
        orders = orders.into_iter().flat_map(longer).collect();
    }
    orders
}

/// The best of what was tried, by an objective: its cost, the sum of its dates, or its value, whichever counts last.
pub fn best(site: &Site, admissible: &[Worth]) -> Option<Worth> {
    let least = |of: fn(&Worth) -> f64, among: &dyn Fn(&Worth) -> bool| {
        admissible.iter().filter(|worth| among(worth)).min_by(|a, b| of(a).total_cmp(&of(b))).copied()
    };
    let dollar = 1.0;
    let cap = match site.objective() {
        Objective::Value => return least(|worth| worth.value_usd, &|_| true),
        Objective::Date => f64::INFINITY,
        Objective::Capex | Objective::Mw => {
            let cheapest = least(|worth| worth.cost_usd, &|_| true)?;
            cheapest.cost_usd * (1.0 + site.target.capex_tolerance_pct / 100.0) + dollar
        }
    };
    let earliest = least(|worth| worth.ready_weeks, &|worth| worth.cost_usd <= cap)?;
    least(|worth| worth.cost_usd, &|worth| worth.ready_weeks <= earliest.ready_weeks + SAME_WEEKS)
}

/// Capacity, covers and draws of one candidate, by the bank on which each falls.
fn brings(index: &BTreeMap<&str, usize>, own: usize, candidate: &CandidatePlan) -> Vec<(usize, f64)> {
    let falls_on = |draw: &Draw| index.get(format!("{}.{}", draw.place, draw.service).as_str()).copied();
    let covers = candidate.covers.iter().filter_map(|cover| Some((falls_on(cover)?, cover.amount)));
    let draws = candidate.draws.iter().filter_map(|draw| Some((falls_on(draw)?, -draw.amount)));
    [(own, candidate.usable)].into_iter().chain(covers).chain(draws).collect()
}

/// Banks of halls that must carry the same, in the same ways, with the same asked of their hall in time, go together.
fn groups(small: &Small) -> Vec<Vec<usize>> {
    let mut groups: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    for (index, bank) in small.banks.iter().enumerate() {
        let told = told(small, bank);
        match groups.iter_mut().find(|(other, _)| told.is_some() && *other == told) {
            Some((_, group)) => group.push(index),
            None => groups.push((told, vec![index])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// All that makes banks of different halls alike, as text without the hall's name or its assets'; nothing for the site.
fn told(small: &Small, bank: &Bank) -> Option<String> {
    let unlike = || competes(small, bank) || trades(small, &bank.place);
    let hall = bank.place.hall().filter(|_| small.alike && small.site.crews.is_empty() && !unlike())?;
    let asked = small.site.hall(&bank.place).map(|hall| hall.mining_may_stop);
    let worth = (small.site.value_of_week_usd(&bank.place), small.deadlines.get(hall));
    let nameless = |candidate: &CandidatePlan| {
        let kept = candidate.kept.iter().map(|kept| (kept.units, kept.unit_capacity)).collect::<Vec<_>>();
        let there = |draws: &[Draw]| {
            draws.iter().map(|draw| (draw.place == bank.place, draw.service, draw.amount)).collect::<Vec<_>>()
        };
        let moved = (there(&candidate.draws), there(&candidate.covers), kept);
        let blank =
            CandidatePlan { label: String::new(), kept: vec![], draws: vec![], covers: vec![], ..candidate.clone() };
        format!("{moved:?} {blank:?}")
    };
    let ways: Vec<String> = bank.candidates.iter().map(nameless).collect();
    Some(format!("{} {} {} {} {asked:?} {worth:?} {ways:?}", bank.service, bank.policy, bank.fixed, bank.most))
}

/// Whether a bank could use equipment that another could use.
fn competes(small: &Small, bank: &Bank) -> bool {
    let uses = |bank: &Bank, id: &str| {
        bank.candidates.iter().any(|candidate| candidate.kept.iter().any(|kept| kept.asset == id))
    };
    let equipment = small.site.assets.iter().filter(|asset| uses(bank, &asset.id));
    equipment.into_iter().any(|asset| small.banks.iter().any(|other| other.id != bank.id && uses(other, &asset.id)))
}

/// Whether a hall may take equipment of another hall that is converted, or lose some to another bank.
fn trades(small: &Small, place: &Place) -> bool {
    let uses = |bank: &Bank, id: &str| {
        bank.candidates.iter().any(|candidate| candidate.kept.iter().any(|kept| kept.asset == id))
    };
    let converted = |hall: &Place| small.banks.iter().any(|bank| bank.place == *hall);
    let in_halls = small.site.assets.iter().filter(|asset| asset.place != Place::Site && converted(&asset.place));
    in_halls.into_iter().any(|asset| {
        let users: Vec<&Bank> = small.banks.iter().filter(|bank| uses(bank, &asset.id)).collect();
        users.len() > 1 && users.iter().any(|bank| bank.place == *place)
    })
}

/// Boards too weak for the fault current of their hall's transformers, and units that do not go round its boards.
fn clashes(small: &Small) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (i, boards) in small.banks.iter().enumerate().filter(|(_, bank)| bank.service == Service::LowVoltagePower) {
        for (j, other) in small.banks.iter().enumerate().filter(|(_, bank)| bank.place == boards.place) {
            for (c, board) in boards.candidates.iter().enumerate() {
                for (d, candidate) in other.candidates.iter().enumerate() {
                    if too_weak(board, other, candidate) || odd(small.site, boards, board, other, candidate) {
                        clashes.push([(i, c), (j, d)]);
                    }
                }
            }
        }
    }
    clashes
}

fn too_weak(board: &CandidatePlan, other: &Bank, candidate: &CandidatePlan) -> bool {
    let fault = candidate.fault_current_ka.filter(|_| other.service == Service::Transformation);
    matches!((board.interrupting_rating_ka, fault), (Some(rated), Some(fault)) if rated < fault)
}

/// Whether units that are dealt to boards cannot be dealt evenly, or not so that each board bears and carries its share.
fn odd(site: &Site, boards: &Bank, board: &CandidatePlan, other: &Bank, candidate: &CandidatePlan) -> bool {
    let partly = site.target.generator_coverage_pct < 100.0;
    let dealt = match other.service {
        Service::CriticalPower => true,
        Service::StandbyPower | Service::TransferSwitches => !partly,
        _ => false,
    };
    let (Some(on), Some(units)) = (board.on_boards, candidate.on_boards) else { return false };
    dealt && !goes_round(on, left_in_service(on.units, boards.policy), units, other)
}

fn goes_round(on: OnBoards, in_service: u32, units: OnBoards, bank: &Bank) -> bool {
    if bank.most <= 0.0 || in_service == 0 {
        return true;
    }
    let each = units.units / on.units;
    // Where no whole board is spare, each holds a spare unit of its own, unless none is asked for.
    let own_spare = u32::from(in_service == on.units && bank.policy != Policy::NPlus(0));
    let carried = f64::from(each.saturating_sub(own_spare)) * units.capacity * f64::from(in_service);
    each * on.units == units.units && carried >= bank.most * (1.0 - 1e-9) && f64::from(each) * units.amps <= on.amps
}

/// Equal units that still run when their policy's failures are taken.
fn left_in_service(units: u32, policy: Policy) -> u32 {
    match policy {
        Policy::NPlus(spare) => units.saturating_sub(spare),
        Policy::TwoN => units / 2,
        Policy::TwoNPlusOne => (units / 2).saturating_sub(1),
        Policy::Distributed(systems) if units < systems => 0,
        Policy::Distributed(systems) => units - units.div_ceil(systems),
        Policy::Block(primaries) => units - units.div_ceil(primaries + 1),
    }
}
