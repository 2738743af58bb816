//! Small sites drawn by seed: an example's banks, each with one to three of its candidates, and limits that bind.

use std::collections::BTreeMap;

use jiff::civil::date;

use retrofit::banks::Bank;
use retrofit::domain::{Objective, Service};
use retrofit::input::Request;
use retrofit::input::catalog::{LinkKind, Trade};
use retrofit::validate::{Site, SiteOrder, load};
use retrofit::{Effort, Prepared};

use crate::exact::{Exact, Small};

/// Choices that are tried at most for one seed, where halls are alike or there is one; fewer where each has several orders.
const MOST_CHOICES: usize = 2000;

/// Banks that have a choice at most.
const MOST_OPEN: usize = 12;

/// Whole plans of each case.
const PLANS: u64 = 2;

/// Candidates of chance that are looked at.
const MOST_DRAWS: usize = 150;

/// Numbers from a seed (splitmix64), the same on every machine.
pub struct Draws(u64);

impl Draws {
    pub fn new(seed: u64) -> Draws {
        Draws(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x9e37_79b9)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below a number.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// Evenly from 0 to 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }
}

/// An example, prepared, with some whole plans of it.
pub struct Case<'a> {
    pub name: &'static str,
    pub prepared: Prepared<'a>,
    /// Index of the candidate of each bank in a plan that keeps all limits.
    pub plans: Vec<Vec<usize>>,
}

/// One small site.
pub struct Trial {
    pub site: Site,
    pub banks: Vec<Bank>,
    pub deadlines: BTreeMap<String, f64>,
}

/// The sites of the cases: one hall to three, with and without crews, and with links of every kind. Three halls are equal but for
/// what draws make of them. Dates count in all, so that
/// candidates in a hurry are there.
pub fn sites() -> Vec<(&'static str, Site)> {
    let of = |name: &str| {
        let (mut site, _) =
            load(&Request::new(format!("examples/{name}/facility.yaml"))).expect("the example is valid");
        site.target.objective = Some(Objective::Date);
        site
    };
    let mut two = of("helios");
    two.halls.truncate(2);
    two.halls.iter_mut().for_each(|hall| hall.racks_asked = Some(60));
    two.assets.retain(|asset| asset.place.hall().is_none_or(|hall| two.halls.iter().any(|it| it.id == hall)));
    let mut one_crew = two.clone();
    one_crew.crews = BTreeMap::from([(Trade::Electrical, 1), (Trade::Demolition, 1)]);
    let mut three = of("helios");
    three.halls.truncate(3);
    for hall in &mut three.halls {
        (hall.racks_asked, hall.mining_may_stop, hall.substation_distance_m) = (Some(20), None, 140.0);
    }
    three.assets.retain(|asset| asset.place.hall().is_none_or(|hall| three.halls.iter().any(|it| it.id == hall)));
    three.crews = BTreeMap::from([(Trade::Electrical, 1), (Trade::Mechanical, 2), (Trade::Demolition, 1)]);
    let mut containers = of("container-site");
    [&mut containers, &mut one_crew].into_iter().for_each(link_in_every_way);
    vec![
        ("barn", of("moses-lake")),
        ("containers", containers),
        ("spare transformers", spare_transformers(&two)),
        ("two halls", two),
        ("one crew", one_crew),
        ("three halls", three),
    ]
}

/// One hall has transformers that the other lacks, and generator sets on order.
fn spare_transformers(two: &Site) -> Site {
    let mut site = two.clone();
    site.halls.iter_mut().for_each(|hall| hall.racks_asked = Some(20));
    for asset in &mut site.assets {
        asset.count = match asset.id.as_str() {
            "padmounts_q1" => 10,
            "padmounts_q2" => 1,
            "boards_q1" | "boards_q2" => 5,
            _ => asset.count,
        };
    }
    site.orders.push(SiteOrder {
        id: "sets".to_owned(),
        item: "diesel_genset_1250kw".to_owned(),
        count: 4,
        place: site.halls[0].place(),
        arrives: date(2028, 1, 3),
        remaining_usd: Some(1e6),
    });
    site
}

/// Gives the links between activities each kind in turn.
fn link_in_every_way(site: &mut Site) {
    let kinds = [LinkKind::FinishStart, LinkKind::StartFinish, LinkKind::StartStart, LinkKind::FinishFinish];
    let links = site.catalog.activities.iter_mut().flat_map(|activity| &mut activity.after);
    links.zip(kinds.into_iter().cycle()).for_each(|(link, kind)| link.link = kind);
}

/// The cases, each with plans under prices of chance.
pub fn cases<'a>(sites: &'a [(&'static str, Site)]) -> Vec<Case<'a>> {
    let mut cases = Vec::new();
    for (name, site) in sites {
        let prepared = Prepared::new(site).expect("the example can be prepared");
        let plans = (0..PLANS).map(|seed| whole_plan(&prepared, &mut Draws::new(1000 + seed))).collect();
        cases.push(Case { name, prepared, plans });
    }
    cases
}

/// The plan of least cost under prices of chance, the same chance for banks of one service.
fn whole_plan(prepared: &Prepared, draws: &mut Draws) -> Vec<usize> {
    let mut site = prepared.site.clone();
    (site.target.objective, site.target.value_of_week_usd, site.mining) = (Some(Objective::Value), None, None);
    let mut other: Prepared<'_> = prepared.clone();
    other.site = &site;
    let mut factors: BTreeMap<(Service, usize), f64> = BTreeMap::new();
    for bank in &mut other.banks {
        for (index, candidate) in bank.candidates.iter_mut().enumerate() {
            let factor = *factors.entry((bank.service, index)).or_insert_with(|| 0.3 + 3.0 * draws.share());
            candidate.cost = candidate.cost * factor;
        }
    }
    let (choice, _) = other.choose(Effort { time_limit_seconds: 60.0, gap_pct: 50.0 }).expect("the example has a plan");
    let pick = |bank: &Bank| bank.candidates.iter().position(|candidate| *candidate == choice.chosen[&bank.id]);
    other.banks.iter().map(|bank| pick(bank).expect("a candidate was chosen")).collect()
}

/// Services whose banks draw on each other or go together: half of the choices are offered there.
const COUPLED: [Service; 12] = [
    Service::Transformation,
    Service::LowVoltagePower,
    Service::CriticalPower,
    Service::StandbyPower,
    Service::TransferSwitches,
    Service::HeatRejection,
    Service::ChilledWater,
    Service::AirCooling,
    Service::LiquidCooling,
    Service::Envelope,
    Service::FloorRating,
    Service::MediumVoltage,
];

/// A small site of a case: a whole plan with other candidates beside it, and limits about what that plan comes to. In one
/// of six a bank lacks the plan's candidate.
pub fn trial(case: &Case, draws: &mut Draws) -> Trial {
    let plan = &case.plans[draws.below(case.plans.len())];
    // Where crews go from hall to hall each hall has dates, and so choices, of its own.
    let apart = draws.one_in(2) || !case.prepared.site.crews.is_empty();
    let halls = case.prepared.site.convertible_halls().count();
    let orders: usize = if case.prepared.site.crews.is_empty() { 1 } else { (1..=halls).product() };
    let mut left = offered(&case.prepared.banks, plan, apart, MOST_CHOICES / orders, draws);
    if draws.one_in(6) {
        let open: Vec<usize> = (0..left.len()).filter(|&bank| left[bank].len() > 1).collect();
        let bank = open[draws.below(open.len())];
        left[bank].retain(|&candidate| candidate != plan[bank]);
    }
    let (site, deadlines) = limits(case, plan, apart, draws);
    let banks = case.prepared.banks.iter().zip(&left).map(|(bank, left)| trimmed(bank, left)).collect();
    Trial { site, banks, deadlines }
}

/// The candidates that each bank keeps, by index: one to three. Banks of one service in several halls keep the same unless
/// halls are `apart`.
fn offered(banks: &[Bank], plan: &[usize], apart: bool, most: usize, draws: &mut Draws) -> Vec<Vec<usize>> {
    let mut left: Vec<Vec<usize>> = plan.iter().map(|&pick| vec![pick]).collect();
    let (mut choices, mut open) = (1, 0);
    // What is moved or on order is rare among candidates.
    for (index, bank) in banks.iter().enumerate() {
        let rare = |c: &usize| bank.candidates[*c].moved().next().is_some() || !bank.candidates[*c].ordered.is_empty();
        let rare: Vec<usize> = (0..bank.candidates.len()).filter(rare).filter(|c| *c != plan[index]).collect();
        if !rare.is_empty() && draws.one_in(2) {
            left[index].push(rare[draws.below(rare.len())]);
            (choices, open) = (choices * 2, open + 1);
        }
    }
    for _ in 0..MOST_DRAWS {
        let bank = draws.below(banks.len());
        let (kept, offers) = (left[bank].len(), banks[bank].candidates.len());
        let candidate = draws.below(offers);
        let grown = choices / kept * (kept + 1);
        let wanted = COUPLED.contains(&banks[bank].service) || draws.one_in(3);
        let full = kept == 3 || kept == 1 && open == MOST_OPEN || grown > most;
        if !wanted || full || left[bank].contains(&candidate) {
            continue;
        }
        (choices, open) = (grown, open + usize::from(kept == 1));
        for (index, other) in banks.iter().enumerate().filter(|(_, other)| other.service == banks[bank].service) {
            let same = !apart && other.candidates.len() == offers && left[index].len() == kept;
            if (index == bank || same) && !left[index].contains(&candidate) {
                left[index].push(candidate);
            }
        }
    }
    left.iter_mut().for_each(|indices| indices.sort_unstable());
    left
}

/// A bank with some of its candidates. It does not grow in phases: dates by phase are not tried here.
fn trimmed(bank: &Bank, left: &[usize]) -> Bank {
    let candidates = left.iter().map(|&index| bank.candidates[index].clone()).collect();
    Bank { candidates, shares: BTreeMap::new(), ..bank.clone() }
}

/// An objective with its figures, now and then with a budget or deadlines about what a plan comes to.
fn limits(case: &Case, plan: &[usize], apart: bool, draws: &mut Draws) -> (Site, BTreeMap<String, f64>) {
    let mut site = case.prepared.site.clone();
    site.target.objective = Some(Objective::ALL[draws.below(3)]);
    site.target.capex_tolerance_pct = [0.0, 1.0, 5.0][draws.below(3)];
    // Either the value of a week decides, or the margin that mining loses.
    let waits = draws.one_in(2);
    site.target.value_of_week_usd = Some(if waits { 3e6 * draws.share() } else { 1e3 });
    if let Some(mining) = &mut site.mining {
        mining.margin_usd_per_mwh = if waits { 50.0 } else { 1500.0 } * draws.share();
    }
    if apart {
        site.halls.iter_mut().for_each(|hall| hall.value_of_week_usd = Some(1e6 * draws.share()));
    }
    let banks: Vec<Bank> = case.prepared.banks.iter().zip(plan).map(|(bank, &pick)| trimmed(bank, &[pick])).collect();
    let open = BTreeMap::new();
    let small = Small { site: &site, banks: &banks, network: case.prepared.network(), deadlines: &open, alike: true };
    let worth = Exact::new(&small).worth(&vec![0; banks.len()], &[]).expect("the plan holds");
    let halls: Vec<String> = site.convertible_halls().map(|hall| hall.id.clone()).collect();
    let mean_weeks = worth.ready_weeks / halls.len() as f64;
    let limit = mean_weeks * (0.9 + 0.3 * draws.share());
    let mut deadlines = BTreeMap::new();
    if draws.one_in(3) {
        let late = |draws: &mut Draws| if apart { 10.0 * draws.share() } else { 0.0 };
        deadlines = halls.into_iter().map(|hall| (hall, limit + late(draws))).collect();
    }
    let budget = worth.cost_usd * (1.0 + site.soft_share()) * (0.95 + 0.3 * draws.share());
    site.target.budget_usd = draws.one_in(3).then_some(budget);
    (site, deadlines)
}
