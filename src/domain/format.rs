//! How figures are written for people: rounded to what is known, never `-0`, never `1 weeks`.

use jiff::civil::Date;

use crate::domain::Range;

/// Money with three significant figures: `$128 M`, `$1.2 M`, `$35 k`, `$950`.
///
/// ```
/// use retrofit::domain::format::usd;
/// assert_eq!(usd(128_400_000.0), "$128 M");
/// assert_eq!(usd(999_900.0), "$1 M");
/// ```
pub fn usd(amount: f64) -> String {
    let rounded = significant(amount, 3);
    let size = rounded.abs();
    let (unit, symbol) = match size {
        _ if size >= 1e9 => (1e9, " B"),
        _ if size >= 1e6 => (1e6, " M"),
        _ if size >= 1e3 => (1e3, " k"),
        _ => (1.0, ""),
    };
    let sign = if rounded < 0.0 { "-" } else { "" };
    format!("{sign}${}{symbol}", decimals(size / unit, 2))
}

/// Both ends of money: `$110 M to $151 M`; one figure where they read the same.
pub fn usd_span(range: Range) -> String {
    span(usd(range.low), usd(range.high))
}

/// Money with its ends: `$128 M ($110 M to $151 M)`; without them where they read the same.
pub fn usd_with_span(range: Range) -> String {
    let (likely, span) = (usd(range.likely), usd_span(range));
    if likely == span { likely } else { format!("{likely} ({span})") }
}

/// `low to high`, or one of them where they are the same.
pub fn span(low: String, high: String) -> String {
    if low == high { low } else { format!("{low} to {high}") }
}

/// Power in MW with one decimal, and in kW where that would be none: `17.4 MW`, `36 kW`.
pub fn mw(megawatts: f64) -> String {
    let kw = megawatts * 1000.0;
    if (0.5..50.0).contains(&kw.abs()) { format!("{} kW", fixed(kw, 0)) } else { format!("{} MW", fixed(megawatts, 1)) }
}

/// Whole weeks: `1 week`, `46 weeks`.
pub fn weeks(weeks: f64) -> String {
    plural(weeks.round(), "week")
}

/// Days from which a length of time is told in weeks.
const MANY_DAYS: i32 = 14;

/// Weeks below this are the rounding of what is passed on, no begun day.
const ROUNDING_WEEKS: f64 = 1e-3;

/// The days by which something is late by so many weeks: a begun day is one, as nothing is ready within it.
///
/// ```
/// use retrofit::domain::format::begun_days;
/// assert_eq!(begun_days(0.143), 1);
/// assert_eq!(begun_days(0.15), 2);
/// ```
pub fn begun_days(weeks: f64) -> i32 {
    ((weeks - ROUNDING_WEEKS) * 7.0).ceil().max(0.0) as i32
}

/// How a length of time is told: days, from two weeks on weeks; the count with its noun.
pub fn elapsed(days: i32) -> (f64, &'static str) {
    let days_told = f64::from(days);
    if days < MANY_DAYS { (days_told, "day") } else { (days_told / 7.0, "week") }
}

/// The same in words: `1 day`, `5 days`, `3.14 weeks`.
pub fn elapsed_text(days: i32) -> String {
    let (count, noun) = elapsed(days);
    plural(count, noun)
}

/// A count with its noun, which takes an `s` unless there is one: `1 unit`, `12 units`.
pub fn plural(count: f64, noun: &str) -> String {
    let text = amount(count);
    if text == "1" { format!("1 {noun}") } else { format!("{text} {noun}s") }
}

/// An amount as far as it is known: whole from 100 on, one decimal from 10 on, two below; thousands apart.
///
/// ```
/// use retrofit::domain::format::amount;
/// assert_eq!(amount(12_500.4), "12,500");
/// assert_eq!(amount(0.25), "0.25");
/// assert_eq!(amount(-0.001), "0");
/// ```
pub fn amount(value: f64) -> String {
    let places = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    decimals(value, places)
}

/// A figure as it was read from a file: up to six significant figures, thousands apart.
pub fn figure(value: f64) -> String {
    decimals(significant(value, 6), 9)
}

/// Percent without decimals from 10 on, else with one; `below 0.1 %` for what would read as nothing.
pub fn percent(value: f64) -> String {
    match value {
        _ if value > 0.0 && value < 0.05 => "below 0.1 %".to_owned(),
        _ if value.abs() >= 10.0 => format!("{} %", decimals(value, 0)),
        _ => format!("{} %", decimals(value, 1)),
    }
}

/// Whole weeks from one day to a later one (negative when it is earlier).
pub fn weeks_between(from: Date, to: Date) -> f64 {
    (f64::from((to - from).get_days()) / 7.0).round()
}

/// Two days as a range, or one of them where they are the same.
pub fn date_span(low: Date, high: Date) -> String {
    span(low.to_string(), high.to_string())
}

/// A list for a sentence: `a`, `a and b`, `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// A sentence's first letter, large.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Parts of names in files that people write in capitals.
const ABBREVIATIONS: [&str; 4] = ["lv", "mv", "hv", "ups"];

/// A name of a file format for people: `lv_switchboard` to `LV switchboard`.
pub fn words(id: &str) -> String {
    let word = |word: &str| if ABBREVIATIONS.contains(&word) { word.to_uppercase() } else { word.to_owned() };
    id.split('_').map(word).collect::<Vec<_>>().join(" ")
}

/// Rounded to so many significant figures.
pub fn significant(value: f64, figures: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let places = figures - 1 - value.abs().log10().floor() as i32;
    // Dividing by a whole power of ten keeps round numbers exact where multiplying by 0.001 would not.
    if places >= 0 {
        let scale = 10f64.powi(places);
        (value * scale).round() / scale
    } else {
        let scale = 10f64.powi(-places);
        (value / scale).round() * scale
    }
}

/// At most `places` decimals, trailing zeros dropped.
pub fn decimals(value: f64, places: usize) -> String {
    let text = fixed(value, places);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Exactly `places` decimals, thousands apart, no sign on zero.
pub fn fixed(value: f64, places: usize) -> String {
    let digits = format!("{:.places$}", value.abs());
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let negative = value < 0.0 && digits.bytes().any(|b| (b'1'..=b'9').contains(&b));
    format!("{}{}{rest}", if negative { "-" } else { "" }, thousands(whole))
}

fn thousands(whole: &str) -> String {
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_three_figures_and_the_right_unit() {
        let cases = [
            (0.0, "$0"),
            (-0.2, "-$0.2"),
            (949.6, "$950"),
            (999.6, "$1 k"),
            (35_049.0, "$35 k"),
            (1_204_000.0, "$1.2 M"),
            (127_500_000.0, "$128 M"),
            (2_345_000_000.0, "$2.35 B"),
            (-1_500_000.0, "-$1.5 M"),
        ];
        for (amount, text) in cases {
            assert_eq!(usd(amount), text);
        }
    }

    #[test]
    fn ranges_that_read_the_same_are_one_figure() {
        assert_eq!(usd_with_span(Range::exact(1e6)), "$1 M");
        assert_eq!(usd_with_span(Range { low: 1e6, likely: 1.5e6, high: 2e6 }), "$1.5 M ($1 M to $2 M)");
    }

    #[test]
    fn nothing_reads_oddly() {
        assert_eq!(amount(-0.0), "0");
        assert_eq!(mw(-0.0001), "0.0 MW");
        assert_eq!(mw(0.0499), "50 kW");
        assert_eq!(mw(0.05), "0.1 MW");
        assert_eq!(mw(-0.012), "-12 kW");
        assert_eq!(weeks(1.2), "1 week");
        assert_eq!(weeks(0.0), "0 weeks");
        assert_eq!(plural(1234.0, "unit"), "1,234 units");
        assert_eq!(percent(0.01), "below 0.1 %");
        assert_eq!(figure(0.1 + 0.2), "0.3");
        assert_eq!(figure(2500.0), "2,500");
    }
}
