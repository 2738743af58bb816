//! What the equipment of a chosen bank does: which units carry the load, and which machines meet the outdoor air.

use super::Basis;
use crate::domain::plan::{BankPlan, KeptAsset};
use crate::domain::studies::cooling::HeatRejectionPrinciple;
use crate::domain::{Place, Service, Total};
use crate::gap::rating::RatingPoint;
use crate::input::catalog::{Item, ParameterId as P};
use crate::input::facility::AssetKind;
use crate::validate::Site;

/// The item that is bought for a bank.
pub fn item<'a>(site: &'a Site, bank: &BankPlan) -> Option<&'a Item> {
    site.catalog.items.get(bank.chosen.item.as_ref()?)
}

/// Units that are left to carry the load while those are out whose loss the redundancy allows, in new units.
pub fn carrying_units(bank: &BankPlan) -> f64 {
    let chosen = &bank.chosen;
    if chosen.unit_capacity > 0.0 { chosen.usable / chosen.unit_capacity } else { chosen.units }
}

fn kept_capacity(bank: &BankPlan) -> f64 {
    bank.chosen.kept.iter().map(KeptAsset::capacity).total()
}

/// Power that a bank's equipment draws on the design day, kW at the point of delivery, losses of the power chain aside.
pub fn drawn_kw(bank: &BankPlan) -> f64 {
    let draws = bank.chosen.draws.iter().filter(|draw| draw.service == Service::GridImport);
    draws.map(|draw| draw.amount * 1000.0).total()
}

/// Like machines of one bank that meet the outdoor air.
#[derive(Clone, Debug, PartialEq)]
pub struct Machines {
    /// Item of the catalogs, or asset of the facility.
    pub name: String,
    /// How they meet the air.
    pub principle: HeatRejectionPrinciple,
    /// Heat that they carry, kW.
    pub heat_kw: f64,
    /// What they draw on the design day, kW.
    pub design_kw: f64,
    /// What one of them carries at its rating point, kW; of kept ones after derating.
    pub rated_kw: f64,
    /// What one of them draws at its rating point, kW.
    pub rated_draw_kw: f64,
    /// The air of that point, C.
    pub rated_air_c: f64,
}

/// The machines of a bank of heat rejection or chilled water: kept ones first, new ones for the rest.
pub fn machines(basis: &Basis, place: &Place, service: Service) -> Vec<Machines> {
    let Some(bank) = basis.bank(place, service) else { return Vec::new() };
    let kept: Vec<Machines> =
        bank.chosen.kept.iter().filter_map(|kept| kept_machines(basis.site, bank, kept)).collect();
    let (heat_kw, design_kw) =
        kept.iter().fold((0.0, 0.0), |(heat, power), one| (heat + one.heat_kw, power + one.design_kw));
    let new = new_machines(basis.site, bank, bank.required - heat_kw, drawn_kw(bank) - design_kw);
    kept.into_iter().chain(new).filter(|machines| machines.heat_kw > 0.0).collect()
}

fn new_machines(site: &Site, bank: &BankPlan, heat_kw: f64, design_kw: f64) -> Option<Machines> {
    let item = item(site, bank)?;
    let rating = item.heat_rejection.as_ref()?;
    Some(Machines {
        name: item.id.clone(),
        principle: rating.principle,
        heat_kw,
        design_kw,
        rated_kw: item.capacity.as_ref()?.value,
        rated_draw_kw: item.mechanical_kw.as_ref().map_or(0.0, |figure| figure.value),
        rated_air_c: RatingPoint::from(rating).air_c,
    })
}

fn kept_machines(site: &Site, bank: &BankPlan, kept: &KeptAsset) -> Option<Machines> {
    let asset = site.assets.iter().find(|asset| asset.id == kept.asset)?;
    let fans = site.parameter(P::ReusedCoolingPowerPct) / 100.0;
    Some(Machines {
        name: asset.id.clone(),
        principle: principle_of(asset.kind)?,
        heat_kw: kept.capacity() * (bank.required / kept_capacity(bank)).min(1.0),
        design_kw: kept.capacity() * fans,
        rated_kw: kept.unit_capacity,
        rated_draw_kw: kept.unit_capacity * fans,
        rated_air_c: asset.rated_entering_air_c?,
    })
}

fn principle_of(kind: AssetKind) -> Option<HeatRejectionPrinciple> {
    match kind {
        AssetKind::DryCooler => Some(HeatRejectionPrinciple::Dry),
        AssetKind::EvaporativeTower => Some(HeatRejectionPrinciple::Evaporative),
        _ => None,
    }
}
