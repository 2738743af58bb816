//! PUE, WUE and water, on the design day and over a year.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::plan::Plan;
use crate::domain::studies::EnergyStudy;
use crate::domain::studies::energy::{EnergyBin, EnergyYear, PlantYear, UsePower};
use crate::report::style::{Style, args};

/// Width of the bands into which the year's bins are gathered, K.
const BAND_K: f64 = 10.0;

/// The section on energy and water.
#[derive(JsonSchema, Serialize)]
pub struct EnergyView {
    summary: String,
    uses: Vec<UseRow>,
    year: Option<YearView>,
}

#[derive(JsonSchema, Serialize)]
struct UseRow {
    used_for: String,
    design_kw: String,
    design_share: String,
    mean_kw: String,
    mean_share: String,
}

#[derive(JsonSchema, Serialize)]
struct YearView {
    origin: String,
    load_factor: String,
    hotter: Option<String>,
    plants: Vec<Placed<PlantRow>>,
    bands: Vec<BandRow>,
}

#[derive(Clone, PartialEq, JsonSchema, Serialize)]
struct PlantRow {
    service: String,
    plant: String,
    heat_kw: String,
    design_kw: String,
    mean_kw: String,
    wet_hours: String,
    compressor_hours: String,
    water_m3: String,
}

#[derive(JsonSchema, Serialize)]
struct BandRow {
    air: String,
    hours: String,
    plant_kw: String,
    pue: String,
    water: String,
}

impl EnergyView {
    /// Prepares the section; nothing where there is no IT load.
    pub fn of(plan: &Plan, style: &Style) -> Option<EnergyView> {
        let study = &plan.studies.energy;
        (study.it_mw > 0.0).then(|| EnergyView {
            summary: summary(study, style),
            uses: study.uses.iter().map(|used| use_row(study, used, style)).collect(),
            year: study.year.as_ref().map(|year| year_view(year, plan.site.design_dry_bulb_c, style)),
        })
    }
}

fn summary(study: &EnergyStudy, style: &Style) -> String {
    let design = style.fixed(study.design_pue, 2);
    let Some(year) = &study.year else { return style.say("energy-summary-day", args!["design" => design]) };
    let figures = args![
        "design" => design,
        "year" => style.fixed(year.pue, 2),
        "water" => water(year, style),
        "load" => style.percent(year.load_factor_pct),
        "it" => style.quantity(year.it_mwh, "MWh"),
        "site" => style.quantity(year.site_mwh, "MWh"),
    ];
    style.say("energy-summary", figures)
}

/// Two decimals, as WUE is published, and in liters, by which it is defined.
fn water(year: &EnergyYear, style: &Style) -> String {
    if year.water_m3 == 0.0 {
        return style.word("energy-no-water");
    }
    let wue = style.with_unit(style.fixed(year.wue_l_per_kwh, 2), "L/kWh");
    style.say("energy-water", args!["wue" => wue, "water" => style.quantity(year.water_m3, "m3")])
}

fn use_row(study: &EnergyStudy, used: &UsePower, style: &Style) -> UseRow {
    let share = |kw: f64| style.percent(kw / (study.it_mw * 1000.0) * 100.0);
    UseRow {
        used_for: style.named("use", used.used_for),
        design_kw: style.amount(used.design_kw),
        design_share: share(used.design_kw),
        mean_kw: used.mean_kw.map_or_else(|| "-".to_owned(), |kw| style.amount(kw)),
        mean_share: used.mean_kw.map_or_else(|| "-".to_owned(), share),
    }
}

fn year_view(year: &EnergyYear, design_c: f64, style: &Style) -> YearView {
    YearView {
        origin: year.origin.clone(),
        load_factor: style.percent(year.load_factor_pct),
        hotter: hotter(year, design_c, style),
        plants: by_place(style, year.plants.iter().map(|plant| (plant.place.clone(), plant_row(plant, style)))),
        bands: bands(year, style),
    }
}

/// A station's year may pass the design day; its hottest bins then ask for more than the plant was chosen for.
fn hotter(year: &EnergyYear, design_c: f64, style: &Style) -> Option<String> {
    let above = year.bins.iter().filter(|bin| bin.dry_bulb_c > design_c);
    let hours: f64 = above.map(|bin| bin.hours).sum();
    let figures = args!["hours" => style.count("hour", hours), "design" => style.quantity(design_c, "°C")];
    (hours > 0.0).then(|| style.say("energy-hotter", figures))
}

fn plant_row(plant: &PlantYear, style: &Style) -> PlantRow {
    let principle = style.named("principle", plant.principle);
    PlantRow {
        service: style.service(plant.service),
        plant: style.say("energy-plant", args!["principle" => principle, "item" => plant.plant.as_str()]),
        heat_kw: style.amount(plant.heat_kw),
        design_kw: style.amount(plant.design_kw),
        mean_kw: style.amount(plant.mean_kw),
        wet_hours: style.amount(plant.wet_hours),
        compressor_hours: style.amount(plant.compressor_hours),
        water_m3: style.amount_in(plant.water_m3, "m3"),
    }
}

/// Bins gathered by their middle, those of no hours left out.
fn bands(year: &EnergyYear, style: &Style) -> Vec<BandRow> {
    let band = |bin: &EnergyBin| (bin.dry_bulb_c / BAND_K).floor() as i32;
    let mut bins: Vec<&EnergyBin> = year.bins.iter().filter(|bin| bin.hours > 0.0).collect();
    bins.sort_by(|a, b| a.dry_bulb_c.total_cmp(&b.dry_bulb_c));
    let row = |bins: &[&EnergyBin]| band_row(f64::from(band(bins[0])) * BAND_K, bins, style);
    bins.chunk_by(|a, b| band(a) == band(b)).map(row).collect()
}

fn band_row(from_c: f64, bins: &[&EnergyBin], style: &Style) -> BandRow {
    let hours: f64 = bins.iter().map(|bin| bin.hours).sum();
    let mean = |value: fn(&EnergyBin) -> f64| bins.iter().map(|bin| bin.hours * value(bin)).sum::<f64>() / hours;
    let ends = [from_c, from_c + BAND_K].map(|celsius| style.amount_in(celsius, "°C"));
    BandRow {
        air: style.say("cooling-ends", args!["low" => ends[0].as_str(), "high" => ends[1].as_str()]),
        hours: style.amount(hours),
        plant_kw: style.amount(mean(|bin| bin.plant_kw)),
        pue: style.fixed(mean(|bin| bin.pue), 2),
        water: style.amount_in(mean(|bin| bin.water_l_per_h) / 1000.0, "m3/h"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_plan_without_a_year_says_what_is_missing() {
        let mut plan = sample::plan();
        let view = EnergyView::of(&plan, &Style::default()).expect("the sample has IT load");
        let bands: Vec<&str> = view.year.iter().flat_map(|year| &year.bands).map(|band| band.air.as_str()).collect();
        assert_eq!(bands, ["0 to 10", "10 to 20", "30 to 40"]);
        plan.studies.energy.year = None;
        assert!(
            summary(&plan.studies.energy, &Style::default())
                .ends_with("give `climate.zone` or `climate.bins` in the facility.")
        );
    }

    #[test]
    fn hours_above_the_design_day_are_told() {
        let plan = sample::plan();
        let year = plan.studies.energy.year.expect("the sample has a year");
        assert!(hotter(&year, 33.0, &Style::default()).is_some_and(|text| text.starts_with("In 2,190 hours")));
        assert_eq!(hotter(&year, 36.0, &Style::default()), None);
    }
}
