//! What the bill of materials says of each catalog item that it names: specification, substitutes, who buys it, what is kept in
//! store for it; and how orders are paid.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Confidence;

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

/// A catalog item that a way not chosen would have bought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherItem {
    /// What a buyer would call it.
    pub name: String,
    /// CSI MasterFormat section.
    pub masterformat: String,
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

/// What is recommended to be delivered with an item and kept in store. Vendors price it; it is in no cost of the plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spare {
    /// Catalog id of the rule.
    pub id: String,
    /// Catalog id of the item that it is for.
    pub item: String,
    /// What it is.
    pub name: String,
    /// How many are recommended.
    pub quantity: f64,
    /// Of what.
    pub unit: String,
    /// Units of the item that the plan buys.
    pub bought: f64,
    /// One for so many of them, and for a rest.
    pub one_for: f64,
    /// No fewer than these.
    pub at_least: u32,
    /// Ids of the rule's sources.
    pub sources: Vec<String>,
    /// How far the catalog trusts the rule.
    pub confidence: Confidence,
    /// What a buyer must know besides.
    pub note: Option<String>,
}

/// How orders and work are paid, as taken for the cash curve.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentTerms {
    /// Part of an order of equipment that is paid with it, percent.
    pub deposit_pct: f64,
    /// Part of it that is paid when the goods are on site, percent; the rest when their hall is ready.
    pub delivery_pct: f64,
    /// Part of work in place that is held back until its hall is ready, percent; all else as it progresses.
    pub retainage_pct: f64,
    /// Part of what the utility builds that is paid with its order, percent; the rest when it is built.
    pub utility_pct: f64,
    /// From what makes a payment due to the payment, days.
    pub days: f64,
}
