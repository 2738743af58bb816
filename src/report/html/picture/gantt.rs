//! The schedule as a Gantt chart: the driving chain task by task, then one bar for each trade and place, and all work folded below.

use jiff::civil::Date;

use super::Figure;
use super::axis::{TIME_HEAD, Time};
use super::lanes::{Group, LANES, by_lane, groups};
use super::svg::Svg;
use crate::domain::format::{plural, weeks};
use crate::domain::plan::{Plan, Task};
use crate::report::facts::{driving_tasks, last_hall, last_halls};

const TITLE: &str = "Schedule";
const CHAIN: &str = "What drives the date of";
const ALL_OF: &str = "All work";
const READY: &str = "ready for service";
const STOPS: &str = "miners stop";
const ORDER_BY: &str = "order by";
const FLOAT: &str = "days of float";
const NO_FLOAT: &str = "no float";
const LEGEND: [&str; 6] =
    ["drives a date", "has float", "float", "order by, at the latest", "ready for service", "plan made for"];
const CAPTION: &str = "Likely durations. Hatched and framed: work that drives a date, or has no float. Diamonds: the last day to place an order that delays no hall. \
                       Choose a bar for the chain behind it.";

const WIDTH: f64 = 1080.0;
const LABELS: f64 = 340.0;
const RIGHT: f64 = WIDTH - 8.0;
const ROW: f64 = 19.0;
const LEGEND_HEIGHT: f64 = 26.0;
const TOP: f64 = LEGEND_HEIGHT + TIME_HEAD;

/// A line of the chart.
enum Row<'a> {
    Heading(String, Vec<Mark>),
    Task(Bar<'a>),
    Summary(&'static str, Vec<Bar<'a>>),
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
    fn of(plan: &Plan, task: &'a Task) -> Bar<'a> {
        let label = match (&task.bank, task.name.rsplit_once(" - ")) {
            (Some(_), Some((activity, service))) => format!("{service}: {activity}"),
            _ => task.name.clone(),
        };
        let chained = plan.halls.iter().any(|hall| hall.driving_chain.contains(&task.id));
        Bar { task, label, drives: task.critical || chained }
    }

    fn class(&self) -> &'static str {
        if self.drives { "bar critical" } else { "bar" }
    }
}

/// A point in time on a heading's line.
struct Mark {
    day: Date,
    hint: String,
    ready: bool,
}

/// The picture; nothing where there is no work.
pub fn figure(plan: &Plan) -> Option<Figure> {
    let groups = groups(plan);
    let rows = overview(plan, &groups);
    if rows.is_empty() {
        return None;
    }
    let time = time(plan)?;
    let details = groups.iter().map(|group| {
        let heading = format!("{ALL_OF}: {}, {}", group.title, plural(group.tasks.len() as f64, "task"));
        let rows = everything(plan, group);
        let description = group.tasks.iter().map(|task| told(task)).collect::<Vec<_>>().join("; ");
        (heading, description, chart(plan, &rows, time))
    });
    let details = details.collect();
    Some(Figure {
        title: TITLE,
        description: described(plan),
        caption: CAPTION.to_owned(),
        svg: chart(plan, &rows, time),
        details,
    })
}

fn time(plan: &Plan) -> Option<Time> {
    let first = plan.tasks.iter().map(|task| task.start).min()?.min(plan.as_of);
    let last = plan.tasks.iter().map(|task| task.finish).max()?;
    Some(Time::of(first, last, (LABELS, RIGHT)))
}

/// The driving chain, then trades by place.
fn overview<'a>(plan: &'a Plan, groups: &[Group<'a>]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if let Some(hall) = last_hall(plan) {
        let halls: Vec<String> = last_halls(plan).iter().map(|hall| hall.id.clone()).collect();
        rows.push(Row::Heading(format!("{CHAIN} {}", halls.join(", ")), Vec::new()));
        rows.extend(driving_tasks(plan, hall).into_iter().map(|task| Row::Task(Bar::of(plan, task))));
    }
    for group in groups {
        rows.push(Row::Heading(group.title.clone(), marks(plan, group)));
        let bars = |tasks: Vec<&'a Task>| tasks.into_iter().map(|task| Bar::of(plan, task)).collect();
        rows.extend(
            by_lane(plan, &group.tasks).into_iter().map(|(lane, tasks)| Row::Summary(LANES[lane], bars(tasks))),
        );
    }
    rows
}

/// All work of a group, by trade.
fn everything<'a>(plan: &'a Plan, group: &Group<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (lane, tasks) in by_lane(plan, &group.tasks) {
        rows.push(Row::Heading(LANES[lane].to_owned(), Vec::new()));
        rows.extend(tasks.into_iter().map(|task| Row::Task(Bar::of(plan, task))));
    }
    rows
}

fn marks(plan: &Plan, group: &Group) -> Vec<Mark> {
    let halls = plan.halls.iter().filter(|hall| group.places[0].hall() == Some(hall.id.as_str()));
    halls
        .flat_map(|hall| {
            let stops = hall.mining_stops.map(|day| Mark { day, hint: format!("{day}: {STOPS}"), ready: false });
            let ready = Mark { day: hall.ready, hint: format!("{}: {READY}", hall.ready), ready: true };
            stops.into_iter().chain([ready])
        })
        .collect()
}

fn chart(plan: &Plan, rows: &[Row], time: Time) -> Svg {
    let bottom = TOP + ROW * rows.len() as f64;
    let mut svg = Svg::new(WIDTH, bottom + 8.0);
    for index in (0..rows.len()).filter(|index| matches!(rows[*index], Row::Heading(..))) {
        svg.rect("band", (0.0, TOP + ROW * index as f64), (WIDTH, ROW));
    }
    time.draw(&mut svg, TOP, bottom);
    svg.line("today", (time.at(plan.as_of), TOP), (time.at(plan.as_of), bottom));
    for (index, row) in rows.iter().enumerate() {
        draw(&mut svg, row, TOP + ROW * index as f64, time);
    }
    legend(&mut svg, plan);
    svg
}

fn draw(svg: &mut Svg, row: &Row, top: f64, time: Time) {
    let base = top + ROW / 2.0 + 4.0;
    match row {
        Row::Heading(title, marks) => {
            svg.fitted("strong", (4.0, base), title, LABELS - 10.0);
            marks.iter().for_each(|mark| draw_mark(svg, mark, top, time));
        }
        Row::Task(bar) => draw_task(svg, bar, top, time),
        Row::Summary(name, bars) => draw_summary(svg, name, bars, top, time),
    }
}

fn draw_mark(svg: &mut Svg, mark: &Mark, top: f64, time: Time) {
    let (x, y) = (time.at(mark.day), top + ROW / 2.0);
    svg.group("", &[], &mark.hint, |svg| {
        if mark.ready {
            svg.circle("milestone", (x, y), 5.5);
            svg.text("small end halo", (x - 10.0, y + 4.0), &mark.hint);
        } else {
            svg.line("wire", (x, top + 3.0), (x, top + ROW - 3.0));
            svg.text("small halo", (x + 6.0, y + 4.0), &mark.hint);
        }
    });
}

fn draw_task(svg: &mut Svg, bar: &Bar, top: f64, time: Time) {
    let task = bar.task;
    svg.group("task-bar", &[("data-task", &task.id)], &told(task), |svg| {
        svg.fitted("", (16.0, top + ROW / 2.0 + 4.0), &bar.label, LABELS - 24.0);
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
fn draw_summary(svg: &mut Svg, name: &str, bars: &[Bar], top: f64, time: Time) {
    svg.text("", (16.0, top + ROW / 2.0 + 4.0), name);
    let start = bars.iter().map(|bar| bar.task.start).min().map_or(LABELS, |day| time.at(day));
    let finish = bars.iter().map(|bar| bar.task.finish).max().map_or(LABELS, |day| time.end_of(day));
    svg.rect("bar", (start, top + 6.0), (finish - start, ROW - 12.0));
    for bar in bars.iter().filter(|bar| bar.drives) {
        svg.group("task-bar", &[("data-task", &bar.task.id)], &told(bar.task), |svg| {
            let (left, right) = (time.at(bar.task.start), time.end_of(bar.task.finish));
            svg.rect(bar.class(), (left, top + 4.0), (right - left, ROW - 8.0));
        });
    }
    let mut orders: Vec<&Task> = bars.iter().map(|bar| bar.task).filter(|task| task.is_lead).collect();
    orders.sort_by_key(|task| task.late_start);
    orders.dedup_by_key(|task| task.late_start);
    for task in orders {
        svg.group("task-bar", &[("data-task", &task.id)], &told(task), |svg| {
            svg.diamond("order", (time.at(task.late_start), top + ROW / 2.0), 4.5);
        });
    }
}

fn legend(svg: &mut Svg, plan: &Plan) {
    let y = 12.0;
    let mut x = 4.0;
    for (index, words) in LEGEND.iter().enumerate() {
        match index {
            0 => svg.rect("bar critical", (x, y - 6.0), (22.0, 11.0)),
            1 => svg.rect("bar", (x, y - 6.0), (22.0, 11.0)),
            2 => svg.line("float", (x, y), (x + 22.0, y)),
            3 => svg.diamond("order", (x + 14.0, y), 5.0),
            4 => svg.circle("milestone", (x + 14.0, y), 5.5),
            _ => svg.line("today", (x + 14.0, y - 7.0), (x + 14.0, y + 7.0)),
        }
        let words = if index == 5 { format!("{words} {}", plan.as_of) } else { (*words).to_owned() };
        svg.text("small", (x + 28.0, y + 4.0), &words);
        x += 28.0 + super::svg::width_of(&words) + 14.0;
    }
}

/// Name, dates, float and latest order of a task.
fn told(task: &Task) -> String {
    let float = if task.critical { NO_FLOAT.to_owned() } else { format!("{} {FLOAT}", task.total_float_days) };
    let order = if task.is_lead { format!(", {ORDER_BY} {}", task.late_start) } else { String::new() };
    format!("{}: {} to {} ({}), {float}{order}", task.name, task.start, task.finish, weeks(task.weeks.likely))
}

/// The driving chain and the days on which halls are ready, in words.
fn described(plan: &Plan) -> String {
    let ready = plan.halls.iter().map(|hall| format!("{} {READY} {}", hall.id, hall.ready));
    let chain = last_hall(plan).map(|hall| driving_tasks(plan, hall)).unwrap_or_default();
    let chain = chain.into_iter().map(told);
    ready.chain(chain).collect::<Vec<_>>().join("; ") + "."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_overview_stays_short_and_the_rest_is_folded() {
        let plan = sample::plan();
        let groups = groups(&plan);
        assert!(overview(&plan, &groups).len() <= 45);
        let figure = figure(&plan).unwrap();
        assert_eq!(figure.details.len(), groups.len());
        let drawn: String = figure.details.iter().map(|(_, _, svg)| svg.written("x", "", "")).collect();
        for task in groups.iter().flat_map(|group| &group.tasks) {
            assert!(drawn.contains(&format!("data-task=\"{}\"", task.id)), "{}", task.id);
        }
    }
}
