//! The text of a file, and places in it.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A file's path as the reader knows it, and its text.
#[derive(PartialEq, Eq)]
pub struct SourceText {
    path: String,
    text: String,
}

impl SourceText {
    /// A file that was read.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> SourceText {
        SourceText { path: path.into(), text: text.into() }
    }

    /// The path as the reader knows it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The file's name without its folder.
    pub fn name(&self) -> &str {
        self.path.rsplit(['/', '\\']).next().expect("a split has a first part")
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Without the text, which may be long.
impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SourceText").field("path", &self.path).finish_non_exhaustive()
    }
}

/// A range of bytes in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    source: Arc<SourceText>,
    span: Range<usize>,
    stand_in: bool,
}

impl Location {
    /// The bytes `span` of a file, cut to the text's length and widened to whole characters.
    pub fn new(source: &Arc<SourceText>, span: Range<usize>) -> Location {
        let text = &source.text;
        let boundary = |byte: &usize| text.is_char_boundary(*byte);
        let start = (0..=span.start.min(text.len())).rev().find(boundary).unwrap_or(0);
        let end = (span.end.max(start)..text.len()).find(boundary).unwrap_or(text.len());
        Location { source: Arc::clone(source), span: start..end, stand_in: false }
    }

    /// The file.
    pub fn source(&self) -> &SourceText {
        &self.source
    }

    /// The file's path as the reader knows it.
    pub fn path(&self) -> &str {
        self.source.path()
    }

    /// The bytes.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Line and column of the first byte, both from 1; the column counts characters.
    pub fn line_column(&self) -> (usize, usize) {
        let before = &self.source.text[..self.span.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The same place, known to hold a value that was at fault and is replaced in the data.
    pub fn as_stand_in(self) -> Location {
        Location { stand_in: true, ..self }
    }

    /// True when the data have another value than the file at this place.
    pub fn is_stand_in(&self) -> bool {
        self.stand_in
    }
}

/// `facility.yaml:31:5`.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.line_column();
        write!(f, "{}:{line}:{column}", self.path())
    }
}
