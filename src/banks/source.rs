//! The source behind the transformers of the halls: the most that the medium-voltage bus can feed into a fault.

use crate::domain::Service;
use crate::gap::{AssetUse, Verdict};
use crate::physics::electrical::fault_level_mva;
use crate::requirements::power::HIGHEST_MEDIUM_VOLTAGE_KV;
use crate::validate::Site;

/// Fault level of the medium-voltage bus, MVA: behind transmission through the strongest main transformer that a plan may have,
/// so that it holds whatever is chosen. The utility's own level where it delivers medium voltage, or an impedance is not known;
/// nothing where that is not known either.
///
/// Bus ties are open: one main transformer feeds a fault.
pub fn bus_mva(site: &Site, ledger: &[AssetUse]) -> Option<f64> {
    let utility_mva = site.utility.fault_level_mva;
    if site.utility.voltage_kv <= HIGHEST_MEDIUM_VOLTAGE_KV {
        return utility_mva;
    }
    let main = existing(site, ledger).chain(on_offer(site));
    let levels: Option<Vec<f64>> = main.map(|(kva, pct)| Some(fault_level_mva(kva, pct?, utility_mva))).collect();
    levels.and_then(|levels| levels.into_iter().reduce(f64::max)).or(utility_mva)
}

/// Rating, kVA, and impedance, percent, of the site's own that can be kept.
fn existing(site: &Site, ledger: &[AssetUse]) -> impl Iterator<Item = (f64, Option<f64>)> {
    let usable = |used: &&AssetUse| {
        used.service == Some(Service::HighVoltageTransformation) && matches!(used.verdict, Verdict::Usable { .. })
    };
    let assets = ledger.iter().filter(usable).filter_map(|used| site.assets.iter().find(|a| a.id == used.asset));
    assets.map(|asset| (asset.nameplate, asset.impedance_pct))
}

/// The same of what is made for the utility's voltage.
fn on_offer(site: &Site) -> impl Iterator<Item = (f64, Option<f64>)> {
    let items = site.catalog.items_for(Service::HighVoltageTransformation);
    let here = items.filter(|item| item.made_for_kv(site.utility.voltage_kv));
    here.filter_map(|item| Some((item.capacity.as_ref()?.value, item.impedance_pct.as_ref().map(|pct| pct.value))))
}
