//! The dependency graph for Graphviz.

use std::fmt::Write;

use super::picture::{Link, Look, Node, Picture};
use crate::domain::plan::Plan;

/// The dependency graph of tasks and upgrades for Graphviz, by place and phase; critical tasks in red.
pub fn graph_dot(plan: &Plan) -> String {
    let picture = Picture::of(plan);
    let mut text = String::from("digraph plan {\n    rankdir=LR;\n    node [shape=box, fontname=\"Helvetica\"];\n");
    for (number, (place, groups)) in picture.places.iter().enumerate() {
        let _ = writeln!(text, "    subgraph cluster_{number} {{\n        label={};", quoted(place));
        for (index, group) in groups.iter().enumerate() {
            let _ = writeln!(
                text,
                "        subgraph cluster_{number}_{index} {{\n            label={};",
                quoted(&group.title)
            );
            for node in &group.nodes {
                let _ =
                    writeln!(text, "            {} [label={}{}];", node.id, quoted(&node.lines.join("\n")), look(node));
            }
            text.push_str("        }\n");
        }
        text.push_str("    }\n");
    }
    for link in &picture.links {
        let _ = writeln!(text, "    {} -> {}{};", link.from, link.to, attributes(link));
    }
    text + "}\n"
}

fn look(node: &Node) -> &'static str {
    match node.look {
        Look::Task => "",
        Look::Critical => ", color=red, penwidth=2",
        Look::Milestone => ", shape=oval, style=dashed",
        Look::Upgrade => ", shape=parallelogram, style=filled, fillcolor=lavender",
    }
}

fn attributes(link: &Link) -> String {
    let label = (!link.label.is_empty()).then(|| format!("label={}", quoted(&link.label)));
    let style = link.dotted.then(|| "style=dotted".to_owned());
    let all: Vec<String> = label.into_iter().chain(style).collect();
    if all.is_empty() { String::new() } else { format!(" [{}]", all.join(", ")) }
}

fn quoted(label: &str) -> String {
    format!("\"{}\"", label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn braces_and_quotes_are_even() {
        let mut plan = sample::plan();
        plan.tasks[0].name = "a \"quoted\" name".to_owned();
        let text = graph_dot(&plan);
        assert_eq!(text.matches('{').count(), text.matches('}').count());
        assert!(text.contains("label=\"a \\\"quoted\\\" name\\n"));
    }
}
