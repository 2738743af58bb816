//! How a report reads: its language, numbers, dates, currency and units. Views write nothing for people but through a [`Style`].

mod dates;
mod marks;
mod money;
mod names;
mod numbers;
mod patterns;
mod phrases;
mod units;
mod words;

pub use dates::is_pattern;
use fluent_bundle::{FluentArgs, FluentValue};
use jiff::civil::Date;

pub use marks::{RECORDED, unmarked, with_elements};
pub use money::{Currency, Scale};
pub use numbers::NumberMarks;
pub use units::UnitSystem;
pub use words::{ENGLISH, PackText, built_in, built_in_english, languages};

use crate::domain::format;
use words::Words;

/// The figures of a message: `args!["halls" => 2]`.
macro_rules! args {
    () => { fluent_bundle::FluentArgs::new() };
    ($($name:literal => $value:expr),+ $(,)?) => {{
        let mut figures = fluent_bundle::FluentArgs::new();
        $(figures.set($name, $value);)+
        figures
    }};
}
pub(crate) use args;

/// Put before a minus sign in languages from right to left, so that it stays left of its figure.
const LEFT_TO_RIGHT_MARK: char = '\u{200e}';

/// Put behind Latin letters at the end of a name in languages from right to left.
const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// Around text that reads from left to right wherever it stands.
const ISOLATE: char = '\u{2066}';
const END_OF_ISOLATE: char = '\u{2069}';

/// How a report reads. The default is English, US dollars, SI units.
#[derive(Debug)]
pub struct Style {
    words: Words,
    marks: NumberMarks,
    date_pattern: String,
    currency: Currency,
    units: UnitSystem,
    brand: Brand,
    logo: Option<String>,
}

/// What a [`Style`] is made from; what is not said is as the language has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StyleRequest {
    /// The language's name: `en`, `zh`, or that of a pack in `packs`; English where not said.
    pub language: Option<String>,
    /// Files of a user's pack of that language: their messages stand before those of the built-in one.
    pub packs: Vec<PackText>,
    /// Marks of numbers.
    pub marks: Option<NumberMarks>,
    /// Pattern of dates.
    pub date_pattern: Option<String>,
    /// The currency with its rate.
    pub currency: Currency,
    /// SI or US customary.
    pub units: UnitSystem,
    /// For whom, by whom.
    pub brand: Brand,
    /// The logo as a data address, for pages that must be whole by themselves.
    pub logo: Option<String>,
}

/// For whom a report is made and by whom; each as it is to be printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
pub struct Brand {
    /// The client's name.
    pub client: Option<String>,
    /// Who made the report.
    pub prepared_by: Option<String>,
    /// A note at the end of the report.
    pub disclaimer: Option<String>,
    /// Path of the logo's file, as a link.
    pub logo: Option<String>,
}

impl Default for Style {
    fn default() -> Style {
        Style::new(StyleRequest::default())
    }
}

impl Style {
    /// The style that was asked for.
    pub fn new(request: StyleRequest) -> Style {
        let words = Words::new(request.language.as_deref().unwrap_or(ENGLISH), &request.packs);
        let of_language = |id: &str| words.find(id, None).unwrap_or_default();
        let marks = request.marks.or_else(|| NumberMarks::from_example(&of_language("number-example")));
        let pattern = request.date_pattern.unwrap_or_else(|| of_language("date-pattern"));
        Style {
            marks: marks.unwrap_or_default(),
            date_pattern: pattern,
            currency: request.currency,
            units: request.units,
            brand: request.brand,
            logo: request.logo,
            words,
        }
    }

    /// The language's name in files: `en`, `zh`, `ar`.
    pub fn language(&self) -> &str {
        self.words.language()
    }

    /// Whether the language is written from right to left.
    pub fn is_right_to_left(&self) -> bool {
        self.words.is_right_to_left()
    }

    /// How many messages the language lacks, which are told in English.
    pub fn missing_messages(&self) -> usize {
        self.words.missing()
    }

    /// For whom and by whom.
    pub fn brand(&self) -> &Brand {
        &self.brand
    }

    /// The logo as a data address.
    pub fn logo(&self) -> Option<&str> {
        self.logo.as_deref()
    }

    /// The currency.
    pub fn currency(&self) -> &Currency {
        &self.currency
    }

    /// The units.
    pub fn units(&self) -> UnitSystem {
        self.units
    }

    /// Whether what stands in the plan as text reads otherwise than the report: other language, currency or units.
    pub fn differs_from_plan(&self) -> bool {
        self.language() != ENGLISH || self.currency.is_foreign() || self.units != UnitSystem::Si
    }

    /// A message with its figures put in.
    pub fn say(&self, id: &str, figures: FluentArgs) -> String {
        self.find(id, &figures).unwrap_or_else(|| id.to_owned())
    }

    /// A message without figures.
    pub fn word(&self, id: &str) -> String {
        self.words.find(id, None).unwrap_or_else(|| id.to_owned())
    }

    /// A message with its figures put in; nothing where no pack has it.
    pub fn find(&self, id: &str, figures: &FluentArgs) -> Option<String> {
        if !self.is_right_to_left() {
            return self.words.find(id, Some(figures));
        }
        let isolated = |value: &FluentValue| match value {
            FluentValue::String(text) => FluentValue::from(self.isolated(text)),
            other => other.clone().into_owned(),
        };
        let figures: FluentArgs = figures.iter().map(|(name, value)| (name.to_owned(), isolated(value))).collect();
        self.words.find(id, Some(&figures))
    }

    /// Ids of all messages.
    pub fn messages(&self) -> Vec<String> {
        self.words.english_ids()
    }

    /// Whether a pack has a message.
    pub fn knows(&self, id: &str) -> bool {
        self.words.find(id, None).is_some()
    }

    /// An amount as far as it is known; see [`format::amount`].
    pub fn amount(&self, value: f64) -> String {
        self.set(&format::amount(value))
    }

    /// A figure as it was read from a file; see [`format::figure`].
    pub fn figure(&self, value: f64) -> String {
        self.set(&format::figure(value))
    }

    /// Exactly so many decimals.
    pub fn fixed(&self, value: f64, places: usize) -> String {
        self.set(&format::fixed(value, places))
    }

    /// A figure of [`mod@format`] with the report's marks.
    fn set(&self, figure: &str) -> String {
        let text = self.marks.set(figure);
        if text.starts_with('-') && self.is_right_to_left() { format!("{LEFT_TO_RIGHT_MARK}{text}") } else { text }
    }

    /// The minus sign of a value that has one.
    fn sign(&self, value: f64) -> String {
        match (value < 0.0, self.is_right_to_left()) {
            (false, _) => String::new(),
            (true, false) => "-".to_owned(),
            (true, true) => format!("{LEFT_TO_RIGHT_MARK}-"),
        }
    }

    /// A value in a unit of the plan, without the unit: [`Style::unit`] names it.
    pub fn amount_in(&self, value: f64, unit: &str) -> String {
        self.amount(self.units.convert(value, unit).0)
    }

    /// What a unit of the plan is called: `kW`, `ft2` for `m2` where units are customary, `racks`.
    pub fn unit(&self, unit: &str) -> String {
        self.name_of_unit(self.units.unit(unit))
    }

    /// What a unit is called where its values are not converted.
    pub fn name_of_unit(&self, unit: &str) -> String {
        self.words.find(&id_of_unit(unit), None).unwrap_or_else(|| unit.to_owned())
    }

    /// Whether a pack names a unit.
    fn knows_unit(&self, unit: &str) -> bool {
        self.knows(&id_of_unit(unit))
    }

    /// A value in a unit of the plan, with the unit: `1,180 m2`.
    pub fn quantity(&self, value: f64, unit: &str) -> String {
        self.with_unit(self.amount_in(value, unit), unit)
    }

    /// A figure that is written already, with a unit of the plan.
    pub fn with_unit(&self, figure: String, unit: &str) -> String {
        self.say("quantity", args!["figure" => figure, "unit" => self.unit(unit)])
    }

    /// Power in MW with one decimal, and in kW where that would be none: `17.4 MW`, `36 kW`.
    pub fn mw(&self, megawatts: f64) -> String {
        let kw = megawatts * 1000.0;
        match (0.5..50.0).contains(&kw.abs()) {
            true => self.with_unit(self.fixed(kw, 0), "kW"),
            false => self.with_unit(self.fixed(megawatts, 1), "MW"),
        }
    }

    /// A count with its noun, by the message `count-NOUN`: `1 hall`, `12 halls`.
    pub fn count(&self, noun: &str, count: f64) -> String {
        let shown = format::amount(count);
        // The form follows the figure that is read, which is rounded.
        let number: f64 = shown.replace(',', "").parse().unwrap_or(count);
        self.say(&format!("count-{noun}"), args!["count" => number, "figure" => self.set(&shown)])
    }

    /// Whole weeks: `1 week`, `46 weeks`.
    pub fn weeks(&self, weeks: f64) -> String {
        self.count("week", weeks.round())
    }

    /// A length of time, in days or from two weeks on in weeks: `5 days`, `3.14 weeks`.
    pub fn elapsed(&self, days: i32) -> String {
        let (count, noun) = format::elapsed(days);
        self.count(noun, count)
    }

    /// Percent without decimals from 10 on, else with one.
    pub fn percent(&self, value: f64) -> String {
        if value > 0.0 && value < 0.05 {
            return self.say("percent-below", args!["figure" => self.set("0.1")]);
        }
        let places = if value.abs() >= 10.0 { 0 } else { 1 };
        self.say("percent", args!["figure" => self.set(&format::decimals(value, places))])
    }

    /// The name of a month from 1 to 12, whole or short.
    pub fn month(&self, number: i8, short: bool) -> String {
        let id = format!("month-{number}");
        let short = short.then(|| self.words.find(&format!("{id}-short"), None)).flatten();
        short.unwrap_or_else(|| self.word(&id))
    }

    /// How days are written; see [`is_pattern`].
    pub fn date_pattern(&self) -> &str {
        &self.date_pattern
    }

    /// Between thousands, before decimals, and the ten digits.
    pub fn marks(&self) -> (String, String, String) {
        (self.marks.set(","), self.marks.set("."), self.marks.digits_of("0123456789"))
    }

    /// A day.
    pub fn date(&self, date: Date) -> String {
        let text = dates::write(&self.date_pattern, date, |number, short| self.month(number, short));
        if self.marks.has_western_digits() { text } else { self.marks.digits_of(&text) }
    }

    /// The quarter of a day: `Q3`.
    pub fn quarter(&self, date: Date) -> String {
        self.say("quarter", args!["number" => ((date.month() + 2) / 3).to_string()])
    }

    /// The quarter of a day with its year: `Q3 2027`.
    pub fn quarter_of_year(&self, date: Date) -> String {
        let number = ((date.month() + 2) / 3).to_string();
        self.say("quarter-of-year", args!["number" => number, "year" => self.year(date)])
    }

    /// The year of a day.
    pub fn year(&self, date: Date) -> String {
        self.marks.digits_of(&date.year().to_string())
    }

    /// Two days as a range, or one of them where they are the same.
    pub fn date_span(&self, low: Date, high: Date) -> String {
        self.span(self.date(low), self.date(high))
    }

    /// `low to high`, or one of them where they are the same.
    pub fn span(&self, low: String, high: String) -> String {
        if low == high { low } else { self.say("span", args!["low" => low, "high" => high]) }
    }

    /// A list for a sentence: `a`, `a and b`, `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => format!("{}{}{}", self.joined(head), self.word("list-and"), self.isolated(last)),
        }
    }

    /// Items one after the other: `a, b, c`.
    pub fn joined(&self, items: &[String]) -> String {
        let items: Vec<String> = items.iter().map(|item| self.isolated(item)).collect();
        items.join(&self.word("list-separator"))
    }

    /// Clauses as one sentence: `a; b.`
    pub fn told(&self, clauses: &[String]) -> String {
        self.clauses(clauses) + &self.word("full-stop")
    }

    /// Sentences one after the other, empty ones left out.
    pub fn sentences(&self, sentences: &[String]) -> String {
        let said: Vec<&str> = sentences.iter().map(String::as_str).filter(|sentence| !sentence.is_empty()).collect();
        said.join(&self.word("sentence-gap"))
    }

    /// Clauses one after the other: `a; b`.
    pub fn clauses(&self, clauses: &[String]) -> String {
        clauses.join(&self.word("clause-separator"))
    }

    /// Text that keeps its own direction in a sentence from right to left: names in Latin letters. Text that is of the
    /// sentence's own letters, or holds isolated parts already, flows with it; where it ends in Latin letters, figures that
    /// follow are kept from joining these.
    pub fn isolated(&self, text: &str) -> String {
        if !self.is_right_to_left() || text == "none" {
            return text.to_owned();
        }
        let is_latin = text.chars().any(|letter| letter.is_ascii_alphabetic());
        let is_plain = !text.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii() || letter == ISOLATE);
        match is_latin && is_plain {
            true => format!("{ISOLATE}{text}{END_OF_ISOLATE}"),
            false if text.ends_with(|last: char| last.is_ascii_alphabetic()) => format!("{text}{RIGHT_TO_LEFT_MARK}"),
            false => text.to_owned(),
        }
    }
}

/// The message that names a unit.
fn id_of_unit(unit: &str) -> String {
    format!("unit-{}", unit.replace('/', "-per-").replace([' ', '°'], "-").replace(['(', ')'], ""))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn only_latin_names_are_isolated_in_arabic() {
        let arabic = Style::new(StyleRequest { language: Some("ar".to_owned()), ..StyleRequest::default() });
        assert_eq!(arabic.usd(42.5e6), "42.5 مليون دولار");
        assert_eq!(arabic.usd(-42.5e6), "\u{200e}-42.5 مليون دولار");
        assert_eq!(arabic.count("rack", 11.0), "11 رفًا");
        assert_eq!(
            arabic.list(&["barn_a", "barn_b"].map(str::to_owned)),
            "\u{2066}barn_a\u{2069} و\u{2066}barn_b\u{2069}"
        );
        assert_eq!(arabic.isolated("لوحة خرج UPS"), "لوحة خرج UPS\u{200f}");
        assert_eq!(Style::default().isolated("barn_a"), "barn_a");
    }

    #[test]
    fn english_figures_are_written_as_everywhere() {
        let style = Style::default();
        for value in [0.0, -0.001, 0.25, 12.34, 12_500.4, 99.96] {
            assert_eq!(style.amount(value), format::amount(value));
            assert_eq!(style.percent(value), format::percent(value));
            assert_eq!(style.mw(value), format::mw(value));
            assert_eq!(style.weeks(value), format::weeks(value));
        }
        assert_eq!(style.date(date(2028, 3, 7)), "2028-03-07");
        assert_eq!(style.list(&["a", "b", "c"].map(str::to_owned)), "a, b and c");
    }
}
