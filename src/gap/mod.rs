//! Gap: what the mine's assets can supply of each requirement, derated and judged, and why the rest is not used.

pub mod moves;
pub mod rating;

use crate::domain::format::figure;
use crate::domain::{Place, Scope, Service};
use crate::input::catalog::ParameterId as P;
use crate::input::facility::{AssetKind, Condition};
use crate::requirements::{Conditions, HallLoad};
use crate::validate::{Site, SiteAsset};

/// One asset with the verdict on it.
#[derive(Clone, Debug, PartialEq)]
pub struct AssetUse {
    /// Id in the facility.
    pub asset: String,
    /// Units.
    pub count: u32,
    /// Where it stands.
    pub place: Place,
    /// The service it could supply.
    pub service: Option<Service>,
    /// What it can do here.
    pub verdict: Verdict,
}

/// What an asset can do for the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Usable capacity of one unit in the service's unit, and what it was derated for.
    Usable {
        /// In the service's unit.
        per_unit: f64,
        /// What was looked at, in words.
        because: String,
    },
    /// It cannot be used.
    Rejected {
        /// Why.
        because: String,
    },
    /// It serves nothing where it stands, and may serve a hall after a move.
    Movable {
        /// Where it stands, and from when it is free, in words.
        because: String,
    },
    /// It serves a hall that is not converted.
    Untouched,
}

/// The verdict on every asset, in file order.
pub fn ledger(site: &Site, conditions: &Conditions, loads: &[HallLoad]) -> Vec<AssetUse> {
    site.assets
        .iter()
        .map(|asset| AssetUse {
            asset: asset.id.clone(),
            count: asset.count,
            place: asset.place.clone(),
            service: asset.kind.service(),
            verdict: verdict(site, conditions, loads, asset),
        })
        .collect()
}

fn verdict(site: &Site, conditions: &Conditions, loads: &[HallLoad], asset: &SiteAsset) -> Verdict {
    let converted = |hall: &str| loads.iter().any(|load| load.hall == hall);
    let converted = asset.place.hall().is_none_or(converted);
    match moves::stands_idle(site, converted, asset) {
        Some(Ok(because)) => return Verdict::Movable { because },
        Some(Err(because)) => return Verdict::Rejected { because },
        None if !converted => return Verdict::Untouched,
        None => {}
    }
    match usable(site, conditions, asset) {
        Ok((per_unit, because)) => Verdict::Usable { per_unit, because },
        Err(because) => Verdict::Rejected { because },
    }
}

/// Usable capacity of one unit and the reasons, or why there is none.
fn usable(site: &Site, conditions: &Conditions, asset: &SiteAsset) -> Result<(f64, String), String> {
    let service = asset.kind.service().ok_or_else(|| no_use(asset.kind).to_owned())?;
    if (service.info().scope == Scope::Hall) != asset.place.hall().is_some() {
        let where_needed = if service.info().scope == Scope::Hall { "in a hall" } else { "at the site" };
        return Err(format!("{} is needed {where_needed}; the facility places it elsewhere", service.info().label));
    }
    rated(site, conditions, asset, service)
}

/// Usable capacity of one unit where it stands, by its age, its condition and its rating.
fn rated(site: &Site, conditions: &Conditions, asset: &SiteAsset, service: Service) -> Result<(f64, String), String> {
    in_age(site, asset, service)?;
    let condition = condition_share(site, asset)?;
    let (rated, rating) = rating::asset(site, conditions, asset)?;
    let state = match condition < 1.0 {
        true => format!("fair condition, {} % of it taken", figure(condition * 100.0)),
        false => "good condition".to_owned(),
    };
    Ok((rated * condition, format!("{rating}; {} years, {state}", asset.age_years)))
}

/// Why equipment that is particular to mining is of no use.
fn no_use(kind: AssetKind) -> &'static str {
    match kind {
        AssetKind::ExhaustFan => "moves unfiltered outside air through the hall, which a data hall must keep out",
        AssetKind::ImmersionTank => "holds miners in oil; the racks are cooled direct to chip",
        _ => "houses miners; no rack fits in it",
    }
}

fn in_age(site: &Site, asset: &SiteAsset, service: Service) -> Result<(), String> {
    let cooling = service == Service::HeatRejection;
    let life = site.parameter(if cooling { P::MechanicalLifeYears } else { P::ElectricalLifeYears });
    if asset.age_years > life {
        return Err(format!("{} years old; not kept beyond {life}", asset.age_years));
    }
    Ok(())
}

fn condition_share(site: &Site, asset: &SiteAsset) -> Result<f64, String> {
    match asset.condition {
        Condition::Good => Ok(1.0),
        Condition::Fair => Ok(site.parameter(P::FairConditionPct) / 100.0),
        Condition::Poor => Err("in poor condition".to_owned()),
        Condition::Unknown => Err("condition unknown; a survey may bring it back".to_owned()),
    }
}
