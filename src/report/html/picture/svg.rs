//! A drawing in SVG: shapes with classes, text that is escaped, coordinates with one decimal.
//!
//! Pictures are laid out from left to right. For a language from right to left every shape is mirrored as it is written, and text,
//! which has the direction of the page, reads from the mirrored point: time and flow then run as the reader reads.

use crate::report::html::body::escaped;
use crate::report::style::Style;

/// The page's style sheet.
const STYLE: &str = include_str!("../../../../templates/report.css");

/// Mean width of a letter, in parts of the font's size: sans-serif text of mixed case.
const LETTER: f64 = 0.515;

/// The same of Arabic letters, which are joined.
const ARABIC_LETTER: f64 = 0.45;

/// Size of the pictures' text.
pub const TEXT_PX: f64 = 12.0;

/// Width that a drawing may have to be shown whole.
const PAGE_PX: f64 = 1100.0;

/// Shapes in the order they are drawn.
pub struct Svg {
    width: f64,
    height: f64,
    mirrored: bool,
    shapes: String,
}

impl Svg {
    /// An empty drawing, mirrored where the style's language is from right to left.
    pub fn new(width: f64, height: f64, style: &Style) -> Svg {
        Svg { width, height, mirrored: style.is_right_to_left(), shapes: String::new() }
    }

    /// Where a coordinate stands on the page.
    fn x(&self, x: f64) -> f64 {
        if self.mirrored { self.width - x } else { x }
    }

    /// A rectangle; one that would be too narrow to see is drawn a unit wide.
    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let width = width.max(1.0);
        let left = if self.mirrored { self.x(x + width) } else { x };
        let (x, y, width, height) = (at(left), at(y), at(width), at(height));
        self.push(&format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.path(class, &[from, to]);
    }

    /// A line through points.
    pub fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        self.push(&format!("<path class=\"{class}\" d=\"{}\"/>", self.way(points)));
    }

    /// A surface within points.
    pub fn area(&mut self, class: &str, points: &[(f64, f64)]) {
        self.push(&format!("<path class=\"{class}\" d=\"{}Z\"/>", self.way(points)));
    }

    /// A curve that leaves and arrives level.
    pub fn curve(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        let bend = ((x2 - x1).abs() / 2.0).max(12.0);
        let d = format!(
            "M{} {}C{} {} {} {} {} {}",
            at(self.x(x1)),
            at(y1),
            at(self.x(x1 + bend)),
            at(y1),
            at(self.x(x2 - bend)),
            at(y2),
            at(self.x(x2)),
            at(y2)
        );
        self.push(&format!("<path class=\"{class}\" d=\"{d}\"/>"));
    }

    /// A rhombus around a point.
    pub fn diamond(&mut self, class: &str, (x, y): (f64, f64), half: f64) {
        self.area(class, &[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]);
    }

    /// A circle.
    pub fn circle(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let (x, y, radius) = (at(self.x(x)), at(y), at(radius));
        self.push(&format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    /// Text from a point on its base line; classes `end` and `middle` put it before or around the point.
    pub fn text(&mut self, class: &str, (x, y): (f64, f64), text: &str) {
        let (x, y, text) = (at(self.x(x)), at(y), escaped(text));
        self.push(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{text}</text>"));
    }

    /// Text cut to a width; all of it shows on hovering.
    pub fn fitted(&mut self, class: &str, (x, y): (f64, f64), text: &str, width: f64) {
        let short = fit(text, width);
        if short == text {
            return self.text(class, (x, y), text);
        }
        let (x, y, short, text) = (at(self.x(x)), at(y), escaped(&short), escaped(text));
        self.push(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{short}<title>{text}</title></text>"));
    }

    /// Shapes that belong together: `attributes` are names and texts, `hint` shows on hovering.
    pub fn group(&mut self, class: &str, attributes: &[(&str, &str)], hint: &str, draw: impl FnOnce(&mut Svg)) {
        let attributes: String =
            attributes.iter().map(|(name, text)| format!(" {name}=\"{}\"", escaped(text))).collect();
        self.push(&format!("<g class=\"{class}\"{attributes}>"));
        if !hint.is_empty() {
            self.push(&format!("<title>{}</title>", escaped(hint)));
        }
        draw(self);
        self.push("</g>");
    }

    /// The element, named and described.
    pub fn written(&self, id: &str, title: &str, description: &str) -> String {
        let (title, description) = (escaped(title), escaped(description));
        // What is wider than the page scrolls; shrunk, its text could not be read.
        let size = if self.width > PAGE_PX { " class=\"large\"" } else { "" };
        self.element(size, "", (id, &title, &description))
    }

    /// The same as a file of its own, with its colors.
    pub fn standing_alone(&self, id: &str, title: &str, description: &str) -> String {
        let colors = format!("<style>{}</style>", colors());
        self.element(" xmlns=\"http://www.w3.org/2000/svg\"", &colors, (id, &escaped(title), &escaped(description)))
            + "\n"
    }

    fn element(&self, attributes: &str, head: &str, (id, title, description): (&str, &str, &str)) -> String {
        let (width, height) = (at(self.width), at(self.height));
        format!(
            "<svg{attributes} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{title}</title>\
             <desc id=\"{id}-desc\">{description}</desc>{head}{}</svg>",
            self.shapes
        )
    }

    fn way(&self, points: &[(f64, f64)]) -> String {
        let step = |(index, (x, y)): (usize, &(f64, f64))| {
            format!("{}{} {}", if index == 0 { "M" } else { "L" }, at(self.x(*x)), at(*y))
        };
        points.iter().enumerate().map(step).collect()
    }

    fn push(&mut self, shape: &str) {
        self.shapes.push_str(shape);
        self.shapes.push('\n');
    }
}

/// The page's colors, which its style sheet begins with, and its rules for drawings.
fn colors() -> String {
    let (colors, _) = STYLE.split_once("\n* {").unwrap_or((STYLE, ""));
    let shapes = STYLE.lines().filter(|line| line.starts_with("svg "));
    std::iter::once(colors).chain(shapes).map(|line| format!("{line}\n")).collect()
}

/// A coordinate: at most one decimal, never `-0`.
fn at(value: f64) -> String {
    let text = format!("{:.1}", (value * 10.0).round() / 10.0 + 0.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// About how wide the widest of some texts is.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a String>) -> f64 {
    texts.into_iter().map(|text| width_of(text)).fold(0.0, f64::max)
}

/// About how wide a text is.
pub fn width_of(text: &str) -> f64 {
    text.chars().map(letters_of).sum::<f64>() * TEXT_PX
}

/// Width of a letter in parts of the font's size: Chinese letters and their marks are as wide as high, marks over letters have no
/// width.
fn letters_of(letter: char) -> f64 {
    match letter {
        '\u{2026}' => 1.0,
        _ if is_ideograph(letter) => 1.0,
        '\u{64b}'..='\u{652}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => 0.0,
        '\u{600}'..='\u{6ff}' => ARABIC_LETTER,
        _ => LETTER,
    }
}

/// Letters and marks that lines may be broken between: those of Chinese, Japanese and Korean.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{ffef}')
}

/// A text cut to a width, with an ellipsis where letters are left out.
pub fn fit(text: &str, width: f64) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        if width_of(&out) + (letters_of(letter) + LETTER) * TEXT_PX > width {
            break;
        }
        out.push(letter);
    }
    format!("{}\u{2026}", out.trim_end_matches([' ', ',', ':', '-', '(', '，', '：', '（', '、', '،']))
}

/// A text in lines of a width, at most so many; the last is cut where text is left.
pub fn wrapped(text: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (gap, word) in words(text) {
        let full = |line: &str| width_of(line) + width_of(gap) + width_of(&word) > width;
        match lines.pop() {
            Some(line) if lines.len() + 1 < most && full(&line) => lines.extend([line, word]),
            Some(line) => lines.push(format!("{line}{gap}{word}")),
            None => lines.push(word),
        }
    }
    if let Some(last) = lines.last_mut() {
        *last = fit(last, width);
    }
    lines
}

/// What a line may be broken before, with the gap that stands before it otherwise: words, and ideographs with the marks after them.
fn words(text: &str) -> Vec<(&'static str, String)> {
    let mut words: Vec<(&str, String)> = Vec::new();
    for word in text.split_whitespace() {
        let mut gap = " ";
        let mut last: Option<char> = None;
        for letter in word.chars() {
            let joins = last.is_some_and(|last| !may_break(last, letter));
            match words.last_mut() {
                Some((_, known)) if joins => known.push(letter),
                _ => words.push((gap, letter.to_string())),
            }
            (gap, last) = ("", Some(letter));
        }
    }
    words
}

/// Whether a line may end between two letters of a word: beside an ideograph, but before no closing and after no opening mark.
fn may_break(before: char, after: char) -> bool {
    let beside = is_ideograph(before) || is_ideograph(after);
    beside && !"，。、；：）》”".contains(after) && !"（《“".contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::style::StyleRequest;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut svg = Svg::new(10.0, 10.0, &Style::default());
        svg.group("a", &[("data-task", "\"><b>")], "<i>", |svg| svg.text("t", (0.04, -0.01), "a < b & c"));
        let text = svg.written("x", "<t>", "<d>");
        assert!(!text.contains("<b>") && !text.contains("<i>") && !text.contains("<t>"), "{text}");
        assert!(text.contains("x=\"0\" y=\"0\">a &lt; b &amp; c<"), "{text}");
    }

    #[test]
    fn long_text_is_cut_and_kept_as_hint() {
        assert_eq!(fit("short", 100.0), "short");
        let cut = fit("a text that is much too long for its place", 100.0);
        assert!(cut.ends_with('\u{2026}') && width_of(&cut) <= 106.0, "{cut}");
        let lines = wrapped("one two three four five six seven", 60.0, 2);
        assert!(lines.len() == 2 && lines[1].ends_with('\u{2026}'), "{lines:?}");
        let mut svg = Svg::new(1.0, 1.0, &Style::default());
        svg.fitted("t", (0.0, 0.0), "abcdefghijklmnopqrstuvwxyz", 60.0);
        assert!(svg.written("x", "", "").contains("<title>abcdefghijklmnopqrstuvwxyz</title>"));
    }

    #[test]
    fn chinese_text_is_broken_between_its_letters() {
        assert_eq!(wrapped("低压配电柜，新增 UPS", 60.0, 3), ["低压配电", "柜，新增", "UPS"]);
        assert!(width_of("机柜") > width_of("رف") * 1.5);
    }

    #[test]
    fn a_drawing_is_mirrored_where_text_runs_from_the_right() {
        let request = StyleRequest { language: Some("ar".to_owned()), ..StyleRequest::default() };
        let mut svg = Svg::new(100.0, 10.0, &Style::new(request));
        svg.rect("r", (10.0, 0.0), (20.0, 5.0));
        svg.line("l", (0.0, 1.0), (30.0, 1.0));
        svg.text("t", (5.0, 2.0), "x");
        let text = svg.written("x", "", "");
        for shape in ["x=\"70\" y=\"0\" width=\"20\"", "M100 1L70 1", "x=\"95\" y=\"2\">x<"] {
            assert!(text.contains(shape), "{shape} is not in {text}");
        }
    }
}
