//! What the page's script knows of tasks: enough to show one with the chain that drives it.

use serde::Serialize;

use crate::domain::plan::Plan;

#[derive(Serialize)]
struct TaskData<'a> {
    id: &'a str,
    name: &'a str,
    place: String,
    start: String,
    finish: String,
    float_days: i64,
    driven_by: Option<&'a str>,
}

/// All tasks as JSON that may stand in a `script` element.
pub fn tasks(plan: &Plan) -> String {
    let tasks: Vec<TaskData> = plan
        .tasks
        .iter()
        .map(|task| TaskData {
            id: &task.id,
            name: &task.name,
            place: task.place.to_string(),
            start: task.start.to_string(),
            finish: task.finish.to_string(),
            float_days: task.total_float_days,
            driven_by: task.driven_by.as_deref(),
        })
        .collect();
    let json = serde_json::to_string(&tasks).expect("texts and numbers can be written");
    // No element can end, and no comment begin, inside the data.
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn data_cannot_end_its_element() {
        let mut plan = sample::plan();
        plan.tasks[0].name = "</script><!--".to_owned();
        let json = tasks(&plan);
        assert!(!json.contains('<'));
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read[0]["name"], "</script><!--");
    }
}
