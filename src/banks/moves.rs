//! Moves of equipment between places: what is offered to which bank, and how its own hall gives it up.
//!
//! Offers are few: only a bank whose own equipment falls short of what it may have to carry is offered any, and a hall offers no
//! more than what its own bank can spare at the least it may have to carry. A hall that is short itself gives nothing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::enumerate::{covered, kept_groups, units_that_carry};
use super::{Inputs, Order, Spans};
use crate::domain::plan::KeptAsset;
use crate::domain::{Place, Service};
use crate::gap::Verdict;
use crate::gap::moves::{Release, rated_at, release};
use crate::input::catalog::{Activity, DurationOf, Item};
use crate::requirements::Demand;
use crate::validate::{Site, SiteAsset};

/// Assets offered to one bank; further ones, in file order, are not.
const MOST_OFFERS: usize = 4;

/// Unit counts of a group that its own hall may keep when others want the rest.
const MOST_COUNTS: u32 = 12;

/// Nothing is offered.
pub static NO_MOVES: Moves = Moves { offers: BTreeMap::new(), contested: BTreeSet::new() };

/// What is offered to which bank.
pub struct Moves {
    /// By the id of the bank that lacks capacity.
    offers: BTreeMap<String, Vec<KeptAsset>>,
    /// Assets that are offered to some bank.
    contested: BTreeSet<String>,
}

impl Moves {
    /// What the places of a site can give each other, by the draws that were found without any move.
    pub fn between(inputs: &Inputs, spans: &Spans) -> Moves {
        let mut moves = Moves { offers: BTreeMap::new(), contested: BTreeSet::new() };
        for demand in inputs.demands {
            let order = super::order(inputs, demand, spans, &NO_MOVES);
            let offers = offers(inputs, spans, &order);
            moves.contested.extend(offers.iter().map(|offer| offer.asset.clone()));
            if !offers.is_empty() {
                moves.offers.insert(demand.id(), offers);
            }
        }
        moves
    }

    /// Whether nothing is offered.
    pub fn is_empty(&self) -> bool {
        self.offers.is_empty()
    }

    /// Assets that are offered to some bank.
    pub fn wanted(&self) -> &BTreeSet<String> {
        &self.contested
    }
}

/// What other places can give to a bank that is short.
fn offers(inputs: &Inputs, spans: &Spans, order: &Order) -> Vec<KeptAsset> {
    let (service, place) = (order.demand.service, &order.demand.place);
    let own = covered(order, &kept_groups(order, &mut Vec::new()), 0.0, 0.0);
    if own >= order.most || order.most <= 0.0 {
        return Vec::new();
    }
    let assets = order.site.assets.iter().filter(|asset| asset.kind.service() == Some(service));
    let twins = twins(inputs, spans, order, own);
    let elsewhere = |asset: &&SiteAsset| asset.place != *place && !twins.contains(&&asset.place);
    let offers = assets.filter(elsewhere).filter_map(|asset| {
        let converted = inputs.demands.iter().any(|demand| demand.place == asset.place);
        let release = release(order.site, converted, asset)?;
        if release == Release::MinersStop && waits_in_a_circle(order.site, service) {
            return None;
        }
        let (unit_capacity, _) = rated_at(order.site, order.conditions, asset, place).ok()?;
        let units = spare(inputs, spans, asset);
        let offer = KeptAsset { asset: asset.id.clone(), units, unit_capacity, moved_from: Some(asset.place.clone()) };
        (units > 0).then_some(offer)
    });
    offers.take(MOST_OFFERS).collect()
}

/// Other places that may have to carry the same, and carry the same with what they have.
fn twins<'a>(inputs: &Inputs<'a>, spans: &Spans, order: &Order, own: f64) -> Vec<&'a Place> {
    let twin = |demand: &&Demand| {
        let other = super::order(inputs, demand, spans, &NO_MOVES);
        let has = covered(&other, &kept_groups(&other, &mut Vec::new()), 0.0, 0.0);
        (other.least, other.most, has) == (order.least, order.most, own)
    };
    let same_service = inputs.demands.iter().filter(|demand| demand.service == order.demand.service);
    same_service.filter(twin).map(|demand| &demand.place).collect()
}

/// Units of an asset that its own place can spare.
fn spare(inputs: &Inputs, spans: &Spans, asset: &SiteAsset) -> u32 {
    let own = inputs.demands.iter().find(|d| d.place == asset.place && asset.kind.service() == Some(d.service));
    let used = inputs.ledger.iter().any(|it| it.asset == asset.id && matches!(it.verdict, Verdict::Usable { .. }));
    let Some(demand) = own.filter(|_| used) else { return asset.count };
    let order = super::order(inputs, demand, spans, &NO_MOVES);
    let needed = fewest(&order, &kept_groups(&order, &mut Vec::new()), &asset.id, order.least);
    needed.map_or(0, |needed| asset.count - needed)
}

/// Fewest units of one group that carry a load with all other groups; nothing where all of them do not.
fn fewest(order: &Order, own: &[KeptAsset], asset: &str, load: f64) -> Option<u32> {
    let count = own.iter().find(|kept| kept.asset == asset)?.units;
    (0..=count).find(|&units| covered(order, &with_units(own, asset, units), 0.0, 0.0) >= load)
}

/// The groups with one of them cut to a number of units.
fn with_units(own: &[KeptAsset], asset: &str, units: u32) -> Vec<KeptAsset> {
    let cut = own.iter().map(|kept| match kept.asset == asset {
        true => KeptAsset { units, ..kept.clone() },
        false => kept.clone(),
    });
    cut.filter(|kept| kept.units > 0).collect()
}

/// Sets of own groups in which one that others want is cut, to the fewest units that carry the least load and more.
pub fn cut_sets(order: &Order, own: &[KeptAsset]) -> Vec<Vec<KeptAsset>> {
    let wanted = own.iter().filter(|kept| order.moves.contested.contains(&kept.asset));
    let sets = wanted.flat_map(|kept| {
        let first = fewest(order, own, &kept.asset, order.least).unwrap_or(kept.units).max(1);
        (first..kept.units).take(MOST_COUNTS as usize).map(|units| with_units(own, &kept.asset, units))
    });
    sets.collect()
}

/// Sets of own groups with what is moved to them: each offer alone, and all of them, to the counts that fill the gap.
pub fn moved_sets(order: &Order, own: &[KeptAsset]) -> Vec<Vec<KeptAsset>> {
    let Some(offers) = order.moves.offers.get(&order.demand.id()) else { return Vec::new() };
    let mut sets = Vec::new();
    let mut all = own.to_vec();
    for offer in offers {
        sets.extend(filled(order, own, offer));
        all = filled(order, &all, offer).pop().unwrap_or(all);
        if !own.is_empty() {
            sets.extend(filled(order, &[], offer));
        }
    }
    if offers.len() > 1 {
        sets.push(all);
    }
    sets
}

/// A base with units of an offer: the counts that carry the load from the least to the most, else all of them.
fn filled(order: &Order, base: &[KeptAsset], offer: &KeptAsset) -> Vec<Vec<KeptAsset>> {
    let wanted = units_that_carry(order, base, offer.unit_capacity).into_iter().map(|units| units as u32);
    let mut counts: Vec<u32> = wanted.filter(|&units| units > 0 && units <= offer.units).collect();
    if counts.is_empty() && covered(order, base, 0.0, 0.0) < order.most {
        counts.push(offer.units);
    }
    let with = |units| base.iter().cloned().chain([KeptAsset { units, ..offer.clone() }]).collect();
    counts.into_iter().map(with).collect()
}

/// The work of moving what is moved: its items with the units of each.
pub fn relocations<'a>(site: &'a Site, kept: &[KeptAsset]) -> Vec<(&'a Item, f64)> {
    let mut works: Vec<(&Item, f64)> = Vec::new();
    for kept in kept.iter().filter(|kept| kept.moved_from.is_some()) {
        let Some(item) = asset(site, &kept.asset).and_then(|asset| site.catalog.relocation(asset.kind)) else {
            continue;
        };
        match works.iter_mut().find(|(known, _)| known.id == item.id) {
            Some((_, units)) => *units += f64::from(kept.units),
            None => works.push((item, f64::from(kept.units))),
        }
    }
    works
}

/// The last day on which something moved comes free, where that is not a task's finish.
pub fn not_before(site: &Site, kept: &[KeptAsset]) -> Option<Date> {
    let halls = kept.iter().filter_map(|kept| site.hall(kept.moved_from.as_ref()?));
    halls.filter_map(|hall| hall.mining_ends).max()
}

fn asset<'a>(site: &'a Site, id: &str) -> Option<&'a SiteAsset> {
    site.assets.iter().find(|asset| asset.id == id)
}

/// Whether by the catalogs' activities the miners stop only after what would be installed from their hall.
fn waits_in_a_circle(site: &Site, service: Service) -> bool {
    let activities = &site.catalog.activities;
    let installs = |a: &&Activity| a.duration_of == Some(DurationOf::Install) && a.services.contains(&service);
    let mut before: Vec<&Activity> = activities.iter().filter(|activity| activity.stops_mining).collect();
    let mut next = 0;
    while let Some(activity) = before.get(next) {
        let reserved = activity.reserve.iter().flat_map(|reservation| &reservation.after);
        let earlier =
            activity.after.iter().chain(reserved).filter_map(|link| activities.iter().find(|a| a.id == link.activity));
        let new: Vec<&Activity> = earlier.filter(|a| before.iter().all(|known| known.id != a.id)).collect();
        before.extend(new);
        next += 1;
    }
    before.iter().any(installs)
}

/// Where something is moved from, as a clause of a label.
pub fn origin(place: &Place) -> String {
    match place {
        Place::Site => "the yard".to_owned(),
        Place::Hall(hall) => hall.clone(),
    }
}
