//! Fiber routes: number, diversity, strands, round trip.

use super::facts::Facts;
use super::report::Report;
use crate::domain::plan::BankPlan;
use crate::domain::{Place, Service};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::FiberKind;
use crate::validate::SiteRoute;

/// The routes of the plan.
pub fn routes(facts: &Facts, report: &mut Report) {
    let Some(bank) = facts.bank_of(&Place::Site, Service::FiberRoutes) else { return };
    let routes = chosen(facts, bank);
    let wanted = facts.site.target.fiber.routes as usize;
    report.expect(routes.len() >= wanted, &bank.id, || format!("{} routes of {wanted}", routes.len()));
    for (i, route) in routes.iter().enumerate() {
        admissible(facts, route, report);
        for other in &routes[i + 1..] {
            let shared = route.segments.iter().find(|segment| other.segments.contains(segment));
            let one_door = route.entrance.is_some() && route.entrance == other.entrance;
            let diverse = shared.is_none() && !one_door && route.id != other.id;
            report.expect(diverse, &route.id, || {
                format!(
                    "not diverse from {}: both use {}",
                    other.id,
                    shared.or(route.entrance.as_ref()).unwrap_or(&route.id)
                )
            });
        }
    }
}

/// The routes that a bank uses, in its order.
pub fn chosen<'a>(facts: &Facts<'a>, bank: &BankPlan) -> Vec<&'a SiteRoute> {
    let of = |name: &str| facts.site.fiber_routes.iter().find(|route| name == format!("fiber_routes.{}", route.id));
    bank.chosen.kept.iter().filter_map(|kept| of(&kept.asset)).collect()
}

fn admissible(facts: &Facts, route: &SiteRoute, report: &mut Report) {
    let wanted = &facts.site.target.fiber;
    report.expect(route.fiber != FiberKind::Lit, &route.id, || "only lit services are offered".to_owned());
    let strands = route.fiber == FiberKind::None || route.dark_strands >= wanted.strands_per_route;
    report
        .expect(strands, &route.id, || format!("{} dark strands of {}", route.dark_strands, wanted.strands_per_route));
    report.at_most(&route.id, "the round trip, ms,", round_trip_ms(facts, route), wanted.round_trip_limit_ms);
}

/// There and back through glass and amplifiers, and once through the terminals, ms.
pub fn round_trip_ms(facts: &Facts, route: &SiteRoute) -> f64 {
    let glass_us = 2.0 * route.length_km * facts.site.parameter(P::FiberDelayUsPerKm);
    let amplifiers_us = 2.0 * f64::from(route.amplifiers) * facts.site.parameter(P::AmplifierDelayUs);
    (glass_us + amplifiers_us + facts.site.parameter(P::TerminalDelayUs)) / 1000.0
}
