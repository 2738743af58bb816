//! What could be asked for, or be there, instead.

use jiff::civil::Date;

use super::racks::Counts;
use crate::domain::{Objective, Policy, Service};
use crate::validate::Site;

/// One change of what is asked for or of what there is.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Racks by hall.
    Racks(Counts),
    /// The day by which halls are ready.
    ReadyDate(Date),
    /// What may be spent, USD.
    Budget(f64),
    /// The redundancy of a service.
    Policy(Service, Policy),
    /// Firm power of the utility, MW.
    FirmMw(f64),
    /// Free ground, m2.
    Yard(f64),
    /// Water that may be drawn, m3 a day.
    Water(f64),
    /// Longest round trip, ms.
    RoundTrip(f64),
    /// Dark strands on each route.
    Strands(u32),
    /// Diverse routes.
    Routes(u32),
}

impl Change {
    /// The site with this change.
    pub fn apply(&self, site: &Site) -> Site {
        let mut changed = site.clone();
        match self {
            Change::Racks(racks) => return site.with_racks(racks),
            Change::ReadyDate(date) => changed.target.ready_date = Some(*date),
            Change::Budget(usd) => changed.target.budget_usd = Some(*usd),
            Change::Policy(service, policy) => {
                changed.target.redundancy.insert(*service, *policy);
            }
            Change::FirmMw(mw) => {
                changed.utility.firm_mw = *mw;
                changed.utility.approved_mw = changed.utility.approved_mw.max(*mw);
            }
            Change::Yard(m2) => changed.yard_m2 = *m2,
            Change::Water(m3) => changed.water_m3_per_day = *m3,
            Change::RoundTrip(ms) => changed.target.fiber.round_trip_limit_ms = *ms,
            Change::Strands(strands) => changed.target.fiber.strands_per_route = *strands,
            Change::Routes(routes) => changed.target.fiber.routes = *routes,
        }
        changed
    }
}

/// The site with a limit or an objective of its target let go.
pub fn without(site: &Site, limit: fn(&mut Site)) -> Site {
    let mut changed = site.clone();
    limit(&mut changed);
    changed
}

/// Asks for the least cost alone.
pub fn for_money(site: &mut Site) {
    site.target.objective = Some(Objective::Capex);
    site.target.capex_tolerance_pct = 0.0;
}
