//! Lead time, against items of the same service.

use crate::domain::format::amount;
use crate::lint::siblings::{Outlier, outliers};
use crate::lint::{Doubt, Shelf};

pub(super) fn check(shelf: &Shelf) -> Vec<Doubt> {
    let bought = shelf.catalog.items.values().filter(|item| item.relocates.is_none());
    let leads = bought.map(|item| (item.service, item.id.clone(), item.lead_weeks.likely));
    outliers(leads).into_iter().map(doubt).collect()
}

fn doubt(Outlier { id, value, median, count }: Outlier) -> Doubt {
    let message = format!("{} weeks, where the median of {count} items is {}", amount(value), amount(median));
    Doubt::new(format!("items.{id}.lead_weeks"), message)
}
