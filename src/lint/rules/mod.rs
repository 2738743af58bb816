//! The rules: one file, one function each.

mod bounds;
mod codes;
mod idle_activity;
mod idle_spares;
mod lead;
mod missing_activity;
mod price;
mod range;
mod stale;
mod substitutes;
mod undated;
mod unplannable;
mod unsourced;
mod unsupplied;
mod unused_source;

use super::Rule;
use crate::domain::Service;
use crate::validate::Catalog;

/// The id of the source that stands for the authors' own estimate.
const OWN_ESTIMATE: &str = "engineering_estimate";

pub(super) const ALL: &[Rule] = &[
    Rule { id: "unsourced", about: "estimates without a reason, trust without a source", check: unsourced::check },
    Rule { id: "stale", about: "figures whose newest source is old", check: stale::check },
    Rule { id: "undated", about: "sources without a date on which figures rest", check: undated::check },
    Rule { id: "implausible-price", about: "prices far from those of their like", check: price::check },
    Rule { id: "implausible-lead", about: "lead times far from those of their like", check: lead::check },
    Rule { id: "wide-range", about: "ranges so wide that they say little", check: range::check },
    Rule { id: "out-of-bounds", about: "properties that such things do not have", check: bounds::check },
    Rule { id: "unused-source", about: "sources that no figure names", check: unused_source::check },
    Rule { id: "unplannable", about: "items that no plan can choose", check: unplannable::check },
    Rule { id: "unsupplied", about: "services that nothing can supply", check: unsupplied::check },
    Rule { id: "idle-activity", about: "activities without anything to do", check: idle_activity::check },
    Rule { id: "idle-spares", about: "spares that go with no item", check: idle_spares::check },
    Rule { id: "missing-activity", about: "goods that no activity orders or installs", check: missing_activity::check },
    Rule { id: "substitutes", about: "substitutes that cannot stand in", check: substitutes::check },
    Rule { id: "codes", about: "codes that are not of their form", check: codes::check },
];

/// Services that the utility, the carriers and the site supply, whatever the catalogs hold.
fn comes_with_the_site(service: Service) -> bool {
    matches!(service, Service::GridImport | Service::MakeUpWater | Service::FiberRoutes)
}

/// Whether a plan can have a bank for a service that holds anything.
fn can_be_supplied(catalog: &Catalog, service: Service) -> bool {
    comes_with_the_site(service) || catalog.items_for(service).next().is_some()
}
