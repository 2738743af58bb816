//! Puts what the stages found into one [`Plan`]. Nothing is decided here.

mod assets;
mod bom;
pub mod bought;
mod calendars;
mod capex;
mod choices;
mod halls;
mod on_order;
mod payment;
mod rest;
mod sources;
mod spares;

use std::collections::BTreeMap;

use crate::banks::{Bank, draw_id};
use crate::domain::Mode;
use crate::domain::assumptions::{
    CATALOG_HZ, FREQUENCY, HALL_ORDER, OWN_CREWS, RESERVED_SLOTS, SHARED_CREWS, STANDING, Standing, TWO_SHIFTS,
    WET_BULB,
};
use crate::domain::plan::{Assumption, CandidatePlan, PLAN_SCHEMA, Plan, Requirement, SiteSummary};
use crate::gap::AssetUse;
use crate::input::facility::AssetKind;
use crate::optimize::{Choice, MOST_HALLS};
use crate::requirements::{Conditions, Demand, HallLoad};
use crate::schedule::Schedule;
use crate::studies::{Basis, studies};
use crate::validate::Site;

/// What the stages before found.
pub struct Findings<'a> {
    /// The validated inputs.
    pub site: &'a Site,
    /// Temperatures and voltages.
    pub conditions: &'a Conditions,
    /// Loads of the converted halls.
    pub loads: &'a [HallLoad],
    /// Demands before draws.
    pub demands: &'a [Demand],
    /// Verdicts on the assets.
    pub ledger: &'a [AssetUse],
    /// Banks with their candidates.
    pub banks: &'a [Bank],
    /// What was chosen.
    pub choice: &'a Choice,
    /// When it happens.
    pub schedule: &'a Schedule,
}

/// The plan.
pub fn assemble(findings: &Findings) -> Plan {
    let site = findings.site;
    let drawn = drawn(findings);
    let bom = bom::lines(findings);
    let capex = capex::capex(findings, &bom);
    let requirements: Vec<Requirement> =
        findings.demands.iter().zip(findings.banks).map(|(demand, bank)| requirement(demand, bank, &drawn)).collect();
    let (banks, halls) = (choices::banks(findings, &requirements), halls::halls(findings));
    let tasks = findings.schedule.tasks.clone();
    let studies = studies(&Basis {
        site,
        conditions: findings.conditions,
        loads: findings.loads,
        halls: &halls,
        requirements: &requirements,
        banks: &banks,
        tasks: &tasks,
        bom: &bom,
        capex: &capex,
    });
    let other_items = bought::other_items(site, &banks);
    let spares = spares::recommended(site, &bom);
    Plan {
        schema: PLAN_SCHEMA.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        as_of: site.as_of,
        inputs: site.inputs.clone(),
        site: summary(findings),
        solution: findings.choice.solution.clone(),
        fit: None,
        halls,
        hall_order: findings.choice.hall_order.clone(),
        assets: assets::decisions(findings),
        on_order: on_order::decisions(findings),
        banks,
        calendars: calendars::calendars(site, &tasks),
        tasks,
        sources: sources::sources(site, &bom, &spares, &studies),
        studies,
        assumptions: assumptions(findings),
        warnings: site.warnings.clone(),
        requirements,
        capex,
        bought: bought::items(site, &bom),
        other_items,
        spares,
        payment: payment::terms(site),
        bom,
    }
}

/// What the chosen candidates draw on each bank.
fn drawn(findings: &Findings) -> BTreeMap<String, f64> {
    let mut drawn = BTreeMap::new();
    for draw in findings.choice.chosen.values().flat_map(|candidate| &candidate.draws) {
        *drawn.entry(draw_id(draw)).or_default() += draw.amount;
    }
    drawn
}

fn requirement(demand: &Demand, bank: &Bank, drawn: &BTreeMap<String, f64>) -> Requirement {
    let drawn = drawn.get(&bank.id).copied().unwrap_or_default();
    let amount = demand.amount + drawn;
    Requirement {
        id: bank.id.clone(),
        service: demand.service,
        place: demand.place.clone(),
        fixed: demand.amount,
        drawn,
        amount,
        from_assets: bank.from_assets,
        gap: (amount - bank.from_assets).max(0.0),
        formula: demand.formula.clone(),
        drawn_by: demand.drawn_by.clone(),
        inputs: demand.inputs.clone(),
        source: demand.source.clone(),
    }
}

fn summary(findings: &Findings) -> SiteSummary {
    let site = findings.site;
    SiteSummary {
        facility: site.name.clone(),
        place: site.place.clone(),
        target: site.target.name.clone(),
        rack_model: site.target.rack.model.clone(),
        rack_kw: site.target.rack.power_kw,
        design_dry_bulb_c: site.climate.design_dry_bulb_c,
        design_wet_bulb_c: site.climate.design_wet_bulb_c,
        firm_mw: site.utility.firm_mw - site.utility.curtailable_mw,
        start_date: site.start_date,
        ready_date_limit: site.target.ready_date,
        budget_usd: site.target.budget_usd,
        value_of_week_usd: site.target.value_of_week_usd,
        mining_margin_usd_per_mwh: site.mining.as_ref().map(|mining| mining.margin_usd_per_mwh),
        extreme_low_c: site.climate.extreme_low_c,
        elevation_m: site.elevation_m,
        medium_voltage_kv: findings.conditions.medium_voltage_kv,
        frequency_hz: site.utility.frequency_hz.unwrap_or(CATALOG_HZ),
        temperature_chain: findings.conditions.chain(site),
    }
}

/// What the facility's author assumed, and what the planner itself takes for granted.
fn assumptions(findings: &Findings) -> Vec<Assumption> {
    let crews = if crews_wait(findings) { SHARED_CREWS } else { OWN_CREWS };
    let of_site = [Some(crews), of_wet_plant(findings), of_frequency(findings), of_hall_order(findings)];
    let own = STANDING.iter().copied().chain(of_modes(findings)).chain(of_site.into_iter().flatten());
    let own = own.map(Standing::assumption);
    findings.site.assumed.iter().cloned().chain(own).collect()
}

/// What wetted pads and towers are held to, where some can be bought and the facility has no value of its own for them.
fn of_wet_plant(findings: &Findings) -> Option<Standing> {
    let given = findings.site.climate.evaporation_wet_bulb_c.is_some();
    let admissible = findings.banks.iter().flat_map(|bank| &bank.candidates).any(|build| is_wet(findings.site, build));
    (admissible && !given).then_some(WET_BULB)
}

/// What ratings mean on another frequency than that of the catalogs' machines.
fn of_frequency(findings: &Findings) -> Option<Standing> {
    let other = findings.site.utility.frequency_hz.is_some_and(|hz| hz != CATALOG_HZ);
    other.then_some(FREQUENCY)
}

/// In which order crews go through halls of which another is not looked for.
fn of_hall_order(findings: &Findings) -> Option<Standing> {
    let chosen = findings.loads.len() <= MOST_HALLS && findings.site.time_has_worth();
    (crews_wait(findings) && !chosen).then_some(HALL_ORDER)
}

/// Whether a trade has crews for fewer halls than are converted.
fn crews_wait(findings: &Findings) -> bool {
    findings.site.crews.values().any(|&crews| (crews as usize) < findings.loads.len())
}

fn is_wet(site: &Site, build: &CandidatePlan) -> bool {
    let mut towers = site.assets.iter().filter(|asset| asset.kind == AssetKind::EvaporativeTower);
    let kept = towers.any(|tower| build.kept.iter().any(|kept| kept.asset == tower.id));
    let item = build.item.as_ref().and_then(|id| site.catalog.items.get(id));
    kept || item.and_then(|item| item.heat_rejection.as_ref()).is_some_and(|rating| rating.principle.is_wet())
}

/// What the ways take for granted in which time is bought.
fn of_modes(findings: &Findings) -> impl Iterator<Item = Standing> {
    let taken = |of: fn(Mode) -> bool| findings.choice.chosen.values().any(|candidate| of(candidate.mode));
    let all = [(taken(|mode| mode.slot_reserved), RESERVED_SLOTS), (taken(|mode| mode.two_shifts), TWO_SHIFTS)];
    all.into_iter().filter(|(taken, _)| *taken).map(|(_, assumption)| assumption)
}
