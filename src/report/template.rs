//! The templates of reports: those of the program, and a user's over them.

use include_dir::{Dir, include_dir};

use super::style::with_elements;

pub(super) static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// How files of templates end.
pub const ENDING: &str = ".md.hbs";

/// One template or partial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateText {
    /// Its path in the folder without the ending: `engineer`, `report/gap`.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The user's file it was read from; nothing for a built-in one.
    pub path: Option<String>,
}

/// All templates and partials, each name once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Templates {
    all: Vec<TemplateText>,
}

impl Default for Templates {
    fn default() -> Templates {
        Templates { all: built_in() }
    }
}

impl Templates {
    /// The built-in templates, those of the same name replaced by a user's.
    pub fn with(own: Vec<TemplateText>) -> Templates {
        let mut all: Vec<TemplateText> =
            built_in().into_iter().filter(|template| own.iter().all(|o| o.name != template.name)).collect();
        all.extend(own);
        Templates { all }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &TemplateText> {
        self.all.iter()
    }

    /// The template or partial with a name.
    pub fn find(&self, name: &str) -> Option<&TemplateText> {
        self.all.iter().find(|template| template.name == name)
    }

    /// Names of the templates of whole reports: those that are in no folder.
    pub fn reports(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.all.iter().map(|it| it.name.as_str()).filter(|it| !it.contains('/')).collect();
        names.sort_unstable();
        names
    }
}

fn built_in() -> Vec<TemplateText> {
    let sections = TEMPLATES.dirs().flat_map(|dir| dir.files());
    let texts = TEMPLATES.files().chain(sections).filter_map(|file| {
        let name = file.path().to_str()?.replace('\\', "/").strip_suffix(ENDING)?.to_owned();
        Some(TemplateText { name, text: file.contents_utf8()?.to_owned(), path: None })
    });
    texts.collect()
}

/// What is text in a file stays text in Markdown: no new table cell, no HTML but that text is in English, no new line.
pub(super) fn escape(text: &str) -> String {
    with_elements(&text.replace('|', "\\|").replace('<', "&lt;").replace(['\n', '\r'], " "))
}
