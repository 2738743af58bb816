//! Names of what the plan knows by an id, in the reader's language.

use serde::Serialize;

use super::Style;
use crate::domain::plan::{BomLine, Task};
use crate::domain::studies::CostScope;
use crate::domain::{Place, Service, System};
use crate::report::facts::phase_label;

impl Style {
    /// The name of a service.
    pub fn service(&self, service: Service) -> String {
        self.word(&format!("service-{}", service.info().id))
    }

    /// The heading of a trade.
    pub fn system(&self, system: System) -> String {
        self.word(&format!("system-{}", system.id()))
    }

    /// What a cost is part of.
    pub fn scope(&self, scope: CostScope) -> String {
        self.word(&format!("scope-{}", scope.id()))
    }

    /// The name of one of a fixed list of values by its id in files: a permit, a path, a trigger.
    pub fn named(&self, kind: &str, value: impl Serialize) -> String {
        let id = serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned));
        self.word(&format!("{kind}-{}", id.unwrap_or_default()))
    }

    /// A hall by its id, or the site.
    pub fn place(&self, place: &Place) -> String {
        place.hall().map_or_else(|| self.word("place-site"), str::to_owned)
    }

    /// What a task's phase is called.
    pub fn phase(&self, phase: &str) -> String {
        self.words.find(&format!("phase-{phase}"), None).unwrap_or_else(|| phase_label(phase))
    }

    /// What a task is called. A name that a user's catalog gave stays as it is, marked as English.
    pub fn task(&self, task: &Task) -> String {
        let id = format!("activity-{}", task.activity);
        let (Some(english), Some(own)) = (self.words.english(&id), self.words.own(&id)) else {
            return self.as_recorded(&task.name);
        };
        match task.name.strip_prefix(&english) {
            Some(rest) => own + &self.rest_of_task(rest),
            None => self.as_recorded(&task.name),
        }
    }

    /// ` - Rack (UPS) power (not needed)`: the service and why nothing is done.
    fn rest_of_task(&self, rest: &str) -> String {
        let service = Service::ALL.iter().find_map(|service| {
            let rest = rest.strip_prefix(" - ")?.strip_prefix(service.info().label)?;
            Some((format!(" - {}", self.service(*service)), rest))
        });
        let (service, rest) = service.unwrap_or((String::new(), rest));
        let idle = match rest {
            " (held)" => format!(" ({})", self.word("task-held")),
            " (not needed)" => format!(" ({})", self.word("task-not-needed")),
            other => other.to_owned(),
        };
        service + &idle
    }

    /// What a line of the bill of materials buys: in English, unless a pack names the catalog's item.
    pub fn item(&self, line: &BomLine) -> String {
        self.entry("item", &line.item, &line.description)
    }

    /// A name as it is written inside a sentence.
    pub fn inside_sentence(&self, name: &str) -> String {
        if self.word("names-in-sentences") == "small" { name.to_lowercase() } else { name.to_owned() }
    }

    /// A heading's words within a sentence: `Core UPS` to `core UPS`, `UPS output board` as it is.
    pub fn within(&self, name: &str) -> String {
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if second.is_lowercase() && self.word("names-in-sentences") == "small" => {
                first.to_lowercase().chain(name[first.len_utf8()..].chars()).collect()
            }
            _ => name.to_owned(),
        }
    }

    /// The name of an entry of the built-in catalogs by the kind and id of its message; a name that a user's catalog gave
    /// stays as it is, marked as English.
    pub fn entry(&self, kind: &str, id: &str, stored: &str) -> String {
        let id = format!("{kind}-{id}");
        match self.words.english(&id) {
            Some(english) if english == stored => self.word(&id),
            Some(_) => self.recorded(stored),
            // What English does not list a pack may still name: equipment of the catalogs.
            None => self.words.own(&id).unwrap_or_else(|| self.recorded(stored)),
        }
    }
}
