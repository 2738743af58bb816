//! What no activity orders or installs costs money, but no time.

use crate::domain::Service;
use crate::input::catalog::{Activity, DurationOf};
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let bought = Service::ALL.iter().filter(|service| shelf.catalog.items_for(**service).next().is_some());
    let of = |service: Service| {
        [(DurationOf::Lead, "orders"), (DurationOf::Install, "installs")].map(|work| (service, work))
    };
    let missing =
        bought.flat_map(|service| of(*service)).filter(|(service, (part, _))| !is_done(shelf, *service, *part));
    let missing =
        missing.map(|(service, (_, verb))| Doubt::new(format!("services.{service}"), format!("no activity {verb} it")));
    missing.chain(too_early(shelf)).collect()
}

/// Installations that begin whether their goods are there or not.
fn too_early(shelf: &Shelf) -> Vec<Doubt> {
    let installs = shelf.catalog.activities.iter().filter(|activity| activity.duration_of == Some(DurationOf::Install));
    let doubt = |install: &Activity, service: Service| {
        let about = format!("it does not wait for the delivery of {service}");
        Doubt::new(format!("activities.{}", install.id), about)
    };
    let early = installs.flat_map(|install| install.services.iter().map(move |service| (install, *service)));
    early
        .filter(|(install, service)| !waits(shelf, install, *service))
        .map(|(install, service)| doubt(install, service))
        .collect()
}

fn waits(shelf: &Shelf, install: &Activity, service: Service) -> bool {
    let orders =
        |activity: &&Activity| activity.duration_of == Some(DurationOf::Lead) && activity.services.contains(&service);
    let mut orders = shelf.catalog.activities.iter().filter(orders).peekable();
    orders.peek().is_none() || orders.any(|lead| install.after.iter().any(|link| link.activity == lead.id))
}

fn is_done(shelf: &Shelf, service: Service, part: DurationOf) -> bool {
    let activities = &shelf.catalog.activities;
    activities.iter().any(|activity| activity.duration_of == Some(part) && activity.services.contains(&service))
}
