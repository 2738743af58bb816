//! What went wrong or looks odd, with its place in the files, its cause and what to do.

mod code;
mod render;
pub mod suggest;
mod text;

pub use code::Code;
pub use text::{Location, SourceText};

/// Findings that one rule or one check of a file reports at most: nobody reads more, and hostile files bring millions.
pub const MOST_FINDINGS: usize = 100;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is planned until it is corrected.
    Error,
    /// Possible, but odd enough to be looked at.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub const fn label(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A place that has to do with a diagnostic, and what it has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub location: Location,
    /// What is to be seen there; may be empty.
    pub text: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// Its entry in the table of codes.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The place to correct; nothing where no file is concerned.
    pub primary: Option<Label>,
    /// Other places that the finding rests on, in any file.
    pub secondary: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error without a place.
    pub fn error(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            primary: None,
            secondary: Vec::new(),
            help: None,
        }
    }

    /// A warning without a place.
    pub fn warning(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    /// Adds the place to correct.
    pub fn at(self, location: Location, text: impl Into<String>) -> Diagnostic {
        Diagnostic { primary: Some(Label { location, text: text.into() }), ..self }
    }

    /// Adds another place that the finding rests on.
    pub fn and(mut self, location: Location, text: impl Into<String>) -> Diagnostic {
        self.secondary.push(Label { location, text: text.into() });
        self
    }

    /// Adds what to do.
    pub fn help(self, help: impl Into<String>) -> Diagnostic {
        Diagnostic { help: Some(help.into()), ..self }
    }

    /// The places the finding rests on, the one to correct first.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.primary.iter().chain(&self.secondary)
    }
}

/// All findings of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// All findings, in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.items.iter()
    }

    /// True when nothing was found.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Number of findings.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// True when a finding is an error.
    pub fn has_errors(&self) -> bool {
        self.items.iter().any(|d| d.severity == Severity::Error)
    }

    /// Puts the findings in the order a reader meets them: files in the order of their first finding, then by position.
    pub fn sort(&mut self) {
        let mut files: Vec<String> = Vec::new();
        for path in self.items.iter().filter_map(|d| d.primary.as_ref()).map(|label| label.location.path()) {
            if !files.iter().any(|known| known == path) {
                files.push(path.to_owned());
            }
        }
        self.items.sort_by_key(|d| {
            d.primary.as_ref().map(|label| {
                let file = files.iter().position(|known| known == label.location.path());
                (file, label.location.span().start)
            })
        });
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, items: T) {
        self.items.extend(items);
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(items: T) -> Diagnostics {
        Diagnostics { items: items.into_iter().collect() }
    }
}

impl From<Diagnostic> for Diagnostics {
    fn from(diagnostic: Diagnostic) -> Diagnostics {
        Diagnostics { items: vec![diagnostic] }
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}
