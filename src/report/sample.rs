//! The plan that the tests of this folder and of the command line render.

use crate::domain::plan::Plan;

/// `tests/fixtures/plan.json`: two halls, 14 banks, 34 tasks.
const TEXT: &str = include_str!("../../tests/fixtures/plan.json");

/// The plan of [`TEXT`].
pub fn plan() -> Plan {
    super::parse(TEXT).expect("the fixture follows the schema")
}
