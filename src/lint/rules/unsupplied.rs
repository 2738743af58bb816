//! A service for which nothing can be bought makes every plan that needs it infeasible.

use super::can_be_supplied;
use crate::domain::Service;
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let unsupplied = Service::ALL.iter().filter(|service| !can_be_supplied(shelf.catalog, **service));
    unsupplied.map(|service| Doubt::new(format!("services.{service}"), "no item supplies it")).collect()
}
