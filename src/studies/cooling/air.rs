//! The air of a hall: flow, where its heat comes from, and the dew point that cold pipes must stay above.

use crate::domain::Service;
use crate::domain::studies::cooling::{AirSide, HeatSource};
use crate::input::catalog::ParameterId as P;
use crate::physics::air::{air_density_kg_per_m3, air_flow_m3_per_s, dew_point_c};
use crate::requirements::HallLoad;
use crate::studies::Basis;
use crate::studies::equipment::carrying_units;

/// The air side of a hall.
pub fn side(basis: &Basis, load: &HallLoad) -> AirSide {
    let site = basis.site;
    let bank = basis.bank(&load.place(), Service::AirCooling);
    let heat_kw = bank.map_or(0.0, |bank| bank.required);
    let (room_c, humidity_pct) = (site.parameter(P::RoomAirC), site.parameter(P::RoomHumidityPct));
    let (rise_k, density_kg_per_m3) =
        (site.parameter(P::RoomAirRiseK), air_density_kg_per_m3(site.elevation_m, room_c));
    AirSide {
        heat_kw,
        sources: sources(basis, load),
        rise_k,
        density_kg_per_m3,
        flow_m3_per_s: air_flow_m3_per_s(heat_kw, rise_k, density_kg_per_m3),
        item: bank.and_then(|bank| bank.chosen.item.clone()),
        units: bank.map_or(0.0, |bank| bank.chosen.units),
        carrying: bank.map_or(0.0, carrying_units),
        room_c,
        humidity_pct,
        dew_point_c: dew_point_c(room_c, humidity_pct),
        margin_k: site.parameter(P::CondensationMarginK),
    }
}

/// What racks and network give to the air, the house load, and losses by the bank that has them.
fn sources(basis: &Basis, load: &HallLoad) -> Vec<HeatSource> {
    let house_kw = load.it_kw * basis.site.parameter(P::HouseLoadPct) / 100.0;
    let fixed = [("Racks", load.air_kw), ("Network and storage", load.network_kw), ("House load", house_kw)];
    let fixed = fixed.into_iter().map(|(name, heat_kw)| HeatSource { name: name.to_owned(), heat_kw });
    let on_air = |service, place: &_| service == Service::AirCooling && *place == load.place();
    let losses = basis.banks.iter().flat_map(|bank| bank.chosen.draws.iter().map(move |draw| (bank, draw)));
    let losses = losses.filter(|(_, draw)| on_air(draw.service, &draw.place));
    let losses = losses.map(|(bank, draw)| HeatSource { name: losses_of(bank.service), heat_kw: draw.amount });
    fixed.chain(losses).filter(|source| source.heat_kw > 0.0).collect()
}

fn losses_of(service: Service) -> String {
    match service {
        Service::RackPower => "Busway losses".to_owned(),
        Service::CriticalPower => "Losses of the racks' UPS".to_owned(),
        Service::CorePower => "Losses of the core's UPS".to_owned(),
        Service::LowVoltagePower => "Losses of the low-voltage boards".to_owned(),
        Service::Transformation => "Losses of the transformers".to_owned(),
        other => other.info().label.to_owned(),
    }
}
