//! The bound and what it bars, on programs small enough to try every choice.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::Prepared;
use crate::domain::Objective;
use crate::input::Request;
use crate::optimize::{Stage, hall_by_hall, model, solve};
use crate::validate::load;

/// Halls with the site, banks of each, candidates of each bank.
const HALLS: usize = 3;
const BANKS: usize = 2;
const WAYS: usize = 3;
const CHOICES: usize = 729;

/// Columns of candidates; a date of each hall comes after them.
const CANDIDATES: usize = HALLS * BANKS * WAYS;

/// One run of the solver at a time, to the end.
const OPTIONS: Options =
    Options { effort: Effort { time_limit_seconds: 60.0, gap_pct: 0.0 }, presolve: true, most_nodes: None };

/// What the solver's tolerance of 1e-6 weeks comes to in whole numbers of money.
const NEAR: f64 = 1e-4;

/// Figures of a small site: of each candidate cost, capacity, draw and weeks; of each hall need and worth of a week; and the limit of
/// all draws.
#[derive(Clone, Debug)]
struct Small {
    cost: Vec<u32>,
    capacity: Vec<u32>,
    draw: Vec<u32>,
    weeks: Vec<u32>,
    need: Vec<u32>,
    worth: Vec<u32>,
    limit: u32,
}

fn small() -> impl Strategy<Value = Small> {
    let each = || vec(0..10u32, CANDIDATES);
    let halls = || vec(0..8u32, HALLS);
    (each(), each(), each(), each(), halls(), halls(), 8..40u32).prop_map(
        |(cost, capacity, draw, weeks, need, worth, limit)| Small { cost, capacity, draw, weeks, need, worth, limit },
    )
}

fn column(hall: usize, bank: usize, way: usize) -> usize {
    (hall * BANKS + bank) * WAYS + way
}

impl Small {
    fn apart(&self) -> Apart {
        let candidate = |&cost: &u32| Column { cost: f64::from(cost), most: 1.0, whole: true };
        let date = |&worth: &u32| Column { cost: f64::from(worth), most: MOST_WEEKS, whole: false };
        let columns = self.cost.iter().map(candidate).chain(self.worth.iter().map(date)).collect();
        let row = |terms, most: f64, equal| Row { terms, most, equal };
        let of_hall = |hall: usize| (0..BANKS * WAYS).map(move |way| hall * BANKS * WAYS + way);
        let weeks = |hall: usize, bank: usize| {
            (0..WAYS).map(move |way| (column(hall, bank, way), f64::from(self.weeks[column(hall, bank, way)])))
        };
        let mut rows = Vec::new();
        for hall in 0..HALLS {
            for bank in 0..BANKS {
                rows.push(row((0..WAYS).map(|way| (column(hall, bank, way), 1.0)).collect(), 1.0, true));
            }
            let carried = of_hall(hall).map(|j| (j, -f64::from(self.capacity[j]))).collect();
            rows.push(row(carried, -f64::from(self.need[hall]), false));
            rows.push(row(weeks(hall, 0).chain([(CANDIDATES + hall, -1.0)]).collect(), 0.0, false));
            if hall > 0 {
                let waits = weeks(hall, 1).chain([(CANDIDATES, 1.0), (CANDIDATES + hall, -1.0)]);
                rows.push(row(waits.collect(), 0.0, false));
            }
        }
        let draws = (0..CANDIDATES).map(|j| (j, f64::from(self.draw[j]))).collect();
        rows.push(row(draws, f64::from(self.limit), false));
        let hall = (0..CANDIDATES).map(|j| j / (BANKS * WAYS)).chain(0..HALLS).collect();
        Apart { program: Program { columns, rows }, hall, halls: HALLS - 1 }
    }

    /// What a choice comes to, with its columns; nothing where it breaks a limit.
    fn choice(&self, number: usize) -> Option<(f64, Vec<usize>)> {
        let digit = |place: usize| number / WAYS.pow(place as u32) % WAYS;
        let picks: Vec<usize> = (0..HALLS * BANKS).map(|bank| bank * WAYS + digit(bank)).collect();
        let sum = |figures: &[u32], picks: &[usize]| picks.iter().map(|&j| figures[j]).sum::<u32>();
        let halls: Vec<&[usize]> = picks.chunks(BANKS).collect();
        let short = halls.iter().zip(&self.need).any(|(picks, need)| sum(&self.capacity, picks) < *need);
        if short || sum(&self.draw, &picks) > self.limit {
            return None;
        }
        let site = self.weeks[halls[0][0]];
        let ready = |hall: usize| match hall {
            0 => site,
            _ => self.weeks[halls[hall][0]].max(site + self.weeks[halls[hall][1]]),
        };
        let worth: u32 = (0..HALLS).map(|hall| self.worth[hall] * ready(hall)).sum();
        Some((f64::from(sum(&self.cost, &picks) + worth), picks))
    }

    fn choices(&self) -> Vec<(f64, Vec<usize>)> {
        (0..CHOICES).filter_map(|number| self.choice(number)).collect()
    }
}

fn least(choices: &[(f64, Vec<usize>)]) -> f64 {
    choices.iter().map(|(worth, _)| *worth).fold(f64::INFINITY, f64::min)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_choice_is_below_the_bound_at_any_prices(small in small(), prices in vec(-1.0..4.0f64, 32)) {
        let (apart, choices) = (small.apart(), small.choices());
        prop_assume!(!choices.is_empty());
        let prices: Vec<f64> = (0..apart.program.rows.len()).map(|row| prices[row % prices.len()]).collect();
        let none = vec![0.0; apart.program.columns.len()];
        let priced = apart.at_prices(&none, &prices, &OPTIONS).expect("each hall has a choice");
        prop_assert!(priced.bound <= least(&choices) + NEAR, "{} {}", priced.bound, least(&choices));
    }

    #[test]
    fn what_is_barred_is_in_no_better_choice(small in small(), above in 0..6u32) {
        let (apart, choices) = (small.apart(), small.choices());
        prop_assume!(!choices.is_empty());
        let most = least(&choices) + f64::from(above);
        let priced = apart.priced(&OPTIONS).expect("each hall has a choice");
        for (_, picks) in choices.iter().filter(|(worth, _)| *worth < most - NEAR) {
            prop_assert!(picks.iter().all(|&column| !apart.barred(&priced, column, most)));
        }
    }

    #[test]
    fn hall_by_hall_finds_the_least_and_proves_it(small in small()) {
        let (apart, choices) = (small.apart(), small.choices());
        prop_assume!(!choices.is_empty());
        let copies: Copies = (0..CANDIDATES).map(|column| (column, vec![column])).collect();
        if let Some(Ended::Solution { objective, bound, proved, .. }) = run(&apart.program, &apart, &copies, &OPTIONS) {
            prop_assert!((objective - least(&choices)).abs() < NEAR && bound <= least(&choices) + NEAR);
            prop_assert!(proved, "{bound} {objective}");
        }
    }
}

#[test]
fn the_bound_is_closer_than_the_relaxation_and_bars_what_is_dear() {
    // The relaxation takes 5 of 9 units at a cost of 9, which are 5; a third way costs 20 and carries nothing.
    let each = |figures: [u32; WAYS]| figures.repeat(HALLS * BANKS);
    let small = Small {
        cost: each([9, 0, 20]),
        capacity: each([9, 0, 0]),
        draw: each([0, 0, 0]),
        weeks: each([0, 0, 0]),
        need: vec![5; HALLS],
        worth: vec![0; HALLS],
        limit: 8,
    };
    let apart = small.apart();
    let priced = apart.priced(&OPTIONS).expect("each hall has a choice");
    let relaxed: f64 = priced.halls.iter().map(|(_, relaxed)| relaxed).sum();
    assert!((relaxed - 15.0).abs() < 1e-6 && (priced.bound - 27.0).abs() < 1e-6, "{relaxed} {}", priced.bound);
    assert!(apart.barred(&priced, column(1, 0, 2), 28.0) && !apart.barred(&priced, column(1, 0, 0), 28.0));
}

#[test]
fn an_example_comes_to_the_same_whole_and_hall_by_hall() {
    let (mut site, _) = load(&Request::new("examples/container-site/facility.yaml")).expect("the example is valid");
    site.target.objective = Some(Objective::Value);
    site.target.value_of_week_usd = Some(200_000.0);
    let prepared = Prepared::new(&site).expect("the example can be prepared");
    let open = BTreeMap::new();
    let (banks, network) = (&prepared.banks, prepared.network());
    let problem = Problem { site: &site, banks, network, deadline_weeks: &open, alike: true };
    let model = model(&problem, Stage::Money);
    let by_halls = hall_by_hall(&problem, &OPTIONS, Stage::Money, &model).expect("the halls come to a plan");
    let Ended::Solution { objective, bound, .. } = by_halls else { panic!("the halls come to no plan") };
    let whole = solve(&problem, &OPTIONS, Stage::Money).ok().flatten().expect("the example has a plan");
    assert!((objective - whole.objective).abs() < 1e-5, "{objective} {}", whole.objective);
    assert!(bound <= whole.objective + 1e-5 && bound >= whole.bound - 1e-5, "{bound} {}", whole.bound);
}
