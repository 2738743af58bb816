//! What differs between two plans, in words.

use crate::domain::format::{amount, list};
use crate::explore::change::{Change, Step};

use super::more;

/// Share of all money moved from which a change of quantity has a line of its own.
const WORTH_A_LINE: f64 = 0.1;

/// One line for each change that decides something; what merely follows in quantity is one line.
pub fn lines(changes: &[Change]) -> Vec<String> {
    let moved: f64 = changes.iter().map(|change| change.more_usd.abs()).sum();
    let follows = |change: &&Change| change.step == Step::Quantity && change.more_usd.abs() < WORTH_A_LINE * moved;
    let (followers, deciders): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(follows);
    let rest = (!followers.is_empty()).then(|| following(&followers));
    deciders.into_iter().map(line).chain(rest).collect()
}

/// `Standby power (q1 and q2): 4 x A -> 6 x B (+$1.2 M)`.
fn line(change: &Change) -> String {
    let (from, to) = change.lead_weeks;
    let what = match change.step {
        Step::Delivery if from != to => {
            format!("{}: lead {} -> {} weeks", change.to, amount(from), amount(to))
        }
        _ => format!("{} -> {}", change.from, change.to),
    };
    format!("{} ({}): {what} ({})", change.service.info().label, places(change), more(change.more_usd))
}

fn places(change: &Change) -> String {
    let places: Vec<String> = change.places.iter().map(ToString::to_string).collect();
    let names_assets = change.from.contains("existing ") || change.to.contains("existing ");
    match places.first() {
        Some(first) if places.len() > 1 && names_assets => format!("{}; assets as in {first}", list(&places)),
        _ => list(&places),
    }
}

fn following(changes: &[&Change]) -> String {
    let mut names: Vec<String> = changes.iter().map(|change| change.service.info().label.to_owned()).collect();
    names.dedup();
    let together: f64 = changes.iter().map(|change| change.more_usd).sum();
    format!("more or less of the same: {} ({})", list(&names), more(together))
}
