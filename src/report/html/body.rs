//! The report's Markdown as HTML: headings with ids, tables that scroll, pictures at their marks.

use std::collections::BTreeMap;

use jiff::civil::Date;
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd, TextMergeStream};
use serde::Serialize;

use crate::report::style::{RECORDED, unmarked, with_elements};

/// A line of the table of contents.
#[derive(Serialize)]
pub struct Entry {
    id: String,
    title: String,
}

/// Text of a file as Markdown without any meaning: every mark of ASCII is a character reference, which is never structure. What is
/// in English says so.
pub fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            _ if letter.is_control() => out.push(' '),
            _ if letter.is_ascii_punctuation() => out.push_str(&format!("&#{};", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    with_elements(&out)
}

/// The name of the picture that a line of Markdown leaves room for.
pub fn mark(line: &str) -> Option<&str> {
    line.trim().strip_prefix("<!-- picture: ")?.strip_suffix(" -->")
}

/// What a mark of a part opens or closes in the page: `<!-- part: NAME -->` up to `<!-- part end -->` stands in an element of this
/// class, which `report.css` knows.
fn part(line: &str) -> Option<String> {
    match line.trim().strip_prefix("<!-- part")?.strip_suffix(" -->")? {
        " end" => Some("</div>\n".to_owned()),
        opened => opened.strip_prefix(": ").map(|name| format!("<div class=\"{}\">\n", escaped(name))),
    }
}

/// What opens the part of a report that the page's first screen says in its own way.
const MASTHEAD: &str = "<!-- part: masthead -->";

/// What closes a part.
const PART_END: &str = "<!-- part end -->";

/// A report without its masthead.
fn below_masthead(markdown: &str) -> String {
    let Some((before, rest)) = markdown.split_once(MASTHEAD) else { return markdown.to_owned() };
    let below = rest.split_once(PART_END).map_or("", |(_, below)| below);
    format!("{before}{below}")
}

/// The page's body and its contents, below the masthead; `logo` is the picture that every image of a user's own template shows,
/// as a data address, and `figure` gives the picture of a name.
pub fn html(markdown: &str, logo: Option<&str>, figure: impl Fn(&str) -> Option<String>) -> (String, Vec<Entry>) {
    let markdown = below_masthead(markdown);
    let events: Vec<Event> = TextMergeStream::new(Parser::new_ext(&markdown, Options::ENABLE_TABLES)).collect();
    let mut writer = Writer {
        figure,
        logo: logo.unwrap_or_default().to_owned(),
        contents: Vec::new(),
        ids: BTreeMap::new(),
        table: Table::default(),
        heading: String::new(),
    };
    let mut out: Vec<Event> = Vec::new();
    let mut events = events.into_iter().peekable();
    while let Some(event) = events.next() {
        if is_diagram(&event) {
            // A picture stands for it.
            events.by_ref().find(|event| matches!(event, Event::End(TagEnd::CodeBlock)));
            continue;
        }
        if let Event::Start(Tag::Heading { level, .. }) = &event {
            let title = plain(events.clone());
            let opened = writer.heading(*level as usize, title);
            out.push(opened);
            continue;
        }
        out.push(writer.event(event));
    }
    let mut body = String::new();
    pulldown_cmark::html::push_html(&mut body, out.into_iter());
    (body, writer.contents)
}

/// Text up to the end of the heading.
fn plain<'a>(events: impl Iterator<Item = Event<'a>>) -> String {
    events
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        })
        .collect()
}

fn is_diagram(event: &Event) -> bool {
    matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) if language.as_ref() == "mermaid")
}

/// Where in a table the writer is.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
}

struct Writer<F> {
    figure: F,
    logo: String,
    contents: Vec<Entry>,
    ids: BTreeMap<String, usize>,
    table: Table,
    heading: String,
}

impl<F: Fn(&str) -> Option<String>> Writer<F> {
    fn heading<'a>(&mut self, level: usize, title: String) -> Event<'a> {
        let id = self.id(&title);
        let opened = raw(format!("<h{level} id=\"{id}\">"));
        self.heading.clone_from(&title);
        if level == 2 {
            self.contents.push(Entry { id, title });
        }
        opened
    }

    /// Letters and digits of a title with dashes between, with a number where the page has them already.
    fn id(&mut self, title: &str) -> String {
        let letters =
            title.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
        let slug = format!("s-{}", letters.split_whitespace().collect::<Vec<_>>().join("-"));
        let used = self.ids.entry(slug.clone()).or_insert(0);
        *used += 1;
        if *used == 1 { slug } else { format!("{slug}--{used}") }
    }

    fn event<'a>(&mut self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => self.html(text),
            Event::Text(text) if is_address(&text) => raw(link(&text)),
            Event::Text(text) if has_date(&text) || text.contains(PERCENT) => Event::InlineHtml(dated(&text).into()),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            other => other,
        }
    }

    /// A mark becomes its picture, and text that is in English says so; nothing else that looks like HTML is let through.
    fn html<'a>(&self, text: CowStr<'a>) -> Event<'a> {
        match (mark(&text), part(&text)) {
            (Some(name), _) => raw((self.figure)(name).unwrap_or_default()),
            (None, Some(tag)) => raw(tag),
            _ if [RECORDED.0, RECORDED.1].contains(&text.as_ref()) => Event::InlineHtml(text),
            _ => Event::Text(text),
        }
    }

    fn start<'a>(&mut self, tag: Tag<'a>) -> Event<'a> {
        match tag {
            Tag::Table(alignments) => {
                self.table = Table { alignments, ..Table::default() };
                let label = escaped(&self.heading);
                raw(format!("<div class=\"scroll\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\"><table>"))
            }
            Tag::TableHead => {
                (self.table.in_head, self.table.column) = (true, 0);
                raw("<thead><tr>")
            }
            Tag::TableRow => {
                self.table.column = 0;
                raw("<tr>")
            }
            Tag::TableCell => raw(self.cell()),
            Tag::Image { link_type, title, id, .. } => {
                Event::Start(Tag::Image { link_type, dest_url: self.logo.clone().into(), title, id })
            }
            other => Event::Start(other),
        }
    }

    fn cell(&mut self) -> String {
        let numeric = self.table.alignments.get(self.table.column) == Some(&Alignment::Right);
        self.table.column += 1;
        let class = if numeric { " class=\"number\"" } else { "" };
        if self.table.in_head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") }
    }

    fn end<'a>(&mut self, tag: TagEnd) -> Event<'a> {
        match tag {
            TagEnd::Table => raw("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.table.in_head = false;
                raw("</tr></thead>\n<tbody>")
            }
            TagEnd::TableRow => raw("</tr>\n"),
            TagEnd::TableCell if self.table.in_head => raw("</th>"),
            TagEnd::TableCell => raw("</td>"),
            other => Event::End(other),
        }
    }
}

fn raw<'a>(html: impl Into<CowStr<'a>>) -> Event<'a> {
    Event::Html(html.into())
}

/// Letters of a date in digits, `2027-01-31`.
const DATE_LETTERS: usize = 10;

fn has_date(text: &str) -> bool {
    (0..text.len()).any(|at| date_at(text, at).is_some())
}

/// The date that begins at a place of a text.
fn date_at(text: &str, at: usize) -> Option<&str> {
    let date = text.get(at..at + DATE_LETTERS).filter(|date| date.starts_with(|first: char| first.is_ascii_digit()))?;
    date.parse::<Date>().is_ok().then_some(date)
}

/// What follows a figure in percent.
const PERCENT: &str = " %";

/// Text for an element in which no line ends within a date or between a figure and its percent sign.
pub fn dated(text: &str) -> String {
    with_whole_dates(&escaped(text))
}

/// The same of text and elements that are escaped already, with no date in an attribute.
pub fn with_whole_dates(html: &str) -> String {
    let html = with_whole_percents(html);
    let (mut out, mut from, mut at) = (String::new(), 0, 0);
    while at < html.len() {
        match date_at(&html, at) {
            Some(date) => {
                out.push_str(&format!("{}<time>{date}</time>", &html[from..at]));
                (from, at) = (at + DATE_LETTERS, at + DATE_LETTERS);
            }
            None => at += 1,
        }
    }
    out + &html[from..]
}

fn with_whole_percents(html: &str) -> String {
    let mut parts = html.split(PERCENT);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| {
        let space = if out.ends_with(char::is_numeric) { "\u{a0}%" } else { PERCENT };
        out + space + part
    })
}

fn is_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}

fn link(address: &str) -> String {
    let address = escaped(address);
    format!("<a class=\"address\" rel=\"noreferrer\" href=\"{address}\">{address}</a>")
}

/// Text for an element or a quoted attribute of HTML or SVG.
pub fn escaped(text: &str) -> String {
    handlebars::html_escape(&unmarked(text))
}

/// Text for an element of the page, in which what is in English says so.
pub fn told(text: &str) -> String {
    with_elements(&handlebars::html_escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(markdown: &str) -> String {
        html(markdown, None, |name| Some(format!("<figure>{name}</figure>"))).0
    }

    #[test]
    fn inert_text_is_never_structure() {
        let text = "a | b [x](javascript:y) `c` *d* <e> &lt; ~f~ # g\n> h";
        let page = body(&format!("| A |\n|---|\n| {} |\n\n- {}\n", inert(text), inert("1. - # x")));
        assert!(page.contains("<td>a | b [x](javascript:y) `c` *d* &lt;e&gt; &amp;lt; ~f~ # g &gt; h</td>"), "{page}");
        assert!(page.contains("<li>1. - # x</li>"), "{page}");
    }

    #[test]
    fn headings_that_read_the_same_have_ids_of_their_own() {
        let (page, contents) = html("## A b\n\n### A b\n\n## C\n", None, |_| None);
        assert!(page.contains("<h2 id=\"s-a-b\">A b</h2>") && page.contains("<h3 id=\"s-a-b--2\">"), "{page}");
        assert_eq!(contents.len(), 2);
    }

    #[test]
    fn marks_become_pictures_and_other_html_becomes_text() {
        assert_eq!(body("<!-- picture: gantt -->\n").trim(), "<figure>gantt</figure>");
        assert!(!body("<b>x</b>\n").contains("<b>"));
        assert!(!body("```mermaid\ngantt\n```\n").contains("gantt"));
    }

    #[test]
    fn no_line_ends_within_a_date() {
        let text = "\u{642}2027-01-31 to <2027-02-30> 2028-12-01";
        assert_eq!(dated(text), "\u{642}<time>2027-01-31</time> to &lt;2027-02-30&gt; <time>2028-12-01</time>");
        assert!(body(&inert(text)).contains("<time>2028-12-01</time>"));
    }

    #[test]
    fn no_line_ends_between_a_figure_and_its_percent_sign() {
        let text = "6.8 % by 2027-01-31, 10 %, some %";
        assert_eq!(dated(text), "6.8\u{a0}% by <time>2027-01-31</time>, 10\u{a0}%, some %");
        assert_eq!(body("**6.8 %**").trim(), "<p><strong>6.8\u{a0}%</strong></p>");
    }

    #[test]
    fn marks_of_a_part_enclose_what_stands_between() {
        let page = body("<!-- part: columns inputs -->\n\ntext\n\n<!-- part end -->\n");
        assert_eq!(page.replace('\n', ""), "<div class=\"columns inputs\"><p>text</p></div>");
    }

    #[test]
    fn figures_stand_to_the_right() {
        let page = body("## T\n\n| A | B |\n|---|--:|\n| x | 1 |\n");
        assert!(page.contains("<th scope=\"col\" class=\"number\">B</th>"), "{page}");
        assert!(page.contains("<td>x</td><td class=\"number\">1</td>"), "{page}");
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        assert!(
            body(&format!("| A |\n|---|\n| {} |\n", inert("https://a.b/c?d=\"e")))
                .contains("href=\"https://a.b/c?d&#x3D;&quot;e\"")
        );
        assert!(!body(&inert("javascript:x")).contains("href"));
    }
}
