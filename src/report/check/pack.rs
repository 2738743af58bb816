//! Language packs of a user: what cannot be parsed, messages that nothing asks for, figures that a message does not get.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location, SourceText};
use crate::report::style::{NumberMarks, PackText, built_in_english, is_pattern};

/// Figures that messages of all packs get beside those that English uses.
const ALSO_GIVEN: [(&str, &str); 4] =
    [("money", "amount"), ("count-", "count"), ("schedule-first-order", "service"), ("answer-orders-next", "service")];

/// Ids of messages that English need not have: names of the catalogs' items, of currencies, units and divisions.
const OPEN: [&str; 4] = ["item-", "currency-", "unit-", "division-"];

/// Every mistake in the files of a pack; one warning counts the messages that it lacks.
pub fn check_pack(language: &str, files: &[PackText], missing: usize) -> Diagnostics {
    let english = Known::english();
    let mut found: Diagnostics = files.iter().flat_map(|file| check_file(file, &english)).collect();
    found.sort();
    if missing > 0 && !found.has_errors() {
        let message = format!(
            "the language `{language}` lacks {missing} of {} messages; they are told in English",
            english.figures.len()
        );
        found.push(
            Diagnostic::warning(Code::MissingMessages, message).help("`retrofit language show en` prints all of them"),
        );
    }
    found
}

/// The messages of English with the figures that each gets.
struct Known {
    figures: BTreeMap<String, BTreeSet<String>>,
}

impl Known {
    fn english() -> Known {
        let mut figures = BTreeMap::new();
        for file in built_in_english() {
            let resource = FluentResource::try_new(file.text).unwrap_or_else(|(part, _)| part);
            figures.extend(messages(&resource).map(|message| (message.id.name.to_owned(), used(message))));
        }
        Known { figures }
    }

    fn gets(&self, id: &str, figure: &str) -> bool {
        let also = ALSO_GIVEN.iter().any(|(start, given)| id.starts_with(start) && figure == *given);
        also || self.figures.get(id).is_none_or(|figures| figures.contains(figure))
    }
}

fn messages(resource: &FluentResource) -> impl Iterator<Item = &Message<&str>> {
    resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some(message),
        _ => None,
    })
}

fn check_file(file: &PackText, english: &Known) -> Vec<Diagnostic> {
    let source = Arc::new(SourceText::new(file.path.clone(), file.text.clone()));
    let (resource, errors) = match FluentResource::try_new(file.text.clone()) {
        Ok(resource) => (resource, Vec::new()),
        Err((part, errors)) => (part, errors),
    };
    let unread = errors.iter().map(|error| {
        Diagnostic::error(Code::BadLanguagePack, format!("the language pack cannot be read: {}", error.kind))
            .at(Location::new(&source, error.pos.clone()), "here")
            .help("a message is `id = text`, its further lines indented; figures stand as { $name }")
    });
    let said = messages(&resource).flat_map(|message| check_message(message, &source, english));
    unread.chain(said).collect()
}

fn check_message(message: &Message<&str>, source: &Arc<SourceText>, english: &Known) -> Vec<Diagnostic> {
    let id = message.id.name;
    let here = || line_of(source, id);
    if !english.figures.contains_key(id) && !OPEN.iter().any(|start| id.starts_with(start)) {
        let help = did_you_mean(id, english.figures.keys().map(String::as_str));
        let unknown = Diagnostic::warning(Code::UnknownMessage, format!("no report asks for the message `{id}`"));
        return vec![unknown.at(here(), "not asked for").help(help)];
    }
    let wrong = used(message).into_iter().filter(|figure| !english.gets(id, figure)).map(|figure| {
        let known: Vec<&str> = english.figures.get(id).into_iter().flatten().map(String::as_str).collect();
        Diagnostic::error(Code::BadLanguagePack, format!("the message `{id}` gets no figure `${figure}`"))
            .at(here(), "names it")
            .help(did_you_mean(&figure, known))
    });
    wrong.chain(check_format(id, &text(message), here())).collect()
}

/// Messages that say how figures are written must say it in their form.
fn check_format(id: &str, text: &str, here: Location) -> Option<Diagnostic> {
    let (holds, help) = match id {
        "number-example" => (
            NumberMarks::from_example(text).is_some(),
            "write one thousand two hundred and thirty-four and a half: 1,234.5",
        ),
        "date-pattern" => (is_pattern(text), "write year, month and day with YYYY, MMMM, MM, M, DD, D: D MMMM YYYY"),
        "language-direction" => (["ltr", "rtl"].contains(&text), "write ltr or rtl"),
        _ => return None,
    };
    let wrong = || Diagnostic::error(Code::BadLanguagePack, format!("`{text}` is no {}", id.replace('-', " ")));
    (!holds).then(|| wrong().at(here, "here").help(help))
}

/// The text of a message without figures.
fn text(message: &Message<&str>) -> String {
    let elements = message.value.iter().flat_map(|pattern| &pattern.elements);
    let texts = elements.filter_map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    texts.collect()
}

/// The place of a message's id: at the start of its line.
fn line_of(source: &Arc<SourceText>, id: &str) -> Location {
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        if line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            break;
        }
        start += line.len();
    }
    Location::new(source, start..start + id.len())
}

/// The figures that a message names.
fn used(message: &Message<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    message.value.iter().for_each(|pattern| in_pattern(pattern, &mut names));
    names
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            variants.iter().for_each(|variant| in_pattern(&variant.value, names));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(names.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        InlineExpression::FunctionReference { arguments, .. } => in_arguments(arguments, names),
        _ => {}
    }
}

fn in_arguments(arguments: &CallArguments<&str>, names: &mut BTreeSet<String>) {
    arguments.positional.iter().for_each(|inline| in_inline(inline, names));
    arguments.named.iter().for_each(|named| in_inline(&named.value, names));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::style::{Style, StyleRequest, built_in, languages};

    fn pack(text: &str) -> Vec<(usize, usize, String)> {
        let file = PackText { path: "fr.ftl".to_owned(), text: text.to_owned() };
        let told = check_pack("fr", &[file], 0);
        told.iter()
            .map(|one| {
                let (line, column) = one.primary.as_ref().unwrap().location.line_column();
                (line, column, format!("{} {}", one.message, one.help.clone().unwrap_or_default()))
            })
            .collect()
    }

    #[test]
    fn every_pack_of_the_program_is_complete_and_without_mistakes() {
        for language in languages() {
            let style = Style::new(StyleRequest { language: Some(language.clone()), ..StyleRequest::default() });
            let files = built_in(&language).unwrap();
            let found = check_pack(&language, &files, style.missing_messages());
            assert!(found.is_empty(), "{}", found.render(false));
        }
    }

    #[test]
    fn mistakes_have_their_line_and_the_nearest_name() {
        let told = pack(
            "answer-title = Réponse\ngap-titel = Manque\nanswer-driver = { $wath }\n date = x\nnumber-example = 1,234\n",
        );
        let at: Vec<(usize, usize)> = told.iter().map(|(line, column, _)| (*line, *column)).collect();
        assert_eq!(at[..2], [(2, 1), (3, 1)], "{told:?}");
        assert!(told[0].2.contains("`gap-title`"), "{told:?}");
        assert!(told[1].2.contains("`$wath`") && told[1].2.contains("`what`"), "{told:?}");
        assert!(told.iter().any(|(line, _, text)| *line == 5 && text.contains("`1,234` is no number example")));
    }
}
