//! Which facts of a facility are open: assumed, not given, or said to be unknown; and between which values each may lie.

mod table;

use serde_json::Value;

use super::document::Document;
use table::{Row, rows};

/// One fact that was not measured.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenFact {
    /// Its path in the facility: `halls.barn.slab_kg_per_m2`.
    pub path: String,
    /// The value in the file; nothing where it is not given.
    pub value: Option<Value>,
    /// What the file says of how it was assumed; nothing where it is not given.
    pub assumed: Option<String>,
    /// Where it may plausibly lie; nothing where no range can be said.
    pub range: Option<PlausibleRange>,
    /// What stays undecided without it, of facts that no range is known of; `{count}` stands for a number of rules.
    pub leaves: Option<String>,
    /// Who can settle it, and from what.
    pub who: Option<String>,
}

/// Where a fact may plausibly lie.
#[derive(Clone, Debug, PartialEq)]
pub struct PlausibleRange {
    /// Its ends, the low or unfavorable first, or all values that it may have; each as `--set` takes it.
    pub values: Vec<String>,
    /// Where the range comes from.
    pub source: String,
}

/// The facts of a facility that are assumed, not given, or unknown: those of the table in its order, then other assumed ones.
pub fn open_facts(facility: &Document) -> Vec<OpenFact> {
    let table = rows();
    let assumed = facility.value().get("assumed").and_then(Value::as_object);
    let assumed: Vec<(&String, &Value)> = assumed.into_iter().flatten().collect();
    let of_table = table.iter().flat_map(|row| {
        let here =
            |(path, _): &&(&String, &Value)| row.has_ends() && row.matches(path) && !is_unknown(facility, row, path);
        let given = assumed.iter().filter(here).map(|(path, why)| given(facility, row, path, why));
        given.chain(unsettled(facility, row)).collect::<Vec<_>>()
    });
    let listed: Vec<OpenFact> = of_table.collect();
    let rest =
        assumed.iter().filter(|(path, _)| !listed.iter().any(|fact| fact.path == **path)).map(|(path, why)| OpenFact {
            path: (*path).clone(),
            value: at(facility, path).cloned(),
            assumed: why.as_str().map(str::to_owned),
            range: None,
            leaves: None,
            who: None,
        });
    let rest: Vec<OpenFact> = rest.collect();
    listed.into_iter().chain(rest).collect()
}

fn given(facility: &Document, row: &Row, path: &str, why: &Value) -> OpenFact {
    let value = at(facility, path).cloned();
    let range = row.around(value.as_ref(), part(facility, path));
    let assumed = why.as_str().map(str::to_owned);
    OpenFact { path: path.to_owned(), value, assumed, range, leaves: None, who: Some(row.who.clone()) }
}

/// The facts of a row that the file could give and does not, or calls unknown.
fn unsettled(facility: &Document, row: &Row) -> Vec<OpenFact> {
    if row.unless.iter().any(|path| is_given(facility, path)) {
        return Vec::new();
    }
    let paths = paths(facility, row);
    let enough = paths.len() >= row.least;
    paths.into_iter().filter(|_| enough).filter_map(|path| open(facility, row, path)).collect()
}

fn open(facility: &Document, row: &Row, path: String) -> Option<OpenFact> {
    let range = match &row.unknown {
        Some(unknown) if is_unknown(facility, row, &path) => Some(row.among(unknown)),
        _ if row.asks_for_absent() && !is_given(facility, &path) => row.of_absent(part(facility, &path)),
        _ => return None,
    };
    let value = at(facility, &path).cloned();
    let assumed = facility.value().get("assumed").and_then(|all| all.get(&path)?.as_str()).map(str::to_owned);
    Some(OpenFact { path, value, assumed, range, leaves: row.leaves.clone(), who: Some(row.who.clone()) })
}

/// The paths of a row: one in the file itself, or one in each element of a list that the row asks of.
fn paths(facility: &Document, row: &Row) -> Vec<String> {
    let Some((list, key)) = row.path.split_once(".*.") else { return vec![row.path.clone()] };
    let list = format!("/{}", list.replace('.', "/"));
    let elements = facility.value().pointer(&list).and_then(Value::as_array);
    let asked =
        |element: &Value| row.only.iter().all(|(key, values)| element.get(key).is_some_and(|it| values.contains(it)));
    let asked = elements.into_iter().flatten().enumerate().filter(|(_, element)| asked(element));
    asked.map(|(i, _)| format!("{}.{key}", facility.path(&format!("{list}/{i}")))).collect()
}

fn at<'a>(facility: &'a Document, path: &str) -> Option<&'a Value> {
    facility.value().pointer(facility.pointer(path)?)
}

/// The part of the file that holds a value, or would.
fn part<'a>(facility: &'a Document, path: &str) -> &'a Value {
    path.rsplit_once('.').and_then(|(around, _)| at(facility, around)).unwrap_or(facility.value())
}

/// Whether a value is there; an empty list or map gives nothing.
fn is_given(facility: &Document, path: &str) -> bool {
    match at(facility, path) {
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(map)) => !map.is_empty(),
        found => found.is_some_and(|value| !value.is_null()),
    }
}

fn is_unknown(facility: &Document, row: &Row, path: &str) -> bool {
    row.unknown.as_ref().is_some_and(|unknown| at(facility, path) == Some(&unknown.value))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::SourceText;

    fn facts_of(text: &str) -> Vec<OpenFact> {
        let (document, _) = Document::parse(&Arc::new(SourceText::new("f.yaml", text))).unwrap();
        open_facts(&document)
    }

    fn find<'a>(facts: &'a [OpenFact], path: &str) -> Option<&'a OpenFact> {
        facts.iter().find(|fact| fact.path == path)
    }

    fn values(facts: &[OpenFact], path: &str) -> Option<String> {
        find(facts, path)?.range.as_ref().map(|range| range.values.join(" "))
    }

    #[test]
    fn assumed_and_absent_facts_are_open_and_others_are_not() {
        let facts = facts_of(
            "elevation_m: 100\nutility: {firm_mw: 10}\n\
             halls: [{id: barn, kind: building, convertible: true, slab_kg_per_m2: 900}, {id: shed, kind: building, \
             convertible: true}, {id: store, kind: building, convertible: false}, {id: yard, kind: containers, convertible: true}]\n\
             land: {yard_m2: 5}\nassumed: {utility.firm_mw: a guess, name: a guess}\n",
        );
        assert_eq!(values(&facts, "utility.firm_mw").as_deref(), Some("8 12"));
        assert_eq!(values(&facts, "halls.shed.slab_kg_per_m2").as_deref(), Some("500 2500"));
        for settled in
            ["halls.barn.slab_kg_per_m2", "halls.store.slab_kg_per_m2", "halls.yard.door_width_m", "elevation_m"]
        {
            assert_eq!(find(&facts, settled), None, "{settled}");
        }
        assert_eq!(values(&facts, "halls.shed.door_width_m"), None);
        assert!(find(&facts, "halls.shed.door_width_m").unwrap().leaves.is_some());
        assert_eq!(facts.last().map(|fact| fact.path.as_str()), Some("name"));
    }

    #[test]
    fn what_is_called_unknown_is_open_once_with_all_that_it_may_be() {
        let facts = facts_of(
            "climate: {design_wet_bulb_c: 20, zone: 5B}\n\
             assets: [{id: a, kind: transformer, condition: unknown, impedance_pct: 6}, {id: b, kind: battery, condition: fair}]\n\
             fiber_routes: [{id: north, line_of_sight_km: 10}]\nassumed: {assets.a.condition: not opened}\n",
        );
        assert_eq!(values(&facts, "assets.a.condition").as_deref(), Some("good fair poor"));
        assert_eq!(facts.iter().filter(|fact| fact.path == "assets.a.condition").count(), 1);
        assert_eq!(find(&facts, "assets.b.condition"), None);
        assert_eq!(values(&facts, "fiber_routes.north.length_km").as_deref(), Some("11 20"));
        assert_eq!(values(&facts, "climate.evaporation_wet_bulb_c").as_deref(), Some("20 23"));
        assert_eq!(find(&facts, "climate.bins").or(find(&facts, "climate.extreme_low_c")), None);
        assert_eq!(find(&facts, "fiber_routes.north.entrance"), None);
    }
}
