//! What is known of the tasks' dates before anything is chosen, in elapsed weeks from the project's start.

use jiff::civil::Date;
use petgraph::graph::NodeIndex;

use super::{Crewed, Network, TaskDuration, TaskEdge, TaskNode, duration_weeks, not_before};
use crate::banks::Bank;
use crate::domain::Objective;
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
    /// Whether crews may go through the halls in any order.
    any_order: bool,
    /// Shortest and longest duration of each task.
    weeks: Vec<(f64, f64)>,
    /// Starts that suffice whatever is chosen: with all links, those of moves and reserved slots as well, the longest durations,
    /// and the last days on which anything comes free.
    latest: Vec<f64>,
    /// Starts below which none is, whatever is chosen: without the links of moves and those that reserved slots waive.
    earliest: Vec<f64>,
}

impl<'a> Bounds<'a> {
    /// The bounds of a network whose tasks take as long as the banks' candidates, and whose crews go through the halls in the
    /// file's order, or in `any_order`.
    pub fn new(site: &Site, network: &'a Network, banks: &'a [Bank], any_order: bool) -> Bounds<'a> {
        let nodes = network.graph.node_indices();
        // What has no candidate takes no time.
        let any = |task| span(network, banks, task, |_| true);
        let weeks: Vec<(f64, f64)> = nodes.map(any).map(|(short, long)| (short.min(long), long)).collect();
        let crewed: &[Crewed] = if any_order { &network.crewed } else { &[] };
        let open = !crewed.is_empty();
        let (shortest, longest) = (|(shortest, _): (f64, f64)| shortest, |(_, longest): (f64, f64)| longest);
        let every = |task: NodeIndex| {
            let mut links = network.predecessors(task);
            links.extend(network.instead(task));
            links.retain(|(_, link)| !(open && link.for_crews));
            links
        };
        let certain = |task: NodeIndex| {
            let mut links = network.firm(task);
            links.retain(|(_, link)| !(link.for_move || open && link.for_crews));
            links
        };
        let floor = |task: &TaskNode| task.not_before;
        let free =
            |task: &TaskNode| candidates(banks, task).map(|it| not_before(task, Some(it))).fold(floor(task), Ord::max);
        let mut latest = starts(site, network, &weeks, (every, free), longest, shortest, crewed);
        if open && mining_pays(site) {
            put_off(network, &weeks, &mut latest);
        }
        let earliest = starts(site, network, &weeks, (certain, floor), shortest, longest, &[]);
        Bounds { network, banks, any_order: open, weeks, latest, earliest }
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
        let shortest = self.weeks[from.index()].0;
        end_of(link.kind, self.earliest[from.index()], shortest) + lag(self.network, from, link, shortest)
    }

    /// Weeks by which the start of one task may at most come before the end of another, whatever is chosen.
    pub fn most_before_end(&self, task: NodeIndex, other: NodeIndex) -> f64 {
        self.latest[other.index()] + self.weeks[other.index()].1 - self.earliest[task.index()]
    }

    /// The start below which none of a task is, whatever is chosen.
    pub fn earliest_start(&self, task: NodeIndex) -> f64 {
        self.earliest[task.index()]
    }

    /// The shortest duration of a task.
    pub fn shortest(&self, task: NodeIndex) -> f64 {
        self.weeks[task.index()].0
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
        let mut links = match slot_reserved {
            true => self.network.firm(task).into_iter().chain(self.network.instead(task)).collect(),
            false => self.network.predecessors(task),
        };
        links.retain(|(_, link)| !(self.any_order && link.for_crews));
        links
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
    crewed: &[Crewed],
) -> Vec<f64> {
    let mut starts = vec![0.0; network.graph.node_count()];
    for &task in &network.order {
        let first = floor(&network.graph[task]);
        let first = first.map_or(0.0, |date| (day_number(date) - day_number(site.start_date)).max(0) as f64 / 7.0);
        let asked = links(task).into_iter().map(|(earlier, link)| {
            let taken = from(weeks[earlier.index()]);
            end_of(link.kind, starts[earlier.index()], taken) + lag(network, earlier, link, taken)
                - if ties_finish(link.kind) { to(weeks[task.index()]) } else { 0.0 }
        });
        starts[task.index()] = asked.fold(first, f64::max);
        crewed.iter().filter(|it| it.tasks().max() == Some(task)).for_each(|it| queue(&mut starts, weeks, it));
    }
    starts
}

/// The lag of a link whose earlier task takes so long: none behind work of a bank that there is not.
fn lag(network: &Network, from: NodeIndex, link: TaskEdge, weeks: f64) -> f64 {
    let is_chosen = matches!(network.graph[from].duration, TaskDuration::Lead | TaskDuration::Install);
    if is_chosen && weeks == 0.0 { 0.0 } else { link.lag_weeks }
}

/// The worst order: each hall comes to its turn after as many others as there are before the last of a crew, the longest of
/// them, none of which starts before the last of all could without crews.
fn queue(starts: &mut [f64], weeks: &[(f64, f64)], crewed: &Crewed) {
    let others = crewed.halls.len().div_ceil(crewed.crews) - 1;
    let last = crewed.tasks().map(|task| starts[task.index()]).fold(0.0, f64::max);
    let work: Vec<f64> =
        crewed.halls.iter().map(|(_, tasks)| tasks.iter().map(|t| weeks[t.index()].1).fold(0.0, f64::max)).collect();
    for (hall, (_, tasks)) in crewed.halls.iter().enumerate() {
        let mut before: Vec<f64> = (0..work.len()).filter(|&other| other != hall).map(|other| work[other]).collect();
        before.sort_by(|a, b| b.total_cmp(a));
        let turn = last + before.iter().take(others).sum::<f64>();
        tasks.iter().for_each(|task| starts[task.index()] = turn);
    }
}

/// Whether it may pay to stop miners later than could be.
fn mining_pays(site: &Site) -> bool {
    site.objective() == Objective::Value && site.mining_earns()
}

/// Where mining pays, a hall's stop may be put off until its own ready date would move, and push by its crews the halls behind,
/// whose stops may be put off in turn: once for each stop by no more than lies between the first stop and the last ready date.
fn put_off(network: &Network, weeks: &[(f64, f64)], latest: &mut [f64]) {
    let graph = &network.graph;
    let stops: Vec<NodeIndex> = graph.node_indices().filter(|&task| graph[task].stops_mining).collect();
    let first = stops.iter().map(|stop| latest[stop.index()]).fold(f64::INFINITY, f64::min);
    let ready = graph.node_indices().filter(|&task| graph[task].makes_ready);
    let last = ready.map(|task| latest[task.index()] + weeks[task.index()].1).fold(0.0, f64::max);
    let later = stops.len() as f64 * (last - first).max(0.0);
    let mut pushed = vec![false; graph.node_count()];
    for &task in &network.order {
        let behind = network.predecessors(task).iter().any(|(earlier, _)| pushed[earlier.index()]);
        if behind || graph[task].stops_mining {
            pushed[task.index()] = true;
            latest[task.index()] += later;
        }
    }
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
