//! What all checks read: the site, the plan, and what follows from the inputs alone.

use std::collections::{BTreeMap, BTreeSet};

use super::balance;
use crate::domain::plan::{BankPlan, CandidatePlan, Draw, Plan, Task};
use crate::domain::{Place, Policy, Service};
use crate::gap::{AssetUse, ledger};
use crate::input::catalog::{Activity, DurationOf, Item};
use crate::requirements::{Conditions, Demand, HallLoad, bank_id, hall_loads, requirements};
use crate::validate::{Site, SiteHall};

/// Site and plan with indexes.
pub struct Facts<'a> {
    pub site: &'a Site,
    pub plan: &'a Plan,
    pub conditions: Conditions,
    pub loads: Vec<HallLoad>,
    pub demands: Vec<Demand>,
    pub ledger: Vec<AssetUse>,
    pub tasks: BTreeMap<&'a str, &'a Task>,
    /// What the actual loads demand of each requirement, by its id.
    pub balance: BTreeMap<String, f64>,
    banks: BTreeMap<&'a str, &'a BankPlan>,
    drawn: BTreeMap<String, f64>,
    covered: BTreeMap<String, f64>,
}

impl<'a> Facts<'a> {
    /// The facts of a site and its plan.
    pub fn new(site: &'a Site, plan: &'a Plan) -> Facts<'a> {
        Facts::with_loads(site, plan, hall_loads(site))
    }

    /// The same with some halls alone, the others being as if they were not converted.
    pub fn of_halls(&self, halls: &BTreeSet<&str>) -> Facts<'a> {
        let loads = self.loads.iter().filter(|load| halls.contains(load.hall.as_str()));
        Facts::with_loads(self.site, self.plan, loads.cloned().collect())
    }

    fn with_loads(site: &'a Site, plan: &'a Plan, loads: Vec<HallLoad>) -> Facts<'a> {
        let conditions = Conditions::of(site);
        let mut facts = Facts {
            site,
            plan,
            demands: requirements(site, &loads),
            ledger: ledger(site, &conditions, &loads),
            tasks: plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect(),
            balance: BTreeMap::new(),
            banks: plan.banks.iter().map(|bank| (bank.id.as_str(), bank)).collect(),
            drawn: by_bank(plan, |candidate| &candidate.draws),
            covered: by_bank(plan, |candidate| &candidate.covers),
            conditions,
            loads,
        };
        facts.balance = balance::demands(&facts);
        facts
    }

    /// The bank with this id.
    pub fn bank(&self, id: &str) -> Option<&'a BankPlan> {
        self.banks.get(id).copied()
    }

    /// The bank of a service in a place.
    pub fn bank_of(&self, place: &Place, service: Service) -> Option<&'a BankPlan> {
        self.bank(&bank_id(place, service))
    }

    /// The hall of a place, where it is one.
    pub fn hall(&self, place: &Place) -> Option<&'a SiteHall> {
        self.site.halls.iter().find(|hall| place.hall() == Some(&hall.id))
    }

    /// Low voltage of a place, V.
    pub fn low_voltage_v(&self, place: &Place) -> f64 {
        self.hall(place).map_or(self.site.target.distribution_voltage_v, |hall| hall.low_voltage_v)
    }

    /// The catalog's item of a candidate.
    pub fn item(&self, candidate: &CandidatePlan) -> Option<&'a Item> {
        self.site.catalog.items.get(candidate.item.as_ref()?)
    }

    /// The first activity that takes its duration from this part of a service's bank.
    pub fn activity(&self, service: Service, of: DurationOf) -> Option<&'a Activity> {
        let activities = self.site.catalog.activities.iter();
        let mut of_service = activities.filter(|activity| activity.services.contains(&service));
        of_service.find(|activity| activity.duration_of == Some(of))
    }

    /// The target's policy for a service; N where it names none.
    pub fn policy(&self, service: Service) -> Policy {
        self.site.target.redundancy.get(&service).copied().unwrap_or(Policy::NPlus(0))
    }

    /// What the chosen candidates draw on a bank, in its service's unit.
    pub fn drawn(&self, id: &str) -> f64 {
        self.drawn.get(id).copied().unwrap_or_default()
    }

    /// What the chosen candidates of other banks supply of a bank's service.
    pub fn covered(&self, id: &str) -> f64 {
        self.covered.get(id).copied().unwrap_or_default()
    }
}

/// Amounts of the chosen candidates, summed by the bank on which they fall.
fn by_bank(plan: &Plan, of: impl Fn(&CandidatePlan) -> &[Draw]) -> BTreeMap<String, f64> {
    let mut sums = BTreeMap::new();
    for draw in plan.banks.iter().flat_map(|bank| of(&bank.chosen)) {
        *sums.entry(bank_id(&draw.place, draw.service)).or_default() += draw.amount;
    }
    sums
}
