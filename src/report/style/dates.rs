//! How a day is written, by a pattern: `YYYY-MM-DD`, `D MMMM YYYY`, `MMM D, YYYY`.

use jiff::civil::Date;

/// The parts of a pattern, longest first, so that `MMMM` is not read as `MM` twice.
const PARTS: [&str; 8] = ["YYYY", "MMMM", "MMM", "MM", "DD", "YY", "M", "D"];

/// Whether a pattern names year, month and day, each once.
pub fn is_pattern(pattern: &str) -> bool {
    let parts: Vec<char> =
        split(pattern).into_iter().filter(|(part, _)| *part).map(|(_, text)| initial(&text)).collect();
    let once = |letter: char| parts.iter().filter(|part| **part == letter).count() == 1;
    parts.len() == 3 && ['Y', 'M', 'D'].into_iter().all(once)
}

fn initial(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// A day by a pattern; `month` gives the name of a month (1 to 12), whole or, where it is `true`, short.
pub fn write(pattern: &str, date: Date, month: impl Fn(i8, bool) -> String) -> String {
    let part = |(is_part, text): (bool, String)| match (is_part, text.as_str()) {
        (false, _) => text,
        (true, "YYYY") => format!("{:04}", date.year()),
        (true, "YY") => format!("{:02}", date.year().rem_euclid(100)),
        (true, "MMMM") => month(date.month(), false),
        (true, "MMM") => month(date.month(), true),
        (true, "MM") => format!("{:02}", date.month()),
        (true, "M") => date.month().to_string(),
        (true, "DD") => format!("{:02}", date.day()),
        (true, _) => date.day().to_string(),
    };
    split(pattern).into_iter().map(part).collect()
}

/// The pattern in parts (`true`) and what stands between them.
fn split(pattern: &str) -> Vec<(bool, String)> {
    let mut parts: Vec<(bool, String)> = Vec::new();
    let mut rest = pattern;
    while let Some(letter) = rest.chars().next() {
        let found = PARTS.iter().find(|part| rest.starts_with(**part));
        match (found, parts.last_mut()) {
            (Some(part), _) => parts.push((true, (*part).to_owned())),
            (None, Some((false, text))) => text.push(letter),
            (None, _) => parts.push((false, letter.to_string())),
        }
        rest = &rest[found.map_or(letter.len_utf8(), |part| part.len())..];
    }
    parts
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn patterns_are_written_out() {
        let name = |month: i8, short: bool| format!("{}{month}", if short { "m" } else { "month " });
        let day = |pattern: &str| write(pattern, date(2028, 3, 7), name);
        assert_eq!(day("YYYY-MM-DD"), "2028-03-07");
        assert_eq!(day("D MMMM YYYY"), "7 month 3 2028");
        assert_eq!(day("MMM D, YY"), "m3 7, 28");
        assert_eq!(day("YYYY年M月D日"), "2028年3月7日");
    }

    #[test]
    fn a_pattern_has_year_month_and_day() {
        assert!(is_pattern("DD.MM.YYYY") && is_pattern("YYYY年M月D日"));
        assert!(!is_pattern("MM/YYYY") && !is_pattern("D D MM YYYY") && !is_pattern("today"));
    }
}
