//! How far a figure can be trusted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a figure can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The source's own text was read.
    High,
    /// Read through a transcription or the trade press.
    Medium,
    /// Secondary or anonymous.
    Low,
    /// Not published: an engineering estimate.
    Estimate,
}

impl Confidence {
    /// The word for it, as in files.
    pub const fn label(self) -> &'static str {
        match self {
            Confidence::High => "high",
            Confidence::Medium => "medium",
            Confidence::Low => "low",
            Confidence::Estimate => "estimate",
        }
    }
}
