//! The dependency graph for Mermaid.

use std::fmt::Write;

use super::overview::overview;
use super::picture::{Link, Look, Node, Picture};
use crate::domain::plan::Plan;

/// Links that Mermaid draws unless its `maxEdges` is raised.
const USUAL_LINKS: usize = 500;

const STYLES: &str = "    classDef critical stroke:#c00,stroke-width:3px
    classDef milestone stroke-dasharray:4 2
    classDef upgrade fill:#eef,stroke:#446
";

/// The dependency graph as a Mermaid flowchart, by place and phase, critical tasks in red: one node for each activity and
/// place, since Mermaid draws 500 links and 50,000 characters at most. The graph in full is that for Graphviz.
pub fn graph_mermaid(plan: &Plan) -> String {
    let picture = Picture::of(&overview(plan));
    let mut text = String::from("flowchart LR\n");
    if picture.links.len() > USUAL_LINKS {
        let _ =
            writeln!(text, "    %% {} links: most viewers need `maxEdges` raised to draw them", picture.links.len());
    }
    for (number, (place, groups)) in picture.places.iter().enumerate() {
        let _ = writeln!(text, "    subgraph place_{number} [{}]", quoted(place));
        for (index, group) in groups.iter().enumerate() {
            let _ = writeln!(text, "        subgraph place_{number}_{index} [{}]", quoted(&group.title));
            for node in &group.nodes {
                let _ = writeln!(text, "            {}", shape(node));
            }
            text.push_str("        end\n");
        }
        text.push_str("    end\n");
    }
    for link in &picture.links {
        let _ = writeln!(text, "    {} {} {}", link.from, arrow(link), link.to);
    }
    text + STYLES
}

fn shape(node: &Node) -> String {
    let label = quoted(&node.lines.join("\n"));
    match node.look {
        Look::Task => format!("{}[{label}]", node.id),
        Look::Critical => format!("{}[{label}]:::critical", node.id),
        Look::Milestone => format!("{}([{label}]):::milestone", node.id),
        Look::Upgrade => format!("{}[/{label}/]:::upgrade", node.id),
    }
}

fn arrow(link: &Link) -> String {
    let line = if link.dotted { "-.->" } else { "-->" };
    if link.label.is_empty() { line.to_owned() } else { format!("{line}|{}|", quoted(&link.label)) }
}

/// A label in quotes; what Mermaid would read as its own is written as an entity.
fn quoted(label: &str) -> String {
    let label = label.replace('#', "#35;").replace('"', "#quot;").replace('<', "#lt;").replace('>', "#gt;");
    format!("\"{}\"", label.replace('`', "'").replace('\n', "<br/>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn the_whole_flowchart() {
        insta::assert_snapshot!(graph_mermaid(&sample::plan()));
    }

    #[test]
    fn labels_cannot_end_early() {
        assert_eq!(quoted("a \"b\" #1\nc"), "\"a #quot;b#quot; #35;1<br/>c\"");
    }
}
