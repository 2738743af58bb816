//! From YAML text to a tree of values with their places, with everything refused that no input needs.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Location, MOST_FINDINGS, SourceText};

/// Lists and maps within each other.
const MAX_DEPTH: usize = 64;
/// Values that all aliases of a file may stand for.
const MAX_ALIASED: usize = 10_000;

/// A value and its bytes.
#[derive(Debug)]
pub(super) struct Node {
    pub span: Range<usize>,
    pub content: Content,
    /// Number of values in it, itself included, with all aliases written out.
    size: usize,
}

/// What a node holds.
#[derive(Debug)]
pub(super) enum Content {
    Scalar(Value),
    List(Vec<Rc<Node>>),
    Map(Vec<Entry>),
}

/// A key of a map with its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub key: String,
    pub key_span: Range<usize>,
    pub value: Rc<Node>,
}

/// Reads one document. The tree is missing where the text cannot be understood to its end.
pub(super) fn parse(source: &Arc<SourceText>) -> (Option<Rc<Node>>, Vec<Diagnostic>) {
    let mut builder = Builder::new(source);
    for event in Parser::new_from_str(source.text()) {
        let step = match event {
            Ok((event, span)) => builder.event(event, span),
            Err(error) => {
                let at = builder.byte(error.marker().index());
                builder.stop(Code::BadYaml, format!("not YAML: {}", error.info()), at..at + 1)
            }
        };
        if step.is_err() || builder.found.len() >= MOST_FINDINGS {
            return (None, builder.found);
        }
    }
    let root = builder.root.take().unwrap_or_else(|| Rc::new(Node::new(0..0, Content::Scalar(Value::Null))));
    (Some(root), builder.found)
}

impl Node {
    fn new(span: Range<usize>, content: Content) -> Node {
        let size = 1 + match &content {
            Content::Scalar(_) => 0,
            Content::List(items) => items.iter().map(|item| item.size).sum(),
            Content::Map(entries) => entries.iter().map(|entry| entry.value.size).sum(),
        };
        Node { span, content, size }
    }

    /// The value without places; a map keeps the order of its keys.
    pub fn value(&self) -> Value {
        match &self.content {
            Content::Scalar(value) => value.clone(),
            Content::List(items) => items.iter().map(|item| item.value()).collect(),
            Content::Map(entries) => {
                Value::Object(entries.iter().map(|entry| (entry.key.clone(), entry.value.value())).collect())
            }
        }
    }
}

/// A list or map that has not ended yet.
struct Open {
    start: usize,
    anchor: usize,
    content: Content,
    /// In a map, the key whose value comes next.
    key: Option<(String, Range<usize>)>,
    /// In a map, the keys so far.
    keys: BTreeMap<String, Range<usize>>,
}

struct Builder<'a> {
    source: &'a Arc<SourceText>,
    /// Byte of each character; nothing where all characters are one byte.
    bytes: Option<Vec<usize>>,
    open: Vec<Open>,
    anchors: BTreeMap<usize, Rc<Node>>,
    aliased: usize,
    documents: usize,
    root: Option<Rc<Node>>,
    found: Vec<Diagnostic>,
}

/// The text cannot be read further; why is among the findings.
struct Stop;

type Step = Result<(), Stop>;

impl<'a> Builder<'a> {
    fn new(source: &'a Arc<SourceText>) -> Builder<'a> {
        let text = source.text();
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        Builder {
            source,
            bytes,
            open: Vec::new(),
            anchors: BTreeMap::new(),
            aliased: 0,
            documents: 0,
            root: None,
            found: Vec::new(),
        }
    }

    /// The parser counts characters; places are bytes.
    fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.source.text().len()),
            None => character,
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> Step {
        let span = self.byte(span.start.index())..self.byte(span.end.index());
        match event {
            Event::DocumentStart(_) => self.document(span),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.is_some(), &span);
                self.scalar(text, style, anchor, span)
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_tag(tag.is_some(), &span);
                self.start(Content::List(Vec::new()), anchor, span)
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_tag(tag.is_some(), &span);
                self.start(Content::Map(Vec::new()), anchor, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn document(&mut self, span: Range<usize>) -> Step {
        self.documents += 1;
        match self.documents {
            1 => Ok(()),
            _ => self.stop(Code::SeveralDocuments, "a second document starts here", span),
        }
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, anchor: usize, span: Range<usize>) -> Step {
        if self.awaits_key() {
            return self.key(text.into_owned(), span);
        }
        let value = match style {
            ScalarStyle::Plain => self.plain(text, &span),
            _ => Value::String(text.into_owned()),
        };
        self.place(Rc::new(Node::new(span, Content::Scalar(value))), anchor)
    }

    /// What a scalar without quotes means in YAML 1.2: `no` and `2027-01-04` are texts.
    fn plain(&mut self, text: Cow<'_, str>, span: &Range<usize>) -> Value {
        match &*text {
            "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
            "true" | "True" | "TRUE" => return Value::Bool(true),
            "false" | "False" | "FALSE" => return Value::Bool(false),
            _ => {}
        }
        match text.parse::<serde_yaml::Number>() {
            Ok(number) if !number.is_finite() => {
                self.found.push(self.error(Code::NotFinite, format!("`{text}` is not a quantity"), span.clone()));
                Value::from(0)
            }
            Ok(number) => json_number(&number),
            Err(_) => Value::String(text.into_owned()),
        }
    }

    fn awaits_key(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.content, Content::Map(_)) && open.key.is_none())
    }

    fn key(&mut self, key: String, span: Range<usize>) -> Step {
        let open = self.open.last_mut().expect("a key stands in a map");
        let first = open.keys.get(&key).cloned();
        open.keys.entry(key.clone()).or_insert_with(|| span.clone());
        open.key = Some((key.clone(), span.clone()));
        if let Some(first) = first {
            let twice = self.error(Code::DuplicateKey, format!("`{key}` stands twice in one map"), span);
            let first = Location::new(self.source, first);
            self.found.push(twice.and(first, "first here").help("remove one of the two"));
        }
        Ok(())
    }

    fn start(&mut self, content: Content, anchor: usize, span: Range<usize>) -> Step {
        if self.awaits_key() {
            return self.stop(Code::BadKey, "a list or map cannot be a key", span);
        }
        if self.open.len() == MAX_DEPTH {
            return self.stop(Code::TooDeep, format!("nested more than {MAX_DEPTH} deep"), span);
        }
        self.open.push(Open { start: span.start, anchor, content, key: None, keys: BTreeMap::new() });
        Ok(())
    }

    fn end(&mut self, span: Range<usize>) -> Step {
        let open = self.open.pop().expect("what ends has started");
        self.place(Rc::new(Node::new(open.start..span.end.max(open.start), open.content)), open.anchor)
    }

    fn alias(&mut self, anchor: usize, span: Range<usize>) -> Step {
        if self.awaits_key() {
            return self.stop(Code::BadKey, "an alias cannot be a key", span);
        }
        let Some(node) = self.anchors.get(&anchor).map(Rc::clone) else {
            return self.stop(Code::BadYaml, "the alias stands inside its own anchor", span);
        };
        self.aliased = self.aliased.saturating_add(node.size);
        if self.aliased > MAX_ALIASED {
            let message = format!("aliases stand for more than {MAX_ALIASED} values");
            return self.stop(Code::TooManyAliases, message, span);
        }
        self.place(node, 0)
    }

    /// Puts a complete value where it belongs. The first of two equal keys keeps its value.
    fn place(&mut self, node: Rc<Node>, anchor: usize) -> Step {
        if anchor != 0 {
            self.anchors.insert(anchor, Rc::clone(&node));
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut open.content {
            Content::List(items) => items.push(node),
            Content::Map(entries) => {
                let (key, key_span) = open.key.take().expect("a value of a map comes after its key");
                if open.keys[&key] == key_span {
                    entries.push(Entry { key, key_span, value: node });
                }
            }
            Content::Scalar(_) => unreachable!("only lists and maps are opened"),
        }
        Ok(())
    }

    fn refuse_tag(&mut self, present: bool, span: &Range<usize>) {
        if present {
            let tag = self.error(Code::UnsupportedTag, "a tag is not read", span.clone());
            self.found.push(tag.help("remove the tag and write the plain value"));
        }
    }

    fn stop(&mut self, code: Code, message: impl Into<String>, span: Range<usize>) -> Step {
        self.found.push(self.error(code, message, span));
        Err(Stop)
    }

    fn error(&self, code: Code, message: impl Into<String>, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).at(Location::new(self.source, span), "")
    }
}

/// Whole numbers become integers, so that `4.0` and `1e3` may be counts.
fn json_number(number: &serde_yaml::Number) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(n), _, _) => Value::from(n),
        (_, Some(n), _) => Value::from(n),
        (_, _, Some(x)) if x.fract() == 0.0 && x.abs() < EXACT => Value::from(x as i64),
        (_, _, x) => Value::from(x),
    }
}
