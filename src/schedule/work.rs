//! One task in numbers: its calendar, its whole days, and what its links demand of the days of others.

use petgraph::graph::NodeIndex;

use crate::domain::calendar::{day_number, elapsed_days};
use crate::domain::{Calendar, Range, TaskCalendar};
use crate::graph::{Network, TaskEdge};
use crate::input::catalog::LinkKind;
use crate::validate::Site;

/// A task with its days; boundaries are numbered as in [`crate::domain::calendar`].
pub struct Work<'a> {
    calendar: &'a Calendar,
    days: i64,
    /// The first day on which it may start if nothing is before it.
    pub floor: i64,
    /// Links from earlier tasks, in the order of the catalog.
    pub before: Vec<Tie>,
    /// Links to later tasks.
    pub after: Vec<Tie>,
}

/// A link to another task. Lags count from boundary to boundary: what may not come before a Monday morning may not come
/// before it on the Friday evening either, though no work lies between them.
#[derive(Clone, Copy)]
pub struct Tie {
    /// The task at its other end.
    pub other: NodeIndex,
    kind: LinkKind,
    lag_days: i64,
}

/// Where a task lies: from one boundary to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The boundary before the first day.
    pub start: i64,
    /// The boundary after the last day.
    pub finish: i64,
}

/// A boundary that one end of a task must keep to.
#[derive(Clone, Copy)]
pub enum Bound {
    Start(i64),
    Finish(i64),
}

impl Work<'_> {
    /// All tasks by index, at one point of their durations.
    pub fn of<'a>(site: &'a Site, network: &Network, weeks: &[Range], point: impl Fn(Range) -> f64) -> Vec<Work<'a>> {
        let mut works: Vec<Work> = Vec::new();
        for (task, &weeks) in network.graph.node_weights().zip(weeks) {
            let own = site.calendar_of(task.calendar);
            let days = own.days(point(weeks));
            // What takes no time waits for no working day.
            let calendar = if days == 0 { site.calendar_of(TaskCalendar::Elapsed) } else { own };
            let first = task.not_before.map_or(site.start_date, |date| date.max(site.start_date));
            works.push(Work {
                calendar,
                days,
                floor: calendar.next_working(day_number(first)),
                before: vec![],
                after: vec![],
            });
        }
        tie(network, &mut works);
        works
    }

    /// The span from a working day on.
    pub fn from(&self, start: i64) -> Span {
        Span { start, finish: self.calendar.finish(start, self.days) }
    }

    /// The earliest start that keeps an end at or after its bound.
    pub fn earliest(&self, bound: Bound) -> i64 {
        match bound {
            Bound::Start(boundary) => self.calendar.next_working(boundary),
            Bound::Finish(boundary) => self.calendar.earliest_start(boundary, self.days),
        }
    }

    /// The latest start that keeps an end at or before its bound.
    pub fn latest(&self, bound: Bound) -> i64 {
        match bound {
            Bound::Start(boundary) => self.calendar.previous_working(boundary),
            Bound::Finish(boundary) => self.calendar.latest_start(boundary, self.days),
        }
    }
}

/// Gives each task its links, both ways.
fn tie(network: &Network, works: &mut [Work<'_>]) {
    for &later in &network.order {
        for (earlier, TaskEdge { kind, lag_weeks, .. }) in network.predecessors(later) {
            let lag_days = elapsed_days(lag_weeks);
            works[later.index()].before.push(Tie { other: earlier, kind, lag_days });
            works[earlier.index()].after.push(Tie { other: later, kind, lag_days });
        }
    }
}

impl Tie {
    /// What the earlier task's span demands of the later task.
    pub fn forward(&self, earlier: Span) -> Bound {
        match self.kind {
            LinkKind::FinishStart => Bound::Start(earlier.finish + self.lag_days),
            LinkKind::StartStart => Bound::Start(earlier.start + self.lag_days),
            LinkKind::FinishFinish => Bound::Finish(earlier.finish + self.lag_days),
            LinkKind::StartFinish => Bound::Finish(earlier.start + self.lag_days),
        }
    }

    /// What the later task's span allows the earlier task.
    pub fn backward(&self, later: Span) -> Bound {
        match self.kind {
            LinkKind::FinishStart => Bound::Finish(later.start - self.lag_days),
            LinkKind::StartStart => Bound::Start(later.start - self.lag_days),
            LinkKind::FinishFinish => Bound::Finish(later.finish - self.lag_days),
            LinkKind::StartFinish => Bound::Start(later.finish - self.lag_days),
        }
    }
}

impl Span {
    /// The number of its last day; of a task that takes no time, of the day it starts on.
    pub fn last_day(&self) -> i64 {
        self.start.max(self.finish - 1)
    }

    /// The days from a bound to the end it holds for.
    pub fn room(&self, bound: Bound) -> i64 {
        match bound {
            Bound::Start(boundary) => self.start - boundary,
            Bound::Finish(boundary) => self.finish - boundary,
        }
    }
}
