//! What one unit of equipment gives at this site: ratings held against voltage, temperature and height.
//!
//! The same rules judge existing assets and catalog items.

use crate::domain::Service;
use crate::domain::format::figure;
use crate::input::catalog::{HeatRejectionPrinciple, HeatRejectionRating, ParameterId as P};
use crate::input::facility::AssetKind;
use crate::physics::electrical::{engine_share, three_phase_kva};
use crate::physics::thermal::{approach_share, chiller_share, thin_air_share};
use crate::requirements::Conditions;
use crate::validate::{Site, SiteAsset};

pub use crate::domain::studies::cooling::FARTHEST_WATER_K;

/// Capacity of one unit of an asset in its service's unit with what it was held against, or why it has none.
///
/// # Errors
/// The reason, as a clause that can stand in a report.
pub fn asset(site: &Site, conditions: &Conditions, asset: &SiteAsset) -> Result<(f64, String), String> {
    match asset.kind {
        AssetKind::PowerTransformer => Ok((asset.nameplate, format!("{} kVA nameplate", figure(asset.nameplate)))),
        AssetKind::Transformer => transformer(site, asset),
        AssetKind::LvSwitchboard => board(site, asset),
        AssetKind::MvSwitchgear => switchgear(site, conditions, asset),
        AssetKind::Generator => Ok(generator(site, conditions, asset.nameplate)),
        AssetKind::DryCooler => cooler(site, conditions, asset, HeatRejectionPrinciple::Dry),
        AssetKind::EvaporativeTower => cooler(site, conditions, asset, HeatRejectionPrinciple::Evaporative),
        _ => Ok((asset.nameplate, format!("{} {} nameplate", figure(asset.nameplate), asset.kind.rating_unit()))),
    }
}

/// Capacity of low-voltage gear from its current at the continuous share, kVA.
pub fn gear_kva(site: &Site, volts: f64, amps: f64) -> f64 {
    three_phase_kva(volts, amps, site.parameter(P::ContinuousLoadPct) / 100.0)
}

/// The loss assumed for re-used equipment of a service.
pub fn reused_loss(service: Service) -> P {
    match service {
        Service::HighVoltageTransformation => P::HighVoltageLossPct,
        Service::Transformation => P::ReusedTransformerLossPct,
        Service::CriticalPower => P::ReusedUpsLossPct,
        _ => P::ReusedGearLossPct,
    }
}

/// Share of its rating that heat-rejection plant gives at the site, with the temperatures it was held against.
///
/// # Errors
/// Too hot a design day, or water that is wanted colder than the plant is rated for.
pub fn heat_rejection_share(
    site: &Site,
    conditions: &Conditions,
    principle: HeatRejectionPrinciple,
    leaving_c: f64,
    rated: RatingPoint,
) -> Result<(f64, String), String> {
    let air_c = conditions.air_c(principle);
    if conditions.dry_air_c > rated.max_air_c {
        return Err(format!(
            "too hot for the design day: runs to {} C, air is {:.1} C",
            rated.max_air_c, conditions.dry_air_c
        ));
    }
    let share = match principle {
        HeatRejectionPrinciple::Chiller if leaving_c < rated.leaving_c - FARTHEST_WATER_K => {
            return Err(format!("rated for {} C water; {leaving_c} C is needed", rated.leaving_c));
        }
        HeatRejectionPrinciple::Chiller => {
            let by_air = chiller_share(air_c, rated.air_c, site.parameter(P::ChillerDeratePctPerK));
            by_air * chiller_share(rated.leaving_c, leaving_c, site.parameter(P::ChillerDeratePctPerKWater))
        }
        _ => approach_share(leaving_c, air_c, rated.leaving_c, rated.air_c),
    };
    if share <= 0.0 {
        return Err(format!("too hot for the design day: air {air_c:.1} C cannot cool water to {leaving_c} C"));
    }
    let share = share * thin_air_share(site.elevation_m, site.parameter(P::AirCooledDeratePctPer300M));
    Ok((share, format!("{:.0} % of its rating with water of {leaving_c} C, air of {air_c:.1} C", share * 100.0)))
}

/// Temperatures at which a rating holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatingPoint {
    /// Leaving water, C.
    pub leaving_c: f64,
    /// Entering air, C: dry bulb, behind the pads, or wet bulb.
    pub air_c: f64,
    /// Warmest dry bulb at which it runs, C.
    pub max_air_c: f64,
}

impl From<&HeatRejectionRating> for RatingPoint {
    fn from(rating: &HeatRejectionRating) -> RatingPoint {
        RatingPoint {
            leaving_c: rating.leaving_water_c.value,
            air_c: rating.entering_air_c.value,
            max_air_c: rating.max_air_c.value,
        }
    }
}

/// Standby power of a set at the site's height and design day, kW.
pub fn generator(site: &Site, conditions: &Conditions, rated_kw: f64) -> (f64, String) {
    let share = engine_share(
        site.elevation_m,
        conditions.dry_air_c,
        site.parameter(P::EngineDeratePctPer300M),
        site.parameter(P::EngineDeratePctPerK),
    );
    (
        rated_kw * share,
        format!("{:.0} % of its rating at {} m and {:.1} C", share * 100.0, site.elevation_m, conditions.dry_air_c),
    )
}

fn transformer(site: &Site, asset: &SiteAsset) -> Result<(f64, String), String> {
    let volts = same_voltage(site, asset)?;
    asset.impedance_pct.ok_or("impedance not stated, so the fault level behind it is unknown")?;
    Ok((asset.nameplate, format!("{} kVA nameplate, {volts} V as the hall", figure(asset.nameplate))))
}

fn board(site: &Site, asset: &SiteAsset) -> Result<(f64, String), String> {
    let volts = same_voltage(site, asset)?;
    asset.interrupting_rating_ka.ok_or("interrupting rating not stated")?;
    let kva = gear_kva(site, volts, asset.nameplate);
    Ok((
        kva,
        format!(
            "{} A at {volts} V, continuous share {} %",
            figure(asset.nameplate),
            site.parameter(P::ContinuousLoadPct)
        ),
    ))
}

fn switchgear(site: &Site, conditions: &Conditions, asset: &SiteAsset) -> Result<(f64, String), String> {
    let volts = asset.voltage_v.ok_or("voltage not stated")?;
    if (volts / 1000.0 - conditions.medium_voltage_kv).abs() > 0.5 {
        return Err(format!("{:.1} kV gear on a {:.1} kV bus", volts / 1000.0, conditions.medium_voltage_kv));
    }
    let share = site.parameter(P::ContinuousLoadPct);
    let held = format!("{} A at {:.1} kV, continuous share {share} %", figure(asset.nameplate), volts / 1000.0);
    Ok((gear_kva(site, volts, asset.nameplate), held))
}

/// The asset's voltage where it is the hall's.
fn same_voltage(site: &Site, asset: &SiteAsset) -> Result<f64, String> {
    let volts = asset.voltage_v.ok_or("voltage not stated")?;
    let hall_volts = site.low_voltage_v(&asset.place);
    if volts != hall_volts {
        return Err(format!("{volts} V equipment; the hall runs at {hall_volts} V"));
    }
    Ok(volts)
}

fn cooler(
    site: &Site,
    conditions: &Conditions,
    asset: &SiteAsset,
    principle: HeatRejectionPrinciple,
) -> Result<(f64, String), String> {
    let leaving_c = asset.rated_leaving_water_c.ok_or("leaving water of its rating not stated")?;
    let air_c = asset.rated_entering_air_c.ok_or("entering air of its rating not stated")?;
    let rated = RatingPoint { leaving_c, air_c, max_air_c: f64::INFINITY };
    let (share, because) = heat_rejection_share(site, conditions, principle, conditions.facility_water_c, rated)?;
    Ok((asset.nameplate * share, because))
}
