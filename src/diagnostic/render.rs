//! Diagnostics as text for people and as JSON for machines.

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
    let mut files: Vec<(&SourceText, Vec<(AnnotationKind, &Label)>)> = Vec::new();
    let kinds = diagnostic.primary.iter().map(|_| AnnotationKind::Primary);
    for (kind, label) in kinds.chain(std::iter::repeat(AnnotationKind::Context)).zip(diagnostic.labels()) {
        let source = label.location.source();
        match files.iter_mut().find(|(known, _)| known.path() == source.path()) {
            Some((_, labels)) => labels.push((kind, label)),
            None => files.push((source, vec![(kind, label)])),
        }
    }
    files.iter().map(|(source, labels)| snippet(source, labels)).collect()
}

/// The lines from the first to the last place, without the rest of the file.
fn snippet<'a>(source: &'a SourceText, labels: &[(AnnotationKind, &'a Label)]) -> Snippet<'a, Annotation<'a>> {
    let text = source.text();
    let starts = labels.iter().map(|(_, label)| label.location.span().start);
    let ends = labels.iter().map(|(_, label)| first_line(label).end);
    let start = text[..starts.min().unwrap_or(0)].rfind('\n').map_or(0, |newline| newline + 1);
    let end = end_of_line(text, ends.max().unwrap_or(0));
    let drawn = labels.iter().map(|(kind, label)| annotation(*kind, label, start));
    let line = text[..start].matches('\n').count() + 1;
    Snippet::source(&text[start..end]).line_start(line).path(source.path()).annotations(drawn)
}

/// The end of the line around a byte; of a very long line, not much of it.
fn end_of_line(text: &str, byte: usize) -> usize {
    const SHOWN: usize = 200;
    let rest = text[byte..].char_indices().take(SHOWN);
    let end = rest.take_while(|(_, c)| *c != '\n').map(|(at, c)| at + c.len_utf8()).last();
    byte + end.unwrap_or(0)
}

fn annotation<'a>(kind: AnnotationKind, label: &'a Label, start: usize) -> Annotation<'a> {
    let text = Some(label.text.as_str()).filter(|text| !text.is_empty());
    let span = first_line(label);
    kind.span(span.start - start..span.end - start).label(text)
}

/// A span that runs over many lines is drawn on its first line only: the place matters, not its extent.
fn first_line(label: &Label) -> std::ops::Range<usize> {
    let span = label.location.span();
    let text = &label.location.source().text()[span.clone()];
    let length = text.find('\n').unwrap_or(text.len());
    span.start..span.start + text[..length].trim_end().len()
}
