//! The schedule as a Gantt chart: the driving chain task by task, then one bar for each trade and place, and all work folded below.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::axis::{TIME_HEAD, Time};
use super::lanes::{Group, by_lane, groups, lane, lane_name};
use super::marks::{self, Mark};
use super::svg::{Svg, widest, width_of};
use super::{Detail, Figure, Listing};
use crate::domain::Place;
use crate::domain::plan::{Plan, Task};
use crate::report::facts::{driving_tasks, in_short, last_hall, last_halls};
use crate::report::style::{Style, args};

/// Messages of the legend, in its order.
const LEGEND: [&str; 6] = [
    "picture-gantt-drives",
    "picture-gantt-has-float",
    "picture-gantt-float",
    "picture-gantt-order",
    "picture-gantt-ready",
    "picture-gantt-today",
];

/// On paper as wide as the page, its text is of 6.5 points.
const WIDTH: f64 = 980.0;
/// Width of the labels: as their longest needs, within these.
const LABELS: (f64, f64) = (200.0, 470.0);
/// Where the label of a line begins; headings stand before it.
const INDENT: f64 = 16.0;
const RIGHT: f64 = WIDTH - 8.0;
const ROW: f64 = 19.0;
const LEGEND_HEIGHT: f64 = 26.0;
const TOP: f64 = LEGEND_HEIGHT + TIME_HEAD;

/// A line of the chart.
enum Row<'a> {
    Heading(String, Vec<Mark>),
    Task(Bar<'a>),
    Summary(String, Vec<Bar<'a>>),
}

/// A task with what is drawn of it.
struct Bar<'a> {
    task: &'a Task,
    /// Its service first, so that it stays when the label is cut.
    label: String,
    /// Whether it has no float or is part of a chain that drives a hall's date.
    drives: bool,
}

impl<'a> Bar<'a> {
    fn of(plan: &Plan, task: &'a Task, style: &Style) -> Bar<'a> {
        let name = in_short(task, plan, style);
        let label = match (&task.bank, name.rsplit_once(" - ")) {
            (Some(_), Some((activity, service))) => {
                style.say("picture-part", args!["what" => service, "figure" => activity])
            }
            _ => name,
        };
        let chained = plan.halls.iter().any(|hall| hall.driving_chain.contains(&task.id));
        Bar { task, label, drives: task.critical || chained }
    }

    fn class(&self) -> &'static str {
        if self.drives { "bar critical" } else { "bar" }
    }
}

/// The picture without the list of all work on paper, for who does not build; nothing where there is no work.
pub fn overview_alone(plan: &Plan, style: &Style) -> Option<Figure> {
    figure(plan, style).map(|figure| Figure { on_paper: Vec::new(), ..figure })
}

/// The picture; nothing where there is no work.
pub fn figure(plan: &Plan, style: &Style) -> Option<Figure> {
    let groups = groups(plan, style);
    let rows = overview(plan, &groups, style);
    if rows.is_empty() {
        return None;
    }
    let details = groups.iter().map(|group| {
        let count = style.count("task", group.tasks.len() as f64);
        let heading = style.say("picture-gantt-all", args!["place" => group.title.as_str(), "tasks" => count]);
        let rows = everything(plan, group, style);
        let description = style.clauses(&group.tasks.iter().map(|task| told(task, style)).collect::<Vec<_>>());
        Some(Detail { heading, description, svg: chart(plan, &rows, style)?, printed: false })
    });
    let details = details.collect::<Option<Vec<Detail>>>()?;
    Some(Figure {
        title: style.word("picture-gantt-title"),
        description: described(plan, style),
        caption: style.word("picture-gantt-caption"),
        svg: chart(plan, &rows, style)?,
        on_screen_only: false,
        details,
        on_paper: listings(plan, &groups, style),
    })
}

/// All days of the work, beside labels of a width.
fn time(plan: &Plan, labels: f64) -> Option<Time> {
    let first = plan.tasks.iter().map(|task| task.start).min()?.min(plan.as_of);
    let last = plan.tasks.iter().map(|task| task.finish).max()?;
    Some(Time::of(first, last, (labels, RIGHT)))
}

/// Width of the lines' labels.
fn label_width(rows: &[Row]) -> f64 {
    let names = rows.iter().map(|row| match row {
        Row::Heading(title, _) => title,
        Row::Task(bar) => &bar.label,
        Row::Summary(name, _) => name,
    });
    (INDENT + widest(names) + 8.0).clamp(LABELS.0, LABELS.1)
}

/// The driving chain, then trades by place.
fn overview<'a>(plan: &'a Plan, groups: &[Group<'a>], style: &Style) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if let Some(hall) = last_hall(plan) {
        let halls: Vec<String> = last_halls(plan).iter().map(|hall| hall.id.clone()).collect();
        let title = style.say("picture-gantt-chain", args!["halls" => style.joined(&halls)]);
        rows.push(Row::Heading(title, Vec::new()));
        rows.extend(driving_tasks(plan, hall).into_iter().map(|task| Row::Task(Bar::of(plan, task, style))));
    }
    for group in groups {
        rows.push(Row::Heading(group.title.clone(), marks(plan, group, style)));
        let bars = |tasks: Vec<&'a Task>| tasks.into_iter().map(|task| Bar::of(plan, task, style)).collect();
        rows.extend(
            by_lane(plan, &group.tasks)
                .into_iter()
                .map(|(lane, tasks)| Row::Summary(lane_name(lane, style), bars(tasks))),
        );
    }
    rows
}

/// All work of a group, by trade.
fn everything<'a>(plan: &'a Plan, group: &Group<'a>, style: &Style) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (lane, tasks) in by_lane(plan, &group.tasks) {
        rows.push(Row::Heading(lane_name(lane, style), Vec::new()));
        rows.extend(tasks.into_iter().map(|task| Row::Task(Bar::of(plan, task, style))));
    }
    rows
}

/// All work for paper: that of the site, and of the halls, where a line has one task's dates in each of them.
fn listings(plan: &Plan, groups: &[Group], style: &Style) -> Vec<Listing> {
    let (site, halls): (Vec<&Group>, Vec<&Group>) = groups.iter().partition(|group| group.places[0] == Place::Site);
    let listing = |groups: Vec<&Group>| {
        let titles: Vec<String> = groups.iter().map(|group| group.title.clone()).collect();
        let tasks: Vec<(&str, &Task)> =
            groups.iter().flat_map(|group| group.tasks.iter().map(|task| (group.title.as_str(), *task))).collect();
        let count = style.count("task", tasks.len() as f64);
        let place = style.list(&titles);
        let heading = style.say("picture-gantt-all", args!["place" => place, "tasks" => count]);
        Listing { heading, parts: by_name(plan, &tasks, titles.len() > 1, style) }
    };
    [site, halls].into_iter().filter(|groups| !groups.is_empty()).map(listing).collect()
}

/// Tasks by trade, a line a name, with the dates in each of the places.
fn by_name(plan: &Plan, tasks: &[(&str, &Task)], several: bool, style: &Style) -> Vec<(String, Vec<String>)> {
    let mut lanes: BTreeMap<usize, Vec<(String, Vec<String>)>> = BTreeMap::new();
    for (place, task) in tasks {
        let figures = args!["what" => *place, "figure" => dates(task, style)];
        let dates = if several { style.say("picture-in-place", figures) } else { dates(task, style) };
        let lines = lanes.entry(lane(plan, task)).or_default();
        let name = in_short(task, plan, style);
        match lines.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.push(dates),
            None => lines.push((name, vec![dates])),
        }
    }
    let line = |(name, dates): (String, Vec<String>)| {
        style.say("picture-part", args!["what" => name, "figure" => style.clauses(&dates)])
    };
    lanes.into_iter().map(|(lane, lines)| (lane_name(lane, style), lines.into_iter().map(line).collect())).collect()
}

fn marks(plan: &Plan, group: &Group, style: &Style) -> Vec<Mark> {
    let mark = |id: &str, day: Date, ready| {
        let date = style.date(day);
        Mark { day, hint: style.say(id, args!["date" => date.as_str()]), date, ready }
    };
    let halls = plan.halls.iter().filter(|hall| group.places[0].hall() == Some(hall.id.as_str()));
    halls
        .flat_map(|hall| {
            let stops = hall.mining_stops.map(|day| mark("picture-gantt-stops-on", day, false));
            stops.into_iter().chain([mark("picture-gantt-ready-on", hall.ready, true)])
        })
        .collect()
}

fn chart(plan: &Plan, rows: &[Row], style: &Style) -> Option<Svg> {
    let time = time(plan, label_width(rows))?;
    let bottom = TOP + ROW * rows.len() as f64;
    let mut svg = Svg::new(WIDTH, bottom + 8.0, style);
    for index in (0..rows.len()).filter(|index| matches!(rows[*index], Row::Heading(..))) {
        svg.rect("band", (0.0, TOP + ROW * index as f64), (WIDTH, ROW));
    }
    time.draw(&mut svg, TOP, bottom, style);
    svg.line("today", (time.at(plan.as_of), TOP), (time.at(plan.as_of), bottom));
    for (index, row) in rows.iter().enumerate() {
        draw(&mut svg, row, TOP + ROW * index as f64, time, style);
    }
    legend(&mut svg, plan, style);
    Some(svg)
}

fn draw(svg: &mut Svg, row: &Row, top: f64, time: Time, style: &Style) {
    let base = top + ROW / 2.0 + 4.0;
    match row {
        Row::Heading(title, marks) => {
            svg.fitted("strong", (4.0, base), title, time.range().0 - 10.0);
            marks::draw(svg, marks, (top, ROW), time);
        }
        Row::Task(bar) => draw_task(svg, bar, top, time, style),
        Row::Summary(name, bars) => draw_summary(svg, name, bars, top, time, style),
    }
}

fn draw_task(svg: &mut Svg, bar: &Bar, top: f64, time: Time, style: &Style) {
    let task = bar.task;
    svg.group("task-bar", &[("data-task", &task.id)], &told(task, style), |svg| {
        svg.fitted("", (INDENT, top + ROW / 2.0 + 4.0), &bar.label, time.range().0 - INDENT - 8.0);
        let (left, right) = (time.at(task.start), time.end_of(task.finish));
        if task.total_float_days > 0 {
            let y = top + ROW / 2.0;
            svg.line("float", (right, y), (time.end_of(task.late_finish), y));
        }
        svg.rect(bar.class(), (left, top + 4.0), (right - left, ROW - 8.0));
        if task.is_lead {
            svg.diamond("order", (time.at(task.late_start), top + ROW / 2.0), 5.0);
        }
    });
}

/// One thin bar over all tasks; those that drive a date stand out on it.
fn draw_summary(svg: &mut Svg, name: &str, bars: &[Bar], top: f64, time: Time, style: &Style) {
    svg.fitted("", (INDENT, top + ROW / 2.0 + 4.0), name, time.range().0 - INDENT - 8.0);
    let start = bars.iter().map(|bar| bar.task.start).min().map_or(time.range().0, |day| time.at(day));
    let finish = bars.iter().map(|bar| bar.task.finish).max().map_or(time.range().0, |day| time.end_of(day));
    svg.rect("bar", (start, top + 6.0), (finish - start, ROW - 12.0));
    for bar in bars.iter().filter(|bar| bar.drives) {
        svg.group("task-bar", &[("data-task", &bar.task.id)], &told(bar.task, style), |svg| {
            let (left, right) = (time.at(bar.task.start), time.end_of(bar.task.finish));
            svg.rect(bar.class(), (left, top + 4.0), (right - left, ROW - 8.0));
        });
    }
    let mut orders: Vec<&Task> = bars.iter().map(|bar| bar.task).filter(|task| task.is_lead).collect();
    orders.sort_by_key(|task| task.late_start);
    orders.dedup_by_key(|task| task.late_start);
    for task in orders {
        svg.group("task-bar", &[("data-task", &task.id)], &told(task, style), |svg| {
            svg.diamond("order", (time.at(task.late_start), top + ROW / 2.0), 4.5);
        });
    }
}

fn legend(svg: &mut Svg, plan: &Plan, style: &Style) {
    let y = 12.0;
    let mut x = 4.0;
    for (index, id) in LEGEND.iter().enumerate() {
        match index {
            0 => svg.rect("bar critical", (x, y - 6.0), (22.0, 11.0)),
            1 => svg.rect("bar", (x, y - 6.0), (22.0, 11.0)),
            2 => svg.line("float", (x, y), (x + 22.0, y)),
            3 => svg.diamond("order", (x + 14.0, y), 5.0),
            4 => svg.circle("milestone", (x + 14.0, y), 5.5),
            _ => svg.line("today", (x + 14.0, y - 7.0), (x + 14.0, y + 7.0)),
        }
        let words = style.say(id, args!["date" => style.date(plan.as_of)]);
        svg.text("small", (x + 28.0, y + 4.0), &words);
        x += 28.0 + width_of(&words) + 14.0;
    }
}

/// Name, dates, float and latest order of a task.
fn told(task: &Task, style: &Style) -> String {
    style.say("picture-part", args!["what" => style.task(task), "figure" => dates(task, style)])
}

/// Dates, float and latest order of a task.
fn dates(task: &Task, style: &Style) -> String {
    let order = task.is_lead.then(|| style.date(task.late_start));
    let figures = args![
        "start" => style.date(task.start),
        "finish" => style.date(task.finish),
        "weeks" => style.weeks(task.weeks.likely),
        "float" => float(task, style),
        "order" => order.unwrap_or_else(|| "none".to_owned()),
    ];
    style.say("picture-gantt-dates", figures)
}

fn float(task: &Task, style: &Style) -> String {
    if task.critical {
        return style.word("picture-gantt-no-float");
    }
    style.say("picture-gantt-days-of-float", args!["days" => style.count("day", task.total_float_days as f64)])
}

/// The driving chain and the days on which halls are ready, in words.
fn described(plan: &Plan, style: &Style) -> String {
    let ready = plan.halls.iter().map(|hall| {
        style.say("picture-gantt-hall-ready", args!["hall" => hall.id.as_str(), "date" => style.date(hall.ready)])
    });
    let chain = last_hall(plan).map(|hall| driving_tasks(plan, hall)).unwrap_or_default();
    let chain = chain.into_iter().map(|task| told(task, style));
    style.told(&ready.chain(chain).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_overview_stays_short_and_the_rest_is_folded() {
        let (plan, style) = (sample::plan(), Style::default());
        let groups = groups(&plan, &style);
        assert!(overview(&plan, &groups, &style).len() <= 45);
        let figure = figure(&plan, &style).unwrap();
        assert_eq!(figure.details.len(), groups.len());
        let drawn: String = figure.details.iter().map(|detail| detail.svg.written("x", "", "")).collect();
        for task in groups.iter().flat_map(|group| &group.tasks) {
            assert!(drawn.contains(&format!("data-task=\"{}\"", task.id)), "{}", task.id);
        }
    }
}
