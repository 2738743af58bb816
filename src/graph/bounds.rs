//! What is known of the tasks' dates before anything is chosen, in elapsed weeks from the project's start.

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::{Network, TaskDuration, TaskEdge, TaskNode, duration_weeks, not_before};
use crate::banks::Bank;
use crate::domain::calendar::day_number;
use crate::domain::plan::CandidatePlan;
use crate::input::catalog::LinkKind;
use crate::validate::Site;

/// A link into a task: the earlier task, and the link.
type Before = (NodeIndex, TaskEdge);

/// Bounds on the dates of all tasks, by the index of their nodes.
pub struct Bounds<'a> {
    network: &'a Network,
    banks: &'a [Bank],
    /// Shortest and longest duration of each task.
    weeks: Vec<(f64, f64)>,
    /// Starts that suffice whatever is chosen: with all links, those of moves and reserved slots as well, the longest durations,
    /// and the last days on which anything comes free.
    latest: Vec<f64>,
    /// Starts below which none is, whatever is chosen: without the links of moves and those that reserved slots waive.
    earliest: Vec<f64>,
}

impl<'a> Bounds<'a> {
    /// The bounds of a network whose tasks take as long as the banks' candidates.
    pub fn new(site: &Site, network: &'a Network, banks: &'a [Bank]) -> Bounds<'a> {
        let nodes = network.graph.node_indices();
        let weeks: Vec<(f64, f64)> = nodes.map(|task| span(network, banks, task, |_| true)).collect();
        let (shortest, longest) = (|(shortest, _): (f64, f64)| shortest, |(_, longest): (f64, f64)| longest);
        let every = |task: NodeIndex| {
            let mut links = network.predecessors(task);
            links.extend(network.instead(task));
            links
        };
        let certain = |task: NodeIndex| {
            let mut links = network.firm(task);
            links.retain(|(_, link)| !link.for_move);
            links
        };
        let floor = |task: &TaskNode| task.not_before;
        let free =
            |task: &TaskNode| candidates(banks, task).map(|it| not_before(task, Some(it))).fold(floor(task), Ord::max);
        let latest = starts(site, network, &weeks, (every, free), longest, shortest);
        let earliest = starts(site, network, &weeks, (certain, floor), shortest, longest);
        Bounds { network, banks, weeks, latest, earliest }
    }

    /// The latest that a link asks for whatever is chosen: the end of its earlier task and the lag.
    pub fn latest(&self, (from, link): Before) -> f64 {
        end_of(link.kind, self.latest[from.index()], self.weeks[from.index()].1) + link.lag_weeks
    }

    /// Weeks from the project's start to the end of all tasks whatever is chosen. Nothing gains by a later start.
    pub fn end(&self) -> f64 {
        self.latest.iter().zip(&self.weeks).map(|(start, (_, longest))| start + longest).fold(0.0, f64::max)
    }

    /// The earliest that a link asks for.
    fn earliest(&self, (from, link): Before) -> f64 {
        end_of(link.kind, self.earliest[from.index()], self.weeks[from.index()].0) + link.lag_weeks
    }

    /// The earliest that the end of a task which `link` ties can be, with candidates whose slot is reserved, or not.
    pub fn earliest_end(&self, task: NodeIndex, link: TaskEdge, slot_reserved: bool) -> f64 {
        let of_mode = |candidate: &CandidatePlan| candidate.mode.slot_reserved == slot_reserved;
        let (shortest, longest) = span(self.network, self.banks, task, of_mode);
        let asked = self
            .links(task, slot_reserved)
            .into_iter()
            .map(|before| self.earliest(before) - if ties_finish(before.1.kind) { longest } else { 0.0 });
        let start = asked.fold(self.earliest[task.index()], f64::max);
        start + if ties_finish(link.kind) { shortest } else { 0.0 }
    }

    /// When each candidate of each bank is delivered; nothing for a bank of which that is not known before the choice.
    pub fn deliveries(&self) -> Vec<Option<Vec<f64>>> {
        let of = |bank: &Bank| {
            let graph = &self.network.graph;
            let is_order =
                |task: &TaskNode| task.duration == TaskDuration::Lead && task.bank.as_ref() == Some(&bank.id);
            let order = graph.node_indices().find(|&task| is_order(&graph[task]))?;
            bank.candidates.iter().map(|candidate| self.delivery(order, candidate)).collect()
        };
        self.banks.iter().map(of).collect()
    }

    /// Nothing where what is before the order hangs on a choice, or something waits for the order itself.
    fn delivery(&self, order: NodeIndex, candidate: &CandidatePlan) -> Option<f64> {
        let mut later = self.network.graph.edges(order);
        let links = self.links(order, candidate.mode.slot_reserved);
        let known = |before: &Before| self.earliest(*before) == self.latest(*before);
        if later.any(|edge| !ties_earlier_finish(edge.weight().kind)) || !links.iter().all(known) {
            return None;
        }
        let weeks = duration_weeks(&self.network.graph[order], Some(candidate)).likely;
        let finish = |before: &Before| self.earliest(*before) + if ties_finish(before.1.kind) { 0.0 } else { weeks };
        Some(links.iter().map(finish).fold(weeks, f64::max))
    }

    fn links(&self, task: NodeIndex, slot_reserved: bool) -> Vec<Before> {
        match slot_reserved {
            true => self.network.firm(task).into_iter().chain(self.network.instead(task)).collect(),
            false => self.network.predecessors(task),
        }
    }
}

/// The shortest and the longest duration of a task among some of its bank's candidates.
fn span(network: &Network, banks: &[Bank], task: NodeIndex, of: impl Fn(&CandidatePlan) -> bool) -> (f64, f64) {
    let node = &network.graph[task];
    let Some(bank) = node.bank.as_ref().and_then(|id| banks.iter().find(|bank| bank.id == *id)) else {
        let weeks = duration_weeks(node, None).likely;
        return (weeks, weeks);
    };
    let weeks = bank.candidates.iter().filter(|it| of(it)).map(|it| duration_weeks(node, Some(it)).likely);
    weeks.fold((f64::INFINITY, 0.0), |(short, long): (f64, f64), weeks| (short.min(weeks), long.max(weeks)))
}

/// The candidates of a task's bank.
fn candidates<'a>(banks: &'a [Bank], task: &TaskNode) -> impl Iterator<Item = &'a CandidatePlan> {
    let bank = task.bank.as_ref().and_then(|id| banks.iter().find(|bank| bank.id == *id));
    bank.into_iter().flat_map(|bank| &bank.candidates)
}

/// The start of each task as early as links let it be: a finish is reckoned with the duration that `from` takes of the two,
/// a start that a finish must follow from with the one that `to` takes.
fn starts(
    site: &Site,
    network: &Network,
    weeks: &[(f64, f64)],
    (links, floor): (impl Fn(NodeIndex) -> Vec<Before>, impl Fn(&TaskNode) -> Option<Date>),
    from: fn((f64, f64)) -> f64,
    to: fn((f64, f64)) -> f64,
) -> Vec<f64> {
    let mut starts = vec![0.0; network.graph.node_count()];
    for &task in &network.order {
        let first = floor(&network.graph[task]);
        let first = first.map_or(0.0, |date| (day_number(date) - day_number(site.start_date)).max(0) as f64 / 7.0);
        let asked = links(task).into_iter().map(|(earlier, link)| {
            end_of(link.kind, starts[earlier.index()], from(weeks[earlier.index()])) + link.lag_weeks
                - if ties_finish(link.kind) { to(weeks[task.index()]) } else { 0.0 }
        });
        starts[task.index()] = asked.fold(first, f64::max);
    }
    starts
}

/// The end of the earlier task that a link ties.
fn end_of(kind: LinkKind, start: f64, weeks: f64) -> f64 {
    start + if ties_earlier_finish(kind) { weeks } else { 0.0 }
}

fn ties_earlier_finish(kind: LinkKind) -> bool {
    matches!(kind, LinkKind::FinishStart | LinkKind::FinishFinish)
}

/// Whether a link ties the finish of the later task.
fn ties_finish(kind: LinkKind) -> bool {
    matches!(kind, LinkKind::FinishFinish | LinkKind::StartFinish)
}
