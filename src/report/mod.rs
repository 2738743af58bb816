//! What is rendered from a finished plan: `plan.json`, the report, the bill of materials, the schedule, the dependency graph, the
//! summary.
//!
//! Everything here is a pure function of [`Plan`](crate::domain::plan::Plan): nothing is solved, dated or priced again.
//! `facts` says what several outputs need to know of a plan, `view` prepares one section of the report a file, and
//! `templates/` lays the sections out without any logic but `each` and `if`.

mod bom;
mod cash;
mod cell_text;
mod chain;
mod check;
mod clash;
mod diff;
mod explain;
mod facts;
mod frontier;
mod graph;
mod helpers;
mod html;
mod json;
mod markdown;
mod schedule;
mod style;
mod summary;
mod template;
mod view;

#[cfg(test)]
mod sample;

pub use bom::{BomLevel, WorkbookError, bom_csv, bom_json, bom_xlsx};
pub use chain::ready_id;
pub use check::{check_pack, check_templates};
pub use clash::{clash_reasons, clash_text};
pub use diff::{Diff, diff, diff_json, diff_text};
pub use explain::{explain, subjects};
pub use frontier::{FRONTIER_SCHEMA, FrontierFile, FrontierPoint, read_frontier};
pub use graph::{graph_dot, graph_json, graph_mermaid};
pub use html::{frontier, html};
pub use json::{ParseError, json, parse};
pub use markdown::{RenderError, markdown, render, view_json};
pub use schedule::{ScheduleError, schedule_csv, schedule_ical, schedule_json, schedule_msproject, schedule_p6};
pub use style::{
    Brand, Currency, ENGLISH, NumberMarks, PackText, Style, StyleRequest, UnitSystem, built_in, built_in_english,
    is_pattern, languages,
};
pub use summary::summary;
pub use template::{ENDING, TemplateText, Templates};
