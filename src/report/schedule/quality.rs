//! The fourteen measures by which the United States' Defense Contract Management Agency (DCMA) judges a schedule, from its
//! Earned Value Management System Program Analysis Pamphlet, DCMA-EA PAM 200.1, October 2012, section 4.
//!
//! Tasks count that take time: headings, milestones and what takes no time do not.

use super::network::{Activity, Ends, Network, ScheduleError, Span};
use crate::domain::TaskCalendar;
use crate::domain::calendar::day_number;
use crate::domain::plan::Plan;

/// Working days beyond which float and durations are high.
const HIGH_DAYS: i64 = 44;

/// Working days by which the critical path test delays a task.
const TEST_DAYS: i64 = 600;

/// Some of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub count: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    fn of<T>(all: &[T], counts: impl Fn(&T) -> bool) -> Share {
        Share { count: all.iter().filter(|one| counts(one)).count(), of: all.len() }
    }

    /// Percent; none of none is 0.
    pub fn pct(self) -> f64 {
        if self.of == 0 { 0.0 } else { 100.0 * self.count as f64 / self.of as f64 }
    }
}

/// What can be measured of a schedule before work begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Quality {
    /// Tasks without a predecessor or without a successor, other than the first and the last.
    pub open_ends: Share,
    /// Links with a negative lag.
    pub leads: Share,
    /// Links with a lag.
    pub lags: Share,
    /// Links from finish to start.
    pub finish_to_start: Share,
    /// Tasks whose finish is held; in MS Project by a deadline, in P6 by a constraint.
    pub held: Share,
    /// Tasks with more float than 44 working days.
    pub high_float: Share,
    /// Tasks that are late before they start.
    pub negative_float: Share,
    /// Tasks that take more than 44 working days.
    pub long: Share,
    /// Those among them that others take as long for as they take: suppliers, utilities, authorities.
    pub long_of_others: usize,
    /// Tasks that are planned before the day the plan is made for.
    pub past: Share,
    /// Working days by which the project ends later when a critical task takes 600 more; nothing without a critical task.
    pub test_delay: Option<i64>,
    /// Critical path length index.
    pub path_index: f64,
}

impl Quality {
    /// Measures a plan.
    ///
    /// # Errors
    /// When the plan's tasks, links and calendars do not fit together.
    pub fn of(plan: &Plan) -> Result<Quality, ScheduleError> {
        let network = Network::of(plan)?;
        let tasks: Vec<&Activity> = network.activities.iter().filter(|it| it.days > 0).collect();
        let links: Vec<_> = network.activities.iter().flat_map(|it| &it.links).collect();
        let long: Vec<&&Activity> = tasks.iter().filter(|it| it.days > HIGH_DAYS).collect();
        Ok(Quality {
            open_ends: open_ends(&network),
            leads: Share::of(&links, |link| link.lag_days < 0),
            lags: Share::of(&links, |link| link.lag_days > 0),
            finish_to_start: Share::of(&links, |link| link.kind == Ends::FinishStart),
            held: Share::of(&tasks, |it| it.deadline.is_some()),
            high_float: Share::of(&tasks, |it| it.total_float > HIGH_DAYS),
            negative_float: Share::of(&tasks, |it| it.total_float < 0),
            long: Share::of(&tasks, |it| it.days > HIGH_DAYS),
            long_of_others: long.iter().filter(|it| is_of_others(it)).count(),
            past: Share::of(&tasks, |it| it.planned.start < day_number(plan.as_of)),
            test_delay: test_delay(&network),
            path_index: path_index(&network),
        })
    }
}

/// What suppliers, utilities and authorities do.
fn is_of_others(it: &Activity) -> bool {
    it.task.is_some_and(|task| task.is_lead || matches!(task.phase.as_str(), "permit" | "utility"))
}

/// A schedule has one beginning and, for each hall, one end.
fn open_ends(network: &Network) -> Share {
    let mut followed = vec![false; network.activities.len()];
    network.activities.iter().flat_map(|it| &it.links).for_each(|link| followed[link.earlier] = true);
    let first = network.activities.iter().position(|it| it.links.is_empty());
    let last: Vec<usize> = network.plan.halls.iter().filter_map(|hall| last_of(network, &hall.id)).collect();
    let open = |i: usize| {
        let begins = network.activities[i].links.is_empty() && first != Some(i);
        let ends = !followed[i] && !last.contains(&i) && !network.activities[i].is_milestone();
        begins || ends
    };
    let tasks: Vec<usize> = (0..network.activities.len()).filter(|&i| network.activities[i].days > 0).collect();
    Share::of(&tasks, |&i| open(i))
}

/// The activity of a hall that finishes last; of equals the last.
fn last_of(network: &Network, hall: &str) -> Option<usize> {
    let own =
        network.activities.iter().enumerate().filter(|(_, it)| it.place.hall() == Some(hall) && !it.is_milestone());
    own.max_by_key(|(_, it)| it.planned.finish).map(|(i, _)| i)
}

/// Takes 600 working days more for the first critical task, and finds by how many the project ends later.
fn test_delay(network: &Network) -> Option<i64> {
    let delayed = network.activities.iter().position(|it| it.is_critical() && it.days > 0)?;
    let end = |more: i64| {
        let spans = network.forward(|i| if i == delayed { more } else { 0 });
        spans.iter().map(|span: &Span| span.finish).max()
    };
    Some(network.calendar(TaskCalendar::Worked).days_between(end(0)?, end(TEST_DAYS)?))
}

/// Critical path length with the float to the date asked for, by critical path length, both in working days of the site.
fn path_index(network: &Network) -> f64 {
    let ready = network.plan.halls.iter().map(|hall| day_number(hall.ready) + 1).max().unwrap_or(network.finish);
    let asked = network.plan.site.ready_date_limit.map_or(ready, |limit| day_number(limit) + 1);
    let calendar = network.calendar(TaskCalendar::Worked);
    let length = calendar.days_between(network.start, ready).max(1) as f64;
    (length + calendar.days_between(ready, asked) as f64) / length
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::TaskLink;
    use crate::report::sample;

    fn measured(change: impl Fn(&mut Plan)) -> Quality {
        let mut plan = sample::plan();
        change(&mut plan);
        Quality::of(&plan).unwrap()
    }

    #[test]
    fn a_forward_pass_finds_the_planned_dates() {
        let plan = sample::plan();
        let network = Network::of(&plan).unwrap();
        let planned: Vec<Span> = network.activities.iter().map(|it| it.planned).collect();
        assert_eq!(network.forward(|_| 0), planned);
    }

    #[test]
    fn every_measure_sees_its_fault() {
        let sound = measured(|_| ());
        assert_eq!((sound.open_ends.count, sound.negative_float.count, sound.past.count), (0, 0, 0));
        assert_eq!(sound.test_delay, Some(600));
        assert!(sound.path_index > 1.0);
        assert_eq!(measured(|plan| plan.tasks[9].after.clear()).open_ends.count, sound.open_ends.count + 2);
        let link = |lag_weeks: f64, kind: &str| TaskLink { task: "A01".to_owned(), kind: kind.to_owned(), lag_weeks };
        let late = measured(|plan| plan.tasks[9].after.push(link(1.0, "SS")));
        assert_eq!(late.lags.count, sound.lags.count + 1);
        assert_eq!(late.finish_to_start, Share { of: sound.finish_to_start.of + 1, ..sound.finish_to_start });
        assert_eq!(measured(|plan| plan.tasks[1].late_start = plan.tasks[0].start).negative_float.count, 1);
        assert_eq!(measured(|plan| plan.as_of = plan.tasks[0].finish).past.count, 1);
        assert_eq!(measured(|plan| plan.site.ready_date_limit = None).path_index, 1.0);
    }
}
