//! Equipment on order.

use crate::diagnostic::{Code, Diagnostic};
use crate::domain::{Scope, Service};
use crate::input::Inputs;
use crate::input::catalog::Item;
use crate::input::facility::PlacedOrder;

/// What is ordered for a hall serves halls, and what is ordered for the site serves the site.
pub fn place(inputs: &Inputs) -> Vec<Diagnostic> {
    let fits = |order: &PlacedOrder, item: &Item| {
        let scope = if order.hall.is_some() { Scope::Hall } else { Scope::Site };
        services(item).any(|service| service.info().scope == scope)
    };
    each(
        inputs,
        |order, item| !fits(order, item),
        |order, item| match &order.hall {
            Some(hall) => (
                "hall",
                format!("`{}` serves the site, and is ordered for the hall `{hall}`", item.id),
                "leave `hall` out".to_owned(),
            ),
            None => (
                "item",
                format!("`{}` serves a hall, and is ordered for the site", item.id),
                "give the `hall` that it is meant for".to_owned(),
            ),
        },
    )
}

/// What is ordered is equipment that a bank is built from: no move, no part of a fiber route, no ground that comes with plant.
pub fn goods(inputs: &Inputs) -> Vec<Diagnostic> {
    let bundled = |item: &Item| {
        item.relocates.is_some() || matches!(item.service, Service::FiberRoutes | Service::GridImport | Service::Yard)
    };
    each(
        inputs,
        |_, item| bundled(item),
        |_, item| {
            let message =
                format!("`{}` is planned with what it is a part of, and cannot be on order by itself", item.id);
            ("item", message, "leave the order out, and give its price in a catalog of your own".to_owned())
        },
    )
}

fn services(item: &Item) -> impl Iterator<Item = Service> + '_ {
    std::iter::once(item.service).chain(item.also_for.iter().copied())
}

/// The finding on each order that a rule applies to: its key, message and help.
fn each(
    inputs: &Inputs,
    applies: impl Fn(&PlacedOrder, &Item) -> bool,
    say: impl Fn(&PlacedOrder, &Item) -> (&'static str, String, String),
) -> Vec<Diagnostic> {
    let document = &inputs.facility.document;
    let item = |id: &str| {
        let mut latest_first = inputs.catalogs.iter().rev().flat_map(|catalog| &catalog.data.items);
        latest_first.find(|item| item.id == id)
    };
    let orders = inputs.facility.data.orders.iter().enumerate();
    let known = orders.filter_map(|(index, order)| Some((index, order, item(&order.item)?)));
    let found = known.filter(|(_, order, item)| applies(order, item)).map(|(index, order, item)| {
        let (key, message, help) = say(order, item);
        let place = document.locate(&format!("/orders/{index}/{key}"));
        Diagnostic::error(Code::Contradiction, message).at(place, "").help(help)
    });
    found.collect()
}
