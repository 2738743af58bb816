//! Every field of a plan, changed by machine: how many of these changes the verifier sees.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;
use retrofit::domain::plan::Plan;
use retrofit::validate::Site;
use retrofit::verify::verify;
use serde_json::{Number, Value, json};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Number,
    Date,
    Switch,
    Text,
}

/// A field of a plan with all its places: `tasks[].start`.
pub struct Field {
    pub name: String,
    pub class: Class,
    places: Vec<Vec<Step>>,
}

#[derive(Clone)]
enum Step {
    Key(String),
    Index(usize),
}

/// Rejected changes and all changes, by section of the plan and class of field, and the fields whose change no check saw.
#[derive(Debug, Default)]
pub struct Score {
    pub counts: BTreeMap<(String, Class), (usize, usize)>,
    pub survivors: BTreeSet<(Class, String)>,
}

impl Score {
    /// Rejected share of a class over all sections.
    pub fn share(&self, class: Class) -> f64 {
        let of_class = self.counts.iter().filter(|((_, other), _)| *other == class).map(|(_, count)| count);
        let (rejected, all) = of_class.fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
        rejected as f64 / f64::max(all as f64, 1.0)
    }
}

/// All fields of a plan that hold something.
pub fn fields(plan: &Value) -> Vec<Field> {
    let mut found: BTreeMap<String, Field> = BTreeMap::new();
    walk(plan, &mut Vec::new(), &mut found);
    found.into_values().collect()
}

fn walk(value: &Value, path: &mut Vec<Step>, found: &mut BTreeMap<String, Field>) {
    let class = match value {
        Value::Object(map) => {
            return map.iter().for_each(|(key, value)| step(Step::Key(key.clone()), value, path, found));
        }
        Value::Array(list) => {
            return list.iter().zip(0..).for_each(|(value, i)| step(Step::Index(i), value, path, found));
        }
        Value::Null => return,
        Value::Number(_) => Class::Number,
        Value::Bool(_) => Class::Switch,
        Value::String(text) if text.parse::<Date>().is_ok() => Class::Date,
        Value::String(_) => Class::Text,
    };
    let name = name(path);
    let field = found.entry(format!("{name} {class:?}")).or_insert(Field { name, class, places: vec![] });
    field.places.push(path.clone());
}

fn step(step: Step, value: &Value, path: &mut Vec<Step>, found: &mut BTreeMap<String, Field>) {
    path.push(step);
    walk(value, path, found);
    path.pop();
}

fn name(path: &[Step]) -> String {
    let parts = path.iter().map(|step| match step {
        Step::Key(key) => format!(".{key}"),
        Step::Index(_) => "[]".to_owned(),
    });
    parts.collect::<String>().trim_start_matches('.').to_owned()
}

/// Changes each field at one place, drawn by a seed, and asks the verifier.
pub fn score(site: &Site, plan: &Plan, seed: u64) -> Score {
    score_of(site, plan, seed, |_| true)
}

/// The same of the fields with some names.
pub fn score_of(site: &Site, plan: &Plan, mut seed: u64, of: impl Fn(&str) -> bool) -> Score {
    let sound = serde_json::to_value(plan).expect("a plan can be written");
    let mut score = Score::default();
    for field in fields(&sound).into_iter().filter(|field| of(&field.name)) {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = &field.places[(seed >> 33) as usize % field.places.len()];
        let mut wrong = sound.clone();
        change(place.iter().fold(&mut wrong, |value, step| match step {
            Step::Key(key) => &mut value[key.as_str()],
            Step::Index(index) => &mut value[*index],
        }));
        // What cannot be read is rejected before any check.
        let seen = serde_json::from_value::<Plan>(wrong).map_or(true, |plan| !verify(site, &plan).is_empty());
        let section = field.name.split(['.', '[']).next().unwrap_or_default().to_owned();
        let count = score.counts.entry((section, field.class)).or_default();
        *count = (count.0 + usize::from(seen), count.1 + 1);
        if !seen {
            score.survivors.insert((field.class, field.name));
        }
    }
    score
}

/// A tenth more, a month later, the other way round, or other words.
fn change(value: &mut Value) {
    *value = match &*value {
        Value::Number(number) => larger(number),
        Value::Bool(switch) => json!(!switch),
        Value::String(text) => match text.parse::<Date>() {
            Ok(day) => json!(day + 30.days()),
            Err(_) => json!(format!("{text} x")),
        },
        other => other.clone(),
    };
}

fn larger(number: &Number) -> Value {
    match (number.as_i64(), number.as_f64()) {
        (Some(whole), _) => json!(whole + 1 + whole.abs() / 10),
        (None, Some(part)) => json!(part * 1.1 + 0.01),
        _ => json!(0),
    }
}
