//! The site from files that passed every rule.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::rules::nameplate;
use super::site::{Catalog, Site, SiteAsset, SiteHall, SiteOrder, SiteRoute, Year};
use crate::diagnostic::{Diagnostics, SourceText};
use crate::domain::calendar::Holiday;
use crate::domain::plan::{Assumption, InputFile, OVERRIDE};
use crate::domain::{Calendar, Place};
use crate::input::catalog::{Activity, CatalogFile, ParameterId, Rule, SoftCost, SpareRule};
use crate::input::facility::{Asset, CalendarFile, Climate, Facility, FiberRoute, Hall, PlacedOrder};
use crate::input::target::{HallTarget, Target};
use crate::input::{Document, Inputs, Parsed};

/// Resolves every reference. The inputs have no errors.
pub(super) fn site(inputs: &Inputs, warnings: &Diagnostics) -> Site {
    let Facility { name, place, region, climate, utility, mining, .. } = inputs.facility.data.clone();
    let (facility, target) = (&inputs.facility.data, &inputs.target.data);
    let catalog = catalog(&inputs.catalogs);
    Site {
        name,
        place,
        region,
        ozone_nonattainment: facility.ozone_nonattainment,
        elevation_m: facility.elevation_m,
        year: year(&climate, &catalog),
        climate,
        regional_cost_index: facility.regional_cost_index,
        utility,
        assets: facility.assets.iter().map(asset).collect(),
        orders: facility.orders.iter().map(order).collect(),
        halls: facility.halls.iter().map(|hall| site_hall(hall, target, &catalog)).collect(),
        fiber_routes: facility.fiber_routes.iter().map(|route| site_route(route, &catalog)).collect(),
        water_m3_per_day: facility.water.available_m3_per_day,
        yard_m2: facility.land.yard_m2,
        nearest_neighbor_m: facility.land.nearest_neighbor_m,
        permits_held: facility.permits_held.clone(),
        approval_paths: facility.approval_paths.clone(),
        crews: facility.crews.iter().map(|(trade, halls)| (*trade, halls.get())).collect(),
        mining,
        // Nothing starts before the day the plan is made for.
        start_date: inputs.as_of.map_or(facility.start_date, |day| facility.start_date.max(day)),
        as_of: inputs.as_of.unwrap_or(facility.start_date),
        calendar: calendar(&facility.calendar, &[]),
        outdoor_calendar: calendar(&facility.calendar, &outdoor_stop(&facility.calendar)),
        target: Target { objective: inputs.objective.or(target.objective), ..target.clone() },
        catalog,
        inputs: input_files(inputs),
        assumed: assumed(inputs),
        warnings: warnings.iter().map(|warning| warning.message.clone()).collect(),
        positions: positions(inputs),
    }
}

fn asset(asset: &Asset) -> SiteAsset {
    SiteAsset {
        id: asset.id.clone(),
        kind: asset.kind,
        count: asset.count,
        nameplate: nameplate(asset).expect("an asset has the rating of its kind"),
        voltage_v: asset.voltage_v,
        interrupting_rating_ka: asset.interrupting_rating_ka,
        impedance_pct: asset.impedance_pct,
        rated_leaving_water_c: asset.rated_leaving_water_c,
        rated_entering_air_c: asset.rated_entering_air_c,
        age_years: asset.age_years,
        condition: asset.condition,
        place: asset.hall.clone().map_or(Place::Site, Place::Hall),
    }
}

fn order(order: &PlacedOrder) -> SiteOrder {
    SiteOrder {
        id: order.id.clone(),
        item: order.item.clone(),
        count: order.count,
        place: order.hall.clone().map_or(Place::Site, Place::Hall),
        arrives: order.arrives,
        remaining_usd: order.remaining_usd,
    }
}

/// The facility's own bins, else those of its climate zone.
fn year(climate: &Climate, catalog: &Catalog) -> Option<Year> {
    if !climate.bins.is_empty() {
        return Some(Year { bins: climate.bins.clone(), origin: "bins of the facility".to_owned() });
    }
    let table = catalog.climates.get(climate.zone.as_ref()?)?;
    Some(Year { bins: table.bins.clone(), origin: format!("climate zone {}, {}", table.zone, table.station) })
}

fn site_route(route: &FiberRoute, catalog: &Catalog) -> SiteRoute {
    let parameter = |id| catalog.parameters[&id].value;
    let factor = parameter(ParameterId::RouteFactor);
    let by_factor = || route.line_of_sight_km.expect("a route has a length or a line of sight") * factor;
    let length_km = route.length_km.unwrap_or_else(by_factor);
    let spans = (length_km / parameter(ParameterId::AmplifierSpanKm)).ceil() as u32;
    SiteRoute {
        id: route.id.clone(),
        point_of_presence: route.point_of_presence.clone(),
        length_km,
        length_origin: match route.length_km {
            Some(_) => "facility".to_owned(),
            None => format!("line of sight x {factor}"),
        },
        fiber: route.fiber,
        dark_strands: route.dark_strands,
        build_km: route.build_km,
        build_method: route.build_method,
        railroad_crossings: route.railroad_crossings,
        segments: route.segments.clone(),
        amplifiers: route.amplifiers.unwrap_or(spans.saturating_sub(1)),
        entrance: route.entrance.clone(),
    }
}

fn site_hall(hall: &Hall, target: &Target, catalog: &Catalog) -> SiteHall {
    let asked = target.halls.iter().find(|asked| asked.hall == hall.id);
    SiteHall {
        id: hall.id.clone(),
        kind: hall.kind,
        length_m: hall.length_m,
        width_m: hall.width_m,
        clear_height_m: hall.clear_height_m,
        slab_kg_per_m2: hall.slab_kg_per_m2,
        envelope: hall.envelope,
        mining_mw: hall.mining_mw,
        convertible: hall.convertible,
        mining_may_stop: hall.mining_may_stop,
        mining_ends: hall.mining_ends,
        low_voltage_v: hall.low_voltage_v.unwrap_or(target.distribution_voltage_v),
        racks_asked: asked.and_then(|asked| racks(asked, target.rack.power_kw)),
        racks_fitting: None,
        value_of_week_usd: asked.and_then(|asked| asked.value_of_week_usd),
        substation_distance_m: hall
            .substation_distance_m
            .unwrap_or(catalog.parameters[&ParameterId::SubstationDistanceM].value),
        door_m: hall.door_width_m.zip(hall.door_height_m),
        position_m: hall.x_m.zip(hall.y_m),
    }
}

/// Racks as given, or as many whole racks as the IT power feeds.
pub(super) fn racks(asked: &HallTarget, power_kw: f64) -> Option<u32> {
    // 1.32 MW are 10 racks of 132 kW, though the quotient in binary is a little less.
    let fed = |it_mw: f64| (it_mw * 1000.0 / power_kw + 1e-9).floor() as u32;
    asked.racks.or(asked.it_mw.map(fed))
}

fn calendar(file: &CalendarFile, closed: &[Holiday]) -> Calendar {
    let holidays = file.holidays.iter().map(|text| text.parse().expect("holidays are days"));
    Calendar::new(file.workdays_per_week, holidays.chain(closed.iter().copied()).collect())
}

fn outdoor_stop(file: &CalendarFile) -> Vec<Holiday> {
    let stop = file.outdoor_stop.as_ref();
    stop.map_or_else(Vec::new, |season| Holiday::season(&season.from, &season.to).expect("a season has days"))
}

fn assumption(about: &str, text: &str) -> Assumption {
    Assumption { about: about.to_owned(), text: text.to_owned() }
}

/// Later files over earlier ones. An entry that overrides another keeps the other's place in the order.
fn catalog(files: &[Parsed<CatalogFile>]) -> Catalog {
    let mut all = Catalog {
        items: BTreeMap::new(),
        activities: Vec::new(),
        soft_costs: Vec::new(),
        parameters: BTreeMap::new(),
        sources: BTreeMap::new(),
        coolants: BTreeMap::new(),
        climates: BTreeMap::new(),
        rules: Vec::new(),
        spares: Vec::new(),
    };
    for file in files.iter().map(|file| file.data.clone()) {
        all.items.extend(file.items.into_iter().map(|item| (item.id.clone(), item)));
        all.parameters.extend(file.parameters.into_iter().map(|parameter| (parameter.id, parameter)));
        all.sources.extend(file.sources.into_iter().map(|source| (source.id.clone(), source)));
        all.coolants.extend(file.coolants.into_iter().map(|coolant| (coolant.id.clone(), coolant)));
        all.climates.extend(file.climates.into_iter().map(|table| (table.zone.clone(), table)));
        file.rules.into_iter().for_each(|new| put(&mut all.rules, new, |old: &Rule| &old.id));
        file.activities.into_iter().for_each(|new| put(&mut all.activities, new, |old: &Activity| &old.id));
        file.soft_costs.into_iter().for_each(|new| put(&mut all.soft_costs, new, |old: &SoftCost| &old.id));
        file.spares.into_iter().for_each(|new| put(&mut all.spares, new, |old: &SpareRule| &old.id));
    }
    all
}

fn put<T>(all: &mut Vec<T>, new: T, id: impl Fn(&T) -> &String) {
    match all.iter().position(|old| id(old) == id(&new)) {
        Some(place) => all[place] = new,
        None => all.push(new),
    }
}

fn input_files(inputs: &Inputs) -> Vec<InputFile> {
    let named = [("facility", &inputs.facility.document), ("target", &inputs.target.document)];
    let catalogs = inputs.catalogs.iter().map(|catalog| ("catalog", &catalog.document));
    let files = named.into_iter().chain(catalogs);
    let files = files.map(|(role, document)| input_file(role, document.source().name(), document.source()));
    let overrides = named.into_iter().flat_map(|(_, document)| document.overrides());
    let overrides = overrides.map(|(source, _)| input_file(OVERRIDE, source.text(), source));
    files.chain(overrides).collect()
}

fn input_file(role: &str, name: &str, source: &SourceText) -> InputFile {
    let digest = Sha256::digest(source.text().as_bytes());
    let sha256 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    InputFile { role: role.to_owned(), name: name.to_owned(), sha256 }
}

/// What the facility file assumes, but for what was set beside it; then what was set.
fn assumed(inputs: &Inputs) -> Vec<Assumption> {
    let document = &inputs.facility.document;
    let set: Vec<String> = document.overrides().map(|(_, path)| path).collect();
    let written = inputs.facility.data.assumed.iter().filter(|(about, _)| !set.contains(about));
    let all = document
        .overrides()
        .map(|it| (it, "facility"))
        .chain(inputs.target.document.overrides().map(|it| (it, "target")));
    let words = |((source, path), role): ((&SourceText, String), &str)| {
        let value = source.text().split_once('=').map_or("", |(_, value)| value);
        let value = if value.is_empty() { "left out".to_owned() } else { format!("set to {value}") };
        assumption(&path, &format!("It is {value} for this plan, whatever the {role} file says."))
    };
    written.map(|(about, text)| assumption(about, text)).chain(all.map(words)).collect()
}

fn positions(inputs: &Inputs) -> BTreeMap<String, String> {
    let facility = role_positions("facility", &inputs.facility.document);
    let target = role_positions("target", &inputs.target.document);
    let catalogs = inputs.catalogs.iter().flat_map(|catalog| role_positions("catalog", &catalog.document));
    facility.chain(target).chain(catalogs).collect()
}

fn role_positions<'a>(role: &'a str, document: &'a Document) -> impl Iterator<Item = (String, String)> + 'a {
    document.places().map(move |(path, place)| (format!("{role}.{path}"), place))
}
