//! An activity of banks that never hold anything is never done.

use super::can_be_supplied;
use crate::input::catalog::{Activity, ActivityPer};
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let works = |activity: &Activity| activity.services.iter().any(|service| can_be_supplied(shelf.catalog, *service));
    let idle = shelf.catalog.activities.iter().filter(|activity| activity.per == ActivityPer::Bank && !works(activity));
    idle.map(|activity| Doubt::new(format!("activities.{}", activity.id), "nothing can be bought for its services"))
        .collect()
}
