//! What fits where not all that is asked can be had: what conflicts, what would have to change, and how many racks there is
//! room for.
//!
//! Every answer is a solve of the whole model on a changed site (`oracle`); nothing is said to fit that was not planned,
//! and nothing not to fit that a second run did not confirm. The number of questions is bounded, and where they ran out the
//! answer says so.

mod change;
mod clash;
mod explain;
mod lever;
mod most;
mod oracle;
mod racks;

pub use change::Change;
pub use explain::{Explanation, Relaxation, explain};
pub use lever::Step;
pub use most::most_mw;
