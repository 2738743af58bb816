//! Templates of a user: what cannot be parsed, fields that do not exist, messages and partials that are not there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handlebars::TemplateErrorReason;
use handlebars::template::{BlockParam, DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement};
use serde_json::Value;

use super::blocks::{Unbalanced, unbalanced};
use super::fields::{Fields, Node};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, SourceText};
use crate::report::helpers::HELPERS;
use crate::report::style::Style;
use crate::report::template::{TemplateText, Templates};

/// What handlebars itself can be asked for.
const BUILT_IN: [&str; 17] = [
    "if", "unless", "each", "with", "lookup", "raw", "log", "len", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or",
    "not",
];

/// Every mistake in a user's templates: all of them are read, and the report `name` is followed with all its partials.
pub fn check_templates(templates: &Templates, name: &str, style: &Style) -> Diagnostics {
    let mut found = Diagnostics::default();
    let mut parsed = BTreeMap::new();
    for template in templates.iter() {
        match Template::compile(&template.text) {
            Ok(tree) => drop(parsed.insert(template.name.as_str(), (template, tree))),
            Err(error) => found.push(unreadable(template, &error)),
        }
    }
    let fields = Fields::of_report();
    let mut walk = Walk { fields: &fields, parsed: &parsed, style, seen: BTreeSet::new(), found: Vec::new() };
    walk.template(name, Scope::new(fields.root()), None);
    let mut known = BTreeSet::new();
    found.extend(walk.found.into_iter().filter(|one| known.insert(one.to_json().to_string())));
    found.sort();
    found
}

/// A block that is not balanced is told at its own tag: the parser names the place where it gave up.
fn unreadable(template: &TemplateText, error: &handlebars::TemplateError) -> Diagnostic {
    let source = source_of(template);
    let at = |tag| Location::new(&source, tag);
    let told = |message: &str, tag, label| Diagnostic::error(Code::BadTemplate, message).at(at(tag), label);
    let found = match unbalanced(&template.text) {
        Some(Unbalanced::Endless(tag)) => told("a tag does not end", tag, "its `}}` is missing"),
        Some(Unbalanced::Opening(tag)) => told("a block is not closed", tag, "opened here"),
        Some(Unbalanced::Closing { tag, open: Some(open) }) => {
            told("a tag closes another block than the one that is open", tag, "closed here")
                .and(at(open), "opened here")
        }
        Some(Unbalanced::Closing { tag, open: None }) => told("a tag closes a block that is not open", tag, "here"),
        None => not_parsed(template, error, &source),
    };
    found.help(
        "every `{{#if x}}`, `{{#each x}}` and `{{#with x}}` is closed by its own `{{/if}}`, `{{/each}}`, `{{/with}}`",
    )
}

fn not_parsed(template: &TemplateText, error: &handlebars::TemplateError, source: &Arc<SourceText>) -> Diagnostic {
    let (line, column) = error.pos().unwrap_or((1, 1));
    let start = offset(&template.text, line, column);
    let message = match error.reason() {
        TemplateErrorReason::InvalidSyntax(_) => "the template cannot be read from here on".to_owned(),
        reason => format!("the template cannot be read: {reason}"),
    };
    Diagnostic::error(Code::BadTemplate, message).at(Location::new(source, start..start + 1), "here")
}

fn source_of(template: &TemplateText) -> Arc<SourceText> {
    let path = template.path.clone().unwrap_or_else(|| format!("built-in/{}", template.name));
    Arc::new(SourceText::new(path, template.text.clone()))
}

/// The byte of a line and column, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let before = text[start.min(text.len())..].chars().take(column.saturating_sub(1));
    start + before.map(char::len_utf8).sum::<usize>()
}

/// What names mean at a place: the value there and those around it, the innermost last, and names given by `as |x|`.
#[derive(Clone)]
struct Scope<'a> {
    around: Vec<Node<'a>>,
    given: BTreeMap<String, Node<'a>>,
}

impl<'a> Scope<'a> {
    fn new(node: Node<'a>) -> Scope<'a> {
        Scope { around: vec![node], given: BTreeMap::new() }
    }

    fn within(&self, node: Node<'a>) -> Scope<'a> {
        let mut inner = self.clone();
        inner.around.push(node);
        inner
    }
}

/// A template that is walked, or the user's tag that brought a built-in partial in.
#[derive(Clone)]
struct Place {
    source: Arc<SourceText>,
    /// Where the tag starts.
    start: usize,
    /// Whether mistakes are told at this place whatever template they are in.
    fixed: bool,
}

type Parsed<'a> = BTreeMap<&'a str, (&'a TemplateText, Template)>;

struct Walk<'a> {
    fields: &'a Fields,
    parsed: &'a Parsed<'a>,
    style: &'a Style,
    /// Partials that were walked, with the value they were given.
    seen: BTreeSet<(String, Option<usize>, bool)>,
    found: Vec<Diagnostic>,
}

impl<'a> Walk<'a> {
    /// Walks a template that stands at `caller`, unless it was walked before with the same value.
    fn template(&mut self, name: &str, scope: Scope<'a>, caller: Option<Place>) {
        let Some((text, tree)) = self.parsed.get(name) else { return };
        let node = scope.around.last().copied().flatten().map(|node| std::ptr::from_ref(node) as usize);
        if !self.seen.insert((name.to_owned(), node, caller.is_some())) {
            return;
        }
        let place = match (&text.path, caller) {
            (None, Some(caller)) => Place { fixed: true, ..caller },
            _ => Place { source: source_of(text), start: 0, fixed: false },
        };
        self.elements(tree, &scope, &place);
    }

    fn elements(&mut self, tree: &Template, scope: &Scope<'a>, place: &Place) {
        for (element, mapping) in tree.elements.iter().zip(&tree.mapping) {
            let mut place = place.clone();
            if !place.fixed {
                place.start = offset(place.source.text(), mapping.0, mapping.1);
            }
            self.element(element, scope, &place);
        }
    }

    fn element(&mut self, element: &TemplateElement, scope: &Scope<'a>, place: &Place) {
        match element {
            TemplateElement::HtmlExpression(tag) | TemplateElement::Expression(tag) => {
                self.expression(tag, scope, place)
            }
            TemplateElement::HelperBlock(block) => self.block(block, scope, place),
            TemplateElement::PartialExpression(tag) | TemplateElement::PartialBlock(tag) => {
                self.partial(tag, scope, place)
            }
            TemplateElement::DecoratorBlock(tag) => {
                tag.template.iter().for_each(|inner| self.elements(inner, scope, place));
            }
            _ => {}
        }
    }

    /// `{{field}}`, or a helper with its parameters.
    fn expression(&mut self, tag: &HelperTemplate, scope: &Scope<'a>, place: &Place) {
        let Some(name) = tag.name.as_name() else { return self.parameter(&tag.name, scope, place) };
        let is_call = !tag.params.is_empty() || !tag.hash.is_empty();
        match (is_helper(name), is_call) {
            (true, _) => self.call(name, tag, scope, place),
            (false, true) => self.unknown_helper(name, place),
            (false, false) => drop(self.resolve(name, scope, place)),
        }
    }

    fn call(&mut self, name: &str, tag: &HelperTemplate, scope: &Scope<'a>, place: &Place) {
        tag.params.iter().chain(tag.hash.values()).for_each(|parameter| self.parameter(parameter, scope, place));
        if let ("t", Some(Parameter::Literal(Value::String(id)))) = (name, tag.params.first()) {
            self.message(id, place);
        }
    }

    /// A message that a template calls by its id.
    fn message(&mut self, id: &str, place: &Place) {
        if !self.style.knows(id) {
            let known = self.style.messages();
            let help = did_you_mean(id, known.iter().map(String::as_str));
            let diagnostic =
                Diagnostic::error(Code::UnknownMessage, format!("no language pack has the message `{id}`"));
            self.found.push(diagnostic.at(located(place, id), "not in any pack").help(help));
        }
    }

    fn unknown_helper(&mut self, name: &str, place: &Place) {
        let help = did_you_mean(name, HELPERS.iter().chain(&BUILT_IN).copied());
        let diagnostic = Diagnostic::error(Code::UnknownField, format!("there is no helper `{name}`"));
        self.found.push(diagnostic.at(located(place, name), "unknown helper").help(help));
    }

    fn parameter(&mut self, parameter: &Parameter, scope: &Scope<'a>, place: &Place) {
        match parameter {
            Parameter::Subexpression(inner) => self.element(&inner.element, scope, place),
            Parameter::Path(_) => drop(self.resolve(parameter.as_name().unwrap_or_default(), scope, place)),
            _ => {}
        }
    }

    fn block(&mut self, block: &HelperTemplate, scope: &Scope<'a>, place: &Place) {
        let name = block.name.as_name().unwrap_or_default();
        if !is_helper(name) {
            return self.unknown_helper(name, place);
        }
        let first = block.params.first();
        let value = first.filter(|it| matches!(it, Parameter::Path(_))).and_then(Parameter::as_name);
        let node = match value {
            Some(path) => self.resolve(path, scope, place),
            None => first.iter().fold(None, |_, parameter| {
                self.parameter(parameter, scope, place);
                None
            }),
        };
        let mut inner = match name {
            "each" => scope.within(node.and_then(|node| self.fields.element(node))),
            "with" => scope.within(node),
            _ => scope.clone(),
        };
        give(&mut inner, block.block_param.as_ref());
        block.template.iter().for_each(|tree| self.elements(tree, &inner, place));
        block.inverse.iter().for_each(|tree| self.elements(tree, scope, place));
    }

    /// `{{> name value}}`.
    fn partial(&mut self, tag: &DecoratorTemplate, scope: &Scope<'a>, place: &Place) {
        tag.template.iter().for_each(|inner| self.elements(inner, scope, place));
        let Some(name) = tag.name.as_name().filter(|name| !name.starts_with('@')) else { return };
        let mut inner = match tag.params.first() {
            Some(value) => Scope::new(self.resolve(value.as_name().unwrap_or("this"), scope, place)),
            None => scope.clone(),
        };
        for (field, value) in &tag.hash {
            self.parameter(value, scope, place);
            inner.given.insert(field.clone(), None);
        }
        if self.parsed.contains_key(name) {
            return self.template(name, inner, Some(place.clone()));
        }
        let help = did_you_mean(name, self.parsed.keys().copied().filter(|name| name.contains('/')));
        let diagnostic = Diagnostic::error(Code::UnknownTemplate, format!("there is no partial `{name}`"));
        self.found.push(diagnostic.at(located(place, name), "unknown partial").help(help));
    }

    /// What a path names; a mistake where it names nothing. Nothing is known of what helpers give.
    fn resolve(&mut self, path: &str, scope: &Scope<'a>, place: &Place) -> Node<'a> {
        let (mut node, rest) = self.start(path, scope);
        for segment in rest.split(['.', '/']).map(|it| it.trim_matches(['[', ']'])).filter(|it| !it.is_empty()) {
            let here = node?;
            match self.fields.field(here, segment) {
                Some(next) => node = Some(next),
                None => {
                    self.unknown_field(segment, path, here, place);
                    return None;
                }
            }
        }
        node
    }

    /// Where a path starts, and what of it is left.
    fn start<'p>(&self, path: &'p str, scope: &Scope<'a>) -> (Node<'a>, &'p str) {
        let mut rest = path;
        let mut up = 0;
        while let Some(outer) = rest.strip_prefix("../") {
            (rest, up) = (outer, up + 1);
        }
        if let Some(from_root) = rest.strip_prefix("@root") {
            return (self.fields.root(), from_root);
        }
        if rest.starts_with('@') {
            return (None, "");
        }
        let rest = rest.strip_prefix("this").filter(|it| it.is_empty() || it.starts_with(['.', '/'])).unwrap_or(rest);
        let (first, after) = rest.split_once(['.', '/']).unwrap_or((rest, ""));
        match scope.given.get(first) {
            Some(given) if up == 0 => (*given, after),
            _ => (scope.around.iter().rev().nth(up).copied().flatten(), rest),
        }
    }

    fn unknown_field(&mut self, name: &str, path: &str, here: &Value, place: &Place) {
        let names = self.fields.names(here);
        let message = match names.is_empty() {
            true => format!("`{path}` names a part of what has none"),
            false => format!("there is no field `{name}` here"),
        };
        let help = did_you_mean(name, names);
        let diagnostic = Diagnostic::error(Code::UnknownField, message);
        self.found.push(diagnostic.at(located(place, name), "unknown field").help(help));
    }
}

fn is_helper(name: &str) -> bool {
    HELPERS.contains(&name) || BUILT_IN.contains(&name)
}

/// Names of `as |item index|`: the item is the value itself.
fn give(scope: &mut Scope, names: Option<&BlockParam>) {
    let node = scope.around.last().copied().flatten();
    let mut give = |name: &Parameter, node| {
        name.as_name().map(|name| scope.given.insert(name.to_owned(), node));
    };
    match names {
        Some(BlockParam::Single(item)) => give(item, node),
        Some(BlockParam::Pair((item, index))) => {
            give(item, node);
            give(index, None);
        }
        _ => {}
    }
}

/// The word in the tag that starts at a place; the tag's start where it is not found.
fn located(place: &Place, word: &str) -> Location {
    let tag = &place.source.text()[place.start..];
    let end = tag.find("}}").unwrap_or(tag.len());
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let whole = |at: &usize| {
        let (before, after) = (&tag[..*at], &tag[at + word.len()..]);
        !before.ends_with(is_name) && !after.starts_with(is_name)
    };
    let found = tag[..end].match_indices(word).map(|(at, _)| at).find(whole);
    match found.filter(|_| !place.fixed) {
        Some(at) => Location::new(&place.source, place.start + at..place.start + at + word.len()),
        None => Location::new(&place.source, place.start..place.start + end + 2),
    }
}
