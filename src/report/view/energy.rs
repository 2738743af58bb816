//! PUE, WUE and water, on the design day and over a year.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Placed, by_place};
use crate::domain::format::{amount, percent, plural};
use crate::domain::plan::Plan;
use crate::domain::studies::EnergyStudy;
use crate::domain::studies::energy::{EnergyBin, EnergyYear, PlantYear, UsePower};
use crate::report::style::Style;

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
    used_for: &'static str,
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
    service: &'static str,
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
            summary: summary(study),
            uses: study.uses.iter().map(|used| use_row(study, used)).collect(),
            year: study.year.as_ref().map(|year| year_view(year, plan.site.design_dry_bulb_c, style)),
        })
    }
}

fn summary(study: &EnergyStudy) -> String {
    let design = format!("PUE is {:.2} on the design day", study.design_pue);
    let Some(year) = &study.year else {
        return format!("{design}. For the year, give `climate.zone` or `climate.bins` in the facility.");
    };
    format!(
        "{design} and {:.2} over a typical year; {}. At a load factor of {} the IT equipment takes {} MWh a year and the site {} MWh.",
        year.pue,
        water(year),
        percent(year.load_factor_pct),
        amount(year.it_mwh),
        amount(year.site_mwh),
    )
}

/// Two decimals, as WUE is published.
fn water(year: &EnergyYear) -> String {
    if year.water_m3 == 0.0 {
        return "no water is evaporated".to_owned();
    }
    format!("WUE is {:.2} L/kWh, {} m3 of water a year", year.wue_l_per_kwh, amount(year.water_m3))
}

fn use_row(study: &EnergyStudy, used: &UsePower) -> UseRow {
    let share = |kw: f64| percent(kw / (study.it_mw * 1000.0) * 100.0);
    UseRow {
        used_for: used.used_for.label(),
        design_kw: amount(used.design_kw),
        design_share: share(used.design_kw),
        mean_kw: used.mean_kw.map_or_else(|| "-".to_owned(), amount),
        mean_share: used.mean_kw.map_or_else(|| "-".to_owned(), share),
    }
}

fn year_view(year: &EnergyYear, design_c: f64, style: &Style) -> YearView {
    YearView {
        origin: year.origin.clone(),
        load_factor: percent(year.load_factor_pct),
        hotter: hotter(year, design_c),
        plants: by_place(style, year.plants.iter().map(|plant| (plant.place.clone(), plant_row(plant)))),
        bands: bands(year),
    }
}

/// A station's year may pass the design day; its hottest bins then ask for more than the plant was chosen for.
fn hotter(year: &EnergyYear, design_c: f64) -> Option<String> {
    let above = year.bins.iter().filter(|bin| bin.dry_bulb_c > design_c);
    let hours: f64 = above.map(|bin| bin.hours).sum();
    (hours > 0.0).then(|| {
        format!(
            "In {} of this year the air is above the design day of {} °C: coolers are counted at full fans, and their water is \
             warmer then.",
            plural(hours, "hour"),
            amount(design_c)
        )
    })
}

fn plant_row(plant: &PlantYear) -> PlantRow {
    PlantRow {
        service: plant.service.info().label,
        plant: format!("{} ({})", plant.principle.label(), plant.plant),
        heat_kw: amount(plant.heat_kw),
        design_kw: amount(plant.design_kw),
        mean_kw: amount(plant.mean_kw),
        wet_hours: amount(plant.wet_hours),
        compressor_hours: amount(plant.compressor_hours),
        water_m3: amount(plant.water_m3),
    }
}

/// Bins gathered by their middle, those of no hours left out.
fn bands(year: &EnergyYear) -> Vec<BandRow> {
    let band = |bin: &EnergyBin| (bin.dry_bulb_c / BAND_K).floor() as i32;
    let mut bins: Vec<&EnergyBin> = year.bins.iter().filter(|bin| bin.hours > 0.0).collect();
    bins.sort_by(|a, b| a.dry_bulb_c.total_cmp(&b.dry_bulb_c));
    bins.chunk_by(|a, b| band(a) == band(b)).map(|bins| band_row(f64::from(band(bins[0])) * BAND_K, bins)).collect()
}

fn band_row(from_c: f64, bins: &[&EnergyBin]) -> BandRow {
    let hours: f64 = bins.iter().map(|bin| bin.hours).sum();
    let mean = |value: fn(&EnergyBin) -> f64| bins.iter().map(|bin| bin.hours * value(bin)).sum::<f64>() / hours;
    BandRow {
        air: format!("{} to {}", amount(from_c), amount(from_c + BAND_K)),
        hours: amount(hours),
        plant_kw: amount(mean(|bin| bin.plant_kw)),
        pue: format!("{:.2}", mean(|bin| bin.pue)),
        water: amount(mean(|bin| bin.water_l_per_h) / 1000.0),
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
        assert!(summary(&plan.studies.energy).ends_with("give `climate.zone` or `climate.bins` in the facility."));
    }

    #[test]
    fn hours_above_the_design_day_are_told() {
        let plan = sample::plan();
        let year = plan.studies.energy.year.expect("the sample has a year");
        assert!(hotter(&year, 33.0).is_some_and(|text| text.starts_with("In 2,190 hours")));
        assert_eq!(hotter(&year, 36.0), None);
    }
}
