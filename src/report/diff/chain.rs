//! How the chain of tasks that drives a hall's date changed, for a terminal: which left it, which came into it, which got longer or
//! shorter, and what that is together.

use super::{DriverChange, HallChange};
use crate::domain::format::{list, plural};

/// Tasks of a group that are named.
const SHOWN: usize = 5;

/// What became of a task of the two chains.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Left,
    Came,
    Stayed,
}

impl Fate {
    const ALL: [Fate; 3] = [Fate::Left, Fate::Came, Fate::Stayed];

    fn of(driver: &DriverChange) -> Fate {
        match (driver.days.before, driver.days.after) {
            (_, None) => Fate::Left,
            (None, _) => Fate::Came,
            _ => Fate::Stayed,
        }
    }

    const fn head(self) -> &'static str {
        match self {
            Fate::Left => "no longer in the chain that drives the date",
            Fate::Came => "new in the chain",
            Fate::Stayed => "in both chains, longer or shorter",
        }
    }
}

/// The changes of a hall's chain in groups, with their sum; nothing where it did not change.
pub fn chain(hall: &HallChange) -> String {
    let groups: String = Fate::ALL.into_iter().map(|fate| group(hall, fate)).collect();
    let sums: Vec<String> = Fate::ALL.into_iter().filter_map(|fate| sum(hall, fate)).collect();
    match hall.days {
        Some(net) if !sums.is_empty() => format!("{groups}    together: {}: {}\n", sums.join(", "), moved(net)),
        _ => groups,
    }
}

/// The tasks that moved a hall's date most: what it no longer waits for, and what it waits for instead.
pub fn most(hall: &HallChange) -> Option<String> {
    let first = |fate| of(hall, fate).first().map(|driver| (fate, *driver));
    let largest = hall.drivers.first().map(|driver| (Fate::of(driver), driver))?;
    let told = |(fate, driver): (Fate, &DriverChange)| match fate {
        Fate::Left => format!("no longer driven by {} ({})", driver.name, length(fate, driver)),
        Fate::Came => format!("now driven by {} ({})", driver.name, length(fate, driver)),
        Fate::Stayed => format!("most by {} ({})", driver.name, length(fate, driver)),
    };
    Some(match largest {
        (Fate::Stayed, _) => told(largest),
        _ => list(&[first(Fate::Left), first(Fate::Came)].into_iter().flatten().map(told).collect::<Vec<_>>()),
    })
}

fn of(hall: &HallChange, fate: Fate) -> Vec<&DriverChange> {
    hall.drivers.iter().filter(|driver| Fate::of(driver) == fate).collect()
}

fn group(hall: &HallChange, fate: Fate) -> String {
    let drivers = of(hall, fate);
    if drivers.is_empty() {
        return String::new();
    }
    let shown =
        drivers.iter().take(SHOWN).map(|driver| format!("      {:>14}  {}\n", length(fate, driver), driver.name));
    let rest = drivers.get(SHOWN..).unwrap_or_default();
    let rest = match rest.len() {
        0 => String::new(),
        more => {
            let days = rest.iter().map(|driver| driver.later()).sum::<i32>();
            let days = if fate == Fate::Stayed { moved(days) } else { of_days(days.abs()) };
            format!("      {days:>14}  of {}, in --format json\n", plural(more as f64, "other task"))
        }
    };
    std::iter::once(format!("    {}\n", fate.head())).chain(shown).chain([rest]).collect()
}

/// `420 days`, or `12 -> 20 days` of a task of both chains.
fn length(fate: Fate, driver: &DriverChange) -> String {
    match (fate, driver.days.before, driver.days.after) {
        (Fate::Stayed, Some(before), Some(after)) => format!("{before} -> {}", of_days(after)),
        (_, before, after) => of_days(before.or(after).unwrap_or(0)),
    }
}

/// The days of a group with their sign: `- 427 days left`; nothing of a group without tasks.
fn sum(hall: &HallChange, fate: Fate) -> Option<String> {
    let drivers = of(hall, fate);
    let days: i32 = drivers.iter().map(|driver| driver.later()).sum();
    let what = match fate {
        Fate::Left => "no longer",
        Fate::Came => "new",
        Fate::Stayed => "in both",
    };
    let sign = if days < 0 { '-' } else { '+' };
    (!drivers.is_empty()).then(|| format!("{sign}{} {what}", of_days(days.abs())))
}

fn of_days(days: i32) -> String {
    plural(f64::from(days), "day")
}

/// A move of a date: `12 days later`.
pub fn moved(days: i32) -> String {
    match days {
        0 => "no change".to_owned(),
        1.. => format!("{} later", of_days(days)),
        _ => format!("{} earlier", of_days(-days)),
    }
}
