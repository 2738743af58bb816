//! The brand: for whom a report is made, by whom, and how it reads. These are the fields as written.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// For whom a report is made, by whom, and how it reads.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// Always `retrofit/brand/1`.
    pub schema: BrandSchema,
    /// The client's name, on the report's head.
    pub client: Option<String>,
    /// Who made the report.
    pub prepared_by: Option<String>,
    /// Path of the logo's file (PNG, JPEG, SVG, GIF or WebP), relative to this file.
    pub logo: Option<String>,
    /// A note at the end of the report.
    pub disclaimer: Option<String>,
    /// The language: `en`, `zh`, `ar`, or that of a pack of your own.
    pub language: Option<String>,
    /// The currency of all amounts; USD where not said.
    pub currency: Option<CurrencyRate>,
    /// Units of temperature, length, area, volume and weight; power stays in kW and MW.
    #[serde(default)]
    pub units: Units,
    /// How 1234.5 is written, as an example: `1,234.5`, `1.234,5`, `1 234,5`. As the language has it where not said.
    pub number_example: Option<String>,
    /// How a day is written, of YYYY, YY, MMMM, MMM, MM, M, DD, D: `D MMMM YYYY`. As the language has it where not said.
    pub date_pattern: Option<String>,
}

/// The kind and version of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum BrandSchema {
    /// Version 1.
    #[serde(rename = "retrofit/brand/1")]
    V1,
}

/// A currency with its rate.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CurrencyRate {
    /// ISO 4217: `EUR`.
    #[schemars(regex(pattern = r"^[A-Z]{3}$"))]
    pub code: String,
    /// Units of it for one US dollar.
    #[schemars(range(min = 0.000_001, max = 1e9))]
    pub per_usd: f64,
}

/// A system of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Units {
    /// As the plan counts.
    #[default]
    Si,
    /// °F, feet, gallons, pounds.
    UsCustomary,
}
