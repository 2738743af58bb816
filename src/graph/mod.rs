//! The dependency graph: activities expanded into tasks by site, hall and bank.

mod bounds;
mod crews;
mod expand;
#[cfg(test)]
pub(crate) mod fixture;
mod order;
mod phases;
mod reserve;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::banks::Bank;
use crate::domain::plan::CandidatePlan;
use crate::domain::{Place, Range, TaskCalendar};
use crate::input::catalog::{LinkKind, Phase};
use crate::validate::Site;

pub use bounds::Bounds;
pub use crews::Crewed;
pub use order::CycleError;
pub use phases::Phased;
pub use reserve::Reserved;

/// All tasks and their links, free of cycles.
#[derive(Clone, Debug)]
pub struct Network {
    /// Tasks, and edges from predecessor to successor.
    pub graph: DiGraph<TaskNode, TaskEdge>,
    /// The tasks in an order in which predecessors come first; ties in the order of the activities and halls.
    pub order: Vec<NodeIndex>,
    /// What changes where slots are reserved; empty in the network of a choice.
    pub reserved: Vec<Reserved>,
    /// Links that halls waive which live within what banks of the site keep; empty in the network of a choice.
    pub phased: Vec<Phased>,
    /// Activities whose crews go from hall to hall, in the file's order until another is chosen; empty in the network of a choice,
    /// and where another order could close a circle.
    pub crewed: Vec<Crewed>,
    /// Halls in which crews are not to begin, where their order is chosen.
    pub not_first: Vec<String>,
}

/// One task before it has dates.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskNode {
    /// `A05` for the site, `barn.A16` for a hall, `barn.critical_power.A26` for a bank.
    pub id: String,
    /// The activity it expands.
    pub activity: String,
    /// The activity's name, with the bank's service where there is one, and why it takes no time where it does not.
    pub name: String,
    /// The part of the project.
    pub phase: Phase,
    /// Hall or site.
    pub place: Place,
    /// The bank it serves.
    pub bank: Option<String>,
    /// How long it takes.
    pub duration: TaskDuration,
    /// The days on which it passes.
    pub calendar: TaskCalendar,
    /// Whether it is planned as early as may be, though it is a lead.
    pub at_once: bool,
    /// Whether it stops the hall's miners: then it starts as late as its successors allow.
    pub stops_mining: bool,
    /// Whether the hall is ready for service at its finish; of a site's task, every hall.
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
    /// Weeks between them, elapsed; none where the earlier task is work of a bank that there is not ([`lag_weeks`]).
    pub lag_weeks: f64,
    /// Whether it holds only where the later task's bank is built from what the earlier task's place lets go.
    pub for_move: bool,
    /// Whether it is there for crews that go from hall to hall, and so hangs on the halls' order.
    pub for_crews: bool,
}

impl Network {
    /// The links into a task, in the order of the catalog.
    pub fn predecessors(&self, task: NodeIndex) -> Vec<(NodeIndex, TaskEdge)> {
        self.edges_into(task).into_iter().map(|(edge, earlier)| (earlier, self.graph[edge])).collect()
    }

    /// The same with the indices of the links.
    fn edges_into(&self, task: NodeIndex) -> Vec<(EdgeIndex, NodeIndex)> {
        let edges = self.graph.edges_directed(task, Direction::Incoming);
        let mut edges: Vec<_> = edges.map(|edge| (edge.id(), edge.source())).collect();
        edges.sort_unstable();
        edges
    }
}

/// Whether a candidate takes something that a task which stops mining lets go.
pub fn moves_from(stop: &TaskNode, candidate: &CandidatePlan) -> bool {
    let lets_go = |place: &Place| place.hall().is_some() && (stop.place == Place::Site || stop.place == *place);
    candidate.moved().filter_map(|kept| kept.moved_from.as_ref()).any(lets_go)
}

/// The day before which a task may not start with the candidate chosen for its bank: nothing is installed before it is free.
pub fn not_before(task: &TaskNode, candidate: Option<&CandidatePlan>) -> Option<Date> {
    let installs = task.duration == TaskDuration::Install;
    task.not_before.max(candidate.filter(|_| installs).and_then(|candidate| candidate.not_before))
}

/// Expands the site's activities into tasks.
///
/// An activity `per: site` is one task, `per: hall` one for each hall that has a bank of its own, `per: bank` one for each
/// bank of its services. A link between two activities ties each task to the earlier activity's task of the same bank; where
/// there is none, to all its tasks of the same hall and of the site. A task of the site waits for all halls. What may be moved to a
/// bank ties its installation to what stops mining where it stands.
///
/// # Errors
/// The activities wait for each other in a circle.
pub fn network(site: &Site, banks: &[Bank]) -> Result<Network, CycleError> {
    let activities = order::in_order(&site.catalog.activities)?;
    Ok(expand::expand(site, banks, &activities))
}

/// The lag of a link behind a task with the candidate chosen for its bank, weeks: none behind work of a bank that there is not.
pub fn lag_weeks(earlier: &TaskNode, link: &TaskEdge, candidate: Option<&CandidatePlan>) -> f64 {
    let is_chosen = matches!(earlier.duration, TaskDuration::Lead | TaskDuration::Install);
    if is_chosen && duration_weeks(earlier, candidate).likely == 0.0 { 0.0 } else { link.lag_weeks }
}

/// How long a task takes with the candidate chosen for its bank, weeks.
///
/// A bank that buys nothing takes no time, and neither does one for which nothing is chosen.
pub fn duration_weeks(node: &TaskNode, candidate: Option<&CandidatePlan>) -> Range {
    let chosen = candidate.filter(|candidate| !candidate.parts.is_empty());
    match node.duration {
        TaskDuration::Weeks(weeks) => weeks,
        TaskDuration::Lead => chosen.map_or(Range::ZERO, |candidate| candidate.lead_weeks),
        TaskDuration::Install => chosen.map_or(Range::ZERO, |candidate| candidate.install_weeks),
    }
}
