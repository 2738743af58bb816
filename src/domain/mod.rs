//! The vocabulary that every stage shares. This part knows no file, no stage and no solver.

pub mod approval;
pub mod assumptions;
pub mod blocks;
pub mod bought;
pub mod calendar;
pub mod clash;
pub mod confidence;
pub mod fit;
pub mod format;
pub mod formula;
pub mod mode;
pub mod objective;
pub mod place;
pub mod plan;
pub mod range;
pub mod redundancy;
pub mod service;
pub mod studies;

pub use approval::{ApprovalPath, Permit, RuleTrigger};
pub use bought::Supply;
pub use calendar::{Calendar, TaskCalendar};
pub use confidence::Confidence;
pub use mode::Mode;
pub use objective::Objective;
pub use place::Place;
pub use range::{Range, Total};
pub use redundancy::{Policy, usable_capacity};
pub use service::{Scope, Service, System};
