//! Heat-rejection principles on the design day, each by the best item that the catalogs have for it.

use crate::domain::studies::cooling::{HeatRejectionPrinciple, PrincipleCheck};
use crate::domain::{Place, Service, Total};
use crate::gap::rating::{FARTHEST_WATER_K, RatingPoint, heat_rejection_share};
use crate::input::catalog::{Item, ParameterId as P};
use crate::studies::Basis;
use crate::studies::equipment::machines;
use crate::validate::Site;

/// An item with its rating point.
type Rated<'a> = (&'a Item, RatingPoint);

/// Every principle that the catalogs have items for; none where no heat goes to a coolant.
pub fn checks(basis: &Basis) -> Vec<PrincipleCheck> {
    if basis.loads.iter().all(|load| load.liquid_kw == 0.0) {
        return Vec::new();
    }
    HeatRejectionPrinciple::ALL.into_iter().filter_map(|principle| check(basis, principle)).collect()
}

fn check(basis: &Basis, principle: HeatRejectionPrinciple) -> Option<PrincipleCheck> {
    let (site, conditions, rack) = (basis.site, basis.conditions, &basis.site.target.rack);
    let items = items(site, principle);
    let cdu_k = site.parameter(P::CduApproachK);
    let (best, share, reason) = best(basis, principle, &items, conditions.facility_water_c);
    let warmest = self::best(basis, principle, &items, rack.max_coolant_supply_c - cdu_k);
    let coldest_water_c = coldest_water_c(basis, principle, &items)?;
    let by_compressors = principle == HeatRejectionPrinciple::Chiller;
    Some(PrincipleCheck {
        principle,
        air_c: conditions.air_c(principle),
        coldest_water_c,
        full_rating_to_c: full_rating_to_c(basis, principle, &items)?,
        full_rating_supply_c: (!by_compressors).then_some(coldest_water_c + cdu_k),
        share_pct: share * 100.0,
        share_at_warmest_pct: warmest.1 * 100.0,
        water_m3_per_day: water_m3_per_day(basis, best, share),
        water_at_warmest_m3_per_day: water_m3_per_day(basis, warmest.0, warmest.1),
        reason,
        best_item: best.map(|item| item.id.clone()),
        chosen_in: chosen_in(basis, principle),
    })
}

fn items(site: &Site, principle: HeatRejectionPrinciple) -> Vec<Rated<'_>> {
    let rated = site.catalog.items_for(Service::HeatRejection);
    let rated = rated.filter_map(|item| Some((item, item.heat_rejection.as_ref()?)));
    rated.filter(|(_, rating)| rating.principle == principle).map(|(item, rating)| (item, rating.into())).collect()
}

/// The first item that gives the most of its rating with water of a temperature, its share, and why.
fn best<'a>(
    basis: &Basis,
    principle: HeatRejectionPrinciple,
    items: &[Rated<'a>],
    water_c: f64,
) -> (Option<&'a Item>, f64, String) {
    let judge = |rated| heat_rejection_share(basis.site, basis.conditions, principle, water_c, rated);
    let judged: Vec<_> = items.iter().map(|&(item, rated)| (item, judge(rated))).collect();
    let admissible = judged.iter().filter_map(|(item, verdict)| Some((*item, verdict.as_ref().ok()?)));
    match admissible.reduce(|best, next| if next.1.0 > best.1.0 { next } else { best }) {
        Some((item, (share, because))) => (Some(item), *share, because.clone()),
        None => (None, 0.0, judged.into_iter().find_map(|(_, verdict)| verdict.err()).unwrap_or_default()),
    }
}

/// Smallest difference of leaving water to entering air at which an item is rated, K.
fn approach_k(items: &[Rated]) -> Option<f64> {
    items.iter().map(|(_, rated)| rated.leaving_c - rated.air_c).reduce(f64::min)
}

fn coldest_water_c(basis: &Basis, principle: HeatRejectionPrinciple, items: &[Rated]) -> Option<f64> {
    if principle == HeatRejectionPrinciple::Chiller {
        let coldest = items.iter().map(|(_, rated)| rated.leaving_c).reduce(f64::min)?;
        return Some(coldest - FARTHEST_WATER_K);
    }
    Some(basis.conditions.air_c(principle) + approach_k(items)?)
}

/// Where air on the design day would be as warm as the full rating allows: the day moved by the difference.
fn full_rating_to_c(basis: &Basis, principle: HeatRejectionPrinciple, items: &[Rated]) -> Option<f64> {
    let (climate, air_c) = (&basis.site.climate, basis.conditions.air_c(principle));
    let day_c = match principle {
        HeatRejectionPrinciple::Evaporative => climate.wet_plant_bulb_c(),
        _ => climate.design_dry_bulb_c,
    };
    let warmest_air_c = match principle {
        HeatRejectionPrinciple::Chiller => items.iter().map(|(_, rated)| rated.air_c).reduce(f64::max)?,
        _ => basis.conditions.facility_water_c - approach_k(items)?,
    };
    Some(day_c + warmest_air_c - air_c)
}

/// Whole units in each hall, by the heat that its plan gives to the air.
fn water_m3_per_day(basis: &Basis, item: Option<&Item>, share: f64) -> f64 {
    let rated = item.and_then(|item| Some((item.water_m3_per_day.as_ref()?, item.capacity.as_ref()?)));
    let Some((water, capacity)) = rated else { return 0.0 };
    let banks = basis.loads.iter().filter_map(|load| basis.bank(&load.place(), Service::HeatRejection));
    banks.map(|bank| (bank.required / (capacity.value * share)).ceil() * water.value).total()
}

fn chosen_in(basis: &Basis, principle: HeatRejectionPrinciple) -> Vec<Place> {
    let places = basis.loads.iter().map(|load| load.place());
    let works_by_it = |place: &Place| {
        machines(basis, place, Service::HeatRejection).iter().any(|machines| machines.principle == principle)
    };
    places.filter(works_by_it).collect()
}
