//! What one more of what limits a plan is worth: the plan again with that.

use jiff::ToSpan;
use serde::Serialize;

use super::alternatives::OtherPlan;
use super::{Outcome, Solver, exact};
use crate::validate::Site;
use crate::{Prepared, Unplannable};

/// A limit of the site or of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Firm power of the utility, by MW.
    GridImport,
    /// Ground for plant, by 100 m2.
    Yard,
    /// Water that may be drawn, by m3 a day.
    MakeUpWater,
    /// The day by which all halls must be ready, by months.
    Deadline,
    /// The most that may be spent, by million USD.
    Budget,
}

impl Limit {
    /// All limits.
    pub const ALL: [Limit; 5] = [Limit::GridImport, Limit::Yard, Limit::MakeUpWater, Limit::Deadline, Limit::Budget];

    /// The requirement of a plan that it stands for, or its name in the target.
    pub const fn id(self) -> &'static str {
        match self {
            Limit::GridImport => "site.grid_import",
            Limit::Yard => "site.yard",
            Limit::MakeUpWater => "site.make_up_water",
            Limit::Deadline => "deadline",
            Limit::Budget => "budget",
        }
    }

    /// One more of it, in words.
    pub const fn one_more(self) -> &'static str {
        match self {
            Limit::GridImport => "1 MW more firm power",
            Limit::Yard => "100 m2 more yard",
            Limit::MakeUpWater => "1 m3/day more water",
            Limit::Deadline => "one month more to the deadline",
            Limit::Budget => "$1 M more budget",
        }
    }

    /// The site with one more of it, or one less; nothing where it does not limit.
    fn moved(self, site: &Site, sign: f64) -> Option<Site> {
        let mut moved = exact(site);
        match self {
            Limit::GridImport => moved.utility.firm_mw += sign,
            Limit::Yard => moved.yard_m2 += 100.0 * sign,
            Limit::MakeUpWater => moved.water_m3_per_day += sign,
            Limit::Deadline => {
                let months = (sign as i32).months();
                moved.target.ready_date = Some(site.target.ready_date?.saturating_add(months));
            }
            Limit::Budget => moved.target.budget_usd = Some(site.target.budget_usd? + 1e6 * sign),
        }
        moved.utility.approved_mw = moved.utility.approved_mw.max(moved.utility.firm_mw);
        let whole = moved.utility.firm_mw >= moved.utility.curtailable_mw
            && moved.yard_m2 >= 0.0
            && moved.water_m3_per_day >= 0.0
            && moved.target.budget_usd.is_none_or(|budget| budget >= 0.0);
        whole.then_some(moved)
    }
}

/// What a limit is worth.
#[derive(Debug)]
pub struct Worth {
    /// The limit.
    pub limit: Limit,
    /// The plan as it is limited.
    pub best: Outcome,
    /// With one more; why there is none.
    pub more: Result<OtherPlan, Unplannable>,
    /// With one less; nothing where it cannot be less.
    pub less: Option<Result<OtherPlan, Unplannable>>,
}

/// Plans with one more and with one less of a limit; nothing where it is not set.
///
/// # Errors
/// There is no plan at all.
pub fn worth(site: &Site, limit: Limit, solver: &mut Solver) -> Result<Option<Worth>, Unplannable> {
    let Some(wider) = limit.moved(site, 1.0) else { return Ok(None) };
    let plain = exact(site);
    let prepared = Prepared::new(&plain)?;
    let best = solver.choose(&prepared)?;
    let mut beside = |moved: &Site| {
        let solved = Prepared::new(moved).and_then(|other| solver.choose(&other));
        solved.map(|outcome| OtherPlan::beside(&prepared, &best, outcome))
    };
    let more = beside(&wider);
    let less = limit.moved(site, -1.0).map(|narrower| beside(&narrower));
    Ok(Some(Worth { limit, best, more, less }))
}
