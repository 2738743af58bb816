//! Tasks and links against the catalog's activities.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use super::moves;
use super::report::Report;
use super::words::said;
use crate::domain::plan::{BankPlan, Task};
use crate::domain::{Place, Range};
use crate::input::catalog::{Activity, ActivityPer, DurationOf, Estimate, Link, LinkKind};

/// A task that the catalog asks for.
struct Expected<'a> {
    id: String,
    activity: &'a Activity,
    place: Place,
    bank: Option<&'a BankPlan>,
}

fn expected<'a>(facts: &Facts<'a>) -> Vec<Expected<'a>> {
    facts.site.catalog.activities.iter().flat_map(|activity| expand(facts, activity)).collect()
}

fn expand<'a>(facts: &Facts<'a>, activity: &'a Activity) -> Vec<Expected<'a>> {
    let name = &activity.id;
    let task = |id, place, bank| Expected { id, activity, place, bank };
    match activity.per {
        ActivityPer::Site => vec![task(name.clone(), Place::Site, None)],
        ActivityPer::Hall => {
            facts.loads.iter().map(|load| task(format!("{}.{name}", load.hall), load.place(), None)).collect()
        }
        ActivityPer::Bank => {
            let served = facts.plan.banks.iter().filter(|bank| activity.services.contains(&bank.service));
            served.map(|bank| task(format!("{}.{name}", bank.id), bank.place.clone(), Some(bank))).collect()
        }
    }
}

/// The same tasks, once each, with their activity's properties.
pub fn expansion(facts: &Facts, report: &mut Report) {
    let expected = expected(facts);
    for wanted in &expected {
        let mut tasks = facts.plan.tasks.iter().filter(|task| task.id == wanted.id);
        match (tasks.next(), tasks.next()) {
            (Some(task), None) => {
                report.expect(is(facts, wanted, task), &task.id, || "is not what its activity asks for".to_owned())
            }
            (Some(_), Some(_)) => report.wrong(&wanted.id, "is there more than once"),
            (None, _) => report.wrong(&wanted.id, "is not in the plan"),
        }
    }
    let wanted: BTreeSet<&str> = expected.iter().map(|wanted| wanted.id.as_str()).collect();
    for task in facts.plan.tasks.iter().filter(|task| !wanted.contains(task.id.as_str())) {
        report.wrong(&task.id, "no activity asks for it");
    }
}

fn is(facts: &Facts, wanted: &Expected, task: &Task) -> bool {
    let activity = wanted.activity;
    task.activity == activity.id
        && task.name == name(facts, wanted)
        && task.place == wanted.place
        && task.bank.as_ref() == wanted.bank.map(|bank| &bank.id)
        && task.calendar == activity.calendar
        && task.is_lead == (activity.duration_of == Some(DurationOf::Lead) && !idle(facts, wanted))
        && serde_json::to_value(activity.phase).is_ok_and(|phase| phase == task.phase)
}

/// The activity's name with the service of its bank, and why it takes no time where it takes none.
fn name(facts: &Facts, task: &Expected) -> String {
    let service = task.bank.map(|bank| format!(" - {}", bank.service.info().label)).unwrap_or_default();
    let idle = match (held(facts, task.activity), idle(facts, task)) {
        (true, _) => " (held)",
        (false, true) => " (not needed)",
        (false, false) => "",
    };
    format!("{}{service}{idle}", task.activity.name)
}

/// Each link of the catalog to the task of the same bank, else to all tasks of the same hall and of the site; and those of moves.
pub fn links(facts: &Facts, report: &mut Report) {
    let all = expected(facts);
    for wanted in &all {
        let Some(task) = facts.tasks.get(wanted.id.as_str()) else { continue };
        let crews = waits_for_crews(facts, &all, wanted).into_iter().map(|earlier| (earlier, "FS", 0.0));
        let asked = waits_for(wanted).into_iter().flat_map(|link| {
            let earlier = counterparts(facts, &all, &link.activity, wanted);
            earlier
                .into_iter()
                .filter(|earlier| !lives_early(facts, wanted, earlier))
                .map(|earlier| (earlier.id.as_str(), kind(link.link), lag_weeks(facts, earlier, link)))
                .collect::<Vec<_>>()
        });
        let moves = lets_go(facts, wanted);
        let moves = moves.iter().map(|stop| (stop.as_str(), "FS", 0.0));
        let claimed = task.after.iter().map(|link| (link.task.as_str(), link.kind.as_str(), link.lag_weeks));
        let (claimed, asked) = (sorted(claimed.collect()), sorted(asked.chain(crews).chain(moves).collect()));
        report.expect(claimed == asked, &task.id, || {
            format!("waits for {} and should wait for {}", said(&claimed), said(&asked))
        });
    }
}

/// A link's lag; none behind work of a bank that there is not.
fn lag_weeks(facts: &Facts, earlier: &Expected, link: &Link) -> f64 {
    let is_chosen = matches!(earlier.activity.duration_of, Some(DurationOf::Lead | DurationOf::Install));
    let built = earlier.bank.is_some_and(|bank| !bank.chosen.parts.is_empty());
    let weeks = facts.tasks.get(earlier.id.as_str()).map_or(0.0, |task| task.weeks.likely);
    if is_chosen && (!built || weeks == 0.0) { 0.0 } else { link.lag_weeks }
}

/// What stops the miners of the halls from which the bank that a task installs takes something.
fn lets_go(facts: &Facts, task: &Expected) -> Vec<String> {
    let installs = task.activity.duration_of == Some(DurationOf::Install) && !idle(facts, task);
    task.bank.filter(|_| installs).map_or_else(Vec::new, |bank| moves::stops(facts, bank))
}

/// The bank that a task installs; nothing of a task that takes no time whatever is chosen.
pub fn installed<'a>(facts: &Facts<'a>, task: &Task) -> Option<&'a BankPlan> {
    let activity = facts.site.catalog.activities.iter().find(|activity| activity.id == task.activity)?;
    let bank = facts.bank(task.bank.as_ref()?)?;
    let expected = Expected { id: task.id.clone(), activity, place: task.place.clone(), bank: Some(bank) };
    (activity.duration_of == Some(DurationOf::Install) && !idle(facts, &expected)).then_some(bank)
}

/// Whether the task is of a hall that does not wait for the new part which the earlier task builds.
fn lives_early(facts: &Facts, task: &Expected, earlier: &Expected) -> bool {
    let hall = facts.plan.halls.iter().find(|hall| task.place.hall() == Some(&hall.id));
    hall.zip(earlier.bank).is_some_and(|(hall, bank)| bank.place == Place::Site && hall.live_early.contains(&bank.id))
}

/// The links of a task's activity; of the order for a reserved slot those left, and those of the reservation.
fn waits_for<'a>(task: &Expected<'a>) -> Vec<&'a Link> {
    let taken = task.bank.is_some_and(|bank| bank.chosen.mode.slot_reserved);
    let Some(reservation) = task.activity.reserve.as_ref().filter(|_| taken) else {
        return task.activity.after.iter().collect();
    };
    let left = task.activity.after.iter().filter(|link| !reservation.waives.contains(&link.activity));
    left.chain(&reservation.after).collect()
}

/// The converted halls as crews go through them: in the plan's order, else in the facility's.
fn hall_order<'a>(facts: &'a Facts) -> Vec<&'a String> {
    match facts.plan.hall_order.is_empty() {
        true => facts.loads.iter().map(|load| &load.hall).collect(),
        false => facts.plan.hall_order.iter().collect(),
    }
}

/// An order of the halls has each converted hall once, and there are crews that cannot work in all of them at once.
pub fn order(facts: &Facts, report: &mut Report) {
    if facts.plan.hall_order.is_empty() {
        return;
    }
    let wait = facts.site.crews.values().any(|&crews| (crews as usize) < facts.loads.len());
    report.expect(wait, "hall_order", || "no crew has to go from hall to hall".to_owned());
    let mut ordered = hall_order(facts);
    let mut halls: Vec<&String> = facts.loads.iter().map(|load| &load.hall).collect();
    ordered.sort();
    halls.sort();
    report.expect(ordered == halls, "hall_order", || {
        format!("orders {} and should order {}", said(&ordered), said(&halls))
    });
}

/// Tasks of the same activity in the hall that is as many halls before as its trade can work in.
fn waits_for_crews<'a>(facts: &Facts, all: &'a [Expected], task: &Expected) -> Vec<&'a str> {
    let crews = task.activity.trade.as_ref().and_then(|trade| facts.site.crews.get(trade));
    let (Some(&crews), Place::Hall(hall)) = (crews, &task.place) else { return Vec::new() };
    let halls = hall_order(facts);
    let at = halls.iter().position(|other| *other == hall);
    let Some(earlier) = at.and_then(|at| at.checked_sub(crews as usize)) else { return Vec::new() };
    let same = all.iter().filter(|other| other.activity.id == task.activity.id);
    same.filter(|other| other.place.hall() == Some(halls[earlier])).map(|other| other.id.as_str()).collect()
}

fn counterparts<'a>(facts: &Facts, all: &'a [Expected], activity: &str, task: &Expected) -> Vec<&'a Expected<'a>> {
    let earlier: Vec<&Expected> = all.iter().filter(|earlier| earlier.activity.id == activity).collect();
    let bank = |task: &Expected| task.bank.map(|bank| bank.id.clone());
    let same_bank = |earlier: &&&Expected| task.bank.is_some() && bank(earlier) == bank(task);
    match earlier.iter().find(same_bank) {
        Some(&earlier) => vec![earlier],
        None => {
            let near = earlier.into_iter().filter(|earlier| meet(&earlier.place, &task.place));
            near.filter(|earlier| !is_foreign_delivery(facts, earlier, task)).collect()
        }
    }
}

/// Work on one bank does not wait for what another bank orders.
fn is_foreign_delivery(facts: &Facts, earlier: &Expected, task: &Expected) -> bool {
    let does = |task: &Expected, part| task.activity.duration_of == Some(part) && !idle(facts, task);
    does(earlier, DurationOf::Lead) && does(task, DurationOf::Install)
}

/// The same hall, or the site.
fn meet(a: &Place, b: &Place) -> bool {
    a == b || *a == Place::Site || *b == Place::Site
}

fn kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::FinishStart => "FS",
        LinkKind::StartStart => "SS",
        LinkKind::FinishFinish => "FF",
        LinkKind::StartFinish => "SF",
    }
}

fn sorted<'a>(mut links: Vec<(&'a str, &'a str, f64)>) -> Vec<(&'a str, &'a str, f64)> {
    links.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    links
}

/// Tasks are taken away that wait for none left; what remains waits in a circle, or for what is not there.
pub fn cycle(facts: &Facts, report: &mut Report) {
    let mut left: BTreeMap<&str, &Task> = facts.tasks.clone();
    for task in left.values() {
        for link in task.after.iter().filter(|link| !facts.tasks.contains_key(link.task.as_str())) {
            report.wrong(&task.id, format!("waits for {}, which is no task", link.task));
        }
    }
    loop {
        let waits = |task: &Task| task.after.iter().any(|link| left.contains_key(link.task.as_str()));
        let still: BTreeMap<&str, &Task> =
            left.iter().filter(|(_, task)| waits(task)).map(|(id, task)| (*id, *task)).collect();
        if still.len() == left.len() {
            break;
        }
        left = still;
    }
    if let Some(id) = left.keys().next() {
        report.wrong(id, format!("{} tasks wait for each other", left.len()));
    }
}

/// The activity's weeks, or the chosen candidate's; none where a permit is held, or nothing is required or bought.
pub fn weeks(facts: &Facts, report: &mut Report) {
    for wanted in expected(facts) {
        let Some(task) = facts.tasks.get(wanted.id.as_str()) else { continue };
        let weeks = expected_weeks(facts, &wanted);
        report.expect(task.weeks == weeks, &task.id, || {
            format!("its weeks are {} and should be {}", said(&task.weeks), said(&weeks))
        });
    }
}

/// Whether the permit is held, or what the activity is for is not required.
fn idle(facts: &Facts, task: &Expected) -> bool {
    let activity = task.activity;
    let requires = |service| {
        let here = facts.plan.requirements.iter().filter(|r| r.service == service && meet(&r.place, &task.place));
        here.into_iter().any(|requirement| requirement.amount > 0.0)
    };
    held(facts, activity) || !activity.only_for.is_none_or(requires)
}

fn held(facts: &Facts, activity: &Activity) -> bool {
    activity.permit.is_some_and(|permit| facts.site.permits_held.contains(&permit))
}

fn expected_weeks(facts: &Facts, task: &Expected) -> Range {
    let activity = task.activity;
    if idle(facts, task) {
        return Range::ZERO;
    }
    let bought = task.bank.map(|bank| &bank.chosen).filter(|chosen| !chosen.parts.is_empty());
    match activity.duration_of {
        Some(DurationOf::Lead) => bought.map_or(Range::ZERO, |chosen| chosen.lead_weeks),
        Some(DurationOf::Install) => bought.map_or(Range::ZERO, |chosen| chosen.install_weeks),
        None => {
            let path = activity.permit.as_ref().and_then(|permit| facts.site.approval_paths.get(permit));
            let by_path = path.and_then(|path| activity.by_path.get(path));
            by_path.or(activity.duration_weeks.as_ref()).map_or(Range::ZERO, Estimate::range)
        }
    }
}
