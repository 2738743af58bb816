//! Heat rejection on the design day, and the loops of each hall.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::format::sentence;
use crate::domain::plan::Plan;
use crate::domain::studies::CoolingStudy;
use crate::domain::studies::cooling::{
    BufferDuty, FARTHEST_WATER_K, HallCooling, HeatRejectionPrinciple, HeatSource, PipeChoice, PrincipleCheck,
    TechnologyLoop, WaterLoop,
};
use crate::report::style::{Style, args};

/// The section on cooling.
#[derive(JsonSchema, Serialize)]
pub struct CoolingView {
    summary: String,
    warmest_c: String,
    principles: Vec<PrincipleRow>,
    principles_note: String,
    levers: Vec<String>,
    halls: Vec<Placed<HallView>>,
}

#[derive(JsonSchema, Serialize)]
struct PrincipleRow {
    principle: String,
    air_c: String,
    coldest_water_c: String,
    full_rating_to_c: String,
    share: String,
    share_at_warmest: String,
    water: String,
    /// Why it is ruled out, as the catalogs' check recorded it.
    reason: Option<String>,
    verdict: String,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct HallView {
    rows: Vec<LoopRow>,
    notes: Vec<String>,
    findings: Vec<String>,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct LoopRow {
    what: String,
    technology: String,
    warm: String,
    cold: String,
}

impl CoolingView {
    /// How many findings the section holds.
    pub fn findings(&self) -> usize {
        self.halls.iter().map(|hall| hall.row.findings.len()).sum()
    }

    /// Prepares the section; nothing where no hall is converted.
    pub fn of(plan: &Plan, style: &Style) -> Option<CoolingView> {
        let study = &plan.studies.cooling;
        (!study.halls.is_empty()).then(|| CoolingView {
            summary: summary(study, style),
            warmest_c: style.quantity(study.max_coolant_supply_c, "°C"),
            principles: study.principles.iter().map(|check| principle(study, check, style)).collect(),
            principles_note: style.say("cooling-note", args!["range" => style.quantity(FARTHEST_WATER_K, "K")]),
            levers: levers(study, style),
            halls: by_place(style, study.halls.iter().map(|hall| (hall.place.clone(), hall_view(hall, style)))),
        })
    }
}

fn summary(study: &CoolingStudy, style: &Style) -> String {
    let chosen = study.principles.iter().filter(|check| !check.chosen_in.is_empty());
    let chosen: Vec<String> = chosen.map(|check| style.within(&style.named("principle", check.principle))).collect();
    if chosen.is_empty() {
        return style.word("cooling-no-coolant");
    }
    let water = style.quantity(study.facility_water_c, "°C");
    let plants = style.say("cooling-summary", args!["water" => water, "plants" => style.list(&chosen)]);
    let seconds = study.halls.iter().filter_map(|hall| Some(hall.technology.as_ref()?.seconds_to_limit));
    let limit = seconds.reduce(f64::min).map(|seconds| {
        let limit = style.quantity(study.max_coolant_supply_c, "°C");
        style.say("cooling-limit", args!["limit" => limit, "seconds" => style.count("second", seconds.round())])
    });
    style.sentences(&[plants, limit.unwrap_or_default()])
}

fn principle(study: &CoolingStudy, check: &PrincipleCheck, style: &Style) -> PrincipleRow {
    let or_dash = |value: f64, text: &dyn Fn(f64) -> String| if value > 0.0 { text(value) } else { dash() };
    let share = |pct: f64| or_dash(pct, &|pct| style.percent(pct));
    let full = style.amount_in(check.full_rating_to_c, "°C");
    PrincipleRow {
        principle: style.named("principle", check.principle),
        air_c: style.amount_in(check.air_c, "°C"),
        coldest_water_c: style.amount_in(check.coldest_water_c, "°C"),
        full_rating_to_c: match check.principle {
            HeatRejectionPrinciple::Evaporative => style.say("cooling-wet-bulb", args!["figure" => full]),
            _ => full,
        },
        share: share(check.share_pct),
        share_at_warmest: share(check.share_at_warmest_pct),
        water: or_dash(check.water_m3_per_day, &|water| style.amount_in(water, "m3/day")),
        reason: check.best_item.is_none().then(|| check.reason.clone()),
        verdict: verdict(study, check, style),
    }
}

fn verdict(study: &CoolingStudy, check: &PrincipleCheck, style: &Style) -> String {
    let halls: Vec<String> = check.chosen_in.iter().map(|place| style.place(place)).collect();
    match check {
        _ if !halls.is_empty() => style.say("cooling-chosen", args!["halls" => style.list(&halls)]),
        _ if check.water_m3_per_day > study.water_available_m3_per_day => {
            let water = style.quantity(study.water_available_m3_per_day, "m3 a day");
            style.say("cooling-too-much-water", args!["water" => water])
        }
        _ => style.word("cooling-admissible"),
    }
}

/// What warmer coolant would change for principles without compressors that come before the chosen ones.
fn levers(study: &CoolingStudy, style: &Style) -> Vec<String> {
    let chosen = study.principles.iter().filter(|check| !check.chosen_in.is_empty());
    let Some(most) = chosen.map(|check| check.principle).max() else { return Vec::new() };
    let before = study.principles.iter().filter(|check| check.principle < most);
    before.filter_map(|check| lever(study, check, style)).collect()
}

fn lever(study: &CoolingStudy, check: &PrincipleCheck, style: &Style) -> Option<String> {
    let needed_c = check.full_rating_supply_c?;
    let raised_k = needed_c - study.coolant_supply_c;
    if !check.chosen_in.is_empty() || raised_k <= 0.0 {
        return None;
    }
    let message = match check.share_at_warmest_pct {
        _ if study.max_coolant_supply_c <= study.coolant_supply_c => "cooling-lever-none",
        0.0 => "cooling-lever-nothing",
        _ => "cooling-lever",
    };
    let water = check.water_at_warmest_m3_per_day;
    let figures = args![
        "plant" => style.named("principle", check.principle),
        "coolant" => style.quantity(needed_c, "°C"),
        "raised" => style.quantity(raised_k, "K"),
        "warmest" => style.quantity(study.max_coolant_supply_c, "°C"),
        "share" => style.percent(check.share_at_warmest_pct),
        "water" => if water > 0.0 { style.quantity(water, "m3") } else { "none".to_owned() },
        "available" => style.amount_in(study.water_available_m3_per_day, "m3"),
        "flow" => study.flow_factor_at_warmest.map_or("none".to_owned(), |factor| style.amount(factor)),
    ];
    Some(style.say(message, figures))
}

fn hall_view(hall: &HallCooling, style: &Style) -> HallView {
    HallView { rows: rows(hall, style), notes: notes(hall, style), findings: findings(hall, style) }
}

fn rows(hall: &HallCooling, style: &Style) -> Vec<LoopRow> {
    let row = |id: &str,
               unit: &str,
               technology: &dyn Fn(&TechnologyLoop) -> String,
               water: &dyn Fn(&WaterLoop) -> String| LoopRow {
        what: style.say(id, args!["unit" => style.unit(unit)]),
        technology: hall.technology.as_ref().map_or_else(dash, technology),
        warm: hall.warm_loop.as_ref().map_or_else(dash, water),
        cold: water(&hall.cold_loop),
    };
    let amount = |value: f64, unit: &str| style.amount_in(value, unit);
    let ends = |from_c: f64, to_c: f64| ends(from_c, style.amount_in(to_c, "°C"), style);
    vec![
        row("cooling-row-coolant", "", &|tech| style.phrase(&tech.coolant), &|water| style.phrase(&water.coolant)),
        row("cooling-row-heat", "kW", &|tech| amount(tech.heat_kw, "kW"), &|water| amount(water.heat_kw, "kW")),
        row("cooling-row-ends", "°C", &|tech| ends(tech.supply_c, tech.return_c), &|water| {
            ends(water.supply_c, water.supply_c + water.rise_k)
        }),
        row("cooling-row-flow", "L/min", &|tech| amount(tech.flow_lpm, "L/min"), &|water| {
            amount(water.flow_lpm, "L/min")
        }),
        row("cooling-row-main", "", &|tech| pipe(&tech.header, style), &|water| pipe(&water.main, style)),
        row("cooling-row-head", "kPa", &|tech| amount(tech.head_kpa, "kPa"), &|water| amount(water.head_kpa, "kPa")),
        row("cooling-row-pumps", "kW", &|tech| amount(tech.pump_kw, "kW"), &|water| amount(water.pump_kw, "kW")),
        row("cooling-row-planned", "kW", &|tech| amount(tech.catalog_kw, "kW"), &|water| {
            amount(water.catalog_kw, "kW")
        }),
    ]
}

fn dash() -> String {
    "-".to_owned()
}

/// From a temperature to one that is written already.
fn ends(from_c: f64, to: String, style: &Style) -> String {
    style.say("cooling-ends", args!["low" => style.amount_in(from_c, "°C"), "high" => to])
}

fn pipe(pipe: &PipeChoice, style: &Style) -> String {
    let figures = args![
        "pipes" => if pipe.pipes > 1 { pipe.pipes.to_string() } else { "none".to_owned() },
        "dn" => pipe.dn.to_string(),
        "velocity" => style.quantity(pipe.velocity_m_per_s, "m/s"),
    ];
    style.say("cooling-pipe", figures)
}

fn notes(hall: &HallCooling, style: &Style) -> Vec<String> {
    let technology =
        hall.technology.as_ref().map_or_else(Vec::new, |tech| vec![coolant(tech, style), cdus(tech, style)]);
    let buffer = hall.buffer.as_ref().map(|duty| buffer(duty, style));
    let notes = technology.into_iter().chain([fill(hall, style)]).chain(buffer);
    notes.chain([air(hall, style), dew_point(hall, style)]).collect()
}

fn coolant(tech: &TechnologyLoop, style: &Style) -> String {
    let figures = args![
        "supply" => style.quantity(tech.supply_c, "°C"),
        "density" => style.quantity(tech.density_kg_per_m3, "kg/m3"),
        "heat" => style.quantity(tech.heat_capacity_kj_per_kg_k, "kJ/(kg K)"),
        "viscosity" => style.quantity(tech.viscosity_mpa_s, "mPa s"),
        "rack" => style.quantity(tech.rack_lpm, "L/min"),
        "branch" => pipe(&tech.branch, style),
        "volume" => style.quantity(tech.volume_m3, "m3"),
        "growth" => style.quantity(tech.expansion.volume_m3, "m3"),
        "ends" => ends(tech.expansion.from_c, style.quantity(tech.expansion.to_c, "°C"), style),
    ];
    style.say("cooling-coolant", figures)
}

fn cdus(tech: &TechnologyLoop, style: &Style) -> String {
    let cdu = &tech.cdu;
    let figures = args![
        "carrying" => style.amount(cdu.carrying),
        "units" => style.amount(cdu.units),
        "heat" => style.amount_in(cdu.heat_kw, "kW"),
        "heat-limit" => style.quantity(cdu.heat_limit_kw, "kW"),
        "flow" => style.amount_in(cdu.flow_lpm, "L/min"),
        "flow-limit" => style.quantity(cdu.flow_limit_lpm, "L/min"),
        "head" => style.quantity(cdu.head_kpa, "kPa"),
        "loop-head" => style.quantity(tech.head_kpa, "kPa"),
        "racks" => if tech.rack_drop_kpa.is_some() { "counted" } else { "none" },
        "pumps" => style.quantity(tech.pump_at_rated_head_kw, "kW"),
    ];
    style.say("cooling-cdus", figures)
}

fn fill(hall: &HallCooling, style: &Style) -> String {
    let (fill, growth) = (&hall.fill, &hall.fill.expansion);
    let antifreeze = match (fill.antifreeze_pct, fill.antifreeze_m3) {
        (Some(pct), Some(volume)) if pct > 0.0 => {
            let figures = args!["share" => style.percent(pct), "volume" => style.quantity(volume, "m3")];
            style.say("cooling-antifreeze", figures)
        }
        (Some(_), _) => style.word("cooling-no-antifreeze"),
        _ => String::new(),
    };
    let freeze = fill.freeze_c.map_or_else(String::new, |freeze_c| {
        let [freeze, winter] = [freeze_c, fill.winter_c].map(|celsius| style.quantity(celsius, "°C"));
        style.say("cooling-freeze", args!["freeze" => freeze, "winter" => winter])
    });
    let figures = args![
        "volume" => style.quantity(fill.volume_m3, "m3"),
        "antifreeze" => antifreeze,
        "freeze" => freeze,
        "growth" => style.quantity(growth.volume_m3, "m3"),
        "ends" => ends(growth.from_c, style.quantity(growth.to_c, "°C"), style),
    ];
    style.say("cooling-fill", figures)
}

fn buffer(buffer: &BufferDuty, style: &Style) -> String {
    let figures = args![
        "chosen" => style.quantity(buffer.chosen_m3, "m3"),
        "needed" => style.quantity(buffer.needed_m3, "m3"),
        "warm" => minutes(buffer.warm_minutes, style),
        "warm-asked" => minutes(buffer.warm_minutes_needed, style),
        "cold" => minutes(buffer.cold_minutes, style),
        "cold-asked" => minutes(buffer.cold_minutes_needed, style),
    ];
    style.say("cooling-buffer", figures)
}

/// One decimal: six seconds is as close as a restart is known.
fn minutes(minutes: f64, style: &Style) -> String {
    style.fixed(minutes, 1)
}

fn air(hall: &HallCooling, style: &Style) -> String {
    let air = &hall.air;
    let source = |source: &HeatSource| {
        let name = style.within(&style.phrase(&source.name));
        style.say("cooling-air-source", args!["name" => name, "heat" => style.amount(source.heat_kw)])
    };
    let sources: Vec<String> = air.sources.iter().map(source).collect();
    let figures = args![
        "heat" => style.quantity(air.heat_kw, "kW"),
        "flow" => style.quantity(air.flow_m3_per_s, "m3/s"),
        "rise" => style.quantity(air.rise_k, "K"),
        "density" => style.quantity(air.density_kg_per_m3, "kg/m3"),
        "carrying" => style.amount(air.carrying),
        "units" => style.amount(air.units),
        "sources" => style.joined(&sources),
    ];
    style.say("cooling-air", figures)
}

fn dew_point(hall: &HallCooling, style: &Style) -> String {
    let air = &hall.air;
    let coldest_c = hall.technology.as_ref().map_or(f64::INFINITY, |tech| tech.supply_c).min(hall.cold_loop.supply_c);
    let [room, dew_point, dry_from, coldest] =
        [air.room_c, air.dew_point_c, air.dew_point_c + air.margin_k, coldest_c].map(|c| style.quantity(c, "°C"));
    let figures = args![
        "room" => room,
        "humidity" => style.percent(air.humidity_pct),
        "dew-point" => dew_point,
        "dry-from" => dry_from,
        "coldest" => coldest,
    ];
    style.say("cooling-dew-point", figures)
}

/// What is outside its limit, or not known.
fn findings(hall: &HallCooling, style: &Style) -> Vec<String> {
    let coolant = hall.technology.as_ref().map(|tech| ("cooling-wet-coolant", tech.supply_c));
    let cold = [coolant, Some(("cooling-wet-loop", hall.cold_loop.supply_c))];
    let wet = cold.into_iter().flatten().filter(|(_, supply_c)| *supply_c < hall.air.dew_point_c + hall.air.margin_k);
    let wet = wet.map(|(id, supply_c)| style.say(id, args!["supply" => style.quantity(supply_c, "°C")]));
    let unknown = hall.technology.as_ref().filter(|tech| tech.rack_drop_kpa.is_none());
    let unknown = unknown.map(|_| style.word("cooling-rack-drop-unknown"));
    let tanks = hall.buffer.as_ref().and_then(|duty| short_tanks(duty, style));
    wet.chain(unknown).chain(tanks).map(|finding| sentence(&finding)).collect()
}

/// Shown only where the minutes read differently; the loop that falls shorter speaks for both.
fn short_tanks(buffer: &BufferDuty, style: &Style) -> Option<String> {
    let loops = [
        (buffer.warm_minutes, buffer.warm_minutes_needed, "cooling-tanks-warm"),
        (buffer.cold_minutes, buffer.cold_minutes_needed, "cooling-tanks-cold"),
    ];
    let (bridged, asked, message) = loops.into_iter().min_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)))?;
    let [shown, wanted] = [bridged, asked].map(|value| minutes(value, style));
    (bridged < asked && shown != wanted).then(|| style.say(message, args!["bridged" => shown, "asked" => wanted]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn warmer_coolant_is_told_for_what_has_no_compressors() {
        let study = sample::plan().studies.cooling;
        let told = levers(&study, &Style::default());
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("Dry coolers have their full rating with coolant of 55.2 °C, 15.2 K more"));
        assert!(
            told[1].contains("they give 90 % of it and take 330 m3 of water a day (100 may be drawn)"),
            "{}",
            told[1]
        );
    }

    #[test]
    fn what_is_short_is_told() {
        let study = sample::plan().studies.cooling;
        let told = findings(&study.halls[0], &Style::default());
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[1].contains("warm loop bridge 1.4 of 1.5 minutes"), "{}", told[1]);
    }

    #[test]
    fn a_plan_without_halls_has_no_section() {
        let mut plan = sample::plan();
        plan.studies.cooling.halls.clear();
        assert!(CoolingView::of(&plan, &Style::default()).is_none());
    }
}
