//! What no activity orders or installs costs money, but no time.

use crate::domain::Service;
use crate::input::catalog::DurationOf;
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let bought = Service::ALL.iter().filter(|service| shelf.catalog.items_for(**service).next().is_some());
    let of = |service: Service| {
        [(DurationOf::Lead, "orders"), (DurationOf::Install, "installs")].map(|work| (service, work))
    };
    let missing =
        bought.flat_map(|service| of(*service)).filter(|(service, (part, _))| !is_done(shelf, *service, *part));
    missing
        .map(|(service, (_, verb))| Doubt::new(format!("services.{service}"), format!("no activity {verb} it")))
        .collect()
}

fn is_done(shelf: &Shelf, service: Service, part: DurationOf) -> bool {
    let activities = &shelf.catalog.activities;
    activities.iter().any(|activity| activity.duration_of == Some(part) && activity.services.contains(&service))
}
