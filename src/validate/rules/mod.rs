//! What the values of all files must say together. One rule per function; each reports all its findings, with every place
//! that a finding rests on.

use crate::diagnostic::Diagnostic;
use crate::input::Inputs;

/// A rule: what it finds wrong with the files.
pub(super) type Rule = fn(&Inputs) -> Vec<Diagnostic>;

/// Every rule.
pub(super) const RULES: &[Rule] = &[];
