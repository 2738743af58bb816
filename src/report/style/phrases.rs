//! Phrases that a plan holds in English (names and reasons that stages wrote): told in the reader's language and units where its
//! pack knows them.

use fluent_bundle::FluentArgs;

use super::Style;

/// Names of a phrase's figures in messages, in their order.
const FIGURES: [&str; 5] = ["a", "b", "c", "d", "e"];

/// Units that may follow a figure, and what views call them.
const UNITS: [(&str, &str); 12] = [
    ("C", "°C"),
    ("°C", "°C"),
    ("K", "K"),
    ("%", "%"),
    ("m", "m"),
    ("m2", "m2"),
    ("m3", "m3"),
    ("km", "km"),
    ("kW", "kW"),
    ("kA", "kA"),
    ("ms", "ms"),
    ("kg/m2", "kg/m2"),
];

/// A phrase without its figures.
struct Phrase {
    /// Its words with dashes between.
    id: String,
    /// Its figures with their units; of no unit where none follows.
    figures: Vec<(f64, &'static str)>,
}

impl Phrase {
    /// `4 K CDU approach` is `phrase-cdu-approach` of 4 K.
    fn read(text: &str) -> Phrase {
        let mut phrase = Phrase { id: "phrase".to_owned(), figures: Vec::new() };
        let mut tokens = text.split_whitespace().peekable();
        while let Some(token) = tokens.next() {
            match number(token) {
                Some(value) => {
                    let unit = tokens.peek().and_then(|next| unit(next));
                    phrase.figures.push((value, unit.unwrap_or_default()));
                    tokens.next_if(|_| unit.is_some());
                }
                None => phrase.add(token),
            }
        }
        phrase
    }

    /// Adds the letters of a word.
    fn add(&mut self, word: &str) {
        for part in word.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
            self.id = format!("{}-{}", self.id, part.to_ascii_lowercase());
        }
    }
}

/// The figure that a word is, with the marks of its sentence around it.
fn number(token: &str) -> Option<f64> {
    let bare = token.trim_matches(['(', ')', ',', ';', ':']).replace(',', "");
    bare.starts_with(|first: char| first.is_ascii_digit() || first == '-').then(|| bare.parse().ok()).flatten()
}

fn unit(token: &str) -> Option<&'static str> {
    let bare = token.trim_matches(['(', ')', ',', ';', ':', '.']);
    UNITS.iter().find(|(written, _)| *written == bare).map(|(_, unit)| *unit)
}

impl Style {
    /// Text that stands in the plan in English, told in the report's language and units. Nothing where the language's pack does
    /// not know it.
    pub fn known_phrase(&self, recorded: &str) -> Option<String> {
        let phrase = Phrase::read(recorded);
        let mut figures = FluentArgs::new();
        for (name, (value, unit)) in FIGURES.iter().zip(&phrase.figures) {
            figures.set(*name, self.phrase_figure(*value, unit));
        }
        self.words.own(&phrase.id).and_then(|_| self.find(&phrase.id, &figures))
    }

    /// The same; as it stands in the plan where the pack does not know it, or where the report reads as the plan does.
    pub fn phrase(&self, recorded: &str) -> String {
        let told = self.differs_from_plan().then(|| self.known_phrase(recorded)).flatten();
        told.unwrap_or_else(|| recorded.to_owned())
    }

    fn phrase_figure(&self, value: f64, unit: &str) -> String {
        match unit {
            "" => self.figure(value),
            "%" => self.percent(value),
            unit => self.quantity(value, unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::style::{StyleRequest, UnitSystem, args};

    #[test]
    fn phrases_are_named_by_their_own_english() {
        let style = Style::default();
        let figures = || args!["a" => "7 K", "b" => "7 K", "c" => "7 K", "d" => "7 K", "e" => "7 K"];
        let phrases: Vec<String> = style.messages().into_iter().filter(|id| id.starts_with("phrase-")).collect();
        assert!(!phrases.is_empty());
        for id in phrases {
            assert_eq!(Phrase::read(&style.say(&id, figures())).id, id);
        }
    }

    #[test]
    fn figures_of_a_phrase_are_in_the_readers_units() {
        let style = |language: &str, units| {
            Style::new(StyleRequest { language: Some(language.to_owned()), units, ..StyleRequest::default() })
        };
        assert_eq!(style("en", UnitSystem::UsCustomary).phrase("4 K CDU approach"), "7.2 °F CDU approach");
        assert_eq!(style("zh", UnitSystem::Si).phrase("4 K CDU approach"), "CDU 逼近温差 4 K");
        assert_eq!(style("zh", UnitSystem::Si).phrase("of no pack"), "of no pack");
        assert_eq!(style("en", UnitSystem::Si).phrase("4 K CDU approach"), "4 K CDU approach");
    }
}
