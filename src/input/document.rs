//! A file that was read: its value, and the place of every part of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde_json::Value;

use super::yaml::{self, Content, Node};
use crate::diagnostic::{Diagnostics, Location, SourceText};

/// A file's text, its value, and where each part stands.
///
/// Parts are named in two ways. A *pointer* (`/halls/0/mining_mw`, RFC 6901) is exact. A *path* (`halls.barn.mining_mw`)
/// is for people: elements of a list are named by their `id` or `hall`, by their number where they have none.
#[derive(Clone, Debug)]
pub struct Document {
    source: Arc<SourceText>,
    value: Value,
    /// By pointer.
    parts: BTreeMap<String, Part>,
    /// Path to pointer; of two elements with one id, the first.
    paths: BTreeMap<String, String>,
    /// Pointers of parts that the data have another value for.
    stand_ins: BTreeSet<String>,
    overrides: Vec<Override>,
}

/// Keys by which the elements of lists are named.
pub(super) const NAMES: [&str; 2] = ["id", "hall"];

/// A value that was set beside the file.
#[derive(Clone, Debug)]
pub(super) struct Override {
    pub pointer: String,
    /// What was typed: `utility.firm_mw=9`.
    pub source: Arc<SourceText>,
    /// The value in it.
    pub span: Range<usize>,
}

#[derive(Clone, Debug)]
struct Part {
    path: String,
    key: Option<Range<usize>>,
    value: Range<usize>,
}

impl Document {
    /// Reads YAML. What can be read despite mistakes is returned with them.
    ///
    /// # Errors
    /// Text that cannot be understood to its end.
    pub fn parse(source: &Arc<SourceText>) -> Result<(Document, Diagnostics), Diagnostics> {
        let (root, found) = yaml::parse(source);
        let found: Diagnostics = found.into_iter().collect();
        let Some(root) = root else { return Err(found) };
        let mut document = Document {
            source: Arc::clone(source),
            value: root.value(),
            parts: BTreeMap::new(),
            paths: BTreeMap::new(),
            stand_ins: BTreeSet::new(),
            overrides: Vec::new(),
        };
        document.add(&root, String::new(), String::new(), None);
        Ok((document, found))
    }

    fn add(&mut self, node: &Node, pointer: String, path: String, key: Option<Range<usize>>) {
        match &node.content {
            Content::Scalar(_) => {}
            Content::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    let name = name_of(item).unwrap_or_else(|| index.to_string());
                    self.add(item, format!("{pointer}/{index}"), join(&path, &name), None);
                }
            }
            Content::Map(entries) => {
                for entry in entries {
                    let pointer = Document::child(&pointer, &entry.key);
                    self.add(&entry.value, pointer, join(&path, &entry.key), Some(entry.key_span.clone()));
                }
            }
        }
        let part = Part { path: path.clone(), value: short_span(node, key.as_ref()), key };
        self.paths.entry(path).or_insert_with(|| pointer.clone());
        self.parts.insert(pointer, part);
    }

    /// The text.
    pub fn source(&self) -> &Arc<SourceText> {
        &self.source
    }

    /// The whole value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The place of the value at a pointer: of a list or map, its key or its id. Of what is not in the file, the place
    /// of the nearest part around it.
    pub fn locate(&self, pointer: &str) -> Location {
        self.location(pointer, self.nearest(pointer).value.clone())
    }

    /// The place of the key at a pointer; otherwise as [`Document::locate`].
    pub fn locate_key(&self, pointer: &str) -> Location {
        if self.overridden(pointer).is_some() {
            return self.locate(pointer);
        }
        let part = self.nearest(pointer);
        self.location(pointer, part.key.clone().unwrap_or_else(|| part.value.clone()))
    }

    fn location(&self, pointer: &str, span: Range<usize>) -> Location {
        let location = match self.overridden(pointer) {
            Some(set) => Location::new(&set.source, set.span.clone()),
            None => Location::new(&self.source, span),
        };
        let around = pointer.match_indices('/').map(|(end, _)| &pointer[..end]);
        match around.chain([pointer]).any(|part| self.stand_ins.contains(part)) {
            true => location.as_stand_in(),
            false => location,
        }
    }

    /// Marks a part that the data have another value for; locations in it say so from now on.
    pub(super) fn mark_stand_in(&mut self, pointer: String) {
        self.stand_ins.insert(pointer);
    }

    /// Puts another value in the place of the file's, known to differ from it at one part.
    pub(super) fn set(&mut self, value: Value, part: Override) {
        self.value = value;
        self.overrides.push(part);
    }

    /// Whether the file itself has a part at a pointer.
    pub(super) fn is_written(&self, pointer: &str) -> bool {
        self.parts.contains_key(pointer)
    }

    /// The last override of a part or of what is around it; of a part that is not in the file, also of what is in it or beside it.
    pub(super) fn overridden(&self, pointer: &str) -> Option<&Override> {
        let holds = |around: &str, part: &str| {
            part.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let around = pointer.rsplit_once('/').map(|(around, _)| around);
        let unwritten: Vec<&str> =
            [Some(pointer), around].into_iter().flatten().filter(|it| !self.is_written(it)).collect();
        let made = |set: &Override| unwritten.iter().any(|part| holds(part, &set.pointer));
        self.overrides.iter().rev().find(|set| holds(&set.pointer, pointer) || made(set))
    }

    /// What was set beside the file, each as typed with the path that it sets, in order.
    pub fn overrides(&self) -> impl Iterator<Item = (&SourceText, String)> {
        self.overrides.iter().map(|set| (&*set.source, self.path(&set.pointer)))
    }

    fn nearest(&self, pointer: &str) -> &Part {
        let mut pointer = pointer;
        loop {
            match (self.parts.get(pointer), pointer.rfind('/')) {
                (Some(part), _) => return part,
                (None, Some(slash)) => pointer = &pointer[..slash],
                (None, None) => return &self.parts[""],
            }
        }
    }

    /// The pointer of what a map at a pointer has under a key.
    pub fn child(pointer: &str, key: &str) -> String {
        format!("{pointer}/{}", escape(key))
    }

    /// The path of the part at a pointer; of what is not in the file, the path it would have.
    pub fn path(&self, pointer: &str) -> String {
        match (self.parts.get(pointer), pointer.rsplit_once('/')) {
            (Some(part), _) => part.path.clone(),
            (None, Some((around, key))) => {
                let element = self.value.pointer(pointer);
                let name = NAMES.iter().find_map(|name| element?.get(name)?.as_str());
                join(&self.path(around), name.unwrap_or(key))
            }
            (None, None) => String::new(),
        }
    }

    /// The pointer of the part with a path.
    pub fn pointer(&self, path: &str) -> Option<&str> {
        self.paths.get(path).map(String::as_str)
    }

    /// Every path with the place of its value: `facility.yaml:31`, or what was set beside the file.
    pub fn places(&self) -> impl Iterator<Item = (String, String)> {
        let text = self.source.text();
        let newlines: Vec<usize> = text.match_indices('\n').map(|(byte, _)| byte).collect();
        let written = self.paths.iter().map(move |(path, pointer)| {
            let part = &self.parts[pointer];
            let start = part.key.as_ref().unwrap_or(&part.value).start;
            let line = newlines.partition_point(|&newline| newline < start) + 1;
            let set = self.overridden(pointer).map(|set| set.source.path().to_owned());
            (path.clone(), set.unwrap_or_else(|| format!("{}:{line}", self.source.name())))
        });
        written.chain(self.overrides().map(|(source, path)| (path, source.path().to_owned())))
    }
}

/// A span on one line that stands for a node in messages.
fn short_span(node: &Node, key: Option<&Range<usize>>) -> Range<usize> {
    match (&node.content, key) {
        (Content::Scalar(_), Some(key)) if node.span.is_empty() => key.clone(),
        (Content::Scalar(_), _) => node.span.clone(),
        (_, Some(key)) => key.clone(),
        (Content::Map(entries), None) => {
            let named =
                entries.iter().find(|entry| NAMES.contains(&entry.key.as_str()) && !entry.value.span.is_empty());
            let first = entries.first().map(|entry| entry.key_span.clone());
            named.map(|entry| entry.value.span.clone()).or(first).unwrap_or_else(|| node.span.clone())
        }
        (Content::List(_), None) => node.span.start..node.span.start + 1,
    }
}

fn name_of(node: &Node) -> Option<String> {
    let Content::Map(entries) = &node.content else { return None };
    let entry = entries.iter().find(|entry| NAMES.contains(&entry.key.as_str()))?;
    match &entry.value.content {
        Content::Scalar(Value::String(name)) => Some(name.clone()),
        _ => None,
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A key as a segment of a JSON pointer.
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
