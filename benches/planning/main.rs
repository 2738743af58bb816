//! How long a choice takes, beside the same model solved as a file by the bare solver and by a Python stack, in one run:
//!
//! `cargo bench --bench planning` for all sites, `cargo bench --bench planning -- "8 halls"` for those whose name holds the words.

mod sites;
mod stacks;

use std::time::Instant;

use retrofit::validate::Site;
use retrofit::{Effort, Prepared};

use sites::Campus;
use stacks::{Stack, Stacks};

/// Seconds after which a solver's incumbent is taken.
const LIMIT_SECONDS: f64 = 60.0;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let stacks = Stacks::find();
    println!(
        "| site | binaries | prepare s | choose s | gap % | studies, verify s | file, bare solver | Python stack | file / choose | Python / choose |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for campus in sites::CAMPUSES.iter().filter(|campus| words.iter().all(|word| campus.name.contains(word.as_str()))) {
        println!("{}", row(campus, &campus.site(), &stacks));
    }
}

/// One line of the table.
fn row(campus: &Campus, site: &Site, stacks: &Stacks) -> String {
    let effort = Effort { time_limit_seconds: LIMIT_SECONDS, gap_pct: campus.gap_pct };
    let (prepared, prepare) = timed(|| Prepared::new(site).expect("the campus can be prepared"));
    let (chosen, choose) = timed(|| prepared.choose(effort));
    let (choice, _) = chosen.unwrap_or_else(|why| panic!("{}: {why:?}", campus.name));
    let (plan, whole) = timed(|| prepared.plan(effort));
    plan.unwrap_or_else(|why| panic!("{}: {why:?}", campus.name));
    let [file, python] = stacks.run(&prepared, effort);
    let (binaries, gap) = (choice.solution.binaries, choice.solution.gap_pct);
    let ratio = |stack: &Stack| stack.seconds.map_or("-".to_owned(), |seconds| format!("{:.1}", seconds / choose));
    format!(
        "| {} | {binaries} | {prepare:.2} | {choose:.2} | {gap:.2} | {:.2} | {} | {} | {} | {} |",
        campus.name,
        whole - choose,
        file.text,
        python.text,
        ratio(&file),
        ratio(&python)
    )
}

/// What a call gives, and the seconds it took.
fn timed<T>(call: impl FnOnce() -> T) -> (T, f64) {
    let begun = Instant::now();
    let given = call();
    (given, begun.elapsed().as_secs_f64())
}
