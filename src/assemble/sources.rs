//! The sources that figures of the plan name.

use std::collections::BTreeSet;

use crate::domain::bought::Spare;
use crate::domain::plan::{BomLine, SourceRecord};
use crate::domain::studies::Studies;
use crate::validate::Site;

/// Sources of prices on the bill of materials, of what is recommended to be kept in store, of the formulas' constants, of durations,
/// of soft costs and of the rules that concern the site, by id.
pub fn sources(site: &Site, bom: &[BomLine], spares: &[Spare], studies: &Studies) -> Vec<SourceRecord> {
    let catalog = &site.catalog;
    let mut ids: BTreeSet<&String> = bom.iter().flat_map(|line| &line.sources).collect();
    ids.extend(catalog.parameters.values().flat_map(|parameter| &parameter.sources));
    ids.extend(
        catalog.activities.iter().filter_map(|activity| activity.duration_weeks.as_ref()).flat_map(|d| &d.sources),
    );
    ids.extend(catalog.soft_costs.iter().flat_map(|cost| &cost.pct.sources));
    ids.extend(spares.iter().flat_map(|spare| &spare.sources));
    ids.extend(studies.approvals.rules.iter().flat_map(|rule| &rule.sources));
    let bought = bom.iter().filter_map(|line| catalog.items.get(&line.item));
    for item in bought {
        ids.extend(item.lead_weeks.sources.iter().chain(&item.install_weeks.sources));
        ids.extend(item.capacity.iter().chain(&item.amps).flat_map(|figure| &figure.sources));
    }
    let record = |id: &&String| catalog.sources.get(*id);
    ids.iter()
        .filter_map(record)
        .map(|source| SourceRecord {
            id: source.id.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
            date: source.date.clone(),
        })
        .collect()
}
