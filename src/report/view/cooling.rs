//! Heat rejection on the design day, and the loops of each hall.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::format::{amount, list, percent, plural, sentence};
use crate::domain::plan::Plan;
use crate::domain::studies::CoolingStudy;
use crate::domain::studies::cooling::{
    BufferDuty, HallCooling, HeatRejectionPrinciple, PipeChoice, PrincipleCheck, TechnologyLoop, WaterLoop,
};
use crate::report::style::Style;

/// The section on cooling.
#[derive(JsonSchema, Serialize)]
pub struct CoolingView {
    summary: String,
    warmest_c: String,
    principles: Vec<PrincipleRow>,
    levers: Vec<String>,
    halls: Vec<Placed<HallView>>,
}

#[derive(JsonSchema, Serialize)]
struct PrincipleRow {
    principle: &'static str,
    air_c: String,
    coldest_water_c: String,
    full_rating_to_c: String,
    share: String,
    share_at_warmest: String,
    water: String,
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
    what: &'static str,
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
            summary: summary(study),
            warmest_c: amount(study.max_coolant_supply_c),
            principles: study.principles.iter().map(|check| principle(study, check)).collect(),
            levers: levers(study),
            halls: by_place(style, study.halls.iter().map(|hall| (hall.place.clone(), hall_view(hall)))),
        })
    }
}

fn summary(study: &CoolingStudy) -> String {
    let chosen = study.principles.iter().filter(|check| !check.chosen_in.is_empty());
    let chosen: Vec<String> = chosen.map(|check| check.principle.label().to_lowercase()).collect();
    if chosen.is_empty() {
        return "No heat goes to a coolant; the air side takes all of it.".to_owned();
    }
    let seconds = study.halls.iter().filter_map(|hall| Some(hall.technology.as_ref()?.seconds_to_limit));
    let limit = seconds.reduce(f64::min).map_or_else(String::new, |seconds| {
        format!(
            " Without facility water the coolant is at the rack's limit of {} °C within {}: the pumps of both loops run on UPS.",
            amount(study.max_coolant_supply_c),
            plural(seconds.round(), "second")
        )
    });
    let water_c = amount(study.facility_water_c);
    format!("The CDUs need facility water of {water_c} °C on the design day; {} give it.{limit}", list(&chosen))
}

fn principle(study: &CoolingStudy, check: &PrincipleCheck) -> PrincipleRow {
    let share = |pct: f64| if pct > 0.0 { percent(pct) } else { "-".to_owned() };
    PrincipleRow {
        principle: check.principle.label(),
        air_c: amount(check.air_c),
        coldest_water_c: amount(check.coldest_water_c),
        full_rating_to_c: match check.principle {
            HeatRejectionPrinciple::Evaporative => format!("{} wet bulb", amount(check.full_rating_to_c)),
            _ => amount(check.full_rating_to_c),
        },
        share: share(check.share_pct),
        share_at_warmest: share(check.share_at_warmest_pct),
        water: if check.water_m3_per_day > 0.0 { amount(check.water_m3_per_day) } else { "-".to_owned() },
        verdict: verdict(study, check),
    }
}

fn verdict(study: &CoolingStudy, check: &PrincipleCheck) -> String {
    let halls: Vec<String> = check.chosen_in.iter().map(ToString::to_string).collect();
    match check {
        _ if !halls.is_empty() => format!("chosen in {}", list(&halls)),
        _ if check.best_item.is_none() => check.reason.clone(),
        _ if check.water_m3_per_day > study.water_available_m3_per_day => {
            format!("too much water: {} m3 a day may be drawn", amount(study.water_available_m3_per_day))
        }
        _ => "admissible; the choice was made by cost and date".to_owned(),
    }
}

/// What warmer coolant would change for principles without compressors that come before the chosen ones.
fn levers(study: &CoolingStudy) -> Vec<String> {
    let chosen = study.principles.iter().filter(|check| !check.chosen_in.is_empty());
    let Some(most) = chosen.map(|check| check.principle).max() else { return Vec::new() };
    study.principles.iter().filter(|check| check.principle < most).filter_map(|check| lever(study, check)).collect()
}

fn lever(study: &CoolingStudy, check: &PrincipleCheck) -> Option<String> {
    let (needed_c, name) = (check.full_rating_supply_c?, check.principle.label());
    let raised_k = needed_c - study.coolant_supply_c;
    if !check.chosen_in.is_empty() || raised_k <= 0.0 {
        return None;
    }
    let full =
        format!("{name} have their full rating with coolant of {} °C, {} K more", amount(needed_c), amount(raised_k));
    let at_warmest = format!("at the {} °C that the rack accepts", amount(study.max_coolant_supply_c));
    let can_be_raised = study.max_coolant_supply_c > study.coolant_supply_c;
    let flow = study
        .flow_factor_at_warmest
        .map_or_else(String::new, |factor| format!(", with {} times the flow in the racks", amount(factor)));
    let water = match check.water_at_warmest_m3_per_day {
        0.0 => String::new(),
        water => format!(
            " and take {} m3 of water a day ({} may be drawn)",
            amount(water),
            amount(study.water_available_m3_per_day)
        ),
    };
    Some(match check.share_at_warmest_pct {
        _ if !can_be_raised => format!("{full}; the rack accepts no warmer coolant than planned."),
        0.0 => format!("{full}; {at_warmest} they give nothing."),
        share => format!("{full}; {at_warmest} they give {} of it{water}{flow}.", percent(share)),
    })
}

fn hall_view(hall: &HallCooling) -> HallView {
    HallView { rows: rows(hall), notes: notes(hall), findings: findings(hall) }
}

fn rows(hall: &HallCooling) -> Vec<LoopRow> {
    let row = |what, technology: &dyn Fn(&TechnologyLoop) -> String, water: &dyn Fn(&WaterLoop) -> String| LoopRow {
        what,
        technology: hall.technology.as_ref().map_or_else(dash, technology),
        warm: hall.warm_loop.as_ref().map_or_else(dash, water),
        cold: water(&hall.cold_loop),
    };
    let ends = |supply_c: f64, return_c: f64| format!("{} to {}", amount(supply_c), amount(return_c));
    vec![
        row("Filled with", &|tech| tech.coolant.clone(), &|water| water.coolant.clone()),
        row("Heat, kW", &|tech| amount(tech.heat_kw), &|water| amount(water.heat_kw)),
        row("Supply to return, °C", &|tech| ends(tech.supply_c, tech.return_c), &|water| {
            ends(water.supply_c, water.supply_c + water.rise_k)
        }),
        row("Flow, L/min", &|tech| amount(tech.flow_lpm), &|water| amount(water.flow_lpm)),
        row("Main, as one pipe", &|tech| pipe(&tech.header), &|water| pipe(&water.main)),
        row("Head, kPa", &|tech| amount(tech.head_kpa), &|water| amount(water.head_kpa)),
        row("Pumps by flow and head, kW", &|tech| amount(tech.pump_kw), &|water| amount(water.pump_kw)),
        row("Pumps as planned, kW", &|tech| amount(tech.catalog_kw), &|water| amount(water.catalog_kw)),
    ]
}

fn dash() -> String {
    "-".to_owned()
}

fn pipe(pipe: &PipeChoice) -> String {
    let count = if pipe.pipes > 1 { format!("{} x ", pipe.pipes) } else { String::new() };
    format!("{count}DN{}, {} m/s", pipe.dn, amount(pipe.velocity_m_per_s))
}

fn notes(hall: &HallCooling) -> Vec<String> {
    let technology = hall.technology.as_ref().map_or_else(Vec::new, |tech| vec![coolant(tech), cdus(tech)]);
    let buffer = hall.buffer.as_ref().map(buffer);
    technology.into_iter().chain([fill(hall)]).chain(buffer).chain([air(hall), dew_point(hall)]).collect()
}

fn coolant(tech: &TechnologyLoop) -> String {
    format!(
        "Coolant at {} °C: {} kg/m3, {} kJ/(kg K), {} mPa s. A rack takes {} L/min through a branch of {}. The loop holds {} m3 \
         and grows by {} m3 from {} to {} °C.",
        amount(tech.supply_c),
        amount(tech.density_kg_per_m3),
        amount(tech.heat_capacity_kj_per_kg_k),
        amount(tech.viscosity_mpa_s),
        amount(tech.rack_lpm),
        pipe(&tech.branch),
        amount(tech.volume_m3),
        amount(tech.expansion.volume_m3),
        amount(tech.expansion.from_c),
        amount(tech.expansion.to_c),
    )
}

fn cdus(tech: &TechnologyLoop) -> String {
    let cdu = &tech.cdu;
    let known = if tech.rack_drop_kpa.is_some() { "" } else { " without the racks" };
    format!(
        "CDUs: {} of {} carry the load, each {} of {} kW and {} of {} L/min. They leave {} kPa at rated flow for the {} kPa of \
         the loop{known}; at that head the pumps take {} kW.",
        amount(cdu.carrying),
        amount(cdu.units),
        amount(cdu.heat_kw),
        amount(cdu.heat_limit_kw),
        amount(cdu.flow_lpm),
        amount(cdu.flow_limit_lpm),
        amount(cdu.head_kpa),
        amount(tech.head_kpa),
        amount(tech.pump_at_rated_head_kw),
    )
}

fn fill(hall: &HallCooling) -> String {
    let fill = &hall.fill;
    let antifreeze = match (fill.antifreeze_pct, fill.antifreeze_m3) {
        (Some(pct), Some(volume)) if pct > 0.0 => {
            format!(", {} of it antifreeze ({} m3)", percent(pct), amount(volume))
        }
        (Some(_), _) => " without antifreeze".to_owned(),
        _ => String::new(),
    };
    let freeze = fill.freeze_c.map_or_else(String::new, |freeze_c| {
        format!("; liquid to {} °C in winters of {} °C", amount(freeze_c), amount(fill.winter_c))
    });
    let growth = &fill.expansion;
    format!(
        "Facility loops hold {} m3{antifreeze}{freeze}; they grow by {} m3 from {} to {} °C.",
        amount(fill.volume_m3),
        amount(growth.volume_m3),
        amount(growth.from_c),
        amount(growth.to_c)
    )
}

fn buffer(buffer: &BufferDuty) -> String {
    format!(
        "Buffer tanks: {} m3 for {} m3 needed with this filling; they bridge {} minutes in the warm loop ({} asked) and {} in the \
         cold one ({} asked).",
        amount(buffer.chosen_m3),
        amount(buffer.needed_m3),
        minutes(buffer.warm_minutes),
        minutes(buffer.warm_minutes_needed),
        minutes(buffer.cold_minutes),
        minutes(buffer.cold_minutes_needed),
    )
}

/// One decimal: six seconds is as close as a restart is known.
fn minutes(minutes: f64) -> String {
    format!("{minutes:.1}")
}

fn air(hall: &HallCooling) -> String {
    let air = &hall.air;
    let sources: Vec<String> =
        air.sources.iter().map(|source| format!("{} {}", source.name.to_lowercase(), amount(source.heat_kw))).collect();
    format!(
        "Air: {} kW in {} m3/s at a rise of {} K and {} kg/m3, by {} of {} units. The kW come from: {}.",
        amount(air.heat_kw),
        amount(air.flow_m3_per_s),
        amount(air.rise_k),
        amount(air.density_kg_per_m3),
        amount(air.carrying),
        amount(air.units),
        sources.join(", ").replace("ups", "UPS"),
    )
}

fn dew_point(hall: &HallCooling) -> String {
    let air = &hall.air;
    format!(
        "Condensation: a room of {} °C and {} has its dew point at {} °C; pipes stay dry from {} °C on, and the coldest has {} °C.",
        amount(air.room_c),
        percent(air.humidity_pct),
        amount(air.dew_point_c),
        amount(air.dew_point_c + air.margin_k),
        amount(hall.technology.as_ref().map_or(f64::INFINITY, |tech| tech.supply_c).min(hall.cold_loop.supply_c)),
    )
}

/// What is outside its limit, or not known.
fn findings(hall: &HallCooling) -> Vec<String> {
    let cold =
        [hall.technology.as_ref().map(|tech| ("coolant", tech.supply_c)), Some(("cold loop", hall.cold_loop.supply_c))];
    let wet = cold.into_iter().flatten().filter(|(_, supply_c)| *supply_c < hall.air.dew_point_c + hall.air.margin_k);
    let wet = wet.map(|(what, supply_c)| {
        format!(
            "the {what} of {} °C is too near the dew point of the room: insulate and control humidity",
            amount(supply_c)
        )
    });
    let unknown = hall.technology.as_ref().filter(|tech| tech.rack_drop_kpa.is_none()).map(|_| {
        "the rack's pressure drop is not published, so heads hold the loop outside alone: have it from the maker"
            .to_owned()
    });
    let tanks = hall.buffer.as_ref().and_then(short_tanks);
    wet.chain(unknown).chain(tanks).map(|finding| sentence(&finding)).collect()
}

/// Shown only where the minutes read differently; the loop that falls shorter speaks for both.
fn short_tanks(buffer: &BufferDuty) -> Option<String> {
    let loops = [
        (buffer.warm_minutes, buffer.warm_minutes_needed, "warm"),
        (buffer.cold_minutes, buffer.cold_minutes_needed, "cold"),
    ];
    let (bridged, asked, which) = loops.into_iter().min_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)))?;
    (bridged < asked && minutes(bridged) != minutes(asked)).then(|| {
        format!("the buffer tanks of the {which} loop bridge {} of {} minutes", minutes(bridged), minutes(asked))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn warmer_coolant_is_told_for_what_has_no_compressors() {
        let study = sample::plan().studies.cooling;
        let told = levers(&study);
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
        let told = findings(&study.halls[0]);
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
