//! The dependency graph: activities expanded into tasks by site, hall and bank.

use jiff::civil::Date;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::domain::{Place, Range};
use crate::input::catalog::{LinkKind, Phase};

/// All tasks and their links, free of cycles.
#[derive(Clone, Debug)]
pub struct Network {
    /// Tasks, and edges from predecessor to successor.
    pub graph: DiGraph<TaskNode, TaskEdge>,
    /// The tasks in an order in which predecessors come first; ties in the order of the activities and halls.
    pub order: Vec<NodeIndex>,
}

/// One task before it has dates.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskNode {
    /// `A05` for the site, `barn.A16` for a hall, `barn.critical_power.A26` for a bank.
    pub id: String,
    /// The activity it expands.
    pub activity: String,
    /// The activity's name, with the bank's service where there is one.
    pub name: String,
    /// The part of the project.
    pub phase: Phase,
    /// Hall or site.
    pub place: Place,
    /// The bank it serves.
    pub bank: Option<String>,
    /// How long it takes.
    pub duration: TaskDuration,
    /// Worked on the site's days, or elapsing.
    pub worked: bool,
    /// Whether it stops the hall's miners: then it starts as late as its successors allow.
    pub stops_mining: bool,
    /// Whether the hall is ready for service at its finish.
    pub makes_ready: bool,
    /// No start before this day.
    pub not_before: Option<Date>,
}

/// How long a task takes.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskDuration {
    /// Weeks that do not depend on any choice.
    Weeks(Range),
    /// The lead time of the candidate chosen for the task's bank.
    Lead,
    /// The installation time of the candidate chosen for the task's bank.
    Install,
}

/// A link between two tasks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TaskEdge {
    /// Which ends are tied.
    pub kind: LinkKind,
    /// Weeks between them, elapsed.
    pub lag_weeks: f64,
}
