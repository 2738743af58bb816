//! What the values of all files must say together. One rule per function; each reports all its findings, with every place
//! that a finding rests on.

mod activities;
mod assets;
mod assumed;
mod climate;
mod dates;
mod fiber;
mod halls;
mod ids;
mod items;
mod order;
mod orders;
mod parameters;
mod power;
mod rack;
mod references;
mod unusual;

pub(super) use assets::nameplate;

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::input::{Document, Inputs};

/// A rule: what it finds wrong with the files.
pub(super) type Rule = fn(&Inputs) -> Vec<Diagnostic>;

/// Every rule.
pub(super) const RULES: &[Rule] = &[
    ids::duplicates_in_a_file,
    ids::duplicates_of_built_in_entries,
    ids::reserved_hall_id,
    references::halls_of_assets,
    references::names_of_orders,
    references::halls_of_the_target,
    references::links_of_activities,
    references::coolants_and_climate,
    references::coolants_of_items,
    references::sources_of_figures,
    assets::fields_that_kinds_need,
    assets::fields_that_kinds_do_not_use,
    climate::wet_bulb_above_dry_bulb,
    climate::evaporation_between_the_bulbs,
    climate::bins_of_a_year,
    power::firm_above_approved,
    power::curtailable_above_firm,
    power::halls_draw_more_than_firm,
    power::boards_above_their_transformers,
    fiber::length,
    fiber::built_length,
    fiber::build_method,
    fiber::dark_without_strands,
    rack::coolant_temperatures,
    rack::flow,
    rack::redundancy,
    rack::voltages,
    rack::hall_voltages,
    rack::continuity,
    halls::racks_or_it_mw,
    halls::less_than_one_rack,
    halls::not_convertible,
    halls::mining_that_ends,
    halls::nothing_to_convert,
    dates::ready_after_start,
    dates::start_year,
    dates::value_without_a_week,
    dates::holidays,
    dates::outdoor_stop,
    dates::working_year,
    order::long_weeks,
    order::ranges,
    assumed::paths,
    orders::place,
    orders::goods,
    items::capacity,
    items::positive,
    items::heat_rejection,
    items::relocation,
    items::voltage_window,
    activities::fields_fit_together,
    activities::reservations,
    parameters::all_there,
    parameters::in_range,
    parameters::shifts_do_work,
    parameters::payments_are_parts,
    unusual::values,
];

/// Calls a function for every value of a document with its pointer, outer values first.
fn walk<'a>(document: &'a Document, visit: &mut dyn FnMut(&str, &'a Value)) {
    walk_value(document.value(), "", visit);
}

fn walk_value<'a>(value: &'a Value, pointer: &str, visit: &mut dyn FnMut(&str, &'a Value)) {
    visit(pointer, value);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| walk_value(item, &format!("{pointer}/{i}"), visit));
        }
        Value::Object(map) => {
            map.iter().for_each(|(key, item)| walk_value(item, &Document::child(pointer, key), visit));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
