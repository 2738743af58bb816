//! Which block of a template that cannot be parsed was left open, or closed without being open.

use std::ops::Range;

/// What is wrong with a block, with the bytes of the tag to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unbalanced {
    /// These braces open a tag that does not end.
    Endless(Range<usize>),
    /// This tag opens a block that nothing closes.
    Opening(Range<usize>),
    /// This tag closes what was not opened, within the innermost open block, if there is one.
    Closing {
        /// The tag.
        tag: Range<usize>,
        /// The tag that opened the innermost block.
        open: Option<Range<usize>>,
    },
}

/// A tag that opens or closes a block.
struct Tag<'a> {
    place: Range<usize>,
    closes: bool,
    name: &'a str,
}

/// The first block of a text that is not balanced, or the tag that does not end; nothing where all are in order.
pub fn unbalanced(text: &str) -> Option<Unbalanced> {
    let mut open: Vec<Tag> = Vec::new();
    let (tags, endless) = tags(text);
    if let Some(tag) = endless {
        return Some(Unbalanced::Endless(tag));
    }
    for tag in tags {
        if !tag.closes {
            open.push(tag);
        } else if !open.iter().any(|opened| opened.name == tag.name) {
            return Some(Unbalanced::Closing { tag: tag.place, open: open.pop().map(|opened| opened.place) });
        } else if let Some(inner) = open.pop().filter(|inner| inner.name != tag.name) {
            return Some(Unbalanced::Opening(inner.place));
        }
    }
    open.pop().map(|opened| Unbalanced::Opening(opened.place))
}

/// The tags of blocks, first to last, without those in comments and those written with a backslash; and the braces of a tag that
/// has no end before the next one.
fn tags(text: &str) -> (Vec<Tag<'_>>, Option<Range<usize>>) {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("{{").map(|offset| at + offset) {
        let inside = &text[start + 2..];
        if text[..start].ends_with('\\') {
            at = start + 2;
            continue;
        }
        let is_comment = inside.starts_with('!');
        let ending = if inside.starts_with("!--") { "--}}" } else { "}}" };
        let end =
            inside.find(ending).filter(|end| is_comment || !inside[..*end].trim_start_matches('{').contains("{{"));
        let Some(end) = end else { return (found, Some(start..start + 2)) };
        at = start + 2 + end + ending.len();
        found.extend(block(&inside[..end]).map(|(closes, name)| Tag { place: start..at, closes, name }));
    }
    (found, None)
}

/// Whether the inside of a tag closes a block, and the block's name; nothing where it is no tag of a block.
fn block(inside: &str) -> Option<(bool, &str)> {
    let inside = inside.trim_start_matches('~').trim_start();
    let closes = inside.starts_with('/');
    let rest = inside.strip_prefix(['#', '/'])?;
    let rest = rest.trim_start_matches(['*', '>', ' ']);
    let end = rest.find(|letter: char| letter.is_whitespace() || letter == '~').unwrap_or(rest.len());
    Some((closes, &rest[..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blamed(text: &str) -> Option<&str> {
        unbalanced(text).map(|found| match found {
            Unbalanced::Endless(tag) | Unbalanced::Opening(tag) | Unbalanced::Closing { tag, .. } => &text[tag],
        })
    }

    #[test]
    fn the_tag_to_blame_is_found() {
        let cases = [
            ("{{#if a}}{{#each b}}{{/each}}{{else}}{{~/if~}}{{!-- {{#if x}} --}}{{! {{#if}} \\{{#if x}}", None),
            ("{{#if a}}\n{{#each b}}x{{/each}}", Some("{{#if a}}")),
            ("{{#if a}}{{#each b}}x{{/if}}", Some("{{#each b}}")),
            ("{{#if a}}x{{/each}}", Some("{{/each}}")),
            ("x{{/if}}", Some("{{/if}}")),
            ("{{{a}}} {{#if b {{/if}}", Some("{{")),
            ("{{#*inline \"part\"}}x{{/inline}}{{#> frame}}x{{/frame}}{{#with a}}", Some("{{#with a}}")),
        ];
        for (text, expected) in cases {
            assert_eq!(blamed(text), expected, "{text}");
        }
    }
}
