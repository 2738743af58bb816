//! What the bill of materials says of each catalog item that it names: specification, substitutes, who buys it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who buys equipment and who puts it in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Supply {
    /// Owner-furnished, contractor-installed (OFCI).
    OwnerContractor,
    /// Owner-furnished, owner-installed (OFOI): by the owner's own contract with a carrier or utility.
    OwnerOwner,
    /// Contractor-furnished, contractor-installed (CFCI).
    ContractorContractor,
}

impl Supply {
    /// The trade's abbreviation.
    pub const fn label(self) -> &'static str {
        match self {
            Supply::OwnerContractor => "OFCI",
            Supply::OwnerOwner => "OFOI",
            Supply::ContractorContractor => "CFCI",
        }
    }
}

/// A catalog item that the bill of materials names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoughtItem {
    /// Catalog id.
    pub id: String,
    /// What a buyer would call it, with its size.
    pub name: String,
    /// Its figures, in the order of a specification.
    pub figures: Vec<SpecFigure>,
    /// What no number says: voltages, connection, how it meets the air.
    pub features: Vec<SpecFeature>,
    /// Items that a buyer may take in its place without a change of design.
    pub substitutes: Vec<Substitute>,
    /// Who buys it, as proposed.
    pub supply: Supply,
    /// What a buyer must know besides.
    pub note: Option<String>,
}

/// One figure of a specification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecFigure {
    /// The catalog's field: `interrupting_rating_ka`.
    pub field: String,
    /// What it is called: `interrupting rating`.
    pub name: String,
    /// The number, of one unit at its rating conditions.
    pub value: f64,
    /// Its unit.
    pub unit: String,
}

/// One feature of a specification.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecFeature {
    /// What is told: `connection`.
    pub name: String,
    /// How it is.
    pub text: String,
}

/// An item that may be taken in another's place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Substitute {
    /// Catalog id.
    pub id: String,
    /// What a buyer would call it.
    pub name: String,
}
