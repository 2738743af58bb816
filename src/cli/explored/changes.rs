//! What differs between two plans, in words.

use crate::domain::Mode;
use crate::domain::format::{amount, list};
use crate::explore::NOTHING_USD;
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

/// `Standby power (q1 and q2): 4 x A -> 6 x B (+$1.2 M direct)`; the same sooner or later as it was, with what becomes of it.
fn line(change: &Change) -> String {
    let (first, second) = change.modes;
    let what = match change.step {
        Step::Delivery => change.from.clone(),
        Step::Equipment | Step::Quantity => format!("{} -> {}", change.from, change.to),
    };
    let moved = [what].into_iter().chain(bought_time(first, second)).chain(lead(change));
    let moved = moved.collect::<Vec<_>>().join("; ");
    format!("{} ({}): {moved} ({})", change.service.info().label, places(change), direct(change.more_usd))
}

/// What time is bought with from now on, and with what no longer.
fn bought_time(first: Mode, second: Mode) -> Vec<String> {
    let ways = [
        (first.expedited, second.expedited, "now expedited", "no longer expedited"),
        (first.slot_reserved, second.slot_reserved, "slot now reserved", "slot no longer reserved"),
        (first.two_shifts, second.two_shifts, "now in two shifts", "no longer in two shifts"),
    ];
    let told = |(before, after, gained, dropped): (bool, bool, &str, &str)| match (before, after) {
        (false, true) => Some(gained.to_owned()),
        (true, false) => Some(dropped.to_owned()),
        (true, true) | (false, false) => None,
    };
    ways.into_iter().filter_map(told).collect()
}

/// The lead times, where the same comes sooner or later by them.
fn lead(change: &Change) -> Option<String> {
    let (from, to) = change.lead_weeks;
    let moves = change.step == Step::Delivery && from != to;
    moves.then(|| format!("lead {} -> {} weeks", amount(from), amount(to)))
}

/// Money of a bank: soft costs are reckoned on all of them together.
fn direct(usd_more: f64) -> String {
    if usd_more.abs() < NOTHING_USD { more(usd_more) } else { format!("{} direct", more(usd_more)) }
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
    format!("more or less of the same: {} ({})", list(&names), direct(together))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Place, Service};

    fn change(step: Step, modes: (Mode, Mode), lead_weeks: (f64, f64)) -> Change {
        let (from, to) = ("2 x A, as before".to_owned(), "2 x A, as now".to_owned());
        let places = vec![Place::Site];
        Change { service: Service::StandbyPower, places, step, from, to, modes, lead_weeks, more_usd: -2e6 }
    }

    #[test]
    fn what_is_dropped_is_told_beside_what_is_gained() {
        let reserved = Mode { slot_reserved: true, ..Mode::default() };
        let expedited = Mode { expedited: true, ..Mode::default() };
        let lines = lines(&[
            change(Step::Delivery, (reserved, expedited), (48.0, 33.6)),
            change(Step::Delivery, (reserved, Mode::default()), (48.0, 48.0)),
            change(Step::Equipment, (expedited, expedited), (48.0, 20.0)),
        ]);
        let moved = [
            "2 x A, as before; now expedited; slot no longer reserved; lead 48 -> 33.6 weeks",
            "2 x A, as before; slot no longer reserved",
            "2 x A, as before -> 2 x A, as now",
        ];
        let told = moved.map(|moved| format!("Standby power (site): {moved} (-$2 M direct)"));
        assert_eq!(lines, told);
    }
}
