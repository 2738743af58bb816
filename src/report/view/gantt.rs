//! A Mermaid Gantt chart of the summary: the driving chain, then the work of site and halls, coarse enough to read.

use std::fmt::Write;

use jiff::civil::Date;

use crate::domain::Place;
use crate::domain::plan::{Plan, Task};
use crate::report::facts::{driving_tasks, follows_ready, last_hall, takes_time};
use crate::report::style::{Style, args};

/// Most bars of the chart, milestones included.
const MOST_BARS: usize = 40;

/// Most bars of the driving chain.
const CHAIN_BARS: usize = 12;

struct Bar {
    name: String,
    start: Date,
    finish: Date,
    kind: Kind,
}

/// How a bar is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Work,
    Critical,
    Milestone,
}

/// What work of a phase is counted to, at one level of detail.
type Level = fn(&Style, &str) -> String;

/// The chart; nothing where there is no work.
pub fn gantt(plan: &Plan, style: &Style) -> Option<String> {
    let chain = chain(plan, style);
    let room = MOST_BARS - chain.len();
    let levels: [Level; 3] = [Style::phase, stage, everything];
    let mut details = levels.iter().map(|level| sections(plan, *level, style));
    let sections = details.find(|sections| bars(sections) <= room).unwrap_or_default();
    if chain.is_empty() && sections.is_empty() {
        return None;
    }
    let mut text = String::from(
        "gantt\n    dateFormat YYYY-MM-DD\n    axisFormat %Y-%m\n    inclusiveEndDates\n    todayMarker off\n",
    );
    write_section(&mut text, &style.word("gantt-chain"), &chain);
    for (place, bars) in &sections {
        write_section(&mut text, place, bars);
    }
    Some(text)
}

fn bars(sections: &[(String, Vec<Bar>)]) -> usize {
    sections.iter().map(|(_, bars)| bars.len()).sum()
}

/// The longest tasks that drive the last hall, in their order.
fn chain(plan: &Plan, style: &Style) -> Vec<Bar> {
    let Some(hall) = last_hall(plan) else { return Vec::new() };
    let mut tasks = driving_tasks(plan, hall);
    tasks.sort_by(|a, b| b.weeks.likely.total_cmp(&a.weeks.likely));
    tasks.truncate(CHAIN_BARS);
    tasks.sort_by_key(|task| (task.start, task.finish));
    let bar =
        |task: &&Task| Bar { name: style.task(task), start: task.start, finish: task.finish, kind: Kind::Critical };
    tasks.iter().map(bar).collect()
}

/// Site and halls with the spans of their work at one level of detail, and the day each hall is ready.
fn sections(plan: &Plan, level: Level, style: &Style) -> Vec<(String, Vec<Bar>)> {
    let mut sections = vec![(style.word("gantt-site"), spans(plan, &Place::Site, level, style))];
    for hall in &plan.halls {
        let mut bars = spans(plan, &Place::Hall(hall.id.clone()), level, style);
        let name = style.word("gantt-ready");
        bars.push(Bar { name, start: hall.ready, finish: hall.ready, kind: Kind::Milestone });
        sections.push((style.say("gantt-hall", args!["hall" => hall.id.as_str()]), bars));
    }
    sections.retain(|(_, bars)| !bars.is_empty());
    sections
}

/// First start to last finish of each group of tasks in one place, in order of their starts.
fn spans(plan: &Plan, place: &Place, level: Level, style: &Style) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    for task in plan.tasks.iter().filter(|task| task.place == *place && takes_time(task)) {
        let name = match follows_ready(plan, task) {
            true => style.word("lane-after-ready"),
            false => level(style, &task.phase),
        };
        match bars.iter_mut().find(|bar| bar.name == name) {
            Some(bar) => (bar.start, bar.finish) = (bar.start.min(task.start), bar.finish.max(task.finish)),
            None => bars.push(Bar { name, start: task.start, finish: task.finish, kind: Kind::Work }),
        }
    }
    bars.sort_by_key(|bar| (bar.start, bar.finish));
    bars
}

fn stage(style: &Style, phase: &str) -> String {
    style.word(match phase {
        "front_end" | "design" => "gantt-prepare",
        "permit" => "gantt-approvals",
        "procure" | "utility" => "gantt-procure",
        "commission" | "handover" => "gantt-commission",
        _ => "gantt-build",
    })
}

fn everything(style: &Style, _: &str) -> String {
    style.word("gantt-all")
}

fn write_section(text: &mut String, title: &str, bars: &[Bar]) {
    if bars.is_empty() {
        return;
    }
    let _ = writeln!(text, "    section {}", plain(title));
    for bar in bars {
        let mark = match bar.kind {
            Kind::Milestone => "milestone, ",
            Kind::Critical => "crit, ",
            Kind::Work => "",
        };
        let _ = writeln!(text, "    {} :{mark}{}, {}", plain(&bar.name), bar.start, bar.finish);
    }
}

/// Without the characters that end a name in Mermaid's Gantt syntax.
fn plain(name: &str) -> String {
    name.replace(':', " -").replace(';', ",").replace('#', "no. ").replace(['\n', '\r', '`'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn stays_readable_for_many_halls() {
        let mut plan = sample::plan();
        let bars =
            |plan: &Plan| gantt(plan, &Style::default()).unwrap().lines().filter(|line| line.contains(" :")).count();
        assert!(bars(&plan) <= MOST_BARS);
        let (hall, tasks) = (plan.halls[0].clone(), plan.tasks.clone());
        for number in 0..8 {
            let id = format!("hall_{number}");
            plan.tasks.extend(tasks.iter().filter(|task| task.place != Place::Site).cloned().map(|mut task| {
                task.place = Place::Hall(id.clone());
                task
            }));
            plan.halls.push(crate::domain::plan::HallPlan { id, ..hall.clone() });
        }
        assert!(bars(&plan) <= MOST_BARS);
        assert!(gantt(&plan, &Style::default()).unwrap().contains("section Hall hall_7"));
    }

    #[test]
    fn names_cannot_end_early() {
        assert_eq!(plain("a: b; c #1"), "a - b, c no. 1");
    }
}
