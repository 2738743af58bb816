//! Phrases that a plan holds in English (names and reasons that stages wrote): told in the reader's language, units and currency
//! where its pack knows them. A message `phrase-LETTERS` tells what has these letters besides figures; a message `pattern-NAME` what
//! its English fits, with names, money and other phrases in its holes.

use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::Date;

use super::Style;
use super::marks::unmarked;
use crate::domain::Service;

/// Names of a phrase's figures in messages, in their order.
const FIGURES: [&str; 5] = ["a", "b", "c", "d", "e"];

/// Units that may follow a figure, and what views call them.
const UNITS: [(&str, &str); 17] = [
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
    ("kPa", "kPa"),
    ("kVA", "kVA"),
    ("kV", "kV"),
    ("V", "V"),
    ("A", "A"),
];

/// How what stands in the hole of a pattern is told; nothing where it is not of its kind.
type Told = fn(&Style, &str) -> Option<String>;

/// The kinds of holes: their names, behind which a number may stand (`name2`), and how they are told.
const HOLES: [(&str, Told); 8] = [
    ("figure", Style::told_figure),
    ("usd", Style::told_usd),
    ("date", Style::told_date),
    // An id of a file.
    ("name", Style::told_name),
    ("names", Style::told_names),
    // What a catalog calls it.
    ("item", Style::told_item),
    ("service", Style::told_service),
    // A phrase in its turn.
    ("phrase", Style::known_phrase),
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
    /// Text that stands in the plan in English, told in the report's language and units, with marks around what stays in English.
    /// Nothing where the language's pack does not know it.
    pub fn known_phrase(&self, recorded: &str) -> Option<String> {
        self.by_letters(recorded).or_else(|| self.by_pattern(recorded))
    }

    /// The same for sentences and tables; marked as English where the pack does not know it.
    pub fn recorded(&self, recorded: &str) -> String {
        let told = self.differs_from_plan().then(|| self.known_phrase(recorded)).flatten();
        told.unwrap_or_else(|| self.as_recorded(recorded))
    }

    /// The same without marks; as it stands in the plan where the pack does not know it, or where the report reads as the plan does.
    pub fn phrase(&self, recorded: &str) -> String {
        unmarked(&self.recorded(recorded))
    }

    fn by_letters(&self, recorded: &str) -> Option<String> {
        let phrase = Phrase::read(recorded);
        let mut figures = FluentArgs::new();
        for (name, (value, unit)) in FIGURES.iter().zip(&phrase.figures) {
            figures.set(*name, self.phrase_figure(*value, unit));
        }
        self.words.own(&phrase.id).and_then(|_| self.find(&phrase.id, &figures))
    }

    /// By the first pattern that fits: those come first that say most.
    fn by_pattern(&self, recorded: &str) -> Option<String> {
        self.words.patterns().iter().find_map(|pattern| {
            let found = pattern.fit(recorded, &|hole, text| told_as(hole)?(self, text))?;
            self.words.own(&pattern.id)?;
            let figures = found.into_iter().map(|(name, told)| (name.to_owned(), FluentValue::from(told))).collect();
            self.find(&pattern.id, &figures)
        })
    }

    fn told_figure(&self, text: &str) -> Option<String> {
        let (figure, unit) = text.split_once(' ').unwrap_or((text, ""));
        let value = number(figure).filter(|_| figure.ends_with(|last: char| last.is_ascii_digit()))?;
        let known = |written| self.knows_unit(written).then_some(written);
        let unit = if unit.is_empty() { "" } else { self::unit(unit).or_else(|| known(unit))? };
        Some(self.phrase_figure(value, unit))
    }

    /// `$9.48 k`, rounded as it is.
    fn told_usd(&self, text: &str) -> Option<String> {
        let (figure, scale) =
            text.strip_prefix('$')?.split_once(' ').map_or((text.strip_prefix('$')?, ""), |parts| parts);
        let size = match scale {
            "" => 1.0,
            "k" => 1e3,
            "M" => 1e6,
            "B" => 1e9,
            _ => return None,
        };
        Some(self.usd(number(figure)? * size))
    }

    fn told_date(&self, text: &str) -> Option<String> {
        text.parse::<Date>().ok().map(|date| self.date(date))
    }

    fn told_name(&self, text: &str) -> Option<String> {
        let is_one = !text.is_empty() && !text.contains(char::is_whitespace) && !text.ends_with([',', ';', '.', ':']);
        is_one.then(|| text.to_owned())
    }

    /// `a, b and c`.
    fn told_names(&self, text: &str) -> Option<String> {
        let (head, last) = text.split_once(" and ").map_or((text, None), |(head, last)| (head, Some(last)));
        let names: Vec<String> =
            head.split(", ").chain(last).map(|name| self.told_name(name)).collect::<Option<_>>()?;
        Some(if last.is_some() { self.list(&names) } else { self.joined(&names) })
    }

    /// One, not several with a plus between.
    fn told_item(&self, text: &str) -> Option<String> {
        (!text.is_empty() && !text.contains(" + ")).then(|| self.as_recorded(text))
    }

    fn told_service(&self, text: &str) -> Option<String> {
        Service::ALL.iter().find(|service| service.info().label == text).map(|service| self.service(*service))
    }

    fn phrase_figure(&self, value: f64, unit: &str) -> String {
        match unit {
            "" => self.figure(value),
            "%" => self.percent(value),
            unit => self.quantity(value, unit),
        }
    }
}

/// How the holes of a name are told: `name2` as `name`.
fn told_as(hole: &str) -> Option<Told> {
    let kind = hole.trim_end_matches(|last: char| last.is_ascii_digit());
    HOLES.iter().find(|(name, _)| *name == kind).map(|(_, told)| *told)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::assumptions::{
        FREQUENCY, HALL_ORDER, OWN_CREWS, RESERVED_SLOTS, SHARED_CREWS, STANDING, Standing, TWO_SHIFTS, WET_BULB,
    };
    use crate::report::style::{StyleRequest, UnitSystem, args, with_elements};

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

    #[test]
    fn every_hole_of_a_pattern_is_of_a_kind() {
        for language in ["en", "zh", "ar"] {
            let style = of(language, "USD");
            for pattern in style.words.patterns() {
                assert!(pattern.holes().all(|hole| told_as(hole).is_some()), "{}", pattern.id);
                assert!(style.words.own(&pattern.id).is_some(), "{language} lacks {}", pattern.id);
            }
        }
    }

    fn of(language: &str, currency: &str) -> Style {
        let (language, currency) = (Some(language.to_owned()), currency.parse().unwrap());
        Style::new(StyleRequest { language, currency, ..StyleRequest::default() })
    }

    #[test]
    fn what_stands_in_a_pattern_is_told_in_its_turn() {
        let reason = "costs $9.48 k less itself, but needs more of Equipment yard than can be had";
        assert_eq!(of("en", "USD").phrase(reason), reason);
        assert_eq!(
            of("en", "EUR=0.5").phrase(reason),
            "costs €4.74 k less itself, but needs more of Equipment yard than can be had"
        );
        assert_eq!(of("zh", "USD").phrase(reason), "本身便宜 9,480 美元，但需要的室外设备场地超过可得");
        assert_eq!(of("zh", "USD").phrase("mining stops in a, b and c"), "a、b 和 c 停止挖矿");
        assert_eq!(of("zh", "USD").phrase("stands at the yard; of no pack"), "stands at the yard; of no pack");
    }

    #[test]
    fn names_of_catalogs_stay_in_english_and_are_marked() {
        let way = "existing boards + 2 x Board, 400 A, in two shifts";
        let marked = of("zh", "USD").recorded(way);
        assert_eq!(
            with_elements(&marked),
            "现有 boards + 2 × <span lang=\"en\" dir=\"ltr\">Board, 400 A</span>，两班施工"
        );
        assert_eq!(with_elements(&of("zh", "USD").recorded("own")), "<span lang=\"en\" dir=\"ltr\">own</span>");
        assert_eq!(of("en", "USD").recorded(way), way);
    }

    #[test]
    fn assumptions_of_every_plan_are_told_in_every_language() {
        let others = [WET_BULB, FREQUENCY, HALL_ORDER, OWN_CREWS, SHARED_CREWS, RESERVED_SLOTS, TWO_SHIFTS];
        for Standing(about, text) in STANDING.iter().copied().chain(others) {
            for language in ["zh", "ar"] {
                assert!(of(language, "USD").known_phrase(text).is_some(), "{language}: {about}");
            }
        }
    }
}
