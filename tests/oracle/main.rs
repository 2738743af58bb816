//! The optimizer against an oracle that tries every choice: on small sites drawn by seed they agree on whether there is a
//! plan, and on its cost, its dates and its value.

mod dates;
mod draw;
mod exact;

use std::collections::BTreeMap;

use draw::{Case, Draws, cases, trial};
use exact::{Exact, Small, Tried, Worth, best};
use retrofit::domain::Objective;
use retrofit::domain::plan::CandidatePlan;
use retrofit::optimize::{NoChoice, optimize};
use retrofit::{Effort, banks::Bank};

/// Seeds for each case.
const SEEDS: u64 = 16;

/// The solver stops within ten cents (its absolute gap); a choice that differs costs more.
const CENT: f64 = 0.01;

/// Choices that are tried at most.
const MOST_CHOICES: usize = 20_000;

/// What was seen over all seeds, so that they cannot all be trivial.
#[derive(Debug, Default)]
struct Seen {
    objectives: BTreeMap<&'static str, usize>,
    choices: usize,
    feasible: usize,
    infeasible: usize,
    /// Seeds without an admissible choice of equal plant, and too many choices of unequal plant.
    left_out: usize,
    /// Seeds with more than one admissible choice.
    contested: usize,
    /// Seeds in which a bank may move equipment, and those in which one may take some that is on order.
    movable: usize,
    ordered: usize,
    /// Seeds in which crews go through the halls in another order than the file's.
    reordered: usize,
}

#[test]
fn the_optimizer_finds_what_trying_every_choice_finds() {
    let (mut seen, mut wrong) = (Seen::default(), Vec::new());
    let sites: Vec<_> = draw::sites();
    for case in cases(&sites) {
        for seed in 0..SEEDS {
            if let Err(why) = agree(&case, seed, &mut seen) {
                wrong.push(format!("{} seed {seed}: {why}", case.name));
            }
        }
    }
    println!("{seen:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.left_out <= 6, "{seen:?}");
    assert!(seen.infeasible >= 4 && seen.contested >= 24, "the seeds ask too little: {seen:?}");
    assert!(seen.movable >= 3 && seen.ordered >= 3 && seen.reordered >= 3, "{seen:?}");
    assert!(seen.objectives.values().all(|&count| count >= 6) && seen.objectives.len() == 3, "{seen:?}");
}

fn agree(case: &Case, seed: u64, seen: &mut Seen) -> Result<(), String> {
    let trial = trial(case, &mut Draws::new(seed));
    let (site, network) = (&trial.site, case.prepared.network());
    let mut small = Small { site, banks: &trial.banks, network, deadlines: &trial.deadlines, alike: true };
    let mut tried = try_all(&small);
    if tried.as_ref().is_some_and(|tried| tried.admissible.is_empty()) {
        // Unequal plant in equal halls may fit where equal plant does not.
        small.alike = false;
        tried = try_all(&small);
    }
    let Some(tried) = tried else {
        seen.left_out += 1;
        return Ok(());
    };
    let expected = best(site, &tried.admissible);
    count(seen, site.objective(), &tried);
    let offered = || trial.banks.iter().filter(|bank| bank.candidates.len() > 1).flat_map(|bank| &bank.candidates);
    seen.movable += usize::from(offered().any(|candidate| candidate.moved().next().is_some()));
    seen.ordered += usize::from(offered().any(|candidate| !candidate.ordered.is_empty()));
    let found = optimize(site, &trial.banks, network, &trial.deadlines, Effort::default());
    match (expected, found) {
        (None, Err(NoChoice::Infeasible(conflicts))) if !conflicts.is_empty() => Ok(()),
        (Some(best), Ok(choice)) => {
            let halls = site.convertible_halls().map(|hall| &hall.id);
            seen.reordered += usize::from(!choice.hall_order.is_empty() && !halls.eq(&choice.hall_order));
            let picks = picks(&trial.banks, &choice.chosen);
            let found = Exact::new(&small).worth(&picks, &choice.hall_order).ok_or("the choice breaks a rule")?;
            let stated = choice.solution.direct_cost_usd;
            if (stated - found.cost_usd).abs() > CENT {
                return Err(format!("the cost is stated as {stated}, and is {}", found.cost_usd));
            }
            same(site.objective(), found, best)
        }
        (expected, found) => Err(format!("{} choices, expected {expected:?}, found {:?}", tried.choices, found.err())),
    }
}

/// Every choice; nothing where they are too many.
fn try_all(small: &Small) -> Option<Tried> {
    let mut exact = Exact::new(small);
    (exact.choices() * exact.orders() <= MOST_CHOICES).then(|| exact.try_all())
}

fn same(objective: Objective, found: Worth, best: Worth) -> Result<(), String> {
    let agrees = match objective {
        Objective::Value => (found.value_usd - best.value_usd).abs() <= CENT,
        Objective::Capex | Objective::Date | Objective::Mw => {
            (found.cost_usd - best.cost_usd).abs() <= CENT && (found.ready_weeks - best.ready_weeks).abs() <= 2e-3
        }
    };
    if agrees { Ok(()) } else { Err(format!("{objective:?}: found {found:?}, best {best:?}")) }
}

/// The index of each bank's chosen candidate.
fn picks(banks: &[Bank], chosen: &BTreeMap<String, CandidatePlan>) -> Vec<usize> {
    let pick = |bank: &Bank| bank.candidates.iter().position(|candidate| chosen.get(&bank.id) == Some(candidate));
    banks.iter().map(|bank| pick(bank).expect("what is chosen was a candidate")).collect()
}

fn count(seen: &mut Seen, objective: Objective, tried: &Tried) {
    *seen.objectives.entry(objective.id()).or_default() += 1;
    seen.choices += tried.choices;
    seen.feasible += usize::from(!tried.admissible.is_empty());
    seen.infeasible += usize::from(tried.admissible.is_empty());
    seen.contested += usize::from(tried.admissible.len() > 1);
}
