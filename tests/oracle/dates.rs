//! Dates of a choice in elapsed weeks: the earliest by a pass over the network, and from there the starts of what stops
//! mining moved as late as pays.

use std::collections::BTreeMap;

use petgraph::visit::EdgeRef;
use retrofit::domain::Place;
use retrofit::graph::TaskDuration;
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
    pub fn new(small: &'a Small<'a>) -> Clock<'a> {
        let graph = &small.network.graph;
        let place: BTreeMap<usize, usize> =
            (0..).zip(&small.network.order).map(|(i, node)| (node.index(), i)).collect();
        let tasks = || small.network.order.iter().map(|&node| &graph[node]);
        let bank = |id: &Option<String>| small.banks.iter().position(|bank| Some(&bank.id) == id.as_ref());
        let weeks = |day: jiff::civil::Date| f64::from((day - small.site.start_date).get_days().max(0)) / 7.0;
        let length = |task: &retrofit::graph::TaskNode| match (&task.duration, bank(&task.bank)) {
            (TaskDuration::Weeks(weeks), _) => Length::Fixed(weeks.likely),
            (TaskDuration::Lead, Some(bank)) => Length::Lead(bank),
            (TaskDuration::Install, Some(bank)) => Length::Install(bank),
            (_, None) => Length::Fixed(0.0),
        };
        let mut links: Vec<Link> = graph
            .edge_references()
            .map(|edge| Link {
                from: place[&edge.source().index()],
                to: place[&edge.target().index()],
                kind: edge.weight().kind,
                lag: edge.weight().lag_weeks,
            })
            .collect();
        links.sort_by_key(|link| (link.to, link.from));
        Clock {
            small,
            lengths: tasks().map(length).collect(),
            floors: tasks().map(|task| task.not_before.map_or(0.0, weeks)).collect(),
            links,
            halls: small.site.halls.iter().filter_map(|hall| Hall::new(small, &hall.place())).collect(),
            known: BTreeMap::new(),
        }
    }

    /// The dates of a choice; nothing where a hall is late.
    pub fn dates(&mut self, picks: &[usize]) -> Option<Dates> {
        let weeks: Vec<f64> = self.lengths.iter().map(|length| self.weeks(length, picks)).collect();
        let key: Vec<u64> = weeks.iter().map(|weeks| weeks.to_bits()).collect();
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let dates = self.work_out(&weeks);
        self.known.insert(key, dates);
        dates
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

    fn work_out(&self, weeks: &[f64]) -> Option<Dates> {
        let mut starts = self.earliest(weeks);
        let ready_weeks = self.halls.iter().map(|hall| hall.ready_at(&starts, weeks)).sum();
        let late = |hall: &Hall| hall.deadline.is_some_and(|limit| hall.ready_at(&starts, weeks) > limit + ROUNDING);
        if self.halls.iter().any(late) {
            return None;
        }
        while self.mine_longer(&mut starts, weeks) {}
        let lost_usd = self.halls.iter().map(|hall| hall.lost_usd(&starts, weeks)).sum();
        Some(Dates { ready_weeks, lost_usd })
    }

    /// Weeks by which the start of a link's later task must follow that of its earlier one.
    fn gap(link: &Link, weeks: &[f64]) -> f64 {
        link.lag
            + match link.kind {
                LinkKind::FinishStart => weeks[link.from],
                LinkKind::StartStart => 0.0,
                LinkKind::FinishFinish => weeks[link.from] - weeks[link.to],
                LinkKind::StartFinish => -weeks[link.to],
            }
    }

    fn earliest(&self, weeks: &[f64]) -> Vec<f64> {
        let mut starts = self.floors.clone();
        for link in &self.links {
            starts[link.to] = starts[link.to].max(starts[link.from] + Clock::gap(link, weeks));
        }
        starts
    }

    /// Moves some halls' stops, with all that this pushes, as far as it pays most by the week; false where nothing pays.
    ///
    /// What is lost is convex over the starts, and its least point above the earliest starts is reached by such moves.
    fn mine_longer(&self, starts: &mut [f64], weeks: &[f64]) -> bool {
        let moves = (1..1usize << self.halls.len()).map(|mask| self.pushed(mask, starts, weeks));
        let gain = |moved: &Vec<bool>| self.gain_usd(moved, starts, weeks);
        let best = moves.max_by(|a, b| gain(a).total_cmp(&gain(b))).filter(|moved| gain(moved) > 1e-3);
        let Some(moved) = best else { return false };
        let step = self.room(&moved, starts, weeks);
        assert!(step.is_finite() && step > 0.0, "a stop that pays without end: {step}");
        starts.iter_mut().zip(moved).filter(|(_, moved)| *moved).for_each(|(start, _)| *start += step);
        true
    }

    /// The stops of the halls in a mask, and every task that they push.
    fn pushed(&self, mask: usize, starts: &[f64], weeks: &[f64]) -> Vec<bool> {
        let mut moved = vec![false; starts.len()];
        let halls = self.halls.iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1);
        halls.flat_map(|(_, hall)| &hall.stops).for_each(|&stop| moved[stop] = true);
        for link in &self.links {
            let tight = starts[link.to] - starts[link.from] - Clock::gap(link, weeks) <= 1e-9;
            moved[link.to] |= moved[link.from] && tight;
        }
        moved
    }

    /// What a week's move saves, USD; less than nothing where it would make a hall late.
    fn gain_usd(&self, moved: &[bool], starts: &[f64], weeks: &[f64]) -> f64 {
        let of_hall = |hall: &Hall| {
            let ready = hall.ready_at(starts, weeks);
            let later = hall.ready.iter().any(|&task| moved[task] && starts[task] + weeks[task] >= ready - 1e-9);
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
    fn room(&self, moved: &[bool], starts: &[f64], weeks: &[f64]) -> f64 {
        let leaving = self.links.iter().filter(|link| moved[link.from] && !moved[link.to]);
        let to_next = leaving.map(|link| starts[link.to] - starts[link.from] - Clock::gap(link, weeks));
        let to_ready = self.halls.iter().flat_map(|hall| {
            let ready = hall.ready_at(starts, weeks);
            let finishes = hall.ready.iter().filter(|&&task| moved[task]).map(|&task| starts[task] + weeks[task]);
            let rooms =
                finishes.flat_map(move |finish| [ready - finish, hall.deadline.unwrap_or(f64::INFINITY) - finish]);
            rooms.filter(|room| *room > 1e-9)
        });
        to_next.chain(to_ready).fold(f64::INFINITY, f64::min)
    }
}

impl Hall {
    /// A hall; none where nothing makes it ready, since it is not converted.
    fn new(small: &Small, place: &Place) -> Option<Hall> {
        let tasks = |wanted: fn(&retrofit::graph::TaskNode) -> bool| -> Vec<usize> {
            let order = (0..).zip(&small.network.order).map(|(i, &node)| (i, &small.network.graph[node]));
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
