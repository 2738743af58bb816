//! Messages of English as patterns: what stands in their holes is read off a text that one of them wrote.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, PatternElement};

/// How ids of messages begin whose English is a pattern.
const PREFIX: &str = "pattern-";

/// The English of one message.
#[derive(Debug)]
pub struct Pattern {
    /// The message's id.
    pub id: String,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Text(String),
    /// By the name of its figure.
    Hole(String),
}

impl Pattern {
    /// All patterns of a pack: first those with the most letters of their own, which say most of what a text is.
    pub fn all(resources: &[FluentResource]) -> Vec<Pattern> {
        let entries = resources.iter().flat_map(FluentResource::entries);
        let mut patterns: Vec<Pattern> = entries.filter_map(pattern).collect();
        patterns.sort_by_key(|pattern| std::cmp::Reverse(pattern.letters()));
        patterns
    }

    fn letters(&self) -> usize {
        let length = |part: &Part| if let Part::Text(text) = part { text.chars().count() } else { 0 };
        self.parts.iter().map(length).sum()
    }

    /// Names of the holes.
    #[cfg(test)]
    pub fn holes(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| if let Part::Hole(name) = part { Some(name.as_str()) } else { None })
    }

    /// What stands in each hole of a text, by the hole's name, as `read` has it of name and text; nothing where the text is not of
    /// this pattern, or where what would stand in a hole cannot be read as that.
    pub fn fit(&self, text: &str, read: &dyn Fn(&str, &str) -> Option<String>) -> Option<Vec<(&str, String)>> {
        fit(&self.parts, text, read)
    }
}

fn fit<'p>(
    parts: &'p [Part],
    text: &str,
    read: &dyn Fn(&str, &str) -> Option<String>,
) -> Option<Vec<(&'p str, String)>> {
    match parts {
        [] => text.is_empty().then(Vec::new),
        [Part::Text(own), rest @ ..] => fit(rest, text.strip_prefix(own.as_str())?, read),
        [Part::Hole(name), rest @ ..] => ends(rest, text).find_map(|end| {
            // What follows is tried first: it is rarely right, and soon known to be wrong.
            let mut found = fit(rest, &text[end..], read)?;
            found.push((name, read(name, &text[..end])?));
            Some(found)
        }),
    }
}

/// Where a hole may end: before the text that stands behind it.
fn ends<'t>(behind: &'t [Part], text: &'t str) -> Box<dyn Iterator<Item = usize> + 't> {
    match behind.first() {
        Some(Part::Text(next)) => Box::new(text.match_indices(next.as_str()).map(|(at, _)| at)),
        _ => Box::new(std::iter::once(text.len())),
    }
}

fn pattern(entry: &Entry<&str>) -> Option<Pattern> {
    let Entry::Message(Message { id, value: Some(value), .. }) = entry else { return None };
    let parts = id.name.starts_with(PREFIX).then(|| value.elements.iter().map(part).collect::<Option<Vec<_>>>())??;
    Some(Pattern { id: id.name.to_owned(), parts })
}

/// A text or a hole; a message that chooses between texts is no pattern.
fn part(element: &PatternElement<&str>) -> Option<Part> {
    match element {
        PatternElement::TextElement { value } => Some(Part::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Some(Part::Hole(id.name.to_owned())),
            InlineExpression::StringLiteral { value } => Some(Part::Text((*value).to_owned())),
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(text: &str) -> Vec<Pattern> {
        Pattern::all(&[FluentResource::try_new(text.to_owned()).unwrap()])
    }

    #[test]
    fn holes_are_read_off_a_text() {
        let patterns =
            patterns("pattern-a = { $name } ready\npattern-b = 1 { $a } and { $b } ready\nother = { $c } ready\n");
        assert_eq!(patterns.iter().map(|pattern| pattern.id.as_str()).collect::<Vec<_>>(), ["pattern-b", "pattern-a"]);
        let read = |_: &str, text: &str| (!text.contains('x')).then(|| text.to_owned());
        let found = patterns[0].fit("1 a and b and c ready", &read).unwrap();
        assert_eq!(found, [("b", "b and c".to_owned()), ("a", "a".to_owned())]);
        assert!(patterns[0].fit("1 x and b ready", &read).is_none());
        assert!(patterns[1].fit("a ready now", &read).is_none());
    }
}
