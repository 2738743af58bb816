//! A substitute is another item of the catalogs for the same service.

use crate::input::catalog::Item;
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let named = shelf.catalog.items.values().flat_map(|item| item.substitutes.iter().map(move |id| (item, id)));
    named.filter_map(|(item, id)| doubt(shelf, item, id)).collect()
}

fn doubt(shelf: &Shelf, item: &Item, id: &String) -> Option<Doubt> {
    let doubt = |message: String| Some(Doubt::new(format!("items.{}.substitutes", item.id), message));
    match shelf.catalog.items.get(id) {
        None => doubt(format!("there is no item `{id}`")).map(Doubt::broken),
        Some(_) if *id == item.id => doubt("names the item itself".to_owned()),
        Some(other) if !other.serves(item.service) => doubt(format!("`{id}` does not supply {}", item.service)),
        Some(_) => None,
    }
}
