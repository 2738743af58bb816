//! Dates of a choice in elapsed weeks: the earliest by a pass over the network, and from there the starts of what stops
//! mining moved as late as pays.

use std::collections::BTreeMap;

use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use retrofit::domain::Place;
use retrofit::graph::{Reserved, TaskDuration, TaskEdge, TaskNode};
use retrofit::input::catalog::LinkKind;

use crate::exact::Small;

/// Hours in a week.
const HOURS: f64 = 168.0;

/// Weeks that are rounding.
const ROUNDING: f64 = 1e-6;

/// Dates of one choice.
#[derive(Clone, Copy, Debug)]
pub struct Dates {
    /// Sum of the halls' earliest ready dates, weeks.
    pub ready_weeks: f64,
    /// The least that the value of weeks and the lost mining margin come to, USD.
    pub lost_usd: f64,
}

/// A task: its length in weeks by the bank whose candidate sets it, else fixed.
enum Length {
    Fixed(f64),
    Lead(usize),
    Install(usize),
}

/// A link between the tasks at two places of the order.
struct Link {
    from: usize,
    to: usize,
    kind: LinkKind,
    lag: f64,
    /// Whether the length of its earlier task is a choice.
    of_bank: bool,
    /// What decides whether the link holds; it always does where nothing does.
    only: Option<Only>,
}

/// A choice on which a link hangs, by the bank.
#[derive(Clone)]
enum Only {
    /// Whether the slot is reserved, and holds where it is or where it is not.
    Slot(usize, bool),
    /// Whether something is moved from a place.
    Moved(usize, Place),
}

/// What a hall's dates are worth.
struct Hall {
    /// Tasks that make it ready.
    ready: Vec<usize>,
    /// Tasks that stop its miners.
    stops: Vec<usize>,
    deadline: Option<f64>,
    /// Value of a week to ready, and margin lost in a week without mining, USD.
    week_usd: f64,
    margin_usd: f64,
}

/// The network in numbers; tasks are numbered in an order in which predecessors come first.
pub struct Clock<'a> {
    small: &'a Small<'a>,
    lengths: Vec<Length>,
    floors: Vec<f64>,
    links: Vec<Link>,
    halls: Vec<Hall>,
    /// Dates by the lengths of all tasks, as bits.
    known: BTreeMap<Vec<u64>, Option<Dates>>,
}

impl<'a> Clock<'a> {
    /// The network where crews go through the halls in this order.
    pub fn new(small: &'a Small<'a>, hall_order: &[String]) -> Clock<'a> {
        let graph = &small.network.graph;
        let order = numbered(small, hall_order);
        let place: BTreeMap<usize, usize> = (0..).zip(&order).map(|(i, node)| (node.index(), i)).collect();
        let tasks = || order.iter().map(|&node| &graph[node]);
        let bank = |id: &Option<String>| small.banks.iter().position(|bank| Some(&bank.id) == id.as_ref());
        let weeks = |day: jiff::civil::Date| f64::from((day - small.site.start_date).get_days().max(0)) / 7.0;
        let length = |task: &TaskNode| match (&task.duration, bank(&task.bank)) {
            (TaskDuration::Weeks(weeks), _) => Length::Fixed(weeks.likely),
            (TaskDuration::Lead, Some(bank)) => Length::Lead(bank),
            (TaskDuration::Install, Some(bank)) => Length::Install(bank),
            (_, None) => Length::Fixed(0.0),
        };
        let lengths: Vec<Length> = tasks().map(length).collect();
        let link = |from: NodeIndex, to: NodeIndex, edge: &TaskEdge, only| {
            let (from, to) = (place[&from.index()], place[&to.index()]);
            let of_bank = !matches!(lengths[from], Length::Fixed(_));
            Link { from, to, kind: edge.kind, lag: edge.lag_weeks, of_bank, only }
        };
        let reserved = &small.network.reserved;
        let waived = |edge: EdgeIndex| reserved.iter().find(|reserved| reserved.waived.contains(&edge));
        let decides = |reserved: &Reserved| bank(&graph[reserved.task].bank).expect("who reserves orders for a bank");
        let mut links: Vec<Link> = graph
            .edge_references()
            .filter(|edge| !edge.weight().for_crews)
            .map(|edge| {
                let (from, to) = (&graph[edge.source()], &graph[edge.target()]);
                let slot = waived(edge.id()).map(|reserved| Only::Slot(decides(reserved), false));
                let moved = bank(&to.bank).filter(|_| edge.weight().for_move);
                let only = moved.map(|bank| Only::Moved(bank, from.place.clone())).or(slot);
                link(edge.source(), edge.target(), edge.weight(), only)
            })
            .collect();
        for of in reserved {
            let only = Some(Only::Slot(decides(of), true));
            links.extend(of.instead.iter().map(|(earlier, edge)| link(*earlier, of.task, edge, only.clone())));
        }
        let waits = crews(small, hall_order).into_iter().map(|(from, to)| (place[&from.index()], place[&to.index()]));
        links.extend(waits.map(|(from, to)| Link {
            from,
            to,
            kind: LinkKind::FinishStart,
            lag: 0.0,
            of_bank: false,
            only: None,
        }));
        links.sort_by_key(|link| (link.to, link.from));
        Clock {
            small,
            lengths,
            floors: tasks().map(|task| task.not_before.map_or(0.0, weeks)).collect(),
            links,
            halls: small.site.halls.iter().filter_map(|hall| Hall::new(small, &order, &hall.place())).collect(),
            known: BTreeMap::new(),
        }
    }

    /// The dates of a choice; nothing where a hall is late.
    pub fn dates(&mut self, picks: &[usize]) -> Option<Dates> {
        let weeks: Vec<f64> = self.lengths.iter().map(|length| self.weeks(length, picks)).collect();
        let floors: Vec<f64> =
            self.lengths.iter().zip(&self.floors).map(|(length, floor)| floor.max(self.free(length, picks))).collect();
        let chosen = |bank: usize| &self.small.banks[bank].candidates[picks[bank]];
        let holds: Vec<bool> = self
            .links
            .iter()
            .map(|link| match &link.only {
                None => true,
                Some(Only::Slot(bank, where_it_is)) => chosen(*bank).mode.slot_reserved == *where_it_is,
                Some(Only::Moved(bank, from)) => {
                    chosen(*bank).kept.iter().any(|kept| kept.moved_from.as_ref() == Some(from))
                }
            })
            .collect();
        let bits = weeks.iter().chain(&floors).map(|weeks| weeks.to_bits());
        let key: Vec<u64> = bits.chain(holds.iter().map(|&holds| u64::from(holds))).collect();
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let links: Vec<&Link> =
            self.links.iter().zip(holds).filter(|(_, holds)| *holds).map(|(link, _)| link).collect();
        let dates = Chosen { halls: &self.halls, floors: &floors, links, weeks }.dates();
        self.known.insert(key, dates);
        dates
    }

    /// Weeks until what is installed has arrived.
    fn free(&self, length: &Length, picks: &[usize]) -> f64 {
        let Length::Install(bank) = *length else { return 0.0 };
        let day = self.small.banks[bank].candidates[picks[bank]].not_before;
        day.map_or(0.0, |day| f64::from((day - self.small.site.start_date).get_days().max(0)) / 7.0)
    }

    /// What buys nothing takes no time.
    fn weeks(&self, length: &Length, picks: &[usize]) -> f64 {
        let chosen = |bank: usize| &self.small.banks[bank].candidates[picks[bank]];
        match *length {
            Length::Fixed(weeks) => weeks,
            Length::Lead(bank) | Length::Install(bank) if chosen(bank).parts.is_empty() => 0.0,
            Length::Lead(bank) => chosen(bank).lead_weeks.likely,
            Length::Install(bank) => chosen(bank).install_weeks.likely,
        }
    }
}

/// The tasks of an activity come together, those of the halls in their order, so that crews too go from earlier to later ones.
fn numbered(small: &Small, hall_order: &[String]) -> Vec<NodeIndex> {
    let graph = &small.network.graph;
    let mut activities: BTreeMap<&str, usize> = BTreeMap::new();
    for (i, &node) in small.network.order.iter().enumerate() {
        activities.entry(&graph[node].activity).or_insert(i);
    }
    let turn = |node: NodeIndex| hall_order.iter().position(|hall| graph[node].place.hall() == Some(hall));
    let mut order = small.network.order.clone();
    if !small.site.crews.is_empty() {
        order.sort_by_key(|&node| (activities[graph[node].activity.as_str()], turn(node), node));
    }
    order
}

/// The tasks between which a crew goes from one hall to another: first and then.
fn crews(small: &Small, hall_order: &[String]) -> Vec<(NodeIndex, NodeIndex)> {
    let graph = &small.network.graph;
    let mut waits = Vec::new();
    for activity in &small.site.catalog.activities {
        let Some(&crews) = activity.trade.as_ref().and_then(|trade| small.site.crews.get(trade)) else { continue };
        let tasks = |hall: &String| {
            let is_there = |task: &TaskNode| task.activity == activity.id && task.place.hall() == Some(hall);
            graph.node_indices().filter(|&node| is_there(&graph[node])).collect::<Vec<_>>()
        };
        for (first, then) in hall_order.iter().zip(hall_order.iter().skip(crews as usize)) {
            waits.extend(tasks(first).into_iter().flat_map(|from| tasks(then).into_iter().map(move |to| (from, to))));
        }
    }
    waits
}

/// The network with the lengths and links of one choice.
struct Chosen<'a> {
    halls: &'a [Hall],
    floors: &'a [f64],
    links: Vec<&'a Link>,
    weeks: Vec<f64>,
}

impl Chosen<'_> {
    fn dates(&self) -> Option<Dates> {
        let mut starts = self.earliest();
        let ready_weeks = self.halls.iter().map(|hall| hall.ready_at(&starts, &self.weeks)).sum();
        let late =
            |hall: &Hall| hall.deadline.is_some_and(|limit| hall.ready_at(&starts, &self.weeks) > limit + ROUNDING);
        if self.halls.iter().any(late) {
            return None;
        }
        while self.mine_longer(&mut starts) {}
        let lost_usd = self.halls.iter().map(|hall| hall.lost_usd(&starts, &self.weeks)).sum();
        Some(Dates { ready_weeks, lost_usd })
    }

    /// Weeks by which the start of a link's later task must follow that of its earlier one.
    fn gap(&self, link: &Link) -> f64 {
        let weeks = &self.weeks;
        // What is not built needs no time after it.
        let lag = if link.of_bank && weeks[link.from] == 0.0 { 0.0 } else { link.lag };
        lag + match link.kind {
            LinkKind::FinishStart => weeks[link.from],
            LinkKind::StartStart => 0.0,
            LinkKind::FinishFinish => weeks[link.from] - weeks[link.to],
            LinkKind::StartFinish => -weeks[link.to],
        }
    }

    fn earliest(&self) -> Vec<f64> {
        let mut starts = self.floors.to_vec();
        for link in &self.links {
            starts[link.to] = starts[link.to].max(starts[link.from] + self.gap(link));
        }
        starts
    }

    /// Moves some halls' stops, with all that this pushes, as far as it pays most by the week; false where nothing pays.
    ///
    /// What is lost is convex over the starts, and its least point above the earliest starts is reached by such moves.
    fn mine_longer(&self, starts: &mut [f64]) -> bool {
        let moves = (1..1usize << self.halls.len()).map(|mask| self.pushed(mask, starts));
        let gain = |moved: &Vec<bool>| self.gain_usd(moved, starts);
        let best = moves.max_by(|a, b| gain(a).total_cmp(&gain(b))).filter(|moved| gain(moved) > 1e-3);
        let Some(moved) = best else { return false };
        let step = self.room(&moved, starts);
        assert!(step.is_finite() && step > 0.0, "a stop that pays without end: {step}");
        starts.iter_mut().zip(moved).filter(|(_, moved)| *moved).for_each(|(start, _)| *start += step);
        true
    }

    /// The stops of the halls in a mask, and every task that they push.
    fn pushed(&self, mask: usize, starts: &[f64]) -> Vec<bool> {
        let mut moved = vec![false; starts.len()];
        let halls = self.halls.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1);
        halls.flat_map(|(_, hall)| &hall.stops).for_each(|&stop| moved[stop] = true);
        for link in &self.links {
            let tight = starts[link.to] - starts[link.from] - self.gap(link) <= 1e-9;
            moved[link.to] |= moved[link.from] && tight;
        }
        moved
    }

    /// What a week's move saves, USD; less than nothing where it would make a hall late.
    fn gain_usd(&self, moved: &[bool], starts: &[f64]) -> f64 {
        let of_hall = |hall: &Hall| {
            let ready = hall.ready_at(starts, &self.weeks);
            let later = hall.ready.iter().any(|&task| moved[task] && starts[task] + self.weeks[task] >= ready - 1e-9);
            let stops = hall.stops.iter().filter(|&&stop| moved[stop]).count() as f64;
            let at_limit = hall.deadline.is_some_and(|limit| ready >= limit - 1e-9);
            let loses = hall.week_usd + hall.margin_usd * hall.stops.len() as f64;
            match later {
                true if at_limit => f64::NEG_INFINITY,
                true => hall.margin_usd * stops - loses,
                false => hall.margin_usd * stops,
            }
        };
        self.halls.iter().map(of_hall).sum()
    }

    /// How far tasks may move before something else is pushed or a hall becomes later or late.
    fn room(&self, moved: &[bool], starts: &[f64]) -> f64 {
        let leaving = self.links.iter().filter(|link| moved[link.from] && !moved[link.to]);
        let to_next = leaving.map(|link| starts[link.to] - starts[link.from] - self.gap(link));
        let to_ready = self.halls.iter().flat_map(|hall| {
            let ready = hall.ready_at(starts, &self.weeks);
            let finishes = hall.ready.iter().filter(|&&task| moved[task]).map(|&task| starts[task] + self.weeks[task]);
            let rooms =
                finishes.flat_map(move |finish| [ready - finish, hall.deadline.unwrap_or(f64::INFINITY) - finish]);
            rooms.filter(|room| *room > 1e-9)
        });
        to_next.chain(to_ready).fold(f64::INFINITY, f64::min)
    }
}

impl Hall {
    /// A hall; none where nothing makes it ready, since it is not converted.
    fn new(small: &Small, order: &[NodeIndex], place: &Place) -> Option<Hall> {
        let tasks = |wanted: fn(&TaskNode) -> bool| -> Vec<usize> {
            let order = (0..).zip(order).map(|(i, &node)| (i, &small.network.graph[node]));
            order.filter(|(_, task)| task.place == *place && wanted(task)).map(|(i, _)| i).collect()
        };
        let ready = tasks(|task| task.makes_ready);
        let margin = small.site.mining.as_ref().map_or(0.0, |mining| mining.margin_usd_per_mwh.max(0.0));
        (!ready.is_empty()).then(|| Hall {
            ready,
            stops: tasks(|task| task.stops_mining),
            deadline: place.hall().and_then(|hall| small.deadlines.get(hall)).copied(),
            week_usd: small.site.value_of_week_usd(place).unwrap_or(0.0),
            margin_usd: small.site.hall(place).map_or(0.0, |hall| hall.mining_mw) * margin * HOURS,
        })
    }

    fn ready_at(&self, starts: &[f64], weeks: &[f64]) -> f64 {
        self.ready.iter().map(|&task| starts[task] + weeks[task]).fold(0.0, f64::max)
    }

    fn lost_usd(&self, starts: &[f64], weeks: &[f64]) -> f64 {
        let ready = self.ready_at(starts, weeks);
        let stopped: f64 = self.stops.iter().map(|&stop| ready - starts[stop]).sum();
        ready * self.week_usd + stopped * self.margin_usd
    }
}
