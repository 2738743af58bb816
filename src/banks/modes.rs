//! In which ways time can be bought for a build. Only ways that save days are offered: each multiplies the candidates.

use crate::domain::Mode;
use crate::input::catalog::{DurationOf, Item, LinkKind, Reservation};

use super::build::{Build, install};
use super::{Order, price};

/// Weeks that a second shift must save to be offered: half a week.
const LEAST_SAVED_WEEKS: f64 = 0.5;

/// The modes of a build, the one that buys no time first; that alone where time has no worth.
pub fn offered(order: &Order, build: &Build) -> Vec<Mode> {
    let Some(item) = build.item.filter(|_| order.site.time_has_worth()) else { return vec![Mode::default()] };
    let shifts = can_work_in_shifts(order, item, build.units);
    let possible = |mode: &Mode| {
        let orders = build.units_to_order() > 0.0;
        (!mode.expedited || orders && item.expedite.is_some())
            && (!mode.slot_reserved || orders && can_be_reserved(order, item, *mode))
            && (!mode.two_shifts || shifts)
    };
    Mode::all().filter(possible).collect()
}

/// `, expedited, slot reserved at notice to proceed, in two shifts`; nothing where no time is bought.
pub fn words(order: &Order, mode: Mode) -> String {
    let when = reservation(order).map(|reservation| reservation.when.as_str()).unwrap_or_default();
    let words = [
        (mode.expedited, ", expedited".to_owned()),
        (mode.slot_reserved, format!(", slot reserved {when}")),
        (mode.two_shifts, ", in two shifts".to_owned()),
    ];
    words.into_iter().filter(|(paid, _)| *paid).map(|(_, words)| words).collect()
}

fn reservation<'a>(order: &Order<'a>) -> Option<&'a Reservation> {
    order.site.catalog.activity_for(order.demand.service, DurationOf::Lead)?.reserve.as_ref()
}

/// Whether the item and its lead activity allow it, and delivery is not sooner than the reservation's own waits let it be:
/// a reserved slot is then never later than an ordinary order.
fn can_be_reserved(order: &Order, item: &Item, mode: Mode) -> bool {
    let Some(reservation) = reservation(order).filter(|_| item.reserve.is_some()) else { return false };
    let holds_delivery = |kind| matches!(kind, LinkKind::FinishFinish | LinkKind::StartFinish);
    let held = reservation.after.iter().filter(|link| holds_delivery(link.link)).map(|link| link.lag_weeks);
    price::lead(item, mode).low > held.fold(0.0, f64::max)
}

fn can_work_in_shifts(order: &Order, item: &Item, units: f64) -> bool {
    let activity = order.site.catalog.activity_for(order.demand.service, DurationOf::Install);
    let weeks = |two_shifts| install(order, item, units, Mode { two_shifts, ..Mode::default() }).likely;
    activity.is_some_and(|activity| activity.two_shifts) && weeks(false) - weeks(true) >= LEAST_SAVED_WEEKS
}
