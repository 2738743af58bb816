//! The dependency graph of tasks and upgrades, as a picture and as data.

mod data;
mod dot;
mod mermaid;
mod overview;
mod picture;

pub use data::graph_json;
pub use dot::graph_dot;
pub use mermaid::graph_mermaid;
pub use overview::overview;
