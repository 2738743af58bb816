//! How orders and work are taken to be paid.

use crate::domain::bought::PaymentTerms;
use crate::input::catalog::ParameterId as P;
use crate::validate::Site;

/// The catalogs' terms.
pub fn terms(site: &Site) -> PaymentTerms {
    PaymentTerms {
        deposit_pct: site.parameter(P::DepositPct),
        delivery_pct: site.parameter(P::DeliveryPaymentPct),
        retainage_pct: site.parameter(P::RetainagePct),
        utility_pct: site.parameter(P::UtilityAdvancePct),
        days: site.parameter(P::PaymentDays),
    }
}
