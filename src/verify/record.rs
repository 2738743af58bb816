//! What the plan says of itself: schema, inputs, site, sources, and how the solver ended.

use std::collections::BTreeSet;

use super::facts::Facts;
use super::report::{HALF_CENT, Report};
use crate::domain::Range;
use crate::domain::plan::{PLAN_SCHEMA, Proof, SourceRecord};
use crate::input::catalog::Source;

/// Largest gap of what may be called optimal, percent.
const CLOSED_PCT: f64 = 1e-4;

/// Schema, day, files and site.
pub fn plan(facts: &Facts, report: &mut Report) {
    let (site, plan, told) = (facts.site, facts.plan, &facts.plan.site);
    report.expect(plan.schema == PLAN_SCHEMA, "schema", || format!("is {} and should be {PLAN_SCHEMA}", plan.schema));
    report.expect(plan.as_of == site.as_of, "as_of", || format!("is {} and should be {}", plan.as_of, site.as_of));
    report.expect(plan.inputs == site.inputs, "inputs", || "are not the files that were read".to_owned());
    let names = [(&told.facility, &site.name), (&told.place, &site.place), (&told.target, &site.target.name)];
    let named = names.iter().all(|(told, is)| told == is) && told.rack_model == site.target.rack.model;
    report.expect(named, "site", || "is of another facility or target".to_owned());
    let asked = told.start_date == site.start_date
        && told.ready_date_limit == site.target.ready_date
        && told.budget_usd == site.target.budget_usd
        && told.value_of_week_usd == site.target.value_of_week_usd
        && told.mining_margin_usd_per_mwh == site.mining.as_ref().map(|mining| mining.margin_usd_per_mwh);
    report.expect(asked, "site", || "its dates, limits or margins are not those asked for".to_owned());
    report.expect(plan.warnings == site.warnings, "warnings", || "are not those of the inputs".to_owned());
    report.equal("site", "the rack's power, kW,", told.rack_kw, site.target.rack.power_kw);
    report.equal("site", "the dry bulb, C,", told.design_dry_bulb_c, site.climate.design_dry_bulb_c);
    report.equal("site", "the wet bulb, C,", told.design_wet_bulb_c, site.climate.design_wet_bulb_c);
    report.expect(told.extreme_low_c == site.climate.extreme_low_c, "site", || "its winter is another".to_owned());
    report.equal("site", "the height, m,", told.elevation_m, site.elevation_m);
    report.equal("site", "medium voltage, kV,", told.medium_voltage_kv, facts.conditions.medium_voltage_kv);
    report.equal("site", "the frequency, Hz,", told.frequency_hz, site.utility.frequency_hz.unwrap_or(60.0));
    report.equal("site", "firm power, MW,", told.firm_mw, site.utility.firm_mw - site.utility.curtailable_mw);
    let chain = facts.conditions.chain(site);
    report.expect(told.temperature_chain == chain, "site", || {
        "its temperature chain is not that of the inputs".to_owned()
    });
}

/// Every source that a line, part or spare names, as the catalogs record it, and none that they do not.
pub fn sources(facts: &Facts, report: &mut Report) {
    let parts = facts.plan.banks.iter().flat_map(|bank| &bank.chosen.parts).flat_map(|part| &part.sources);
    let spares = facts.plan.spares.iter().flat_map(|spare| &spare.sources);
    let lines = facts.plan.bom.iter().flat_map(|line| &line.sources);
    let named: BTreeSet<&String> = lines.chain(parts).chain(spares).collect();
    for id in named {
        let recorded = facts.plan.sources.iter().filter(|record| record.id == *id).count();
        report.expect(recorded == 1, id, || format!("is recorded {recorded} times"));
    }
    for record in &facts.plan.sources {
        let known = facts.site.catalog.sources.get(&record.id).is_some_and(|source| same(source, record));
        report.expect(known, &record.id, || "is not what the catalogs say of it".to_owned());
    }
}

fn same(source: &Source, record: &SourceRecord) -> bool {
    (&source.title, &source.url, &source.date) == (&record.title, &record.url, &record.date)
}

/// The plan was made for what is asked for: the objective of the target, or the one that was named in its place.
pub fn objective(facts: &Facts, report: &mut Report) {
    let (told, asked) = (&facts.plan.solution.objective, facts.site.objective_in_words());
    report.expect(*told == asked, "solution", || format!("the plan was made for `{told}`; asked for is `{asked}`"));
}

/// Cost, bound, gap and proof agree, and the cost is the plan's.
pub fn solution(facts: &Facts, report: &mut Report) {
    let solution = &facts.plan.solution;
    let (cost, bound) = (solution.direct_cost_usd, solution.bound_usd);
    let direct = Range::exact(facts.plan.capex.direct.likely);
    report.money("solution", "the direct cost", Range::exact(cost), direct, HALF_CENT);
    let gap_pct = (cost - bound) / cost.abs().max(f64::MIN_POSITIVE) * 100.0;
    let follows = (solution.gap_pct - gap_pct).abs() <= CLOSED_PCT / 10.0 && solution.gap_pct >= 0.0;
    report.expect(follows, "solution", || format!("the gap is {} % and should be {gap_pct} %", solution.gap_pct));
    let closed = solution.gap_pct <= CLOSED_PCT;
    let proved = solution.proof == Proof::Optimal;
    let dated = solution.date_gap_weeks == 0.0;
    report.expect(!proved || closed && dated, "solution", || {
        format!("called optimal at a gap of {} % and {} weeks", solution.gap_pct, solution.date_gap_weeks)
    });
    report.expect(solution.binaries <= solution.columns, "solution", || "has more binaries than columns".to_owned());
}
