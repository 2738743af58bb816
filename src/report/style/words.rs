//! Language packs: messages in Project Fluent's syntax, one file or folder a language, the reader's before English.

use std::borrow::Cow;
use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::patterns::Pattern;

static PACKS: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates/languages");

/// The language that every message has a text in.
pub const ENGLISH: &str = "en";

/// One file of a language pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackText {
    /// The file's path as the reader knows it.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All messages of a report: those of the reader's language first, what they lack in English.
pub struct Words {
    /// The first that has a message gives it; English is last.
    layers: Vec<FluentBundle<FluentResource>>,
    /// Messages of English that the reader's language lacks.
    missing: usize,
    language: String,
    patterns: Vec<Pattern>,
}

impl Words {
    /// The words of a language: `own` files over the built-in pack of the same name over English.
    pub fn new(language: &str, own: &[PackText]) -> Words {
        let built_in = (language != ENGLISH).then(|| built_in(language)).flatten();
        let told = [Some(own.to_vec()), built_in].into_iter().flatten().filter(|files| !files.is_empty());
        let told: Vec<Vec<FluentResource>> = told.map(|files| resources(&files)).collect();
        let english = resources(&built_in_english());
        let known: BTreeSet<String> = told.iter().flatten().flat_map(ids).collect();
        let missing = match language {
            ENGLISH => 0,
            _ => english.iter().flat_map(ids).filter(|id| !known.contains(id)).count(),
        };
        let patterns = Pattern::all(&english);
        let mut layers: Vec<_> = told.into_iter().map(|files| bundle(language, files)).collect();
        layers.push(bundle(ENGLISH, english));
        Words { layers, missing, language: language.to_owned(), patterns }
    }

    /// The language's name in files: `en`, `zh`, `ar`.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// How many messages the language lacks; they are told in English.
    pub fn missing(&self) -> usize {
        self.missing
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.find("language-direction", None).as_deref() == Some("rtl")
    }

    /// A message with its figures put in; nothing where no pack has it.
    pub fn find(&self, id: &str, args: Option<&FluentArgs>) -> Option<String> {
        self.layers.iter().find_map(|layer| text(layer, id, args))
    }

    /// A message of English alone.
    pub fn english(&self, id: &str) -> Option<String> {
        text(self.layers.last()?, id, None)
    }

    /// Messages of English by which texts of a plan are read.
    pub fn patterns(&self) -> &[Pattern] {
        &self.patterns
    }

    /// Ids of all messages of English.
    pub fn english_ids(&self) -> Vec<String> {
        resources(&built_in_english()).iter().flat_map(ids).collect()
    }

    /// A message of the reader's language alone, without what English would stand in with.
    pub fn own(&self, id: &str) -> Option<String> {
        let own = if self.language == ENGLISH { &self.layers[..] } else { &self.layers[..self.layers.len() - 1] };
        own.iter().find_map(|layer| text(layer, id, None))
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language).finish_non_exhaustive()
    }
}

fn text(bundle: &FluentBundle<FluentResource>, id: &str, args: Option<&FluentArgs>) -> Option<String> {
    let message = bundle.get_message(id)?;
    // A figure that a message does not get stands in it by its name; packs are checked for that when they are read.
    let text = bundle.format_pattern(message.value()?, args, &mut Vec::new());
    Some(Cow::into_owned(text))
}

/// Names of the languages that the program brings.
pub fn languages() -> Vec<String> {
    let of_entry = |entry: &include_dir::DirEntry| Some(entry.path().file_stem()?.to_str()?.to_owned());
    let names: BTreeSet<String> = PACKS.entries().iter().filter_map(of_entry).collect();
    names.into_iter().collect()
}

/// The files of a built-in pack, in the order of their names: `zh.ftl`, or all of `zh/`.
pub fn built_in(language: &str) -> Option<Vec<PackText>> {
    let folder = PACKS.get_dir(language).into_iter().flat_map(Dir::files);
    let mut files: Vec<PackText> =
        PACKS.get_file(format!("{language}.ftl")).into_iter().chain(folder).filter_map(pack_text).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    (!files.is_empty()).then_some(files)
}

fn pack_text(file: &include_dir::File) -> Option<PackText> {
    let path = format!("built-in/languages/{}", file.path().to_str()?.replace('\\', "/"));
    Some(PackText { path, text: file.contents_utf8()?.to_owned() })
}

/// The files of English.
pub fn built_in_english() -> Vec<PackText> {
    built_in(ENGLISH).unwrap_or_default()
}

/// What can be read of the files; the mistakes of a user's files are told where they are read.
fn resources(files: &[PackText]) -> Vec<FluentResource> {
    let read = |file: &PackText| FluentResource::try_new(file.text.clone()).unwrap_or_else(|(part, _)| part);
    files.iter().map(read).collect()
}

fn ids(resource: &FluentResource) -> Vec<String> {
    let id = |entry: &Entry<&str>| match entry {
        Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    };
    resource.entries().filter_map(id).collect()
}

fn bundle(language: &str, files: Vec<FluentResource>) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Fluent would isolate every figure, and what is made of isolated parts alone reads from left to right in all languages:
    // a style isolates what needs it.
    bundle.set_use_isolating(false);
    for file in files {
        bundle.add_resource_overriding(file);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_message_of_a_pack_is_written_twice() {
        for language in languages() {
            let mut seen = BTreeSet::new();
            for id in resources(&built_in(&language).unwrap()).iter().flat_map(ids) {
                assert!(seen.insert(id.clone()), "{language}: {id}");
            }
        }
    }
}
