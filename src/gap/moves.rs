//! Equipment that may be moved: from where it is let go, from when, and what it can do in its new place.
//!
//! What hangs on miners that stay is never taken. A hall that is converted lets go of its equipment when its miners stop, one
//! that is given up on the day its miners leave, the yard at once.

use jiff::civil::Date;

use super::{condition_share, in_age, rated};
use crate::domain::{Place, Scope};
use crate::input::facility::AssetKind;
use crate::requirements::Conditions;
use crate::validate::{Site, SiteAsset};

/// When equipment can be taken from where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// It stands at the yard.
    AtOnce,
    /// When the miners of its hall stop, which is a task.
    MinersStop,
    /// From a day on: its hall is given up.
    From(Date),
}

/// When an asset can be taken to another place; nothing where no catalog prices the move of its kind, or where it serves
/// what stays. `converted`: whether its hall becomes a data hall.
pub fn release(site: &Site, converted: bool, asset: &SiteAsset) -> Option<Release> {
    let service = asset.kind.service()?;
    site.catalog.relocation(asset.kind)?;
    match site.hall(&asset.place) {
        None if service.info().scope == Scope::Hall => Some(Release::AtOnce),
        None => None,
        Some(_) if converted => Some(Release::MinersStop),
        Some(hall) => hall.mining_ends.map(Release::From),
    }
}

/// What one unit gives in another place, and what it was held against.
///
/// # Errors
/// Why it is of no use there, as a clause for a report.
pub fn rated_at(
    site: &Site,
    conditions: &Conditions,
    asset: &SiteAsset,
    place: &Place,
) -> Result<(f64, String), String> {
    let service = asset.kind.service().ok_or("no data hall can use it")?;
    suits_voltage(site, asset, place)?;
    rated(site, conditions, &SiteAsset { place: place.clone(), ..asset.clone() }, service)
}

/// Sets and UPS run at one voltage: that of their plate, else of the hall that they served.
fn suits_voltage(site: &Site, asset: &SiteAsset, place: &Place) -> Result<(), String> {
    if !matches!(asset.kind, AssetKind::Generator | AssetKind::Ups) {
        return Ok(());
    }
    let served = site.hall(&asset.place).map(|hall| hall.low_voltage_v);
    let own = asset.voltage_v.or(served).ok_or("voltage not stated")?;
    let volts = site.low_voltage_v(place);
    if own == volts { Ok(()) } else { Err(format!("{own} V equipment; the hall runs at {volts} V")) }
}

/// What is said of an asset that serves nothing where it stands and may be moved, or why it is not fit to be moved; nothing
/// where it serves something there, or must stay.
pub fn stands_idle(site: &Site, converted: bool, asset: &SiteAsset) -> Option<Result<String, String>> {
    let where_and_when = match release(site, converted, asset)? {
        Release::MinersStop => return None,
        Release::AtOnce => "stands at the yard".to_owned(),
        Release::From(day) => format!("serves a hall whose miners leave on {day}"),
    };
    let fit = in_age(site, asset, asset.kind.service()?).and_then(|()| condition_share(site, asset));
    Some(fit.map(|_| format!("{where_and_when}; usable after a move, but no hall takes it")))
}
