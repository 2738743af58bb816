//! Plans that cost about as much and differ in what people argue about: for each question, the plan without the answer that
//! the best plan gives.

use serde::Serialize;

use super::change::{Change, changes};
use super::kind::{Taken, alike, left_empty, without};
use super::{Chosen, NOTHING_USD, Outcome, Solver, exact};
use crate::domain::range::cents;
use crate::domain::{Objective, Service};
use crate::optimize::Conflict;
use crate::validate::Site;
use crate::{Prepared, Unplannable};

/// What people argue about: the service, the question in words, and what a plan must do without.
const QUESTIONS: &[(Service, &str, Taken)] = &[
    (Service::HeatRejection, "heat-rejection plant", Taken::Equipment),
    (Service::ChilledWater, "chillers of the air side", Taken::Equipment),
    (Service::AirCooling, "air cooling", Taken::Equipment),
    (Service::LiquidCooling, "CDUs", Taken::Equipment),
    (Service::CriticalPower, "UPS", Taken::Equipment),
    (Service::RideThrough, "batteries", Taken::Equipment),
    (Service::StandbyPower, "generators and where they connect", Taken::Equipment),
    (Service::OnSitePower, "power made on site", Taken::Equipment),
    (Service::LowVoltagePower, "low-voltage boards, re-used or new", Taken::Reuse),
    (Service::Transformation, "transformers, re-used or new", Taken::Reuse),
    (Service::MediumVoltage, "medium-voltage switchgear, re-used or new", Taken::Reuse),
    (Service::RackPower, "busways", Taken::Equipment),
    (Service::WhiteSpace, "existing floor or a new shell", Taken::Reuse),
    (Service::FiberRoutes, "fiber routes", Taken::Equipment),
    (Service::GridImport, "grid connection", Taken::Equipment),
];

/// What is asked of the order in which crews go through the halls.
const HALL_ORDER: &str = "the hall in which crews begin";

/// The best plan and what came of each question.
#[derive(Clone, Debug)]
pub struct Alternatives {
    /// The plan that the others are compared with.
    pub best: Outcome,
    /// For each question its other answers, the best first, in the order of the questions.
    pub tried: Vec<Tried>,
    /// Services for which nothing else is offered.
    pub settled: Vec<(Service, &'static str)>,
    /// Problems solved.
    pub solved: usize,
}

/// The best plan without one answer.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The service that is asked about; nothing where it is the order of halls.
    pub service: Option<Service>,
    /// The question in words.
    pub question: &'static str,
    /// The answers that were taken away, best first, each with the number of places that gave it.
    pub without: Vec<(String, usize)>,
    /// What is left.
    pub verdict: Verdict,
}

/// What a plan without the best plan's answer comes to.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// A plan of its own.
    Other(Box<OtherPlan>),
    /// The same plan as with another answer to an earlier question.
    SameAs(&'static str),
    /// There is none: what conflicts.
    Impossible(Vec<Conflict>),
    /// The solver ended without an answer.
    Unknown(String),
}

/// A plan beside the best one.
#[derive(Clone, Debug, Serialize)]
pub struct OtherPlan {
    /// The plan in short.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// What it costs more, soft costs included, USD.
    pub more_usd: f64,
    /// What it is worse by in all that is minimized, USD: the same, or with a value of time what weeks and miners lose as well, without
    /// soft costs.
    pub worse_usd: f64,
    /// Days by which the last hall is ready later; negative where earlier.
    pub days_later: i32,
    /// What is built otherwise.
    pub changes: Vec<Change>,
}

impl Verdict {
    /// The plan, where it is one of its own.
    pub fn plan(&self) -> Option<&OtherPlan> {
        match self {
            Verdict::Other(other) => Some(other),
            _ => None,
        }
    }
}

impl OtherPlan {
    /// Whether it is worse by no more than so many percent of the best plan's cost.
    pub fn is_within(&self, best: &Outcome, pct: f64) -> bool {
        self.worse_usd <= best.total_usd * pct / 100.0
    }

    /// A plan beside another.
    pub fn beside(prepared: &Prepared, best: &Outcome, outcome: Outcome) -> OtherPlan {
        let more_usd = outcome.dearer_than(best);
        let worse_usd = match prepared.site.objective() {
            Objective::Value => cents(outcome.choice.money_usd - best.choice.money_usd),
            _ => more_usd,
        };
        OtherPlan {
            more_usd,
            worse_usd,
            days_later: outcome.days_after(best),
            changes: changes(&prepared.banks, &best.choice.chosen, &outcome.choice.chosen),
            outcome,
        }
    }
}

/// How far questions are asked.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// Percent of the best plan's cost that an answer may be worse by before no further one is asked for.
    pub within_pct: f64,
    /// Answers to one question.
    pub most_answers: usize,
}

/// Asks every question of the best plan.
///
/// # Errors
/// There is no plan at all.
pub fn alternatives(site: &Site, reach: Reach, solver: &mut Solver) -> Result<Alternatives, Unplannable> {
    let site = exact(site);
    let prepared = Prepared::new(&site)?;
    let best = solver.choose(&prepared)?;
    let mut all = Alternatives { best, tried: Vec::new(), settled: Vec::new(), solved: 0 };
    for &(service, question, taken) in QUESTIONS {
        let ids = banks_of(&prepared, service);
        if ids.is_empty() {
            continue;
        }
        let tried = ask(&prepared, &all, (service, question, taken), &ids, reach, solver)?;
        if tried.is_empty() {
            all.settled.push((service, question));
        }
        all.tried.extend(tried);
    }
    all.tried.extend(ask_order(&prepared, &all, reach, solver));
    all.solved = solver.solved;
    Ok(all)
}

/// The other answers to one question, until one is out of reach.
fn ask(
    prepared: &Prepared,
    all: &Alternatives,
    (service, question, taken): (Service, &'static str, Taken),
    ids: &[String],
    reach: Reach,
    solver: &mut Solver,
) -> Result<Vec<Tried>, Unplannable> {
    let mut tried: Vec<Tried> = Vec::new();
    let mut given = vec![all.best.choice.chosen.clone()];
    let mut away: Vec<(String, usize)> = Vec::new();
    while tried.len() < reach.most_answers {
        let others = without(prepared, ids, &given.iter().collect::<Vec<_>>(), taken)?;
        if left_empty(&others, ids).is_some() {
            break;
        }
        away.extend(given.last().map(|last| answers(prepared, ids, last)).unwrap_or_default());
        let verdict = verdict(prepared, all, solver.choose(&others));
        let next = verdict.plan().filter(|other| other.is_within(&all.best, reach.within_pct));
        let next = next.map(|other| other.outcome.choice.chosen.clone());
        tried.push(Tried { service: Some(service), question, without: away.clone(), verdict });
        match next {
            Some(chosen) => given.push(chosen),
            None => break,
        }
    }
    Ok(tried)
}

/// Crews that begin in another hall than the best plan's, and in another again, until one is out of reach.
fn ask_order(prepared: &Prepared, all: &Alternatives, reach: Reach, solver: &mut Solver) -> Vec<Tried> {
    let first = |outcome: &Outcome| outcome.choice.hall_order.first().cloned();
    let (mut tried, mut away) = (Vec::new(), Vec::new());
    let mut begin = prepared.may_begin();
    let mut last = first(&all.best);
    while let Some(hall) = last.take().filter(|_| tried.len() < reach.most_answers) {
        begin.retain(|other| *other != hall);
        away.push(hall);
        if begin.is_empty() {
            break;
        }
        let verdict = verdict(prepared, all, solver.choose(&prepared.beginning_elsewhere(&away)));
        let next = verdict.plan().filter(|other| other.is_within(&all.best, reach.within_pct));
        last = next.and_then(|other| first(&other.outcome));
        let without = away.iter().map(|hall| (hall.clone(), 1)).collect();
        tried.push(Tried { service: None, question: HALL_ORDER, without, verdict });
    }
    tried
}

fn banks_of(prepared: &Prepared, service: Service) -> Vec<String> {
    let banks = prepared.banks.iter().filter(|bank| bank.service == service && !bank.candidates.is_empty());
    banks.map(|bank| bank.id.clone()).collect()
}

/// What banks are built as, each once, with the number of banks.
fn answers(prepared: &Prepared, ids: &[String], chosen: &Chosen) -> Vec<(String, usize)> {
    let mut answers: Vec<(String, Vec<String>)> = Vec::new();
    for id in ids {
        if !answers.iter().any(|(_, same)| same.contains(id)) {
            answers.push((chosen[id].label.clone(), alike(&prepared.banks, chosen, id)));
        }
    }
    answers.into_iter().map(|(label, same)| (label, same.len())).collect()
}

fn verdict(prepared: &Prepared, all: &Alternatives, solved: Result<Outcome, Unplannable>) -> Verdict {
    let outcome = match solved {
        Ok(outcome) => outcome,
        Err(Unplannable::Infeasible(conflicts)) => return Verdict::Impossible(conflicts),
        Err(why) => return Verdict::Unknown(why.to_string()),
    };
    let known =
        all.tried.iter().find(|tried| tried.verdict.plan().is_some_and(|other| is_equal(&other.outcome, &outcome)));
    match known {
        Some(tried) => Verdict::SameAs(tried.question),
        None => Verdict::Other(Box::new(OtherPlan::beside(prepared, &all.best, outcome))),
    }
}

fn is_equal(one: &Outcome, other: &Outcome) -> bool {
    let labels = |outcome: &Outcome| -> Vec<String> {
        outcome.choice.chosen.values().map(|candidate| candidate.label.clone()).collect()
    };
    let order = |outcome: &Outcome| outcome.choice.hall_order.clone();
    one.dearer_than(other).abs() < NOTHING_USD && labels(one) == labels(other) && order(one) == order(other)
}
