//! Why there is no plan, and with what there would be one: words and data.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::domain::Service;
use crate::domain::clash::Clash;
use crate::domain::format::{amount, begun_days, elapsed_text, list, plural, sentence, usd};
use crate::fit::{Change, Explanation, Relaxation, Step};
use crate::graph::CycleError;
use crate::optimize::Conflict;
use crate::report::{Style, clash_reasons, clash_text};
use crate::requirements::racks_asked;
use crate::validate::Site;

/// What conflicts, one chain a paragraph.
pub fn text(explanation: &Explanation) -> String {
    let mut paragraphs: Vec<String> = explanation.clashes.iter().map(paragraph).collect();
    if explanation.clashes.len() > 1 {
        paragraphs.push("Each of these stands by itself: all of them have to be mended.".to_owned());
    }
    paragraphs.join("\n")
}

fn paragraph(clash: &Clash) -> String {
    let told = clash_text(clash, &Style::default());
    let reasons: String =
        told.parts.iter().cloned().chain(clash_reasons(clash)).map(|line| format!("\n    {line}")).collect();
    let doubt = match clash.irreducible {
        true => "",
        false => "\n    (the search was cut short: a part of this may not be needed for the conflict)",
    };
    let end = if told.parts.is_empty() { "." } else { ":" };
    format!("{}{end}{reasons}{doubt}", sentence(&told.sentence))
}

/// What would be enough, a line for each.
pub fn help(explanation: &Explanation, site: &Site) -> String {
    let mut lines: Vec<String> = explanation.relaxations.iter().map(|found| relaxation(found, site)).collect();
    if lines.is_empty() {
        lines.push("ask for less in the target, or add what can supply it to the facility or to a catalog".to_owned());
    }
    if explanation.cut_short {
        let questions = plural(explanation.questions as f64, "question");
        lines.push(format!(
            "the search stopped after {questions}, some of them left open: smaller changes may be enough"
        ));
    }
    lines.join("\n")
}

/// One change is a line; several are a list under what they come to together.
fn relaxation(found: &Relaxation, site: &Site) -> String {
    let ready = found.ready.map_or_else(String::new, |date| format!(", ready {date}"));
    let comes_to = format!("{}{ready} (solved)", usd(found.capex_usd));
    let steps: Vec<String> = found.steps.iter().map(|step| words(step, site)).collect();
    match steps.as_slice() {
        [one] => format!("{one}: {comes_to}"),
        _ => format!("all of these together: {comes_to}\n    {}", steps.join("\n    ")),
    }
}

/// A change with what it replaces, and what to write where.
fn words(step: &Step, site: &Site) -> String {
    let places: Vec<String> = edits(&step.change, site).iter().map(|edit| edit.text(site)).collect();
    let text = format!("{} ({})", phrase(step, site), places.join("; "));
    match &step.change {
        Change::Racks(_) if step.least => text + ", one more does not fit",
        _ => text,
    }
}

fn phrase(step: &Step, site: &Site) -> String {
    let target = &site.target;
    match &step.change {
        Change::Racks(racks) => fewer_racks(racks, site),
        Change::ReadyDate(date) => {
            let asked = target.ready_date.map_or_else(String::new, |date| format!(" instead of {date}"));
            format!("ready by {date}{asked}")
        }
        Change::Budget(budget) => {
            let asked = target.budget_usd.map_or_else(String::new, |asked| format!(" instead of {}", usd(asked)));
            format!("a budget of {}{asked}", usd_exact(*budget))
        }
        Change::Policy(service, policy) => {
            let asked = target.redundancy.get(service).map_or_else(String::new, |asked| format!(" instead of {asked}"));
            format!("{policy}{asked} for {service}")
        }
        Change::FirmMw(mw) => more(*mw, site.utility.firm_mw, "MW of firm power", step.least),
        Change::Yard(m2) => more(*m2, site.yard_m2, "m2 of free ground", step.least),
        Change::Water(m3) => more(*m3, site.water_m3_per_day, "m3 of water a day", step.least),
        Change::RoundTrip(ms) => {
            format!("a round trip of {ms} ms instead of {} ms", target.fiber.round_trip_limit_ms)
        }
        Change::Strands(strands) => format!("{strands} strands instead of {}", target.fiber.strands_per_route),
        Change::Routes(routes) => {
            let noun = if *routes == 1 { "fiber route" } else { "fiber routes" };
            format!("{routes} {noun} instead of {}", target.fiber.routes)
        }
    }
}

/// A value to be written in a file.
struct Edit {
    /// `facility` or `target`.
    file: &'static str,
    field: String,
    from: Value,
    to: Value,
}

impl Edit {
    fn new(file: &'static str, field: impl Into<String>, from: impl Serialize, to: impl Serialize) -> Edit {
        Edit { file, field: field.into(), from: json!(from), to: json!(to) }
    }

    /// `facility.yaml:18, utility.firm_mw: 23.3`; a field that is not there yet goes where what holds it is, else into the file.
    fn text(&self, site: &Site) -> String {
        let parent = self.field.rsplit_once('.').map_or("", |(parent, _)| parent);
        let place = |path: &str| site.positions.get(&format!("{}.{path}", self.file)).map(ToString::to_string);
        let place =
            place(&self.field).or_else(|| place(parent)).unwrap_or_else(|| format!("to be added to the {}", self.file));
        let replaced = if replaces_it_mw(self, site) { " in place of it_mw" } else { "" };
        format!("{place}, {}: {}{replaced}", self.field, written(&self.to))
    }
}

/// Whether a hall's racks are asked for as IT power: a target may name one of the two.
fn replaces_it_mw(edit: &Edit, site: &Site) -> bool {
    let beside = edit.field.strip_suffix(".racks");
    beside.is_some_and(|hall| site.positions.contains_key(&format!("{}.{hall}.it_mw", edit.file)))
}

/// A value as a file has it.
fn written(value: &Value) -> String {
    match (value.as_str(), value.as_f64()) {
        (Some(text), _) => text.to_owned(),
        (None, Some(number)) => number.to_string(),
        (None, None) => value.to_string(),
    }
}

/// All that is to be written for a change: without any of it there is another site.
fn edits(change: &Change, site: &Site) -> Vec<Edit> {
    let (target, fiber, utility) = (&site.target, &site.target.fiber, &site.utility);
    let one = |file, field: &str, from: Value, to: Value| vec![Edit::new(file, field, from, to)];
    match change {
        Change::Racks(racks) => fewer(racks, site).collect(),
        Change::ReadyDate(to) => one("target", "ready_date", json!(target.ready_date), json!(to)),
        Change::Budget(to) => one("target", "budget_usd", json!(target.budget_usd), json!(to)),
        Change::Policy(service, to) => {
            one("target", &format!("redundancy.{service}"), json!(target.redundancy.get(service)), json!(to))
        }
        Change::FirmMw(to) => {
            let approved = Edit::new("facility", "utility.approved_mw", utility.approved_mw, to);
            let firm = Edit::new("facility", "utility.firm_mw", utility.firm_mw, to);
            std::iter::once(firm).chain((*to > utility.approved_mw).then_some(approved)).collect()
        }
        Change::Yard(to) => one("facility", "land.yard_m2", json!(site.yard_m2), json!(to)),
        Change::Water(to) => one("facility", "water.available_m3_per_day", json!(site.water_m3_per_day), json!(to)),
        Change::RoundTrip(to) => {
            one("target", "fiber.round_trip_limit_ms", json!(fiber.round_trip_limit_ms), json!(to))
        }
        Change::Strands(to) => one("target", "fiber.strands_per_route", json!(fiber.strands_per_route), json!(to)),
        Change::Routes(to) => one("target", "fiber.routes", json!(fiber.routes), json!(to)),
    }
}

/// Halls that have fewer racks than asked for.
fn fewer<'a>(racks: &'a BTreeMap<String, u32>, site: &Site) -> impl Iterator<Item = Edit> + 'a {
    let changed = racks_asked(site).into_iter().filter_map(|ask| Some((racks.get(&ask.hall)?, ask)));
    let changed = changed.filter(|(to, ask)| **to != ask.racks);
    changed.map(|(to, ask)| Edit::new("target", format!("halls.{}.racks", ask.hall), ask.racks, to))
}

fn more(enough: f64, now: f64, what: &str, least: bool) -> String {
    let at_least = if least { "" } else { " or less" };
    format!("{}{at_least} {what} instead of {}", tenths(enough), tenths(now))
}

/// A limit to a tenth of its unit: what is rounded down would not be enough.
fn tenths(value: f64) -> String {
    format!("{}", (value * 10.0).round() / 10.0)
}

/// A budget in full: rounded down it would not be enough.
fn usd_exact(budget: f64) -> String {
    format!("${} M", (budget / 1e4).round() / 100.0)
}

/// `37 racks instead of 40`; by hall where there are several.
fn fewer_racks(racks: &BTreeMap<String, u32>, site: &Site) -> String {
    let asks = racks_asked(site);
    let asked: u32 = asks.iter().map(|ask| ask.racks).sum();
    let fitting: u32 = racks.values().sum();
    let by_hall: Vec<String> =
        asks.iter().map(|ask| format!("{} {}", ask.hall, racks.get(&ask.hall).copied().unwrap_or(0))).collect();
    let where_to = if asks.len() > 1 { format!(" in {}", list(&by_hall)) } else { String::new() };
    format!("{} instead of {asked}{where_to}", plural(f64::from(fitting), "rack"))
}

/// The whole explanation as data.
pub fn data(explanation: &Explanation, site: &Site) -> Value {
    let relaxations: Vec<Value> = explanation.relaxations.iter().map(|found| relaxation_data(found, site)).collect();
    json!({
        "conflicts": explanation.clashes,
        "relaxations": relaxations,
        "questions": explanation.questions,
        "cut_short": explanation.cut_short,
    })
}

fn relaxation_data(found: &Relaxation, site: &Site) -> Value {
    let steps: Vec<Value> = found.steps.iter().flat_map(|step| step_data(step, site)).collect();
    json!({
        "changes": steps,
        "capex_usd": found.capex_usd,
        "ready": found.ready,
        "text": relaxation(found, site),
    })
}

/// A change by the fields that it changes.
fn step_data(step: &Step, site: &Site) -> Vec<Value> {
    let edits = edits(&step.change, site).into_iter();
    let data = |edit: Edit| json!({ "file": edit.file, "field": edit.field, "from": edit.from, "to": edit.to, "least": step.least });
    edits.map(data).collect()
}

/// One thing that must give, in a few words: by how much a plan that was asked for in passing falls short.
pub fn conflict(conflict: &Conflict, site: &Site) -> String {
    match conflict {
        Conflict::Short { requirement, available, short } => {
            let unit = unit(requirement);
            format!("{requirement} is {} {unit} short of {} {unit}", amount(*short), amount(available + short))
        }
        Conflict::Nothing { requirement, .. } => format!("nothing else can supply {requirement}"),
        Conflict::NoBlocks { requirement } => format!("no number of units of {requirement} goes round the boards"),
        Conflict::FaultLevel { requirement } => {
            format!("{requirement} would not interrupt the fault level of its hall")
        }
        Conflict::TakenTwice { asset, lacking } => format!("{} more of {asset} would be needed", amount(*lacking)),
        Conflict::Late { hall, weeks } => {
            format!("{hall} would be {} late at the least", elapsed_text(begun_days(*weeks)))
        }
        Conflict::OverBudget { direct_usd } => {
            format!("the budget would be exceeded by {}", usd(direct_usd * (1.0 + site.soft_share())))
        }
    }
}

/// The same as data.
pub fn conflict_data(conflict: &Conflict) -> Value {
    match conflict {
        Conflict::Short { requirement, available, short } => {
            let unit = unit(requirement);
            json!({ "kind": "short", "requirement": requirement, "available": available, "short": short, "unit": unit })
        }
        Conflict::Nothing { requirement, reasons } => {
            json!({ "kind": "nothing", "requirement": requirement, "reasons": reasons })
        }
        Conflict::NoBlocks { requirement } => json!({ "kind": "no_blocks", "requirement": requirement }),
        Conflict::FaultLevel { requirement } => json!({ "kind": "fault_level", "requirement": requirement }),
        Conflict::TakenTwice { asset, lacking } => json!({ "kind": "taken_twice", "asset": asset, "lacking": lacking }),
        Conflict::Late { hall, weeks } => json!({ "kind": "late", "hall": hall, "weeks": weeks }),
        Conflict::OverBudget { direct_usd } => json!({ "kind": "over_budget", "direct_usd": direct_usd }),
    }
}

/// The unit of the service in `place.service`.
fn unit(requirement: &str) -> &'static str {
    let service = Service::ALL.iter().find(|service| requirement.split('.').next_back() == Some(service.info().id));
    service.map_or("", |service| service.info().unit)
}

/// The activities of a circle with their places, each to be done before the next.
pub fn cycle(error: &CycleError, site: &Site) -> String {
    let step = |id: &String| {
        let name = site.catalog.activities.iter().find(|activity| activity.id == *id).map_or("", |a| a.name.as_str());
        let place = site.positions.get(&format!("catalog.activities.{id}")).map_or("", String::as_str);
        format!("    {id} {name} ({place})")
    };
    error.path.iter().map(step).collect::<Vec<_>>().join("\n")
}
