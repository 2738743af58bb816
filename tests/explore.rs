//! What solving again must hold: a frontier without dominated points, runners-up that are never better, limits that are never
//! worth less than nothing; and the commands that print it.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use assert_cmd::Command;
use retrofit::domain::{Objective, Place, Service};
use retrofit::explore::frontier::{End, Frontier, Point, Walk, frontier};
use retrofit::explore::limit::{Limit, worth};
use retrofit::explore::runner_up::{Why, Without, why};
use retrofit::explore::{Chosen, NOTHING_USD, Solver, exact};
use retrofit::input::Request;
use retrofit::optimize::Conflict;
use retrofit::validate::{Site, load};
use retrofit::{Effort, Prepared, Unplannable, plan};

fn site(example: &str) -> Site {
    let request = Request::new(format!("examples/{example}/facility.yaml"));
    exact(&load(&request).expect("the example is valid").0)
}

fn solver() -> Solver {
    Solver::new(Effort::default())
}

fn walked(example: &str, walk: Walk) -> Frontier {
    frontier(&site(example), walk, &mut solver()).expect("the example can be planned")
}

/// The frontier of the container site, walked once.
fn container_frontier() -> &'static Frontier {
    static WALKED: OnceLock<Frontier> = OnceLock::new();
    WALKED.get_or_init(|| walked("container-site", Walk::default()))
}

fn chosen(site: &Site) -> Chosen {
    let (choice, _) = Prepared::new(site).unwrap().choose(Effort::default()).unwrap();
    choice.chosen
}

fn explained(site: &Site, id: &str) -> Why {
    why(site, &chosen(site), id, &mut solver()).expect("the plan has it")
}

#[test]
fn no_point_of_a_frontier_beats_another() {
    let frontier = container_frontier();
    assert!(matches!(frontier.end, End::Earliest(_)), "{:?}", frontier.end);
    assert!(frontier.points.len() > 2);
    assert!(frontier.points.iter().all(|point| point.outcome.proved));
    for pair in frontier.points.windows(2) {
        let step = pair[1].step.as_ref().expect("each point but the first has a step");
        assert!(pair[0].outcome.last_ready > pair[1].outcome.last_ready);
        assert!(pair[0].outcome.total_usd < pair[1].outcome.total_usd);
        assert!(step.more_usd > 0.0 && step.days_gained > 0 && !step.changes.is_empty());
    }
}

#[test]
fn a_point_is_the_plan_that_is_asked_for_by_its_date() {
    let frontier = container_frontier();
    let sample = [frontier.points.len() / 2, frontier.points.len() - 1];
    for Point { outcome, .. } in sample.map(|index| &frontier.points[index]) {
        let mut site = site("container-site");
        site.target.ready_date = Some(outcome.last_ready);
        let direct = plan(&site, Effort::default()).unwrap();
        assert!((direct.capex.total.likely - outcome.total_usd).abs() < NOTHING_USD, "{}", outcome.last_ready);
        assert_eq!(direct.halls.iter().map(|hall| hall.ready).max(), Some(outcome.last_ready));
    }
}

#[test]
fn a_walk_that_is_cut_short_has_both_ends() {
    let all = container_frontier();
    let cut = walked("container-site", Walk { most_points: 3, step_weeks: Some(0.5) });
    assert!(matches!(cut.end, End::Capped), "{:?}", cut.end);
    assert_eq!(cut.points.len(), 3);
    let ends = |frontier: &Frontier| {
        [frontier.points.first(), frontier.points.last()]
            .map(|point| point.expect("there are points").outcome.last_ready)
    };
    assert_eq!(ends(&cut), ends(all));
}

#[test]
fn what_is_left_without_the_choice_is_never_better() {
    let site = site("moses-lake");
    for id in ["barn.standby_power", "barn.heat_rejection", "barn.transformation"] {
        let why = explained(&site, id);
        let Without::Plan(other) = &why.without else { panic!("{id}: {:?}", why.without) };
        assert!(!why.is_beaten && other.more_usd >= 0.0, "{id}");
        assert!(other.changes.iter().any(|change| format!("barn.{}", change.service) == id), "{id}");
    }
}

/// The site on which an item has so many times its price.
fn at_price(site: &Site, item: &str, factor: f64) -> Site {
    let mut site = site.clone();
    let cost = site.catalog.items.get_mut(item).and_then(|item| item.cost_usd.as_mut()).expect("it has a price");
    (cost.low, cost.likely, cost.high) = (cost.low * factor, cost.likely * factor, cost.high * factor);
    site
}

/// What is best where the item that was chosen costs many times as much: dominated ways are back, and it is in none.
#[test]
fn the_runner_up_is_what_is_planned_where_the_choice_is_too_dear() {
    for (example, id) in [("moses-lake", "barn.fit_out"), ("container-site", "yard.heat_rejection")] {
        let site = site(example);
        let item = chosen(&site)[id].item.clone().expect("it is bought");
        let dear = at_price(&site, &item, 20.0);
        let direct = plan(&dear, Effort::default()).unwrap();
        let why = explained(&site, id);
        let Without::Plan(other) = &why.without else { panic!("{id}: {:?}", why.without) };
        assert!(!why.is_beaten && other.more_usd >= 0.0, "{id}");
        let (found, told) = (direct.capex.total.likely, other.outcome.total_usd);
        assert!((found - told).abs() < NOTHING_USD, "{id}: {told} and planned {found}");
        let built = direct.banks.iter().find(|bank| bank.id == id).unwrap();
        assert_eq!(built.chosen.label, other.outcome.choice.chosen[id].label);
        assert_ne!(built.chosen.item.as_ref(), Some(&item));
    }
}

#[test]
fn a_choice_flips_at_the_price_that_is_told() {
    let (site, id) = (site("moses-lake"), "barn.standby_power");
    let price = explained(&site, id).price.expect("dates have no price");
    let flips = price.dearer_pct.expect("sets are bought") / 100.0;
    assert!(price.confirmed);
    let item = chosen(&site)[id].item.clone().expect("sets are bought");
    let built = |factor: f64| chosen(&at_price(&site, &item, factor))[id].item.clone();
    assert_eq!(built(1.0 + 0.98 * flips).as_ref(), Some(&item));
    assert_ne!(built(1.0 + 1.02 * flips).as_ref(), Some(&item));
}

#[test]
fn a_choice_flips_at_the_lead_time_that_is_told() {
    let mut site = site("container-site");
    site.target.objective = Some(Objective::Value);
    site.target.value_of_week_usd = Some(100_000.0);
    let why = explained(&site, "yard.standby_power");
    let lead = why.lead.expect("time has a price");
    let Without::Plan(other) = &why.without else { panic!("{:?}", why.without) };
    assert!(other.outcome.choice.money_usd >= why.with.choice.money_usd - NOTHING_USD);
    assert!(lead.weeks.is_some_and(|weeks| weeks < lead.tried_weeks), "{lead:?}");
}

#[test]
fn more_of_a_limit_never_costs_more_and_less_never_less() {
    let mut dry = site("moses-lake");
    let drawn = |site: &Site| {
        let water = |candidate| retrofit::banks::drawn(candidate, &Place::Site, Service::MakeUpWater);
        chosen(site).values().map(water).sum::<f64>()
    };
    dry.water_m3_per_day = drawn(&dry) + 0.1;
    let water = worth(&dry, Limit::MakeUpWater, &mut solver()).unwrap().expect("water is limited");
    assert!(water.more.unwrap().more_usd <= 0.0);
    assert!(water.less.unwrap().unwrap().more_usd > 0.0, "the plan needs what it draws");
    assert!(worth(&dry, Limit::Budget, &mut solver()).unwrap().is_none());
}

#[test]
fn one_less_of_what_a_plan_needs_all_of_says_what_conflicts() {
    let mut site = site("container-site");
    let least = solver().choose(&Prepared::new(&site).unwrap()).unwrap().total_usd;
    site.target.budget_usd = Some(least + 4e5);
    let budget = worth(&site, Limit::Budget, &mut solver()).unwrap().expect("there is a budget");
    let Some(Err(Unplannable::Infeasible(conflicts))) = budget.less else { panic!("{:?}", budget.less) };
    let [Conflict::OverBudget { direct_usd }] = conflicts.as_slice() else { panic!("{conflicts:?}") };
    assert!((direct_usd * (1.0 + site.soft_share()) - 6e5).abs() < 100.0, "{direct_usd}");
}

#[test]
fn a_month_more_to_a_deadline_that_binds_is_worth_money() {
    let mut site = site("moses-lake");
    let free = Prepared::new(&site).unwrap().choose(Effort::default()).unwrap().1.halls["barn"].ready;
    site.target.ready_date = Some(free.yesterday().unwrap());
    let deadline = worth(&site, Limit::Deadline, &mut solver()).unwrap().expect("there is a deadline");
    assert!(deadline.more.unwrap().more_usd < -NOTHING_USD);
}

/// The program in a folder: exit code, stdout, stderr.
fn retrofit(dir: &Path, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("retrofit")).current_dir(dir).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn planned_barn() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::copy("examples/moses-lake/facility.yaml", dir.path().join("facility.yaml")).unwrap();
    let (code, _, stderr) = retrofit(dir.path(), &["plan", "facility.yaml", "--objective", "date"]);
    assert_eq!(code, 0, "{stderr}");
    dir
}

#[test]
fn a_plan_is_explained_from_the_files_beside_it_unless_they_changed() {
    let dir = planned_barn();
    let args = ["explain", "plan/plan.json", "barn.standby_power"];
    let (code, text, stderr) = retrofit(dir.path(), &args);
    assert_eq!(code, 0, "{stderr}");
    for words in ["  chosen   ", "  with it     ", "  without it  ", "  price       ", "  lead time   "] {
        assert!(text.contains(words), "`{words}` is not in: {text}");
    }
    let facility = dir.path().join("facility.yaml");
    let changed = fs::read_to_string(&facility).unwrap() + "# surveyed\n";
    fs::write(&facility, changed).unwrap();
    let (code, text, _) = retrofit(dir.path(), &args);
    assert_eq!(code, 0);
    assert!(text.contains("not solved again: facility.yaml changed since the plan was made"), "{text}");
    let (code, _, stderr) = retrofit(dir.path(), &[&args[..], &["--facility", "facility.yaml"]].concat());
    assert_eq!(code, 2);
    assert!(stderr.starts_with("Error: the plan was not made from facility.yaml"), "{stderr}");
}

#[test]
fn a_date_and_a_limit_that_is_not_set_are_explained() {
    let dir = planned_barn();
    let (code, text, stderr) = retrofit(dir.path(), &["explain", "plan/plan.json", "barn.ready"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(text.contains("  because ") && text.contains("which starts with the project"), "{text}");
    let (code, text, _) = retrofit(dir.path(), &["explain", "plan/plan.json", "deadline"]);
    assert_eq!(code, 0);
    assert!(text.contains("one month more to the deadline is worth $0"), "{text}");
}

#[test]
fn alternatives_are_data_for_machines() {
    let facility = fs::canonicalize("examples/container-site/facility.yaml").unwrap();
    let args =
        ["alternatives", facility.to_str().unwrap(), "--within", "2%", "--answers", "1", "--format", "json", "-q"];
    let (code, stdout, stderr) = retrofit(Path::new("."), &args);
    assert_eq!((code, stderr.as_str()), (0, ""));
    let data: serde_json::Value = serde_json::from_str(&stdout).unwrap();
    let tried = data["tried"].as_array().unwrap();
    let plans = tried.iter().filter(|tried| tried["verdict"]["kind"] == "plan");
    let mut more = plans.map(|tried| tried["verdict"]["plan"]["more_usd"].as_f64().unwrap());
    assert!(tried.len() > 5 && more.all(|usd| usd >= 0.0), "{stdout}");
    let rule = data["rule"].as_str().unwrap();
    assert!(
        rule.contains("minimized, to the cent, is least direct cost, then ")
            && rule.contains("within 1 % of the least direct cost"),
        "{rule}"
    );
}

#[test]
fn the_rule_by_which_plans_are_solved_again_stands_before_them() {
    let dir = tempfile::tempdir().unwrap();
    fs::copy("examples/container-site/facility.yaml", dir.path().join("facility.yaml")).unwrap();
    let (_, text, stderr) = retrofit(dir.path(), &["plan", "facility.yaml"]);
    let ready = text.split("yard ").nth(1).and_then(|rest| rest.get(..10)).unwrap_or_else(|| panic!("{text} {stderr}"));
    let explain = ["explain", "plan/plan.json", "site.grid_import"];
    let (_, text, _) = retrofit(dir.path(), &explain);
    let rule = format!("ready {ready}) and may differ from it: minimized, to the cent, is least direct cost, then");
    assert!(text.find(&rule).unwrap_or(usize::MAX) < text.find("\nSolved again").unwrap(), "{text}");
    let (_, text, _) = retrofit(dir.path(), &[&explain[..], &["--no-solve"]].concat());
    assert!(!text.contains("solved again"), "{text}");
    let (code, ..) = retrofit(dir.path(), &["plan", "facility.yaml", "--objective", "date", "-q"]);
    let (_, text, _) = retrofit(dir.path(), &explain);
    assert!(code == 0 && text.contains("solved again by the rule of the plan at hand ("), "{text}");
}

#[test]
fn a_frontier_takes_no_objective() {
    let (code, _, stderr) =
        retrofit(Path::new("."), &["frontier", "examples/container-site/facility.yaml", "--objective", "date"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("help: leave out --objective"), "{stderr}");
}
