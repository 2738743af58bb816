//! Order-by dates and milestones for calendars (iCalendar, RFC 5545).
//!
//! No clock and no random ids: an event keeps its id from plan to plan, so that a calendar that is imported again moves its
//! events instead of adding others.

use std::fmt::Write;

use jiff::civil::Date;

use crate::domain::format::weeks;
use crate::domain::plan::Plan;
use crate::report::facts::{Order, dated_orders};
use crate::report::style::Style;

/// Most octets of a line; longer ones are folded.
const LINE_OCTETS: usize = 75;

/// Days before an order-by date on which a calendar reminds of it.
const REMIND_DAYS: u8 = 14;

struct Event {
    /// Unique within the facility.
    id: String,
    day: Date,
    summary: String,
    description: String,
    category: &'static str,
    reminds: bool,
}

/// The plan's order-by dates, with a reminder two weeks before, and its milestones, each an event of a whole day.
pub fn schedule_ical(plan: &Plan) -> String {
    let mut text = String::new();
    let mut put = |line: &str| fold(&mut text, line);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put(&format!("PRODID:-//retrofit//retrofit {}//EN", plan.version));
    put("CALSCALE:GREGORIAN");
    put("METHOD:PUBLISH");
    put(&format!("X-WR-CALNAME:{}", escape(&plan.site.facility)));
    let events = milestones(plan).into_iter().chain(orders(plan));
    events.flat_map(|event| lines(plan, &event)).for_each(|line| put(&line));
    put("END:VCALENDAR");
    text
}

fn orders(plan: &Plan) -> impl Iterator<Item = Event> {
    dated_orders(plan).into_iter().map(|(day, order)| event_of(day, &order))
}

fn event_of(day: Date, order: &Order) -> Event {
    let line = order.first();
    let need = line.need_by.map_or_else(String::new, |day| format!(", needed on site by {day}"));
    Event {
        id: format!("order.{}.{}", line.bank, line.item),
        day,
        summary: format!("Order by today: {} for {}", line.description, line.place),
        description: format!(
            "{}\nLead time {}{need}. Later orders delay a hall.",
            order.what(&Style::default()),
            weeks(line.lead_weeks)
        ),
        category: "ORDER",
        reminds: true,
    }
}

fn milestones(plan: &Plan) -> Vec<Event> {
    let event = |id: String, day: Date, summary: String| Event {
        id,
        day,
        summary,
        description: String::new(),
        category: "MILESTONE",
        reminds: false,
    };
    let mut events = vec![event("start".to_owned(), plan.site.start_date, "Project starts".to_owned())];
    for hall in &plan.halls {
        let id = &hall.id;
        let stops = hall.mining_stops.map(|day| event(format!("{id}.stop"), day, format!("Miners of {id} stop")));
        let commissioning =
            plan.tasks.iter().filter(|task| task.phase == "commission" && task.place.hall() == Some(id));
        let tests = commissioning.map(|task| task.start).min();
        events.extend(stops);
        events.extend(tests.map(|day| event(format!("{id}.tests"), day, format!("Commissioning of {id} starts"))));
        events.push(event(format!("{id}.ready"), hall.ready, format!("{id} ready for service")));
    }
    let limit = plan.site.ready_date_limit;
    events.extend(limit.map(|day| event("limit".to_owned(), day, "Last day on which halls may get ready".to_owned())));
    events
}

fn lines(plan: &Plan, event: &Event) -> Vec<String> {
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@{}.retrofit", event.id, host(&plan.site.facility)),
        format!("DTSTAMP:{}T000000Z", day(plan.as_of)),
        format!("DTSTART;VALUE=DATE:{}", day(event.day)),
        format!("DTEND;VALUE=DATE:{}", day(event.day.tomorrow().unwrap_or(event.day))),
        format!("SUMMARY:{}", escape(&event.summary)),
        format!("CATEGORIES:{}", event.category),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    if !event.description.is_empty() {
        lines.push(format!("DESCRIPTION:{}", escape(&event.description)));
    }
    if event.reminds {
        lines.extend(["BEGIN:VALARM".to_owned(), "ACTION:DISPLAY".to_owned()]);
        lines.push(format!("DESCRIPTION:{}", escape(&event.summary)));
        lines.extend([format!("TRIGGER:-P{REMIND_DAYS}D"), "END:VALARM".to_owned()]);
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

/// A name as the host of an id: letters and digits, with hyphens between.
fn host(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Text with the characters escaped that mean something.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

/// Writes a content line, folded between characters so that no line has more octets than readers must take.
fn fold(text: &mut String, line: &str) {
    let mut octets = 0;
    for c in line.chars() {
        if octets + c.len_utf8() > LINE_OCTETS {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(c);
        octets += c.len_utf8();
    }
    let _ = write!(text, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn long_lines_fold_between_characters() {
        let (mut text, line) = (String::new(), "é".repeat(100));
        fold(&mut text, &line);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS));
        assert_eq!(text.replace("\r\n ", ""), line + "\r\n");
    }

    #[test]
    fn text_of_the_files_ends_no_line() {
        assert_eq!(escape("a, b; c\\d\r\ne"), "a\\, b\\; c\\\\d\\ne");
    }

    #[test]
    fn ids_are_unique_and_say_nothing_of_dates() {
        let mut plan = sample::plan();
        let ids = |plan: &Plan| -> Vec<String> {
            schedule_ical(plan)
                .replace("\r\n ", "")
                .lines()
                .filter(|l| l.starts_with("UID:"))
                .map(str::to_owned)
                .collect()
        };
        let before = ids(&plan);
        plan.halls[0].ready = plan.halls[0].ready.tomorrow().unwrap();
        assert_eq!(ids(&plan), before);
        let unique: std::collections::BTreeSet<&String> = before.iter().collect();
        assert_eq!(unique.len(), before.len());
    }
}
