//! The dependency graph as JSON: all tasks and banks with their links, none left out to make a picture readable.

use serde_json::{Value, json};

use crate::domain::plan::{BankPlan, Draw, Plan, Task, TaskLink};
use crate::report::facts::takes_time;
use crate::report::json::document;

/// The schema that the file names.
const SCHEMA: &str = "retrofit/graph/1";

/// Nodes and links: tasks in the order of the plan, then banks; links of time by their kind with lags, `builds` from a bank to each
/// of its tasks, `draws` from a bank to another.
pub fn graph_json(plan: &Plan) -> String {
    let nodes: Vec<Value> = plan.tasks.iter().map(task).chain(plan.banks.iter().map(bank)).collect();
    let links: Vec<Value> =
        plan.tasks.iter().flat_map(of_time).chain(plan.tasks.iter().filter_map(builds)).chain(draws(plan)).collect();
    document(
        SCHEMA,
        plan,
        json!({
            "nodes": nodes,
            "links": links,
        }),
    )
}

fn task(task: &Task) -> Value {
    json!({
        "id": task.id,
        "kind": if takes_time(task) { "task" } else { "milestone" },
        "name": task.name,
        "place": task.place,
        "phase": task.phase,
        "bank": task.bank,
        "weeks": task.weeks,
        "start": task.start,
        "finish": task.finish,
        "total_float_days": task.total_float_days,
        "critical": task.critical,
    })
}

fn bank(bank: &BankPlan) -> Value {
    json!({
        "id": bank.id,
        "kind": "bank",
        "name": bank.service.info().label,
        "place": bank.place,
        "service": bank.service,
        "chosen": bank.chosen.label,
        "is_upgrade": !bank.chosen.parts.is_empty(),
    })
}

fn of_time(task: &Task) -> Vec<Value> {
    let link =
        |link: &TaskLink| json!({ "from": link.task, "to": task.id, "kind": link.kind, "lag_weeks": link.lag_weeks });
    task.after.iter().map(link).collect()
}

fn builds(task: &Task) -> Option<Value> {
    Some(json!({ "from": task.bank.as_ref()?, "to": task.id, "kind": "builds" }))
}

fn draws(plan: &Plan) -> Vec<Value> {
    let of = |bank: &BankPlan| -> Vec<Value> {
        let link = |draw: &Draw| {
            let on = plan.banks.iter().find(|on| on.service == draw.service && on.place == draw.place)?;
            Some(json!({ "from": bank.id, "to": on.id, "kind": "draws", "amount": draw.amount }))
        };
        bank.chosen.draws.iter().filter_map(link).collect()
    };
    plan.banks.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::report::sample;

    #[test]
    fn every_link_ties_two_nodes_and_every_link_of_the_plan_is_there() {
        let plan = sample::plan();
        let data: Value = serde_json::from_str(&graph_json(&plan)).unwrap();
        let (nodes, links) = (data["nodes"].as_array().unwrap(), data["links"].as_array().unwrap());
        let ids: BTreeSet<&str> = nodes.iter().map(|node| node["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), plan.tasks.len() + plan.banks.len());
        for link in links {
            assert!(
                ids.contains(link["from"].as_str().unwrap()) && ids.contains(link["to"].as_str().unwrap()),
                "{link}"
            );
        }
        let of_time = links.iter().filter(|link| link["lag_weeks"].is_number()).count();
        assert_eq!(of_time, plan.tasks.iter().map(|task| task.after.len()).sum::<usize>());
        assert!(links.iter().any(|link| link["kind"] == "draws") && links.iter().any(|link| link["kind"] == "builds"));
    }
}
