//! A drawing in SVG: shapes with classes, text that is escaped, coordinates with one decimal.

use crate::report::html::body::escaped;

/// Mean width of a letter, in parts of the font's size: sans-serif text of mixed case.
const LETTER: f64 = 0.515;

/// Size of the pictures' text.
pub const TEXT_PX: f64 = 12.0;

/// Width that a drawing may have to be shown whole.
const PAGE_PX: f64 = 1100.0;

/// Shapes in the order they are drawn.
pub struct Svg {
    width: f64,
    height: f64,
    shapes: String,
}

impl Svg {
    /// An empty drawing.
    pub fn new(width: f64, height: f64) -> Svg {
        Svg { width, height, shapes: String::new() }
    }

    /// A rectangle; one that would be too narrow to see is drawn a unit wide.
    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (x, y, width, height) = (at(x), at(y), at(width.max(1.0)), at(height));
        self.push(&format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.path(class, &[from, to]);
    }

    /// A line through points.
    pub fn path(&mut self, class: &str, points: &[(f64, f64)]) {
        self.push(&format!("<path class=\"{class}\" d=\"{}\"/>", way(points)));
    }

    /// A surface within points.
    pub fn area(&mut self, class: &str, points: &[(f64, f64)]) {
        self.push(&format!("<path class=\"{class}\" d=\"{}Z\"/>", way(points)));
    }

    /// A curve that leaves and arrives level.
    pub fn curve(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        let bend = ((x2 - x1).abs() / 2.0).max(12.0);
        let d = format!(
            "M{} {}C{} {} {} {} {} {}",
            at(x1),
            at(y1),
            at(x1 + bend),
            at(y1),
            at(x2 - bend),
            at(y2),
            at(x2),
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
        let (x, y, radius) = (at(x), at(y), at(radius));
        self.push(&format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
    }

    /// Text from a point on its base line; classes `end` and `middle` put it before or around the point.
    pub fn text(&mut self, class: &str, (x, y): (f64, f64), text: &str) {
        let (x, y, text) = (at(x), at(y), escaped(text));
        self.push(&format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{text}</text>"));
    }

    /// Text cut to a width; all of it shows on hovering.
    pub fn fitted(&mut self, class: &str, (x, y): (f64, f64), text: &str, width: f64) {
        let short = fit(text, width);
        if short == text {
            return self.text(class, (x, y), text);
        }
        let (x, y, short, text) = (at(x), at(y), escaped(&short), escaped(text));
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
        let (width, height) = (at(self.width), at(self.height));
        // What is wider than the page scrolls; shrunk, its text could not be read.
        let size = if self.width > PAGE_PX { " class=\"large\"" } else { "" };
        format!(
            "<svg{size} viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\"><title id=\"{id}-title\">{title}</title>\
             <desc id=\"{id}-desc\">{description}</desc>{}</svg>",
            self.shapes
        )
    }

    fn push(&mut self, shape: &str) {
        self.shapes.push_str(shape);
        self.shapes.push('\n');
    }
}

fn way(points: &[(f64, f64)]) -> String {
    let step =
        |(index, (x, y)): (usize, &(f64, f64))| format!("{}{} {}", if index == 0 { "M" } else { "L" }, at(*x), at(*y));
    points.iter().enumerate().map(step).collect()
}

/// A coordinate: at most one decimal, never `-0`.
fn at(value: f64) -> String {
    let text = format!("{:.1}", (value * 10.0).round() / 10.0 + 0.0);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// About how wide a text is.
pub fn width_of(text: &str) -> f64 {
    text.chars().map(|letter| if letter.is_ascii() { LETTER } else { 1.0 }).sum::<f64>() * TEXT_PX
}

/// A text cut to a width, with an ellipsis where letters are left out.
pub fn fit(text: &str, width: f64) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for letter in text.chars() {
        if width_of(&out) + 2.0 * LETTER * TEXT_PX > width {
            break;
        }
        out.push(letter);
    }
    format!("{}\u{2026}", out.trim_end_matches([' ', ',', ':', '-', '(']))
}

/// A text in lines of a width, at most so many; the last is cut where text is left.
pub fn wrapped(text: &str, width: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if lines_full(line, word, width) && most > 1 => lines.push(word.to_owned()),
            Some(line) => *line = format!("{line} {word}"),
            None => lines.push(word.to_owned()),
        }
    }
    let rest = lines.split_off(lines.len().min(most));
    if let Some(last) = lines.last_mut() {
        let whole = std::iter::once(last.clone()).chain(rest).collect::<Vec<_>>().join(" ");
        *last = fit(&whole, width);
    }
    lines
}

fn lines_full(line: &str, word: &str, width: f64) -> bool {
    width_of(line) + width_of(word) + LETTER * TEXT_PX > width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut svg = Svg::new(10.0, 10.0);
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
        let mut svg = Svg::new(1.0, 1.0);
        svg.fitted("t", (0.0, 0.0), "abcdefghijklmnopqrstuvwxyz", 60.0);
        assert!(svg.written("x", "", "").contains("<title>abcdefghijklmnopqrstuvwxyz</title>"));
    }
}
