//! How many racks each hall gets, and the loads that follow.

use crate::domain::Place;
use crate::domain::clash::Ask;
use crate::input::catalog::ParameterId as P;
use crate::validate::{Site, SiteHall};

/// A hall that is converted, with its loads.
#[derive(Clone, Debug, PartialEq)]
pub struct HallLoad {
    /// The hall's id.
    pub hall: String,
    /// Racks.
    pub racks: u32,
    /// How the number came about, with its origin.
    pub sized_by: String,
    /// File and path that `racks` goes back to.
    pub origin: String,
    /// Power of the racks, kW.
    pub it_kw: f64,
    /// Network and storage beside them, kW.
    pub network_kw: f64,
    /// Racks of network and storage.
    pub network_racks: u32,
    /// Heat of the racks that the coolant takes, kW.
    pub liquid_kw: f64,
    /// Heat of the racks that air takes, kW.
    pub air_kw: f64,
}

impl HallLoad {
    /// The hall as a place.
    pub fn place(&self) -> Place {
        Place::Hall(self.hall.clone())
    }

    /// Racks, network and storage, kW.
    pub fn critical_kw(&self) -> f64 {
        self.it_kw + self.network_kw
    }
}

/// The loads of every hall that is converted, in file order. Halls sized to no rack are left to mining.
pub fn hall_loads(site: &Site) -> Vec<HallLoad> {
    site.convertible_halls().map(|hall| hall_load(site, hall)).filter(|load| load.racks > 0).collect()
}

/// The racks that are asked of every hall that may be converted, in file order, whether or not they fit.
pub fn racks_asked(site: &Site) -> Vec<Ask> {
    let asks = site.halls.iter().filter(|hall| hall.convertible).map(|hall| {
        let (racks, _, origin) = racks(site, hall);
        Ask { hall: hall.id.clone(), racks, origin }
    });
    asks.filter(|ask| ask.racks > 0).collect()
}

fn hall_load(site: &Site, hall: &SiteHall) -> HallLoad {
    let rack = &site.target.rack;
    let (asked, sized_by, origin) = racks(site, hall);
    let (racks, sized_by) = match hall.racks_fitting {
        Some(fitting) if fitting < asked => (fitting, format!("what fits of {asked} asked for: {sized_by}")),
        _ => (asked, sized_by),
    };
    let it_kw = f64::from(racks) * rack.power_kw;
    let liquid_kw = it_kw * rack.liquid_share_pct / 100.0;
    let network_kw = it_kw * site.target.network_share_pct / 100.0;
    HallLoad {
        hall: hall.id.clone(),
        racks,
        sized_by,
        origin,
        it_kw,
        network_kw,
        network_racks: (network_kw / site.parameter(P::NetworkRackKw)).ceil() as u32,
        liquid_kw,
        air_kw: it_kw - liquid_kw,
    }
}

/// The racks a target names for the hall, else as many as the power that its miners draw today allows.
fn racks(site: &Site, hall: &SiteHall) -> (u32, String, String) {
    if let Some(racks) = hall.racks_asked {
        return (racks, "the target names it".to_owned(), site.origin("target", &format!("halls.{}", hall.id)));
    }
    let target = &site.target;
    let kw_per_rack = target.rack.power_kw * target.gross_mw_per_it_mw;
    let racks = (hall.mining_mw * 1000.0 / kw_per_rack).floor() as u32;
    let sized_by = format!(
        "mining power {} MW / {} utility MW for each MW of racks / {} kW a rack, whole racks",
        hall.mining_mw, target.gross_mw_per_it_mw, target.rack.power_kw
    );
    (racks, sized_by, site.origin("facility", &format!("halls.{}.mining_mw", hall.id)))
}
