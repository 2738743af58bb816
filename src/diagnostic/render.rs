//! Diagnostics as text for people and as JSON for machines.

use std::collections::BTreeMap;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Label, Severity, SourceText};

impl Diagnostics {
    /// The findings with their source lines, one paragraph each; with terminal colors where `color` is set.
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let paragraphs: Vec<String> = self.iter().map(|d| renderer.render(&[group(d)])).collect();
        paragraphs.join("\n\n")
    }

    /// The findings as an array of objects: `code`, `severity`, `file`, `line`, `column`, `message`, `help`, and
    /// `related` places; what is not known is null.
    pub fn to_json(&self) -> Value {
        self.iter().map(Diagnostic::to_json).collect()
    }
}

impl Diagnostic {
    /// One finding as an object; see [`Diagnostics::to_json`].
    pub fn to_json(&self) -> Value {
        let (line, column) = self.primary.as_ref().map(|label| label.location.line_column()).unzip();
        json!({
            "code": self.code.id(),
            "severity": self.severity.label(),
            "file": self.primary.as_ref().map(|label| label.location.path()),
            "line": line,
            "column": column,
            "message": self.message,
            "help": self.help,
            "related": self.secondary.iter().map(related).collect::<Value>(),
        })
    }
}

fn related(label: &Label) -> Value {
    let (line, column) = label.location.line_column();
    json!({ "file": label.location.path(), "line": line, "column": column, "message": label.text })
}

fn group(diagnostic: &Diagnostic) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(diagnostic.message.as_str()).id(diagnostic.code.id());
    let group = Group::with_title(title).elements(snippets(diagnostic));
    match &diagnostic.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    }
}

/// One snippet per file, the file to correct first.
fn snippets(diagnostic: &Diagnostic) -> Vec<Snippet<'_, Annotation<'_>>> {
    let mut files: Vec<&SourceText> = Vec::new();
    let mut annotations: BTreeMap<&str, Vec<Annotation<'_>>> = BTreeMap::new();
    for (index, label) in diagnostic.labels().enumerate() {
        let source = label.location.source();
        if !annotations.contains_key(source.path()) {
            files.push(source);
        }
        let kind = match (index, &diagnostic.primary) {
            (0, Some(_)) => AnnotationKind::Primary,
            _ => AnnotationKind::Context,
        };
        annotations.entry(source.path()).or_default().push(annotation(kind, label));
    }
    let mut drawn = Vec::new();
    for source in files {
        let found = annotations.remove(source.path()).unwrap_or_default();
        drawn.push(Snippet::source(source.text()).path(source.path()).annotations(found));
    }
    drawn
}

fn annotation<'a>(kind: AnnotationKind, label: &'a Label) -> Annotation<'a> {
    let text = Some(label.text.as_str()).filter(|text| !text.is_empty());
    kind.span(first_line(label)).label(text)
}

/// A span that runs over many lines is drawn on its first line only: the place matters, not its extent.
fn first_line(label: &Label) -> std::ops::Range<usize> {
    let span = label.location.span();
    let text = &label.location.source().text()[span.clone()];
    let length = text.find('\n').unwrap_or(text.len());
    span.start..span.start + text[..length].trim_end().len()
}
