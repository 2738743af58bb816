//! What the page's script knows: its words, how the report writes figures and days, and of tasks enough to show one with the chain
//! that drives it.

use serde::Serialize;

use crate::domain::plan::{Plan, Task};
use crate::report::style::{Scale, Style, args};

#[derive(Serialize)]
struct ScriptData<'a> {
    words: Words,
    /// Marks and names by which tables are sorted.
    figures: Figures,
    tasks: Vec<TaskData<'a>>,
}

#[derive(Serialize)]
struct Words {
    filter: String,
    /// Holds `{shown}` and `{all}`, which the script counts.
    rows: String,
    close: String,
    chain: String,
    start: String,
}

/// How a figure or day of the report can be read back.
#[derive(Serialize)]
struct Figures {
    group: String,
    decimal: String,
    /// The sign of money.
    currency: String,
    /// Ten digits, zero first.
    digits: String,
    scales: Vec<Scale>,
    date_pattern: String,
    /// January first: whole and short names.
    months: Vec<[String; 2]>,
}

#[derive(Serialize)]
struct TaskData<'a> {
    id: &'a str,
    name: String,
    dates: String,
    /// The task with its place and dates, as a step of a chain.
    step: String,
    float: String,
    driven_by: Option<&'a str>,
}

/// All of it as JSON that may stand in a `script` element.
pub fn script_data(plan: &Plan, style: &Style) -> String {
    let tasks = plan.tasks.iter().map(|task| task_data(task, style)).collect();
    let data = ScriptData { words: words(style), figures: figures(style), tasks };
    let json = serde_json::to_string(&data).expect("texts and numbers can be written");
    // No element can end, and no comment begin, inside the data.
    json.replace('<', "\\u003c")
}

fn words(style: &Style) -> Words {
    Words {
        filter: style.word("script-filter"),
        rows: style.say("script-rows", args!["shown" => "{shown}", "all" => "{all}"]),
        close: style.word("script-close"),
        chain: style.word("script-chain"),
        start: style.word("script-start"),
    }
}

fn figures(style: &Style) -> Figures {
    let (group, decimal, digits) = style.marks();
    Figures {
        group,
        decimal,
        currency: style.currency_sign().trim().to_owned(),
        digits,
        scales: style.scales(),
        date_pattern: style.date_pattern().to_owned(),
        months: (1..=12).map(|month| [false, true].map(|short| style.month(month, short))).collect(),
    }
}

fn task_data<'a>(task: &'a Task, style: &Style) -> TaskData<'a> {
    let (name, start, finish) = (style.task(task), style.date(task.start), style.date(task.finish));
    let place = style.place(&task.place);
    let dates = style.say("script-dates", args!["place" => place, "start" => start, "finish" => finish]);
    let step = style.say("script-step", args!["task" => name.as_str(), "dates" => dates.as_str()]);
    TaskData { id: &task.id, name, dates, step, float: float(task, style), driven_by: task.driven_by.as_deref() }
}

fn float(task: &Task, style: &Style) -> String {
    match task.total_float_days {
        ..=0 => style.word("script-no-float"),
        days => style.say("script-float", args!["days" => style.count("day", days as f64)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;
    use crate::report::style::StyleRequest;

    fn read(plan: &Plan, language: &str) -> serde_json::Value {
        let style = Style::new(StyleRequest { language: Some(language.to_owned()), ..StyleRequest::default() });
        serde_json::from_str(&script_data(plan, &style)).unwrap()
    }

    #[test]
    fn data_cannot_end_its_element() {
        let mut plan = sample::plan();
        plan.tasks[0].name = "</script><!--".to_owned();
        assert!(!script_data(&plan, &Style::default()).contains('<'));
        assert_eq!(read(&plan, "en")["tasks"][0]["name"], "</script><!--");
    }

    #[test]
    fn the_script_speaks_the_language_of_the_report() {
        let plan = sample::plan();
        assert_eq!(read(&plan, "en")["words"]["rows"], "{shown} of {all} rows");
        assert_eq!(read(&plan, "zh")["words"]["filter"], "筛选行");
        assert_eq!(read(&plan, "zh")["figures"]["scales"][0]["size"], 1e8);
        assert_eq!(read(&plan, "ar")["figures"]["months"][0][0], "يناير");
    }
}
