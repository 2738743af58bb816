//! The scope bridge: published figures per MW mix shells, fitted-out halls, soft costs and tenants' racks; here each is a step.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::domain::{Range, Service};

/// What a cost is part of, in the order in which published figures add them up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CostScope {
    /// Building and ground: what a landlord hands over as core and shell.
    Shell,
    /// Power, cooling, fire, controls and fit-out of a turnkey hall.
    FitOut,
    /// Design, fees, permits, insurance, commissioning, tax, escalation.
    Soft,
    /// Contingency.
    Contingency,
    /// The owner's side of the site: utility, fiber to the world, owner's staff.
    Owner,
    /// Racks, fabric and cabling of the tenant.
    Tenant,
}

impl CostScope {
    /// All scopes in their order.
    pub const ALL: [CostScope; 6] = [
        CostScope::Shell,
        CostScope::FitOut,
        CostScope::Soft,
        CostScope::Contingency,
        CostScope::Owner,
        CostScope::Tenant,
    ];

    /// The name in files and arguments.
    pub const fn id(self) -> &'static str {
        match self {
            CostScope::Shell => "shell",
            CostScope::FitOut => "fit_out",
            CostScope::Soft => "soft",
            CostScope::Contingency => "contingency",
            CostScope::Owner => "owner",
            CostScope::Tenant => "tenant",
        }
    }

    /// The name in reports.
    pub const fn label(self) -> &'static str {
        match self {
            CostScope::Shell => "Landlord shell",
            CostScope::FitOut => "Landlord fit-out",
            CostScope::Soft => "Soft cost",
            CostScope::Contingency => "Contingency",
            CostScope::Owner => "Owner: utility, fiber, staff",
            CostScope::Tenant => "Tenant: racks, fabric, cabling",
        }
    }

    /// The scope that the supply of a service belongs to.
    pub const fn of(service: Service) -> CostScope {
        match service {
            Service::WhiteSpace
            | Service::FloorRating
            | Service::StructuralSteel
            | Service::Envelope
            | Service::Demolition
            | Service::Yard
            | Service::AcousticScreen => CostScope::Shell,
            Service::GridImport
            | Service::OnSitePower
            | Service::LoadSmoothing
            | Service::FiberRoutes
            | Service::FiberEntrances => CostScope::Owner,
            Service::LineSystems | Service::Wavelengths | Service::ClusterCabling | Service::RackFeeds => {
                CostScope::Tenant
            }
            _ => CostScope::FitOut,
        }
    }
}

/// The bridge from the shell to everything, and what the sums are divided by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeStudy {
    /// The last scope that the headline figure holds.
    pub headline: CostScope,
    /// Firm power of the connection with the steps bought, MW.
    pub utility_mw: f64,
    /// Power drawn on the design day, MW.
    pub gross_mw: f64,
    /// Racks with network and storage, MW: what leases count as critical IT.
    pub critical_it_mw: f64,
    /// One step for each scope, in order; they sum to the capex.
    pub steps: Vec<ScopeStep>,
    /// Racks of the tenant at the target's price, USD; outside the capex, and nothing where no price is given.
    pub tenant_racks: Option<Range>,
}

impl ScopeStudy {
    /// The sum up to the headline's scope, USD; nothing where the study has no such step.
    pub fn headline_amount(&self) -> Option<Range> {
        self.steps.iter().find(|step| step.scope == self.headline).map(|step| step.cumulative)
    }
}

/// One scope with its cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScopeStep {
    /// Which.
    pub scope: CostScope,
    /// USD.
    pub amount: Range,
    /// This and all earlier steps, USD.
    pub cumulative: Range,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_in_files_is_the_id() {
        for scope in CostScope::ALL {
            assert_eq!(serde_json::to_value(scope).unwrap(), scope.id());
        }
    }
}
